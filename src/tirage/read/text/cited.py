"""Citations as written → Citation, with every work found in the article's list."""

from __future__ import annotations

import re

from tirage.model.matter import Citation, Cited
from tirage.read.guess import guess
from tirage.read.text.citations import Work, parse_keyed, parse_numeric
from tirage.read.text.manuscript import Manuscript, Spot


def make_citation(content: str, at: int, spot: Spot, manuscript: Manuscript) -> Citation | None:
    """The citation whose brackets hold `content` and stand at `at`; None and a finding when it is none."""
    keyed = content.lstrip().startswith("@")
    works = parse_keyed(content) if keyed else parse_numeric(content)
    if works is None:
        manuscript.remarks.fail(
            "content.reference/malformed",
            f"The citation `[{content}]` cannot be understood.",
            "Write `[@key]`, `[@key, с. 12]` or `[@key1; @key2]`.",
            spot.at(at),
        )
        return None
    found = [_find(work, spot, at + 1 + work.at, manuscript) for work in works]
    cited = tuple(work for work in found if work)
    return Citation(cited) if len(cited) == len(works) else None


def _find(work: Work, spot: Spot, at: int, manuscript: Manuscript) -> Cited | None:
    if manuscript.references is None:  # the list is broken, which is told already
        return Cited(work.number, "", work.locator, work.through)
    if work.key:
        return _find_key(work, spot, at, manuscript)
    if work.through and work.through <= work.number:
        manuscript.remarks.fail(
            "content.reference/range",
            f"The citation runs from {work.number} to {work.through}.",
            "Write the smaller number first.",
            spot.at(at),
        )
        return None
    return _find_number(work, spot, at, manuscript)


def _find_key(work: Work, spot: Spot, at: int, manuscript: Manuscript) -> Cited | None:
    references = manuscript.references or ()
    numbers = {reference.key: i for i, reference in enumerate(references, 1)}
    if work.key in numbers:
        number = numbers[work.key]
        return Cited(number, references[number - 1].anchor, work.locator)
    unknown = "content.reference/unknown-key"
    near = "" if manuscript.remarks.is_full(unknown) else guess(work.key, numbers)
    advice = f"Did you mean `@{near}`?" if near else "Add it to the list, or correct the key."
    if re.match(r"(tbl|fig|eq|sec):", work.key):
        advice = f"Tables, figures and sections are mentioned without brackets: `@{work.key}`."
    message = f"There is no entry `{work.key}` in the list of references."
    manuscript.remarks.fail(unknown, message, advice, spot.at(at))
    return None


def _find_number(work: Work, spot: Spot, at: int, manuscript: Manuscript) -> Cited | None:
    references = manuscript.references or ()
    if not references:
        manuscript.unlisted.append(spot.at(at))
        return Cited(work.number, "", work.locator, work.through)
    last = max(work.number, work.through)
    if last <= len(references):
        anchor = references[work.number - 1].anchor
        return Cited(work.number, anchor, work.locator, work.through)
    manuscript.remarks.fail(
        "content.reference/unknown-number",
        f"There is no entry {last} in the list of references: it has {len(references)}.",
        "Correct the number. For brackets that are no citation write `\\[` instead of `[`.",
        spot.at(at),
    )
    return None
