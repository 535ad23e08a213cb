"""Read nouns that count the harmed by themselves: `20 قتيلا`, `30 بين قتيل وجريح`, `حصيلة القتلى إلى 162`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.harm import add_up
from tawatur.find.harm_reach import REACH_AND, REACH_BEFORE, REACH_OWN
from tawatur.find.harm_unnamed import KIN, KIN_OF_ONE, OF_ONE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tawatur.find.harm import Harm
    from tawatur.find.harm_reach import Reach
    from tawatur.find.people import People
    from tawatur.lexicon.match import Hit

_REACH_TOTAL = 16


class HarmNouns:
    """Reads them in one text. `joined_with` leads from a word for harm to the one it shares a group with."""

    def __init__(self, reach: Reach, effects: Sequence[Hit], joined_with: Mapping[int, int]) -> None:
        self.words = reach.words
        self.reach = reach
        self.effects = effects
        self.joined_with = joined_with
        self.vocabulary = reach.vocabulary

    def read(self, n: int, group: People) -> list[Harm]:
        hit = self.effects[n]
        assert group.entry is not None
        kind = group.entry.value
        if self.reach.is_denied(hit, is_verb=False):
            return []
        if group.low is None and group.high is None and (total := self._total(hit, kind)):
            return [_of_party(h, group) for h in total]
        if shared := self._between_both(n, kind):
            return shared
        if group.governor in self.vocabulary.partitive and (parts := self.reach.parts(hit, kind, group)):
            return parts  # بين القتلى 11 طفلا: who they were of all the dead
        if self._is_of_both(n, group):
            return []
        if "body" in group.entry.traits:
            body = next(self.reach.after(group.last, group.last + 1), None)
            if (
                body is not None
                and not body.joined
                and not body.harm
                and (not body.subset or (group.low is None and body.among in self.vocabulary.of_them))
            ):
                if body.low is None is body.high:  # ثماني جثث لمتمردين
                    body = replace(body, low=group.low, high=group.high)
                told = self.reach.harm(hit.first, kind, body, "after", joint=False)
                if group.number != "one":
                    return [*self._bodies(hit, kind, told), *self.reach.parts(hit, kind, body)]
                return [told, *self.reach.parts(hit, kind, body)]
        if counted := self._counted_before(hit, group):
            return [self.reach.harm(hit.first, kind, counted, "before", joint=False)]
        counted, joint = self._shared_group(n, group)
        own = self.reach.harm(hit.first, kind, counted, "noun", joint=joint)
        if counted is group and (group.number, own.low, own.high) == ("one", 1, 1):
            return self._kin(hit, kind, own)
        at_most = joint or counted is not group  # parts of a shared number are shared, too
        return [own, *self.reach.parts(hit, kind, counted, joint=at_most)]

    def _bodies(self, hit: Hit, kind: str, first: Harm) -> list[Harm]:
        """`جثتي رجل وابنه`, `جثث امرأة وطفليها`: of several bodies each one whose it was."""
        found = [first]
        last = first.last
        for other in self.reach.after(last, self.reach.stop_after(last, hit.first)):
            if not other.joined or other.harm or other.low is None or other.first != last:
                break
            found.append(self.reach.harm(hit.first, kind, other, "and", joint=False, distance=1))
            last = other.last
        return add_up(found)

    def _counted_before(self, hit: Hit, group: People) -> People | None:
        """`سقط أربعة جنود قتلى`, `ارتقاء طفلة شهيدة`: those who fell stand right before what became of them."""
        if group.definite or group.first != hit.first or hit.proclitics:
            return None
        before = self.reach.before(hit.first, REACH_OWN)
        if (group.number, group.low) == ("one", 1):
            told = before is not None and before.last == hit.first and before.number == "one"
            if not told or before is None or before.definite or before.low is None:
                return None
            return before  # ارتقاء طفلة شهيدة, and as one counts them in speech: 12 مدني شهيد
        if group.low is not None or group.high is not None:
            return None
        if before is None or before.low is None or not self.reach.is_clear(before.last, hit.first):
            return None
        if (
            before.last == hit.first
            and before.number != "one"
            and before.harm is None
            and not before.definite
        ):
            return before  # 3 أطفال شهداء
        if self._is_fall(self.words.forms[hit.first - 1]):
            return before  # تسعة من السياح سقطوا ضحايا
        fell = self.words.forms[max(0, before.first - REACH_BEFORE) : before.first]
        return before if any(self._is_fall(form) for form in fell) else None

    def _is_fall(self, form: str) -> bool:
        """Whether a word tells that men fell, و joined to it or its own first letter (وسقط, وقع)."""
        return form in self.vocabulary.fall or form.lstrip("وف") in self.vocabulary.fall

    def _between_both(self, n: int, kind: str) -> list[Harm]:
        """`30 بين قتيل وجريح`: the number before counts both."""
        first = n if n in self.joined_with else n - 1
        if self.joined_with.get(first) not in {n, n + 1}:
            return []
        at = self.effects[first].first
        if not at or self.words.forms[at - 1] not in self.vocabulary.between:
            return []
        at_this = self.effects[n].first
        counted = self.reach.holding(at)
        if counted is not None and counted.low is not None and counted.first < at - 1:  # 30 بين قتيل وجريح
            both = replace(counted, harm=kind)
            way = "noun" if counted.high is None else "before"
            return [replace(self.reach.harm(at_this, kind, both, way, joint=True), low=None)]
        fell = self._is_fall(self.words.forms[at - 2]) if at > 1 else False
        group = self.reach.before(at - 1, REACH_BEFORE if fell else REACH_OWN)
        while group is not None and group.subset:  # 30 سائحا بينهم نساء سقطوا بين قتيل وجريح
            whole = self.reach.next_before(group)
            is_near = whole is not None and not whole.harm and 0 <= group.first - whole.last <= REACH_OWN
            if not is_near:
                break
            group = whole
        while group is not None and group.joined and group.low is None and not group.subset:
            whole = self.reach.next_before(group)  # 30 من المدنيين والعسكريين بين قتيل وجريح
            if whole is None or whole.harm or whole.low is None or group.first != whole.last:
                break
            group = whole
        if group is None:
            own = self.reach.holding(at_this)
            some = replace(own, low=None, high=None) if own is not None else None
            return [self.reach.harm(at_this, kind, some, "noun", joint=True)] if some else []
        return [self.reach.harm(at_this, kind, group, "before", joint=True)]

    def _is_of_both(self, n: int, group: People) -> bool:
        """`عشرات الضحايا بين قتيل وجريح`: of whom it is told behind that some are dead and some hurt."""
        behind = self.effects[n + 1].first if n + 1 in self.joined_with else 0
        return behind == group.last + 1 and self.words.forms[group.last] in self.vocabulary.between

    def _shared_group(self, n: int, group: People) -> tuple[People, bool]:
        """`70 قتيلا وجريحا`: one number for two nouns. The group to count, and whether the count is joint.

        Two nouns for one kind of harm are of the same people: `مئات الجرحى والمصابين`.
        """
        kind = self.effects[n].form.entry.value
        after = self.joined_with.get(n)
        if after is not None and self.effects[after].form.entry.value == kind:
            return group, False
        if after is not None and group.low is not None and not _is_of_its_own_number(group):
            other = self.reach.holding(self.effects[after].first)
            if other is not None and other.low in {None, 1} and other.number:
                return group, True
        before = n - 1
        is_second = self.joined_with.get(before) == n and self.effects[before].form.entry.value != kind
        if is_second and group.low in {None, 1}:
            other = self.reach.holding(self.effects[before].first)
            if other is not None and other.low is not None and not _is_of_its_own_number(other):
                vague = self.reach.is_vague(other)
                return replace(group, low=other.low if vague else None, high=other.high), not vague
        return group, False

    def _total(self, hit: Hit, kind: str) -> list[Harm]:
        """The number that a noun for the harmed comes to: `حصيلة القتلى إلى 162 مدنيا`, `عدد الضحايا بلغ 110`."""
        words = self.words
        if not hit.first or words.forms[hit.first - 1].lstrip("وفبل") not in self.vocabulary.tallies:
            return []
        end = words.sentences[words.sentence_of[hit.first]][1]
        risen = self.reach.before(hit.first - 1, 0)  # ارتفع إلى أربعة عدد القتلى
        if (
            risen is not None
            and risen.bare
            and risen.low is not None
            and words.forms[risen.first - 1] == "الي"
        ):
            return [self.reach.harm(hit.first, kind, risen, "total", joint=False)]
        other = {e.first for e in self.effects if e.first > hit.first and e.form.entry.value != kind}
        for group in self.reach.after(hit.last, end):
            if group.first - hit.last > _REACH_TOTAL or any(hit.last <= at < group.first for at in other):
                return []
            if group.low is not None and not group.subset:
                found = self.reach.harm(
                    hit.first, kind, group, "total", joint=False, distance=group.first - hit.last
                )
                return [found, *self.reach.parts(hit, kind, group), *self._listed(hit, kind, group, end)]
        return []

    def _listed(self, hit: Hit, kind: str, group: People, end: int) -> list[Harm]:
        """`عدد القتلى إلى 202 مسلحا و58 من القوات و26 مدنيا`: those counted behind the first of a total."""
        found: list[Harm] = []
        last = group.last
        for other in self.reach.after(group.last, self.reach.stop_after(group.last, hit.first)):
            if not other.joined or other.harm or other.subset or other.low is None or other.low == 1:
                break
            if other.first - last > REACH_AND or other.first >= end:
                break
            distance = other.first - hit.last
            found.append(self.reach.harm(hit.first, kind, other, "and", joint=False, distance=distance))
            last = other.last
        return found

    def _kin(self, hit: Hit, kind: str, own: Harm) -> list[Harm]:
        """`شهيدة وطفلها`, `قتيل وزوجته وابنه`: with one whom the noun tells dead, those of his who are joined to him."""
        found = [own]
        last = own.last
        for other in self.reach.after(own.last, self.reach.stop_after(own.last, hit.first)):
            his = other.noun in KIN or (other.noun in KIN_OF_ONE and other.theirs in OF_ONE)
            if not his or not other.joined or other.harm or other.first != last or other.low is None:
                break
            found.append(self.reach.harm(hit.first, kind, other, "and", joint=False, distance=1))
            last = other.last
        if len(found) == 1:
            return found
        civil = [replace(h, people=replace(h.people, harm=None)) if h.people else h for h in found]
        total = sum(h.low or 0 for h in found)
        whole = replace(own, low=total, high=total, of=None, last=last)
        return [whole, *(replace(h, way="part") for h in civil if h.of)]


def _of_party(harm: Harm, group: People) -> Harm:
    """A total with the party in whose ranks they fell, told behind the noun: `عدد القتلى في صفوف الحركة بلغ 60`."""
    people = harm.people
    if people is None or people.party is not None or group.party is None or people.entry is not None:
        return harm
    return replace(harm, people=replace(people, party=group.party))


def _is_of_its_own_number(group: People) -> bool:
    """Whether no number stands there, and the noun's own form says one or two: of `شهيد وجرحى` one is dead."""
    return (group.number, group.low) in {("one", 1), ("two", 2)} and group.low == group.high
