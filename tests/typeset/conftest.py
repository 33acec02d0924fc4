"""A press that stays open for all tests: its worker starts once."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.typeset.helpers import FONTS, make_piece
from tirage.model.press import Gathering
from tirage.typeset import fonts
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


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], ModuleType]:
    """Imports a module that needs WeasyPrint into this process, with the fonts that workers have."""
    config = tmp_path / "fonts.conf"
    config.write_text(fonts.configuration((FONTS,), "test", tmp_path), "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    return importlib.import_module
