"""The page that says what this case does not know: what was set aside, which places and days stayed open, how good reading is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby

import msgspec

from tawatur.records import Refusal
from tawatur.serve.desk import Desk
from tawatur.store import SqliteStore

_MOST = 100  # of each list


class Refused(msgspec.Struct, frozen=True):
    code: str
    count: int
    first: tuple[Refusal, ...]


class BarePage(msgspec.Struct, frozen=True):
    """A page of furniture alone, by what leads to it."""

    id: str
    name: str
    outlet: str | None
    published: dt.date | None


class Bare(msgspec.Struct, frozen=True):
    """Pages that were read and hold no report."""

    count: int
    first: tuple[BarePage, ...]


class Open(msgspec.Struct, frozen=True):
    """A slot that stayed empty although the text speaks of it."""

    slot: str
    why: str
    claims: int
    example: str  # a claim
    incident: str | None


class QualityPage(msgspec.Struct, frozen=True):
    counts: dict[str, int]
    is_finished: bool
    refused: tuple[Refused, ...]
    bare: Bare
    unresolved: tuple[Open, ...]
    silent: dict[str, int]  # claims without a place, without a point for it, without a day
    published_from: dict[str, int]  # what settled the days of publication; "none": nothing did
    scores: dict[str, dict[str, float]]  # F1 by slot on each set of the project's gold
    root: str


def build_quality(desk: Desk) -> QualityPage:
    store = desk.store
    refusals = desk.remember("refusals", _list_refusals)
    counts = Counter(one.code for one in refusals)
    first = {code: tuple(some)[:_MOST] for code, some in groupby(refusals, key=lambda one: one.code)}
    return QualityPage(
        counts=store.counts(),
        is_finished=desk.is_finished,
        refused=tuple(
            Refused(code, n, first[code]) for code, n in sorted(counts.items(), key=lambda c: (-c[1], c[0]))
        ),
        bare=desk.remember("bare", _list_bare),
        unresolved=tuple(
            Open(slot, why, n, example, desk.reviewed.incident_of(example))
            for slot, why, n, example in desk.remember("unresolved", _list_unresolved)
        ),
        silent=desk.remember("silent", SqliteStore.silent),
        published_from={how or "none": n for how, n in desk.remember("dated", _list_dated)},
        scores=desk.scores,
        root=desk.root,
    )


def _list_refusals(store: SqliteStore) -> list[Refusal]:
    return sorted(store.refusals(), key=lambda one: (one.code, one.name))


def _list_bare(store: SqliteStore) -> Bare:
    count, first = store.bare(_MOST)
    return Bare(count, tuple(BarePage(page.id, page.name, page.outlet, page.published) for page in first))


def _list_unresolved(store: SqliteStore) -> list[tuple[str, str, int, str]]:
    return list(store.unresolved(_MOST))


def _list_dated(store: SqliteStore) -> list[tuple[str | None, int]]:
    return list(store.dated())
