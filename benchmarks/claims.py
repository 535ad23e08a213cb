"""Claims made up for speed, the same for one seed: a war in which a few towns have most of the news.

A war of more claims lasts longer; each of its days has as many. Happenings are told by one outlet or by
dozens, on their day or the next, with other tolls, under other names of the place, in copied or in other words; some reports
name the province alone, or no place, or recall what happened weeks before, or sum a month.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import msgspec

from tawatur.link import Telling
from tawatur.link.told import Told, tell
from tawatur.records import (
    Claim,
    ClaimType,
    DayRange,
    Effect,
    EffectKind,
    Place,
    Precision,
    Said,
    Span,
    Stance,
)

_json = msgspec.json.Encoder()

A_DAY = 130  # claims
TOWNS = 600
PROVINCES = 14
_START = dt.date(2012, 1, 1)
_WORDS = Span(0, 10)
_PARTIES = ["isis", "sdf", "syria_assad", "russia", "turkey", "fsa", "hts", "coalition"]
_SOURCES = ["outlet", "outlet", "outlet", "sohr", "white_helmets", "local_sources", "activists", "medics"]
_KINDS = (
    "airstrike shelling shelling shelling armed_clash armed_clash killing bombing arrest abduction landmine"
)
_NEAR = {"airstrike": "shelling", "shelling": "airstrike", "armed_clash": "killing", "bombing": "landmine"}
_TOLD_BY = [1] * 10 + [2] * 5 + [3] * 3 + [5, 5, 8, 12, 30]
_WORD_STOCK = [a + b + c for a in "قصفتضرب" for b in "اليونم" for c in ("ين", "ات", "وا", "هم", "ية", "ون")]


class _Happening(NamedTuple):
    town: Place
    day: dt.date
    kind: str
    actor: str
    killed: int
    words: tuple[str, ...]


def generate_tellings(number: int, seed: int = 1) -> Iterator[Telling]:
    for told in generate_reports(number, seed):
        yield from tell(told)


def generate_reports(number: int, seed: int = 1) -> Iterator[Told]:
    """So many claims, report by report, each report of one to four."""
    chance = random.Random(seed)
    report: list[tuple[Claim, str]] = []
    for n, (claim, quote) in enumerate(_generate_claims(number, chance), 1):
        report.append((claim, quote))
        if len(report) >= chance.choice([1, 2, 2, 3, 4]) or n == number:
            yield _write_down(report)
            report = []


def _write_down(report: list[tuple[Claim, str]]) -> Told:
    document = report[0][0].document
    claims = [_json.encode(_moved(claim, document)).decode() for claim, _ in report]
    return Told(None, tuple(claims), tuple(quote for _, quote in report))


def _moved(claim: Claim, document: str) -> Claim:
    return Claim(
        **{field: getattr(claim, field) for field in claim.__struct_fields__} | {"document": document}
    )


def _generate_claims(number: int, chance: random.Random) -> Iterator[tuple[Claim, str]]:
    towns = [_build_town(n, chance) for n in range(TOWNS)]
    fame = list(accumulate(1 / (n + 3) for n in range(TOWNS)))
    days = max(7, number // A_DAY)
    waiting: dict[int, list[_Happening]] = {}
    made, day = 0, 0
    while made < number:
        today = waiting.pop(day, [])
        while len(today) < A_DAY:
            (town,) = chance.choices(towns, cum_weights=fame)
            happening = _build_happening(town, _START + dt.timedelta(day % days), chance)
            for _ in range(chance.choice(_TOLD_BY)):
                # Most is told at once, some the next day, a little is recalled within the month.
                later = chance.choices([0, 1, chance.randrange(2, 30)], weights=[85, 13, 2])[0]
                today.append(happening) if later == 0 else waiting.setdefault(day + later, []).append(
                    happening
                )
        chance.shuffle(today)
        for happening in today:
            if made == number:
                return
            yield _build_claim(made, happening, _START + dt.timedelta(day), chance)
            made += 1
        day += 1


def _build_town(n: int, chance: random.Random) -> Place:
    province = n % PROVINCES
    # A province is some 100 km wide; its towns lie around its middle.
    lat, lon = 32.8 + (province // 4) * 1.1, 36.2 + (province % 4) * 1.3
    return Place(
        name=f"بلدة {n}",
        country="SY",
        admin1=f"province {province}",
        lat=lat + chance.gauss(0, 0.3),
        lon=lon + chance.gauss(0, 0.35),
        precision=chance.choice([Precision.TOWN, Precision.VILLAGE]),
    )


def _build_happening(town: Place, day: dt.date, chance: random.Random) -> _Happening:
    killed = int(chance.paretovariate(1.2))
    words = tuple(chance.choices(_WORD_STOCK, k=12))
    return _Happening(
        town, day, chance.choice(_KINDS.split()), chance.choice(_PARTIES), min(killed, 90), words
    )


def _build_claim(n: int, told: _Happening, printed: dt.date, chance: random.Random) -> tuple[Claim, str]:
    kind = _NEAR.get(told.kind, told.kind) if chance.random() < 0.15 else told.kind
    days = DayRange(told.day - dt.timedelta(chance.random() < 0.3), told.day)
    if (printed - told.day).days > 7:  # recalled by the month alone
        days = DayRange(told.day.replace(day=1), printed)
    where: Place | None = told.town
    wideness = chance.random()
    if wideness < 0.06:
        where = Place(
            name=f"محافظة {told.town.admin1}",
            country="SY",
            admin1=told.town.admin1,
            lat=told.town.lat,
            lon=told.town.lon,
            precision=Precision.PROVINCE,
        )
    elif wideness < 0.10:
        where = None
    count = max(1, told.killed + chance.choice([0, 0, 0, 0, 1, 2, -1]))
    effects = (Effect(kind=EffectKind.KILLED, who="civilians", low=count, high=count, span=_WORDS),)
    if chance.random() < 0.01:  # a month summed
        kind, days = "toll", DayRange(printed.replace(day=1), printed)
    source = chance.choice(_SOURCES)
    # An agency's words are taken over by one in four.
    words = told.words if chance.random() < 0.25 else (*told.words[:4], *chance.choices(_WORD_STOCK, k=9))
    claim = Claim(
        id=f"c{n:07}",
        document=f"d{n:07}",
        type=Said(ClaimType(kind), _WORDS),
        stance=Stance.DENIED if chance.random() < 0.02 else Stance.ASSERTED,
        quote=_WORDS,
        actors=(Said(told.actor, _WORDS),) if chance.random() < 0.6 and kind != "toll" else (),
        targets=(Said("civilians", _WORDS),) if kind != "toll" else (),
        place=Said(where, _WORDS) if where else None,
        date=Said(days, _WORDS) if chance.random() < 0.97 else None,
        effects=effects if chance.random() < 0.7 else (),
        source=None if source == "outlet" else Said(source, _WORDS),
    )
    return claim, " ".join(words)
