"""Layers, attached files and forms. In comes a file, out go parts that a blind reader cannot choose or reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at, string
from tirage.preflight.subjects import File
from tirage.preflight.ua.telling import ADVICE


@check(
    "ua.layers",
    codes=("nameless", "automatic"),
    rationale="Layers are chosen by the names of their configurations, and one that switches itself on and off does so "
    "unseen and unheard.",
    source="ISO 14289-1, 7.10; Matterhorn 20-001 to 20-003",
)
def layers(file: File) -> Iterator[Fault]:
    """Configurations of layers have names, and switch nothing by themselves."""
    layered = at(file.reader.root_object, "/OCProperties") or {}
    listed = [one.get_object() for one in at(layered, "/Configs") or ()]
    for configuration in filter(None, (at(layered, "/D"), *listed)):
        if not string(at(configuration, "/Name") or ""):
            yield Fault("nameless", "A configuration of layers has no name.", advice=ADVICE)
        if "/AS" in configuration:
            message = "A configuration of layers switches them by itself."
            yield Fault("automatic", message, advice=ADVICE)


@check(
    "ua.files",
    codes=("nameless",),
    rationale="An attached file is reached by its name.",
    source="ISO 14289-1, 7.11; Matterhorn 21-001",
)
def files(file: File) -> Iterator[Fault]:
    """Attached files have names, in both places."""
    names = at(at(file.reader.root_object, "/Names") or {}, "/EmbeddedFiles") or {}
    for one in _values(names, set()):
        if isinstance(one, dict) and "/EF" in one and not ("/F" in one and "/UF" in one):
            yield Fault("nameless", "An attached file lacks one of its two names.", advice=ADVICE)


def _values(node: Any, seen: set[int]) -> Iterator[Any]:
    """What stands in a name tree (ISO 32000-1, 7.9.6), which may go round."""
    seen.add(id(node))
    yield from (value.get_object() for value in list(at(node, "/Names") or ())[1::2])
    for reference in at(node, "/Kids") or ():
        if id(kid := reference.get_object()) not in seen:
            yield from _values(kid, seen)


@check(
    "ua.drawings",
    codes=("reference", "repeated"),
    rationale="A drawing that stands in another file cannot be read, and one that is drawn twice and belongs to one "
    "place of the text is read there and lost elsewhere.",
    source="ISO 14289-1, 7.20; Matterhorn 30-001 and 30-002",
)
def drawings(file: File) -> Iterator[Fault]:
    """Forms stand in the file, and those that hold text are drawn once."""
    times: Counter[int] = Counter()
    first: dict[int, str] = {}
    referring: set[int] = set()
    for label, page in zip(file.labels, file.reader.pages, strict=False):
        for form in _forms(at(page, "/Resources") or {}, set()):
            if "/Ref" in form:
                referring.add(id(form))
            if "/StructParents" in form and b"/MCID" in form.get_data():
                times[id(form)] += 1
            first.setdefault(id(form), label)
    for form in sorted(referring):
        yield Fault("reference", "A drawing stands in another file.", first[form], ADVICE)
    for form, drawn in times.items():
        if drawn > 1:
            message = "A drawing that holds text of the structure tree is on several pages."
            yield Fault("repeated", message, first[form], ADVICE)


def _forms(resources: Any, seen: set[int]) -> Iterator[Any]:
    """The forms among `resources`, and those in them."""
    held = at(resources, "/XObject") or {}
    for name in held:
        form = held[name]
        if at(form, "/Subtype") == "/Form" and id(form) not in seen:
            seen.add(id(form))
            yield form
            yield from _forms(at(form, "/Resources") or {}, seen)
