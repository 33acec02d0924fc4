"""The list of references in the order that the journal wants, and the citations after it.

The references as the author listed them, the text that cites them and the journal's rules come in; the list in its printed order
and the text with the printed numbers, ranges or names go out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from tirage.languages.collation import Key, sort_key
from tirage.languages.lexicon import lexicon
from tirage.model.matter import Citation, Cited, Matter, walk
from tirage.model.references import Reference, ReferenceRules
from tirage.model.rewriting import rewrite
from tirage.read.works.labelling import full_heading, short_heading, year_label

_SHORTEST_RANGE = 3
"""[1, 2] stays; [1, 2, 3] becomes [1–3]."""


def arrange(
    references: tuple[Reference, ...], body: Matter, rules: ReferenceRules, language: str
) -> tuple[tuple[Reference, ...], Matter]:
    """The list and the text as they are printed; `language` is the article's."""
    if not references:
        return references, body
    ordered = tuple(references[place] for place in _order(references, body, rules, language))
    if rules.citations == "author-year":
        ordered = _mark(ordered, language)
    places = {reference.anchor: place for place, reference in enumerate(ordered)}
    printed = [places[reference.anchor] for reference in references]

    def change(citation: Citation) -> Citation:
        works = [work for cited in citation.works for work in _each(cited, printed, ordered)]
        if not all(work.anchor for work in works):
            return citation
        if rules.citations == "numeric":
            return Citation(tuple(_collapse(works)))
        return Citation(tuple(_name(work, ordered, language) for work in works))

    return ordered, rewrite(body, Citation, change)


def _order(
    references: tuple[Reference, ...], body: Matter, rules: ReferenceRules, language: str
) -> list[int]:
    """The places in `references` in the order in which they are printed."""
    places = range(len(references))
    if rules.order == "alphabetical":
        return sorted(places, key=_alphabetical(references, rules, language))
    if rules.order == "mention":
        mentioned = [
            number - 1
            for node in walk(body.blocks)
            if isinstance(node, Cited)
            for number in range(node.number, max(node.number, node.through) + 1)
        ]
        return list(dict.fromkeys((*mentioned, *places)))
    return list(places)


def _alphabetical(
    references: tuple[Reference, ...], rules: ReferenceRules, language: str
) -> Callable[[int], tuple[Key, str, Key]]:
    def key(place: int) -> tuple[Key, str, Key]:
        ref = references[place]
        scripts = rules.scripts or None
        heading = sort_key(full_heading(ref, rules.style), language, scripts)
        return heading, ref.year, sort_key(ref.title, language, scripts)

    return key


def _mark(references: tuple[Reference, ...], language: str) -> tuple[Reference, ...]:
    """The references with a letter after the year where author and year do not tell them apart."""
    names = [(short_heading(ref, language), year_label(ref, language)) for ref in references]
    total, before = Counter(names), Counter[tuple[str, str]]()
    marked = []
    for ref, name in zip(references, names, strict=True):
        letters = lexicon(ref.language).reference["years"].split()
        if total[name] > 1 and before[name] < len(letters):
            ref = replace(ref, mark=letters[before[name]])  # noqa: PLW2901  the same work, marked
        before[name] += 1
        marked.append(ref)
    return tuple(marked)


def _each(cited: Cited, printed: list[int], ordered: tuple[Reference, ...]) -> Iterable[Cited]:
    """The works of a range one by one, with their printed numbers."""
    if not cited.anchor:
        return (cited,)
    last = max(cited.number, cited.through)
    places = [printed[number - 1] for number in range(cited.number, last + 1)]
    works = [Cited(place + 1, ordered[place].anchor) for place in places]
    works[-1] = replace(works[-1], locator=cited.locator)
    return works


def _name(work: Cited, ordered: tuple[Reference, ...], language: str) -> Cited:
    ref = ordered[work.number - 1]
    label = f"{short_heading(ref, language)}, {year_label(ref, language)}{ref.mark}"
    return replace(work, label=label)


def _collapse(works: list[Cited]) -> list[Cited]:
    """Works sorted, each once, three neighbours and more as a range; with places in them, as they were written."""
    if any(work.locator for work in works):
        return works
    works = sorted({work.number: work for work in works}.values(), key=lambda work: work.number)
    runs: list[list[Cited]] = [works[:1]]
    for before, work in pairwise(works):
        if work.number == before.number + 1:
            runs[-1].append(work)
        else:
            runs.append([work])
    collapsed = []
    for run in runs:
        if len(run) < _SHORTEST_RANGE:
            collapsed += run
        else:
            last = run[-1]
            collapsed.append(replace(run[0], through=last.number, last=last.anchor))
    return collapsed
