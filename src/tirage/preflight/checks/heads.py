"""Running heads. In comes a proof, out go pages whose head is another than that of their fellows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.sheets import Sheet
from tirage.preflight.subjects import Proof

_ADVICE = "Let the layout's page.css write the same head on all pages of a piece but the first."
_FOLIO = re.compile(r"\d+|[ivxlcdm]+", re.IGNORECASE)


@check(
    "heads.agree",
    codes=("differ", "absent"),
    rationale="The running head tells what one is reading. A head left over from another article or issue misleads, and is "
    "copied into citations.",
    source="house rule; GOST R 7.0.4-2020 (running titles); ISO 8",
    advice="Let the layout's page.css write the same head on all pages of a piece but the first.",
    severity=Severity.WARN,
)
def agree(proof: Proof) -> Iterator[Fault]:
    """The running heads of an article are alike, and on every page but the first."""
    if proof.piece.kind != "article":
        return
    heads = [(sheet, _head(sheet)) for sheet in proof.sheets[1:] if not _is_turned(proof, sheet)]
    usual, times = Counter(head for _, head in heads).most_common(1)[0] if heads else ((), 0)
    for sheet, head in heads if usual and 2 * times > len(heads) else ():
        if not head:
            yield Fault("absent", "The page has no running head.", sheet.folio, _ADVICE)
        elif head != usual:
            told = " · ".join(head)
            message = f"The running head «{told}» is another than on the pages beside it."
            yield Fault("differ", message, sheet.folio, _ADVICE)


def _is_turned(proof: Proof, sheet: Sheet) -> bool:
    """Whether the page is of another shape than the first one: a sideways table, with heads of its own."""
    first = proof.sheets[0].frame
    return round(sheet.frame.width) != round(first.width)


def _head(sheet: Sheet) -> tuple[str, ...]:
    """The furniture in the upper half of the page, but for the folio, whichever side it stands on."""
    middle = (sheet.frame.bottom + sheet.frame.top) / 2
    runs = [run.text.strip() for run in sheet.furniture if run.box.bottom > middle]
    return tuple(sorted(text for text in runs if text and not _FOLIO.fullmatch(text)))
