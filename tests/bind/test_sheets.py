from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from tests.bind.helpers import typeset
from tests.bind.notation import show
from tirage.bind.links import Target
from tirage.bind.sheets import open_sheets
from tirage.errors import TypesetError
from tirage.model.press import Folios, Gathering


@pytest.fixture
def gathering(tmp_path: Path) -> Gathering:
    body = '<p>Text <a href="#x">in</a> <a href="tirage:two#%D1%8F">two</a> <a id="x" href="https://e.org">e</a>'
    return typeset(tmp_path, body)


def refilled(gathering: Gathering, content: bytes) -> Gathering:
    """The gathering with another file, which it knows about."""
    gathering.pdf.write_bytes(content)
    return replace(gathering, digest=sha256(content).hexdigest())


def test_pages_come_with_their_structure_and_links(gathering: Gathering) -> None:
    sheets = open_sheets(gathering)
    with sheets.pdf:
        assert show(sheets.tree, "kk") == "Art(P(0 Link(*0 1) Link(*1 3) Link(*2 5)))"
        assert sheets.targets == (
            (Target(name="one#x"), Target(name="two#я"), Target(uri="https://e.org")),
        )
        assert sorted(sheets.pdf.Root.keys()) == ["/Pages", "/Type"]
        assert "/Dest" not in sheets.pdf.pages[0].obj.Annots[0]


def test_a_file_that_is_not_the_typeset_one_is_refused(gathering: Gathering) -> None:
    content = gathering.pdf.read_bytes()
    gathering.pdf.write_bytes(content + b"\n")
    with pytest.raises(TypesetError, match="“one” are not those that were typeset"):
        open_sheets(gathering)


def test_a_missing_file_is_named_by_its_piece(gathering: Gathering) -> None:
    gathering.pdf.unlink()
    with pytest.raises(TypesetError, match="“one” cannot be read: No such file"):
        open_sheets(gathering)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nno pages", b"\0" * 100])
def test_a_broken_file_is_refused(gathering: Gathering, content: bytes) -> None:
    with pytest.raises(TypesetError, match="“one” are no sound PDF file"):
        open_sheets(refilled(gathering, content))


def test_pages_that_are_too_few_are_refused(gathering: Gathering) -> None:
    with pytest.raises(TypesetError, match="“one” are 1, not 2"):
        open_sheets(replace(gathering, folios=Folios(1, 2)))


def test_pages_without_tags_are_refused(gathering: Gathering, tmp_path: Path) -> None:
    with pikepdf.open(gathering.pdf) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(tmp_path / "untagged.pdf")
    with pytest.raises(TypesetError, match="“one” have no structure tags"):
        open_sheets(refilled(gathering, (tmp_path / "untagged.pdf").read_bytes()))


def test_pages_that_lack_text_are_refused(gathering: Gathering, tmp_path: Path) -> None:
    with pikepdf.open(gathering.pdf) as pdf:
        stream = pdf.pages[0].obj.Contents
        stream.write(stream.read_bytes().replace(b"/MCID 0>>", b"/MCID 90>>"))
        pdf.save(tmp_path / "lacking.pdf")
    with pytest.raises(TypesetError, match="“one” lack text"):
        open_sheets(refilled(gathering, (tmp_path / "lacking.pdf").read_bytes()))
