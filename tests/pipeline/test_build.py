"""A build from an editor's chair: what is made, what is set again, what is refused."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import yaml
from pypdf import PdfReader

from tests.pipeline.conftest import Desk, typeset
from tirage.errors import ExitCode


def addresses(reader: PdfReader) -> list[str]:
    """The addresses that the links of a file lead to."""
    annotations = [a.get_object() for page in reader.pages for a in page.annotations or ()]
    return [str(a["/A"]["/URI"]) for a in annotations if "/URI" in a.get("/A", {})]


PARAGRAPH = (
    "Every line of this paragraph makes the article a little longer than it was before. " * 12
)


def test_the_issue_and_an_offprint_of_each_contribution(fresh: Desk) -> None:
    result = fresh.build()
    assert result.returncode == ExitCode.CLEAN, result.stderr + result.stdout
    assert set(fresh.files()) == {
        "issue.pdf", "report.json", "report.html", "offprints/editorial.pdf", "offprints/first.pdf", "offprints/second.pdf",
    }  # fmt: skip


def test_progress_names_the_five_stages(desk: Desk) -> None:
    stages = re.findall(r"^(\d/5 \w+):", desk.build().stderr, re.MULTILINE)
    assert list(dict.fromkeys(stages)) == [
        "1/5 read",
        "2/5 compose",
        "3/5 typeset",
        "4/5 bind",
        "5/5 inspect",
    ]


def test_folios_dois_and_labels_agree(built: Desk) -> None:
    pages = yaml.safe_load((built.issue / "pages.yaml").read_text("utf-8"))
    offprint = PdfReader(built.out / "offprints/second.pdf")
    first, last = pages["second"]["first"], pages["second"]["last"]
    assert offprint.page_labels == [str(folio) for folio in range(first, last + 1)]
    doi = f"10.5555/1234-5679/2026-121-1-{first}-{last}"
    assert doi in offprint.pages[0].extract_text()
    assert f"https://doi.org/{doi}" in addresses(offprint)


def test_nothing_changed_sets_nothing(built: Desk) -> None:
    before = built.files()
    again = built.build()
    assert again.returncode == ExitCode.CLEAN
    assert typeset(again) == []
    assert built.files() == before


def test_a_changed_word_sets_one_article(built: Desk) -> None:
    built.write("first", "A changed paragraph.", "kk")
    assert typeset(built.build()) == ["first"]


def test_a_page_more_moves_what_follows_and_says_so(built: Desk) -> None:
    before = yaml.safe_load((built.issue / "pages.yaml").read_text("utf-8"))
    built.write("first", "\n\n".join([PARAGRAPH] * 8), "kk")
    result = built.build()
    after = yaml.safe_load((built.issue / "pages.yaml").read_text("utf-8"))
    assert after["first"]["last"] > before["first"]["last"]
    assert after["second"]["first"] > before["second"]["first"]
    assert "folios.moved/moved" in built.codes()
    assert "«second»" in result.stdout
    assert (
        str(after["second"]["first"]) in PdfReader(built.out / "issue.pdf").pages[4].extract_text()
    )


def test_a_frozen_issue_does_not_move(built: Desk) -> None:
    pages, files = (built.issue / "pages.yaml").read_bytes(), built.files()
    built.write("first", "\n\n".join([PARAGRAPH] * 8), "kk")
    result = built.build("--frozen")
    assert result.returncode == ExitCode.TYPESETTING
    assert "«second»" in result.stderr
    assert (built.issue / "pages.yaml").read_bytes() == pages
    assert built.files() == files


def test_one_offprint_alone(fresh: Desk) -> None:
    result = fresh.build("--only", "second")
    assert result.returncode == ExitCode.CLEAN, result.stderr + result.stdout
    assert set(fresh.files()) == {"offprints/second.pdf", "report.json", "report.html"}
    assert set(typeset(result)) == {"second"}
    assert "bind: one galley\n" in result.stderr


def test_an_article_that_is_not_there_names_those_that_are(desk: Desk) -> None:
    result = desk.build("--only", "third")
    assert result.returncode == ExitCode.USAGE
    assert "first" in result.stderr
    assert "second" in result.stderr


def test_a_missing_fact_is_a_mark_in_draft_and_a_mistake_in_publish(desk: Desk) -> None:
    path = desk.article("second")
    path.write_text(path.read_text("utf-8").replace(", en: Here is what it is about.", ""), "utf-8")
    assert desk.build("--profile", "draft").returncode == ExitCode.CLEAN
    assert (
        "¿missing: abstract?"
        in PdfReader(desk.out / "offprints/second.pdf").pages[0].extract_text()
    )
    assert desk.build("--profile", "publish").returncode == ExitCode.FINDINGS
    assert "facts.missing/abstract" in desk.codes()


def test_links_of_an_offprint_that_leave_it_become_dois(desk: Desk) -> None:
    path = desk.article("second")
    text = path.read_text("utf-8").replace(
        "A second paragraph.", "See [the standard](https://example.org/standard)."
    )
    path.write_text(text, "utf-8")
    desk.build()
    links = addresses(PdfReader(desk.out / "offprints/second.pdf"))
    assert "https://example.org/standard" in links
    assert not [link for link in links if link.startswith("tirage:")]


def test_an_issue_in_a_folder_that_cannot_be_written_is_built_all_the_same(desk: Desk) -> None:
    (desk.issue / "pages.yaml").mkdir()  # nobody, not even root, writes a file there
    result = desk.build()
    assert result.returncode == ExitCode.CLEAN, result.stderr + result.stdout
    assert "folios.recorded/not-written" in desk.codes()
    assert not list(desk.issue.glob(".pages*"))
    assert (desk.out / "issue.pdf").is_file()


def hurt(desk: Desk) -> None:
    """Take the abstract's English away, and put in a sign that no font has."""
    path = desk.article("second")
    text = path.read_text("utf-8").replace(", en: Here is what it is about.", "")
    path.write_text(text.replace("A second paragraph.", "A sign: \ua66e."), "utf-8")


def test_the_page_of_the_report_shows_the_page_of_a_finding(desk: Desk) -> None:
    hurt(desk)
    assert desk.build().returncode == ExitCode.FINDINGS
    html = (desk.out / "report.html").read_text("utf-8")
    (found,) = (f for f in desk.report()["findings"] if f["check"] == "fonts.glyphs")
    labels = PdfReader(desk.out / "issue.pdf").page_labels
    assert f'href="issue.pdf#page={1 + labels.index(found["page"])}"' in html
    assert html.count("data:image/jpeg;base64,") == 1
    assert str(desk.folder) not in html


def test_findings_are_printed_as_programs_want_them(desk: Desk) -> None:
    hurt(desk)
    assert json.loads(desk.build("--format", "json").stdout) == desk.report()
    first = desk.build("--format", "github")  # what stands is told in every form
    assert typeset(first) == []
    assert first.returncode == ExitCode.FINDINGS
    lines = first.stdout.splitlines()
    assert lines[0].startswith("::error title=fonts.glyphs/missing::second, p. ")
    line = next(line for line in lines if "facts.missing/abstract" in line)
    assert line.startswith("::warning file=content/2026-1/second/article.md,line=")
    assert lines[-1].endswith("not allowed by the profile draft.")
    suites = ElementTree.fromstring(desk.build("--format", "junit").stdout)
    assert suites.find("./testsuite[@name='fonts.glyphs']/testcase/failure") is not None


def test_what_stops_a_build_is_annotated(desk: Desk) -> None:
    path = desk.article("second")
    path.write_text(path.read_text("utf-8").replace("keywords:", "keyword:"), "utf-8")
    result = desk.build("--format", "github")
    assert result.returncode == ExitCode.CONTENT
    assert "::error file=content/2026-1/second/article.md,line=" in result.stdout
    assert "cannot be typeset" in result.stderr
    told = json.loads(desk.build("--format", "json").stdout)
    assert (told["allowed"], told["galleys"]) == (False, [])
    assert [one["check"] for one in told["findings"] if one["severity"] == "fail"] == [
        "content.keys"
    ]


def test_an_issue_overrides_the_profile_with_a_reason(desk: Desk) -> None:
    path = desk.issue / "issue.yaml"
    path.write_text(
        path.read_text("utf-8") + "preflight:\n"
        "  - {id: fonts.glyphs/missing, severity: warn, reason: The sign is drawn by hand.}\n"
        "  - {id: fonts.glyfs, severity: warn, reason: A slip.}\n",
        "utf-8",
    )
    hurt(desk)
    result = desk.build()
    assert result.returncode == ExitCode.CLEAN
    assert "The sign is drawn by hand. (2026-1/issue.yaml:" in result.stdout
    assert "Did you mean `fonts.glyphs`?" in result.stdout
    (found,) = (f for f in desk.report()["findings"] if f["check"] == "fonts.glyphs")
    assert found["severity"] == "warn"
    assert found["reason"].startswith("The sign is drawn by hand.")
    html = (desk.out / "report.html").read_text("utf-8")
    assert "The sign is drawn by hand." in html
