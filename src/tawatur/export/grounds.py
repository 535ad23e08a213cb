"""Put why a place lies where it does, or stayed open, and why a day did, into the reader's language.

Claims keep these grounds as finding wrote them, in English. They are taken apart here by the wordings of
`data/ontology/grounds.yaml`, so that cases of any age are shown alike. What no wording fits stays in English.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from tawatur.export.days import say_day
from tawatur.export.labels import label, load_vocabulary
from tawatur.export.ontology import Lang, load_grounds

NamePlace = Callable[[str], str | None]  # the Arabic name for the English one that a ground has

_SLOT = re.compile(r"\{(\d):([a-z]+)\}")
_FIXED = {"number": r"\d[\d,.]*", "date": r"\d{4}-\d\d-\d\d", "place": r".+?", "ground": r".+?"}
_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"  # around what stays in Latin letters


class _Wording(NamedTuple):
    fits: re.Pattern[str]
    kinds: tuple[str, ...]
    ar: str


def say_ground(ground: str, lang: Lang, name_place: NamePlace | None = None) -> str:
    """All that is said in one field.

    >>> say_ground("a town, as the word before it says; 12 km from Idlib", "ar", {"Idlib": "إدلب"}.get)
    'بلدة، كما تقول الكلمة التي قبل الاسم؛ على بعد 12 كم من إدلب'
    """
    if lang == "en" or not ground:
        return ground
    parts = ((part, _say(part, name_place)) for part in ground.split("; "))
    return "؛ ".join(said or _isolate(part) for part, said in parts)


def is_said(ground: str) -> bool:
    """Whether all of it has a wording in Arabic."""
    return all(_say(part, None) for part in ground.split("; "))


def _say(ground: str, name_place: NamePlace | None) -> str | None:
    for wording in _load_wordings():
        found = wording.fits.fullmatch(ground)
        if found is None:
            continue
        values = [
            _say_value(kind, value, name_place)
            for kind, value in zip(wording.kinds, found.groups(), strict=True)
        ]
        if None not in values:
            return _SLOT.sub(lambda slot, said=values: str(said[int(slot[1])]), wording.ar)  # type: ignore[misc]
    return None


def _say_value(kind: str, value: str, name_place: NamePlace | None) -> str | None:
    match kind:
        case "number":
            return value
        case "date":
            return say_day(dt.date.fromisoformat(value), "ar")
        case "kind":
            return label("place_kinds", value, "ar")
        case "place":
            return (name_place(value) if name_place else None) or _isolate(value)
        case "ground":
            return _say(value, name_place)
    return load_grounds().words[kind][value]


def _isolate(text: str) -> str:
    return f"{_LEFT_TO_RIGHT}{text}{_END}"


@cache
def _load_wordings() -> tuple[_Wording, ...]:
    return tuple(_build_wordings())


def _build_wordings() -> Iterator[_Wording]:
    held = load_grounds()
    choices = {name: held.words[name] for name in held.words} | {"kind": load_vocabulary("place_kinds")}
    fitting = _FIXED | {name: "|".join(map(re.escape, some)) for name, some in choices.items()}
    for wording in held.wordings:
        # Split by a pattern with two groups, a wording is text, number, kind, text, number, kind, … text.
        pieces = _SLOT.split(wording.en)
        kinds = tuple(pieces[2::3])
        fits = "".join(
            re.escape(text) + (f"({fitting[kind]})" if kind else "")
            for text, kind in zip(pieces[::3], (*kinds, ""), strict=True)
        )
        yield _Wording(re.compile(fits), kinds, wording.ar)
