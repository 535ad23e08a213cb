"""In whose voice a report speaks that no known publisher printed: a party's channel, its statement, its own words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from tawatur.arabic.wordlists import Forms, open_lists, read_lists
from tawatur.find.attribution import Attribution
from tawatur.find.parties import find_parties

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tawatur.find.parties import Context, PartyMention
    from tawatur.find.speakers import SpeakerReader
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_HEADING_MOST = 14  # words of a line that heads a statement
_HEADINGS = 4  # sentences from the top in which such a line stands
_ENOUGH = 2  # words of zeal
_POST = 120  # words


class _Vocabulary(NamedTuple):
    """The lists of `voices.yaml`, by their names there."""

    offices: Forms
    statements: Forms
    issued: Forms
    zeal: Forms
    foes: Forms
    zealots: Forms
    sanaa: Forms


@cache
def load_voices() -> _Vocabulary:
    return read_lists(open_lists("voices"), _Vocabulary)


def party_of_outlet(
    hits: Sequence[Hit], name: Words, context: Context, *, states: bool = False
) -> str | None:
    """The party whose channel an outlet's name says it is: `المركز الإعلامي لوحدات حماية الشعب`; a state only if asked for."""
    has_office = not load_voices().offices.isdisjoint(name.forms)
    for mention in find_parties(hits, name, context):
        is_side = mention.entry is not None and (states or "state" not in mention.entry.kinds)
        if is_side and mention.by in {"name", "shared"} and (has_office or mention.first == 0):
            return mention.party
    return None


def party_of_words(words: Words, parties: Sequence[PartyMention]) -> str | None:
    """The party whose own report this is by the words it has for its fighters and its enemies."""
    vocabulary = load_voices()
    said = {form for form in _unquoted(words) if form in vocabulary.zeal}
    if not said:
        return None
    named = next((p.party for p in parties if p.party in vocabulary.zealots), None)
    return named if len(said) >= _ENOUGH or not said.isdisjoint(vocabulary.foes) else None


def is_of_sanaa(words: Words) -> bool:
    """Whether a report speaks of Yemen as those do who hold its capital."""
    return not load_voices().sanaa.isdisjoint(_unquoted(words))


def find_post_speaker(words: Words, sources: Sequence[Attribution]) -> Attribution | None:
    """Who stands before the colon at the head of a short post, all of whose paragraph is his."""
    first = sources[0] if sources else None
    if first is None or first.by != "colon" or words.sentence_of[first.verb] > 0 or len(words) > _POST:
        return None
    if first.kind == "party" and first.last - first.first == 1:  # لبنان: where, not who
        return None
    line = next((i for i in range(first.said_at + 1, len(words)) if "\n" in words.gaps[i]), len(words))
    is_list = "\n" in words.gaps[first.said_at]
    others = [a for a in sources[1:] if a.verb < line and a.source != first.source]
    if others and not is_list:
        return None
    return structs.replace(first, reach_last=len(words) if is_list else line)


def find_heading(words: Words, speakers: SpeakerReader) -> Attribution | None:
    """A line that says whose statement follows: `بيان صادر عن …`."""
    vocabulary = load_voices()
    for first, last in words.sentences[:_HEADINGS]:
        is_line = last >= len(words) or "\n" in words.gaps[last]
        if not is_line or last - first > _HEADING_MOST or words.forms[first] not in vocabulary.statements:
            continue
        at = next((i for i in range(first, last - 1) if words.forms[i] in vocabulary.issued), 0)
        if not at or words.forms[at + 1] != "عن":
            continue
        speaker = speakers.read(at + 2, last)
        if speaker is None or speaker.way == "person":
            continue
        speakers.memory.add(speaker)
        return Attribution(
            speaker.first, speaker.last, speaker.source, "colon", "asserts", last, len(words), first, speaker.why,
            "heading", speaker.way, speaker.kind, speaker.other, last, speaker.noun,
        )  # fmt: skip
    return None


def _unquoted(words: Words) -> Iterator[str]:
    """The words outside quotation marks, and each with the one behind it."""
    quoted = {i for first, last in words.quotes for i in range(first, last)}
    forms = words.forms
    for i, form in enumerate(forms):
        if i not in quoted:
            yield form
            if i + 1 < len(forms):
                yield f"{form} {forms[i + 1]}"
