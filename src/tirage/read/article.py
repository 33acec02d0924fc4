"""One contribution: a Markdown file with front matter → Article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tirage.languages.collation import in_order
from tirage.model.issue import Article, Contributor, Journal, Keywords, Signature
from tirage.model.matter import Matter
from tirage.model.references import Reference, ReferenceRules
from tirage.read.copy.pile import Source
from tirage.read.facts import Facts, check_article
from tirage.read.forms.article import ArticleForm
from tirage.read.frontmatter import split_front_matter
from tirage.read.identifiers import clean
from tirage.read.mistakes import fill
from tirage.read.people import make_affiliations, make_authors
from tirage.read.remarks import Remarks
from tirage.read.source import Shelf, read_text
from tirage.read.text.body import read_body
from tirage.read.text.manuscript import Manuscript
from tirage.read.tree import Map, Node, Scalar, locate
from tirage.read.works.arranging import arrange
from tirage.read.works.references import read_references
from tirage.read.yaml import read_yaml


def read_article(
    path: Path, name: str, journal: Journal | None, shelf: Shelf, remarks: Remarks
) -> Article | None:
    """The contribution in the file `path`; None, and findings, when it cannot be read.

    Its text is read even when its front matter is wrong, so that one run tells everything.
    """
    remarks = remarks.about(shelf.name(path))
    text = read_text(path, remarks)
    sheet = split_front_matter(text, remarks) if text is not None else None
    if text is None or sheet is None:
        return None
    tree = read_yaml(sheet.front, remarks, first_line=2)
    shelf.pile.add(Source(shelf.name(path), text, tree, sheet.first_line, name))
    form = fill(ArticleForm, tree, remarks, "The front matter")
    folder = shelf.name(path.parent)
    written = form.references if form else _name_list(tree)
    language = form.lang if form else ""
    references = (
        read_references(written, tree, shelf, folder, name, remarks, language)
        if written is not None
        else None
    )
    manuscript = Manuscript(remarks, shelf, folder, tuple(text.split("\n")), references)
    manuscript.language = language
    body = read_body(path, sheet.first_line, manuscript)
    if form is None:
        return None
    rules = journal.references if journal else ReferenceRules()
    references, body = arrange(references or (), body, rules, form.lang)
    authors = make_authors(form, tree, remarks, journal)
    article = _make_article(path, name, form, tree, body, references, authors, remarks)
    if journal and journal.sort_keywords:
        article = replace(article, keywords=tuple(map(_in_order, article.keywords)))
    check_article(article, Facts(journal, remarks, tree, form.lang))
    _tell_unnamed_list(form, path, remarks)
    return article


def _name_list(tree: Node | None) -> str | None:
    """The file of references that a front matter names in which something else is wrong."""
    node = tree.get("references") if isinstance(tree, Map) else None
    return node.text if isinstance(node, Scalar) else None


def _make_article(
    path: Path,
    name: str,
    form: ArticleForm,
    tree: Node | None,
    body: Matter,
    references: tuple[Reference, ...],
    authors: tuple[Contributor, ...],
    remarks: Remarks,
) -> Article:
    def cleaned(kind: str, text: str) -> str:
        return clean(kind, text, remarks, locate(tree, [kind]))

    signature = form.signature
    return Article(
        name=name,
        folder=path.parent,
        language=form.lang,
        kind=form.type,
        title=form.title,
        body=body,
        short_title=form.short_title,
        rubric=form.rubric,
        topic=form.topic,
        doi="" if form.doi in ("auto", "none") else cleaned("doi", form.doi),
        auto_doi=form.doi == "auto",
        irsti=cleaned("irsti", form.irsti),
        udc=cleaned("udc", form.udc),
        authors=authors,
        affiliations=make_affiliations(form, tree, remarks),
        abstract=form.abstract,
        keywords=form.keywords,
        received=form.received,
        accepted=form.accepted,
        funding=form.funding,
        acknowledgements=form.acknowledgements,
        conflict=form.conflict,
        references=references,
        signature=Signature(signature.closing, signature.name, signature.position, signature.degree)
        if signature
        else None,
        composer=form.composer,
    )


def _in_order(keywords: Keywords) -> Keywords:
    """The keywords in the order of their language's alphabet."""
    return Keywords(keywords.language, in_order(keywords.words, keywords.language))


def _tell_unnamed_list(form: ArticleForm, path: Path, remarks: Remarks) -> None:
    if form.references:
        return
    for name in ("references.yaml", "references.bib"):
        if (path.parent / name).exists():
            remarks.warn(
                "content.reference/not-named",
                f"There is a file `{name}` beside the article, but the front matter does not name it.",
                f"Write `references: {name}`, or delete the file.",
                (1, 1),
            )
