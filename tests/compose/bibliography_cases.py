"""The references of tests/cases/references and their entries, for the tests and for the comparison with citeproc-py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tirage.model.matter import Emphasis, Inline, Link, plain
from tirage.model.references import Reference
from tirage.read.forms.references import ReferencesForm
from tirage.read.remarks import Remarks
from tirage.read.source import Shelf
from tirage.read.works.references import read_references

FOLDER = Path(__file__).parents[1] / "cases/references"
STYLES = ("gost-7.1", "gost-r-7.0.5", "romanised", "apa", "vancouver")


@dataclass(frozen=True, slots=True)
class Case:
    """One reference, and what one style prints of it."""

    title: str
    raw: dict[str, Any]
    """As the editor wrote it."""
    reference: Reference
    style: str
    expected: str


def load() -> Iterator[Case]:
    """Every reference with each style that the sheets give for it."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for sheet in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):
            raw = sheet["reference"]
            for style in STYLES:
                if style in sheet:
                    yield Case(
                        f"{path.stem}: {sheet['title']}", raw, make(raw), style, sheet[style]
                    )


def make(raw: dict[str, Any]) -> Reference:
    """The reference that an editor's entry says."""
    form = ReferencesForm.model_validate([raw])
    remarks = Remarks("references.yaml")
    found = read_references(list(form.root), None, Shelf(Path(), ""), "", "one", remarks)
    assert found and not remarks.findings, remarks.findings
    return found[0]


def shown(inlines: tuple[Inline, ...]) -> str:
    """The entry as the sheets write it: slanted type between asterisks, plain spaces."""
    written = "".join(
        f"*{plain((node,))}*"
        if isinstance(node, Emphasis)
        else node.url
        if isinstance(node, Link)
        else plain((node,))
        for node in inlines
    )
    return written.replace("\u00a0", " ")
