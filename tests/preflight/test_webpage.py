"""The report as a page: what a reader sees, what a hostile message cannot do."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.preflight.press import Press
from tirage.errors import TypesetError
from tirage.findings import Finding, Place, Report, Severity
from tirage.preflight.excerpts import Excerpts
from tirage.preflight.pictures import Picture, Pictures
from tirage.preflight.webpage import to_html, write_page

NONE = Pictures((), 0)
HERE = Path()
VOID = {"meta", "input", "img", "br"}
HOSTILE = "</p></li><script>alert(1)</script><img src=x onerror='alert(1)'>\" $title ${page} &amp;"

REPORT = Report(
    "draft",
    (
        Finding(Severity.INFO, "folios.moved", "moved", "The pages moved.", Place("pages.yaml")),
        Finding(Severity.WARN, "facts.missing", "title", "There is no title.", Place("one/article.md", 3, 7), "Write `title: …`."),
        Finding(Severity.FAIL, "text.complete", "lost", "Words are lost.", Place("one", page="57"), "Look at it."),
        Finding(Severity.WARN, "facts.missing", "udc", "There is no UDC.", Place("one/article.md")),
        Finding(Severity.WARN, "engine.log", "warning", "The engine complains."),
    ),
    ("issue.pdf", "one.pdf"),
    (("facts.missing/title", "A draft may have holes."),),
)  # fmt: skip


@dataclass
class Element:
    """An element of a page that was read."""

    tag: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str, kind: str = "") -> list[Element]:
        """Elements below of that tag and class."""
        found = [self] if self.tag == tag and kind in ("", *self.classes) else []
        return found + [one for child in self.children for one in child.all(tag, kind)]

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


class Reader(HTMLParser):
    """Reads a page, strictly: everything that is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Element("page", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.texts.append(data)


def read(html: str) -> Element:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def page(report: Report) -> Element:
    return read(to_html(report, "Вестник", NONE, HERE))


def one(message: str, place: Place) -> Report:
    return Report("draft", (Finding(Severity.WARN, "a.b", "c", message, place, message),), ())


def test_findings_stand_under_their_file_gravest_first() -> None:
    sections = page(REPORT).all("section")
    assert [section.all("h2")[0].text for section in sections] == [
        "one 1", "one/article.md 2", "The issue 1", "pages.yaml 1",
    ]  # fmt: skip
    assert [found.attributes["data-severity"] for found in page(REPORT).all("li", "finding")] == [
        "fail", "warn", "warn", "warn", "info",
    ]  # fmt: skip


def test_a_finding_says_place_sentence_advice_reason_and_name() -> None:
    finding = page(REPORT).all("li", "finding")[2]
    for text in (
        "Warning one/article.md:3:7",
        "There is no title.",
        "Write title: … .",
        "A draft may have holes.",
    ):
        assert text in finding.text
    assert [code.text for code in finding.all("code")] == [
        "title: …",
        "facts.missing/title",
        "tirage checks facts.missing",
    ]


def test_only_checks_that_the_command_knows_are_referred_to_it() -> None:
    told = page(REPORT).all("li", "finding")
    assert [found.attributes["data-check"] for found in told if "tirage checks" in found.text] == [
        "text.complete", "facts.missing", "facts.missing", "folios.moved",
    ]  # fmt: skip


def test_the_page_sums_up() -> None:
    whole = page(REPORT)
    assert REPORT.summary in whole.all("p", "summary")[0].text
    assert [row.text for row in whole.all("ul", "counts")[0].all("li")] == [
        "1 failure", "3 warnings", "1 note",
    ]  # fmt: skip
    assert "refused" in whole.all("header")[0].classes


def test_nothing_found_is_said() -> None:
    whole = page(Report("publish", (), ("issue.pdf",)))
    assert "Nothing was found." in whole.all("main")[0].text
    assert "allowed" in whole.all("header")[0].classes
    assert not whole.all("section")


def test_filters_offer_what_is_there() -> None:
    form = page(REPORT).all("form")[0]
    *boxes, words = form.all("input")
    assert words.attributes["type"] == "search"
    assert [box.attributes["value"] for box in boxes] == ["fail", "warn", "info"]
    assert all("checked" in box.attributes for box in boxes)
    pieces, checks = form.all("select")
    assert [option.text for option in pieces.all("option")] == [
        "All", "one (3)", "The issue (1)", "pages.yaml (1)",
    ]  # fmt: skip
    assert [option.text for option in checks.all("option")] == [
        "All", "engine.log (1)", "facts.missing (2)", "folios.moved (1)", "text.complete (1)",
    ]  # fmt: skip
    names = {found.attributes["data-piece"] for found in page(REPORT).all("li", "finding")}
    assert names == {option.attributes["value"] for option in pieces.all("option")} - {""}


@pytest.mark.parametrize(
    ("file", "piece"),
    [
        ("2026-1/one/article.md", "one"),
        ("2026-1/one/figures/map.svg", "one"),
        ("2026-1/editorial.md", "editorial"),
        ("editorial", "editorial"),
        ("one.pdf", "one"),
        ("2026-1/issue.yaml", "2026-1/issue.yaml"),
        ("", "The issue"),
    ],
)
def test_an_articles_sources_and_pages_are_one_piece(file: str, piece: str) -> None:
    (found,) = page(one("So.", Place(file))).all("li", "finding")
    assert found.attributes["data-piece"] == piece


def test_without_javascript_all_findings_show_and_no_filter_does() -> None:
    whole = page(REPORT)
    assert "hidden" in whole.all("form")[0].attributes
    assert not [found for found in whole.all("main")[0].all("li") if "hidden" in found.attributes]


def test_the_page_can_be_walked_through_by_ear() -> None:
    whole = page(REPORT)
    assert whole.all("html")[0].attributes["lang"] == "en"
    for landmark in ("header", "main", "footer", "h1"):
        assert len(whole.all(landmark)) == 1
    assert whole.all("form")[0].attributes["role"] == "search"
    assert whole.all("output")[0].attributes["role"] == "status"
    held = [
        control
        for label in whole.all("label")
        for control in label.all("input") + label.all("select")
    ]
    assert len(held) == len(whole.all("input") + whole.all("select")), "every control has a label"
    headings = {heading.attributes.get("id") for heading in whole.all("h2")}
    assert {section.attributes["aria-labelledby"] for section in whole.all("section")} <= headings


@pytest.mark.parametrize(
    "place", [Place(), Place(HOSTILE), Place("one", page=HOSTILE)], ids=["message", "file", "page"]
)
def test_a_hostile_text_is_text(place: Place) -> None:
    report = Report("draft", one(HOSTILE, place).findings, (HOSTILE,))
    whole = read(to_html(report, HOSTILE, NONE, HERE))
    assert len(whole.all("script")) == 1
    assert not whole.all("img")
    assert HOSTILE in whole.all("p", "message")[0].text
    assert HOSTILE in whole.all("h1")[0].text


@given(st.text())
def test_any_text_can_be_told(text: str) -> None:
    html = to_html(one(text, Place(text)), text, NONE, HERE)
    html.encode("utf-8")
    assert len(read(html).all("li", "finding")) == 1


def test_signs_that_no_file_may_hold_are_replaced() -> None:
    told = page(one("a\x00b\ud800c\x1b[31m", Place())).all("p", "message")[0].text
    assert told == "a\ufffdb\ufffdc\ufffd[31m"


def test_nothing_is_loaded_and_only_its_own_script_runs() -> None:
    html = to_html(REPORT, "Вестник", NONE, HERE)
    whole = read(html)
    assert not whole.all("link")
    assert not re.search(r"url\(|@import|https?://", html)
    policy = next(m for m in whole.all("meta") if "http-equiv" in m.attributes).attributes[
        "content"
    ]
    assert "default-src 'none'" in policy
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert not re.search(r"<[^>]* (style|on\w+)=", html), "the policy would not allow it"


def test_the_same_report_is_the_same_page() -> None:
    assert to_html(REPORT, "Вестник", NONE, HERE) == to_html(REPORT, "Вестник", NONE, HERE)


def _colours() -> list[tuple[str, str, str, str]]:
    """Scheme, name, colour and ground of every text colour on every ground."""
    css = re.findall(r"<style>(.*?)</style>", to_html(REPORT, "", NONE, HERE), re.DOTALL)[0]
    pairs = []
    for scheme, rules in zip(
        ("light", "dark", "print"), re.findall(r":root \{(.*?)\}", css, re.DOTALL), strict=True
    ):
        table = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", rules))
        grounds = [table.pop(name) for name in ("page", "card", "quiet")]
        table.pop("line")
        pairs += [
            (scheme, name, text, ground) for name, text in table.items() for ground in grounds
        ]
    return pairs


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 has it."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("scheme", "name", "text", "ground"), _colours())
def test_every_text_stands_out(scheme: str, name: str, text: str, ground: str) -> None:
    dark, light = sorted((_luminance(text), _luminance(ground)))
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_findings_of_a_page_stand_beside_its_picture(press: Press, tmp_path: Path) -> None:
    desk = press.desk()
    label = desk.galley("one").leaves[0].label
    findings = (
        Finding(Severity.WARN, "a.b", "c", "On the page.", Place("one", page=label)),
        Finding(Severity.FAIL, "a.b", "d", "On the page too.", Place("one", page=label)),
        Finding(Severity.WARN, "a.b", "e", "In the piece.", Place("one")),
    )
    write_page(Report("draft", findings, ()), desk.galleys, tmp_path / "report.html")
    whole = read((tmp_path / "report.html").read_text("utf-8"))
    with_picture, without = whole.all("div", "group")
    assert [f.all("p", "message")[0].text for f in with_picture.all("li")] == [
        "On the page too.", "On the page.",
    ]  # fmt: skip
    assert not without.all("img")
    (picture,) = with_picture.all("img")
    assert picture.attributes["width"] == "300"
    assert f"Page {label}" in picture.attributes["alt"]
    number = [leaf.label for leaf in desk.galley("issue").leaves].index(label)
    assert with_picture.all("a")[0].attributes["href"] == f"issue.pdf#page={number + 1}"
    assert with_picture.all("figcaption")[0].text == f"p. {label}"


def test_the_line_of_a_source_file_is_shown_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one/article.md").write_text("---\ntitle: <b>Қазақ</b> сөзі\n", "utf-8")
    report = one("It is so.", Place("one/article.md", 2, 11))
    html = to_html(report, "", NONE, HERE, Excerpts(tmp_path))
    (shown,) = read(html).all("p", "excerpt")
    assert shown.text == "2 title: <b> Қазақ </b> сөзі"
    assert [mark.text for mark in shown.all("mark")] == ["Қазақ"]


A4 = Picture("one", "57", Path("issue.pdf"), 56, 300, 424, 595.0, 842.0, b"")


def marked(*boxes: tuple[float, float, float, float] | None) -> Element:
    findings = tuple(
        Finding(Severity.WARN, "a.b", f"c{n}", "It is so.", Place("one", page="57", box=box))
        for n, box in enumerate(boxes)
    )
    pictures = Pictures((A4,), 0)
    return read(to_html(Report("draft", findings, ()), "", pictures, HERE))


def test_a_place_is_marked_on_the_picture() -> None:
    whole = marked((100, 700, 300, 720), None)
    (layer,) = whole.all("svg", "marks")
    assert layer.attributes["viewbox"] == "0 0 595.0 842.0"
    (outline,) = layer.all("rect")
    assert [outline.attributes[name] for name in ("x", "y", "width", "height")] == [
        "97.0", "119.0", "206.0", "26.0",
    ]  # fmt: skip


def test_a_mark_and_its_finding_lead_to_each_other() -> None:
    whole = marked((0, 0, 10, 10), (100, 700, 300, 720))
    links = {link.attributes.get("id", ""): link for link in whole.all("a")}
    assert links["mark-2"].attributes["href"] == "#finding-2"
    assert links["mark-2"].attributes["aria-label"] == "Warning 2 on page 57: It is so."
    second = whole.all("li", "finding")[1]
    assert second.attributes["id"] == "finding-2"
    (place,) = second.all("a")
    assert (place.text, place.attributes["href"]) == ("p. 57, mark 2", "#mark-2")


@pytest.mark.parametrize(
    "box",
    [(-50, -50, -40, -40), (590, 840, 700, 900), (5, 5, 5, 5), (0, 0, 595, 842), (9, 9, 1, 1)],
)
def test_a_mark_stays_on_its_page(box: tuple[float, float, float, float]) -> None:
    (outline,) = marked(box).all("rect")
    x, y, width, height = (float(outline.attributes[n]) for n in ("x", "y", "width", "height"))
    assert min(x, y) >= 0
    assert min(width, height) >= 12
    assert x + width <= 595
    assert y + height <= 842


def test_the_page_says_how_many_pictures_it_has_not() -> None:
    assert "those of 7 more are not" in read(
        to_html(REPORT, "", Pictures((), 7), HERE)
    ).all("main")[0].text  # fmt: skip


def test_a_page_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_page(REPORT, (), tmp_path / "build" / "report.html")
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["report.html"]
    (tmp_path / "report.html").mkdir()
    with pytest.raises(TypesetError, match=r"report\.html could not be written"):
        write_page(REPORT, (), tmp_path / "report.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "report.html"]
