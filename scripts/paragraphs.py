"""Paragraphs of the sample issue before and after the composer, side by side: docs/pictures/paragraphs-*.png.

Usage: python scripts/paragraphs.py
"""

from __future__ import annotations

import html
import tempfile
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from tirage.model.matter import Paragraph, plain
from tirage.model.press import Folios, Piece
from tirage.read.issue import read_issue
from tirage.read.layout import read_layout
from tirage.typeset.press import Press, gatherings

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
SCALE = 2.2
WIDTHS = {"kk": 110, "ru": 80}
"""The measure of each picture's text, mm, by language."""
CSS = """
@page {{ size: {page}mm 92mm; margin: 6mm }}
html {{ font: 10.2pt/13.6pt Literata; font-variation-settings: "opsz" 13.6; word-spacing: .001pt; hyphens: auto;
  hyphenate-character: "-"; hyphenate-limit-chars: 5 2 2; font-variant-numeric: oldstyle-nums }}
body, p {{ margin: 0 }}
p {{ text-align: justify; text-indent: 1.6em }}
"""


def paragraphs(language: str) -> list[str]:
    """The first long paragraphs of the first article in a language."""
    issue = read_issue(ROOT / "content" / "2026-1").issue
    assert issue is not None
    article = next(article for article in issue.articles if article.language == language)
    texts = [plain(block.children) for block in article.body.blocks if isinstance(block, Paragraph)]
    return [text for text in texts if len(text) > 300][:4]


def main() -> None:
    composer = read_layout("bulletin", (ROOT / "layouts",)).composer
    with tempfile.TemporaryDirectory() as folder:
        press = Press(1, Path(folder), (ROOT / "fonts",))
        for language, width in WIDTHS.items():
            body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs(language))
            before = Piece(
                name=f"{language}-before",
                kind="article",
                language=language,
                title="",
                html=f"<!doctype html><html lang={language}><title>x</title><body>{body}</body></html>",
                css=CSS.format(page=width + 12),
                assets=(),
                folios=Folios(1, 1),
                starts="right",
                flows=(),
            )
            after = replace(before, name=f"{language}-after", composer=composer)
            pages = [
                pypdfium2.PdfDocument(made.pdf)[0].render(scale=SCALE).to_pil()
                for made in gatherings([before, after], press)
            ]
            sheet = Image.new("RGB", (2 * pages[0].width + 16, pages[0].height), (222, 226, 228))
            for number, page in enumerate(pages):
                sheet.paste(page, (number * (page.width + 16), 0))
            sheet.quantize(32).save(PICTURES / f"paragraphs-{language}.png", optimize=True)


if __name__ == "__main__":
    main()
