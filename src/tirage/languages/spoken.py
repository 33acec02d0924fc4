"""Formulas read aloud: MathML in, words out, for those who listen to a page.

The words are data (`speech.py`). What a language has no word for makes the whole formula unspoken, as a formula read with a gap is
worse than its source.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

from tirage.languages.speech import Words, words_of

_NUMBER = re.compile(r"(?=.*\d)[\d.,\s]+")
_PRIMES = frozenset("′″‴")
_BIG = {"∑": "sum", "∏": "product", "∫": "integral"}
_EXTREMES = frozenset(("max", "min", "sup", "inf"))
_ACCENTS = {
    "¯": "bar", "^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "→": "vector", "⃗": "vector", "˙": "dot",
    "¨": "double_dot", "―": "line", "‾": "line", "_": "line",
}  # fmt: skip
_APPLIED = frozenset("fghFGHPEφψ")
_SILENT = frozenset(("\u2061", "\u2062", "\u2063", "\u200b", ""))
_FENCES = frozenset("([{|∣")
_CLOSERS = frozenset(")]}|∣")
_OPENERS = frozenset("([{=<>≤≥≠≈,;:→⇒∈|")


class _UnspokenError(Exception):
    """There is no word for something."""


def speak(mathml: str, language: str) -> str:
    """The formula in words; "" when `language` lacks one of them."""
    words = words_of(language)
    if words is None or not mathml:
        return ""
    try:
        spoken = _Reader(words).read(fromstring(mathml))
    except (_UnspokenError, ParseError, KeyError):  # a key: the language lacks a word
        return ""
    tight = re.sub(r"\s+([,.;:،؛])", r"\1", re.sub(r"\s+", " ", spoken))
    return re.sub(r"[,،](?=[,;:،؛])", "", tight).strip(" ,،")


@dataclass(frozen=True, slots=True)
class _Reader:
    words: Words

    def read(self, node: Element) -> str:
        """The words of an element."""
        tag = node.tag.rpartition("}")[2]
        if tag in ("math", "mrow", "mstyle", "mtd", "mpadded"):
            return self._row(list(node))
        if tag in ("mspace", "mphantom"):
            return ""
        if tag == "mtext":
            return " ".join((node.text or "").split())
        if tag in ("mi", "mo", "mn"):
            return self._token(_text(node))
        readers: dict[str, Callable[[Sequence[Element]], str]] = {
            "msup": self._power, "msub": self._index, "msubsup": self._both, "munder": self._index,
            "mover": self._over, "munderover": self._both, "msqrt": self._root, "mroot": self._any_root,
            "mtable": self._table,
        }  # fmt: skip
        if tag == "mfrac":
            return self._fraction(node)
        if tag not in readers:
            raise _UnspokenError(tag)
        return readers[tag](list(node))

    def _row(self, nodes: Sequence[Element]) -> str:
        nodes = _flat(nodes)
        parts: list[str] = []
        at = 0
        while at < len(nodes):
            part, at = self._next(nodes, at)
            parts.append(part)
        return " ".join(part for part in parts if part)

    def _next(self, nodes: Sequence[Element], at: int) -> tuple[str, int]:
        """The words of what stands at `at`, and where the row goes on."""
        text = _text(nodes[at])
        signs = [_text(node) for node in nodes[at + 1 : at + 4]]
        if signs[:1] == ["("] and signs[2:] == [")"] and _is_function(nodes[at]):
            parts = {"function": self.read(nodes[at]), "argument": self.read(nodes[at + 2])}
            return self.words.say("apply", **parts), at + 4
        if _NUMBER.fullmatch(text):
            return self._number(text, nodes, at)
        if text in ("−", "-") and (not at or _text(nodes[at - 1]) in _OPENERS):
            return self.words.patterns["negative"], at + 1
        if text == "→" and signs[:1] == ["∞"]:
            return self.words.signs["→∞"], at + 2
        if self.words.takes_next(text) and at + 1 < len(nodes):
            part, behind = self._next(nodes, at + 1)
            return self.words.say_sign(text, part), behind
        if text in _FENCES and at + 1 < len(nodes):
            return self._fenced(text, nodes, at)
        return self.read(nodes[at]), at + 1

    def _number(self, text: str, nodes: Sequence[Element], at: int) -> tuple[str, int]:
        """A number, with its decimal part (12{,}5) and a sign that is said before it (yüzde 5)."""
        signs = [_text(node) for node in nodes[at + 1 : at + 3]]
        behind = at + 1
        if text.isdigit() and signs[:1] == [","] and len(nodes[behind]) and signs[1:]:
            text, behind = f"{text},{signs[1]}", at + 3
        sign = _text(nodes[behind]) if behind < len(nodes) else ""
        if self.words.takes_before(sign):
            return self.words.say_sign(sign, text), behind + 1
        return text, behind

    def _fenced(self, text: str, nodes: Sequence[Element], at: int) -> tuple[str, int]:
        """A bracket or bar, with what it holds where there are words for both."""
        inner = nodes[at + 1]
        if inner.tag.endswith("mtable"):
            closed = _text(nodes[at + 2]) in _CLOSERS if at + 2 < len(nodes) else False
            kind = "matrix" if closed else "cases"
            return self._table(list(inner), kind), at + 2 + closed
        if text == "(" and inner.get("linethickness") == "0":
            return self._fraction(inner), at + 3
        bars = [n for n in range(at + 2, len(nodes)) if _text(nodes[n]) == text]
        if text in ("|", "∣") and bars:
            held = nodes[at + 1 : bars[0]]
            whole = "_whole" if len(held) > 1 else ""
            return self.words.say("absolute" + whole, base=self._row(held)), bars[0] + 1
        return self.read(nodes[at]), at + 1

    def _token(self, text: str) -> str:
        plain = unicodedata.normalize("NFKC", text) if len(text) == 1 and text.isalpha() else text
        words = self.words
        if plain in _SILENT:
            return ""
        if _NUMBER.fullmatch(plain):
            return plain
        for table in (words.signs, words.functions, words.letters):
            if plain in table:
                return table[plain]
        if len(plain) == 1 and plain.isalpha():
            return self._letter(plain)
        if plain.isalpha():
            return plain
        raise _UnspokenError(text)

    def _letter(self, letter: str) -> str:
        small = letter.lower()
        name = self.words.letters.get(small) or _greek(small) or small
        if letter == small:
            return name
        shown = letter if name == small else name
        return self.words.say("capital", letter=shown)

    def _power(self, kids: Sequence[Element]) -> str:
        base, power = kids
        mark = _text(power)
        whole = "_whole" if _is_compound(base) or _text(base) in (")", "]", "}") else ""
        spoken = self.read(base)
        if mark and set(mark) <= _PRIMES:
            return self.words.say("prime", base=spoken, mark=self._token(mark))
        if mark in ("∘", "°"):
            return self.words.say("degrees", base=spoken)
        if mark in ("2", "3"):
            return self.words.say({"2": "squared", "3": "cubed"}[mark] + whole, base=spoken)
        return self.words.say("power" + whole, base=spoken, power=self.read(power))

    def _index(self, kids: Sequence[Element]) -> str:
        base, index = kids
        sign = _text(base)
        spoken = self.read(index)
        if sign in _BIG:
            return self.words.say("over", sign=self.words.patterns[_BIG[sign]], **{"from": spoken})
        if sign == "lim" or sign in _EXTREMES:
            kind = "limit" if sign == "lim" else "extreme"
            return self.words.say(kind, sign=self._token(sign), **{"from": spoken})
        if sign == "log":
            return self.words.say("base_of_log", sign=self._token(sign), index=spoken)
        return self.words.say("index", base=self.read(base), index=spoken)

    def _both(self, kids: Sequence[Element]) -> str:
        base, low, high = kids
        sign = _text(base)
        if sign in _BIG:
            parts = {"from": self.read(low), "to": self.read(high)}
            return self.words.say("between", sign=self.words.patterns[_BIG[sign]], **parts)
        indexed = Element("msub")
        indexed.extend((base, low))
        return self._power((indexed, high))

    def _over(self, kids: Sequence[Element]) -> str:
        base, mark = kids
        if accent := _ACCENTS.get(_text(mark)):
            return self.words.say(accent, base=self.read(base))
        return self.words.say("above", base=self.read(base), mark=self.read(mark))

    def _fraction(self, node: Element) -> str:
        top, bottom = node
        parts = {"top": self.read(top), "bottom": self.read(bottom)}
        if node.get("linethickness") == "0":
            return self.words.say("binomial", **parts)
        whole = "_whole" if _is_compound(top) or _is_compound(bottom) else ""
        return self.words.say("fraction" + whole, **parts)

    def _root(self, kids: Sequence[Element]) -> str:
        whole = "_whole" if len(kids) > 1 or _is_compound(kids[0]) else ""
        return self.words.say("root" + whole, base=self._row(kids))

    def _any_root(self, kids: Sequence[Element]) -> str:
        base, degree = kids
        whole = "_whole" if _is_compound(base) else ""
        if _text(degree) == "3":
            return self.words.say("cube_root" + whole, base=self.read(base))
        parts = {"base": self.read(base), "degree": self.read(degree)}
        return self.words.say("any_root" + whole, **parts)

    def _table(self, rows: Sequence[Element], kind: str = "matrix") -> str:
        row = "case" if kind == "cases" else "row"
        comma, semicolon = (f"{self.words.signs[sign]} " for sign in ",;")
        said = [
            self.words.say(
                row, number=str(number), cells=comma.join(filter(None, map(self.read, line)))
            )
            for number, line in enumerate(rows, 1)
        ]
        columns = max((len(line) for line in rows), default=0)
        return self.words.say(
            kind, rows=str(len(rows)), columns=str(columns), cells=semicolon.join(said)
        )


def _text(node: Element) -> str:
    """The characters of an element that holds one sign; "" for another."""
    if len(node) == 1 and node.tag.rpartition("}")[2] == "mrow":
        return _text(node[0])
    return (node.text or "").strip() if not len(node) else ""


def _is_compound(node: Element) -> bool:
    if node.tag.rpartition("}")[2] in ("mi", "mn", "mo"):
        return False
    if node.tag.rpartition("}")[2] == "mrow" and len(node) == 1:
        return _is_compound(node[0])
    return node.tag.rpartition("}")[2] not in ("msub", "mover")


def _is_function(node: Element) -> bool:
    """Whether what stands in brackets behind `node` is its argument."""
    if node.tag.endswith("msup") and set(_text(node[1])) <= _PRIMES:
        return _text(node[0]) in _APPLIED
    return _text(node) in _APPLIED


def _flat(nodes: Sequence[Element]) -> list[Element]:
    """`nodes` with the rows among them opened, but for the braces of a decimal comma."""
    flat: list[Element] = []
    for node in nodes:
        if node.tag.rpartition("}")[2] == "mrow" and _text(node) != ",":
            flat += _flat(list(node))
        else:
            flat.append(node)
    return flat


def _greek(letter: str) -> str:
    """The English name of a Greek letter; "" for another."""
    name = unicodedata.name(letter, "")
    known = re.fullmatch(r"GREEK SMALL LETTER (?:FINAL )?([A-Z]+)", name)
    return known[1].lower().replace("lamda", "lambda") if known else ""
