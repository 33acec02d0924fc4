"""Text that is copied from a page, or searched in it, is what was written: ordinary spaces and nothing invisible.

Composition holds words together with no-break spaces and joiners. WeasyPrint maps each glyph to the characters for which
it was first used (ISO 32000-1, 9.10.3), so readers would hand on these characters; and where a face draws several kinds
of space with one glyph, the kind that comes first would stand for all. So the maps are made plain before they are
written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import weasyprint.pdf

from tirage.languages.marks.signs import plain_spaces
from tirage.typeset.pinned import expect


def install() -> None:
    """Wrap the engine's function that writes fonts, once in the life of a process.

    Raises TypesetError when the engine is not the one that this module knows.
    """
    expect(weasyprint.pdf, "build_fonts_dictionary", "writes fonts")
    if not hasattr(weasyprint.pdf.build_fonts_dictionary, "__wrapped__"):
        weasyprint.pdf.build_fonts_dictionary = _plain(weasyprint.pdf.build_fonts_dictionary)


def _plain(build: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(build)
    def write(pdf: Any, fonts: Any, *rest: Any) -> Any:
        for font in fonts.values():
            font.to_unicode = {glyph: plain_spaces(text) for glyph, text in font.to_unicode.items()}
        return build(pdf, fonts, *rest)

    return write
