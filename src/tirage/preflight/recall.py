"""What need not be read twice. In come keys, out goes what was kept for them in a folder of the cache.

A key holds all that a value was made from, files by their digests, and the text of this package. So the same key means
the same value, and what has changed is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tirage import whole
from tirage.findings import Finding, Severity, worst
from tirage.languages import folders as languages
from tirage.model.errand import Errand, Look
from tirage.records import from_record, to_record

KEPT = 4000
"""Values in one folder: some hundred builds of an issue."""

_STAGE = Path(__file__).parent


def opened(folder: Path | None) -> Recall:
    """What is kept in `folder` of the cache by the checks as they are now; None: nothing is kept."""
    return Recall(folder, _checks() + languages.digest() if folder else "")


@cache
def _checks() -> str:
    """A digest of the checks, read once in the life of a process: lint, page checks and inspection each ask for it."""
    return digest_of(every_text())


def digest_of(texts: Iterable[Path]) -> str:
    """A digest of `texts`, files: what was found by them holds until one of them changes."""
    text = sha256()
    for path in texts:
        text.update(path.read_bytes())
    return text.hexdigest()[:16]


def every_text() -> tuple[Path, ...]:
    """All modules of this stage, and of what it knows of issues, sorted."""
    folders = (_STAGE, _STAGE.parent / "model")
    return tuple(
        sorted(
            path
            for folder in folders
            for kind in ("py", "toml")
            for path in folder.rglob(f"*.{kind}")
        )
    )


class Recall:
    """Keeps JSON values in a folder. A value that cannot be read is made again, one that cannot be kept is not kept."""

    def __init__(self, folder: Path | None, version: str) -> None:
        """`folder` is made when it is needed; None: nothing is kept. `version` says by what values were made."""
        self._folder = folder
        self._version = version

    @property
    def keeps(self) -> bool:
        """Whether anything is kept."""
        return self._folder is not None

    def get(self, *key: object) -> Any:
        """The value kept for `key`; None when there is none."""
        if self._folder is None:
            return None
        try:
            return json.loads(self._path(key).read_bytes())
        except (OSError, ValueError):
            return None

    def put(self, value: Any, *key: object) -> None:
        """Keep `value` for `key`; the file appears whole or not at all."""
        if self._folder is None:
            return
        with suppress(OSError):  # a full disk costs time only
            whole.write(self._path(key), json.dumps(value, ensure_ascii=False))

    def findings(
        self, find: Callable[[], tuple[Finding, ...]], *key: object
    ) -> tuple[Finding, ...]:
        """What was kept for `key`, else what `find` finds; what broken checks say is not kept."""
        if (kept := self.kept(*key)) is not None:
            return kept
        return self.keep(find(), *key)

    def looked(
        self, asked: Sequence[tuple[tuple[object, ...], Errand]], look: Look
    ) -> tuple[tuple[Finding, ...], ...]:
        """What was kept for the key of each errand `asked` for; `look` does those for which nothing was."""
        told = {}
        for number, (key, _) in enumerate(asked):
            if (kept := self.kept(*key)) is not None:
                told[number] = kept
        missing = [number for number in range(len(asked)) if number not in told]
        found = look([asked[number][1] for number in missing]) if missing else ()
        for number, one in zip(missing, found, strict=True):
            told[number] = self.keep(one, *asked[number][0])
        return tuple(told[number] for number in range(len(asked)))

    def kept(self, *key: object) -> tuple[Finding, ...] | None:
        """The findings kept for `key`; None when there are none, which is not the same as that nothing was found."""
        records = self.get(*key)
        return None if records is None else tuple(from_record(record) for record in records)

    def keep(self, found: tuple[Finding, ...], *key: object) -> tuple[Finding, ...]:
        """Keep for `key` what was `found`, and return it; what broken checks say is not kept."""
        if worst(found) < Severity.ERROR:
            self.put([to_record(finding) for finding in found], *key)
        return found

    def prune(self, most: int = KEPT) -> None:
        """Remove the older half of the values where there are more than `most`."""
        if self._folder is None or not self._folder.is_dir():
            return
        files = list(self._folder.iterdir())
        if len(files) > most:
            for file in sorted(files, key=whole.written)[: len(files) // 2]:
                with suppress(OSError):  # what cannot be removed costs room only
                    file.unlink()

    def _path(self, key: tuple[object, ...]) -> Path:
        assert self._folder is not None
        return self._folder / f"{sha256(repr((self._version, *key)).encode()).hexdigest()}.json"
