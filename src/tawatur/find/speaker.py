"""Who speaks, as read from the words that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable


class Speaker(msgspec.Struct, frozen=True, eq=False, gc=False):
    """Who speaks, named at `words[first:last]`."""

    first: int
    last: int
    source: str  # a party, `media:NAME`, `other:NAME`, a kind of source (`medics`), or `outlet`
    way: str  # how it was read: "party", "side", "kind", "media", "organ", "body", "person", "back", "own", …
    head: str  # the folded noun, by which a later word may point back to it
    kind: str  # what kind of noun names it: an entry's value ("title", "organ", "informant"), or "party", "person"
    why: str
    name: tuple[str, ...] = ()  # folded words of a person's name
    other: str = ""  # a second reading of the same words
    camp: str = ""  # the party in whose camp a medium stands
    feminine: bool | None = None  # None: the words do not tell
    noun: str = ""  # the entry of the noun


class Side(msgspec.Struct, frozen=True, eq=False, gc=False):
    """What stands behind a noun: the party it speaks for, and where the phrase ends."""

    last: int
    party: str = ""
    named: str = ""  # the words that name it
    kind: str = ""  # what kind of noun stands behind it
    own: bool = False  # the report's own outlet
    adjective: bool = False  # named by its nationality
    foreign: bool = False  # of a nation whose state is no party


class Memory:
    """The speakers that a text has credited, since later words point back to them."""

    def __init__(self) -> None:
        self._all: list[Speaker] = []

    def add(self, speaker: Speaker) -> None:
        self._all.append(speaker)

    def add_aside(self, speaker: Speaker, since: int) -> None:
        """Keep who is named in a clause within the words of another, who spoke from the word `since` on and goes on after it."""
        is_within = bool(self._all) and self._all[-1].first >= since
        self._all.insert(len(self._all) - is_within, speaker)

    def last(self, agree: str = "") -> Speaker | None:
        """Who spoke last and can be the subject of a verb that agrees so ("he", "she")."""
        for speaker in self._all[:-4:-1]:
            if speaker.feminine is None or agree not in {"he", "she"} or speaker.feminine == (agree == "she"):
                return speaker
        return self._all[-1] if self._all else None

    def by_head(self, head: str, kind: str) -> Speaker | None:
        """Whom a noun with its article points back to: the last so called; for some nouns, whoever spoke last."""
        for speaker in reversed(self._all):
            if speaker.head == head:
                return speaker
        return self._all[-1] if self._all and kind in _ANYONES else None

    def medium(self, is_reporter: Callable[[int], bool]) -> Speaker | None:
        """Whose correspondent spoke last: المراسل after مراسل قناة كذا."""
        return next((s for s in reversed(self._all) if s.kind == "media" and is_reporter(s.first)), None)

    def only(self, head: str) -> Speaker | None:
        """Whoever was so called, where all who were are one."""
        called = [s for s in self._all if s.head == head]
        return called[-1] if len({s.source for s in called}) == 1 else None

    def author(self, head: str) -> Speaker | None:
        """Whose a text with its article is (البيان): the last so called, or a side's speaker who spoke since."""
        for speaker in reversed(self._all):
            if speaker.head == head or speaker.way in {"side", "party"}:
                return speaker
        return self._all[-1] if self._all else None

    def called(self, head: str, words: list[str]) -> Speaker | None:
        """An organisation named before whose name begins alike: writers do not spell long names the same twice."""
        for speaker in self._all:
            if speaker.head == head and speaker.kind == "body" and list(speaker.name[:3]) == words[:3]:
                return speaker
        return None

    def by_name(self, words: tuple[str, ...]) -> Speaker | None:
        """Who was named before with one of these words, the last of them first."""
        for word in reversed(words):
            for speaker in reversed(self._all):
                if word in speaker.name:
                    return speaker
        return None


_ANYONES = frozenset({"text", "informant", "title", "officials"})
"""Nouns that anyone may be called again by: البيان, المصدر, المتحدث, المسؤول."""
