"""Who says so: the attributions that may reach a draft, against the outlet's own voice.

What decides is first where the happening stands to the attribution: in what is said, before a preposition at the
end, in the sentences after; then whether the report goes on in that voice or falls back to its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from tawatur.claim.model import Buckets
from tawatur.claim.source_features import (
    say_after,
    say_before,
    say_here,
    say_own,
    say_own_place,
    say_own_story,
    say_read_as,
    say_related,
    say_story,
)
from tawatur.claim.source_setting import Setting

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.find.attribution import Attribution

_KINDS = frozenset({"local_sources", "activists", "witnesses", "medics", "officials", "outlet"})
_GAPS = Buckets(-99, 0, 1, 3, 6, 12, 25)  # words to what an attribution says; below nought inside its speaker
_SENTENCES = Buckets(0, 1, 2, 4, 8)
_SINCE = Buckets(0, 1, 2, 3, 5)  # sentences
_SOURCES = Buckets(0, 1, 3, 6, 10)


class SourceChoice(msgspec.Struct, frozen=True, eq=False, gc=False):
    """One who may say so, with what speaks for it."""

    source: str
    attribution: Attribution | None  # None: the outlet's own voice
    features: list[Feature]


def source_choices(draft: Draft) -> list[SourceChoice]:
    """Every attribution near the draft, once for each reading of its speaker, and the outlet's own voice."""
    setting = Setting(draft)
    choices = []
    for attribution in setting.near:
        features = _features(setting, attribution)
        choices.append(
            SourceChoice(
                attribution.source,
                attribution,
                [*features, _reading(setting, attribution, attribution.source, "main")],
            )
        )
        if attribution.other:
            choices.append(
                SourceChoice(
                    attribution.other,
                    attribution,
                    [*features, _reading(setting, attribution, attribution.other, "other")],
                )
            )
    if setting.is_denied or setting.is_headed:
        return choices
    own = draft.found.outlet_party or "outlet"
    return [*choices, SourceChoice(own, None, _own_features(setting))]


def _features(setting: Setting, a: Attribution) -> list[Feature]:
    """What tells whether a happening is told in the voice of an attribution, whichever reading of its speaker holds."""
    relation = setting.relation(a)
    covered = setting.covered
    far = a not in setting.here
    speakers = "" if far else setting.speakers
    features: list[Feature] = [
        (say_related, relation, covered, a.by, a.say, a.kind, a.way, a.stance, speakers)
    ]
    if not far:
        gap = setting.at - max(a.said_at, a.last) if a.verb <= setting.at else a.verb - setting.at
        near = _GAPS[gap]
        features.append((say_here, relation, near, setting.relative, setting.between(a)))
    elif setting.words.sentence_of[a.verb] < setting.sentence:
        features.append(
            (
                say_before,
                relation,
                covered,
                setting.opening,
                setting.quoted,
                setting.paragraph,
                setting.is_bracketed(a),
                setting.draft.main.definite,
                setting.lead_in,
            )
        )
    else:
        in_title = setting.draft.first < setting.found.title_end
        features.append((say_after, relation, covered, a.by, setting.sentence <= 1, in_title))
    before = setting.draft.before
    features.append(
        (
            say_story,
            relation,
            str(setting.shares(a)) if far and covered == "none" else "",
            setting.part_of(a),
            a.stance,
            "" if before is None else str(before.source == a.source),
        )
    )
    return features


def _reading(setting: Setting, a: Attribution, source: str, reading: str) -> Feature:
    """Which of two readings of a speaker holds: by its noun, and by whether the report names the party otherwise."""
    named = ""
    if a.other:
        party = a.source if _general(a.source) == "party" else a.other
        if _general(party) == "party":
            named = setting.found.standing(party)[0]
    return (say_read_as, reading, a.way, a.kind, _general(source), a.noun, named)


def _own_features(setting: Setting) -> list[Feature]:
    """What tells whether the outlet tells it in its own voice."""
    draft, found = setting.draft, setting.found
    says = draft.main.form.says
    last = setting.last
    return [
        (
            say_own,
            setting.covered,
            draft.type,
            f"{says.part}{says.tense}" if says else "",
            setting.opening,
            setting.quoted,
            draft.first < found.title_end,
        ),
        (
            say_own_place,
            setting.covered,
            _SENTENCES[setting.sentence],
            found.outlet_party is not None,
            min(len(setting.here), 2),
            _SOURCES[len(found.sources)],
            draft.main.definite,
        ),
        (
            say_own_story,
            setting.covered,
            "" if last is None else _SINCE[setting.sentence - setting.words.sentence_of[last.verb]],
            "" if last is None else last.by,
            "" if draft.before is None else str(draft.before.attribution is None),
            setting.lead_in,
        ),
    ]


def _general(source: str) -> str:
    """The kind of a source; of parties, that it is one and not which."""
    kind = source.partition(":")[0]
    return kind if ":" in source or source in _KINDS else "party"
