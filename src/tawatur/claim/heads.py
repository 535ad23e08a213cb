"""The nouns behind which others stand: مواقع in مواقع الحوثيين, قوات in قوات الحكومة."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tawatur.lexicon.match import Hit

# Of two nouns that end at one word, that of the earlier layer says what it is.
_LAYERS = ("head", "object", "weapon", "people", "source", "act")


class Heads:
    """For each word of a text, what kind of noun ends right before it."""

    def __init__(self, by_layer: Mapping[str, Sequence[Hit]]) -> None:
        self._ending: dict[int, str] = {}
        for layer in reversed(_LAYERS):
            for hit in by_layer.get(layer, ()):
                self._ending[hit.last] = f"{layer}.{hit.form.entry.value}" if layer != "act" else "act"

    def before(self, at: int) -> str:
        """The class of the noun right before a word: what a party's name stands behind."""
        return self._ending.get(at) or self._ending.get(at - 1, "")
