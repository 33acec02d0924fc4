"""The look of a journal: the numbers and words of a layout's folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tirage.model.language import Localized


@dataclass(frozen=True, slots=True)
class Trim:
    """The page after cutting, and where the text stands on it. All in mm, type in pt."""

    name: str
    width: float
    height: float
    inner: float
    """Margin at the spine."""
    outer: float
    head: float
    foot: float
    size: float
    """Size of the text type, pt."""
    line: float
    """Distance of baselines, pt: the unit of all vertical distances."""

    @property
    def measure(self) -> float:
        """Width of the type area, mm."""
        return self.width - self.inner - self.outer


@dataclass(frozen=True, slots=True)
class Ink:
    """What the press prints for a colour of the palette. Shares from 0 (paper) to 1 (solid)."""

    colour: str
    """As the palette has it: "#0d4f5c"."""
    four: tuple[float, float, float, float]
    """Cyan, magenta, yellow, black."""
    one: float
    """Black, where it is printed alone."""


@dataclass(frozen=True, slots=True)
class Printing:
    """What a layout says of the print edition."""

    bleed: float = 3
    """How far ink goes over the edge of the trimmed page, mm."""
    inks: tuple[Ink, ...] = ()
    spine: str = "#ffffff"
    """The colour of the cover's spine."""
    blanks: Literal["end", "before-imprint"] = "end"
    """Where empty pages stand that fill the last signature."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that a layout prints of its own, by key and language."""

    words: tuple[tuple[str, Localized], ...]

    def get(self, key: str) -> Localized:
        """The label `key` in all its languages.

        Raises KeyError when the layout has no such label.
        """
        return dict(self.words)[key]


@dataclass(frozen=True, slots=True)
class Composer:
    """How justified paragraphs are set (docs/paragraphs.md). Lengths in em of the paragraph's type size."""

    letters: float
    """The most that is put between two letters of a word, or taken away."""
    glyphs: float
    """The most by which the letters themselves are widened or narrowed, as a share of their width."""
    space: float
    """What a space is widened by at best."""
    shrink: float
    """The most that a space is narrowed."""
    widest: float
    """Spaces are widened by more only when nothing else can be done, and that is reported."""
    hyphens: int
    """The most lines one after the other that may end in a hyphen."""
    hyphen: float
    """A hyphen at a line's end is as bad as spaces that are so much wider than at best."""
    hyphen_again: float
    """The same for a second hyphen in a row, beside its own cost, and for one at the end of the last line but one."""
    last_line: float
    """The least length of a last line."""
    short_last: float
    """A shorter one is as bad as spaces that are so much wider than at best."""
    hang: float
    """The share of a hyphen or stop at a line's end that stands outside the measure."""
    narrowest: float
    """The narrowest measure that is composed."""
    last_page: int
    """A last page of so many lines at most is saved, where that can be done, by setting paragraphs a line shorter."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout, ready for composing."""

    name: str
    folders: tuple[Path, ...]
    """Where templates, styles and pictures are looked for: the journal's own layout first, the bundled one last."""
    trim: Trim
    text_family: str
    label_family: str
    other_families: tuple[str, ...]
    """Where the two lack a letter, in this order."""
    palette: tuple[tuple[str, str], ...]
    """Colours by name, as CSS writes them."""
    labels: Labels
    other_languages: Literal["before", "after"]
    """Where an article's title, abstract and keywords in the other languages stand: before its text or after its
    references."""
    section_openings: Literal["page", "line"]
    """A section opens with a page of its own, or with a line over its first article."""
    article_start: Literal["any", "right"]
    """The side on which an article may begin."""
    grid: bool
    """Whether paragraphs stand on one grid of lines, so that lines of facing pages meet."""
    floats: bool
    """Whether tables and figures that do not fit the rest of a page move to the head of the next."""
    composer: Composer | None = None
    """How justified paragraphs are set; None: line by line, as the engine does."""
    printing: Printing = Printing()

    def colour(self, name: str) -> str:
        """The colour `name` of the palette.

        Raises KeyError when the palette has no such colour.
        """
        return dict(self.palette)[name]
