from __future__ import annotations

from pathlib import Path

import pikepdf

from tests.bind.helpers import typeset
from tirage.bind.artifacts import blanks, clear_page, marks, without_strays

STREAM = b"""q
/Span
<</MCID 0>>
BDC
BT
[<0037>] TJ
ET
EMC
/Span <</MCID 11>> BDC
/a1.0 gs
0 0 0 rg
BT
ET
EMC
/Artifact
BMC
0 0 1 1 re f
EMC
/Figure<</MCID 1>>BDC /x0 Do EMC
Q"""


def test_marks_are_found_however_they_are_spaced() -> None:
    assert marks(STREAM) == {0, 1, 11}


def test_only_strays_become_artifacts() -> None:
    cleared = without_strays(STREAM, {0, 1})
    assert marks(cleared) == {0, 1}
    assert (
        cleared.count(b"/Artifact\n<</Type /Layout>>\nBDC") == 2
    )  # what shows nothing, and the rule
    assert cleared.count(b"EMC") == STREAM.count(b"EMC")


def test_marks_of_text_stay_where_all_is_known() -> None:
    assert without_strays(STREAM, {0, 1, 11}) == STREAM.replace(
        b"/Artifact\nBMC", b"/Artifact\n<</Type /Layout>>\nBDC"
    )


PAGE = b"""1 0 0 -1 0 750 cm
q
0.75 0 0 0.75 0 0 cm
/TH <</MCID 0>> BDC BT 1 0 0 -1 40 60 Tm [<0037>] TJ ET EMC
/Span <</MCID 1>> BDC BT 1 0 0 -1 40 30 Tm [<0037>] TJ ET EMC
/Span <</MCID 2>> BDC BT 1 0 0 -1 40 980 Tm [<0037>] TJ ET EMC
/Span <</MCID 3>> BDC BT 1 0 0 -1 40 500 Tm [<0037>] TJ ET EMC
"""


def test_heads_and_feet_of_pages_are_told_apart_from_heads_of_tables() -> None:
    told, head, foot, text, _ = without_strays(PAGE, {3}, {0, 3}).split(b"EMC")
    assert b"/Artifact\n<</Type /Pagination>>\nBDC" in told
    assert b"/Type /Pagination /Subtype /Header /Attached [/Top]>>" in head
    assert b"/Type /Pagination /Subtype /Footer /Attached [/Bottom]>>" in foot
    assert b"/Span <</MCID 3>> BDC" in text


def test_text_that_shows_nothing_is_blank() -> None:
    assert blanks(STREAM) == {11}


def test_marks_in_forms_are_found_with_their_forms(tmp_path: Path) -> None:
    body = '<p>Dark <p style="opacity:.5">Pale <span style="opacity:.5; display:inline-block">paler</span>'
    gathering = typeset(tmp_path, body)
    with pikepdf.open(gathering.pdf) as pdf:
        places = clear_page(pdf.pages[0], set(range(20)))
        assert sorted(len(path) for path in places.values())[0] == 0
        assert max(len(path) for path in places.values()) == 2
        for path in places.values():
            holder: pikepdf.Object = pdf.pages[0].obj
            for name in path:
                holder = holder.Resources.XObject[name]
            assert holder is not None


def test_running_heads_are_strays(tmp_path: Path) -> None:
    gathering = typeset(tmp_path, "<p>Text")
    with pikepdf.open(gathering.pdf) as pdf:
        page = pdf.pages[0]
        before = marks(page.obj.Contents.read_bytes())
        assert clear_page(page, {0}) == {0: ()}
        assert len(before) == 3
        assert marks(page.obj.Contents.read_bytes()) == {0}
