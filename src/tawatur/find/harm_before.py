"""Whom a word for harm speaks of before it: `خمسة مدنيين قتلوا`, `قياديان وعشرة مقاتلين قتلوا`, with parts of them that are told behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.harm_held import as_held
from tawatur.find.harm_reach import REACH_AND, REACH_BEFORE

if TYPE_CHECKING:
    from tawatur.find.harm import Harm
    from tawatur.find.harm_reach import Reach
    from tawatur.find.people import People
    from tawatur.lexicon.match import Hit

_REACH_PART = 24  # words from the verb to a part of its subject


class Before:
    """Reads them in one text."""

    def __init__(self, reach: Reach) -> None:
        self.words = reach.words
        self.reach = reach
        self.vocabulary = reach.vocabulary

    def read(self, hit: Hit, kind: str, *, joint: bool, many: bool = False) -> list[Harm]:
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
        if not many and self.is_one_of_them(hit.last):
            group = replace(group, low=1, high=1)
        harm = self.reach.harm(hit.first, kind, group, "before", joint=joint, distance=hit.first - group.last)
        return [*self.joined(group, hit, kind), harm, *self.parts_behind(hit, kind)]

    def is_one_of_them(self, at: int) -> bool:
        """Whether one of those before the verb is its subject, named behind it: `إصابة أربعة جنود توفي أحدهم`."""
        return at < len(self.words) and self.words.forms[at] in self.vocabulary.one_of_them

    def parts_behind(self, hit: Hit, kind: str) -> list[Harm]:
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

    def joined(self, group: People, hit: Hit, kind: str) -> list[Harm]:
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
