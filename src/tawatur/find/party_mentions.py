"""A party where a text names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from tawatur.lexicon.entry import Entry

PROCLITICS = frozenset({"", "و", "ف", "ل", "ب", "ك"})  # what may be written onto its first word


class PartyMention(msgspec.Struct, frozen=True, eq=False, gc=False):
    """A party named at `words[first:last]`."""

    first: int
    last: int
    party: str  # an identifier, or `other:` and the name as the text has it
    by: str  # "name", "shared", "nation", "group", "anaphor", "kind"
    proclitics: str
    entry: Entry | None
    why: str
