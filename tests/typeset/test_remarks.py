"""What is heard besides the engine's log; cases of the log itself are in cases/typeset/findings.yaml."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from tests.typeset.helpers import make_piece
from tirage.typeset.remarks import Remarks

PIECE = make_piece("<p>а")


def messages(remarks: Remarks) -> list[str]:
    return [finding.message for finding in remarks.findings(PIECE, [])]


def engine_says(module: str, text: str, *arguments: object) -> None:
    """A record as a module of WeasyPrint writes it."""
    path = f"/python/site-packages/weasyprint/{module}.py"
    record = logging.LogRecord("weasyprint", logging.ERROR, path, 1, text, arguments, None)
    logging.getLogger("weasyprint").handle(record)


@pytest.mark.parametrize(
    ("module", "id"),
    [
        ("css/__init__", "engine.css/ignored"),
        ("css/validation/properties", "engine.css/ignored"),
        ("css/targets", "engine.other/said"),
        ("images", "engine.image/unusable"),
        ("svg/css", "engine.image/unusable"),
        ("text/fonts", "engine.glyphs/font"),
        ("pdf/fonts", "engine.glyphs/font"),
        ("urls", "engine.fetch/address"),
        ("pdf/anchors", "engine.other/said"),
        ("html", "engine.other/said"),
    ],
)
def test_the_kind_follows_from_who_speaks(module: str, id: str) -> None:
    with Remarks() as remarks:
        engine_says(module, "what %s says", module)
    (finding,) = remarks.findings(PIECE, [])
    assert finding.id == id
    assert f"“what {module} says”" in finding.message


def test_python_warnings_and_other_libraries_are_heard() -> None:
    with Remarks() as remarks:
        warnings.warn("a large picture", stacklevel=1)
        warnings.warn("for developers", DeprecationWarning, stacklevel=1)
        logging.getLogger("fontTools").warning("a strange %s", "font")
        logging.getLogger("fontTools").info("nothing")
    assert messages(remarks) == [
        "The typesetting engine says: “a strange font”.",
        "The typesetting engine says: “UserWarning: a large picture”.",
    ]


def test_before_and_after_nothing_is_heard() -> None:
    remarks = Remarks()
    logging.getLogger("weasyprint").warning("before")
    with remarks:
        pass
    logging.getLogger("weasyprint").warning("after")
    assert messages(remarks) == []


def test_a_refused_address_is_told_once() -> None:
    with Remarks() as remarks:
        engine_says("images", "Failed to load image at %r: no", "asset:x")
    findings = remarks.findings(PIECE, ["asset:x", "asset:x"])
    assert [finding.id for finding in findings] == ["engine.fetch/refused"]
    assert findings[0].message.endswith("(2 times)")


def test_a_character_that_is_not_in_the_text_is_named_all_the_same() -> None:
    with Remarks() as remarks:
        engine_says("draw/text", '.notdef glyph rendered … "%s" (U+%04X)', "\u2060", 0x2060)
    assert "(U+2060, word joiner); an empty box" in messages(remarks)[0]


LIBRARY = """
import os
from tests.typeset.helpers import make_piece
from tirage.typeset.remarks import Remarks
os.write(2, b"before\\n")
with Remarks() as remarks:
    os.write(2, b"(process:123): Pango-WARNING **: 12:34:56.789: no such font\\n\\n")
print(*(finding.message for finding in remarks.findings(make_piece(""), [])))
"""


def test_native_libraries_are_heard_without_process_and_clock(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with (tmp_path / "errors").open("w+b") as errors:
        said = subprocess.check_output(
            [sys.executable, "-c", LIBRARY], stderr=errors, env=environment
        )
    assert said.decode().strip() == (
        "The typesetting engine says: “Pango-WARNING **: no such font”."
    )
