"""What the groups of people in a text say of one another: which are counted together, which are of others."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.lexicon.load import load_lexicon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.people import People
    from tawatur.find.people_words import Vocabulary
    from tawatur.lexicon.entry import Entry
    from tawatur.segment.words import Words

_OTHERS_REACH = 20  # words from a group to the others that belong with it
_TALLY_REACH = 14  # words from the announcement of a number to the number
_WHOLE_REACH = 3  # words from a group to what all of it were
_CIVIL = frozenset({"civilians", "unknown"})
_ARMED = frozenset({"security", "fighters"})
_PERSON = "شخص"
_OF_WOMEN = "منهن"  # انفجر لغم بنساء فقتل أربع منهن
_OPENING = frozenset("،,:")
_THEY = "هم"
_SIDE_REACH = 6  # words from a whole, or from one side of it, to the next: خمسة من القوات الحكومية وأربعة
_ELEVEN = 11  # from here on the noun counted is singular (17 جنديا), and so is what و adds to it


def tell_tallies(groups: list[People], forms: Sequence[str], vocabulary: Vocabulary) -> list[People]:
    """`عدد قتلى مقاتلي التنظيم 1306 قتيل`: whose the dead were is said where their number is announced.

    `ضحايا المجزرة البالغ عددهم 10 أشخاص`: and how many they were, further on.
    """
    for n, (said, counted) in enumerate(pairwise(groups), 1):
        if counted.low is None or counted.first - said.last > _TALLY_REACH:
            continue
        if (
            said.low is None is said.high
            and counted.first
            and forms[counted.first - 1] in vocabulary.in_number
        ):
            groups[n - 1] = replace(said, low=counted.low, high=counted.high)
        elif (
            said.harm
            and said.definite
            and said.low is None is said.high
            and _is_by_scores(counted, said, forms)
        ):
            groups[n - 1] = replace(said, last=counted.last, low=counted.low, high=counted.high)
        elif (
            said.harm
            and said.harm == counted.harm
            and said.low is None is said.high
            and said.first
            and forms[said.first - 1].lstrip("وفبل") in vocabulary.tallies
            and counted.party is None
        ):
            groups[n] = replace(
                counted,
                party=said.party,
                behind=counted.behind or said.behind,
                nation=counted.nation or said.nation,
                body=counted.body or said.body,
            )
    return groups


def count_households(groups: Sequence[People], forms: Sequence[str], members: frozenset[str]) -> list[People]:
    """`عائلة من ثلاثة أفراد`, `أسرة مؤلفة من ستة أشخاص`: those whom a household comes to, and no household."""
    kept: list[People] = []
    for group in groups:
        home = kept[-1] if kept else None
        if (
            home is not None
            and home.entry is not None
            and "households" in home.entry.traits
            and home.low is None
            and group.low is not None
            and not group.bare
            and 0 < group.first - home.last <= _WHOLE_REACH
            and all(form in members for form in forms[home.last : group.first])
        ):
            kept[-1] = replace(home, last=group.last, low=group.low, high=group.high)
        else:
            kept.append(group)
    return kept


def tell_apart(groups: Sequence[People], words: Words) -> list[People]:
    """`تسعة أشخاص، خمسة مدنيين وأربعة جنود`: of two sides that come to the whole each is told, and not the whole.

    Those of one side (`ستة جنود، أربعة ضباط ومجندان`) are parts of it.
    """
    told: list[People] = []
    at = 0
    while at < len(groups):
        whole, sides = groups[at], _sides_of(groups, at, words)
        if len({_side(part) for part in sides}) > 1:
            told += [replace(sides[0], among="", governor=whole.governor), *sides[1:]]
        elif sides:
            told += [whole, replace(sides[0], among=sides[0].among or _THEY), *sides[1:]]
        else:
            told.append(whole)
        at += 1 + len(sides)
    return told


def _sides_of(groups: Sequence[People], at: int, words: Words) -> list[People]:
    """The counted groups right behind one that together are as many; none where they are not."""
    whole = groups[at]
    if whole.harm or whole.low is None or whole.low != whole.high or whole.low == 1:
        return []
    rest = whole.low
    for n in range(at + 1, len(groups)):
        part, first, last = groups[n], groups[n].first, groups[n - 1].last
        opens = part.subset or not (part.joined or _OPENING.isdisjoint(words.gaps[first]))
        goes_on = part.joined if n > at + 1 else opens
        if part.harm or not goes_on or not 0 <= first - last <= _SIDE_REACH:
            return []
        if part.low is None or part.low != part.high or words.sentence_of[first] != words.sentence_of[last]:
            return []
        rest -= part.low
        if rest <= 0:
            return list(groups[at + 1 : n + 1]) if not rest and n > at + 1 else []
    return []


def _side(people: People) -> str:
    """What tells a group's side from another's: its party, else whether they are civilians or bore arms."""
    if people.party is not None and people.party.party != "unknown":
        return people.party.party
    return "armed" if people.bears_arms else "civil" if people.value in _CIVIL else people.value


def _is_by_scores(counted: People, said: People, forms: Sequence[str]) -> bool:
    """`والجرحى بالعشرات`."""
    return counted.bare and counted.first == said.last and forms[counted.first].startswith("بال")


def is_counted_with(group: People, before: People, *, accusative: bool) -> bool:
    """`17 جنديا وضابطا`, `48 امرأة وطفلا`, `خمسة جنود وضباط`: the number counts both, but `19 طفلا وامرأة` are twenty."""
    if before.low is None or group.low not in {None, 1} or group.definite or group.among or before.harm:
        return False
    joined = group.joined and group.first == before.last and group.harm is None
    singular = group.number == "one" == before.number and before.low >= _ELEVEN
    singular = singular and (accusative or group.of == before.of)
    plural = group.number == "many" == before.number and group.low is None and 2 < before.low < _ELEVEN
    alike = (
        group.value == before.value or {group.value, before.value} <= _CIVIL or _are_of_both(group, before)
    )
    return joined and (singular or plural) and alike and not group.theirs


def _are_of_both(group: People, before: People) -> bool:
    """`2000 مدني وعسكري`: of whom it is not told how many bore arms."""
    values = {group.value, before.value}
    return "civilians" in values and len(values) == 2 and values <= {"civilians", *_ARMED}


def count_with(group: People, before: People) -> People:
    """The one group that a number before two nouns counts; it is narrowed as both are."""
    both = replace(before, last=group.last, of=before.of if before.of == group.of else None)
    if not _are_of_both(group, before):
        return both
    return replace(both, entry=_load_persons(), behind=None, party=None, nation=None, body="")


@cache
def _load_persons() -> Entry:
    return next(
        f.entry
        for f in load_lexicon().beginning_with(_PERSON)
        if f.entry.kind == "people" and len(f.words) == 1
    )


def share(groups: list[People]) -> list[People]:
    """`قتلى وجرحى من المدنيين`: what stands behind the second noun is said of the first too, and the other way round."""
    for n in range(len(groups) - 2, -1, -1):
        left, right = groups[n], groups[n + 1]
        if left.harm and right.harm and right.joined and right.first - left.last <= 1:
            party, behind = left.party or right.party, left.behind or right.behind
            nation, body = left.nation or right.nation, left.body or right.body
            groups[n] = replace(left, party=party, behind=behind, nation=nation, body=body)
            if right.party is None and right.behind is None:
                groups[n + 1] = replace(right, party=party, behind=behind, nation=nation, body=body)
    return groups


def take_whole(groups: list[People], all_of_them: frozenset[str]) -> list[People]:
    """`13 قتيلا جميعهم مدنيون`: what all of them were is said of the group itself, and makes no part of it."""
    kept: list[People] = []
    for group in groups:
        if (
            group.among in all_of_them
            and kept
            and group.low is None
            and group.first - kept[-1].last <= _WHOLE_REACH
        ):
            whole = kept[-1]
            if whole.behind is None and not whole.subset:
                kept[-1] = replace(
                    whole, behind=group.entry, of=whole.of or group.of, party=whole.party or group.party
                )
                continue
        kept.append(group)
    return kept


def _are_partly_civil(group: People, behind: Sequence[People]) -> bool:
    """Whether some of a group are told right behind it to be civilians."""
    return any(
        part.subset and part.value == "civilians" and 0 <= part.first - group.last <= _WHOLE_REACH
        for part in behind
    )


def inherit(groups: list[People]) -> list[People]:
    """`مقتل جنديين وإصابة ثلاثة آخرين`, `17 جنديا بينهم ضابط`, `هاجمه إرهابيون فقتل 5 منهم`: of those named before."""
    before: People | None = None
    several: People | None = None  # nobody is one of one
    for n, group in enumerate(groups):
        whole = several if group.subset else before
        if whole is not None and group.first - whole.last <= _OTHERS_REACH:
            if group.entry is not None and group.entry.value == "same":
                if (
                    whole.party is not None
                    and whole.bears_arms
                    and _are_partly_civil(group, groups[n + 1 : n + 2])
                ):
                    before = several = group
                    continue  # 4 عناصر من قسد و17 آخرين بينهم عدد من المدنيين
                told = whole.entry if whole.entry is not None and whole.entry.kind != "effect" else None
                groups[n] = replace(
                    group,
                    party=group.party or whole.party,
                    behind=group.behind or whole.behind or (told if told and told.value != "same" else None),
                    nation=group.nation or whole.nation,
                )
            elif group.joined and group.noun == "nation" and whole.nation is not None and whole.bears_arms:
                groups[n] = replace(group, behind=group.behind or whole.entry)
            elif group.subset and group.bare and whole.entry is not None and group.behind is None:
                told = whole.behind or (whole.entry if whole.entry.kind == "people" else None)
                groups[n] = replace(
                    group,
                    of=group.of or (told.of if told is not None and group.among == _OF_WOMEN else None),
                    party=group.party or whole.party,
                    behind=told,
                    nation=group.nation or whole.nation,
                )
            elif group.subset and group.bears_arms:
                groups[n] = replace(group, party=group.party or whole.party)
        if not group.subset:
            before = groups[n]
            several = several if (group.low, group.high) == (1, 1) else before
    return groups
