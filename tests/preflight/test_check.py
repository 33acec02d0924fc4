"""A check that breaks is one finding; the others are made."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.preflight.press import Press
from tirage.findings import Severity
from tirage.preflight import catalogue
from tirage.preflight.check import Check, Fault, check
from tirage.preflight.subjects import Proof


@check("toys.sound", codes=("dull",), rationale="Because.", source="a test", severity=Severity.WARN)
def sound(subject: str) -> Iterator[Fault]:
    """The toy sounds well."""
    if subject == "broken":
        raise ValueError("no spring")
    if subject == "odd":
        yield Fault("odd", "It is odd.")
    elif subject != "sound":
        yield Fault("dull", "It sounds dull.", "12", "Wind it up.")


def test_a_check_is_made_of_its_function() -> None:
    assert isinstance(sound, Check)
    assert sound.title == "The toy sounds well"
    assert sound.findings("sound", "toy") == ()


def test_a_fault_becomes_a_finding() -> None:
    (found,) = sound.findings("dull", "toy")
    assert found.id == "toys.sound/dull"
    assert found.severity is Severity.WARN
    assert str(found.place) == "toy, p. 12"
    assert found.advice == "Wind it up."


def test_a_broken_check_is_an_error() -> None:
    (found,) = sound.findings("broken", "toy")
    assert found.severity is Severity.ERROR
    assert found.id == "toys.sound/broken"
    assert "ValueError: no spring" in found.message


def test_a_code_that_is_not_in_the_catalogue_breaks_the_check() -> None:
    (found,) = sound.findings("odd", "toy")
    assert found.id == "toys.sound/broken"


def test_the_other_checks_are_made(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    @check("toys.broken", codes=(), rationale="Because.", source="a test")
    def broken(proof: Proof) -> Iterator[Fault]:
        """Nothing."""
        raise RecursionError(proof.piece.name)
        yield

    monkeypatch.setattr(catalogue, "PROOFS", (broken, *catalogue.PROOFS))
    assert [one.id for one in press.prove("no-folio")] == [
        "toys.broken/broken",
        "folios.printed/missing",
    ]
