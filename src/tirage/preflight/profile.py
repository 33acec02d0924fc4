"""Profiles: what findings weigh for a purpose. In come findings, out go findings judged, with the reasons.

A profile is a TOML file in `profiles/`, a list of overrides:

    [[override]]
    id = "facts.missing/*"
    severity = "fail"
    reason = "A registry would keep what is missing for ever."

`id` is "check/code"; `*` stands for anything. Where several fit a finding, the last one counts. Only warnings and
failures are judged: news stays news, and a check that broke is never made good.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from tirage.errors import UsageError
from tirage.findings import Finding, Report, Severity

_FOLDER = Path(__file__).parent / "profiles"


@dataclass(frozen=True, slots=True)
class Override:
    """What findings of one name weigh."""

    id: str
    """A finding's id, `*` standing for anything."""
    severity: Severity
    reason: str
    """A full sentence, printed in the report."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What findings weigh for one purpose."""

    name: str
    overrides: tuple[Override, ...]

    def override(self, finding: Finding) -> Override | None:
        """What the profile says of `finding`; None when it says nothing."""
        if finding.severity not in (Severity.WARN, Severity.FAIL):
            return None
        fitting = (one for one in reversed(self.overrides) if fnmatchcase(finding.id, one.id))
        return next(fitting, None)


def names() -> tuple[str, ...]:
    """The names of all profiles, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def load(name: str) -> Profile:
    """The profile `name`.

    Raises UsageError when there is none.
    """
    if name not in names():
        raise UsageError(f"There is no profile «{name}». The profiles: {', '.join(names())}.")
    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    overrides = (
        Override(one["id"], Severity[one["severity"].upper()], one["reason"])
        for one in table["override"]
    )
    return Profile(name, tuple(overrides))


def judge(findings: Iterable[Finding], profile: Profile, galleys: tuple[str, ...]) -> Report:
    """The report of `findings`, each once, with the severities of `profile`, and of `galleys`, names of files."""
    judged: list[Finding] = []
    reasons: dict[str, str] = {}
    for finding in dict.fromkeys(findings):
        override = profile.override(finding)
        if override is None or override.severity == finding.severity:
            judged.append(finding)
        else:
            judged.append(replace(finding, severity=override.severity))
            reasons[finding.id] = override.reason
    return Report(profile.name, tuple(judged), galleys, tuple(reasons.items()))
