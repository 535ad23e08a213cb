"""Who says so: the attributions that may reach a draft, against the outlet's own voice.

What decides is first where the happening stands to the attribution: in what is said, before a preposition at the
end, in the sentences after; then whether the report goes on in that voice or falls back to its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tawatur.claim.model import bucket
from tawatur.find.speaker_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.find.attribution import Attribution


class SourceChoice(msgspec.Struct, frozen=True, eq=False, gc=False):
    source: str
    attribution: Attribution | None  # None: the outlet's own voice
    features: list[Feature]


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
                [*features, setting.reading(attribution, attribution.source, "main")],
            )
        )
        if attribution.other:
            choices.append(
                SourceChoice(
                    attribution.other,
                    attribution,
                    [*features, setting.reading(attribution, attribution.other, "other")],
                )
            )
    if setting.is_denied:
        return choices
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

    def features(self, a: Attribution) -> list[Feature]:
        relation = self.relation(a)
        covered = self.covered
        far = a not in self.here
        speakers = "" if far else self.speakers
        features: list[Feature] = [
            (_related, relation, covered, a.by, a.say, a.kind, a.way, a.stance, speakers)
        ]
        if not far:
            gap = self.at - max(a.said_at, a.last) if a.verb <= self.at else a.verb - self.at
            near = bucket(gap, (-99, 0, 1, 3, 6, 12, 25))
            features.append((_here, relation, near, self.relative, self._between(a)))
        elif self.words.sentence_of[a.verb] < self.sentence:
            features.append(
                (
                    _before,
                    relation,
                    covered,
                    self.opening,
                    self.quoted,
                    self.paragraph,
                    self._is_bracketed(a),
                    self.draft.main.definite,
                    self.lead_in,
                )
            )
        else:
            in_title = self.draft.first < self.found.title_end
            features.append((_after, relation, covered, a.by, self.sentence <= 1, in_title))
        before = self.draft.before
        features.append(
            (
                _story,
                relation,
                str(self._shares(a)) if far and covered == "none" else "",
                self._part_of(a),
                a.stance,
                "" if before is None else str(before.source == a.source),
            )
        )
        return features

    def reading(self, a: Attribution, source: str, reading: str) -> Feature:
        """Which of two readings of a speaker holds: by its noun, and by whether the report names the party otherwise."""
        named = ""
        if a.other:
            party = a.source if _general(a.source) == "party" else a.other
            if _general(party) == "party":
                named = self.found.standing(party)[0]
        return (_read_as, reading, a.way, a.kind, _general(source), a.noun, named)

    def own_features(self) -> list[Feature]:
        draft, found = self.draft, self.found
        says = draft.main.form.says
        last = self.last
        return [
            (
                _own,
                self.covered,
                draft.type,
                f"{says.part}{says.tense}" if says else "",
                self.opening,
                self.quoted,
                draft.first < found.title_end,
            ),
            (
                _own_place,
                self.covered,
                bucket(self.sentence, (0, 1, 2, 4, 8)),
                found.outlet_party is not None,
                min(len(self.here), 2),
                bucket(len(found.sources), (0, 1, 3, 6, 10)),
                draft.main.definite,
            ),
            (
                _own_story,
                self.covered,
                ""
                if last is None
                else bucket(self.sentence - self.words.sentence_of[last.verb], (0, 1, 2, 3, 5)),
                "" if last is None else last.by,
                "" if draft.before is None else str(draft.before.attribution is None),
                self.lead_in,
            ),
        ]

    # -- parts

    def _between(self, a: Attribution) -> tuple[str, ...]:
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

    def _is_bracketed(self, a: Attribution) -> bool:
        """Whether the same speaker goes on after the sentence."""
        return self.next is not None and self.next.source == a.source

    def _shares(self, a: Attribution) -> int:
        """How many counts of people the sentence of an attribution shares with the draft."""
        begin, end = self.words.sentences[self.words.sentence_of[a.verb]]
        counts = {(h.kind, h.low) for h in self.draft.harms if h.low is not None}
        there = {(h.kind, h.low) for h in self.found.harms_in(begin, end) if h.low is not None}
        return min(len(counts & there), 2)

    def _part_of(self, a: Attribution) -> str:
        """Whether the speaker tells of what it did, or of what it suffered."""
        if a.source in self.draft.actors:
            return "actor"
        return "target" if a.source in self.draft.targets else ""


# -- features that hang on the same values


def _related(
    relation: str, covered: str, by: str, say: str, kind: str, way: str, stance: str, speakers: str
) -> list[str]:
    rel = f"{relation}|{covered}" if relation not in {"in", "closed"} else relation
    return [
        f"rel:{rel}",
        f"rel:{rel}:{by}",
        f"rel:{relation}:{say}",
        f"rel:{relation}:{kind}",
        f"rel:{relation}:{way}",
        f"rel:{relation}:{stance}",
        f"rel:{relation}:{speakers}",
    ]


def _here(relation: str, gap: str, relative: bool, between: tuple[str, ...]) -> list[str]:
    features = [f"btw:{m}:{relation}" for m in between]
    return [*features, f"gap:{relation}:{gap}", f"relative:{relative}:{relation}"]


def _before(
    relation: str,
    covered: str,
    opening: str,
    quoted: bool,
    paragraph: bool,
    bracketed: bool,
    definite: bool,
    lead_in: tuple[str, ...],
) -> list[str]:
    return [
        f"far:{relation}:open:{opening}:{covered}",
        f"far:{relation}:quoted:{quoted}:{covered}",
        f"far:{relation}:par:{paragraph}:{covered}",
        f"far:{relation}:bracket:{bracketed}:{covered}",
        f"far:{relation}:def:{definite}:{covered}",
        *(f"far:cue:{m}:{covered}" for m in lead_in),
    ]


def _after(relation: str, covered: str, by: str, lead: bool, in_title: bool) -> list[str]:
    return [
        f"fore:{relation}:lead:{lead}:{covered}",
        f"fore:{relation}:title:{in_title}:{covered}",
        f"fore:{relation}:by:{by}:{covered}",
    ]


def _story(relation: str, shared: str, part: str, stance: str, as_before: str) -> list[str]:
    features = [f"shares:{shared}:{relation}"] if shared else []
    if part:
        features += (f"self:{part}:{relation}", f"self:{part}:{stance}")
    if as_before:
        features.append(f"as before:{as_before}:{relation}")
    return features


def _read_as(reading: str, way: str, kind: str, general: str, noun: str, named: str) -> list[str]:
    features = [
        f"reading:{reading}:{way}:{kind}:{general}",
        f"reading:{reading}:{way}:{general}",
        f"reading:{reading}:{noun}:{way}",
        f"source:{general}",
    ]
    return [*features, f"reading:{reading}:{way}:named:{named}"] if named else features


def _own(
    covered: str,
    type_: str,
    tense: str,
    opening: str,
    quoted: bool,
    in_title: bool,
) -> list[str]:
    return [
        "own",
        f"own:{covered}",
        f"own:{covered}:type:{type_}",
        f"own:{covered}:tense:{tense}",
        f"own:{covered}:open:{opening}",
        f"own:{covered}:quoted:{quoted}",
        f"own:{covered}:title:{in_title}",
    ]


def _own_place(
    covered: str,
    sentence: str,
    party: bool,
    here: int,
    in_report: str,
    definite: bool,
) -> list[str]:
    return [
        f"own:{covered}:sentence:{sentence}",
        f"own:{covered}:party:{party}",
        f"own:{covered}:here:{here}",
        f"own:{covered}:in report:{in_report}",
        f"own:{covered}:def:{definite}",
    ]


def _own_story(covered: str, last: str, last_by: str, as_before: str, lead_in: tuple[str, ...]) -> list[str]:
    features = [f"own:{covered}:cue:{m}" for m in lead_in]
    if last:
        features += (f"own:{covered}:last:{last}", f"own:{covered}:last by:{last_by}")
    if as_before:
        features.append(f"own:{covered}:as before:{as_before}")
    return features


def _general(source: str) -> str:
    kind = source.partition(":")[0]
    return kind if ":" in source or source in _KINDS else "party"
