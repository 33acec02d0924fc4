"""YAML text → a tree that knows where everything stands; mistakes → findings in plain words."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from tirage.read.remarks import Position, Remarks
from tirage.read.source import FORBIDDEN, position
from tirage.read.tree import Map, Node, Scalar, Sequence

DEEPEST = 30
"""Levels of lists and maps in one another."""
MOST_NODES = 200_000
"""Keys and values in one file."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_QUOTE = 'Put the whole value between quotes: `title: "One: two"`.'
_BRACKET = "Close every `[` with `]` and every `{` with `}`, and put commas between the parts."

_EXPLANATIONS = (
    ("mapping values are not allowed", "A colon with a space stands inside a value.", _QUOTE),
    (
        "could not find expected ':'",
        "There is a line without a key.",
        "Write `key: value`, or indent the line when it goes on with the value above.",
    ),
    (
        "sequence entries are not allowed",
        "A list begins on the line of its key.",
        "Begin it on the next line.",
    ),
    (
        "did not find expected key",
        "This does not fit to the lines around it.",
        "Indent the keys of one map equally; a value that holds quotes needs the other kind around it.",
    ),
    (
        "did not find expected '-' indicator",
        "A list ends here without being dedented.",
        "Begin every line of the list with `- `, all equally indented.",
    ),
    ("unexpected end of stream", "A quote is opened here and never closed.", "Close it."),
    ("',' or '}'", "A brace `{` is opened here and not closed.", _BRACKET),
    ("',' or ']'", "A bracket `[` is opened here and not closed.", _BRACKET),
    ("expected node content", "Something is missing here, or a bracket is not closed.", _BRACKET),
    (
        "found unknown escape",
        "A backslash stands between double quotes.",
        "Use single quotes there.",
    ),
    (
        "cannot start any token",
        "A value cannot begin with this character.",
        "Put the value between quotes.",
    ),
)


class _StopError(Exception):
    """Reading cannot go on; the finding is made."""


@dataclass(slots=True)
class _Open:
    """A list or map that is being read."""

    position: Position
    is_map: bool
    key: Scalar | None = None
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)

    def close(self) -> Node:
        if self.is_map:
            return Map(self.position, tuple(self.pairs))
        return Sequence(self.position, tuple(self.items))


def read_yaml(text: str, remarks: Remarks, first_line: int = 1) -> Node | None:
    """The tree of `text`, which begins on line `first_line` of its file.

    None, and a finding, when it cannot be read; an empty value when it holds nothing.
    """
    builder = _Builder(remarks, first_line)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except _StopError:
        return None
    except yaml.reader.ReaderError as error:
        line, column = position(text, error.position)
        remarks.fail(
            "content.yaml/broken",
            "There is a character here that YAML does not allow.",
            "Delete it.",
            (line + first_line - 1, column),
        )
        return None
    except yaml.MarkedYAMLError as error:
        _explain(error, text, remarks, first_line)
        return None
    return builder.tree or Scalar((first_line, 1), None)


class _Builder:
    """Makes a tree of events, with a stack of its own: depth costs no recursion."""

    def __init__(self, remarks: Remarks, first_line: int) -> None:
        self.tree: Node | None = None
        self._remarks = remarks
        self._first_line = first_line
        self._stack: list[_Open] = []
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        at = (mark.line + self._first_line, mark.column + 1) if mark else (0, 0)
        self._refuse(event, at)
        if isinstance(event, yaml.ScalarEvent):
            if FORBIDDEN.search(event.value):
                message = "An escape stands for an invisible control character."
                self._stop("escape", message, at, "Take out what follows the backslash.")
            empty = not event.style and event.value in _EMPTY
            self._put(Scalar(at, None if empty else event.value))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._stack.append(_Open(at, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._put(self._stack.pop().close())

    def _refuse(self, event: yaml.Event, at: Position) -> None:
        self._count += 1
        if self._count > MOST_NODES or len(self._stack) > DEEPEST:
            self._stop("too-deep", "The lists and maps here are too many, or too deep.", at)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._stop(
                "alias",
                "A value begins with `&` or `*`, which YAML takes for something else.",
                at,
                "Put the value between quotes, or write out what is repeated.",
            )
        if getattr(event, "tag", None):
            self._stop(
                "tag",
                "A value begins with `!`, which YAML takes for something else.",
                at,
                "Put the value between quotes.",
            )
        if isinstance(event, yaml.DocumentStartEvent) and self.tree is not None:
            self._stop(
                "several", "A line `---` begins a second document.", at, "Take that line out."
            )

    def _stop(
        self, code: str, message: str, at: Position, advice: str = "Make it simpler."
    ) -> None:
        self._remarks.fail(f"content.yaml/{code}", message, advice, at)
        raise _StopError

    def _put(self, node: Node) -> None:
        if not self._stack:
            self.tree = node
            return
        parent = self._stack[-1]
        if not parent.is_map:
            parent.items.append(node)
        elif parent.key is None:
            parent.key = self._key(node, parent)
        else:
            if parent.key.text is not None:
                parent.pairs.append((parent.key, node))
            parent.key = None

    def _key(self, node: Node, parent: _Open) -> Scalar:
        if not isinstance(node, Scalar) or node.text is None:
            self._remarks.fail(
                "content.yaml/key", "A key is not a word.", "Write `key: value`.", node.position
            )
            return Scalar(node.position, None)
        first = next((key for key, _ in parent.pairs if key.text == node.text), None)
        if first is None:
            return node
        self._remarks.fail(
            "content.yaml/duplicate-key",
            f"`{node.text}` is written twice here, first on line {first.position[0]}.",
            "Keep one of them.",
            node.position,
        )
        return Scalar(node.position, None)


def _explain(error: yaml.MarkedYAMLError, text: str, remarks: Remarks, first_line: int) -> None:
    problem = error.problem or ""
    mark = error.problem_mark
    if any(sign in problem for sign in ("end of stream", "',' or")) and error.context_mark:
        mark = error.context_mark  # where the quote or bracket was opened
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here = lines[line] if line < len(lines) else ""
    at = (line + first_line, column + 1)
    if "\t" in here[: len(here) - len(here.lstrip())] or "tab character" in problem:
        remarks.fail(
            "content.yaml/tabs",
            "The line is indented with a tab.",
            "Indent with spaces; your editor can convert tabs to spaces.",
            (at[0], here.find("\t") + 1),
        )
        return
    message, advice = next(
        ((message, advice) for sign, message, advice in _EXPLANATIONS if sign in problem),
        (f"The YAML cannot be understood here ({problem}).", "Compare it with the lines around."),
    )
    remarks.fail("content.yaml/broken", message, advice, at)
