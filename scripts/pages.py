"""Facing pages of the sample issue before and after make-up, one spread above the other: docs/pictures/pages-*.png.

Above stands what the engine makes of them alone, below what tirage makes: paragraphs composed, pages filled, tables and figures
moved, lines on one grid. Both have the same folios.

Usage: python scripts/pages.py
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from tirage.compose.pieces import compose
from tirage.model.layout import Layout
from tirage.model.press import Piece
from tirage.read.issue import read_issue
from tirage.read.layout import read_layout
from tirage.read.pages import read_paging
from tirage.typeset.press import Press, gatherings

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SPREADS = {
    "kk": ("kazakh-letters", 10),
    "ru": ("journal-metadata", 50),
    "en": ("accessible-tables", 54),
}
"""The article and the folio of the left page of each picture."""
WIDTH = 680
"""Of a page, pixels."""
GAP = 12
GREY = (222, 226, 228)


def composed(layout: Layout, cache: Path) -> Iterator[Piece]:
    """The articles of the pictures in a layout, with the folios that are recorded."""
    folder = ROOT / "content" / "2026-1"
    issue = read_issue(folder).issue
    assert issue is not None
    wanted = {name for name, _ in SPREADS.values()}
    for piece in compose(issue, layout, read_paging(folder / "pages.yaml"), cache):
        if piece.name in wanted:
            yield piece


def spread(pdf: Path, number: int) -> Image.Image:
    """Two facing pages, the left one with that number from 0."""
    sheet = None
    with pypdfium2.PdfDocument(pdf) as document:
        for place in range(2):
            page = document[number + place]
            drawn = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
            sheet = sheet or Image.new("RGB", (2 * drawn.width + 1, drawn.height), GREY)
            sheet.paste(drawn, (place * (drawn.width + 1), 0))
    assert sheet is not None
    return sheet


def main() -> None:
    layout = read_layout("bulletin", (ROOT / "layouts",))
    plain = replace(layout, composer=None, grid=False, floats=False)
    with tempfile.TemporaryDirectory() as folder:
        press = Press(0, Path(folder), (ROOT / "fonts",))
        before, after = (
            {made.piece: made for made in gatherings([*composed(look, Path(folder))], press)}
            for look in (plain, layout)
        )
        for language, (name, folio) in SPREADS.items():
            number = folio - after[name].folios.first
            spreads = [spread(made.pdf, number) for made in (before[name], after[name])]
            width, height = spreads[0].size
            sheet = Image.new("RGB", (width, 2 * height + GAP), GREY)
            for place, picture in enumerate(spreads):
                sheet.paste(picture, (0, place * (height + GAP)))
            sheet.quantize(12).save(PICTURES / f"pages-{language}.png", optimize=True)


if __name__ == "__main__":
    main()
