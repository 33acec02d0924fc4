"""A DOI taken apart by the pattern that a journal makes its DOIs from."""

from __future__ import annotations

import re

_PART = re.compile(r"\\\{(\w+)\\\}")
_FORMS = {"issn": r"\d{4}-?\d{3}[\dXx]", "eissn": r"\d{4}-?\d{3}[\dXx]", "year": r"\d{4}"}


def parts(pattern: str, doi: str) -> dict[str, str] | None:
    """What stands in `doi` for each name in the braces of `pattern`; None when it is not made so.

    A name that comes twice is taken where it comes first.
    """
    match = _expression(pattern).fullmatch(doi)
    return match.groupdict() if match else None


def _expression(pattern: str) -> re.Pattern[str]:
    seen: set[str] = set()

    def part(match: re.Match[str]) -> str:
        form = _FORMS.get(match[1], r"[\w.]+?")
        if match[1] in seen:
            return form
        seen.add(match[1])
        return f"(?P<{match[1]}>{form})"

    return re.compile(_PART.sub(part, re.escape(pattern)), re.IGNORECASE)
