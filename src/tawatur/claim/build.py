"""Turn a draft that was found to be a claim into the record, each value with its words."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from tawatur.records.claim import Claim, ClaimType, Effect, EffectKind, Said, Stance
from tawatur.records.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.draft import Draft


def find_quote(draft: Draft) -> tuple[int, int]:
    """The words that state the claim: its triggers and as many of its slots as stand near them."""
    if draft.quote is not None:
        return draft.quote
    first, last = draft.first, draft.last
    low, high = draft.around
    words = draft.found.words
    parts: list[tuple[int, int]] = [(h.first, h.last) for h, _ in draft.effects]
    if draft.place is not None:
        parts.append((draft.place.first, draft.place.last))
    roles = {*draft.actors, *draft.targets}
    parts += [(m.first, m.last) for m in draft.found.parties_in(low, high) if m.party in roles]
    for part_first, part_last in parts:
        if low <= part_first and part_last <= high and words.sentence_of[part_first] in draft.sentences:
            first, last = min(first, part_first), max(last, part_last)
    return first, last


def build_claim(draft: Draft, document: str) -> Claim:
    words = draft.found.words
    quote = words.span(*find_quote(draft))
    main = words.span(draft.main.first, draft.main.last)
    return Claim(
        id=_name(document, draft, words.shown(draft.first, draft.last)),
        document=document,
        type=Said(ClaimType(draft.type), main, draft.reason("type")),
        stance=Stance.DENIED if draft.denied else Stance.ASSERTED,
        quote=quote,
        actors=tuple(_said_party(draft, p, "actor") for p in draft.actors),
        targets=tuple(_said_party(draft, p, "target") for p in draft.targets),
        place=_said_place(draft),
        date=_said_date(draft),
        effects=tuple(_build_effects(draft)),
        source=_said_source(draft),
        unresolved=_unresolved(draft),
    )


def _name(document: str, draft: Draft, quoted: str) -> str:
    """The same words in the same document name the same claim, however often it is read."""
    parts = (document, str(draft.found.words.before + draft.first), draft.main.id, quoted)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _said_party(draft: Draft, party: str, role: str) -> Said[str]:
    words = draft.found.words
    mentions = [m for m in draft.found.parties if m.party == party]
    why = draft.reason(f"{role} {party}")
    if mentions:
        near = min(mentions, key=lambda m: abs(m.first - draft.main.first))
        return Said(party, words.span(near.first, near.last), why)
    people = next((h.people for h in draft.harms if h.people), None)
    if people is not None:
        return Said(party, words.span(people.first, people.last), why)
    return Said(party, words.span(draft.main.first, draft.main.last), why)


def _said_place(draft: Draft) -> Any:  # noqa: ANN401
    if draft.place is None:
        return None
    span = draft.found.words.span(draft.place.first, draft.place.last)
    return Said(draft.place.to_place(), span, draft.reason("place"))


def _said_date(draft: Draft) -> Any:  # noqa: ANN401
    if draft.days is None:
        return None
    words = draft.found.words
    mention = draft.date_mention
    span = (
        words.span(mention.first, mention.last) if mention else words.span(draft.main.first, draft.main.last)
    )
    return Said(draft.days, span, draft.reason("date"))


def _said_source(draft: Draft) -> Said[str] | None:
    if draft.source == "outlet":
        return None
    words = draft.found.words
    said = draft.attribution
    span = words.span(said.first, said.last) if said else words.span(draft.main.first, draft.main.last)
    return Said(draft.source, span, draft.reason("source"))


def _build_effects(draft: Draft) -> Iterable[Effect]:
    words = draft.found.words
    seen: set[tuple[str, str, str | None, int | None, int | None]] = set()
    for harm, who in draft.effects:
        key = (harm.kind, who, harm.of, harm.low, harm.high)
        if key in seen:
            continue
        seen.add(key)
        yield Effect(
            kind=EffectKind(harm.kind),
            who=who,
            of=harm.of,
            low=harm.low,
            high=harm.high,
            span=words.span(harm.first, harm.last),
            why=f"{harm.way}; {draft.reason(f'who {harm.at} {harm.first}')}",
        )


def _unresolved(draft: Draft) -> dict[str, str]:
    reasons = {}
    if draft.days is None:
        vague = [m for m in draft.found.dates_in(*draft.sentence_span()) if m.days is None]
        if vague:
            reasons["date"] = vague[0].why
        elif draft.found.published is None:
            reasons["date"] = "the report's own day is not known"
    if draft.place is not None and draft.place.unresolved:
        reasons["place"] = draft.place.unresolved
    return reasons


def build_claim_fields(draft: Draft) -> dict[str, Any]:
    """The claim in the exchange format's terms, spans in characters of the text."""
    first, last = find_quote(draft)
    span = draft.found.words.span(first, last)
    return {
        "type": draft.type,
        "stance": "denied" if draft.denied else "asserted",
        "span": [span.start, span.end],
        "actors": list(draft.actors),
        "targets": list(draft.targets),
        "place": draft.place.as_row() if draft.place else None,
        "date": [draft.days.first.isoformat(), draft.days.last.isoformat()] if draft.days else None,
        "effects": [
            {"kind": e.kind.value, "who": e.who, "of": e.of, "low": e.low, "high": e.high}
            for e in _build_effects(draft)
        ],
        "source": draft.source,
    }


__all__ = ["Span", "build_claim", "build_claim_fields", "find_quote"]
