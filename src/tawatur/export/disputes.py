"""Say what the accounts of an incident contradict each other in, side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tawatur.export import arabic, english
from tawatur.export.labels import label
from tawatur.export.ontology import Lang
from tawatur.export.voiced import join_names, name_voices, say_name, say_people
from tawatur.records import Assessment, Contradiction, DayRange, EffectKind, Side

_HARMS = frozenset(kind.value for kind in EffectKind)


def say_heading(contradiction: Contradiction, lang: Lang) -> str:
    """What is disputed: "Who did it", "Killed: How many"."""
    said = label("contradictions", contradiction.reason, lang)
    if contradiction.field in _HARMS:
        return f"{label('effects', contradiction.field, lang)}: {said}"
    return said


def say_sides(
    contradiction: Contradiction, assessment: Assessment, lang: Lang
) -> Iterator[tuple[Side, str, str]]:
    """Each side with what it says and by whom."""
    for side in contradiction.sides:
        yield side, say_value(contradiction, side, lang), name_voices(assessment, side.voices, lang)


def say_value(contradiction: Contradiction, side: Side, lang: Lang) -> str:
    says = side.says
    if contradiction.field in _HARMS:
        who, low, high = says
        return say_people(
            EffectKind(contradiction.field),
            None if who == "everybody" else who,
            int(low) if low else None,
            int(high) if high else None,
            lang,
        )
    match contradiction.field:
        case "happened":
            return label("stances", says[0], lang)
        case "type":
            return join_names([label("types", kind, lang) for kind in says], lang)
        case "day":
            days = DayRange(*map(dt.date.fromisoformat, says))
            return arabic.say_days(days) if lang == "ar" else english.say_days(days)
        case "place":
            return says[0]
    return join_names([_people(value, lang) for value in says], lang)


def _people(value: str, lang: Lang) -> str:
    return label("people", value, lang) if value in ("civilians", "unknown") else say_name(value, lang)
