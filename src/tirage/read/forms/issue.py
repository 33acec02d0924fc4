"""The form of `issue.yaml`."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Discriminator, Field, PlainValidator, Tag
from pydantic import WithJsonSchema as Schema

from tirage.model.language import Localized
from tirage.read.forms.base import Day, Form, Text, Written, wrong_type
from tirage.read.forms.overrides import OverrideForm


def _read_first_page(value: Any) -> int | Literal["continue"]:
    if value == "continue":
        return "continue"
    if isinstance(value, str) and value.isascii() and value.isdigit() and 0 < int(value) < 100_000:
        return int(value)
    raise wrong_type("Write a page number, or `continue`.")


FirstPage: TypeAlias = Annotated[
    int | Literal["continue"],
    PlainValidator(_read_first_page),
    Schema({"oneOf": [{"type": "integer", "minimum": 1}, {"const": "continue"}]}),
]


class PrintForm(Form):
    """What the imprint says of the printing."""

    run: int | None = Field(default=None, description="How many copies are printed.")
    sheets: Written = Field(default="", description="Printed sheets.")
    format: Written = Field(default="", description="Paper and fold, as `60×84 1/8`.")
    signed: Day | None = Field(default=None, description="When it was signed to print.")
    printer: Text = Field(default_factory=Localized, description="The printer's name and address.")
    price: Text = Field(default_factory=Localized, description="The price, or that it is free.")
    paper_thickness: float | None = Field(
        default=None, ge=0.01, le=1, description="Thickness of one leaf, mm; else the journal's."
    )
    cover_weight: float | None = Field(
        default=None, ge=50, le=600, description="Weight of the cover, g/m²; else the journal's."
    )


class SectionForm(Form):
    """Articles under one heading of the contents."""

    section: Text = Field(description="The heading.")
    articles: list[Written] = Field(
        min_length=1, description="Folders and files of this issue, in running order."
    )


def _tell_entry(value: Any) -> str:
    return ":entry" if isinstance(value, str) else ":section"


Entry: TypeAlias = Annotated[
    Annotated[Written, Tag(":entry")] | Annotated[SectionForm, Tag(":section")],
    Discriminator(_tell_entry),
]


class IssueForm(Form):
    """One number of the journal."""

    year: int = Field(ge=1000, le=9999, description="The year.")
    volume: Written = Field(default="", description="The volume, where the journal counts volumes.")
    number: Written = Field(min_length=1, description="The number within the year or volume.")
    whole_number: int | None = Field(
        default=None, ge=1, description="The number since the founding: “№ 1 (131)”."
    )
    date: Day = Field(description="The day of publication, and the clock of the build.")
    first_page: FirstPage = Field(
        description="Page number of the first contribution; or `continue`: the volume's pages run on."
    )
    print: PrintForm = Field(
        default_factory=PrintForm, description="What the imprint says of the printing."
    )
    contents: list[Entry] = Field(
        min_length=1, description="Folders and files of this issue, in running order."
    )
    preflight: list[OverrideForm] = Field(
        default_factory=list,
        description="What findings of the report weigh in this issue, each with a reason.",
    )
