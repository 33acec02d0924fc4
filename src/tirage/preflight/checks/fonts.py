"""The fonts of the pages. In comes a proof, out go signs and fonts that a reader cannot use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from tirage.findings import Severity, counted
from tirage.preflight.check import Fault, check
from tirage.preflight.glyphs import Font, Use
from tirage.preflight.subjects import Pages, Proof

_FONT = re.compile(r"(?<![\w-])font(?:-family)?\s*:\s*([^;{}]+)")
_SIZE = re.compile(r"(?:^|\s)[\d.]+(?:pt|px|em|rem|mm|%)(?:\s*/\s*[\w.%]+)?\s")

_SHOWN = 8
"""Signs that are named; more tell an editor no more."""

_SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}
"""What scripts are called where Unicode's names of characters begin with another word."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@check(
    "fonts.glyphs",
    codes=("missing", "unmapped", "replacement"),
    rationale="A letter that the font does not have is printed as an empty box, and a glyph without its letter can be "
    "neither searched nor read aloud. Kazakh letters are missing from many fonts.",
    source="ISO 19005-2, 6.2.11.8 (no .notdef) and 6.2.11.7 (Unicode of every glyph); Matterhorn 10-001",
    advice="Write another character, or put a font that has it into the folder `fonts` beside journal.yaml and name its family there, under `fonts`.",
)
def glyphs(proof: Pages) -> Iterator[Fault]:
    """Every sign that is printed is in its font and known by its letter."""
    for font, codes, page in _first_pages(proof.uses, _missing):
        texts = [(font.unicode or {}).get(code, "") for code in codes]
        signs = ", ".join(map(_named, texts[:_SHOWN]))
        more = f" and {counted(len(texts) - _SHOWN, 'other')}" if len(texts) > _SHOWN else ""
        yield Fault(
            "missing",
            f"The font {font.name} has no sign for {signs}{more}: an empty box is printed.",
            proof.sheets[page].folio,
            f"Write it otherwise, or put a font {_scripts(texts)} into the folder `fonts` beside journal.yaml "
            "and name its family there: `fonts: [Name of the family]`.",
        )
    for font, codes, page in _first_pages(proof.uses, _unmapped):
        nameless = counted(
            len(codes),
            "glyph does not say which letter it is",
            "glyphs do not say which letters they are",
        )
        yield Fault(
            "unmapped",
            f"In the font {font.name} {nameless}.",
            proof.sheets[page].folio,
            "Use another version of the font: this one cannot be searched or read aloud.",
        )
    for font, _, page in _first_pages(proof.uses, _replaced):
        yield Fault(
            "replacement",
            f"The sign {_REPLACEMENT} (U+FFFD) is printed in {font.name}: a letter was lost before the text came here.",
            proof.sheets[page].folio,
            "Look for it in the article's file and write the letter that stood there.",
        )


@check(
    "fonts.embedded",
    codes=("not-embedded", "no-unicode"),
    rationale="A font that is not in the file is replaced by another one wherever the reader does not have it.",
    source="ISO 19005-2, 6.2.11.4 (embedding); ISO 14289-1, 7.21",
    advice="Look whether the files in the folder of fonts are whole and may be embedded.",
)
def embedded(proof: Pages) -> Iterator[Fault]:
    """Every font is in the file and knows its letters."""
    for font, folio in _fonts(proof):
        if not font.embedded:
            advice = "Name a font in the layout that lies in the fonts folder."
            yield Fault("not-embedded", f"The font {font.name} is not in the file.", folio, advice)
        if font.unicode is None:
            message = f"The font {font.name} does not say which letters its glyphs are."
            yield Fault("no-unicode", message, folio, "Use another version of the font.")


@check(
    "fonts.subset",
    codes=("whole",),
    rationale="A font that is in the file whole makes it larger, and hands the font on, which its licence may forbid.",
    source="ISO 32000-1, 9.6.4 (font subsets); licences of commercial fonts",
    advice="Let the program that made the file embed subsets of fonts.",
    severity=Severity.WARN,
)
def subset(proof: Pages) -> Iterator[Fault]:
    """Of every font only what is used is in the file."""
    for font, folio in _fonts(proof):
        if font.embedded and not font.subset and font.kind != "Type3":
            message = f"The font {font.name} is in the file with all its signs."
            advice = "Let the program that made the file embed subsets of fonts."
            yield Fault("whole", message, folio, advice)


@check(
    "fonts.outlines",
    codes=("drawings",),
    rationale="The letters of a Type 3 font are drawings: they are blurred on many screens, and some presses and "
    "archives refuse them.",
    source="ISO 32000-1, 9.6.5; Ghent PDF Output Suite and printers' guides",
    advice="Use the TrueType or OpenType version of the font.",
    severity=Severity.WARN,
)
def outlines(proof: Pages) -> Iterator[Fault]:
    """Letters are outlines of a font and not drawings."""
    for font, folio in _fonts(proof):
        if font.kind == "Type3":
            message = f"The font {font.name} is of Type 3: its letters are drawings."
            advice = "Use the TrueType or OpenType version of the font; TeX needs `cm-super` or a Unicode engine."
            yield Fault("drawings", message, folio, advice)


@check(
    "fonts.declared",
    codes=("foreign",),
    rationale="A font that the layout does not name was put in for a letter that its own fonts lack. It looks foreign, "
    "and another computer may put in another one.",
    source="house rule; WeasyPrint and Pango take any font of the system for a missing letter",
    advice="Write another sign, or name the font: under `fonts` in journal.yaml, or in layout.yaml.",
    severity=Severity.WARN,
)
def declared(proof: Proof) -> Iterator[Fault]:
    """Every font is one that the layout names."""
    named = sorted(set(_families(proof.piece.css + proof.piece.html)))
    if not named:
        return
    for font, folio in _fonts(proof):
        own = _letters(font.name)
        if own and not any(own.startswith(_letters(family)) for family in named):
            message = f"The font {font.name} is none that layout.yaml or journal.yaml names: {', '.join(named)}."
            advice = f"Write another sign, or name the font in journal.yaml: `fonts: [{_family(font.name)}]`."
            yield Fault("foreign", message, folio, advice)


def _fonts(pages: Pages) -> Iterator[tuple[Font, str]]:
    """Each font with the folio of the first page that uses it."""
    told = set()
    for use in pages.uses:
        if id(use.font) not in told:
            told.add(id(use.font))
            yield use.font, pages.sheets[use.page].folio


def _families(css: str) -> Iterator[str]:
    """The families that a style sheet names; what stands before a family in `font` ends with its size."""
    for value in _FONT.findall(unescape(css)):
        for part in _SIZE.split(value)[-1].split(","):
            if family := part.strip(" \n\t\"'"):
                yield family


def _family(name: str) -> str:
    """The family of a font as an editor writes it: "Noto Serif CJK SC" for "Noto-Serif-CJK-SC,Bold"."""
    return name.partition(",")[0].replace("-", " ")


def _letters(name: str) -> str:
    """A name of a font as it can be compared: "Source Sans 3" and "SourceSans3-Regular" begin alike."""
    return re.sub(r"[\W_]", "", name).casefold()


def _first_pages(
    used: tuple[Use, ...], wrong: Callable[[Font, int], bool]
) -> Iterator[tuple[Font, tuple[int, ...], int]]:
    """Each font with the codes that are `wrong` in it and the first page that shows one."""
    found: dict[int, tuple[Font, set[int], int]] = {}
    for use in used:
        if codes := {code for code in use.codes if wrong(use.font, code)}:
            _, all_codes, _ = found.setdefault(id(use.font), (use.font, set(), use.page))
            all_codes |= codes
    return ((font, tuple(sorted(codes)), page) for font, codes, page in found.values())


def _missing(font: Font, code: int) -> bool:
    return font.wide and font.glyph(code) == 0


def _unmapped(font: Font, code: int) -> bool:
    """A glyph may say "" when it is a part of a letter; to say nothing, or U+0000, is wrong."""
    if font.unicode is None or _missing(font, code):
        return False
    return font.unicode.get(code, "\0") == "\0"


def _replaced(font: Font, code: int) -> bool:
    return _REPLACEMENT in (font.unicode or {}).get(code, "")


def _scripts(texts: Iterable[str]) -> str:
    """What a font must be for that is to have `texts`: "for Chinese letters"; "that has it" where they are no letters."""
    first = (
        unicodedata.name(text[0], "").split()[0] for text in texts if text and _is_letter(text[0])
    )
    names = {_SCRIPTS.get(name, name.capitalize()) for name in first}
    return f"for {' and '.join(sorted(names))} letters" if names else "that has it"


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM" and bool(unicodedata.name(char, ""))


def _named(text: str) -> str:
    numbers = " ".join(f"U+{ord(letter):04X}" for letter in text)
    visible = text if text and not unicodedata.category(text[0]).startswith("C") else ""
    return f"«{visible}» ({numbers})" if visible else numbers or "a glyph without a letter"
