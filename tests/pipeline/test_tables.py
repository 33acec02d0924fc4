"""An article with a turned table, notes under a table and formulas, from its file to the bound offprint."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.pipeline.conftest import Desk, make_desk

TABLES = """\
Water is $\\ce{H2O}$, and $x^2 = 4$. See @tbl:turned and @tbl:noted.

| Town | Share, %% |
|---|---|
| Astana^a^ | 7.1 |
| Almaty | 12.65^*^ |

: Towns {#tbl:noted}
:: Rounded.
:a: The capital.
:*: Estimated.

%s

| Measure | 2024 | 2025 |
|---|---|---|
| First | 1.5 | 22.75 |
| Second | 3 | 4.25 |

: A turned table {#tbl:turned sideways=true}

%s
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The article, built once."""
    desk = make_desk(tmp_path_factory.mktemp("journal"))
    before, after = (
        " ".join(f"{name}{n}" for n in range(count)) + "."
        for name, count in (("before", 300), ("after", 700))
    )
    desk.write("second", TABLES % (before, after))
    desk.build("--only", "second")
    return desk


def offprint(desk: Desk) -> Path:
    (path,) = (desk.out / "offprints").glob("second*.pdf")
    return path


def test_it_is_whole_and_in_order(desk: Desk) -> None:
    assert "text.complete/lost" not in desk.codes()
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(offprint(desk))]
    (turned,) = [n for n, page in enumerate(pages) if "22.75" in page]
    assert not re.search(r"before\d|after\d", pages[turned])
    assert re.search(r"after\d", pages[turned - 1]), "the text fills the page before the table"
    assert re.search(r"after\d", pages[turned + 1])


def test_what_it_tells_someone_who_listens(desk: Desk) -> None:
    with pikepdf.open(offprint(desk)) as pdf:
        elements = [
            element
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/StructElem"
        ]
        said = {str(element.Alt) for element in elements if "/Alt" in element}
        kinds = [str(element.S) for element in elements]
    assert {"H 2 O", "x squared equals 4"} <= said
    assert kinds.count("/Table") == 3
    assert kinds.count("/THead") == 3
    assert kinds.count("/Note") == 3, "the footnote and two notes with marks"
