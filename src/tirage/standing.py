"""Standing type: what was built, and has not changed since, need not be built again.

A build leaves a record of everything that it was made from, by digest, and of the files that it made. When both are
as they were, the report of that build is the report of the next one. The digest is taken before the build reads
anything: what is changed while it runs is built the next time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from tirage import whole
from tirage.findings import Report
from tirage.model.press import Edition
from tirage.records import from_record, to_record
from tirage.resources import bundled
from tirage.settings import Settings

_PACKAGE = Path(__file__).resolve().parent


def key(settings: Settings, programs: Iterable[str]) -> str:
    """A digest of all that a build with `settings` is made from; `programs` are names and versions of its engines.

    It holds the issue's files, the journal's, what neighbouring issues say of their pages, layouts, fonts and tirage itself.
    """
    digest = sha256("\n".join((*programs, os.environ.get("SOURCE_DATE_EPOCH", ""))).encode())
    asked = replace(settings, issue=Path(settings.issue.name), jobs=0, out=Path(), cache=Path())
    digest.update(repr(asked).encode())
    for root, path in _sources(settings.issue):
        digest.update(f"\n{path.relative_to(root)} ".encode())
        # A link's target is read, if anywhere, where it stands itself.
        digest.update(os.fsencode(path.readlink()) if path.is_symlink() else _file(path))
    return digest.hexdigest()


def keep(settings: Settings, made_from: str, report: Report) -> None:
    """Note that the files of this build stand, made from what has the key `made_from`.

    A report of what lay in the folder tells of that one day: it does not stand.
    """
    if any(finding.check == "bind.leftovers" for finding in report.findings):
        return
    record = {
        "key": made_from,
        "files": {str(path): _file(path).hex() for path in _made(settings)},
        "report": {
            "profile": report.profile,
            "galleys": report.galleys,
            "reasons": report.reasons,
            "findings": [to_record(finding) for finding in report.findings],
        },
    }
    whole.write(_record(settings), json.dumps(record, ensure_ascii=False))


def find(settings: Settings, made_from: str) -> Report | None:
    """The report of the build that stands; None where there is none, or a file is not as that build left it."""
    try:
        record = json.loads(_record(settings).read_text("utf-8"))
        if record["key"] != made_from:
            return None
        if record["files"] != {str(path): _file(path).hex() for path in _made(settings)}:
            return None
        told = record["report"]
        return Report(
            told["profile"],
            tuple(from_record(record) for record in told["findings"]),
            tuple(told["galleys"]),
            tuple((name, reason) for name, reason in told["reasons"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # no record, or a damaged one: the issue is built


def _record(settings: Settings) -> Path:
    where = sha256(str(settings.out.resolve()).encode()).hexdigest()[:8]
    name = f"{settings.issue.resolve().name}-{settings.only or 'issue'}-{where}.json"
    return settings.cache / "standing" / name


def _made(settings: Settings) -> list[Path]:
    """The files that the build has made, or should have; pages.yaml, which it reads and writes, is among them."""
    out = settings.out / settings.issue.resolve().name
    pages = settings.issue / "pages.yaml"
    reports = [out / "report.json", out / "report.html"]
    always = [*reports, *([pages] if pages.is_file() else [])]
    return [
        *always,
        *(path for edition in settings.editions for path in _galleys(settings, edition, out)),
    ]


def _galleys(settings: Settings, edition: Edition, out: Path) -> list[Path]:
    """The galleys of one edition."""
    if edition == "print":
        # A cover is there only when the layout has one.
        cover = [path for path in (out / "cover-print.pdf",) if path.is_file()]
        booklet = [out / "issue-booklet.pdf"] if settings.booklet else []
        return [] if settings.only else [out / "issue-print.pdf", *cover, *booklet]
    ending = "-archive.pdf" if edition == "archive" else ".pdf"
    if settings.only:
        return [out / "offprints" / f"{settings.only}{ending}"]
    offprints = sorted(out.glob("offprints/*.pdf"))
    if edition == "screen":
        offprints = [path for path in offprints if not path.name.endswith("-archive.pdf")]
    else:
        offprints = [path for path in offprints if path.name.endswith("-archive.pdf")]
    return [out / f"issue{ending}", *offprints]


def _sources(issue: Path) -> Iterator[tuple[Path, Path]]:
    """Every file that a build may read, each with the folder that its name counts from."""
    journal = issue.resolve().parent
    yield from ((journal, path) for path in _below(issue.resolve()))
    beside = (
        journal / "journal.yaml",
        *journal.glob("*/issue.yaml"),
        *journal.glob("*/pages.yaml"),
        *journal.glob("*.ic[cm]"),
    )
    yield from ((journal, path) for path in sorted(beside) if path.is_file())
    for folder in (journal / "layouts", journal / "fonts"):
        yield from ((journal, path) for path in _below(folder))
    for folder in (bundled("layouts"), bundled("fonts"), _PACKAGE):
        yield from ((folder, path) for path in _below(folder))


def _below(folder: Path) -> list[Path]:
    paths = (path for path in folder.rglob("*") if "__pycache__" not in path.parts)
    return sorted(path for path in paths if path.is_symlink() or path.is_file())


def _file(path: Path) -> bytes:
    return sha256(path.read_bytes()).digest()
