"""Where links and the outline lead. In comes a file, out go those that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from tirage.preflight.anatomy import Aim, named_pages, outline_pages, page_numbers
from tirage.preflight.check import Fault, check
from tirage.preflight.subjects import File

_LOCAL = re.compile(r"(localhost|127\.|192\.168\.|10\.\d+\.|\[::1\])", re.IGNORECASE)
_SPACE = re.compile(r"[\s<>\"{}|\\^`]")


@check(
    "links.target",
    codes=("dead",),
    rationale="A link that leads nowhere costs a reader's trust.",
    source="ISO 32000-1, 12.3.2 (destinations) and 12.6.4.2 (go-to actions)",
    advice="Make the file anew; in a build, delete the cache folder .tirage first.",
)
def target(file: File) -> Iterator[Fault]:
    """Every link within the file leads to one of its pages."""
    named = named_pages(file.reader, page_numbers(file.reader))
    for label, found in zip(file.labels, file.prints, strict=False):
        for aim in found.aims:
            page = named.get(aim.name) if aim.name else aim.page
            if not aim.uri and page is None:
                told = f", to «{aim.name}»" if aim.name else ""
                yield Fault(
                    "dead",
                    f"A link on the page {label} leads nowhere{told}.",
                    label,
                    "Make the file anew; in a build, delete the cache folder .tirage first.",
                    _place(aim),
                )


@check(
    "links.address",
    codes=("form", "local"),
    rationale="An address that is broken by a space, or that leads to the writer's own computer, cannot be followed by "
    "anybody else.",
    source="RFC 3986 (addresses); RFC 6761 (localhost)",
    advice="Write whole addresses, as https://example.org/page, without spaces.",
)
def address(file: File) -> Iterator[Fault]:
    """Every address that is linked can be followed from anywhere."""
    for label, found in zip(file.labels, file.prints, strict=False):
        for aim in found.aims:
            if aim.uri and (code := _wrong(aim.uri)):
                why = "is no address" if code == "form" else "leads to the writer's own computer"
                yield Fault(
                    code,
                    f"The link to «{aim.uri}» {why}.",
                    label,
                    "Write the whole address, as https://example.org/page, without spaces.",
                    _place(aim),
                )


@check(
    "outline.target",
    codes=("dead", "nameless"),
    rationale="Readers of a long file move by its outline. An entry without a name, or one that leads nowhere, is a door "
    "painted on a wall.",
    source="ISO 32000-1, 12.3.3; WCAG technique PDF2",
    advice="Make the file anew; in a build, delete the cache folder .tirage first.",
)
def outline(file: File) -> Iterator[Fault]:
    """Every entry of the outline has a name and leads to a page of the file."""
    advice = "Make the file anew; in a build, delete the cache folder .tirage first."
    for title, page in outline_pages(file.reader, page_numbers(file.reader)):
        if page is None:
            yield Fault("dead", f"The entry «{title}» of the outline leads nowhere.", "", advice)
        if not title.strip():
            yield Fault("nameless", "An entry of the outline has no name.", "", advice)


def _wrong(uri: str) -> str:
    """What is wrong with an address: a code, or "" for nothing."""
    try:
        parts = urlsplit(uri)
        host = parts.hostname or ""
    except ValueError:
        return "form"
    if parts.scheme == "file" or _LOCAL.match(host):
        return "local"
    if not parts.scheme or _SPACE.search(uri):
        return "form"
    if parts.scheme in ("http", "https", "ftp") and "." not in host:
        return "form"
    return "form" if parts.scheme == "mailto" and "@" not in parts.path else ""


def _place(aim: Aim) -> tuple[float, float, float, float]:
    left, bottom, right, top = aim.box
    return left / 10, bottom / 10, right / 10, top / 10
