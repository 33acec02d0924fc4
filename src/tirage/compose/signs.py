"""Signs before a number or letter stand close to it: −1, not − 1. In comes a formula's MathML, out goes the same, told so.

A plus or minus joins two things only where something stands before it; after a relation, an operator or an opening bracket
it is the sign of what follows (TeXbook, chapter 17: a Bin becomes an Ord there). MathML asks the same of whoever writes it, by
`form` (MathML Core, 3.2.4), and LaTeX's converter leaves it out.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

SIGNS = frozenset("+-\u2212\u00b1\u2213")
_CLOSING = frozenset(")]}|\u2016\u232a\u27e9\u2309\u230b!\u2032'%\u2026")
"""Operators that end something."""
_SCRIPTED = frozenset(["msub", "msup", "msubsup", "munder", "mover", "munderover", "mmultiscripts"])


def mark_signs(formula: Element) -> None:
    """Write `form="prefix"` into every sign in `formula` that joins nothing."""
    for row in formula.iter():
        before: Element | None = None
        for node in row:
            if node.text in SIGNS and _name(node) == "mo" and before is not None and _opens(before):
                node.set("form", "prefix")
            before = node


def _opens(node: Element) -> bool:
    """Whether nothing has ended with `node` that a sign behind it could join."""
    while _name(node) in _SCRIPTED and len(node):
        node = node[0]
    if _name(node) == "mi":  # a letter, but also the name of a function and a semicolon
        return len(node.text or "") > 1 or node.text == ";"
    return _name(node) == "mo" and node.text not in _CLOSING


def _name(node: Element) -> str:
    return node.tag.rpartition("}")[2]
