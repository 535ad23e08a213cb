"""Find what was done to people: each word for harm with the groups of people it reaches.

`مقتل 6 عناصر من قسد وأسر عنصر واحد` is two harms. A noun that counts the harmed by itself (قتيل,
جريح) is one too. `مقتل وإصابة 40` is a joint count: each kind gets at most 40. What stands after
بينهم is a part of the group before it, and is kept as such. What is denied (لم يصب أحد) is no harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.find.harm_reach import REACH_AFTER, REACH_BEFORE, REACH_OWN, Reach
from tawatur.find.people_nouns import forms_as_written
from tawatur.find.people_words import load_vocabulary
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tawatur.find.people import People
    from tawatur.lexicon.entry import Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


class Harm(NamedTuple):
    """One kind of harm to one group; `at` is the word that says it."""

    at: int
    first: int
    last: int
    kind: str
    low: int | None
    high: int | None
    of: str | None
    people: People | None  # None: a person named, or meant by a pronoun
    way: str  # how the group was reached: noun, after, and, part, before, total, pronoun, relative, named
    joint: bool
    distance: int  # words between the word for harm and the group


_REACH_AND = 7
_REACH_MEANT = 15
_REACH_PART = 14
_REACH_TOTAL = 16
_REACH_SUM = 4  # words between people of one force who are added up
_SHORTEST_NAME = 3  # letters
_ONE_PERSON = frozenset({"ه", "ها"})
_FORCES = frozenset({"security", "fighters"})


def find_harms(
    hits: Sequence[Hit], words: Words, groups: Sequence[People], named_at: frozenset[int]
) -> list[Harm]:
    """Harms in order of the word that says them.

    `named_at` holds the words where something else is known to begin (a place, a party, a date): what follows a
    word for killing and is none of these may be a person's name.
    """
    effects = [
        h._replace(forms=forms) for h in hits if h.layer == "effect" and (forms := forms_as_written(h, words))
    ]
    if not effects:
        return []
    known = named_at | {h.first for h in hits if h.layer not in {"people", "party", "source"}}
    finder = _Finder(words, Reach(words, groups, effects), effects, known)
    harms: list[Harm] = []
    for n in range(len(effects)):
        harms += finder.read(n)
    return _without_repeats(harms)


class _Finder:
    def __init__(
        self, words: Words, reach: Reach, effects: Sequence[Hit], known: frozenset[int] | set[int]
    ) -> None:
        self.words = words
        self.reach = reach
        self.effects = effects
        self.known = known
        self.vocabulary = load_vocabulary()
        self.joined_with = dict(self._join())
        self.split_at: set[int] = set()  # second words of pairs that turned out to have people of their own
        self.read_already: dict[int, list[Harm]] = {}

    def _join(self) -> Iterator[tuple[int, int]]:
        """Words for harm that may share one group: the index of the first → the index of the second."""
        for n, (hit, after) in enumerate(zip(self.effects, self.effects[1:], strict=False)):
            adjacent = after.first == hit.last and after.proclitics.startswith("و")
            either = after.first == hit.last + 1 and self.words.forms[hit.last] in {"او", "و"}
            if (adjacent or either) and _are_alike(hit, after):
                yield n, n + 1

    def read(self, n: int) -> list[Harm]:
        hit = self.effects[n]
        noun = next((f for f in hit.forms if "count" in f.entry.traits), None)
        other = self._reading(hit, [f for f in hit.forms if "count" not in f.entry.traits])
        found: list[Harm] = []
        group = self.reach.holding(hit.first) if noun is not None else None
        if group is not None and (other is None or group.first < hit.first or group.number):
            found = self._read_noun(n, group)
        elif other is not None:
            found = self._read_word(n, other)
        self.read_already[n] = found
        return found

    def _reading(self, hit: Hit, forms: Sequence[Form]) -> Form | None:
        """Of several readings of the same letters the one that the grammar allows.

        A noun before a verb with its object attached; after a preposition or another verb (بعد مقتل, تمكنوا من قتل)
        only a noun.
        """
        before = self.words.forms[hit.first - 1] if hit.first else ""
        governed = before in self.vocabulary.prepositions and is_space(self.words.gaps[hit.first])

        def cost(form: Form) -> tuple[bool, bool]:
            is_verb = form.says is not None and form.says.part == "verb"
            return is_verb and bool(form.says and form.says.pronoun), is_verb and governed

        return min(forms, key=cost, default=None)

    # A noun that counts the harmed.

    def _read_noun(self, n: int, group: People) -> list[Harm]:
        hit = self.effects[n]
        assert group.entry is not None
        kind = group.entry.value
        if self.reach.is_denied(hit, is_verb=False):
            return []
        if group.low is None and group.high is None and (total := self._total(hit, kind)):
            return total
        if shared := self._between_both(n, kind):
            return shared
        if "body" in group.entry.traits:
            body = next(self.reach.after(group.last, group.last + 1), None)
            if body is not None and not body.joined and not body.harm:
                return [self._harm(hit.first, kind, body, "after", joint=False)]
        group, joint = self._shared_group(n, group)
        own = self._harm(hit.first, kind, group, "noun", joint=joint)
        return [own, *self._parts(hit, kind, group)]

    def _between_both(self, n: int, kind: str) -> list[Harm]:
        """`30 بين قتيل وجريح`: the number before counts both."""
        first = n if n in self.joined_with else n - 1
        if self.joined_with.get(first) not in {n, n + 1}:
            return []
        at = self.effects[first].first
        if not at or self.words.forms[at - 1] not in {"بين", "مابين"}:
            return []
        at_this = self.effects[n].first
        group = self.reach.before(at - 1, REACH_OWN)
        if group is None:
            own = self.reach.holding(at_this)
            some = own._replace(low=None, high=None) if own is not None else None
            return [self._harm(at_this, kind, some, "noun", joint=True)] if some else []
        return [self._harm(at_this, kind, group, "before", joint=True)]

    def _shared_group(self, n: int, group: People) -> tuple[People, bool]:
        """`70 قتيلا وجريحا`: one number for two nouns. The group to count, and whether the count is joint."""
        after = self.joined_with.get(n)
        if after is not None and group.low is not None:
            other = self.reach.holding(self.effects[after].first)
            if other is not None and other.low in {None, 1} and other.number:
                return group, True
        before = n - 1
        if self.joined_with.get(before) == n and group.low in {None, 1}:
            other = self.reach.holding(self.effects[before].first)
            if other is not None and other.low is not None and other.low != 1:
                vague = self._is_vague(other)
                return group._replace(low=other.low if vague else None, high=other.high), not vague
        return group, False

    def _total(self, hit: Hit, kind: str) -> list[Harm]:
        """The number that a noun for the harmed comes to: `حصيلة القتلى إلى 162 مدنيا`, `عدد الضحايا بلغ 110`."""
        words = self.words
        if not hit.first or words.forms[hit.first - 1].lstrip("وفبل") not in self.vocabulary.tallies:
            return []
        end = words.sentences[words.sentence_of[hit.first]][1]
        other = {e.first for e in self.effects if e.first > hit.first and e.form.entry.value != kind}
        for group in self.reach.after(hit.last, end):
            if group.first - hit.last > _REACH_TOTAL or any(hit.last <= at < group.first for at in other):
                return []
            if group.low is not None and not group.subset:
                found = self._harm(
                    hit.first, kind, group, "total", joint=False, distance=group.first - hit.last
                )
                return [found, *self._parts(hit, kind, group)]
        return []

    # A verb, a verbal noun, a phrase.

    def _read_word(self, n: int, form: Form) -> list[Harm]:
        hit = self.effects[n]
        kind = form.entry.value
        says = form.says
        if self.reach.is_denied(hit, is_verb=says is not None and says.part == "verb"):
            return []
        if self.joined_with.get(n - 1) == n and n not in self.split_at:
            return [h._replace(at=hit.first, kind=kind) for h in self.read_already.get(n - 1, ())]
        if self._is_met(hit):
            found = self._before(hit, kind, joint=False)
            if found or says is None or not says.pronoun:
                return found
        if kind == "missing" and self._loses_life(hit):
            return []
        if says is not None and says.pronoun:
            return self._meant(hit, kind, says.pronoun, is_verb=says.part == "verb")
        agree = says.agree if says is not None else _agree_of_phrase(form)
        last = hit.last
        joint = False
        if n in self.joined_with:
            after = self.effects[self.joined_with[n]]
            joint = after.form.entry.value != kind
            last = after.last
        found = []
        if agree and not hit.proclitics.startswith(("و", "ف")):
            found = self._subject_before(n, form, agree, last, joint=joint)
        found = found or self._after(hit.first, last, kind, joint=joint, is_verb=bool(agree))
        if not found and (not agree or not hit.proclitics or agree in {"they", "two"}):
            found = self._before(hit, kind, joint=joint)
        return self._added_up(found) or self._unnamed(hit, last, kind, agree)

    def _is_met(self, hit: Hit) -> bool:
        """`لقي خمسة مصرعهم`: those who met their death stand between the verb and its object."""
        if self.words.forms[hit.last - 1] not in self.vocabulary.death:
            return False
        before = self.words.forms[max(0, hit.first - REACH_BEFORE) : hit.first]
        return any(form.lstrip("وف") in self.vocabulary.meet for form in before)

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
        group = self.reach.before(at, REACH_BEFORE if plural else REACH_OWN)
        if group is None or not (
            self.reach.is_clear(group.last, at) if plural else self.reach.is_subject(group, at)
        ):
            return []
        following = self.reach.first_after(last, hit.first)
        if following is not None and _may_be_object(following) and "subject" not in form.entry.traits:
            if joint and not plural and following.first == last:
                # `شاب قتل وأصيب آخران`: each verb has people of its own.
                self.split_at.add(self.joined_with[n])
                joint = False
            elif following.first == last or (agree == "they" and not following.joined):
                return []
        harm = self._harm(hit.first, kind, group, "before", joint=joint, distance=hit.first - group.last)
        return [*self._joined_before(group, hit, kind), harm]

    def _after(self, first: int, last: int, kind: str, *, joint: bool, is_verb: bool) -> list[Harm]:
        stop = self.reach.stop_after(last, first)
        found: list[Harm] = []
        previous: People | None = None
        for group in self.reach.after(last, stop):
            if previous is None:
                if group.harm and group.entry is not None and group.entry.value != kind:
                    break
                if group.first - last > REACH_AFTER:
                    break
                if group.governor and not self._may_govern(group, last, is_verb=is_verb):
                    continue
                if self._is_doer(group, stop):
                    last = group.last
                    continue
                way = "after"
            elif group.subset and group.first - previous.last <= _REACH_PART:
                way = "part"
            elif group.joined and group.first - previous.last <= _REACH_AND:
                if group.harm and group.entry is not None and group.entry.value != kind:
                    break
                way = "part" if found[-1].way == "part" else "and"
            else:
                continue
            found.append(self._harm(first, kind, group, way, joint=joint, distance=group.first - last))
            previous = group
        return found

    def _may_govern(self, group: People, last: int, *, is_verb: bool) -> bool:
        """Whether a preposition leaves a group the one harmed: `الإفراج عن 5`, `قتل للأبرياء`, `قتل من المدنيين`."""
        if group.governor in self.vocabulary.partitive:
            return True
        if group.first <= last + 1 and group.governor in self.vocabulary.after_harm:
            return True
        return group.governor == "ل" and not is_verb

    def _is_doer(self, group: People, stop: int) -> bool:
        """`قتل المسلحون ستة جنود`: plural and uncounted, with the counted close behind it, is who did it."""
        if group.low is not None or group.bare or group.number not in {"many", "two_or_many"}:
            return False
        reach = 2 if group.definite else _REACH_AND
        return any(
            g.first <= group.last + reach and _may_be_object(g) and not g.joined
            for g in self.reach.after(group.last, stop)
            if self.reach.is_clear(group.last, g.first + 1)
        )

    def _parts(self, hit: Hit, kind: str, group: People) -> list[Harm]:
        found: list[Harm] = []
        previous = group
        for part in self.reach.after(group.last, self.reach.stop_after(hit.last, hit.first)):
            is_part = part.subset or (found and part.joined)
            if is_part and part.harm is None and part.first - previous.last <= _REACH_PART:
                found.append(
                    self._harm(hit.first, kind, part, "part", joint=False, distance=part.first - hit.last)
                )
                previous = part
        return found

    def _before(self, hit: Hit, kind: str, *, joint: bool) -> list[Harm]:
        group = self.reach.before(hit.first, REACH_BEFORE)
        if group is None:
            return []
        harm = self._harm(hit.first, kind, group, "before", joint=joint, distance=hit.first - group.last)
        return [*self._joined_before(group, hit, kind), harm]

    def _joined_before(self, group: People, hit: Hit, kind: str) -> list[Harm]:
        """Those that و joins to the one right before the word (قياديان وعشرة مقاتلين قتلوا); بينهم makes it a part."""
        other = self.reach.next_before(group)
        if other is None or not (group.joined or group.subset):
            return []
        if other.harm or other.last > group.first or group.first - other.last > _REACH_AND:
            return []
        if self.words.sentence_of[other.first] != self.words.sentence_of[group.first]:
            return []
        return [self._harm(hit.first, kind, other, "before", joint=False, distance=hit.first - other.last)]

    def _added_up(self, harms: list[Harm]) -> list[Harm]:
        """`مقتل ضابط وجندي`: members of one force who are told one after the other are one number."""
        summed: list[Harm] = []
        for harm in harms:
            before = summed[-1] if summed else None
            if before is None or not _are_one_force(before, harm):
                summed.append(harm)
                continue
            assert before.low is not None
            assert harm.low is not None
            total = before.low + harm.low
            if before.of:  # زعيم التنظيم وعشرة مقاتلين: eleven, one of them a commander
                summed.insert(len(summed) - 1, before._replace(way="part"))
            summed[-1] = before._replace(
                low=total,
                high=total,
                of=None,
                first=min(before.first, harm.first),
                last=max(before.last, harm.last),
            )
        return summed

    # No group: a pronoun, a name.

    def _meant(self, hit: Hit, kind: str, pronoun: str, *, is_verb: bool) -> list[Harm]:
        """Whom a pronoun means: one person (مقتله), or the group named before (إصابتهم)."""
        count = 1 if pronoun in _ONE_PERSON else 2 if pronoun == "هما" else None
        if count is None:
            return self._before(hit, kind, joint=False) if pronoun in {"هم", "هن"} or not is_verb else []
        group = self.reach.before(hit.first, _REACH_MEANT)
        harm = self._person(hit, hit.last, kind, "pronoun", count=count)
        if group is None or group.low != count:
            return [harm]
        return [harm._replace(people=group, of=group.of, distance=hit.first - group.last)]

    def _unnamed(self, hit: Hit, last: int, kind: str, agree: str) -> list[Harm]:
        """Two by the verb's own form (قتلا), one after الذي, or what may be a person's name (مقتل أبو عمر)."""
        words = self.words
        if agree == "two":
            return [self._person(hit, hit.last, kind, "pronoun", count=2)]
        if agree == "he" and hit.first and words.forms[hit.first - 1].lstrip("و") == "الذي":
            return [self._person(hit, hit.last, kind, "relative")]
        if (
            hit.form.says is None
            or last >= len(words)
            or words.sentence_of[last] != words.sentence_of[hit.first]
            or not is_space(words.gaps[last])
            or last in self.known
        ):
            return []
        form = words.forms[last]
        if len(form) < _SHORTEST_NAME or form in self.vocabulary.no_names or not form[0].isalpha():
            return []
        end = min(last + 2, words.sentences[words.sentence_of[last]][1])
        return [self._person(hit, end, kind, "named")]

    def _person(self, hit: Hit, last: int, kind: str, way: str, *, count: int = 1) -> Harm:
        return Harm(hit.first, hit.first, last, kind, count, count, None, None, way, joint=False, distance=0)

    def _is_vague(self, group: People) -> bool:
        """`عشرات القتلى والجرحى`: scores of each."""
        return any(form in self.vocabulary.vague for form in self.words.forms[group.first : group.last])

    def _harm(self, at: int, kind: str, group: People, way: str, *, joint: bool, distance: int = 0) -> Harm:
        low, high = group.low, group.high
        if joint and way != "part" and not (group.harm and high is None and self._is_vague(group)):
            low = None
        return Harm(
            at,
            min(at, group.first),
            max(at + 1, group.last),
            kind,
            low,
            high,
            group.of,
            group,
            way,
            joint,
            distance,
        )


def _may_be_object(group: People) -> bool:
    """Whether a group may be a verb's object by itself: counted, no part of another, under no preposition."""
    return group.low is not None and not group.subset and not group.governor and not group.definite


def _are_one_force(left: Harm, right: Harm) -> bool:
    a, b = left.people, right.people
    if a is None or b is None or left.joint or right.joint or right.way == "part":
        return False
    if left.low is None or left.low != left.high or right.low is None or right.low != right.high:
        return False
    if (
        a.value not in _FORCES
        or a.value != b.value
        or not b.joined
        or not 0 <= b.first - a.last <= _REACH_SUM
    ):
        return False
    if a.nation is not None and b.nation is not None and a.nation is not b.nation:
        return False
    return a.party is None or b.party is None or a.party.party == b.party.party


def _agree_of_phrase(form: Form) -> str:
    """How the verb that a phrase begins with agrees (لقوا حتفهم); "" where it begins with a noun."""
    if "subject" not in form.entry.traits or len(form.words) < 2:
        return ""
    verb = form.words[0]
    return "they" if verb.endswith("وا") else "she" if verb.endswith("ت") else "he"


def _are_alike(left: Hit, right: Hit) -> bool:
    """Whether two words for harm can share what follows: two nouns, or two verbs that agree in number, without pronouns."""
    pairs = [
        (a.says, b.says)
        for a in left.forms
        for b in right.forms
        if a.says and b.says and a.says.part == b.says.part and not a.says.pronoun
    ]
    return any(a.part == "noun" or a.agree == b.agree for a, b in pairs)


def _without_repeats(harms: Iterable[Harm]) -> list[Harm]:
    """One harm for a kind and a group, the nearest word for it."""
    best: dict[tuple[str, int, int, bool], Harm] = {}
    for harm in harms:
        by_group = harm.people is not None and harm.way != "pronoun"
        key = (
            harm.kind,
            harm.people.first if harm.people and by_group else -1,
            0 if by_group else harm.at,
            harm.way == "part",
        )
        if key not in best or harm.distance < best[key].distance:
            best[key] = harm
    return sorted(best.values(), key=lambda h: (h.at, h.first, h.kind))
