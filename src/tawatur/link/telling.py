"""A claim as linking sees it: its slots read once into what can be compared fast."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.arabic.clitics import split_proclitics
from tawatur.arabic.fold import fold_phrase
from tawatur.find.another import says_another
from tawatur.link.spots import Spot, name_key
from tawatur.link.totals import says_total
from tawatur.records import Claim, ClaimType, DayRange, EffectKind, Stance

LONG = 6  # days: a toll over more may count many happenings; "this week" still recalls one
NARROW = 2  # days between the first and the last possible day: "Friday or Saturday" still names a day

# Harm that one source calls this and another that.
_SAME_HARM = {EffectKind.ABDUCTED: EffectKind.ARRESTED, EffectKind.CAPTURED: EffectKind.ARRESTED}

Voice = tuple[str, str, Stance]
Count = tuple[int, int | None]
Group = tuple[
    str, str | None, str
]  # kind of harm, narrower group, whose people; of everybody together, EVERYBODY
Counts = dict[Group, Count]
EVERYBODY = ""


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A claim with what linking needs of its document, and its slots in the form that is compared."""

    claim: Claim
    published: dt.date | None
    quote: str  # folded; copies of one text share it
    id: str
    kind: ClaimType
    days: DayRange | None
    first: int  # days as numbers, for speed; 0 where none is known
    last: int
    is_narrow: bool  # whether it names a day, if only as one of two or three
    spot: Spot | None
    voice: Voice  # who asserts or denies, in which report
    actors: frozenset[str]
    targets: frozenset[str]  # and those whom the counts count
    struck: frozenset[str]  # targets that did not act themselves
    counts: Counts
    words: frozenset[str]
    is_total: bool  # it counts what many happenings came to, by its type or by its words
    is_another: bool  # its words set it off from a happening told before: "a second strike"
    company: frozenset[str] = frozenset()  # where and when the other happenings of its report took place

    @classmethod
    def of(
        cls, claim: Claim, published: dt.date | None, quote: str, company: frozenset[str] = frozenset()
    ) -> Telling:
        folded = fold_phrase(quote)
        days = claim.date.value if claim.date else None
        actors = frozenset(said.value for said in claim.actors) - {"unknown"}
        targets = frozenset(said.value for said in claim.targets) - {"unknown"}
        first, last = (days.first.toordinal(), days.last.toordinal()) if days else (0, 0)
        words, counts = frozenset(_key_words(folded.split())), _counts(claim)
        many = last - first > LONG and bool(counts) and says_total(folded, words)
        return cls(
            claim=claim,
            published=published,
            quote=folded,
            id=claim.id,
            kind=claim.type.value,
            days=days,
            first=first,
            last=last,
            is_narrow=first > 0 and last - first <= NARROW,
            spot=Spot.of(claim.place.value) if claim.place else None,
            voice=(claim.document, claim.source.value if claim.source else "outlet", claim.stance),
            actors=actors,
            targets=targets | _harmed(claim),
            struck=(targets or _harmed(claim)) - actors - {"civilians"},
            counts=counts,
            words=words,
            is_total=claim.type.value is ClaimType.TOLL or many,
            is_another=says_another(folded),
            company=company,
        )


def build_tellings(
    claims: Sequence[Claim], published: dt.date | None, quote: Callable[[Claim], str]
) -> Iterator[Telling]:
    """Those of one report, each with the company in which it is told."""
    signs = [_sign(claim) for claim in claims]
    for at, claim in enumerate(claims):
        company = frozenset().union(*(sign for n, sign in enumerate(signs) if n != at))
        yield Telling.of(claim, published, quote(claim), company)


def _sign(claim: Claim) -> frozenset[str]:
    """A happening by its place and days."""
    if claim.place is None or claim.date is None:
        return frozenset()
    first, last = (day.toordinal() for day in (claim.date.value.first, claim.date.value.last))
    if last - first > NARROW:
        return frozenset()
    return frozenset(f"{day} {name_key(claim.place.value.name)}" for day in range(first, last + 1))


def is_happening(telling: Telling) -> bool:
    """A toll over a period is no single happening and stands in no incident."""
    return not telling.is_total


def _harmed(claim: Claim) -> frozenset[str]:
    return frozenset(effect.who for effect in claim.effects) - {"unknown"}


def _counts(claim: Claim) -> Counts:
    """The fullest count of each kind of harm and group, for each side and for all sides together."""
    found: dict[tuple[str, str | None], dict[str, Count]] = {}
    for effect in claim.effects:
        if effect.low is None:
            continue
        sides = found.setdefault((_SAME_HARM.get(effect.kind, effect.kind).value, effect.of), {})
        count = (effect.low, effect.high)
        sides[effect.who] = max(sides.get(effect.who, count), count, key=lambda c: (c[0], c[1] or c[0]))
    counts: Counts = {}
    for (kind, of), sides in found.items():
        counts.update({(kind, of, who): count for who, count in sides.items()})
        counts[kind, of, EVERYBODY] = _added(sides.values())
    return counts


def _added(counts: Iterable[Count]) -> Count:
    listed = list(counts)
    highs = [high for _, high in listed if high is not None]
    return sum(low for low, _ in listed), sum(highs) if len(highs) == len(listed) else None


def _key_words(words: Iterable[str]) -> Iterator[str]:
    return (bare for word in words if len(bare := _bare(word)) > 2)


@lru_cache(maxsize=200_000)
def _bare(word: str) -> str:
    """A word without what may be written onto its front: a key alone, that need be no word."""
    rest = min((rest for _, rest in split_proclitics(word) if len(rest) > 2), key=len, default=word)
    return rest[2:] if rest.startswith("ال") and len(rest) > 4 else rest
