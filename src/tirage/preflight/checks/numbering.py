"""The folios of the bound issue. In comes a galley, out go numbers that do not follow, or are not those that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tirage.folios import pages_yaml
from tirage.model.press import Paging
from tirage.preflight.check import Fault, check
from tirage.preflight.subjects import Bound

_AGAIN = "Delete the cache folder .tirage and build again; if it stays, please report it."


@check(
    "galley.folios",
    codes=("gap", "side"),
    rationale="A number that is left out or given twice makes citations ambiguous; on a right-hand page stands an odd "
    "number, in every book there is.",
    source="house decision on folios; ISO 8; Chicago Manual of Style 1.5 (rectos are odd)",
    advice="Delete the cache folder .tirage and build again; if it stays, please report it.",
)
def folios(bound: Bound) -> Iterator[Fault]:
    """The issue's folios follow each other, the odd ones on right-hand pages."""
    if bound.galley.name != "issue":
        return
    numbers = [(at, int(label)) for at, label in enumerate(bound.labels) if label.isdecimal()]
    for (_, before), (_, folio) in pairwise(numbers):
        if folio != before + 1:
            message = f"After the page {before} comes the page {folio}."
            yield Fault("gap", message, str(folio), _AGAIN)
            break
    wrong = [folio for at, folio in numbers if at % 2 == folio % 2]
    if wrong:
        message = f"The page {wrong[0]} lies on the wrong side of the leaf."
        yield Fault("side", message, str(wrong[0]), "Add or take a page before it.")


@check(
    "galley.recorded",
    codes=("differ",),
    rationale="pages.yaml is what registries and the next issue go by. It must tell the pages that are printed.",
    source="house decision on folios: registries hold these numbers",
    advice="Make pages.yaml writable and build again.",
)
def recorded(bound: Bound) -> Iterator[Fault]:
    """What pages.yaml tells of the issue's pages is what is printed."""
    path = bound.issue.folder / "pages.yaml"
    if bound.galley.name != "issue" or not path.is_file():
        return  # that it could not be written is told by the build
    pieces = dict.fromkeys(leaf.piece for leaf in bound.galley.leaves)
    printed = Paging(tuple((one, bound.sources.gathering(one).folios) for one in pieces))
    kept = set(path.read_text("utf-8", "replace").splitlines())
    for line in pages_yaml(printed).splitlines():
        if line not in kept:
            message = f"pages.yaml does not tell what is printed: `{line}`."
            advice = "Make pages.yaml writable and build again."
            yield Fault("differ", message, advice=advice)
