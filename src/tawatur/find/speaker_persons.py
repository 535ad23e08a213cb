"""Read persons who speak for themselves: `الصحفي فلان`, `فلان، وهو سائق`, a name alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.speaker import Side, Speaker
from tawatur.find.speaker_ties import spokesman_of

if TYPE_CHECKING:
    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.speakers import SpeakerReader
    from tawatur.lexicon.match import Hit

_NAME_NEAR = 4  # words from a noun to the name: past ranks and titles
_NOBODY = frozenset({"unknown", "civilians"})
_OFFICES = frozenset({"title", "officials", "medics", "private", "organ", "activists"})
_COMPANIES = frozenset({"body", "local_sources"})  # فلان من سكان الحي


def read_private(reader: SpeakerReader, hit: Hit, stop: int) -> Speaker:
    """`الصحفي فلان`: by name; without one, somebody local."""
    phrases = reader.phrases
    side = phrases.behind(hit.last, stop)
    if side.kind == "medics":  # الدكتور فلان من المستشفى
        name = phrases.name_behind(hit.last, stop)
        return reader.build(hit, side.last, "medics", "kind", "by where they are", "", name)
    if side.adjective:  # a nationality makes nobody a spokesman
        last, side = side.last, Side(side.last)
    else:
        last = max(hit.last, side.last) if side.party else hit.last
    name = phrases.name_behind(last, stop)
    back = reader.memory.by_name(name)
    if back is not None:
        return reader.back(hit, last + len(name), back, "", name)
    if side.party:
        return reader.build(hit, last, side.party, "side", f"of {side.party}", "", name)
    at = _where(reader.words.forms, name, last, stop)
    if name and at:
        shown = reader.words.shown(at, at + len(name))
        return reader.build(
            hit, at + len(name), f"other:{shown}", "person", "credited by name", "local_sources", name
        )
    if phrases.is_definite(hit):
        back = reader.memory.by_head(phrases.head(hit.first), "private")
        if back is not None:
            return reader.back(hit, hit.last, back, "local_sources")
    return reader.build(hit, hit.last, "local_sources", "person", "somebody without a name", "witnesses")


def _is_full(name: tuple[str, ...]) -> bool:
    """Whether a name is of two words at least, and no noun with its adjective: `سليم الراوي`, not `الجناحان العسكريان`."""
    return len(name) > 1 and not all(word.startswith("ال") for word in name[:2])


def _is_of(reader: SpeakerReader, end: int, stop: int) -> bool:
    """Whether "of" stands behind a person's full name, perhaps behind a comma: `سليم الراوي، من جماعة الوادي`."""
    words = reader.words
    return (
        end + 1 < stop
        and words.forms[end] == "من"
        and not words.gaps[end].strip(" ،,")
        and words.gaps[end + 1] == " "
    )


def _party_of(reader: SpeakerReader, at: int, stop: int) -> PartyMention | None:
    """The party named at a word, or behind the noun there for what it is: `جماعة جيش الوادي`."""
    phrases = reader.phrases
    party = phrases.party_at.get(at)
    if party is None and phrases.kind_at(at) == "body":
        party = phrases.party_at.get(at + 1)
    return party if party is not None and party.party not in _NOBODY and party.last <= stop else None


def _where(forms: list[str], name: tuple[str, ...], first: int, stop: int) -> int:
    """The word, of those close by, at which a name begins; 0 where it does not."""
    many = len(name)
    near = range(first, min(first + _NAME_NEAR, stop - many + 1))
    return next((i for i in near if tuple(forms[i : i + many]) == name), 0) if name else 0


def read_person(reader: SpeakerReader, first: int, stop: int) -> Speaker | None:
    """A name alone: of somebody named before, or with an office behind it (`فلان، المتحدث باسم …`)."""
    words, phrases = reader.words, reader.phrases
    end = phrases.name_end(first, stop)
    if end == first:
        return None
    name = tuple(words.forms[first:end])
    at = end + 1 if end < stop and words.forms[end] in reader.vocabulary.who_is else end
    offices = _OFFICES
    if (
        len(name) > 1 and not name[0].startswith("ال") and _is_of(reader, end, stop)
    ):  # فلان من جماعة الوادي، فلان من المكتب الإعلامي
        at, offices = end + 1, _OFFICES | _COMPANIES
        party = _party_of(reader, at, stop)
        if party is not None:
            why = f"{words.shown(first, end)} is of {party.party}"
            return Speaker(first, party.last, party.party, "side", "", "person", why, name)
    office = phrases.source_at.get(at) if at < stop else None
    if office is not None and not office.proclitics and office.form.entry.value in offices:
        if office.form.entry.value == "private" and at > end:  # فلان، وهو سائق: he saw it
            return reader.build(
                office, office.last, "witnesses", "person", f"{words.shown(first, end)}", "", name
            )
        speaker = reader.read_noun(office, stop)
        if speaker is not None:
            return replace(speaker, first=first, name=name)
    known = spokesman_of(phrases, first, first + 1)
    if known:
        shown = words.shown(first, end)
        return Speaker(
            first, end, known, "side", "", "person", f"{shown} is known to speak for {known}", name
        )
    back = reader.memory.by_name(name)
    if back is not None:
        return replace(back, first=first, last=end, way="back", kind="person", why="named before", name=name)
    said = (
        end >= stop
        or words.forms[end] in reader.vocabulary.opens_speech
        or any(mark in words.gaps[end] for mark in ':"“«')
    )
    if not said or len(name) == 1 or name[0].startswith("ال"):
        return None
    shown = words.shown(first, end)
    if name[-1] in reader.vocabulary.press_names:  # ذكرت مسار برس أن
        return Speaker(
            first, end, f"media:{shown}", "media", "", "media", f"{shown} is credited", feminine=True
        )
    return Speaker(first, end, f"other:{shown}", "person", "", "person", f"{shown} is credited", name)
