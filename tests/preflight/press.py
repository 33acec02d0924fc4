"""Pieces, gatherings and galleys of the test issue. Binding is done here by hand: what is tested did not write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, String

from tests.preflight.documents import DOCUMENTS
from tests.preflight.ugly import UGLY
from tirage.findings import Finding, Report
from tirage.model.errand import Look, do
from tirage.model.issue import Article, Issue, Journal, Section
from tirage.model.language import Localized
from tirage.model.matter import Matter
from tirage.model.press import (
    Anchor,
    Flow,
    Folios,
    Galley,
    Gathering,
    Leaf,
    Paging,
    Piece,
    PieceKind,
    Style,
)
from tirage.preflight.inspect import inspect
from tirage.preflight.numerals import nth
from tirage.preflight.proof import prove

KINDS: Mapping[str, PieceKind] = {
    "cover": "cover",
    "front": "cover",
    "back": "back",
    "blank": "blank",
    "contents": "contents",
}
STYLES: Mapping[str, Style] = {
    "cover": "none",
    "front": "none",
    "back": "none",
    "blank": "none",
    "contents": "roman",
    "roman": "roman",
}

TITLES = {
    "one": Localized((("ru", "Первая статья"), ("en", "First article"))),
    "two": Localized((("ru", "Вторая статья о 2020 годе"), ("en", "Second article of 2020"))),
}

Spoil = Callable[[Pdf], None]


def piece(name: str) -> Piece:
    """The piece that a document of the tests was printed from."""
    document = next(document for document in (*DOCUMENTS, *UGLY) if document.name == name)
    return Piece(
        name=name,
        kind=KINDS.get(name, "article"),
        language=document.language,
        title=name,
        html=document.html,
        css="",
        assets=(),
        folios=Folios(document.first, document.first, STYLES.get(name, "arabic")),
        starts="right",
        flows=tuple(Flow(flow, tuple(words.split())) for flow, words in document.flows),
    )


def spoiled(pdf: bytes, spoil: Spoil) -> bytes:
    """`pdf` after something was done to it."""
    with Pdf.open(BytesIO(pdf)) as opened:
        spoil(opened)
        file = BytesIO()
        # The printer's files are of the older version that their standard asks for.
        version = "" if opened.pdf_version == "1.6" else "1.7"
        opened.save(file, deterministic_id=True, min_version=version)
    return file.getvalue()


@dataclass(frozen=True)
class Desk:
    """An issue of a cover, contents, two articles and a blank page, about to be inspected."""

    issue: Issue
    gatherings: tuple[Gathering, ...]
    galleys: tuple[Galley, ...]
    cache: Path

    @property
    def paging(self) -> Paging:
        return Paging(tuple((one.piece, one.folios) for one in self.gatherings))

    def spoil(self, name: str, spoil: Spoil) -> Desk:
        """The same, its galley `name` spoiled."""
        path = self.galley(name).path
        path.write_bytes(spoiled(path.read_bytes(), spoil))
        return self

    def galley(self, name: str) -> Galley:
        return next(galley for galley in self.galleys if galley.name == name)

    def gathering(self, name: str) -> Gathering:
        return next(gathering for gathering in self.gatherings if gathering.piece == name)

    def with_galley(self, galley: Galley) -> Desk:
        others = (galley if one.name == galley.name else one for one in self.galleys)
        return replace(self, galleys=tuple(others))

    def with_gathering(self, gathering: Gathering) -> Desk:
        others = (gathering if one.piece == gathering.piece else one for one in self.gatherings)
        return replace(self, gatherings=tuple(others))

    def report(
        self,
        profile: str = "draft",
        earlier: tuple[Finding, ...] = (),
        keep: bool = False,
        look: Look = do,
    ) -> Report:
        cache = self.cache if keep else None
        return inspect(
            self.galleys, self.gatherings, self.issue, self.paging, profile, earlier, cache, look
        )


@dataclass(frozen=True)
class Press:
    """Printed pages and a folder to work in."""

    pdfs: Mapping[str, bytes]
    folder: Path

    def prove(
        self, name: str, spoil: Spoil | None = None, **changes: object
    ) -> tuple[Finding, ...]:
        """What the checks of pages find on a document, with its pages spoiled or its piece changed."""
        pdf = self.pdfs[name] if spoil is None else spoiled(self.pdfs[name], spoil)
        return prove(replace(piece(name), **changes), pdf)  # type: ignore[arg-type]

    def desk(self) -> Desk:
        """The whole issue, bound."""
        gatherings = tuple(map(self.gathering, ("cover", "contents", "one", "two", "blank")))
        issue = _issue()
        galleys = (
            self._bind("issue", gatherings),
            *(self._bind(one.piece, (one,)) for one in gatherings if one.piece in TITLES),
        )
        return Desk(issue, gatherings, galleys, self.folder / "cache")

    def gathering(self, name: str, pdf: bytes | None = None) -> Gathering:
        """The gathering of a document, its pages `pdf` or those that were printed."""
        pdf = self.pdfs[name] if pdf is None else pdf
        path = self.folder / f"{name}.gathering.pdf"
        path.write_bytes(pdf)
        with Pdf.open(path) as opened:
            pages = len(opened.pages)
        folios = piece(name).folios
        return Gathering(
            piece=name,
            kind=KINDS.get(name, "article"),
            language="ru",
            title=TITLES[name].get("ru") if name in TITLES else name,
            folios=replace(folios, last=folios.first + pages - 1),
            pdf=path,
            digest=sha256(pdf).hexdigest(),
            anchors=(Anchor("end", pages - 1, 0, 0),),
            outline=(),
            findings=(),
            cached=False,
        )

    def _bind(self, name: str, gatherings: tuple[Gathering, ...]) -> Galley:
        leaves = tuple(
            Leaf(one.piece, page, nth(one.folios, page) or f"C{page + 1}")
            for one in gatherings
            for page in range(len(one.folios))
        )
        galley = Galley(
            name,
            "screen",
            self.folder / f"{name}.pdf",
            f"Вестник: {name}",
            leaves,
            date(2026, 3, 31),
        )
        with Pdf.new() as pdf:
            for one in gatherings:
                with Pdf.open(one.pdf) as source:
                    pdf.add_pages_from(source)
            _bind_pages(pdf)
            _bind_file(pdf, galley)
            pdf.save(galley.path, deterministic_id=True, min_version="1.7")
        return galley


def _issue() -> Issue:
    articles = tuple(
        Article(name, Path(name), "ru", "research", title, Matter())
        for name, title in TITLES.items()
    )
    journal = Journal(Localized((("", "Вестник"),)), Localized(), ("ru", "en"), "ru")
    return Issue(
        journal,
        "2026-1",
        Path(),
        2026,
        "1",
        date(2026, 3, 31),
        57,
        (Section(Localized(), articles),),
    )


def _bind_pages(pdf: Pdf) -> None:
    """Running heads become artifacts, links between pieces lead to named places."""
    for page in pdf.pages:
        stream = page.Contents.read_bytes()
        last = re.findall(rb"/Span\s*<</MCID \d+>>\s*BDC", stream)[-1:]
        for mark in last:
            stream = stream.replace(mark, b"/Artifact <</Type /Pagination>> BDC")
        page.Contents.write(stream)
        for link in page.obj.get("/Annots", ()):
            uri = str(link.A.URI) if "/A" in link else ""
            link.Contents = String(uri or "a note")
            if uri.startswith("tirage:"):
                del link["/A"]
                link.Dest = String(uri.removeprefix("tirage:"))


def _bind_file(pdf: Pdf, galley: Galley) -> None:
    firsts = [(leaf.piece, number) for number, leaf in enumerate(galley.leaves) if leaf.page == 0]
    names = [
        item
        for name, number in sorted(firsts)
        for item in (String(name), Array([pdf.pages[number].obj, Name.Fit]))
    ]
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(names)))
    labels = [
        item
        for number, leaf in enumerate(galley.leaves)
        for item in (number, Dictionary(P=String(leaf.label)))
    ]
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))
    with pdf.open_outline() as outline:
        outline.root.extend(OutlineItem(name, number) for name, number in firsts)
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = galley.title
        metadata["xmp:CreateDate"] = "2026-03-31T00:00:00Z"
        metadata["pdf:Producer"] = "a toy binder"
    pdf.Root.Lang = String("ru")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = String(galley.title)
    pdf.docinfo["/CreationDate"] = String("D:20260331000000Z")
    pdf.docinfo["/Producer"] = String("a toy binder")
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    document, parents = _document(pdf)
    root = Dictionary(Type=Name.StructTreeRoot, K=document, ParentTree=parents)
    pdf.Root.StructTreeRoot = pdf.make_indirect(root)


def _document(pdf: Pdf) -> tuple[Object, Object]:
    """A structure of paragraphs, one for each mark of the pages and each of their links, and the way back to them."""
    kids = []
    rows: list[Object | int] = []
    for number, page in enumerate(pdf.pages):
        page.obj.Tabs = Name.S
        page.obj.StructParents = number
        page.TrimBox = page.MediaBox
        row: dict[int, Object] = {}
        for mcid in map(int, re.findall(rb"/MCID (\d+)", page.Contents.read_bytes())):
            row[mcid] = pdf.make_indirect(Dictionary(S=Name.P, Pg=page.obj, K=mcid))
            kids.append(row[mcid])
        rows += [number, Array([row.get(mcid) for mcid in range(max(row, default=-1) + 1)])]
        for link in page.obj.get("/Annots", ()):
            reference = Dictionary(Type=Name.OBJR, Obj=link)
            link.StructParent = len(pdf.pages) + len(kids)
            kids.append(pdf.make_indirect(Dictionary(S=Name.Link, Pg=page.obj, K=reference)))
    document = pdf.make_indirect(Dictionary(S=Name.Document, K=Array(kids)))
    return document, pdf.make_indirect(Dictionary(Nums=Array(rows)))
