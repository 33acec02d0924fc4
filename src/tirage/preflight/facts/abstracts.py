"""Abstracts and keywords: what indexes show of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tirage.findings import Severity, counted
from tirage.model.matter import Code, Text, walk
from tirage.preflight.check import Fault, check
from tirage.preflight.facts.people import SCHOLARLY
from tirage.preflight.manuscripts import Manuscript

SHORTEST, LONGEST = 100, 300
"""Words of an abstract that journals ask for."""
FEWEST, MOST = 5, 10
"""Keywords that journals ask for."""
ROW = 5
"""Words in a row that two texts share only when one was copied."""
COPIED = 0.5
"""Share of an abstract that may stand word for word in the text."""

_WORD = re.compile(r"\w+(?:[-‑’']\w+)*")


@check(
    "abstract.length",
    codes=("short", "long"),
    rationale="Indexes cut long abstracts off, and refuse short ones.",
    source="Author guidelines of journals recommended in Kazakhstan: 100 to 300 words (GOST R 7.0.7-2021: up to 250).",
    severity=Severity.WARN,
)
def length(manuscript: Manuscript) -> Iterator[Fault]:
    """An abstract has 100 to 300 words."""
    if manuscript.article.kind not in SCHOLARLY:
        return
    for language, text in manuscript.article.abstract:
        count = len(_WORD.findall(text))
        at = manuscript.sheet.where("abstract", language)
        if count < SHORTEST:
            message = f"The abstract in `{language}` has {counted(count, 'word')}."
            yield Fault("short", message, advice=f"Write at least {SHORTEST}.", at=at)
        elif count > LONGEST:
            message = f"The abstract in `{language}` has {counted(count, 'word')}."
            yield Fault("long", message, advice=f"Cut it to {LONGEST}.", at=at)


@check(
    "abstract.own",
    codes=("copied",),
    rationale="An abstract that repeats the conclusion word for word tells a reader nothing new, and counts as padding.",
    source="ISO 214 and GOST 7.9-95: an abstract is a text of its own.",
    severity=Severity.WARN,
)
def own(manuscript: Manuscript) -> Iterator[Fault]:
    """An abstract is not copied from the text."""
    article = manuscript.article
    rows = set(
        _rows(
            _said(node.text for node in walk(article.body.blocks) if isinstance(node, (Text, Code)))
        )
    )
    for language, text in article.abstract:
        mine = list(_rows(_said([text])))
        copied = sum(row in rows for row in mine)
        if mine and copied / len(mine) > COPIED:
            yield Fault(
                "copied",
                f"{copied / len(mine):.0%} of the abstract in `{language}` stand word for word in the text.",
                advice="Write what was asked, done and found in words of its own.",
                at=manuscript.sheet.where("abstract", language),
            )


def _said(texts: Iterable[str]) -> list[str]:
    return [word.casefold() for text in texts for word in _WORD.findall(text)]


def _rows(words: list[str]) -> Iterator[tuple[str, ...]]:
    for i in range(len(words) - ROW + 1):
        yield tuple(words[i : i + ROW])


@check(
    "keywords.number",
    codes=("few", "many", "uneven"),
    rationale="Indexes match the lists of the languages word by word; a list of two finds nobody, one of twenty everybody.",
    source="Author guidelines of journals recommended in Kazakhstan: 5 to 10; GOST R 7.0.7-2021: 3 to 15.",
    severity=Severity.WARN,
)
def number(manuscript: Manuscript) -> Iterator[Fault]:
    """There are five to ten keywords, as many in each language."""
    lists = manuscript.article.keywords
    if manuscript.article.kind not in SCHOLARLY or not lists:
        return
    counts = {one.language: len(one.words) for one in lists}
    for language, count in counts.items():
        if not FEWEST <= count <= MOST:
            yield Fault(
                "few" if count < FEWEST else "many",
                f"There {'is' if count == 1 else 'are'} {count} keyword{'s' * (count != 1)} in `{language}`.",
                advice=f"Give {FEWEST} to {MOST}.",
                at=manuscript.sheet.where("keywords", language),
            )
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{count} in `{language}`" for language, count in counts.items())
        yield Fault(
            "uneven",
            f"The lists of keywords differ in length: {told}.",
            advice="Give the same keywords in each language.",
            at=manuscript.sheet.where("keywords"),
        )


@check(
    "keywords.twice",
    codes=("twice",),
    rationale="A keyword that is given twice takes the place of another.",
    source="Registries drop the second without a word.",
    severity=Severity.WARN,
)
def twice(manuscript: Manuscript) -> Iterator[Fault]:
    """No keyword is given twice in a language."""
    for one in manuscript.article.keywords:
        seen: set[str] = set()
        for word in one.words:
            if word.casefold().strip() in seen:
                yield Fault(
                    "twice",
                    f"The keyword «{word}» is given twice in `{one.language}`.",
                    advice="Take one out, or write what was meant.",
                    at=manuscript.sheet.where("keywords", one.language),
                )
            seen.add(word.casefold().strip())
