"""What a person decided about a claim or an incident, when, and why. Judgements only add.

`review/vocabulary.py` says which fields there are and what their values may be.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import msgspec

_json = msgspec.json.Encoder(order="deterministic")


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as it stood when it was judged: what finds it again where its identifier is gone."""

    claim: str
    document: str
    type: str
    quote: str  # the words that stated it


class Judgement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str  # made of all the rest, so that one that was altered shows, and one that comes twice counts once
    about: str  # a claim's, an incident's or (to undo it) a judgement's identifier
    field: str
    value: Any
    who: str
    when: dt.datetime  # UTC; no two of one case at once
    why: str = ""
    was: Any = None  # what stood there when it was made
    of: tuple[Anchor, ...] = ()  # the claim, or the incident's claims
    to: tuple[Anchor, ...] = ()  # the claims of the incident that `value` names
    beside: str = ""  # the judgement with which it was made in one act: of that one claim, and of this alike

    @property
    def is_about_claim(self) -> bool:
        return len(self.of) == 1 and self.of[0].claim == self.about


def sign(judgement: Judgement) -> Judgement:
    """The same judgement with the identifier that its content gives it."""
    content = _json.encode(msgspec.structs.replace(judgement, id=""))
    return msgspec.structs.replace(judgement, id=f"j{hashlib.sha256(content).hexdigest()[:20]}")


def find_subjects(judgement: Judgement) -> set[str]:
    """The claims and incidents that a judgement bears on. An undoing bears on those of what it undoes."""
    named = [judgement.about]
    if judgement.field == "undo" and isinstance(judgement.was, dict):
        named.append(str(judgement.was.get("about", "")))
    elif judgement.to and isinstance(judgement.value, str):
        named.append(judgement.value)
    return {*named, *(anchor.claim for anchor in (*judgement.of, *judgement.to))} - {""}
