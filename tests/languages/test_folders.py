"""A folder for each language: which parts the bundled ones have, what stands where there is none, and how one is added."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from tirage.languages.chemistry import speak_chemistry
from tirage.languages.collation import in_order
from tirage.languages.folders import COMMON, digest, has, languages, own_file, part
from tirage.languages.lexicon import lexicon
from tirage.languages.manuscript import words as manuscript_words
from tirage.languages.marks.rules import rules_of
from tirage.languages.romanisation import romanise
from tirage.languages.speech import words_of
from tirage.languages.traits import traits
from tirage.languages.usage import usage

ROOT = Path(__file__).parents[2]
HOME = ROOT / "src" / "tirage" / "languages"
PAGE = (ROOT / "docs" / "languages.md").read_text("utf-8")

PARTS = {
    "language": "ar az de en fa he ja kk ru tr ug ur zh",
    "marks": "ar en en-GB kk ru tr",
    "references": "ar de kk ru tr zh",
    "speech": "ar en kk ru tr",
    "usage": "en kk ru tr",
    "manuscript": "ar en kk ru tr",
    "romanisation": "kk ru",
    "stems": "kk",
}
"""What the bundled languages have. English has no words of references: those of `und` are English."""


def test_every_language_has_the_parts_that_it_should() -> None:
    assert {name: " ".join(languages(name)) for name in PARTS} == PARTS


def test_there_is_nothing_else_in_a_folder() -> None:
    others = {"csl.xml", "hyphenation.dic"}
    for file in HOME.glob("*/*"):
        if file.is_file() and file.suffix not in (".py", ".pyc"):
            assert file.stem in PARTS or file.name in others, file


@pytest.mark.parametrize("name", [*PARTS, "csl.xml", "hyphenation.dic"])
def test_the_page_tells_of_every_part(name: str) -> None:
    assert f"`{name}" in PAGE


@pytest.mark.parametrize("name", ["language", "marks", "references"])
def test_a_language_has_no_key_that_the_common_one_lacks(name: str) -> None:
    known = keys(part(COMMON, name))
    for language in languages(name):
        own = own_file(language, f"{name}.toml")
        assert own
        assert keys(tomllib.loads(own.read_text("utf-8"))) <= known, language


def keys(table: Any, above: str = "") -> set[str]:
    return {
        name
        for key, value in table.items()
        for name in (keys(value, f"{key}.") if isinstance(value, dict) else {above + key})
    }


def test_a_language_without_a_folder_is_as_the_common_one() -> None:
    for language in ("qaa", "xx-Test", "", "../en"):
        assert traits(language) == traits(COMMON)
        assert rules_of(language).quotes == rules_of(language).dash == ""
        assert lexicon(language).reference["edition"] == "{} ed."
        assert words_of(language) is None and speak_chemistry("H2O", language) == ""
        assert usage(language).firsts == frozenset()
        assert manuscript_words(language).table.search("Table 1") is None
        assert romanise("Ярцева", language, "bgn-pcgn") == romanise("Ярцева", "ru", "bgn-pcgn")
        assert in_order(["b", "a"], language) == ("a", "b")
        assert own_file(language, "marks.toml") is None


def test_a_region_has_what_its_language_has() -> None:
    assert has("en-GB", "speech") and has("EN-US", "speech") and not has("de-AT", "speech")
    assert rules_of("en-GB").quotes != rules_of("en-US").quotes == rules_of("en").quotes
    assert rules_of("en-GB").dash == rules_of("en").dash


FOLDER = {
    "language.toml": """\
decimal = "."
alphabet = "z y x w v u t s r q p o n m l k j i h g f e d c b a"
counting = "zyxwvutsrq"
known-by = "ꝏ"

[hyphenation]
behind = 3
""",
    "hyphenation.dic": "UTF-8\na1la\n",
    "marks.toml": 'quotes = "»«››"\ndash = " – "\n\n[words]\nbefore-number = ["pag."]\n',
    "references.toml": '[reference]\nvolume = "Vo. {}"\npages = "Pag. {}"\nextent = "{} pag."\n',
    "speech.toml": '[signs]\n"+" = "ula"\n\n[patterns]\nsquared = "{base} dula"\n',
    "usage.toml": '[twice]\nsource = "a test"\nright = "ala"\n',
    "manuscript.toml": r"table = '\btabala (\d+)'",
    "romanisation.toml": '[bgn-pcgn]\nletters = "а=aa"\n\n[ala-lc]\nletters = "а=aa"\n',
}
"""A made-up language: `qaa` is kept free for private use by BCP 47."""

ASK = """
import ast
import json
import pyphen
from tirage.languages.chemistry import speak_chemistry
from tirage.languages.collation import in_order
from tirage.languages.latin import table_of
from tirage.languages.letters import part_letter
from tirage.languages.lexicon import lexicon
from tirage.languages.manuscript import words
from tirage.languages.marks.rules import rules_of
from tirage.languages.marks.setting import set_text
from tirage.languages.recognising import recognise
from tirage.languages.spoken import speak
from tirage.languages.usage import KNOWN, usage
from tirage.compose.columns import split_number
from tirage.typeset import hyphens

hyphens.install()
print(json.dumps({
    "hyphenation": pyphen.Pyphen(lang="qaa").inserted("kalakala"),
    "sorting": in_order(["a", "b", "c"], "qaa"),
    "counting": part_letter(1, "qaa"),
    "telling": recognise("Ꝏla"),
    "numbers": split_number("1,234", "qaa"),
    "marks": set_text('pag. 5 "ala" - ula', rules_of("qaa")),
    "references": lexicon("qaa").reference["volume"],
    "common words": lexicon("qaa").reference["edition"],
    "speech": speak("<math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mi>y</mi></math>", "qaa"),
    "a word that is missing": speak("<math><mfrac><mi>x</mi><mi>y</mi></mfrac></math>", "qaa") + speak_chemistry("2H+", "qaa"),
    "usage": "qaa" in KNOWN and "ala" in usage("qaa").right_twice,
    "manuscript": words("qaa").table.search("Tabala 7")[1],
    "romanisation": table_of("qaa", "bgn-pcgn").letters["а"],
}))
"""

ANSWERS = {
    "hyphenation": "ka-laka-la",
    "sorting": ["c", "b", "a"],
    "counting": "z",
    "telling": "qaa",
    "numbers": ["1,234", ""],
    "marks": "pag.\u00a05 »ala«\u00a0– ula",
    "references": "Vo. {}",
    "common words": "{} ed.",
    "speech": "x dula ula y",
    "a word that is missing": "",
    "usage": True,
    "manuscript": "7",
    "romanisation": "aa",
}

ARTICLE = """\
---
lang: qaa
type: other
title: {qaa: "Kala \\"ula\\"", en: A title}
abstract: {qaa: Kala ula., en: An abstract.}
references:
  - {type: article-journal, title: Ꝏla kala, container-title: Kalaka, volume: 3, page: 5-9, issued: 2001, author: [{family: Kala, given: Ula}]}
---

Kalakala ula "kala" $x^2 + y$ kala.
"""


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """tirage with one folder more, as its documents say, and its words in labels.yaml."""
    top = tmp_path_factory.mktemp("tirage")
    shutil.copytree(ROOT / "src", top / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "layouts", top / "layouts")
    (top / "fonts").symlink_to(ROOT / "fonts")
    folder = top / "src" / "tirage" / "languages" / "qaa"
    folder.mkdir()
    for name, text in FOLDER.items():
        (folder / name).write_text(text, "utf-8")
    labels = top / "layouts" / "bulletin" / "labels.yaml"
    text = labels.read_text("utf-8")
    labels.write_text(text.replace("references: {kk:", "references: {qaa: Listala, kk:"), "utf-8")
    return top


def run(top: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(top / "src")}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=top,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_one_folder_more_is_one_language_more(copied: Path) -> None:
    assert json.loads(run(copied, "-c", ASK)) == ANSWERS


def test_what_was_kept_is_made_anew(copied: Path) -> None:
    ask = "from tirage.languages.folders import digest; print(digest())"
    assert run(copied, "-c", ask).strip() != digest()


def test_an_article_in_it_is_printed(copied: Path) -> None:
    issue = copied / "journal" / "2026-1"
    (issue / "kala").mkdir(parents=True)
    journal = "title: {qaa: Kalaka, en: Journal}\nlanguages: [qaa, en]\nmain_language: qaa\nissn: 2049-3630\n"
    journal += (
        "publisher: {name: Sample Press, place: Astana}\neditor_in_chief: {name: Sam Sample}\n"
    )
    (issue.parent / "journal.yaml").write_text(journal, "utf-8")
    head = "year: 2026\nnumber: 1\ndate: 2026-03-31\nfirst_page: 1\ncontents: [kala]\n"
    (issue / "issue.yaml").write_text(head, "utf-8")
    (issue / "kala" / "article.md").write_text(ARTICLE, "utf-8")
    run(copied, "-m", "tirage", "build", "journal/2026-1", "--only", "kala", "--jobs", "1")
    (offprint,) = (copied / "build" / "2026-1" / "offprints").glob("kala*.pdf")
    with pypdfium2.PdfDocument(offprint) as pdf:
        text = " ".join("".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert "Kala »ula«" in text and "ula »kala«" in text
    assert "Listala" in text
    assert "Kala U. Ꝏla kala // Kalaka. – 2001. – Vo. 3. – Pag. 5–9." in text


NAMED = {
    "compose/authors.py": "the index for readers abroad",
    "compose/bibliography/entries.py": "the list References is English",
    "compose/bibliography/fields.py": "the English names of languages",
    "compose/wording.py": "dates where the CLDR does not know a language",
    "languages/kazakh.py": "the rule of one language",
    "languages/turkish.py": "the rule of one language",
    "languages/recognising.py": "plain Latin letters",
    "preflight/prose/consistency.py": "the letter ё, the Russian word for year",
    "preflight/prose/letters.py": "old code pages of Kazakh and Russian",
    "read/forms/base.py": "countries mistaken for languages",
    "read/text/htmltable.py": "a row of a table in HTML",
    "read/works/bibcsl.py": "names of languages in BibTeX",
    "starter/__init__.py": "a new journal",
}
"""Where Python names a language, and why: everything else is in the folders."""


def test_python_names_no_language_without_reason() -> None:
    codes = {name for part in PARTS for name in languages(part)}
    found = set()
    for file in sorted((ROOT / "src" / "tirage").rglob("*.py")):
        nodes = ast.walk(ast.parse(file.read_text("utf-8")))
        if any(isinstance(node, ast.Constant) and node.value in codes for node in nodes):
            found.add(file.relative_to(ROOT / "src" / "tirage").as_posix())
    assert found == NAMED.keys()
