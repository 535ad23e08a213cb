"""Say a claim's clause in English."""

from __future__ import annotations

import datetime as dt

from tawatur.export.clauses import Clause, Harm, is_whole_month, is_whole_year
from tawatur.export.counts import count_english, is_one, number_english
from tawatur.export.names import english_name, join_english
from tawatur.export.ontology import (
    EnglishNoun,
    load_effects,
    load_months,
    load_people,
)
from tawatur.export.whereabouts import say_where
from tawatur.records import DayRange, Effect, Place

_OWN = "by {actors}"  # the one phrase that "its forces" fits


def say_clause(clause: Clause) -> str:
    """The clause from its verb to its date, without a capital or a full stop."""
    opening = clause.type.mutual if clause.is_mutual and clause.type.mutual else clause.type
    head = f"{say_harms(clause.harms)} {opening.within.en}" if clause.harms else opening.opens.en
    parts = [head, *_sides(clause), _where(clause), say_days(clause.days, period=clause.type.period)]
    return " ".join(part for part in parts if part.strip()).replace("  ", " ")


def say_harms(harms: tuple[Harm, ...]) -> str:
    """The people harmed, the verb said once where it can be.

    >>> from tawatur.records import Effect, EffectKind, Span
    >>> sdf = [Effect(kind=EffectKind(k), who="sdf", low=n, high=n, span=Span(0, 1)) for k, n in (("killed", 6), ("captured", 1))]
    >>> say_harms(tuple(Harm(e) for e in sdf))
    '6 SDF fighters were killed and 1 captured'
    """
    said: list[str] = []
    last: Harm | None = None
    for harm in harms:
        said.append(_harm_again(harm) if last is not None and _goes_on(last, harm) else _harm(harm))
        last = harm
    return join_english(said)


def say_harm(effect: Effect) -> str:
    """One effect as a table or a list says it: "9 civilians killed"."""
    verb = load_effects()[effect.kind].en
    return f"{_people(effect)} {verb.bare or verb.more}"


def say_days(days: DayRange | None, *, period: bool = False) -> str:
    """The day, or the bounds between which it lies; `period` is a stretch that lasted.

    >>> say_days(DayRange(dt.date(2018, 10, 12), dt.date(2018, 10, 12)))
    'on 12 October 2018'
    >>> say_days(DayRange(dt.date(2018, 10, 31), dt.date(2018, 11, 1)))
    'on 31 October or 1 November 2018'
    """
    if days is None:
        return ""
    first, last = days.first, days.last
    months = load_months().en
    if first == last:
        return f"on {_day(last)}"
    if is_whole_year(days):
        return f"in {first.year}"
    if is_whole_month(days):
        return f"in {months[first.month - 1]} {first.year}"
    begin = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        begin += f" {months[first.month - 1]}"
    if first.year != last.year:
        begin += f" {first.year}"
    if period:
        return f"from {begin} to {_day(last)}"
    if (last - first).days == 1:
        return f"on {begin} or {_day(last)}"
    return f"between {begin} and {_day(last)}"


def say_place(place: Place) -> str:
    """The place by its English name where the gazetteer settled it, else as the text writes it."""
    settled = place.lat is not None and place.candidates
    return place.candidates[0].name_en or place.name if settled else place.name


def _day(day: dt.date) -> str:
    return f"{day.day} {load_months().en[day.month - 1]} {day.year}"


def say_location(place: Place | None) -> str:
    """Where something lies, preposition and all; nothing where no place is named."""
    return say_where(place, "en", name=say_place(place)) if place else ""


def _where(clause: Clause) -> str:
    if clause.place is None:
        return ""
    return say_where(
        clause.place, "en", name=say_place(clause.place), over=None if clause.harms else clause.type.where
    )


def _sides(clause: Clause) -> list[str]:
    by, against = clause.choose_frames()
    said = []
    if clause.actors and by:
        own = clause.actors == (clause.speaker,) and by.en == _OWN
        names = f"{english_name(clause.actors[0]).own} forces" if own else _names(clause.actors)
        said.append(by.en.format(actors=names))
    if clause.targets and against:
        said.append(against.en.format(targets=_names(clause.targets)))
    return said


def _names(values: tuple[str, ...]) -> str:
    return join_english([english_name(value).said for value in values])


def _goes_on(last: Harm, harm: Harm) -> bool:
    """Whether "and 1 captured" is enough: the same people, and a verb that was passive before."""
    same = (last.effect.who, last.effect.of) == (harm.effect.who, harm.effect.of)
    verbs = load_effects()
    return bool(same and verbs[last.effect.kind].en.bare and verbs[harm.effect.kind].en.bare)


def _harm(harm: Harm) -> str:
    effect = harm.effect
    verb = load_effects()[effect.kind].en
    including = f", including {join_english([_narrower(e) for e in harm.within])}," if harm.within else ""
    return f"{_people(effect)}{including} {verb.one if is_one(effect.low, effect.high) else verb.more}"


def _harm_again(harm: Harm) -> str:
    effect = harm.effect
    number = number_english(effect.low, effect.high) or "others"
    including = f", including {join_english([_narrower(e) for e in harm.within])}," if harm.within else ""
    return f"{number}{including} {load_effects()[effect.kind].en.bare}"


def _people(effect: Effect) -> str:
    people = load_people()
    if effect.of in people:
        whose = "" if effect.who in ("civilians", "unknown") else f" from {english_name(effect.who).said}"
        return count_english(effect.low, effect.high, people[effect.of].en) + whose
    if effect.who in ("civilians", "unknown"):
        return count_english(effect.low, effect.high, people[effect.who].en)
    name = english_name(effect.who)
    if name.member:
        return count_english(effect.low, effect.high, EnglishNoun(*name.member))
    return f"{count_english(effect.low, effect.high, people['member'].en)} of {name.said}"


def _narrower(effect: Effect) -> str:
    assert effect.of is not None
    return count_english(effect.low, effect.high, load_people()[effect.of].en)
