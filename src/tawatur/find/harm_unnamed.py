"""Harm to people whom no group stands for: a pronoun (`مقتله`), a verb's own dual (`قتلا`), a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.harm import Harm
from tawatur.find.harm_named import NamedPersons
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from tawatur.find.harm_reach import Reach
    from tawatur.find.people import People
    from tawatur.lexicon.match import Hit

_REACH_MEANT = 15
_OVER = {"arrested": "علي"}  # folded, as all forms are
_FULL = 3  # words of a preposition and a full name
_REACH_MORE = 1  # words between a name and those told with him
_SHORTEST_NAME = 3  # letters
_LONGEST_IN_LAM = 4  # letters of a name that begins with لل
_NAMES = range(1, 8)  # words of a name, and كل من before it
OF_ONE = frozenset({"ه", "ها"})
KIN_OF_ONE = frozenset({"people.relative", "people.woman", "people.child"})  # زوجته, طفله
KIN = frozenset({"people.kin", "people.wife", "people.kin_child"})


class Unnamed:
    """Reads them in one text. At the words `known` something else than a person's name begins."""

    def __init__(self, reach: Reach, known: frozenset[int]) -> None:
        self.words = reach.words
        self.reach = reach
        self.known = known
        self.vocabulary = reach.vocabulary
        self.named = NamedPersons(reach, known)

    def meant(self, hit: Hit, kind: str, count: int) -> list[Harm]:
        """The one or two whom a pronoun means: مقتله, إصابتهما."""
        group = self.reach.before(hit.first, _REACH_MEANT)
        if group is not None and (self._undertakes(group, hit) or self._is_told_of(group)):
            before = self.reach.next_before(group)
            is_near = before is not None and hit.first - before.last <= _REACH_MEANT and not before.harm
            group = before if is_near and self._is_one_sentence(before, hit) else None
        harm = _person(hit, hit.last, kind, "pronoun", count=count)
        if group is None or group.low != count:
            return [harm]
        return [replace(harm, people=group, of=group.of, distance=hit.first - group.last)]

    def _undertakes(self, group: People, hit: Hit) -> bool:
        """`قام عنصر من التنظيم بقتله`: who does it is not the one to whom it is done."""
        governed = self.words.forms[hit.first - 1] in self.vocabulary.prepositions
        if not group.first or not (hit.proclitics.lstrip("وف") == "ب" or governed):
            return False
        return self.words.forms[group.first - 1].lstrip("وف") in self.vocabulary.undertake

    def _is_told_of(self, group: People) -> bool:
        """`على جندي كان مارا بسيارته`: what somebody was is no other person than he; nor is a correspondent of whom he tells."""
        forms, vocabulary = self.words.forms, self.vocabulary
        return forms[group.first] in vocabulary.tellers or (
            bool(group.first) and forms[group.first - 1] in vocabulary.being
        )

    def _is_one_sentence(self, group: People | None, hit: Hit) -> bool:
        of = self.words.sentence_of
        return group is not None and of[group.first] == of[hit.first]

    def find(self, hit: Hit, last: int, kind: str, agree: str) -> list[Harm]:
        """Two by the verb's own form (قتلا), one after الذي, or what may be a person's name (مقتل أبو عمر)."""
        words = self.words
        if agree == "two":
            return [_person(hit, hit.last, kind, "pronoun", count=2)]
        if agree == "he" and hit.first and words.forms[hit.first - 1].lstrip("و") == "الذي":
            return [_person(hit, hit.last, kind, "relative")]
        if last >= len(words) or words.sentence_of[last] != words.sentence_of[hit.first]:
            return []
        if hit.form.says is None:
            return self._named_over(hit, last, kind)
        count, end = self.named.behind(last, self.reach.stop_after(last, hit.first))
        if not count and hit.form.says.part == "verb":
            count, end = self.named.behind_doer(last, self.reach.stop_after(last, hit.first))
        if count:
            return [replace(_person(hit, end, kind, "named", count=count), sure=True)]
        if not is_space(words.gaps[last]) or last in self.known or not self._may_be_name(last):
            return []
        if agree == "they" and words.forms[last].startswith("ب"):
            return []  # أصيبوا بشظايا
        end = min(last + 2, words.sentences[words.sentence_of[last]][1])
        return [_person(hit, end, kind, "named")]

    def _named_over(self, hit: Hit, last: int, kind: str) -> list[Harm]:
        """`ألقي القبض على المدعو سامر خليل`: those named by their full names behind the preposition of a phrase."""
        if self.words.forms[last] != _OVER.get(kind):
            return []
        count, end = self.named.behind(last + 1, self.reach.stop_after(last, hit.first))
        if not count or end - last < _FULL:
            return []
        return [replace(_person(hit, end, kind, "named", count=count), sure=True)]

    def told_first(self, hit: Hit, last: int, kind: str, harms: list[Harm]) -> list[Harm]:
        """`استشهد سامر خليل قرب جنود`: those named right behind the word, before any group that it might reach further on."""
        stop = self.reach.stop_after(last, hit.first)
        if last >= len(self.words) or last in self.known:
            return harms
        count, end = self.named.behind(last, stop)
        if not count or not self._is_sure(last, end) or (harms and self.is_named_before(harms[0], last)):
            return harms
        if count == 1 and harms and self.words.forms[last] == "كل":
            return harms  # كل من فلان، قائد كذا، وفلان
        people = harms[0].people if harms else None
        if people is not None and people.low == 1 and not is_space(self.words.gaps[people.first]):
            return harms  # اغتيلت فلانة، إحدى الناشطات
        if people is None or people.first > end + _REACH_MORE or not people.joined:
            return [replace(_person(hit, end, kind, "named", count=count), sure=True)]
        if people.first < end or harms[0].low is None or harms[0].low != harms[0].high:
            return harms
        whole = count + harms[0].low  # سامر خليل وثلاثة من رفاقه
        parts = [replace(harms[0], way="part")] if harms[0].of else []
        return [*parts, replace(harms[0], low=whole, high=whole, of=None, distance=0), *harms[1:]]

    def _is_sure(self, at: int, end: int) -> bool:
        """Whether a name of two words stands there."""
        return end - at > 1 or self.named.is_full_name(at, self.words.forms[at])

    def named_before(self, hit: Hit, kind: str) -> list[Harm]:
        """`سامر خليل قتل في غارة`: the one named at the head of what is told, right before the verb."""
        first = self.named.before(hit.first)
        return (
            [] if first is None else [replace(_person(hit, hit.last, kind, "named"), first=first, sure=True)]
        )

    def with_more(self, hit: Hit, harms: list[Harm]) -> list[Harm]:
        """`مقتل الشاب سامر خليل وعلي حسن`: with those named behind the one told of first, who is a part where narrowed."""
        if len(harms) != 1 or harms[0].people is None or harms[0].way != "after" or harms[0].joint:
            return harms
        first, people = harms[0], harms[0].people
        if (people.number, first.low, first.high) != ("one", 1, 1) or people.harm or people.theirs:
            return harms
        stop = self.reach.stop_after(people.last, hit.first)
        named, last = self.named.behind(people.last, stop)
        more = named - 1
        if not named and people.definite:
            more, last = self.named.more_behind(people.last, stop)
        if more <= 0:
            return harms
        whole = replace(first, low=1 + more, high=1 + more, of=None, last=max(first.last, last))
        return [replace(first, way="part"), whole] if first.of else [whole]

    def is_named_before(self, harm: Harm, last: int) -> bool:
        """Whether a person's name stands between a word for harm and his own (مقتل فلان وزوجته)."""
        people = harm.people
        if (
            people is None
            or harm.way != "after"
            or not people.joined
            or harm.low is None
            or harm.low != harm.high
        ):
            return False
        his = people.noun in KIN or (people.noun in KIN_OF_ONE and people.theirs in OF_ONE)
        if not his or people.first - last not in _NAMES:
            return False
        words = self.words
        if words.forms[last : last + 2] == ["كل", "من"]:
            last += 2
        spaced = all(is_space(words.gaps[i]) for i in range(last, people.first + 1))
        return spaced and last not in self.known and self._may_be_name(last)

    def _may_be_name(self, at: int) -> bool:
        form = self.words.forms[at]
        if form.startswith("لل") and len(form) > _LONGEST_IN_LAM:  # اعتقالات للداخلين
            return False
        return len(form) >= _SHORTEST_NAME and form not in self.vocabulary.no_names and form[0].isalpha()


def _person(hit: Hit, last: int, kind: str, way: str, *, count: int = 1) -> Harm:
    return Harm(hit.first, hit.first, last, kind, count, count, None, None, way, joint=False, distance=0)
