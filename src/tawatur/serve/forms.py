"""What a reviewer wrote into a form, as the value of a judgement. Whether it is one, `review` says."""

from __future__ import annotations

import re
from typing import Any

from tawatur.errors import JudgementError

Form = dict[str, list[str]]
_PARTING = re.compile(r"[,،;؛\n]")


def read_form(field: str, form: Form) -> Any:  # noqa: ANN401 (each field has its own)
    match field:
        case "undo":
            return None
        case "source" | "move":
            return _one(form, field) or None
        case "actors" | "targets":
            return [party for part in _PARTING.split(_one(form, field)) if (party := part.strip())]
        case "split":
            return form.get("claim", [])
        case "date":
            first, last = _one(form, "first"), _one(form, "last")
            return [first or last, last or first] if first or last else None
        case "place":
            return _read_place(form)
        case "effects":
            return _read_effects(form)
        case _:
            return _one(form, field)


def _read_place(form: Form) -> dict[str, Any] | None:
    name = _one(form, "place_name")
    if not name:
        return None
    return {
        "name": name,
        "country": _one(form, "country").upper() or None,
        "admin1": _one(form, "admin1") or None,
        "lat": _number(form, "lat", float),
        "lon": _number(form, "lon", float),
        "precision": _one(form, "precision") or None,
    }


def _read_effects(form: Form) -> list[dict[str, Any]]:
    """A row a group of people; a row without a kind is none."""
    columns = ("kind", "who", "of", "low", "high")
    rows = zip(*(form.get(f"effect_{column}", []) for column in columns), strict=False)
    return [
        {
            "kind": kind,
            "who": who.strip() or "unknown",
            "of": of.strip() or None,
            "low": _whole(low),
            "high": _whole(high),
        }
        for kind, who, of, low, high in rows
        if kind
    ]


def _one(form: Form, name: str) -> str:
    return form.get(name, [""])[0].strip()


def _number(form: Form, name: str, kind: type[float]) -> float | None:
    written = _one(form, name)
    try:
        return kind(written) if written else None
    except ValueError:
        raise JudgementError(f"{written!r} is no number.\n  Write it with digits and a point.") from None


def _whole(written: str) -> int | None:
    written = written.strip()
    try:
        return int(written) if written else None  # digits of any script
    except ValueError:
        raise JudgementError(f"{written!r} is no number of people.\n  Write it with digits.") from None
