"""The words that tell of happenings, in order: what a claim is built around."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tawatur.claim.retold import Retold, best_form
from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tawatur.lexicon.entry import Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


_PEOPLE_WITHIN = 1  # word
_BROUGHT = 4  # words from "arrived" to the dead or hurt who did
_SUBJECT = 7  # words from a verb, over its subject, to what tells which happening it means: على, سراح
_TURNED_BY = {  # what tells it, and the happenings that the verb would tell alone
    "act.set_free": {"act.launch"},
    "act.surrender": {"act.hand_over", "act.drop"},
    "act.fell_on": {"act.fall"},
    "act.throw": {"act.drop"},
    "act.defuse": {"act.destroy", "act.control"},
    "act.waylay": {"act.intercept"},
    "act.free_captives": {"act.liberate"},
    "act.expel": {"act.withdraw"},
}
_UNREAL = frozenset({"prayer", "supposed"})
_MANNERS = ("bombard", "blast", "attack", "tally", "damage", "gun")


class Trigger:
    """A word or phrase at `words[first:last]` that tells of an act, of harm, or of both.

    What its entry and its letters say is asked some thousand times a report, and so is looked up once.
    """

    __slots__ = (
        "act", "definite", "effect", "first", "form", "id", "last", "manner", "part", "proclitics", "sentence", "traits",
        "type", "voiced",
    )  # fmt: skip

    def __init__(
        self,
        first: int,
        last: int,
        act: Form | None,
        effect: Form | None,
        proclitics: str,
        definite: bool,
        sentence: int,
    ) -> None:
        form = act or effect
        assert form is not None
        self.first = first
        self.last = last
        self.act = act
        self.effect = effect
        self.proclitics = proclitics
        self.definite = definite  # القصف: may point back to what was told
        self.sentence = sentence
        self.form: Form = form
        self.id: str = form.entry.id  # the entry that names it: the act's where there is one
        self.type: str = act.entry.value if act else ""  # the claim type that the word alone suggests
        self.traits: frozenset[str] = act.entry.traits if act else frozenset()
        self.manner: str = _manner(act, form)
        self.part: str = form.says.part if form.says else "phrase"
        self.voiced: str = _voiced(form)


def _voiced(form: Form) -> str:
    """Its part of speech; of a verb also its voice, or its tense where the letters leave the voice open, and an object."""
    says = form.says
    if says is None:
        return "phrase"
    if says.part == "verb":
        return f"verb:{says.voice if says.voice != 'either' else says.tense}{':o' if says.pronoun else ''}"
    return "noun"


def _manner(act: Form | None, form: Form) -> str:
    """What sort of happening it tells of, as far as that shows who goes with it: harm of a kind, a blast, a type."""
    if act is None:
        return form.entry.value
    traits = act.entry.traits
    return next((manner for manner in _MANNERS if manner in traits), act.entry.value)


def _says_which(act: Hit, words: Words) -> bool:
    """Whether a verb tells of forces only which they are: `جرح جنديين من القوات التي انتشرت في البلدة`."""
    if act.form.entry.value != "deployment" or not act.form.is_verb or not act.first:
        return False
    return words.forms[act.first - 1] in load_vocabulary().relatives


_LAUNCH = "act.launch"
_UNDERTAKINGS = frozenset({"act.incident", "act.operation", "act.attack", "act.battle", "act.war"})
_UNDERTAKEN = 6  # words from an operation, over its name, to who launched it
_TALLY = "act.toll"
_TALLIED = 3  # words from a tally to what became of those it counts: بلغ عدد المدنيين الذين فقدوا حياتهم


def leave_idle(hits: list[Hit], numbers: frozenset[int]) -> list[Hit]:
    """Hits without words for acts and harm that tell of none where they stand.

    Those within a phrase that the lexicon calls idle (صادر in بيان صادر عن is no seizure), verbs that a later word makes
    another happening (أطلق before سراح, سلم before أنفسهم), those that say where the dead and hurt were brought (وصلت ثلاث
    جثث), those that tell of nothing by themselves (نشر), and those whose letters are a particle too (فقد شن: and so he
    launched), unless people or a number follow at once. `numbers` are where numbers begin.
    """
    tallied = {h.last + n for h in hits if h.form.entry.id == _TALLY for n in range(_TALLIED)}
    idle = {
        i
        for h in hits
        if h.layer == "cue" and h.form.entry.value == "idle" and h.first not in tallied
        for i in range(h.first, h.last)
    }
    turned = [(h.first, of) for h in hits if h.layer == "act" and (of := _TURNED_BY.get(h.form.entry.id))]
    other = {
        h.first
        for h in hits
        if turned and h.layer == "act"
        for at, of in turned
        if h.form.entry.id in of and 0 < at - h.first <= _SUBJECT
    }
    brought = [h.first for h in hits if h.layer == "effect" and "count" in h.form.entry.traits]
    idle |= {
        h.first
        for h in hits
        if brought
        and h.form.entry.id == "act.move_forces"
        and h.form.says
        and h.form.words[0] in load_vocabulary().arrive
        for at in brought
        if 0 < at - h.first <= _BROUGHT
    }
    people = numbers.union(h.first for h in hits if h.layer == "people")
    return [
        h
        for h in hits
        if h.layer not in {"act", "effect"}
        or not (
            (h.first in idle and "by_with" not in h.form.entry.traits)  # فقد الاتصال بخمسة
            or (h.layer == "act" and h.first in other)  # حررت 12 رهينة tells still of those set free
            or "idle" in h.form.entry.traits
            or _is_particle(h, people)
            or (h.form.entry.id == _LAUNCH and _is_of_undertaking(h, hits))
        )
    ]


def _is_of_undertaking(launch: Hit, hits: Sequence[Hit]) -> bool:
    """Whether what was launched, behind its noun, is an operation and no missile: `العملية التي أطلقتها القوات`."""
    says = launch.form.says
    if says is None or says.part != "verb" or not says.pronoun:
        return False
    begin = bisect_left(hits, launch.first - _UNDERTAKEN, key=_first)
    near = hits[begin : bisect_left(hits, launch.first, key=_first)]
    nearest = max((h for h in near if h.layer in {"act", "weapon", "party"}), key=_first, default=None)
    return nearest is not None and (nearest.layer == "party" or nearest.form.entry.id in _UNDERTAKINGS)


def _first(hit: Hit) -> int:
    return hit.first


def _is_particle(hit: Hit, people: frozenset[int]) -> bool:
    entry = hit.form.entry
    return (
        "or_particle" in entry.traits
        and len(hit.form.words) == 1
        and hit.form.words[0] in load_vocabulary().or_particle
        and people.isdisjoint(range(hit.last, hit.last + _PEOPLE_WITHIN))
    )


def find_triggers(hits: Sequence[Hit], words: Words, names: Iterable[tuple[int, int]]) -> list[Trigger]:
    """Triggers in order of their place.

    `names` are runs of words that name something (a party, an outlet, a day): فجر in فجر اليوم and تحرير in
    حركة تحرير السودان tell of nothing. A phrase that is itself the whole of a name does: أخذوه لجهة مجهولة. Nor does
    a prayer tell, to the end of its sentence (اللهم ارحم شهداءنا), nor what might be, to the end of its clause (من شأنه أن
    يؤدي إلى مقتل الآلاف).
    """
    runs = set(names)
    blocked = {i for first, last in runs for i in range(first, last)}
    prayed = {
        i
        for h in hits
        if h.layer == "cue" and h.form.entry.value in _UNREAL
        for i in range(h.first, _end_of(h, words))
    }
    acts = {h.first: h for h in hits if h.layer == "act"}
    effects = {h.first: h for h in hits if h.layer == "effect"}
    retold = Retold(hits, words)
    triggers: list[Trigger] = []
    covered = 0
    for first in sorted(acts.keys() | effects.keys()):
        act, effect = acts.get(first), effects.get(first)
        last = max(h.last for h in (act, effect) if h)
        is_whole = last - first > 1 and (first, last) in runs
        if (first in blocked and not is_whole) or first in prayed or first < covered:
            continue
        goes_on = bool(triggers) and triggers[-1].sentence == words.sentence_of[first]
        if goes_on and act is not None and effect is None and _says_which(act, words):
            continue
        covered = last
        hit = act or effect
        assert hit is not None
        word = words.forms[first]
        definite = bool(hit.form.says and hit.form.says.definite) or word[len(hit.proclitics) :].startswith(
            "ال"
        )
        triggers.append(
            Trigger(
                first,
                last,
                retold.as_told(best_form(act), act.last) if act else None,
                best_form(effect) if effect else None,
                hit.proclitics,
                definite,
                words.sentence_of[first],
            )
        )
    return triggers


def _end_of(hit: Hit, words: Words) -> int:
    """Where what a cue tells of ends: a prayer with its sentence, what might be with its clause."""
    end = words.sentences[words.sentence_of[hit.first]][1]
    if hit.form.entry.value == "prayer":
        return end
    return next((i for i in range(hit.last, end) if "،" in words.gaps[i]), end)
