"""The ontology's files, read once and checked: what `labels` and `sentences` say things with.

An entry that lacks a language, or has a field that nobody reads, is refused when it is loaded
and not when a user meets it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import msgspec
import yaml

from tawatur.errors import LexiconError
from tawatur.kept import user_folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

Lang = Literal["en", "ar"]
T = TypeVar("T")


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing said in both languages."""

    en: str
    ar: str

    def said(self, lang: Lang) -> str:
        return self.ar if lang == "ar" else self.en


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value of some enumeration, with what a table shows for it."""

    id: str
    label: Pair
    meaning: Pair | None = None


class Opening(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    within: Pair
    opens: Pair


class Sides(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Other words for the two sides; absent: as the type has it; null: not said."""

    by: Pair | msgspec.UnsetType | None = msgspec.UNSET
    against: Pair | msgspec.UnsetType | None = msgspec.UNSET


class TypeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A type of claim; `types.yaml` says what each field is for."""

    id: str
    label: Pair
    meaning: Pair
    acled: str | None
    period: bool = False
    within: Pair
    opens: Pair
    mutual: Opening | None = None
    by: Pair
    against: Pair
    alone: Pair | None = None
    between: Pair | None = None
    where: Pair | None = None
    harmed: Sides = Sides()


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A counted noun through the numbers of Arabic; `people.yaml` has the key."""

    one: str
    two: str
    two_genitive: str
    few: str
    many: str
    other: str
    some: str
    some_genitive: str


class EnglishNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    one: str
    more: str


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    label: Pair
    feminine: bool
    en: EnglishNoun
    ar: Forms


class EnglishVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    one: str
    more: str
    bare: str | None


class ArabicVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    m: str
    f: str
    masdar: str
    case: Literal["nominative", "genitive"]


class EffectEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    label: Pair
    en: EnglishVerb
    ar: ArabicVerb
    harmed: Forms


class SourceEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    label: Pair
    name: Pair
    meaning: Pair
    plural: bool = False
    feminine: bool = False


class NameEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """How a sentence names a party; `names.yaml` has the key."""

    en: str
    ar: str
    g: Literal["m", "f", "pl"]
    plural: bool = False
    member: tuple[str, str] | None = None
    genitive: str | None = None
    from_: str | None = None


class Relation(Pair, frozen=True, forbid_unknown_fields=True):
    """How something lies to a place, with `{place}` for its name."""

    sided: Pair | None = None


class Direction(Pair, frozen=True, forbid_unknown_fields=True, kw_only=True):
    side: str
    noun: Pair
    m: str
    f: str


class Whereabouts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`relations.yaml` has the key."""

    relations: dict[str, Relation]
    directions: dict[str, Direction]


class Months(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    both: frozenset[str]
    en: tuple[str, ...]
    levant: tuple[str, ...]
    ar: tuple[str, ...]


class Noun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    en: EnglishNoun
    ar: Forms


class Grammar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    feminine_heads: frozenset[str]
    not_plural: frozenset[str]
    nouns: dict[str, Noun]


def _load(name: str, kind: type[T], folder: str = "ontology") -> T:
    return _read(files("tawatur") / "data" / folder / name, kind)


def _read(path: Traversable | Path, kind: type[T]) -> T:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        read: Any = yaml.load(path.read_bytes().decode("utf-8-sig"), Loader=loader)  # noqa: S506 (it is a safe loader)
        return msgspec.convert([] if read is None else read, kind)  # a user's file may hold nothing yet
    except (yaml.YAMLError, UnicodeDecodeError, msgspec.ValidationError) as wrong:
        raise LexiconError(f"{path.name}: {wrong}\n  Mend the entry that it names.") from wrong


@cache
def load_types() -> dict[str, TypeEntry]:
    return {entry.id: entry for entry in _load("types.yaml", list[TypeEntry])}


@cache
def load_effects() -> dict[str, EffectEntry]:
    return {entry.id: entry for entry in _load("effects.yaml", list[EffectEntry])}


@cache
def load_people() -> dict[str, People]:
    return {entry.id: entry for entry in _load("people.yaml", list[People])}


@cache
def load_sources() -> dict[str, SourceEntry]:
    return {entry.id: entry for entry in _load("sources.yaml", list[SourceEntry])}


@cache
def load_entries(name: str) -> dict[str, Entry]:
    """A plain vocabulary: `stances`, `precision`, `grades`, `refusals` or `headings`."""
    return {entry.id: entry for entry in _load(f"{name}.yaml", list[Entry])}


@cache
def load_names() -> dict[str, NameEntry]:
    return _load("names.yaml", dict[str, NameEntry])


@cache
def load_whereabouts() -> Whereabouts:
    return _load("relations.yaml", Whereabouts)


@cache
def load_months() -> Months:
    return _load("months.yaml", Months)


@cache
def load_grammar() -> Grammar:
    return _load("grammar.yaml", Grammar)


@cache
def load_memo() -> dict[str, Pair]:
    """The fixed words of the memo."""
    return _load("memo.yaml", dict[str, Pair])


@cache
def load_reasons() -> dict[str, Pair]:
    """How the reasons of linking are worded, by their names."""
    return _load("reasons.yaml", dict[str, Pair])


class Grounds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a place or a day was read so, as claims have it, and in Arabic."""

    words: dict[str, dict[str, str]]
    wordings: list[Pair]


@cache
def load_grounds() -> Grounds:
    return _load("grounds.yaml", Grounds)


class _Rule(msgspec.Struct, frozen=True):
    """A rule for grades; its conditions are for linking."""

    rule: str
    says: Pair


@cache
def load_grade_reasons() -> dict[str, Pair]:
    """What each rule for grades says, by the rule."""
    return {rule.rule: rule.says for rule in _load("grades.yaml", list[_Rule], "link")}


class _Party(msgspec.Struct, frozen=True):
    """An entry of the parties' lexicon; the rest of it is for the finders."""

    id: str
    label: Pair | None = None


@cache
def load_parties() -> dict[str, Pair]:
    """Parties' labels, from the lexicons that find them, the user's own too; a party with only a name is labelled by it."""
    labels = {id_: Pair(entry.en, entry.ar) for id_, entry in load_names().items()}
    for folder in (files("tawatur") / "data" / "lexicons" / "ar", user_folder() / "lexicons"):
        path = folder / "parties.yaml"
        if path.is_file():
            parties = _read(path, list[_Party])
            labels |= {party.id: party.label for party in parties if party.label is not None}
    return labels
