"""In whose voice a report speaks that no known publisher printed: a party's channel, its statement, its own words."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs
from msgspec.structs import replace

from tawatur.arabic.wordlists import Forms, open_lists, read_lists
from tawatur.find.attribution import Attribution
from tawatur.find.parties import find_parties
from tawatur.find.place_countries import name_countries
from tawatur.find.places import find_places
from tawatur.lexicon.publishers import outlet_key
from tawatur.lexicon.states import load_parties, state_of
from tawatur.segment.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_context import Context
    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.speakers import SpeakerReader
    from tawatur.gazetteer.index import Gazetteer
    from tawatur.lexicon.match import Hit

_HEADING_MOST = 14  # words of a line that heads a statement
_HEADINGS = 4  # sentences from the top in which such a line stands
_ENOUGH = 2  # words of zeal
_POST = 120  # words
_MEDIA = frozenset({"media", "reporter"})
_NOUNS_BACK = 2  # words of an army's name before its nationality: القوات المسلحة اليمنية
_GOVERNMENT, _SANAA = "yemen_gov", "houthis"


class _Vocabulary(NamedTuple):
    """The lists of `voices.yaml`, by their names there."""

    offices: Forms
    organs: Forms
    statements: Forms
    issued: Forms
    papers: Forms
    digests: Forms
    spokesmen: Forms
    zeal: Forms
    foes: Forms
    zealots: Forms
    sanaa: Forms
    far_off: Forms
    sarea: Forms
    armies: Forms
    armed_forces: Forms
    praised: Forms


@cache
def load_voices() -> _Vocabulary:
    return read_lists(open_lists("voices"), _Vocabulary)


def party_of_outlet(
    hits: Sequence[Hit], name: Words, context: Context, *, states: bool = False
) -> str | None:
    """The party whose channel an outlet's name says it is: `المركز الإعلامي لوحدات حماية الشعب`; a state only if asked for."""
    vocabulary = load_voices()
    has_office = not vocabulary.offices.isdisjoint(name.forms)
    # خلية الإعلام الأمني, وزارة الدفاع الوطني: no newspaper is called so. A name may be signs alone.
    is_organ = not vocabulary.organs.isdisjoint(name.forms[:1])
    for mention in find_parties(hits, name, context):
        is_state = mention.entry is not None and "state" in mention.entry.kinds
        is_side = mention.entry is not None and (states or not is_state or is_organ)
        if is_side and mention.by in {"name", "shared"} and (has_office or mention.first == 0):
            return mention.party
    return None


def country_of_outlet(name: Words, gazetteer: Gazetteer) -> str | None:
    """The country in which the places of an outlet's name lie (`بنغازي الآن`), where they lie in one."""
    countries = {country for _, country in name_countries(find_places(name, gazetteer), gazetteer)}
    return countries.pop() if len(countries) == 1 else None


def find_outlet_names(
    words: Words, outlet: str, gazetteer: Gazetteer, hits: Sequence[Hit]
) -> list[tuple[int, int]]:
    """Where a report names its own outlet by several words, which may read like a place (`مرافئ الخليج`).

    A name that begins with a place is left: `بنغازي الآن` may also say when something happens in it. One word names it behind a
    noun for a medium or a correspondent: `لمراسلة ميسلون`.
    """
    name = outlet_key(outlet).split()
    many = len(name)
    forms = words.forms
    if many == 1:
        media = (h.last for h in hits if h.layer == "source" and h.form.entry.value in _MEDIA)
        return [(i, i + 1) for i in media if forms[i : i + 1] == name]
    runs = [(i, i + many) for i, form in enumerate(forms) if form == name[0] and forms[i : i + many] == name]
    return [] if not runs or find_places(Words(name[0]), gazetteer) else runs


def party_of_words(words: Words, parties: Sequence[PartyMention]) -> str | None:
    """The party whose own report this is by the words it has for its fighters and its enemies."""
    vocabulary = load_voices()
    said = _said_of(vocabulary.zeal, words)
    if not said:
        return None
    named = next((p.party for p in parties if p.party in vocabulary.zealots), None)
    return named if len(said) >= _ENOUGH or not said.isdisjoint(vocabulary.foes) else None


def praises_army(words: Words) -> bool:
    """Whether a report has the words for an army that its own state has: `جيشنا الباسل`."""
    return bool(_said_of(load_voices().praised, words))


def is_of_sanaa(words: Words) -> bool:
    """Whether a report speaks of Yemen as those do who hold its capital."""
    return bool(_said_of(load_voices().sanaa, words))


def as_meant_in_sanaa(parties: list[PartyMention], words: Words) -> list[PartyMention]:
    """The parties, Yemen's army that of those who hold Sanaa where a report speaks as they do, quotes their spokesman, or tells what only they do.

    Others who quote him call the army of the government so, but none of them calls it the armed forces of Yemen.
    """
    at = [
        n
        for n, p in enumerate(parties)
        if p.party == _GOVERNMENT and _is_army(p, words, load_voices().armies)
    ]
    if not at:
        return parties
    if not is_of_sanaa(words):
        vocabulary = load_voices()
        told = _quoted_at(vocabulary.sarea, words)
        far_off = bool(_said_of(vocabulary.far_off, words))
        forces = vocabulary.armed_forces
        at = [
            n
            for n in at
            if ((told or far_off) and _is_army(parties[n], words, forces))
            or (told and _is_told(parties[n], told, words))
        ]
    meant = list(parties)
    for n in at:
        why = (
            f"{words.shown(parties[n].first, parties[n].last)} is the army of those who hold Sanaa, who speak"
        )
        meant[n] = replace(parties[n], party=_SANAA, entry=load_parties()[_SANAA], why=why)
    return meant


def _is_army(mention: PartyMention, words: Words, listed: Forms) -> bool:
    """Whether a mention is one of some names for an army, whatever is written onto it; by nationality (اليمنية) with its noun."""
    firsts = (
        range(max(0, mention.first - _NOUNS_BACK), mention.first)
        if mention.by == "nation"
        else [mention.first]
    )
    return any(_bare(words.forms[first : mention.last], listed) for first in firsts)


def _bare(forms: list[str], listed: Forms) -> bool:
    first = forms[0]
    starts = (first, first[1:], f"ا{first[1:]}")  # وقوات, للقوات
    return any(" ".join((start, *forms[1:])) in listed for start in starts)


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
    for first, last in words.sentences[:_HEADINGS]:
        is_line = last >= len(words) or "\n" in words.gaps[last]
        if not is_line or last - first > _HEADING_MOST:
            continue
        named = _issuer_at(words, first, last)
        if not named:
            continue
        speaker = speakers.read(named, last) if named >= 0 else speakers.read(first, last)
        if speaker is None or speaker.way in {"person", "media", "back", "own"}:
            continue
        if named < 0 and last - speaker.last > 0 and not _is_paper(words, speaker.last):
            continue
        if speaker.source == "officials" and speaker.other:  # no newspaper heads a page so
            speaker = structs.replace(speaker, source=speaker.other, other="", way="side")
        speakers.memory.add(speaker)
        return Attribution(
            speaker.first, speaker.last, speaker.source, "colon", "asserts", last, len(words), first, speaker.why,
            "heading", speaker.way, speaker.kind, speaker.other, last, speaker.noun,
        )  # fmt: skip
    return None


def _issuer_at(words: Words, first: int, last: int) -> int:
    """The word at which a heading names whose statement it heads; -1: the line begins with it; 0: it heads none."""
    vocabulary, forms = load_voices(), words.forms
    if forms[first] in vocabulary.statements:
        at = next((i for i in range(first, last - 1) if forms[i] in vocabulary.issued), first)
        if at > first:
            return at + 2 if forms[at + 1] == "عن" else 0
        return first + 2 if last - first > 2 and forms[first + 1] in {"من", "عن"} else 0
    below = last < len(words) and _is_paper(words, last)
    return -1 if below or any(_is_paper(words, i) for i in range(first + 1, last)) else 0


def _is_paper(words: Words, i: int) -> bool:
    """Whether a word opens a line, or the part of one behind a dash, as the name of a statement: `بيان رقم 9`."""
    gap = words.gaps[i]
    return words.forms[i] in load_voices().papers and ("\n" in gap or any(mark in gap for mark in "–—-|/"))


def state_of_spokesman(hits: Sequence[Hit], name: Words, context: Context) -> str | None:
    """The state whose spokesman's page an outlet's name says it is: by its nationality, else the report's."""
    if load_voices().spokesmen.isdisjoint(name.forms):
        return None
    named = party_of_outlet(hits, name, context, states=True)  # المتحدث باسم جيش الدفاع
    if named is not None:
        return named
    countries = [h.form.entry.country for h in hits if h.layer == "nation"] or [context.country]
    return state_of(countries[0], context.day)


def _said_of(listed: Forms, words: Words) -> set[str]:
    """Which words and pairs of words of a list stand outside quotation marks."""
    begins = _first_words(listed)
    if begins.isdisjoint(words.forms):
        return set()
    quoted = {i for first, last in words.quotes for i in range(first, last)}
    at = [i for i, form in enumerate(words.forms) if form in begins and i not in quoted]
    return {said for i in at for said in (words.forms[i], " ".join(words.forms[i : i + 2])) if said in listed}


def _is_told(mention: PartyMention, told: list[int], words: Words) -> bool:
    """Whether a party stands behind who speaks in his sentence: `أعلن العميد يحيى سريع أن الجيش اليمني استهدف`."""
    begin = words.sentences[words.sentence_of[mention.first]][0]
    return any(begin <= at < mention.first for at in told)


def _quoted_at(listed: Forms, words: Words) -> list[int]:
    """Where words or pairs of words of a list stand, if they stand outside quotation marks anywhere."""
    if not _said_of(listed, words):
        return []
    forms, begins = words.forms, _first_words(listed)
    at = (i for i, form in enumerate(forms) if form in begins)
    return [i for i in at if forms[i] in listed or " ".join(forms[i : i + 2]) in listed]


@cache
def _first_words(listed: Forms) -> frozenset[str]:
    return frozenset(form.split(" ")[0] for form in listed)
