"""Who says so: the attributions that reach a draft, against the outlet's own voice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.model import bucket

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.sources import Attribution


class SourceChoice(NamedTuple):
    source: str
    attribution: Attribution | None  # None: the outlet's own voice
    features: list[str]


_SENTENCES_BACK = 4
_SENTENCES_AHEAD = 2


def source_choices(draft: Draft) -> list[SourceChoice]:
    found = draft.found
    words = found.words
    here = [a for a in found.sources if words.sentence_of[a.verb] in draft.sentences]
    near = [
        a
        for a in found.sources
        if draft.sentences[0] - _SENTENCES_BACK <= words.sentence_of[a.verb] <= draft.sentences[-1] + _SENTENCES_AHEAD
    ]
    choices = [SourceChoice(a.source, a, _features(draft, a, here)) for a in near]
    last = [a for a in found.sources if a.verb < draft.first]
    own = [
        "own",
        f"own:here:{min(len(here), 2)}",
        f"own:tense:{draft.main.form.says.tense if draft.main.form.says else ''}",
        f"own:type:{draft.type}",
        f"own:first:{draft.sentences[0] == 0}",
        f"own:title:{draft.first < found.title_end}",
        f"own:quoted:{_is_quoted(draft)}",
        f"own:outlet:{found.outlet_party}",
    ]
    if last:
        own.append(f"own:last:{bucket(draft.sentences[0] - words.sentence_of[last[-1].verb], (0, 1, 2, 3, 5))}")
        own.append(f"own:last by:{last[-1].by}")
    own += (f"own:mark:{m}" for m in found.marks_between(draft.sentence_span()[0], draft.first) if m[0] == "c")
    return [*choices, SourceChoice(found.outlet_party or "outlet", None, own)]


def _features(draft: Draft, attribution: Attribution, here: list[Attribution]) -> list[str]:
    found = draft.found
    words = found.words
    sentence = words.sentence_of[attribution.verb]
    kind = attribution.source.partition(":")[0]
    general = kind if ":" in attribution.source or kind in _KINDS else "party"
    side = "before" if attribution.verb < draft.first else "after"
    apart = 0 if sentence in draft.sentences else sentence - draft.sentences[0]
    features = [
        f"source:{general}",
        f"by:{attribution.by}:{apart}",
        f"apart:{apart}:{side}:{min(len(here), 2)}",
        f"stance:{attribution.stance}:{apart}",
        f"{general}:{attribution.by}:{apart}",
    ]
    if apart == 0:
        gap = draft.first - attribution.last if side == "before" else attribution.first - draft.last
        between = (
            found.marks_between(attribution.last, draft.first)
            if side == "before"
            else found.marks_between(draft.last, attribution.first)
        )
        others = sum(1 for a in here if abs(a.verb - draft.first) < abs(attribution.verb - draft.first))
        features += (
            f"gap:{side}:{bucket(gap, (0, 1, 3, 6, 12, 25))}:{attribution.by}",
            f"rank:{min(others, 2)}:{side}",
            f"in reach:{attribution.reach_first <= draft.first < attribution.reach_last}:{side}",
            f"verb:{_verb(draft, attribution)}:{side}",
        )
        features += (f"btw:{m}:{side}:{attribution.by}" for m in between)
        features.append(f"colon:{':' in words.gaps[draft.first]}:{side}")
        actors = {m.party for m in found.parties_in(*draft.around)}
        features.append(f"also party:{attribution.source in actors}:{side}:{attribution.by}")
    else:
        features += (
            f"far:{side}:{apart}:{general}",
            f"quoted:{_is_quoted(draft)}:{side}",
            f"here:{bool(here)}:{side}",
            f"meanwhile:{'cmeanwhile' in found.marks_between(draft.sentence_span()[0], draft.first)}:{side}",
            f"background:{'cbackground' in found.marks_between(draft.sentence_span()[0], draft.first)}:{side}",
            f"paragraph:{_same_paragraph(draft, attribution)}:{side}:{apart}",
            f"lead:{draft.sentences[0] <= 1}:{side}",
        )
    if draft.before is not None and draft.before.source == attribution.source:
        features.append(f"as before:{apart}:{bool(here)}")
    return features


_KINDS = frozenset({"local_sources", "activists", "witnesses", "medics", "officials", "outlet"})


def _verb(draft: Draft, attribution: Attribution) -> str:
    hit = next((h for h in draft.found.hits_of("say") if h.first == attribution.verb), None)
    return hit.form.entry.id if hit else ""


def _is_quoted(draft: Draft) -> bool:
    return any(first <= draft.main.first < last for first, last in draft.found.words.quotes)


def _same_paragraph(draft: Draft, attribution: Attribution) -> bool:
    words = draft.found.words
    low, high = sorted((attribution.verb, draft.first))
    return not any("\n" in words.gaps[i] for i in range(low + 1, high + 1))
