"""The structure tree of a galley: one Document that holds the pieces (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tirage.bind.links import name_tree
from tirage.bind.structure.tree import (
    Element,
    Hook,
    Kid,
    Mark,
    elements,
    has_hook,
    rebuilt,
    with_kids,
)
from tirage.bind.structure.vocabulary import ROLES


@dataclass(frozen=True, slots=True)
class Part:
    """A piece in a galley: its structure, and the pages that it stands on."""

    piece: str
    tree: Element
    first: int
    """Number of its first page in the galley, from 0."""


def unlinked(tree: Element, gone: set[Hook]) -> Element:
    """`tree` without the annotations that are `gone`; a link that loses all it has becomes the text that it was."""
    return rebuilt(tree, partial(_unlinked, gone=gone)) if gone else tree


def _unlinked(element: Element, gone: set[Hook]) -> tuple[Element]:
    kids: list[Kid] = []
    for kid in element.kids:
        if isinstance(kid, Element) and kid.tag == "Link" and not has_hook(kid):
            same = kid.language == element.language
            kids.extend(kid.kids if same else (replace(kid, tag="Span"),))
        elif not isinstance(kid, Hook) or kid not in gone:
            kids.append(kid)
    return (with_kids(element, kids),)


def write_structure(
    pdf: Pdf, parts: Sequence[Part], annotations: dict[Hook, Object], language: str
) -> None:
    """Write the structure tree of `pdf`, whose pages are those of `parts`, and tie pages and annotations to it.

    `annotations` are those of the tree, by their hooks with the number of the page in the galley.
    """
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(pdf, annotations)
    document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    document.Lang = String(language)
    document.K = Array([writer.write(part, document, language) for part in parts if part.tree.kids])
    root.K = Array([document])
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(list(writer.parents()))))
    root.ParentTreeNextKey = writer.next_key
    if writer.ids:
        root.IDTree = pdf.make_indirect(name_tree(writer.ids))
    tags = {element.tag for part in parts for element in elements(part.tree)}
    if roles := {f"/{tag}": Name(f"/{ROLES[tag]}") for tag in sorted(tags & ROLES.keys())}:
        root.RoleMap = Dictionary(roles)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)


@dataclass
class _Writer:
    """Writes elements, and remembers the parent of all that stands on the pages."""

    pdf: Pdf
    annotations: dict[Hook, Object]
    ids: list[tuple[str, Object]] = field(default_factory=list)
    piece: str = ""
    first: int = 0
    calls: dict[int, Object] = field(default_factory=dict)
    """References of the piece by the HTML elements that they came from; `notes` likewise."""
    notes: dict[int, Object] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pages = [page.obj for page in self.pdf.pages]
        self.next_key = len(self.pages)
        self.contents: dict[int, dict[int, Object]] = {key: {} for key in range(len(self.pages))}
        self.hooked: dict[int, Object] = {}
        self.forms: dict[tuple[int, tuple[str, ...]], tuple[int, Object]] = {}
        for key, page in enumerate(self.pages):
            page.StructParents = key
            page.Tabs = Name.S

    def write(self, part: Part, parent: Object, language: str) -> Object:
        """Write the elements of `part` under `parent`, which speaks `language`."""
        self.piece, self.first = part.piece, part.first
        self.calls, self.notes = {}, {}
        written = self.element(part.tree, parent, language)
        for source, call in self.calls.items():
            if source in self.notes:
                call.Ref = Array([self.notes[source]])
        return written

    def element(self, element: Element, parent: Object, language: str) -> Object:
        """Write `element` under `parent`, which speaks `language`."""
        obj = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.tag}"), P=parent)
        )
        if element.language != language:
            obj.Lang = String(element.language)
        if element.title:
            obj.T = String(element.title)
        if element.alt:
            obj.Alt = String(element.alt)
        if element.id:
            obj.ID = String(self.id(element.id))
            self.ids.append((self.id(element.id), obj))
        if element.source is not None and element.tag in ("Reference", "Note"):
            (self.notes if element.tag == "Note" else self.calls)[element.source] = obj
        if attributes := self.attributes(element):
            obj.A = attributes
        home = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
        if home is not None:
            obj.Pg = self.pages[self.first + home]
        kids = [self.kid(kid, obj, home, element.language) for kid in element.kids]
        if kids:
            obj.K = kids[0] if len(kids) == 1 else Array(kids)
        return obj

    def kid(self, kid: Kid, parent: Object, home: int | None, language: str) -> Object | int:
        """Write what stands in an element whose own page is `home`."""
        if isinstance(kid, Element):
            return self.element(kid, parent, language)
        page = self.pages[self.first + kid.page]
        if isinstance(kid, Hook):
            return self.reference(Hook(self.first + kid.page, kid.place), page, parent)
        if kid.form:
            key, form = self.form(kid)
            self.contents[key][kid.number] = parent
            return Dictionary(Type=Name.MCR, Pg=page, Stm=form, MCID=kid.number)
        self.contents[self.first + kid.page][kid.number] = parent
        if kid.page == home:
            return kid.number
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid.number)

    def reference(self, hook: Hook, page: Object, parent: Object) -> Object:
        """Tie an annotation to its element `parent`."""
        annotation = self.annotations[hook]
        annotation.StructParent = self.next_key
        self.hooked[self.next_key] = parent
        self.next_key += 1
        return Dictionary(Type=Name.OBJR, Pg=page, Obj=annotation)

    def form(self, mark: Mark) -> tuple[int, Object]:
        """The form that holds `mark`, and its key in the parent tree."""
        place = (self.first + mark.page, mark.form)
        if place not in self.forms:
            form: Object = self.pages[place[0]]
            for name in mark.form:
                form = form.Resources.XObject[name]
            form.StructParents = self.next_key
            self.forms[place] = (self.next_key, form)
            self.contents[self.next_key] = {}
            self.next_key += 1
        return self.forms[place]

    def id(self, name: str) -> str:
        return f"{self.piece}: {name}"

    def attributes(self, element: Element) -> Object | None:
        """The attributes of a figure, list or table cell (ISO 32000-1, 14.8.5)."""
        if element.box:
            return Dictionary(O=Name.Layout, BBox=Array(list(element.box)))
        if element.numbering and element.tag == "L":
            return Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
        cell: dict[str, object] = {}
        if element.columns != 1:
            cell["/ColSpan"] = element.columns
        if element.rows != 1:
            cell["/RowSpan"] = element.rows
        if element.scope:
            cell["/Scope"] = Name(f"/{element.scope}")
        if element.headers:
            cell["/Headers"] = Array([String(self.id(name)) for name in element.headers])
        return Dictionary({"/O": Name.Table, **cell}) if cell else None

    def parents(self) -> Iterable[Object | int]:
        """The numbers of the parent tree: an array for each page and form, an element for each annotation."""
        for key in range(self.next_key):
            yield key
            if key in self.hooked:
                yield self.hooked[key]
            else:
                held = self.contents[key]
                size = max(held, default=-1) + 1
                yield Array([held.get(number) for number in range(size)])
