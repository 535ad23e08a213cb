"""Claims as linking sees them, in one line each."""

import datetime as dt

from tawatur.link import Telling
from tawatur.records import (
    Claim,
    ClaimType,
    DayRange,
    Effect,
    EffectKind,
    Place,
    Precision,
    Said,
    Span,
    Stance,
)

WORDS = Span(0, 1)
PLACES = {
    "هجين": Place(name="هجين", country="SY", admin1="Deir ez-Zor", lat=34.69, lon=40.83, precision=Precision.TOWN),
    "أبو الحسن": Place(name="أبو الحسن", country="SY", admin1="Deir ez-Zor", lat=34.66, lon=40.86, precision=Precision.VILLAGE),
    "السوسة": Place(name="السوسة", country="SY", admin1="Deir ez-Zor", lat=34.52, lon=40.96, precision=Precision.TOWN),
    "دير الزور": Place(name="دير الزور", country="SY", admin1="Deir ez-Zor", lat=35.33, lon=40.14, precision=Precision.PROVINCE),
    "الموصل": Place(name="الموصل", country="IQ", admin1="Nineveh", lat=36.34, lon=43.13, precision=Precision.TOWN),
    "الكرامة": Place(name="الكرامة", country="SY", lat=35.87, lon=39.28, precision=Precision.VILLAGE),
    "الكرامة 2": Place(name="الكرامة", country="SY", lat=33.51, lon=36.30, precision=Precision.NEIGHBOURHOOD),
    "حاوي هجين": Place(name="حاوي هجين", country="SY", admin1="Deir ez-Zor", lat=34.70, lon=40.85, precision=Precision.VILLAGE),
    "حلب": Place(name="حلب", country="SY", admin1="Aleppo", lat=36.20, lon=37.16, precision=Precision.PROVINCE),
    "سوريا": Place(name="سوريا", country="SY", lat=35.0, lon=38.0, precision=Precision.COUNTRY),
    "مجهول": Place(name="مجهول", reason="in no gazetteer"),
}  # fmt: skip


def telling(
    key="c1", *, document=None, kind="shelling", day="2018-10-12", last=None, place="هجين", actor=None, source=None,
    target=None, killed=None, who="civilians", denied=False, words="", company=(),
):  # fmt: skip
    span = WORDS
    days = DayRange(dt.date.fromisoformat(day), dt.date.fromisoformat(last or day)) if day else None
    return Telling.of(
        Claim(
            id=key,
            document=document or f"d{key}",
            type=Said(ClaimType(kind), span),
            stance=Stance.DENIED if denied else Stance.ASSERTED,
            quote=span,
            actors=(Said(actor, span),) if actor else (),
            targets=(Said(target, span),) if target else (),
            place=Said(PLACES[place], span) if place else None,
            date=Said(days, span) if days else None,
            effects=(Effect(kind=EffectKind.KILLED, who=who, low=killed, high=killed, span=span),)
            if killed is not None
            else (),
            source=Said(source, span) if source else None,
        ),
        None,
        words,
        frozenset(company),
    )
