"""A picture in a paragraph of its own → Figure."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import unquote

from markdown_it.token import Token

from tirage.model.matter import Figure, Image
from tirage.read.remarks import Position, Remarks
from tirage.read.source import LARGEST_PICTURE, read_bytes
from tirage.read.text.attributes import Attributes, check_keys
from tirage.read.text.inlines import Inlines
from tirage.read.text.manuscript import Manuscript, Spot, Target
from tirage.read.text.raster import read_raster
from tirage.read.text.svg import read_svg

KEYS = ("alt", "width", "source", "page")


def read_figure(token: Token, spot: Spot, inlines: Inlines) -> Figure | None:
    """The figure of the image `token`, alone in the paragraph at `spot`; None, and a finding, without its file."""
    manuscript, remarks = inlines.manuscript, inlines.manuscript.remarks
    target: Target = token.meta["target"]
    attributes: Attributes = token.meta.get("attributes") or Attributes()
    start = spot.content.index("![")
    at = spot.at(start)
    place = spot.at(token.meta.get("attributes_at", start))
    check_keys(attributes, KEYS, "A figure", remarks, place)
    if title := token.attrs.get("title"):
        message = f"The title “{title}” of the picture is not printed."
        remarks.warn("content.image/title", message, "Put it into the caption.", at)
    image = open_image(str(token.attrs["src"]), manuscript, at)
    caption = inlines.read(token.children or [], spot.part(start + 2, token.content))
    _tell_missing(bool(caption), attributes, manuscript, at)
    width = read_width(attributes.get("width"), manuscript, place)
    if image is None:
        return None
    return Figure(
        image=image,
        caption=caption,
        alt=attributes.get("alt"),
        anchor=target.anchor,
        number=target.number,
        width=width,
        source=attributes.get("source"),
        line=spot.line,
        page=read_page(attributes, remarks, place),
    )


def read_page(attributes: Attributes, remarks: Remarks, at: Position) -> bool:
    """Whether the figure stands on a page of its own."""
    written = attributes.get("page")
    if written not in ("", "true", "false"):
        message = f"`page={written}` is neither `true` nor `false`."
        remarks.fail("content.attributes/wrong-value", message, "Write `page=true`.", at)
    return written == "true"


def _tell_missing(
    has_caption: bool, attributes: Attributes, manuscript: Manuscript, at: Position
) -> None:
    if not has_caption:
        advice = "Write it between the brackets: `![Caption](map.svg)`."
        manuscript.remarks.warn("facts.missing/caption", "The figure has no caption.", advice, at)
    if not attributes.get("alt"):
        message = "It is not said what the figure shows to someone who cannot see it."
        advice = 'Write `{alt="…"}` after the picture.'
        manuscript.remarks.warn("facts.missing/alt", message, advice, at)


def read_width(written: str, manuscript: Manuscript, at: Position) -> float | None:
    """The share of the measure that is written as a percentage; None where there is none, or with a finding."""
    if not written:
        return None
    match = re.fullmatch(r"(\d{1,3}(?:\.\d+)?)%", written)
    if match and 1 <= float(match[1]) <= 100:
        return float(match[1]) / 100
    message = f"`width={written}` is not a share of the measure."
    advice = "Write a percentage from 1% to 100%: `width=80%`."
    manuscript.remarks.fail("content.attributes/wrong-value", message, advice, at)
    return None


def open_image(name: str, manuscript: Manuscript, at: Position) -> Image | None:
    """The picture file `name` beside the article; None, and a finding, when it cannot be used."""
    remarks = manuscript.remarks
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:|//", name):
        message = f"`{name[:80]}` is an address: nothing is fetched from the network."
        remarks.fail("content.image/remote", message, "Put the picture beside the article.", at)
        return None
    # markdown-it has written spaces and Cyrillic letters as %-codes.
    path = manuscript.shelf.find(unquote(name), remarks, manuscript.folder, at)
    if path is None:
        return None
    there = remarks.about(manuscript.shelf.name(path))
    data = read_bytes(path, there, LARGEST_PICTURE)
    if data is None:
        return None
    digest = hashlib.sha256(data).hexdigest()
    if path.suffix.lower() == ".svg":
        size = read_svg(data, there)
        return Image(path, "svg", *size, digest) if size else None
    raster = read_raster(data, there)
    return Image(path, *raster, digest) if raster else None
