"""Read the words on either side of a name: what governs it, its direction, the place that holds it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tawatur.find.place_mentions import Approach
from tawatur.find.place_names import is_joined, is_open
from tawatur.find.place_signs import Reading, Readings, load_signs
from tawatur.gazetteer.ordinary import load_given_names
from tawatur.segment.words import Words

PROCLITICS = {"ب": "inside", "ل": "toward"}
_BACK = 5  # words before a name that may govern it


class Approaches:
    """Reads the company of names in one text."""

    __slots__ = ("covered", "readings", "signs", "words")

    def __init__(self, words: Words, readings: Readings, covered: Collection[int]) -> None:
        self.words, self.readings, self.covered = words, readings, covered
        self.signs = load_signs()

    def before(self, at: int, reading: Reading) -> Approach:
        """What the words before a name, or before the word for its kind, say of it."""
        approach = Approach(at)
        approach.is_joined = reading.proclitic[:1] == "و"
        if reading.cut:
            approach.preposition = PROCLITICS.get(reading.proclitic[-1])
            return approach
        forms, gaps = self.words.forms, self.words.gaps
        sides: list[str] = []
        index = at - 1
        while index >= 0 and at - index <= _BACK and is_open(gaps[index + 1]) and index not in self.covered:
            if not self._step(forms[index], index, approach, sides):
                break
            index -= 1
        if sides:
            approach.direction = direction_of(sides)
            approach.distance_km = self._distance_before(approach.first)
        return approach

    def _step(self, form: str, index: int, approach: Approach, sides: list[str]) -> bool:
        """Read one word before a name; False ends the way back."""
        signs = self.signs
        cut = ""
        if form not in signs.governing:
            for reading in self.readings[form]:
                if reading.cut and (reading.direction or reading.relation):
                    form, cut = reading.form, reading.proclitic
                    break
            else:
                if form[0] != "و" or form[1:] not in signs.prepositions:
                    return self._end(form, index, approach, sides)
                form, cut = form[1:], "و"
            approach.is_joined = cut[:1] == "و"
        if form in signs.directions:
            sides.append(signs.directions[form])
        elif form in signs.relations:
            approach.relation = approach.relation or signs.relations[form]
        elif approach.preposition:
            return False  # قصف من الرقة
        else:
            approach.preposition = signs.prepositions[form]
            approach.first = index
            return form == "من"  # بالقرب من مدينة
        approach.first = index
        if cut:
            approach.preposition = approach.preposition or PROCLITICS.get(cut[-1])
            return False
        return True

    def _end(self, form: str, index: int, approach: Approach, sides: list[str]) -> bool:
        """A word that governs nothing: a body, a person, a nationality, or none of these."""
        if index != approach.first - 1 or sides or approach.relation or approach.preposition:
            return False
        bodies = self.signs.bodies
        approach.is_body = form in bodies or (form[0] in "وبلف" and form[1:] in bodies)
        approach.is_person = form in load_given_names()
        if form.startswith("ال"):
            approach.country = next((r.country for r in self.readings[form] if r.country), None)
        return False

    def _distance_before(self, at: int) -> float | None:
        """`على بعد 15 كم`, `20 كيلومترا` before a direction."""
        forms = self.words.forms
        for unit in range(at - 1, max(at - 4, 0), -1):
            if forms[unit] in self.signs.kilometres:
                try:
                    return float(forms[unit - 1].replace(",", "."))
                except ValueError:
                    return None
        return None

    def is_held(self, at: int) -> bool:
        """Whether what follows a name says which larger place it lies in: `بريف`, `شمال الرقة`."""
        forms = self.words.forms
        if at >= len(forms) or not is_open(self.words.gaps[at]):
            return False
        form = forms[at]
        if form not in self.signs.directions:
            return self.readings.follows(form)
        return (
            not form.startswith("ال")
            and at + 1 < len(forms)
            and any(r.longest or r.relation or r.kind for r in self.readings[forms[at + 1]])
        )

    def side_after(self, at: int) -> tuple[str | None, int]:
        """The direction after `ريف س`: الشرقي, الجنوبي الغربي; and the word where it ends."""
        sides: list[str] = []
        forms, gaps = self.words.forms, self.words.gaps
        while len(sides) < 2 and at < len(forms) and is_joined(gaps[at]) and forms[at].startswith("ال"):
            side = self.signs.directions.get(forms[at])
            if side is None:
                break
            sides.append(side)
            at += 1
        return direction_of(sides), at

    def nation_after(self, at: int) -> str | None:
        """The country of a nationality right after a name: `كيليس التركية`."""
        forms = self.words.forms
        if at < len(forms) and forms[at].startswith("ال") and is_joined(self.words.gaps[at]):
            return next((r.country for r in self.readings[forms[at]] if r.country), None)
        return None


def direction_of(sides: Sequence[str]) -> str | None:
    """One of eight directions from the words that say it, in either order.

    >>> direction_of(["north", "west"]), direction_of(["east", "south"]), direction_of([])
    ('northwest', 'southeast', None)
    """
    for one in ("north", "south"):
        for other in ("east", "west"):
            if one in sides and other in sides:
                return one + other
    return sides[0] if sides else None
