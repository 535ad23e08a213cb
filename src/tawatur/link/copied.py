"""Which claims of an incident only repeat another's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from tawatur.link.copies import Report, agree_on_passages
from tawatur.records import Claim, Copied, CopyOf


def find_copied(claims: Sequence[Claim], reports: Mapping[str, Report]) -> tuple[Copied, ...]:
    """Each claim that stands in words taken over, with the claim of the likely original, in the order of their ids."""
    of_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.id):
        if claim.document in reports:
            of_report[claim.document].append(claim)
    ordered = sorted(of_report, key=lambda key: reports[key].order)
    found: dict[str, Copied] = {}
    for original, copy in combinations(ordered, 2):  # the earliest original of a copy comes first
        if all(claim.id in found for claim in of_report[copy]):
            continue
        for passage in agree_on_passages(reports[original], reports[copy]):
            for claim in of_report[copy]:
                if claim.id not in found and passage.span.meets(claim.quote):
                    stated = _stated(claim, of_report[original], passage)
                    if stated is not None:
                        found[claim.id] = Copied(claim=claim.id, of=stated.id, why=passage.why)
    return tuple(found[key] for key in sorted(found))


def _stated(claim: Claim, claims: Sequence[Claim], passage: CopyOf) -> Claim | None:
    """The original's claim that the same words state: of one stance, and nearest by its place in the passage."""
    into = claim.quote.start - passage.span.start
    near = [
        (abs(other.quote.start - passage.of.start - into), other.id, other)
        for other in claims
        if passage.of.meets(other.quote) and other.stance is claim.stance
    ]
    return min(near)[2] if near else None
