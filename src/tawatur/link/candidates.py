"""Find the pairs of claims that are worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tawatur.link.blocks import looking_keys, standing_keys
from tawatur.link.telling import Telling


def find_candidates(tellings: Mapping[str, Telling]) -> Iterator[tuple[str, str]]:
    """Pairs of ids, the smaller first, each once, in an order that is that of the ids alone."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(tellings):
        telling = tellings[id_]
        for other in sorted({other for key in looking_keys(telling) for other in blocks.get(key, ())}):
            yield other, id_
        for key in standing_keys(telling):
            blocks[key].append(id_)
