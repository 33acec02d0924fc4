"""The private functions of the engine that tirage wraps, and what they take in WeasyPrint 70.0.

Read this list, and the functions, before another version is pinned. A module that wraps one asks first whether it is
still the same: a wrapper that guesses would spoil pages without a word.
"""

from __future__ import annotations

import inspect
from typing import Any

from tirage.errors import TypesetError

SIGNATURES = {
    "_build_box_tree": "box parent pdf page_number nums annotations tags",
    "_in_flow_layout": "context box index child new_children page_is_empty absolute_boxes fixed_boxes adjoining_margins "
    "bottom_space position_y skip_stack first_letter_style first_line_style discard next_page max_lines",
    "_linebox_layout": "context box index child new_children page_is_empty absolute_boxes fixed_boxes adjoining_margins "
    "bottom_space position_y skip_stack first_letter_style first_line_style draw_bottom_decoration max_lines",
    "_update_footnote_area": "self",
    "build_fonts_dictionary": "pdf fonts compress subset options",
    "clean": "self to_unicode hinting",
    "draw_first_line": "stream textbox text_overflow block_ellipsis matrix",
    "get_pango_font_key": "pango_font",
    "make_page": "context root_box page_type resume_at page_number page_state",
    "remake_page": "index context root_box html",
    "split_first_line": "text style context max_width justification_spacing is_line_start minimum",
    "split_inline_box": "context box position_x max_x bottom_space skip_stack containing_block absolute_boxes fixed_boxes "
    "line_placeholders waiting_floats line_children first_letter_style first_line_style",
    "split_text_box": "context box available_width skip is_line_start",
    "table_layout": "context table bottom_space skip_stack containing_block page_is_empty absolute_boxes fixed_boxes",
    "text_align": "context line available_width last",
}


def expect(home: Any, name: str, does: str) -> None:
    """Make sure that the function `name` of `home`, a module or class of the engine, is the one that is known.

    `does` says for people what it is for: "makes pages".

    Raises TypesetError when it takes something else.
    """
    if [*inspect.signature(getattr(home, name)).parameters] != SIGNATURES[name].split():
        raise TypesetError(
            f"This version of WeasyPrint {does} in a way that tirage does not know. "
            "Install the version that tirage names in its requirements."
        )


def name_arguments(name: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
    """The `arguments` of a call of the function `name`, by name, in their order."""
    return dict(zip(SIGNATURES[name].split(), arguments, strict=True))
