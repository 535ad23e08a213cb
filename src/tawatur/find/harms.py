"""Find what was done to people: each word for harm with the groups of people it reaches.

`مقتل 6 عناصر من قسد وأسر عنصر واحد` is two harms. A noun that counts the harmed by itself (قتيل,
جريح) is one too. `مقتل وإصابة 40` is a joint count: each kind gets at most 40. What stands after
بينهم is a part of the group before it, and is kept as such.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tawatur.find.people import People
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


class Harm(NamedTuple):
    """One kind of harm to one group; `at` is the word that says it."""

    at: int
    first: int
    last: int
    kind: str
    low: int | None
    high: int | None
    of: str | None
    people: People | None  # None: a person named or meant by a pronoun
    way: str  # how the group was reached: "noun", "after", "and", "part", "before", "pronoun", "named"
    joint: bool
    distance: int  # words between the word for harm and the group


_REACH_AFTER = 7
_REACH_AND = 7
_REACH_BEFORE = 12
_REACH_PART = 14
_REACH_NAME = 2
_REACH_TOTAL = 16
_TALLIES = frozenset(
    "عدد العدد حصيله الحصيله اعداد مجموع اجمالي ارقام حصائل".split()
)
_PERSONAL = frozenset({"ه", "ها", "هم", "هما", "هن"})


def find_harms(hits: Sequence[Hit], words: Words, groups: Sequence[People], named_at: frozenset[int]) -> list[Harm]:
    """Harms in order of the word that says them.

    `named_at` holds the words where something else is known to begin (a place, a party, a date): what follows a
    word for killing and is none of these may be a person's name.
    """
    effects = [h for h in hits if h.layer == "effect"]
    stops = sorted(h.first for h in effects)
    finder = _Finder(words, groups, effects, stops, named_at)
    harms: list[Harm] = []
    for n, hit in enumerate(effects):
        harms += finder.read(n, hit)
    return _without_repeats(harms)


class _Finder:
    def __init__(
        self,
        words: Words,
        groups: Sequence[People],
        effects: Sequence[Hit],
        stops: Sequence[int],
        named_at: frozenset[int],
    ) -> None:
        self.words = words
        self.groups = groups
        self.effects = effects
        self.stops = stops
        self.named_at = named_at
        self.counting = {g.first: g for g in groups if g.harm}
        self.joined_with = self._join()

    def _join(self) -> dict[int, int]:
        """Words for harm that share one group: the index of the first → the index of the second."""
        joined = {}
        for n, hit in enumerate(self.effects[:-1]):
            after = self.effects[n + 1]
            if after.first == hit.last and after.proclitics.startswith("و"):
                joined[n] = n + 1
        return joined

    def read(self, n: int, hit: Hit) -> list[Harm]:
        noun = next((f for f in hit.forms if "count" in f.entry.traits), None)
        other = next((f for f in hit.forms if "count" not in f.entry.traits), None)
        if noun is not None:
            group = next((g for g in self.groups if g.first <= hit.first < g.last and g.harm), None)
            if group is not None and (other is None or group.first < hit.first or group.number):
                kind = noun.entry.value
                if group.low is None and group.high is None and (total := self._total(hit, kind)):
                    return total
                group, joint = self._shared_group(n, group)
                own = [self._harm(hit.first, kind, group, "noun", joint=joint)]
                return own + self._parts(hit, kind, group)
        if other is None:
            return []
        kind = other.entry.value
        first, last = hit.first, hit.last
        joint = False
        if n in self.joined_with:
            last = self.effects[self.joined_with[n]].last
            joint = True
        elif (n - 1) in self.joined_with:
            joint = True
        found = self._after(first, last, kind, joint=joint)
        if not found:
            found = self._before(hit, kind, joint=joint)
        return found or self._unnamed(hit, kind)

    def _shared_group(self, n: int, group: People) -> tuple[People, bool]:
        """`70 قتيلا وجريحا`: one number for two nouns. The group to count, and whether the count is joint."""
        after = self.joined_with.get(n)
        if after is not None and group.low is not None:
            other = self.counting_at(self.effects[after])
            if other is not None and other.low in {None, 1} and other.number:
                return group, True
        before = n - 1
        if self.joined_with.get(before) == n and group.low in {None, 1}:
            other = self.counting_at(self.effects[before])
            if other is not None and other.low is not None and other.low != 1:
                return group._replace(low=other.low, high=other.high), True
        return group, False

    def counting_at(self, hit: Hit) -> People | None:
        return next((g for g in self.groups if g.first <= hit.first < g.last and g.harm), None)

    def _total(self, hit: Hit, kind: str) -> list[Harm]:
        """The number that a noun for the harmed comes to: `حصيلة القتلى إلى 162 مدنيا`, `عدد الضحايا بلغ 110`."""
        words = self.words
        if not hit.first or words.forms[hit.first - 1].lstrip("وفبل") not in _TALLIES:
            return []
        end = words.sentences[words.sentence_of[hit.first]][1]
        other = {e.first for e in self.effects if e.first > hit.first and e.form.entry.value != kind}
        for group in self.groups:
            if group.first <= hit.last or group.first >= end:
                continue
            if group.first - hit.last > _REACH_TOTAL or any(hit.last <= at < group.first for at in other):
                return []
            if group.low is not None and not group.subset:
                found = self._harm(hit.first, kind, group, "total", joint=False, distance=group.first - hit.last)
                return [found, *self._parts(hit, kind, group)]
        return []

    def _stop_after(self, at: int) -> int:
        sentence_end = self.words.sentences[self.words.sentence_of[at - 1]][1]
        return next((s for s in self.stops if s >= at and s not in self.counting), sentence_end)

    def _after(self, first: int, last: int, kind: str, *, joint: bool) -> list[Harm]:
        stop = min(self._stop_after(last), self.words.sentences[self.words.sentence_of[first]][1])
        found: list[Harm] = []
        previous: People | None = None
        for group in self.groups:
            if group.first < last:
                continue
            if group.first >= stop:
                break
            if group.harm and previous is None and group.entry is not None and group.entry.value != kind:
                break
            if previous is None:
                if group.first - last > _REACH_AFTER:
                    break
                way = "after"
            elif group.subset and group.first - previous.last <= _REACH_PART:
                way = "part"
            elif group.joined and group.first - previous.last <= _REACH_AND:
                way = "part" if found[-1].way == "part" else "and"
            else:
                continue
            found.append(self._harm(first, kind, group, way, joint=joint, distance=group.first - last))
            previous = group
        return found

    def _parts(self, hit: Hit, kind: str, group: People) -> list[Harm]:
        stop = self._stop_after(hit.last)
        found = []
        previous = group
        for part in self.groups:
            if part.first < group.last or part.first >= stop:
                continue
            is_part = part.subset or (found and part.joined)
            if is_part and part.harm is None and part.first - previous.last <= _REACH_PART:
                found.append(self._harm(hit.first, kind, part, "part", joint=False, distance=part.first - hit.last))
                previous = part
        return found

    def _before(self, hit: Hit, kind: str, *, joint: bool) -> list[Harm]:
        if any(f.says and f.says.pronoun and f.says.pronoun not in _PERSONAL for f in hit.forms):
            return []
        begin = self.words.sentences[self.words.sentence_of[hit.first]][0]
        after_stop = max((s for s in self.stops if s < hit.first and s not in self.counting), default=begin - 1)
        for group in reversed(self.groups):
            if group.last > hit.first or group.harm:
                continue
            if group.first < begin or hit.first - group.last > _REACH_BEFORE or group.last <= after_stop:
                return []
            found = [self._harm(hit.first, kind, group, "before", joint=joint, distance=hit.first - group.last)]
            return self._joined_before(group, hit, kind) + found
        return []

    def _joined_before(self, group: People, hit: Hit, kind: str) -> list[Harm]:
        """Groups that و joins to the one right before the word (زعيم التنظيم و10 مقاتلين قتلوا); بينهم makes it a part."""
        before = [g for g in self.groups if g.last <= group.first and not g.harm]
        if not before or not (group.joined or group.subset) or group.first - before[-1].last > _REACH_AND:
            return []
        if self.words.sentence_of[before[-1].first] != self.words.sentence_of[group.first]:
            return []
        return [self._harm(hit.first, kind, before[-1], "before", joint=False, distance=hit.first - before[-1].last)]

    def _unnamed(self, hit: Hit, kind: str) -> list[Harm]:
        """A pronoun (مقتله), or what may be a person's name (مقتل أبو عمر)."""
        says = hit.form.says
        pronoun = says.pronoun if says else ""
        if pronoun in {"ه", "ها"} and says is not None and says.part == "noun":
            return [Harm(hit.first, hit.first, hit.last, kind, 1, 1, None, None, "pronoun", joint=False, distance=0)]
        at = hit.last
        words = self.words
        if (
            says is not None
            and at < len(words)
            and words.sentence_of[at] == words.sentence_of[hit.first]
            and words.gaps[at].strip() in {"", '"', "“", "«"}
            and at not in self.named_at
            and len(words.forms[at]) > _REACH_NAME
            and not words.forms[at].isdigit()
        ):
            last = min(at + 2, words.sentences[words.sentence_of[at]][1])
            return [Harm(hit.first, hit.first, last, kind, 1, 1, None, None, "named", joint=False, distance=0)]
        return []

    def _harm(self, at: int, kind: str, group: People, way: str, *, joint: bool, distance: int = 0) -> Harm:
        low, high = group.low, group.high
        if joint and way != "part":
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


def _without_repeats(harms: Iterable[Harm]) -> list[Harm]:
    """One harm for a kind and a group, the nearest word for it."""
    best: dict[tuple[str, int, int], Harm] = {}
    for harm in harms:
        key = (harm.kind, harm.people.first if harm.people else -1, harm.at if harm.people is None else 0)
        if key not in best or harm.distance < best[key].distance:
            best[key] = harm
    return sorted(best.values(), key=lambda h: (h.at, h.first, h.kind))
