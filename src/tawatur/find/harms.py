"""Find what was done to people: each word for harm with the groups of people it reaches.

`مقتل 6 عناصر من قسد وأسر عنصر واحد` is two harms. A noun that counts the harmed by itself (قتيل,
جريح) is one too. `مقتل وإصابة 40` is a joint count: each kind gets at most 40. What stands after
بينهم is a part of the group before it, and is kept as such. What is denied (لم يصب أحد) is no harm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.harm import without_repeats
from tawatur.find.harm_held import leave_held
from tawatur.find.harm_lists import find_listed
from tawatur.find.harm_name_lists import count_listed
from tawatur.find.harm_nouns import HarmNouns
from tawatur.find.harm_reach import Reach
from tawatur.find.harm_unnamed import Unnamed
from tawatur.find.harm_verbs import HarmVerbs
from tawatur.find.people_nouns import forms_as_written
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tawatur.find.harm import Harm
    from tawatur.find.people import People
    from tawatur.lexicon.entry import Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


def find_harms(
    hits: Sequence[Hit],
    words: Words,
    groups: Sequence[People],
    named_at: frozenset[int],
    again: Mapping[int, str] | None = None,
) -> list[Harm]:
    """Harms in order of the word that says them.

    `named_at` holds the words where something else is known to begin (a place, a party, a date): what follows a
    word for killing and is none of these may be a person's name. `again` leads from where groups begin, of whom the word
    for harm is not said a second time, to the kind of harm.
    """
    effects = [h.narrow(forms) for h in hits if h.layer == "effect" and (forms := forms_as_written(h, words))]
    if not effects:
        return []
    known = named_at | {h.first for h in hits if h.layer not in {"people", "party", "source"}}
    things = frozenset(h.first for h in hits if h.layer == "object" or h.form.entry.id == "cue.loot")
    things -= {h.first for h in hits if h.layer == "weapon"}
    things -= {h.first for h in hits if h.layer in {"people", "party"}}
    weapons = frozenset(h.first for h in hits if h.layer == "weapon" and not h.proclitics)
    weapons -= {h.first for h in hits if h.layer == "party"}  # تحييد سلاح الجو خمسة مسلحين
    again = again or {}
    reach = Reach(words, groups, effects, again)
    goods = things.union(h.first for h in hits if h.layer == "cue" and h.form.entry.value == "loot")
    fire = frozenset(h.first for h in hits if h.layer in {"weapon", "act"} and not h.proclitics)
    finder = _Finder(reach, effects, known, things, weapons, goods, fire)
    harms: list[Harm] = []
    for n in range(len(effects)):
        harms += finder.read(n)
    for at, kind in again.items():
        harms += reach.told_again(at, kind)
    listed = find_listed(harms, reach, effects)
    told = {(part.at, part.first) for part in listed}
    harms = [h for h in harms if h.people is None or (h.at, h.people.first) not in told] + listed
    return without_repeats(leave_held(list(count_listed(harms, reach))))


class _Finder:
    def __init__(
        self,
        reach: Reach,
        effects: Sequence[Hit],
        known: frozenset[int],
        things: frozenset[int],
        weapons: frozenset[int],
        goods: frozenset[int],
        fire: frozenset[int],
    ) -> None:
        self.words = reach.words
        self.reach = reach
        self.effects = effects
        joined_with = dict(self._join())
        self.nouns = HarmNouns(reach, effects, joined_with)
        self.verbs = HarmVerbs(
            reach, effects, joined_with, Unnamed(reach, known), things, weapons, goods, fire
        )
        self.told: dict[int, list[Harm]] = {}

    def _join(self) -> Iterator[tuple[int, int]]:
        """Words for harm that may share one group: the index of the first → the index of the second."""
        for n, (hit, after) in enumerate(zip(self.effects, self.effects[1:], strict=False)):
            adjacent = after.first == hit.last and after.proclitics.startswith("و")
            either = after.first == hit.last + 1 and self.words.forms[hit.last] in {"او", "و"}
            if (adjacent or either) and _are_alike(hit, after):
                yield n, n + 1

    def read(self, n: int) -> list[Harm]:
        hit = self.effects[n]
        noun = next((f for f in hit.forms if "count" in f.entry.traits), None)
        other = self._reading(hit, [f for f in hit.forms if "count" not in f.entry.traits])
        found: list[Harm] = []
        group = self.reach.holding(hit.first) if noun is not None else None
        if group is not None and (other is None or group.first < hit.first or group.number):
            found = self.nouns.read(n, group)
        elif other is not None:
            found = self.verbs.read(n, other, self.told.get(n - 1, ()))
        self.told[n] = found
        return found

    def _reading(self, hit: Hit, forms: Sequence[Form]) -> Form | None:
        """Of several readings of the same letters the one that the grammar allows.

        A noun before a verb with its object attached; after a preposition or another verb (بعد مقتل, تمكنوا من قتل)
        only a noun.
        """
        before = self.words.forms[hit.first - 1] if hit.first else ""
        governed = before in self.reach.vocabulary.prepositions and is_space(self.words.gaps[hit.first])

        def cost(form: Form) -> tuple[bool, bool]:
            is_verb = form.says is not None and form.says.part == "verb"
            return is_verb and bool(form.says and form.says.pronoun), is_verb and governed

        return min(forms, key=cost, default=None)


def _are_alike(left: Hit, right: Hit) -> bool:
    """Whether two words for harm can share what follows: two nouns, or two verbs that agree in number, without pronouns."""
    pairs = [
        (a.says, b.says)
        for a in left.forms
        for b in right.forms
        if a.says and b.says and a.says.part == b.says.part and not a.says.pronoun
    ]
    if _counts(left) != _counts(right):  # قتلى وجرح اثنان
        return False
    return any(a.part == "noun" or a.agree == b.agree for a, b in pairs)


def _counts(hit: Hit) -> bool:
    return any("count" in form.entry.traits for form in hit.forms)
