"""Numbers and anchors of everything that can be mentioned, before the text is read: mentions may come first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from tirage.read.guess import advise
from tirage.read.remarks import Position
from tirage.read.text.attributes import Attributes
from tirage.read.text.manuscript import Manuscript, Target, TargetKind

_NAME = re.compile(r"[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*")
_WHAT: dict[TargetKind, str] = {
    "tbl": "a table",
    "fig": "a figure",
    "eq": "an equation",
    "sec": "a section",
}
_UNNAMED: dict[TargetKind, str] = {"tbl": "t", "fig": "f", "eq": "e", "sec": "h"}


class _Numberer:
    def __init__(self, manuscript: Manuscript) -> None:
        self.targets: dict[str, Target] = {}
        self._manuscript = manuscript
        self._numbers: Counter[TargetKind] = Counter()
        self._unnamed: Counter[TargetKind] = Counter()

    def give(
        self, kind: TargetKind, written: str, numbered: bool, at: Position, title: str = ""
    ) -> Target:
        """A target for the next thing of `kind`; `written` is its name as in the braces, or ""."""
        name = self._check(kind, written, at)
        numbered = kind != "sec" and (numbered or bool(name))
        self._numbers[kind] += numbered
        self._unnamed[kind] += not name
        anchor = f"{kind}-{name}" if name else f"{_UNNAMED[kind]}-{self._unnamed[kind]}"
        target = Target(kind, anchor, self._numbers[kind] if numbered else 0, title)
        if name:
            self.targets[f"{kind}:{name}"] = target
        return target

    def _check(self, kind: TargetKind, written: str, at: Position) -> str:
        """The name without its prefix; "" and a finding when it cannot be used."""
        prefix, colon, name = written.partition(":")
        example = f"{{#{kind}:{name if _NAME.fullmatch(name) else 'name'}}}"
        if not written:
            return ""
        if not colon or prefix != kind:
            code, message = "prefix", f"`#{written}` is not the name of {_WHAT[kind]}."
            if not colon and _NAME.fullmatch(written):
                example = f"{{#{kind}:{written}}}"
            advice = f"Write `{example}`."
        elif not _NAME.fullmatch(name):
            code, message = "letters", f"The name `{name}` cannot be mentioned."
            advice = f"Use Latin letters, digits and hyphens: `{example}`."
        elif f"{kind}:{name}" in self.targets:
            code, message = "twice", f"The name `{written}` is given twice."
            advice = "Give one of the two another name."
        else:
            return name
        if kind == "eq" and code != "twice":
            advice = advice.replace("{#", "(").replace("}", ")")
        self._manuscript.remarks.fail(f"content.name/{code}", message, advice, at)
        return ""


def number(tokens: Sequence[Token], manuscript: Manuscript) -> dict[str, Target]:
    """The targets by name, as "tbl:spread"; each token that is one gets it as `meta["target"]`."""
    numberer = _Numberer(manuscript)
    for i, token in enumerate(tokens):
        inline = tokens[i + 1] if i + 1 < len(tokens) else token
        attributes: Attributes = token.meta.get("attributes") or Attributes()
        line = token.map[0] + 1 if token.map else 0
        at = (line, _find_column(manuscript, line, attributes.name or token.info))
        if token.type == "heading_open":
            title = "".join(_words(inline))
            token.meta["target"] = numberer.give("sec", attributes.name, False, at, title)
        elif token.type == "math_block_label":
            token.meta["target"] = numberer.give("eq", token.info, True, at)
        elif token.type == "caption_open":
            if _has_table(tokens, i):
                caption = bool(inline.content.strip())
                token.meta["target"] = numberer.give("tbl", attributes.name, caption, at)
        elif token.type in ("table_close", "html_table"):
            if i + 1 == len(tokens) or tokens[i + 1].type != "caption_open":
                token.meta["target"] = numberer.give("tbl", "", False, at)
        elif token.type == "container_figure_open":
            token.meta["target"] = numberer.give("fig", attributes.name, True, at)
        elif token.type == "paragraph_open" and (image := figure(inline)):
            attributes = image.meta.get("attributes") or Attributes()
            at = (line, _find_column(manuscript, line, attributes.name))
            image.meta["target"] = numberer.give("fig", attributes.name, bool(image.content), at)
    return numberer.targets


def figure(inline: Token) -> Token | None:
    """The image that stands alone in the paragraph `inline`, and is not a part of a figure."""
    if inline.meta.get("in_parts"):
        return None
    children = [
        child
        for child in inline.children or ()
        if child.type != "softbreak" and (child.type != "text" or child.content.strip())
    ]
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def _has_table(tokens: Sequence[Token], caption: int) -> bool:
    before = tokens[caption - 1].type if caption else ""
    attributes: Attributes = tokens[caption].meta["attributes"]
    return before in ("table_close", "html_table") or bool(attributes.get("csv"))


def _find_column(manuscript: Manuscript, line: int, name: str) -> int:
    if not name or not 0 < line <= len(manuscript.lines):
        return 0
    return manuscript.lines[line - 1].find(name) + 1


def _words(inline: Token) -> Iterator[str]:
    for child in inline.children or ():
        if child.type in ("text", "text_special", "code_inline"):
            yield child.content
        elif child.type == "softbreak":
            yield " "


def advise_target(name: str, targets: Mapping[str, Target]) -> str:
    """What to write instead of a mention of `name`, which is not there."""
    kind, _, bare = name.partition(":")
    known = [target for target in targets if target.startswith(f"{kind}:")] or list(targets)
    if known:
        return advise(name, known, "`@{}`")
    label = f"`({name})` after the closing `$$`" if kind == "eq" else f"`{{#{kind}:{bare}}}` there"
    return f"Name it: write {label}."
