"""The form of an override: what a finding of preflight weighs here, and why."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from tirage.findings import Place, Severity
from tirage.model.override import Override
from tirage.read.forms.base import Form, Written
from tirage.read.tree import Node, locate

KEY = "preflight"
"""Under which overrides stand in journal.yaml and issue.yaml."""


class OverrideForm(Form):
    """What a finding weighs in this journal or issue."""

    id: Written = Field(
        min_length=1,
        description="The name of the finding, as `facts.missing/udc`; without a code: all of the check; `*`: anything.",
    )
    severity: Literal["fail", "warn", "info"] = Field(
        description="What it weighs: `fail` is not allowed, `warn` is, `info` is news. Nothing is hidden."
    )
    reason: Written = Field(
        min_length=1, description="Why, in a full sentence: it stands in every report."
    )


def overrides(forms: list[OverrideForm], tree: Node | None, file: str) -> tuple[Override, ...]:
    """The overrides of `forms`, as they stand in `tree`, the YAML of `file`."""
    return tuple(
        Override(
            form.id,
            Severity[form.severity.upper()],
            form.reason,
            Place(file, *locate(tree, [KEY, i, "id"])),
        )
        for i, form in enumerate(forms)
    )
