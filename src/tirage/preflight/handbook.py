"""The catalogue, written down. In come rules, out goes text for a terminal or a page of the documents."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import groupby

from tirage.preflight.rule import Rule

WIDTH = 96
"""Characters of a line on a terminal."""


def listing(rules: Iterable[Rule]) -> str:
    """A line a rule: its id and what is true when nothing is found."""
    known = list(rules)
    widest = max(len(rule.id) for rule in known)
    return "".join(f"{rule.id:<{widest}}  {rule.title}.\n" for rule in known)


def explanation(rule: Rule) -> str:
    """All that the catalogue knows of one rule, for a terminal."""
    told = (_row(name, text) for name, text in _facts(rule, ", ".join(rule.codes)) if text)
    head = textwrap.fill(f"{rule.id}: {rule.title}.", WIDTH)
    return f"{head}\n\n{''.join(told)}"


def page(rules: Iterable[Rule]) -> str:
    """The catalogue as a page of Markdown, subject by subject."""
    known = list(rules)
    codes = sum(len(rule.codes) for rule in known)
    parts = [
        "# Checks\n\n"
        f"{len(known)} checks, with {codes} codes. Written by `tirage checks --markdown > docs/checks.md`. What a profile,"
        " a journal or an issue makes of a finding is in [report.md](report.md).\n"
    ]
    for subject, group in groupby(sorted(known, key=_subject), key=_subject):
        parts.append(f"\n## {subject}\n")
        parts += [_entry(rule) for rule in group]
    return "".join(parts)


def _subject(rule: Rule) -> str:
    return rule.id.partition(".")[0]


def _entry(rule: Rule) -> str:
    facts = _facts(rule, ", ".join(f"`{code}`" for code in rule.codes))
    listed = "".join(f"- {name}: {text}\n" for name, text in facts if text and name != "why")
    return f"\n### {rule.id}\n\n{rule.title}.\n\n{rule.rationale}\n\n{listed}"


def _facts(rule: Rule, codes: str) -> tuple[tuple[str, str], ...]:
    return (
        ("finds", codes),
        ("weighs", rule.severity.name.lower()),
        ("why", rule.rationale),
        ("do", rule.advice),
        ("fix", "`tirage fix` mends it." if rule.fixable else ""),
        ("source", rule.source),
    )


def _row(name: str, text: str) -> str:
    indent = " " * 10
    return (
        textwrap.fill(f"{name:<10}{text}", WIDTH, subsequent_indent=indent, break_on_hyphens=False)
        + "\n"
    )
