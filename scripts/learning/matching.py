"""Which draft tells which gold claim, and whether what is read agrees with gold."""

from __future__ import annotations

from learning.documents import Row
from tawatur.claim.draft import Draft
from tawatur.claim.types import suggest_type
from tawatur.gazetteer.distance import km_between
from tawatur.score.spelling import is_one_name, party


def align(drafts: list[Draft], gold: list[Row]) -> dict[int, int]:
    """Index of draft → index of the gold claim it tells, best pairs first."""
    ranked = []
    for i, draft in enumerate(drafts):
        for j, claim in enumerate(gold):
            if (likeness := _likeness(draft, claim)) >= 0.35:
                ranked.append((likeness, -i, -j))
    pairs: dict[int, int] = {}
    taken = set()
    for _, i, j in sorted(ranked, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


_NEAR = [
    {"airstrike", "drone_strike", "shelling", "chemical_attack"},
    {"bombing", "suicide_attack", "landmine", "other"},
    {"armed_clash", "territory_change", "suicide_attack", "bombing"},
    {"killing", "execution", "shelling", "armed_clash"},
    {"abduction", "arrest", "surrender", "release"},
    {"negotiation", "release", "surrender"},
    {"toll", "armed_clash", "airstrike", "shelling", "killing"},
]


def _likeness(draft: Draft, claim: Row) -> float:
    first, last = claim["words"]
    inside = sum(first <= t.first < last for t in draft.triggers)
    if not inside:
        return 0.0
    type_ = draft.type or suggest_type(draft)
    same: bool = type_ == claim["type"]
    near = same or any(type_ in n and claim["type"] in n for n in _NEAR)
    cover = inside / len(draft.triggers)
    harms = {(h.kind, h.low, h.high) for h in draft.harms}
    effects = {(e["kind"], e["low"], e["high"]) for e in claim["effects"]}
    shared = 2 * len(harms & effects) / (len(harms) + len(effects)) if harms or effects else 0.5
    return float(0.3 * same + 0.1 * near + 0.35 * cover + 0.25 * shared)


def place_agrees(gold: Row | None, predicted: Row | None) -> bool:
    """As the score has it: the same name, one within the other, or 5 km apart at most."""
    if not gold or not predicted:
        return False
    if is_one_name(gold["name"], predicted["name"]):
        return True
    here, there = ((row.get("lat"), row.get("lon")) for row in (gold, predicted))
    return None not in {*here, *there} and km_between(here, there) <= 5  # type: ignore[arg-type]


def same_source(a: str, b: str) -> bool:
    p, q = party(a), party(b)
    if p == q:
        return True
    return (
        ":" in p
        and ":" in q
        and p.split(":")[0] == q.split(":")[0]
        and is_one_name(p.split(":", 1)[1], q.split(":", 1)[1])
    )
