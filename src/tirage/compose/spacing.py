"""Spaces and marks of the language, put in on the way to the page; the content stays as it was written.

Texts and blocks come in as their authors typed them; the same go out as they are set, by the rules of `languages/marks`. A
block's text is read as one, so a quotation may begin in plain words and end in italics.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from tirage.languages.marks.edits import Run
from tirage.languages.marks.rules import Rules, rules_of
from tirage.languages.marks.setting import set_entry, set_line, set_run, set_text
from tirage.languages.marks.signs import OBJECT
from tirage.model.language import Marks
from tirage.model.matter import (
    Block,
    Break,
    Cell,
    Citation,
    CrossReference,
    Definitions,
    Emphasis,
    Equation,
    Figure,
    Foreign,
    Heading,
    Inline,
    LineBreak,
    Link,
    List,
    Note,
    Paragraph,
    Preformatted,
    Quotation,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)
from tirage.model.references import Reference

RulesFor: TypeAlias = Callable[[str], Rules]
"""The rules of a language."""


def rules_for(language: str, own: tuple[Marks, ...] = ()) -> Rules:
    """The rules of `language`, with what a journal wants otherwise: for this very language, else for the one it belongs to."""
    chosen = {marks.language: marks for marks in own}
    marks = chosen.get(language) or chosen.get(language.partition("-")[0])
    return rules_of(language, marks.quotes, marks.dash) if marks else rules_of(language)


def set_blocks(
    blocks: Iterable[Block], language: str, rules: RulesFor = rules_of
) -> tuple[Block, ...]:
    """`blocks` of a text in `language` as they are set. Code, formulas and addresses stay as they are."""
    return tuple(_block(block, language, rules) for block in blocks)


def set_inlines(
    inlines: tuple[Inline, ...], language: str, rules: RulesFor = rules_of
) -> tuple[Inline, ...]:
    """The same for a row of inlines, which is read as one text."""
    return _set(inlines, language, rules, set_run)


def set_reference(
    entry: tuple[Inline, ...], reference: Reference, language: str, rules: RulesFor = rules_of
) -> tuple[Inline, ...]:
    """The entry of `reference` in a list, printed in `language`; one that its author wrote stays as it is written."""
    return _set(entry, language, rules, set_line if reference.text else set_entry)


def _set(
    inlines: tuple[Inline, ...],
    language: str,
    rules: RulesFor,
    work: Callable[[Run, Rules], None],
) -> tuple[Inline, ...]:
    leaves = [leaf for node in inlines for leaf in _leaves(node)]
    fixed = frozenset(number for number, (_, is_text) in enumerate(leaves) if not is_text)
    run = Run([text for text, _ in leaves], fixed)
    work(run, rules(language))
    texts = iter(run.leaves)
    return tuple(_rebuilt(node, texts, language, rules) for node in inlines)


def _block(block: Block, language: str, rules: RulesFor) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, children=set_inlines(block.children, language, rules))
        case List():
            return replace(
                block, items=tuple(set_blocks(item, language, rules) for item in block.items)
            )
        case Definitions():
            return replace(
                block,
                items=tuple(
                    (
                        set_inlines(term, language, rules),
                        tuple(set_blocks(text, language, rules) for text in texts),
                    )
                    for term, texts in block.items
                ),
            )
        case Quotation():
            return replace(block, blocks=set_blocks(block.blocks, language, rules))
        case Figure() | Table():
            return _captioned(block, language, rules)
        case Preformatted() | Break() | Equation():
            return block


def _captioned(block: Figure | Table, language: str, rules: RulesFor) -> Figure | Table:
    caption = set_inlines(block.caption, language, rules)
    source = set_text(block.source, rules(language))
    if isinstance(block, Figure):
        parts = tuple(
            replace(part, caption=set_inlines(part.caption, language, rules))
            for part in block.parts
        )
        return replace(block, caption=caption, source=source, parts=parts)

    def rows(part: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(
            tuple(replace(c, children=set_inlines(c.children, language, rules)) for c in row)
            for row in part
        )

    head, body, foot = rows(block.head), rows(block.body), rows(block.foot)
    block = replace(block, caption=caption, source=source, head=head, body=body, foot=foot)
    notes = tuple(
        replace(note, children=set_inlines(note.children, language, rules)) for note in block.notes
    )
    return replace(block, notes=notes)


def _leaves(node: Inline) -> Iterator[tuple[str, bool]]:
    """The leaves of a node in reading order, and whether each is text of the paragraph's own."""
    match node:
        case Text():
            yield node.text, True
        case Emphasis() | Strong() | SmallCaps() | Link():
            for child in node.children:
                yield from _leaves(child)
        case Citation():
            yield "[1]", False
        case LineBreak():
            yield "\n", False
        case _:
            yield OBJECT, False


def _rebuilt(node: Inline, texts: Iterator[str], language: str, rules: RulesFor) -> Inline:
    """`node` with the leaves that come next in `texts`."""
    match node:
        case Text():
            return Text(next(texts))
        case Emphasis() | Strong() | SmallCaps() | Link():
            children = tuple(_rebuilt(child, texts, language, rules) for child in node.children)
            return replace(node, children=children)
    next(texts)
    match node:
        case Foreign():
            return replace(node, children=set_inlines(node.children, node.language, rules))
        case Superscript() | Subscript():
            return replace(node, children=set_inlines(node.children, language, rules))
        case Note():
            return replace(node, blocks=set_blocks(node.blocks, language, rules))
        case Citation():
            own = rules(language)
            works = tuple(replace(w, locator=set_text(w.locator, own)) for w in node.works)
            return replace(node, works=works)
        case CrossReference():
            return replace(node, title=set_text(node.title, rules(language)))
        case _:
            return node
