"""Identifiers: one form, and check digits that catch a slip of the hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.helpers import tell
from tirage.read.identifiers import (
    clean,
    clean_doi,
    clean_email,
    clean_irsti,
    clean_isbn,
    clean_issn,
    clean_orcid,
    clean_ror,
    clean_udc,
)
from tirage.read.remarks import Remarks

DIGITS = st.integers(0, 9)


@pytest.mark.parametrize(
    ("written", "value", "code"),
    [
        ("10.5555/12345678", "10.5555/12345678", ""),
        ("https://doi.org/10.5555/ab.c", "10.5555/ab.c", ""),
        ("http://dx.doi.org/10.5555/x", "10.5555/x", ""),
        ("doi:10.5555/x", "10.5555/x", ""),
        ("DOI: 10.5555/x", "10.5555/x", ""),
        (
            "https://doi. org/10. 32523/26-16-6887/2020-131-2-12-20",
            "10.32523/26-16-6887/2020-131-2-12-20",
            "",
        ),
        ("10.5555", "", "malformed"),
        ("11.5555/x", "", "malformed"),
        ("10.5555/статья", "", "malformed"),
    ],
)
def test_doi(written: str, value: str, code: str) -> None:
    cleaned = clean_doi(written)
    assert (cleaned.value, cleaned.code) == (value, code)


@pytest.mark.parametrize("issn", ["1234-5679", "2616-6887", "2617-605X", "0378-5955"])
def test_sound_issns(issn: str) -> None:
    assert clean_issn(issn).code == ""


@given(st.sampled_from(["1234-5679", "2616-6887", "0378-5955"]), st.integers(0, 8), DIGITS)
def test_a_mistyped_digit_of_an_issn_is_caught(issn: str, place: int, digit: int) -> None:
    if issn[place] in ("-", str(digit)):
        return
    spoiled = issn[:place] + str(digit) + issn[place + 1 :]
    assert clean_issn(spoiled) == clean_issn(spoiled)._replace(value=spoiled, code="check-digit")


@pytest.mark.parametrize(
    "orcid", ["0000-0002-1825-0097", "0000-0002-1694-233X", "0000-0001-5109-3700"]
)
def test_sound_orcids(orcid: str) -> None:
    assert clean_orcid(orcid) == clean_orcid(f"https://orcid.org/{orcid}/")
    assert clean_orcid(orcid).value == orcid
    assert clean_orcid(orcid).code == ""


@given(st.integers(0, 18), DIGITS)
def test_a_mistyped_digit_of_an_orcid_is_caught(place: int, digit: int) -> None:
    orcid = "0000-0002-1825-0097"
    if orcid[place] in ("-", str(digit)):
        return
    assert clean_orcid(orcid[:place] + str(digit) + orcid[place + 1 :]).code == "check-digit"


@given(st.lists(DIGITS, min_size=12, max_size=12), st.integers(0, 12), st.integers(1, 9))
def test_a_mistyped_digit_of_an_isbn_is_caught(digits: list[int], place: int, slip: int) -> None:
    check = -sum(d * (3 if i % 2 else 1) for i, d in enumerate(digits)) % 10
    isbn = [*digits, check]
    assert clean_isbn("".join(map(str, isbn))).code == ""
    isbn[place] = (isbn[place] + slip) % 10
    assert clean_isbn("".join(map(str, isbn))).code == "check-digit"


@pytest.mark.parametrize(
    "isbn", ["978-0-306-40615-7", "0-306-40615-2", "5-02-013850-9", "0-8044-2957-Х"]
)
def test_sound_isbns_as_they_are_printed(isbn: str) -> None:
    assert clean_isbn(isbn) == (isbn, "", "", "")


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (clean_irsti, ("11.25.91", "11.25", "11.25.91, 11.25.40", "11.25.91;11.25.40"), ("11", "ГРНТИ 11.25", "11.25.9")),
        (clean_udc, ("327.7", "(574)", "94(574)\"19\"", "811.512.122'35", "004.9:655"), ("УДК 327", "", "?")),
        (clean_ror, ("https://ror.org/0242cts45",), ("ror.org/0242cts45", "https://ror.org/0242")),
        (clean_email, ("a@example.org", "құттық@мысал.қаз"), ("a@example", "a b@example.org", "нет")),
    ],
)  # fmt: skip
def test_other_forms(kind: object, good: tuple[str, ...], bad: tuple[str, ...]) -> None:
    assert callable(kind)
    assert [kind(text).code for text in good] == [""] * len(good)
    assert [kind(text).code for text in bad] == ["malformed"] * len(bad)


def test_findings_name_the_identifier() -> None:
    remarks = Remarks("f")
    assert clean("issn", "1234-5678", remarks, (3, 7)) == "1234-5678"
    assert tell(remarks.findings, "f") == ["WARN identifiers.issn/check-digit 3:7"]


def test_nothing_is_said_of_nothing() -> None:
    remarks = Remarks("f")
    assert clean("doi", "", remarks, (1, 1)) == ""
    assert remarks.findings == []
