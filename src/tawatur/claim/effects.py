"""Which of the harms found are what a draft's happening did to people; `claim.whose` tells whose people they were."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tawatur.claim.model import LENGTHS, Buckets
from tawatur.claim.roles import kind_of
from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.find.harm import Harm

_OWN_COUNT = frozenset({"after", "before", "noun"})
_FEW = 5  # a smaller count may be of those who died since: a total told behind it is of the same happening
_FAR_MORE = 3
_HARMS = Buckets(0, 1, 2, 3, 5)
_LEAD = "قتاد"  # in اقتادوه, واقتادتهم
_SEIZED = {"arrest": "arrested", "abduction": "abducted"}
_DONE = {**_SEIZED, "killing": "killed", "execution": "killed"}
_HURT = frozenset({"killed", "wounded"})
_IN_ROW = frozenset({"after", "and"})  # how people behind a word for harm, and those joined to them, are told
_TAKEN = frozenset({"abducted", "arrested", "captured"})
_OTHERS = "people.others"
_WEAK = frozenset({"children", "women"})
_BETWEEN = frozenset({"ccause", "cby", "cresult", "camong", "cnegation", "A", "P", "D", ",", ":", "("})


def harm_features(draft: Draft, harm: Harm) -> list[Feature]:
    """What tells whether a harm is an effect that the claim states."""
    found = draft.found
    people = harm.people
    way = "after" if harm.sure else harm.way  # one surely named is as good as one told of by a noun
    noun = people.noun if people is not None else way
    count = _count(harm)
    features: list[Feature] = [
        (
            _told,
            harm.kind,
            way,
            noun,
            kind_of(draft.type),
            harm.of,
            count,
            LENGTHS[harm.distance],
            _HARMS[len(draft.harms)],
        )
    ]
    trigger = next((t for t in draft.triggers if t.first <= harm.at < t.last), None)
    said = trigger.effect.entry if trigger is not None and trigger.effect is not None else None
    befalls = "subject" in said.traits if said is not None else None  # its subject is the one harmed
    features.append(f"befalls:{befalls}:{way}")
    if trigger is not None:
        name = trigger.effect.entry.id if trigger.effect else trigger.id
        agree = trigger.form.says.agree if trigger.form.says else ""
        is_main = trigger is draft.main
        features.append(
            (_of_trigger, name, trigger.part, agree, trigger.proclitics, is_main, way, harm.kind, count)
        )
    if people is not None:
        features += (
            (_of_people, people.number, noun, people.definite, people.party is not None, way, count),
            (_among, people.among, people.value, people.governor, way, count),
        )
        first, last = sorted((harm.at + 1, people.first))
        between = [m for m in found.marks_between(first, last) if m in _BETWEEN]
        features += (f"between:{m}:{way}:{befalls}" for m in between)
    for mark in found.marks_between(max(harm.first - 3, 0), harm.first):
        features.append(f"before:{mark}:{harm.kind}")
    if any(other is not harm and other.kind == harm.kind and other.low == harm.low for other in draft.harms):
        features.append(f"again:{way}")
    return features


def stated_in_lists(draft: Draft) -> set[Harm]:
    """A toll that a list below it tells the parts of, and these parts."""
    listed = [h for h in draft.harms if _is_in_list(draft, h)]
    of_toll = {(part.at, part.kind) for part in listed}
    return {*listed, *(h for h in draft.harms if h.way != "part" and (h.at, h.kind) in of_toll)}


def stated_with_joined(draft: Draft, stated: set[Harm]) -> set[Harm]:
    """Those joined before a verb with others of whom it is stated: `القيادي فلان وعناصر آخرون قتلوا`."""
    of_verb = {
        (h.at, h.kind)
        for h in stated
        if h.way == "before" and h.low is None and h.people is not None and h.people.joined
    }
    return {h for h in draft.harms if of_verb and h.way == "before" and (h.at, h.kind) in of_verb}


def seized_at_once(draft: Draft) -> set[Harm]:
    """Those right behind the word for seizing that a draft is about: `إلقاء القبض على قياديين`, `اختطفت عائلة`."""
    main, kind = draft.main, _SEIZED.get(draft.type)
    return {
        h
        for h in draft.harms
        if h.kind == kind
        and h.way == "after"
        and main.first <= h.at < main.last
        and h.people is not None
        and 0 <= h.people.first - main.last <= 1
    }


def without_led_away(draft: Draft) -> list[tuple[Harm, str]]:
    """The effects, those who were arrested counted once: `اعتقلت ثلاثة ناشطين واقتادتهم إلى جهة مجهولة`."""
    arrested = {(h.low, h.high, who) for h, who in draft.effects if h.kind == "arrested"}
    forms = draft.found.words.forms
    return [
        (h, who)
        for h, who in draft.effects
        if h.kind != "abducted" or (h.low, h.high, who) not in arrested or _LEAD not in forms[h.at]
    ]


def stated_as_objects(draft: Draft) -> set[Harm]:
    """Those in the accusative right behind what several did: `مسلحون اغتالوا ضابطا`; or one named behind them: `اغتال مسلحون في المدينة العقيد`."""
    they = {t.first for t in draft.triggers if t.form.says is not None and t.form.says.agree == "they"}
    forms = draft.found.words.forms
    return {
        harm
        for harm in draft.harms
        if harm.at in they and (harm.way, harm.distance) == ("after", 0)
        if harm.people is not None and harm.people.number == "one" and harm.low is not None
        if not harm.people.governor and forms[harm.people.first].endswith("ا")
    } | {
        harm
        for harm in draft.harms
        if harm.way == "after" and forms[harm.at + 1].endswith("ون") and harm.kind in {"killed", "abducted"}
        if harm.people is not None and harm.people.first > harm.at + 1 and harm.people.number == "one"
        if harm.people.definite and not harm.people.governor
    }


def stated_as_total(draft: Draft, stated: set[Harm]) -> set[Harm]:
    """Whom a number that rises or falls counts, where nothing else is stated: a total says nothing but how many."""
    if draft.type != "toll" or stated or not any("tally" in t.traits for t in draft.triggers):
        return set()
    return {harm for harm in draft.harms if harm.low is not None}


def stated_of_pronoun(draft: Draft, stated: set[Harm]) -> set[Harm]:
    """The one whom the word for a deed itself means by its pronoun, where nobody else is stated: `العقيد سامر خليل جرى اغتياله`."""
    if stated or draft.type not in _DONE:
        return set()
    main, kind = draft.main, _DONE[draft.type]
    return {h for h in draft.harms if (h.kind, h.way) == (kind, "pronoun") and main.first <= h.at < main.last}


def missing_beside(draft: Draft, stated: set[Harm]) -> set[Harm]:
    """Who went missing, counted, where the same happening killed or hurt others (`قتل 12 جنديا وفقد سبعة آخرون`), and others who were seized.

    Those are told right behind the word for it: `قتلوا راعيا وخطفوا آخرين`.
    """
    if draft.type == "toll" or not any(h.kind in _HURT for h in stated):
        return set()
    sentence_of = draft.found.words.sentence_of
    told = {sentence_of[h.at] for h in stated if h.kind in _HURT}
    return {
        h
        for h in draft.harms
        if h.way == "after" and sentence_of[h.at] in told and (_is_missing(h) or _are_others_seized(h))
    }


def _is_missing(harm: Harm) -> bool:
    return harm.kind == "missing" and (harm.low or 0) > 1


def _are_others_seized(harm: Harm) -> bool:
    people = harm.people
    return (
        harm.kind in _TAKEN and people is not None and people.noun == _OTHERS and people.first == harm.at + 1
    )


def stated_with_parts(draft: Draft, stated: set[Harm]) -> set[Harm]:
    """Parts of a toll in a row of which one is stated: `بينهم أطفال ونساء` counts both or none."""
    parts = sorted(
        (h for h in draft.harms if h.way == "part" and h.people is not None), key=lambda h: h.first
    )
    told: set[Harm] = set()
    row: list[Harm] = []
    for part in parts:
        if not (row and _is_joined_to(row[-1], part)):
            row = []
        row.append(part)
        if not stated.isdisjoint(row):
            told.update(row)
    return told


def stated_beside(draft: Draft, stated: set[Harm]) -> set[Harm]:
    """Those whom و joins right behind others of whom it is stated: `قتلت الغارة طفلين وثلاثة رجال` counts both or none."""
    rows = sorted(
        (h for h in draft.harms if h.way in _IN_ROW and h.people is not None), key=lambda h: h.first
    )
    told: set[Harm] = set()
    for before, harm in pairwise(rows):
        if harm.way == "and" and _is_joined_to(before, harm) and (before in stated or before in told):
            told.add(harm)
    return told


def stated_of_whole(draft: Draft, stated: set[Harm]) -> set[Harm]:
    """Women and children among those of whom it is stated, whatever stands between: `إصابة شخصين برصاص الجنود في البلدة، بينهما طفل`."""
    return {
        harm
        for harm in draft.harms
        if harm.way == "part"
        and harm.of in _WEAK
        and harm not in stated
        and _is_of_whole(draft, harm, stated)
    }


def _is_of_whole(draft: Draft, part: Harm, stated: set[Harm]) -> bool:
    """Whether the people named last before a part, of whom harm is told, are a whole of which it is stated."""
    people = part.people
    if people is None or people.governor:
        return False
    if people.among not in load_vocabulary().among_them | load_vocabulary().one_of_them:
        return False
    before = [(h.people.first, h) for h in draft.harms if h.way != "part" and h.people is not None]
    last = max((b for b in before if b[0] < people.first), key=lambda b: b[0], default=(0, None))[1]
    return last is not None and last in stated and (last.at, last.kind) == (part.at, part.kind)


def _is_joined_to(before: Harm, part: Harm) -> bool:
    assert before.people is not None
    assert part.people is not None
    return (
        (before.at, before.kind) == (part.at, part.kind)
        and part.people.joined
        and part.people.first == before.people.last
    )


def is_running_total(draft: Draft, harm: Harm) -> bool:
    """Whether a total told behind what one happening did counts far more than it: `مقتل 17 … ليرتفع إلى 93 عدد القتلى`."""
    if harm.way != "total" or draft.type == "toll" or harm.low is None:
        return False
    sentence_of = draft.found.words.sentence_of
    return any(
        h.kind == harm.kind
        and h.way in _OWN_COUNT
        and h.at < harm.at
        and sentence_of[h.at] == sentence_of[harm.at]
        and _FEW <= (h.low or 0) <= harm.low // _FAR_MORE
        for h in draft.harms
    )


def _is_in_list(draft: Draft, harm: Harm) -> bool:
    """Whether a part of a toll is told in a list below it, where its word for harm does not reach by itself."""
    sentence_of = draft.found.words.sentence_of
    people = harm.people
    return (
        harm.way == "part"
        and sentence_of[harm.first] != sentence_of[harm.at]
        and people is not None
        and not people.subset
    )


def _told(
    harm: str, way: str, noun: str, kind: str, of: str | None, count: str, distance: str, harms: str
) -> list[str]:
    return [
        f"kind:{harm}",
        f"way:{way}:{harm}",
        f"noun:{noun}:{way}",
        f"noun:{noun}:{harm}",
        f"type:{kind}:{harm}",
        f"of:{of}:{way}",
        f"count:{count}:{way}",
        f"distance:{way}:{distance}",
        f"harms:{harms}",
    ]


def _of_trigger(
    name: str, part: str, agree: str, proclitics: str, is_main: bool, way: str, harm: str, count: str
) -> list[str]:
    return [
        f"at:{name}:{way}",
        f"part:{part}:{way}:{harm}",
        f"agree:{part}{agree}:{way}:{count}",
        f"pro:{proclitics}:{way}",
        f"main:{is_main}:{harm}",
    ]


def _of_people(number: str, noun: str, definite: bool, party: bool, way: str, count: str) -> list[str]:
    return [f"number:{number}:{way}:{noun}", f"definite:{definite}:{way}:{count}", f"party:{party}:{way}"]


def _among(among: object, value: str, governor: str, way: str, count: str) -> list[str]:
    return [f"among:{among}:{value}:{count}", f"governor:{governor}:{way}"]


def _count(harm: Harm) -> str:
    if harm.low is None and harm.high is None:
        return "none"
    if harm.low == harm.high:
        return "one" if harm.low == 1 else "exact"
    return "bound"
