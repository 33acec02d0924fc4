"""Every way in which pages and galleys can be wrong, one at a time. The name of a case is the finding that it must yield.

`test_catalogue.py` makes each case and fails where a check has a code that no case is for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from pikepdf import Array, Dictionary, Encryption, Name, Page, Pdf, String

from tests.preflight.press import Press
from tirage.findings import Finding
from tirage.model.language import Localized
from tirage.model.press import Folios, Leaf

Case = Callable[[Press], tuple[Finding, ...]]

CASES: dict[str, Case] = {}


def yields(finding: str) -> Callable[[Case], Case]:
    """Register a case under the id of the one finding that it yields."""

    def register(case: Case) -> Case:
        assert finding not in CASES
        CASES[finding] = case
        return case

    return register


# --- pages ---------------------------------------------------------------------------------------------------------


@yields("file.readable/damaged")
def _truncated(press: Press) -> tuple[Finding, ...]:
    return Press({"short": press.pdfs["short"][:3000]}, press.folder).prove("short")


@yields("file.readable/locked")
def _encrypted(press: Press) -> tuple[Finding, ...]:
    file = BytesIO()
    with Pdf.open(BytesIO(press.pdfs["short"])) as pdf:
        pdf.save(file, encryption=Encryption(owner="owner", user="user"))
    return Press({"short": file.getvalue()}, press.folder).prove("short")


@yields("text.complete/lost")
def _hidden_word(press: Press) -> tuple[Finding, ...]:
    return press.prove("lost-words")


@yields("notes.place/moved")
def _moved_note(press: Press) -> tuple[Finding, ...]:
    return press.prove("moved-note")


@yields("fonts.glyphs/missing")
def _foreign_sign(press: Press) -> tuple[Finding, ...]:
    return press.prove("no-glyph")


@yields("fonts.glyphs/unmapped")
def _nameless_glyphs(press: Press) -> tuple[Finding, ...]:
    return press.prove("cover", lambda pdf: _rewrite_letters(pdf, "О", ""))


@yields("fonts.glyphs/replacement")
def _replacement_sign(press: Press) -> tuple[Finding, ...]:
    return press.prove("cover", lambda pdf: _rewrite_letters(pdf, "О", "\ufffd"))


@yields("fonts.embedded/not-embedded")
def _font_left_out(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        del pdf.pages[0].Resources.Font[_font(pdf)].DescendantFonts[0].FontDescriptor.FontFile2

    return press.prove("cover", spoil)


@yields("fonts.embedded/no-unicode")
def _font_without_letters(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        del pdf.pages[0].Resources.Font[_font(pdf)].ToUnicode

    return press.prove("cover", spoil)


@yields("folios.printed/missing")
def _no_folio(press: Press) -> tuple[Finding, ...]:
    return press.prove("no-folio")


@yields("folios.printed/wrong")
def _other_folio(press: Press) -> tuple[Finding, ...]:
    return press.prove("other-folio")


@yields("links.doi/unlinked")
def _plain_doi(press: Press) -> tuple[Finding, ...]:
    return press.prove("plain-doi")


@yields("links.doi/other-target")
def _other_doi(press: Press) -> tuple[Finding, ...]:
    return press.prove("other-doi")


def _font(pdf: Pdf) -> str:
    """The name of the font that sets the paragraph."""
    chosen = re.findall(rb"(/\w+) [\d.]+ Tf", pdf.pages[0].Contents.read_bytes())
    return str(chosen[1].decode())


def _rewrite_letters(pdf: Pdf, letter: str, other: str) -> None:
    """Let the glyph of `letter` say that it is `other`; nothing at all when that is empty."""
    unicode = pdf.pages[0].Resources.Font[_font(pdf)].ToUnicode
    line = re.compile(rb"(<\w+> )<%s>\n" % letter.encode("utf-16-be").hex().encode())
    text = rb"\1<%s>\n" % other.encode("utf-16-be").hex().encode() if other else b""
    cmap, times = line.subn(text, unicode.read_bytes())
    assert times == 1
    unicode.write(cmap)


# --- galleys -------------------------------------------------------------------------------------------------------


def galley(finding: str, name: str = "issue") -> Callable[[Callable[[Pdf], None]], Case]:
    """A case of something done to the galley `name` after it was bound."""

    def make(spoil: Callable[[Pdf], None]) -> Case:
        return yields(finding)(lambda press: press.desk().spoil(name, spoil).report().findings)

    return make


@galley("galley.pages/count", "two")
def _page_more(pdf: Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


@yields("galley.pages/left-out")
def _page_less(press: Press) -> tuple[Finding, ...]:
    desk = press.desk()
    bound = desk.galley("one")
    desk.spoil("one", lambda pdf: pdf.pages.__delitem__(-1))
    desk = desk.with_galley(replace(bound, leaves=bound.leaves[:-1]))
    return tuple(finding for finding in desk.report().findings if finding.check != "galley.links")


@galley("galley.pages/content", "two")
def _drawn_over(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes() + b"\n/Artifact BMC 0 0 100 100 re f EMC")


@galley("galley.pages/size", "two")
def _cropped(pdf: Pdf) -> None:
    pdf.pages[0].TrimBox = Array([0, 0, 200, 200])


@galley("galley.labels/none")
def _no_labels(pdf: Pdf) -> None:
    del pdf.Root.PageLabels


@galley("galley.labels/differ")
def _shifted_labels(pdf: Pdf) -> None:
    pdf.Root.PageLabels.Nums[-3].P = String("64")


@galley("links.target/dead")
def _unnamed_place(pdf: Pdf) -> None:
    _link(pdf.pages[1]).Dest = String("three")


@galley("galley.links/unbound")
def _unbound_link(pdf: Pdf) -> None:
    link = _link(pdf.pages[1])
    del link["/Dest"]
    link.A = Dictionary(S=Name.URI, URI=String("tirage:one"))


@galley("galley.links/other-page")
def _link_to_other(pdf: Pdf) -> None:
    _link(pdf.pages[1]).Dest = String("two")


@galley("galley.outline/none")
def _no_outline(pdf: Pdf) -> None:
    del pdf.Root.Outlines


@galley("galley.outline/left-out")
def _short_outline(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        del outline.root[-2]


@galley("outline.target/dead")
def _dead_entry(pdf: Pdf) -> None:
    entry = pdf.Root.Outlines.First
    del entry.Dest


@galley("metadata.title/none")
def _no_title(pdf: Pdf) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["dc:title"]


@galley("galley.metadata/other-title")
def _other_title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = String("Untitled")
    with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "Untitled"


@galley("metadata.title/hidden")
def _hidden_title(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


@galley("metadata.language/none")
def _no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


@galley("tags.tree/untagged")
def _no_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


@galley("tags.tree/unmarked")
def _not_marked(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


@galley("tags.tree/roots")
def _two_roots(pdf: Pdf) -> None:
    root = pdf.Root.StructTreeRoot
    other = pdf.make_indirect(Dictionary(S=Name.Document, K=Array()))
    root.K = Array([root.K, other])


@galley("tags.tree/unhooked")
def _unhooked_page(pdf: Pdf) -> None:
    del pdf.pages[-2].obj["/StructParents"]


def _link(page: Page) -> Dictionary:
    """The first link of a page."""
    link = page.obj.Annots[0]
    assert isinstance(link, Dictionary)
    return link


# --- contents ------------------------------------------------------------------------------------------------------


@yields("contents.folios/no-entry")
def _untold_article(press: Press) -> tuple[Finding, ...]:
    return _with_title(press, Localized((("ru", "Третья"),)))


@yields("contents.folios/other-folio")
def _stale_folio(press: Press) -> tuple[Finding, ...]:
    desk = press.desk()
    two = desk.gathering("two")
    # The contents were made before the article moved.
    moved = replace(two, folios=Folios(64, 64))
    desk = desk.with_gathering(moved)
    for name in ("issue", "two"):
        bound = desk.galley(name)
        leaves = tuple(
            Leaf("two", 0, "64") if leaf.piece == "two" else leaf for leaf in bound.leaves
        )
        desk = desk.spoil(name, _relabel).with_galley(replace(bound, leaves=leaves))
    found = desk.report().findings
    return tuple(one for one in found if one.check != "galley.folios")


@yields("contents.doi/other-pages")
def _doi_of_other_pages(press: Press) -> tuple[Finding, ...]:
    desk = press.desk()
    section = desk.issue.sections[0]
    article = replace(section.articles[1], doi="10.5555/2026-11-12")
    section = replace(section, articles=(section.articles[0], article))
    journal = replace(desk.issue.journal, doi_pattern="10.5555/{year}-{first_page}-{last_page}")
    issue = replace(desk.issue, sections=(section,), journal=journal)
    found = replace(desk, issue=issue).report().findings
    return tuple(one for one in found if one.check != "galley.metadata")


@yields("contents.links/unlinked")
def _unlinked_entry(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        del pdf.pages[0].obj.Annots[0]

    return _with_contents(press, spoil)


@yields("contents.links/other-article")
def _crossed_entries(press: Press) -> tuple[Finding, ...]:
    def spoil(pdf: Pdf) -> None:
        links = pdf.pages[0].obj.Annots
        links[0].Rect, links[1].Rect = links[1].Rect, links[0].Rect

    return _with_contents(press, spoil)


def _relabel(pdf: Pdf) -> None:
    numbers = pdf.Root.PageLabels.Nums
    (label,) = (one for one in list(numbers)[1::2] if str(one.P) == "63")
    label.P = String("64")


def _with_contents(press: Press, spoil: Callable[[Pdf], None]) -> tuple[Finding, ...]:
    """The findings when the contents were printed so."""
    from tests.preflight.press import spoiled  # noqa: PLC0415

    return (
        Press({**press.pdfs, "contents": spoiled(press.pdfs["contents"], spoil)}, press.folder)
        .desk()
        .report()
        .findings
    )


def _with_title(press: Press, title: Localized) -> tuple[Finding, ...]:
    """The findings when the second article is called otherwise than in the contents."""
    desk = press.desk()
    section = desk.issue.sections[0]
    articles = (section.articles[0], replace(section.articles[1], title=title))
    issue = replace(desk.issue, sections=(replace(section, articles=articles),))
    return replace(desk, issue=issue).report().findings
