"""How far a word for harm reaches: the groups before and after it that it may speak of, and the harm to each."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tawatur.find.harm import Harm
from tawatur.find.harm_held import is_of_before
from tawatur.find.people_words import load_vocabulary
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tawatur.find.people import People
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

REACH_AFTER = 8  # words from a word for harm to its first group
REACH_BEFORE = 12
REACH_OWN = 3  # words between a subject and the verb that follows it
_OF, _PEOPLE = "من", frozenset({"ابناء", "اهالي", "سكان"})  # as they are folded
REACH_AND = 7  # words to a group that و joins
REACH_PART = 14
_DENIED_REACH = 5  # words from a denial (دون تسجيل) to what is denied
_ANY = frozenset({"اي", "ايه"})
_FROM = frozenset({"من", "دون"})  # منع … من, حال … دون
_NO_NEWS_REACH = 14  # words from a denial, over nothing but what speaks of news, to what there is no news of
_DENIED_THAT = 8  # words from دون أن, over a whole clause: دون أن يؤدي ذلك إلى وقوع أي قتلى


class Reach:
    """The groups of one text, and the words for harm that part them, said or left out (`again`)."""

    def __init__(
        self, words: Words, groups: Sequence[People], effects: Iterable[Hit], again: Iterable[int] = ()
    ) -> None:
        self.words = words
        self.vocabulary = load_vocabulary()
        self.groups = groups
        self._firsts = [g.first for g in groups]
        counting = {g.first for g in groups if g.harm}
        self._stops = sorted(({h.first for h in effects} - counting).union(again))

    def stop_after(self, at: int, word: int) -> int:
        """Where what a word reaches ends: at the next word for harm from `at` on, or with the sentence."""
        end = self.words.sentences[self.words.sentence_of[word]][1]
        n = bisect_left(self._stops, at)
        return min(end, self._stops[n]) if n < len(self._stops) else end

    def after(self, at: int, stop: int) -> Iterator[People]:
        """Groups that begin from one word on, up to another, in order."""
        for n in range(bisect_left(self._firsts, at), len(self.groups)):
            if self.groups[n].first >= stop:
                return
            yield self.groups[n]

    def first_after(self, at: int, word: int) -> People | None:
        """The nearest group that a word may reach from `at` on."""
        group = next(self.after(at, self.stop_after(at, word)), None)
        return group if group is not None and group.first - at <= REACH_AFTER else None

    def before(self, at: int, reach: int, *, kind: str = "") -> People | None:
        """The nearest group before a word, in its sentence, with no other word for harm between.

        Nouns that count the harmed are none, except, for a kind of harm, those whose own came before it: أسرى قتلوا.
        """
        if not at:
            return None
        begin = self.words.sentences[self.words.sentence_of[at - 1]][0]
        passed = bisect_left(self._stops, at)
        stop = self._stops[passed - 1] if passed else -1
        for n in range(bisect_left(self._firsts, at) - 1, -1, -1):
            group = self.groups[n]
            if group.last > at or (group.harm and not (kind and is_of_before(group.harm, kind))):
                continue
            return group if group.first >= begin and at - group.last <= reach and group.last > stop else None
        return None

    def next_before(self, group: People) -> People | None:
        """The group right before another in the list."""
        n = bisect_left(self._firsts, group.first) - 1
        return self.groups[n] if n >= 0 else None

    def holding(self, at: int) -> People | None:
        """The group whose noun, a word for harm itself, is this word."""
        for n in range(bisect_left(self._firsts, at + 1) - 1, -1, -1):
            group = self.groups[n]
            if group.first < at - REACH_AFTER:
                return None
            if group.harm and group.first <= at < group.last:
                return group
        return None

    def is_clear(self, first: int, last: int) -> bool:
        """Whether nothing but space parts two words and those between, nor a word for harm."""
        if any(not is_space(self.words.gaps[i]) for i in range(first, last)):
            return False
        n = bisect_left(self._stops, first)
        return n == len(self._stops) or self._stops[n] >= last

    def is_subject(self, group: People, at: int) -> bool:
        """Whether a verb at a word follows its subject with nothing but what describes that one between."""
        forms = self.words.forms
        first = group.last
        if first + 1 < at and forms[first] == _OF and forms[first + 1] in _PEOPLE:
            first += 1  # شاب من أبناء البلدة قتل
        between = range(first, at)
        return self.is_clear(group.last, at) and not any(
            forms[i].startswith("و") or forms[i] in self.vocabulary.prepositions for i in between
        )

    def is_denied(self, hit: Hit, *, is_verb: bool) -> bool:
        """Whether the words before say that it was not so: لم يصب أحد, دون تسجيل إصابات, دون قتلى أو جرحى.

        So do they where somebody was kept from it: منعت القوات السكان من الفرار.
        """
        words, vocabulary = self.words, self.vocabulary
        begin, end = words.sentences[words.sentence_of[hit.first]]
        if hit.last < end and words.forms[hit.last] in _ANY:
            return True  # نفى مقتل أي جندي
        first = hit.first if is_verb else self._first_of_either(hit)
        if not is_verb and first > begin and words.forms[first - 1] in _FROM:
            kept = words.forms[max(begin, first - _DENIED_THAT) : first - 1]
            if any(form.lstrip("وفبل") in vocabulary.preventing for form in kept):
                return True
        if not is_verb and self._is_no_news(begin, first):
            return True
        for at in range(first - 1, max(begin, first - _DENIED_THAT) - 1, -1):
            form = words.forms[at]
            bare = form[1:] if form[:1] in "وف" else form
            if bare in vocabulary.not_verb and at >= first - _DENIED_REACH:
                return (is_verb and at == first - 1) or words.forms[at + 1] in vocabulary.not_told
            if bare in vocabulary.without and (at >= first - _DENIED_REACH or words.forms[at + 1] == "ان"):
                return not is_verb or words.forms[at + 1] == "ان"
            if form in vocabulary.whether and at > begin and words.forms[at - 1] in vocabulary.asked:
                return True  # لم يعرف ما إذا كانت هناك إصابات
            if form in vocabulary.not_further:
                return False
            if not is_space(words.gaps[at + 1]) or at in (g.last - 1 for g in self.after(at - 2, at + 1)):
                return False
        return False

    def _is_no_news(self, begin: int, first: int) -> bool:
        """`لم ترد حتى الآن أي معلومات مؤكدة عن سقوط`: nothing but what speaks of news, from a denial on, stands before a word."""
        forms, vocabulary = self.words.forms, self.vocabulary
        for at in range(first - 1, max(begin, first - _NO_NEWS_REACH) - 1, -1):
            form = forms[at]
            bare = form[1:] if form[:1] in "وف" else form
            if bare in vocabulary.not_verb and forms[at + 1] in vocabulary.not_told:
                return True
            if form not in vocabulary.of_news or not is_space(self.words.gaps[at + 1]):
                return False
        return False

    def _first_of_either(self, hit: Hit) -> int:
        """Where the first of nouns for harm stands that أو or و joins to this one: `دون قتلى أو جرحى`."""
        end = hit.first if hit.proclitics == "و" else hit.first - 1
        if end < 1 or (end < hit.first and self.words.forms[end] != "او"):
            return hit.first
        before = self.holding(end - 1)
        return before.first if before is not None and before.last == end else hit.first

    # -- the harm to a group

    def harm(self, at: int, kind: str, group: People, way: str, *, joint: bool, distance: int = 0) -> Harm:
        """The harm to a group. A joint count, or part of one, is at most so many of each kind, not `عشرات القتلى والجرحى`."""
        low, high = group.low, group.high
        if joint and not (group.harm and high is None and self.is_vague(group)):
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

    def parts(self, hit: Hit, kind: str, group: People, *, joint: bool = False) -> list[Harm]:
        """The harm to those whom بينهم and the like tell to be of the group."""
        found: list[Harm] = []
        previous = group
        for part in self.after(group.last, self.stop_after(hit.last, hit.first)):
            is_part = part.subset or (found and part.joined)
            if is_part and part.harm is None and part.first - previous.last <= REACH_PART:
                found.append(
                    self.harm(hit.first, kind, part, "part", joint=joint, distance=part.first - hit.last)
                )
                previous = part
        return found

    def told_again(self, at: int, kind: str) -> list[Harm]:
        """The harm to a group of whom it is not said, and to its parts: `قتل ثلاثة في دوما وخمسة في حرستا، بينهم طفل`."""
        group, *behind = self.after(at, self.stop_after(at + 1, at))
        found = [self.harm(at, kind, group, "after", joint=False)]
        last = group.last
        for part in behind:
            if not part.subset or part.harm or part.first - last > REACH_PART:
                break
            found.append(self.harm(at, kind, part, "part", joint=False, distance=part.first - at))
            last = part.last
        return found

    def is_vague(self, group: People) -> bool:
        """`عشرات القتلى والجرحى`: scores of each."""
        return any(form in self.vocabulary.vague for form in self.words.forms[group.first : group.last])
