"""What the stages before preflight find, as the catalogue tells it. In come the files of `notices/`, out go rules.

Reading and typesetting find what they find while they work; why it matters is the same for every finding, and data.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from tirage.findings import Severity
from tirage.preflight.rule import Rule

_FOLDER = Path(__file__).parent / "notices"


@cache
def notices() -> tuple[Rule, ...]:
    """The rules of the stages before preflight, file by file, as they are written."""
    return tuple(
        _rule(table)
        for path in sorted(_FOLDER.glob("*.toml"))
        for table in tomllib.loads(path.read_text("utf-8"))["rule"]
    )


@cache
def rules() -> tuple[Rule, ...]:
    """Everything that a report can name: notices, then the checks of copy, pages and galleys."""
    # A build that finds nothing in pages does without the checks and all that they look at.
    from tirage.preflight.register import ALL  # noqa: PLC0415

    return (*notices(), *ALL)


def rule(id: str) -> Rule | None:
    """The rule `id`, a code after it or not; None when there is none."""
    check = id.partition("/")[0]
    found = (one for known in (notices, rules) for one in known() if one.id == check)
    return next(found, None)


def resembling(id: str) -> str:
    """The id of a rule, or name of a finding, that `id` resembles most; "" when none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  few ids are misspelt

    names = [name for one in rules() for name in (one.id, *one.names)]
    return next(iter(get_close_matches(id, names, n=1)), "")


def _rule(table: dict[str, Any]) -> Rule:
    return Rule(
        table["id"],
        table["title"],
        table["rationale"],
        table["source"],
        Severity[table["severity"].upper()],
        tuple(table["codes"]),
        advice=table["advice"],
        fixable=table.get("fixable", False),
    )
