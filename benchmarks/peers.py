"""The same paragraphs set by tirage, by its engine alone and by its peers, which are asked as they are wont to be."""

from __future__ import annotations

import html
import importlib
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

from press import ROOT

from tirage.languages.kazakh import break_points
from tirage.model.layout import Composer
from tirage.model.press import Folios, Piece

SIZE = 10.2
LINE = 13.6


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
    """The text set by LuaLaTeX with microtype as it comes: letters widened by 2 %, marks at the edge hanging.

    TeX has no patterns for Kazakh: it is given the break points that tirage uses. None where it is not installed.
    """
    if not shutil.which("lualatex"):
        return None
    patterns = {"kk": "russian", "ru": "russian", "en": "british"}[language]
    font = next((ROOT / "fonts" / "literata").glob("Literata[[]*.ttf"))
    text = "\n\n".join(re.sub(r"([#$%&_{}])", r"\\\1", text) for text in paragraphs)
    if language == "kk":
        text = re.sub(r"[^\W\d_]+", lambda found: _hyphenated(found[0]), text)
    source = (
        f"\\documentclass{{article}}\\usepackage[paperwidth={width + 40}mm,paperheight=297mm,margin=20mm]{{geometry}}"
        "\\usepackage{fontspec,microtype}"
        f"\\usepackage[{patterns}]{{babel}}"
        f"\\setmainfont{{{font.name}}}[Path={font.parent}/,Numbers=OldStyle]"
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


def _hyphenated(word: str) -> str:
    """A Kazakh word with TeX's sign at each of its break points."""
    points = (0, *break_points(word), len(word))
    return "\\-".join(word[a:b] for a, b in pairwise(points))
