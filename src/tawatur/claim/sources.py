"""Who says so: the attributions that may reach a draft, against the outlet's own voice.

What decides is first where the happening stands to the attribution: in what is said, before a preposition at the
end, in the sentences after; then whether the report goes on in that voice or falls back to its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.model import bucket

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.attribution import Attribution


class SourceChoice(NamedTuple):
    source: str
    attribution: Attribution | None  # None: the outlet's own voice
    features: list[str]


_SENTENCES_BACK = 4
_SENTENCES_AHEAD = 2
_KINDS = frozenset({"local_sources", "activists", "witnesses", "medics", "officials", "outlet"})


def source_choices(draft: Draft) -> list[SourceChoice]:
    """Every attribution near the draft, once for each reading of its speaker, and the outlet's own voice."""
    setting = _Setting(draft)
    choices = []
    for attribution in setting.near:
        features = setting.features(attribution)
        choices.append(
            SourceChoice(
                attribution.source,
                attribution,
                [*features, *setting.reading(attribution, attribution.source, "main")],
            )
        )
        if attribution.other:
            choices.append(
                SourceChoice(
                    attribution.other,
                    attribution,
                    [*features, *setting.reading(attribution, attribution.other, "other")],
                )
            )
    own = draft.found.outlet_party or "outlet"
    return [*choices, SourceChoice(own, None, setting.own_features())]


class _Setting:
    """One draft among the attributions around it."""

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
        before = [a for a in self.near if of[a.verb] < self.sentence]
        self.last = before[-1] if before else None
        after = [a for a in self.near if of[a.verb] > self.sentence]
        self.next = after[0] if after else None
        self.quoted = self.found.is_quoted(self.at)
        begin = words.sentences[self.sentence][0]
        self.lead_in = [m for m in self.found.marks_between(begin, max(begin + 1, self.at)) if m[0] == "c"]
        self.opening = self._opening(begin)
        self.relative = self.at > 0 and words.forms[self.at - 1] in {"الذي", "التي", "الذين"}
        self.paragraph = "\n" in words.gaps[begin]
        self.covered = "in" if self.holder else "closed" if self.closer else "none"

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

    def features(self, a: Attribution) -> list[str]:
        words = self.words
        relation = self.relation(a)
        far = a not in self.here
        rel = f"{relation}|{self.covered}" if relation not in {"in", "closed"} else relation
        features = [
            f"rel:{rel}",
            f"rel:{rel}:{a.by}",
            f"rel:{relation}:{a.say}",
            f"rel:{relation}:{a.kind}",
            f"rel:{relation}:{a.way}",
            f"rel:{relation}:{a.stance}",
            f"rel:{relation}:{len({b.source for b in self.here}) if not far else ''}",
        ]
        if not far:
            between = self._between(a)
            features += (f"btw:{m}:{relation}" for m in between)
            gap = self.at - max(a.said_at, a.last) if a.verb <= self.at else a.verb - self.at
            features.append(f"gap:{relation}:{bucket(gap, (-99, 0, 1, 3, 6, 12, 25))}")
            features.append(f"relative:{self.relative}:{relation}")
        elif words.sentence_of[a.verb] < self.sentence:
            features += (
                f"far:{relation}:open:{self.opening}:{self.covered}",
                f"far:{relation}:quoted:{self.quoted}:{self.covered}",
                f"far:{relation}:par:{self.paragraph}:{self.covered}",
                f"far:{relation}:bracket:{self._is_bracketed(a)}:{self.covered}",
                f"far:{relation}:def:{self.draft.main.definite}:{self.covered}",
            )
            features += (f"far:cue:{m}:{self.covered}" for m in self.lead_in)
        else:
            features += (
                f"fore:{relation}:lead:{self.sentence <= 1}:{self.covered}",
                f"fore:{relation}:title:{self.draft.first < self.found.title_end}:{self.covered}",
                f"fore:{relation}:by:{a.by}:{self.covered}",
            )
        if far and self.covered == "none":
            shared = self._shares(a)
            features.append(f"shares:{shared}:{relation}")
        features += self._involved(a, relation)
        before = self.draft.before
        if before is not None:
            features.append(f"as before:{before.source == a.source}:{relation}")
        return features

    def reading(self, a: Attribution, source: str, reading: str) -> list[str]:
        """Which of two readings of a speaker holds: by its noun, and by whether the report names the party otherwise."""
        kind = _general(source)
        features = [
            f"reading:{reading}:{a.way}:{a.kind}:{kind}",
            f"reading:{reading}:{a.way}:{kind}",
            f"reading:{reading}:{a.noun}:{a.way}",
            f"source:{kind}",
        ]
        if a.other:
            party = a.source if _general(a.source) == "party" else a.other
            if _general(party) == "party":
                features.append(f"reading:{reading}:{a.way}:named:{self.found.standing(party)[0]}")
        return features

    def own_features(self) -> list[str]:
        draft = self.draft
        says = draft.main.form.says
        tense = f"{says.part}{says.tense}" if says else ""
        features = [
            "own",
            f"own:{self.covered}",
            f"own:{self.covered}:type:{draft.type}",
            f"own:{self.covered}:tense:{tense}",
            f"own:{self.covered}:open:{self.opening}",
            f"own:{self.covered}:quoted:{self.quoted}",
            f"own:{self.covered}:title:{draft.first < self.found.title_end}",
            f"own:{self.covered}:sentence:{bucket(self.sentence, (0, 1, 2, 4, 8))}",
            f"own:{self.covered}:party:{self.found.outlet_party is not None}",
            f"own:{self.covered}:here:{min(len(self.here), 2)}",
            f"own:{self.covered}:in report:{bucket(len(self.found.sources), (0, 1, 3, 6, 10))}",
            f"own:{self.covered}:def:{draft.main.definite}",
        ]
        if self.last is not None:
            apart = self.sentence - self.words.sentence_of[self.last.verb]
            features.append(f"own:{self.covered}:last:{bucket(apart, (0, 1, 2, 3, 5))}")
            features.append(f"own:{self.covered}:last by:{self.last.by}")
        if draft.before is not None:
            features.append(f"own:{self.covered}:as before:{draft.before.attribution is None}")
        features += (f"own:{self.covered}:cue:{m}" for m in self.lead_in)
        return features

    # -- parts

    def _between(self, a: Attribution) -> list[str]:
        if a.verb <= self.at:
            return self.found.marks_between(max(a.said_at, a.last), self.at)
        return self.found.marks_between(self.draft.main.last, a.verb)

    def _opening(self, begin: int) -> str:
        """How the sentence begins: with a verb joined by و, with وكان, with a noun."""
        form = self.words.forms[begin]
        if form in {"وكان", "وكانت", "وكانوا", "كان", "كانت"}:
            return "was"
        trigger = self.draft.main if self.at == begin else None
        if trigger is not None:
            says = trigger.form.says
            return f"{'و' if form.startswith('و') else ''}{says.part if says else ''}{says.tense if says else ''}"
        if form in {"كما", "فيما", "بينما", "وفي", "في", "ومن", "من", "هذا", "وهذا", "ياتي", "وياتي"}:
            return form
        return "و" if form.startswith("و") else "other"

    def _is_bracketed(self, a: Attribution) -> bool:
        """Whether the same speaker goes on after the sentence."""
        return self.next is not None and self.next.source == a.source

    def _shares(self, a: Attribution) -> int:
        """How many counts of people the sentence of an attribution shares with the draft."""
        begin, end = self.words.sentences[self.words.sentence_of[a.verb]]
        counts = {(h.kind, h.low) for h in self.draft.harms if h.low is not None}
        there = {(h.kind, h.low) for h in self.found.harms_in(begin, end) if h.low is not None}
        return min(len(counts & there), 2)

    def _involved(self, a: Attribution, relation: str) -> list[str]:
        """Whether the speaker tells of what it did, or of what it suffered."""
        source = a.source
        if source in self.draft.actors:
            return [f"self:actor:{relation}", f"self:actor:{a.stance}"]
        if source in self.draft.targets:
            return [f"self:target:{relation}", f"self:target:{a.stance}"]
        return []


def _general(source: str) -> str:
    kind = source.partition(":")[0]
    return kind if ":" in source or source in _KINDS else "party"
