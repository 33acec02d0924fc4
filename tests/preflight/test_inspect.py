"""Inspecting the whole issue."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.preflight.press import Press
from tirage.errors import UsageError
from tirage.findings import Finding, Place, Severity
from tirage.model.errand import Errand, do
from tirage.model.override import Override
from tirage.preflight import inspect as inspecting
from tirage.preflight.anatomy import page_prints

EARLIER = Finding(
    Severity.WARN, "facts.missing", "title", "There is no title.", Place("one/article.md", 1)
)


def test_a_sound_issue_is_allowed(press: Press) -> None:
    report = press.desk().report("publish")
    assert report.findings == ()
    assert report.allowed
    assert report.galleys == ("issue.pdf", "one.pdf", "two.pdf")


def test_what_was_found_before_is_judged_too(press: Press) -> None:
    desk = press.desk()
    assert desk.report("draft", (EARLIER,)).findings == (EARLIER,)
    assert desk.report("publish", (EARLIER,)).findings == (
        replace(EARLIER, severity=Severity.FAIL),
    )


def test_an_unknown_profile_is_refused(press: Press) -> None:
    with pytest.raises(UsageError):
        press.desk().report("perfect")


def test_journal_and_issue_override_the_profile(press: Press) -> None:
    desk = press.desk()
    ours = Override("facts.missing", Severity.WARN, "It has no title.", Place("journal.yaml", 4, 9))
    idle = Override("text.complete", Severity.WARN, "Nobody knows.", Place("x/issue.yaml", 3, 9))
    journal = replace(desk.issue.journal, overrides=(ours,))
    overridden = replace(desk, issue=replace(desk.issue, journal=journal, overrides=(idle,)))
    report = overridden.report("publish", (EARLIER,))
    assert [one.id for one in report.findings] == [EARLIER.id, "preflight.override/unfitting"]
    assert report.allowed
    assert report.reasons == ((EARLIER.id, "It has no title. (journal.yaml:4:9)"),)
    alone = replace(overridden, galleys=(desk.galley("two"),))
    assert [one.id for one in alone.report().findings] == [], "of an offprint not all is found"


def test_one_offprint_alone_can_be_inspected(press: Press) -> None:
    desk = press.desk()
    alone = replace(desk, gatherings=(desk.gathering("two"),), galleys=(desk.galley("two"),))
    assert alone.report().findings == ()


def test_a_missing_galley_is_a_finding(press: Press) -> None:
    desk = press.desk()
    desk.galley("two").path.unlink()
    (found,) = desk.report().findings
    assert found.id == "file.readable/damaged"
    assert found.place.file == "two.pdf"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and nothing else"])
def test_a_broken_galley_does_not_hide_the_others(press: Press, content: bytes) -> None:
    desk = press.desk().spoil("issue", lambda pdf: pdf.Root.__delitem__("/Lang"))
    desk.galley("two").path.write_bytes(content)
    assert {one.id for one in desk.report().findings} == {
        "metadata.language/none",
        "file.readable/damaged",
    }


def test_a_broken_gathering_is_said_by_the_checks_that_need_it(press: Press) -> None:
    desk = press.desk()
    desk.gathering("two").pdf.write_bytes(b"")
    found = desk.report().findings
    assert {(one.check, one.code) for one in found} == {
        ("galley.pages", "broken"),
        ("galley.links", "broken"),
    }
    assert {one.severity for one in found} == {Severity.ERROR}


def test_broken_contents_are_a_finding(press: Press) -> None:
    desk = press.desk()
    desk.gathering("contents").pdf.unlink()
    assert "file.readable/damaged" in {one.id for one in desk.report().findings}


def test_the_print_edition_has_no_tags_and_other_colours(press: Press) -> None:
    def inked(pdf: Pdf) -> None:
        del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo
        page = pdf.pages[0]
        page.Contents.write(page.Contents.read_bytes().replace(b"0 0 0 rg", b"0 0 0 1 k"))

    desk = press.desk().spoil("two", inked)
    assert desk.report().findings
    assert desk.with_galley(replace(desk.galley("two"), edition="print")).report().findings == ()


def test_links_to_pages_and_through_actions_are_followed(press: Press) -> None:
    def direct(pdf: Pdf) -> None:
        first, second = pdf.pages[1].obj.Annots
        first.Dest = Array([pdf.pages[2].obj, Name.Fit])
        del second["/Dest"]
        second.A = Dictionary(S=Name.GoTo, D=String("two"))

    assert press.desk().spoil("issue", direct).report().findings == ()


def test_galleys_but_the_largest_are_given_away(press: Press) -> None:
    desk = press.desk()
    for name in ("one", "two"):
        desk.spoil(name, lambda pdf: pdf.Root.__delitem__("/Lang"))
    given: list[str] = []

    def look(errands: Sequence[Errand]) -> tuple[tuple[Finding, ...], ...]:
        given.extend(errand.name for errand in errands)
        return do(pickle.loads(pickle.dumps(errands)))

    away = desk.report("publish", look=look)
    assert given == ["one.pdf", "two.pdf"]
    assert away == desk.report("publish")
    assert [one.place.file for one in away.findings] == ["one.pdf", "two.pdf"]


class Counter:
    """Counts how often files are read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read = 0
        monkeypatch.setattr(inspecting, "page_prints", self._count)

    def _count(self, reader: Any, *rest: Any) -> Any:
        self.read += 1
        return page_prints(reader, *rest)


def test_a_galley_is_read_again_only_when_it_changes(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = Counter(monkeypatch)
    desk = press.desk()
    assert desk.report(keep=True).findings == desk.report(keep=True).findings == ()
    assert counter.read == 3
    desk.spoil("two", lambda pdf: pdf.Root.__delitem__("/Lang"))
    assert [one.id for one in desk.report(keep=True).findings] == ["metadata.language/none"]
    assert [one.id for one in desk.report(keep=True).findings] == ["metadata.language/none"]
    assert counter.read == 4


def test_a_galley_is_read_again_when_what_it_was_bound_from_changes(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = press.desk()
    desk.report(keep=True)
    counter = Counter(monkeypatch)
    two = press.gathering("two", press.pdfs["short"])
    found = (
        desk.with_gathering(replace(two, folios=desk.gathering("two").folios))
        .report(keep=True)
        .findings
    )
    assert {(one.place.file, one.id) for one in found} == {
        ("issue.pdf", "galley.pages/content"),
        ("two.pdf", "galley.pages/content"),
    }
    assert counter.read == 2


def test_what_a_broken_check_says_is_not_kept(press: Press) -> None:
    desk = press.desk()
    pdf = desk.gathering("two").pdf
    sound = pdf.read_bytes()
    pdf.write_bytes(b"")
    assert desk.report(keep=True).findings
    pdf.write_bytes(sound)
    assert desk.report(keep=True).findings == ()
