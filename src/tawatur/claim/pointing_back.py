"""Who did what the text points back to: `وأسفر القصف عن مقتل خمسة` has the doer of the shelling that was just told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_POINTED_AT = BY_FORCE | {"territory_change"}
_SENTENCES = 3  # to look back over
_DRAFTS = 8


def take_pointed_actors(draft: Draft) -> None:
    """Where nobody is named and a noun with the article tells the act: who did the last of its kind."""
    kind = kind_of(draft.type)
    if draft.actors or kind not in _POINTED_AT or not any(t.definite for t in draft.triggers):
        return
    before = draft.before
    while before is not None and draft.number - before.number <= _DRAFTS:
        if draft.sentences[0] - before.sentences[-1] > _SENTENCES:
            return
        if kind_of(before.type) == kind and before.actors and not before.denied:
            if not {"unknown", *draft.targets} & {*before.actors}:
                draft.actors = before.actors
                draft.grounds |= {n: why for n, why in before.grounds.items() if n.startswith("actor ")}
            return
        before = before.before
