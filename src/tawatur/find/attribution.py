"""An attribution: words, and who vouches for them."""

from __future__ import annotations

import msgspec


class Attribution(msgspec.Struct, frozen=True, eq=False, gc=False):
    """`source` vouches for the words `reach_first:reach_last`; it is named at `first:last`."""

    first: int
    last: int
    source: str  # a party, `media:NAME`, `other:NAME`, a kind of source (`medics`), or `outlet`
    by: str  # "says", "continues", "relative", "according", "colon"
    stance: str  # "asserts", "denies", "accuses", "admits", "claims"
    reach_first: int
    reach_last: int
    verb: int
    why: str
    say: str = ""  # the entry of the verb or preposition
    way: str = ""  # how the speaker was read; see `speaker.Speaker`
    kind: str = ""  # what kind of noun names the speaker
    other: str = ""  # a second reading of who speaks
    said_at: int = 0  # where what is said begins
    noun: str = ""  # the entry of the noun that names the speaker


_STANCES = {"deny": "denies", "accuse": "accuses", "admit": "admits", "claim": "claims"}


def stance_of(traits: frozenset[str]) -> str:
    """How a speaker stands to what a verb of these traits says; the first that it has."""
    return next((stance for trait, stance in _STANCES.items() if trait in traits), "asserts")
