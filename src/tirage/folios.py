"""pages.yaml: the folios of the last build, kept beside the issue because registries hold these numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tirage import whole
from tirage.findings import Finding, Place, Severity
from tirage.model.press import Paging

_HEAD = "# Written by tirage build. Commit it: DOIs and registries hold these numbers.\n"


def pages_yaml(paging: Paging) -> str:
    """The text of pages.yaml for `paging`; pieces without folios and blank pages are left out."""
    lines = [_HEAD]
    for name, folios in paging.pieces:
        if folios.style != "none" and not name.startswith("blank-"):
            style = ", style: roman" if folios.style == "roman" else ""
            lines.append(f"{name}: {{first: {folios.first}, last: {folios.last}{style}}}\n")
    return "".join(lines)


def record(paging: Paging, path: Path) -> bool:
    """Write pages.yaml at `path` unless it says the same already; whether anything was written.

    Raises OSError when it cannot be written.
    """
    text = pages_yaml(paging)
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    whole.write(path, text)
    return True


@dataclass(frozen=True, slots=True)
class Move:
    """A piece whose folios are not what they were."""

    piece: str
    before: str
    after: str


def moves(before: Paging, after: Paging) -> tuple[Move, ...]:
    """The pieces of `before` whose folios differ in `after`."""
    now = dict(after.pieces)
    return tuple(
        Move(name, f"{old.first}–{old.last}", f"{now[name].first}–{now[name].last}")
        for name, old in before.pieces
        if name in now and old != now[name] and old.style != "none"
    )


def moved(change: Move, frozen: bool) -> Finding:
    """What to tell of `change`: news in a working issue, a mistake in a frozen one."""
    return Finding(
        Severity.FAIL if frozen else Severity.INFO,
        "folios.moved",
        "moved",
        f"The pages of «{change.piece}» were {change.before} and are now {change.after}.",
        Place("pages.yaml"),
        "Shorten or restore the text so that it takes its old pages."
        if frozen
        else "Commit pages.yaml; where DOIs are registered already, build with --frozen to keep pages from moving.",
    )


def unrecorded(reason: str) -> Finding:
    """What to tell when pages.yaml could not be written."""
    return Finding(
        Severity.WARN,
        "folios.recorded",
        "not-written",
        f"The folios could not be recorded beside the issue: {reason}.",
        Place("pages.yaml"),
        "Make the issue's folder writable, so that the next build knows its pages.",
    )
