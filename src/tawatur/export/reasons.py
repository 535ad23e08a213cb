"""Put the reasons that linking gives into words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.export.days import say_day
from tawatur.export.labels import label, load_vocabulary
from tawatur.export.ontology import Lang, load_reasons
from tawatur.export.voiced import phrase, say_name
from tawatur.records import Reason

_LETTER = re.compile(r"[^\W\d]")


@dataclass(frozen=True, slots=True)
class _Value:
    """A value, shown in the way that a wording asks for."""

    value: str
    lang: Lang
    is_apart: bool

    def __format__(self, how: str) -> str:
        match how:
            case "days":
                first, stroke, last = self.value.partition("/")
                begin = say_day(dt.date.fromisoformat(first), self.lang)
                if not stroke:
                    return begin
                end = say_day(dt.date.fromisoformat(last), self.lang)
                return phrase("days_to", self.lang, first=begin, last=end)
            case "types":
                return _within(label("types", self.value, self.lang), self.lang)
            case "party":
                if self.value in load_vocabulary("people"):
                    return _within(label("people", self.value, self.lang), self.lang)
                return say_name(self.value, self.lang)
            case "harm":
                kind, _, of = self.value.partition("/")
                said = _within(label("effects", kind, self.lang), self.lang)
                return f"{said} ({_within(label('people', of, self.lang), self.lang)})" if of else said
        return f"\u2068{self.value}\u2069" if self.is_apart and _LETTER.search(self.value) else self.value


def say_reason(reason: Reason, lang: Lang, *, is_apart: bool = False) -> str:
    """One reason in words; of a name that no list has, the name.

    On a page names as reports write them stand apart (between U+2068 and U+2069), so that "مأرب and صرواح, 30 km apart"
    is not turned around by their script.
    """
    wording = load_reasons().get(reason.id)
    if wording is None:
        return reason.id
    return wording.said(lang).format(*(_Value(value, lang, is_apart) for value in reason.values))


def say_reasons(reasons: Iterable[Reason], lang: Lang, *, is_apart: bool = False) -> str:
    """Reasons one after the other, as a memo or a cell has them."""
    return ("؛ " if lang == "ar" else "; ").join(
        say_reason(reason, lang, is_apart=is_apart) for reason in reasons
    )


def _within(said: str, lang: Lang) -> str:
    """A label in the midst of a sentence."""
    return said[:1].lower() + said[1:] if lang == "en" else said
