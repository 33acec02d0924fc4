"""Overrides that fit nothing. In come what a journal or an issue overrides and what was found, out go findings."""

from __future__ import annotations

from collections.abc import Iterable

from tirage.findings import Finding, Severity
from tirage.model.override import Override
from tirage.preflight.notices import resembling, rules


def strays(
    overrides: Iterable[Override], found: Iterable[Finding], complete: bool
) -> tuple[Finding, ...]:
    """A finding for each override that fits no rule of the catalogue or, where all checks of an issue were made, nothing.

    `found` is what was found; `complete`: by all the checks, in the whole issue.
    """
    names = frozenset(finding.id for finding in found)
    known = frozenset(name for one in rules() for name in one.names) | names
    strayed = []
    for override in overrides:
        if not any(override.fits(name) for name in known):
            strayed.append(_unknown(override))
        elif complete and not any(override.fits(name) for name in names):
            strayed.append(_unfitting(override))
    return tuple(strayed)


def _unknown(override: Override) -> Finding:
    like = resembling(override.id)
    return Finding(
        Severity.WARN,
        "preflight.override",
        "unknown",
        f"There is no check `{override.id}`, so that nothing is overridden.",
        override.place,
        f"Did you mean `{like}`?" if like else "`tirage checks` lists all there are.",
    )


def _unfitting(override: Override) -> Finding:
    return Finding(
        Severity.INFO,
        "preflight.override",
        "unfitting",
        f"The override of `{override.id}` fits nothing that was found.",
        override.place,
        "Take it out, lest it excuse a fault that nobody has looked at.",
    )
