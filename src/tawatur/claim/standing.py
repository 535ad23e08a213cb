"""How a report tells of its parties: which it names most."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_mentions import PartyMention

_FOREMOST = 3


class Standing:
    """The parties of one report, by how often it names them."""

    def __init__(self, parties: Sequence[PartyMention]) -> None:
        self.parties = parties

    @cached_property
    def foremost(self) -> tuple[str, ...]:
        """The parties that the report names most, of equals the one named first."""
        counts = Counter(m.party for m in self.parties if m.party not in {"civilians", "unknown"})
        return tuple(party for party, _ in counts.most_common(_FOREMOST))

    def of(self, party: str) -> tuple[str, str]:
        """How often a party is named in the report: its rank among them, and its share of the mentions."""
        return self._ranks.get(party, ("none", "0"))

    @cached_property
    def _ranks(self) -> dict[str, tuple[str, str]]:
        counts = Counter(m.party for m in self.parties)
        order = sorted(counts, key=lambda p: -counts[p])  # of equals, the one named first
        total = max(1, len(self.parties))
        return {p: (str(min(rank, 3)), str(4 * counts[p] // total)) for rank, p in enumerate(order)}
