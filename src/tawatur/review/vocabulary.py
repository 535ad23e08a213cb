"""What can be judged, and what a judgement may say.

A judgement has a *field*; each field has one kind of value and is about a claim, an incident or another
judgement. `data/ontology/judgements.yaml` says in both languages what each means.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple

import msgspec

from tawatur.errors import JudgementError
from tawatur.records import ClaimType, DayRange, EffectKind, Judgement, Precision, Stance

MOST_TEXT = 4000  # letters of a comment or a reason
_MOST_NAME = 200
_MOST_PEOPLE = 10_000_000
_PARTY = re.compile(r"[a-z][a-z0-9_.-]*|(?:other|media):\S.*")


class About(StrEnum):
    CLAIM = "claim"
    INCIDENT = "incident"
    JUDGEMENT = "judgement"
    EITHER = "either"  # a claim or an incident


Number = Annotated[int, msgspec.Meta(ge=0, le=_MOST_PEOPLE)]
Party = Annotated[str, msgspec.Meta(min_length=1, max_length=_MOST_NAME)]


class GivenPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place as a person gives it; with coordinates goes how exactly they are known."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=_MOST_NAME)]
    country: Annotated[str, msgspec.Meta(pattern="^[A-Z]{2}$")] | None = None
    admin1: Annotated[str, msgspec.Meta(max_length=_MOST_NAME)] | None = None
    lat: Annotated[float, msgspec.Meta(ge=-90, le=90)] | None = None
    lon: Annotated[float, msgspec.Meta(ge=-180, le=180)] | None = None
    precision: Precision | None = None
    relation: Annotated[str, msgspec.Meta(max_length=_MOST_NAME)] | None = None
    id: Annotated[str, msgspec.Meta(max_length=_MOST_NAME)] | None = None  # the gazetteer's own
    name_en: Annotated[str, msgspec.Meta(max_length=_MOST_NAME)] | None = None
    admin2: Annotated[str, msgspec.Meta(max_length=_MOST_NAME)] | None = None


class GivenEffect(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Harm to a group of people; a bound that is None is open."""

    kind: EffectKind
    who: Party
    of: Party | None = None
    low: Number | None = None
    high: Number | None = None


class Field(NamedTuple):
    about: About
    value: Any  # a type, as msgspec reads it
    says: str  # what a value looks like, for whoever gave another


_ID = "the identifier of an incident"
FIELDS: dict[str, Field] = {
    "verdict": Field(About.EITHER, Literal["accepted", "rejected"], "accepted or rejected"),
    "type": Field(About.CLAIM, ClaimType, "a type of claim, such as shelling"),
    "stance": Field(About.CLAIM, Stance, "asserted or denied"),
    "source": Field(About.CLAIM, Party | None, "a party, a kind of source, media:NAME, other:NAME, or null"),
    "actors": Field(About.CLAIM, tuple[Party, ...], "a list of parties"),
    "targets": Field(About.CLAIM, tuple[Party, ...], "a list of parties"),
    "place": Field(About.CLAIM, GivenPlace | None, "a place with its name, or null"),
    "date": Field(About.CLAIM, DayRange | None, "the first and the last possible day, or null"),
    "effects": Field(About.CLAIM, tuple[GivenEffect, ...], "a list of kind, who, of, low, high"),
    "move": Field(About.CLAIM, str | None, f"{_ID}, or null for one of its own"),
    "merge": Field(About.INCIDENT, str, _ID),
    "apart": Field(About.INCIDENT, str, _ID),
    "split": Field(About.INCIDENT, tuple[str, ...], "the identifiers of claims of the incident"),
    "grade": Field(
        About.INCIDENT,
        Literal["confirmed", "fair", "weak", "contested", "discounted"],
        "a grade, such as weak",
    ),
    "comment": Field(About.EITHER, str, f"words, at most {MOST_TEXT} letters"),
    "undo": Field(About.JUDGEMENT, None, "null"),
}
SLOTS = ("type", "stance", "source", "actors", "targets", "place", "date", "effects")


def read_value(field: str, value: Any) -> Any:  # noqa: ANN401 (each field has its own)
    """A judgement's value as what it stands for; `JudgementError` says what the field takes."""
    known = FIELDS.get(field)
    if known is None:
        raise JudgementError(
            f"Nothing that can be judged is named {field!r}.\n  There are: {', '.join(FIELDS)}.",
            "no_field",
            value=field,
        )
    try:
        read = msgspec.convert(value, known.value)
    except msgspec.ValidationError as wrong:
        raise JudgementError(
            f"{field} cannot be {_short(value)}: {wrong}.\n  Give {known.says}.", "value", field=field
        ) from None
    reason = _CHECKS.get(field, lambda _: None)(read)
    if reason:
        raise JudgementError(
            f"{field} cannot be {_short(value)}: {_WRONG[reason]}.\n  Give {known.says}.", reason, field=field
        )
    return read


def check_judgement(judgement: Judgement) -> None:
    """Raise where a judgement is none that could have been made here."""
    read_value(judgement.field, judgement.value)
    if not judgement.about:
        raise JudgementError(
            "A judgement is about nothing.\n  Give the claim or the incident that it is about.",
            "about_nothing",
        )
    if not judgement.who.strip() or len(judgement.who) > _MOST_NAME or _has_controls(judgement.who, ""):
        raise JudgementError(f"{_short(judgement.who)} is no name of a reviewer.\n  Give who judged.", "who")
    if len(judgement.why) > MOST_TEXT or _has_controls(judgement.why):
        raise JudgementError(
            f"The reason is too long or not text.\n  Write at most {MOST_TEXT} letters.",
            "why",
            most=MOST_TEXT,
        )
    if judgement.field == "undo" and not _says_what_was_undone(judgement.was):
        raise JudgementError("An undoing does not say what was undone.\n  Give it as it was exported.")
    if judgement.when.tzinfo is None or judgement.when.utcoffset() != dt.timedelta(0):
        raise JudgementError(f"{judgement.when} is in no time zone.\n  Give the time in UTC.", "when")


# What is wrong with a value, by the name under which pages say it in other languages.
_WRONG = {
    "place_unnamed": "it has no name",
    "one_coordinate": "one coordinate stands without the other",
    "place_inexact": "it does not say how exactly the coordinates are known",
    "days_reversed": "the last day is before the first",
    "bounds_reversed": "the upper bound is less than the lower",
    "no_party": "it names no party; a name that no list knows is other:NAME",
    "twice": "one stands there twice",
    "no_claim_named": "no claim is named",
    "nothing_written": "nothing is written",
    "too_long": f"it is longer than {MOST_TEXT} letters",
    "controls": "it holds control characters",
}


def _says_what_was_undone(was: object) -> bool:
    if not isinstance(was, dict) or not isinstance(was.get("about"), str):
        return False
    named = (was.get("field"), was.get("again", "undo"))
    return all(isinstance(field, str) and field in FIELDS for field in named)


def _check_place(place: GivenPlace | None) -> str | None:
    if place is None:
        return None
    if not place.name.strip() or _has_controls(place.name, ""):
        return "place_unnamed"
    if (place.lat is None) != (place.lon is None):
        return "one_coordinate"
    if place.lat is not None and place.precision is None:
        return "place_inexact"
    return None


def _check_days(days: DayRange | None) -> str | None:
    return "days_reversed" if days and days.last < days.first else None


def _check_effects(effects: tuple[GivenEffect, ...]) -> str | None:
    for effect in effects:
        if effect.low is not None and effect.high is not None and effect.high < effect.low:
            return "bounds_reversed"
        if wrong := _check_party(effect.who):
            return wrong
    return None


def _check_parties(parties: tuple[str, ...]) -> str | None:
    if len(set(parties)) < len(parties):
        return "twice"
    return next((wrong for party in parties if (wrong := _check_party(party))), None)


def _check_party(party: str | None) -> str | None:
    if party is not None and (not _PARTY.fullmatch(party) or _has_controls(party, "")):
        return "no_party"
    return None


def _check_claims(claims: tuple[str, ...]) -> str | None:
    if not claims:
        return "no_claim_named"
    return "twice" if len(set(claims)) < len(claims) else None


def _check_text(text: str) -> str | None:
    if not text.strip():
        return "nothing_written"
    if len(text) > MOST_TEXT:
        return "too_long"
    return "controls" if _has_controls(text) else None


def _has_controls(text: str, allowed: str = "\n\t\r") -> bool:
    """Control characters and lone surrogates; marks of direction are text in Arabic."""
    return any(unicodedata.category(letter) in ("Cc", "Cs") and letter not in allowed for letter in text)


_CHECKS: dict[str, Any] = {
    "place": _check_place,
    "date": _check_days,
    "effects": _check_effects,
    "actors": _check_parties,
    "targets": _check_parties,
    "source": _check_party,
    "split": _check_claims,
    "comment": _check_text,
}


def _short(value: object) -> str:
    written = repr(value)
    return written if len(written) <= 80 else f"{written[:77]}…"
