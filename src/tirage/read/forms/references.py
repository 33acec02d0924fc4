"""The form of `references.yaml`: a list of CSL items and plain lines (CSL 1.0.2, appendices III and IV)."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, RootModel, Tag
from pydantic import WithJsonSchema as Schema

from tirage.model.references import Name
from tirage.read.forms.base import Form, Language, Written, wrong_type, wrong_value
from tirage.read.words import words

KINDS = words("""article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
personal_communication post post-weblog regulation report review review-book software song speech standard thesis
treaty webpage""")
"""Types of CSL 1.0.2, appendix III."""

UNPRINTED = words("""abstract annote archive_collection archive-place authority call-number categories chapter-number chair citation-key
citation-label citation-number collection-editor compiler composer container-author container-title-short contributor
curator custom dimensions director division editor-translator editorial-director event-date event-place
executive-producer first-reference-note-number guest host illustrator ISSN journalAbbreviation jurisdiction keyword
locator medium narrator number-of-volumes organizer original-author original-date original-publisher
original-publisher-place original-title page-first part part-number part-title performer PMCID PMID printing
printing-number producer recipient references reviewed-author reviewed-genre reviewed-title scale scriptwriter section
series-creator shortTitle source status submitted supplement supplement-number title-short version volume-title
volume-title-short year-suffix""")
"""Variables of CSL 1.0.2, appendix IV, that a list may hold and that no entry prints."""

_NAME_PARTS = {
    "family",
    "given",
    "literal",
    "suffix",
    "dropping-particle",
    "non-dropping-particle",
    "comma-suffix",
    "static-ordering",
    "parse-names",
}


def _read_names(value: Any) -> tuple[Name, ...]:
    people = value if isinstance(value, list) else [value]
    return tuple(_read_name(person, i) for i, person in enumerate(people))


def _read_name(value: Any, i: int) -> Name:
    if isinstance(value, str):
        return Name(literal=value.strip())
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise wrong_type("Write a name: `{family: Knuth, given: D. E.}`.", i)
    for key in value:
        if key not in _NAME_PARTS:
            complaint = f"`{key}` is not a part of a name."
            raise wrong_value(complaint, "Write `family` and `given`.", i, key)
    family = " ".join(filter(None, (value.get("non-dropping-particle"), value.get("family"))))
    given = " ".join(filter(None, (value.get("given"), value.get("dropping-particle"))))
    if suffix := value.get("suffix"):
        given = f"{given}, {suffix}" if given else suffix
    return Name(family=family, given=given, literal=value.get("literal", ""))


def _read_csl_date(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        for key in ("raw", "literal"):
            if isinstance(value.get(key), str):
                return str(value[key]).strip()
        parts = value.get("date-parts")
        if isinstance(parts, list) and parts and all(isinstance(part, list) for part in parts):
            return "/".join("-".join(str(n).zfill(2) for n in part) for part in parts)
    raise wrong_type("Write a year or a date: `1981` or `1981-05-30`.")


def year_of(written: str) -> str:
    """The year, or years, of a date: "1981", "1999–2001"; what is no date stays ("[1981?]", "forthcoming").

    EDTF: 1981-05-30, 1999/2001.
    """
    if re.fullmatch(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?", written):
        return "–".join(dict.fromkeys(part[:4] for part in written.split("/")))
    return written


_DATE_SCHEMA = {"type": ["string", "number", "object"]}
_NAME_SCHEMA = {
    "type": "object",
    "properties": {part: {"type": "string"} for part in sorted(_NAME_PARTS)},
    "additionalProperties": False,
}

Names: TypeAlias = Annotated[
    tuple[Name, ...],
    PlainValidator(_read_names),
    Schema({"type": "array", "items": {"oneOf": [{"type": "string"}, _NAME_SCHEMA]}}),
]
Date: TypeAlias = Annotated[str, PlainValidator(_read_csl_date), Schema(_DATE_SCHEMA)]


class ReferenceForm(Form):
    """One entry: a CSL item, or a line of text with a key."""

    id: Written = Field(default="", description="The key by which the text cites it: `[@key]`.")
    lang: Language = Field(
        default="", description="The language of the entry; else its letters tell."
    )
    language: Language = Field(default="", description="The same as `lang`, as CSL calls it.")
    text: Written = Field(default="", description="The whole entry, printed as it stands.")
    romanised: Written = Field(
        default="", description="The entry in Latin letters, for the list “References”."
    )
    translated: Written = Field(
        default="", description="The title in English, for lists in Latin letters."
    )
    type: Literal[KINDS] | None = Field(  # type: ignore[valid-type]
        default=None, description="What the work is, as `article-journal`, `book`, `chapter`."
    )
    author: Names = Field(default=(), description="Authors, as `{family: …, given: …}`.")
    editor: Names = Field(default=(), description="Editors, as `{family: …, given: …}`.")
    translator: Names = Field(default=(), description="Translators, as `{family: …, given: …}`.")
    title: Written = Field(default="", description="The title of the work.")
    container_title: Written = Field(
        default="", alias="container-title", description="The journal, book or site that holds it."
    )
    collection_title: Written = Field(
        default="", alias="collection-title", description="The series of a book."
    )
    collection_number: Written = Field(
        default="", alias="collection-number", description="The number in the series."
    )
    event_title: Written = Field(
        default="", alias="event-title", description="The conference, with its place and days."
    )
    event: Written = Field(
        default="", description="The same as `event-title`, as CSL 1.0.1 has it."
    )
    archive: Written = Field(default="", description="The archive that keeps the work.")
    archive_location: Written = Field(
        default="", description="Where the archive keeps it: `Ф. 41. Оп. 1. Д. 45. Л. 1–10`."
    )
    publisher: Written = Field(default="", description="The publisher.")
    publisher_place: Written = Field(
        default="", alias="publisher-place", description="The city of publication."
    )
    issued: Date = Field(default="", description="When it appeared: a year or a date.")
    volume: Written = Field(default="", description="The volume.")
    issue: Written = Field(default="", description="The number of the journal.")
    number: Written = Field(default="", description="The number of a report, standard or law.")
    page: Written = Field(default="", description="The pages, as `1119–1184`.")
    number_of_pages: Written = Field(
        default="", alias="number-of-pages", description="How many pages a book has."
    )
    edition: Written = Field(default="", description="The edition.")
    genre: Written = Field(default="", description="What kind of thesis or report it is.")
    note: Written = Field(default="", description="Anything else to be printed.")
    doi: Written = Field(
        default="", alias="DOI", description="The DOI, as `10.1002/spe.4380111102`."
    )
    isbn: Written = Field(default="", alias="ISBN", description="The ISBN.")
    url: Written = Field(default="", alias="URL", description="The address on the web.")
    accessed: Date = Field(default="", description="When the address was looked at.")


def _drop_unprinted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if key not in UNPRINTED}
    return value


def _tell_item(value: Any) -> str:
    return ":line" if isinstance(value, str) else ":item"


Item: TypeAlias = Annotated[
    Annotated[Written, Tag(":line")]
    | Annotated[ReferenceForm, BeforeValidator(_drop_unprinted), Tag(":item")],
    Discriminator(_tell_item),
]


class ReferencesForm(RootModel[list[Item]]):
    """A list of references."""
