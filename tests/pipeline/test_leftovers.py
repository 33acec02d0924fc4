"""What earlier builds leave in the output folder."""

from __future__ import annotations

import shutil

from tests.pipeline.conftest import Desk


def built(desk: Desk, *options: str) -> set[str]:
    """The galleys in the folder after a build."""
    result = desk.build(*options)
    assert result.returncode == 0, result.stdout + result.stderr
    return {name for name in desk.files() if name.endswith(".pdf")}


def told(desk: Desk) -> dict[str, str]:
    """What is said of leftovers, by their names."""
    return {
        one["file"]: f"{one['check']}/{one['code']}"
        for one in desk.report()["findings"]
        if one["check"] == "bind.leftovers"
    }


def test_files_of_other_editions_stay_as_long_as_the_text_is_the_same(desk: Desk) -> None:
    every = built(desk, "--edition", "all", "--impose", "booklet")
    assert built(desk) == every
    assert built(desk, "--edition", "print") == every
    assert told(desk) == {}
    desk.write("second", "Another second paragraph.")
    left = built(desk)
    gone = {"issue-print.pdf", "issue-booklet.pdf", "issue-archive.pdf", "offprints/second-archive.pdf"}  # fmt: skip
    assert every - left == gone  # the cover has not changed, nor has the first article
    assert told(desk) == dict.fromkeys(gone, "bind.leftovers/outdated")
    assert built(desk, "--edition", "all", "--impose", "booklet") == every
    assert told(desk) == {}


def test_offprints_of_articles_that_are_gone_or_have_another_name_are_removed(desk: Desk) -> None:
    built(desk)
    desk.article("second").parent.rename(desk.issue / "renamed")
    contents = desk.issue / "issue.yaml"
    contents.write_text(contents.read_text("utf-8").replace("second]", "renamed]"), "utf-8")
    left = built(desk)
    assert "offprints/second.pdf" not in left
    assert "offprints/renamed.pdf" in left
    assert told(desk) == {"offprints/second.pdf": "bind.leftovers/removed"}
    built(desk)
    assert told(desk) == {}


def test_what_somebody_else_has_put_there_is_named_and_left(desk: Desk) -> None:
    mine = desk.out / "offprints" / "mine.pdf"
    mine.parent.mkdir(parents=True)
    mine.write_bytes(b"%PDF-1.7 mine")
    assert "offprints/mine.pdf" in built(desk)
    assert told(desk) == {"offprints/mine.pdf": "bind.leftovers/unknown"}
    mine.unlink()
    built(desk)
    assert told(desk) == {}


def test_without_its_records_nothing_is_removed(desk: Desk) -> None:
    built(desk, "--edition", "print")
    shutil.rmtree(desk.folder / ".tirage")
    left = built(desk)
    assert {"issue-print.pdf", "cover-print.pdf"} < left
    assert set(told(desk).values()) == {"bind.leftovers/unknown"}


def test_one_offprint_alone_leaves_the_others_be(desk: Desk) -> None:
    every = built(desk, "--edition", "all")
    desk.write("second", "Another second paragraph.")
    left = built(desk, "--only", "second")
    assert every - left == {"offprints/second-archive.pdf"}
