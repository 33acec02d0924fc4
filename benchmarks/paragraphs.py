"""How even justified text is: tirage, its engine alone, Typst and, where it is installed, LuaLaTeX with microtype.

Usage: python benchmarks/paragraphs.py [--write] [--runs N] [--keep FOLDER]
Sets the paragraphs of the sample issue's articles, language by language, in Literata 10.2 pt at the layout's measure and in a
column of 80 mm, and measures the word spaces of full lines as poppler's pdftotext sees them. Typst is used when its package
is installed (pip install typst), LuaLaTeX when it is on the path; else the table says so. `--runs` times so many cold builds
of the sample issue with the composer and without. `--write` puts the tables into docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import html
import importlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from press import PAGE, ROOT, machine

from tirage.model.layout import Composer
from tirage.model.matter import Paragraph, plain
from tirage.model.press import Folios, Piece
from tirage.read.issue import read_issue
from tirage.read.layout import read_layout
from tirage.typeset import fonts

MARK = re.compile(r"(<!-- paragraphs -->\n).*?(<!-- /paragraphs -->)", re.DOTALL)
SIZE = 10.2
LINE = 13.6
MEASURES = (152, 80)
"""mm: the layout's measure, and a narrow column."""
LONGEST = 20
"""Pages that are measured."""


@dataclass(frozen=True)
class Evenness:
    """The word spaces of full lines."""

    gaps: list[float]
    """The mean word space of each line, pt, sorted."""
    edges: list[float]
    """How far each line's end strays from its block's right edge, pt."""
    hyphens: int
    ladders: int

    def row(self) -> str:
        """As cells of a table, in em."""
        gaps = [gap / SIZE for gap in self.gaps]
        high = gaps[min(len(gaps) - 1, int(0.95 * len(gaps)))]
        return (
            f"{len(gaps)} | {statistics.mean(gaps):.3f} | {statistics.pstdev(gaps):.3f} | {high:.3f} | {gaps[-1]:.2f} | "
            f"{self.hyphens / len(gaps):.0%} | {self.ladders} | {sorted(self.edges)[int(0.95 * len(self.edges))]:.2f}"
        )


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


def style(language: str, width: float, hyphens: str) -> str:
    """The style sheet of the trial, which says what the layout's says of running text."""
    return f"""
@page {{ size: {width + 40}mm 297mm; margin: 20mm }}
html {{ font: {SIZE}pt/{LINE}pt Literata; font-variation-settings: "opsz" 13.6; word-spacing: .001pt; hyphens: {hyphens};
  hyphenate-character: "-"; hyphenate-limit-chars: 5 2 {3 if language == "en" else 2}; font-variant-numeric: oldstyle-nums proportional-nums }}
body, p {{ margin: 0 }}
p {{ text-align: justify; text-indent: 1.6em }}
"""


def engine(
    language: str, paragraphs: list[str], width: float, composer: Composer | None, hyphens: str
) -> bytes:
    """The text set by tirage's worker, here."""
    set_piece: Callable[[Piece], tuple[bytes, Any]] = importlib.import_module(
        "tirage.typeset.engine"
    ).set_piece
    body = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    piece = Piece(
        name="trial",
        kind="article",
        language=language,
        title="",
        html=f"<!doctype html><html lang={language}><title>x</title><body>{body}</body></html>",
        css=style(language, width, hyphens),
        assets=(),
        folios=Folios(1, 1),
        starts="right",
        flows=(),
        composer=composer,
    )
    return set_piece(piece)[0]


def typst(language: str, paragraphs: list[str], width: float) -> bytes | None:
    """The text set by Typst, Kazakh with the patterns of Russian; None where it is not installed."""
    try:
        compiler = importlib.import_module("typst")
    except ImportError:
        return None
    patterns = "ru" if language == "kk" else language
    head = (
        f"#set page(width: {width + 40}mm, height: 297mm, margin: 20mm)\n"
        f'#set text(font: "Literata", size: {SIZE}pt, lang: "{patterns}", hyphenate: true)\n'
        f"#set par(justify: true, first-line-indent: 1.6em, leading: .5em, spacing: .5em)\n"
    )
    text = "\n\n".join(re.sub(r"([\\#$*_`<>@\[\]~/=+-])", r"\\\1", text) for text in paragraphs)
    made = compiler.compile((head + text).encode(), font_paths=[str(ROOT / "fonts" / "literata")])
    return bytes(made)


def lualatex(language: str, paragraphs: list[str], width: float, folder: Path) -> bytes | None:
    """The text set by LuaLaTeX with microtype, Kazakh with the patterns of Russian; None where it is not installed."""
    if not shutil.which("lualatex"):
        return None
    patterns = {"kk": "russian", "ru": "russian", "en": "british"}[language]
    font = next((ROOT / "fonts" / "literata").glob("Literata[[]*.ttf"))
    text = "\n\n".join(re.sub(r"([#$%&_{}])", r"\\\1", text) for text in paragraphs)
    source = (
        f"\\documentclass{{article}}\\usepackage[paperwidth={width + 40}mm,paperheight=297mm,margin=20mm]{{geometry}}"
        "\\usepackage{fontspec,microtype}"
        f"\\usepackage[{patterns}]{{babel}}\\setmainfont{{{font.name}}}[Path={font.parent}/]"
        f"\\begin{{document}}\\fontsize{{{SIZE}bp}}{{{LINE}bp}}\\selectfont\\parindent1.6em\n{text}\n\\end{{document}}"
    )
    (folder / "trial.tex").write_text(source, "utf-8")
    subprocess.run(
        ["lualatex", "-interaction=batchmode", "trial.tex"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return (folder / "trial.pdf").read_bytes()


def measure(pdf: Path) -> Evenness:
    """The evenness of a PDF's first pages: lines of five words and more that are not the last of their paragraph."""
    command = ["pdftotext", "-bbox-layout", "-l", str(LONGEST), str(pdf), "-"]
    page = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    gaps, edges, hyphens, ladders = [], [], 0, 0
    for block in re.findall(r"<block[^>]*>(.*?)</block>", page, re.DOTALL):
        lines = [
            words
            for line in re.findall(r"<line[^>]*>(.*?)</line>", block, re.DOTALL)
            if (words := _words(line))
        ]
        if len(lines) < 3:
            continue
        right = statistics.median_low([words[-1][1] for words in lines[:-1]])
        run = 0
        for words in lines[:-1]:
            if len(words) < 5 or abs(words[-1][1] - right) > 8:
                run = 0
                continue
            gaps.append(statistics.mean(b[0] - a[1] for a, b in pairwise(words)))
            edges.append(abs(words[-1][1] - right))
            run = run + 1 if words[-1][2].endswith(("-", "\u2010", "\u00ad")) else 0
            hyphens += run > 0
            ladders += run == 3
    return Evenness(sorted(gaps), edges, hyphens, ladders)


def _words(line: str) -> list[tuple[float, float, str]]:
    """Left and right edge and text of each word of a line."""
    pattern = r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>'
    return [(float(a), float(b), html.unescape(text)) for a, b, text in re.findall(pattern, line)]


def evenness(folder: Path) -> Iterator[str]:
    """The rows of the table."""
    composer = read_layout("bulletin", (ROOT / "layouts",)).composer
    for language, paragraphs in sorted(texts().items()):
        for width in MEASURES:
            made = {
                "WeasyPrint 70, not hyphenated": engine(
                    language, paragraphs, width, None, "manual"
                ),
                "WeasyPrint 70, hyphenated": engine(language, paragraphs, width, None, "auto"),
                "Typst": typst(language, paragraphs, width),
                "LuaLaTeX, microtype": lualatex(language, paragraphs, width, folder),
                "**tirage**": engine(language, paragraphs, width, composer, "auto"),
            }
            for name, pdf in made.items():
                if pdf is None:
                    yield f"| {language} | {width} mm | {name} | not installed | | | | | | | |"
                    continue
                file = (
                    folder / f"{language}-{width}-{re.sub('[^A-Za-z]+', '-', name).strip('-')}.pdf"
                )
                file.write_bytes(pdf)
                yield f"| {language} | {width} mm | {name} | {measure(file).row()} |"


def composing() -> str:
    """What composing itself costs: reading paragraphs and choosing breaks, s per 100,000 characters."""
    plans = importlib.import_module("tirage.typeset.paragraphs.plans")
    composer = read_layout("bulletin", (ROOT / "layouts",)).composer
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
        "| text | measure | set by | lines | mean | sd | p95 | widest | hyphenated | runs of 3+ | edge p95, pt |",
        "|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|",
        *evenness(folder),
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
