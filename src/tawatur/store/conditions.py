"""A filter as the words of a query. The words are fixed; what a user gives only fills parameters."""

from __future__ import annotations

from tawatur.records import Claim
from tawatur.store.protocol import Filter

_EQUAL = ("document", "type", "stance", "source", "country", "admin1", "place")
_WORDS = {
    **{name: f"{name} = ?" for name in _EQUAL},
    "since": "last_day >= ?",
    "until": "first_day <= ?",
    "actor": "id in (select claim from parties where role = 'actor' and party = ?)",
    "target": "id in (select claim from parties where role = 'target' and party = ?)",
    "harm": "id in (select claim from effects where kind = ?)",
    "incident": "id in (select claim from members where incident = ?)",
}


def conditions(wanted: Filter) -> tuple[str, list[str]]:
    """What stands after `where`, and the values of its marks."""
    asked = [(name, getattr(wanted, name)) for name in wanted.__struct_fields__]
    given = [(name, str(value)) for name, value in asked if value is not None]
    return " and ".join(_WORDS[name] for name, _ in given) or "true", [value for _, value in given]


def is_let_through(claim: Claim, incident: str | None, wanted: Filter) -> bool:
    """Whether a claim meets a filter, by the same rules, where the tables have another value for it."""
    place, days = claim.place.value if claim.place else None, claim.date.value if claim.date else None
    has: dict[str, set[str | None]] = {
        "document": {claim.document},
        "type": {claim.type.value.value},
        "stance": {claim.stance.value},
        "source": {claim.source.value if claim.source else "outlet"},
        "country": {place.country if place else None},
        "admin1": {place.admin1 if place else None},
        "place": {place.name if place else None},
        "actor": {said.value for said in claim.actors},
        "target": {said.value for said in claim.targets},
        "harm": {effect.kind.value for effect in claim.effects},
        "incident": {incident},
    }
    if wanted.since and not (days and days.last >= wanted.since):
        return False
    if wanted.until and not (days and days.first <= wanted.until):
        return False
    return all(getattr(wanted, name) in (None, *values) for name, values in has.items())
