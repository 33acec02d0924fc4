"""Kazakh words on the page."""

from __future__ import annotations

import pyphen

from tirage.typeset import hyphens


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
