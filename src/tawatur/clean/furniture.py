"""Know the lines that pages put around reports, by the phrases in `data/clean/furniture.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import msgspec

from tawatur.arabic.fold import fold
from tawatur.errors import LexiconError

_DAY = re.compile(r"\d{1,4}([/.\-])\d{1,2}\1\d{1,4}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"\d[\d.,:/\-]*")
_APART = re.compile(r"[\W_]+")
_BETWEEN_ITEMS = re.compile(r"\s[|/>»›-]\s|[|•·]")
_ITEM_LENGTH = 25  # characters; what is longer beside "video |" is a headline
_BAR_WORDS = 12
_LONGEST_KEY = 80  # characters; no phrase is longer, and a body line need not be folded to its end


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of furniture."""

    id: str
    gloss: str
    cut: bool = False  # also between two paragraphs of the report
    opens: bool = False  # what follows it at the end of a page is furniture too
    lists: bool = False  # the short lines right below it are other headlines, wherever it stands
    below: bool = False  # pages print it below a report, be that a headline and no more
    up_to: int = 0  # words that a line which begins so may have; 0: any number
    whole: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    finds: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Furniture:
    """The phrases, keyed; for `begins`, by their first word."""

    kinds: dict[str, Kind]
    whole: dict[str, Kind] = field(default_factory=dict)
    begins: dict[str, list[tuple[str, Kind]]] = field(default_factory=dict)

    def find(self, key: str, words: int = 0) -> Kind | None:
        """The kind of a line of so many words, given its `line_key` or the beginning of it.

        >>> load_furniture().find(line_key("اقرأ أيضاً: افتتاح السوق")).id
        'see_also'
        """
        if kind := self.whole.get(key):
            return kind
        for phrase, kind in self.begins.get(key.partition(" ")[0], ()):
            if (
                key.startswith(phrase)
                and key[len(phrase) : len(phrase) + 1] in ("", " ")
                and not 0 < kind.up_to < words
            ):
                return kind
        return self._of_words(key.split(" "))

    def find_bar(self, line: str) -> Kind | None:
        """The kind of a bar of names set apart by signs, where half of them at least are known.

        >>> load_furniture().find_bar("الرئيسية / أخبار / مدونات").id
        'menu'
        """
        items = _BETWEEN_ITEMS.split(line) if len(line) <= _LONGEST_KEY else []
        if len(items) < 2 or max(map(len, items)) > _ITEM_LENGTH:
            return None
        kinds = [self.whole.get(line_key(item)) for item in items]
        known = [kind for kind in kinds if kind]
        return known[0] if known and 2 * len(known) >= len(kinds) else None

    def _of_words(self, words: list[str]) -> Kind | None:
        """The kind of a bar of buttons that were run together: each of its words is furniture of one kind."""
        kind = self.whole.get(words[0])
        if kind and 1 < len(words) <= _BAR_WORDS and all(self.whole.get(word) is kind for word in words):
            return kind
        return None


def line_key(line: str) -> str:
    """The line as phrases are compared: folded, small letters, no punctuation, numbers as 0, days as 0day.

    A year is kept apart from other numbers: alone on a line it heads a part of a chronicle.

    >>> line_key("شاركها:  1,204 مشاهدة!"), line_key("28/11/2018 - 10:30")
    ('شاركها 0 مشاهده', '0day 0')
    """
    key = fold(line[:_LONGEST_KEY])
    if not key.isalpha():
        key = _APART.sub(" ", _NUMBER.sub("0", _YEAR.sub("year", _DAY.sub("0day ", key))))
    return key.strip().lower()


@cache
def load_furniture() -> Furniture:
    """The phrases that ship, read once."""
    source = resources.files("tawatur") / "data" / "clean" / "furniture.yaml"
    return build_furniture(msgspec.yaml.decode(source.read_bytes(), type=list[Kind]))


def build_furniture(kinds: list[Kind]) -> Furniture:
    """Keyed phrases; two kinds that claim one phrase are an error, as the second would never be found."""
    furniture = Furniture({kind.id: kind for kind in kinds})
    for kind in kinds:
        for phrase in kind.whole:
            other = furniture.whole.setdefault(line_key(phrase), kind)
            if other is not kind:
                raise LexiconError(
                    f"furniture.yaml: {phrase!r} is of kind {other.id} and of kind {kind.id}. Keep it in one."
                )
        for phrase in kind.begins:
            key = line_key(phrase)
            furniture.begins.setdefault(key.partition(" ")[0], []).append((key, kind))
    for phrases in furniture.begins.values():
        phrases.sort(key=lambda entry: -len(entry[0]))
    return furniture
