"""One small issue, typeset and bound once for all tests that only look at it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bind.helpers import make_article, make_issue, paging_of, typeset
from tirage.bind.galleys import bind
from tirage.bind.job import Job
from tirage.model.issue import Section
from tirage.model.language import Localized
from tirage.model.press import Galley, Gathering

ROWS = "".join(f"<tr><td>Row {number}<td>{number}<td>2" for number in range(20))

TITLE_PAGE = '<h2>Board</h2><p>Editor <span lang="en">in chief</span></p>'

CONTENTS = """<h1>Contents</h1>
<div data-tag="TOC">
  <div data-tag="TOCI"><p lang="ru"><a href="tirage:two">Second article</a></p><div>14</div></div>
  <div data-tag="TOCI"><p><a href="tirage:one#method">Method of the first</a></p></div>
</div>"""

EDITORIAL = """<article><h1>Column</h1><p>Words of the editor, see <a href="tirage:one">one</a>
and <a href="tirage:contents">the contents</a>.</p></article>"""

ONE = f"""<article><h1>First article</h1>
<p>Opening<span class="note" data-tag="Note">The note <em>below</em>.</span> of the text, with a
<a href="#method">link <em>inside</em></a>, a <a href="tirage:two#plan">link to two</a>, a
<a href="tirage:contents">link to the contents</a> and <a href="https://example.org/">one outside</a>.</p>
<p>{"A long paragraph that runs over the end of its page. " * 12}</p>
<h2 id="method">Method</h2>
<ul><li>First item<ul><li>Nested item</ul><li>Second item</ul>
<figure><svg width="20" height="10"><title>A black field</title><rect width="20" height="10"/></svg>
<figcaption>The figure</figcaption></figure>
<div><table><caption>The table</caption><thead><tr><th scope="col">Name<th>One<th>Two</thead>
<tbody>{ROWS}</table></div>
<p style="opacity: .5">Pale words with <a href="#method">a link</a>.</p>
<div data-tag="Artifact">Ornament</div>
<h4>Conclusion</h4><p>The <em data-tag="Em">end</em>.</p></article>"""

TWO = """<article><h1>Second article</h1><p id="plan">Text, see <a href="tirage:one#method">the
method</a> and <a href="tirage:editorial">the column</a>.</p><h2>References</h2>
<ol><li data-tag="BibEntry">An entry</ol></article>"""


@dataclass(frozen=True)
class Bound:
    """An issue and all that it was bound from."""

    job: Job
    galleys: tuple[Galley, ...]

    def path(self, name: str) -> Path:
        """The file of a galley."""
        return next(galley.path for galley in self.galleys if galley.name == name)

    def gathering(self, piece: str) -> Gathering:
        return next(one for one in self.job.gatherings if one.piece == piece)


@pytest.fixture(scope="session")
def bound(tmp_path_factory: pytest.TempPathFactory) -> Bound:
    """The issue: cover, board, contents, a blank page, a column, two articles, imprint, back cover."""
    folder = tmp_path_factory.mktemp("gatherings")
    cover = typeset(folder, "<h1>Bulletin</h1><p>№ 1", piece="cover", kind="cover", style="none")
    board = typeset(folder, TITLE_PAGE, piece="board", kind="board", style="roman")
    contents = typeset(folder, CONTENTS, piece="contents", kind="contents", style="roman", first=2)
    blank = typeset(folder, "", piece="blank-1", kind="blank", style="roman", first=3)
    editorial = typeset(folder, EDITORIAL, piece="editorial", kind="editorial", first=5)
    one = typeset(folder, ONE, piece="one", first=6)
    two = typeset(folder, TWO, piece="two", language="ru", first=one.folios.last + 1)
    imprint = typeset(
        folder, "<p>Imprint", piece="imprint", kind="imprint", first=two.folios.last + 1
    )
    back = typeset(folder, "<p>Back", piece="back", kind="back", style="none")
    gatherings = (cover, board, contents, blank, editorial, one, two, imprint, back)
    issue = make_issue(
        Section(Localized(), (make_article("editorial", kind="editorial"),)),
        Section(
            Localized((("ru", "Раздел"), ("kk", "Бөлім"))),
            (make_article("one"), make_article("two", language="ru")),
        ),
    )
    dois = (("one", "10.5555/one"), ("two", "10.5555/two(2)"))
    job = Job(gatherings, issue, paging_of(*gatherings), dois)
    return Bound(job, bind(job, tmp_path_factory.mktemp("out")))
