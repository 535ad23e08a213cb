"""One draft among the attributions around it: where the happening stands to each, and who held the word last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.speaker_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.attribution import Attribution

_SENTENCES_BACK = 4  # how far a speaker's voice may carry
_SENTENCES_AHEAD = 2  # and how far behind its words a speaker may be named


class Setting:
    """One draft, the attributions that may reach it, and what is the same whichever of them is asked about."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.found = draft.found
        self.words = words = self.found.words
        first, last = draft.sentences[0], draft.sentences[-1]
        of = words.sentence_of
        begin = words.sentences[max(0, first - _SENTENCES_BACK)][0]
        end = words.sentences[min(len(words.sentences) - 1, last + _SENTENCES_AHEAD)][1]
        self.near = self.found.sources_in(begin, end)
        self.at = draft.main.first
        self.sentence = of[self.at]
        self.here = [a for a in self.near if of[a.verb] == self.sentence]
        said = [a for a in self.here if a.by != "according" or a.said_at > a.verb]
        holding = [a for a in said if a.said_at <= self.at < a.reach_last or a.verb == self.at]
        self.holder = max(holding, key=lambda a: a.said_at, default=None)
        if self.holder is None:  # the happening begins before the verb and is told behind it
            partly = [a for a in said if any(a.said_at <= t.first < a.reach_last for t in draft.triggers)]
            self.holder = min(partly, key=lambda a: a.said_at, default=None)
        behind = [a for a in self.here if a.by in {"according", "relative"} and a.verb > self.at]
        self.closer = min(behind, key=lambda a: a.verb, default=None)
        is_free = self.holder is None and self.closer is None
        self.heading = heading = self.found.heading_of(self.at) if is_free else None
        if heading is not None:
            self.holder = heading
            self.here = [*self.here, heading]
            self.near = [*self.near, heading]
        before = [a for a in self.near if of[a.verb] < self.sentence]
        self.last = before[-1] if before else None
        after = [a for a in self.near if of[a.verb] > self.sentence]
        self.next = after[0] if after else None
        self.quoted = self.found.is_quoted(self.at)
        begin = words.sentences[self.sentence][0]
        marks = self.found.marks_between(begin, max(begin + 1, self.at))
        self.lead_in = tuple(m for m in marks if m[0] == "c")
        self.speakers = str(len({a.source for a in self.here}))
        self.opening = self._opening(begin)
        self.relative = self.at > 0 and words.forms[self.at - 1] in load_vocabulary().which_noun
        self.paragraph = "\n" in words.gaps[begin]
        self.covered = "in" if self.holder else "closed" if self.closer else "none"

    @property
    def is_denied(self) -> bool:
        """Whether the happening is what a speaker denies (نفى الجيش إصابة جندي): then no outlet asserts it."""
        holder = self.holder
        return (
            holder is not None
            and holder.stance == "denies"
            and holder.said_at <= self.at
            and not self.relative
        )

    @property
    def is_headed(self) -> bool:
        """Whether a speaker before a colon says it (`المكتب الطبي: وصول جثمانين`): then no outlet asserts it."""
        holder = self.holder
        return holder is not None and (
            holder is self.heading or (holder.by == "colon" and holder.kind != "party")
        )

    def relation(self, a: Attribution) -> str:
        """Where the happening stands to an attribution."""
        if a in self.here:
            if a is self.holder:
                return "in"
            if a is self.closer:
                return "closed"
            if a.verb <= self.at < max(a.said_at, a.last):
                return "inside"
            if a.said_at <= self.at and a.by != "according":
                return "in outer"
            return "after" if a.verb > self.at else "before"
        apart = self.words.sentence_of[a.verb] - self.sentence
        if apart < 0:
            nearest = "last" if a is self.last else "earlier"
            if a.reach_last > self.at:
                return f"quote {nearest}"
            return f"{nearest} {min(-apart, 3)}"
        return f"next {apart}" if a is self.next else f"later {apart}"

    def between(self, a: Attribution) -> tuple[str, ...]:
        """The marks on the way from an attribution to the happening, or back."""
        if a.verb <= self.at:
            return self.found.marks_between(max(a.said_at, a.last), self.at)
        return self.found.marks_between(self.draft.main.last, a.verb)

    def _opening(self, begin: int) -> str:
        """How the sentence begins: with a verb joined by و, with وكان, with a noun."""
        form = self.words.forms[begin]
        vocabulary = load_vocabulary()
        if form in vocabulary.was:
            return "was"
        trigger = self.draft.main if self.at == begin else None
        if trigger is not None:
            says = trigger.form.says
            return f"{'و' if form.startswith('و') else ''}{says.part if says else ''}{says.tense if says else ''}"
        if form in vocabulary.openings:
            return form
        return "و" if form.startswith("و") else "other"

    def is_bracketed(self, a: Attribution) -> bool:
        """Whether the same speaker goes on after the sentence."""
        return self.next is not None and self.next.source == a.source

    def shares(self, a: Attribution) -> int:
        """How many counts of people the sentence of an attribution shares with the draft."""
        begin, end = self.words.sentences[self.words.sentence_of[a.verb]]
        counts = {(h.kind, h.low) for h in self.draft.harms if h.low is not None}
        there = {(h.kind, h.low) for h in self.found.harms_in(begin, end) if h.low is not None}
        return min(len(counts & there), 2)

    def part_of(self, a: Attribution) -> str:
        """Whether the speaker tells of what it did, or of what it suffered."""
        if a.source in self.draft.actors:
            return "actor"
        return "target" if a.source in self.draft.targets else ""
