"""A layout's folder to a Layout: its numbers and its words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from tirage.errors import LayoutError
from tirage.model.language import Localized
from tirage.model.layout import Composer, Ink, Labels, Layout, Printing, Trim


class _Form(BaseModel):
    model_config = ConfigDict(
        extra="forbid", alias_generator=lambda name: name.replace("_", "-"), frozen=True
    )


class _Trim(_Form):
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    inner: float = Field(ge=0)
    outer: float = Field(ge=0)
    head: float = Field(ge=0)
    foot: float = Field(ge=0)
    size: float = Field(gt=0)
    line: float = Field(gt=0)


class _Fonts(_Form):
    text: str
    label: str
    others: tuple[str, ...] = ()


class _Composer(_Form):
    used: bool
    letters: float = Field(ge=0, le=0.05)
    glyphs: float = Field(ge=0, le=0.02)
    space: float = Field(ge=0, le=0.2)
    shrink: float = Field(ge=0, le=0.2)
    widest: float = Field(gt=0, le=2)
    hyphens: int = Field(ge=1)
    hyphen: float = Field(ge=0, le=1)
    hyphen_again: float = Field(ge=0, le=1)
    last_line: float = Field(ge=0)
    short_last: float = Field(ge=0, le=1)
    hang: float = Field(ge=0, le=1)
    narrowest: float = Field(ge=0)
    last_page: int = Field(ge=0)


_Share = Annotated[float, Field(ge=0, le=100)]


class _Ink(_Form):
    four: tuple[_Share, _Share, _Share, _Share]
    one: _Share


class _LayoutFile(_Form):
    trim: str
    trims: dict[str, _Trim]
    fonts: _Fonts
    palette: dict[str, str]
    other_languages: Literal["before", "after"]
    section_openings: Literal["page", "line"]
    article_start: Literal["any", "right"]
    grid: bool
    floats: bool
    composer: _Composer | None = None
    bleed: float = Field(default=3, ge=0, le=20)
    inks: dict[str, _Ink] = Field(default_factory=dict)
    spine: str = ""
    blanks: Literal["end", "before-imprint"] = "end"


_LABELS: TypeAdapter[dict[str, dict[str, str]]] = TypeAdapter(dict[str, dict[str, str]])


def read_layout(name: str, layouts: tuple[Path, ...]) -> Layout:
    """The layout `name` out of the folders `layouts`, each of which may hold layouts, the user's own first.

    A file of an earlier folder hides the same file of a later one.

    Raises LayoutError when no folder has the layout, or layout.yaml or labels.yaml is wrong.
    """
    folders = tuple(folder / name for folder in layouts if (folder / name).is_dir())
    if not folders:
        known = sorted(
            {
                path.name
                for folder in layouts
                if folder.is_dir()
                for path in folder.iterdir()
                if path.is_dir()
            }
        )
        raise LayoutError(
            f"There is no layout «{name}». Write one of these in journal.yaml: {', '.join(known)}."
        )
    path, data = _load(folders, "layout.yaml")
    try:
        form = _LayoutFile.model_validate(data)
    except ValidationError as error:
        raise LayoutError(_sentence(path, error)) from error
    if form.trim not in form.trims:
        raise LayoutError(
            f"{path}: trim «{form.trim}» is not among the trims: {', '.join(form.trims)}."
        )
    return Layout(
        name=name,
        folders=folders,
        trim=Trim(form.trim, **form.trims[form.trim].model_dump()),
        text_family=form.fonts.text,
        label_family=form.fonts.label,
        other_families=form.fonts.others,
        palette=tuple(form.palette.items()),
        labels=_labels(folders),
        other_languages=form.other_languages,
        section_openings=form.section_openings,
        article_start=form.article_start,
        grid=form.grid,
        floats=form.floats,
        composer=Composer(**form.composer.model_dump(exclude={"used"}))
        if form.composer and form.composer.used
        else None,
        printing=_printing(path, form),
    )


def _printing(path: Path, form: _LayoutFile) -> Printing:
    for name in (*form.inks, *filter(None, [form.spine])):
        if name not in form.palette:
            known = ", ".join(form.palette)
            raise LayoutError(f"{path}: «{name}» is not a colour of the palette: {known}.")
    inks = (
        Ink(form.palette[name], tuple(share / 100 for share in ink.four), ink.one / 100)  # type: ignore[arg-type]
        for name, ink in form.inks.items()
    )
    spine = form.palette.get(form.spine, "#ffffff")
    return Printing(form.bleed, tuple(inks), spine, form.blanks)


def _labels(folders: tuple[Path, ...]) -> Labels:
    path, data = _load(folders, "labels.yaml")
    try:
        words = _LABELS.validate_python(data)
    except ValidationError as error:
        raise LayoutError(_sentence(path, error)) from error
    return Labels(tuple((key, Localized(tuple(forms.items()))) for key, forms in words.items()))


def _load(folders: tuple[Path, ...], name: str) -> tuple[Path, Any]:
    for folder in folders:
        path = folder / name
        if path.is_file():
            try:
                return path, yaml.safe_load(path.read_text("utf-8"))
            except (yaml.YAMLError, UnicodeDecodeError) as error:
                raise LayoutError(f"{path} cannot be read: {error}.") from error
    raise LayoutError(
        f"The layout has no {name}; it was looked for in {', '.join(map(str, folders))}."
    )


def _sentence(path: Path, error: ValidationError) -> str:
    first = error.errors()[0]
    place = " → ".join(map(str, first["loc"]))
    return f"{path}: {place}: {first['msg']}. Compare it with the bundled {path.name}."
