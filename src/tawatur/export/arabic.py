"""Say a claim's clause in Arabic.

Sentences open with the verb, so that its gender alone follows the people and their number does
not matter; who says it stands at the end ("وفق …"), where no verb has to agree with it.
"""

from __future__ import annotations

import datetime as dt

from tawatur.export.clauses import Clause, Harm, is_whole_month, is_whole_year
from tawatur.export.counts import Case, count_arabic
from tawatur.export.names import Name, arabic_name, join_arabic, with_lam
from tawatur.export.ontology import load_effects, load_months, load_people
from tawatur.export.whereabouts import say_where
from tawatur.records import DayRange, Effect, Place

_TO_IT = {"m": "له", "f": "لها", "pl": "لهم"}
_OTHERS = {"nominative": ("آخرون", "أخريات"), "genitive": ("آخرين", "أخريات")}


def say_clause(clause: Clause, *, denied: bool = False) -> str:
    """The clause from its verb to its date, without a full stop.

    Denied, it follows "نفى": "أن يكون قد …", which leaves every noun in its case.
    """
    opening = clause.type.mutual if clause.is_mutual and clause.type.mutual else clause.type
    head = f"{say_harms(clause.harms)} {opening.within.ar}" if clause.harms else opening.opens.ar
    if denied:
        verb = head.split(" ", 1)[0]
        head = f"أن {'تكون' if verb.endswith('ت') else 'يكون'} قد {head}"
    days = say_days(clause.days, clause.place, period=clause.type.period)
    parts = [head, *_sides(clause, denied=denied), _where(clause), days]
    return " ".join(part for part in parts if part.strip()).replace("  ", " ")


def say_harms(harms: tuple[Harm, ...]) -> str:
    """The people harmed; the party is named once where the next harm is to the same people.

    >>> from tawatur.records import Effect, EffectKind, Span
    >>> sdf = [Effect(kind=EffectKind(k), who="sdf", low=n, high=n, span=Span(0, 1)) for k, n in (("killed", 6), ("captured", 1))]
    >>> say_harms(tuple(Harm(e) for e in sdf))
    'قُتل 6 عناصر من قوات سوريا الديمقراطية وأُسر عنصر واحد'
    """
    said: list[str] = []
    last: Effect | None = None
    for harm in harms:
        effect = harm.effect
        again = last is not None and (last.who, last.of) == (effect.who, effect.of)
        said.append(_harm(harm, again=again))
        last = effect
    return " و".join(said)


def say_harm(effect: Effect) -> str:
    """One effect as a table or a list says it: "مقتل 9 مدنيين"."""
    return f"{load_effects()[effect.kind].ar.masdar} {_people(effect, 'genitive')}"


def say_days(days: DayRange | None, place: Place | None = None, *, period: bool = False) -> str:
    """The day, or its bounds. In the Levant and Iraq both names of the month stand, as their press has them.

    >>> say_days(DayRange(dt.date(2018, 10, 12), dt.date(2018, 10, 12)), Place(name="هجين", country="SY"))
    'في 12 تشرين الأول/أكتوبر 2018'
    >>> say_days(DayRange(dt.date(2018, 10, 1), dt.date(2018, 10, 31)), Place(name="الحديدة", country="YE"))
    'في أكتوبر 2018'
    """
    if days is None:
        return ""
    country = place.country if place else None
    first, last = days.first, days.last
    end = f"{last.day} {_month(last, country)} {last.year}"
    if first == last:
        return f"في {end}"
    if is_whole_year(days):
        return f"في عام {first.year}"
    if is_whole_month(days):
        return f"في {_month(first, country)} {first.year}"
    begin = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        begin += f" {_month(first, country)}"
    if first.year != last.year:
        begin += f" {first.year}"
    if period:
        return f"من {begin} إلى {end}"
    if (last - first).days == 1:
        return f"في {begin} أو {end}"
    return f"بين {begin} و{end}"


def _month(day: dt.date, country: str | None) -> str:
    months = load_months()
    own = months.ar[day.month - 1]
    return f"{months.levant[day.month - 1]}/{own}" if country in months.both else own


def say_location(place: Place | None) -> str:
    """Where something lies, preposition and all; nothing where no place is named."""
    return say_where(place, "ar") if place else ""


def _where(clause: Clause) -> str:
    if clause.place is None:
        return ""
    return say_where(clause.place, "ar", over=None if clause.harms else clause.type.where)


def _sides(clause: Clause, *, denied: bool) -> list[str]:
    by, against = clause.choose_frames()
    said = []
    if clause.actors and by:
        names = [arabic_name(value) for value in clause.actors]
        # Only after "نفى X" does the speaker stand before the clause, so that a pronoun can mean it.
        own = denied and clause.actors == (clause.speaker,)
        said.append(
            by.ar.format(actors=_after(names), to_actors=_TO_IT[names[0].gender] if own else _to(names))
        )
    if clause.targets and against:
        said.append(against.ar.format(targets=_after([arabic_name(value) for value in clause.targets])))
    return said


def _after(names: list[Name]) -> str:
    return join_arabic([name.after for name in names])


def _to(names: list[Name]) -> str:
    return join_arabic([with_lam(names[0].after), *(name.after for name in names[1:])])


def _harm(harm: Harm, *, again: bool) -> str:
    effect = harm.effect
    verb = load_effects()[effect.kind].ar
    feminine = load_people()[effect.of].feminine if effect.of in load_people() else False
    if again and effect.low is None and effect.high is None:
        people = _OTHERS[verb.case][feminine]
    else:
        people = _people(effect, verb.case, named=not again)
    among = "بينهما" if effect.low == effect.high == 2 else "بينهن" if feminine else "بينهم"
    narrower = [
        count_arabic(e.low, e.high, load_people()[e.of].ar, "nominative")
        for e in harm.within
        if e.of is not None
    ]
    including = f" {among} {join_arabic(narrower)}" if narrower else ""
    return f"{verb.f if feminine else verb.m} {people}{including}"


def _people(effect: Effect, case: Case, *, named: bool = True) -> str:
    people = load_people()
    party = effect.who not in ("civilians", "unknown")
    noun = people[effect.of] if effect.of in people else people["member" if party else effect.who]
    name = arabic_name(effect.who) if party and named else None
    whose = f" من {name.people or name.after}" if name else ""
    return count_arabic(effect.low, effect.high, noun.ar, case) + whose
