"""What the tests of typesetting share: small pieces, and looks into finished PDFs."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pikepdf

from tirage.findings import Finding, Place, Severity
from tirage.model.press import Asset, Folios, Gathering, Piece

FONTS = Path(__file__).parents[2] / "fonts"

PAGE = """
@page { size: 100mm 80mm; margin: 10mm }
html { font: 10pt/12pt Literata; word-spacing: .001pt }
p { margin: 0; text-align: justify; hyphens: auto }
"""
"""A page of 226.8 × 170 pt type area; fourteen lines."""


def make_piece(body: str, css: str = "", name: str = "sample", **changes: object) -> Piece:
    """A piece with `body` on small pages."""
    fields: dict[str, object] = {
        "name": name,
        "kind": "article",
        "language": "kk",
        "title": "Үлгі",
        "html": f"<!doctype html><html lang=kk><title>Үлгі</title><body>{body}</body></html>",
        "css": PAGE + css,
        "assets": (),
        "folios": Folios(57, 57),
        "starts": "right",
        "flows": (),
    }
    return Piece(**(fields | changes))  # type: ignore[arg-type]


def make_asset(name: str, media_type: str, data: bytes) -> Asset:
    """An asset that carries its content."""
    return Asset(name, media_type, sha256(data).hexdigest(), data=data)


def words(count: int, word: str = "сөздер") -> str:
    """Running text of `count` words."""
    return " ".join([word] * count)


def ids(gathering: Gathering) -> list[str]:
    """The findings of a gathering as "check/code"."""
    return [finding.id for finding in gathering.findings]


def font_names(gathering: Gathering) -> set[str]:
    """The families embedded in a PDF, without subset tags and commas."""
    with pikepdf.open(gathering.pdf) as pdf:
        fonts = [object for object in pdf.objects if isinstance(object, pikepdf.Dictionary)]
        names = [str(font.BaseFont) for font in fonts if font.get("/Type") == "/Font"]
    return {name.partition("+")[2].rstrip(",") for name in names}


@dataclass(frozen=True)
class Structure:
    """A structure element as binding sees it."""

    kind: str
    source: int | None
    tag: str
    language: str
    page: int
    bounds: tuple[float, ...]


def structure(gathering: Gathering) -> list[Structure]:
    """All structure elements of a gathering, parents first, in reading order."""
    with pikepdf.open(gathering.pdf) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        return [_structure(element, pages) for element in _walk(pdf.Root.StructTreeRoot.K[0])][1:]


def _walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid)


def _structure(element: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Structure:
    source = element.get("/TirageSource")
    attributes = element.get("/A", pikepdf.Dictionary())
    return Structure(
        kind=str(element.S),
        source=None if source is None else int(source),
        tag=str(element.get("/TirageTag", "")),
        language=str(element.get("/Lang", "")),
        page=pages[element.Pg.objgen] if "/Pg" in element else 0,
        bounds=tuple(round(float(value), 1) for value in attributes.get("/BBox", [])),
    )


def begin(name: str, path: Path) -> tuple[Finding, ...]:
    """A look that says with what a file begins."""
    return (Finding(Severity.INFO, "look.begin", "said", str(path.read_bytes()[:5]), Place(name)),)


def tell_process() -> tuple[Finding, ...]:
    """A look that says in which process it is made."""
    return (Finding(Severity.INFO, "look.process", "said", str(os.getpid())),)


def misbehave(what: str) -> tuple[Finding, ...]:
    """A look that does `what` to its process."""
    match what:
        case "sleep":
            time.sleep(60)
        case "memory":
            bytearray(4 * 1024**3)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "raise":
            raise RuntimeError("this look is broken")
    return ()
