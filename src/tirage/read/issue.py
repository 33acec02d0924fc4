"""The folder of one issue → Issue, with everything that is wrong in it told in one run."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tirage.errors import UsageError
from tirage.findings import Finding, Severity, worst
from tirage.model.copy import Copy
from tirage.model.issue import Article, Issue, Journal, PrintRun, Section
from tirage.model.language import Localized
from tirage.read.article import read_article
from tirage.read.continued import continue_pages
from tirage.read.copy.pile import Source
from tirage.read.copy.sheets import read_copy
from tirage.read.facts import Facts
from tirage.read.forms.issue import IssueForm, SectionForm
from tirage.read.forms.overrides import overrides
from tirage.read.journal import read_journal
from tirage.read.mistakes import fill
from tirage.read.remarks import Position, Remarks
from tirage.read.source import Shelf, read_text
from tirage.read.tree import Node, locate
from tirage.read.yaml import read_yaml

NAME = "issue.yaml"
ARTICLE = "article.md"

RESERVED = frozenset(
    {"author-index", "back", "blank", "board", "contents", "cover", "imprint", "issue", "section"}
)
"""Names of the issue's own pieces and files."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading an issue."""

    issue: Issue | None
    """None when any finding is FAIL or worse."""
    findings: tuple[Finding, ...]
    """All of them: journal, issue, articles in running order, each from top to bottom."""
    copy: Copy
    """All text files that were read."""


def read_issue(folder: Path) -> Reading:
    """The issue in `folder`, the one that holds issue.yaml; journal.yaml lies in the folder above.

    Raises UsageError when there is no such folder or no issue.yaml in it. Whatever else an editor can get wrong, a
    missing journal.yaml included, is a finding.
    """
    folder = find_folder(folder)
    shelf = Shelf(folder.parent, folder.name)
    remarks = Remarks()
    journal = read_journal(shelf, remarks)
    issue = _read(shelf, journal, remarks)
    findings = remarks.sorted()
    copy = read_copy(shelf.pile, journal.main_language if journal else "")
    return Reading(issue if worst(findings) < Severity.FAIL else None, findings, copy)


def find_folder(folder: Path) -> Path:
    """The folder of the issue by its own name, whatever it was called: "." or a link.

    Raises UsageError when there is no issue in it.
    """
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}.")
    # The folder itself may be a link: whoever calls chose it. What is in it may not lead out.
    folder = folder.absolute().parent.resolve() / folder.absolute().name
    if folder.name in ("", "..", "."):
        folder = folder.resolve()
    if not (folder / NAME).exists():
        inside = sorted(path.parent.name for path in folder.glob(f"*/{NAME}"))
        hint = f" Name one of the issues in it: {', '.join(inside)}." if inside else ""
        raise UsageError(f"There is no {NAME} in {folder}.{hint}")
    return folder


def _read(shelf: Shelf, journal: Journal | None, remarks: Remarks) -> Issue | None:
    here = remarks.about(f"{shelf.issue}/{NAME}")
    path = shelf.find(NAME, here, shelf.issue)
    text = read_text(path, here) if path else None
    tree = read_yaml(text, here) if text is not None else None
    shelf.pile.add(Source(f"{shelf.issue}/{NAME}", text or "", tree))
    form = fill(IssueForm, tree, here, NAME)
    if form is None:
        return None
    first_page = (
        continue_pages(form.year, form.number, shelf, here, locate(tree, ["first_page"]))
        if form.first_page == "continue"
        else form.first_page
    )
    sections = _Contents(shelf, journal, here, tree).read(form)
    if journal is None or first_page is None:
        return None
    _check_pattern(form, journal, Facts(journal, here, tree))
    return Issue(
        journal=journal,
        name=shelf.issue,
        folder=shelf.root / shelf.issue,
        year=form.year,
        number=form.number,
        date=form.date,
        first_page=first_page,
        sections=sections,
        volume=form.volume,
        whole_number=form.whole_number,
        print=PrintRun(**dict(form.print)),
        overrides=overrides(form.preflight, tree, here.file),
    )


def _check_pattern(form: IssueForm, journal: Journal, facts: Facts) -> None:
    """Take down what the journal's DOI pattern wants of the issue and does not get."""
    given = {
        "volume": bool(form.volume),
        "whole_number": form.whole_number is not None,
        "issn": bool(journal.issn),
        "eissn": bool(journal.eissn),
    }
    for name in re.findall(r"\{(\w+)\}", journal.doi_pattern):
        if not given.get(name, True):
            code = name.replace("_", "-")
            message = f"The journal's DOIs hold `{{{name}}}`, which nobody has written."
            facts.miss(code, message, f"Write `{name}: …`, or change `doi_pattern`.")


class _Contents:
    """Reads the contributions that issue.yaml names."""

    def __init__(
        self, shelf: Shelf, journal: Journal | None, remarks: Remarks, tree: Node | None
    ) -> None:
        self._shelf = shelf
        self._journal = journal
        self._remarks = remarks
        self._tree = tree
        self._names: set[str] = set()
        self._mentioned: set[str] = set()

    def read(self, form: IssueForm) -> tuple[Section, ...]:
        sections: list[Section] = []
        for i, entry in enumerate(form.contents):
            if isinstance(entry, SectionForm):
                facts = Facts(self._journal, self._remarks, self._tree)
                facts.expect("section", "The heading", entry.section, "contents", i, "section")
                at = [
                    locate(self._tree, ["contents", i, "articles", j])
                    for j in range(len(entry.articles))
                ]
                articles = [self._article(name, at[j]) for j, name in enumerate(entry.articles)]
                sections.append(Section(entry.section, tuple(a for a in articles if a)))
                continue
            article = self._article(entry, locate(self._tree, ["contents", i]))
            if article and sections and not sections[-1].title:
                sections[-1] = Section(Localized(), (*sections[-1].articles, article))
            elif article:
                sections.append(Section(Localized(), (article,)))
        self._tell_unlisted()
        return tuple(sections)

    def _article(self, entry: str, at: Position) -> Article | None:
        self._mentioned |= set(PurePosixPath(entry).parts)
        path = self._find(entry, at)
        if path is None:
            return None
        name = path.parent.name if path.name == ARTICLE else path.stem
        if not self._accept(name, at):
            return None
        return read_article(path, name, self._journal, self._shelf, self._remarks)

    def _find(self, entry: str, at: Position) -> Path | None:
        name = entry.rstrip("/")
        if self._shelf.is_folder(name, self._shelf.issue):
            name = f"{name}/{ARTICLE}"
        path = self._shelf.find(name, self._remarks, self._shelf.issue, at)
        if path and path.suffix != ".md":
            message = f"`{entry}` is not a contribution."
            advice = "Name a file with the ending .md, or the folder that holds article.md."
            self._remarks.fail("content.contents/not-markdown", message, advice, at)
            return None
        return path

    def _accept(self, name: str, at: Position) -> bool:
        folded = name.casefold()
        if not re.fullmatch(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*", name):
            code, message = "name", f"`{name}` cannot be the name of an offprint."
            advice = "Use Latin letters, digits and hyphens: it becomes part of web addresses."
        elif folded in RESERVED:
            code, message = "reserved", f"`{name}` is the name of one of the issue's own parts."
            advice = "Give the contribution another name."
        elif folded in self._names:
            code, message = "twice", f"There are two contributions `{name}` in the contents."
            advice = "Take one out, or rename its folder."
        else:
            self._names.add(folded)
            return True
        self._remarks.fail(f"content.contents/{code}", message, advice, at)
        return False

    def _tell_unlisted(self) -> None:
        home = self._shelf.root / self._shelf.issue
        for path in sorted(home.glob(f"*/{ARTICLE}")):
            if path.parent.name not in self._mentioned:
                self._remarks.warn(
                    "content.contents/unlisted",
                    f"The contribution `{path.parent.name}` is not in the contents.",
                    "Add its folder to `contents`, or take it out of the issue's folder.",
                    locate(self._tree, ["contents"], key=True),
                )
