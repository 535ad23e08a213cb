"""Harm to people whom no group stands for: a pronoun (`مقتله`), a verb's own dual (`قتلا`), a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.harm import Harm
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from tawatur.find.harm_reach import Reach
    from tawatur.lexicon.match import Hit

_REACH_MEANT = 15
_SHORTEST_NAME = 3  # letters


class Unnamed:
    """Reads them in one text. At the words `known` something else than a person's name begins."""

    def __init__(self, reach: Reach, known: frozenset[int]) -> None:
        self.words = reach.words
        self.reach = reach
        self.known = known
        self.vocabulary = reach.vocabulary

    def meant(self, hit: Hit, kind: str, count: int) -> list[Harm]:
        """The one or two whom a pronoun means: مقتله, إصابتهما."""
        group = self.reach.before(hit.first, _REACH_MEANT)
        harm = _person(hit, hit.last, kind, "pronoun", count=count)
        if group is None or group.low != count:
            return [harm]
        return [replace(harm, people=group, of=group.of, distance=hit.first - group.last)]

    def find(self, hit: Hit, last: int, kind: str, agree: str) -> list[Harm]:
        """Two by the verb's own form (قتلا), one after الذي, or what may be a person's name (مقتل أبو عمر)."""
        words = self.words
        if agree == "two":
            return [_person(hit, hit.last, kind, "pronoun", count=2)]
        if agree == "he" and hit.first and words.forms[hit.first - 1].lstrip("و") == "الذي":
            return [_person(hit, hit.last, kind, "relative")]
        if (
            hit.form.says is None
            or last >= len(words)
            or words.sentence_of[last] != words.sentence_of[hit.first]
            or not is_space(words.gaps[last])
            or last in self.known
        ):
            return []
        form = words.forms[last]
        if len(form) < _SHORTEST_NAME or form in self.vocabulary.no_names or not form[0].isalpha():
            return []
        end = min(last + 2, words.sentences[words.sentence_of[last]][1])
        return [_person(hit, end, kind, "named")]


def _person(hit: Hit, last: int, kind: str, way: str, *, count: int = 1) -> Harm:
    return Harm(hit.first, hit.first, last, kind, count, count, None, None, way, joint=False, distance=0)
