"""Pages of the built sample issue as the README's pictures: docs/pictures/*.png.

Usage: python scripts/pictures.py (after `make issue`)
"""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image

ROOT = Path(__file__).parents[1]
ISSUE = ROOT / "build" / "2026-1" / "issue.pdf"
PICTURES = ROOT / "docs" / "pictures"
SHEETS = {"pages": ("C1", "3", "36", "11"), "spread": ("30", "31"), "article-end": ("24", "25")}
"""Page labels of each picture."""
HEIGHT = 900
GAP = 16


def picture(labels: tuple[str, ...], pages: dict[str, Image.Image]) -> Image.Image:
    """The pages `labels` side by side on grey."""
    chosen = [pages[label] for label in labels]
    width = sum(page.width for page in chosen) + GAP * (len(chosen) + 1)
    sheet = Image.new("RGB", (width, HEIGHT + 2 * GAP), (222, 226, 228))
    left = GAP
    for page in chosen:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    return sheet.quantize(64)


def main() -> None:
    document = pypdfium2.PdfDocument(ISSUE)
    wanted = {label for labels in SHEETS.values() for label in labels}
    pages = {}
    for number in range(len(document)):
        label = document.get_page_label(number)
        if label in wanted and label not in pages:
            page = document[number]
            pages[label] = page.render(scale=HEIGHT / page.get_height()).to_pil()
    PICTURES.mkdir(exist_ok=True)
    for name, labels in SHEETS.items():
        picture(labels, pages).save(PICTURES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
