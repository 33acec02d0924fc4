"""pages.yaml to Paging: the folios of the last build."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from tirage.errors import ContentError
from tirage.model.press import Folios, Paging


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    first: int
    last: int
    style: Literal["arabic", "roman"] = "arabic"


_ENTRIES: TypeAdapter[dict[str, _Entry]] = TypeAdapter(dict[str, _Entry])


def read_paging(path: Path) -> Paging:
    """The folios recorded in pages.yaml at `path`, without cover and blank pages; empty when there is no such file.

    Raises ContentError when the file is not what a build wrote.
    """
    if not path.is_file():
        return Paging(())
    try:
        entries = _ENTRIES.validate_python(yaml.safe_load(path.read_text("utf-8")) or {})
    except (yaml.YAMLError, UnicodeDecodeError, ValidationError) as error:
        raise ContentError(
            f"{path.name} beside issue.yaml cannot be read. Restore it from the last commit, or delete it "
            "and build again if no page number of this issue is registered yet."
        ) from error
    return Paging(
        tuple(
            (name, Folios(entry.first, entry.last, entry.style)) for name, entry in entries.items()
        )
    )
