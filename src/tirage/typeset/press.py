"""The press: pieces in, gatherings out, in the same order.

A piece that is in the cache is taken from there; the others are set by worker processes, longest first, and put
there. When nothing has to be set, no process is started and no engine is loaded.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from hashlib import sha256
from logging import getLogger
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from tirage import whole
from tirage.errors import TypesetError
from tirage.findings import Finding
from tirage.model.errand import Errand
from tirage.model.press import Gathering, Piece
from tirage.typeset import fonts
from tirage.typeset.cache import Cache, Entry
from tirage.typeset.failures import Limits, summary, unseen, unset
from tirage.typeset.keys import piece_key, press_key
from tirage.typeset.pool import Loss, Pool, StartError
from tirage.typeset.worker import COMMAND, Done, Failed, Found, Order

_log = getLogger(__name__)

_PASSED_ON = (
    "PATH",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
    "TMPDIR",
)
"""What workers see of the environment: where programs and libraries are. Nothing in it can change a page."""


@dataclass(frozen=True, slots=True)
class Press:
    """With what pieces are set."""

    jobs: int
    """How many worker processes at most; 0: as many as there are cores."""
    cache: Path
    """Folder for gatherings; made when needed."""
    fonts: tuple[Path, ...]
    """Folders of font files; no other fonts are used."""
    seconds: float = 300
    """How long a piece may take."""
    memory: int = 2 * 1024**3
    """How much memory a worker may ask for, in bytes; about 0.3 GiB of it are libraries."""


Meanwhile: TypeAlias = Callable[[tuple[Gathering, ...]], None]


def gatherings(
    pieces: Sequence[Piece], press: Press, progress: Callable[[str], None] = _log.info
) -> tuple[Gathering, ...]:
    """The gatherings of `pieces`, in their order; `progress` is told of each as it is finished.

    Raises TypesetError, with a finding for each piece that could not be set, after all others are done and kept.
    """
    with Pressroom(press) as room:
        return room.gatherings(pieces, progress)


def _nothing(_: tuple[Gathering, ...]) -> None:
    """Whoever has no other work waits."""


class Pressroom:
    """A press with its workers, which stay for the next pieces; a context manager."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._cache = Cache(press.cache / "gatherings")
        self._fonts = fonts.digest(press.fonts)
        self._key = press_key(self._fonts)
        self._pool: Pool | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def gatherings(
        self,
        pieces: Sequence[Piece],
        progress: Callable[[str], None] = _log.info,
        meanwhile: Meanwhile = _nothing,
    ) -> tuple[Gathering, ...]:
        """As the function `gatherings`.

        While workers set pieces, `meanwhile` is called, in a thread, with the gatherings that need not be set.
        """
        keys = [piece_key(piece, self._key) for piece in pieces]
        entries = {key: entry for key in keys if (entry := self._cache.find(key))}
        known = {
            key: _gathering(piece, entries[key], cached=True)
            for key, piece in zip(keys, pieces, strict=True)
            if key in entries
        }
        for gathering in known.values():
            progress(f"{gathering.piece}: unchanged")
        missing = {k: p for k, p in zip(keys, pieces, strict=True) if k not in entries}
        fresh: dict[str, Gathering] = {}
        if missing:
            with ThreadPoolExecutor(1) as helper:  # who waits for workers can be interrupted
                chores = helper.submit(meanwhile, tuple(known.values()))
                entered = self._set(missing, progress)
                chores.result()
            fresh = {
                key: _gathering(missing[key], entry, cached=False) for key, entry in entered.items()
            }
        return tuple((known | fresh)[key] for key in keys)

    def look(self, errands: Sequence[Errand]) -> tuple[tuple[Finding, ...], ...]:
        """What each of `errands` finds, in their order; an errand that comes to nothing is a finding.

        They are done by the workers that are there, by one at least: to start another takes as long as most errands.
        """
        found: dict[int, tuple[Finding, ...]] = {}
        for number, made in self._results(errands, hire=False):
            match made:
                case Found(findings):
                    found[number] = findings
                case Failed() | Loss():
                    found[number] = (unseen(errands[number].name, made, self._limits),)
        return tuple(found[number] for number in range(len(errands)))

    def warm(self) -> None:
        """Start a worker now, so that the engine is loaded by the time there are pieces."""
        self._workers().warm()

    def _set(self, pieces: dict[str, Piece], progress: Callable[[str], None]) -> dict[str, Entry]:
        """Set and keep `pieces`, given and returned by their keys."""
        entries: dict[str, Entry] = {}
        failed: dict[str, Failed | Loss] = {}
        keys = list(pieces)
        orders = [Order(piece, self._shelf(piece)) for piece in pieces.values()]
        for number, made in self._results(orders):
            key, name = keys[number], orders[number].piece.name
            match made:
                case Done():
                    entries[key] = self._cache.keep(key, made.pdf, made.pages)
                    progress(
                        f"{name}: {made.pages.count} {'page' if made.pages.count == 1 else 'pages'}"
                    )
                    memory = made.memory / 1024**2
                    _log.info("%s: %.2f s, worker's peak %.0f MiB", name, made.seconds, memory)
                case Failed() | Loss():
                    failed[key] = made
                    progress(f"{name}: could not be set")
        self._cache.prune()
        if failed:
            lost = tuple(
                unset(pieces[key].name, failed[key], self._limits)
                for key in pieces
                if key in failed
            )
            raise TypesetError(summary(lost), lost)
        return entries

    def _shelf(self, piece: Piece) -> Path:
        return self._press.cache / "faces" / sha256(piece.name.encode()).hexdigest()[:16]

    @property
    def _limits(self) -> Limits:
        return Limits(self._press.seconds, self._press.memory)

    def _results(
        self, jobs: Sequence[Order | Errand], hire: bool = True
    ) -> Iterator[tuple[int, Done | Found | Failed | Loss]]:
        """What came of each of `jobs`, by its number, as they are finished; `hire`: more workers may be started for them."""
        largest_first = sorted(range(len(jobs)), key=lambda number: -jobs[number].size)
        asked = [pickle.dumps(jobs[number]) for number in largest_first]
        try:
            for place, result in self._workers().run(asked, hire):
                made = result if isinstance(result, Loss) else pickle.loads(result)
                yield largest_first[place], made
        except StartError as error:
            raise TypesetError(
                "The typesetting engine cannot be started. Look whether WeasyPrint and its libraries "
                f"(Pango, HarfBuzz, Fontconfig) are installed. {error}"
            ) from error

    def _workers(self) -> Pool:
        if self._pool is None:
            folder = self._press.cache / "fontconfig"
            config = folder / f"{self._fonts[:16]}.conf"
            whole.write(
                config, fonts.configuration(self._press.fonts, self._fonts, folder).encode()
            )
            self._pool = self._stack.enter_context(
                Pool(
                    self._press.jobs or _cores(),
                    (*COMMAND, str(self._press.memory)),
                    _environment(config),
                    self._press.seconds,
                )
            )
        return self._pool


def _environment(config: Path) -> dict[str, str]:
    """All that workers see: the same for everybody, so that the same piece gives the same bytes."""
    return {name: os.environ[name] for name in _PASSED_ON if name in os.environ} | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PYTHONHASHSEED": "0",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SOURCE_DATE_EPOCH": "315532800",  # fontTools dates the fonts it makes: 1980
        "FONTCONFIG_FILE": str(config.resolve()),
    }


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _gathering(piece: Piece, entry: Entry, cached: bool) -> Gathering:
    return Gathering(
        piece=piece.name,
        kind=piece.kind,
        language=piece.language,
        title=piece.title,
        folios=replace(piece.folios, last=piece.folios.first + entry.pages.count - 1),
        pdf=entry.pdf,
        digest=entry.digest,
        anchors=entry.pages.anchors,
        outline=entry.pages.outline,
        findings=entry.pages.findings,
        cached=cached,
    )
