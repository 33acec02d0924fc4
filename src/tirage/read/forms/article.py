"""The form of an article's front matter."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, PlainValidator, Tag
from pydantic import WithJsonSchema as Schema

from tirage.model.issue import Keywords
from tirage.model.language import Localized
from tirage.read.forms.base import (
    Day,
    Form,
    Language,
    Names,
    Text,
    Written,
    check_language,
    wrong_type,
)
from tirage.read.forms.references import Item


def _read_keywords(value: Any) -> tuple[Keywords, ...]:
    if not isinstance(value, dict):
        raise wrong_type("Write a list for each language: `{kk: […, …], ru: […, …]}`.")
    for language, words in value.items():
        check_language(language, language)
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise wrong_type("Write a list in brackets: `[one, two]`.", language)
    return tuple(
        Keywords(language, tuple(word.strip() for word in words))
        for language, words in value.items()
    )


def _check_names(value: Any) -> Any:
    if not isinstance(value, dict) or {"given", "family"} & value.keys():
        raise wrong_type("Write a name for each language: `{kk: {given: …, family: …}}`.")
    for language in value:
        check_language(language, language)
    return value


KeywordMap: TypeAlias = Annotated[
    tuple[Keywords, ...],
    PlainValidator(_read_keywords),
    Schema(
        {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": ["string", "number"]}},
        }
    ),
]


class NameForm(Form):
    """A person's name in one language."""

    given: Written = Field(default="", description="Given name and patronymic, or initials.")
    family: Written = Field(min_length=1, description="Family name.")


class AuthorForm(Form):
    """One author."""

    name: Annotated[dict[str, NameForm], BeforeValidator(_check_names)] = Field(
        min_length=1, description="The name in each language: `{kk: {given: …, family: …}}`."
    )
    orcid: Written = Field(default="", description="ORCID iD, as `0000-0002-1825-0097`.")
    email: Written = Field(default="", description="E-mail address.")
    affiliation: Names = Field(
        default_factory=list,
        description="Keys of the map `affiliations`; may be left out when there is only one.",
    )
    corresponding: bool = Field(default=False, description="Letters go to this author.")
    about: Text = Field(
        default_factory=Localized,
        description="Degree and position, for “information about the authors”.",
    )


class AffiliationForm(Form):
    """One institution."""

    name: Text = Field(description="The institution's name.")
    city: Text = Field(default_factory=Localized, description="Its city.")
    country: Text = Field(default_factory=Localized, description="Its country.")
    ror: Written = Field(default="", description="Its address at ror.org.")


class SignatureForm(Form):
    """How an editor's column ends."""

    closing: Written = Field(default="", description="As “Yours sincerely,”.")
    name: Written = Field(default="", description="The name.")
    position: Written = Field(default="", description="The position.")
    degree: Written = Field(default="", description="Academic degree and title.")


def _tell_references(value: Any) -> str:
    return ":file" if isinstance(value, str) else ":list"


References: TypeAlias = Annotated[
    Annotated[str, Tag(":file")] | Annotated[list[Item], Tag(":list")],
    Discriminator(_tell_references),
]


class ArticleForm(Form):
    """The front matter of a contribution."""

    lang: Language = Field(description="The language of the text, as `kk`.")
    type: Literal[
        "research", "review", "short", "editorial", "book-review", "retraction", "other"
    ] = Field(description="What kind of contribution it is.")
    doi: Written = Field(
        default="", description="`auto`: made from the journal's pattern; or a DOI; or `none`."
    )
    irsti: Written = Field(default="", description="IRSTI (ҒТАМР, МРНТИ), as `11.25.91`.")
    udc: Written = Field(default="", description="UDC (ӘОЖ, УДК), as `327.7`.")
    title: Text = Field(default_factory=Localized, description="The title.")
    short_title: Text = Field(
        default_factory=Localized, description="For the running head, when the title is long."
    )
    rubric: Text = Field(
        default_factory=Localized, description="The heading of an editor's column."
    )
    topic: Text = Field(default_factory=Localized, description="The topic of an editor's column.")
    authors: list[AuthorForm] = Field(default_factory=list, description="The authors, in order.")
    affiliations: dict[str, AffiliationForm] = Field(
        default_factory=dict, description="Institutions, each under a key that the authors name."
    )
    abstract: Text = Field(default_factory=Localized, description="The abstract.")
    keywords: KeywordMap = Field(default=(), description="A list of keywords for each language.")
    received: Day | None = Field(default=None, description="When the manuscript came in.")
    accepted: Day | None = Field(default=None, description="When it was accepted.")
    funding: Text = Field(default_factory=Localized, description="Who paid for the work.")
    acknowledgements: Text = Field(default_factory=Localized, description="Thanks.")
    conflict: Text = Field(
        default_factory=Localized, description="Statement on conflicts of interest."
    )
    references: References = Field(
        default_factory=list,
        description="A YAML, JSON or BibTeX file beside the article, or the list itself.",
    )
    signature: SignatureForm | None = Field(
        default=None, description="How an editor's column ends."
    )
    composer: bool = Field(
        default=True,
        description="`false`: paragraphs are set line by line, though the layout chooses all breaks together.",
    )
