"""How even justified text is: tirage, its engine alone, Typst and, where it is installed, LuaLaTeX with microtype.

Usage: python benchmarks/paragraphs.py [--write] [--runs N] [--keep FOLDER]
Sets the paragraphs of the sample issue's articles, language by language, in Literata 10.2 pt at the layout's measure and in a
column of 80 mm, and measures the word spaces of full lines as poppler's pdftotext sees them. Typst is used when its package
is installed (pip install typst), LuaLaTeX when it is on the path (Debian: texlive-luatex, texlive-latex-recommended,
texlive-lang-cyrillic, texlive-lang-english); else the table says so. `--runs` times so many cold builds of the sample issue with
the composer and without. `--write` puts the tables into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import importlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from evenness import least_widest, measure, widest
from peers import SIZE, engine, lualatex, typst
from press import PAGE, ROOT, machine

from tirage.model.layout import Composer
from tirage.model.matter import Paragraph, plain
from tirage.read.issue import read_issue
from tirage.read.layout import read_layout
from tirage.typeset import fonts

MARK = re.compile(r"(<!-- paragraphs -->\n).*?(<!-- /paragraphs -->)", re.DOTALL)
MEASURES = (152, 80)
"""mm: the layout's measure, and a narrow column."""
WIDE = 0.6
"""em: no word space of the narrow column may be wider where the text allows it."""


def texts() -> dict[str, list[str]]:
    """The paragraphs of the sample issue, by language."""
    issue = read_issue(ROOT / "content" / "2026-1").issue
    assert issue is not None
    found: dict[str, list[str]] = {}
    for article in issue.articles:
        paragraphs = [plain(b.children) for b in article.body.blocks if isinstance(b, Paragraph)]
        found.setdefault(article.language, []).extend(
            " ".join(text.split()) for text in paragraphs if len(text) > 200
        )
    return found


def manner() -> Composer:
    """How the layout composes; without what is done to paragraphs for the sake of a page."""
    composer = read_layout("bulletin", (ROOT / "layouts",)).composer
    assert composer is not None
    return replace(composer, last_page=0)


def evenness(folder: Path) -> Iterator[str]:
    """The rows of the table."""
    composer = manner()
    for language, paragraphs in sorted(texts().items()):
        for width in MEASURES:
            made = {
                "WeasyPrint 70, not hyphenated": engine(
                    language, paragraphs, width, None, "manual"
                ),
                "WeasyPrint 70, hyphenated": engine(language, paragraphs, width, None, "auto"),
                "Typst": typst(language, paragraphs, width),
                "LuaLaTeX, microtype": lualatex(language, paragraphs, width, folder),
                "tirage, `glyphs: 0`": engine(
                    language, paragraphs, width, replace(composer, glyphs=0), "auto"
                ),
                "**tirage**": engine(language, paragraphs, width, composer, "auto"),
            }
            for name, pdf in made.items():
                if pdf is None:
                    yield f"| {language} | {width} mm | {name} | not installed | | | | | | | | |"
                    continue
                file = (
                    folder / f"{language}-{width}-{re.sub('[^A-Za-z]+', '-', name).strip('-')}.pdf"
                )
                file.write_bytes(pdf)
                yield f"| {language} | {width} mm | {name} | {measure(file, SIZE).row()} |"


def feasibility() -> Iterator[str]:
    """Lines on which paragraphs of the narrow column cannot do without a word space wider than WIDE, and whether any other has one."""
    plans = importlib.import_module("tirage.typeset.paragraphs.plans")
    composer, fit = manner(), plans.fit
    for language, paragraphs in sorted(texts().items()):
        spaces: list[tuple[float, float]] = []

        def compared(points: Any, length: Any, *rest: Any) -> Any:
            found = fit(points, length, *rest)
            if found:
                least = least_widest(points, length, composer)
                spaces.append((least, widest(points, length, composer, found.breaks)))  # noqa: B023
            return found

        plans.fit = compared
        try:
            engine(language, paragraphs, MEASURES[1], composer, "auto")
        finally:
            plans.fit = fit
        cannot = [(least, set_) for least, set_ in spaces if least > WIDE]
        might = [set_ for least, set_ in spaces if least <= WIDE]
        yield (
            f"| {language} | {len(spaces)} | {max(might):.2f} | {sum(set_ > WIDE for set_ in might)} | {len(cannot)} | "
            f"{', '.join(f'{least:.2f}' for least, _ in cannot) or '-'} | {', '.join(f'{set_:.2f}' for _, set_ in cannot) or '-'} |"
        )


def composing() -> str:
    """What composing itself costs: reading paragraphs and choosing breaks, s per 100,000 characters."""
    plans = importlib.import_module("tirage.typeset.paragraphs.plans")
    composer = manner()
    spent = [0.0]

    def timed(function: Any) -> Any:
        def call(*arguments: Any) -> Any:
            start = time.process_time()
            try:
                return function(*arguments)
            finally:
                spent[0] += time.process_time() - start

        return call

    plans.read_paragraph, plans.fit = timed(plans.read_paragraph), timed(plans.fit)
    rows = []
    for language, paragraphs in sorted(texts().items()):
        best = []
        for _run in range(5):
            spent[0] = 0.0
            engine(language, paragraphs, MEASURES[0], composer, "auto")
            best.append(spent[0] / sum(map(len, paragraphs)) * 1e5)
        rows.append(f"{language} {min(best):.2f} s")
    return ", ".join(rows)


def builds(runs: int) -> str:
    """Processor time of cold builds of the sample issue with and without the composer."""
    times: dict[bool, list[float]] = {True: [], False: []}
    for _run in range(runs):
        for used in (True, False):
            with tempfile.TemporaryDirectory() as name:
                folder = Path(name)
                shutil.copytree(ROOT / "content", folder / "content")
                layout = folder / "content" / "layouts" / "bulletin"
                layout.mkdir(parents=True)
                numbers = (ROOT / "layouts" / "bulletin" / "layout.yaml").read_text("utf-8")
                numbers = numbers.replace("used: true", f"used: {str(used).lower()}")
                (layout / "layout.yaml").write_text(numbers, "utf-8")
                command = [sys.executable, "-m", "tirage", "build", "content/2026-1", "--jobs", "1"]
                before = sum(os.times()[2:4])
                subprocess.run(command, cwd=folder, capture_output=True, check=False)
                times[used].append(sum(os.times()[2:4]) - before)
    on, off = (statistics.median(times[used]) for used in (True, False))
    return f"{on:.1f} s with the composer, {off:.1f} s without: {on / off:.2f} times"


def table(runs: int, folder: Path) -> str:
    """All figures as Markdown."""
    (folder / "fonts.conf").write_text(
        fonts.configuration((ROOT / "fonts",), "paragraphs", folder), "utf-8"
    )
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    rows = [
        "| text | measure | set by | lines | mean | sd | p95 | widest | hyphenated | runs of 3+ | overruns | edge p95, pt |",
        "|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|",
        *evenness(folder),
        "",
        f"Paragraphs at {MEASURES[1]} mm: those that can do without a word space over {WIDE} em, and those that cannot, whatever "
        "the breaks, with the least widest space of each as the breaks allow it and as it was set.",
        "",
        f"| text | paragraphs | widest of those that can | of these over {WIDE} | cannot | least possible | set |",
        "|---|--:|--:|--:|--:|--:|--:|",
        *feasibility(),
        "",
        f"Composing, per 100,000 characters: {composing()}.",
    ]
    if runs:
        rows.append(
            f"\nCold builds of the sample issue, processor time, medians of {runs}: {builds(runs)}."
        )
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=0)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", type=Path, help="a folder for the PDFs")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = arguments.keep or Path(name)
        folder.mkdir(exist_ok=True)
        text = f"{machine()}.\n\n{table(arguments.runs, folder)}\n"
    print(text)
    if arguments.write:
        PAGE.write_text(MARK.sub(lambda m: m[1] + text + m[2], PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
