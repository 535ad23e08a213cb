"""The page of many incidents: the list, and the filters with their counts."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from tawatur.export.labels import label, party
from tawatur.export.ontology import Lang
from tawatur.serve.desk import Desk
from tawatur.serve.facets import ANY
from tawatur.serve.index import PER_PAGE
from tawatur.serve.query import FACETS, State
from tawatur.serve.rows import NONE, Row
from tawatur.serve.words import Words


class Choice(msgspec.Struct, frozen=True):
    """A value that a filter can be set to."""

    value: str
    label: str
    count: int  # incidents that would be left with it, the other filters as they are
    chosen: bool


class Facet(msgspec.Struct, frozen=True):
    name: str
    choices: tuple[Choice, ...]

    @property
    def is_asked(self) -> bool:
        return any(choice.chosen for choice in self.choices)


class IncidentList(msgspec.Struct, frozen=True):
    """One page of the incidents that a state lets through."""

    total: int
    of: int  # incidents in the case
    page: int
    pages: int
    first: int  # the number of the first incident of the page
    incidents: tuple[Row, ...]
    facets: tuple[Facet, ...]


def build_list(desk: Desk, state: State, lang: Lang, per_page: int = PER_PAGE) -> IncidentList:
    index = desk.index
    found = index.find(state)
    pages = max(1, -(-found.total // per_page))
    return IncidentList(
        total=found.total,
        of=index.total,
        page=state.page,
        pages=pages,
        first=(state.page - 1) * per_page + 1,
        incidents=tuple(index.page(found, state, per_page)),
        facets=build_facets(desk, state, lang),
    )


def build_facets(desk: Desk, state: State, lang: Lang) -> tuple[Facet, ...]:
    counted, names = desk.index.facets(state), FacetNames(desk, lang)
    return tuple(
        Facet(
            facet,
            tuple(
                Choice(one.value, names.name(facet, one.value), one.count, one.value in state.asked(facet))
                for one in counted[facet]
            ),
        )
        for facet in FACETS
    )


class FacetNames:
    """What a filter's values are called."""

    def __init__(self, desk: Desk, lang: Lang) -> None:
        self._desk, self._lang, self._words = desk, lang, Words(lang)
        self._by_facet: dict[str, Callable[[str], str]] = {
            "kind": lambda value: label("types", value, lang),
            "harm": self._name_harm,
            "grade": lambda value: label("grades", value, lang),
            "contested": self.name_field,
            "party": lambda value: party(value, lang),
            "area": lambda value: desk.name_area(value, lang),
            "source": lambda value: party(value, lang),
            "publisher": lambda value: value,
            "review": self._name_review,
        }

    def name(self, facet: str, value: str) -> str:
        if value == NONE:
            return self._words.say(f"none.{facet}")
        return self._by_facet[facet](value)

    def name_field(self, field: str) -> str:
        """What is disputed: a field of a claim, or a kind of harm."""
        if field == ANY:
            return self._words.say("contested.any")
        key = f"field.{field}"
        return self._words.say(key) if self._words.has(key) else label("effects", field, self._lang)

    def _name_harm(self, value: str) -> str:
        who, _, kind = value.rpartition(".")
        harmed = label("effects", kind, self._lang)
        return f"{label('people', who, self._lang)}: {harmed}" if who else harmed

    def _name_review(self, value: str) -> str:
        key = f"review.{value}"
        return self._words.say(key) if self._words.has(key) else value
