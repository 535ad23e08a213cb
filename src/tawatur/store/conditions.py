"""A filter as the words of a query. The words are fixed; what a user gives only fills parameters."""

from __future__ import annotations

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
