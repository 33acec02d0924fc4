"""The door through which workers come: nothing that a file can be makes it raise."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.preflight.documents import DOCUMENTS, SPOILED
from tests.preflight.press import Press, piece
from tirage.findings import Finding, Severity
from tirage.model.errand import Errand, do
from tirage.model.press import Flow, Gathering, Piece
from tirage.preflight import sources
from tirage.preflight.proof import proofs, prove
from tirage.preflight.recall import Recall
from tirage.preflight.sources import Sources

SOUND = [document.name for document in DOCUMENTS if document not in SPOILED]


@pytest.mark.parametrize("name", SOUND)
def test_sound_pages_have_no_findings(name: str, press: Press) -> None:
    assert press.prove(name) == ()


@pytest.mark.parametrize(
    "pdf", [b"", b"\0", b"<html>", b"%PDF-1.7\n%%EOF\n"], ids=["empty", "zero", "html", "bare"]
)
def test_what_is_no_pdf_is_a_finding(pdf: bytes) -> None:
    (found,) = prove(piece("short"), pdf)
    assert found.id == "file.readable/damaged"
    assert found.place.file == "short"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_damaged_files_are_findings(data: st.DataObject, pdfs: Mapping[str, bytes]) -> None:
    pdf = bytearray(pdfs["short"])
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(pdf) - 1))
        pdf[at : at + data.draw(st.integers(1, 200))] = data.draw(st.binary(max_size=50))
    assert all(finding.message for finding in prove(piece("short"), bytes(pdf)))


@pytest.mark.parametrize("share", [1, 50, 90, 99])
def test_a_file_that_was_cut_off_is_a_finding(share: int, pdfs: Mapping[str, bytes]) -> None:
    pdf = pdfs["short"]
    found = prove(piece("short"), pdf[: len(pdf) * share // 100])
    assert [one.id for one in found] == ["file.readable/damaged"]
    assert found[0].severity is Severity.FAIL


def test_pages_are_looked_at_once(press: Press) -> None:
    pair = piece("short"), press.gathering("short")
    asked = list[str]()

    def look(errands: Sequence[Errand]) -> tuple[tuple[Finding, ...], ...]:
        asked.extend(errand.name for errand in errands)
        return do(pickle.loads(pickle.dumps(errands)))

    def again(one: Piece, gathering: Gathering) -> tuple[tuple[Finding, ...], ...]:
        return proofs((one,), (gathering,), look, press.folder / "cache")

    first = again(*pair)
    assert again(*pair) == first == ((),)
    assert asked == ["short"]
    longer = replace(pair[0], flows=(Flow("text", ("lost", "words")),))
    assert [found.id for found in again(longer, pair[1])[0]] == ["text.complete/lost"]
    other = press.gathering("short", press.pdfs["two"])
    assert again(pair[0], other) != first
    assert asked == ["short", "short", "short"]


def test_a_check_that_breaks_is_made_again(press: Press) -> None:
    broken = replace(piece("short"), flows=None)  # type: ignore[arg-type]
    asked = list[str]()

    def look(errands: Sequence[Errand]) -> tuple[tuple[Finding, ...], ...]:
        asked.extend(errand.name for errand in errands)
        return do(errands)

    for _ in range(2):
        (found,) = proofs((broken,), (press.gathering("short"),), look, press.folder / "cache")
        assert {one.severity for one in found} == {Severity.ERROR}
    assert asked == ["short", "short"]


def test_what_pages_are_known_by_is_kept(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    gathering, recall = press.gathering("short"), Recall(press.folder, "1")
    before = Sources((gathering,), Recall(None, "")).prints("short")
    prove(piece("short"), press.pdfs["short"], recall)
    monkeypatch.setattr(sources, "page_prints", None)
    assert Sources((gathering,), recall).prints("short") == before


@pytest.mark.parametrize("module", ["proof", "inspect", "report", "webpage", "catalogue"])
def test_libraries_are_loaded_when_they_are_needed(module: str) -> None:
    loaded = _run(f"import sys\nimport tirage.preflight.{module}\nprint(*sys.modules)").split()
    assert not {"pypdf", "pypdfium2", "pikepdf", "weasyprint"} & set(loaded)


def _run(script: str) -> str:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment
    ).stdout
