"""One report, in the form that was asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest

from tests.preflight.test_report import REPORT
from tirage.errors import ContentError, UsageError
from tirage.findings import Finding, Place, Severity
from tirage.preflight.telling import Form, Reader, tell, tell_stop

MISTAKE = Finding(Severity.FAIL, "content.keys", "unknown", "No key.", Place("journal.yaml", 3, 1))


def reader(form: Form) -> Reader:
    return Reader(form, Path("content"), colour=False, width=0)


BEGINNINGS: dict[Form, str] = {
    "text": "one\n  fail  p. 57",
    "json": '{\n  "schema": 1',
    "junit": "<?xml",
    "github": "::error title=text.complete/lost::one, p. 57",
}


@pytest.mark.parametrize("form", get_args(Form))
def test_every_form_tells_the_report(form: Form) -> None:
    told = tell(REPORT, reader(form))
    assert told.startswith(BEGINNINGS[form])
    assert "Words are lost." in told
    assert told.endswith("\n")


@pytest.mark.parametrize("form", get_args(Form))
def test_what_stops_the_work_is_told_to_programs(form: Form) -> None:
    told = tell_stop(ContentError("Stop.", (MISTAKE,)), "draft", reader(form))
    assert ("No key." in told) is (form != "text"), "people read it on the standard error"
    if form == "json":
        assert json.loads(told)["allowed"] is False


@pytest.mark.parametrize("form", get_args(Form))
def test_of_a_wrong_call_there_is_no_report(form: Form) -> None:
    assert tell_stop(UsageError("There is no issue."), "draft", reader(form)) == ""
