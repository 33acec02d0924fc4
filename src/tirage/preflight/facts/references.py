"""The list of references and how the text uses it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.languages.likeness import compare
from tirage.model.copy import Position
from tirage.model.matter import Citation, walk
from tirage.model.references import Reference
from tirage.preflight.check import Fault, check
from tirage.preflight.manuscripts import Desk, Manuscript

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_RANGE = re.compile(r"(\d+)\s*[-–—‑]\s*(\d+)")
_ADDRESS = re.compile(r"https?://|www\.|URL:")
_ALIKE = 0.4
"""The share of words that a romanised entry has at least: publishers and bodies are often translated."""
_UNDATED = (
    "webpage",
    "post",
    "post-weblog",
    "legislation",
    "standard",
    "document",
    "manuscript",
    "",
)
"""Kinds that may have no year."""


def _place(manuscript: Manuscript, number: int) -> tuple[str, Position]:
    """The file and the place of entry `number` of the printed list, from 0."""
    number = int(manuscript.article.references[number].anchor.removeprefix("ref-")) - 1
    listed = manuscript.sheets[1:]
    if listed:
        return listed[0].file, listed[0].where(number)
    return manuscript.sheet.file, manuscript.sheet.where("references", number)


def _told(reference: Reference) -> str:
    """The beginning of an entry, for messages."""
    text = reference.title or reference.text
    return f"«{text[:50].rstrip()}…»" if len(text) > 50 else f"«{text}»"


def _fault(manuscript: Manuscript, number: int, code: str, message: str, advice: str) -> Fault:
    file, at = _place(manuscript, number)
    return Fault(code, message, advice=advice, at=at, file=file)


@check(
    "references.cited",
    codes=("never", "none"),
    rationale="A work that nobody cites is padding, or its citation has been lost.",
    source="Guidelines of indexes (Scopus, Web of Science): the list holds the works that are cited.",
    severity=Severity.WARN,
)
def cited(manuscript: Manuscript) -> Iterator[Fault]:
    """Every work in the list is cited in the text."""
    references = manuscript.article.references
    numbers: set[int] = set()
    for node in walk(manuscript.article.body.blocks):
        if isinstance(node, Citation):
            for work in node.works:
                numbers |= set(range(work.number, max(work.number, work.through) + 1))
    if references and not numbers:
        message = "Nothing in the text cites the list of references."
        yield _fault(
            manuscript, 0, "none", message, "Write `[@key]` or `[1]` where a work is cited."
        )
        return
    for i, reference in enumerate(references):
        if i + 1 not in numbers:
            message = f"Entry no {i + 1}, {_told(reference)}, is cited nowhere."
            yield _fault(manuscript, i, "never", message, "Cite it, or take it out.")


@check(
    "references.order",
    codes=("order",),
    rationale="Numbers that do not follow the text make readers search the list.",
    source="GOST R 7.0.5-2008, 7.4; Vancouver: numbers go by the first mention, unless the list is alphabetical.",
    severity=Severity.INFO,
)
def order(manuscript: Manuscript) -> Iterator[Fault]:
    """The list is in order of first mention, or alphabetical."""
    if manuscript.issue.journal.references.order != "given":
        return  # tirage has put it in order
    if any(one.source.lstrip().startswith("@") for _, one in manuscript.objects("citation")):
        return  # keys are numbered by the layout
    references = manuscript.article.references
    mentions = [
        work.number
        for node in walk(manuscript.article.body.blocks)
        if isinstance(node, Citation)
        for work in node.works
    ]
    firsts = list(dict.fromkeys(mentions))
    names = [_sorted_by(reference) for reference in references]
    if firsts == sorted(firsts) or names == sorted(names) or _by_script(names):
        return
    late = next(i for i in range(1, len(firsts)) if firsts[i] < firsts[i - 1])
    message = f"Entry no {firsts[late]} is mentioned after no {firsts[late - 1]}, and the list is not alphabetical."
    advice = "Put the entries in the order in which the text mentions them."
    yield _fault(manuscript, firsts[late] - 1, "order", message, advice)


def _sorted_by(reference: Reference) -> str:
    first = reference.authors[0] if reference.authors else None
    name = (first.family or first.literal) if first else ""
    return (name or reference.title or reference.text).casefold()


def _by_script(names: list[str]) -> bool:
    """Whether the names are alphabetical within each script, one script after the other."""
    scripts = [bool(_CYRILLIC.match(name)) for name in names]
    if sum(a != b for a, b in itertools.pairwise(scripts)) > 1:
        return False
    groups = [
        [n for n, s in zip(names, scripts, strict=True) if s is kind] for kind in (True, False)
    ]
    return all(group == sorted(group) for group in groups)


@check(
    "references.twice",
    codes=("doi", "title"),
    rationale="A work that is listed twice has two numbers, and indexes count it twice.",
    source="Crossref matches references by DOI, then by title and year.",
    severity=Severity.WARN,
)
def twice(manuscript: Manuscript) -> Iterator[Fault]:
    """No work is listed twice."""
    seen: dict[str, int] = {}
    for i, reference in enumerate(manuscript.article.references):
        keys = [("doi", reference.doi.casefold())] if reference.doi else []
        title = _plain(reference.title or reference.text)
        keys.append(("title", f"{title} {reference.year} {reference.volume} {reference.pages}"))
        for code, key in keys:
            if key in seen:
                message = (
                    f"Entry no {i + 1}, {_told(reference)}, is entry no {seen[key] + 1} again."
                )
                yield _fault(manuscript, i, code, message, "Keep one and cite it in both places.")
                break
        else:
            seen |= {key: i for _, key in keys}


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


@check(
    "references.year",
    codes=("missing", "future"),
    rationale="Without its year a work is not found, and one from the future does not exist.",
    source="GOST 7.1-2003, 5.4.5; every citation style.",
    severity=Severity.WARN,
)
def year(manuscript: Manuscript) -> Iterator[Fault]:
    """Every entry says in which year the work appeared."""
    for i, reference in enumerate(manuscript.article.references):
        years = [int(one) for one in _YEAR.findall(reference.year or reference.text)]
        if not years and not _undated(reference):
            message = f"Entry no {i + 1}, {_told(reference)}, has no year."
            yield _fault(manuscript, i, "missing", message, "Write the year of the work.")
        elif reference.year and years and min(years) > manuscript.issue.year + 1:
            message = f"Entry no {i + 1}, {_told(reference)}, is of {years[0]}, after this issue."
            yield _fault(manuscript, i, "future", message, "Correct the year.")


def _undated(reference: Reference) -> bool:
    """Whether an entry need not have a year: it says "n. d." under `issued`, or is a page of the web."""
    if reference.year or reference.url or reference.doi:
        return True
    return bool(_ADDRESS.search(reference.text)) if reference.text else reference.kind in _UNDATED


@check(
    "references.pages",
    codes=("backwards",),
    rationale="A range that runs backwards has a digit too few or too many.",
    source="GOST 7.1-2003; ISO 690, 9.4: first and last page in full.",
    severity=Severity.WARN,
)
def pages(manuscript: Manuscript) -> Iterator[Fault]:
    """Pages run from a smaller number to a larger one."""
    for i, reference in enumerate(manuscript.article.references):
        match = _RANGE.fullmatch(reference.pages.strip())
        # 1119–84 is a short form of 1119–1184, and common in English.
        if match and len(match[1]) <= len(match[2]) and int(match[1]) > int(match[2]):
            message = f"The pages of entry no {i + 1} run backwards: {reference.pages}."
            yield _fault(manuscript, i, "backwards", message, "Compare them with the work.")


@check(
    "references.romanised",
    codes=("cyrillic", "missing", "unlike"),
    rationale="Indexes that read Latin letters only lose a work in which one Cyrillic letter is left.",
    source="Requirements of Scopus and Web of Science; 312 such words were counted in 96 real articles.",
    severity=Severity.WARN,
)
def romanised(manuscript: Manuscript) -> Iterator[Fault]:
    """The list in Latin letters is complete and holds no Cyrillic letter."""
    references = manuscript.article.references
    wanted = any(reference.romanised for reference in references)
    made = bool(manuscript.issue.journal.romanisation)
    for i, reference in enumerate(references):
        found = _CYRILLIC.search(reference.romanised)
        if found:
            around = reference.romanised[max(0, found.start() - 12) : found.end() + 12].strip()
            message = f"The romanised entry no {i + 1} has a Cyrillic letter, «{found[0]}», in «{around}»."
            yield _fault(manuscript, i, "cyrillic", message, "Write the letter in Latin.")
        elif (
            wanted and not made and not reference.romanised and _CYRILLIC.search(_whole(reference))
        ):
            message = f"Entry no {i + 1}, {_told(reference)}, is not romanised, though others are."
            advice = "Write `romanised: …`, or `romanisation: bgn-pcgn` in journal.yaml to have all made."
            yield _fault(manuscript, i, "missing", message, advice)
        elif reference.romanised:
            yield from _unlike(manuscript, i, reference)


def _unlike(manuscript: Manuscript, i: int, reference: Reference) -> Iterator[Fault]:
    """A romanised entry in which most words of the entry are not found, by whichever system."""
    system = manuscript.issue.journal.romanisation or "bgn-pcgn"
    likeness = compare(reference.romanised, _whole(reference), reference.language, system)
    if likeness.share < _ALIKE and likeness.system == system and len(likeness.missing) > 1:
        lost = ", ".join(f"«{made}»" for made, _ in likeness.missing[:3])
        message = f"The romanised entry no {i + 1}, {_told(reference)}, does not say {lost}."
        yield _fault(manuscript, i, "unlike", message, "Compare it with the entry itself.")


def _whole(reference: Reference) -> str:
    names = " ".join(name.family or name.literal for name in reference.authors)
    return f"{reference.text} {reference.title} {names}"


@check(
    "references.doi",
    codes=("elsewhere",),
    rationale="A DOI that is known in the house is missing from a list: the link between works is lost.",
    source="Crossref's terms: members link references by DOI.",
    severity=Severity.WARN,
)
def doi(desk: Desk) -> Iterator[Fault]:
    """A work has its DOI in every list of the issue, not in one only."""
    known = {
        _plain(reference.title): (reference.doi, article.name)
        for article in desk.issue.articles
        for reference in article.references
        if reference.doi and len(reference.title) > 15
    }
    for article in desk.issue.articles:
        manuscript = Manuscript(article, desk.issue, desk.copy.of(article.name))
        for i, reference in enumerate(article.references):
            if reference.title and not reference.doi and _plain(reference.title) in known:
                found, where = known[_plain(reference.title)]
                message = (
                    f"Entry no {i + 1}, {_told(reference)}, has no DOI here, but one in «{where}»."
                )
                yield _fault(manuscript, i, "elsewhere", message, f"Write `DOI: {found}`.")
