"""Whatever an editor or a hostile author puts in: a clear finding or a correct page, never a traceback."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.pipeline.conftest import Desk
from tirage.errors import ExitCode

SECRET = "the secret stands in a file outside the issue"


def second(desk: Desk, text: str) -> None:
    desk.write("second", text)


def front(desk: Desk, old: str, new: str) -> None:
    path = desk.article("second")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def picture_outside(desk: Desk) -> None:
    (desk.folder / "outside.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>{SECRET}</text></svg>'
    )


def link_out(desk: Desk) -> None:
    picture_outside(desk)
    (desk.issue / "second" / "link.svg").symlink_to(desk.folder / "outside.svg")
    second(desk, "![A picture](link.svg){#fig:x alt=x}")


def dots(desk: Desk) -> None:
    picture_outside(desk)
    second(desk, "![A picture](../../../outside.svg){#fig:x alt=x}")


def unreadable(desk: Desk) -> None:
    (desk.issue / "second" / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n torn")
    second(desk, "![A picture](torn.png){#fig:x alt=x}")


def bytes_1251(desk: Desk) -> None:
    desk.article("second").write_bytes(
        "---\nlang: ru\ntitle: Заголовок\n---\nТекст".encode("cp1251")
    )


MISTAKES: dict[str, tuple[Callable[[Desk], None], str]] = {
    "unknown key": (lambda d: front(d, "udc:", "ucd:"), "udc"),
    "duplicate key": (lambda d: front(d, "udc:", "lang: en\nudc:"), "lang"),
    "tab": (lambda d: front(d, "  home:", "\thome:"), "tab"),
    "wrong type": (lambda d: front(d, "received: 2026-01-12", "received: soon"), "received"),
    "missing article": (lambda d: desk_issue(d, "second]", "third]"), "third"),
    "missing picture": (lambda d: second(d, "![A picture](none.png){#fig:x alt=x}"), "none.png"),
    "unreadable picture": (unreadable, "torn.png"),
    "unknown reference": (lambda d: second(d, "As shown [@nobody1999]."), "nobody1999"),
    "unknown table": (lambda d: second(d, "See @tbl:none."), "tbl:none"),
    "broken YAML": (lambda d: front(d, "keywords: {", "keywords: {{"), "article.md"),
    "not UTF-8": (bytes_1251, "UTF-8"),
    "file address": (
        lambda d: second(d, "![x](file:///etc/passwd){#fig:x alt=x}"),
        "file:///etc/passwd",
    ),
    "way out": (dots, "outside.svg"),
    "link that leads out": (link_out, "link.svg"),
    "picture on the web": (
        lambda d: second(d, "![x](http://127.0.0.1:9/x.png){#fig:x alt=x}"),
        "http://127.0.0.1:9/x.png",
    ),
}


def desk_issue(desk: Desk, old: str, new: str) -> None:
    path = desk.issue / "issue.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_explained_with_its_place(desk: Desk, name: str) -> None:
    spoil, named = MISTAKES[name]
    spoil(desk)
    result = desk.build()
    assert result.returncode == ExitCode.CONTENT, result.stderr + result.stdout
    assert named in result.stderr
    assert "2026-1/" in result.stderr
    assert "Traceback" not in result.stderr
    assert SECRET not in result.stderr
    assert not desk.out.exists()


def test_all_mistakes_are_told_in_one_run(desk: Desk) -> None:
    front(desk, "udc:", "ucd:")
    front(desk, "received: 2026-01-12", "received: soon")
    path = desk.article("first")
    path.write_text(path.read_text("utf-8") + "\n\nSee @fig:none.\n", "utf-8")
    said = desk.build().stderr
    assert "udc" in said
    assert "received" in said
    assert "fig:none" in said


def test_markup_in_the_text_is_cleaned_and_its_words_kept(desk: Desk) -> None:
    second(
        desk,
        'Before <script>alert(1)</script> and <marquee onclick="x()">rolling words</marquee> after <b>bold</b>.',
    )
    result = desk.build()
    assert result.returncode == ExitCode.CLEAN, result.stderr + result.stdout
    text = PdfReader(desk.out / "offprints/second.pdf").pages[0].extract_text()
    assert "rolling words" in text
    assert "alert" not in text
    assert any("html" in code for code in desk.codes())


def test_an_empty_article_is_a_page_and_a_finding(desk: Desk) -> None:
    text = desk.article("second").read_text("utf-8")
    desk.article("second").write_text("---\n" + text.split("---\n")[1] + "---\n", "utf-8")
    result = desk.build()
    assert result.returncode == ExitCode.CLEAN, result.stderr + result.stdout
    assert "content.empty" in {code.split("/")[0] for code in desk.codes()}


def test_a_table_of_2000_rows(desk: Desk) -> None:
    rows = "\n".join(f"| {n} | row {n} | passed |" for n in range(1, 2001))
    head = "| No | What | How |\n|---:|:---|:---|"
    text = "Some lines of text reach the edge, which no row of the table does. " * 9
    second(desk, f"{text}See @tbl:long.\n\n{head}\n{rows}\n\n: Long {{#tbl:long}}\n")
    result = desk.build()
    assert result.returncode == ExitCode.CLEAN, result.stderr + result.stdout
    pages = [page.extract_text() for page in PdfReader(desk.out / "offprints/second.pdf").pages]
    assert "row 2000" in " ".join(pages)
    middle = pages[5]
    assert "What" in middle, "the head stands again on every page"
    assert "text.area/outside" not in desk.codes(), "its rows are not the measure"


def test_a_paragraph_of_20_000_words(desk: Desk) -> None:
    second(desk, " ".join(f"word{n}" for n in range(20_000)))
    result = desk.build()
    assert result.returncode == ExitCode.CLEAN, result.stderr + result.stdout
    assert (
        "word19999"
        in PdfReader(desk.out / "offprints/second.pdf").pages[-2].extract_text()
        + PdfReader(desk.out / "offprints/second.pdf").pages[-1].extract_text()
    )


def test_a_picture_of_40_megapixels(desk: Desk) -> None:
    Image.new("L", (8000, 5000), 200).save(desk.issue / "second" / "large.png")
    second(desk, "See @fig:large.\n\n![Large](large.png){#fig:large alt='A grey field' width=50%}")
    result = desk.build()
    assert result.returncode == ExitCode.CLEAN, result.stderr + result.stdout


@pytest.fixture
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A server on this machine that notes whoever calls."""
    calls: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        stop = threading.Event()

        def serve() -> None:
            while not stop.is_set():
                try:
                    connection, _ = server.accept()
                except TimeoutError:
                    continue
                with connection:
                    connection.settimeout(1)
                    calls.append(connection.recv(1024))

        thread = threading.Thread(target=serve)
        thread.start()
        yield server.getsockname()[1], calls
        stop.set()
        thread.join()


def test_nothing_is_fetched_from_the_network(desk: Desk, listener: tuple[int, list[bytes]]) -> None:
    port, calls = listener
    address = f"http://127.0.0.1:{port}/x.png"
    second(
        desk,
        f'<img src="{address}"> <span style="background: url({address})">text</span> [a link]({address})',
    )
    desk.build()
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{address}" width="9" height="9"/></svg>'
    (desk.issue / "second" / "evil.svg").write_text(svg)
    second(desk, "![Evil](evil.svg){#fig:evil alt=x}")
    desk.build()
    assert calls == []


def test_no_file_outside_the_issue_reaches_a_page(desk: Desk, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text(SECRET)
    second(desk, ': Stolen {#tbl:x csv="../../../secret.csv"}\n\nSee @tbl:x.')
    result = desk.build()
    assert result.returncode == ExitCode.CONTENT
    assert SECRET not in result.stderr + result.stdout
