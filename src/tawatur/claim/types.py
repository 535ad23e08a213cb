"""Which kind of happening a draft tells of.

What the trigger names outright is taken as it stands; a word that names little (هجوم, انفجار, bare harm)
takes its kind from the weapon beside it, from what was done, or from the story so far. Kinds are weighed
against each other, and most of what is weighed is the same for every kind ("the weapon suggests it", "the
claim before was of it"), so that a rare kind needs no examples of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tawatur.claim.allegiance import side_of
from tawatur.claim.carried import carried_weapon
from tawatur.claim.model import Buckets, Spelled
from tawatur.find.party_words import load_vocabulary
from tawatur.find.place_signs import load_signs
from tawatur.find.quantity_words import is_space
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterator

    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.claim.triggers import Trigger

_OF_WEAPON = {
    "air": ("airstrike",),
    "drone": ("drone_strike",),
    "artillery": ("shelling",),
    "chemical": ("chemical_attack",),
    "suicide": ("suicide_attack",),
    "mine": ("landmine",),
    "ied": ("bombing",),
    "gun": ("killing", "armed_clash"),
    "blade": ("killing",),
    "teargas": ("killing", "protest"),
}
_OF_HARM = {
    "abducted": "abduction",
    "arrested": "arrest",
    "displaced": "displacement",
    "captured": "armed_clash",
    "surrendered": "surrender",
    "released": "release",
}
_OBJECT_WITHIN = 3  # words from the men who did it to what they struck
_SUBJECT = 5  # words from a subject to its verb
_STRIKE_ORDER = ("drone", "chemical", "suicide", "ied", "mine", "air", "artillery")
_SEIZING = "act.seize"
_SURE = ("suicide_attack", "chemical_attack", "execution", "drone_strike", "landmine")
_ID, _CUE, _WORD = Spelled("id:{}"), Spelled("cue:{}"), Spelled("word:{}")
_PEOPLE, _OBJECT = Spelled("people:{}"), Spelled("object:{}")
_MOST, _DAYS = Buckets(0, 1, 3, 10, 30, 100), Buckets(0, 1, 3, 13, 60)
_ARMED = frozenset({"fighters", "security"})
_FACTIONS = frozenset(
    {
        "الفصيل",
        "فصيل",
        "الفصايل",
        "فصايل",
        "المقاومه",
        "الميليشيا",
        "ميليشيا",
        "الميليشيات",
        "ميليشيات",
        "المليشيا",
        "مليشيا",
        "المليشيات",
    }
)
_FROM_AFAR = frozenset({"air", "drone", "artillery", "suicide", "ied", "mine", "chemical"})
_STRIKES = ("airstrike", "drone_strike", "shelling", "suicide_attack", "bombing", "chemical_attack")
_ATTACKS = frozenset({"هجوم", "الهجوم", "هجوما", "هجومان", "هجومين", "الهجومان", "الهجومين"})
_HEADS = frozenset({"ان", "بان", "وان"})  # what a subject before its verb may stand behind
_NOMINATIVE = ("ون", "و")  # مسلحون, مقاتلو
_ALWAYS = ("killing", "armed_clash", "toll", "other")  # kinds that any draft may be of


class TypeChoices(msgspec.Struct, frozen=True, eq=False, gc=False):
    """The kinds that a draft may be of, in order, with what speaks for each, and what is the same for all."""

    votes: dict[str, list[str]]
    shared: list[str]

    def features(self, type_: str) -> Features:
        return Features(self.votes[type_], type_, self.shared)


_GOES_OFF = frozenset({"bombard", "blast"})  # traits of words that tell that a device went off


class Features:
    """What speaks for one kind, spelled where somebody asks: for most drafts, which are no claims, nobody does."""

    __slots__ = ("_shared", "_type", "_votes")

    def __init__(self, votes: list[str], type_: str, shared: list[str]) -> None:
        self._votes = votes
        self._type = type_
        self._shared = shared

    def __iter__(self) -> Iterator[str]:
        yield from self._votes
        yield from [f"{self._type}|{feature}" for feature in self._shared]


def suggest_type(draft: Draft) -> str:
    """What the triggers and weapons alone suggest, by rule."""
    types = [t.type for t in draft.triggers if t.act]
    for sure in _SURE:
        if sure in types:
            return sure
    main = draft.main
    weapons = _near(draft)
    if main.act is None:
        for harm in draft.harms:
            if harm.kind in _OF_HARM:
                return _OF_HARM[harm.kind]
        return _of_weapons(weapons) or "killing"
    if (
        "bombard" in main.traits
        and "generic" in main.traits
        and _is_of_men(main, draft.found)
        and not weapons
    ):
        return "armed_clash"
    if "bombard" in main.traits:
        return _of_weapons(weapons) or _bombards(main, draft.found)
    if main.id == _SEIZING and any(h.kind == "arrested" and h.at == main.first for h in draft.harms):
        return "arrest"  # ضبطت القوات إرهابيا
    if "blast" in main.traits:
        return _of_weapons(weapons & {"suicide", "mine", "ied"}) or main.type
    return main.type


def is_plain_attack(draft: Draft) -> bool:
    """Whether a draft read as an air strike tells of an attack that struck, in a report of no strikes: `استهدف الهجوم موقعا`."""
    if draft.type != "airstrike" or not draft.found.values_of("weapon").isdisjoint(_FROM_AFAR):
        return False
    if any(draft.found.told[type_] for type_ in _STRIKES):
        return False
    return any({"bombard", "generic"} <= t.traits and _is_of_attack(t, draft.found) for t in draft.triggers)


def aimed_with_guns(draft: Draft) -> str:
    """What aiming with nothing but guns comes to, by whom it hit: `استهدفوا الحاجز بالأسلحة الرشاشة`, `قتل إثر استهدافه بالقناصة`.

    So it is of no weapon told, in a report of guns and of none that strikes from afar. "" where it is no such thing.
    """
    main, found = draft.main, draft.found
    if draft.type not in {"airstrike", "shelling"} or not {"bombard", "generic"} <= main.traits:
        return ""
    if any("bombard" in t.traits and "generic" not in t.traits for t in draft.triggers):
        return ""
    near, told = _near(draft), found.values_of("weapon")
    if near != {"gun"} and (
        near or "gun" not in told or told & _FROM_AFAR or any(found.told[t] for t in _STRIKES)
    ):
        return ""
    posts = any(h.form.entry.id == "object.military" for h in draft.hits("object"))
    if posts or any(h.people is not None and h.people.bears_arms for h in draft.harms):
        return "armed_clash"
    return "killing" if draft.harms else ""


def _is_of_attack(trigger: Trigger, found: Found) -> bool:
    """Whether an attack is what did it, of which no more is told: `الهجوم الذي استهدف القرية`, `استهدف الهجوم موقعا`."""
    if trigger.part != "verb":
        return False
    begin, end = found.words.sentences[trigger.sentence]
    forms = found.words.forms
    before = trigger.first - 1
    if before > begin and forms[before] in load_vocabulary().which:
        before -= 1
    near = forms[max(begin, before) : trigger.first] + forms[trigger.last : min(end, trigger.last + 1)]
    return not _ATTACKS.isdisjoint(near)


def _is_of_men(trigger: Trigger, found: Found) -> bool:
    """Whether several men do it themselves, by the form of the verb or of its subject: استهدفوا, استهدف مسلحون, and no aircraft."""
    if trigger.form.says is None or trigger.part != "verb":
        return False
    if trigger.form.says.agree in {"they", "two"}:
        return True
    behind = next(iter(found.hits_in("people", trigger.last, trigger.last + 1)), None)
    if behind is None or behind.form.entry.value not in _ARMED or behind.proclitics:
        return False
    if found.words.forms[behind.first].endswith(_NOMINATIVE):
        return True
    things = found.hits_in("object", behind.last, behind.last + _OBJECT_WITHIN)  # عناصر س دورية
    return any(not h.proclitics and _leads_to(found, behind.last, h.first) for h in things)


def _bombards(trigger: Trigger, found: Found) -> str:
    """The kind that a word for a strike suggests alone: of a party that is no state, and so has no aircraft, it is fire from the ground."""
    if trigger.type != "airstrike" or "generic" not in trigger.traits or trigger.part != "verb":
        return trigger.type
    forms, gaps = found.words.forms, found.words.gaps
    start = found.words.sentences[trigger.sentence][0]
    for who in found.parties_in(max(start, trigger.first - _SUBJECT), trigger.last + 1):
        behind = who.first == trigger.last and is_space(gaps[who.first])
        before = who.last == trigger.first and is_space(gaps[trigger.first])
        heads = who.first == start or forms[who.first - 1] in _HEADS  # not على س استهدف
        if not (behind or (before and heads)):
            continue
        if who.party == "unknown" and _is_at_somebody(trigger, who.last if behind else trigger.last, found):
            return "killing"
        if side_of(who.party) == "nonstate" or _is_grounded(who.party, found):
            return "shelling"
    behind = trigger.last < len(forms) and is_space(gaps[trigger.last])
    return "shelling" if behind and forms[trigger.last] in _FACTIONS else trigger.type


def _is_grounded(party: str, found: Found) -> bool:
    """Whether a state has lost its aircraft by the day of the report."""
    entry = load_parties().get(party)
    since = entry.grounded if entry is not None else None
    return since is not None and (found.published is None or found.published >= since)


def _is_at_somebody(trigger: Trigger, last: int, found: Found) -> bool:
    """Whether somebody, and no thing of his, stands right behind as whom they aimed at: `استهدف مجهولون القيادي سامر`, with no weapon told."""
    end = found.words.sentences[trigger.sentence][1]
    somebody = any(not h.proclitics for h in found.hits_in("people", last, last + 1))
    return somebody and not found.hits_in("weapon", trigger.last, end)


def _of_weapons(weapons: set[str]) -> str | None:
    return next((_OF_WEAPON[w][0] for w in _STRIKE_ORDER if w in weapons), None)


def _weapons(draft: Draft, first: int, last: int) -> set[str]:
    return {h.form.entry.value for h in draft.found.hits_in("weapon", first, last)}


def _near(draft: Draft) -> set[str]:
    """The weapons named around, or the one that the sentence before struck with."""
    near = _weapons(draft, *draft.around)
    carried = "" if near else carried_weapon(draft.found, draft.main)
    return {carried} if carried else near


def type_choices(draft: Draft) -> TypeChoices:
    """Every kind that something suggests, with what speaks for it."""
    votes = _votes(draft)
    types = sorted({*votes, *_ALWAYS})
    return TypeChoices({type_: votes.get(type_, ["no vote"]) for type_ in types}, ["", *_describe(draft)])


def _votes(draft: Draft) -> dict[str, list[str]]:
    """For each kind that something suggests: what suggests it, in terms that hold for every kind."""
    votes: dict[str, list[str]] = {}
    vague = naming(draft.main)
    found = draft.found

    def vote(type_: str, feature: str) -> None:
        votes.setdefault(type_, []).append(feature)

    rule = suggest_type(draft)
    vote(rule, f"rule:{vague}")
    if draft.main.act:
        vote(_bombards(draft.main, found), f"main:{vague}:{'weak' in draft.main.traits}")
    for trigger in draft.triggers:
        if trigger.act and trigger is not draft.main:
            where = "before" if trigger.first < draft.main.first else "after"
            vote(trigger.type, f"also:{naming(trigger)}:{where}:{vague}")
    near = _near(draft)
    if _is_from_the_air(draft.main, found):
        near -= {"artillery"}  # عدوانا جويا بعدد من الصواريخ: what the aircraft fired
    sentence = _weapons(draft, *draft.sentence_span()) - near
    elsewhere = found.values_of("weapon") - near - sentence
    for weapons, where in ((near, "near"), (sentence, "sentence"), (elsewhere, "report")):
        for weapon in weapons:
            for n, type_ in enumerate(_OF_WEAPON.get(weapon, ())):
                vote(type_, f"weapon:{where}:{vague}:{n}")
                vote(type_, f"weapon {weapon}:{where}:{vague}")
    for harm in draft.harms:
        if harm.kind in _OF_HARM:
            vote(_OF_HARM[harm.kind], f"harm:{vague}:{harm.kind}")
    _vote_story(draft, vague, vote, votes)
    return votes


def _is_from_the_air(main: Trigger, found: Found) -> bool:
    """Whether the word right behind an act says that it came from the air, or an aircraft is its subject: `عدوانا جويا`, `طيران س قصف`."""
    if main.act is None:
        return False
    first, _ = found.words.sentences[main.sentence]
    near = found.hits_in("weapon", main.last, main.last + 1)
    if main.part == "verb":
        before = found.hits_in("weapon", max(first, main.first - _SUBJECT), main.first)
        near += [h for h in before if not h.proclitics.strip("وف") and _leads_to(found, h.last, main.first)]
    return any(h.form.entry.value == "air" for h in near)


def _leads_to(found: Found, first: int, last: int) -> bool:
    """Whether nothing stands between a subject and its verb but whose it is and what it is like: no clause, no preposition."""
    forms, gaps = found.words.forms[first:last], found.words.gaps
    governors = load_signs().governing
    return all(is_space(gaps[i]) for i in range(first, last + 1)) and governors.isdisjoint(forms)


def _vote_story(
    draft: Draft, vague: str, vote: Callable[[str, str], None], votes: dict[str, list[str]]
) -> None:
    """What the report has told so far, and what it tells most of."""
    definite = int(draft.main.definite)
    before = draft.before
    for back in range(2):
        if before is None:
            break
        apart = min(draft.sentences[0] - before.sentences[-1], 2)
        vote(before.type, f"before{back}:{apart}:{vague}:{definite}")
        vote(before.type, f"before{back}:{vague}")
        before = before.before
    for type_, features in draft.found.told_votes(vague, definite):
        votes.setdefault(type_, []).extend(features)


def votes_of_told(told: Counter[str], vague: str, definite: int) -> list[tuple[str, tuple[str, str]]]:
    """What speaks for each kind because the report tells of it."""
    most = max(told.values(), default=0)
    return [
        (
            type_,
            (
                f"told:{'most' if count == most else 'some'}:{vague}:{definite}",
                f"told:{min(count, 3)}:{vague}",
            ),
        )
        for type_, count in told.items()
    ]


def naming(trigger: Trigger) -> str:
    """How much a trigger says of its kind: bare harm, a word for any act, a strike by whatever weapon, or a name."""
    if trigger.act is None:
        return "harm"
    traits = trigger.traits
    if traits & {"weak", "anaphor"}:
        return "weak"
    if traits & {"generic", "tally"} or trigger.id == "act.explosion":
        return "any"
    if "bombard" in traits:
        return "strike"
    return "blast" if "blast" in traits else "named"


def _class(trigger: Trigger) -> str:
    return naming(trigger) if trigger.act else trigger.form.entry.value


def _describe(draft: Draft) -> list[str]:
    """What stands around, for kinds that show by more than their triggers (a toll by its period, …)."""
    found = draft.found
    main = draft.main
    first, last = draft.around
    features = [
        f"main:{main.id}",
        f"men:{main.id}:{_is_of_men(main, found)}",
        f"n:{min(len(draft.triggers), 3)}",
    ]
    features += map(_ID.__getitem__, {t.id for t in draft.triggers})
    features += [_CUE[m] for m in found.marks_between(first, last) if m[0] == "c"]
    kinds = {h.kind for h in draft.harms}
    features += (f"harm:{k}" for k in kinds)
    if not kinds:
        features.append("no harm")
    most = max((h.low or 0 for h in draft.harms), default=0)
    features.append(f"most:{_MOST[most]}")
    dates = found.dates_in(*draft.sentence_span())
    features += {f"date:{d.kind}:{first <= d.first < last}" for d in dates}
    for mention in dates:
        if mention.days is not None:
            length = (mention.days.last - mention.days.first).days
            features.append(f"long:{_DAYS[length]}:{first <= mention.first < last}")
    devices = [t for t in draft.triggers if "device" in t.traits]
    if devices:  # عبوة تستهدف, and no mere find
        goes_off = any(t.effect or t.traits & _GOES_OFF for t in draft.triggers if t not in devices)
        features.append(f"device:{'goes off' if goes_off else 'lies'}")
    others = "+".join(sorted({_class(t) for t in draft.triggers if t is not main}))
    features.append(f"main:{main.id}:with:{others}")
    beside = found.plain(max(first, main.first - 4), min(last, main.last + 5))
    features += map(_WORD.__getitem__, beside)
    features += map(_PEOPLE.__getitem__, {f.entry.value for h in draft.hits("people") for f in h.forms})
    features += map(_OBJECT.__getitem__, {f.entry.value for h in draft.hits("object") for f in h.forms})
    parties = {m.party for m in found.parties_in(first, last)}
    features.append(f"parties:{min(len(parties), 3)}")
    return features
