"""The rules that hold the house together, as failing tests."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "tirage"
MODULES = sorted(SOURCE.rglob("*.py"))
STAGES = ("read", "compose", "typeset", "bind", "preflight", "deposit")
FOUNDATION = ("model", "findings", "errors", "settings")
HOMES = {
    "weasyprint": ("typeset",),
    "pikepdf": ("bind",),
    "pypdf": ("preflight",),
    "jinja2": ("compose",),
    "citeproc": ("compose",),
    "yaml": ("read",),
    "markdown_it": ("read",),
    "mdit_py_plugins": ("read",),
    "click": ("cli",),
    "rich": ("cli", "progress"),
}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 60


def name(path: Path) -> str:
    """The module's dotted name below the package, "" for the root."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module that `path` imports, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(path: Path) -> set[str]:
    """The modules of the package that `path` imports."""
    known = {name(module) for module in MODULES}
    found = {
        target.removeprefix("tirage.") for target in imports(path) if target.startswith("tirage.")
    }
    return found & known


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_stages_do_not_import_each_other(path: Path) -> None:
    here = part(name(path))
    others = {part(target) for target in own(path)} & set(STAGES) - {here}
    assert here in ("build", "copydesk", "cli") or not others


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_nothing_imports_the_package_root(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and node.module == "tirage":
            known = {part(name(module)) for module in MODULES}
            assert {alias.name for alias in node.names} <= known
        elif isinstance(node, ast.Import):
            assert "tirage" not in {alias.name for alias in node.names}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_libraries_stay_in_their_homes(path: Path) -> None:
    for library in {part(target) for target in imports(path)} & set(HOMES):
        assert part(name(path)) in HOMES[library], f"{library} belongs in {HOMES[library]}"


@pytest.mark.parametrize("path", [m for m in MODULES if part(name(m)) in FOUNDATION], ids=name)
def test_the_foundation_stands_on_the_standard_library(path: Path) -> None:
    import sys  # noqa: PLC0415

    outside = {part(t) for t in imports(path)} - set(sys.stdlib_module_names) - {"tirage"}
    assert not outside
    assert {part(target) for target in own(path)} <= set(FOUNDATION)


def test_there_is_no_import_cycle() -> None:
    graph = {name(path): own(path) - {name(path)} for path in MODULES}
    while leaves := [module for module, targets in graph.items() if not targets & set(graph)]:
        for leaf in leaves:
            del graph[leaf]
    assert not graph, f"these import each other in a circle: {sorted(graph)}"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE
    for node in ast.walk(tree(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_and_public_function_says_what_it_does(path: Path) -> None:
    assert ast.get_docstring(tree(path)), "the module has no docstring"
    for node in tree(path).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{node.name} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_command_prints_or_exits(path: Path) -> None:
    called = {
        node.func.id
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert part(name(path)) in ("cli", "__main__") or not called & {"print", "exit"}


def test_looks_are_data() -> None:
    """No HTML stands in Python, except where HTML itself is the subject (reading Markdown)."""
    for path in MODULES:
        if part(name(path)) in ("read", "preflight"):
            continue
        strings = [
            n.value
            for n in ast.walk(tree(path))
            if isinstance(n, ast.Constant) and isinstance(n.value, str)
        ]
        held = [
            s for s in strings if re.search(r"</?(div|span|p|a|td|li|h[1-6]|em|sup)\b[^>]*>", s)
        ]
        assert not held, f"{name(path)} holds HTML"
