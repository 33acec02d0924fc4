"""Kazakh words on the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pyphen
import pytest

from tests.typeset.helpers import FONTS, make_piece
from tirage.languages.marks.rules import rules_of
from tirage.languages.marks.setting import set_text
from tirage.model.language import Breaks
from tirage.typeset import hyphens
from tirage.typeset.press import Press, gatherings


def test_pyphen_breaks_kazakh_words_as_the_orthography_does() -> None:
    hyphens.install()
    assert pyphen.language_fallback("kk") == "kk"
    assert pyphen.language_fallback("kk-KZ") == "kk"
    assert pyphen.Pyphen(lang="kk").inserted("құмырсқа") == "құ-мырс-қа"
    assert pyphen.Pyphen(lang="kk", left=3, right=3).inserted("құмырсқалар") == "құмырс-қа-лар"


def test_the_other_languages_stay_as_they_were() -> None:
    before = pyphen.Pyphen(lang="ru").inserted("издательство")
    hyphens.install()
    assert pyphen.Pyphen(lang="ru").inserted("издательство") == before


TEXT = (
    "Содан соң {} тағы да солай",
    "Бұл {} үшін",
)


def column(folder: Path, words: Sequence[str], millimetres: float) -> list[str]:
    """The lines of `words`, each between some others, in a narrow column; U+2027 where the engine put a hyphen."""
    text = "".join(
        f"<p>{set_text(frame.format(word), rules_of('kk'))}</p>" for word in words for frame in TEXT
    )
    css = (
        f"@page {{ size: 100mm 290mm }} p {{ width: {millimetres}mm; text-align: left; hyphenate-character: '‧'; "
        "hyphenate-limit-chars: 6 3 3 } a { hyphens: manual }"
    )
    press = Press(1, folder, (FONTS,))
    (made,) = gatherings([make_piece(text, css, name=f"w{millimetres}".replace(".", "-"))], press)
    lines = []
    for page in pypdfium2.PdfDocument(made.pdf):
        lines += [line.strip() for line in page.get_textpage().get_text_range().splitlines()]
    return [line.replace("\ufffe", "-") for line in lines]


@pytest.mark.parametrize("width", [14, 17, 20, 23, 27])
def test_a_given_hyphen_has_no_other_near_it(tmp_path: Path, width: float) -> None:
    words = (
        "іс-қимылдарымыздың",
        "әлеуметтік-экономикалық",
        "ЕурАзЭҚ-тарының",
        "ҚазҰУ-дың",
        "ҚР-дағылардың",
        "11-сыныптардағы",
        "2026-жылдардағы",
        "МЕМЛЕКЕТТІК",
        "А. Б. Байтұрсынұлы",
    )
    text = "\n".join(column(tmp_path, words, width))
    assert "‧" in text
    assert not re.search(r"-\w{0,2}‧|‧\n?\w{0,2}-", text)  # three letters at least between them
    assert not re.search(r"\d-\n", text)
    assert not re.search(r"(ЕурАзЭҚ|ҚазҰУ|ҚР)-\n?\w+‧", text)
    joined = text.replace("-\n", "-").replace("‧\n", "").replace("\n", " ")
    assert all(f" {word} " in joined.replace("\u00a0", " ") for word in words)
    assert not re.search(r"[А-ЯӘҒҚҢӨҰҮҺІ]‧|‧\n[А-ЯӘҒҚҢӨҰҮҺІ]|Б\.\n", text)


def test_addresses_are_not_hyphenated(tmp_path: Path) -> None:
    addresses = (
        "https://example.org/казакстан/журналдар",
        "редакция@example.org",
        "10.5555/қазақстандықтар",
    )
    lines = column(tmp_path, [f"<a>{address}</a>" for address in addresses], 20)
    assert "‧" not in "\n".join(lines)


OWN = (
    Breaks("kk", ("бала-лар", "Мектеп")),
    Breaks("ru", ("издат-ельство",)),
    Breaks("en", ("typo-graphy",)),
)


def test_a_journal_breaks_its_own_words() -> None:
    hyphens.install()
    with hyphens.excepted(OWN):
        kazakh, russian, english = (pyphen.Pyphen(lang=lang) for lang in ("kk", "ru", "en-US"))
        assert kazakh.inserted("Балаларымыз") == "Бала-ла-ры-мыз"
        assert kazakh.inserted("мектептер") == "мектеп-тер"
        assert kazakh.inserted("құмырсқа") == "құ-мырс-қа"
        assert russian.inserted("Издательство") == "Издат-ельство"
        assert russian.inserted("издательства") == "из-да-тель-ства"
        assert english.inserted("typography") == "typo-graphy"
    assert pyphen.Pyphen(lang="kk").inserted("балалар") == "ба-ла-лар"
    assert pyphen.Pyphen(lang="ru").inserted("издательство") == "из-да-тель-ство"


def test_the_words_of_a_piece_are_not_those_of_the_next(tmp_path: Path) -> None:
    """Three pieces, one worker: the second has words of its own."""
    text = "<p lang=kk>мектептерімізде<p lang=ru>издательство<p lang=en>typographical"
    css = "p { width: 12mm; text-align: left; hyphenate-character: '‧'; hyphenate-limit-chars: 6 2 2 }"
    own = (
        Breaks("kk", ("мектептерімізде",)),
        Breaks("ru", ("издательство",)),
        Breaks("en", ("typographical",)),
    )
    pieces = [
        make_piece(text, css, name="first"),
        make_piece(text, css, name="second", hyphenation=own),
        make_piece(text, css, name="third"),
    ]
    made = gatherings(pieces, Press(1, tmp_path, (FONTS,)))
    read = [pypdfium2.PdfDocument(one.pdf)[0].get_textpage().get_text_range() for one in made]
    first, second, third = (text.split() for text in read)
    assert second == ["мектептерімізде", "издательство", "typographical"]
    assert first == third != second
    assert all(sum(part.endswith("‧") for part in lines) >= 3 for lines in (first, third))
