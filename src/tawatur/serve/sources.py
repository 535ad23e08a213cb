"""The pages of sources and publishers: what each asserts, about whom, how often alone, how often against others."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from tawatur.export.labels import party
from tawatur.export.ontology import Lang
from tawatur.serve.desk import Desk
from tawatur.serve.incidents import Facet, build_facets
from tawatur.serve.query import State
from tawatur.serve.rows import NONE, Row
from tawatur.store import SqliteStore

_SHOWN = 20  # incidents on the page of one source


class Tally(msgspec.Struct, frozen=True):
    """A source or a publisher by its incidents."""

    id: str
    label: str
    incidents: int
    alone: int  # where no other source, or no other publisher, tells of it
    disputed: int  # where accounts contradict each other


class Copied(msgspec.Struct, frozen=True):
    outlet: str | None
    reports: int


class SourcePage(msgspec.Struct, frozen=True):
    """One source or publisher. `facets` say about what, about whom, where and how well attested its incidents are."""

    tally: Tally
    facets: tuple[Facet, ...]
    latest: tuple[Row, ...]


class PublisherPage(msgspec.Struct, frozen=True):
    tally: Tally
    reports: int
    claims: int
    facets: tuple[Facet, ...]
    latest: tuple[Row, ...]
    copied_from: tuple[Copied, ...]  # whole reports
    copied_by: tuple[Copied, ...]


def build_sources(desk: Desk, lang: Lang) -> list[Tally]:
    """Every source, the one with most incidents first."""
    return _tally(desk, "source", lambda value: party(value, lang))


def build_publishers(desk: Desk) -> list[Tally]:
    return _tally(desk, "publisher", str)


def build_source(desk: Desk, id_: str, lang: Lang) -> SourcePage | None:
    tally = next((one for one in build_sources(desk, lang) if one.id == id_), None)
    if tally is None:
        return None
    state = State(source=(id_,))
    return SourcePage(tally, build_facets(desk, state, lang), _find_latest(desk, state))


def build_publisher(desk: Desk, id_: str, lang: Lang) -> PublisherPage | None:
    outlet = None if id_ == NONE else id_
    known = next((one for one in desk.remember("outlets", _list_outlets) if one[0] == outlet), None)
    if known is None:
        return None
    tally = next((one for one in build_publishers(desk) if one.id == id_), Tally(id_, id_, 0, 0, 0))
    state = State(publisher=(id_,))
    copies = desk.remember("copied outlets", _list_copied)
    return PublisherPage(
        tally,
        known[1],
        known[2],
        build_facets(desk, state, lang),
        _find_latest(desk, state),
        tuple(Copied(original, n) for copy, original, n in copies if copy == outlet),
        tuple(Copied(copy, n) for copy, original, n in copies if original == outlet),
    )


def _tally(desk: Desk, facet: str, name: Callable[[str], str]) -> list[Tally]:
    return [
        Tally(one.value, name(one.value), one.count, one.alone, one.disputed)
        for one in desk.index.tally(facet)
    ]


def _find_latest(desk: Desk, state: State) -> tuple[Row, ...]:
    found = desk.index.find(state)
    return tuple(desk.index.page(found, state, _SHOWN))


def _list_outlets(store: SqliteStore) -> list[tuple[str | None, int, int]]:
    return list(store.outlets())


def _list_copied(store: SqliteStore) -> list[tuple[str | None, str | None, int]]:
    return list(store.copied_outlets())
