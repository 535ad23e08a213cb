"""Find armed groups that no lexicon knows, by the word for what they are: `لواء شهداء الساحل`, `تنظيم "أجناد الحق"`.

Such a group is a party under the name that the text gives it, `other:` before it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.find.party_mentions import PROCLITICS, PartyMention
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_words import Vocabulary
    from tawatur.segment.words import Words

_MOST = 4  # words of a name in quotation marks
_POINTING = frozenset({"anaphor", "kind"})  # readings of التنظيم that a name right behind it overrules


def add_named_groups(parties: Sequence[PartyMention], words: Words) -> list[PartyMention]:
    """The parties with the groups that nothing else tells of, in the order of their place."""
    vocabulary, kinds = load_vocabulary(), _kinds()
    groups = [
        (at, last, kinds[form])
        for at, form in enumerate(words.forms)
        if form in kinds
        if (last := _quoted_name(words, at) or _bare_name(words, at, vocabulary))
    ]
    if not groups:
        return list(parties)
    taken = {i for p in parties if p.by not in _POINTING for i in range(p.first, p.last)}
    found = list(parties)
    for at, last, proclitic in groups:
        if not taken.isdisjoint(range(at, last)):
            continue
        name = " ".join(words.shown(i, i + 1) for i in range(at, last))[len(proclitic) :]
        taken.update(range(at, last))  # of تنظيم جيش المدينة the whole is the name
        found = [p for p in found if p.last <= at or p.first >= last]
        why = f"{name} is a group by the word it begins with"
        found.append(PartyMention(at, last, f"other:{name}", "group", proclitic, None, why))
    return sorted(found, key=lambda p: p.first)


@cache
def _kinds() -> dict[str, str]:
    """Words for groups as they are written, with what stands before them."""
    groups = load_vocabulary().groups
    joined = {proclitic + form: proclitic for proclitic in PROCLITICS if proclitic for form in groups}
    return joined | dict.fromkeys(groups, "")


def _quoted_name(words: Words, at: int) -> int:
    """Where the name ends that stands in quotation marks right after a word; 0 where none does."""
    for first, last in words.quotes:
        if first == at + 1 and last - first <= _MOST and words.sentence_of[at] == words.sentence_of[last - 1]:
            return last
    return 0


def _bare_name(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Where a name of two nouns ends (`شهداء الساحل`, `أبو عمارة`); 0 where none begins right after a word."""
    end = words.sentences[words.sentence_of[at]][1]
    if at + 2 >= end or any(words.gaps[i] != " " for i in (at + 1, at + 2)):
        return 0
    first, second = words.forms[at + 1], words.forms[at + 2]
    is_name = first in vocabulary.fathers or (first in vocabulary.begins and second.startswith("ال"))
    return at + 3 if is_name else 0
