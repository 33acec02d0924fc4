"""Lines that run both ways, put into reading order."""

from __future__ import annotations

import pytest

from tirage.preflight.bidi import logical


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("one two", "one two"),
        ("Қазақ тілі 2026", "Қазақ тілі 2026"),
        ("ثلاثة اثنان واحد", "واحد اثنان ثلاثة"),
        # A Latin name in an Arabic line keeps its own way.
        ("الأسطر عن Donald Knuth كتب", "كتب Donald Knuth عن الأسطر"),
        ("تقريبا 1981 سنة", "سنة 1981 تقريبا"),
        # Arabic words in a Latin line.
        ("The Arabic words واحد اثنان here", "The Arabic words اثنان واحد here"),
        (". نفسه", "نفسه ."),
        ("", ""),
    ],
)
def test_lines(seen: str, read: str) -> None:
    assert " ".join(logical(seen.split(), str)) == read
