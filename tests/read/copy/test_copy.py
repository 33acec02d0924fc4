"""The copy: every character of every passage stands where the passage says."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.helpers import FRONT, REFERENCES, SVG, read
from tirage.model.copy import OBJECT, Copy, Passage
from tirage.read.copy.scalars import align
from tirage.read.issue import read_issue
from tirage.read.remarks import Remarks
from tirage.read.tree import Map, Scalar
from tirage.read.yaml import read_yaml

SAMPLE = Path(__file__).parents[3] / "content" / "2026-1"

TEXT = """\
Слово **жирное** и [the word]{lang=en}, формула $x^2$ и [@knuth, с. 12].
Вторая *строка*[^a] с `кодом` и [ссылкой](https://example.org/а "т").

- Пункт

| Ячейка | *Другая* |
|--------|----------|
| 12     | 12       |

: Подпись {#tbl:t}

![Рисунок](map.svg){#fig:m alt="Карта мира"}

[^a]: Сноска.
"""


def misplaced(copy: Copy) -> list[tuple[str, str]]:
    """The characters of passages that do not stand where they should."""
    wrong = []
    for sheet in copy.sheets:
        for passage in sheet.passages:
            for offset, letter in enumerate(passage.text):
                if letter in ("\n", OBJECT) or not passage.mendable(offset, offset + 1):
                    continue
                line, column = passage.at(offset)
                if sheet.lines[line - 1][column - 1] != letter:
                    wrong.append((sheet.file, passage.text[offset:]))
    return wrong


def article(folder: Path) -> tuple[Passage, ...]:
    reading = read(folder, TEXT, FRONT + REFERENCES, {"2026-1/one/map.svg": SVG})
    assert misplaced(reading.copy) == []
    return reading.copy.of("one")[0].passages


def test_the_sample_is_where_it_is() -> None:
    copy = read_issue(SAMPLE).copy
    assert misplaced(copy) == []
    letters = [
        passage.mendable(i, i + 1)
        for sheet in copy.sheets
        for passage in sheet.passages
        for i in range(len(passage.text))
    ]
    assert letters.count(False) < len(letters) / 500


def test_what_a_text_consists_of(tmp_path: Path) -> None:
    told = [(p.role, p.language, p.text) for p in article(tmp_path) if not p.path]
    assert told == [
        (
            "paragraph",
            "ru",
            f"Слово жирное и {OBJECT}, формула {OBJECT} и {OBJECT}.\n"
            f"Вторая строка{OBJECT} с {OBJECT} и ссылкой.",
        ),
        ("paragraph", "en", "the word"),
        ("item", "ru", "Пункт"),
        ("cell", "ru", "Ячейка"),
        ("cell", "ru", "Другая"),
        ("cell", "ru", "12"),
        ("cell", "ru", "12"),
        ("caption", "ru", "Подпись"),
        ("caption", "ru", "Рисунок"),
        ("alt", "ru", "Карта мира"),
        ("note", "ru", "Сноска."),
    ]


def test_objects_say_what_they_are(tmp_path: Path) -> None:
    paragraph = next(p for p in article(tmp_path) if p.role == "paragraph" and not p.path)
    told = [(one.kind, one.source) for one in paragraph.objects]
    assert told == [
        ("foreign", "en"),
        ("maths", "x^2"),
        ("citation", "@knuth, с. 12"),
        ("note", "a"),
        ("code", "кодом"),
    ]
    assert paragraph.object_at(paragraph.text.index(OBJECT)) == paragraph.objects[0]


def test_front_matter_has_languages_and_roles(tmp_path: Path) -> None:
    front = (
        FRONT
        + "abstract:\n  en: 'It''s short.'\n  ru: >-\n    Длинный\n    текст.\nkeywords: {ru: [а, б]}\n"
    )
    passages = read(tmp_path, front=front).copy.of("one")[0].passages
    told = [(p.role, p.language, p.text, p.at(0)) for p in passages if p.path]
    assert told == [
        ("title", "ru", "Заглавие", (4, 8)),
        ("abstract", "en", "It's short.", (6, 7)),
        ("abstract", "ru", "Длинный текст.", (8, 5)),
        ("keyword", "ru", "а", (10, 17)),
        ("keyword", "ru", "б", (10, 20)),
    ]


STYLES = ("{}", '"{}"', "'{}'", ">-\n  {}", "|-\n  {}")


@pytest.mark.parametrize("style", STYLES)
@given(
    words=st.lists(st.text("абв,.!", min_size=1, max_size=5), min_size=1, max_size=8),
    seed=st.integers(0, 255),
)
def test_every_style_of_yaml_can_be_followed(style: str, words: list[str], seed: int) -> None:
    """Lines are broken where the bits of `seed` say."""
    words[0] = "а" + words[0]
    gaps = ["\n  " if seed >> i & 1 else " " * (1 + (seed >> i & 2)) for i in range(len(words))]
    value = "".join(word + gap for word, gap in zip(words, gaps, strict=True)).rstrip()
    source = "key: " + style.format(value) + "\nother: 1\n"
    tree = read_yaml(source, Remarks())
    assert isinstance(tree, Map)
    scalar = tree.get("key")
    assert isinstance(scalar, Scalar)
    assert scalar.text
    lines = source.split("\n")
    passage = Passage("f", "ru", "fact", scalar.text, align(scalar.text, lines, scalar.position))
    for offset, letter in enumerate(scalar.text):
        if letter not in " \n":
            line, column = passage.at(offset)
            assert lines[line - 1][column - 1] == letter
