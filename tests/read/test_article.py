"""Front matter to an Article."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.read.helpers import JOURNAL, article_of, read
from tirage.model.issue import Affiliation, Contributor, Keywords, PersonName, Signature
from tirage.model.language import Localized

FRONT = """\
lang: kk
type: research
doi: auto
irsti: 11.25.91
udc: 327.70
title: {kk: Тақырып, ru: Заглавие}
short_title: {kk: Қысқа, ru: Короткое}
authors:
  - name: {kk: {given: Ә. Б., family: Сынақова}, ru: {given: А. Б., family: Сынакова}}
    orcid: https://orcid.org/0000-0002-1825-0097
    email: author@example.org
    affiliation: [enu, knu]
    corresponding: true
    about: {kk: доцент, ru: доцент}
  - name: {kk: {family: Моно}, ru: {family: Моно}}
    affiliation: knu
affiliations:
  enu: {name: {kk: ЕҰУ, ru: ЕНУ}, city: Астана, country: {kk: Қазақстан, ru: Казахстан}}
  knu: {name: {kk: ҚазҰУ, ru: КазНУ}, ror: "https://ror.org/03q0vrn42"}
abstract:
  kk: >
    Бірінші жол
    екінші жол.
  ru: Аннотация.
keywords: {kk: [бір, екі], ru: [один, "два, три"]}
received: 2026-01-12
accepted: 2026-02-20
funding: {kk: Қор.}
"""
FILES = {
    "journal.yaml": JOURNAL.replace("[ru]", "[kk, ru]") + 'doi_pattern: "10.5555/{first_page}"\n'
}


def test_keywords_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    """Kazakh letters have their places: ә after а, қ after к, і after ы."""
    front = (
        "lang: kk\ntype: editorial\ntitle: Тақырып\n"
        + "keywords: {kk: [іс, қала, кен, әріп, ара]}\n"
    )
    for sort, words in (("false", "іс қала кен әріп ара"), ("true", "ара әріп кен қала іс")):
        journal = JOURNAL.replace("[ru]", "[kk]") + f"sort_keywords: {sort}\n"
        article = article_of(read(tmp_path / sort, front=front, files={"journal.yaml": journal}))
        assert article.words("kk") == tuple(words.split())


def test_everything_that_front_matter_may_say(tmp_path: Path) -> None:
    reading = read(tmp_path, front=FRONT, files=FILES)
    assert reading.findings == ()
    article = article_of(reading)
    assert (article.language, article.kind) == ("kk", "research")
    assert (article.doi, article.auto_doi) == ("", True)
    assert (article.irsti, article.udc) == ("11.25.91", "327.70")
    assert article.title.forms == (("kk", "Тақырып"), ("ru", "Заглавие"))
    assert article.abstract.get("kk") == "Бірінші жол екінші жол."
    assert article.keywords == (
        Keywords("kk", ("бір", "екі")),
        Keywords("ru", ("один", "два, три")),
    )
    assert (article.received, article.accepted) == (date(2026, 1, 12), date(2026, 2, 20))
    assert article.funding == Localized((("kk", "Қор."),))
    assert article.signature is None


def test_authors_and_their_marks(tmp_path: Path) -> None:
    article = article_of(read(tmp_path, front=FRONT, files=FILES))
    first, second = article.authors
    assert first == Contributor(
        names=(PersonName("kk", "Ә. Б.", "Сынақова"), PersonName("ru", "А. Б.", "Сынакова")),
        affiliations=(1, 2),
        orcid="0000-0002-1825-0097",
        email="author@example.org",
        corresponding=True,
        about=Localized((("kk", "доцент"), ("ru", "доцент"))),
    )
    assert second.affiliations == (2,)
    assert second.names[0] == PersonName("kk", "", "Моно")
    assert article.affiliations[1] == Affiliation(
        "knu", Localized((("kk", "ҚазҰУ"), ("ru", "КазНУ"))), ror="https://ror.org/03q0vrn42"
    )


def test_the_only_affiliation_need_not_be_named(tmp_path: Path) -> None:
    front = """\
lang: ru
type: other
title: А
authors: [{name: {ru: {family: Б}}}]
affiliations: {enu: {name: ЕНУ}}
"""
    reading = read(tmp_path, front=front)
    assert reading.findings == ()
    assert article_of(reading).authors[0].affiliations == (1,)


def test_an_editors_column(tmp_path: Path) -> None:
    front = """\
type: editorial
lang: ru
rubric: {kk: Редактор бағаны, ru: Колонка редактора}
topic: Актуальная тема
title: А
signature: {closing: "С уважением,", name: Б, position: редактор, degree: доктор}
"""
    article = article_of(read(tmp_path, front=front))
    assert article.signature == Signature("С уважением,", "Б", "редактор", "доктор")
    assert article.rubric.get("kk") == "Редактор бағаны"
    assert article.topic.get("en") == "Актуальная тема"


def test_a_doi_is_given_or_declined(tmp_path: Path) -> None:
    given = FRONT.replace("doi: auto", "doi: https://doi.org/10.5555/abc")
    article = article_of(read(tmp_path / "given", front=given, files=FILES))
    assert (article.doi, article.auto_doi) == ("10.5555/abc", False)
    forgotten = read(tmp_path / "gone", front=FRONT.replace("doi: auto\n", ""), files=FILES)
    assert [one.id for one in forgotten.findings] == ["facts.missing/doi"]
    declined = read(tmp_path / "none", front=FRONT.replace("auto", "none"), files=FILES)
    assert (article_of(declined).doi, declined.findings) == ("", ())
