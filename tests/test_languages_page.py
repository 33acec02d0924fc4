"""The examples of docs/languages.md are what the program does."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tirage.languages.marks.rules import rules_of
from tirage.languages.marks.setting import set_text
from tirage.languages.marks.signs import FIRM, JOINER, THIN

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "languages.md").read_text("utf-8")
EXAMPLES = re.findall(r"^\| ([\w-]+) \| `(.+?)` \| `(.+?)` \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("language", "typed", "printed"), EXAMPLES)
def test_an_example_is_printed_as_the_page_says(language: str, typed: str, printed: str) -> None:
    done = (
        set_text(typed, rules_of(language))
        .replace(FIRM, "~")
        .replace(THIN, "^")
        .replace(JOINER, "")
    )
    assert done == printed


def test_the_page_has_examples_of_each_language() -> None:
    assert {language for language, _, _ in EXAMPLES} >= {"kk", "ru", "en", "en-GB"}


def test_the_folder_that_the_page_shows_has_keys_that_exist() -> None:
    shown = tomllib.loads(PAGE.split("```toml\n")[1].split("```")[0])
    known = tomllib.loads((ROOT / "src/tirage/languages/und/marks.toml").read_text("utf-8"))
    assert set(shown) <= set(known)
    assert set(shown["words"]) <= set(known["words"])
