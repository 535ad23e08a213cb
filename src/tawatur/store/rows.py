"""What a document comes to in the tables: plain values, ready to insert.

Workers build them, so that the one process that writes has nothing left to encode.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import msgspec

from tawatur.records import Claim, Document, Piece, Text

Value: TypeAlias = "str | int | float | bytes | None"

_json = msgspec.json.Encoder()
_pack = msgspec.msgpack.Encoder()


class Rows(NamedTuple):
    """One document's rows; `texts` and `search` lack their number, which the store gives."""

    id: str
    name: str
    sha256: str
    document: tuple[Value, ...]
    text: tuple[Value, ...]
    claims: list[tuple[Value, ...]]
    parties: list[tuple[Value, ...]]
    effects: list[tuple[Value, ...]]
    search: str

    @property
    def is_bare(self) -> bool:
        """Whether nothing is shown of it: a page of furniture alone."""
        return not self.text[0]


class Way(msgspec.Struct, frozen=True, array_like=True):
    """The way from a shown text back to what was received; None where they are the same."""

    received: str | None
    pieces: tuple[Piece, ...]


def received_json(document: Document) -> str:
    """A document as it was read, in the one spelling that tells whether it has changed."""
    return _json.encode(document).decode()


def build_rows(
    received: Document,
    size: int,
    published: Document,
    text: Text,
    claims: Sequence[Claim],
    *,
    search: str,
    clean_key: str,
    claims_key: str,
) -> Rows:
    id_, sha256, *described = document_row(published)
    document: tuple[Value, ...] = (
        id_,
        sha256,
        size,
        *described,
        received_json(received),
        received_json(published),
        clean_key,
        claims_key,
    )
    way = Way(None if text.received == text.shown else text.received, text.pieces)
    packed = _pack.encode(way)
    return Rows(
        published.id,
        published.name,
        published.sha256,
        document,
        (text.shown, zlib.compress(packed, 1), digest_text(text.shown, packed)),
        [claim_row(claim, at) for at, claim in enumerate(claims)],
        [row for claim in claims for row in party_rows(claim)],
        [row for claim in claims for row in effect_rows(claim)],
        search,
    )


def digest_text(shown: str, way: bytes) -> str:
    """What the root of the texts is taken over: of what is shown, and the way back as it is before packing."""
    return hashlib.sha256(_pack.encode(shown) + way).hexdigest()


def document_row(document: Document) -> tuple[Value, ...]:
    """The columns that describe a document, but for its size."""
    return (
        document.id,
        document.sha256,
        document.name,
        document.outlet,
        document.title,
        document.published.isoformat() if document.published else None,
    )


def unpack_text(document: str, shown: str, way: bytes) -> Text:
    """The text record that `build_rows` packed."""
    back = msgspec.msgpack.decode(zlib.decompress(way), type=Way)
    received = shown if back.received is None else back.received
    return Text(document=document, received=received, shown=shown, pieces=back.pieces)


def claim_row(claim: Claim, at: int) -> tuple[Value, ...]:
    place = claim.place.value if claim.place else None
    days = claim.date.value if claim.date else None
    return (
        claim.id,
        claim.document,
        at,
        claim.type.value.value,
        claim.stance.value,
        claim.source.value if claim.source else "outlet",
        place.name if place else None,
        place.country if place else None,
        place.admin1 if place else None,
        place.lat if place else None,
        place.lon if place else None,
        days.first.isoformat() if days else None,
        days.last.isoformat() if days else None,
        _json.encode(claim).decode(),
    )


def party_rows(claim: Claim) -> list[tuple[Value, ...]]:
    return sorted(
        {
            (claim.id, role, said.value)
            for role, who in (("actor", claim.actors), ("target", claim.targets))
            for said in who
        }
    )


def effect_rows(claim: Claim) -> list[tuple[Value, ...]]:
    return [
        (claim.id, at, effect.kind.value, effect.who, effect.of, effect.low, effect.high)
        for at, effect in enumerate(claim.effects)
    ]
