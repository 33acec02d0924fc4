"""Authors and their institutions, from the front matter's form."""

from __future__ import annotations

from tirage.model.issue import Affiliation, Contributor, PersonName
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


def make_authors(form: ArticleForm, tree: Node | None, remarks: Remarks) -> tuple[Contributor, ...]:
    """The authors in order, with the marks of their institutions."""
    keys = list(form.affiliations)
    return tuple(
        _make_author(author, i, keys, tree, remarks) for i, author in enumerate(form.authors)
    )


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
