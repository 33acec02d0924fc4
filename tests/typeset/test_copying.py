"""What is copied from finished pages, as three readers give it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.typeset.helpers import FONTS, make_piece
from tirage.languages.marks.rules import rules_of
from tirage.languages.marks.setting import set_text
from tirage.typeset.press import Press, gatherings

TYPED = "А. Ә. Әуезов 12345 адам – 5-ші, ж. ж. 2026 ж. № 7"
"""Takes a no-break space, a narrow one and a joiner."""


def with_pypdf(path: Path) -> str:
    return PdfReader(path).pages[0].extract_text()


def with_pdfium(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return str(pdf[0].get_textpage().get_text_range())


def with_poppler(path: Path) -> str:
    return subprocess.run(
        ["pdftotext", path, "-"], capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page that has the line in both faces, and in each the narrow space before any other space."""
    text = set_text(TYPED, rules_of("kk"))
    assert {"\u00a0", "\u202f", "\u2060"} <= set(text)
    lines = f"<p>1\u202f000 {text}</p><p>каз\u00adақ {text}</p>"
    body = f"{lines}<div style=\"font-family: 'Source Sans 3'\">{lines}</div>"
    (gathering,) = gatherings(
        [make_piece(body)], Press(1, tmp_path_factory.mktemp("copying"), (FONTS,))
    )
    return gathering.pdf


@pytest.mark.parametrize("read", [with_pypdf, with_pdfium, with_poppler])
def test_spaces_are_copied_as_spaces_and_joiners_as_nothing(
    made: Path, read: Callable[[Path], str]
) -> None:
    text = read(made)
    assert not set("\u00a0\u202f\u2060\u00ad\u2009") & set(text)
    plain = " ".join(text.split())
    assert plain.count("А. Ә. Әуезов 12 345 адам") == 4
    assert plain.count("5-ші, ж. ж. 2026 ж. № 7") == 4
    assert plain.count("казақ") == 2
