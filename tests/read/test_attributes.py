"""Attributes in braces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.helpers import tell
from tirage.read.remarks import Remarks
from tirage.read.text.attributes import (
    Attributes,
    check_keys,
    parse_attributes,
    read_count,
    split_trailing,
)

KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
VALUES = st.text(alphabet="абв xyz{}=#.%'", max_size=12)


@given(
    st.from_regex(r"([a-z]{2,3}:[a-z0-9-]{1,8})?", fullmatch=True),
    st.dictionaries(KEYS, VALUES, max_size=4),
)
def test_what_was_written_is_read_again(name: str, values: dict[str, str]) -> None:
    parts = [f"#{name}"] if name else []
    parts += [f'{key}="{value}"' for key, value in values.items()]
    text = "{" + " ".join(parts) + "}"
    attributes = parse_attributes(text + " rest", 0)
    assert attributes == Attributes(name, (), tuple(values.items()), len(text))


@pytest.mark.parametrize(
    "text",
    [
        '{alt="x}',
        "{alt=«x»y}z",
        "{#}",
        "{=x}",
        "{a b}",
        '{a="b"c="d"}',
        "{#a",
        "{a=}",
        '{alt="x" y}',
    ],
)
def test_malformed(text: str) -> None:
    attributes = parse_attributes(text, 0)
    assert attributes is None or attributes.end < len(text)


def test_bare_values_may_hold_a_per_cent_sign() -> None:
    attributes = parse_attributes("{width=80% .sc}", 0)
    assert attributes is not None
    assert attributes.get("width") == "80%"
    assert attributes.get("height") == ""
    assert attributes.styles == ("sc",)


@pytest.mark.parametrize(
    ("text", "rest", "name"),
    [
        ("Caption {#tbl:a}", "Caption", "tbl:a"),
        ("Caption $x_{1}$ {#tbl:a}  ", "Caption $x_{1}$", "tbl:a"),
        ('{a} {#tbl:a source="{x}"}', "{a}", "tbl:a"),
        ("The set {a, b}", "The set {a, b}", ""),
        ("Escaped \\{#a}", "Escaped \\{#a}", ""),
        ("Early {#tbl:a} text", "Early {#tbl:a} text", ""),
        ("", "", ""),
    ],
)
def test_trailing(text: str, rest: str, name: str) -> None:
    trailed = split_trailing(text)
    assert (trailed.text, trailed.attributes.name) == (rest, name)


def test_known_keys() -> None:
    remarks = Remarks("f")
    attributes = Attributes(values=(("souce", "x"), ("source", "x"), ("source", "y")))
    check_keys(attributes, ("source",), "A table", remarks, (2, 3))
    assert tell(remarks.findings, "f") == [
        "FAIL content.attributes/unknown 2:3",
        "FAIL content.attributes/twice 2:3",
    ]
    assert remarks.findings[0].advice == "Did you mean `source`?"


@pytest.mark.parametrize(("written", "count"), [("", 1), ("0", 0), ("12", 12)])
def test_counts(written: str, count: int) -> None:
    remarks = Remarks("f")
    assert read_count(Attributes(values=(("n", written),)), "n", 1, remarks, (1, 1)) == count
    assert remarks.findings == []


@pytest.mark.parametrize("written", ["-1", "two", "1.5", "999999", "²"])
def test_counts_that_are_none(written: str) -> None:
    remarks = Remarks("f")
    assert read_count(Attributes(values=(("n", written),)), "n", 1, remarks, (1, 1)) == 1
    assert tell(remarks.findings, "f") == ["FAIL content.attributes/wrong-value 1:1"]
