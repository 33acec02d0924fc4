"""The binder's bench: gatherings that lie opened, each opened once, for the issue and for its offprint.

Opening takes longer than binding, and what need not be typeset can be opened while other pieces are.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from tirage.model.press import Gathering

if TYPE_CHECKING:
    from tirage.bind.sheets import Sheets


class Bench:
    """Opened gatherings; a context manager, at the end of which they are closed."""

    def __init__(self) -> None:
        self._sheets: dict[Gathering, Sheets] = {}
        self._opened = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._sheets.clear()
        self._opened.close()

    def lay_out(self, gatherings: Iterable[Gathering]) -> None:
        """Open `gatherings` now, before they are asked for.

        Raises TypesetError as `open_sheets`.
        """
        for gathering in gatherings:
            self.sheets(gathering)

    def sheets(self, gathering: Gathering) -> Sheets:
        """The opened sheets of `gathering`.

        Raises TypesetError as `open_sheets`.
        """
        from tirage.bind.sheets import open_sheets  # noqa: PLC0415 - pikepdf is loaded for work only

        key = replace(gathering, cached=False)
        if key not in self._sheets:
            self._sheets[key] = open_sheets(gathering)
            self._opened.callback(self._sheets[key].pdf.close)
        return self._sheets[key]
