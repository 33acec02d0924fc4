"""A figure in parts: pictures and one caption between `::: figure {#fig:map}` and `:::`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from tirage.languages.letters import MOST, part_letter
from tirage.model.matter import Figure, Inline, Part
from tirage.read.remarks import Position
from tirage.read.text.attributes import Attributes, check_keys
from tirage.read.text.figures import open_image, read_page, read_width
from tirage.read.text.inlines import Inlines
from tirage.read.text.manuscript import Spot, Target

KEYS = ("source", "page")
PART_KEYS = ("alt", "width")
_GAP = 0.04
"""Between two parts side by side, of the measure."""
_BLANK = ("softbreak", "hardbreak")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    inline: Token
    line: int

    def images(self) -> tuple[Token, ...]:
        """The pictures of a paragraph that holds nothing else; () if it does."""
        kids = [
            kid
            for kid in self.inline.children or ()
            if kid.type not in _BLANK and (kid.type != "text" or kid.content.strip())
        ]
        return tuple(kids) if all(kid.type == "image" for kid in kids) else ()


def read_figure_parts(tokens: Sequence[Token], inlines: Inlines) -> Figure | None:
    """The figure of the `tokens` from the opening to the closing `:::`; None, and findings, without a picture."""
    language = inlines.manuscript.language
    opener, remarks = tokens[0], inlines.manuscript.remarks
    line = (opener.map or [0])[0] + 1
    at = (line, inlines.manuscript.lines[line - 1].find("{") + 1)
    attributes: Attributes = opener.meta["attributes"]
    target: Target = opener.meta["target"]
    check_keys(attributes, KEYS, "A figure in parts", remarks, at)
    parts: list[Part] = []
    caption: tuple[Inline, ...] = ()
    for paragraph in _paragraphs(tokens, inlines):
        spot = inlines.manuscript.spot(paragraph.line, paragraph.inline.content)
        if images := paragraph.images():
            parts += [part for image in images if (part := _read_part(image, spot, inlines))]
        elif caption:
            message = "The figure has two captions."
            advice = "One paragraph without a picture is the caption; give the rest to the text."
            remarks.fail("content.figure/parts", message, advice, (paragraph.line, 1))
        else:
            caption = inlines.read(paragraph.inline.children or [], spot)
    if not 2 <= len(parts) <= MOST:
        message = f"The figure has {len(parts)} part{'s' * (len(parts) != 1)}."
        advice = f"Between `::: figure` and `:::` stand 2 to {MOST} pictures; one alone needs no such lines."
        remarks.fail("content.figure/parts", message, advice, (line, 1))
    if not caption:
        advice = "Write it in a paragraph of its own before the closing `:::`."
        remarks.warn("facts.missing/caption", "The figure has no caption.", advice, (line, 1))
    if not parts:
        return None
    parts = parts[:MOST]
    return Figure(
        image=parts[0].image,
        caption=caption,
        alt=parts[0].alt,
        anchor=target.anchor,
        number=target.number,
        source=attributes.get("source"),
        line=line,
        parts=tuple(
            replace(part, letter=part_letter(n, language), width=part.width or _share(len(parts)))
            for n, part in enumerate(parts, 1)
        ),
        page=read_page(attributes, remarks, at),
    )


def _paragraphs(tokens: Sequence[Token], inlines: Inlines) -> Iterator[_Paragraph]:
    depth = 0
    for at, token in enumerate(tokens[1:-1], 1):
        if token.type == "paragraph_open" and not depth:
            yield _Paragraph(tokens[at + 1], (token.map or [0])[0] + 1)
        elif not depth and token.type not in ("inline", "paragraph_close"):
            message = "Something else than pictures and a caption stands in the figure."
            advice = "Close the figure with `:::` before it."
            place = ((token.map or [0])[0] + 1, 1)
            inlines.manuscript.remarks.fail("content.figure/parts", message, advice, place)
        if token.type not in ("paragraph_open", "paragraph_close"):
            depth += token.nesting


def _read_part(token: Token, spot: Spot, inlines: Inlines) -> Part | None:
    """The part of one picture; without its letter; `width` is 0 where none is written."""
    manuscript = inlines.manuscript
    attributes: Attributes = token.meta.get("attributes") or Attributes()
    at = spot.at(token.meta["at"])
    place: Position = spot.at(token.meta.get("attributes_at", token.meta["at"]))
    check_keys(attributes, PART_KEYS, "A part of a figure", manuscript.remarks, place)
    if attributes.name:
        message = f"A part of a figure cannot be mentioned by a name (`#{attributes.name}`)."
        advice = "Name the figure; write the part in words: `@fig:map, a`."
        manuscript.remarks.fail("content.attributes/unknown", message, advice, place)
    if not attributes.get("alt"):
        message = "It is not said what this part shows to someone who cannot see it."
        advice = 'Write `{alt="…"}` after the picture.'
        manuscript.remarks.warn("facts.missing/alt", message, advice, at)
    image = open_image(str(token.attrs["src"]), manuscript, at)
    caption = inlines.read(token.children or [], spot.part(token.meta["at"] + 2, token.content))
    width = read_width(attributes.get("width"), manuscript, place)
    return Part("", image, caption, attributes.get("alt"), width or 0) if image else None


def _share(parts: int) -> float:
    """Up to three parts stand in one row; more of them in rows of two or three."""
    columns = parts if parts <= 3 else 3 if parts % 3 == 0 else 2
    return round((1 - _GAP * (columns - 1)) / columns, 4)
