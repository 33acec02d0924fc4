"""Structure types: which there are, what they may hold and where they may stand.

Source: ISO 32000-1:2008, 14.8.4, tables 333 to 340; the types of ISO 32000-2 among them are mapped to older ones.
"""

from __future__ import annotations

from typing import Final

HEADINGS: Final = ("H1", "H2", "H3", "H4", "H5", "H6")

ROLES: Final = {
    "Aside": "Div",
    "Em": "Span",
    "FENote": "Note",
    "Strong": "Span",
    "Sub": "Span",
    "Title": "P",
}
"""Types of PDF 2.0 and the types of PDF 1.7 that readers take them for (the role map)."""

CONTAINERS: Final = frozenset(
    ("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Aside", "TOCI")
)
"""They hold paragraphs; text of their own is put into one."""

PARAGRAPHS: Final = frozenset(("P", "Title", *HEADINGS))

INLINES: Final = frozenset(
    (
        "Span",
        "Em",
        "Strong",
        "Sub",
        "Quote",
        "Code",
        "Link",
        "Reference",
        "Lbl",
        "Annot",
        "Ruby",
        "Warichu",
    )
)
"""They stand within a paragraph."""

STANDARD: Final = (
    CONTAINERS
    | PARAGRAPHS
    | INLINES
    | frozenset(ROLES)
    | frozenset(("L", "LI", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"))
    | frozenset(("TOC", "Caption", "Index", "Private", "Note", "BibEntry", "NonStruct"))
    | frozenset(("Figure", "Formula", "Form", "RB", "RT", "RP", "WT", "WP"))
)

KIDS: Final = {
    "L": (frozenset(("LI", "Caption")), "LI"),
    "LI": (frozenset(("Lbl", "LBody")), "LBody"),
    "TOC": (frozenset(("TOCI", "TOC", "Caption")), "TOCI"),
    "Table": (frozenset(("TR", "THead", "TBody", "TFoot", "Caption")), "TR"),
    "THead": (frozenset(("TR",)), "TR"),
    "TBody": (frozenset(("TR",)), "TR"),
    "TFoot": (frozenset(("TR",)), "TR"),
    "TR": (frozenset(("TH", "TD")), "TD"),
}
"""What these may hold, and what anything else in them is wrapped in."""

_ROWS: Final = frozenset(("Table", "THead", "TBody", "TFoot"))

HOMES: Final = {
    "LI": frozenset(("L",)),
    "LBody": frozenset(("LI",)),
    "TOCI": frozenset(("TOC",)),
    "THead": frozenset(("Table",)),
    "TBody": frozenset(("Table",)),
    "TFoot": frozenset(("Table",)),
    "TR": _ROWS,
    "TH": frozenset(("TR",)),
    "TD": frozenset(("TR",)),
}
"""The only parents these may have."""

CELLS: Final = frozenset(("TH", "TD"))
"""They stay even when empty: a table's grid needs them."""
