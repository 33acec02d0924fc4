"""What the tests have printed: a small issue, and pages that are wrong in one way each."""

from __future__ import annotations

from dataclasses import dataclass, replace

STYLE = """
@page { size: 110mm 120mm; margin: 18mm 14mm;
  @top-left { content: "Вестник печати и письма 2026 № 1 (131)"; font: 6pt Literata }
  @bottom-right { content: counter(page); font: 8pt "Source Sans 3" } }
html { font: 9pt/12pt Literata; hyphens: auto; word-spacing: .001pt }
p { text-align: justify; margin: 0 }
.note { float: footnote; font-size: 7pt }
.caps { font-variant: small-caps }
.upper { text-transform: uppercase }
sup { position: relative; top: -3pt; font-size: 6pt; vertical-align: baseline }
table { border-collapse: collapse; width: 100% }
a { color: inherit }
"""

LONG = (
    "Взаимообусловленность государственно-правового регулирования и интеграционных процессов "
    "рассматривается в № 5 и в 1-м томе, т. е. там, где это возможно. "
)
KAZAKH = "Қазақстан Республикасының интеграциялық үдерістері туралы әңгіме өрбіді, ұлт пен тіл. "
NOTE = "Пояснение к слову, которое стоит выше, в основном тексте."
OTHER_NOTE = "Там же, с. 12."
ROWS = tuple((f"Страна {number}", f"{number * 1367}") for number in range(1, 30))
DOI = "10.5555/1234-5679.a-very-long-identifier-that-must-be-broken-2026-131"


@dataclass(frozen=True)
class Document:
    """A piece to be printed."""

    name: str
    body: str
    language: str = "ru"
    first: int = 57
    style: str = ""
    flows: tuple[tuple[str, str], ...] = ()
    """Names and words of what must be found in the pages."""

    @property
    def html(self) -> str:
        reset = f"@page :first {{ counter-reset: page {self.first} }}"
        head = f"<meta charset=utf-8><title>{self.name}</title><style>{STYLE}{reset}{self.style}</style>"
        return f"<html lang={self.language}>{head}<body>{self.body}</body></html>"


def _link(doi: str) -> str:
    return f'<a href="https://doi.org/{doi}">https://doi.org/{doi}</a>'


_TABLE = (
    "<table><thead><tr><th>Страна<th>Число</thead>"
    + "".join(f"<tr><td>{name}<td>{number}" for name, number in ROWS)
    + "</table>"
)

ONE = Document(
    "one",
    f"""<h1 class=upper>Первая статья</h1>
<p>{LONG * 9} Слово<span class=note>{NOTE}</span> и ещё <span class=caps>капитель</span>, H<sub>2</sub>O, x<sup>2</sup>y,
<b>жир</b>ный. {KAZAKH * 6}</p>
<p>{LONG * 3} Повсюду<span class=note>{OTHER_NOTE}</span> одно и то же. Смотри {_link(DOI)}, где сказано всё.</p>
{_TABLE}<ol><li>да<li>нет</ol><p>Конец.</p>""",
    flows=(
        ("title", "Первая статья"),
        (
            "text",
            f"{LONG * 9} Слово и ещё капитель, H2O, x2y, жирный. {KAZAKH * 6} {LONG * 3} Повсюду одно и то же. "
            f"Смотри https://doi.org/{DOI}, где сказано всё. Страна Число "
            + " ".join(f"{name} {number}" for name, number in ROWS)
            + " да нет Конец.",
        ),
        ("note 1", NOTE),
        ("note 2", OTHER_NOTE),
        ("running title", "Вестник печати и письма"),
    ),
)

TWO = Document(
    "two",
    f"<h1>Вторая статья о 2020 годе</h1><p>{LONG}</p>",
    first=63,
    flows=(("title", "Вторая статья о 2020 годе"), ("text", LONG)),
)

CONTENTS = Document(
    "contents",
    """<h1>Содержание</h1>
<p><a href="tirage:one">Первая статья</a></p><p>First article</p><p>Автор</p><div>57</div>
<p><a href="tirage:two">Вторая статья о 2020 годе</a></p><p>Second article of 2020</p><div>63</div>""",
    first=3,
    style="@page{@bottom-right{content:counter(page, lower-roman)}}",
)

COVER = Document(
    "cover", "<h1>Вестник</h1><p>Опыт</p>", first=1, style="@page{@bottom-right{content:none}}"
)

BLANK = Document(
    "blank", "", first=4, style="@page{@bottom-right{content:none}@top-left{content:none}}"
)

FRONT = Document(
    "front",
    """<h1 style="color: #000">Вестник</h1><p style="color: #fff">Опыт</p><p style="break-before: page; color: #fff">Внутри</p>""",
    style="@page{bleed: 3mm; background: #0d4f5c; @bottom-right{content:none}@top-left{content:none}}",
)

BACK = replace(FRONT, name="back", body=FRONT.body.replace("Вестник", "Оборот"))

SPLIT_ROW = Document(
    "split-row",
    "<div style='height: 60mm'></div><table>"
    + f"<tr><td>Слева<td>{LONG * 2}<td>Справа стоит слово, другое слово и третье</table><p>{LONG}</p>",
    flows=(("text", f"Слева {LONG * 2} Справа стоит слово, другое слово и третье {LONG}"),),
)

SHORT = replace(TWO, name="short", first=5)
"""The smallest article: what follows is this page, spoiled in one way."""

SPOILED = (
    replace(
        ONE,
        name="lost-words",
        body=ONE.body.replace("Повсюду", "<span style='display:none'>Повсюду</span>"),
    ),
    replace(
        ONE,
        name="lost-note",
        body=ONE.body.replace(f"<span class=note>{OTHER_NOTE}</span>", ""),
    ),
    replace(
        SHORT,
        name="moved-note",
        # Seven lines stand on a page: the call is on the last one.
        body=SHORT.body
        + "<p>Строка.</p>" * 2
        + f"<p>Вызов<span class=note data-tag=Note>{NOTE * 3}</span></p>",
        style="@page{size:110mm 66mm}",
    ),
    replace(SHORT, name="no-folio", style="@page{@bottom-right{content:none}}"),
    replace(SHORT, name="other-folio", style="@page :first{counter-reset: page 6}"),
    replace(SHORT, name="no-glyph", body=SHORT.body + "<p>中</p>"),
    replace(SHORT, name="plain-doi", body=SHORT.body + f"<p>DOI {DOI}.</p>"),
    replace(
        SHORT,
        name="other-doi",
        body=SHORT.body + "<p><a href='https://doi.org/10.5555/12'>10.5555/123</a></p>",
    ),
    replace(
        SHORT,
        name="roman",
        first=9,
        style="@page{@bottom-right{content: '– ' counter(page, lower-roman) ' –'}}",
    ),
)

DOCUMENTS = (ONE, TWO, CONTENTS, COVER, FRONT, BACK, BLANK, SPLIT_ROW, SHORT, *SPOILED)
