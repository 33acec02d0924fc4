"""A file that was read → its sheet of the copy."""

from __future__ import annotations

from tirage.model.copy import Copy, Passage, Role, Sheet
from tirage.read.copy import prose, scalars
from tirage.read.copy.pile import Pile, Source
from tirage.read.text.markdown import MOST_BRACKETS, parse_blocks
from tirage.read.tree import Map, Node, Scalar


def read_copy(pile: Pile, language: str) -> Copy:
    """The copy of all files on the pile; `language` is that of texts that do not say theirs."""
    return Copy(tuple(_read_sheet(source, language) for source in pile.sources))


def _told_language(tree: Node | None) -> str:
    """What a front matter says under `lang`; "" where it says nothing."""
    node = tree.get("lang") if isinstance(tree, Map) else None
    return (node.text or "") if isinstance(node, Scalar) else ""


def _read_sheet(source: Source, language: str) -> Sheet:
    language = _told_language(source.tree) or language
    lines = tuple(source.text.split("\n"))
    is_list = bool(source.article and not source.body)
    default: Role = "reference" if is_list else "fact"
    passages = scalars.passages(source.tree, lines, source.file, language, default)
    return Sheet(
        source.file,
        lines,
        source.body,
        source.article,
        language,
        passages + _prose(source, lines, language),
        tuple(scalars.places(source.tree)),
    )


def _prose(source: Source, lines: tuple[str, ...], language: str) -> tuple[Passage, ...]:
    if not source.body:
        return ()
    text = "\n" * (source.body - 1) + "\n".join(lines[source.body - 1 :])
    if any(part.count("[") > MOST_BRACKETS for part in text.split("\n\n")):
        return ()
    return tuple(prose.passages(parse_blocks(text), lines, source.file, language))
