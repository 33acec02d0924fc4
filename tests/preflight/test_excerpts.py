"""Lines of source files beside what was found in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirage.findings import Place
from tirage.preflight.excerpts import AFTER, BEFORE, Excerpt, Excerpts


def of(folder: Path, text: str, line: int, column: int) -> Excerpt | None:
    (folder / "one.md").write_text(text, "utf-8")
    return Excerpts(folder).of(Place("one.md", line, column))


@pytest.mark.parametrize(
    ("text", "column", "parts"),
    [
        ("title: слово и дело", 8, ("title: ", "слово", " и дело")),
        ("  indented  ", 3, ("", "indented", "")),
        ("a,  b", 3, ("a,", " ", " b")),
        ("word", 0, ("", "", "word")),
        ("word", 99, ("", "", "word")),
        ("«да»", 1, ("", "«", "да»")),
    ],
)
def test_the_word_at_the_place_is_told_apart(
    tmp_path: Path, text: str, column: int, parts: tuple[str, str, str]
) -> None:
    assert of(tmp_path, f"first\n{text}\nlast\n", 2, column) == Excerpt(*parts)


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    shown = of(tmp_path, "a " * 500 + "HERE" + " b" * 500, 1, 1001)
    assert shown
    assert (shown.before[0], shown.at, shown.after[-1]) == ("…", "HERE", "…")
    assert len(shown.before) == BEFORE + 1
    assert len(shown.at + shown.after) == AFTER + 1


@pytest.mark.parametrize(
    "place", [Place("one.md"), Place("one.md", 9), Place("one.md", 2), Place("two.md", 1), Place()]
)
def test_what_has_no_line_has_no_excerpt(tmp_path: Path, place: Place) -> None:
    (tmp_path / "one.md").write_text("first\n \n", "utf-8")
    assert Excerpts(tmp_path).of(place) is None


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/hostname", "link", "folder", "a\0b", "x" * 999]
)
def test_nothing_outside_the_journal_is_shown(tmp_path: Path, name: str) -> None:
    journal = tmp_path / "journal"
    (journal / "folder").mkdir(parents=True)
    (tmp_path / "secret").write_text("secret\n", "utf-8")
    (journal / "link").symlink_to(tmp_path / "secret")
    assert Excerpts(journal).of(Place(name, 1, 1)) is None


def test_what_is_not_text_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_bytes("слово".encode("cp1251"))
    assert Excerpts(tmp_path).of(Place("one.md", 1, 1)) is None


def test_without_a_journal_there_are_no_lines() -> None:
    assert Excerpts(None).of(Place("one.md", 1, 1)) is None
