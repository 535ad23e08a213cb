"""Every regular expression of the project, and texts made to make each of them slow.

The texts follow the pattern's own parts: what it repeats is repeated, after what stands before it, and then
comes something that it cannot match, so that a pattern that tries again tries everything.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from re import _constants as kinds  # the parser that `re` itself uses
from re import _parser
from typing import Any

import tawatur

SOURCE = Path(tawatur.__file__).parent
_METHODS = {"match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split"}
_REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)
_SAMPLES = {
    kinds.CATEGORY_DIGIT: "1",
    kinds.CATEGORY_SPACE: " ",
    kinds.CATEGORY_WORD: "م",
    kinds.CATEGORY_NOT_DIGIT: "م",
    kinds.CATEGORY_NOT_SPACE: "م",
    kinds.CATEGORY_NOT_WORD: "-",
}
# Whatever a pattern says, these too: space, digits, letters, and what breaks text off.
PUMPS = (
    " ",
    "\t\n",
    "1",
    "1,1",
    "1.",
    "م",
    "a",
    "a ",
    "<",
    "<!--",
    "&",
    '"',
    "@a",
    "/",
    "-",
    ".",
    "ـ ",
    "\u202e",
    "\0",
)


def find_patterns() -> Iterator[tuple[str, re.Pattern[Any], set[str]]]:
    """Every pattern of the project: where it stands, and by which of its methods it is asked."""
    seen: set[tuple[Any, int]] = set()
    yield from _kept_patterns(seen)
    yield from _written_patterns(seen)


def _kept_patterns(seen: set[tuple[Any, int]]) -> Iterator[tuple[str, re.Pattern[Any], set[str]]]:
    """What a module keeps under a name."""
    for found in pkgutil.walk_packages(tawatur.__path__, "tawatur."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        asked = _methods_asked(Path(module.__file__ or ""))
        for name, value in vars(module).items():
            if is_maker(value):
                yield f"{found.name}.{name}", value(), {"finditer"}
            for pattern in _within(value, module.__name__):
                if (pattern.pattern, pattern.flags) not in seen:
                    seen.add((pattern.pattern, pattern.flags))
                    yield f"{found.name}.{name}", pattern, asked.get(name, {"finditer"})


def is_maker(value: object) -> bool:
    """Whether it is a function that makes a pattern of the project's own words, out of nothing that is given."""
    made = getattr(value, "__annotations__", {})
    return callable(value) and list(made) == ["return"] and "Pattern" in str(made["return"])


def _methods_asked(path: Path) -> dict[str, set[str]]:
    """For each name of a module, the methods that are called on it there."""
    asked: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            asked.setdefault(node.value.id, set()).add(node.attr)
    return {name: methods & _METHODS or {"finditer"} for name, methods in asked.items()}


def _written_patterns(seen: set[tuple[Any, int]]) -> Iterator[tuple[str, re.Pattern[Any], set[str]]]:
    """What is written where it is used: `re.match("…", text)`, or made in a function."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                where = f"{path.relative_to(SOURCE).as_posix()}:{node.lineno}"
                pattern = re.compile(node.args[0].value)
                if node.func.attr != "compile" or (pattern.pattern, pattern.flags) not in seen:
                    yield where, pattern, {node.func.attr} & _METHODS or {"finditer"}


def _within(value: object, module: str, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4:
        inner: Any = ()
        if isinstance(value, dict):
            inner = value.values()
        elif isinstance(value, list | tuple | set | frozenset):
            inner = value
        elif isinstance(value, type) and value.__module__ == module:
            inner = vars(value).values()
        for one in inner:
            yield from _within(one, module, depth + 1)


def hard_texts(pattern: re.Pattern[Any], length: int) -> Iterator[str]:
    """Texts of about a length that make a careless pattern try again and again."""
    pumps = {
        (before, pump)
        for before, pump in _pumps(_parser.parse(_text(pattern), pattern.flags & ~re.UNICODE), "")
    }
    pumps |= {("", pump) for pump in PUMPS}
    for before, pump in sorted(pumps):
        if pump:
            yield before + pump * (length // len(pump)) + "\0"
            yield (before + pump) * (length // len(before + pump)) + "\0"


def _text(pattern: re.Pattern[Any]) -> str:
    return pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")


def _pumps(parts: Any, before: str) -> Iterator[tuple[str, str]]:
    """What each repetition of a pattern repeats, and something that matches all before it."""
    for kind, what in parts:
        if kind in _REPEATS:
            _, most, inner = what
            if most > 1:
                yield before, _sample(inner)
            yield from _pumps(inner, before)
        elif kind is kinds.SUBPATTERN:
            yield from _pumps(what[3], before)
        elif kind is kinds.ATOMIC_GROUP:
            yield from _pumps(what, before)
        elif kind is kinds.BRANCH:
            for branch in what[1]:
                yield from _pumps(branch, before)
        before += _sample([(kind, what)])


def _sample(parts: Any) -> str:
    """Something short that matches."""
    return "".join(_sample_one(kind, what) for kind, what in parts)


def _sample_one(kind: Any, what: Any) -> str:
    if kind is kinds.LITERAL:
        return chr(what)
    if kind is kinds.NOT_LITERAL or kind is kinds.ANY:
        return "م" if what != ord("م") else "ن"
    if kind is kinds.IN:
        return _sample_set(what)
    if kind in _REPEATS:
        least, most, inner = what
        return _sample(inner) * max(least, min(1, most))
    if kind is kinds.SUBPATTERN:
        return _sample(what[3])
    if kind is kinds.ATOMIC_GROUP:
        return _sample(what)
    if kind is kinds.BRANCH:
        return _sample(what[1][0])
    return ""  # a place, a look around, or what a group held before


def _sample_set(members: Any) -> str:
    if members[0][0] is kinds.NEGATE:
        shut = re.compile("[" + "".join(_spell(kind, what) for kind, what in members[1:]) + "]")
        return next(letter for letter in "م a1-\n" if not shut.match(letter))
    kind, what = members[0]
    return _SAMPLES[what] if kind is kinds.CATEGORY else chr(what if kind is kinds.LITERAL else what[0])


def _spell(kind: Any, what: Any) -> str:
    if kind is kinds.LITERAL:
        return re.escape(chr(what))
    if kind is kinds.RANGE:
        return f"{re.escape(chr(what[0]))}-{re.escape(chr(what[1]))}"
    spelled = {kinds.CATEGORY_DIGIT: r"\d", kinds.CATEGORY_SPACE: r"\s", kinds.CATEGORY_WORD: r"\w"}
    spelled |= {
        kinds.CATEGORY_NOT_DIGIT: r"\D",
        kinds.CATEGORY_NOT_SPACE: r"\S",
        kinds.CATEGORY_NOT_WORD: r"\W",
    }
    return spelled[what]
