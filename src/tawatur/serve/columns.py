"""One thing that every row has, laid out so that rows are counted by it without being looked at."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from itertools import compress
from typing import Generic, TypeVar

from tawatur.serve.bits import to_bits_of_flags, to_flags

K = TypeVar("K", bound=Hashable)


class Column(Generic[K]):
    """Each distinct value is kept once, and for each row the number of its own.

    >>> column = Column(["Homs", None, "Homs", "Idlib"])
    >>> column.count(0b1101)
    {'Homs': 2, 'Idlib': 1}
    """

    def __init__(self, values: Iterable[K]) -> None:
        self._number: dict[K, int] = {}
        self._of = array("q", (self._number.setdefault(value, len(self._number)) for value in values))

    def copy(self) -> Column[K]:
        other: Column[K] = Column(())
        other._number, other._of = dict(self._number), self._of[:]
        return other

    def put(self, n: int, value: K) -> None:
        """Row n has this value from now on; n is a row, or the next."""
        number = self._number.setdefault(value, len(self._number))
        if n == len(self._of):
            self._of.append(number)
        else:
            self._of[n] = number

    def count(self, bits: int) -> dict[K, int]:
        """How many of a set's rows have each value; values that none has are left out."""
        values = list(self._number)
        counted = Counter(compress(self._of, to_flags(bits, len(self._of))))
        return {values[number]: count for number, count in counted.items()}

    def last(self, bits: int) -> dict[K, int]:
        """For each value the last of a set's rows that has it."""
        values = list(self._number)
        rows = dict(compress(zip(self._of, range(len(self._of)), strict=True), to_flags(bits, len(self._of))))
        return {values[number]: n for number, n in rows.items()}

    def find(self, is_wanted: Callable[[K], bool]) -> int:
        """The set of the rows whose value is wanted."""
        wanted = [bool(is_wanted(value)) for value in self._number]
        return to_bits_of_flags(bytes(map(wanted.__getitem__, self._of)))
