"""What a reviewer wrote into a form, as the value of a judgement. Whether it is one, `review` says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tawatur.errors import JudgementError
from tawatur.records import Claim
from tawatur.serve.desk import Desk
from tawatur.serve.naming import read_country, read_name, read_province

Form = dict[str, list[str]]
_PARTING = re.compile(r"[,،;؛\n]")


def read_form(field: str, form: Form, desk: Desk, claims: Sequence[Claim] = ()) -> Any:  # noqa: ANN401 (each field has its own)
    """`claims` are the one that is judged, as it stands and as the machine read it: names that stand there are known."""
    match field:
        case "move":
            return read_first(form, field) or None
        case "source":
            return read_name(read_first(form, field), (c.source.value for c in claims if c.source))
        case "actors" | "targets":
            known = [said.value for claim in claims for said in (*claim.actors, *claim.targets)]
            parts = [part for row in form.get(field, []) for part in _PARTING.split(row)]
            return [party for part in parts if (party := read_name(part, known))]
        case "split":
            return form.get("claim", [])
        case "date":
            first, last = read_first(form, "first"), read_first(form, "last")
            return [first or last, last or first] if first or last else None
        case "place":
            return _read_place(form, desk)
        case "effects":
            return _read_effects(form, [effect.who for claim in claims for effect in claim.effects])
        case _:
            return read_first(form, field)


def _read_place(form: Form, desk: Desk) -> dict[str, Any] | None:
    name = read_first(form, "place_name")
    if not name:
        return None
    country = read_country(desk, read_first(form, "country"))
    return {
        "name": name,
        "country": country,
        "admin1": read_province(desk, country, read_first(form, "admin1")),
        "lat": _read_degrees(form, "lat"),
        "lon": _read_degrees(form, "lon"),
        "precision": read_first(form, "precision") or None,
    }


def _read_effects(form: Form, known: Sequence[str]) -> list[dict[str, Any]]:
    """A row a group of people; a row without a kind is none."""
    columns = ("kind", "who", "of", "low", "high")
    rows = zip(*(form.get(f"effect_{column}", []) for column in columns), strict=False)
    return [
        {
            "kind": kind,
            "who": read_name(who, known) or "unknown",
            "of": of.strip() or None,
            "low": _whole(low),
            "high": _whole(high),
        }
        for kind, who, of, low, high in rows
        if kind
    ]


def read_first(form: Form, name: str) -> str:
    return form.get(name, [""])[0].strip()


def _read_degrees(form: Form, name: str) -> float | None:
    written = read_first(form, name)
    try:
        return float(written.replace("٫", ".")) if written else None  # digits of any script
    except ValueError:
        raise JudgementError(
            f"{written!r} is no number.\n  Write it with digits and a point.", "no_number", value=written
        ) from None


def _whole(written: str) -> int | None:
    written = written.strip()
    try:
        return int(written) if written else None  # digits of any script
    except ValueError:
        raise JudgementError(
            f"{written!r} is no number of people.\n  Write it with digits.", "no_count", value=written
        ) from None
