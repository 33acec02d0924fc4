"""The catalogue of checks, written down. In come checks, out goes text for a terminal or a page of the documents."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

from tirage.preflight.check import Check

WIDTH = 96
"""Characters of a line on a terminal."""


def listing(checks: Iterable[Check[Any]]) -> str:
    """A line a check: its id and what is true when it passes."""
    known = list(checks)
    widest = max(len(check.id) for check in known)
    return "".join(f"{check.id:<{widest}}  {check.title}.\n" for check in known)


def explanation(check: Check[Any]) -> str:
    """All that the catalogue knows of one check, for a terminal."""
    rows = (
        ("finds", ", ".join(check.codes)),
        ("weighs", check.severity.name.lower()),
        ("why", check.rationale),
        ("source", check.source),
    )
    told = (_row(name, text) for name, text in rows)
    head = textwrap.fill(f"{check.id}: {check.title}.", WIDTH)
    return f"{head}\n\n{''.join(told)}"


def page(checks: Iterable[Check[Any]]) -> str:
    """The catalogue as a page of Markdown."""
    parts = [
        "# Checks of copy, pages and galleys\n\n"
        "Written by `tirage checks --markdown > docs/checks.md`. What a profile makes of a finding is in"
        " [report.md](report.md).\n"
    ]
    parts += [
        f"\n## {check.id}\n\n{check.title}.\n\n{check.rationale}\n\n"
        f"- finds: {', '.join(f'`{code}`' for code in check.codes)}\n"
        f"- weighs: {check.severity.name.lower()}\n"
        f"- source: {check.source}\n"
        for check in checks
    ]
    return "".join(parts)


def _row(name: str, text: str) -> str:
    indent = " " * 10
    return textwrap.fill(f"{name:<10}{text}", WIDTH, subsequent_indent=indent) + "\n"
