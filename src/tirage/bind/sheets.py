"""A gathering opened for binding: its pages made ready once, for the issue and for its offprint."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from hashlib import sha256

from pikepdf import Pdf, PdfError

from tirage.bind.artifacts import clear_page
from tirage.bind.links import Target, read_targets
from tirage.bind.streams import drop_empty, rename_fonts
from tirage.bind.structure.reading import read_tree
from tirage.bind.structure.structuring import structured
from tirage.bind.structure.tree import Element, Mark, remarked, walk
from tirage.errors import TypesetError
from tirage.model.press import Gathering


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages of a gathering, and what binding must know of them."""

    gathering: Gathering
    pdf: Pdf
    """The pages alone: running heads are artifacts, fonts have their names, there is no catalogue."""
    tree: Element
    targets: tuple[tuple[Target | None, ...], ...]
    """What the annotations of each page aim at."""


def open_sheets(gathering: Gathering) -> Sheets:
    """Open the file of `gathering` and make its pages ready.

    Raises TypesetError when the file is not the one that was typeset, is broken or has no structure.
    """
    try:
        content = gathering.pdf.read_bytes()
    except OSError as error:
        raise _broken(gathering, f"cannot be read: {error.strerror}") from error
    if sha256(content).hexdigest() != gathering.digest:
        raise _broken(gathering, "are not those that were typeset")
    try:
        pdf = Pdf.open(gathering.pdf)
    except PdfError as error:
        raise _broken(gathering, "are no sound PDF file") from error
    if len(pdf.pages) != len(gathering.folios):
        raise _broken(gathering, f"are {len(pdf.pages)}, not {len(gathering.folios)}")
    if "/StructTreeRoot" not in pdf.Root:
        raise _broken(gathering, "have no structure tags")
    told = read_tree(pdf)
    tree = _clear(pdf, structured(told, gathering), told, gathering)
    rename_fonts(pdf)
    drop_empty(pdf)
    targets = read_targets(pdf, gathering.piece)
    _strip(pdf)
    return Sheets(gathering, pdf, tree, targets)


def _broken(gathering: Gathering, what: str) -> TypesetError:
    return TypesetError(
        f"The typeset pages of “{gathering.piece}” {what}. Delete the cache folder and build again."
    )


def _clear(pdf: Pdf, tree: Element, told: Element, gathering: Gathering) -> Element:
    """Make artifacts of what `tree` does not hold, of which the engine may have `told` in its own.

    The tree comes back knowing which forms its marks stand in.
    """
    known, every = _marks(tree), _marks(told)
    forms: dict[Mark, tuple[str, ...]] = {}
    for number, page in enumerate(pdf.pages):
        places = clear_page(page, known[number], every[number])
        if places.keys() != known[number]:
            raise _broken(gathering, "lack text that their structure names")
        forms.update((Mark(number, mcid), form) for mcid, form in places.items() if form)
    if not forms:
        return tree
    return remarked(tree, lambda mark: replace(mark, form=forms[mark]) if mark in forms else mark)


def _marks(tree: Element) -> defaultdict[int, set[int]]:
    """The numbers of the marks in `tree`, by their pages."""
    numbers: defaultdict[int, set[int]] = defaultdict(set)
    for kid in walk(tree):
        if isinstance(kid, Mark):
            numbers[kid.page].add(kid.number)
    return numbers


def _strip(pdf: Pdf) -> None:
    """Take away what a galley makes anew, so that it is not copied with the pages."""
    for key in [str(key) for key in pdf.Root if key not in ("/Type", "/Pages")]:
        del pdf.Root[key]
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if "/Dest" in annotation:
                del annotation["/Dest"]
