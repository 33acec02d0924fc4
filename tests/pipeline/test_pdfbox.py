"""The archive's files before PDFBox Preflight, which knows PDF/A-1b: what PDF/A-3 allows beyond that is taken off."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.pipeline.conftest import Desk

VALIDATOR = "org.apache.pdfbox.preflight.Validator_A1b"
JARS = [
    Path("/usr/share/java") / f"{name}.jar"
    for name in ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api")
]  # fmt: skip

ALLOWED = (
    (r"1\.4 : .*XRef cross reference streams", "6.1.4: since PDF/A-2 they may be streams"),
    (r"1\.4\.7 : .*EmbeddedFile", "6.8: files may be attached"),
    (r"1\.2\.9 : .*EmbeddedFile", "6.8: files may be attached"),
    (r"2\.2\.1 : .*transparency S entry", "6.2.10: transparency is defined since PDF/A-2"),
    (r"3\.1\.11 : .*CIDSet entry is missing", "6.2.11.4.2: a subset need not list its glyphs"),
    (r"7\.11\.2 : .*part must be 1", "6.6.4: it is part 3 that the file claims"),
)
"""Complaints about what ISO 19005-3 allows, and where it does."""

needs_pdfbox = pytest.mark.skipif(
    not shutil.which("java") or not all(jar.is_file() for jar in JARS),
    reason="PDFBox Preflight or Java is not installed (libpdfbox2-java, libactivation-java, libjaxb-api-java)",
)


def complaints(path: Path) -> list[str]:
    """What PDFBox says against a file as PDF/A-3."""
    quick = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
    command = ["java", *quick, "-cp", ":".join(map(str, JARS)), VALIDATOR, str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "is not a valid PDF/A-1b file" in told.stdout, told.stderr  # nor should it be
    lines = [line for line in told.stdout.splitlines() if re.match(r"\d+(\.\d+)* : ", line)]
    return [line for line in lines if not any(re.match(rule, line) for rule, _ in ALLOWED)]


@needs_pdfbox
def test_another_validator_has_no_complaint(editions: Desk) -> None:
    assert complaints(editions.out / "issue-archive.pdf") == []


@needs_pdfbox
def test_it_would_complain_of_other_files(editions: Desk, tmp_path: Path) -> None:
    spoiled = tmp_path / "spoiled.pdf"
    with pikepdf.open(editions.out / "offprints" / "editorial-archive.pdf") as pdf:
        del pdf.Root.OutputIntents
        packet = pdf.Root.Metadata.read_bytes()
        assert b"<pdfaProperty:name>volume<" in packet
        pdf.Root.Metadata.write(packet.replace(b"pdfaProperty:name>volume<", b"pdfaProperty:name>x<"))  # fmt: skip
        pdf.save(spoiled)
    found = {line.partition(" : ")[0] for line in complaints(spoiled)}
    assert any(code.startswith("2.4") for code in found)  # colours that nothing defines
    assert any(code.startswith("7") for code in found)  # a word that no schema explains
