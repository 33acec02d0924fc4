"""What Cyrillic letters are written as in Latin, a table for each system and language.

Sources: BGN/PCGN 1947 (Russian) and 1979 (Kazakh); ALA-LC romanization tables, Russian (2012) and Non-Slavic
languages in Cyrillic script (Kazakh), without the ties over ts, iu, ia and ng, which few keyboards and faces have;
ISO 9:1995, which is system A of GOST 7.79-2000 and does not look at the language. Marks that have no letter of their own
in Unicode stand as combining characters after theirs (a̋, u̇); so does every dot of ALA-LC over f, h, o, u and y, as text faces
lack ḣ and ȯ, and a letter put together from parts is lost in the text of a PDF.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

System: TypeAlias = Literal["bgn-pcgn", "ala-lc", "iso-9"]
"""A system of romanisation, as `journal.yaml` names it."""


@dataclass(frozen=True, slots=True)
class Table:
    """How one language is written in one system; all letters small."""

    letters: Mapping[str, str]
    opening: Mapping[str, str] = field(default_factory=dict)
    """Letters that are written otherwise at the start of a word and after a vowel, й, ъ or ь."""
    pairs: Mapping[str, str] = field(default_factory=dict)
    """What the second of two letters becomes: "нг" to "·g"."""


def _letters(written: str) -> dict[str, str]:
    """A table from pairs, as `а=a б=b`."""
    return dict(pair.split("=") for pair in written.split())


_PLAIN = _letters("а=a б=b в=v г=g д=d е=e з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t ф=f ы=y")
"""The same in every system and language."""

_BGN = _PLAIN | _letters("ж=zh й=y х=kh ц=ts ч=ch ш=sh щ=shch ъ=” ь=’ ю=yu я=ya")
_BGN_KAZAKH = _letters("ә=ä ғ=gh қ=q ң=ng ө=ö ұ=u ү=ü һ=h і=i")

_ALA = _PLAIN | _letters(
    "ё=ë ж=zh и=i й=ĭ у=u х=kh ц=ts ч=ch ш=sh щ=shch ъ=ʺ ь=ʹ э=ė ю=iu я=ia ѣ=ie ѳ=ḟ ѵ=ẏ"
)
_ALA_KAZAKH = _letters("ә=ă ғ=gh қ=q ң=ng ө=ȯ ұ=ū ү=u̇ һ=ḣ і=ī")

_ISO = _PLAIN | _letters(
    "ё=ë ж=ž и=i й=j у=u х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ь=ʹ э=è ю=û я=â ѣ=ě ѳ=f̀ ѵ=ỳ "
    "ә=a̋ ғ=ġ қ=ķ ң=ņ ө=ô ұ=u̇ ү=ù һ=ḥ і=ì "
    "ў=ǔ ҳ=h̦ ґ=g̀ є=ê ї=ï ј=ǰ љ=l̂ њ=n̂ џ=d̂ ђ=đ ѓ=ǵ ќ=ḱ ћ=ć ѕ=ẑ"
)

TABLES: Mapping[tuple[System, str], Table] = {
    ("bgn-pcgn", "ru"): Table(
        _BGN_KAZAKH | _BGN | _letters("ё=ë и=i у=u э=e"), _letters("е=ye ё=yë")
    ),
    ("bgn-pcgn", "kk"): Table(
        _BGN | _letters("ё=yo и=ī у=ū э=ė") | _BGN_KAZAKH,
        pairs=_letters("гһ=·h зһ=·h кһ=·h нг=·g сһ=·h"),
    ),
    ("ala-lc", "ru"): Table(_ALA_KAZAKH | _ALA),
    ("ala-lc", "kk"): Table(_ALA | _ALA_KAZAKH),
    ("iso-9", "ru"): Table(_ISO),
    ("iso-9", "kk"): Table(_ISO),
}
"""A Russian table knows the Kazakh letters too, as a Russian entry may hold a Kazakh name."""

STRANGERS: Mapping[str, str] = _letters(
    "є=ye ґ=g ј=j љ=lj њ=nj џ=dz ђ=dj ћ=c ѕ=dz ѣ=ie ѳ=f ѵ=i ӏ=’ ҡ=q ҳ=h ҙ=dh ҫ=th ӕ=ae ҩ=o ҽ=ch ӡ=dz ҕ=gh ҥ=ng ҵ=ts "
    "ѡ=o ѻ=o ѿ=ot ѹ=u ꙋ=u ᲈ=u ѧ=ya ꙙ=ya ѩ=ya ꙝ=ya ѫ=u ꙛ=u ѭ=yu ѯ=ks ѱ=ps ѥ=ye ꙗ=ya ꙁ=z ꙃ=dz ꙇ=i ꙉ=dj ꙟ=in ҁ=q ҍ=’ ꙏ=’ ꙿ=’"
)
"""Letters of other languages and times, where a table lacks them: readable rather than by a standard."""
