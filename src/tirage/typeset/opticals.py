"""One font in the file for each optical size, not one for each size of type.

Pango sets the optical size of a variable font to the size of the type, and a style sheet that sets it otherwise only adds
to that: the font is described as "opsz=10.6,opsz=12". WeasyPrint takes fonts that are described differently for
different fonts and writes each into the file, though the last value alone counts. So the description is reduced to
what counts before it is used as a key: nothing at all for a font that does not vary. Half the fonts, and the same glyphs
on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from weasyprint.pdf import stream
from weasyprint.text.ffi import ffi, harfbuzz, pango
from weasyprint.text.fonts import get_pango_font_hb_face

from tirage.typeset.pinned import expect


def install() -> None:
    """Wrap the function that names fonts, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(stream, "get_pango_font_key", "names fonts")
    if not hasattr(stream.get_pango_font_key, "__wrapped__"):
        stream.get_pango_font_key = _reduced(stream.get_pango_font_key)


def last_values(variations: str) -> str:
    """Each axis once, with its last value, in alphabetical order: "opsz=10.6,wght=400,opsz=12" to "opsz=12,wght=400"."""
    axes = dict(part.split("=", 1) for part in variations.split(",") if "=" in part)
    return ",".join(f"{axis}={float(value):g}" for axis, value in sorted(axes.items()))


def _reduced(name: Callable[[Any], Any]) -> Callable[[Any], Any]:
    @wraps(name)
    def reduce(font: Any) -> Any:
        key, description, size = name(font)
        variations = pango.pango_font_description_get_variations(description)
        if variations == ffi.NULL:
            return key, description, size
        if _varies(get_pango_font_hb_face(font)):
            reduced = last_values(ffi.string(variations).decode())
            pango.pango_font_description_set_variations(description, reduced.encode())
        else:
            pango.pango_font_description_unset_fields(description, pango.PANGO_FONT_MASK_VARIATIONS)
        return pango.pango_font_description_hash(description), description, size

    return reduce


def _varies(face: Any) -> bool:
    """Whether a font has axes of variation (OpenType, table `fvar`)."""
    table = harfbuzz.hb_face_reference_table(face, harfbuzz.hb_tag_from_string(b"fvar", -1))
    try:
        return bool(harfbuzz.hb_blob_get_length(table))
    finally:
        harfbuzz.hb_blob_destroy(table)
