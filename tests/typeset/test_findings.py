"""The cases of findings.yaml, set together."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.typeset.helpers import ids, make_piece, words
from tirage.model.press import Folios, Gathering
from tirage.typeset.press import Pressroom

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "typeset" / "findings.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def gatherings(room: Pressroom) -> dict[str, Gathering]:
    """The gathering of each case, by its title."""
    pieces = [
        make_piece(
            re.sub(r"\{words (\d+)\}", lambda match: words(int(match[1])), case["body"]),
            case.get("css", ""),
            title=case["title"],
        )
        for case in CASES
    ]
    return {gathering.title: gathering for gathering in room.gatherings(pieces)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_case(case: dict[str, object], gatherings: dict[str, Gathering]) -> None:
    gathering = gatherings[str(case["title"])]
    assert ids(gathering) == case["found"], gathering.findings
    if said := case.get("said"):
        assert str(said) in gathering.findings[0].message
    for finding in gathering.findings:
        assert finding.place.file == "sample"
        assert finding.advice


def test_faults_name_their_folio(room: Pressroom) -> None:
    body = f'<p>а<p style="break-before:page;white-space:nowrap">{words(12)}'
    arabic = make_piece(body, folios=Folios(57, 57))
    roman = make_piece(body, folios=Folios(3, 3, "roman"))
    cover = make_piece(body, folios=Folios(1, 1, "none"))
    pages = [
        gathering.findings[0].place.page for gathering in room.gatherings([arabic, roman, cover])
    ]
    assert pages == ["58", "iv", ""]
