"""The report as people read it on a terminal."""

from __future__ import annotations

import re

import pytest

from tests.preflight.test_report import REPORT
from tirage.findings import Finding, Place, Report, Severity
from tirage.preflight.terminal import ALIKE, MANY, to_text

TEXT = """one
  fail  p. 57: Words are lost. [text.complete/lost]
        Look at it.

one/article.md
  warn  There is no UDC. [facts.missing/udc]
  warn  line 3:7: There is no title. [facts.missing/title]
        Write one.
        A draft may have holes.

The issue
  warn  The engine complains. [engine.log/warning]

pages.yaml
  info  The pages moved. [folios.moved/moved]

`tirage checks text.complete` explains a check: why, and what to do.

2 galleys, 1 failure, 3 warnings, 1 note: not allowed by the profile draft.
"""


def warn(message: str, place: Place, code: str = "c", advice: str = "") -> Finding:
    return Finding(Severity.WARN, "a.b", code, message, place, advice)


def told(*findings: Finding, width: int = 0) -> str:
    return to_text(Report("draft", findings, ()), colour=False, width=width)


def test_people_read_the_gravest_first() -> None:
    assert to_text(REPORT, colour=False) == TEXT


def test_colours_change_nothing_but_colours() -> None:
    painted = to_text(REPORT, colour=True)
    assert "\x1b[31mfail \x1b[0m" in painted
    assert re.sub(r"\x1b\[\d+m", "", painted) == TEXT


def test_nothing_found_is_one_line() -> None:
    assert to_text(Report("publish", (), ("issue.pdf",)), colour=False) == (
        "1 galley, nothing found: allowed by the profile publish.\n"
    )


def test_findings_of_one_name_are_counted() -> None:
    text = told(*(warn(f"Number {n}.", Place("one")) for n in range(8)))
    assert "Number 4." in text
    assert "Number 5." not in text
    assert "  and 3 more [a.b/c]\n" in text


def test_what_is_said_of_many_places_is_said_once() -> None:
    text = told(*(warn("It is so.", Place("one", page=str(n)), "c", "Mend it.") for n in range(9)))
    assert "  warn  p. 0, 1, 2, 3 and 5 more: It is so. [a.b/c]\n        Mend it.\n" in text
    assert text.count("Mend it.") == 1


def test_a_file_is_told_from_top_to_bottom() -> None:
    text = told(
        warn("Low.", Place("one.md", 9, 1), "c"),
        warn("High.", Place("one.md", 2, 5), "d"),
        warn("Higher.", Place("one.md", 2, 1), "e"),
        Finding(Severity.FAIL, "a.b", "f", "Grave.", Place("one.md", 12, 1)),
    )
    assert re.findall(r"\w+(?=\. \[)", text) == ["Grave", "Higher", "High", "Low"]


def test_lines_of_one_file_are_named_shortly() -> None:
    text = told(*(warn("It is so.", Place("one.md", n, 7)) for n in (3, 4)))
    assert "  warn  line 3:7, 4:7: It is so." in text


def test_other_sentences_keep_their_own_advice() -> None:
    text = told(
        warn("One.", Place("one"), "c", "Mend it."),
        warn("Two.", Place("one"), "c", "Mend it."),
        warn("Three.", Place("one"), "c", "Break it."),
    )
    assert re.findall(r"\w+(?= it\.)", text) == ["Mend", "Break"]


def test_many_findings_are_told_by_check() -> None:
    many = [
        Finding(Severity.WARN, "facts.missing", "title", f"No {n}.", Place(f"a{n}.md", 1, 1))
        for n in range(MANY + 1)
    ]
    lines = told(*many, warn("It is so.", Place("one", page="7"))).splitlines()
    assert lines[0] == "facts.missing: Facts that readers and registries need are written"
    assert lines[1] == "  warn  a0.md:1:1: No 0. [facts.missing/title]"
    assert lines[ALIKE + 1] == f"  and {MANY + 1 - ALIKE} more [facts.missing/title]"
    assert "a.b" in lines
    assert "  warn  one, p. 7: It is so. [a.b/c]" in lines


@pytest.mark.parametrize("width", [40, 72, 100])
def test_lines_are_as_wide_as_the_terminal(width: int) -> None:
    words = " ".join(["words"] * 40)
    text = told(warn(words, Place("one", page="7"), "c", words), width=width)
    lines = text.splitlines()
    assert max(map(len, lines[:-1])) <= width
    assert " ".join(" ".join(lines).split()).count("words") == 80
    assert "[a.b/c]" in text


def test_what_is_quoted_cannot_steer_the_terminal() -> None:
    text = told(warn("a\x1b[31mb\r\nc\x9b1m", Place("one\x1b]0;x")))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    assert "a\ufffd[31mb c" in text


def test_checks_that_were_not_made_stand_together_by_reason() -> None:
    reasons = {
        "tags.links": "It is not tagged.",
        "tags.lists": "It is not tagged.",
        "galley.pages": "No issue.",
    }
    skipped = [
        Finding(Severity.SKIP, id, "skipped", "Not made.", Place("x.pdf"), reason)
        for id, reason in reasons.items()
    ]
    assert told(warn("Bad.", Place("x.pdf")), *skipped) == (
        "x.pdf\n  warn  Bad. [a.b/c]\n\n"
        "Checks that were not made\n"
        "  skip  It is not tagged.\n        tags.links, tags.lists\n"
        "  skip  No issue.\n        galley.pages\n\n"
        "1 warning, 3 skipped checks: allowed by the profile draft.\n"
    )


def test_the_name_of_a_single_file_is_said_once() -> None:
    text = told(*(warn(f"Number {n}.", Place("deep/x.pdf"), code=f"c{n}") for n in range(MANY + 1)))
    assert text.count("deep/x.pdf") == 1
    assert text.startswith("deep/x.pdf\n\na.b")
