r"""Chemical formulas as chemists type them, `2H2 + O2 -> 2H2O`: a part of the notation of the LaTeX package mhchem.

Elements, numbers below, brackets, charges (`SO4^2-`, `Na+`), states (`(aq)`), arrows (`->`, `<-`, `<=>`), bonds (`C=C`),
water of crystals (`CuSO4*5H2O`), gas and precipitate (a lone `^` or `v`). In comes the text in the braces of `\ce{…}`,
out goes LaTeX, or words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.languages.speech import Words, words_of

_TOKEN = re.compile(
    r"""(?P<arrow><=>|->|<-)
    | (?P<state>\((?:s|l|g|aq)\))
    | \^\{?(?P<charge>\d*[+-])\}?
    | (?<=[A-Za-z0-9)\]])(?P<tail>[+-])(?=\s|$|\)|\])
    | (?P<element>[A-Z][a-z]?|e(?=[-^]))
    | (?P<number>\d+(?:/\d+)?)
    | _\{?(?P<below>[a-z0-9]+)\}?
    | (?P<plus>\+)
    | (?P<bond>[-=\#])
    | (?P<dot>[*·])
    | (?P<fate>[\^v](?=\s|$))
    | (?P<bracket>[()\[\]])
    | (?P<space>\s+)""",
    re.VERBOSE,
)
_SIGNS = {
    "arrow": {"->": r"\rightarrow ", "<-": r"\leftarrow ", "<=>": r"\rightleftharpoons "},
    "bond": {"-": r"\mathrm{-}", "=": "=", "#": r"\equiv "},
    "fate": {"^": r"\uparrow ", "v": r"\downarrow "},
    "dot": {"*": r"\cdot ", "·": r"\cdot "},
}
_PATTERNS = {
    "element": r"\mathrm{{{}}}",
    "below": r"_{{{}}}",
    "charge": r"^{{{}}}",
    "state": r"\,\mathrm{{{}}}",
}


def chemistry_latex(formula: str) -> str:
    """`formula` as LaTeX.

    Raises ValueError, with the sign in question, for what the notation does not know.
    """
    return "".join(_set(kind, text) for kind, text in _tokens(formula))


def speak_chemistry(formula: str, language: str) -> str:
    """`formula` in words; "" when `language` lacks one.

    Raises ValueError for what the notation does not know.
    """
    words = words_of(language)
    if words is None:
        return ""
    try:
        return " ".join(_say(kind, text, words) for kind, text in _tokens(formula))
    except KeyError:  # the language lacks a word
        return ""


def _set(kind: str, text: str) -> str:
    if kind in _SIGNS:
        return _SIGNS[kind][text]
    if kind == "number":
        return _coefficient(text)
    return _PATTERNS.get(kind, "{}").format(text.replace("-", "−"))


def _say(kind: str, text: str, words: Words) -> str:
    known = words.chemistry
    match kind:
        case "element":
            return words.letters.get(text.lower(), text) if len(text) == 1 else text
        case "charge":
            sign = known["positive" if text.endswith("+") else "negative"]
            return known["charge"].format(charge=f"{text[:-1]} {sign}".strip())
        case "arrow" | "bond" | "state" | "fate":
            return known[text]
        case "plus":
            return known["+"]
        case "dot":
            return words.signs["·"]
        case "bracket":
            return words.signs[text]
        case _:
            return text


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    """The tokens with their kinds; spaces are left out, a number behind an element or bracket is `below`."""
    at, before = 0, "space"
    while at < len(formula):
        match = _TOKEN.match(formula, at)
        if match is None or match.lastgroup is None:
            raise ValueError(formula[at])
        kind, text = match.lastgroup, match[match.lastgroup]
        if kind == "number" and before in ("element", "closed"):
            kind = "below"
        kind = "charge" if kind == "tail" else kind
        before = "closed" if text in (")", "]") else kind
        at = match.end()
        if kind != "space":
            yield kind, text


def _coefficient(text: str) -> str:
    top, slash, bottom = text.partition("/")
    return rf"\frac{{{top}}}{{{bottom}}}\," if slash else rf"{text}\,"
