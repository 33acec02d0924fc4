"""Half transparent drawings on bare paper become pale ones. What lies on something else stays, and is refused.

A colour of the alpha a over white looks like a times the colour and 1 − a times white (ISO 32000-1, 11.3.6); where two
half transparent things overlap, or one lies on a picture, only a picture of both would do, and the author draws that better.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from pikepdf import Name, Pdf

from tirage.bind.press.scanning import is_clear, masked_over, scan, states

Colour: TypeAlias = tuple[float, ...]

_COLOURS = {b"rg": False, b"g": False, b"RG": True, b"G": True}
"""Operators that choose a colour of the screen, and whether it is that of lines."""


def flatten(pdf: Pdf) -> set[tuple[int, int]]:
    """Mix the colours of what is half transparent in `pdf` with white, page by page, where this is right.

    The streams are the engine's, in the colours of the screen. Returns the pictures with transparent parts that lie on
    something and cannot be laid on white paper.
    """
    covering: set[tuple[int, int]] = set()
    for resources, pages in _by_resources(pdf):
        if not _is_touched(resources):
            continue
        names = _pale(resources)
        used: set[bytes] = set()
        for page in pages:
            stream = page.Contents.read_bytes()
            if _chosen(stream, names) or b" Do" in stream:
                painted = list(scan(stream, resources))
                covering |= masked_over(painted)
                if is_clear(painted):
                    _mix(page.Contents, resources, _Brush())
            used |= _chosen(page.Contents.read_bytes(), names)
        for name in names - used:
            del resources.ExtGState[name.decode()]
    return covering


def _by_resources(pdf: Pdf) -> Iterator[tuple[Any, list[Any]]]:
    """The resources of the pages, each with all pages that have them: the engine lets those of a piece share one."""
    groups: dict[object, list[Any]] = {}
    for number, page in enumerate(pdf.pages):
        page.contents_coalesce()
        resources = page.obj.Resources
        key = resources.objgen if resources.is_indirect else number
        groups.setdefault(key, []).append(page.obj)
    for pages in groups.values():
        yield pages[0].Resources, pages


def _pale(resources: Any) -> set[bytes]:
    """The names of the states that make things half transparent."""
    found = states(resources).items()
    return {name for name, alphas in found if any(a is not None and a < 1 for a in alphas)}


def _chosen(stream: bytes, names: set[bytes]) -> set[bytes]:
    """Those of the states `names` that a stream uses."""
    lines = set(stream.split(b"\n")) if names else set()
    return {name for name in names if name + b" gs" in lines}


def _is_touched(resources: Any) -> bool:
    """Whether there are half transparent states, or pictures with transparent parts, also in forms."""
    return bool(_pale(resources)) or any(
        "/SMask" in thing or ("/Resources" in thing and _is_touched(thing.Resources))
        for thing in resources.get("/XObject", {}).values()
    )


@dataclass(frozen=True, slots=True)
class _Brush:
    """With what is painted."""

    fill: Colour = (0,)
    stroke: Colour = (0,)
    alphas: tuple[float, float] = (1, 1)
    group: float = 1
    """The alpha of the groups around."""

    def lines(self) -> Iterator[bytes]:
        """The operations that choose its colours."""
        yield _operation(self.fill, self.alphas[0] * self.group, stroke=False)
        yield _operation(self.stroke, self.alphas[1] * self.group, stroke=True)


def _operation(colour: Colour, alpha: float, stroke: bool) -> bytes:
    operator = {1: b"g", 3: b"rg"}[len(colour)]
    mixed = (alpha * part + 1 - alpha for part in colour)
    return (
        b" ".join(b"%g" % round(part, 6) for part in mixed)
        + b" "
        + (operator.upper() if stroke else operator)
    )


def _mix(stream: Any, resources: Any, brush: _Brush) -> None:
    """Mix what `stream` and its forms paint; the half transparent states of its forms are used no more."""
    mixer = _Mixer(resources, states(resources), [brush])
    first = list(brush.lines()) if brush.group < 1 else []
    lines = (made for line in stream.read_bytes().split(b"\n") for made in mixer.lines(line))
    stream.write(zlib.compress(b"\n".join([*first, *lines])), filter=Name.FlateDecode)


@dataclass
class _Mixer:
    """Goes through a stream and remembers with what it paints."""

    resources: Any
    states: dict[bytes, tuple[float | None, float | None]]
    kept: list[_Brush]
    done: set[bytes] = field(default_factory=set)

    def lines(self, line: bytes) -> Iterator[bytes]:
        """What is written for a line."""
        *parts, operator = line.split() or [b""]
        brush = self.kept[-1]
        match operator:
            case b"q":
                self.kept.append(brush)
                yield line
            case b"Q" if len(self.kept) > 1:
                self.kept.pop()
                yield line
            case b"gs" if any(alpha is not None for alpha in self.states[parts[0]]):
                yield from self._choose(brush, self.states[parts[0]])
            case _ if operator in _COLOURS:
                colour = tuple(map(float, parts))
                stroke = _COLOURS[operator]
                brush = replace(brush, stroke=colour) if stroke else replace(brush, fill=colour)
                self.kept[-1] = brush
                yield _operation(colour, brush.alphas[stroke] * brush.group, stroke)
            case b"Do":
                self._draw(parts[0], brush)
                yield line
            case _:
                yield line

    def _choose(self, brush: _Brush, alphas: Sequence[float | None]) -> Iterator[bytes]:
        pairs = zip(alphas, brush.alphas, strict=True)
        fill, stroke = (old if new is None else new for new, old in pairs)
        if (fill, stroke) != brush.alphas:
            self.kept[-1] = replace(brush, alphas=(fill, stroke))
            yield from self.kept[-1].lines()

    def _draw(self, name: bytes, brush: _Brush) -> None:
        """Mix a form, once."""
        form = self.resources.XObject[name.decode()]
        if form.Subtype != "/Form" or name in self.done or "/Resources" not in form:
            return
        self.done.add(name)
        _mix(
            form, form.Resources, replace(brush, alphas=(1, 1), group=brush.group * brush.alphas[0])
        )
        for state in _pale(form.Resources):
            del form.Resources.ExtGState[state.decode()]
