"""What a run of words says when it names a place."""

from __future__ import annotations

import msgspec

from tawatur.gazetteer.compile import PLAIN
from tawatur.records.span import Span


class PlaceMention(msgspec.Struct, kw_only=True):
    """A run of words that names a place.

    `first` and `last` are the words of the name (half open), `span` its letters without
    proclitics, `name` as the text writes it. `phrase` are the words of the whole phrase, with
    the word for its kind and its direction. `parents` are the indexes of mentions that hold
    this one, the nearest first.
    """

    first: int
    last: int
    span: Span
    name: str
    phrase: tuple[int, int]
    kind: str | None = None  # from the word beside it; None where none stands there
    kind_word: str | None = None  # folded
    preposition: str | None = (
        None  # "inside" (في، ب، داخل) or "toward" (من، إلى، ل); None: nothing governs it
    )
    proclitic: str = ""
    relation: str | None = None  # near, outskirts, countryside, front, border
    direction: str | None = None  # north, southwest, middle, …
    distance_km: float | None = None
    country: str | None = None  # of a nationality beside it: `كيليس التركية`
    form: str = ""  # the folded words of the name, run together
    rows: tuple[int, ...] = ()  # of the gazetteer
    exact: bool = True  # spelled as in the gazetteer
    strength: int = PLAIN
    standing: float = 0.0  # the sum of the signs that it is a place
    in_list: bool = False
    is_joined: bool = False  # the phrase begins with و: what is before it does not lie in it
    parents: tuple[int, ...] = ()
    stands_for: int | None = None  # an earlier mention that this one names again: البلدة

    @property
    def is_locative(self) -> bool:
        """Whether the words around it say that something is or happens there.

        A capital without any (`أعلنت أنقرة`) mostly stands for its government.
        """
        return self.is_governed or self.in_list

    @property
    def is_governed(self) -> bool:
        """Whether words of its own say so, and not only the list in which it stands."""
        return bool(self.preposition or self.relation or self.direction or self.kind_word)


class Approach(msgspec.Struct):
    """What the words before a name say of it."""

    first: int  # the word with which the phrase begins
    preposition: str | None = None
    relation: str | None = None
    direction: str | None = None
    distance_km: float | None = None
    country: str | None = None
    is_joined: bool = False  # the phrase begins with و
    is_body: bool = False  # مجلس منبج, نادي حلب
    is_person: bool = False  # a given name stands before it
