from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pypdf import PdfReader

from tests.bind.conftest import Bound
from tests.bind.readers import contents
from tirage.bind.galleys import bind
from tirage.errors import TypesetError
from tirage.model.press import Galley

NAMES = ["issue", "editorial", "one", "two"]


def rebound(
    bound: Bound, out: Path, only: str = "", cache: Path | None = None
) -> tuple[Galley, ...]:
    return bind(replace(bound.job, only=only), out, cache)


def test_the_issue_and_an_offprint_for_each_article(bound: Bound) -> None:
    assert [galley.name for galley in bound.galleys] == NAMES
    assert {galley.edition for galley in bound.galleys} == {"screen"}
    for galley in bound.galleys:
        assert len(PdfReader(galley.path).pages) == len(galley.leaves)


def test_the_pages_of_an_offprint_are_those_of_the_issue(bound: Bound) -> None:
    whole = contents(bound.path("issue"))
    leaves = bound.galleys[0].leaves
    for name in NAMES[1:]:
        pages = [page for page, leaf in zip(whole, leaves, strict=True) if leaf.piece == name]
        assert contents(bound.path(name)) == pages


def test_pages_look_as_they_were_typeset(bound: Bound) -> None:
    with (
        pypdfium2.PdfDocument(bound.gathering("one").pdf) as typeset,
        pypdfium2.PdfDocument(bound.path("one")) as offprint,
    ):
        for before, after in zip(typeset, offprint, strict=True):
            assert bytes(before.render().buffer) == bytes(after.render().buffer)


def test_pages_have_boxes_and_an_order_of_links(bound: Bound) -> None:
    for page in PdfReader(bound.path("issue")).pages:
        assert page.trimbox == page.mediabox
        assert str(page["/Tabs"]) == "/S"


@pytest.mark.parametrize("name", NAMES)
def test_checkers_have_no_complaint(bound: Bound, name: str) -> None:
    path = bound.path(name)
    done = subprocess.run(
        ["qpdf", "--check", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_one_offprint_alone(bound: Bound, tmp_path: Path) -> None:
    (galley,) = rebound(bound, tmp_path, "one")
    assert galley.path == tmp_path / "offprints" / "one.pdf"
    assert [path.name for path in tmp_path.rglob("*.pdf")] == ["one.pdf"]
    assert galley.path.read_bytes() == bound.path("one").read_bytes()


def test_one_offprint_needs_only_its_own_gathering(bound: Bound, tmp_path: Path) -> None:
    job = replace(bound.job, gatherings=(bound.gathering("one"),), only="one")
    (galley,) = bind(job, tmp_path)
    assert galley.path.read_bytes() == bound.path("one").read_bytes()


ELSEWHERE = """
import pickle, sys
from pathlib import Path
from tirage.bind.galleys import bind
for galley in bind(pickle.load(sys.stdin.buffer), Path(sys.argv[1])):
    print(galley.path)
"""


@pytest.mark.parametrize("seed", ["1", "77"])
def test_the_same_bytes_in_another_process_and_folder(
    bound: Bound, tmp_path: Path, seed: str
) -> None:
    job = pickle.dumps(bound.job)
    command = [sys.executable, "-c", ELSEWHERE, str(tmp_path / "a deeper folder")]
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Almaty", "LC_ALL": "C"}
    done = subprocess.run(command, input=job, capture_output=True, check=True, env=environment)
    paths = [Path(line) for line in done.stdout.decode().splitlines()]
    assert len(paths) == len(NAMES)
    for path, galley in zip(paths, bound.galleys, strict=True):
        assert path.read_bytes() == galley.path.read_bytes()


def test_what_is_there_already_is_left_alone(bound: Bound, tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    first = rebound(bound, out, cache=cache)
    inodes = [galley.path.stat().st_ino for galley in first]
    again = rebound(bound, out, cache=cache)
    assert again == first
    assert [galley.path.stat().st_ino for galley in again] == inodes
    first[2].path.write_bytes(b"spoiled")
    first[3].path.unlink()
    rebound(bound, out, cache=cache)
    assert first[2].path.read_bytes() == bound.path("one").read_bytes()
    assert first[3].path.read_bytes() == bound.path("two").read_bytes()
    assert [galley.path.stat().st_ino for galley in first][:2] == inodes[:2]


def test_a_new_doi_is_bound_where_it_is_printed(bound: Bound, tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    rebound(bound, out, cache=cache)
    dois = (("one", "10.5555/one"), ("two", "10.5555/new"))
    bind(replace(bound.job, dois=dois), out, cache)
    links = [
        annotation["/A"]["/URI"]
        for page in PdfReader(out / "offprints" / "one.pdf").pages
        for annotation in page.get("/Annots", [])
        if "/A" in annotation.get_object()
    ]
    assert "https://doi.org/10.5555/new" in links


def test_broken_pages_leave_the_old_galleys(bound: Bound, tmp_path: Path) -> None:
    rebound(bound, tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    cut = tmp_path.with_suffix(".pdf")
    cut.write_bytes(bound.gathering("two").pdf.read_bytes()[:-200])
    broken = tuple(
        replace(gathering, pdf=cut) if gathering.piece == "two" else gathering
        for gathering in bound.job.gatherings
    )
    with pytest.raises(TypesetError, match="“two”"):
        bind(replace(bound.job, gatherings=broken), tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_folder_that_cannot_be_written_is_named(bound: Bound, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file where the folder should be")
    with pytest.raises(TypesetError, match="cannot be written into out"):
        rebound(bound, tmp_path / "out")


def test_a_build_with_nothing_to_bind_loads_no_pdf_library(bound: Bound, tmp_path: Path) -> None:
    out, cache = tmp_path / "out", tmp_path / "cache"
    rebound(bound, out, cache=cache)
    code = (
        "import pickle, sys; from pathlib import Path; from tirage.bind.galleys import bind;"
        "bind(pickle.load(sys.stdin.buffer), Path(sys.argv[1]), Path(sys.argv[2]));"
        "print('pikepdf' in sys.modules)"
    )
    job = pickle.dumps(bound.job)
    command = [sys.executable, "-c", code, str(out), str(cache)]
    done = subprocess.run(command, input=job, capture_output=True, check=True)
    assert done.stdout.split() == [b"False"]
