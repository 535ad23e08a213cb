"""Kinds of place, and the words that announce them (`data/gazetteer/kinds.yaml`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from tawatur.arabic.fold import fold_phrase
from tawatur.errors import GazetteerError
from tawatur.records.place import Precision

DATA: Traversable = files("tawatur") / "data" / "gazetteer"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of place; the fields are those of the data file, words folded."""

    name: str
    precision: Precision
    radius_km: float
    prior: float
    one: frozenset[str]
    two: frozenset[str]
    many: frozenset[str]
    part: bool
    bare: bool
    leaves: frozenset[str]


def load_kinds() -> dict[str, Kind]:
    """Every kind by its name, in the order of the file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = yaml.load((DATA / "kinds.yaml").read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 a safe loader
    kinds = {}
    for name, row in rows.items():
        unknown = set(row) - {*Kind.__dataclass_fields__}
        if unknown:
            raise GazetteerError(
                f"kinds.yaml: {name} has {', '.join(sorted(unknown))}, which no kind has. Remove it."
            )
        kinds[name] = Kind(
            name=name,
            precision=Precision(row["precision"]),
            radius_km=float(row["radius_km"]),
            prior=float(row["prior"]),
            one=_fold_all(row.get("one", ())),
            two=_fold_all(row.get("two", ())),
            many=_fold_all(row.get("many", ())),
            part=bool(row.get("part")),
            bare=bool(row.get("bare")),
            leaves=_fold_all(row.get("leaves", ())),
        )
    return kinds


def _fold_all(words: list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold_phrase(str(word)) for word in words)


KINDS = load_kinds()


@cache
def kind_words() -> dict[str, tuple[str, str]]:
    """Folded word → (kind, `one`, `two` or `many`); the kind that comes first in the file wins."""
    words: dict[str, tuple[str, str]] = {}
    for kind in KINDS.values():
        for number in ("one", "two", "many"):
            for word in sorted(getattr(kind, number)):
                words.setdefault(word, (kind.name, number))
    return words
