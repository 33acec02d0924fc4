"""The sample issue as someone hears it: read by poppler and pypdf, which did not write it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import NameObject

from tests.pipeline.conftest import Desk
from tests.pipeline.test_sample import LANGUAGES, galleys

_QUOTED = re.compile(r'^ +"(.*)"$')
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІA-Z][^\n$\[*`<_@^{|]{60,}")
"""A paragraph's opening without any markup in it."""

needs_poppler = pytest.mark.skipif(
    not shutil.which("pdfinfo"), reason="poppler's tools are not installed"
)


def heard(path: Path) -> str:
    """What poppler reads from the structure tree, in its order, words put together again that a line's end parts."""
    told = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    assert told.stderr == b""
    rows = told.stdout.decode("utf-8", "replace").splitlines()  # it prints titles as UTF-16
    lines = [line[1] for line in map(_QUOTED.match, rows) if line]
    return "\n".join(lines)


def printed(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


def plain(text: str) -> str:
    """Letters and figures alone."""
    return "".join(_WORD.findall(text)).replace("_", "")


@needs_poppler
@pytest.mark.parametrize("name", LANGUAGES)
def test_paragraphs_are_heard_in_the_authors_order(sample: Desk, name: str) -> None:
    source = sample.issue / name / "article.md"
    if not source.is_file():
        source = next(sample.issue.glob(f"{name}*.md"))
    body = source.read_text("utf-8").split("\n---\n", 1)[1]
    openings = [plain(found) for found in re.findall(rf"(?:\n\n)({_PLAIN.pattern})", body)]
    assert len(openings) > 5
    text = plain(heard(sample.out / "offprints" / f"{name}.pdf"))
    places = [text.find(opening[:40]) for opening in openings]
    assert -1 not in places, openings[places.index(-1)]
    assert places == sorted(places)


@needs_poppler
@pytest.mark.parametrize("name", LANGUAGES)
def test_nothing_that_is_printed_goes_unheard_but_heads_and_folios(sample: Desk, name: str) -> None:
    path = sample.out / "offprints" / f"{name}.pdf"
    silent = Counter(plain(printed(path))) - Counter(plain(heard(path)))
    whole = Counter(plain(printed(path)))
    assert silent.total() < 0.05 * whole.total(), (
        "running heads, folios and repeated heads of tables"
    )
    assert not Counter(plain(heard(path))) - whole, "what is heard is printed"


def elements(path: Path) -> Iterator[Any]:
    """All structure elements of a file, parents first."""
    root: Any = PdfReader(path).root_object["/StructTreeRoot"]
    waiting = [root]
    while waiting:
        held = waiting.pop()
        if "/S" in held:
            yield held
        kids = held.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        kids = kids if isinstance(kids, list) else [kids]
        opened = [kid.get_object() for kid in kids]
        waiting += [kid for kid in reversed(opened) if isinstance(kid, dict) and "/MCID" not in kid
                    and "/Obj" not in kid]  # fmt: skip


def test_every_galley_claims_what_it_keeps(sample: Desk) -> None:
    for path in galleys(sample):
        told = PdfReader(path).xmp_metadata
        assert told is not None
        parts = told.rdf_root.getElementsByTagNameNS("http://www.aiim.org/pdfua/ns/id/", "part")
        assert [part.toxml().count(">1<") for part in parts] == [1], path.name


def test_texts_speak_their_languages(sample: Desk) -> None:
    told = Counter(str(one.get("/Lang", "")) for one in elements(sample.out / "issue.pdf"))
    assert min(told["kk"], told["ru"], told["en"]) > 10


def test_headings_lead_to_the_abstract_in_each_language(sample: Desk) -> None:
    found = elements(sample.out / "offprints" / "accessible-tables.pdf")
    heads = [one for one in found if re.fullmatch("/H[1-6]", one["/S"])]
    levels = [int(one["/S"][2]) for one in heads]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {"kk", "ru"} <= {str(one.get("/Lang", "")) for one in heads}


def test_a_table_over_pages_is_heard_as_one(sample: Desk) -> None:
    path = sample.out / "offprints" / "accessible-tables.pdf"
    for table in (one for one in elements(path) if one["/S"] == "/Table"):
        kinds = [kid.get_object().get("/S") for kid in table["/K"]]
        assert kinds.count("/THead") <= 1
        assert kinds.count("/Caption") <= 1


def test_a_call_leads_to_its_note(sample: Desk) -> None:
    found = list(elements(sample.out / "issue.pdf"))
    notes = [one for one in found if one["/S"] == "/Note"]
    aims = [one["/Ref"][0].get_object() for one in found if "/Ref" in one]
    assert len(notes) > 10
    assert {str(aim["/ID"]) for aim in aims} <= {str(note["/ID"]) for note in notes}
    assert len({str(note["/ID"]) for note in notes}) == len(notes)


def test_the_contents_are_contents(sample: Desk) -> None:
    found = list(elements(sample.out / "issue.pdf"))
    (toc,) = [one for one in found if one["/S"] == "/TOC"]
    assert {kid.get_object()["/S"] for kid in toc["/K"]} == {NameObject("/TOCI")}


def test_terms_and_meanings_are_one_item(sample: Desk) -> None:
    found = list(elements(sample.out / "issue.pdf"))
    lists = [one for one in found if one["/S"] == "/L"]
    assert lists
    for held in lists:
        assert "/ListNumbering" in held["/A"]
        for item in held["/K"]:
            kids = item.get_object()["/K"]
            kinds = [kid.get_object()["/S"] for kid in (kids if isinstance(kids, list) else [kids])]
            assert kinds in (["/Lbl", "/LBody"], ["/LBody"])
