"""Of what each word of a text is a part: a name, the naming of a source, a quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tawatur.find.attribution import Attribution
    from tawatur.find.party_mentions import PartyMention
    from tawatur.segment.words import Words

_SHORT = 2  # letters of a word that says little


class Run(Protocol):
    """The words of a mention: from `first` up to `last`."""

    @property
    def first(self) -> int: ...

    @property
    def last(self) -> int: ...


class WordParts:
    """The words of one text by what they are part of.

    `others` are mentions that, beside the parties and the sources, are names, numbers or days.
    """

    def __init__(
        self,
        words: Words,
        parties: Sequence[PartyMention],
        sources: Sequence[Attribution],
        others: Sequence[Iterable[Run]],
    ) -> None:
        self._acting = _covered(parties)
        self._speaking = _covered(sources)
        self._credited = _covered(a for a in sources if a.by != "continues")
        self._quoted = {i for first, last in words.quotes for i in range(first, last)}
        names = self._acting.union(self._speaking, *map(_covered, others))
        # Whether a word is part of a name, a number or a day: what a decision may not hang on.
        self.is_name = names.__contains__
        self._plain = ["" if i in names else form for i, form in enumerate(words.forms)]
        for i in range(1, len(words)):  # من قبل مجهولين: by whom, not before when
            if words.forms[i] == "قبل" and words.forms[i - 1] == "من":
                self._plain[i] = ""
        self._telling: dict[tuple[int, int], frozenset[str]] = {}

    def is_credited(self, mention: PartyMention) -> bool:
        """Whether the mention is part of naming who says so."""
        return mention.first in self._credited

    def is_in_source(self, at: int) -> bool:
        """Whether a word is part of what names who says so, or pointed back at."""
        return at in self._speaking

    def is_quoted(self, at: int) -> bool:
        """Whether a word stands between quotation marks."""
        return at in self._quoted

    def is_in_party(self, at: int) -> bool:
        """Whether a word is part of what names a party."""
        return at in self._acting

    def plain(self, first: int, last: int) -> dict[str, None]:
        """The words from `first` up to `last`, each once and in order, without those of a name, a number or a day."""
        said = dict.fromkeys(self._plain[first:last])
        said.pop("", None)
        return said

    def telling(self, first: int, last: int) -> frozenset[str]:
        """Those words without the short ones, which say little; remembered, since many ask for the same sentence's."""
        found = self._telling.get((first, last))
        if found is None:
            forms = self._plain[first:last]
            found = self._telling[first, last] = frozenset([form for form in forms if len(form) > _SHORT])
        return found


def _covered(runs: Iterable[Run]) -> set[int]:
    return {i for run in runs for i in range(run.first, run.last)}
