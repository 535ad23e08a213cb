"""Lines of a memo, and how it writes a happening and a report."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from tawatur.export import arabic, english
from tawatur.export.labels import label
from tawatur.export.ontology import Lang
from tawatur.export.overviews import build_overview
from tawatur.export.told import Told
from tawatur.export.voiced import (
    phrase,
)
from tawatur.records import Document

_WIDTH = 110


def say_happening(told: Told, lang: Lang) -> str:
    """What, where and when."""
    overview = build_overview(told.claims, told.documents)
    say = arabic if lang == "ar" else english
    days = arabic.say_days(overview.days, overview.place) if lang == "ar" else english.say_days(overview.days)
    return " ".join(
        filter(None, [label("types", overview.type, lang), say.say_location(overview.place), days])
    )


def say_print(document: Document) -> str:
    """A report by its outlet and day."""
    printed = f" {document.published}" if document.published else ""
    return f"{document.outlet or document.file}{printed}"


def write_section(name: str, lines: Iterable[str], lang: Lang) -> Iterator[str]:
    """Lines under their heading; nothing where there is none."""
    for n, line in enumerate(lines):
        if not n:
            yield phrase(name, lang)
        yield from wrap(line, "   ")


def wrap(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "   " if indent else "   ",
        break_long_words=False,
        break_on_hyphens=False,
    )
