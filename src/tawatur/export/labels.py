"""What tables, filters and headings show for the values of a record, in English and Arabic.

>>> label("types", "shelling", "ar"), label("stances", "denied", "en")
('قصف', 'Denied')
>>> party("media:رويترز", "en"), party("isis", "en")
('رويترز', 'Islamic State')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from tawatur.export.names import name_unnamed
from tawatur.export.ontology import (
    EffectEntry,
    Entry,
    Lang,
    People,
    SourceEntry,
    TypeEntry,
    load_effects,
    load_entries,
    load_parties,
    load_people,
    load_sources,
    load_types,
)

Vocabulary = Literal[
    "types",
    "stances",
    "effects",
    "people",
    "precision",
    "published_from",
    "sources",
    "grades",
    "refusals",
    "headings",
    "relations_of_voices",
    "contradictions",
    "judgements",
    "applied",
    "place_kinds",
]


def load_vocabulary(
    of: Vocabulary,
) -> Mapping[str, Entry | TypeEntry | EffectEntry | People | SourceEntry]:
    """Every entry of a vocabulary, in the order of its file."""
    match of:
        case "types":
            return load_types()
        case "effects":
            return load_effects()
        case "people":
            return load_people()
        case "sources":
            return load_sources()
        case _:
            return load_entries(of)


def label(of: Vocabulary, value: str, lang: Lang) -> str:
    """What a table shows for a value; a value that has no entry is shown as it is."""
    entry = load_vocabulary(of).get(value)
    return entry.label.said(lang) if entry else value


def meaning(of: Vocabulary, value: str, lang: Lang) -> str | None:
    """One line that says what a value stands for, where its file has one."""
    entry = load_vocabulary(of).get(value)
    said = getattr(entry, "meaning", None)
    return said.said(lang) if said else None


def heading(column: str, lang: Lang) -> str:
    """The heading of a table's column."""
    return label("headings", column, lang)


def party(value: str | None, lang: Lang) -> str:
    """Who an actor, a target, a source or the people of an effect are.

    A name that the text gave (`other:`, `media:`) is shown as the text has it. None is the
    outlet's own voice.
    """
    if value is None:
        value = "outlet"
    head, colon, name = value.partition(":")
    if colon and head in ("other", "media"):
        return name
    if (unnamed := name_unnamed(value, lang)) is not None:
        return unnamed
    known = load_parties().get(value)
    return known.said(lang) if known else label("sources", value, lang)
