"""The structure tree. In comes an opened galley, out goes what keeps a reader's software from reading it aloud."""

from __future__ import annotations

from collections.abc import Iterator

from tirage.preflight.check import Fault, check
from tirage.preflight.objects import at
from tirage.preflight.subjects import Bound

_ADVICE = "Delete the cache folder .tirage and build again; if it stays, please report it."


@check(
    "tags.tree",
    codes=("untagged", "unmarked", "roots", "unhooked"),
    rationale="Blind readers hear the file by its structure tree. Accessible PDF is the law for many who must provide "
    "the journal.",
    source="ISO 14289-1, 7.1; ISO 32000-1, 14.7.2 and 14.7.4.4",
    advice="Build again; if it stays, please report it with the file.",
)
def tree(bound: Bound) -> Iterator[Fault]:
    """The file is tagged: one document, to which every page belongs."""
    if bound.galley.edition == "print":
        return  # a press does not read
    root = bound.reader.root_object
    if not at(at(root, "/MarkInfo") or {}, "/Marked"):
        yield Fault("unmarked", "The file does not say that it is tagged.", advice=_ADVICE)
    structure = at(root, "/StructTreeRoot")
    if structure is None:
        yield Fault("untagged", "The file has no structure tree.", advice=_ADVICE)
        return
    kids = at(structure, "/K")
    kids = kids if isinstance(kids, list) else [kids]
    kinds = [at(kid.get_object(), "/S") for kid in kids if kid is not None]
    if kinds != ["/Document"]:
        found = ", ".join(str(kind).lstrip("/") for kind in kinds) or "nothing"
        yield Fault(
            "roots", f"The structure tree should be one Document and is {found}.", advice=_ADVICE
        )
    for leaf, page in zip(bound.galley.leaves, bound.prints, strict=False):
        if page.marked and not page.hooked:
            message = f"The page {leaf.label} does not say where it belongs in the structure tree."
            yield Fault("unhooked", message, leaf.label, _ADVICE)
