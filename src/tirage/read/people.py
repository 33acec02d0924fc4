"""Authors and their institutions, from the front matter's form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tirage.languages.collation import is_cyrillic
from tirage.languages.latin import System
from tirage.languages.romanisation import holds_cyrillic, romanise
from tirage.model.issue import Affiliation, Contributor, Journal, PersonName
from tirage.read.forms.article import ArticleForm, AuthorForm
from tirage.read.guess import advise
from tirage.read.identifiers import clean
from tirage.read.remarks import Remarks
from tirage.read.tree import Node, locate


def make_affiliations(
    form: ArticleForm, tree: Node | None, remarks: Remarks
) -> tuple[Affiliation, ...]:
    """The institutions in the order in which they were written; unused ones are found."""
    used = {key for author in form.authors for key in author.affiliation}
    if len(form.affiliations) > 1:
        for key in form.affiliations:
            if key not in used:
                remarks.warn(
                    "content.affiliation/unused",
                    f"No author belongs to the affiliation `{key}`.",
                    f"Write `affiliation: [{key}]` for an author, or take it out.",
                    locate(tree, ["affiliations", key], key=True),
                )
    return tuple(
        Affiliation(
            key=key,
            name=item.name,
            city=item.city,
            country=item.country,
            ror=clean("ror", item.ror, remarks, locate(tree, ["affiliations", key, "ror"])),
        )
        for key, item in form.affiliations.items()
    )


def make_authors(
    form: ArticleForm, tree: Node | None, remarks: Remarks, journal: Journal | None = None
) -> tuple[Contributor, ...]:
    """The authors in order, with the marks of their institutions.

    Where a name is not given in a language of `journal` that has Latin letters, it is made of a form in Cyrillic ones.
    """
    keys = list(form.affiliations)
    wanted = (*journal.languages, form.lang) if journal else (form.lang,)
    system: System = (journal.romanisation if journal else "") or "bgn-pcgn"
    authors = (
        _make_author(author, i, keys, tree, remarks) for i, author in enumerate(form.authors)
    )
    return tuple(
        replace(author, names=_complete(author.names, wanted, system)) for author in authors
    )


def _complete(
    names: tuple[PersonName, ...], wanted: Iterable[str], system: System
) -> tuple[PersonName, ...]:
    """`names`, and those that are wanted in Latin letters and were given in Cyrillic ones only."""
    given = {name.language for name in names}
    source = next((name for name in names if holds_cyrillic(name.family + name.given)), None)
    if source is None or "" in given:
        return names
    missing = [
        lang for lang in dict.fromkeys(wanted) if lang not in given and not is_cyrillic(lang)
    ]
    latin = [romanise(part, source.language, system) for part in (source.given, source.family)]
    return (*names, *(PersonName(lang, latin[0], latin[1], source.language) for lang in missing))


def _make_author(
    author: AuthorForm, i: int, keys: list[str], tree: Node | None, remarks: Remarks
) -> Contributor:
    def at(*path: str | int) -> tuple[int, int]:
        return locate(tree, ["authors", i, *path])

    marks: list[int] = []
    for j, key in enumerate(author.affiliation):
        if key in keys:
            marks.append(keys.index(key) + 1)
        else:
            remarks.fail(
                "content.affiliation/unknown",
                f"There is no affiliation `{key}`.",
                advise(key, keys) or f"Write `affiliations: {{{key}: {{name: {{kk: …}}}}}}`.",
                at("affiliation", j),
            )
    if not author.affiliation and len(keys) == 1:
        marks = [1]
    return Contributor(
        names=tuple(
            PersonName(language, name.given, name.family) for language, name in author.name.items()
        ),
        affiliations=tuple(dict.fromkeys(marks)),
        orcid=clean("orcid", author.orcid, remarks, at("orcid")),
        email=clean("email", author.email, remarks, at("email")),
        corresponding=author.corresponding,
        about=author.about,
    )
