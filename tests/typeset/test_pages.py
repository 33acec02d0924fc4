from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tirage.findings import Finding, Place, Severity
from tirage.model.press import Anchor, OutlineEntry
from tirage.typeset.pages import Pages

text = st.text(st.characters(exclude_categories=["Cs"]))
count = st.integers(0, 999)
points = st.floats(allow_nan=False, allow_infinity=False)
pages = st.builds(
    Pages,
    count,
    st.tuples(st.builds(Anchor, text, count, points, points)),
    st.tuples(st.builds(OutlineEntry, count, text, count, points)),
    st.tuples(
        st.builds(
            Finding,
            st.sampled_from(Severity),
            text,
            text,
            text,
            st.builds(Place, text, count, count, text),
            text,
        )
    ),
)


@given(pages)
def test_what_is_kept_comes_back(pages: Pages) -> None:
    assert Pages.from_json(pages.to_json()) == pages


@given(pages)
def test_what_comes_back_has_its_types(pages: Pages) -> None:
    (finding,) = Pages.from_json(pages.to_json()).findings
    assert isinstance(finding.severity, Severity)
    assert isinstance(finding.place, Place)


@pytest.mark.parametrize("change", ["count", "anchors", "outline", "findings"])
def test_pages_with_something_missing_are_none(change: str) -> None:
    data = json.loads(Pages(1, (), (), ()).to_json())
    del data[change]
    with pytest.raises(KeyError):
        Pages.from_json(json.dumps(data))
