from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.bind.helpers import make_article, make_issue, paging_of
from tirage.bind import stamps
from tirage.bind.job import Job
from tirage.bind.plans import Plan, plan_galleys
from tirage.findings import Finding, Severity
from tirage.model.issue import Issue, Section
from tirage.model.language import Localized
from tirage.model.press import Anchor, Folios, Gathering

GATHERING = Gathering(
    "a",
    "article",
    "kk",
    "A",
    Folios(1, 2),
    Path("a.pdf"),
    "abc",
    (Anchor("x", 0, 1, 2),),
    (),
    (),
    False,
)
ISSUE = make_issue(Section(Localized(), (make_article("a"), make_article("b"))))


def plan(gathering: Gathering = GATHERING, issue: Issue = ISSUE, doi: str = "10.5555/b") -> Plan:
    return plan_galleys(Job((gathering,), issue, paging_of(gathering), (("b", doi),), "a"))[0]


def test_the_same_things_have_the_same_key() -> None:
    again = replace(
        GATHERING,
        pdf=Path("/elsewhere/a.pdf"),
        cached=True,
        findings=(Finding(Severity.INFO, "check", "code", "Message."),),
    )
    assert stamps.key(plan(again)) == stamps.key(plan())


@pytest.mark.parametrize(
    "changed",
    [
        plan(replace(GATHERING, digest="def")),
        plan(replace(GATHERING, folios=Folios(3, 4))),
        plan(replace(GATHERING, anchors=(Anchor("x", 0, 1, 3),))),
        plan(replace(GATHERING, title="B")),
        plan(doi="10.5555/c"),
        plan(issue=make_issue(*ISSUE.sections, number="2")),
    ],
)
def test_another_thing_has_another_key(changed: Plan) -> None:
    assert stamps.key(changed) != stamps.key(plan())


def test_a_galley_is_current_while_it_is_the_one_that_was_made(tmp_path: Path) -> None:
    file, stamp = tmp_path / "a.pdf", tmp_path / "deep" / "a.json"
    assert not stamps.is_current(stamp, "key", file)
    file.write_bytes(b"galley")
    stamps.put(stamp, "key", sha256(b"galley").hexdigest())
    assert stamps.is_current(stamp, "key", file)
    assert not stamps.is_current(stamp, "other", file)
    file.write_bytes(b"spoiled")
    assert not stamps.is_current(stamp, "key", file)
    file.unlink()
    assert not stamps.is_current(stamp, "key", file)


@pytest.mark.parametrize("text", ["", "{", "3", '["key"]', '{"key": 1}', "\xff"])
def test_a_broken_stamp_counts_for_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"galley")
    (tmp_path / "a.json").write_text(text, encoding="latin-1")
    assert not stamps.is_current(tmp_path / "a.json", "key", tmp_path / "a.pdf")
