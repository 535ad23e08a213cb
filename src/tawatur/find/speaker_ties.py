"""Which party a speaker is tied to by what stands around: whose medium, whose spokesman, whose capital, what a noun points back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.speaker_phrases import Phrases

_OWNER = 4  # words from التابعة to the party
_TITLES = 4  # words from an office to the name of who holds it
_QUOTER = 7  # words of an agency's name before عن
_STATES = frozenset({"state", "foreign"})


def party_before(phrases: Phrases, at: int) -> str:
    """The party named last before a word of its sentence: whose spokesman متحدثها is."""
    begin = phrases.words.sentences[phrases.words.sentence_of[at]][0]
    named = [phrases.party_at[i] for i in range(begin, at) if i in phrases.party_at]
    while len(named) > 1 and named[-2].last == named[-1].first:  # طالبان باكستان
        named.pop()
    return named[-1].party if named else ""


def meant_by(phrases: Phrases, at: int) -> PartyMention | None:
    """The party that a noun with its article points back to: البعثة after بعثة حفظ السلام."""
    head = phrases.head(at)
    for first in sorted((i for i in phrases.party_at if i < at), reverse=True):
        party = phrases.party_at[first]
        if party.last - first > 1 and party.by != "anaphor" and phrases.head(first) == head:
            return party
    return None


def owner_of(phrases: Phrases, first: int, stop: int) -> PartyMention | None:
    """The party that what is named before a word belongs to: `التابعة لجماعة`, `الناطقة باسم الحركة`."""
    if first >= stop or phrases.words.forms[first] not in phrases.vocabulary.belonging:
        return None
    for i in range(first + 1, min(first + _OWNER, stop)):
        party = phrases.party_at.get(i)
        if party is not None:
            return party
    return None


def spokesman_of(phrases: Phrases, first: int, stop: int) -> str:
    """Whose spokesman is known by the name that begins at a word or a title or two behind it."""
    forms, spokesmen = phrases.words.forms, phrases.vocabulary.spokesmen
    for i in range(first, min(first + _TITLES, stop)):
        for last in (i + 2, i + 3):
            party = spokesmen.get(" ".join(forms[i:last]))
            if party is not None:
                return party
        if i + 1 < stop and phrases.words.gaps[i + 1].strip("، "):
            break
    return ""


def quoted_by(phrases: Phrases, at: int) -> str:
    """The state whose agency quotes the office at a word: `نقلت وكالة الأنباء الروسية عن وزير الخارجية`; "" for none."""
    words, vocabulary = phrases.words, phrases.vocabulary
    begin = words.sentences[words.sentence_of[at]][0]
    if at <= begin or words.forms[at - 1] != "عن":
        return ""
    state = ""
    for i in range(at - 2, max(begin - 1, at - 2 - _QUOTER), -1):
        nation = phrases.nation_at.get(i)
        if nation is not None and not state:
            state = phrases.state_named(nation)
        if words.forms[i] in vocabulary.state_media:
            return state
        if any(mark in words.gaps[i] for mark in "،,:؛\n"):
            break
    return ""


def seat_of(phrases: Phrases, party: PartyMention, stop: int) -> str | None:
    """The state in whose capital an office sits that any state has: `وزارة الدفاع في لندن`."""
    at = party.last
    if party.by == "name" or at + 1 >= stop or phrases.words.forms[at] not in {"في", "من"}:
        return None
    seat = phrases.named_at.get(at + 1)
    is_state = seat is not None and seat.last == at + 2 and seat.form.entry.side in _STATES
    return seat.form.entry.id if seat is not None and is_state else None
