"""A line that fits but for the space behind it is not broken after its first word."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from tests.typeset.helpers import FONTS, make_piece
from tirage.typeset.press import Press, gatherings

TEXT = (
    "Файлды сынау үшін емле ережелерінің өз мысалдарын алдық. Отыз алты сөз алты топқа бөлінді, үлгілер "
    "Pyphen сөздігіне айналдырылып, әр сөзге қолданылды. <em>Кестесі</em> көрсеткендей, сөздердің он тоғызы"
)


def lines(folder: Path, width: float) -> list[str]:
    css = f"@page {{ size: 300mm }} p {{ width: {width}mm; font-size: 10.2pt; text-indent: 1.6em; hyphens: manual }}"
    (made,) = gatherings([make_piece(f"<p>{TEXT}</p>", css)], Press(1, folder, (FONTS,)))
    page = pypdfium2.PdfDocument(made.pdf)[0]
    return [line.strip() for line in page.get_textpage().get_text_range().splitlines()]


def test_the_line_is_filled(tmp_path: Path) -> None:
    first, second, *_ = lines(tmp_path, 152)
    assert first.endswith("Отыз алты сөз")
    assert second.startswith("алты топқа бөлінді")
    assert second.endswith("қолданылды.")


def test_no_line_is_short_at_any_width(tmp_path: Path) -> None:
    for width in (150, 151, 151.5, 152.5, 153, 154):
        *full, _ = lines(tmp_path, width)
        assert min(map(len, full)) > 55
