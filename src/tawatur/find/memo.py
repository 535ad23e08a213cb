"""What was once found of a form, kept: news repeats its words, so most are looked up and not worked out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_MOST = 60_000  # forms; 6,000 articles hold 90,000


class Memo(dict[str, T]):
    """A function of a folded form that remembers its answers: `memo[form]` costs one look-up."""

    __slots__ = ("find",)

    def __init__(self, find: Callable[[str], T]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, form: str) -> T:
        if len(self) >= _MOST:
            self.clear()
        found = self[form] = self.find(form)
        return found
