"""DOIs and their links, however lines break them."""

from __future__ import annotations

import pytest

from tests.preflight.press import Press
from tests.preflight.sketch import codes, proof, sheet
from tirage.preflight.checks.links import doi

ADDRESS = "https://doi.org/"


@pytest.mark.parametrize(
    "text",
    [
        "10.1002/spe.438",
        "https://doi.org/10.1002/spe.438",
        "DOI: 10.1002/spe.438.",
        "(см. doi:10.1002/SPE.438), и далее",
        "«10.1002/spe.438».",
    ],
)
def test_a_linked_doi_is_right_however_it_is_written(text: str) -> None:
    assert codes(doi, proof(sheet(text, links=((0, ADDRESS + "10.1002/spe.438"),)))) == []


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("10.1016/S0140-6736(20)30183-5", "10.1016/S0140-6736(20)30183-5"),
        ("10.1016/S0140-6736(20)30183-5", "10.1016/S0140-6736%2820%2930183-5"),
        ("10.1000/a<b>c", "10.1000/a%3Cb%3Ec"),
    ],
)
def test_signs_of_addresses(printed: str, target: str) -> None:
    assert codes(doi, proof(sheet(f"DOI {printed}.", links=((0, ADDRESS + target),)))) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://doi.org/", "10.1002/spe-4.38"),
        ("https://doi.org/10.10", "02/spe-4.38"),
        ("10.1002/spe\x02", "4.38"),
        ("10.1002/s\x02", "pe-4.38"),
        ("10.1002/spe-4.", "38"),
    ],
)
def test_a_doi_may_be_broken_at_the_end_of_a_line(first: str, second: str) -> None:
    links = ((0, ADDRESS + "10.1002/spe-4.38"), (1, ADDRESS + "10.1002/spe-4.38"))
    assert codes(doi, proof(sheet(first, second, ". Дальше", links=links))) == []
    assert codes(doi, proof(sheet(first, second, links=links[:0]))) == ["unlinked"]


def test_both_lines_must_be_linked() -> None:
    links = ((0, ADDRESS + "10.1002/spe-4.38"),)
    assert codes(doi, proof(sheet("10.1002/spe\x02", "4.38", links=links))) == ["unlinked"]


def test_a_doi_may_be_broken_at_the_end_of_a_page() -> None:
    link = ((0, ADDRESS + "10.1002/spe-4.38"),)
    pages = (sheet("10.1002/spe\x02", links=link), sheet("4.38", folio="6", links=link))
    assert codes(doi, proof(*pages)) == []


@pytest.mark.parametrize(
    ("printed", "target"),
    [
        ("10.1002/spe.4381", "10.1002/spe.438"),
        ("10.1002/spe.43", "10.1002/spe.438"),
        ("10.1002/spe.438", "10.1003/spe.438"),
    ],
)
def test_a_link_must_lead_to_what_is_printed(printed: str, target: str) -> None:
    assert codes(doi, proof(sheet(printed, links=((0, ADDRESS + target),)))) == ["other-target"]


@pytest.mark.parametrize(
    "text",
    [
        "https://link.springer.com/article/10.1007/s00799",
        "в 10.2020/15 раз больше"[:9],
        "1.10.1002/spe",
        "10.5555/…",
        "от 10.12 до 10.1234",
    ],
)
def test_what_is_no_doi_needs_no_link(text: str) -> None:
    assert codes(doi, proof(sheet(text))) == []


def test_a_link_elsewhere_does_not_count() -> None:
    assert codes(
        doi, proof(sheet("10.1002/spe", links=((0, "https://example.org/10.1002/spe"),)))
    ) == ["unlinked"]


def test_the_finding_names_doi_and_page() -> None:
    (found,) = doi.findings(proof(sheet("см. 10.1002/spe.438, там", folio="58")), "short")
    assert "«10.1002/spe.438»" in found.message
    assert str(found.place) == "short, p. 58"


def test_a_broken_and_linked_doi_on_real_pages(press: Press) -> None:
    assert press.prove("one") == ()
