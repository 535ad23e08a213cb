"""Tell where a party's name stands for less than the party: `حي البدو` is a quarter, `المبايعة لداعش` tells of another group."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.load import load_file

if TYPE_CHECKING:
    from tawatur.find.party_mentions import PartyMention
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_PROCLITICS = frozenset("وبلف")
_NAMES = frozenset({"name", "group"})  # readings of a group's own name, of which no more must be told
_DESCRIBED_WITHIN = 5  # words from a group's name to what tells whose it is
_ADJECTIVE_ENDS = ("ه", "ي", "يه", "ين", "ون")
_AFFILIATION_WITHIN = 2  # words before a party, over عن and من, to what ties another to it


def names_a_place(hit: Hit, words: Words) -> bool:
    """Whether a party's name is what a place is called by: `حي البدو`, `جولة القاهرة`."""
    if hit.layer != "party" or not hit.first or hit.proclitics or words.gaps[hit.first] != " ":
        return False
    listed = load_vocabulary().named_places
    before = words.forms[hit.first - 1]
    return before in listed or (before[:1] in _PROCLITICS and before[1:] in listed)


def names_an_institution(hit: Hit, words: Words) -> bool:
    """Whether a common noun that a party goes by is another body's with the adjective behind it: `الهيئة العامة`, `مجلس الأمن القومي`."""
    if hit.layer != "party" or hit.last >= len(words) or words.gaps[hit.last] != " ":
        return False
    vocabulary = load_vocabulary()
    behind = words.forms[hit.last]
    if hit.last == hit.first + 1:
        return hit.form.words[0] in vocabulary.common_bodies and behind in vocabulary.of_institutions
    if " ".join(hit.form.words) not in vocabulary.common_councils:
        return False
    return behind in vocabulary.of_councils or behind in _load_nationalities()


@cache
def _load_nationalities() -> frozenset[str]:
    """Adjectives of nationality as a man's or a council's, with the article: الليبي."""
    return frozenset(f"ال{form.words[0]}" for form in load_file("nations") if len(form.words) == 1)


def is_affiliation(words: Words, mention: PartyMention) -> bool:
    """Whether a party is named as the one to which another belongs: `جماعة ماوتي المبايعة لداعش`."""
    listed = load_vocabulary().affiliated
    return not listed.isdisjoint(words.forms[max(0, mention.first - _AFFILIATION_WITHIN) : mention.first])


def is_lord(words: Words, mention: PartyMention, before: PartyMention) -> bool:
    """Whether a party is named as whose the group is that is named before it: `جماعة نصرة الإسلام التابعة لتنظيم القاعدة`."""
    listed = load_vocabulary()
    tie = mention.first - 1
    if not mention.proclitics.endswith(("ل", "ب")):
        if mention.proclitics or words.forms[tie] not in listed.ties:
            return False
        tie -= 1
    if before.party == mention.party or not 0 <= tie - before.last < _DESCRIBED_WITHIN:
        return False
    if words.forms[tie] not in listed.owned or words.sentence_of[before.first] != words.sentence_of[tie]:
        return False
    is_follower = words.forms[tie] in listed.following  # of فصائل المعارضة الموالية لأنقرة see `followers`
    noun = words.forms[before.first][len(before.proclitics) :]
    is_own = before.by in _NAMES and not (is_follower and noun in listed.common_fighters)
    is_own = is_own or (before.by == "anaphor" and not is_follower)
    if not is_own or (before.entry is not None and before.entry.side == "state"):
        return False
    return all(_describes(words.forms[i]) for i in range(before.last, tie))


def _describes(form: str) -> bool:
    """Whether a word goes on telling what a group is: `وهي جماعة مسلحة`, `الجماعة الإرهابية`."""
    listed = load_vocabulary()
    bare = form.removeprefix("ال")
    return form in listed.that_is or bare in listed.groups or bare.endswith(_ADJECTIVE_ENDS)
