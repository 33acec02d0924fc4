"""Tables and figures that do not fit the rest of a page go to the head of the next, while the text flows on.

WeasyPrint 70.0 knows no floats of a page: what may not be divided and does not fit ends the page, and leaves a hole.
An element with the class `floating` is passed over instead; the text behind it fills the page, and the next page begins
with it. Those that wait keep their order. None moves past the end of the text, and none past the end of its section (a
heading of the first or second level waits until all are placed), unless that would leave more than HOLE of a page empty. One that is taller than LARGEST of a page is divided
where it stands, if it can be; one that is taller than a page stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from math import inf
from typing import Any, NamedTuple

from weasyprint.formatting_structure.boxes import BlockBox
from weasyprint.layout import block, page

from tirage.typeset.classes import has_class
from tirage.typeset.dividing import balance, is_scanty
from tirage.typeset.pinned import expect, name_arguments

FLOATING, TEXT = "floating", "text"
"""Classes of what may move, and of the element in which it moves."""
BARRIERS = ("h1", "h2")
"""Headings that nothing moves past."""
HOLE = 0.1
"""Share of a page that may stay empty so that nothing moves past the end of its section."""
LARGEST = 0.6
"""Share of a page; what is taller is divided rather than moved."""


class _Passed(NamedTuple):
    """A box that did not fit, and its number among the children of its text."""

    box: Any
    place: int


@dataclass(slots=True)
class _Floats:
    """What waits, in the life of one layout."""

    waiting: dict[int, tuple[_Passed, ...]] = field(default_factory=dict)
    """What the head of a page must take, by page number."""
    page: int = 0
    """The page that is being made."""
    passed: list[_Passed] = field(default_factory=list)
    """What did not fit on it."""


def install() -> None:
    """Wrap the engine's making of pages and its layout of blocks, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(block, "_in_flow_layout", "lays out blocks")
    expect(page, "make_page", "makes pages")
    if not hasattr(block._in_flow_layout, "tirage_floats"):
        passing = _passing_over(block._in_flow_layout)
        passing.tirage_floats = True
        block._in_flow_layout = passing
        page.make_page = _carrying(page.make_page)


def moved(page_boxes: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    """The elements that were moved, each with the number, from 0, of the page at whose head it stands."""
    for number, made in enumerate(page_boxes):
        for one in made.descendants():
            if hasattr(one, "tirage_origin"):
                yield number, one.element


def _carrying(make: Any) -> Any:
    """`make_page`, which hands what does not fit from page to page."""

    @wraps(make)
    def carry(
        context: Any, root: Any, page_type: Any, resume_at: Any, number: int, state: Any
    ) -> Any:
        if not hasattr(context, "tirage_floats"):
            context.tirage_floats = _Floats()
            _mark_texts(root)
        floats: _Floats = context.tirage_floats
        floats.page, floats.passed = number, []
        made, following, next_page = make(context, root, page_type, resume_at, number, state)
        stand = [one.tirage_origin for one in made.descendants() if hasattr(one, "tirage_origin")]
        left = [one for one in floats.waiting.get(number, ()) if one.box not in stand]
        # What the engine took back to the next page is met there again, in its own place.
        behind = _resumes(root, following)
        left += [one for one in floats.passed if one.place < behind]
        floats.waiting[number + 1] = tuple(left)
        return made, following, next_page

    return carry


def _mark_texts(root: Any) -> None:
    """Mark the texts in which something floats, and end each with an empty block: the last place for what waits."""
    for box in list(root.descendants()):
        if has_class(box, TEXT) and any(has_class(child, FLOATING) for child in box.children):
            box.tirage_text = True
            end = BlockBox.anonymous_from(box, [])
            end.tirage_end = True
            box.children = [*box.children, end]


def _resumes(root: Any, resume_at: Any) -> float:
    """The child at which the text goes on, when the document goes on at `resume_at`; inf behind its end."""
    box = root
    while resume_at and len(resume_at) == 1:  # cells of a row go on side by side
        ((index, resume_at),) = resume_at.items()
        if hasattr(box, "tirage_text"):
            return float(index)
        box = box.children[index] if index < len(box.children) else root
    return inf


@dataclass(slots=True)
class _Call:
    """One call of `_in_flow_layout`: what it was given, by the engine's names."""

    given: dict[str, Any]

    def run(self, flow: Any, **changed: Any) -> Any:
        """What the engine answers, with its lists safe from being changed in place."""
        given = self.given | changed
        lists = {name: list(given[name]) for name in ("new_children", "adjoining_margins")}
        return flow(*(given | lists).values())

    def passing(self) -> tuple[Any, ...]:
        """The answer that nothing was to be laid out."""
        one = self.given
        return (
            False, False, None, one["position_y"], one["adjoining_margins"], one["next_page"],
            one["new_children"], one["max_lines"],
        )  # fmt: skip

    def ending(self) -> tuple[Any, ...]:
        """The answer that the page ends before the child."""
        abort, _, _, *rest = self.passing()
        return (abort, True, {self.given["index"]: self.given["skip_stack"]}, *rest)


def _passing_over(flow: Any) -> Any:
    """`_in_flow_layout`, which puts what waits at the head of a page and passes over what does not fit."""

    @wraps(flow)
    def pass_over(*arguments: Any) -> Any:
        given = name_arguments("_in_flow_layout", arguments)
        if not hasattr(given["box"], "tirage_text"):
            return flow(*arguments)
        floats: _Floats = given["context"].tirage_floats
        call, child = _Call(given), given["child"]
        if given["page_is_empty"] and not given["new_children"]:
            _place_waiting(flow, call, floats)
        if any(child is one.box for one in floats.passed):
            return call.passing()
        if floats.passed and _is_barrier(call):
            return call.ending()
        if floats.passed and _floats(child):
            if given["skip_stack"] is not None or _height(call) > LARGEST:
                return call.ending()
            return _wait(call, floats)
        answer = call.run(flow)
        if _stands(answer, call) or not call.given["new_children"]:
            return _balanced(flow, call, answer) if _floats(child) else answer
        if given["skip_stack"] is not None:
            return call.ending()
        return _pass_by(flow, call, floats) if _floats(child) else answer

    return pass_over


def _pass_by(flow: Any, call: _Call, floats: _Floats) -> Any:
    """Let a child that floats wait for the next page; divide it, if it can be, where it is too tall to be moved."""
    child, height = call.given["child"], _height(call)
    if height > LARGEST:
        whole, child.style = child.style, child.style.copy()
        child.style["break_inside"] = "auto"
        answer = call.run(flow)
        if not _stands(answer, call) and height > 1:
            return answer
        if _stands(answer, call) and not is_scanty(answer[6][-1], _room(call)):
            return _balanced(flow, call, answer)
        if height > 1:
            return call.ending() if _left(call) <= HOLE * _room(call) else answer
        child.style = whole
    return _wait(call, floats)


def _balanced(flow: Any, call: _Call, answer: Any) -> Any:
    """The engine's answer, with enough rows of a divided table left to the next page."""
    bottom = call.given["bottom_space"]
    if not _stands(answer, call):
        return answer
    return balance(
        answer, call.given["child"], lambda less: call.run(flow, bottom_space=bottom + less)
    )


def _wait(call: _Call, floats: _Floats) -> Any:
    """Let the child wait for the next page."""
    floats.passed.append(_Passed(call.given["child"], call.given["index"]))
    return call.passing()


def _place_waiting(flow: Any, call: _Call, floats: _Floats) -> None:
    """Lay out what waits before the first child of a page, as far as it fits, and move the child below it."""
    for one in floats.waiting.get(floats.page, ()):
        one.box.position_x = call.given["child"].position_x
        one.box.position_y = call.given["position_y"]
        answer = call.run(flow, child=one.box, skip_stack=None)
        if not _stands(answer, call, one.box):
            break
        _, _, _, position_y, margins, _, children, _ = answer
        children[-1].tirage_origin = one.box
        call.given |= {
            "position_y": position_y,
            "adjoining_margins": margins,
            "new_children": children,
        }
    call.given["child"].position_y = call.given["position_y"]


def _stands(answer: Any, call: _Call, box: Any = None) -> bool:
    """Whether the engine has laid out the child, or `box`, or a part of it that goes on on the next page."""
    abort, _, _, _, _, _, children, _ = answer
    box = box or call.given["child"]
    placed = bool(children) and children[-1].element is box.element
    return not abort and len(children) > len(call.given["new_children"]) and placed


def _floats(box: Any) -> bool:
    return has_class(box, FLOATING)


def _is_barrier(call: _Call) -> bool:
    """Whether the child waits for what was passed over."""
    child = call.given["child"]
    if hasattr(child, "tirage_end"):
        return True
    return child.element_tag in BARRIERS and _left(call) <= HOLE * _room(call)


def _room(call: _Call) -> float:
    """The height of a page's type area."""
    return float(call.given["context"].style_for.initial_page_sizes["area"][1])


def _left(call: _Call) -> float:
    """How much of it is empty before the child."""
    bottom = call.given["context"].page_bottom - call.given["bottom_space"]
    return float(bottom - call.given["position_y"])


def _height(call: _Call) -> float:
    """The height of the child, in pages."""
    context, box, child = (call.given[name] for name in ("context", "box", "child"))
    whole = block.block_level_layout(
        context, child, -inf, None, box, True, [], [], [], None, None, False, None
    )[0]
    block.remove_placeholders(context, [whole], [], [])
    return float(whole.margin_height() / _room(call))
