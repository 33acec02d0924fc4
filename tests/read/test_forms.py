"""Forms: whatever a person writes into them, there is a form or there are findings, never an exception."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.read.helpers import tell
from tirage.read.forms.article import ArticleForm
from tirage.read.forms.issue import IssueForm
from tirage.read.forms.journal import JournalForm
from tirage.read.forms.references import ReferenceForm, ReferencesForm
from tirage.read.mistakes import fill, fill_plain
from tirage.read.remarks import Remarks
from tirage.read.tree import plain
from tirage.read.yaml import read_yaml

FORMS: list[type[BaseModel]] = [ArticleForm, IssueForm, JournalForm, ReferenceForm]
WORDS = st.sampled_from(
    ["", "а", "kk", "ru", "kz", "12", "2026-01-01", "research", "auto", "10.5555/x", "given", "family", "section",
     "articles", "name", "date-parts", "continue", "true", "{issn}", "literal", "title"]
)  # fmt: skip


def values(keys: list[str]) -> st.SearchStrategy[Any]:
    names = st.sampled_from(keys) | WORDS
    inner: st.SearchStrategy[Any] = st.recursive(
        WORDS,
        lambda deeper: st.lists(deeper, max_size=3) | st.dictionaries(names, deeper, max_size=3),
        max_leaves=8,
    )
    return st.dictionaries(names, inner, max_size=6)


def keys_of(form: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in form.model_fields.items()]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_form_is_filled_in_too_strangely(form: type[BaseModel], data: st.DataObject) -> None:
    written = data.draw(values(keys_of(form)))
    remarks = Remarks("f")
    tree = read_yaml(yaml.safe_dump(written, allow_unicode=True), remarks)
    filled = fill(form, tree, remarks, "This")
    assert (filled is None) is bool(remarks.findings)
    for finding in remarks.findings:
        assert finding.place.line > 0
        assert finding.check in ("content.keys", "content.type")


@given(st.lists(values(keys_of(ReferenceForm)) | WORDS, max_size=3))
def test_no_list_is_too_strange(written: Any) -> None:
    remarks = Remarks("f")
    tree = read_yaml(yaml.safe_dump(written, allow_unicode=True), remarks)
    assert tree is not None
    filled = fill_plain(ReferencesForm, plain(tree), tree, remarks)
    assert (filled is None) is bool(remarks.findings)


@pytest.mark.parametrize(
    ("text", "message", "advice"),
    [
        ("titel: А", "There is no key `titel` here.", "Did you mean `title`?"),
        ("title: [а]", "`title`: a list cannot stand here.", "Write a text, or one for each language: `{kk: …, ru: …, en: …}`."),
        ("founded: давно", "`founded`: `давно` cannot stand here.", "Write a whole number."),
        ("board: [{name: А, role: boss}]", "`board`, no 1, `role`: `boss` is not known.", "Write one of `deputy`, `executive`, `member`."),
        ("languages: []", "`languages`: Nothing stands here.", "Write at least one."),
        ("main_language: kz", "`main_language`: `kz` is a country, not a language.", "Write `kk`."),
    ],
)  # fmt: skip
def test_sentences(text: str, message: str, advice: str) -> None:
    remarks = Remarks("f")
    base = "" if text.startswith(("title", "languages")) else "title: А\n"
    base += "" if text.startswith("languages") else "languages: [ru]\n"
    base += "title: А\n" if text.startswith("languages") else ""
    assert fill(JournalForm, read_yaml(base + text, remarks), remarks, "journal.yaml") is None
    found = [f for f in remarks.findings if f.message == message]
    assert [f.advice for f in found] == [advice], remarks.findings


def test_nothing_is_said_twice_of_broken_yaml() -> None:
    remarks = Remarks("f")
    assert fill(JournalForm, read_yaml("a: [b", remarks), remarks, "journal.yaml") is None
    assert tell(remarks.findings, "f") == ["FAIL content.yaml/broken 1:4"]
