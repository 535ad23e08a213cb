"""Persons told by their names alone behind a word for harm: `استشهد سامر خليل وعلي حسن`, `مقتل كل من أحمد ومحمود`.

A name is known for one by the given name that it begins with. Where it goes on with و or a comma and another
given name, another person is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.harm_name_lists import count_names
from tawatur.find.quantity_words import is_space
from tawatur.gazetteer.ordinary import load_given_names

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from tawatur.find.harm_reach import Reach

_LONGEST = 6  # words of one person's name
_APART = 8  # words that tell more of one person before the next is named: سامر خليل من بلدة كذا وعلي حسن
_FATHERS = frozenset({"ابو", "ابي", "ابا", "ام", "عبد"})
_SONS = frozenset({"بن", "ابن", "بنت", "ال"})
_DOER = 6  # words of who did it
_EACH = ("كل", "من")
_CALLED = frozenset({"المدعو", "المدعوه", "المدعوين", "المسمي"})
_AMBIGUOUS = frozenset({"علي"})  # على too, as it is often written


class NamedPersons:
    """Reads them in one text. At the words `known` something else than a person's name begins."""

    def __init__(self, reach: Reach, known: AbstractSet[int]) -> None:
        self.words = reach.words
        self.reach = reach
        self.known = known
        self.taken = frozenset(g.first for g in reach.groups)
        self.given = load_given_names()
        self.lone_words = reach.vocabulary.lone_words
        self.before_names = reach.vocabulary.before_names
        self.no_names = reach.vocabulary.no_names | reach.vocabulary.prepositions

    def behind(self, at: int, stop: int) -> tuple[int, int]:
        """How many persons are named from a word on, and where the last of their names ends; (0, `at`) for none."""
        if self.words.forms[at : at + 2] == list(_EACH):
            at += 2
            if at < len(self.words) and ":" in self.words.gaps[at]:  # استشهد كل من: سامر خليل، علي حسن
                return count_names(self.words, at, self.taken)
        elif at < stop and self.words.forms[at] in _CALLED and is_space(self.words.gaps[at]):
            at += 1
        if at >= stop or not _is_open(self.words.gaps[at]) or not self._begins(at, self.words.forms[at]):
            return 0, at
        more, last = self.more_behind(at + 1, stop)
        return 1 + more, last

    def behind_doer(self, at: int, stop: int) -> tuple[int, int]:
        """The persons named behind who did it to them: `اعتقلت قوات الاحتلال سامر خليل وعلي حسن`; (0, `at`) for none."""
        forms, gaps = self.words.forms, self.words.gaps
        for first in range(at, min(stop, at + _DOER)):
            if not is_space(gaps[first]) or forms[first] in self.no_names - _AMBIGUOUS:
                break
            if (
                first > at
                and forms[first] in self.given - _AMBIGUOUS
                and self.is_full_name(first, forms[first])
            ):
                return self.behind(first, stop)
        return 0, at

    def before(self, at: int) -> int | None:
        """Where the name of one person begins that ends right before a verb at a word, at the head of what is told."""
        forms, gaps, sentence_of = self.words.forms, self.words.gaps, self.words.sentence_of
        for first in range(at - 1, max(-1, at - 1 - _LONGEST), -1):
            if not is_space(gaps[first + 1]) or sentence_of[first] != sentence_of[at]:
                return None
            if first in self.taken or forms[first] in self.no_names - _AMBIGUOUS:
                return None
            is_head = not first or sentence_of[first - 1] != sentence_of[first] or not is_space(gaps[first])
            if is_head or forms[first - 1] in self.before_names:
                return first if at - first > 1 and self.is_full_name(first, forms[first]) else None
        return None

    def more_behind(self, at: int, stop: int) -> tuple[int, int]:
        """How many persons more are named behind one whose name goes on at a word, and where the last name ends."""
        count, last = 0, self._end(at, stop)
        at, in_name = last, True
        while at < min(stop, last + _APART) and not self._is_end(at):
            form, gap = self.words.forms[at], self.words.gaps[at]
            if self._joins(at, form, gap, in_name=in_name):
                count += 1
                last = at = self._end(at + 1, stop)
                in_name = True
                continue
            if at in self.taken or (in_name and form[0] == "و"):
                break
            in_name = False
            at += 1
        return count, last

    def _joins(self, at: int, form: str, gap: str, *, in_name: bool) -> bool:
        """Whether a word is the given name of a further person."""
        if at in self.taken:
            return False
        if form not in self.given and form[0] == "و" and self._begins(at, form[1:]):
            return in_name or self.is_full_name(at, form[1:])
        return in_name and "،" in gap and self._begins(at, form) and self.is_full_name(at, form)

    def _begins(self, at: int, form: str) -> bool:
        """Whether a name of a person begins at a word, و taken off."""
        if at in self.taken:
            return False
        if at in self.known and form == self.words.forms[at] and form not in _AMBIGUOUS:
            return False
        if form in _FATHERS:
            return at + 1 < len(self.words) and is_space(self.words.gaps[at + 1])
        if form not in self.given or form in self.no_names - _AMBIGUOUS or form.startswith("ال"):
            return False
        return form not in self.lone_words or self.is_full_name(at, form) or self._goes_on(at)

    def is_full_name(self, at: int, form: str) -> bool:
        """Whether a given name is followed by another: what it alone might mean otherwise, both do not."""
        if at + 1 >= len(self.words) or not is_space(self.words.gaps[at + 1]):
            return False
        after = self.words.forms[at + 1]
        return (
            form in self.given
            and (after in self.given or after in _FATHERS or after in _SONS)
            and at + 1 not in self.known
        )

    def _goes_on(self, at: int) -> bool:
        """Whether the next word is another's given name with و: محمد وعلي وأحمد."""
        forms = self.words.forms
        after = forms[at + 1] if at + 1 < len(forms) and is_space(self.words.gaps[at + 1]) else ""
        return after[:1] == "و" and after not in self.given and after[1:] in self.given - self.lone_words

    def _end(self, at: int, stop: int) -> int:
        """Where a name ends that goes on from a word."""
        forms, last = self.words.forms, at
        while last < min(stop, at + _LONGEST) and is_space(self.words.gaps[last]):
            form = forms[last]
            before = forms[last - 1]
            if last in self.taken or form in self.no_names - _AMBIGUOUS:
                break
            if form[0] in "وبل" and form not in self.given | _SONS and before not in _FATHERS:
                break
            if last in self.known and form not in self.given:
                break
            last += 1
        return last

    def _is_end(self, at: int) -> bool:
        return any(mark in self.words.gaps[at] for mark in ".؛;:!؟\n")


def _is_open(gap: str) -> bool:
    """Whether a name may begin behind what stands between two words: `قُتل (سامر خليل)`."""
    return is_space(gap) or is_space(gap.replace("(", "", 1))
