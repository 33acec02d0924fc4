"""The kinds of values that the forms are made of."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints
from pydantic import WithJsonSchema as Schema
from pydantic_core import PydanticCustomError

from tirage.model.language import Localized

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")  # BCP 47, as far as journals need it
_COUNTRIES = {
    "kz": "kk",
    "ua": "uk",
    "kg": "ky",
    "cz": "cs",
    "jp": "ja",
    "cn": "zh",
    "gb": "en",
    "us": "en",
}


class Form(BaseModel):
    """A map with known keys only."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, use_attribute_docstrings=False
    )


def wrong_type(wanted: str, *path: str | int) -> PydanticCustomError:
    """A value of another kind than `wanted` (a sentence); `path` leads to it from the value that is being checked."""
    return PydanticCustomError("wrong-type", "{advice}", {"advice": wanted, "path": path})


def wrong_value(complaint: str, advice: str, *path: str | int) -> PydanticCustomError:
    """A value that cannot be: what is wrong with it and what to write, each a sentence."""
    context = {"complaint": complaint, "advice": advice, "path": path}
    return PydanticCustomError("wrong-value", "{complaint}", context)


def check_language(language: str, *path: str | int) -> str:
    """`language` when it is a language tag; raises what pydantic takes for a mistake."""
    if language in _COUNTRIES:
        right = _COUNTRIES[language]
        complaint = f"`{language}` is a country, not a language."
        raise wrong_value(complaint, f"Write `{right}`.", *path)
    if not _LANGUAGE.fullmatch(language):
        complaint = f"`{language}` is not the short name of a language."
        raise wrong_value(complaint, "Write two letters, as `kk`, `ru` or `en`.", *path)
    return language


def _localize(value: Any) -> Localized:
    if isinstance(value, str):
        return Localized((("", value.strip()),))
    if not isinstance(value, dict):
        raise wrong_type("Write a text, or one for each language: `{kk: …, ru: …, en: …}`.")
    for language, text in value.items():
        check_language(language, language)
        if not isinstance(text, str):
            raise wrong_type("Write a text.", language)
    return Localized(tuple((language, text.strip()) for language, text in value.items()))


def _read_date(value: Any) -> date:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise wrong_value(f"There is no day `{value}`.", "Correct the date.") from None
    raise wrong_type("Write year, month and day: `2026-03-31`.")


def _list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


LOCALIZED_SCHEMA = {
    "oneOf": [
        {"type": ["string", "number"]},
        {"type": "object", "additionalProperties": {"type": ["string", "number"]}},
    ]
}

Text: TypeAlias = Annotated[Localized, PlainValidator(_localize), Schema(LOCALIZED_SCHEMA)]
"""A text in several languages, or one that is the same in all."""

Written: TypeAlias = Annotated[
    str, StringConstraints(strip_whitespace=True), Schema({"type": ["string", "number"]})
]
"""A text, kept as written even where it looks like a number."""

Day: TypeAlias = Annotated[
    date, PlainValidator(_read_date), Schema({"type": "string", "format": "date"})
]

Language: TypeAlias = Annotated[
    str, BeforeValidator(lambda v: check_language(v) if isinstance(v, str) else v)
]

Names: TypeAlias = Annotated[
    list[Written],
    BeforeValidator(_list),
    Schema({"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
"""A list of short texts; one alone need not stand in brackets."""
