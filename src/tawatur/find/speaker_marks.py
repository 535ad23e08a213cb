"""What begins at each word of a text, as far as it matters to those who speak: their nouns, parties, outlets, qualities, days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.names_said import names_said
from tawatur.find.own_voice import is_of_sanaa
from tawatur.find.speaker_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.dates import DateMention
    from tawatur.find.party_context import Context
    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.speaker import Side
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


_SPOKESMEN = frozenset({"source.spokesman", "source.commander"})
_ON, _ALI = "على", "علي"


class Marks:
    """The words of one text by what begins at them."""

    def __init__(
        self,
        hits: Sequence[Hit],
        words: Words,
        parties: Sequence[PartyMention],
        dates: Sequence[DateMention],
        context: Context,
    ) -> None:
        self.words = words
        self.context = context
        self.vocabulary = load_vocabulary()
        self.source_at: dict[int, Hit] = {}
        self.whose_at: dict[int, Hit] = {}  # an office with a pronoun: متحدثها
        self.masthead_at: dict[int, Hit] = {}
        self.quality_at: dict[int, Hit] = {}
        self.named_at: dict[int, Hit] = {}  # names of parties, capitals among them
        self.nation_at: dict[int, Hit] = {}
        self.breaks: set[int] = set()  # words that tell of a happening: no part of a name
        self.spoken: set[int] = set()  # words of saying
        self._index(hits)
        self.names = self._find_names(hits)  # words of saying that are names here: شبكة سجل
        self.spoken -= self.names
        self.breaks -= self.names
        # A state's party → who speaks for it in this report.
        self.meant = {"yemen_gov": "houthis"} if is_of_sanaa(words) else {}
        self.party_at = {p.first: self._as_meant(p) for p in parties}
        self.date_at = {d.first: d for d in dates}
        self._tells_on = f" {_ON} " in words.text  # whether it writes على with a letter of its own

    def _as_meant(self, party: PartyMention) -> PartyMention:
        meant = self.meant.get(party.party) if self.meant and party.by != "name" else None
        return replace(party, party=meant) if meant else party

    def _index(self, hits: Sequence[Hit]) -> None:
        by_layer = {
            "party": self.named_at,
            "masthead": self.masthead_at,
            "quality": self.quality_at,
            "nation": self.nation_at,
        }
        for found in hits:
            layer = found.layer
            hit = _without_pronoun(found) if layer == "source" else found
            if layer == "source":
                shown = self.words.shown(hit.first, hit.last)
                is_hers = hit.form.entry.id == "source.spokesman" and shown.endswith("ة")  # متحدثة, no متحدثه
                if hit.form.says is None or not hit.form.says.pronoun or is_hers:
                    self.source_at[hit.first] = hit
                elif hit.form.entry.id in _SPOKESMEN:
                    self.whose_at[hit.first] = hit
            elif layer == "say":
                self.spoken.add(hit.first)
            elif layer in {"act", "effect"}:
                self.breaks.add(hit.first)
            elif layer in by_layer:
                by_layer[layer][hit.first] = hit

    def _find_names(self, hits: Sequence[Hit]) -> set[int]:
        nouns = [
            h
            for h in self.source_at.values()
            if h.last in self.spoken
            and (h.form.entry.value == "body" or "head" in h.form.entry.traits)
            and (not h.proclitics or h.proclitics == "و")
        ]
        says = {h.first: h for h in hits if h.layer == "say"} if nouns else {}
        return names_said(says, nouns, self.words, self.vocabulary)

    def is_ali(self, i: int) -> bool:
        """Whether a word is the name علي and not على, which are folded alike: in a text that tells them apart."""
        return self._tells_on and self.words.forms[i] == _ALI and self.words.shown(i, i + 1) == _ALI

    # -- nouns

    def kind_at(self, i: int) -> str:
        """What kind of noun for those who speak begins at a word; "" for none."""
        hit = self.source_at.get(i)
        return hit.form.entry.value if hit is not None else ""

    def head(self, at: int) -> str:
        """The noun at a word as later words will call it: one, without its article."""
        form = self.words.forms[at]
        for prefix in ("وال", "فال", "بال", "ال"):
            if form.startswith(prefix) and len(form) > len(prefix) + 2:
                form = form[len(prefix) :]
                break
        else:
            hit = self.source_at.get(at)
            if hit is not None and hit.proclitics:
                form = hit.form.words[0].removeprefix("ال")
        return self.vocabulary.one_with.get(form, form)

    def is_definite(self, hit: Hit) -> bool:
        says = hit.form.says
        return says.definite if says else hit.form.words[0].startswith("ال")

    def is_alone(self, hit: Hit, side: Side) -> bool:
        """Whether a noun stands with its article and nothing else, so that it can only point back."""
        return self.is_definite(hit) and hit.last - hit.first == 1 and side.last == hit.last and not side.kind

    def shown_bare(self, first: int, last: int) -> str:
        """The words without what is written onto the front of them."""
        shown = self.words.shown(first, last)
        hit = self.source_at.get(first) or self.masthead_at.get(first)
        if hit is None or not hit.proclitics or shown[0] not in "وفبل":
            return shown
        written = shown[len(hit.proclitics) :]
        swallowed = hit.proclitics.endswith("ل") and hit.form.words[0].startswith("ال")  # للمركز
        return "ال" + written.removeprefix("ل") if swallowed else written


def _without_pronoun(hit: Hit) -> Hit:
    """The readings that carry no pronoun, where there are such: مصادرنا is a phrase of its own."""
    bare = tuple(f for f in hit.forms if f.says is None or not f.says.pronoun)
    return hit.narrow(bare) if bare else hit
