"""All rules in their order: a text as typed comes in, the same text as it is set goes out."""

from __future__ import annotations

from functools import lru_cache

from tirage.languages.marks.dashes import closed, dash, minus, points, ranges
from tirage.languages.marks.edits import Run
from tirage.languages.marks.hyphens import firm_hyphens
from tirage.languages.marks.numbers import group
from tirage.languages.marks.quotes import primes, quote
from tirage.languages.marks.rules import Rules
from tirage.languages.marks.spaces import commas, firm, part


@lru_cache(maxsize=4096)
def set_text(text: str, rules: Rules) -> str:
    """`text` with the spaces and marks of `rules`; its letters and figures stay. Set twice, it is the same.

    Addresses of the web, of persons and of documents are not touched.
    """
    run = Run([text])
    set_run(run, rules)
    return run.text


def set_entry(run: Run, rules: Rules) -> None:
    """The quotation marks, commas and spaces of an entry of a list of references; its dashes, ranges and numbers are its style's."""
    run.apply(quote(run.text, rules))
    run.apply(commas(run.text, rules))
    run.apply(part(run.text, rules))
    run.apply(firm(run.text, rules))


def set_line(run: Run, rules: Rules) -> None:
    """What is printed as it was typed: only the places at which no line ends."""
    run.apply(firm(run.text, rules))


def set_run(run: Run, rules: Rules) -> None:
    """The same for a text in leaves, in place."""
    run.apply(points(run.text))
    run.apply(primes(run.text))
    run.apply(quote(run.text, rules))
    run.apply(ranges(run.text, rules))
    run.apply(dash(run.text, rules))
    run.apply(closed(run.text, rules))
    run.apply(minus(run.text, rules))
    run.apply(part(run.text, rules))
    run.apply(group(run.text, rules))
    run.apply(firm(run.text, rules))
    run.apply(firm_hyphens(run.text))
