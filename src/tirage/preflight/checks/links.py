"""The links of the pages. In come pages, out go identifiers that are printed but lead elsewhere or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from tirage.preflight.check import Fault, check
from tirage.preflight.sheets import Link, Run
from tirage.preflight.subjects import Pages

_END = "\x1f"
"""Put between runs of text, which may be two lines of one DOI."""

_HYPHEN = "\x02"
"""How pdfium reads a hyphen at the end of a line, be it the DOI's own or one that was put there."""

_JOINT = f"[{_END}{_HYPHEN}]*"

_PRINTED = re.compile(
    rf"(?:(?<=doi\.org/)|(?<![\w./]))10{_JOINT}\.{_JOINT}(?:\d{_JOINT}){{4,9}}/(?=[^\s]*\w)"
)
"""How a DOI begins: "10.", the number of its registrant, a stroke. Inside another address it is none."""

_ADDRESS = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/.+)", re.IGNORECASE | re.DOTALL)

_TRAILING = ".,;:!?)]}»”\"'"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of text with the links of its page."""

    folio: str
    run: Run
    links: tuple[Link, ...]

    def targets(self) -> tuple[str, ...]:
        """The DOIs to which links over the run lead."""
        over = (unquote(link.uri) for link in self.links if link.box.holds(self.run.box))
        return tuple(address[1] for uri in over if (address := _ADDRESS.fullmatch(uri)))


@check(
    "links.doi",
    codes=("unlinked", "other-target"),
    rationale="Readers follow DOIs by a click, and registries ask that a DOI be shown as a link. A DOI that leads to "
    "another one misleads both.",
    source="Crossref DOI display guidelines (2017); ISO 26324 for the form of a DOI",
    advice="Write DOIs as links of the form https://doi.org/…; compare what is printed with the address.",
)
def doi(pages: Pages) -> Iterator[Fault]:
    """Every DOI that is printed is a link to itself."""
    text, owners = "", list[_Piece]()
    for sheet in pages.sheets:
        for run in sheet.body:
            text += run.text + _END
            owners += [_Piece(sheet.folio, run, sheet.links)] * (len(run.text) + 1)
    for start in _PRINTED.finditer(text):
        yield from _faults(text, owners, start.start())


def _faults(text: str, owners: list[_Piece], start: int) -> Iterator[Fault]:
    folio, targets = owners[start].folio, owners[start].targets()
    printed = _printed(text, start)
    for target in targets:
        if end := _end(text, start, target):
            if any(target not in owner.targets() for owner in owners[start:end]):
                yield _unlinked(target, folio)
            return
    if targets:
        message = f"The DOI «{printed}» is a link to «{targets[0]}»."
        advice = "Write the same DOI in the text and in the address of its link."
        yield Fault("other-target", message, folio, advice)
    else:
        yield _unlinked(printed, folio)


def _printed(text: str, start: int) -> str:
    """The DOI as it is printed from `start`, to the end of the line."""
    word, end, _ = text[start:].partition(_END)
    parts = word.split(maxsplit=1)
    doi = parts[0].replace(_HYPHEN, "-").rstrip(_TRAILING)
    return f"{doi}…" if end and word.endswith(_HYPHEN) and len(parts) == 1 else doi


def _end(text: str, start: int, target: str) -> int:
    """Where the DOI `target`, printed from `start`, ends; 0 when something else is printed there."""
    signs = (f"[-{_HYPHEN}]" if sign == "-" else re.escape(sign) for sign in target)
    found = re.compile(_JOINT.join(signs), re.IGNORECASE).match(text, start)
    # A link to 10.1234/ab must not stand on 10.1234/abc.
    return (
        found.end() if found and not re.match(r"[\w/]", text[found.end() : found.end() + 1]) else 0
    )


def _unlinked(printed: str, folio: str) -> Fault:
    return Fault(
        "unlinked",
        f"The DOI «{printed}» is printed but cannot be followed: it is no link.",
        folio,
        f"Write it as a link, with its whole address: <https://doi.org/{printed}>.",
    )
