"""Tell an alliance from the state that leads it: `التحالف الدولي الذي تقوده واشنطن` acts as one, and is one party."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.find.party_mentions import PartyMention
    from tawatur.segment.words import Words

_WITHIN = 4  # words from a party to the state that leads it: التي كانت تقودها القوات الأمريكية
_STATE = "state"


def join_leaders(mentions: Iterable[PartyMention], words: Words) -> list[PartyMention]:
    """The parties, without states named as leading the one before: its name goes on to theirs.

    A group that leads others is a party beside them: `الفصائل بقيادة هيئة تحرير الشام`.
    """
    joined: list[PartyMention] = []
    for mention in mentions:
        if joined and _is_led(joined[-1], mention, words):
            joined[-1] = msgspec.structs.replace(joined[-1], last=mention.last)
        else:
            joined.append(mention)
    return joined


def _is_led(alliance: PartyMention, by: PartyMention, words: Words) -> bool:
    entry = load_parties().get(by.party)
    if entry is None or _STATE not in entry.kinds or not 0 < by.first - alliance.last <= _WITHIN:
        return False
    listed = load_vocabulary()
    between = words.forms[alliance.last : by.first]
    leads = next((n for n, form in enumerate(between) if form in listed.leading), None)
    if leads is None or words.gaps[alliance.last] != " ":
        return False
    return all(form in listed.which or form in listed.was for form in between[:leads])
