"""Find how far a speaker's words go on over lines: a list or a quotation that he introduces, a page that is his alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from tawatur.find.own_voice import load_voices
from tawatur.find.speaker_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.attribution import Attribution
    from tawatur.segment.words import Words

_BULLETS = frozenset("-–—•■▪●*◾◼▫◽►▶🔸🔹🔺🔻📍⭕✅")
_QUOTES = '"“«'
_CLOSING = '"”»'
_QUOTED_MOST = 12  # sentences of a quotation that runs over lines
_TITLE_MOST = 4  # words of a line that only calls itself a statement
_HEAD = 4  # words before the colon of an item
_ALONE_MOST = 250  # words of a page that nobody else speaks in
_VOICES = frozenset({"party", "side", "body", "organ"})  # whose page may be his alone


def find_statements(words: Words, sources: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that go on over the lines behind them, each with all that it reaches."""
    found = []
    over = _alone(words, sources) or _issued(words, sources)
    if over is not None:
        found.append(over)
    for a in sources:
        if a.stance in {"asserts", "claims"} and a.by != "colon":
            last = _introduced(words, a)
            if last:
                found.append(structs.replace(a, by="colon", said_at=_end(words, a), reach_last=last))
    return found


def _alone(words: Words, sources: Sequence[Attribution]) -> Attribution | None:
    """Who speaks in the headline, if nobody else does below: `خلية الإعلام: …`, `أبرز ما وثقته الشبكة …`."""
    first = sources[0] if sources else None
    if first is None or words.sentence_of[first.verb] > 0 or len(words) > _ALONE_MOST:
        return None
    if first.way not in _VOICES or first.source.startswith("media:"):
        return None
    begin, end = words.sentences[0]
    is_line = end < len(words) and "\n" in words.gaps[end]
    if first.by == "relative":  # a digest
        is_digest = is_line and words.forms[begin] in load_voices().digests
        return structs.replace(first, by="colon", said_at=end, reach_last=len(words)) if is_digest else None
    if first.by != "colon" or (first.kind == "party" and first.last - first.first == 1):
        return None
    if any(a.source not in {first.source, first.other} for a in sources):
        return None
    return structs.replace(first, reach_last=len(words))


def _issued(words: Words, sources: Sequence[Attribution]) -> Attribution | None:
    """Who speaks first below a line that only says that this is a statement: `بيان صحفي`."""
    if not sources:
        return None
    begin, end = words.sentences[0]
    is_line = end < len(words) and "\n" in words.gaps[end] and end - begin <= _TITLE_MOST
    if not is_line or words.forms[begin] not in load_voices().papers:
        return None
    first = next((a for a in sources if a.way in _VOICES and a.by != "relative"), None)
    if first is None or first.stance != "asserts" or first.source.startswith("media:"):
        return None
    return structs.replace(first, by="colon", said_at=end, reach_last=len(words))


def _end(words: Words, a: Attribution) -> int:
    return words.sentences[words.sentence_of[a.verb]][1]


def _introduced(words: Words, a: Attribution) -> int:
    """Where the list or the quotation ends that the sentence of an attribution introduces with a colon; 0 for none."""
    end = _end(words, a)
    if end >= len(words) or ":" not in words.gaps[end] or "\n" not in words.gaps[end]:
        return 0
    at = words.sentence_of[end]
    if any(mark in words.gaps[end] for mark in _QUOTES):
        for first, last in words.sentences[at : at + _QUOTED_MOST]:
            closing = next((i for i in range(first + 1, last + 1) if _closes(words, i)), 0)
            if closing:
                return closing
        return 0
    stop = end
    for first, last in words.sentences[at:]:
        if "\n" in words.gaps[first] and not _is_item(words, first, last):
            break
        stop = last
    return stop if stop > end else 0


def _closes(words: Words, i: int) -> bool:
    gap = words.gaps[i]
    return any(mark in gap for mark in _CLOSING) and (i >= len(words) or "\n" in gap)


def _is_item(words: Words, first: int, last: int) -> bool:
    """Whether a line is one of a list: by a bullet, a number, or a word or two before a colon."""
    if not _BULLETS.isdisjoint(words.gaps[first]) or words.forms[first] in load_vocabulary().ordinals:
        return True
    if words.forms[first].isdecimal():
        return True
    return any(":" in words.gaps[i] for i in range(first + 1, min(first + _HEAD, last)))
