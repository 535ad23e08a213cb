"""Whom a word for harm speaks of behind it: `قتل الجيش خمسة مسلحين`, `مقتل ثلاثة بينهم طفل`; who did it stands there too, and is none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.harm_held import as_held
from tawatur.find.harm_reach import REACH_AFTER, REACH_AND, REACH_PART
from tawatur.find.people_around import BOTH
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from tawatur.find.harm import Harm
    from tawatur.find.harm_named import NamedPersons
    from tawatur.find.harm_reach import Reach
    from tawatur.find.people import People

_REACH_COUNTED = 10  # words from a verb, over a long subject, to those counted whom it did it to
_REACH_ON = 17  # … to those over whom على stands
_REACH_ASIDE = 18  # words from who did it, over what is said of him, to whom he did it to
_REACH_OBJECT = 6  # words from who did it to whom he did it to
_BEFORE_THAT = frozenset({"قبل", "بعد", "دون"})  # الفرار قبل أن يقتله عنصر


class After:
    """Reads them in one text."""

    def __init__(self, reach: Reach, named: NamedPersons) -> None:
        self.words = reach.words
        self.reach = reach
        self.named = named
        self.vocabulary = reach.vocabulary

    def read(
        self, first: int, last: int, kind: str, *, joint: bool, is_verb: bool, traits: AbstractSet[str]
    ) -> list[Harm]:
        """The harms to those behind a word for harm at `first`, which ends before `last`."""
        stop = self.reach.stop_after(last, first)
        found: list[Harm] = []
        previous: People | None = None
        by_means = False
        for found_group in self.reach.after(last, stop):
            several = found_group.last - found_group.first > 1  # عدد من النازحين
            near = found_group.first == last if previous is None else found_group.joined
            group = as_held(found_group, kind, near=near and (several or not found_group.definite))
            if previous is None:
                if group.harm and group.entry is not None and group.entry.value != kind:
                    break
                reach = _REACH_COUNTED if is_verb and may_be_object(group) else REACH_AFTER
                reach = _REACH_ON if is_verb and "by_on" in traits else reach
                if group.first - last > reach or self.opens_clause(last, group.first):
                    break
                if "by_with" in traits:
                    if "ب" not in {group.governor, self.words.forms[group.first][0]}:
                        continue
                elif "by_on" in traits:
                    if group.governor != "علي":
                        continue
                elif "losing" in traits:
                    if not _are_lost(group):
                        continue
                elif self._is_by_means(group):
                    by_means = True
                    continue
                elif by_means and not may_be_object(group):
                    break
                elif group.governor and not self._may_govern(group, last, kind, is_verb=is_verb):
                    continue
                if (
                    self._is_doer(group, stop)
                    or self._leads_clause(first, group)
                    or ("subject" not in traits and self._has_object(group, stop))
                ):
                    last = group.last
                    continue
                way = "after"
            elif group.subset and group.first - previous.last <= REACH_PART:
                way = "part"
            elif self._is_of_sides(previous, group):
                continue
            elif (group.joined or self._is_with(group)) and group.first - previous.last <= REACH_AND:
                if group.harm and group.entry is not None and group.entry.value != kind:
                    break
                way = "part" if found[-1].way == "part" and not self._is_beside(previous, group) else "and"
            else:
                continue
            found.append(self.reach.harm(first, kind, group, way, joint=joint, distance=group.first - last))
            previous = group
        return found

    def _is_by_means(self, group: People) -> bool:
        """`قتل برصاص مسلحين`: whose weapon it was is told, and who did it."""
        before = self.words.forms[group.first - 1] if group.first else ""
        return before in self.vocabulary.by_means and is_space(self.words.gaps[group.first])

    def _is_of_sides(self, previous: People, group: People) -> bool:
        """`أصيب ضابط خلال اشتباكات بين الشرطة ومسلحين`: whom و joins to one of two sides, and to none of the harmed."""
        between = self.words.forms[previous.last : group.first]
        return group.joined and not self.vocabulary.between.isdisjoint(between)

    def _is_beside(self, part: People, group: People) -> bool:
        """`424 لبنانيا، معظمهم مدنيون، و51 جنديا`: what the most of them were ends before those who are counted again."""
        return part.among in self.vocabulary.mostly and part.low is None and group.low is not None

    def _is_with(self, group: People) -> bool:
        """`استشهاد الصحفي مع زوجته`, `مع اثنين من أشقائه`, `مصرعه مع 18 من مرافقيه`: who shared it, not whom they fought."""
        own = bool(group.theirs) or group.noun == "people.relative"
        return group.governor == "مع" and own and group.theirs != BOTH

    def opens_clause(self, first: int, last: int) -> bool:
        """Whether another clause begins between two words: قتلوا وأن 19 آخرين أصيبوا."""
        clause, forms = self.vocabulary.clause, self.words.forms
        return any(
            forms[i] in clause or (forms[i] == "ان" and forms[i - 1] in _BEFORE_THAT)
            for i in range(first, last)
        )

    def _may_govern(self, group: People, last: int, kind: str, *, is_verb: bool) -> bool:
        """Whether a preposition leaves a group the one harmed: `الإفراج عن 5`, `قتل للأبرياء`, `قتل من المدنيين`."""
        if group.governor in self.vocabulary.partitive or (kind, group.governor) == ("released", "عن"):
            return True
        if group.first <= last + 1 and group.governor in self.vocabulary.after_harm:
            return True
        return group.governor == "ل" and not is_verb and kind != "surrendered"

    def _is_doer(self, group: People, stop: int) -> bool:
        """`قتل المسلحون ستة جنود`: plural and uncounted, with the counted close behind it, is who did it."""
        if group.low is not None or group.bare or group.number not in {"many", "two_or_many"}:
            return False
        at = group.last
        if at < stop and not group.governor and self.named.is_full_name(at, self.words.forms[at]):
            return True  # اختطف مسلحون سامر خليل
        reach = 2 if group.definite else REACH_AND
        if self._is_doer_over_aside(group, stop):
            return True
        return any(
            g.first <= group.last + reach
            and (may_be_object(g) or self._is_somebody(group, g))
            and not g.joined
            for g in self.reach.after(group.last, stop)
            if self.reach.is_clear(group.last, g.first + 1)
        )

    def _is_somebody(self, group: People, other: People) -> bool:
        """`خطف مسلحون من الحركة الشاب سامر خليل`: behind several in the nominative, one with the article is whom they did it to."""
        noun = self.words.forms[group.first]
        return (
            group.bears_arms
            and noun.endswith("ون")
            and other.definite
            and (other.number, other.low) == ("one", 1)
            and not (other.harm or other.subset or other.governor)
        )

    def _is_doer_over_aside(self, group: People, stop: int) -> bool:
        """`قتل مسلحون، يشتبه بانتمائهم إلى الحركة، أربعة جنود`: a nominative with the counted right behind an aside."""
        words = self.words
        if group.governor or not words.forms[group.last - 1].endswith("ون"):
            return False
        found = next(self.reach.after(group.last, min(stop, group.last + _REACH_ASIDE)), None)
        while found is not None and not may_be_object(found) and found.first < stop:
            found = next(self.reach.after(found.last, min(stop, group.last + _REACH_ASIDE)), None)
        if found is None or found.joined or found.among or not may_be_object(found):
            return False
        return "،" in words.gaps[found.first] and any(
            "،" in words.gaps[i] for i in range(group.last, found.first)
        )

    def _leads_clause(self, first: int, group: People) -> bool:
        """`أوقفت عناصر الدرك في المدينة، اثنين`: a party's men right behind a verb in the feminine that opens its clause did it."""
        forms, gaps = self.words.forms, self.words.gaps
        if group.first != first + 1 or group.party is None or group.low is not None or group.governor:
            return False
        if not forms[first].endswith("ت") or forms[group.first].startswith("ال"):
            return False
        begins = first == self.words.sentences[self.words.sentence_of[first]][0] or not is_space(gaps[first])
        return begins or forms[first][0] in "وف" or forms[first - 1] in self.vocabulary.clause

    def _has_object(self, group: People, stop: int) -> bool:
        """`قتل مسلح مدنيا`, `قتل جنديان إسرائيليان شابا`: a nominative, with an accusative behind it, is who did it."""
        if group.bare or group.harm or group.number not in {"one", "two"} or group.definite:
            return False
        forms, last = self.words.forms, group.first
        if forms[last].endswith(("ا", "ين", "ي")):
            return False
        found = next(self.reach.after(group.last, min(stop, group.last + _REACH_OBJECT)), None)
        if found is None or found.harm or found.joined or found.subset or found.governor or found.definite:
            return False
        between = forms[group.last : found.first]
        if group.theirs or self._is_by_means(found):  # استشهد فلان وشقيقه برصاص مسلحين
            return False
        return (
            forms[found.last - 1].endswith(("ا", "ين"))
            and found.entry is not None
            and found.entry.value != "same"
            and self.reach.is_clear(group.last, found.first + 1)
            and not any(form in self.vocabulary.being or form.startswith("و") for form in between)
        )


def _are_lost(group: People) -> bool:
    """`خسر الجيش 12 جنديا`, `خسرت العائلة خمسة من أبنائها`: men under arms, or somebody's own, and no places or games."""
    own = group.bears_arms or bool(group.theirs) or group.noun == "people.relative"
    return group.low is not None and own and group.theirs != BOTH


def may_be_object(group: People) -> bool:
    """Whether a group may be a verb's object by itself: counted, no part of another, under no preposition."""
    return group.low is not None and not group.subset and not group.governor and not group.definite
