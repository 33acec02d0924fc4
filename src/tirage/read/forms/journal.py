"""The form of `journal.yaml`."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, Field, PlainValidator
from pydantic import WithJsonSchema as Schema

from tirage.model.language import Localized
from tirage.model.references import STYLES
from tirage.read.forms.base import Form, Language, Text, Written, wrong_type, wrong_value
from tirage.read.forms.overrides import OverrideForm
from tirage.read.guess import advise

PLACEHOLDERS = (
    "issn",
    "eissn",
    "year",
    "volume",
    "number",
    "whole_number",
    "first_page",
    "last_page",
)
"""What a DOI pattern may hold in braces."""


def _check_pattern(value: Any) -> Any:
    if isinstance(value, str):
        for name in re.findall(r"\{(.*?)\}", value):
            if name not in PLACEHOLDERS:
                complaint = f"`{{{name}}}` means nothing in a DOI pattern."
                raise wrong_value(complaint, advise(name, PLACEHOLDERS))
        if re.search(r"[{}]", re.sub(r"\{.*?\}", "", value)):
            raise wrong_value("A brace has no partner.", "Write names between `{` and `}`.")
    return value


def _check_layout(value: Any) -> Any:
    # It becomes the name of a folder, and content may not choose any folder it likes.
    if isinstance(value, str) and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", value):
        raise wrong_value(f"`{value}` is not the name of a layout.", "Write one, as `bulletin`.")
    return value


class PublisherForm(Form):
    """Who publishes the journal, and where."""

    name: Text = Field(description="The publisher's name.")
    place: Text = Field(default_factory=Localized, description="The city of publication.")


class PersonForm(Form):
    """A person of the editorial board."""

    name: Text = Field(description="The name as it is printed.")
    degree: Text = Field(default_factory=Localized, description="Academic degree and title.")
    affiliation: Text = Field(
        default_factory=Localized, description="Institution, city and country, as printed."
    )


class MemberForm(PersonForm):
    """A member of the editorial board."""

    role: Literal["deputy", "executive", "member"] = Field(
        default="member",
        description="`deputy`: deputy editor-in-chief; `executive`: executive secretary; or `member`.",
    )


def _check_breaks(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*", value):
        complaint = f"`{value}` is not a word with hyphens where a line may end."
        raise wrong_value(complaint, "Write letters and single hyphens, as `Қазақ-стан`.")
    return value


BrokenWord: TypeAlias = Annotated[Written, BeforeValidator(_check_breaks)]


class HyphenationForm(Form):
    """Words that are broken otherwise than by rule, with a hyphen at each place where a line may end."""

    kk: list[BrokenWord] = Field(
        default_factory=list,
        description="Kazakh stems, as `Қазақ-стан`; endings are added by rule.",
    )
    ru: list[BrokenWord] = Field(
        default_factory=list, description="Russian words, each form by itself."
    )
    en: list[BrokenWord] = Field(
        default_factory=list, description="English words, each form by itself."
    )


def _choose(*numbers: int) -> Any:
    """A number out of few; YAML values come as written."""

    def choose(value: Any) -> int:
        if isinstance(value, str) and value.isdecimal() and int(value) in numbers:
            return int(value)
        raise wrong_type(f"Write one of these: {', '.join(map(str, numbers))}.")

    return PlainValidator(choose), Schema({"enum": list(numbers)})


class PressForm(Form):
    """What the printer asks for, and what is printed on."""

    profile: Written = Field(
        default="", description="The printer's ICC profile, a file beside journal.yaml."
    )
    condition: Written = Field(
        default="", description="Registered name of the printing condition, as `FOGRA51`."
    )
    colours: Annotated[Literal[1, 4], *_choose(1, 4)] = Field(
        default=1, description="Inks of the block: 1 (black) or 4. The cover has four."
    )
    signature: Annotated[int, *_choose(2, 4, 8, 16, 32)] = Field(
        default=4, description="Pages of one folded sheet; empty pages fill the last one."
    )
    marks: bool = Field(
        default=True, description="Crop marks, registration marks and a slug line are printed."
    )
    paper_thickness: float = Field(
        default=0.1, ge=0.01, le=1, description="Thickness of one leaf of the block, mm."
    )
    cover_weight: float = Field(
        default=250, ge=50, le=600, description="Weight of the cover's board, g/m²."
    )


def _check_quotes(value: Any) -> Any:
    if isinstance(value, str) and not re.fullmatch("[«»„“”‘’‚]{4}", value):
        complaint = f"`{value}` is not two pairs of quotation marks."
        raise wrong_value(complaint, "Write the outer and the inner pair, as `«»„“`.")
    return value


class MarksForm(Form):
    """How the marks of one language are set, where the journal wants them otherwise than usual."""

    quotes: Annotated[str, BeforeValidator(_check_quotes)] = Field(
        default="", description="Outer and inner pair of quotation marks, as `«»„“`."
    )
    dash: Literal["", " — ", " – ", "—"] = Field(
        default="",
        description="The dash between parts of a sentence with its spaces: ` — `, ` – ` or, closed up, `—`.",
    )


def _check_style(value: Any) -> Any:
    if isinstance(value, str) and value not in STYLES and not value.endswith((".toml", ".csl")):
        complaint = f"There is no style of references `{value}`."
        known = ", ".join(f"`{style}`" for style in STYLES)
        advice = advise(value, STYLES) or f"Write {known}, or the name of a file (.csl, .toml)."
        raise wrong_value(complaint, advice)
    return value


class ReferencesForm(Form):
    """How lists of references and citations are set."""

    style: Annotated[Written, BeforeValidator(_check_style)] = Field(
        default=STYLES[0],
        description="`gost-7.1`, `gost-r-7.0.5`, `apa`, `vancouver`, or a file beside journal.yaml: a CSL style (.csl) "
        "or one of your own (.toml).",
    )
    order: Literal["given", "mention", "alphabetical"] | None = Field(
        default=None,
        description="`given`: as the author lists them; `mention`: as the text cites them; or `alphabetical`. "
        "Else `given`, and `alphabetical` with author and year.",
    )
    scripts: Literal["cyrillic-first", "latin-first", "mixed"] | None = Field(
        default=None,
        description="Which letters come first in an alphabetical list; else those of the article's language.",
    )
    citations: Literal["numeric", "author-year"] = Field(
        default="numeric", description="`numeric`: [3, с. 12]; `author-year`: (Smith, 2020, p. 12)."
    )


class JournalForm(Form):
    """The journal: what stays the same from issue to issue."""

    title: Text = Field(description="The journal's full title.")
    abbreviated: Text = Field(
        default_factory=Localized, description="The short title, for running heads and citations."
    )
    series: Text = Field(default_factory=Localized, description="The series, when there is one.")
    issn: Written = Field(default="", description="ISSN of the printed journal, as `1234-5679`.")
    eissn: Written = Field(default="", description="ISSN of the journal online.")
    publisher: PublisherForm | None = Field(default=None, description="The publisher.")
    languages: list[Language] = Field(
        min_length=1,
        description="The journal's languages: every article has title, abstract, keywords in each.",
    )
    main_language: Language = Field(
        default="", description="Language of the prelims and the imprint; else the first one."
    )
    doi_pattern: Annotated[Written, BeforeValidator(_check_pattern)] = Field(
        default="",
        description="How DOIs are made, with "
        + ", ".join(f"`{{{name}}}`" for name in PLACEHOLDERS)
        + ". Leave it out where the journal has no DOIs.",
    )
    license: Written = Field(default="", description="SPDX identifier, as `CC-BY-4.0`.")
    copyright: Text = Field(default_factory=Localized, description="Who holds the copyright.")
    founded: int | None = Field(default=None, description="The year of the first issue.")
    registration: Text = Field(
        default_factory=Localized, description="The certificate of the mass medium."
    )
    frequency: Text = Field(default_factory=Localized, description="How often it appears.")
    scope: Text = Field(
        default_factory=Localized, description="One paragraph: what the journal prints."
    )
    address: Text = Field(default_factory=Localized, description="The editors' postal address.")
    email: Written = Field(default="", description="The editors' e-mail address.")
    website: Written = Field(default="", description="The journal's address on the web.")
    editor_in_chief: PersonForm | None = Field(default=None, description="The editor-in-chief.")
    board: list[MemberForm] = Field(
        default_factory=list,
        description="The editorial board, in the order in which it is printed.",
    )
    author_index: bool = Field(
        default=False, description="An index of the issue's authors is printed before the imprint."
    )
    fonts: tuple[str, ...] = Field(
        default=(),
        description="Families of fonts in the folder `fonts` beside journal.yaml, for letters that the layout's own lack.",
    )
    sort_keywords: bool = Field(
        default=False,
        description="Keywords are put in the order of each language's alphabet; else they stay as the authors give them.",
    )
    layout: Annotated[Written, BeforeValidator(_check_layout)] = Field(
        default="bulletin", description="The folder of `layouts` that is used."
    )
    romanisation: Literal["bgn-pcgn", "ala-lc", "iso-9"] | None = Field(
        default=None,
        description="The system in which Kazakh and Russian references are written in Latin letters for the list "
        "References, where the author gives no form of their own. Leave it out, and only authors write them.",
    )
    marks: dict[Language, MarksForm] = Field(
        default_factory=dict,
        description="Quotation marks and dashes by language, where they are set otherwise than usual.",
    )
    references: ReferencesForm = Field(
        default_factory=ReferencesForm,
        description="How lists of references and citations are set.",
    )
    hyphenation: HyphenationForm = Field(
        default_factory=HyphenationForm,
        description="Words that are broken otherwise than by rule; one without a hyphen is never broken.",
    )
    print: PressForm = Field(
        default_factory=PressForm, description="What the printer asks for: see docs/print.md."
    )
    preflight: list[OverrideForm] = Field(
        default_factory=list,
        description="What findings of the report weigh in this journal, each with a reason.",
    )
