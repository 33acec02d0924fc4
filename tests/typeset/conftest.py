"""A press that stays open for all tests: its worker starts once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.typeset.helpers import FONTS, make_piece
from tirage.model.press import Gathering
from tirage.typeset.press import Press, Pressroom


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pressroom]:
    """A press with one worker and an empty cache."""
    press = Press(jobs=1, cache=tmp_path_factory.mktemp("press"), fonts=(FONTS,))
    with Pressroom(press) as room:
        yield room


@pytest.fixture(scope="session")
def typeset(room: Pressroom) -> Callable[..., Gathering]:
    """Sets a body of HTML (arguments as those of `make_piece`)."""

    def typeset(*arguments: object, **changes: object) -> Gathering:
        (gathering,) = room.gatherings([make_piece(*arguments, **changes)])  # type: ignore[arg-type]
        return gathering

    return typeset
