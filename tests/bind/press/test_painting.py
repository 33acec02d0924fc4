"""Colours of streams become inks; nothing else changes."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from tirage.bind import icc
from tirage.bind.press.colours import Inks
from tirage.bind.press.intent import find_intent
from tirage.bind.press.painting import inked
from tirage.model.layout import Ink

ACCENT = Ink("#0d4f5c", (0.9, 0.4, 0.35, 0.5), 0.9)
ONE = Inks((ACCENT,), 1, icc.grey())
FOUR = Inks((ACCENT,), 4, find_intent(None, "", 4).profile)


@pytest.mark.parametrize(
    ("line", "one", "four"),
    [
        (b"0 0 0 rg", b"0 g", b"0 0 0 1 k"),
        (b"1 1 1 RG", b"1 G", b"0 0 0 0 K"),
        (b"0.333333 0.333333 0.333333 rg", b"0.3333 g", b"0 0 0 0.6667 k"),
        (b"0.05098 0.309804 0.360784 rg", b"0.1 g", b"0.9 0.4 0.35 0.5 k"),
        (b"0.137255 0.121569 0.12549 rg", b"0.1267 g", b"0 0 0 0.8733 k"),
        (b"0.25 g", b"0.25 g", b"0 0 0 0.75 k"),
        (b"0 0 0 1 k", b"0 g", b"0 0 0 1 k"),
        (b"1 0 0 0 K", b"0.701 G", b"1 0 0 0 K"),
        (b"/x1 Do", b"/x1 Do", b"/x1 Do"),
        (b"1 0 0 1 5 5 cm", b"1 0 0 1 5 5 cm", b"1 0 0 1 5 5 cm"),
    ],
)
def test_a_line(line: bytes, one: bytes, four: bytes) -> None:
    assert inked(line, ONE) == one
    assert inked(line, FOUR) == four


def test_black_text_is_printed_over_and_other_text_is_not() -> None:
    stream = b"0 0 0 rg\nBT\n(a) Tj\nET\nq\n1 1 1 rg\nBT\n(b) Tj\nET\nQ\nBT\n(c) Tj\nET"
    assert inked(stream, FOUR).split(b"\n") == [
        b"0 0 0 1 k",
        b"/TirageOver gs",
        b"BT",
        b"(a) Tj",
        b"ET",
        b"/TirageKnock gs",
        b"q",
        b"0 0 0 0 k",
        b"BT",
        b"(b) Tj",
        b"ET",
        b"Q",
        b"/TirageOver gs",
        b"BT",
        b"(c) Tj",
        b"ET",
        b"/TirageKnock gs",
    ]
    assert b"gs" not in inked(stream, ONE)


def test_a_colour_that_nobody_declared_is_converted_with_the_profile() -> None:
    red = FOUR.of_rgb((1, 0, 0))
    assert red[0] < 0.1
    assert min(red[1], red[2]) > 0.9
    assert red[3] < 0.1
    assert ONE.of_rgb((1, 0, 0)) == (0.299,)


def test_no_place_gets_more_ink_than_paper_can_take() -> None:
    """Printers allow 300 to 330 per cent on coated paper."""
    steps = (0, 32, 64, 128, 255)
    dark = [(red, green, blue) for red in steps for green in steps for blue in steps]
    image = Image.new("RGB", (len(dark), 1))
    image.putdata(dark)
    printed = FOUR.picture(image)
    most = max(sum(printed.getpixel((x, 0))) for x in range(len(dark)))  # type: ignore[arg-type]
    assert most / 255 <= 3.1


def test_pictures_lose_their_colours_and_what_is_transparent_shows_paper() -> None:
    clear = Image.new("RGBA", (1, 1), (200, 0, 0, 0))
    assert ONE.picture(clear).getpixel((0, 0)) == 255
    assert FOUR.picture(clear).getpixel((0, 0)) == (0, 0, 0, 0)
    assert FOUR.picture(Image.new("RGB", (1, 1), "blue")).mode == "CMYK"
    assert ONE.picture(Image.new("CMYK", (1, 1), (0, 0, 0, 255))).getpixel((0, 0)) == 0
    assert FOUR.picture(Image.new("L", (1, 1), 7)).mode == "L"


@pytest.mark.parametrize(
    ("content", "device", "space"),
    [
        (icc.grey(), "prtr", "GRAY"),
        (icc.srgb(), "mntr", "RGB "),
        (find_intent(None, "", 4).profile, "prtr", "CMYK"),
    ],
)
def test_profiles_of_our_own_are_sound(content: bytes, device: str, space: str) -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(content)).profile
    assert (profile.device_class, profile.xcolor_space) == (device, space)
    assert int.from_bytes(content[:4], "big") == len(content)


def test_the_profile_for_screens_is_srgb() -> None:
    colours = Image.new("RGB", (3, 1))
    for place, colour in enumerate(((10, 128, 200), (255, 255, 255), (200, 3, 4))):
        colours.putpixel((place, 0), colour)
    there = ImageCms.ImageCmsProfile(io.BytesIO(icc.srgb()))
    same = ImageCms.profileToProfile(colours, ImageCms.createProfile("sRGB"), there)
    assert same is not None
    assert same.tobytes() == colours.tobytes()
