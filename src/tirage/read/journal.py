"""`journal.yaml` → Journal."""

from __future__ import annotations

from dataclasses import replace

from tirage.model.issue import Journal, Person, PrintOrder
from tirage.model.language import Breaks, Localized, Marks
from tirage.model.references import STYLES, ReferenceRules
from tirage.read.copy.pile import Source
from tirage.read.facts import Facts, check_journal
from tirage.read.forms.journal import JournalForm
from tirage.read.forms.overrides import overrides
from tirage.read.identifiers import clean
from tirage.read.links import check_address
from tirage.read.mistakes import fill
from tirage.read.profile import read_profile
from tirage.read.remarks import Remarks
from tirage.read.source import Shelf, read_text
from tirage.read.tree import Node, locate
from tirage.read.yaml import read_yaml

NAME = "journal.yaml"


def read_journal(shelf: Shelf, remarks: Remarks) -> Journal | None:
    """The journal to which the issue belongs; None, and findings, when it cannot be read."""
    remarks = remarks.about(NAME)
    path = shelf.find(NAME, remarks)
    text = read_text(path, remarks) if path else None
    if text is None:
        return None
    tree = read_yaml(text, remarks)
    shelf.pile.add(Source(NAME, text, tree))
    form = fill(JournalForm, tree, remarks, NAME)
    if form is None:
        return None
    journal = _make_journal(form, tree, remarks, _read_rules(form, tree, shelf, remarks))
    journal = replace(journal, order=_make_order(form, shelf, tree, remarks))
    check_journal(journal, Facts(journal, remarks, tree))
    return journal


def _read_rules(
    form: JournalForm, tree: Node | None, shelf: Shelf, remarks: Remarks
) -> ReferenceRules:
    """The rules for references; a style of the journal's own is read whole."""
    written, source = form.references, ""
    if written.style not in STYLES:
        at = locate(tree, ["references", "style"])
        path = shelf.find(written.style, remarks, at=at)
        source = (read_text(path, remarks.about(written.style)) or "") if path else ""
    return ReferenceRules(
        style=written.style if source else _known_style(written.style),
        source=source,
        order=written.order or ("alphabetical" if written.citations == "author-year" else "given"),
        scripts=written.scripts or "",
        citations=written.citations,
    )


def _known_style(name: str) -> str:
    return name if name in STYLES else STYLES[0]


def _make_journal(
    form: JournalForm, tree: Node | None, remarks: Remarks, references: ReferenceRules
) -> Journal:
    main = form.main_language or form.languages[0]
    if main not in form.languages:
        remarks.fail(
            "content.language/unknown",
            f"The main language `{main}` is not one of the journal's languages.",
            f"Write `{form.languages[0]}`, or add `{main}` to `languages`.",
            locate(tree, ["main_language"]),
        )
    publisher = form.publisher
    return Journal(
        title=form.title,
        abbreviated=form.abbreviated,
        languages=tuple(dict.fromkeys(form.languages)),
        main_language=main,
        issn=clean("issn", form.issn, remarks, locate(tree, ["issn"])),
        eissn=clean("issn", form.eissn, remarks, locate(tree, ["eissn"])),
        series=form.series,
        publisher=publisher.name if publisher else Localized(),
        place=publisher.place if publisher else Localized(),
        doi_pattern=form.doi_pattern,
        license=form.license,
        copyright=form.copyright,
        founded=form.founded,
        registration=form.registration,
        frequency=form.frequency,
        scope=form.scope,
        address=form.address,
        email=clean("email", form.email, remarks, locate(tree, ["email"])),
        website=check_address(form.website, remarks, locate(tree, ["website"])),
        board=_make_board(form),
        author_index=form.author_index,
        fonts=form.fonts,
        sort_keywords=form.sort_keywords,
        layout=form.layout,
        romanisation=form.romanisation or "",
        references=references,
        hyphenation=tuple(
            Breaks(language, tuple(words)) for language, words in form.hyphenation if words
        ),
        marks=tuple(
            Marks(language, marks.quotes, marks.dash) for language, marks in form.marks.items()
        ),
        overrides=overrides(form.preflight, tree, NAME),
    )


def _make_order(form: JournalForm, shelf: Shelf, tree: Node | None, remarks: Remarks) -> PrintOrder:
    asked = form.print
    at = locate(tree, ["print", "profile"])
    profile, digest = read_profile(asked.profile, shelf, remarks, at)
    return PrintOrder(
        profile=profile,
        digest=digest,
        condition=asked.condition,
        colours=asked.colours,
        signature=asked.signature,
        marks=asked.marks,
        paper_thickness=asked.paper_thickness,
        cover_weight=asked.cover_weight,
    )


def _make_board(form: JournalForm) -> tuple[Person, ...]:
    chief = form.editor_in_chief
    first = [Person(chief.name, chief.degree, chief.affiliation, "chief")] if chief else []
    members = [Person(m.name, m.degree, m.affiliation, m.role) for m in form.board]
    return (*first, *members)
