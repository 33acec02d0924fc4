"""Subsets of one font become one, and every letter stays what it was."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from tests.bind.conftest import Bound
from tests.bind.test_streams import fonts, issue_of
from tirage.bind.streams import every_resources
from tirage.bind.truetype import merged, read_program


def programs(path: Path) -> Iterator[bytes]:
    """The font programs of a file."""
    with pikepdf.open(path) as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Stream) and "/Length1" in entry:
                yield entry.read_bytes()


def drawn(program: bytes) -> dict[str, list[object]]:
    """The outlines of a font by the names that fontTools gives its glyphs: their numbers."""
    font = TTFont(BytesIO(program))
    font.setGlyphOrder([f"glyph{number:05d}" for number in range(font["maxp"].numGlyphs)])
    glyphs = font.getGlyphSet()
    found = {}
    for name in font.getGlyphOrder():
        pen = DecomposingRecordingPen(glyphs)  # type: ignore[no-untyped-call]
        glyphs[name].draw(pen)
        if pen.value:
            # A composite glyph may stand where one of its parts would.
            glyph = font["glyf"][name]
            parts = [one.glyphName for one in glyph.components] if glyph.isComposite() else []
            sides = [font["hmtx"][one][1] for one in (name, *parts)]
            found[name] = [pen.value, font["hmtx"][name][0], *sides]
    return found


def test_pieces_that_need_other_letters_share_a_font(tmp_path: Path) -> None:
    galley = issue_of(tmp_path, "<p>abc", "<p>xyz", "<p>Қазақ")
    assert len(fonts(galley.path)) == 1
    pages = PdfReader(galley.path).pages
    assert ["abc" in pages[0].extract_text(), "xyz" in pages[1].extract_text()] == [True, True]
    assert "Қазақ" in pages[2].extract_text()


def test_another_face_is_another_font(tmp_path: Path) -> None:
    galley = issue_of(tmp_path, "<p>abc", "<p><b>xyz</b>")
    assert len(fonts(galley.path)) == 2


def test_the_issue_looks_as_it_was_typeset(bound: Bound) -> None:
    with pypdfium2.PdfDocument(bound.path("issue")) as issue:
        number = 0
        for gathering in bound.job.gatherings:
            with pypdfium2.PdfDocument(gathering.pdf) as typeset:
                for page in typeset:
                    assert bytes(page.render().buffer) == bytes(issue[number].render().buffer)
                    number += 1


def subsets(path: Path) -> Iterator[tuple[bytes, frozenset[int]]]:
    """The font programs of a file and the glyphs that its text uses of each."""
    with pikepdf.open(path) as pdf:
        for resources in every_resources(pdf):
            for font in resources.get("/Font", {}).values():
                inner = font.DescendantFonts[0]
                starts, runs = list(inner.W)[::2], list(inner.W)[1::2]
                used = {
                    int(s) + i for s, run in zip(starts, runs, strict=True) for i in range(len(run))
                }
                yield inner.FontDescriptor.FontFile2.read_bytes(), frozenset(used)


def test_merged_outlines_are_those_of_the_subsets(tmp_path: Path) -> None:
    bodies = ("<p>Æon éclair", "<p>abc – ëïé", "<p>Қазақ ёй", "<p>ǘ ế xyz")
    found: dict[bytes, frozenset[int]] = {}
    for number, body in enumerate(bodies):
        galley = issue_of(tmp_path / f"{number}", body)
        found |= dict(subsets(galley.path))
    read = [(read_program(program, used), program, used) for program, used in found.items()]
    parts = [part for part, _, _ in read if part]
    assert len(parts) == len(bodies)
    assert all(parts[0].fits(other) for other in parts)
    whole = drawn(merged(parts, [used for _, _, used in read]))
    for _, program, used in read:
        alone = drawn(program)
        names = {f"glyph{number:05d}" for number in used} & alone.keys()
        assert names
        assert {name: whole[name] for name in names} == {name: alone[name] for name in names}


def test_a_merged_program_has_right_sums(bound: Bound) -> None:
    font = TTFont(BytesIO(next(programs(bound.path("issue")))), checkChecksums=2)
    for table in font.keys():  # noqa: SIM118  a font is no mapping
        font[table]


@pytest.mark.parametrize("content", [b"", b"OTTO", b"\0\1\0\0\0\1" + bytes(40)])
def test_other_programs_are_left_alone(content: bytes) -> None:
    assert read_program(content, {1}) is None
