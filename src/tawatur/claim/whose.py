"""Whose people the harmed were: civilians, a party's, or unknown.

How much the words for the harmed say by themselves sorts them (`claim.harm_sorts`). What is plain is settled last,
beside what is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from tawatur.claim.harm_sorts import are_family, sort_of
from tawatur.claim.whose_features import WhoseFeatures
from tawatur.claim.whose_question import NOBODY, Question
from tawatur.find.people_around import BOTH

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.find.harm import Harm

_UNARMED = frozenset({"women", "children"})
_YOUTH = "people.youth"
_LED_AWAY = frozenset({"arrested", "abducted"})
_FEW = 2  # who are named one by one: of two numbers of children one may be of the other
_FIRMNESS = {"own": 0, "civil": 0, "forces": 1, "other": 2, "plain": 2}


class Whose(NamedTuple):
    """A party, civilians or unknown, as the answer to whose people were harmed, with what speaks for it."""

    who: str
    features: list[Feature]


def by_firmness(draft: Draft) -> list[Harm]:
    """Harms in the order in which they are best settled: those that say whose they are before those that do not."""
    return sorted(draft.harms, key=lambda h: _FIRMNESS[sort_of(draft, h)])


def choose_apart(draft: Draft, harm: Harm, choices: list[Whose]) -> Whose:
    """The likeliest answer; the next where the same words tell of others of the very same.

    Of `54 شخصا بينهم 28 مدنيا` the first are not known to be civilians, and `جندي ومرتزقان` are of two parties.
    """
    beside = {
        w
        for h, w in draft.effects
        if h.at == harm.at and (h.kind, h.of) == (harm.kind, harm.of) and not are_family(draft, h)
    }
    if harm.way == "part" or sort_of(draft, harm) in {"own", "civil"}:
        return choices[0]
    return next((c for c in choices if c.who not in beside), choices[0])


def with_whole(effects: list[tuple[Harm, str]]) -> list[tuple[Harm, str]]:
    """Let women and children told as a part of civilians be civilians: `خمسة مواطنين بينهم امرأة`."""
    civil = {(harm.at, harm.kind) for harm, who in effects if who == "civilians" and harm.way != "part"}
    return [
        (
            harm,
            "civilians"
            if harm.way == "part" and harm.of in _UNARMED and (harm.at, harm.kind) in civil
            else who,
        )
        for harm, who in effects
    ]


def with_youths(effects: list[tuple[Harm, str]]) -> list[tuple[Harm, str]]:
    """Let young men who are led away, and of whom nothing else is said, be civilians: `اعتقلت القوات ثلاثة شبان`."""
    return [
        (
            harm,
            "civilians"
            if who == "unknown"
            and harm.kind in _LED_AWAY
            and harm.people is not None
            and harm.people.noun == _YOUTH
            else who,
        )
        for harm, who in effects
    ]


def fullest_of_each(effects: list[tuple[Harm, str]]) -> list[tuple[Harm, str]]:
    """In order of their place, one effect for a kind of harm, whose and of which sort: of several tellings the fullest.

    A happening does a thing to a group of people once: `مقتل وإصابة 6` in the headline and `مقتل عامل وإصابة 5` below
    are not to be added up.
    """
    best: dict[tuple[str, str, str | None], tuple[Harm, str]] = {}
    for harm, who in _with_joined_parts(effects):
        key = (harm.kind, who, harm.of)
        if key not in best or _count(harm) > _count(best[key][0]):
            best[key] = harm, who
    return sorted(best.values(), key=lambda e: (e[0].at, e[0].first, e[0].kind))


def _with_joined_parts(effects: list[tuple[Harm, str]]) -> list[tuple[Harm, str]]:
    """In order, and parts of a toll that are of one sort and joined as one: of `بينهم رضيع وطفلة` two are children."""
    told: list[tuple[Harm, str]] = []
    for harm, who in sorted(effects, key=lambda e: (e[0].at, e[0].first)):
        before = next((n for n in reversed(range(len(told))) if _goes_with(told[n][0], harm)), None)
        if before is None or told[before][1] != who:
            told.append((harm, who))
            continue
        part = told[before][0]
        low, high = (part.low or 0) + (harm.low or 0), (part.high or 0) + (harm.high or 0)
        told[before] = replace(part, low=low, high=high, last=harm.last), who
    return told


def _goes_with(part: Harm, harm: Harm) -> bool:
    """Whether both are counted parts of one toll, of one sort, and و joins the later to what is told before it."""
    people = harm.people
    return (
        part.way == harm.way == "part"
        and (part.at, part.kind, part.of) == (harm.at, harm.kind, harm.of)
        and bool(part.of)
        and part.low is not None
        and harm.low is not None
        and (part.low, harm.low) == (part.high, harm.high)
        and min(part.low, harm.low) <= _FEW
        and people is not None
        and people.joined
        and not people.subset
        and part.last < harm.last
    )


def _count(harm: Harm) -> tuple[int, int]:
    """What is counted before what is not; the larger number before the smaller, since that is likelier a part."""
    return (-1 if harm.low is None else harm.low, -1 if harm.high is None else harm.high)


def sides_of(draft: Draft, harm: Harm) -> tuple[str, ...]:
    """Both sides of the fighting, where harm with no upper count is said to be theirs: مقتل عدد من عناصر الطرفين.

    Nobody knows whose they were where the sides are not named.
    """
    people = harm.people
    if people is None or people.theirs != BOTH or harm.high is not None:
        return ()
    sides = tuple(dict.fromkeys((*draft.actors, *draft.targets)))
    if len(sides) == 2 and not set(sides) & set(NOBODY):
        return sides
    return () if sides else ("unknown",)


def whose_choices(draft: Draft, harm: Harm) -> list[Whose]:
    """Civilians, unknown, and the parties named around or told of before, each with what speaks for it."""
    question = Question(draft, harm)
    features = WhoseFeatures(question)
    return [Whose(who, features.of(who)) for who in question.candidates()]
