"""Pictures: sound ones are measured, others refused by name."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import PIL.Image
import pytest

from tests.read.helpers import blocks_of, make_png, only, read
from tirage.model.matter import Figure, Image
from tirage.read.remarks import Remarks
from tirage.read.text.raster import MOST_PIXELS, Raster, read_raster
from tirage.read.text.svg import Size, read_svg

TEXT = '![Подпись](p.png){#fig:p alt="Что видно" width=62.5% source="Атлас, 2020"}\n'


def make_jpeg(width: int = 40, height: int = 30, **settings: Any) -> bytes:
    buffer = io.BytesIO()
    PIL.Image.effect_noise((width, height), 40).convert("RGB").save(buffer, "jpeg", **settings)
    return buffer.getvalue()


def raster_of(data: bytes) -> Raster | None:
    return read_raster(data, Remarks("p"))


def refused(data: bytes) -> list[str]:
    remarks = Remarks("p")
    assert read_raster(data, remarks) is None
    return [finding.id for finding in remarks.findings]


def test_a_figure(tmp_path: Path) -> None:
    (figure,) = blocks_of(tmp_path, TEXT, {"2026-1/one/p.png": make_png(40, 30)})
    assert isinstance(figure, Figure)
    path = (tmp_path / "2026-1/one/p.png").resolve()
    digest = figure.image.digest
    assert figure.image == Image(path, "png", 40, 30, digest)
    assert len(digest) == 64
    assert (figure.alt, figure.source, figure.width) == ("Что видно", "Атлас, 2020", 0.625)
    assert (figure.anchor, figure.number, figure.line) == ("fig-p", 1, 10)


def test_the_content_tells_the_kind_not_the_name(tmp_path: Path) -> None:
    (figure,) = blocks_of(tmp_path, TEXT, {"2026-1/one/p.png": make_jpeg()})
    assert isinstance(figure, Figure)
    assert figure.image.kind == "jpeg"


def test_the_resolution_gives_the_natural_size() -> None:
    assert raster_of(make_png(600, 300, dpi=(300, 300))) == pytest.approx(("png", 192, 96), abs=0.1)
    assert raster_of(make_png(600, 300)) == ("png", 600, 300)
    assert raster_of(make_png(600, 300, dpi=(1, 1))) == ("png", 600, 300)


def test_a_photograph_may_be_turned() -> None:
    exif = PIL.Image.Exif()
    exif[0x0112] = 6
    assert raster_of(make_jpeg(40, 30, exif=exif)) == ("jpeg", 30, 40)


@pytest.mark.parametrize("data", [make_png(60, 40), make_jpeg(60, 40)], ids=["png", "jpeg"])
def test_a_picture_that_is_cut_off_is_named(tmp_path: Path, data: bytes) -> None:
    for share in (0.3, 0.6, 0.9):
        cut = {"2026-1/one/p.png": data[: int(len(data) * share)]}
        (finding,) = read(tmp_path, TEXT, files=cut).findings
        assert finding.id in ("content.image/unreadable", "content.image/format")
        assert finding.place.file == "2026-1/one/p.png"


def test_a_picture_with_a_changed_byte_is_found() -> None:
    data = bytearray(make_png(60, 40))
    data[len(data) // 2] ^= 255
    assert refused(bytes(data)) == ["content.image/unreadable"]


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"%PDF-1.7", b"<svg/>"]
)
def test_what_is_no_picture(data: bytes) -> None:
    (name,) = refused(data)
    assert name in ("content.image/format", "content.image/unreadable")


def test_forty_megapixels_are_fine() -> None:
    data = make_png(8000, 5000)
    assert raster_of(data) == ("png", 8000, 5000)


def test_a_bomb_is_not_unpacked() -> None:
    width = MOST_PIXELS // 1000 + 1
    buffer = io.BytesIO()
    PIL.Image.new("1", (width, 1000)).save(buffer, "png")
    for size in ((width, 1000), (60_000, 60_000)):
        head = bytearray(buffer.getvalue())
        head[16:24] = size[0].to_bytes(4) + size[1].to_bytes(4)
        import zlib  # noqa: PLC0415

        head[29:33] = zlib.crc32(bytes(head[12:29])).to_bytes(4)
        assert refused(bytes(head)) == ["content.image/too-large"]


def test_a_missing_picture_says_where_it_is_wanted(tmp_path: Path) -> None:
    finding = only(read(tmp_path, "Текст.\n\n" + TEXT).findings, "content.file/missing")
    assert str(finding.place) == "2026-1/one/article.md:12:1"


# --- drawings --------------------------------------------------------------------------------------------------


def drawing(attributes: str, content: str = "", encoding: str = "utf-8") -> bytes:
    text = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{content}</svg>'
    return text.encode(encoding)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="300" height="150"', (300, 150)),
        ('width="72pt" height="1in"', (96, 96)),
        ('width="25.4mm" height="2.54cm"', (96, 96)),
        ('width="6pc" height="1e2px"', (96, 100)),
        ('viewBox="0 0 30 20"', (30, 20)),
        ('viewBox="-5,-5,30,20" width="60"', (60, 40)),
        ('viewBox="0 0 30 20" height="60"', (90, 60)),
        ('viewBox="0 0 30 20" width="100%" height="100%"', (30, 20)),
        ('viewBox="0 0 30 20" width="10em"', (30, 20)),
    ],
)
def test_natural_sizes(attributes: str, size: tuple[float, float]) -> None:
    remarks = Remarks("f")
    assert read_svg(drawing(attributes), remarks) == pytest.approx(Size(*size))
    assert remarks.findings == []


@pytest.mark.parametrize(
    "attributes",
    ["", 'width="10"', 'viewBox="0 0 0 0"', 'width="-1" height="1"', 'viewBox="0 0 1e9 1"'],
)
def test_sizes_that_cannot_be_used(attributes: str) -> None:
    remarks = Remarks("f")
    assert read_svg(drawing(attributes), remarks) is None
    assert [f.id for f in remarks.findings] == ["content.image/no-size"]


def test_other_encodings_and_a_prefix() -> None:
    data = b"<?xml version='1.0' encoding='windows-1251'?>" + drawing(
        'viewBox="0 0 1 1"', "язык", "cp1251"
    )
    assert read_svg(data, Remarks()) == (1, 1)
    prefixed = b'<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><s:path/></s:svg>'
    assert read_svg(prefixed, Remarks()) == (1, 1)


def test_a_prefix_hides_no_script() -> None:
    remarks = Remarks("f")
    data = drawing('viewBox="0 0 1 1" xmlns:s="http://www.w3.org/2000/svg"', "<s:script/>")
    assert read_svg(data, remarks) is None
    assert [f.id for f in remarks.findings] == ["content.image/active"]


def test_pictures_inside_are_looked_at() -> None:
    import base64  # noqa: PLC0415

    whole = base64.b64encode(make_png(60, 40)).decode()
    for picture, sound in ((whole, True), (whole[: len(whole) // 2], False)):
        remarks = Remarks("f")
        content = f'<image href="data:image/png;base64,{picture}"/>'
        assert bool(read_svg(drawing('viewBox="0 0 1 1"', content), remarks)) is sound
        assert bool(remarks.findings) is not sound


def test_a_large_drawing_is_read() -> None:
    content = '<g id="a">' + '<path d="M0 0h1v1z" class="x"/>' * 50_000 + "</g>"
    assert read_svg(drawing('viewBox="0 0 1 1"', content), Remarks())


def test_depth_is_bounded() -> None:
    remarks = Remarks("f")
    assert read_svg(drawing('viewBox="0 0 1 1"', "<g>" * 5000 + "</g>" * 5000), remarks) is None
    assert [f.id for f in remarks.findings] == ["content.image/too-large"]
