"""Read offices and organs, which speak for a side: `المتحدث باسم الجيش`, `قائد الشرطة`, `وزارة الدفاع`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.speaker_ties import party_before, spokesman_of

if TYPE_CHECKING:
    from tawatur.find.speaker import Speaker
    from tawatur.find.speakers import SpeakerReader
    from tawatur.lexicon.match import Hit

_NOBODY = frozenset({"unknown", "civilians"})
_AGENCY = "وكاله"  # folded
_OFFICERS = frozenset({"arms", "voice"})


def read_office(reader: SpeakerReader, hit: Hit, stop: int) -> Speaker:
    """`المتحدث باسم`, `قائد`, `مسؤول`: for the party, the hospital or the organisation behind it."""
    phrases = reader.phrases
    side = phrases.behind(hit.last, stop)
    last = max(side.last, hit.last)
    name = phrases.name_behind(last, stop)
    is_title = hit.form.entry.value == "title"
    known = spokesman_of(phrases, last, stop)
    if not known and not side.party and _is_theirs(reader, hit.last, stop):
        spoke, of = reader.memory.last(), reader.words.sentence_of
        is_same = spoke is not None and spoke.way in {"side", "party"} and of[spoke.first] == of[hit.first]
        before = spoke.source if spoke is not None and is_same else party_before(phrases, hit.first)
        if before not in {"", *_NOBODY}:
            name = phrases.name_behind(last + 1, stop)
            return reader.build(hit, last + 1, before, "side", "of the party before", "officials", name)
    if known:
        return reader.build(hit, last, known, "side", f"known to speak for {known}", "officials", name)
    if side.party:
        return reader.build(hit, last, side.party, "side", f"for {side.party}", "officials", name)
    if side.foreign and side.named:
        return reader.build(hit, last, f"other:{side.named}", "body", f"for {side.named}", "officials", name)
    medium = _medium_of(reader, hit, stop)
    if medium is not None:
        return replace(medium, first=hit.first, head=phrases.head(hit.first), name=name)
    if side.kind == "medics":
        readings = ("medics", "officials") if is_title else ("officials", "medics")
        return reader.build(hit, last, readings[0], "kind", "by where they are", readings[1], name)
    if side.kind == "body" and side.named and hit.form.entry.value in {"title", "officials"}:
        return reader.build(hit, last, f"other:{side.named}", "body", f"for {side.named}", "officials", name)
    back = reader.memory.by_name(name[-1:])
    if back is None and not name and phrases.is_alone(hit, side):
        back = reader.memory.by_head(phrases.head(hit.first), hit.form.entry.value)
    if back is not None:
        return reader.back(hit, last, back, back.other or "officials", name)
    quality = phrases.quality_at.get(hit.last)
    is_local = quality is not None and quality.form.entry.value == "local_sources"  # نائب محلي: of no state
    other = "" if side.foreign or is_local else _last_party(reader, hit, last) or phrases.state(hit.first)
    return reader.build(hit, last, "officials", "kind", "no side is named", other, name)


def _medium_of(reader: SpeakerReader, hit: Hit, stop: int) -> Speaker | None:
    """The medium whose office it is: `المتحدث باسم شبكة النهر الإخبارية`, `مدير قناة النهر`; no agency, which may be a state's."""
    phrases, i = reader.phrases, hit.last
    while i < stop and reader.words.forms[i] in reader.vocabulary.of_a_medium:
        i += 1
    noun = phrases.source_at.get(i) if i < stop else None
    if noun is None or noun.form.entry.value != "media" or noun.proclitics.endswith("ل"):
        return None
    traits = noun.form.entry.traits
    is_medium = "named" in traits or ("head" in traits and phrases.head(i) != _AGENCY)
    return reader.mastheads.read(noun, stop) if is_medium else None


def _is_theirs(reader: SpeakerReader, first: int, stop: int) -> bool:
    """Whether an office is said to speak in the name of somebody before: `المتحدث الرسمي باسمها`."""
    near = reader.words.forms[first : min(first + 3, stop)]
    return not reader.vocabulary.theirs.isdisjoint(near)


def _last_party(reader: SpeakerReader, hit: Hit, last: int) -> str:
    """Whose officer speaks where no side is named: the party that spoke before.

    A staff officer (`الفريق الركن`) is of an Arab army, and so of the country spoken of also after the Pentagon.
    """
    spoke = reader.memory.last() if hit.form.entry.traits & _OFFICERS else None
    is_staff = not reader.vocabulary.staff.isdisjoint(reader.words.forms[hit.first : last])
    if spoke is None or is_staff or spoke.way not in {"side", "party"}:
        return ""
    return spoke.source


def read_organ(reader: SpeakerReader, hit: Hit, stop: int) -> Speaker:
    """`وزارة الدفاع`, `الشرطة`: of the state named with it, else perhaps of the report's."""
    phrases = reader.phrases
    side = phrases.behind(hit.last, stop)
    last = max(side.last, hit.last)
    kind = hit.form.entry.of or "officials"
    name = phrases.name_behind(last, stop)
    if side.party:
        return reader.build(hit, last, side.party, "side", f"of {side.party}", kind, name)
    back = reader.memory.by_head(phrases.head(hit.first), "organ") if phrases.is_alone(hit, side) else None
    if back is not None:
        return reader.back(hit, last, back, kind)
    if side.foreign:
        shown = phrases.shown_bare(hit.first, last)
        return reader.build(hit, last, f"other:{shown}", "body", "of a state without an identifier", kind)
    return reader.build(hit, last, kind, "kind", "no side is named", phrases.state(hit.first))
