"""Identifiers as people paste them → as registries hold them; what is wrong with one is a finding."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tirage.read.remarks import Position, Remarks

_DOI = re.compile(r"10\.\d{4,9}/[!-~]+")  # DOI Handbook 3.2; Crossref: printable ASCII only
_RESOLVER = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:", re.IGNORECASE)
_ORCID = re.compile(r"^(?:https?://)?(?:www\.)?orcid\.org/", re.IGNORECASE)
_ROR = re.compile(r"https://ror\.org/0[a-hj-km-np-tv-z0-9]{6}\d{2}")  # ROR identifier pattern
_IRSTI = re.compile(r"\d\d\.\d\d(?:\.\d\d)?(?:[,;] ?\d\d\.\d\d(?:\.\d\d)?)*")
_UDC = re.compile(r"[\d(\"=+][\w\s.,:;+/()\[\]\"'=*’-]*")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Cleaned(NamedTuple):
    """An identifier in its one form, and what was the matter."""

    value: str
    code: str = ""
    complaint: str = ""
    advice: str = ""


def clean_doi(text: str) -> Cleaned:
    """The DOI in `text` without resolver and spaces, which lint finds and fixes; "" when it is none."""
    joined = re.sub(r"\s+", "", text)
    bare = _RESOLVER.sub("", joined)
    if not _DOI.fullmatch(bare):
        return Cleaned(
            "",
            "malformed",
            f"`{text}` is not a DOI.",
            "Write it as `10.5555/12345678`: the prefix, a slash, Latin letters, digits and signs.",
        )
    return Cleaned(bare)


def clean_issn(text: str) -> Cleaned:
    """The ISSN in `text`, checked by ISO 3297's check digit."""
    if not re.fullmatch(r"\d{4}-\d{3}[\dX]", text):
        return Cleaned(
            text,
            "malformed",
            f"`{text}` is not an ISSN.",
            "Write four digits, a hyphen, three digits and a digit or X: `1234-5679`.",
        )
    digits = text.replace("-", "")
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(8, 1, -1), strict=False))
    wanted = "0123456789X"[-total % 11]
    if digits[-1] != wanted:
        return Cleaned(text, "check-digit", *_misread("ISSN", text))
    return Cleaned(text)


def clean_orcid(text: str) -> Cleaned:
    """The ORCID iD in `text` without resolver, checked by ISO 7064 MOD 11-2; "" when it is none."""
    bare = _ORCID.sub("", text).rstrip("/")
    if not re.fullmatch(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]", bare):
        return Cleaned(
            "",
            "malformed",
            f"`{text}` is not an ORCID iD.",
            "Write sixteen digits in groups of four: `0000-0002-1825-0097`.",
        )
    total = 0
    for digit in bare.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    wanted = "0123456789X"[(12 - total % 11) % 11]
    if bare[-1] != wanted:
        return Cleaned(bare, "check-digit", *_misread("ORCID iD", text))
    return Cleaned(bare)


def clean_isbn(text: str) -> Cleaned:
    """The ISBN in `text`, checked by ISO 2108's check digit."""
    digits = re.sub(r"[\s‐‑–-]", "", text)
    if re.fullmatch(r"\d{13}", digits):
        sound = sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10 == 0
    elif re.fullmatch(r"\d{9}[\dXХx]", digits):
        values = [10 if d in "XХx" else int(d) for d in digits]
        sound = sum(value * (10 - i) for i, value in enumerate(values)) % 11 == 0
    else:
        advice = "Compare it with the book: an ISBN has 13 digits, or 10 before 2007."
        return Cleaned(text, "malformed", f"`{text}` is not an ISBN.", advice)
    return Cleaned(text) if sound else Cleaned(text, "check-digit", *_misread("ISBN", text))


def clean_irsti(text: str) -> Cleaned:
    """The IRSTI codes (ҒТАМР, МРНТИ) in `text`."""
    if _IRSTI.fullmatch(text):
        return Cleaned(text)
    advice = "Write pairs of digits with dots, several with commas: `11.25.91, 11.25.40`."
    return Cleaned(text, "malformed", f"`{text}` is not an IRSTI code.", advice)


def clean_udc(text: str) -> Cleaned:
    """The UDC number in `text`."""
    if _UDC.fullmatch(text):
        return Cleaned(text)
    return Cleaned(
        text, "malformed", f"`{text}` is not a UDC number.", 'Write the number alone: `"327.7"`.'
    )


def clean_ror(text: str) -> Cleaned:
    """The ROR identifier of an organisation in `text`."""
    if _ROR.fullmatch(text):
        return Cleaned(text)
    advice = "Copy the address from ror.org: `https://ror.org/0242cts45`."
    return Cleaned(text, "malformed", f"`{text}` is not a ROR identifier.", advice)


def clean_email(text: str) -> Cleaned:
    """The e-mail address in `text`."""
    if _EMAIL.fullmatch(text):
        return Cleaned(text)
    advice = "Write one address: `name@example.org`."
    return Cleaned(text, "malformed", f"`{text}` is not an e-mail address.", advice)


def _misread(what: str, text: str) -> tuple[str, str]:
    return (
        f"The {what} `{text}` is wrong: its last digit does not agree with the others.",
        "A digit is mistyped, or two are exchanged; compare it with the source.",
    )


_CLEANERS: dict[str, Callable[[str], Cleaned]] = {
    "doi": clean_doi,
    "issn": clean_issn,
    "orcid": clean_orcid,
    "isbn": clean_isbn,
    "irsti": clean_irsti,
    "udc": clean_udc,
    "ror": clean_ror,
    "email": clean_email,
}


def clean(kind: str, text: str, remarks: Remarks, at: Position) -> str:
    """`text` as an identifier of `kind` ("doi", "issn", …); what is wrong becomes a finding at `at`."""
    if not text:
        return ""
    cleaned = _CLEANERS[kind](text)
    if cleaned.code:
        remarks.warn(f"identifiers.{kind}/{cleaned.code}", cleaned.complaint, cleaned.advice, at)
    return cleaned.value
