"""Findings while they gather."""

from __future__ import annotations

from tirage.findings import Finding, Place, Severity
from tirage.read.guess import advise, guess
from tirage.read.remarks import MOST, Remarks


def test_a_remark_becomes_a_finding() -> None:
    remarks = Remarks("a.md")
    remarks.fail("content.keys/unknown", "There is no key.", "Take it out.", (3, 4))
    assert remarks.findings == [
        Finding(
            Severity.FAIL,
            "content.keys",
            "unknown",
            "There is no key.",
            Place("a.md", 3, 4),
            "Take it out.",
        )
    ]


def test_files_keep_their_order_and_lines_are_sorted() -> None:
    remarks = Remarks("b.md")
    remarks.warn("a.b/c", "Two.", at=(2, 1))
    remarks.about("a.md").inform("a.b/c", "Other.", at=(1, 1))
    remarks.fail("a.b/d", "One.", at=(1, 9))
    assert [finding.message for finding in remarks.sorted()] == ["One.", "Two.", "Other."]


def test_the_list_is_shared() -> None:
    remarks = Remarks("b.md")
    remarks.about("a.md").warn("a.b/c", "One.")
    assert [finding.place.file for finding in remarks.findings] == ["a.md"]


def test_what_is_too_much_is_counted() -> None:
    remarks = Remarks("a.md")
    for line in range(MOST + 2):
        assert remarks.is_full("a.b/c") is (line >= MOST)
        remarks.warn("a.b/c", "One.", at=(line + 1, 1))
    remarks.about("b.md").warn("a.b/c", "Another.")
    told = remarks.sorted()
    assert len(told) == MOST + 1
    assert told[MOST - 1].message == "One. There are 2 more like this."
    assert told[MOST].message == "Another."


def test_one_that_is_too_much_is_one() -> None:
    remarks = Remarks("a.md")
    for line in range(MOST + 1):
        remarks.warn("a.b/c", "One.", at=(line + 1, 1))
    assert remarks.sorted()[-1].message == "One. There is one more like this."


def test_guesses() -> None:
    assert guess("titel", ["title", "topic"]) == "title"
    assert guess("doi", ["DOI"]) == "DOI"
    assert guess("xyz", ["title"]) == ""
    assert guess("x" * 200, ["x" * 199]) == ""
    assert advise("titel", ["title"]) == "Did you mean `title`?"
    assert advise("xyz", ["a", "b"]) == "Known are `a`, `b`."
    assert advise("xyz", []) == ""
