"""The index of authors on the page."""

from __future__ import annotations

from pathlib import Path

import pypdfium2

from tests.compose import samples
from tests.compose.test_pieces import pieces
from tests.typeset.helpers import FONTS
from tirage.model.issue import Contributor, PersonName, Section
from tirage.model.language import Localized
from tirage.preflight.proof import prove
from tirage.typeset.press import Press, gatherings

FAMILIES = ("Әріпов", "Кітапов", "Қаріпов", "Сынақов", "Үлгібаев")


def test_a_long_index_runs_over_pages_whole_and_in_order(tmp_path: Path) -> None:
    authors = tuple(
        Contributor(
            (
                PersonName("kk", f"Сынақ{number}", family),
                PersonName("en", f"Synaq{number}", "Sample"),
            )
        )
        for number in range(10, 40)
        for family in reversed(FAMILIES)
    )
    issue = samples.issue(
        journal=samples.journal(author_index=True),
        sections=(Section(Localized(), (samples.article(authors=authors),)),),
    )
    piece = pieces(issue)["author-index"]
    (gathering,) = gatherings([piece], Press(1, tmp_path, (FONTS,)))
    assert not gathering.findings
    assert not prove(piece, gathering.pdf.read_bytes())
    with pypdfium2.PdfDocument(gathering.pdf) as pdf:
        assert len(pdf) > 1
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    names = [f"{family} Сынақ{number} 5" for family in FAMILIES for number in range(10, 40)]
    found = [" ".join(text.split()).index(name) for name in names]
    assert found == sorted(found)
