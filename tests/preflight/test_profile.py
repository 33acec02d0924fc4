"""Profiles: what findings weigh for a purpose."""

from __future__ import annotations

import pytest

from tirage.errors import UsageError
from tirage.findings import Finding, Severity
from tirage.preflight.profile import Override, Profile, judge, load, names
from tirage.preflight.register import ALL


def finding(id: str, severity: Severity = Severity.WARN) -> Finding:
    check, _, code = id.partition("/")
    return Finding(severity, check, code, "Something is wrong.")


def judged(profile: Profile, *findings: Finding) -> list[Severity]:
    return [one.severity for one in judge(findings, profile, ()).findings]


def profile(*overrides: tuple[str, Severity]) -> Profile:
    return Profile(
        "toy", tuple(Override(id, severity, f"Because of {id}.") for id, severity in overrides)
    )


@pytest.mark.parametrize("pattern", ["facts.missing/title", "facts.missing/*", "facts.*", "*"])
def test_a_star_stands_for_anything(pattern: str) -> None:
    assert judged(profile((pattern, Severity.FAIL)), finding("facts.missing/title")) == [
        Severity.FAIL
    ]


@pytest.mark.parametrize("pattern", ["facts.missing", "facts.missing/titl", "missing/*", "facts/*"])
def test_a_pattern_fits_the_whole_id(pattern: str) -> None:
    assert judged(profile((pattern, Severity.FAIL)), finding("facts.missing/title")) == [
        Severity.WARN
    ]


def test_the_last_override_counts() -> None:
    both = profile(("facts.*", Severity.FAIL), ("facts.missing/orcid", Severity.INFO))
    assert judged(both, finding("facts.missing/orcid")) == [Severity.INFO]
    assert judged(both, finding("facts.missing/title")) == [Severity.FAIL]


@pytest.mark.parametrize("severity", [Severity.SKIP, Severity.PASS, Severity.INFO, Severity.ERROR])
def test_news_and_broken_checks_are_not_judged(severity: Severity) -> None:
    assert judged(profile(("*", Severity.WARN)), finding("a.b/c", severity)) == [severity]


def test_the_reason_for_a_change_is_kept() -> None:
    report = judge(
        (finding("a.b/c"), finding("a.b/d", Severity.FAIL)),
        profile(("a.*", Severity.FAIL)),
        ("issue.pdf",),
    )
    assert report.reasons == (("a.b/c", "Because of a.*."),)
    assert report.galleys == ("issue.pdf",)


def test_what_was_found_twice_is_told_once() -> None:
    assert len(judge((finding("a.b/c"), finding("a.b/c")), profile(), ()).findings) == 1


def test_an_unknown_profile_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no profile «web».*draft, print, publish"):
        load("web")


@pytest.mark.parametrize("name", names())
def test_bundled_profiles_are_sound(name: str) -> None:
    bundled = load(name)
    assert bundled.overrides
    assert all(one.reason.endswith(".") and one.id for one in bundled.overrides)


def test_bundled_profiles_are_two() -> None:
    assert names() == ("archive", "draft", "print", "publish")


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize("check", [check.id for check in ALL])
def test_no_profile_allows_what_preflight_forbids(name: str, check: str) -> None:
    report = judge((finding(f"{check}/code", Severity.FAIL),), load(name), ())
    assert not report.allowed


@pytest.mark.parametrize(
    "id", ["facts.missing/title", "identifiers.doi/malformed", "engine.overrun/line"]
)
def test_a_draft_may_have_holes_and_a_publication_not(id: str) -> None:
    assert judge((finding(id),), load("draft"), ()).allowed
    assert not judge((finding(id),), load("publish"), ()).allowed
