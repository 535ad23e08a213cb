"""Read who is credited as a source of some kind: `مصدر طبي`, `مصادر في الشرطة`, `مصادرنا`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.find.speaker import Speaker
    from tawatur.find.speakers import SpeakerReader
    from tawatur.lexicon.match import Hit

_KINDS = frozenset({"officials", "medics", "activists", "witnesses"})
_SEATS = frozenset(
    {"medics", "organ", "title", "officials"}
)  # in which an informant sits: مصدر في قيادة الشرطة


def read_informant(reader: SpeakerReader, hit: Hit, stop: int) -> Speaker:
    """`مصدر`: of which kind its adjectives say; whose, what stands behind."""
    phrases = reader.phrases
    side = phrases.behind(hit.last, stop)
    quality = _quality(reader, hit.last, stop)
    last = max(side.last, hit.last)
    own = _own_behind(reader, hit.last, stop)
    if own and not (phrases.is_definite(hit) and _is_told(reader, hit.last)):
        return reader.build(hit, own, "local_sources", "kind", "the outlet's own sources")
    if side.party and (quality in {"", "officials"} or not side.adjective):
        return reader.build(hit, last, side.party, "side", f"of {side.party}", quality or "local_sources")
    if side.kind == "body" and side.named and not quality:
        return reader.build(hit, last, f"other:{side.named}", "body", f"of {side.named}", "local_sources")
    if side.kind in _SEATS and not quality:
        return reader.build(
            hit,
            last,
            "medics" if side.kind == "medics" else "officials",
            "kind",
            "by where they are",
            phrases.state(hit.first),
        )
    if phrases.is_definite(hit) and not side.kind:
        same = (
            hit.form.number != "many" and last < stop and reader.words.forms[last] in reader.vocabulary.same
        )
        back = reader.memory.last() if same else reader.memory.by_head(phrases.head(hit.first), "informant")
        if back is not None and (not quality or quality in {back.source, back.other}):
            return reader.back(hit, last, back, quality or _kind_of(back) or "local_sources")
    if quality == "other":  # مصادر موالية: of a side that is not named
        shown = phrases.shown_bare(hit.first, min(hit.last + 1, stop))
        return reader.build(
            hit, hit.last + 1, f"other:{shown}", "body", "credited as the text has it", "local_sources"
        )
    source = quality or "local_sources"
    other = phrases.state(hit.first) if source == "officials" and not side.foreign else ""
    return reader.build(hit, last, source, "kind", "credited by kind", other)


def _quality(reader: SpeakerReader, first: int, stop: int) -> str:
    """What the first adjective behind مصدر that tells says of its kind."""
    phrases, words = reader.phrases, reader.words
    for i in range(first, min(first + 4, stop)):
        if i in phrases.quality_at:
            return phrases.quality_at[i].form.entry.value
        if words.gaps[i] != " " or words.forms[i] in reader.vocabulary.prepositions or _is_told(reader, i):
            break
    return ""


def _is_told(reader: SpeakerReader, at: int) -> bool:
    """Whether ل makes an outlet the one that was told something: `قال المصدر لوسائل إعلام محلية`."""
    for hit in (reader.phrases.source_at.get(at), reader.phrases.masthead_at.get(at)):
        if hit is not None and hit.proclitics.endswith("ل"):
            return True
    return (
        at < len(reader.words)
        and reader.words.forms[at].startswith("ل")
        and reader.mastheads.own_end(at) > at
    )


def _own_behind(reader: SpeakerReader, first: int, stop: int) -> int:
    """Where the report's own outlet, named right behind a noun, ends; 0 where it is not."""
    phrases = reader.phrases
    named = phrases.source_at.get(first) or phrases.masthead_at.get(first)
    if (
        first < stop
        and named is not None
        and reader.mastheads.is_own(phrases.shown_bare(named.first, named.last))
    ):
        return reader.mastheads.of_name(first, first, named.last).last
    last = reader.mastheads.own_end(first)
    return last if last > first else 0


def _kind_of(speaker: Speaker) -> str:
    """What kind of source a speaker is in the second reading of his words; "" for none."""
    return speaker.other if speaker.other in _KINDS else ""
