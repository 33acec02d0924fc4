"""Profiles: what findings weigh for a purpose. In come findings, out go findings judged, with the reasons.

A profile is a TOML file in `profiles/`, a list of overrides, perhaps after those of another profile:

    extends = "publish"

    [[override]]
    id = "facts.missing/*"
    severity = "fail"
    reason = "A registry would keep what is missing for ever."

`id` is "check/code", or a check's id for all its codes; `*` stands for anything. Where several fit a finding, the last
one counts. A profile judges warnings and failures only: news stays news. After the profile come the overrides of the
journal and the issue, which may also make news weigh more. A check that broke is never made good.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from tirage.errors import UsageError
from tirage.findings import Finding, Report, Severity
from tirage.model.override import Override

_FOLDER = Path(__file__).parent / "profiles"

_FAULTS = (Severity.WARN, Severity.FAIL)
_JUDGED = (Severity.INFO, *_FAULTS)


@dataclass(frozen=True, slots=True)
class Profile:
    """What findings weigh for one purpose."""

    name: str
    overrides: tuple[Override, ...]

    def override(self, finding: Finding) -> Override | None:
        """What the profile says of `finding`; None when it says nothing."""
        return _last(self.overrides, finding) if finding.severity in _FAULTS else None


def names() -> tuple[str, ...]:
    """The names of all profiles, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def load(name: str) -> Profile:
    """The profile `name`.

    Raises UsageError when there is none.
    """
    if name not in names():
        raise UsageError(f"There is no profile «{name}». The profiles: {', '.join(names())}.")
    import tomllib  # noqa: PLC0415  the command names the profiles whatever it is asked

    table = tomllib.loads((_FOLDER / f"{name}.toml").read_text("utf-8"))
    before = load(table["extends"]).overrides if "extends" in table else ()
    own = (
        Override(one["id"], Severity[one["severity"].upper()], one["reason"])
        for one in table.get("override", ())
    )
    return Profile(name, (*before, *own))


def judge(
    findings: Iterable[Finding],
    profile: Profile,
    galleys: tuple[str, ...],
    overrides: tuple[Override, ...] = (),
) -> Report:
    """The report of `findings`, each once, with the severities of `profile`, and of `galleys`, names of files.

    `overrides` are those of the journal, then those of the issue: what they say counts after the profile.
    """
    judged: list[Finding] = []
    reasons: dict[str, str] = {}
    for finding in dict.fromkeys(findings):
        told = finding
        own = _last(overrides, finding) if finding.severity in _JUDGED else None
        for override in (profile.override(finding), own):
            if override and override.severity != told.severity:
                told = replace(told, severity=override.severity)
                reasons[finding.id] = _reason(override)
        judged.append(told)
    return Report(profile.name, tuple(judged), galleys, tuple(reasons.items()))


def _last(overrides: tuple[Override, ...], finding: Finding) -> Override | None:
    return next((one for one in reversed(overrides) if one.fits(finding.id)), None)


def _reason(override: Override) -> str:
    """The reason, and who gives it where it is not the profile."""
    return f"{override.reason} ({override.place})" if override.place.file else override.reason
