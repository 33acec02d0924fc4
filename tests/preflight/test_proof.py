"""The door through which workers come: nothing that a file can be makes it raise."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.preflight.documents import DOCUMENTS, SPOILED
from tests.preflight.press import Press, piece
from tirage.findings import Severity
from tirage.preflight.proof import PROOF_VERSION, prove

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


def test_a_worker_can_be_told_to_prove() -> None:
    assert pickle.loads(pickle.dumps(prove)) is prove


def test_the_version_is_a_digest() -> None:
    assert len(bytes.fromhex(PROOF_VERSION)) == 8


def test_the_version_covers_all_that_proving_loads() -> None:
    from tirage.preflight.proof import _MODULES  # noqa: PLC0415

    script = "import sys\nfrom tirage.preflight import catalogue, proof\nprint(*sys.modules)"
    loaded = _run(script).split()
    used = {
        name.removeprefix("tirage.preflight.").replace(".", "/") + ".py"
        for name in loaded
        if name.startswith("tirage.preflight.")
    }
    only_galleys = {
        "checks.py",
        "checks/archive.py",
        "checks/black.py",
        "checks/boxes.py",
        "checks/editions.py",
        "checks/job.py",
        "checks/press.py",
        "paint.py",
        "rims.py",
        "checks/contents.py",
        "checks/elements.py",
        "checks/galley.py",
        "checks/metadata.py",
        "checks/numbering.py",
        "checks/tags.py",
        "checks/targets.py",
        "described.py",
        "recall.py",
        "recital.py",
        "sfnt.py",
        "sources.py",
        "tree.py",
        "ua.py",
    }
    only_galleys |= {module for module in used if module.startswith("ua/")}
    assert used - only_galleys <= set(_MODULES)


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
