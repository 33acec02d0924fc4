"""Widths of text as the engine shapes it, and lines whose spaces and letters are set apart.

Pango's own letter spacing shapes each word by itself, which loses the kerning at spaces, and WeasyPrint cuts off what
is less than a thousandth of the size, so that a line of eighty letters ends half a point off. So the advances
of the shaped glyphs are changed instead, each to a whole thousandth, the rest carried on to the next glyph.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps
from itertools import accumulate
from typing import Any, NamedTuple

from weasyprint.matrix import Matrix
from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

_INFO = 5
"""Numbers in a PangoGlyphInfo: glyph, width, two offsets, flags."""
SPACES = (" ", "\u00a0")
"""What is stretched: the space and the no-break space."""
_SPACES = tuple(space.encode() for space in SPACES)
_HAIR = 0.01
"""Word spacing, in CSS pixels, under which a style sheet only works around the engine (decision 18)."""


_FACE = (
    *(
        "hyphenate_character",
        "font_family",
        "font_size",
        "font_style",
        "font_weight",
        "font_stretch",
    ),
    *("font_variation_settings", "font_variant_caps", "font_feature_settings", "letter_spacing"),
)
"""The properties on which the width of a hyphen depends."""
_hyphens: dict[tuple[Any, ...], float] = {}
"""Widths of hyphens that are known."""


class _Part(NamedTuple):
    """A letter, with its marks, or a space."""

    run: int
    """Number of the run of glyphs that it is in."""
    glyph: int
    """Number of its last glyph there."""
    is_space: bool
    is_joined: bool
    """Another letter comes next."""


class Line(Layout):
    """The text of one box of a composed line."""

    word = letter = 0.0
    """What is added to each space, and between two characters of a word, in CSS pixels."""
    scale = 1.0
    """How many times as wide as the face has them glyphs are drawn."""
    spaces = letters = 0
    """How many spaces can be set apart, and how many letters from the next."""
    ends_in_letter = False
    closed = True
    """Nothing is added behind its last letter."""

    def set_text(self, text: str, justify: bool = False) -> None:  # noqa: ARG002
        """Shape `text`, kerning at spaces kept; never justified by the engine."""
        style = self.style
        if style["letter_spacing"] == "normal" and abs(style["word_spacing"]) < _HAIR:
            self.text = text
            data = text.encode()
            pango.pango_layout_set_text(self.layout, data, len(data))
        else:
            super().set_text(text)  # type: ignore[no-untyped-call]

    def reactivate(self, style: Any) -> None:
        """Shape the text again, for drawing, and set it apart."""
        super().reactivate(style)  # type: ignore[no-untyped-call]
        if self.word or self.letter:
            # The engine sets this mode too, which would shape the text once more.
            pango.pango_layout_set_single_paragraph_mode(self.layout, True)
            self._spread(style["font_size"])

    def count(self) -> None:
        """Count what can be set apart."""
        parts = list(self._parts(list(_runs(self))))
        self.spaces = sum(part.is_space for part in parts)
        self.letters = sum(part.is_joined for part in parts)
        self.ends_in_letter = bool(parts) and not parts[-1].is_space

    def join(self) -> None:
        """Another text comes next, without a space: a last letter is set apart from it too."""
        if self.ends_in_letter:
            self.closed = False
            self.letters += 1

    def set_apart(self, width: float, word: float, letter: float, scale: float) -> float:
        """When it is drawn, make its glyphs `scale` times as wide and add `word` to each space and `letter` between letters.

        In comes its `width`, out what all this adds to it.
        """
        self.word, self.letter, self.scale = word, letter, scale
        return width * (scale - 1) + self.spaces * word + self.letters * letter

    def rest(self) -> None:
        """Let go of what Pango holds, until the text is drawn."""
        self.deactivate()  # type: ignore[no-untyped-call]

    def _parts(self, runs: list[Any]) -> Iterator[_Part]:
        """Each cluster of the `runs` that has a width."""
        data = self.text.encode()
        found = [
            (number, glyph, is_space)
            for number, run in enumerate(runs)
            for glyph, is_space in _clusters(run, data)
        ]
        before_space = [is_space for _, _, is_space in found[1:]] + [self.closed]
        for (number, glyph, is_space), ends in zip(found, before_space, strict=False):
            yield _Part(number, glyph, is_space, not (is_space or ends))

    def _spread(self, size: float) -> None:
        unit = size / 1000  # CSS pixels in what the engine counts in
        carry = 0.0
        runs = list(_runs(self))
        extras = [[0.0] * run.glyphs.num_glyphs for run in runs]
        for part in self._parts(runs):
            added = self.word if part.is_space else self.letter if part.is_joined else 0.0
            extras[part.run][part.glyph] = added / self.scale
        for run, extra in zip(runs, extras, strict=True):
            glyphs, count = _numbers(run)
            for number in range(count):
                glyph, width, offset = glyphs[_INFO * number : _INFO * number + 3]
                if offset or not width:
                    carry += extra[number] / unit  # a mark: it stays where it is
                    continue
                own = round(_own_width(run.item.analysis.font, glyph) / size)
                wanted = own - (width * FROM_UNITS + extra[number]) / unit - carry
                kern = round(wanted)
                carry = kern - wanted
                # The engine cuts off the fraction.
                inside = kern + (0.4 if kern > 0 else -0.4 if kern < 0 else 0)
                glyphs[_INFO * number + 1] = round((own - inside) * unit * TO_UNITS)


def shaped(text: str, style: Any) -> Line:
    """`text` on one line, shaped."""
    layout: Line = Line(style)  # type: ignore[no-untyped-call]
    layout.set_text(text)
    return layout


def first_line(layout: Line) -> Any:
    """Pango's line of a text that has one."""
    line, _ = layout.get_first_line()  # type: ignore[no-untyped-call]
    return line


def widened(draw: Any) -> Any:
    """The engine's function `draw` that draws a text, made to draw the glyphs of a composed one as wide as they are to be."""

    @wraps(draw)
    def draw_widened(stream: Any, textbox: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
        scale = getattr(textbox.pango_layout, "scale", 1.0)
        if scale != 1.0:
            matrix = Matrix(a=scale) @ matrix
        return draw(stream, textbox, overflow, ellipsis, matrix)

    return draw_widened


def advances(layout: Line) -> list[float]:
    """The width before each byte of the text, in CSS pixels; one more for its end."""
    widths = [0] * len(layout.text.encode())
    for run in _runs(layout):
        glyphs, count = _numbers(run)
        offset = run.item.offset
        clusters = ffi.unpack(run.glyphs.log_clusters, count)
        for cluster, width in zip(clusters, glyphs[1::_INFO], strict=True):
            widths[offset + cluster] += width
    return [0.0, *(total * FROM_UNITS for total in accumulate(widths))]


def hyphen_width(style: Any) -> float:
    """The width of the hyphen that is put at the end of a line, in CSS pixels; shaped once for each face and size."""
    key = tuple(style[name] for name in _FACE)
    if key not in _hyphens:
        _hyphens[key] = advances(shaped(style["hyphenate_character"], style))[-1]
    return _hyphens[key]


def _runs(layout: Line) -> Iterator[Any]:
    run = first_line(layout).runs
    while run != ffi.NULL:
        yield run.data
        run = run.next


def _numbers(run: Any) -> tuple[Any, int]:
    """The glyphs of a run as numbers that can be written, and how many glyphs there are."""
    count = run.glyphs.num_glyphs
    return memoryview(ffi.buffer(run.glyphs.glyphs, 4 * _INFO * count)).cast("i"), count


def _clusters(run: Any, data: bytes) -> Iterator[tuple[int, bool]]:
    """Each cluster that has a width: its last glyph, and whether it is a space."""
    glyphs, count = _numbers(run)
    offset = run.item.offset
    clusters = ffi.unpack(run.glyphs.log_clusters, count)
    wide = False
    for number in range(count):
        wide = wide or glyphs[_INFO * number + 1] != 0
        if number + 1 == count or clusters[number + 1] != clusters[number]:
            if wide:
                yield number, data.startswith(_SPACES, offset + clusters[number])
            wide = False


_rectangles = ffi.new("PangoRectangle[2]")


def _own_width(font: Any, glyph: int) -> float:
    """The advance of a glyph without kerning, in thousandths of a CSS pixel."""
    if glyph < 0 or glyph >= 0x0FFFFFFF:
        return 0.0
    pango.pango_font_get_glyph_extents(font, glyph, _rectangles, _rectangles + 1)
    return float(_rectangles[1].width * 1000 * FROM_UNITS)
