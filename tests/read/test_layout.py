"""A layout's folder to a Layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from tirage.errors import LayoutError
from tirage.read.layout import read_layout
from tirage.resources import bundled

LAYOUTS = bundled("layouts")


def test_the_bundled_layout() -> None:
    layout = read_layout("bulletin", (LAYOUTS,))
    assert layout.trim.name == "A4"
    assert layout.trim.measure == 152
    assert layout.colour("accent") == "#0d4f5c"
    assert layout.labels.get("keywords").get("kk") == "Түйін сөздер"


def test_every_label_stands_in_five_languages() -> None:
    for key, label in read_layout("bulletin", (LAYOUTS,)).labels.words:
        assert set(label.languages) >= {"kk", "ru", "en", "tr", "ar"}, key


def own(tmp_path: Path, name: str, old: str, new: str) -> tuple[Path, ...]:
    """The user's own copy of a file, with something changed."""
    (tmp_path / "bulletin").mkdir()
    text = (LAYOUTS / "bulletin" / name).read_text("utf-8")
    assert old in text
    (tmp_path / "bulletin" / name).write_text(text.replace(old, new), "utf-8")
    return (tmp_path, LAYOUTS)


def test_a_file_of_the_journal_hides_the_bundled_one(tmp_path: Path) -> None:
    layout = read_layout("bulletin", own(tmp_path, "layout.yaml", "trim: A4", "trim: B5"))
    assert (layout.trim.width, layout.trim.height) == (176, 250)
    assert layout.labels.get("keywords")
    assert layout.folders[0] == tmp_path / "bulletin"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("trim: A4", "trim: A6", "A6"),
        ("inner: 28", "inner: wide", "inner"),
        ("article-start: any", "article-begin: any", "article"),
        ("fonts:", "fonts: [", "cannot be read"),
    ],
)
def test_a_mistake_names_the_file_and_the_key(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    with pytest.raises(LayoutError, match=said) as caught:
        read_layout("bulletin", own(tmp_path, "layout.yaml", old, new))
    assert "layout.yaml" in str(caught.value)


def test_an_unknown_layout_names_the_known_ones() -> None:
    with pytest.raises(LayoutError, match="bulletin"):
        read_layout("buletin", (LAYOUTS,))


def test_the_composer_can_be_switched_off(tmp_path: Path) -> None:
    assert read_layout("bulletin", (LAYOUTS,)).composer is not None
    layouts = own(tmp_path, "layout.yaml", "used: true", "used: false")
    assert read_layout("bulletin", layouts).composer is None


def test_a_wrong_number_of_the_composer_is_told(tmp_path: Path) -> None:
    layouts = own(tmp_path, "layout.yaml", "letters: 0.01", "letters: 1")
    with pytest.raises(LayoutError, match="composer → letters"):
        read_layout("bulletin", layouts)


def test_fonts_are_named_in_layout_yaml_only() -> None:
    layout = read_layout("bulletin", (bundled("layouts"),))
    families = (layout.text_family, layout.label_family, *layout.other_families)
    assert "Amiri" in families
    for file in sorted((bundled("layouts") / "bulletin").glob("*")):
        if file.suffix in (".css", ".html"):
            written = file.read_text("utf-8")
            assert not [family for family in families if family in written], file.name
