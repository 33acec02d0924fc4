"""What pydantic says is wrong with a form → findings in plain sentences, with the place in the file."""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tirage.read.guess import advise, guess
from tirage.read.remarks import Remarks
from tirage.read.tree import Map, Node, Plain, Scalar, locate, plain

_F = TypeVar("_F", bound=BaseModel)

_ADVICE = {
    "string_type": "Write a text.",
    "int_type": "Write a whole number.",
    "int_parsing": "Write a whole number.",
    "int_from_float": "Write a whole number.",
    "float_type": "Write a number.",
    "float_parsing": "Write a number.",
    "bool_type": "Write `true` or `false`.",
    "bool_parsing": "Write `true` or `false`.",
    "list_type": "Write a list: `- ` before each of its parts.",
    "dict_type": "Write `key: value` inside it.",
    "model_type": "Write `key: value` inside it.",
}
_BOUNDS = {
    "too_short": ("Nothing stands here.", "Write at least one."),
    "string_too_short": ("Nothing stands here.", "Write a text."),
    "greater_than_equal": ("The number is too small.", "Write a larger one."),
    "less_than_equal": ("The number is too large.", "Write a smaller one."),
    "int_parsing_size": ("The number is too large.", "Write a smaller one."),
}


def fill(form: type[_F], tree: Node | None, remarks: Remarks, what: str) -> _F | None:
    """The filled `form` that `tree` holds; None, and findings, when it does not fit. `what` names it: "issue.yaml".

    Without a tree there is nothing to say: what is wrong with its YAML is said already.
    """
    if tree is None:
        return None
    if isinstance(tree, Scalar) and tree.text is None:
        tree = Map(tree.position, ())
    if not isinstance(tree, Map):
        message, advice = f"{what} is not a map.", "Write lines of `key: value`."
        remarks.fail("content.type/wrong-type", message, advice, tree.position)
        return None
    return fill_plain(form, plain(tree), tree, remarks)


def fill_plain(form: type[_F], values: Plain, tree: Node | None, remarks: Remarks) -> _F | None:
    """The same, for values whose places `tree` knows as far as it can."""
    try:
        return form.model_validate(values)
    except ValidationError as error:
        for mistake in error.errors(include_url=False, include_input=False):
            _explain(mistake, form, tree, remarks)
        return None


def _explain(mistake: Any, form: type[BaseModel], tree: Node | None, remarks: Remarks) -> None:
    context = mistake.get("ctx", {})
    path = (*mistake["loc"], *context.get("path", ()))
    kind, name = mistake["type"], _spell(path, tree)
    if kind == "extra_forbidden":
        known = _known_keys(form, path[:-1])
        at = locate(tree, path, key=True)
        message = f"There is no key `{path[-1]}` here."
        remarks.fail("content.keys/unknown", message, advise(str(path[-1]), known), at)
    elif kind == "missing":
        at = locate(tree, path[:-1], key=True)
        message = f"The key `{path[-1]}` is missing."
        remarks.fail("content.keys/missing", message, f"Write `{path[-1]}: …`.", at)
    elif kind == "literal_error":
        _explain_choice(context["expected"], path, tree, remarks)
    elif kind == "wrong-value" or kind in _BOUNDS:
        complaint, advice = _BOUNDS.get(kind) or (context["complaint"], context["advice"])
        message = f"{name}: {complaint}"
        remarks.fail("content.type/wrong-value", message, advice, locate(tree, path))
    else:
        message = f"{name}: {_show(tree, path)} cannot stand here."
        advice = context.get("advice") or _ADVICE.get(kind, f"{mistake['msg']}.")
        remarks.fail("content.type/wrong-type", message, advice, locate(tree, path))


def _explain_choice(
    expected: str, path: Sequence[str | int], tree: Node | None, remarks: Remarks
) -> None:
    written = _find(tree, path)
    word = written.text if isinstance(written, Scalar) else None
    choices = [choice.strip(" '") for choice in expected.replace(" or ", ", ").split(",")]
    near = guess(word or "", choices)
    few = choices if len(choices) < 12 else []
    advice = f"Did you mean `{near}`?" if near else ""
    if few and not near:
        advice = f"Write one of {', '.join(f'`{choice}`' for choice in few)}."
    shown = f"`{word}`" if word else "This"
    message = f"{_spell(path, tree)}: {shown} is not known."
    remarks.fail("content.type/wrong-value", message, advice, locate(tree, path))


def _spell(path: Sequence[str | int], tree: Node | None) -> str:
    """The place as a person would name it: "authors, 2nd, name"; tags of pydantic's unions are left out."""
    steps: list[str] = []
    node = tree
    for step in path:
        following = _find(node, [step])
        if following is node:
            continue
        steps.append(f"no {step + 1}" if isinstance(step, int) else f"`{step}`")
        node = following
    return ", ".join(steps) or "This"


def _find(tree: Node | None, path: Sequence[str | int]) -> Node | None:
    """The node at `path`, steps that lead nowhere passed over."""
    node = tree
    for step in path:
        if isinstance(node, Map) and isinstance(step, str):
            node = node.get(step) or node
        elif not isinstance(node, (Map, Scalar, type(None))) and isinstance(step, int):
            node = node.items[step] if step < len(node.items) else node
    return node


def _show(tree: Node | None, path: Sequence[str | int]) -> str:
    node = _find(tree, path)
    if isinstance(node, Scalar):
        return f"`{node.text}`" if node.text else "nothing"
    return "a map" if isinstance(node, Map) else "a list"


def _known_keys(form: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The keys that the form at `path` inside `form` knows."""
    root = form.model_fields.get("root")
    models: list[type[BaseModel]] = list(_models(root.annotation)) if root else [form]
    for step in path:
        for model in models:
            field = next((f for n, f in model.model_fields.items() if step in (n, f.alias)), None)
            if field:
                models = list(_models(field.annotation))
    return [
        field.alias or name for model in models[:1] for name, field in model.model_fields.items()
    ]


def _models(annotation: Any) -> typing.Iterator[type[BaseModel]]:
    """The forms inside a type: of a list's items, of a map's values, of a union's branches."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    for part in typing.get_args(annotation):
        yield from _models(part)
