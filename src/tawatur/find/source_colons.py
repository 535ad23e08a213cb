"""Find speakers who stand before a colon at the head of a line: `سانا عن مصدر عسكري: …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.find.source_subjects import join_chain

if TYPE_CHECKING:
    from tawatur.arabic.wordlists import Forms
    from tawatur.find.source_subjects import Subjects
    from tawatur.find.speaker import Speaker
    from tawatur.segment.words import Words

_COLON_REACH = 7
_HEAD = 2  # words of a line that can have a head
_CREDIT = 3  # words of a line that credits an agency
_ITEMS = 3  # lines with heads that are a list


_BULLETS = frozenset("-–•■▪●*◾◼▫◽►▶")
_DASHES = frozenset("/-–—ـ")  # between a town and an agency
_BARS = frozenset("|‖│⎮¦")  # between عاجل, a hashtag or a place, and who speaks


class Colon(NamedTuple):
    """A speaker, and the word behind the colon."""

    speaker: Speaker
    stop: int


def find_colons(words: Words) -> set[int]:
    """First words of lines and sentences that have a colon a few words on."""
    found = set()
    for begin, end in words.sentences:
        for i in range(begin + 1, min(end, begin + _COLON_REACH)):
            gap = words.gaps[i]
            if gap == " ":
                continue
            if ":" in gap:
                found.add(begin)
                break
            if "،" in gap:
                break
    return found


def _skip_lead(begin: int, stop: int, words: Words, leads: Forms) -> int:
    """Past what leads a post: `عاجل | سرايا القدس:`, `#غزة | مجمع ناصر:`."""
    first = begin
    while first < stop - 1 and words.forms[first] in leads:
        first += 1
    bars = [i for i in range(begin + 1, stop) if not _BARS.isdisjoint(words.gaps[i])]
    return max(first, *bars) if bars else first


def _is_item(begin: int, stop: int, words: Words) -> bool:
    """Whether a line is one of a list: by a bullet, or as others beside it have one word before a colon; or a byline."""
    if not _BULLETS.isdisjoint(words.gaps[begin]) or words.forms[stop] == "من":
        return True
    heads = sum(
        1
        for first, last in words.sentences
        if "\n" in words.gaps[first] and last - first > _HEAD and ":" in words.gaps[first + 1]
    )
    return heads >= _ITEMS


def read_colon(begin: int, words: Words, subjects: Subjects) -> Colon | None:
    """Who speaks in a sentence that `find_colons` found."""
    speakers = subjects.speakers
    end = words.sentences[words.sentence_of[begin]][1]
    stop = next((i for i in range(begin + 1, min(end, begin + _COLON_REACH)) if ":" in words.gaps[i]), begin)
    first = _skip_lead(begin, stop, words, speakers.vocabulary.leads)
    if words.forms[first] in speakers.vocabulary.ordinals:
        return None
    if stop - first == 1 and end - stop <= _CREDIT and speakers.phrases.kind_at(first) == "informant":
        return None  # المصدر: RT
    speaker = speakers.read(first, stop)
    relays = speaker is not None and speaker.last < stop and words.forms[speaker.last] == "عن"
    if speaker is not None and relays:  # سانا عن مصدر عسكري: …
        far = speakers.read(speaker.last + 1, stop)
        speaker, relays = (join_chain(speaker, far), False) if far is not None else (speaker, True)
    if speaker is None or not (
        relays or subjects.reaches(speaker.last, stop) or subjects.tells_outlet(speaker.last, stop)
    ):
        return None
    is_bare = speaker.way == "party" and speaker.last - speaker.first == 1
    named = speakers.phrases.named_at.get(first)
    is_where = is_bare or (named is not None and named.form.entry.side in {"state", "foreign"})
    if is_where and speaker.last < stop and not _DASHES.isdisjoint(words.gaps[speaker.last]):
        return None  # الخرطوم / الفاشر: إسلام آباد - رويترز:
    if is_bare and _is_item(begin, stop, words):
        return None  # • العراق: where, not who; كابول: من …
    if speaker.way == "person" or (speaker.kind == "witnesses" and speaker.last == begin + 1):
        return None  # شاهد: watch
    return Colon(speaker, stop)
