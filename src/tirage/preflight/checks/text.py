"""The words of the pages. In comes a proof, out goes what the pages have lost."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from tirage.findings import counted
from tirage.model.press import Flow
from tirage.preflight.check import Fault, check
from tirage.preflight.letters import Letters, Strand
from tirage.preflight.subjects import Proof
from tirage.preflight.thread import Loss, thread

SHOWN = 5
"""Losses of a flow that are told one by one."""

AROUND = 4
"""Words told before a loss, at the beginning and the end of what is lost, and after it."""


@check(
    "text.complete",
    codes=("lost",),
    rationale="Typesetting engines have lost content silently at page breaks. Every word of the content must be found "
    "again, in order, in the text of the pages.",
    source="house rule: nothing is lost; WeasyPrint issues #2469 and #2595",
    advice="Look at the page that the finding names: a table, note or column may hide the words. Where the layout leaves a field out, print it or take it out of the content.",
)
def complete(proof: Proof) -> Iterator[Fault]:
    """Every word of the content is in the pages, in its order."""
    furniture = Letters.of(
        (number, (run.text for run in sheet.furniture)) for number, sheet in enumerate(proof.sheets)
    )
    body = _body(proof) or furniture  # pages without tags are still read
    # The longest first: a short text must not be found inside a longer one that holds the same words.
    for flow in sorted(proof.piece.flows, key=lambda flow: -sum(map(len, flow.words))):
        strand = Strand.of(flow)
        threading = thread(body, strand)
        if threading.losses and not thread(furniture, strand).losses:
            continue  # a running title
        for number, loss in enumerate(threading.losses):
            if number == SHOWN:
                yield _more(flow, len(threading.losses) - SHOWN)
                break
            yield _fault(flow, strand, loss, _folio(proof, body, loss))
        body = body.without(threading.spans)


def _body(proof: Proof) -> Letters:
    """The text in its reading order, which may return to an earlier page."""
    runs = [
        (run.place, number, run.text)
        for number, sheet in enumerate(proof.sheets)
        for run in sheet.body
    ]
    runs.sort(key=itemgetter(0))
    pages = groupby(runs, key=itemgetter(1))
    return Letters.of((number, (text for _, _, text in group)) for number, group in pages)


def _folio(proof: Proof, body: Letters, loss: Loss) -> str:
    """The folio of the page on which lost words should stand."""
    if not body.pages:
        return proof.sheets[0].folio
    return proof.sheets[body.pages[min(loss.at, len(body) - 1)]].folio


def _fault(flow: Flow, strand: Strand, loss: Loss, folio: str) -> Fault:
    first, last = strand.words[loss.first], strand.words[loss.last]
    words = " ".join(_shortened(flow.words[first : last + 1]))
    if loss.first == 0 and loss.last == len(strand.starts) - 1:
        message = f"Nothing of {flow.name} is in the pages: «{words}»."
        folio = ""
    else:
        before = " ".join(("…", *flow.words[max(0, first - AROUND) : first])) if first else ""
        after = " ".join((*flow.words[last + 1 : last + 1 + AROUND], "…"))
        where = f" after «{before}»" if before else ""
        where += f" before «{after}»" if last + 1 < len(flow.words) else " at its end"
        message = f"Words of {flow.name} are lost{where}: «{words}»."
    return Fault(
        "lost",
        message,
        folio,
        "Look at this place in the pages. A table, picture or note that is larger than a page is the usual cause: "
        "make it smaller or split it.",
    )


def _shortened(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) <= 3 * AROUND:
        return words
    return (*words[:AROUND], f"… {len(words) - 2 * AROUND} words …", *words[-AROUND:])


def _more(flow: Flow, count: int) -> Fault:
    places = counted(count, "place more", "places more")
    return Fault("lost", f"Words of {flow.name} are lost at {places}, or at even more of them.")
