from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from PIL import Image
from pypdf import PdfReader

from tests.bind.helpers import make_article, make_issue, paging_of, typeset
from tirage.bind.galleys import bind
from tirage.bind.job import Job
from tirage.bind.streams import rename_fonts
from tirage.model.issue import Section
from tirage.model.language import Localized
from tirage.model.press import Galley


def picture(colour: str, mode: str = "RGB") -> str:
    file = BytesIO()
    Image.new(mode, (3, 3), colour).save(file, "PNG")
    return f'<img alt="x" src="data:image/png;base64,{b64encode(file.getvalue()).decode()}">'


def issue_of(folder: Path, *bodies: str) -> Galley:
    """The issue of one article for each of `bodies`."""
    folder.mkdir(exist_ok=True)
    names = [f"a{number}" for number, _ in enumerate(bodies)]
    gatherings = tuple(
        typeset(folder, body, piece=name, first=number + 1)
        for number, (name, body) in enumerate(zip(names, bodies, strict=True))
    )
    issue = make_issue(Section(Localized(), tuple(make_article(name) for name in names)))
    return bind(Job(gatherings, issue, paging_of(*gatherings)), folder / "out")[0]


def fonts(path: Path) -> dict[str, set[bytes]]:
    """The names of the fonts of a file, and the digests of the programs that have each name."""
    found: dict[str, set[bytes]] = {}
    for page in PdfReader(path).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            entry: Any = font.get_object()
            cid = entry["/DescendantFonts"][0].get_object()
            descriptor = cid["/FontDescriptor"]
            assert entry["/BaseFont"] == cid["/BaseFont"] == descriptor["/FontName"]
            program = next(descriptor[key] for key in descriptor if key.startswith("/FontFile"))
            digest = sha256(program.get_data()).digest()
            found.setdefault(entry["/BaseFont"], set()).add(digest)
    return found


def test_different_subsets_of_one_font_have_different_names(tmp_path: Path) -> None:
    one, two = typeset(tmp_path, "<p>abc", piece="one"), typeset(tmp_path, "<p>xyz", piece="two")
    found: set[str] = set()
    for gathering in (one, two):
        with pikepdf.open(gathering.pdf, allow_overwriting_input=True) as pdf:
            rename_fonts(pdf)
            pdf.save()
        found |= fonts(gathering.pdf).keys()
    assert len(found) == 2
    assert len({name.partition("+")[2] for name in found}) == 1


def test_equal_subsets_have_one_name_and_are_kept_once(tmp_path: Path) -> None:
    galley = issue_of(tmp_path, "<p>pages", "<p>gapes", "<p>other")
    assert {len(digests) for digests in fonts(galley.path).values()} == {1}
    with pikepdf.open(galley.path) as pdf:
        programs = [
            bytes(entry.read_raw_bytes())
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Stream) and "/Length1" in entry
        ]
        assert len(programs) == len(set(programs)) < 3 * len(fonts(galley.path))


def test_a_picture_of_several_pieces_is_kept_once(tmp_path: Path) -> None:
    red, clear = picture("red"), picture("#0f08", "RGBA")
    galley = issue_of(tmp_path, f"<p>{red}{clear}", f"<p>{clear}", f"<p>{red}{picture('blue')}")
    with pikepdf.open(galley.path) as pdf:
        pictures = [
            entry
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Stream) and entry.get("/Subtype") == "/Image"
        ]
        assert len(pictures) == 4
        assert sum("/SMask" in entry for entry in pictures) == 1


def test_names_do_not_depend_on_the_piece(tmp_path: Path) -> None:
    names = []
    for piece in ("one", "two"):
        with pikepdf.open(typeset(tmp_path, "<p>same", piece=piece).pdf) as pdf:
            rename_fonts(pdf)
            names.append([str(f.BaseFont) for f in pdf.pages[0].Resources.Font.values()])
    assert names[0] == names[1]
    assert all(len(name.partition("+")[0]) == 7 for name in names[0])
