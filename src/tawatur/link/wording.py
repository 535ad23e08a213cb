"""Whether two claims are stated in the same words, and by one voice."""

from __future__ import annotations

from tawatur.link.agreement import Agreement, Level
from tawatur.link.counts import is_side_by_side
from tawatur.link.places import agree_on_place
from tawatur.link.telling import Telling

LONG = 40  # letters: shorter sentences are repeated without being copied
_FEW = 4  # words: of fewer, sharing half is chance

_COPIED = Agreement(Level.SAME, "same_words")
_OTHER = Agreement(Level.UNLIKE, "other_words")
_SHORT = Agreement(Level.UNKNOWN, "few_words")
_MANY = Agreement(Level.ALIKE, "most_words")
_SOME = Agreement(Level.NEAR, "some_words")

_ANOTHER = Agreement(Level.UNLIKE, "another")
_BOTH_ANOTHER = Agreement(Level.ALIKE, "both_another")
_NO_TURN = Agreement(Level.UNKNOWN, "no_other")
_COMPANY = Agreement(Level.SAME, "same_company")
_NO_COMPANY = Agreement(Level.UNKNOWN, "no_company")

_ELSEWHERE = Agreement(Level.UNKNOWN, "two_reports")
_OTHER_VOICE = Agreement(Level.NEAR, "two_voices")
_SAME_SOURCE = Agreement(Level.ALIKE, "one_source")
_LISTED = Agreement(Level.UNLIKE, "one_after_the_other")
_TOLD_ON = Agreement(Level.WITHIN, "told_on")
_TOLLS = Agreement(Level.APART, "two_tolls")
_SPOTS = Agreement(Level.APART, "two_places")
# A quarter and its town, a village and its province: of one happening a report may name both.
_ONE_SPOT = frozenset({Level.SAME, Level.ALIKE, Level.WITHIN})
_DAYS = Agreement(Level.APART, "two_days")


def agree_on_words(left: Telling, right: Telling) -> Agreement:
    """By the words of the quotes, without what is written onto their fronts."""
    if left.quote == right.quote and len(left.quote) >= LONG:
        return _COPIED
    one, other = left.words, right.words
    fewer = min(len(one), len(other))
    if fewer < _FEW:
        return _SHORT
    share = len(one & other) / fewer
    return _MANY if share >= 0.6 else _SOME if share >= 0.3 else _OTHER


def agree_on_turn(left: Telling, right: Telling) -> Agreement:
    if left.is_another or right.is_another:
        return _BOTH_ANOTHER if left.is_another and right.is_another else _ANOTHER
    return _NO_TURN


def agree_on_company(left: Telling, right: Telling) -> Agreement:
    """Where one of the two names no place, what else its report tells may say which happening it is."""
    if left.spot is not None and right.spot is not None:
        return _NO_COMPANY
    if left.claim.document == right.claim.document or left.company.isdisjoint(right.company):
        return _NO_COMPANY
    return _COMPANY


def agree_on_voice(left: Telling, right: Telling) -> Agreement:
    """What one source lists in one report are happenings of their own, unless nothing tells them apart."""
    if left.claim.document != right.claim.document:
        if left.voice[1] == right.voice[1] != "outlet":
            return _SAME_SOURCE
        return _ELSEWHERE
    if left.voice != right.voice:
        return _OTHER_VOICE
    if is_side_by_side(left, right):
        return _TOLLS
    if (
        left.spot
        and right.spot
        and left.spot.key != right.spot.key
        and agree_on_place(left, right).level not in _ONE_SPOT
    ):
        return _SPOTS
    if left.first and right.first and (left.first > right.last or right.first > left.last):
        return _DAYS
    told_on = (
        left.kind is right.kind
        and left.spot is not None
        and right.spot is not None
        and left.actors == right.actors
        and left.is_another == right.is_another
    )
    return _TOLD_ON if told_on else _LISTED
