from __future__ import annotations

import pytest

from tests.wording import counts_well
from tirage.findings import counted


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 lines"), (1, "one line"), (2, "2 lines"), (21, "21 lines")]
)
def test_things_are_counted_in_words(count: int, told: str) -> None:
    assert counted(count, "line") == told
    assert counts_well(told)


def test_several_may_be_called_otherwise() -> None:
    words = "link does not lead there", "links do not lead there"
    assert counted(1, *words) == "one link does not lead there"
    assert counted(3, *words) == "3 links do not lead there"


@pytest.mark.parametrize(
    "message", ["It has 1 pages.", "1 marked contents are lost.", "There are 1 more like this."]
)
def test_a_message_that_counts_badly_is_known(message: str) -> None:
    assert not counts_well(message)
