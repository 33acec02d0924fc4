"""Every test of reading also asks whether the catalogue knows what was found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tirage.findings import Severity
from tirage.preflight.notices import rules
from tirage.read.remarks import Position, Remarks

KNOWN = {name: one.severity for one in rules() for name in one.names}


@pytest.fixture(autouse=True)
def catalogued(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test in which reading finds something that the catalogue does not name, or weighs lighter."""
    strangers: set[str] = set()
    add = Remarks._add

    def watch(
        self: Remarks, severity: Severity, name: str, message: str, advice: str, at: Position
    ) -> None:
        if KNOWN.get(name, Severity.SKIP) < severity:
            strangers.add(name)
        add(self, severity, name, message, advice, at)

    if request.module.__name__.endswith("test_remarks"):  # its names are made up
        yield
        return
    monkeypatch.setattr(Remarks, "_add", watch)
    yield
    assert not strangers, "write them into src/tirage/preflight/notices/"
