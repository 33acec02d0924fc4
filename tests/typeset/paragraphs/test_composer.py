"""Composed paragraphs on the page: what a reader sees and what a reader of the file gets."""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import pypdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.typeset.helpers import ids, make_asset, structure
from tests.typeset.paragraphs.helpers import manner
from tirage.errors import TypesetError
from tirage.model.press import Gathering

Typeset = Callable[..., Gathering]

KAZAKH = (
    "Қазақ кирилл әліпбиінде қырық екі әріп бар. Оның отыз үші орыс әліпбиімен ортақ, тоғызы ғана қазақ дыбыстары үшін "
    "қосылған. Тоғыз әріп әліпбидің бестен бірінен сәл асатын бөлігі, бірақ баспа ісінде кездесетін қиындықтың басым "
    "бөлігі солардың үлесіне тиеді. Қаріпте олар болмай қалады, болса, сыңарына сай келмейді; код жүйелерінде орны талай "
    "рет ауысқан; пернетақтада табылмағандықтан, орнына ұқсас таңба қойылады."
)
MIXED = (
    "Бұл сөйлемде <em>қиғаш жазу</em>, <strong>қою сөздер</strong>, <a href='https://example.org/'>сілтеме</a> және дәреже "
    "x<sup>2</sup> мен H<sub>2</sub>O бар. <span lang=en>An English sentence stands in the middle of the paragraph, "
    "hyphenated as English.</span> <span lang=ru>Затем следует предложение на русском языке, со своими переносами.</span> "
    "<img alt=dot src='asset:dot.svg' style='width: 12pt; height: 6pt'> сурет, одан соң 10\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}теңге "
    "<span style='white-space: nowrap'>бөлінбейтін екі сөз</span> және <span class=sc>кіші бас әріптер</span>, "
    "тағы біраз сөз керек."
)
CSS = "body { margin: 0 } .sc { font-variant-caps: all-small-caps; letter-spacing: .03em } p { hyphenate-character: '-' }"
DOT = make_asset(
    "dot.svg",
    "image/svg+xml",
    b'<svg xmlns="http://www.w3.org/2000/svg" width="12" height="6"><rect width="12" height="6"/></svg>',
)
RIGHT = 255.12
"""Right edge of the type area, pt: 90 mm."""


def rows(gathering: Gathering) -> list[list[tuple[str, float]]]:
    """The characters of each line of the first page, with the right edge of each, pt."""
    page = pypdfium2.PdfDocument(gathering.pdf)[0].get_textpage()
    found: dict[int, list[tuple[str, float]]] = defaultdict(list)
    for number in range(page.count_chars()):
        character = page.get_text_range(number, 1)
        if character.strip():
            _, _, right, top = page.get_charbox(number, loose=True)
            found[round(-top)].append((character, right))
    return [found[key] for key in sorted(found)]


def text(gathering: Gathering) -> str:
    """The text layer in order, words broken at a line's end joined again, without spaces."""
    pages = pypdfium2.PdfDocument(gathering.pdf)
    raw = "".join(page.get_textpage().get_text_range() for page in pages)
    # The reader says U+FFFE for a hyphen at a line's end.
    return "".join(raw.replace("\ufffe\r\n", "").replace("\ufffe", "").split())


def test_lines_end_at_the_edge(typeset: Typeset) -> None:
    lines = rows(typeset(f"<p>{KAZAKH}</p>", CSS, composer=manner()))
    assert len(lines) > 8
    for line in lines[:-1]:
        assert line[-1][1] == pytest.approx(RIGHT, abs=0.1)


def test_the_text_layer_stays_the_text(typeset: Typeset) -> None:
    body = f"<p>{KAZAKH}</p><p>{MIXED}</p>"
    options = {"assets": (DOT,)}
    composed = typeset(body, CSS, composer=manner(), **options)
    plain = typeset(body, CSS, **options)
    assert text(composed) == text(plain)
    assert "".join(KAZAKH.split()) in text(composed)
    assert not {"\u200b", "\u2060", "\u00ad"} & set(text(composed))


WORDS = st.sampled_from(
    [*KAZAKH.split(), "well-known", "—", "2019–2021", "а", "ЕурАзЭҚ-та", "х" * 30]
)
MARKS = st.sampled_from(
    (
        "{}",
        "<em>{}</em>",
        "<strong>{}</strong>",
        "<span lang=en>{}</span>",
    )
)
MARKED = st.builds(str.format, MARKS, WORDS)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(MARKED, min_size=1, max_size=60))
def test_any_text_comes_out_whole_in_lines_of_one_length(
    typeset: Typeset, words: list[str]
) -> None:
    made = typeset(f"<p>{' '.join(words)}</p>", CSS, composer=manner())
    # Readers take hyphens at the end of lines away, those of the text too.
    wanted = "".join(re.sub("<[^>]*>|-", "", " ".join(words)).split())
    assert text(made).replace("-", "") == wanted
    if not made.findings:
        for line in rows(made)[:-1]:
            assert line[-1][1] == pytest.approx(RIGHT, abs=0.1)


def test_a_paragraph_of_five_thousand_words_is_set(typeset: Typeset) -> None:
    words = " ".join((KAZAKH.split() * 100)[:5000])
    start = time.monotonic()
    made = typeset(f"<p>{words}</p>", CSS, composer=manner())
    assert time.monotonic() - start < 20
    assert text(made).replace("-", "") == "".join(words.split())


def test_letters_are_widened_by_as_much_as_the_layout_says(typeset: Typeset) -> None:
    wide = scales(typeset(f"<p>{KAZAKH}</p>", CSS, composer=replace(manner(), glyphs=0.01)))
    assert min(wide) >= 0.99
    assert max(wide) <= 1.01
    assert max(wide) - min(wide) > 0.01
    assert scales(typeset(f"<p>{KAZAKH}</p>", CSS, composer=replace(manner(), glyphs=0))) == {1.0}


def scales(gathering: Gathering) -> set[float]:
    """How many times as wide as the face has them letters are drawn."""
    contents = pypdf.PdfReader(gathering.pdf).pages[0].get_contents()
    assert contents is not None
    found = re.findall(rb"([\d.]+) 0 0 -1 [-\d.]+ [-\d.]+ Tm", contents.get_data())
    return {float(scale) for scale in found}


def test_the_last_line_has_the_space_of_the_others(typeset: Typeset) -> None:
    composed = typeset("<p>" + "аб вг " * 30 + "</p>", CSS, composer=manner())
    size = 10  # pt
    for gap in gaps(composed)[-3:]:
        assert gap == pytest.approx((0.2 + manner().space) * size, abs=0.05)


def test_the_structure_stays_the_same(typeset: Typeset) -> None:
    body = f"<p>{MIXED}</p>"
    composed, plain = (
        {(s.kind, s.source, s.tag, s.language) for s in structure(gathering)}
        for gathering in (
            typeset(body, CSS, composer=manner(), assets=(DOT,)),
            typeset(body, CSS, assets=(DOT,)),
        )
    )
    assert composed == plain


def test_a_composed_page_is_more_even(typeset: Typeset) -> None:
    body = f"<p>{KAZAKH}</p>"
    assert spread(typeset(body, CSS, composer=manner())) < spread(typeset(body, CSS)) / 2


def spread(gathering: Gathering) -> float:
    """The difference between the widest and the narrowest word space, pt."""
    return max(gaps(gathering)) - min(gaps(gathering))


def gaps(gathering: Gathering) -> list[float]:
    """The word spaces of the first page, pt."""
    page = pypdfium2.PdfDocument(gathering.pdf)[0].get_textpage()
    characters = [
        (page.get_text_range(n, 1), *page.get_charbox(n, loose=True))
        for n in range(page.count_chars())
    ]
    return [
        after[1] - before[3]
        for before, (space, *_), after in zip(
            characters, characters[1:], characters[2:], strict=False
        )
        if space == " " and after[1] > before[3]
    ]


def test_no_three_lines_in_a_row_end_in_hyphens(typeset: Typeset) -> None:
    marks = "".join(
        "-" if line[-1][0] in "-\ufffe" else " "
        for line in rows(typeset(f"<p>{KAZAKH} {KAZAKH}</p>", CSS, composer=manner()))
    )
    assert "-" in marks
    assert "---" not in marks


def test_hyphens_may_hang(typeset: Typeset) -> None:
    hanging = replace(manner(), hang=1.0)
    lines = rows(typeset(f"<p>{KAZAKH}</p>", CSS, composer=hanging))[:-1]
    broken = [line for line in lines if line[-1][0] in "-\ufffe"]
    assert broken
    for line in broken:
        assert line[-2][1] == pytest.approx(RIGHT, abs=0.3)
        assert line[-1][1] > RIGHT + 2


def test_notes_and_lists_are_composed_at_their_own_measure(typeset: Typeset) -> None:
    body = f"<p>Сөз<span class=n>{KAZAKH}</span></p><ul><li>{KAZAKH}</li></ul>"
    css = CSS + ".n { float: footnote; font-size: 8pt } li { text-align: justify; hyphens: auto }"
    css += "@page { size: 100mm 200mm }"
    lines = rows(typeset(body, css, composer=manner()))
    full = [line for line in lines if line[-1][1] == pytest.approx(RIGHT, abs=0.1)]
    assert len(full) > len(lines) - 5


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"<p>Бір<br>{KAZAKH}</p>", "a forced line break"),
        (f"<p style='width: 20mm'>{KAZAKH}</p>", "a measure too narrow"),
        (f"<p>{'ж' * 90} {KAZAKH}</p>", "a word longer than the line"),
        (f"<p>שלום {KAZAKH}</p>", "text from right to left"),
        (f"<p>Бір <b style='float: left'>екі</b> {KAZAKH}</p>", "a float"),
    ],
)
def test_what_is_left_to_the_engine_is_said(typeset: Typeset, body: str, reason: str) -> None:
    gathering = typeset(body, CSS, composer=manner())
    said = [f for f in gathering.findings if f.id == "engine.composer/left"]
    assert reason in said[0].message


@pytest.mark.parametrize(
    "body",
    [
        "<p></p>",
        "<p> </p>",
        "<p><img alt=dot src='asset:dot.svg'></p>",
        "<p>" + "<img alt=dot src='asset:dot.svg'> " * 80,
        "<p>Бір",
    ],
    ids=["nothing", "a space", "a picture", "only pictures", "a word"],
)
def test_odd_paragraphs_are_set(typeset: Typeset, body: str) -> None:
    assert ids(typeset(body, CSS, composer=manner(), assets=(DOT,))) == []


def test_ragged_text_is_the_engines(typeset: Typeset) -> None:
    body = f"<p style='text-align: left'>{KAZAKH}</p>"
    assert typeset(body, CSS, composer=manner()).digest == typeset(body, CSS).digest


@pytest.mark.parametrize("name", ["split_inline_box", "split_text_box", "text_align"])
def test_another_engine_is_refused(
    engine: Callable[[str], ModuleType], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    composer = engine("tirage.typeset.paragraphs.composer")

    def other(anything: object) -> None: ...

    for wrapped in composer.WRAPPED:
        original = getattr(composer.inline, wrapped)
        monkeypatch.setattr(composer.inline, wrapped, getattr(original, "__wrapped__", original))
    monkeypatch.setattr(composer.inline, name, other)
    with pytest.raises(TypesetError, match="breaks lines in a way"):
        composer.install()


def test_lines_that_could_not_be_set_well_are_counted(typeset: Typeset) -> None:
    words = " ".join(["көк", "ХХХХХХХХХХХХХХХХХХХХХХХХ"] * 6)
    gathering = typeset(f"<p>{words}</p>", CSS, composer=manner())
    (said,) = (f for f in gathering.findings if f.id == "engine.composer/loose")
    assert "lines are wider than the layout allows" in said.message
