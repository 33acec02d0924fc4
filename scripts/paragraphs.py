"""Paragraphs of the sample issue before and after the composer, side by side: docs/pictures/paragraphs-*.png.

And a line drawn narrower, as it is and wider, to see how little that is: docs/pictures/glyphs.png.

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

LINES = """
p { text-indent: 0; white-space: nowrap; hyphens: manual }
span { display: inline-block; transform-origin: left }
i { position: absolute; right: 0; font-size: 6pt; color: #777 }
"""


def paragraphs(language: str) -> list[str]:
    """The first long paragraphs of the first article in a language."""
    issue = read_issue(ROOT / "content" / "2026-1").issue
    assert issue is not None
    article = next(article for article in issue.articles if article.language == language)
    texts = [plain(block.children) for block in article.body.blocks if isinstance(block, Paragraph)]
    return [text for text in texts if len(text) > 300][:4]


def piece(name: str, language: str, body: str, css: str) -> Piece:
    """A piece with `body` on its pages."""
    return Piece(
        name=name,
        kind="article",
        language=language,
        title="",
        html=f"<!doctype html><html lang={language}><title>x</title><body>{body}</body></html>",
        css=css,
        assets=(),
        folios=Folios(1, 1),
        starts="right",
        flows=(),
    )


def widened(press: Press, glyphs: float) -> None:
    """The picture of a line in three widths."""
    line = " ".join(paragraphs("kk")[0].split()[:7])
    rows = "".join(
        f"<p><span style='transform: scaleX({1 + share})'>{html.escape(line)}</span><i>{100 * share:+g} %</i></p>"
        for share in (-glyphs, 0, glyphs)
    )
    rows = rows.replace("-0", "−0").replace("+0 %", "0 %")
    css = CSS.format(page=112).replace("92mm", "27mm") + LINES
    (made,) = gatherings([piece("widths", "kk", rows, css)], press)
    picture = pypdfium2.PdfDocument(made.pdf)[0].render(scale=6).to_pil()
    picture.quantize(16).save(PICTURES / "glyphs.png", optimize=True)


def main() -> None:
    composer = read_layout("bulletin", (ROOT / "layouts",)).composer
    assert composer is not None
    with tempfile.TemporaryDirectory() as folder:
        press = Press(1, Path(folder), (ROOT / "fonts",))
        widened(press, composer.glyphs)
        for language, width in WIDTHS.items():
            body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs(language))
            before = piece(f"{language}-before", language, body, CSS.format(page=width + 12))
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
