"""Pages that hold all they should and look wrong in one way each."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO

from PIL import Image

from tests.preflight.documents import LONG, Document

LINE = 12
"""Distance of lines, pt."""

LINES = 19
"""Lines on a page."""


def _ugly(name: str, body: str, style: str = "", head: str = "<h1>Статья</h1>") -> Document:
    return Document(name, head + body, first=5, style=style)


def _text(times: int, style: str = "") -> str:
    return f"<p style='{style}'>{LONG * times}</p>"


def _full(*lines: str, style: str = "") -> str:
    """A paragraph of these lines, each spaced to the full measure."""
    return f"<p style='text-align-last: justify; hyphens: none; {style}'>{'<br>'.join(lines)}</p>"


def _filled(lines: int, style: str = "") -> str:
    """Lines of text that fill a page so far."""
    rows = "<br>".join(f"Строка {number} первой страницы" for number in range(lines))
    return f"<p style='{style}'>{rows}</p>"


def _image(pixels: int, style: str) -> str:
    file = BytesIO()
    Image.new("RGB", (pixels, pixels), "gray").save(file, "PNG")
    data = b64encode(file.getvalue()).decode()
    return f"<p><img alt='серый квадрат' style='{style}' src='data:image/png;base64,{data}'></p>{_text(2)}"


_NEW_PAGE = "break-before: page"
_WORDS = "Ровные строки стоят рядом и не спорят друг"
_BROKEN = "Ровные строки стоят рядом и не спорят дру-"
_HEADED = _text(3) + "".join(_text(3, _NEW_PAGE) for _ in range(3))
_OTHER = "<section style='page: other'>" + _text(3) + "</section>"
_LINES = _full(_WORDS, _WORDS, _WORDS, _WORDS)
_ROWS = "".join(f"<tr><td>Страна {number}<td>{number * 1367}" for number in range(1, 30))

UGLY = (
    _ugly(
        "other-head",
        _HEADED + _OTHER,
        "@page other { @top-left { content: 'Вестник другого журнала 2019 № 7'; font: 6pt Literata } }",
    ),
    _ugly("no-head", _HEADED + _OTHER, "@page other { @top-left { content: none } }"),
    _ugly(
        "cut-off",
        _text(2)
        + "<p style='position: absolute; left: -18mm; white-space: nowrap'>За краем страницы</p>",
    ),
    _ugly(
        "in-margin",
        _text(8) + "<p style='margin-left: -11mm'>Слово на полях страницы</p>",
        "@page { size: 110mm 220mm }",
    ),
    _ugly(
        "tiny", f"{_text(2)}<p style='font-size: 4pt'>Мелкий шрифт, который никто не прочтёт</p>"
    ),
    _ugly(
        "over",
        "<p><span style='white-space: nowrap'>Этастрокадлиннеевсехостальныхпотомучтоеёнельзя</span> "
        f"{LONG * 3}</p>",
    ),
    _ugly(
        "widow",
        _filled(LINES - 3) + _filled(4, "widows: 1; orphans: 1") + _text(3),
        head="",
    ),
    _ugly(
        "orphan",
        _filled(LINES - 1) + _filled(5, "widows: 1; orphans: 1") + _text(3),
        head="",
    ),
    _ugly("runt", _full(_WORDS, _WORDS, _WORDS, _BROKEN, "га.") + _LINES),
    _ugly("ladder", _full(_WORDS, *(_BROKEN,) * 6, _WORDS) + _LINES),
    _ugly("loose", _full(_WORDS, _WORDS, "Слова этой строки далеко", _WORDS, _WORDS, _WORDS)),
    _ugly("stranded", f"{_text(3)}<h2>Глава</h2>{_text(3, _NEW_PAGE)}"),
    _ugly(
        "headless",
        f"{_text(2)}<table><thead><tr><th>Страна<th>Число</thead>{_ROWS}</table>",
        "thead { display: table-row-group }",
    ),
    _ugly(
        "empty-page",
        f"{_text(3)}<div style='{_NEW_PAGE}'></div>{_text(3, _NEW_PAGE)}{_text(3, _NEW_PAGE)}",
    ),
    _ugly("sparse", f"{_text(3)}<p style='{_NEW_PAGE}'>Одна строка на странице.</p>"),
    _ugly("coarse", _image(40, "width: 20mm")),
    _ugly("coarse-in-print", _image(158, "width: 20mm")),
    _ugly("stretched", _image(400, "width: 20mm; height: 26mm")),
)
