"""Colours to inks. In comes a colour of the screen, out goes what the press prints for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from io import BytesIO
from typing import Literal, TypeAlias

from PIL import Image, ImageCms

from tirage.bind import icc
from tirage.model.layout import Ink

Tint: TypeAlias = tuple[float, ...]
"""Components as PDF has them: one (1 is paper), or cyan, magenta, yellow, black (0 is paper)."""

_LUMA = (0.299, 0.587, 0.114)
"""Weights of red, green, blue in what the eye sees of them (ITU-R BT.601)."""

_NEUTRAL = 8
"""By how much red, green and blue of 255 differ at most in what the eye takes for grey: drawing programs write such
blacks (#231f20), and four inks would be printed for them."""


class Inks:
    """The inks of a galley: those that the layout declares, and what other colours become."""

    def __init__(self, declared: Sequence[Ink], number: Literal[1, 4], profile: bytes) -> None:
        self.number = number
        self._profile = profile
        self._known: dict[tuple[int, ...], Tint] = {}
        for ink in declared:
            tint = (1 - ink.one,) if number == 1 else ink.four
            self._known.setdefault(_bytes(ink.colour), tuple(round(part, 4) for part in tint))

    def of_rgb(self, rgb: Sequence[float]) -> Tint:
        """What is printed for red, green, blue from 0 to 1: the declared ink, greys as black, others converted."""
        key = tuple(round(part * 255) for part in rgb)
        if key not in self._known:
            self._known[key] = self._converted(key)
        return self._known[key]

    def of_cmyk(self, cmyk: Sequence[float]) -> Tint:
        """What is printed for inks that somebody has named."""
        if self.number == 4:
            return tuple(cmyk)
        *mixed, black = cmyk
        cover = sum(weight * part for weight, part in zip(_LUMA, mixed, strict=True))
        return (round(max(0.0, 1 - cover - black), 4),)

    def of_grey(self, grey: float) -> Tint:
        """What is printed for a grey; 1 is paper."""
        return (grey,) if self.number == 1 else (0, 0, 0, round(1 - grey, 4))

    def picture(self, image: Image.Image) -> Image.Image:
        """`image` in inks: of the mode L or CMYK. What is transparent in it shows paper."""
        if "A" in image.getbands() or "transparency" in image.info:
            image = image.convert("RGBA")
            paper = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(paper, image).convert("RGB")
        if image.mode in ("1", "L") or (self.number == 4 and image.mode == "CMYK"):
            return image.convert("L") if image.mode == "1" else image
        if self.number == 1:
            return image.convert("RGB").convert("L")
        return ImageCms.applyTransform(image.convert("RGB"), self._transform) or image

    def _converted(self, rgb: tuple[int, ...]) -> Tint:
        grey = sum(weight * part for weight, part in zip(_LUMA, rgb, strict=True)) / 255
        if self.number == 1 or max(rgb) - min(rgb) <= _NEUTRAL:
            return self.of_grey(round(grey, 4))
        dot = self.picture(Image.new("RGB", (1, 1), rgb)).getpixel((0, 0))
        assert isinstance(dot, tuple)
        return tuple(round(part / 255, 4) for part in dot)

    @cached_property
    def _transform(self) -> ImageCms.ImageCmsTransform:
        press = ImageCms.ImageCmsProfile(BytesIO(self._profile))
        screen = ImageCms.ImageCmsProfile(BytesIO(icc.srgb()))
        intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        return ImageCms.buildTransform(screen, press, "RGB", "CMYK", intent, flags)


def _bytes(colour: str) -> tuple[int, ...]:
    """Red, green, blue of a colour as CSS writes it: "#0d4f5c" or "#fff"."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return tuple(bytes.fromhex(digits))
