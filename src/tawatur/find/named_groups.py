"""Find armed groups that no lexicon knows, by the word for what they are: `لواء شهداء الساحل`, `تنظيم "أجناد الحق"`.

Such a group is a party under the name that the text gives it, `other:` before it. A unit that an army numbers and names for its arm
(`الفرقة 16 مشاة`) is the army's of the country spoken of.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.arabic.fold import fold
from tawatur.arabic.ordinals import ordinal_word
from tawatur.find.party_mentions import PROCLITICS, PartyMention
from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.states import army_of, load_parties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_context import Context
    from tawatur.find.party_words import Vocabulary
    from tawatur.segment.words import Words

_MOST = 4  # words of a name in quotation marks
_TEEN = fold("عشرة")
_POINTING = frozenset({"anaphor", "kind"})  # readings of التنظيم that a name right behind it overrules


def add_named_groups(parties: Sequence[PartyMention], words: Words, context: Context) -> list[PartyMention]:
    """The parties with the groups that nothing else tells of, in the order of their place."""
    vocabulary, kinds = load_vocabulary(), _kinds()
    groups = [
        (at, last, kinds[form])
        for at, form in enumerate(words.forms)
        if form in kinds
        if (
            last := _quoted_name(words, at)
            or _bare_name(words, at, vocabulary)
            or _unit(words, at, vocabulary)
        )
    ]
    if not groups:
        return list(parties)
    taken = {i for p in parties if p.by not in _POINTING for i in range(p.first, p.last)}
    found = list(parties)
    for at, last, proclitic in groups:
        if not taken.isdisjoint(range(at, last)):
            continue
        name = " ".join(words.shown(i, i + 1) for i in range(at, last))[len(proclitic) :]
        if words.forms[last - 1] in vocabulary.arms:
            sentence = words.sentence_of[at]
            army = army_of(context.at(sentence), context.day) or army_of(context.country, context.day)
            if army is None:
                continue
            why = f"{name} is a unit of {army}, the army of the country spoken of"
            group = PartyMention(at, last, army, "shared", proclitic, load_parties()[army], why)
        else:
            why = f"{name} is a group by the word it begins with"
            group = PartyMention(at, last, f"other:{name}", "group", proclitic, None, why)
        taken.update(range(at, last))  # of تنظيم جيش المدينة the whole is the name
        found = [p for p in found if p.last <= at or p.first >= last]
        found.append(group)
    return sorted(found, key=lambda p: p.first)


@cache
def _kinds() -> dict[str, str]:
    """Words for groups as they are written, with what stands before them."""
    groups = load_vocabulary().groups | load_vocabulary().units
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


def _unit(words: Words, at: int, vocabulary: Vocabulary) -> int:
    """Where the name ends that an army gives a unit (`الفرقة 16 مشاة`, `اللواء الثاني عشر مدرع`); 0 where none does, or where it is another's."""
    end = words.sentences[words.sentence_of[at]][1]
    forms = words.forms
    if at + 2 >= end or words.forms[at].lstrip("وفبكل") not in vocabulary.units:
        return 0
    if not forms[at + 1].isdecimal() and ordinal_word(forms[at + 1]) is None:
        return 0
    arm = at + 2 + forms[at + 2].startswith(_TEEN[:-1])
    if arm >= end or forms[arm] not in vocabulary.arms:
        return 0
    is_others = arm + 1 < end and forms[arm + 1] in vocabulary.owned
    return 0 if is_others else arm + 1
