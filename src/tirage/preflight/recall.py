"""What need not be read twice. In come keys, out goes what was kept for them in a folder of the cache."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from tirage import whole

_HERE = Path(__file__).parent


def digest_of(modules: Iterable[str]) -> str:
    """A digest of the text of `modules`, paths in this package: what they found holds until one of them changes."""
    text = sha256()
    for module in modules:
        text.update((_HERE / module).read_bytes())
    return text.hexdigest()[:16]


def every_module() -> list[str]:
    """All modules of this package, sorted."""
    return sorted(path.relative_to(_HERE).as_posix() for path in _HERE.rglob("*.py"))


class Recall:
    """Keeps JSON values in a folder. A value that cannot be read is made again, one that cannot be kept is not kept."""

    def __init__(self, folder: Path | None, version: str) -> None:
        """`folder` is made when it is needed; None: nothing is kept. `version` says by what values were made."""
        self._folder = folder
        self._version = version

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

    def _path(self, key: tuple[object, ...]) -> Path:
        assert self._folder is not None
        return self._folder / f"{sha256(repr((self._version, *key)).encode()).hexdigest()}.json"
