"""Links: within the galley they lead to a page, out of it to the article's DOI, elsewhere as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from tirage.errors import TypesetError

SCHEME = "tirage:"


@dataclass(frozen=True, slots=True)
class Target:
    """What a link of a gathering aims at."""

    name: str = ""
    """A place in the issue: "piece" or "piece#anchor"."""
    uri: str = ""
    """An address outside the issue."""


@dataclass(frozen=True, slots=True)
class Route:
    """Where a link of a galley leads: to a named place in it, or to an address."""

    name: str
    uri: str
    contents: str
    """What is read out for the link."""


@dataclass(frozen=True, slots=True)
class Directory:
    """The places of a galley, and the addresses of articles outside it."""

    places: dict[str, str]
    """Names of places, and what they are called."""
    addresses: dict[str, tuple[str, str]]
    """Names of articles, with their address and title."""
    whole: bool
    """The galley is the issue: nothing of it lies outside."""

    def route(self, target: Target, piece: str) -> Route | None:
        """Where a link in `piece` leads; None when it leads out of an offprint to what has no address.

        Raises TypesetError when there is no such place in a piece of this galley.
        """
        if target.uri:
            return Route("", target.uri, target.uri.removeprefix("mailto:"))
        if target.name in self.places:
            return Route(target.name, "", self.places[target.name])
        other = target.name.partition("#")[0]
        if self.whole or other in self.places:
            raise TypesetError(
                f"The piece “{piece}” links to “{target.name}”, which this issue does not have. "
                "Mend the link in the text or in the layout's template."
            )
        if other in self.addresses:
            address, title = self.addresses[other]
            return Route("", address, title)
        return None


def read_targets(pdf: Pdf, piece: str) -> tuple[tuple[Target | None, ...], ...]:
    """What the annotations of each page aim at; None for an annotation that is no link."""
    return tuple(
        tuple(_target(annotation, piece) for annotation in page.obj.get("/Annots", ()))
        for page in pdf.pages
    )


def _target(annotation: Object, piece: str) -> Target | None:
    if annotation.get("/Subtype") != "/Link":
        return None
    if "/Dest" in annotation:
        return Target(name=f"{piece}#{annotation.Dest}")
    uri = str(annotation.A.URI)
    if uri.startswith(SCHEME):
        return Target(name=unquote(uri.removeprefix(SCHEME)))
    return Target(uri=uri)


def lead(annotation: Object, route: Route) -> None:
    """Let a link `annotation` lead along `route`, printed, without a border (ISO 32000-1, 12.5.6.5)."""
    for key in ("/A", "/Dest", "/BS"):
        if key in annotation:
            del annotation[key]
    annotation.Border = Array([0, 0, 0])
    annotation.F = 4
    annotation.Contents = String(route.contents)
    if route.uri:
        annotation.A = Dictionary(S=Name.URI, URI=String(route.uri))
    else:
        annotation.Dest = String(route.name)


def name_tree(places: Iterable[tuple[str, Object]]) -> Dictionary:
    """A name tree (ISO 32000-1, 7.9.6): sorted by the bytes of the names, each name once."""
    by_bytes = {bytes(String(name)): place for name, place in places}
    pairs = ((String(name), by_bytes[name]) for name in sorted(by_bytes))
    return Dictionary(Names=Array([item for pair in pairs for item in pair]))
