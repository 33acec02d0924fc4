"""Findings as JSON has them."""

from __future__ import annotations

import json

import pytest

from tirage.findings import Finding, Place, Severity
from tirage.records import from_record, to_record

PLACES = [
    Place(),
    Place("one/article.md", 3, 7),
    Place("one", page="57"),
    Place("issue.pdf", page="iv", box=(42.5, 100, 420, 112.25)),
]


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_finding_is_the_same_after_json(place: Place) -> None:
    finding = Finding(Severity.WARN, "lines.over", "over", "A line is too long.", place, "Mend it.")
    assert from_record(json.loads(json.dumps(to_record(finding)))) == finding


def test_what_is_not_known_is_left_out() -> None:
    record = to_record(Finding(Severity.INFO, "a.b", "c", "News."))
    assert record == {"severity": "info", "check": "a.b", "code": "c", "message": "News."}
