"""Read verbs of harm, their verbal nouns and phrases: whom `قتل`, `مقتل`, `لقي … مصرعه` speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.harm import add_up, with_named
from tawatur.find.harm_after import After, may_be_object
from tawatur.find.harm_before import Before
from tawatur.find.harm_held import as_held
from tawatur.find.harm_reach import REACH_AFTER, REACH_BEFORE, REACH_OWN
from tawatur.find.people_around import BOTH
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tawatur.find.harm import Harm
    from tawatur.find.harm_reach import Reach
    from tawatur.find.harm_unnamed import Unnamed
    from tawatur.find.people import People
    from tawatur.lexicon.entry import Form
    from tawatur.lexicon.match import Hit

_REACH_NAMED = 7  # words from a verb of meeting death, over a name, to its object
_ONE_OF = ("احدي", "احدا")  # إحدى, إحداها, as they are folded
_REACH_THING = 4  # words from a word for being hit to the thing that was
# Of "met" those whose first letter is no ف of "so".
_MEETS = frozenset({"فقد", "فقدت", "فقدوا", "فقدان", "فارق", "فارقت", "فارقوا"})
_THAT_THEY = frozenset({"انهم", "بانهم"})  # as they are folded
_ONE_PERSON = frozenset({"ه", "ها"})


class HarmVerbs:
    """Reads them in one text. `joined_with` leads from a word for harm to the one it shares a group with.

    `things` are the words that name what is no person, `weapons` of them what may be put out of action, `goods` what may be held;
    `fire` are those that name a strike or what strikes.
    """

    def __init__(
        self,
        reach: Reach,
        effects: Sequence[Hit],
        joined_with: Mapping[int, int],
        unnamed: Unnamed,
        things: frozenset[int],
        weapons: frozenset[int],
        goods: frozenset[int],
        fire: frozenset[int],
    ) -> None:
        self.fire = fire
        self.things = {
            "effect.wound": things,
            "effect.arrest": goods,
            "effect.eliminate": things | weapons,
        }
        self.words = reach.words
        self.reach = reach
        self.effects = effects
        self.joined_with = joined_with
        self.unnamed = unnamed
        self.after = After(reach, unnamed.named)
        self.before = Before(reach)
        self.vocabulary = reach.vocabulary
        self.split_at: set[int] = set()  # second words of pairs that turned out to have people of their own

    def read(self, n: int, form: Form, told_before: Sequence[Harm]) -> list[Harm]:
        """The harms that the word tells. `told_before` are those of the word for harm before it."""
        hit = self.effects[n]
        kind = form.entry.value
        says = form.says
        is_verb = says is not None and says.part == "verb"
        if self.reach.is_denied(hit, is_verb=is_verb) or self._hits_thing(hit):
            return []
        if self.joined_with.get(n - 1) == n and n not in self.split_at:
            return [replace(h, at=hit.first, kind=kind) for h in told_before]
        if self._is_met(hit):
            found = self.before.read(
                hit, kind, joint=False, many=self.words.forms[hit.last - 1].endswith("هم")
            )
            found = found or self._named_who_met(hit, kind)
            if found or says is None or not says.pronoun:
                return found
        if kind == "missing" and self._loses_life(hit):
            return []
        if says is None and (freed := _pronoun_of(self.words.forms[hit.last - 1], self.vocabulary.freed)):
            return self._meant(hit, kind, freed, is_verb=False)
        if kind == "released" and (freed := self._freed_behind(hit)):
            return self._meant(hit, kind, freed, is_verb=False)
        if says is not None and says.pronoun:
            if says.part == "noun" and (killed := self._object_of_noun(hit, kind)):
                return killed
            return self._meant(hit, kind, says.pronoun, is_verb=says.part == "verb")
        agree = says.agree if says is not None else _agree_of_phrase(form)
        last = hit.last
        joint = False
        if n in self.joined_with:
            after = self.effects[self.joined_with[n]]
            joint = after.form.entry.value != kind
            last = after.last
        found = []
        befell = agree and "active" not in form.entry.traits  # المهاجم الذي أصاب جنديين is not hurt
        if befell and not hit.proclitics.startswith(("و", "ف")):
            found = self._subject_before(n, form, agree, last, joint=joint)
        found = found or self.after.read(
            hit.first, last, kind, joint=joint, is_verb=bool(agree), traits=form.entry.traits
        )
        if found and found[0].people is not None and found[0].people.among in self.vocabulary.among_them:
            found = []  # a part of those who stand before
        if agree == "two" and befell and _is_far_behind(found, last):
            found = []  # سامر خليل وعلي حسن أصيبا في مركبة مدنية
        if form.entry.traits & {"by_with", "losing"}:
            return add_up(found)
        if (not found or found[0].way != "before") and says is not None:
            found = self.unnamed.told_first(hit, last, kind, found)
            if not found and befell and agree in {"he", "she"} and not hit.proclitics:
                found = self.unnamed.named_before(hit, kind)
        if not found and (not agree or (befell and (not hit.proclitics or agree in {"they", "two"}))):
            found = self.before.read(hit, kind, joint=joint)
        if kind == "missing" and "fate" not in form.entry.traits:
            # فقدت القوات 15 جنديا: of soldiers who went missing the verb is no feminine.
            is_lost = agree == "she"
            found = [
                replace(h, kind="killed") if _are_own(h) or (is_lost and _are_soldiers(h)) else h
                for h in found
            ]
        if found and self.unnamed.is_named_before(found[0], last):
            return with_named(add_up(found))
        found = self.unnamed.with_more(hit, add_up(found))
        return found or self.unnamed.find(hit, last, kind, agree if befell else "")

    def _hits_thing(self, hit: Hit) -> bool:
        """`أصابت منزلا`, `أصابت غارة جوية منزلا`, `إصابة عدد من المنازل`, `تحييد ثلاث طائرات`: what is hit is no person, and nobody is hurt."""
        things = self.things.get(hit.form.entry.id)
        if (
            things is None or "by_on" in hit.form.entry.traits
        ):  # قضت مفرزة للجيش على خمسة: the subject comes first
            return False
        words = self.words
        if words.forms[hit.last : hit.last + 1] == ["من"]:
            return False  # اعتقلوا من منازلهم
        end = min(words.sentences[words.sentence_of[hit.first]][1], hit.last + _REACH_THING)
        says = hit.form.says
        is_one = says is not None and says.part == "verb" and says.agree in {"he", "she"}
        begin = self._behind_fire(hit.last, end) if is_one else hit.last
        for at in range(begin, end):
            if not is_space(words.gaps[at]):
                return False
            if at in things:
                return True
            if words.forms[at] not in self.vocabulary.how_many and not words.forms[at].isdecimal():
                return False
        return False

    def _behind_fire(self, at: int, end: int) -> int:
        """Behind the strike right at a word, with one of its adjectives; the word itself where none stands there."""
        forms = self.words.forms
        strike = at + (at < end and forms[at].startswith(_ONE_OF))  # أصابت إحداها منزلا
        if strike >= end or strike not in self.fire or forms[strike].startswith("ب"):
            return strike  # أصيب بالرصاص الحي
        return strike + 1 + (strike + 1 < end and forms[strike + 1].endswith("يه"))

    def _is_met(self, hit: Hit) -> bool:
        """`لقي خمسة مصرعهم`: those who met their death stand between the verb and its object."""
        if self.words.forms[hit.last - 1] not in self.vocabulary.death:
            return False
        before = self.words.forms[max(0, hit.first - REACH_BEFORE) : hit.first]
        return any(self._tells_of_meeting(form) for form in before)

    def _tells_of_meeting(self, form: str) -> bool:
        return form.lstrip("وف") in self.vocabulary.meet or form.removeprefix("و") in _MEETS

    def _named_who_met(self, hit: Hit, kind: str) -> list[Harm]:
        """`فقد سامر خليل حياته`, `لقي سامر خليل مصرعه`: who is told by his name alone between the verb and its object."""
        forms, named = self.words.forms, self.unnamed.named
        for at in range(hit.first - 1, max(-1, hit.first - _REACH_NAMED), -1):
            if not is_space(self.words.gaps[at + 1]) or forms[at] in named.no_names:
                return []
            if self._tells_of_meeting(forms[at]):
                is_named = at < hit.first - 1 and forms[at + 1] in named.given
                met = self.unnamed.meant(hit, kind, 1) if is_named else []
                return [replace(h, first=at, way="named", sure=True) for h in met]
        return []

    def _loses_life(self, hit: Hit) -> bool:
        """`فقدان عامل لحياته`: who loses his life is not missing."""
        after = self.words.forms[hit.last : hit.last + REACH_AFTER]
        return any(form.removeprefix("ل") in self.vocabulary.death for form in after)

    def _subject_before(self, n: int, form: Form, agree: str, last: int, *, joint: bool) -> list[Harm]:
        """`خمسة مدنيين قتلوا`, `الشاب الذي قتل`: who stands right before the verb, unless its object follows."""
        hit, kind = self.effects[n], form.entry.value
        forms = self.words.forms
        at = hit.first
        while at and forms[at - 1] in self.vocabulary.particles:
            at -= 1
        if at and forms[at - 1] in self.vocabulary.relatives:
            at -= 1
        plural = agree in {"they", "two"}
        group = self.reach.before(at, REACH_BEFORE, kind=kind)
        if group is not None:
            group = as_held(group, kind)
        if (
            group is None
            or group.harm
            or not (plural or at - _end_of(group, at) <= REACH_OWN)
            or not (self.reach.is_clear(group.last, at) if plural else self._is_subject(group, at))
        ):
            return []
        following = self.reach.first_after(last, hit.first)
        if following is not None and (
            self.after.opens_clause(last, following.first)
            or self._has_own_verb(n, following)
            or (plural and self._tells_why(last, following.first))
        ):
            following = None
        if following is not None and joint and following.first == last and _are_uncounted_others(following):
            # `مدني قتل وأصيب آخرون`: how many others is not told, yet they are those of the second verb.
            self.split_at.add(self.joined_with[n])
            joint = False
        elif following is not None and may_be_object(following):
            if joint and following.first == last and (not plural or _are_others(following)):
                # `شاب قتل وأصيب آخران`, `شخصا استشهد وجرح سبعة`, `جنديان قتلا وجرح ثالث`: each verb has people of its own.
                self.split_at.add(self.joined_with[n])
                joint = False
            elif "subject" not in form.entry.traits and (
                following.first == last or (agree == "they" and not following.joined)
            ):
                return []
        if (
            agree == "they"
            and at
            and forms[at - 1] in _THAT_THEY
            and self._is_object_of_speakers(last, hit.first)
        ):
            return []
        if agree == "they" and following is not None and self._is_object_of_many(following, last, form):
            return []
        if agree == "two" and group.low is None is group.high and not group.joined:
            group = replace(group, low=2, high=2)  # مسعفينا فلان وفلان اللذان استشهدا
        if not plural and self.before.is_one_of_them(last):
            group = replace(group, low=1, high=1)
        harm = self.reach.harm(hit.first, kind, group, "before", joint=joint, distance=hit.first - group.last)
        if not plural:
            return [harm]
        return [*self.before.joined(group, hit, kind), harm, *self.before.parts_behind(hit, kind)]

    def _has_own_verb(self, n: int, following: People) -> bool:
        """`خمسة قتلوا وأربعة أصيبوا`: who is joined to a verb, with another verb of harm right behind, is that one's subject."""
        if not following.joined or n + 1 >= len(self.effects):
            return False
        verb = self.effects[n + 1]
        says = verb.form.says
        return verb.first == following.last and says is not None and says.agree in {"they", "two"}

    def _tells_why(self, first: int, last: int) -> bool:
        """`26 مقاتلا قتلوا إثر هجومين اثنين`: what is counted behind the cause is not who was harmed."""
        return not self.vocabulary.not_further.isdisjoint(self.words.forms[first:last])

    def _is_subject(self, group: People, at: int) -> bool:
        """Whether a group, or the party right behind it, stands before a verb as its subject: `قياديا من قسد قتل`."""
        if self.reach.is_subject(group, at):
            return True
        party = group.party
        return (
            party is not None
            and group.last < party.first
            and party.last == at
            and self.reach.is_clear(group.last, at)
        )

    def _is_object_of_many(self, following: People, last: int, form: Form) -> bool:
        """`عناصر أعدموا أيضا الشاب`: the one behind a plural verb is whom they killed, and none of themselves."""
        return (
            "subject" not in form.entry.traits
            and following.number == "one"
            and following.definite
            and not following.joined
            and not following.governor
            and following.first - last <= 1
        )

    def _is_object_of_speakers(self, last: int, first: int) -> bool:
        """`أعلن المسلحون أنهم قتلوا العشرات من الجنود`: behind the verb of those who tell of themselves stand whom they killed."""
        following = self.reach.first_after(last, first)
        return (
            following is not None and following.first == last and not (following.joined or following.governor)
        )

    def _object_of_noun(self, hit: Hit, kind: str) -> list[Harm]:
        """`بعد قتلهم 27 جنديا`: the pronoun of a verbal noun is who did it, where those it was done to follow counted."""
        group = self.reach.first_after(hit.last, hit.first)
        if group is None or group.first != hit.last or not may_be_object(group) or group.harm:
            return []
        if not is_space(self.words.gaps[hit.last]) or group.joined or _are_others(group):
            return []
        return add_up(
            self.after.read(hit.first, hit.last, kind, joint=False, is_verb=True, traits=frozenset())
        )

    def _freed_behind(self, hit: Hit) -> str:
        """The pronoun of عن behind a word for setting free: أفرجت عنه السلطات, الإفراج عنهم; "" for none."""
        words = self.words
        behind = words.forms[hit.last : hit.last + 1]
        if not behind or behind[0] not in self.vocabulary.freed_behind or not is_space(words.gaps[hit.last]):
            return ""
        return behind[0].removeprefix("عن")

    def _meant(self, hit: Hit, kind: str, pronoun: str, *, is_verb: bool) -> list[Harm]:
        """Whom a pronoun means: one person (مقتله), or the group named before (إصابتهم)."""
        count = 1 if pronoun in _ONE_PERSON else 2 if pronoun == "هما" else None
        if count is not None:
            return self.unnamed.meant(hit, kind, count)
        return self.before.read(hit, kind, joint=False) if pronoun in {"هم", "هن"} or not is_verb else []


def _are_own(harm: Harm) -> bool:
    """`فقدت أحد قادتها`, `فقدان سبعة من مقاتليها`: whoever bore arms for those who lost them is dead."""
    people = harm.people
    return people is not None and people.bears_arms and bool(people.theirs) and people.theirs != BOTH


def _are_soldiers(harm: Harm) -> bool:
    """Whether those behind a verb bore arms, and are counted."""
    people = harm.people
    is_counted = people is not None and people.low is not None and people.bears_arms
    return is_counted and harm.way == "after"


def _pronoun_of(form: str, nouns: AbstractSet[str]) -> str:
    """The pronoun at the end of one of some nouns: سراحه, سبيلهم; "" for none."""
    return next((form[len(noun) :] for noun in nouns if form.startswith(noun)), "")


def _end_of(group: People, at: int) -> int:
    """Where a group ends, its party's name with it where that stands between it and a verb: `عنصرا من الأمن الداخلي قتل`."""
    party = group.party
    return party.last if party is not None and group.last < party.first and party.last <= at else group.last


def _are_others(group: People) -> bool:
    return group.entry is not None and group.entry.value == "same"


def _are_uncounted_others(group: People) -> bool:
    return _are_others(group) and group.low is None and not group.subset and not group.governor


def _is_far_behind(found: Sequence[Harm], last: int) -> bool:
    """Whether those read behind a verb do not stand right behind it."""
    return (
        bool(found)
        and found[0].way == "after"
        and found[0].people is not None
        and found[0].people.first > last
    )


def _agree_of_phrase(form: Form) -> str:
    """How the verb that a phrase begins with agrees (لقوا حتفهم); "" where it begins with a noun."""
    if "subject" not in form.entry.traits or len(form.words) < 2:
        return ""
    verb = form.words[0]
    return "they" if verb.endswith("وا") else "she" if verb.endswith("ت") else "he"
