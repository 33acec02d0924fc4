"""PNG and JPEG: opened, decoded to the last row, measured."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

from tirage.read.remarks import Remarks

MOST_PIXELS = 100_000_000
"""A page of A4 at 900 dpi has 80 million."""
_EXIF_ORIENTATION = 0x0112
_KINDS: dict[str, Literal["png", "jpeg"]] = {"PNG": "png", "JPEG": "jpeg"}


class Raster(NamedTuple):
    """A sound picture."""

    kind: Literal["png", "jpeg"]
    width: float
    height: float
    """Natural size in px of CSS: at the picture's own resolution, where it is finer than a screen's 96 dpi."""


def read_raster(data: bytes, remarks: Remarks) -> Raster | None:
    """The picture in `data`; None, and a finding about the file, when it is not whole."""
    from PIL import Image, ImageFile, UnidentifiedImageError  # noqa: PLC0415 - only issues with pictures need it

    # Other libraries in the process may have told Pillow to be content with a part (WeasyPrint does).
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a bomb below the limit, of strange metadata
            with Image.open(io.BytesIO(data), formats=tuple(_KINDS)) as picture:
                picture.verify()  # sums of all its parts, and that there is an end
            with Image.open(io.BytesIO(data), formats=tuple(_KINDS)) as picture:
                return _measure(picture, remarks)
    except Image.DecompressionBombError:
        _refuse_size(remarks)
    except UnidentifiedImageError:
        remarks.fail(
            "content.image/format",
            "The picture is neither SVG nor PNG nor JPEG.",
            "Save it as one of these; drawings and charts best as SVG.",
        )
    except Exception as error:  # a broken file makes Pillow raise almost anything
        remarks.fail(
            "content.image/unreadable",
            f"The picture is damaged or cut off ({error}).",
            "Save it again, or ask for it again.",
        )
    return None


def _measure(picture: Picture, remarks: Remarks) -> Raster | None:
    width, height = picture.size
    if width * height > MOST_PIXELS:
        _refuse_size(remarks)
        return None
    resolution = picture.info.get("dpi", (96, 96))
    turned = picture.getexif().get(_EXIF_ORIENTATION, 1) in (5, 6, 7, 8)
    kind = _KINDS[str(picture.format)]
    if kind == "jpeg":
        picture.draft(None, (width // 8, height // 8))  # every byte is still read, but faster
    picture.load()
    across, down = (float(dpi) if 96 < float(dpi) <= 2400 else 96.0 for dpi in resolution)
    size = (width * 96 / across, height * 96 / down)
    return Raster(kind, *(reversed(size) if turned else size))


def _refuse_size(remarks: Remarks) -> None:
    remarks.fail(
        "content.image/too-large",
        f"The picture has more than {MOST_PIXELS // 1_000_000} million pixels.",
        "Make it smaller: 2500 pixels are enough for the width of a page.",
    )
