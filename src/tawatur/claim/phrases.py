"""The phrase that each party's name stands in: its head noun, and what governs it.

`على مواقع عسكرية للحوثيين` names the Houthis; what على governs is their positions. Who acts and who
suffers is told by the phrase (its head, its preposition, its place among the bare phrases after a verb),
and by the phrase it is joined to with و.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from tawatur.find.party_nations import over_name
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.quantities import Quantity
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


class Phrase(msgspec.Struct, frozen=True, eq=False, gc=False):
    """The noun phrase around a mention, which begins at the word `first`."""

    mention: PartyMention
    first: int
    head: str  # the class of its head noun ("object.military", "weapon.air"); "" for the name alone
    governor: str  # the preposition before it; "" for none
    joined: bool  # goes on with و from the phrase before
    carrier: str  # the verb of carrying out, or of being carried out by, right before it


class _Noun(msgspec.Struct, frozen=True, eq=False, gc=False):
    first: int
    head: str
    proclitics: str


_STEPS = 5  # nouns and adjectives between a name and the head of its phrase
_HEAD_LAYERS = ("head", "object", "weapon", "people", "source")
_JOIN_REACH = 3
_TELLING = frozenset({"act", "effect"})


def find_phrases(
    parties: Sequence[PartyMention], hits: Sequence[Hit], quantities: Sequence[Quantity], words: Words
) -> list[Phrase]:
    """A phrase for each mention, in the same order."""
    reader = _Reader(hits, quantities, words)
    phrases: list[Phrase] = []
    for mention in parties:
        phrases.append(reader.read(mention, phrases[-1] if phrases else None))
    return phrases


class _Reader:
    def __init__(self, hits: Sequence[Hit], quantities: Sequence[Quantity], words: Words) -> None:
        self.words = words
        self.governors = load_vocabulary().governors
        self.by_last: dict[int, Hit] = {}
        for layer in reversed(_HEAD_LAYERS):
            self.by_last.update({h.last: h for h in hits if h.layer == layer})
        self.by_first: dict[int, Hit] = {}
        for layer in reversed(_HEAD_LAYERS[:3]):
            self.by_first.update({h.first: h for h in hits if h.layer == layer})
        self.numbers = {q.last: q for q in quantities}
        self.named: set[int] = set()  # words of the names already read: no phrase reaches over them
        self.carriers = _find_carriers(hits)
        self.verbs = {h.last for h in hits if h.layer in _TELLING and h.form.is_verb}
        self.verbs.update(self.carriers)
        self.by = {h.last: h for h in hits if h.layer == "cue" and h.form.entry.value == "by"}

    def read(self, mention: PartyMention, before: Phrase | None) -> Phrase:
        first, head, governor, joined = self._climb(mention)
        self.named.update(range(mention.first, mention.last))
        if joined and before is not None and self._is_next(before, first):
            return replace(before, mention=mention, first=first, head=head or before.head, joined=True)
        by = self.by.get(first)
        if by is not None:
            governor = "by"
        return Phrase(mention, first, head, governor, joined, self.carriers.get(first, ""))

    def _climb(self, mention: PartyMention) -> tuple[int, str, str, bool]:
        """Walk left from a name to the head of its phrase: where that begins, its class, its governor, its و."""
        at, head = mention.first, self._inner_head(mention)
        joined = mention.proclitics.startswith("و")
        if not mention.proclitics and at and self.words.forms[at - 1] == "و" and self._is_close(at):
            return at - 1, head, "", True  # الجيش و حلفاؤه
        proclitic = mention.proclitics.lstrip("وف")
        noun = self._noun_before(over_name(self.words, at) if mention.by == "nation" else at)
        if joined or (proclitic and (proclitic != "ل" or noun is None)):
            return at, head, proclitic, joined
        for _ in range(_STEPS):
            if noun is None or _acts_upon(noun, head):
                break
            at = noun.first
            head = noun.head or head
            proclitic = noun.proclitics.lstrip("وف")
            if noun.proclitics:
                return at, head, proclitic, noun.proclitics.startswith("و")
            noun = self._noun_before(at)
        return at, head, self._preposition(at), False

    def _inner_head(self, mention: PartyMention) -> str:
        """The head inside a name of several words: طيران in طيران التحالف."""
        hit = self.by_first.get(mention.first)
        return _class(hit) if hit is not None and hit.last < mention.last else ""

    def _noun_before(self, at: int) -> _Noun | None:
        """The noun that ends right before a word, or an adjective or من further off."""
        for back in (0, 1, 2):
            last = at - back
            if last <= 0 or not self._is_close(last) or last - 1 in self.named:
                return None
            hit = self.by_last.get(last)
            if hit is not None:
                # A noun with the article is no head of what follows without one (بالمدفعية | مواقع).
                if back == 0 and self._is_whole(hit, at):
                    return None  # هاجم مسلحون | مقر
                if back == 0 and self._is_definite(hit) and not self.words.forms[at].startswith(("ال", "لل")):
                    return None
                return _Noun(hit.first, _class(hit), hit.proclitics)
            number = self.numbers.get(last)
            if number is not None:
                return _Noun(number.first, "", "")
            previous = self.words.forms[last - 1]
            if last in self.verbs:
                return None  # منزل قصفته | طائرات
            if previous != "من" and (previous in self.governors or not _may_be_adjective(previous)):
                return None
        return None

    def _is_whole(self, hit: Hit, at: int) -> bool:
        """Whether a plural keeps its ون, as none does that heads what follows; an adjective behind it has one too."""
        forms = self.words.forms
        return forms[hit.last - 1].endswith("ون") and not forms[at].endswith(("ون", "ين"))

    def _is_definite(self, hit: Hit) -> bool:
        return self.words.forms[hit.last - 1].lstrip("وفبك").startswith(("ال", "لل"))

    def _is_close(self, at: int) -> bool:
        gap = self.words.gaps[at]
        return gap == " " or gap.strip(" \"“”«»'()#_") == ""

    def _preposition(self, at: int) -> str:
        if at == 0 or not self._is_close(at):
            return ""
        form = self.words.forms[at - 1]
        if form in self.governors:
            return form
        return form[1:] if form[:1] in "وف" and form[1:] in self.governors else ""

    def _is_next(self, before: Phrase, first: int) -> bool:
        gap = first - before.mention.last
        return (
            0 <= gap <= _JOIN_REACH
            and self.words.sentence_of[before.mention.first] == self.words.sentence_of[first]
        )


def _class(hit: Hit) -> str:
    return f"{hit.layer}.{hit.form.entry.value}"


def _acts_upon(noun: _Noun, head: str) -> bool:
    """Whether arms before a thing are what hits it, and no part of its name: `استهدفت طائرة مسيرة | نقطة للجيش`."""
    return noun.head.startswith("weapon.") and head.startswith("object.")


def _may_be_adjective(form: str) -> bool:
    return form.startswith("ال") or (len(form) > 3 and form.endswith(("ي", "ين", "ون", "ه")))


def _find_carriers(hits: Sequence[Hit]) -> dict[int, str]:
    carriers = {}
    for hit in hits:
        if hit.layer == "cue" and hit.form.entry.value == "perform":
            says = hit.form.says
            object_ = ":o" if says and says.pronoun else ""
            carriers[hit.last] = f"perform{object_}" if hit.form.is_verb else "performing"
    return carriers
