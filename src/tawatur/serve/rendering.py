"""Templates filled in: every page gets the same few words to say things with, in the reader's language."""

from __future__ import annotations

import datetime as dt
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from tawatur.export import arabic, english
from tawatur.export.disputes import say_heading, say_value
from tawatur.export.grounds import say_ground
from tawatur.export.judged import say_slot
from tawatur.export.labels import label, load_vocabulary, meaning, party
from tawatur.export.ontology import Lang, load_grade_reasons, load_months
from tawatur.export.reasons import say_reason, say_reasons
from tawatur.export.views import VIEWS
from tawatur.export.voiced import name_voice, phrase, say_name, say_number, say_people, say_relation
from tawatur.records import DayRange
from tawatur.serve.addresses import Addresses, anchor, outside
from tawatur.serve.gazetteer import Places
from tawatur.serve.headers import SITE_POLICY
from tawatur.serve.query import SORTS, State
from tawatur.serve.words import Words


@cache
def build_templates() -> Environment:
    """All of them made ready, so that nobody waits who is the first to ask for a page."""
    env = Environment(
        loader=PackageLoader("tawatur.serve", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,  # they ship with the desk; looking after each of them would cost every page
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"bdi": bdi, "number": number}
    env.globals |= {
        "outside": outside,
        "anchor": anchor,
        "SITE_POLICY": SITE_POLICY,
        "claim_link": lambda claim: f"#told-of-{anchor(claim)}",
        "no_state": State(),
        "SORTS": SORTS,
        "VIEWS": VIEWS,
        "SHOWN_CHOICES": 8,  # of a facet at once; the rest is folded away
        "MOST_CHOICES": 200,
    }
    for name in env.list_templates():
        env.get_template(name)
    return env


class Renderer:
    """The templates with the words of both languages."""

    def __init__(self, places: Places | None = None) -> None:
        """`places` know what a place is called in Arabic."""
        self._templates = build_templates()
        self._places = places

    def render(self, template: str, lang: Lang, urls: Addresses, **values: Any) -> str:  # noqa: ANN401
        words = Words(lang)
        return self._templates.get_template(template).render(
            lang=lang,
            dir=words.dir,
            other="en" if lang == "ar" else "ar",
            say=words.say,
            has=words.has,
            in_other=Words("en" if lang == "ar" else "ar").say,
            urls=urls,
            # The folders of the machine that read a report are nobody else's business.
            shown_name=str if urls.is_live else (lambda name: name.rpartition("/")[2]),
            label=partial(_label, lang),
            meaning=partial(_meaning, lang),
            party=partial(party, lang=lang),
            name=partial(say_name, lang=lang),
            day=partial(say_day, lang=lang),
            days=partial(say_days, lang=lang),
            tick_of=partial(say_tick, lang=lang),
            name_voice=partial(name_voice, lang=lang),
            say_relation=partial(say_relation, lang=lang),
            say_number=partial(say_number, lang=lang),
            say_people=partial(say_people, lang=lang),
            vocabulary=load_vocabulary,
            say_reason=partial(say_reason, lang=lang, is_apart=True),
            say_reasons=partial(say_reasons, lang=lang, is_apart=True),
            say_ground=partial(self._say_ground, lang),
            say_heading=partial(say_heading, lang=lang),
            say_value=partial(say_value, lang=lang),
            say_slot=partial(say_slot, lang=lang),
            phrase=partial(phrase, lang=lang),
            why_grade=partial(_why_grade, lang),
            **values,
        )

    def _say_ground(self, lang: Lang, ground: str, country: str | None = None) -> str:
        places = self._places
        return say_ground(ground, lang, partial(places.name_in_arabic, country=country) if places else None)


def bdi(text: object) -> Markup:
    """A name or a value whose script may be another than that of the words around it."""
    return Markup("<bdi>{}</bdi>").format(escape(text))


def number(count: int) -> str:
    return f"{count:,}"


def say_day(day: dt.date | None, lang: Lang) -> str:
    """A day as one reads it: "12 October 2018", "12 تشرين الأول/أكتوبر 2018"."""
    if day is None:
        return ""
    months = load_months()
    return f"{day.day} {(months.ar if lang == 'ar' else months.en)[day.month - 1]} {day.year}"


def say_tick(day: dt.date, unit: str, lang: Lang) -> str:
    """A day, or its month, as short as an axis needs it: "12 Oct 2018", "Oct 2018"."""
    months = load_months()
    # Where Arabic has two names for a month, the second is read from Cairo to Aden: "تشرين الأول/أكتوبر".
    month = months.ar[day.month - 1].rpartition("/")[2] if lang == "ar" else months.en[day.month - 1][:3]
    return f"{month} {day.year}" if unit == "month" else f"{day.day} {month} {day.year}"


def say_days(first: dt.date | None, last: dt.date | None, lang: Lang) -> str:
    """The day, or the two between which it lies."""
    if first is None or last is None:
        return ""
    period = DayRange(first, last)
    said = arabic.say_days(period) if lang == "ar" else english.say_days(period)
    return said.removeprefix("on ").removeprefix("في ") if first == last else said


def _label(lang: Lang, of: Any, value: str) -> str:  # noqa: ANN401
    return label(of, value, lang)


def _meaning(lang: Lang, of: Any, value: str) -> str | None:  # noqa: ANN401
    return meaning(of, value, lang)


def _why_grade(lang: Lang, rule: str) -> str:
    return load_grade_reasons()[rule].said(lang)
