"""The words that a piece must print, in order, taken from the content and not from the HTML.

The page checks look for them in the finished pages: what is lost between content and page is found there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from tirage.compose.romanising import latin_list
from tirage.languages.latin import System
from tirage.model.issue import Article
from tirage.model.language import Localized
from tirage.model.matter import (
    Block,
    Break,
    Citation,
    Code,
    CrossReference,
    Definitions,
    Equation,
    Figure,
    Inline,
    LineBreak,
    List,
    Math,
    Note,
    Preformatted,
    Quotation,
    Table,
    Text,
    walk,
)
from tirage.model.press import Flow


def article_flows(article: Article, system: System | Literal[""] = "") -> tuple[Flow, ...]:
    """The flows of an article or an editor's column: each text that is set in one go, by itself.

    `system` is the journal's romanisation, "" where it has none.
    """
    flows = (*_front(article), *_people(article), *_text(article), *_back(article, system))
    return tuple(flow for flow in flows if flow.words)


def localized_flows(name: str, text: Localized) -> tuple[Flow, ...]:
    """One flow for each language of `text`."""
    return tuple(_flow(f"{name} ({lang})" if lang else name, form) for lang, form in text)


def blocks_text(blocks: Iterable[Block]) -> Iterator[str]:
    """The characters of `blocks`, a string a paragraph, in the order in which they are printed."""
    for block in blocks:
        match block:
            case Table() | Figure():
                yield from _captioned(block)
            case List() | Definitions() | Quotation():
                yield from _nested(block)
            case Preformatted():
                yield block.text
            case Equation() | Break():
                pass
            case _:
                yield inline_text(block.children)


def inline_text(inlines: Iterable[Inline]) -> str:
    """The characters that `inlines` print; formulas, notes and numbers given by tirage leave a space."""
    return "".join(_inline(node) for node in inlines)


def _front(article: Article) -> Iterator[Flow]:
    if article.kind == "editorial":
        yield _flow("title", article.title.first(article.language))
    else:
        yield from localized_flows("title", article.title)
    yield _flow("rubric", article.rubric.first(article.language))
    yield _flow("topic", article.topic.first(article.language))
    yield from localized_flows("abstract", article.abstract)
    for keywords in article.keywords:
        yield _flow(f"keywords ({keywords.language})", " ".join(keywords.words))


def _people(article: Article) -> Iterator[Flow]:
    for number, author in enumerate(article.authors, 1):
        name = author.name(article.language)
        yield _flow(f"author {number}", f"{name.given} {name.family}")
        yield from localized_flows(f"about author {number}", author.about)
    for number, affiliation in enumerate(article.affiliations, 1):
        yield _flow(f"affiliation {number}", affiliation.name.first(article.language))


def _text(article: Article) -> Iterator[Flow]:
    yield _flow("text", " ".join(blocks_text(article.body.blocks)))
    for node in walk(article.body.blocks):
        if isinstance(node, Note):
            yield _flow(f"note {node.number}", " ".join(blocks_text(node.blocks)))


def _back(article: Article, system: System | Literal[""]) -> Iterator[Flow]:
    yield _flow("funding", article.funding.first(article.language))
    yield _flow("acknowledgements", article.acknowledgements.first(article.language))
    yield _flow("conflict of interest", article.conflict.first(article.language))
    for number, reference in enumerate(article.references, 1):
        yield _flow(f"reference {number}", reference.text or reference.title)
    for number, reference in enumerate(latin_list(article.references, system), 1):
        made = (reference.text or reference.title) if system else ""
        yield _flow(f"romanised reference {number}", reference.romanised or made)
    if signature := article.signature:
        for text in (signature.closing, signature.name, signature.position, signature.degree):
            yield _flow("signature", text)


def _captioned(block: Table | Figure) -> Iterator[str]:
    if isinstance(block, Figure):
        yield from (f"{part.letter} {inline_text(part.caption)}" for part in block.parts)
        yield inline_text(block.caption)
    else:
        yield inline_text(block.caption)
        for row in (*block.head, *block.body, *block.foot):
            yield from (inline_text(cell.children) for cell in row)
        yield from (f"{note.mark} {inline_text(note.children)}" for note in block.notes)
    yield block.source


def _nested(block: List | Definitions | Quotation) -> Iterator[str]:
    match block:
        case Quotation():
            yield from blocks_text(block.blocks)
        case List():
            for item in block.items:
                yield from blocks_text(item)
        case Definitions():
            for term, explanations in block.items:
                yield inline_text(term)
                for explanation in explanations:
                    yield from blocks_text(explanation)


def _inline(node: Inline) -> str:
    match node:
        case Text() | Code():
            return node.text
        case Citation():
            return " ".join(
                f" {work.label or work.number} {work.through or ''} {work.locator} "
                for work in node.works
            )
        case Math() | Note() | CrossReference() | LineBreak():
            return " "
        case _:
            return inline_text(node.children)


def _flow(name: str, text: str) -> Flow:
    return Flow(name, tuple(text.split()))
