"""What a word for a happening tells of, where the words around it make it tell of another.

استولوا على أسلحة takes no ground, فرار المسلحين displaces nobody, and who keeps his men from flight besieges none.
What stands around it is asked here once a report.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from tawatur.find.people_words import load_vocabulary
from tawatur.lexicon.load import load_entries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.lexicon.entry import Entry, Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_SUBJECT = 7  # words from a verb, over its subject, to the thing it takes
_WHO = 5  # words from flight to those who fled
_KEPT = 3  # words from them to من الفرار
_KEEPING_IN = "act.besiege"
_ARMED = frozenset({"fighters", "security"})  # people who are no civilians


def best_form(hit: Hit) -> Form:
    """Of several readings of the same letters, the one whose letters say most: a noun before a verb of either voice."""
    return min(hit.forms, key=lambda f: (f.entry.id, f.says is not None and f.says.voice == "either"))


class Retold:
    """One report's words, asked what a word for a happening means by those behind it."""

    def __init__(self, hits: Sequence[Hit], words: Words) -> None:
        self._words = words
        self._loot = {h.first for h in hits if h.layer == "cue" and h.form.entry.value == "loot"}
        self._armed: dict[int, bool] = {}  # where people or parties begin: whether they bear arms
        for h in hits:
            if h.layer == "people":
                self._armed[h.first] = h.form.entry.value in _ARMED and h.form.entry.id != "people.attacker"
            elif h.layer == "party" or (h.layer == "head" and h.form.entry.value in {"forces", "ranks"}):
                self._armed.setdefault(h.first, True)

    def as_told(self, form: Form, last: int) -> Form:
        """The form that names the happening; the word ends before `last`."""
        traits = form.entry.traits
        if "or_seizure" in traits and self._loot and self._takes_loot(traits, last):
            return msgspec.structs.replace(form, entry=_load("act.seize"))
        if "or_rout" in traits and not (form.says and form.says.pronoun) and self._are_armed(last):
            return msgspec.structs.replace(form, entry=_load("act.rout"))
        if (
            form.entry.id == _KEEPING_IN
            and form.words[0] == "من"
            and self._are_his_men(last - len(form.words))
        ):
            return msgspec.structs.replace(form, entry=_load("act.rout"))
        return form

    def _takes_loot(self, traits: frozenset[str], last: int) -> bool:
        """Whether things are carried off, and no place is taken."""
        if "takes" in traits and self._is_loot(last):
            return True
        forms = self._words.forms
        end = min(last + _SUBJECT, self._end(last))
        on = next((i for i in range(last, end) if forms[i] == "علي"), None)
        return on is not None and self._is_loot(on + 1)

    def _is_loot(self, begin: int) -> bool:
        """Whether loot stands at a word, or behind words that only count it."""
        for at in range(begin, self._end(begin)):
            if at in self._loot:
                return True
            word = self._words.forms[at]
            if word not in load_vocabulary().to_loot and not word.isdecimal():
                break
        return False

    def _are_armed(self, last: int) -> bool:
        """Whether those who flee are fighters, by the first people behind: فرار عشرات المسلحين, no فرار الأهالي."""
        for at in range(last, min(last + _WHO, self._end(last))):
            if at in self._armed:
                return self._armed[at]
            if self._words.forms[at] in load_vocabulary().fled_from:
                break
        return False

    def _are_his_men(self, first: int) -> bool:
        """Whether those who are kept from fleeing are fighters, right before: منع مقاتليه من الفرار."""
        nearest = next((at for at in range(first - 1, first - 1 - _KEPT, -1) if at in self._armed), None)
        return nearest is not None and self._armed[nearest]

    def _end(self, at: int) -> int:
        """Where the sentence of the word before ends."""
        return self._words.sentences[self._words.sentence_of[at - 1]][1]


@cache
def _load(identifier: str) -> Entry:
    return next(entry for entry in load_entries("acts") if entry.id == identifier)
