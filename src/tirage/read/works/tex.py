"""TeX's spelling of letters, as BibTeX files have it → plain text."""

from __future__ import annotations

import re
import unicodedata

from tirage.read.words import words

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SYMBOLS = {
    "ss": "ß", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "copyright": "©", "pounds": "£",
    "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘",
    "textquotedblleft": "“", "textquotedblright": "”", "guillemotleft": "«", "guillemotright": "»",
    "textellipsis": "…", "ldots": "…", "dots": "…", "textregistered": "®", "texttrademark": "™",
    "textdegree": "°", "textnumero": "№", "textbackslash": "\\", "TeX": "TeX", "LaTeX": "LaTeX",
    "BibTeX": "BibTeX", "textasciitilde": "~", "textunderscore": "_", "textasciicircum": "^",
    "slash": "/", "newblock": "", "-": "", "/": "", ",": "\u2009", " ": " ", "\\": " ",
}  # fmt: skip
_STYLES = frozenset(
    words(
        "emph textit textbf textsc textrm textsf texttt textup textsl textnormal text url path href"
        " mbox uppercase it bf sc rm em enquote"
    )
)
_TOKEN = re.compile(
    r"""\\(?P<word>[A-Za-z]+)[ ]*
    | \\(?P<sign>[^A-Za-z])
    | (?P<brace>[{}])
    | (?P<dash>-{2,3})
    | (?P<quote>``|'')
    | (?P<tie>~)""",
    re.VERBOSE,
)
_DASHES = {"--": "–", "---": "—"}
_QUOTES = {"``": "“", "''": "”"}


def decode(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without TeX, and the commands in it that are not known (they stay as they stand)."""
    unknown: list[str] = []
    out: list[str] = []
    accent = ""
    at = 0
    for match in _TOKEN.finditer(text):
        accent = _put(out, text[at : match.start()], accent)
        at = match.end()
        kind, value = match.lastgroup or "", match[match.lastgroup or 0]
        if kind in ("word", "sign"):
            name = match["word"] or match["sign"]
            if name in _ACCENTS:
                accent = _ACCENTS[name] + accent  # in \'{\^e} the inner one comes first
                continue
            value = _spell(name, kind, unknown)
        elif kind == "brace":
            continue
        else:
            value = {"dash": _DASHES, "quote": _QUOTES}.get(kind, {}).get(value, "\u00a0")
        accent = _put(out, value, accent)
    _put(out, text[at:], accent)
    return unicodedata.normalize("NFC", "".join(out)), tuple(unknown)


def _put(out: list[str], piece: str, accent: str) -> str:
    """Append `piece`, its first letter with the accent that waits; the accent that still waits."""
    if not piece:
        return accent
    if accent:
        base = {"ı": "i", "ȷ": "j"}.get(piece[0], piece[0])
        piece = base + accent + piece[1:]
    out.append(piece)
    return ""


def _spell(name: str, kind: str, unknown: list[str]) -> str:
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    if name in _STYLES:
        return ""
    if kind == "sign":
        return name
    unknown.append(f"\\{name}")
    return f"\\{name} "
