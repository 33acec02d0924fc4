"""Authors' names in three languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.helpers import JOURNAL, article_of, read
from tirage.languages.romanisation import holds_cyrillic
from tirage.read.issue import Reading

THREE = JOURNAL.replace("[ru]", "[kk, ru, en]").replace(
    "title: Вестник", "title: {kk: Х, ru: В, en: B}"
)


def reading(folder: Path, name: str, more: str = "") -> Reading:
    front = f"lang: kk\ntype: other\ntitle: {{kk: Т, ru: Т, en: T}}\nauthors:\n  - name: {name}\n"
    return read(folder, front=front, files={"journal.yaml": THREE + more})


@pytest.mark.parametrize(
    ("system", "family"),
    [("", "Äūezov"), ("romanisation: ala-lc\n", "Ăuezov"), ("romanisation: iso-9\n", "A̋uezov")],
)
def test_a_name_that_is_not_given_in_latin_letters_is_romanised_and_told(
    tmp_path: Path, system: str, family: str
) -> None:
    found = reading(tmp_path, "{kk: {given: Мұхтар, family: Әуезов}}", system)
    (author,) = article_of(found).authors
    name = author.name("en")
    assert (name.family, name.romanised) == (family, "kk")
    assert not holds_cyrillic(name.given)
    (told,) = [f for f in found.findings if f.code == "name" and "`en`" in f.message]
    assert f"{family}”, romanised" in told.message
    assert told.advice.startswith("Write it as the author signs: `en: {given: ")


def test_names_that_are_given_stay_as_they_are(tmp_path: Path) -> None:
    forms = "{kk: {given: Мұхтар, family: Әуезов}, ru: {given: Мухтар, family: Ауэзов}, en: {given: Mukhtar, family: Auezov}}"
    found = reading(tmp_path, forms)
    (author,) = article_of(found).authors
    assert [name.family for name in author.names] == ["Әуезов", "Ауэзов", "Auezov"]
    assert not [f for f in found.findings if f.code == "name"]


def test_a_cyrillic_form_is_never_made(tmp_path: Path) -> None:
    found = reading(tmp_path, "{en: {given: Sam, family: Sample}}")
    (author,) = article_of(found).authors
    assert [name.language for name in author.names] == ["en"]
    (told,) = [f for f in found.findings if f.code == "name"]
    assert "`kk`" in told.message and "`ru`" in told.message
