"""Find who a text credits, and how far their words reach.

An attribution is a verb of saying with its subject (`قال المتحدث باسم …`), or a preposition with its
object (`بحسب مصادر طبية`). Where the text gives a chain (an agency quoting a spokesman) the far end is
the source. A verb that goes on (`وأضاف`) without a subject keeps the speaker before it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from tawatur.arabic.fold import fold_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.parties import PartyMention
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


class Attribution(NamedTuple):
    """`source` vouches for the words `reach_first:reach_last`; it is named at `first:last`."""

    first: int
    last: int
    source: str  # a party, `media:NAME`, a kind of source (`medics`), or `outlet`
    by: str  # "says", "continues", "according"
    stance: str  # "asserts", "denies", "accuses", "admits", "claims"
    reach_first: int
    reach_last: int
    verb: int
    why: str


_COMPLEMENT = frozenset({"ان", "انه", "انها", "انهم", "بان", "بانه", "بانها", "انهما", "بانهم", "اننا", "انني", "الي"})
_FROM = frozenset({"عن"})
_SUBJECT_REACH = 14
_BACK_REACH = 9
_ANONYMOUS = frozenset({"local_sources", "activists", "witnesses", "medics", "officials"})
_OWN_SIDE = frozenset({"officials", "local_sources", "spokesman"})
# Who a nationality or a ministry speaks for stands in the party mention beside it.


class _Speaker(NamedTuple):
    first: int
    last: int
    source: str
    why: str
    points_back: bool = False  # البيان, المصدر, المتحدث: whoever was credited before


def _back_to(speaker: _Speaker, before: Attribution | None) -> _Speaker:
    if not speaker.points_back or before is None:
        return speaker
    return speaker._replace(source=before.source, why=f"{speaker.why}: as before")


def find_sources(
    hits: Sequence[Hit], words: Words, parties: Sequence[PartyMention], outlet: str | None
) -> list[Attribution]:
    """Attributions in order of their verb or preposition."""
    reader = _Reader(hits, words, parties, outlet)
    found: list[Attribution] = []
    for hit in hits:
        if hit.layer == "say":
            attribution = reader.read(hit, found[-1] if found else None)
            if attribution is not None:
                found.append(attribution)
    return found


class _Reader:
    def __init__(
        self, hits: Sequence[Hit], words: Words, parties: Sequence[PartyMention], outlet: str | None
    ) -> None:
        self.words = words
        self.sources = [h for h in hits if h.layer == "source"]
        self.source_starts = [h.first for h in self.sources]
        self.parties = parties
        self.party_starts = [p.first for p in parties]
        self.outlet = fold_phrase(outlet) if outlet else ""

    def read(self, hit: Hit, before: Attribution | None) -> Attribution | None:
        words = self.words
        entry = hit.form.entry
        sentence = words.sentence_of[hit.first]
        begin, end = words.sentences[sentence]
        stance = _stance(entry.traits)
        if entry.value == "according":
            speaker = self._speaker(hit.last, min(end, hit.last + _SUBJECT_REACH), far=True)
            if speaker is None:
                return None
            speaker = _back_to(speaker, before)
            reach = self._reach_of_preposition(hit.first, speaker.last, begin, end)
            return Attribution(
                speaker.first, speaker.last, speaker.source, "according", stance, *reach, hit.first, speaker.why
            )
        speaker = self._subject_after(hit, end) or self._subject_before(hit, begin)
        if speaker is not None:
            speaker = _back_to(speaker, before)
            return Attribution(
                speaker.first, speaker.last, speaker.source, "says", stance, begin, end, hit.first, speaker.why
            )
        if before is not None and ("continue" in entry.traits or hit.proclitics.startswith("و")):
            near = sentence - words.sentence_of[before.verb] <= 3
            if near and (hit.form.is_verb or hit.form.says is None):
                why = f"{words.shown(hit.first, hit.last)} goes on with the speaker before"
                return Attribution(
                    before.first, before.last, before.source, "continues", stance, begin, end, hit.first, why
                )
        return None

    def _subject_after(self, hit: Hit, end: int) -> _Speaker | None:
        stop = min(end, hit.last + _SUBJECT_REACH)
        for i in range(hit.last, stop):
            if self.words.forms[i] in _COMPLEMENT or ":" in self.words.gaps[i]:
                stop = i
                break
        far = next((i for i in range(hit.last, stop) if self.words.forms[i] in _FROM), None)
        if far is not None and self._relays(hit, far):
            return self._speaker(far + 1, min(end, far + _SUBJECT_REACH), far=True) or self._speaker(
                hit.last, far, far=False
            )
        return self._speaker(hit.last, stop, far=False)

    def _relays(self, hit: Hit, far: int) -> bool:
        """`نقلت الوكالة عن مصدر` quotes; `أعلن الجيش عن استهداف` does not."""
        return "نقل" in self.words.forms[hit.first] or "نقلا" in self.words.forms[far - 1]

    def _subject_before(self, hit: Hit, begin: int) -> _Speaker | None:
        if not hit.form.is_verb or hit.proclitics.startswith(("و", "ف")):
            return None
        start = max(begin, hit.first - _BACK_REACH)
        for i in range(hit.first, start, -1):
            gap = self.words.gaps[i]
            if "،" in gap and i < hit.first - 1:
                break
            if ":" in gap:
                start = i
                break
        return self._speaker(start, hit.first, far=True)

    def _speaker(self, first: int, stop: int, *, far: bool) -> _Speaker | None:
        """The speaker named between two words: a party, or a kind of source with the party whose side it is."""
        words = self.words
        for i in range(first, stop):
            gap = words.gaps[i]
            if i > first and ("،" in gap or ":" in gap or "\n" in gap):
                stop = i
                break
        sources = self.sources[bisect_left(self.source_starts, first) : bisect_left(self.source_starts, stop)]
        parties = self.parties[bisect_left(self.party_starts, first) : bisect_left(self.party_starts, stop)]
        # Whom it was said to (لوكالة, لمراسلنا) is no speaker.
        sources = [s for s in sources if not (s.proclitics.endswith("ل") and s.first > first)]
        parties = [p for p in parties if not (p.proclitics.endswith("ل") and p.first > first)]
        if not sources and not parties:
            return None
        if sources:
            kind = sources[-1] if far and sources[-1].form.entry.value == "media" else sources[0]
            named = [p for p in parties if abs(p.first - kind.first) <= _SUBJECT_REACH]
            return self._of_source(kind, named)
        party = parties[0]
        if party.first - first > 3:
            return None
        return _Speaker(party.first, party.last, party.party, f"{words.shown(party.first, party.last)} speaks")

    def _of_source(self, kind: Hit, parties: Sequence[PartyMention]) -> _Speaker | None:
        words = self.words
        value = kind.form.entry.value
        shown = words.shown(kind.first, kind.last)
        behind = [p for p in parties if p.last > kind.first]
        if value in {"spokesman", *_OWN_SIDE} and behind:
            party = behind[0]
            return _Speaker(kind.first, max(kind.last, party.last), party.party, f"{shown} speaks for {party.party}")
        definite = words.forms[kind.first].lstrip("وفبلك").startswith("ال")
        if value == "activists" and behind and behind[0].first == kind.last:
            return _Speaker(kind.first, behind[0].last, behind[0].party, f"{shown} of {behind[0].party}")
        if value == "spokesman":
            return _Speaker(kind.first, kind.last, "officials", f"{shown} with no side named", definite)
        if definite and value in {"officials", "local_sources"} and kind.last - kind.first == 1:
            return _Speaker(kind.first, kind.last, value, f"{shown} is credited", points_back=True)
        if value == "media":
            return self._of_media(kind, behind)
        return _Speaker(kind.first, kind.last, value, f"{shown} is credited")

    def _of_media(self, kind: Hit, parties: Sequence[PartyMention]) -> _Speaker:
        words = self.words
        last = kind.last
        if parties and parties[0].first <= last + 1:
            last = parties[0].last
            if parties[0].by != "nation":
                return _Speaker(kind.first, last, parties[0].party, f"{words.shown(kind.first, last)} is its medium")
        elif "named" not in kind.form.entry.traits:
            # صحيفة X, شبكة “X”: the name is what stands behind the noun, one word or what is quoted.
            last = self._name_end(last)
        name = words.shown(kind.first, last)
        name = name.lstrip("ولبـ") if kind.proclitics and not name.startswith("وكالة") else name
        if self._is_own(name):
            return _Speaker(kind.first, last, "outlet", f"{name} is the outlet itself")
        return _Speaker(kind.first, last, f"media:{name}", f"{name} is credited")

    def _name_end(self, last: int) -> int:
        words = self.words
        if last < len(words) and any(mark in words.gaps[last] for mark in '"“«'):
            end = last
            while end < min(last + 5, len(words)):
                end += 1
                if any(mark in words.gaps[end] for mark in '"”»“'):
                    return end
        return min(last + 1, len(words)) if last < len(words) and words.gaps[last] == " " else last

    def _is_own(self, name: str) -> bool:
        key = fold_phrase(name)
        return bool(self.outlet) and (key in self.outlet or self.outlet in key)

    def _reach_of_preposition(self, at: int, speaker_end: int, begin: int, end: int) -> tuple[int, int]:
        """`بحسب X` at the head of a sentence vouches for what follows; in the middle, for what stands before too."""
        if at - begin <= 2:
            return begin, end
        return begin, max(speaker_end, end if end - speaker_end <= 4 else speaker_end)


def _stance(traits: frozenset[str]) -> str:
    for trait, stance in (("deny", "denies"), ("accuse", "accuses"), ("admit", "admits"), ("claim", "claims")):
        if trait in traits:
            return stance
    return "asserts"
