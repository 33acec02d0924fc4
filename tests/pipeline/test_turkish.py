"""A journal whose first language is Turkish: everything that tirage prints of its own, and all that depends on the language."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.pipeline.conftest import Desk

SAMPLE = Path(__file__).parent / "samples" / "turkish-journal"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("journal"))
    shutil.copytree(SAMPLE, desk.folder / "content")
    result = desk.build("--jobs", "2")
    assert result.returncode == 0, result.stderr + result.stdout
    return desk


@pytest.fixture(scope="module")
def text(built: Desk) -> str:
    """The text of the issue as a reader copies it, its white space made one."""
    with pypdfium2.PdfDocument(built.out / "issue.pdf") as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf]
    return re.sub(r"\s+", " ", "\n".join(pages))


def test_nothing_is_wrong(built: Desk) -> None:
    """Every word is found in its order, every letter in its font; what is told are facts that the sample leaves out."""
    quiet = (
        "facts.",
        "people.",
        "abstract.",
        "keywords.",
        "references.",
        "text.area/",
        "quotes.",
        "makeup.",
    )
    assert not {code for code in built.codes() if not code.startswith(quiet)}


@pytest.mark.parametrize(
    "words",
    [
        "Cilt 31, Sayı 1 (121)", "İçindekiler", "Yayın kurulu", "1995 yılından beri yayımlanmaktadır",
        "Öz Türkçenin alfabesinde", "Geliş tarihi: 3 Kasım 2025. Kabul tarihi: 14 Şubat 2026. Yayın tarihi: 31 Mart 2026.",
        "Kaynakça", "Yazarlar hakkında", "Sorumlu yazar: ornek@example.org", "Atıf için: Örnek İ. I., Şen Ç.",
        "Tablo 1. Nüfus", "Kaynak: Örnek veri", "Şekil 1. Harflerin yeri", "Tablo 1 (devam)", "Finansman. Bu",
        "Forma 7,5", "Baskıya verildiği tarih 27 Mart 2026", "Bu makale CC BY 4.0 lisansı ile açık erişimlidir",
    ],
)  # fmt: skip
def test_what_the_layout_prints_is_turkish(text: str, words: str) -> None:
    assert words in text


@pytest.mark.parametrize(
    "words",
    [
        "“Noktanın ‘i’ üzerindeki yeri”", "Deneme’nin 2023’te", "5’inci bölümde", "%12,5", "bkz. s. 12–20", "4 181 218",
        "2020–2025",
    ],
)  # fmt: skip
def test_marks_are_set_as_turkish_readers_expect(text: str, words: str) -> None:
    assert words in text


def test_lists_have_the_order_of_the_alphabet(text: str) -> None:
    assert "Anahtar kelimeler: çizgi, harf, ılık, İstanbul Türkçesi, ünlü" in text
    names = ["Çelik, Cem", "Ilgaz, Irmak", "Örnek, İpek Işıl", "Özgür, Umut", "Şen, Çağlar"]
    places = [text.rindex(name) for name in names]
    assert places == sorted(places)


def test_small_capitals_keep_the_dot(text: str) -> None:
    assert "istanbul ılık iğde" in text.replace("İ", "i").replace("I", "ı").lower()


@pytest.mark.parametrize(
    "entry",
    [
        "Lewis G. L. Turkish grammar. – 2nd ed. – Oxford: Oxford University Press, 2000. – 302 p.",
        "Banguoğlu T. Türkçenin grameri. – 3. bs. – Ankara: Türk Dil Kurumu, 1990. – 628 s.",
        "Ergin M., Örnek I. Ağızlarda ı ve i üzerine // Türk Dili Araştırmaları Yıllığı. – 1998. – C. 12, S. 3. – s. 45–67.",
        "Yazım Kılavuzu [Elektronik kaynak]. – URL: https://www.tdk.gov.tr/kilavuz (erişim tari-hi: 01.02.2026).",
        "İnan Ç. Alfabe değişikliği ve basım: Doktora tezi. – İstanbul: Örnek Üniversitesi, 2011. – 210 s.",
    ],
)
def test_references_have_the_words_of_their_own_language(text: str, entry: str) -> None:
    joined = text.replace("tari- hi", "tari-hi").replace("tari\ufffehi", "tari-hi")
    assert entry in joined


def test_formulas_are_read_aloud_in_turkish(built: Desk) -> None:
    (path,) = (built.out / "offprints").glob("harfler*.pdf")
    with pikepdf.open(path) as pdf:
        elements = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary))
        spoken = {str(one.Alt) for one in elements if "/Alt" in one}
    assert "karekök, içinde x kare artı y kare, kök sonu" in spoken
    assert "n sözcük" not in spoken and "n" in spoken
    (mean,) = (words for words in spoken if "toplam" in words)
    assert "i eşittir 1’den n’ye kadar toplam x indis i" in mean
    assert "limit, n sonsuza gider, x üstü çizgili eşittir mü" in mean
