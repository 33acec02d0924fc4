"""The press as a whole: order, cache, failures, limits."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from tests.typeset.helpers import (
    FONTS,
    begin,
    make_asset,
    make_piece,
    misbehave,
    tell_process,
    words,
)
from tirage.errors import TypesetError
from tirage.findings import Severity
from tirage.model.errand import Errand
from tirage.model.press import Asset, Folios, Gathering, Piece
from tirage.typeset import press as pressing
from tirage.typeset.press import Press, Pressroom, gatherings

CRASH = "p { background: linear-gradient(device-cmyk(0 0 0 1), white) }"
"""Makes WeasyPrint 70.0 raise NotImplementedError."""


def press(folder: Path, **changes: object) -> Press:
    return replace(Press(1, folder, (FONTS,)), **changes)  # type: ignore[arg-type]


def failures(pieces: list[Piece], press: Press) -> dict[str, str]:
    """Code and message of the finding of each piece that could not be set."""
    with pytest.raises(TypesetError) as failed:
        gatherings(pieces, press)
    assert all(finding.severity == Severity.FAIL for finding in failed.value.findings)
    assert all(finding.place.file in str(failed.value) for finding in failed.value.findings)
    return {
        finding.place.file: f"{finding.id} {finding.message}" for finding in failed.value.findings
    }


def test_gatherings_come_in_the_order_of_their_pieces(tmp_path: Path) -> None:
    names = ["short", "longest", "long"]
    pieces = [
        make_piece(f"<p>{words(n)}", name=name)
        for name, n in zip(names, (1, 900, 300), strict=True)
    ]
    set_ = gatherings(pieces, press(tmp_path, jobs=2))
    assert [gathering.piece for gathering in set_] == names
    assert len(set_[1].folios) > len(set_[2].folios) > len(set_[0].folios)


def test_the_digest_is_that_of_the_pdf(typeset: Callable[..., Gathering]) -> None:
    gathering = typeset("<p>а")
    assert sha256(gathering.pdf.read_bytes()).hexdigest() == gathering.digest


def test_what_was_set_is_not_set_again(room: Pressroom) -> None:
    pieces = [make_piece("<p>а", name="one"), make_piece("<p>б", name="two")]
    first = room.gatherings(pieces)
    heard: list[str] = []
    new = make_piece("<p>в", name="three")
    again = room.gatherings([pieces[1], new, pieces[0]], heard.append)
    assert [gathering.cached for gathering in first] == [False, False]
    assert [gathering.cached for gathering in again] == [True, False, True]
    assert again[2] == replace(first[0], cached=True)
    assert sorted(heard) == ["one: unchanged", "three: 1 page", "two: unchanged"]


def test_while_pieces_are_set_the_others_are_handed_on(room: Pressroom) -> None:
    pieces = [make_piece("<p>а", name="old"), make_piece("<p>б", name="older")]
    first = room.gatherings(pieces)
    handed: list[tuple[Gathering, ...]] = []
    new = make_piece("<p>в", name="fresh")
    again = room.gatherings([pieces[1], new, pieces[0]], meanwhile=handed.append)
    assert [[one.piece for one in gatherings] for gatherings in handed] == [["older", "old"]]
    assert handed[0] == (again[0], again[2])
    assert again[2] == replace(first[0], cached=True)
    room.gatherings([*pieces, new], meanwhile=handed.append)
    assert len(handed) == 1, "nobody waits when nothing is set"


def test_what_goes_wrong_meanwhile_is_not_hidden(room: Pressroom) -> None:
    def fail(_: tuple[Gathering, ...]) -> None:
        raise TypesetError("The bench is broken.")

    piece = make_piece("<p>а", name="broken-bench")
    with pytest.raises(TypesetError, match="bench is broken"):
        room.gatherings([piece], meanwhile=fail)
    assert room.gatherings([piece])[0].cached, "what was set is kept"


def test_the_same_piece_twice_is_set_once(room: Pressroom) -> None:
    heard: list[str] = []
    piece = make_piece("<p>а", name="twin")
    one, other = room.gatherings([piece, piece], heard.append)
    assert one == other
    assert heard == ["twin: 1 page"]


def test_the_folios_are_those_of_the_piece_when_it_comes_from_the_cache(room: Pressroom) -> None:
    piece = make_piece("<p>а<p style='break-before:page'>б")
    room.gatherings([piece])
    (again,) = room.gatherings([replace(piece, folios=Folios(57, 99))])
    assert (again.cached, again.folios) == (True, Folios(57, 58))


@pytest.mark.parametrize("suffix", [".pdf", ".json"])
def test_a_damaged_gathering_is_set_again(room: Pressroom, suffix: str) -> None:
    piece = make_piece("<p>а", name=f"damaged{suffix}")
    (first,) = room.gatherings([piece])
    file = first.pdf.with_suffix(suffix)
    file.write_bytes(file.read_bytes()[:-9])
    (again,) = room.gatherings([piece])
    assert again == first


NOTHING_TO_DO = """
import sys
from pathlib import Path
from tirage.typeset.press import Press, gatherings
from tests.typeset.helpers import FONTS, make_piece
pieces = [make_piece("<p>а", name=str(number)) for number in range(20)]
cached = [gathering.cached for gathering in gatherings(pieces, Press(1, Path(sys.argv[1]), (FONTS,)))]
print(all(cached), "weasyprint" in sys.modules)
"""


def test_with_nothing_to_do_no_engine_is_loaded(tmp_path: Path) -> None:
    gatherings([make_piece("<p>а", name=str(number)) for number in range(20)], press(tmp_path))
    environment = {"PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.check_output([sys.executable, "-c", NOTHING_TO_DO, tmp_path], env=environment)
    assert said.decode().split() == ["True", "False"]


def test_a_piece_that_breaks_the_engine_does_not_stop_the_others(tmp_path: Path) -> None:
    good = [make_piece("<p>а", name="first"), make_piece("<p>б", name="last")]
    bad = make_piece(f"<p>{words(50)}", CRASH, name="bad")
    said = failures([good[0], bad, good[1]], press(tmp_path))
    assert list(said) == ["bad"]
    assert said["bad"].startswith("engine.failure/broke The typesetting engine gave up on “bad”")
    assert all(gathering.cached for gathering in gatherings(good, press(tmp_path)))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("sleep", "engine.errand/time The pages of “sleep” were not looked at within 2 seconds."),
        (
            "memory",
            "engine.errand/memory Looking at the pages of “memory” takes more than 1024 MiB of memory.",
        ),
        (
            "kill",
            "engine.errand/died The process that looked at the pages of “kill” ended before its time, twice: signal 9",
        ),
        (
            "raise",
            "engine.errand/broke The checks gave up on the pages of “raise”: RuntimeError: this look",
        ),
    ],
)
def test_pages_that_cannot_be_looked_at_are_given_up(
    tmp_path: Path, name: str, message: str
) -> None:
    limits = press(tmp_path, seconds=2 if name == "sleep" else 60, memory=1024**3)
    errands = [Errand(name, 2, partial(misbehave, name)), Errand("good", 1, tell_process)]
    with Pressroom(limits) as room:
        (bad,), (good,) = room.look(errands)
    assert good.check == "look.process", "the others are looked at"
    assert (bad.place.file, bad.severity) == (name, Severity.ERROR)
    assert f"{bad.id} {bad.message}".startswith(message)


DYING = """
import os, signal, sys
from tirage.typeset.pool import serve
serve(int(sys.argv[-1]), lambda job: os.kill(os.getpid(), signal.SIGKILL))
"""


def test_a_piece_that_kills_its_workers_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pressing, "COMMAND", (sys.executable, "-c", DYING))
    said = failures([make_piece("<p>а")], press(tmp_path))
    assert said["sample"].startswith(
        "engine.failure/died The process that typeset “sample” ended before its time, twice: signal 9"
    )


def test_a_piece_that_needs_too_much_memory_is_given_up(tmp_path: Path) -> None:
    said = failures([make_piece("<p>а" * 60_000)], press(tmp_path, memory=350 * 1024**2))
    assert said["sample"] == (
        "engine.failure/memory Typesetting “sample” takes more than 350 MiB of memory."
    )


def test_the_time_limit_stops_the_engine_itself(tmp_path: Path) -> None:
    huge = make_piece(f"<p>{words(40)}" * 3000, name="huge")
    good = make_piece("<p>а", name="good")
    said = failures([huge, good], press(tmp_path, seconds=1.5))
    assert said["huge"].startswith("engine.failure/time")
    assert list(said) == ["huge"]


def test_a_picture_that_changed_since_it_was_read_stops_its_piece(tmp_path: Path) -> None:
    picture = tmp_path / "map.png"
    picture.write_bytes(b"new")
    asset = Asset("map.png", "image/png", sha256(b"old").hexdigest(), picture)
    said = failures([make_piece("<p>а", assets=(asset,))], press(tmp_path / "cache"))
    assert said["sample"].startswith("engine.failure/picture-changed “sample” could not be typeset")
    assert "map.png has changed" in said["sample"]


def test_an_engine_that_cannot_start_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TypesetError, match="engine cannot be started"):
        gatherings([make_piece("<p>а")], press(tmp_path, memory=60 * 1024**2))


def test_what_was_seen_comes_in_the_order_of_the_errands(room: Pressroom, tmp_path: Path) -> None:
    errands = []
    for name, size in (("short", 1), ("longest", 90), ("long", 30)):
        path = tmp_path / name
        path.write_text(name)
        errands.append(Errand(name, size, partial(begin, name, path)))
    found = room.look(errands)
    assert [(one.place.file, one.message) for (one,) in found] == [
        ("short", "b'short'"),
        ("longest", "b'longe'"),
        ("long", "b'long'"),
    ]
    assert room.look([]) == ()


def test_no_worker_is_started_for_errands_but_the_first(tmp_path: Path) -> None:
    with Pressroom(press(tmp_path, jobs=4)) as room:
        found = room.look([Errand(str(number), 1, tell_process) for number in range(8)])
    assert len({one.message for (one,) in found} - {str(os.getpid())}) == 1


def test_another_set_of_fonts_is_another_gathering(tmp_path: Path) -> None:
    piece = make_piece("<p>а")
    one, other = (
        gatherings([piece], press(tmp_path, fonts=(FONTS / family,)))[0]
        for family in ("literata", "source-sans-3")
    )
    assert one.digest != other.digest


TYPESET = """
import sys
from pathlib import Path
from tests.typeset.helpers import FONTS
from tests.typeset.test_press import VARIED
from tirage.typeset.press import Press, gatherings
for gathering in gatherings(VARIED, Press(int(sys.argv[2]), Path(sys.argv[1]), (FONTS,))):
    print(gathering.digest)
"""

VARIED = [
    make_piece(
        f"<h1>Тақырып</h1><p lang={language}>{words(90)}<span class=note>{words(9)}</span> <b>а</b> <i>б</i></p>"
        "<table><caption>К</caption><thead><tr><th>№</thead><tr><td>1</table>"
        '<p style="font-size:8pt">₸ <img src="asset:a.svg" alt="а"> <a href="#a" id=a>в</a>'
        "<p style=\"font-family:'DejaVu Sans'\">г 漢",
        ".note { float: footnote } @page { @top-center { content: counter(page) } }",
        name=language,
        assets=(
            make_asset(
                "a.svg",
                "image/svg+xml",
                b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text y='9'>a</text></svg>",
            ),
        ),
    )
    for language in ("kk", "ru", "en")
]
"""Pieces with all that could differ from one run to the next."""


def test_bytes_depend_on_nothing_but_the_piece(tmp_path: Path) -> None:
    """Neither process, hash seed, time zone, locale, home, current folder, number of jobs nor the clock."""
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    worlds = [
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Almaty", "LANG": "C", "HOME": "/"},
        {
            "PYTHONHASHSEED": "2",
            "TZ": "America/Lima",
            "LC_ALL": "C.UTF-8",
            "SOURCE_DATE_EPOCH": "9",
        },
    ]
    digests = []
    for number, world in enumerate(worlds, 1):
        home = tmp_path / str(number)
        home.mkdir()
        command = [sys.executable, "-c", TYPESET, "cache", str(number)]
        digests.append(subprocess.check_output(command, cwd=home, env=path | world).split())
    assert digests[0] == digests[1]
    assert len(set(digests[0])) == len(VARIED)
