"""What a file says of itself. In comes a file, out goes what it does not say, or says in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from tirage.findings import Severity
from tirage.preflight.check import Fault, check
from tirage.preflight.described import Described
from tirage.preflight.objects import at, string
from tirage.preflight.subjects import File

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""The form of a language tag (RFC 5646), as far as it can be told without the registry."""

_ADVICE = "Write it in the program that made the file; tirage takes it from the issue's files."


@check(
    "metadata.title",
    codes=("none", "differ", "hidden"),
    rationale="Catalogues and search engines read the title from the file; readers' programs show it on the window and "
    "speak it first.",
    source="ISO 14289-1, 7.1; Matterhorn 06-003 and 07-001; WCAG 2.4.2",
    advice="Write the title where the file is made; tirage takes it from the issue's files.",
)
def title(file: File) -> Iterator[Fault]:
    """The file tells its title, in both places alike, and has it shown."""
    told = file.described
    if not told.title:
        yield Fault("none", "The file does not tell its title.", advice=_ADVICE)
    elif told.short_title and told.short_title != told.title:
        message = f"The file gives its title as «{told.title}» and as «{told.short_title}»."
        yield Fault("differ", message, advice=_ADVICE)
    if not at(at(file.reader.root_object, "/ViewerPreferences") or {}, "/DisplayDocTitle"):
        message = "Readers' programs will show the name of the file instead of its title."
        yield Fault(
            "hidden", message, advice="Set “display document title” where the file is made."
        )


@check(
    "metadata.language",
    codes=("none", "unknown"),
    rationale="A voice that reads Kazakh by English rules cannot be understood. Programs take the language from the file.",
    source="ISO 14289-1, 7.2; WCAG 3.1.1; RFC 5646 (language tags)",
    advice="Write the language as a tag: kk, ru, en.",
)
def language(file: File) -> Iterator[Fault]:
    """The file tells its language."""
    told = string(at(file.reader.root_object, "/Lang") or "")
    if not told:
        yield Fault("none", "The file does not tell its language.", advice=_ADVICE)
    elif not LANGUAGE.fullmatch(told):
        message = f"The file gives its language as «{told}», which no program knows."
        yield Fault("unknown", message, advice="Write the language as a tag: kk, ru, en.")


@check(
    "metadata.dates",
    codes=("none", "form", "differ", "order"),
    rationale="Archives sort files by these dates, and a file that gives two cannot be trusted in either.",
    source="ISO 32000-1, 7.9.4 (dates) and 14.3.3; ISO 19005-2, 6.6.2.3 (both places agree)",
    advice="Let one program write both dates, at the same time.",
    severity=Severity.WARN,
)
def dates(file: File) -> Iterator[Fault]:
    """The file tells when it was made, in both places alike."""
    told = file.described
    if not told.created and not told.short_created:
        yield Fault("none", "The file does not tell when it was made.", advice=_ADVICE)
    for moment in (told.short_created, told.short_modified):
        if moment and _moment(moment) is None:
            message = f"The file gives a date as «{moment}», which is none."
            yield Fault("form", message, advice="A date in a PDF is written D:20260331120000Z.")
    if _differ(told.created, told.short_created) or _differ(told.modified, told.short_modified):
        message = f"The file tells two dates for the same: {_pair(told)}."
        yield Fault("differ", message, advice="Let one program write both, at the same time.")
    made, changed = _moment(told.short_created), _moment(told.short_modified)
    if made and changed and changed < made:
        message = (
            f"The file was changed on {changed:%Y-%m-%d}, before it was made on {made:%Y-%m-%d}."
        )
        yield Fault("order", message, advice="Set the clock of the computer that makes the file.")


@check(
    "metadata.producer",
    codes=("none", "differ"),
    rationale="When something is wrong with a file, its maker and the version must be known to find out why.",
    source="ISO 32000-1, 14.3.3 (Producer); ISO 19005-2, 6.6.2.3",
    advice="Let one program write both names, at the same time.",
    severity=Severity.WARN,
)
def producer(file: File) -> Iterator[Fault]:
    """The file tells which program has made it, in which version."""
    told = file.described
    if not told.producer and not told.short_producer:
        yield Fault("none", "The file does not tell which program has made it.", advice=_ADVICE)
    elif told.producer and told.short_producer and told.producer != told.short_producer:
        message = f"The file names two programs that made it: «{told.producer}» and «{told.short_producer}»."
        yield Fault("differ", message, advice="Let one program write both, at the same time.")


def _differ(iso: str, short: str) -> bool:
    """Whether a date of XMP and one of the document information are different moments."""
    one, two = _moment(iso), _moment(short)
    return bool(one and two and abs((one - two).total_seconds()) >= 1)


def _pair(told: Described) -> str:
    if _differ(told.created, told.short_created):
        return f"made {told.created} and {told.short_created}"
    return f"changed {told.modified} and {told.short_modified}"


def _moment(text: str) -> datetime | None:
    """A date as PDF or XMP writes it; None when it is none. Without a zone it is taken as UTC."""
    digits = text.removeprefix("D:").replace("'", "")
    for form in (
        "%Y%m%d%H%M%S%z",
        "%Y%m%d%H%M%S",
        "%Y%m%d",
        "%Y-%m-%dT%H:%M:%S%z",
        "%Y-%m-%dT%H:%M:%S",
    ):
        try:
            moment = datetime.strptime(digits, form)
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
