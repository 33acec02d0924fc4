"""What the engine may load, and what it may not."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.typeset.helpers import ids, make_asset
from tirage.errors import TypesetError
from tirage.model.press import Gathering

Typeset = Callable[..., Gathering]
SVG = (
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><rect width='1' height='1'/></svg>"
)


@pytest.fixture
def server() -> Iterator[tuple[str, socket.socket]]:
    """An address in the network that notices whoever calls."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield f"http://127.0.0.1:{server.getsockname()[1]}/x", server


def nobody_called(server: socket.socket) -> bool:
    try:
        server.accept()
    except BlockingIOError:
        return True
    return False


WAYS = {
    "picture": ('<p><img src="{}" alt=а>', ""),
    "style sheet": ('<link rel=stylesheet href="{}"><p>а', ""),
    "import": ('<style>@import "{}"</style><p>а', ""),
    "background": ("<p>а", 'p {{ background: url("{}") }}'),
    "generated content": ("<p>а", 'p::before {{ content: url("{}") }}'),
    "bullet": ("<ul><li>а</ul>", 'ul {{ list-style-image: url("{}") }}'),
    "font": ("<p>а", '@font-face {{ font-family: X; src: url("{}") }} p {{ font-family: X }}'),
    "embedded": ('<p><object data="{}">а</object><embed src="{}">', ""),
    "attachment": ('<link rel=attachment href="{}"><p>а', ""),
    "base address": ('<base href="{}"><p><img src="x.png" alt=а>', ""),
    "picture in an inline drawing": (
        '<p><svg viewBox="0 0 9 9"><title>а</title><image width=9 height=9 href="{}"/></svg>',
        "",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_network_and_files_cannot_be_reached(
    typeset: Typeset, tmp_path: Path, server: tuple[str, socket.socket], way: str
) -> None:
    secret = tmp_path / "secret.svg"
    secret.write_bytes(SVG)
    network, listener = server
    body, css = WAYS[way]
    for address in (network, secret.as_uri()):
        gathering = typeset(body.format(address, address), css.format(address))
        refused = [f.message for f in gathering.findings if f.id == "engine.fetch/refused"]
        assert len(refused) == 1, gathering.findings
        assert address.rpartition("/")[0] in refused[0]
        assert "secret" not in gathering.pdf.read_bytes().decode("latin-1")
    assert nobody_called(listener)


@pytest.mark.parametrize(
    "address",
    [
        "asset:b.svg",
        "asset:../a.svg",
        "asset:",
        "ftp://127.0.0.1/a",
        "FILE:///etc/hostname",
        "javascript:a",
    ],
)
def test_other_addresses_are_refused(typeset: Typeset, address: str) -> None:
    gathering = typeset(
        f'<p><img src="{address}" alt=а>', assets=(make_asset("a.svg", "image/svg+xml", SVG),)
    )
    assert ids(gathering) == ["engine.fetch/refused"]


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("<image width='9' height='9' href='{}'/>", ["engine.fetch/refused"]),
        ("<use href='{}#a'/>", []),
        ("<style>@import '{}';</style>", ["engine.image/unusable"]),
    ],
)
def test_a_drawing_among_the_assets_cannot_reach_out(
    typeset: Typeset, server: tuple[str, socket.socket], part: str, found: list[str]
) -> None:
    network, listener = server
    drawing = SVG.replace(b"</svg>", part.format(network).encode() + b"</svg>")
    asset = make_asset("a.svg", "image/svg+xml", drawing)
    assert (
        ids(typeset('<p><img src="asset:a.svg" alt=а style=width:9pt>', assets=(asset,))) == found
    )
    assert nobody_called(listener)


def test_a_colour_profile_from_elsewhere_stops_the_piece(
    typeset: Typeset, server: tuple[str, socket.socket]
) -> None:
    network, listener = server
    css = f'@color-profile --x {{ src: url("{network}"); components: r, g, b }}'
    with pytest.raises(TypesetError) as failed:
        typeset("<p>а", css)
    assert network in failed.value.findings[0].message
    assert nobody_called(listener)


def test_an_address_asked_for_often_is_one_finding(typeset: Typeset) -> None:
    gathering = typeset(
        "<style>b { background: url(asset:x) } i { background: url(asset:x) }</style>"
        "<b>а</b><i>б</i>"
    )
    assert ids(gathering) == ["engine.fetch/refused"]
    assert "“asset:x”" in gathering.findings[0].message


def test_assets_are_served_with_their_type(engine: Callable[[str], ModuleType]) -> None:
    asset = make_asset("карта 1.svg", "image/svg+xml", SVG)
    fetcher = engine("tirage.typeset.fetcher").AssetFetcher([asset])
    for address in ("asset:карта 1.svg", "asset:%D0%BA%D0%B0%D1%80%D1%82%D0%B0%201.svg#part"):
        response = fetcher.fetch(address)
        assert (response.read(), response.content_type) == (SVG, "image/svg+xml")
    assert fetcher.refused == []


def test_addresses_that_carry_their_content_are_served(engine: Callable[[str], ModuleType]) -> None:
    fetcher = engine("tirage.typeset.fetcher").AssetFetcher([])
    response = fetcher.fetch("data:image/svg+xml;base64,PHN2Zy8+")
    assert (response.read(), response.content_type) == (b"<svg/>", "image/svg+xml")
    assert fetcher.refused == []
