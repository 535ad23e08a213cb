"""Words that set a happening off from one told before: a second strike, another attack, struck again, earlier."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tawatur.arabic.wordlists import Forms, open_lists, read_lists

if TYPE_CHECKING:
    from collections.abc import Sequence


class _Vocabulary(NamedTuple):
    """The lists of `another.yaml`, by their names there."""

    happenings: Forms
    manners: Forms
    others: Forms
    alike: Forms
    again: Forms
    earlier: Forms
    preceded: Forms
    answered: Forms
    news: Forms
    also: Forms
    reasons: Forms
    came_of_it: Forms
    doing: Forms
    launching: Forms
    deeds: Forms
    deed: Forms
    turning: Forms
    moved: Forms
    where: Forms
    overall: Forms
    statements: Forms
    told_after: Forms
    spots: Forms
    same: Forms


def opens_at_one_place(words: Sequence[str]) -> bool:
    """Whether the folded words that open a sentence say that it was where something else was.

    >>> opens_at_one_place("وفي المنطقه ذاتها".split()), opens_at_one_place("وفي السياق ذاته".split())
    (True, False)
    """
    lists = _lists()
    return len(words) > 2 and words[0] in {"وفي", "في"} and words[1] in lists.spots and words[2] in lists.same


def says_another(words: str) -> bool:
    """Whether folded words tell of one more of its kind.

    >>> says_another("استهدف الطيران البلده بغاره ثانيه")
    True
    """
    return _another().search(words) is not None


def says_another_or_alike(words: str) -> bool:
    """Whether folded words tell of one more of its kind, or liken it to one told before.

    >>> says_another_or_alike("قصف مدفعي مماثل")
    True
    """
    return _another_or_alike().search(words) is not None


def says_overall(words: Sequence[str]) -> bool:
    """Whether folded words behind a total say that it is of more than one happening.

    >>> says_overall("حصيله العدوان الي 300 شهيد".split())
    True
    """
    return not _lists().overall.isdisjoint(words)


def states_another(words: Sequence[str]) -> bool:
    """Whether folded words speak of a statement, or a deed, beside one told of: `وفي بيان لاحق`.

    >>> states_another("وفي بيان منفصل اعلنت".split())
    True
    """
    lists = _lists()
    return any(
        word.removeprefix("ال") in lists.statements
        and (after.removeprefix("ال") in lists.others or after in lists.told_after)
        for word, after in pairwise(words)
    )


def past_earlier(sentence: Sequence[str], at: int) -> int | None:
    """Past the words of a sentence, folded, that set off what is told at a word of it as what was before; None where none do.

    >>> past_earlier("وفي وقت سابق قتل شخص".split(), 3)
    3
    """
    earlier = _lists().earlier
    for size in range(_EARLIER_MOST, 0, -1):
        if " ".join(sentence[:size]) in earlier:
            return size
    return next((place + 1 for place in find_preceded(sentence[:at])), None)


def find_preceded(words: Sequence[str]) -> list[int]:
    """Where folded words say, anywhere in a sentence, that what follows was before: `وسبقه مقتل طفلتين`."""
    preceded = _lists().preceded
    return [at for at, form in enumerate(words) if form in preceded]


def find_answers(words: Sequence[str]) -> list[int]:
    """Where folded words say that somebody struck back with what follows: `وردت الفصائل باستهداف مواقعه`.

    >>> find_answers("قصف الجيش البلده وردت الفصائل بقصف مواقعه ووردت انباء عن قتلي".split())
    [3]
    """
    lists = _lists()
    behind = (*words[1:], "")
    return [at for at, form in enumerate(words) if form in lists.answered and behind[at] not in lists.news]


def goes_on(words: Sequence[str], at: int) -> bool:
    """Whether a folded word says that what the verb before it tells was done besides: `واستهدفت أيضا`."""
    return at < len(words) and words[at] in _lists().also


def likens(words: Sequence[str], at: int) -> bool:
    """Whether folded words behind a noun for a happening say that it was like one told before.

    >>> likens("بقصف مدفعي مماثل علي القريه".split(), 1), likens("بقصف علي القريه".split(), 1)
    (True, False)
    """
    lists = _lists()
    while at < len(words) and words[at] in lists.manners:
        at += 1
    return at < len(words) and words[at] in lists.alike


def counts_deeds(word: str) -> bool:
    """Whether a folded word is a noun for deeds that are told one by one behind it: `نفذنا ثلاث عمليات`."""
    return word.lstrip("وبل") in _lists().deeds


def is_deed_counted(word: str) -> bool:
    """Whether a folded word is a noun for one of them: `العملية الأولى`."""
    return word.removeprefix("و").removeprefix("في").removeprefix("ب") in _lists().deed


def is_one_more(words: Sequence[str], at: int) -> bool:
    """Whether a folded word says of what stands before it that it is one more: `قذيفة أخرى`, `صاروخ ثان`."""
    return at < len(words) and words[at] in _lists().others


def tells_launching(word: str) -> bool:
    """Whether a folded word is a verb for carrying out what is named behind its subject: `شن الجيش غارات`."""
    return word in _lists().launching


def find_reasons(words: Sequence[str]) -> list[tuple[int, int]]:
    """Where folded words say which deed was answered, up to where it is told.

    >>> find_reasons("غارات ردا علي هجوم وتفجير انتقاما لمقتل قائد".split())
    [(1, 3), (5, 6)]
    """
    reasons = _lists().reasons
    return [
        (at, at + 2 if behind == "علي" else at + 1)
        for at, (form, behind) in enumerate(pairwise((*words, "")))
        if form in reasons and (behind == "علي" or behind[:1] in {"ل", "ب"})
    ]


def comes_of_it(word: str) -> bool:
    """Whether a folded word goes on with what came of a deed, past the reason given for it: `ما أدى إلى`."""
    return word in _lists().came_of_it


def tells_doing(word: str) -> bool:
    """Whether a folded word says no more than that something was done, which is named behind it: `شن غارات`."""
    return word in _lists().doing


def turns_to(word: str) -> bool:
    """Whether a folded word opens a clause that tells of something else: `بينما أصيب طفلان`."""
    return word in _lists().turning


def tells_moving(word: str) -> bool:
    """Whether a folded word says of the hurt that they were brought to what follows, or what else they do: `نقلوا إلى`."""
    return word in _lists().moved


def says_where(governor: str) -> bool:
    """Whether what governs a place, folded, says that something was there; no preposition does, of what a verb struck."""
    return not governor or governor in _lists().where


_EARLIER_MOST = 3  # words


@cache
def _lists() -> _Vocabulary:
    return read_lists(open_lists("another"), _Vocabulary)


@cache
def _another() -> re.Pattern[str]:
    return _one_more(_lists().others)


@cache
def _another_or_alike() -> re.Pattern[str]:
    return _one_more(_lists().others | _lists().alike)


def _one_more(others: Forms) -> re.Pattern[str]:
    return re.compile(
        rf"{_happening()}(?:{_any(others)})(?= |$)|(?:^| )[وف]?(?:{_any(_lists().again)})(?= |$)"
    )


def _happening() -> str:
    """What matches a word for a happening with what tells of its manner, up to what follows: `قصف مدفعي`."""
    happenings, manners = _any(_lists().happenings), _any(_lists().manners)
    return rf"(?:^| )[وفبلك]?(?:ال)?(?:{happenings}) (?:و?(?:ال)?(?:{manners}) ){{0,2}}(?:ال)?"


def _any(forms: Forms) -> str:
    return "|".join(sorted(forms, key=lambda form: (-len(form), form)))
