"""Read verbs of harm, their verbal nouns and phrases: whom `قتل`, `مقتل`, `لقي … مصرعه` speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.harm import add_up, with_named
from tawatur.find.harm_held import as_held
from tawatur.find.harm_reach import REACH_AFTER, REACH_AND, REACH_BEFORE, REACH_OWN, REACH_PART
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
_REACH_PART = 24  # words from the verb to a part of its subject
_REACH_COUNTED = 10  # words from a verb, over a long subject, to those counted whom it did it to
_REACH_OBJECT = 6  # words from who did it to whom he did it to
_REACH_THING = 4  # words from a word for being hit to the thing that was
# Of "met" those whose first letter is no ف of "so".
_MEETS = frozenset({"فقد", "فقدت", "فقدوا", "فقدان", "فارق", "فارقت", "فارقوا"})
_BEFORE_THAT = frozenset({"قبل", "بعد", "دون"})  # الفرار قبل أن يقتله عنصر
_ONE_PERSON = frozenset({"ه", "ها"})


class HarmVerbs:
    """Reads them in one text. `joined_with` leads from a word for harm to the one it shares a group with.

    `things` are the words that name what is no person, `weapons` of them what may be put out of action.
    """

    def __init__(
        self,
        reach: Reach,
        effects: Sequence[Hit],
        joined_with: Mapping[int, int],
        unnamed: Unnamed,
        things: frozenset[int],
        weapons: frozenset[int],
    ) -> None:
        self.things = {"effect.wound": things, "effect.eliminate": things | weapons}
        self.words = reach.words
        self.reach = reach
        self.effects = effects
        self.joined_with = joined_with
        self.unnamed = unnamed
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
            found = self._before(hit, kind, joint=False, many=self.words.forms[hit.last - 1].endswith("هم"))
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
        found = found or self._after(
            hit.first, last, kind, joint=joint, is_verb=bool(agree), traits=form.entry.traits
        )
        if found and found[0].people is not None and found[0].people.among in self.vocabulary.among_them:
            found = []  # a part of those who stand before
        if form.entry.traits & {"by_with", "losing"}:
            return add_up(found)
        if (not found or found[0].way != "before") and says is not None:
            found = self.unnamed.told_first(hit, last, kind, found)
            if not found and befell and agree in {"he", "she"} and not hit.proclitics:
                found = self.unnamed.named_before(hit, kind)
        if not found and (not agree or (befell and (not hit.proclitics or agree in {"they", "two"}))):
            found = self._before(hit, kind, joint=joint)
        if kind == "missing" and "fate" not in form.entry.traits:
            found = [replace(h, kind="killed") if _are_own(h) else h for h in found]
        if found and self.unnamed.is_named_before(found[0], last):
            return with_named(add_up(found))
        found = self.unnamed.with_more(hit, add_up(found))
        return found or self.unnamed.find(hit, last, kind, agree if befell else "")

    def _hits_thing(self, hit: Hit) -> bool:
        """`أصابت منزلا`, `إصابة عدد من المنازل`, `تحييد ثلاث طائرات`: what is hit is no person, and nobody is hurt."""
        things = self.things.get(hit.form.entry.id)
        if things is None:
            return False
        words = self.words
        end = min(words.sentences[words.sentence_of[hit.first]][1], hit.last + _REACH_THING)
        for at in range(hit.last, end):
            if not is_space(words.gaps[at]):
                return False
            if at in things:
                return True
            if words.forms[at] not in self.vocabulary.how_many and not words.forms[at].isdecimal():
                return False
        return False

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
        group = self.reach.before(at, REACH_BEFORE if plural else REACH_OWN, kind=kind)
        if group is not None:
            group = as_held(group, kind)
        if (
            group is None
            or group.harm
            or not (self.reach.is_clear(group.last, at) if plural else self._is_subject(group, at))
        ):
            return []
        following = self.reach.first_after(last, hit.first)
        if following is not None and (
            self._opens_clause(last, following.first) or self._has_own_verb(n, following)
        ):
            following = None
        if following is not None and joint and following.first == last and _are_uncounted_others(following):
            # `مدني قتل وأصيب آخرون`: how many others is not told, yet they are those of the second verb.
            self.split_at.add(self.joined_with[n])
            joint = False
        elif following is not None and _may_be_object(following) and "subject" not in form.entry.traits:
            if joint and following.first == last and (not plural or _are_others(following)):
                # `شاب قتل وأصيب آخران`, `جنديان قتلا وجرح ثالث`: each verb has people of its own.
                self.split_at.add(self.joined_with[n])
                joint = False
            elif following.first == last or (agree == "they" and not following.joined):
                return []
        if agree == "they" and following is not None and self._is_object_of_many(following, last, form):
            return []
        if agree == "two" and group.low is None is group.high and not group.joined:
            group = replace(group, low=2, high=2)  # مسعفينا فلان وفلان اللذان استشهدا
        harm = self.reach.harm(hit.first, kind, group, "before", joint=joint, distance=hit.first - group.last)
        if not plural:
            return [harm]
        return [*self._joined_before(group, hit, kind), harm, *self._parts_behind(hit, kind)]

    def _has_own_verb(self, n: int, following: People) -> bool:
        """`خمسة قتلوا وأربعة أصيبوا`: who is joined to a verb, with another verb of harm right behind, is that one's subject."""
        if not following.joined or n + 1 >= len(self.effects):
            return False
        verb = self.effects[n + 1]
        says = verb.form.says
        return verb.first == following.last and says is not None and says.agree in {"they", "two"}

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

    def _after(
        self, first: int, last: int, kind: str, *, joint: bool, is_verb: bool, traits: AbstractSet[str]
    ) -> list[Harm]:
        stop = self.reach.stop_after(last, first)
        found: list[Harm] = []
        previous: People | None = None
        by_means = False
        for found_group in self.reach.after(last, stop):
            several = found_group.last - found_group.first > 1  # عدد من النازحين
            near = found_group.first == last if previous is None else found_group.joined
            group = as_held(found_group, kind, near=near and (several or not found_group.definite))
            if previous is None:
                if group.harm and group.entry is not None and group.entry.value != kind:
                    break
                reach = _REACH_COUNTED if is_verb and _may_be_object(group) else REACH_AFTER
                if group.first - last > reach or self._opens_clause(last, group.first):
                    break
                if "by_with" in traits:
                    if "ب" not in {group.governor, self.words.forms[group.first][0]}:
                        continue
                elif "by_on" in traits:
                    if group.governor != "علي":
                        continue
                elif "losing" in traits:
                    if not _are_lost(group):
                        continue
                elif self._is_by_means(group):
                    by_means = True
                    continue
                elif by_means and not _may_be_object(group):
                    break
                elif group.governor and not self._may_govern(group, last, kind, is_verb=is_verb):
                    continue
                if (
                    self._is_doer(group, stop)
                    or self._leads_clause(first, group)
                    or ("subject" not in traits and self._has_object(group, stop))
                ):
                    last = group.last
                    continue
                way = "after"
            elif group.subset and group.first - previous.last <= REACH_PART:
                way = "part"
            elif (group.joined or self._is_with(group)) and group.first - previous.last <= REACH_AND:
                if group.harm and group.entry is not None and group.entry.value != kind:
                    break
                way = "part" if found[-1].way == "part" and not self._is_beside(previous, group) else "and"
            else:
                continue
            found.append(self.reach.harm(first, kind, group, way, joint=joint, distance=group.first - last))
            previous = group
        return found

    def _is_by_means(self, group: People) -> bool:
        """`قتل برصاص مسلحين`: whose weapon it was is told, and who did it."""
        before = self.words.forms[group.first - 1] if group.first else ""
        return before in self.vocabulary.by_means and is_space(self.words.gaps[group.first])

    def _is_beside(self, part: People, group: People) -> bool:
        """`424 لبنانيا، معظمهم مدنيون، و51 جنديا`: what the most of them were ends before those who are counted again."""
        return part.among in self.vocabulary.mostly and part.low is None and group.low is not None

    def _is_with(self, group: People) -> bool:
        """`استشهاد الصحفي مع زوجته`, `مصرعه مع 18 من مرافقيه`: who shared it, not whom they fought."""
        return group.governor == "مع" and bool(group.theirs) and group.theirs != BOTH

    def _opens_clause(self, first: int, last: int) -> bool:
        """Whether another clause begins between two words: قتلوا وأن 19 آخرين أصيبوا."""
        clause, forms = self.vocabulary.clause, self.words.forms
        return any(
            forms[i] in clause or (forms[i] == "ان" and forms[i - 1] in _BEFORE_THAT)
            for i in range(first, last)
        )

    def _may_govern(self, group: People, last: int, kind: str, *, is_verb: bool) -> bool:
        """Whether a preposition leaves a group the one harmed: `الإفراج عن 5`, `قتل للأبرياء`, `قتل من المدنيين`."""
        if group.governor in self.vocabulary.partitive or (kind, group.governor) == ("released", "عن"):
            return True
        if group.first <= last + 1 and group.governor in self.vocabulary.after_harm:
            return True
        return group.governor == "ل" and not is_verb and kind != "surrendered"

    def _is_doer(self, group: People, stop: int) -> bool:
        """`قتل المسلحون ستة جنود`: plural and uncounted, with the counted close behind it, is who did it."""
        if group.low is not None or group.bare or group.number not in {"many", "two_or_many"}:
            return False
        at = group.last
        if at < stop and not group.governor and self.unnamed.named.is_full_name(at, self.words.forms[at]):
            return True  # اختطف مسلحون سامر خليل
        reach = 2 if group.definite else REACH_AND
        return any(
            g.first <= group.last + reach and _may_be_object(g) and not g.joined
            for g in self.reach.after(group.last, stop)
            if self.reach.is_clear(group.last, g.first + 1)
        )

    def _leads_clause(self, first: int, group: People) -> bool:
        """`أوقفت عناصر الدرك في المدينة، اثنين`: a party's men right behind a verb in the feminine that opens its clause did it."""
        forms, gaps = self.words.forms, self.words.gaps
        if group.first != first + 1 or group.party is None or group.low is not None or group.governor:
            return False
        if not forms[first].endswith("ت") or forms[group.first].startswith("ال"):
            return False
        begins = first == self.words.sentences[self.words.sentence_of[first]][0] or not is_space(gaps[first])
        return begins or forms[first][0] in "وف" or forms[first - 1] in self.vocabulary.clause

    def _has_object(self, group: People, stop: int) -> bool:
        """`قتل مسلح مدنيا`, `قتل جنديان إسرائيليان شابا`: a nominative, with an accusative behind it, is who did it."""
        if group.bare or group.harm or group.number not in {"one", "two"} or group.definite:
            return False
        forms, last = self.words.forms, group.first
        if forms[last].endswith(("ا", "ين", "ي")):
            return False
        found = next(self.reach.after(group.last, min(stop, group.last + _REACH_OBJECT)), None)
        if found is None or found.harm or found.joined or found.subset or found.governor or found.definite:
            return False
        between = forms[group.last : found.first]
        if group.theirs or self._is_by_means(found):  # استشهد فلان وشقيقه برصاص مسلحين
            return False
        return (
            forms[found.last - 1].endswith(("ا", "ين"))
            and found.entry is not None
            and found.entry.value != "same"
            and self.reach.is_clear(group.last, found.first + 1)
            and not any(form in self.vocabulary.being or form.startswith("و") for form in between)
        )

    def _before(self, hit: Hit, kind: str, *, joint: bool, many: bool = False) -> list[Harm]:
        at = hit.first
        if many and at and self.words.forms[at - 1].lstrip("وف") in self.vocabulary.meet:
            at -= 1  # المدنيين الذين فقدوا حياتهم
        group = self.reach.before(at, REACH_BEFORE, kind=kind)
        if (
            many and group is not None and group.low == 1 and not group.joined
        ):  # لقي 100 عنصر حوثي مسلح مصرعهم
            counted = self.reach.next_before(group)
            if counted is not None and 0 <= group.first - counted.last <= 1 and counted.low is not None:
                group = counted
        if group is None:
            return []
        group = as_held(group, kind)
        if group.harm:
            return []
        harm = self.reach.harm(hit.first, kind, group, "before", joint=joint, distance=hit.first - group.last)
        return [*self._joined_before(group, hit, kind), harm, *self._parts_behind(hit, kind)]

    def _parts_behind(self, hit: Hit, kind: str) -> list[Harm]:
        """`قام 43 شابا بتسليم أنفسهم، ومن بينهم 11`, `لقي 11 مدنيا حتفهم، بينهم راهبان وطفل`: of those before the verb."""
        found: list[Harm] = []
        last = hit.last
        for part in self.reach.after(hit.last, self.reach.stop_after(hit.last, hit.first)):
            among = part.among in self.vocabulary.among_them or (found and part.joined and not part.subset)
            if part.harm or not among or part.first - last > (REACH_AND if found else _REACH_PART):
                break
            distance = part.first - hit.last
            found.append(self.reach.harm(hit.first, kind, part, "part", joint=False, distance=distance))
            last = part.last
        return found

    def _joined_before(self, group: People, hit: Hit, kind: str) -> list[Harm]:
        """Those told before the one right before the word: قياديان وعشرة مقاتلين قتلوا, سبعة بينهم امرأة وطفلان قتلوا."""
        found: list[Harm] = []
        while group.joined or group.subset:
            other = self.reach.next_before(group)
            if other is None or other.last > group.first or group.first - other.last > REACH_AND:
                break
            if self.words.sentence_of[other.first] != self.words.sentence_of[group.first]:
                break
            if self.reach.stop_after(other.last, other.first) < group.first:
                break  # خمسة قتلوا وأربعة أصيبوا: each verb has people of its own
            group = as_held(other, kind)
            if group.harm:
                break
            distance = hit.first - other.last
            found.insert(0, self.reach.harm(hit.first, kind, group, "before", joint=False, distance=distance))
        return found

    def _object_of_noun(self, hit: Hit, kind: str) -> list[Harm]:
        """`بعد قتلهم 27 جنديا`: the pronoun of a verbal noun is who did it, where those it was done to follow counted."""
        group = self.reach.first_after(hit.last, hit.first)
        if group is None or group.first != hit.last or not _may_be_object(group) or group.harm:
            return []
        if not is_space(self.words.gaps[hit.last]) or group.joined or _are_others(group):
            return []
        return add_up(self._after(hit.first, hit.last, kind, joint=False, is_verb=True, traits=frozenset()))

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
        return self._before(hit, kind, joint=False) if pronoun in {"هم", "هن"} or not is_verb else []


def _are_own(harm: Harm) -> bool:
    """`فقدت أحد قادتها`, `فقدان سبعة من مقاتليها`: whoever bore arms for those who lost them is dead."""
    people = harm.people
    return people is not None and people.bears_arms and bool(people.theirs) and people.theirs != BOTH


def _pronoun_of(form: str, nouns: AbstractSet[str]) -> str:
    """The pronoun at the end of one of some nouns: سراحه, سبيلهم; "" for none."""
    return next((form[len(noun) :] for noun in nouns if form.startswith(noun)), "")


def _are_lost(group: People) -> bool:
    """`خسر الجيش 12 جنديا`, `خسرت العائلة خمسة من أبنائها`: men under arms, or somebody's own, and no places or games."""
    own = group.bears_arms or bool(group.theirs) or group.noun == "people.relative"
    return group.low is not None and own and group.theirs != BOTH


def _are_others(group: People) -> bool:
    return group.entry is not None and group.entry.value == "same"


def _are_uncounted_others(group: People) -> bool:
    return _are_others(group) and group.low is None and not group.subset and not group.governor


def _may_be_object(group: People) -> bool:
    """Whether a group may be a verb's object by itself: counted, no part of another, under no preposition."""
    return group.low is not None and not group.subset and not group.governor and not group.definite


def _agree_of_phrase(form: Form) -> str:
    """How the verb that a phrase begins with agrees (لقوا حتفهم); "" where it begins with a noun."""
    if "subject" not in form.entry.traits or len(form.words) < 2:
        return ""
    verb = form.words[0]
    return "they" if verb.endswith("وا") else "she" if verb.endswith("ت") else "he"
