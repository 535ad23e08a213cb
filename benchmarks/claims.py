"""Claims made up for speed: towns, days and kinds as uneven as news has them, and the same for one seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from tawatur.link import Telling
from tawatur.records import Claim, ClaimType, DayRange, Effect, EffectKind, Place, Precision, Said, Span

_KINDS = ["airstrike", "shelling", "shelling", "armed_clash", "armed_clash", "killing", "bombing", "arrest"]
_PARTIES = ["isis", "sdf", "syria_assad", "russia", "turkey", "fsa"]
_WORDS = Span(0, 10)


def generate_tellings(number: int, seed: int = 1) -> Iterator[Telling]:
    """Reports of happenings, 1 to 12 of each; more happenings are spread over more days and towns."""
    chance = random.Random(seed)
    towns = [_build_town(n, chance) for n in range(max(50, number // 100))]
    days = max(60, number // 100)
    made = 0
    while made < number:
        # A few towns have most of the news.
        town = towns[min(int(chance.expovariate(8 / len(towns))), len(towns) - 1)]
        day = dt.date(2018, 1, 1) + dt.timedelta(chance.randrange(days))
        kind, killed = chance.choice(_KINDS), chance.randrange(1, 20)
        for _ in range(min(chance.choice([1, 1, 1, 2, 2, 3, 5, 12]), number - made)):
            yield _build_telling(made, town, day, kind, killed, chance)
            made += 1


def _build_town(n: int, chance: random.Random) -> Place:
    return Place(
        name=f"بلدة {n}",
        country="SY",
        admin1=f"province {n % 14}",
        lat=32.5 + chance.random() * 4.5,
        lon=36.0 + chance.random() * 6,
        precision=Precision.TOWN,
    )


def _build_telling(
    n: int, town: Place, day: dt.date, kind: str, killed: int, chance: random.Random
) -> Telling:
    told = day + dt.timedelta(chance.choice([0, 0, 0, 0, 1]))
    count = max(1, killed + chance.choice([0, 0, 0, 1, 2, -1]))
    claim = Claim(
        id=f"c{n:07}",
        document=f"d{n:07}",
        type=Said(ClaimType(kind), _WORDS),
        quote=_WORDS,
        actors=(Said(chance.choice(_PARTIES), _WORDS),) if chance.random() < 0.6 else (),
        place=Said(town, _WORDS),
        date=Said(DayRange(told, told), _WORDS),
        effects=(Effect(kind=EffectKind.KILLED, who="civilians", low=count, high=count, span=_WORDS),),
        source=Said(chance.choice(_PARTIES), _WORDS) if chance.random() < 0.5 else None,
    )
    return Telling.of(claim, told, f"خبر {n}")
