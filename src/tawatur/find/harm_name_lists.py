"""Lists of the names of the harmed: `أسماء الشهداء: سامر خليل، علي حسن`, a line each with a dash or a number, `كل من: …`.

Each item begins with a given name, or with what the person is called before it (الشاب, الطفلة). One alone is no list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.gazetteer.ordinary import load_given_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tawatur.find.harm import Harm
    from tawatur.find.harm_reach import Reach
    from tawatur.segment.words import Words

_REACH = 14  # words from "the names of the dead" to the colon
_NAMES_BEFORE = 3  # words from "names" to the noun for the harmed
_LONGEST = 8  # words of one item that is a name and no more
_MOST = 60
_APART = frozenset("،,؛;-–—−•*●▪◾○ـ\n/|")
_ENDS = frozenset(".!؟?")
_SOME = frozenset({"من", "بعض"})
_FATHERS = frozenset({"ابو", "ام", "عبد"})


def count_listed(harms: Sequence[Harm], reach: Reach) -> Iterator[Harm]:
    """Harms, with those that a list of names behind counts told in their number."""
    for harm in harms:
        count = _behind(harm, reach) if _may_be_listed(harm) else 0
        some = reach.words.forms[harm.at - 1] in _SOME if harm.at else False  # عرف من الشهداء: …
        yield replace(harm, low=count, high=None if some else count) if count else harm


def count_names(words: Words, at: int, titles: Iterable[int]) -> tuple[int, int]:
    """How many names a list tells that begins at a word, and where the last of them ends; (0, `at`) for no list.

    `titles` are the words at which people are told of by what they are.
    """
    given, called = load_given_names(), frozenset(titles)
    count, last = 0, at
    for first, end, more in _items(words, at):
        begin = first
        while begin < end and (words.forms[begin].isdecimal() or begin in called):
            begin += 1
        form = words.forms[begin] if begin < end else ""
        bare = form[1:] if form[:1] == "و" and form not in given else form
        if bare not in given | _FATHERS or (not more and count and end - begin > _LONGEST):
            break
        joined = 0
        for i in range(begin + 1, end):
            inner = words.forms[i]
            is_other = inner[0] == "و" and inner not in given and inner[1:] in given
            joined += is_other and words.forms[i - 1] not in _FATHERS
        count, last = count + 1 + joined, end
        if not more:
            break
    return (count, last) if count > 1 else (0, at)


def _items(words: Words, at: int) -> Iterator[tuple[int, int, bool]]:
    """The runs of words between marks from a word on, and whether the list may go on behind each."""
    first = at
    for _ in range(_MOST):
        end = first + 1
        while (
            end < len(words)
            and not _APART.intersection(words.gaps[end])
            and not _ENDS.intersection(words.gaps[end])
        ):
            end += 1
        gap = words.gaps[end] if end < len(words) else ""
        if end == first + 1 and words.forms[first].isdecimal() and end < len(words):  # 1- سامر خليل
            first = end
            continue
        more = end < len(words) and ("\n" in gap or not _ENDS.intersection(gap))
        yield first, end, more
        if not more:
            return
        first = end


def _may_be_listed(harm: Harm) -> bool:
    people = harm.people
    return (
        harm.way == "noun"
        and harm.low is None is harm.high
        and people is not None
        and people.harm == harm.kind
        and not people.subset
        and people.number != "one"
    )


def _behind(harm: Harm, reach: Reach) -> int:
    """How many names the list behind a noun for the harmed tells."""
    words, vocabulary = reach.words, reach.vocabulary
    before = words.forms[max(0, harm.at - _NAMES_BEFORE) : harm.at]
    named = any(form.lstrip("وب").removeprefix("ال") in vocabulary.names_of for form in before)
    end = min(len(words) - 1, harm.last + (_REACH if named else 1))
    for at in range(harm.last, end + 1):
        if ":" in words.gaps[at] or (named and "\n" in words.gaps[at]):
            return count_names(words, at, (group.first for group in reach.after(at, len(words))))[0]
        if words.gaps[at].strip(' "«»“”') or (not named and words.forms[at] not in vocabulary.they_are):
            return 0
    return 0
