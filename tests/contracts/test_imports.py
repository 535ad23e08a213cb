"""Imports run one way. Each package of the source may import those that are named beside it, and itself."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "tawatur"

_CHAIN = (
    "records",
    "arabic",
    "lexicon",
    "gazetteer",
    "find",
    "claim",
    "link",
)  # each rests on those before it
MAY = {package: {*_CHAIN[:at], "errors"} for at, package in enumerate(_CHAIN)}
MAY |= {
    "errors": set(),
    "fingerprint": set(),
    "kept": set(),
    "memory": set(),
    "workbooks": set(),
    "records": {"errors"},
    "arabic": {"records", "errors"},
    "segment": {"records", "arabic", "errors"},
    "read": {"records", "arabic", "errors", "workbooks"},
    "clean": {"records", "arabic", "segment", "errors"},
    "store": {"records", "errors"},
    "export": {"records", "errors"},
    "review": {"records", "errors"},
    "serve": {"records", "errors", "export", "store", "review"},  # the words of exports; a case to ask
    "score": {"errors"},
}
for package in ("lexicon", "gazetteer", "find", "claim"):  # they read words
    MAY[package] |= {"segment"}
MAY["gazetteer"] |= {"workbooks", "kept", "fingerprint"}
MAY["lexicon"] |= {"kept", "fingerprint"}
MAY["link"] |= {"memory"}
MAY["claim"] |= {"memory", "kept", "fingerprint"}
MAY["export"] |= {"kept"}
SEES_ALL = {"run", "cli"}

# What may be used by whom outside the standard library: heavy parts stay where they are needed.
ONLY_IN = {
    "typer": {"cli"},
    "rich": {"cli"},
    "pyarrow": {"export", "run"},  # tables; shards of a run on a cluster
    "fsspec": {"read", "run"},
    "ray": {"run"},
    "trafilatura": {"clean"},
    "fastwarc": {"read"},
    "openpyxl": {"workbooks"},
    "fastapi": {"serve"},
    "starlette": {"serve"},
    "jinja2": {"serve"},
    "markupsafe": {"serve"},
    "uvicorn": {"run"},
    "sqlite3": {"store", "run", "serve"},
}


def imports_of(path):
    """Modules that a file imports when it is loaded or run; not those for type checkers alone."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    checked = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if node in checked:
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            if node.module == "tawatur":
                yield from ((f"tawatur.{alias.name}", node.lineno) for alias in node.names)
            else:
                yield node.module, node.lineno


def package_of(path):
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_imports_run_one_way(path):
    own = package_of(path)
    for module, line in imports_of(path):
        parts = module.split(".")
        if parts[0] == "tawatur":
            other = parts[1] if len(parts) > 1 else ""
            if own in SEES_ALL or own in {"__init__", "__main__"} or other in {own, "__version__"}:
                continue
            assert own in MAY, f"say in this file what {own} may import"
            assert other in MAY[own], f"{path}:{line}: {own} may not import {module}"
        elif parts[0] in ONLY_IN:
            assert own in ONLY_IN[parts[0]], f"{path}:{line}: only {ONLY_IN[parts[0]]} may import {parts[0]}"


def test_the_check_finds_what_it_looks_for(tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        "import tawatur.run\nif True:\n    from tawatur import link\nfrom tawatur.claim import x\n"
    )
    assert [module for module, _ in imports_of(wrong)] == ["tawatur.run", "tawatur.claim", "tawatur.link"]


def test_arabic_does_no_input_and_no_output():
    for path in (SOURCE / "arabic").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        called = {
            node.func.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"open", "print", "input"}, path
        assert not {module.split(".")[0] for module, _ in imports_of(path)} & {
            "os",
            "pathlib",
            "io",
            "subprocess",
        }, path


def test_nothing_prints_but_the_command_line():
    for path in FILES:
        if package_of(path) == "cli":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        printed = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
        ]
        assert not printed, f"{path}:{printed[0] if printed else 0} prints"


def test_importing_the_package_loads_nothing_heavy():
    seen = subprocess.run(
        [sys.executable, "-c", "import sys, tawatur; dir(tawatur); print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    loaded = {module.split(".")[0] for module in seen}
    assert not loaded & {
        "typer",
        "rich",
        "pyarrow",
        "trafilatura",
        "yaml",
        "msgspec",
        "sqlite3",
        "numpy",
        "fastapi",
    }
