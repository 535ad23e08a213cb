"""Which of the words for harm tell of harm where they stand, and which of their readings holds there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.people_words import load_vocabulary
from tawatur.find.quantity_words import is_space
from tawatur.lexicon.load import load_entries

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from tawatur.lexicon.entry import Entry, Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_MORE = frozenset({"اكثر", "ازيد"})
_BOUNDS = _MORE | {"ما", "لا", "مالا"}
_MAY_FALL = frozenset({"fighters", "security", "civilians", "unknown", "settlers"})
_REACH_FATE = 7  # words from the verb to what became of them
_REACH_TWO = 3  # … before a verb of two that they may stand
_REACH_NUMBER = 4
_REACH_BOUND = 6  # … where a bound stands before the number: ما لا يقل عن ثمانية
_REACH_ILLNESS = 8  # words to the illness that somebody is struck by
_REACH_SUBJECT = 2  # words between the illness and the verb that it is the subject of
_REACH_COUNTED = 8  # words to people who are counted, for words that tell of harm only before such
_REACH_BY_WITH = 4
_REACH_ON = (
    16  # … over who did it and during what, to على: قضت وحدة من الجيش، خلال عملية تمشيط في الولاية، على سبعة
)
_REACH_PERSONS = 4  # words to people who are not counted
_NO_PERSONS = frozenset({"same", "officials"})
_CIVIL = frozenset({"civilians", "unknown"})
_FEW = frozenset({"one", "two"})
_FAMILY = "اسرت"
_HITS = frozenset({"اصابه", "اصابات", "الاصابه", "الاصابات"})  # folded
_HIT_OR_HURT = frozenset({"effect.wounded", "effect.wound"})
_HIT_IT = ("اصابت", "اصاب")  # إصابتها, أصابوها
_HOW = frozenset({"اصابه", "بشكل"})
_HOW_WELL = 2  # words
_REACH_WOUND = 3  # words from a wound to what tells where it was got


def tell_harm_words(hits: Sequence[Hit], words: Words, numbers_end: frozenset[int]) -> list[Hit]:
    """Hits without words for harm that an illness did, each word for harm with the readings that hold.

    A word may count the harmed only behind its number: `147 إصابة`, but `إصابة ثلاثة`. `numbers_end` holds the words
    right behind a number.
    """
    told: list[Hit] = []
    falls = _Falls(hits, words, numbers_end)
    called = {h.first for h in hits if h.layer == "party"}
    longer = {h.first: h.last for h in hits if h.layer == "people" and len(h.form.words) > 1}
    needs = _Needs(hits, words, numbers_end)
    for hit in hits:
        if hit.layer != "effect":
            told.append(hit)
            if hit.layer == "cue" and falls.are_of_people(hit):
                told.append(replace(hit, layer="effect", forms=(form := _as_death(hit.form),), form=form))
        elif longer.get(hit.first, 0) > hit.last:
            continue  # أسير محرر is no captive
        elif forms := needs.leave(hit):
            held = hit.narrow(forms)
            if _is_of_illness(held, words) or _is_of_old_wound(held, words) or _is_of_target(held, words):
                continue
            if not _is_of_family(held, words, called):
                told += _as_numbered(held, numbered=hit.first in numbers_end and not hit.proclitics)
    return told


class _Falls:
    """`سقوط 11 جنديا`, `سقطوا بانفجار`: men who fall are dead where nothing else is said to become of them."""

    def __init__(self, hits: Sequence[Hit], words: Words, numbers_end: frozenset[int]) -> None:
        self.words = words
        self.numbers_end = numbers_end
        self.fates = load_vocabulary().fates
        self.people = {h.first for h in hits if h.layer == "people" and h.form.entry.value in _MAY_FALL}
        self.harms = {h.first for h in hits if h.layer == "effect"}
        self.counting = {h.first for h in hits if h.layer == "effect" and "count" in h.form.entry.traits}
        self.things_end = {h.last for h in hits if h.layer in {"weapon", "object", "act"}}
        joined = {h.first for h in hits if h.layer == "effect" and h.proclitics.startswith("و")}
        self.joined = joined - self.counting  # what begins a clause of its own: سقط تسعة وجرح 14

    def are_of_people(self, hit: Hit) -> bool:
        if hit.form.entry.value != "fell" or hit.form.says is None or hit.first in self.harms:
            return False
        words, at = self.words, hit.last
        if not words.forms[hit.first].lstrip("وفبيت").startswith("سق"):
            return False
        end = words.sentences[words.sentence_of[hit.first]][1]
        behind = range(at, min(end, at + _REACH_FATE))
        other = next((i for i in behind if i in self.joined or self._is_other(i)), behind.stop)
        behind = range(at, other)
        if any(i in self.harms or words.forms[i] in self.fates for i in behind):
            return False
        agree = hit.form.says.agree
        fell = agree == "they" or (agree == "two" and not self._is_of_things(hit.first))
        fell = fell and hit.first - 1 not in self.harms
        return fell or any(i in self.people and self._is_counted(at, i) for i in behind)

    def _is_of_things(self, at: int) -> bool:
        """`صاروخين سقطا`: two of what flies stand right before the verb."""
        return any(end in self.things_end for end in range(at - _REACH_TWO + 1, at + 1))

    def _is_other(self, at: int) -> bool:
        """`سقط تسعة وفقد أثر أربعة`: what tells of harm with the verb before it, joined to what fell before."""
        return at in self.harms and at not in self.counting and self.words.forms[at - 1].startswith("و")

    def _is_counted(self, at: int, noun: int) -> bool:
        """Whether nothing but a number stands between the verb and the noun: سقط 27 متمردا, سقوط ستة من الجنود."""
        forms = self.words.forms
        return any(
            end in self.numbers_end and forms[end:noun] in ([], ["من"]) for end in (noun, noun - 1)
        ) and (noun - at <= (_REACH_BOUND if self.words.forms[at] in _BOUNDS else _REACH_NUMBER))


class _Needs:
    """What some words need to tell of harm: people, people who are counted, or ب or على over them."""

    def __init__(self, hits: Sequence[Hit], words: Words, numbers_end: frozenset[int]) -> None:
        self.words = words
        self.numbers_end = numbers_end
        self.people = {h.first: h for h in hits if h.layer == "people"}
        self.harmed = {h.first for h in hits if h.layer == "effect"}
        self.acts = {h.first for h in hits if h.layer in {"effect", "act"} and not h.form.entry.needs}
        self.verbs = {h.first for h in hits if h.first in self.acts and h.form.is_verb}
        self.things = {h.first for h in hits if h.layer in {"object", "weapon"}}
        self.courts = load_vocabulary().courts
        self.unknown = load_vocabulary().unknown_fate
        self.free = load_vocabulary().freed
        self.names = {i for h in hits if h.layer == "party" for i in range(h.first, h.last)}

    def leave(self, hit: Hit) -> tuple[Form, ...]:
        """The readings that have what they need; those that need على stand alone: `قضى على خمسة` is no `قضى خمسة`."""
        met = tuple(f for f in hit.forms if self._are_met(hit, f.entry.traits))
        return tuple(f for f in met if "by_on" in f.entry.traits) or met

    def _are_met(self, hit: Hit, traits: AbstractSet[str]) -> bool:
        if "by_with" in traits:
            return self._stand_under_with(hit) and ("counting" not in traits or self._are_counted(hit))
        if "by_on" in traits:
            return self._stand_under_on(hit)
        if "persons" in traits:
            return self._are_counted(hit) or self._are_persons(hit)
        if "met" in traits:
            return self._are_counted(hit) or self._are_between(hit)
        if "fate" in traits and not self._is_unknown(hit):
            return False
        return "counting" not in traits or self._are_counted(hit)

    def _are_between(self, hit: Hit) -> bool:
        """`وقع سبعة جنود في قبضتهم`, `قدم ثلاثة من أبطالنا أرواحهم`: those whom the verb before speaks of."""
        needs = frozenset[str]().union(*(f.entry.needs for f in hit.forms))
        begin = self.words.sentences[self.words.sentence_of[hit.first]][0]
        found = False
        for at in range(hit.first - 1, max(begin, hit.first - _REACH_COUNTED) - 1, -1):
            if not is_space(self.words.gaps[at + 1]) or at in self.harmed:
                return False
            if self.words.forms[at] in needs:
                return found or at + 1 in self.numbers_end
            few = at in self.people and self.people[at].form.number in {"one", "two"}
            found = found or at + 1 in self.numbers_end or (few and not self.words.forms[at].startswith("ال"))
        return False

    def _is_unknown(self, hit: Hit) -> bool:
        """`مصير 15 من سكانها مجهول`, `لم يعرف مصير 11`."""
        begin, end = self.words.sentences[self.words.sentence_of[hit.first]]
        near = range(max(begin, hit.first - _REACH_NUMBER), min(end, hit.last + _REACH_FATE))
        return any(self.words.forms[at] in self.unknown for at in near)

    def _are_persons(self, hit: Hit) -> bool:
        """`أردت القوات شابا`, `أخلي سكان البلدة`: one or two by the noun's own form, or people right behind."""
        if hit.first in self.names or self.words.forms[hit.last : hit.last + 1] == ["ان"]:
            return False  # أردت أن
        for at in range(hit.last, self._end(hit, _REACH_PERSONS)):
            if (at in self.acts and at not in self.people) or not is_space(self.words.gaps[at]):
                return False
            person = self.people.get(at)
            if person is None or person.proclitics or person.form.entry.value in _NO_PERSONS:
                continue
            form = self.words.forms[at]
            if at == hit.last and person.form.entry.value in _CIVIL:
                return True
            few = _FEW & {person.form.number, *person.form.entry.traits}
            if few and not form.startswith("ال"):
                return at > hit.last or form.endswith(("ا", "ين"))
        return False

    def _stand_under_on(self, hit: Hit) -> bool:
        """`قضت وحدة من الجيش على سبعة إرهابيين`, `قبضوا على مطلوب`, not `قضى الجيش على التمرد`, nor `… على يد خمسة`."""
        forms = self.words.forms
        for at in range(hit.last, self._end(hit, _REACH_ON) - 1):
            if (at in self.verbs and at != hit.first) or not is_space(self.words.gaps[at].replace("،", "")):
                return False
            if forms[at].removeprefix("ال") in self.courts:
                return False
            if forms[at] == "علي":
                behind = at + 1
                return (
                    is_space(self.words.gaps[behind])
                    and behind not in self.harmed
                    and (behind in self.people or self._is_number(behind))
                )
        return False

    def _is_number(self, at: int) -> bool:
        """Whether a number, its bound included, begins at a word, and people stand behind it."""
        for end in range(at + 1, min(len(self.words), at + _REACH_BOUND)):
            if end in self.numbers_end:
                if self.words.forms[end] == "من":
                    return end + 1 not in self.things
                return end in self.people or end in self.names
        return False

    def _are_counted(self, hit: Hit) -> bool:
        """`حررت القوات 83 مختطفا`, not `حررت القوات البلدة`, nor `تحرير البلدة من 50 مسلحا`."""
        forms, end = self.words.forms, self._end(hit, _REACH_COUNTED)
        if hit.first in self.names or forms[hit.last : hit.last + 1] == ["ان"]:
            return False
        for at in range(hit.last, end):
            does_it = at == hit.last and forms[at].startswith("ال")  # أردت الغارة ثلاثة مسلحين
            if at in self.acts and at not in self.people and not does_it:
                return False
            if not is_space(self.words.gaps[at]):
                return False
            if forms[at] in self.free:
                return False  # أخلت الشرطة سبيل عشرة
            counted = at in self.numbers_end or (forms[at - 1] == "من" and at - 1 in self.numbers_end)
            if counted and at in self.people:
                return not any(
                    forms[i] == "من" and forms[i - 1] not in _MORE for i in range(hit.last, at - 1)
                )
        return False

    def _stand_under_with(self, hit: Hit) -> bool:
        """`أودى بأربعة جنود`, `أودى اللغم بمزارع`."""
        for at in range(hit.last, self._end(hit, _REACH_BY_WITH)):
            if self.words.forms[at].startswith("ب"):
                person = self.people.get(at)
                return at + 1 in self.numbers_end or (person is not None and "ب" in person.proclitics)
        return False

    def _end(self, hit: Hit, reach: int) -> int:
        return min(self.words.sentences[self.words.sentence_of[hit.first]][1], hit.last + reach)


def _as_death(form: Form) -> Form:
    return replace(form, entry=_load_death())


@cache
def _load_death() -> Entry:
    return next(entry for entry in load_entries("effects") if entry.id == "effect.die")


def _as_numbered(hit: Hit, *, numbered: bool) -> list[Hit]:
    """A word with the readings that hold behind a number, or those that hold elsewhere; none where there are none.

    A dual holds its number: إصابتان.
    """
    counting = tuple(f for f in hit.forms if "numbered" in f.entry.traits)
    if not counting:
        return [hit]
    forms = (
        counting
        if numbered or any("two" in f.entry.traits for f in counting)
        else tuple(f for f in hit.forms if f not in counting)
    )
    return [hit.narrow(forms)] if forms else []


def _is_of_old_wound(hit: Hit, words: Words) -> bool:
    """`توفي متأثرا بجروح أصيب بها`: how he had come by what he died of, and no wounding beside his death."""
    if hit.form.entry.id != "effect.wound" or words.forms[hit.last : hit.last + 1] != ["بها"]:
        return False
    wounds = load_vocabulary().wounds
    before = words.forms[max(0, hit.first - _REACH_WOUND) : hit.first]
    return any(form.removeprefix("ب").removeprefix("ال") in wounds for form in before)


def _is_of_target(hit: Hit, words: Words) -> bool:
    """`تحقيق إصابات مباشرة`, `أصابها إصابة دقيقة`, `إصابتها بشكل مباشر`: what was fired met its target; nobody is said to be hurt."""
    behind = words.forms[hit.last : hit.last + 2]
    if hit.form.entry.id not in _HIT_OR_HURT or not behind:
        return False
    vocabulary = load_vocabulary()
    hit_or_hurt = words.forms[hit.last - 1].lstrip("وفبل")
    if hit_or_hurt in _HITS:
        if behind[0] in vocabulary.well_hit:
            return vocabulary.among_hit.isdisjoint(behind[1:])
        before = words.forms[hit.first - 1].lstrip("وف") if hit.first else ""
        return before in vocabulary.achieve and behind[0] in vocabulary.sure_hit
    if not hit_or_hurt.startswith(_HIT_IT) or behind[0] not in _HOW or len(behind) < _HOW_WELL:
        return False
    return bool({behind[1], behind[1] + "ه"} & vocabulary.well_hit)  # بشكل مباشر


def _is_of_family(hit: Hit, words: Words, called: AbstractSet[int]) -> bool:
    """`أربعة من أفراد أسرته`: his family, unless a verb stands there (الجندي الذي أسرته الحركة)."""
    says = hit.form.says
    if hit.form.entry.value != "captured" or says is None or says.part != "verb" or not says.pronoun:
        return False
    if not hit.form.words[0].startswith(_FAMILY) or hit.last in called:
        return False
    before = words.forms[hit.first - 1].lstrip("وف") if hit.first else ""
    vocabulary = load_vocabulary()
    return before not in vocabulary.relatives and before not in vocabulary.particles


def _is_of_illness(hit: Hit, words: Words) -> bool:
    """`إصابة ألف شخص بالكوليرا`, `مرض أصاب مئات`, `أودى المرض بحياة المئات`: nobody did it."""
    ill = load_vocabulary().illness
    begin, end = words.sentences[words.sentence_of[hit.first]]
    if hit.form.entry.id == "effect.wound":
        behind = words.forms[hit.last : min(end, hit.last + _REACH_ILLNESS)]
        near = words.forms[max(begin, hit.first - _REACH_SUBJECT) : min(end, hit.last + 1)]
        return any(form[:1] == "ب" and form[1:].removeprefix("ال") in ill for form in behind) or any(
            form.removeprefix("ال") in ill for form in near
        )
    if hit.form.entry.id == "effect.kill" and hit.form.entry.needs:
        before = words.forms[max(begin, hit.first - _REACH_ILLNESS) : hit.first]
        return any(form.removeprefix("ال") in ill for form in before)
    return False
