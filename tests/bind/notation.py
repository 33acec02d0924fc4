"""Structure trees as short text: `Art(H1(1) P#7~ru(2 Link(*0 3)))`.

A number is a mark, `2.1` the mark 1 on page 2, `*0` the annotation 0. After an element's type may stand `#` and the
number of its HTML element, `=` and the type that the template wishes, `~` and its language, `:` and the scope of a
header cell, `/` and how many columns a cell spans, `|` and how many rows, `!` and how a list is numbered.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from tirage.bind.structure.tree import Element, Hook, Kid, Mark

CASES = Path(__file__).parent.parent / "cases" / "bind"

_TOKEN = re.compile(r"\s*(\(|\)|\*?[\d.]+|[A-Za-z]\w*(?:[#=~:/|!][\w-]+)*)")
_FIELDS: dict[str, tuple[str, Any]] = {
    "#": ("source", int),
    "=": ("wish", str),
    "~": ("language", str),
    ":": ("scope", str),
    "/": ("columns", int),
    "|": ("rows", int),
    "!": ("numbering", str),
}


def tree(text: str) -> Element:
    """The element that `text` describes."""
    tokens = _TOKEN.findall(text)
    assert "".join(tokens) == re.sub(r"\s", "", text), f"not a tree: {text}"
    (kid,) = _kids(iter([*tokens, ")"]))
    assert isinstance(kid, Element)
    return kid


def _kids(tokens: Any) -> tuple[Kid, ...]:
    kids: list[Kid] = []
    for token in tokens:
        if token == ")":
            break
        if token == "(":
            last = kids[-1]
            assert isinstance(last, Element)
            kids[-1] = replace(last, kids=_kids(tokens))
        elif token[0].isalpha():
            kids.append(_element(token))
        else:
            page, _, number = token.removeprefix("*").rpartition(".")
            kind = Hook if token.startswith("*") else Mark
            kids.append(kind(int(page or 0), int(number)))
    return tuple(kids)


def _element(token: str) -> Element:
    tag, *rest = re.split(r"([#=~:/|!])", token)
    values = {}
    for sign, value in zip(rest[::2], rest[1::2], strict=True):
        name, kind = _FIELDS[sign]
        values[name] = kind(value)
    return Element(tag, **values)


def show(element: Element, language: str = "") -> str:
    """`element` as text, without sources and wishes; a language where it is another than that around it."""
    tag = element.tag
    if element.language != language:
        tag += f"~{element.language}"
    kids = " ".join(_show(kid, element.language) for kid in element.kids)
    return f"{tag}({kids})" if kids else tag


def _show(kid: Kid, language: str) -> str:
    if isinstance(kid, Element):
        return show(kid, language)
    number = kid.number if isinstance(kid, Mark) else kid.place
    text = f"{kid.page}.{number}" if kid.page else str(number)
    return text if isinstance(kid, Mark) else f"*{text}"


def cases(name: str) -> list[Any]:
    """The cases of the file cases/bind/NAME.yaml, as parameters of a test that takes `given` and `expected`."""
    entries = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
    return [pytest.param(entry["given"], entry["expected"], id=entry["title"]) for entry in entries]
