"""What reviewers decided about a claim, in words: the machine's value and the person's."""

from __future__ import annotations

from typing import Any

import msgspec

from tawatur.export import arabic, english
from tawatur.export.labels import heading, label, party
from tawatur.export.ontology import Lang
from tawatur.records import DayRange, Effect, EffectKind, Span

_NOWHERE = Span(0, 1)


def say_slot(slot: str, value: Any, lang: Lang) -> str:  # noqa: ANN401 (each slot has its own)
    """A slot's plain value, as a table says it; a dash where it is empty.

    >>> say_slot("type", "shelling", "en"), say_slot("actors", ["sdf"], "en"), say_slot("date", None, "en")
    ('Shelling', 'Syrian Democratic Forces', '—')
    """
    if slot == "source":
        return party(value, lang)
    if value is None or value == []:
        return heading("none", lang)
    match slot:
        case "type":
            return label("types", value, lang)
        case "stance":
            return label("stances", value, lang)
        case "grade":
            return label("grades", value, lang)
        case "actors" | "targets":
            return _list((party(one, lang) for one in value), lang)
        case "place":
            name = value.get("name")
            if lang == "en" and value.get("name_en"):
                name = f"{value['name_en']} ({name})"
            parts = (name, value.get("admin1"), value.get("country"))
            said = _list((part for part in parts if part), lang)
            return (
                f"{said} ({label('precision', value['precision'], lang)})" if value.get("precision") else said
            )
        case "date":
            days = msgspec.convert(value, DayRange)
            return arabic.say_days(days) if lang == "ar" else english.say_days(days)
        case "effects":
            say = arabic if lang == "ar" else english
            return _list((say.say_harm(_effect(one)) for one in value), lang)
    return str(value)


def _effect(plain: dict[str, Any]) -> Effect:
    return Effect(
        kind=EffectKind(plain["kind"]),
        who=plain["who"],
        of=plain.get("of"),
        low=plain.get("low"),
        high=plain.get("high"),
        span=_NOWHERE,
    )


def _list(parts: Any, lang: Lang) -> str:  # noqa: ANN401 (any row of strings)
    return ("، " if lang == "ar" else ", ").join(parts)
