"""The words around a number that bound it or say what it counts (`data/grammar/quantities.yaml`)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tawatur.arabic.wordlists import Groups, WordLists, open_lists

_QUOTES = ' \xa0\u200f\u200e"“”«»#_'
_PREPOSITIONS = frozenset("بلك")
_CLITICS = _PREPOSITIONS | frozenset("وف")


class Phrases:
    """Phrases of one to four words, each with what it says, found before or after a place."""

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, said: Groups) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, sense in said.items():
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append((words, sense))
            self._by_last.setdefault(words[-1], []).append((words, sense))
        for table in (self._by_first, self._by_last):
            for found in table.values():
                found.sort(key=lambda entry: -len(entry[0]))

    def ends_at(self, forms: Sequence[str], gaps: Sequence[str], at: int) -> tuple[int, str] | None:
        """The longest phrase whose last word stands right before `at`: its first word, and its sense."""
        if not at or not (is_space(gaps[at]) or _is_in_brackets(gaps, at) or gaps[at].strip() == ":"):
            return None  # ما لا يقل عن: 16
        last = forms[at - 1]
        for words, sense in self._by_last.get(last) or self._by_last.get(bare_of(last)) or ():
            first = at - len(words)
            if first < 0 or tuple(forms[first + 1 : at]) != words[1:]:
                continue
            if forms[first] != words[0] and bare_of(forms[first]) != words[0]:
                continue
            if all(is_space(gap) for gap in gaps[first + 1 : at]):
                return first, sense
        return None

    def starts_at(self, forms: Sequence[str], gaps: Sequence[str], at: int) -> tuple[int, str] | None:
        """The longest phrase that begins at `at`: the word after it, and its sense."""
        if at >= len(forms):
            return None
        first = forms[at]
        for words, sense in self._by_first.get(first) or self._by_first.get(bare_of(first)) or ():
            last = at + len(words)
            if tuple(forms[at + 1 : last]) == words[1:] and all(is_space(gap) for gap in gaps[at + 1 : last]):
                return last, sense
        return None

    def first_words(self) -> frozenset[str]:
        return frozenset(self._by_first)


def _is_in_brackets(gaps: Sequence[str], at: int) -> bool:
    """Whether a word stands alone in brackets, as some outlets print each number: `أكثر من (55) حالة`."""
    return gaps[at].strip() == "(" and gaps[at + 1][:1] == ")"


def is_space(gap: str) -> bool:
    """Whether nothing but space or quotation marks stands between two words."""
    return gap == " " or not gap.strip(_QUOTES)


def bare_of(form: str) -> str:
    """The form less one clitic (`لأكثر`), or و and another (`وبأكثر`)."""
    if form[:1] == "و" and form[1:2] in _PREPOSITIONS and len(form) > 4:
        return form[2:]
    return form[1:] if form[:1] in _CLITICS and len(form) > 3 else form


class Vocabulary:
    """The lists of `quantities.yaml`, folded."""

    def __init__(self, lists: WordLists) -> None:
        self.before = Phrases(lists.groups("before"))
        self.after = Phrases(lists.groups("after"))
        self.few = Phrases(dict.fromkeys(lists.forms("few"), "few"))
        self.units = lists.groups("units")
        self.passing = lists.forms("passing")
        self.exceeding = lists.forms("exceeding")
        self.falling_short = lists.forms("falling_short")
        self.passed_by = lists.forms("passed_by")
        self.counts = lists.forms("counts")
        self.negations = lists.forms("negations")
        self.between = lists.forms("between")
        self.links = lists.forms("links")
        self.to = lists.forms("to")
        self.changes = lists.forms("changes")
        self.of_hundred = lists.forms("of_hundred")
        self.counted_people = lists.forms("counted_people")
        self.labels = lists.forms("labels")
        self.clock_before = lists.forms("clock_before")
        self.clock_after = lists.forms("clock_after")
        self.ages = lists.forms("ages")
        self.after_a_year = lists.forms("after_a_year")
        self.before_a_date = lists.forms("before_a_date")
        self.year_words = lists.forms("year_words")
        self.before_a_year = lists.forms("before_a_year")
        lists.check_names(tuple(vars(self)))


@cache
def load_vocabulary() -> Vocabulary:
    return Vocabulary(open_lists("quantities"))
