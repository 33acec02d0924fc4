"""DOIs, codes and addresses as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.languages.manuscript import known, words
from tirage.model.copy import Edit, Sheet
from tirage.model.issue import Issue
from tirage.preflight.check import Fault, check
from tirage.preflight.dois import parts as split
from tirage.preflight.manuscripts import Desk, Manuscript

_RESOLVER = re.compile(r"https?://dx\.doi\.org/|http://doi\.org/", re.IGNORECASE)
_PREFIX = re.compile(r"\b(?:doi|DOI):?\s*(?=https?://(?:dx\.)?doi\.org/)")
_SPACED = re.compile(r"doi\.\s+org/|doi\.org/\s+10\.|doi\.org/10\.\s+\d|\b10\.\s\d{4,5}/")
_DOTTED = re.compile(r"doi\.org/10\.\d{4,9}/[^\s\"'<>]*?(\.)(?=[\"']?\s*$)")


@check(
    "identifiers.address",
    codes=("outdated", "doubled", "spaces", "dot"),
    rationale="A DOI is clicked and copied; one that is written by an old form or with a stray sign leads nowhere.",
    source="Crossref DOI display guidelines: https://doi.org/10.…, nothing before it, nothing behind it.",
    severity=Severity.WARN,
    fixable=True,
)
def address(sheet: Sheet) -> Iterator[Fault]:
    """DOIs are written as https://doi.org/10.…, without a word before, a space in or a dot after."""
    for number, line in enumerate(sheet.lines, 1):
        if "doi" not in line.casefold() and "10." not in line:
            continue
        for match in _RESOLVER.finditer(line):
            edit = Edit(number, match.start() + 1, match[0], "https://doi.org/")
            yield Fault(
                "outdated",
                f"{match[0]} is an old address of DOIs.",
                advice="Write https://doi.org/ instead.",
                at=(number, match.start() + 1),
                edits=(edit,),
            )
        for match in _PREFIX.finditer(line):
            if not line[: match.start()].strip(" -{"):
                continue  # the key of YAML
            yield Fault(
                "doubled",
                "There is «doi» before the address of a DOI.",
                advice="The address is enough: take the word out.",
                at=(number, match.start() + 1),
                edits=(Edit(number, match.start() + 1, match[0], ""),),
            )
        for match in _SPACED.finditer(line):
            yield Fault(
                "spaces",
                f"There is a space inside a DOI: «{match[0]}».",
                advice="Take it out.",
                at=(number, match.start() + 1),
                edits=(Edit(number, match.start() + 1, match[0], re.sub(r"\s", "", match[0])),),
            )
        for match in _DOTTED.finditer(line) if sheet.article and not sheet.body else ():
            yield Fault(
                "dot",
                "A full stop hangs behind the DOI.",
                advice="Take it out: it would become part of the address.",
                at=(number, match.start(1) + 1),
                edits=(Edit(number, match.start(1) + 1, ".", ""),),
            )


@check(
    "identifiers.parts",
    codes=("pattern", "issn", "year", "number"),
    rationale="A DOI that names another journal, year or number is registered once and wrong for ever.",
    source="The journal's own `doi_pattern`; registries keep a DOI as it was deposited.",
    severity=Severity.WARN,
)
def parts(manuscript: Manuscript) -> Iterator[Fault]:
    """The parts of a DOI agree with the journal and the issue."""
    article, issue = manuscript.article, manuscript.issue
    if not article.doi or article.auto_doi:
        return
    at = manuscript.sheet.where("doi")
    journal = issue.journal
    if not journal.doi_pattern:
        return
    found = split(journal.doi_pattern, article.doi)
    if found is None:
        yield Fault(
            "pattern",
            f"The DOI {article.doi} is not made as the journal's others: {journal.doi_pattern}.",
            advice="Compare it with the registration, or write `doi: auto`.",
            at=at,
        )
        return
    for code, told, meant in _compared(found, issue):
        if told and told.upper() not in meant:
            yield Fault(
                code,
                f"The DOI {article.doi} holds {told}, which is not {' or '.join(sorted(meant))}.",
                advice="Compare it with the registration, and with journal.yaml and issue.yaml.",
                at=at,
            )


def _compared(found: dict[str, str], issue: Issue) -> Iterator[tuple[str, str, set[str]]]:
    """Code, what the DOI says, and what it may say."""
    numbers = {issue.journal.issn, issue.journal.eissn} - {""}
    numbers |= {one.replace("-", "") for one in numbers}
    yield "issn", found.get("issn") or found.get("eissn") or "", numbers or {"any"}
    yield "year", found.get("year", ""), {str(issue.year)}
    yield "number", found.get("number", ""), {issue.number.upper()}
    yield "number", found.get("volume", ""), {issue.volume.upper()}
    yield "number", found.get("whole_number", ""), {str(issue.whole_number or "")}


@check(
    "identifiers.label",
    codes=("typed", "language"),
    rationale="A label that is typed into the text is printed twice, and stays in its language when the article's changes.",
    source="GOST 7.5-98: codes stand before the title; 15 of 96 real articles had the label of another language.",
    severity=Severity.WARN,
)
def label(manuscript: Manuscript) -> Iterator[Fault]:
    """IRSTI and UDC stand in the front matter, and their labels come from the layout."""
    language = manuscript.article.language
    for passage in manuscript.prose[:12]:
        for key in ("irsti", "udc"):
            patterns = {one: getattr(words(one), key) for one in known()}
            found = {one: match for one in known() if (match := patterns[one].match(passage.text))}
            if not found:
                continue
            code = "typed" if language in found else "language"
            message = f"«{next(iter(found.values()))[0]}» is typed into the text"
            if code == "language":
                owners = " and ".join(f"`{one}`" for one in found)
                message += f", and it is the label of {owners} in an article in `{language}`"
            yield Fault(
                code,
                f"{message}.",
                advice=f"Write the code alone in the front matter: `{key}: …`.",
                at=passage.at(0),
            )


@check(
    "identifiers.unique",
    codes=("doi",),
    rationale="A DOI names one work; the second deposit overwrites the first.",
    source="DOI Handbook 2.2: uniqueness.",
)
def unique(desk: Desk) -> Iterator[Fault]:
    """No two contributions have the same DOI."""
    seen: dict[str, str] = {}
    for article in desk.issue.articles:
        doi = article.doi.casefold()
        if doi and doi in seen:
            sheet = desk.copy.of(article.name)[0]
            yield Fault(
                "doi",
                f"«{seen[doi]}» has the same DOI, {article.doi}.",
                advice="Correct one of the two.",
                at=sheet.where("doi"),
                file=sheet.file,
            )
        seen.setdefault(doi, article.name)
