"""Find the people a text counts or names: `خمسة مدنيين`, `قياديان في التنظيم`, `82 قتيلا في صفوف قسد`.

A group is a noun for people with the number before, after or inside it (a dual), or a number that
stands alone after a word for harm (`مقتل 5 وإصابة 10`). Whose members they are is said by the noun
(مدني), by a noun or a party close behind it (قتلى من المدنيين, عنصر من قسد), or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tawatur.find.harm_held import HELD, PRISONERS
from tawatur.find.people_announced import count_announced
from tawatur.find.people_around import APART, Around
from tawatur.find.people_joined import (
    count_households,
    count_with,
    inherit,
    is_counted_with,
    share,
    take_whole,
    tell_apart,
    tell_tallies,
)
from tawatur.find.people_nouns import find_nouns, is_dual_as_written
from tawatur.find.people_words import load_vocabulary
from tawatur.find.quantities import find_bound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.quantities import Quantity
    from tawatur.lexicon.entry import Entry
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


class People(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A group of people at `words[first:last]`; `low` and `high` as in the claim format."""

    first: int
    last: int
    low: int | None
    high: int | None
    entry: Entry | None  # the noun's; None for a bare number
    harm: str | None  # "killed" where the noun itself says so (قتيل)
    of: str | None
    party: PartyMention | None  # named close behind the noun
    among: str  # the word that makes it a part of the group before it (بينهم); "" for none
    joined: bool  # begins with و: goes on with what stands before
    definite: bool
    number: str  # the noun's: one, two, many, two_or_many
    governor: str = ""  # the preposition before it
    behind: Entry | None = None  # the noun that tells more of them (قتلى من المدنيين)
    nation: Entry | None = None  # whose nationals they are (جنديان أمريكيان)
    body: str = (
        ""  # an army or forces whose members they are, where nothing says whose: of the state, of a party
    )

    theirs: str = ""  # the pronoun that says that they are somebody's own: مقاتليه, عنصرين لها

    @property
    def subset(self) -> bool:
        return bool(self.among)

    @property
    def bare(self) -> bool:
        """A number without a noun."""
        return self.entry is None

    @property
    def noun(self) -> str:
        """What kind of noun counts them. A name says only that it is one: whose it is must weigh nothing."""
        if self.entry is None:
            return "bare"
        if self.entry.kind not in {"people", "effect"}:
            return self.entry.kind
        return _WOMEN if self.entry.id == _WORKING_WOMEN and (self.low or 0) > 1 else self.entry.id

    @property
    def value(self) -> str:
        """What the noun, or the one behind it, says of whose they are."""
        behind = self.behind.value if self.behind is not None else ""
        for entry in (self.entry, self.behind):
            if entry is not None and entry.kind == "nation" and behind in _FORCES:
                return behind  # 45 جنديا إماراتيا و10 سعوديين
            if entry is not None and entry.kind not in {"people", "effect"}:
                return "security" if "army" in entry.kinds else entry.kind
            if entry is not None and entry.kind == "people" and entry.value not in _SAYS_NOTHING:
                return entry.value
        if self.body:
            return "security" if self.body == "army" else "fighters"
        if self.entry is None:
            return "bare"
        return self.entry.value

    @property
    def bears_arms(self) -> bool:
        """Whether they are fighters or of some force, as far as the words say."""
        return self.value in _FORCES


_AT_LEAST = (("ما", "لا", "يقل", "عن"), ("لا", "يقل", "عن"))


def _least(words: Words, at: int) -> int:
    """Where `لا يقل عن` begins that stands right before one or two by the noun's own form; 0 where none does."""
    for bound in _AT_LEAST:
        if at >= len(bound) and tuple(words.forms[at - len(bound) : at]) == bound:
            return at - len(bound)
    return 0


_WORKING_WOMEN, _WOMEN = "people.citizen_f", "people.woman"  # 200 طالبة are counted as 200 امرأة
_SAYS_NOTHING = frozenset({"unknown", "same"})
_FORCES = frozenset({"fighters", "security"})


def find_people(
    hits: Sequence[Hit], words: Words, quantities: Sequence[Quantity], parties: Sequence[PartyMention]
) -> list[People]:
    """Groups of people in order of their place."""
    return _Finder(hits, words, quantities, parties).find()


class _Finder:
    def __init__(
        self,
        hits: Sequence[Hit],
        words: Words,
        quantities: Sequence[Quantity],
        parties: Sequence[PartyMention],
    ) -> None:
        self.words = words
        self.vocabulary = load_vocabulary()
        named = {i for p in parties for i in range(p.first + 1, p.last)}  # فيلق «شاهين 209»
        self.quantities = [q for q in quantities if q.kind == "count" and q.first not in named]
        self.by_last = {q.last: q for q in self.quantities}
        self.by_first = {q.first: q for q in self.quantities}
        self.nouns = find_nouns(hits, words, self.by_last, parties)
        self.noun_at = {h.first: h for h in self.nouns}
        self.around = Around(words, hits, parties, self.noun_at, self.by_last)
        self.harm_ends = {h.last for h in hits if h.layer == "effect"}
        self.things_at = {h.first for h in hits if h.layer in {"object", "weapon", "act"}}

    def find(self) -> list[People]:
        groups: list[People] = []
        used: set[int] = set()
        taken = 0
        for hit in self.nouns:
            if hit.first < taken or (groups and self._is_rank_of(hit, groups[-1])):
                continue
            quantity = self._number_before(hit) or self._number_after(hit.last) or self._number_listed(hit)
            if quantity is not None and quantity.first in used:
                quantity = None
            group = self._build(hit, quantity)
            behind = self._noun_behind(group.last, group.entry, group.number)
            taken = behind.last if behind is not None else group.last
            if quantity is not None:
                used.add(quantity.first)
            elif groups and is_counted_with(
                group, groups[-1], accusative=self.words.forms[hit.last - 1].endswith("ا")
            ):
                groups[-1] = count_with(group, groups[-1])
                continue
            groups.append(group)
        groups += (
            self._bare_number(q) for q in self.quantities if q.first not in used and self._may_stand_alone(q)
        )
        groups.sort(key=lambda g: (g.first, g.last))
        groups = count_announced(groups, self.words, self.vocabulary)
        groups = count_households(groups, self.words.forms, self.vocabulary.made_up_of)
        groups = share(tell_tallies(groups, self.words.forms, self.vocabulary))
        groups = take_whole(groups, self.vocabulary.all_of_them)
        return inherit(tell_apart(groups, self.words))

    def _is_rank_of(self, hit: Hit, group: People) -> bool:
        """`ضابط برتبة ملازم`: the rank of one told of already, and nobody else."""
        at = hit.first - 1
        return group.last == at and self.words.forms[at] in self.vocabulary.of_rank

    # The number.

    def _number_before(self, hit: Hit) -> Quantity | None:
        at = hit.first
        if hit.proclitics.startswith("و"):
            return None  # قتلى 3 وجرحى 5
        quantity = self.by_last.get(at)
        link = self._past_praise(at) - 1
        if quantity is None and link > 0 and self.words.forms[link] in self.vocabulary.number_to_noun:
            quantity = self.by_last.get(link) or self.by_last.get(link + 1)  # عدد من كبار القادة
        if quantity is None or not self.around.is_one_sentence(quantity.first, at):
            return None
        return None if set(self.words.gaps[quantity.last]) & APART else quantity  # رشاش 23، شهيدان

    def _past_praise(self, at: int) -> int:
        """Where a noun for people begins with the word of praise before it: خمسة من كبار القادة, أحد أبرز القياديين."""
        return at - 1 if at > 1 and self.words.forms[at - 1] in self.vocabulary.foremost else at

    def _number_after(self, at: int) -> Quantity | None:
        """`الأطفال الثلاثة`, `مدنيين اثنين`, `شخص واحد على الأقل`: only in words, right behind."""
        quantity = self.by_first.get(at)
        if quantity is None or self.words.gaps[at] != " " or self.words.forms[at][0].isdecimal():
            return None
        form = self.words.forms[at]
        return quantity if form in self.vocabulary.two or form.startswith("ال") else None

    def _number_listed(self, hit: Hit) -> Quantity | None:
        """`القتلى: 3`, `شهداء 4 وجرحى 7`: in figures, behind nouns for many of the harmed, with no noun of its own."""
        at = hit.last
        quantity = self.by_first.get(at)
        if quantity is None or hit.layer != "effect" or not self.words.forms[at][0].isdecimal():
            return None
        if self.words.gaps[at].strip(" :") or hit.form.number == "one":
            return None
        behind = self.words.forms[quantity.last : quantity.last + 1]
        apart = not behind or self.words.gaps[quantity.last] != " "
        return quantity if apart or behind[0].startswith("و") else None

    def _count_of_noun(self, hit: Hit, entry: Entry, number: str) -> tuple[int | None, int | None]:
        """What the noun's own form counts: one, two, or some."""
        if "households" in entry.traits:
            return None, None
        if "one" in entry.traits or number == "one":
            if hit.first and self.words.forms[hit.first - 1].lstrip("وبل") in self.vocabulary.some:
                return None, None  # عدد آخر
            count = 1
        elif "two" in entry.traits or number == "two":
            count = 2
        else:
            return None, None
        bound = find_bound(self.words, hit.first, hit.last)
        return (count, None) if bound == "at_least" else (count, count)

    def _may_stand_alone(self, quantity: Quantity) -> bool:
        """Whether a number with no noun for people counts people: unless a noun follows that is none of them."""
        at, words = quantity.last, self.words
        if "(" in words.gaps[quantity.first] and words.gaps[at][:1] == ")":
            return False  # يوسف (12): his age
        slashed = words.gaps[at] == "/ " and words.gaps[quantity.first].endswith("/")  # أطلقوا /21/ رصاصة
        gap = " " if slashed else words.gaps[at] if at < len(words) else ""
        if not self.around.is_one_sentence(quantity.first, at) or gap != " ":
            return True
        form = words.forms[at]
        if (
            form in self.vocabulary.after_bare_number
            or at in self.noun_at
            or form.startswith(("و", "ب", "ال"))
        ):
            return True
        # Right behind a word for harm it counts people, whatever they are called: خطف ثلاثة كهنة.
        return quantity.first in self.harm_ends and at not in self.things_at and at not in self.harm_ends

    # The group.

    def _build(self, hit: Hit, quantity: Quantity | None) -> People:
        form = next((f for f in hit.forms if "count" in f.entry.traits), hit.form)
        entry = form.entry
        number = "two" if is_dual_as_written(hit, form, self.words) else form.number
        words, around = self.words, self.around
        first, last = hit.first, hit.last
        proclitics = hit.proclitics or ("و" if around.is_besides(first) else "")
        if quantity is not None:
            first, last = min(first, quantity.first), max(last, quantity.last)
            low, high = quantity.low, quantity.high
            if "households" in entry.traits and high is not None and quantity.last == hit.first:
                low = high = None  # but 29600 من عائلات المقاتلين are persons
        elif (
            (noun := self._past_praise(first))
            and words.forms[noun - 1].lstrip("وفبل") in self.vocabulary.one_of
            and number != "one"
        ):
            first, (low, high) = noun - 1, (1, 1)
        else:
            low, high = self._count_of_noun(hit, entry, number)
            if low is not None and (bound := _least(words, first)):  # ما لا يقل عن شخصين
                first, high = bound, None
        if first < hit.first:
            proclitics = "و" if around.is_joined(first) else ""
        bare = words.forms[hit.first].lstrip("وبلفك")
        hit_behind = self._noun_behind(last, entry, number)
        behind = hit_behind.form.entry if hit_behind is not None else None
        among = around.among(first) or around.among_inside(first, hit.first)
        told = behind.of if behind is not None else None
        of = (told or entry.of) if entry.kind == "effect" else (entry.of or told)  # الشهيدة الطفلة
        return People(
            first,
            last,
            low,
            high,
            entry,
            entry.value if entry.kind == "effect" else None,
            None if "rank" in entry.traits and not among else of,
            around.party_of(hit, last, held=entry.of == PRISONERS or entry.value in HELD),
            among,
            proclitics.startswith("و"),
            form.says.definite if form.says else bare.startswith("ال"),
            number,
            around.governor(first, proclitics),
            behind,
            around.nation_of(hit, last),
            around.body_behind(last),
            around.owned_by(form, hit_behind, last),
        )

    def _bare_number(self, quantity: Quantity) -> People:
        around = self.around
        first, last = quantity.first, quantity.last
        joined = around.is_joined(first)
        behind = self._entry_behind(last, None)
        return People(
            first,
            last,
            quantity.low,
            quantity.high,
            None,
            None,
            behind.of if behind is not None else None,
            around.party_behind(last),
            around.among(first) or self._part_of_those_before(last),
            joined,
            definite=False,
            number="",
            governor=around.governor(first, "و" if joined else ""),
            behind=behind,
            nation=around.nation_behind(last),
            body=around.body_behind(last),
            theirs=around.owned_by(None, self._noun_behind(last, None), last),
        )

    def _part_of_those_before(self, last: int) -> str:
        """`11 منهم`; but `أصيب 11 بينهم طفلة` tells of a part of the eleven themselves."""
        among = self.around.among_inside(last, last + 1)
        return "" if among in self.vocabulary.among_them else among

    def _noun_behind(self, last: int, entry: Entry | None, number: str = "") -> Hit | None:
        """The noun that tells more of a group. One behind جثة tells whose body it is, and counts for itself.

        Two right behind one are others, and so is one behind many: قتل مسلح مدنيين اثنين, اقتاد الجنود شابا, قتل مسلح مدنيا.
        """
        if entry is not None and "body" in entry.traits:
            return None
        behind = self.around.noun_behind(last)
        if behind is None or behind.first != last:
            return behind
        if last in self.around.among_ends and not self.words.forms[last].startswith("ال"):
            return None  # بين القتلى مسعف وسيدتان
        two = behind.form.number in {"two", "two_or_many"} and number == "one"
        is_one = "one" in {behind.form.number, *behind.form.entry.traits}
        is_object = self.words.forms[last].endswith("ا") and is_one
        one = is_object and (number == "many" or (number == "one" and self._is_bare(last - 1)))
        one = one or (number == "many" and is_one and self._is_somebody(last))
        return None if two or one or self._is_hit_by(last) else behind

    def _is_hit_by(self, at: int) -> bool:
        """Whether those without the article, in the accusative, follow several in the nominative with it: أصاب المستوطنون شابين."""
        forms = self.words.forms
        doers = forms[at - 1]
        return (
            doers.startswith("ال")
            and doers.endswith("ون")
            and forms[at].endswith("ين")
            and not forms[at].startswith("ال")
        )

    def _is_somebody(self, at: int) -> bool:
        """Whether one follows several in the nominative without the article: خطف مسلحون الشاب, اغتال مسلحون مدير أمن المدينة."""
        forms = self.words.forms
        return forms[at - 1].endswith("ون") and not forms[at - 1].startswith("ال")

    def _is_bare(self, at: int) -> bool:
        """Whether a noun without its article ends as no accusative does: قتل مسلح مدنيا."""
        return not self.words.forms[at].endswith("ا") and not self.words.forms[at].startswith("ال")

    def _entry_behind(self, last: int, entry: Entry | None) -> Entry | None:
        hit = self._noun_behind(last, entry)
        return hit.form.entry if hit is not None else None
