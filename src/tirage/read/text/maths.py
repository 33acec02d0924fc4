"""A formula in LaTeX → Math, with the same as MathML."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

from tirage.languages.chemistry import chemistry_latex, speak_chemistry
from tirage.languages.speech import words_of
from tirage.languages.spoken import speak
from tirage.model.matter import Math
from tirage.read.remarks import Position, Remarks
from tirage.read.source import FORBIDDEN
from tirage.read.words import words

_LANGUAGE = "content.maths/language"

LONGEST = 5_000
"""Characters in one formula."""
DEEPEST = 40
"""Braces in one another."""

# MathML 3, as far as latex2mathml makes it of ordinary formulas; no links, no styles.
_ELEMENTS = frozenset(
    words(
        "math mrow mi mn mo mtext mspace mfrac msqrt mroot mstyle mpadded mphantom mfenced menclose msub msup msubsup "
        "munder mover munderover mmultiscripts mprescripts none mtable mtr mtd"
    )
)
_REFUSED = frozenset({"href", "style", "class", "id"})
_PARTS = {
    "mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3,
    "munderover": 3,
}  # fmt: skip
_REFERENCE = re.compile(r"&#x([0-9A-Fa-f]{1,6});")
_ENVIRONMENT = re.compile(r"\\begin\s*\{\s*([^{}]*?)\s*\}")
_CHEMISTRY = re.compile(r"\\ce\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
ENVIRONMENTS = frozenset(
    words(
        "matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix matrix* pmatrix* bmatrix* Bmatrix* vmatrix* Vmatrix* smallmatrix "
        "array cases align align* split equation equation* substack"
    )
)
"""What may stand after `\\begin`."""


def make_math(latex: str, display: bool, language: str, remarks: Remarks, at: Position) -> Math:
    """The formula, with words in `language`; with `mathml` "" and a finding when it cannot be understood."""
    written = latex.strip()
    try:
        latex = _CHEMISTRY.sub(lambda match: chemistry_latex(match[1]), written)
    except ValueError as error:
        message = f"The chemical formula has a sign that is not known: `{error}`."
        advice = "Known are elements, numbers, charges, brackets, states and arrows: `\\ce{SO4^2- + 2H+ -> H2SO4}`."
        _complain("chemistry", message, advice, remarks, at)
        return Math(written, "")
    code, message, advice = _look_over(latex)
    if message:
        _complain(code, message, advice, remarks, at)
        return Math(latex, "")
    try:
        from latex2mathml.converter import convert_to_element  # noqa: PLC0415 - slow, rarely needed

        element = convert_to_element(latex, display="block" if display else "inline")
    except Exception as error:  # the library has no common root for what it raises
        message = f"The formula cannot be read: {_explain(error)}."
        _complain("unreadable", message, "Compare its braces and commands.", remarks, at)
        return Math(latex, "")
    code, message = _inspect(element)
    if message:
        _complain(code, message, "Take it out, or write it otherwise.", remarks, at)
        return Math(latex, "")
    mathml = tostring(element, encoding="unicode")
    spoken = _speak(written, mathml, language)
    if not spoken and words_of(language) is None:
        _tell_of_language(language, remarks, at)
    elif not spoken:
        message = "The formula cannot be read aloud: there is no word for something in it."
        advice = "Its LaTeX is used instead; nothing in print changes."
        remarks.inform("content.maths/unspoken", message, advice, at)
    return Math(latex, mathml, spoken)


def _tell_of_language(language: str, remarks: Remarks, at: Position) -> None:
    """Say once in a file that formulas are not read aloud in its language."""
    if not remarks.counts[(_LANGUAGE, remarks.file)]:
        message = f"Formulas are not read aloud in `{language}`: tirage has no words for them."
        advice = f"Their LaTeX is used instead. Words stand in the folders of languages: `{language}/speech.toml`."
        remarks.inform(_LANGUAGE, message, advice, at)


def _speak(written: str, mathml: str, language: str) -> str:
    chemical = _CHEMISTRY.fullmatch(written)
    return speak_chemistry(chemical[1], language) if chemical else speak(mathml, language)


def _look_over(latex: str) -> tuple[str, str, str]:
    """Code, message and advice for what latex2mathml would pass over in silence; empty when there is nothing."""
    depth = deepest = 0
    for sign in re.findall(r"(?<!\\)(?:\\\\)*([{}])", latex):
        depth += -1 if sign == "}" else 1
        deepest = max(deepest, depth)
        if depth < 0:
            break
    if len(latex) > LONGEST or deepest > DEEPEST:
        return ("too-large", "The formula is too large.", "Split it.")
    if depth:
        message = "The braces of the formula do not match."
        return ("unreadable", message, "Close every `{` with `}`.")
    if re.search(r"(?<!\\)%", latex):
        message = "In a formula, what follows `%` is left out."
        return ("comment", message, "Write `\\%` for a per cent sign.")
    if re.search("[Ѐ-ӿ]{2}", re.sub(r"\{[^{}]*\}", "", latex)):
        message = "The formula holds words."
        return (
            "words",
            message,
            "If the dollar is money, write `\\$`; else put the words into `\\text{…}`.",
        )
    for name in _ENVIRONMENT.findall(latex):
        if name not in ENVIRONMENTS:
            message = f"`\\begin{{{name}}}` is not known."
            return ("unknown-command", message, "Known are `matrix`, `cases`, `align` and others.")
    return ("", "", "")


def _complain(code: str, message: str, advice: str, remarks: Remarks, at: Position) -> None:
    remarks.fail(f"content.maths/{code}", message, advice, at)


def _explain(error: Exception) -> str:
    """The name of the error as words: "missing super script or subscript"."""
    name = type(error).__name__.removesuffix("Error")
    missing = "something is missing at its end"
    known = {"NoAvailableTokens": missing, "StopIteration": missing, "Index": missing}
    return known.get(name) or re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _inspect(element: Element) -> tuple[str, str]:
    """Code and message for what is wrong with the MathML; character references in it become characters."""
    for node in element.iter():
        if refused := _REFUSED & node.attrib.keys():
            name = sorted(refused)[0]
            return ("unknown-command", f"A command of the formula is not allowed here (`{name}`).")
        if node.tag not in _ELEMENTS and not node.tag.endswith("}math"):
            return ("unknown-command", f"The formula holds what cannot be set (`{node.tag}`).")
        if len(node) != _PARTS.get(node.tag, len(node)):
            return ("unreadable", "A command lacks a part, as `\\frac{a}` without the second.")
        text = node.text or ""
        if text.startswith("\\") and node.tag != "mtext":
            return ("unknown-command", f"The command `{text}` is not known.")
        try:
            text = _REFERENCE.sub(lambda match: chr(int(match[1], 16)), text)
        except ValueError:
            text = "\0"
        if FORBIDDEN.search(text):
            return ("unknown-command", "The formula holds a character that does not exist.")
        node.text = text or None
    return ("", "")
