"""Profiles: what findings weigh for a purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirage.errors import UsageError
from tirage.findings import Finding, Place, Severity
from tirage.model.override import Override
from tirage.preflight.notices import rules
from tirage.preflight.overriding import strays
from tirage.preflight.profile import Profile, judge, load, names
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


@pytest.mark.parametrize(
    "pattern", ["facts.missing/title", "facts.missing/*", "facts.missing", "facts.*", "*"]
)
def test_a_star_stands_for_anything(pattern: str) -> None:
    assert judged(profile((pattern, Severity.FAIL)), finding("facts.missing/title")) == [
        Severity.FAIL
    ]


@pytest.mark.parametrize("pattern", ["facts.missin", "facts.missing/titl", "missing/*", "facts/*"])
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
    with pytest.raises(UsageError, match=r"no profile «perfect».*draft.*publish"):
        load("perfect")


@pytest.mark.parametrize("name", names())
def test_bundled_profiles_are_sound(name: str) -> None:
    bundled = load(name)
    assert bundled.overrides
    assert all(one.reason.endswith(".") and one.id for one in bundled.overrides)


@pytest.mark.parametrize("name", names())
def test_bundled_profiles_name_only_what_can_be_found(name: str) -> None:
    known = [finding for one in rules() for finding in one.names]
    idle = [one.id for one in load(name).overrides if not any(map(one.fits, known))]
    assert idle == []


def test_the_bundled_profiles_are_offered() -> None:
    assert {"draft", "publish"} <= set(names())


def test_a_profile_may_go_on_from_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "strict.toml").write_text(
        '[[override]]\nid = "*"\nseverity = "fail"\nreason = "All of it."\n'
    )
    (tmp_path / "press.toml").write_text(
        'extends = "strict"\n[[override]]\nid = "a.b"\nseverity = "info"\nreason = "But that."\n'
    )
    monkeypatch.setattr("tirage.preflight.profile._FOLDER", tmp_path)
    assert names() == ("press", "strict")
    assert judged(load("press"), finding("a.b/c"), finding("a.c/c")) == [
        Severity.INFO,
        Severity.FAIL,
    ]


JOURNALS = Override("a.b", Severity.INFO, "We know.", Place("journal.yaml", 9, 5))
ISSUES = Override("a.b/c", Severity.WARN, "Not here.", Place("2026-1/issue.yaml", 3, 5))


def test_overrides_count_after_the_profile_and_the_issues_last() -> None:
    report = judge(
        (finding("a.b/c"), finding("a.b/d"), finding("x.y/z")),
        profile(("*", Severity.FAIL)),
        (),
        (JOURNALS, ISSUES),
    )
    assert [one.severity for one in report.findings] == [
        Severity.WARN,
        Severity.INFO,
        Severity.FAIL,
    ]
    assert dict(report.reasons) == {
        "a.b/c": "Not here. (2026-1/issue.yaml:3:5)",
        "a.b/d": "We know. (journal.yaml:9:5)",
        "x.y/z": "Because of *.",
    }


@pytest.mark.parametrize(
    ("severity", "told"),
    [
        (Severity.ERROR, Severity.ERROR),
        (Severity.SKIP, Severity.SKIP),
        (Severity.INFO, Severity.FAIL),
        (Severity.WARN, Severity.FAIL),
    ],
)
def test_an_override_may_raise_news_but_never_mends_a_broken_check(
    severity: Severity, told: Severity
) -> None:
    everything = (Override("*", Severity.FAIL, "All of it."),)
    report = judge((finding("a.b/c", severity),), profile(), (), everything)
    assert [one.severity for one in report.findings] == [told]
    assert report.reasons == (() if told == severity else (("a.b/c", "All of it."),))


def test_an_override_that_fits_something_is_no_finding() -> None:
    fits = Override("facts.missing", Severity.INFO, "So be it.")
    assert strays((fits,), (finding("facts.missing/udc"),), complete=True) == ()


def test_an_override_that_fits_nothing_is_told() -> None:
    idle = Override("facts.missing/udc", Severity.INFO, "So be it.", Place("journal.yaml", 9, 5))
    found = (finding("facts.missing/title"),)
    assert strays((idle,), found, complete=False) == (), "other checks may find it"
    (told,) = strays((idle,), found, complete=True)
    assert (told.id, told.severity) == ("preflight.override/unfitting", Severity.INFO)
    assert str(told.place) == "journal.yaml:9:5"


def test_an_override_of_a_check_that_there_is_not_names_the_nearest() -> None:
    wrong = Override("facts.mising/udk", Severity.INFO, "So be it.", Place("journal.yaml", 9, 5))
    (told,) = strays((wrong,), (), complete=False)
    assert (told.id, told.severity) == ("preflight.override/unknown", Severity.WARN)
    assert told.advice == "Did you mean `facts.missing/udc`?"


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
