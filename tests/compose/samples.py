"""A small issue made by hand, with one of everything that a layout prints."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tirage.model.issue import (
    Affiliation,
    Article,
    Contributor,
    Issue,
    Journal,
    Keywords,
    Person,
    PersonName,
    PrintRun,
    Section,
    Signature,
)
from tirage.model.language import Localized
from tirage.model.layout import Layout
from tirage.model.matter import (
    Block,
    Cell,
    Citation,
    Cited,
    Code,
    CrossReference,
    Definitions,
    Emphasis,
    Equation,
    Figure,
    Foreign,
    Heading,
    Image,
    Link,
    List,
    Math,
    Matter,
    Note,
    Paragraph,
    Quotation,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Table,
    Text,
)
from tirage.model.references import Name, Reference
from tirage.read.layout import read_layout

LAYOUTS = Path(__file__).parents[2] / "layouts"


def localized(kk: str = "", ru: str = "", en: str = "") -> Localized:
    forms = (("kk", kk), ("ru", ru), ("en", en))
    return Localized(tuple((lang, text) for lang, text in forms if text))


def paragraph(*children: Any) -> Paragraph:
    return Paragraph(tuple(Text(c) if isinstance(c, str) else c for c in children))


def layout(**changes: Any) -> Layout:
    return replace(read_layout("bulletin", (LAYOUTS,)), **changes)


def table(**changes: Any) -> Table:
    def row(*cells: str, header: Any = "") -> tuple[Cell, ...]:
        return tuple(
            Cell((Text(c),), "right" if c.isdigit() else "left", header=header) for c in cells
        )

    plain = Table(
        head=(row("Country", "Cases", header="column"),),
        body=(row("Spain", "264663"), row("Italy", "219070")),
        foot=(row("Total", "483733"),),
        caption=(Text("Cases in two countries"),),
        anchor="tbl-cases",
        number=1,
        source="Worldometer",
    )
    return replace(plain, **changes)


def figure(path: Path = Path("map.svg"), **changes: Any) -> Figure:
    plain = Figure(
        Image(path, "svg", 300, 120, "ab" * 32),
        (Text("A map"),),
        "What the map shows",
        "fig-map",
        1,
    )
    return replace(plain, **changes)


def body(*more: Block) -> Matter:
    note = Note(1, (paragraph("The note stands at the foot."),))
    return Matter((
        paragraph("The first paragraph cites ", Citation((Cited(1, "ref-1", "с. 12"), Cited(2, ""))), " a work.", note),
        Heading(2, (Text("A heading"),), "h-1"),
        paragraph(Emphasis((Text("slanted"),)), " ", Strong((Text("bold"),)), " ", SmallCaps((Text("caps"),)),
                  " H", Subscript((Text("2"),)), "O x", Superscript((Text("2"),)), " ", Code("code"), " ",
                  Foreign("ru", (Text("по-русски"),)), " ", Link("https://example.org/", (Text("a link"),)),
                  " ", Math("x^2", ""), " and ", CrossReference("tbl", "tbl-cases", 1), "."),
        List(False, 1, ((paragraph("one"),), (paragraph("two"),))),
        Definitions((((Text("term"),), ((paragraph("explanation"),),)),)),
        Quotation((paragraph("quoted"),)),
        Equation(Math(r"\frac{a}{b}", ""), "eq-x", 1),
        *more,
    ))  # fmt: skip


def article(name: str = "one", **changes: Any) -> Article:
    author = Contributor(
        (PersonName("kk", "Сынақ", "Үлгібаев"), PersonName("ru", "Проба", "Образцов"), PersonName("en", "Sam", "Sample")),
        (1,),
        "0000-0002-1825-0097",
        "sam@example.org",
        corresponding=True,
        about=localized("PhD, доцент", "PhD, доцент", "PhD, lecturer"),
    )  # fmt: skip
    plain = Article(
        name=name,
        folder=Path("2026-1") / name,
        language="en",
        kind="research",
        title=localized("Бірінші мақала", "Первая статья", "The first article"),
        body=body(table()),
        auto_doi=True,
        irsti="19.51.51",
        udc="655",
        authors=(author,),
        affiliations=(Affiliation("home", localized("Үлгі университеті", "Университет", "Sample University"), localized("Астана", "Астана", "Astana")),),
        abstract=localized("Аңдатпа мәтіні.", "Текст аннотации.", "The text of the abstract."),
        keywords=(Keywords("kk", ("қаріп", "бет")), Keywords("ru", ("шрифт", "полоса")), Keywords("en", ("type", "page"))),
        received=date(2026, 1, 12),
        accepted=date(2026, 2, 20),
        funding=localized(en="No funding was received."),
        references=(
            Reference("knuth1981", "ref-1", "en", "article-journal", authors=(Name("Knuth", "D. E."),), title="Breaking paragraphs into lines",
                      container="Software: Practice and Experience", year="1981", volume="11", issue="11", pages="1119–1184", doi="10.1002/spe.4380111102"),
            Reference("gost", "ref-2", "ru", text="ГОСТ 7.5-98. Журналы.", romanised="GOST 7.5-98. Zhurnaly."),
        ),
    )  # fmt: skip
    return replace(plain, **changes)


def editorial(**changes: Any) -> Article:
    plain = Article(
        name="editorial",
        folder=Path("2026-1"),
        language="ru",
        kind="editorial",
        title=localized("Оқырманға", "Читателю", "To the reader"),
        body=Matter((paragraph("Колонка начинается здесь."),)),
        rubric=localized("Редактор бағаны", "Колонка редактора", "Editor's column"),
        topic=Localized((("", "Актуальная тема"),)),
        signature=Signature("С уважением", "Образцов Ү. Т.", "главный редактор", "доктор наук"),
    )
    return replace(plain, **changes)


def journal(**changes: Any) -> Journal:
    plain = Journal(
        title=localized("Хабаршы", "Вестник", "Bulletin"),
        abbreviated=localized("Хаб", "Вест", "Bull"),
        languages=("kk", "ru", "en"),
        main_language="kk",
        issn="1234-5679",
        publisher=localized("Баспа", "Издательство", "Press"),
        place=localized("Астана", "Астана", "Astana"),
        doi_pattern="10.5555/{issn}/{year}-{whole_number}-{number}-{first_page}-{last_page}",
        license="CC-BY-4.0",
        founded=1995,
        frequency=localized("жылына 4 рет", "4 раза в год", "4 times a year"),
        email="editors@example.org",
        website="https://bulletin.example.org",
        board=(
            Person(localized("Үлгі", "Образец", "Sample"), localized("профессор"), role="chief"),
            Person(localized("Сынақ", "Проба", "Test")),
        ),
    )
    return replace(plain, **changes)


def issue(**changes: Any) -> Issue:
    plain = Issue(
        journal=journal(),
        name="2026-1",
        folder=Path("2026-1"),
        year=2026,
        number="1",
        date=date(2026, 3, 31),
        first_page=5,
        sections=(
            Section(Localized(), (editorial(),)),
            Section(localized("Қаріп", "Шрифт", "Type"), (article("one"), article("two"))),
        ),
        volume="31",
        whole_number=121,
        print=PrintRun(300, "6,5", "60×84 1/8", date(2026, 3, 28)),
    )
    return replace(plain, **changes)


def section(**changes: Any) -> Section:
    """A section with an article that has a figure."""
    body_with_figure = body(table(), figure())
    plain = Section(localized("Қаріп", "Шрифт", "Type"), (article("one", body=body_with_figure),))
    return replace(plain, **changes)
