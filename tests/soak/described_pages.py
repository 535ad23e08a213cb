"""What the desk's own description leaves out, described for whoever tries its every address: pages and forms."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from fastapi.routing import APIRoute, APIRouter

from tawatur.review import FIELDS
from tawatur.serve.review_queue import QUEUES

if TYPE_CHECKING:
    from fastapi import FastAPI

Shape = dict[str, Any]
ANYTHING: Shape = {"type": "string", "maxLength": 500}
# A page that is no page of one thing takes what its JSON takes; these take more.
MORE: dict[str, dict[str, Shape]] = {
    "/review": {
        "after": ANYTHING,
        "at": ANYTHING,
        "queue": {"enum": list(QUEUES)},
        "seed": {"type": "integer"},
    },
    "/log-in": {"next": ANYTHING},
}
# What nothing is called, and what looks as if it led somewhere else.
NASTY = [
    "..",
    "../../etc/passwd",
    "%2e%2e%2f",
    "x.json",
    "a/b?c#d",
    "\x00",
    "\u202e",
    "'\"<script>",
    "ي" * 300,
    "💥",
    "-1",
]


def one_of(*values: str) -> Shape:
    """Some that may be right, among what is not: whoever asks wrongly asks for anything else."""
    return {"type": "string", "enum": list(dict.fromkeys((*values, *NASTY)))}


def some_of(*values: str) -> Shape:
    return {"type": "array", "items": one_of(*values), "maxItems": 4}


DAYS = one_of("2018-10-12", "2018-10-13", "0001-01-01", "9999-12-31", "2018-02-30", "")
NUMBERS = one_of("0", "5", "34.5", "nan", "inf", "1e999", "٣٤", "-0", "9" * 5000, "10000001", "")
VALUE = {
    "verdict": ("accepted", "rejected"),
    "type": ("airstrike", "shelling", "toll"),
    "stance": ("asserted", "denied"),
    "grade": ("weak", "fair", "strong"),
    "comment": ("ملاحظة",),
}
VALUES = ("isis", "isis, sdf", "other:مرصد")
SLOTS = {
    "place_name": one_of("هجين", ""),
    "country": one_of("SY", "sy", ""),
    "lat": NUMBERS,
    "lon": NUMBERS,
    "precision": one_of("town", "point", ""),
    "first": DAYS,
    "last": DAYS,
    "effect_kind": some_of("killed", "injured"),
    "effect_who": some_of("civilians", "isis", ""),
    "effect_of": some_of("civilians", ""),
    "effect_low": {"type": "array", "items": NUMBERS, "maxItems": 4},
    "effect_high": {"type": "array", "items": NUMBERS, "maxItems": 4},
}


def describe_all(app: FastAPI, known: dict[str, list[str]], csrf: str) -> Shape:
    """OpenAPI of every address. `known` are identifiers that the case has, by the first part of their addresses."""
    described = copy.deepcopy(app.openapi())
    paths = described["paths"]
    state = paths["/incidents.json"]["get"]["parameters"]
    for route in _find_routes(app.routes):
        if not route.include_in_schema:
            path = re.sub(r":path\}", "}", route.path)
            for method in route.methods:
                paths.setdefault(path, {})[method.lower()] = _describe(path, method, state, known, csrf)
    for path, operations in paths.items():
        if "{id}" in path:
            for operation in operations.values():
                others = [one for one in operation.get("parameters", ()) if one["name"] != "id"]
                operation["parameters"] = [_id(path, known), *others]
    return described


def _describe(path: str, method: str, state: list[Shape], known: dict[str, list[str]], csrf: str) -> Shape:
    if method == "POST":
        fields = {"csrf": {"const": csrf}, **_fields(path, known)}
        body = {"type": "object", "properties": fields, "required": list(fields)}
        return {
            "requestBody": {
                "required": True,
                "content": {"application/x-www-form-urlencoded": {"schema": body}},
            },
            "responses": {"default": {"description": "A page"}},
        }
    more = [{"name": name, "in": "query", "schema": shape} for name, shape in MORE.get(path, {}).items()]
    return {"parameters": [*state, *more], "responses": {"default": {"description": "A page"}}}


def _fields(path: str, known: dict[str, list[str]]) -> dict[str, Shape]:
    if path == "/log-in":
        return {"name": ANYTHING, "password": ANYTHING, "next": ANYTHING}
    if path != "/review/judge":
        return {}
    incidents, claims = known["incidents"], known["claims"]
    return {
        "about": {"type": "string", "enum": [*incidents, *claims]},
        "field": {"type": "string", "enum": [*FIELDS, "verdict=accepted", "verdict=rejected"]},
        "seen": {"type": "string", "enum": ["0", "999999999", "9" * 30]},
        "why": one_of("التسجيل يبين", "", "ل" * 5000),
        "back": one_of("/review", "//example.org", "https://example.org"),
        "incident": one_of(*incidents, ""),
        **{field: one_of(*incidents, *VALUES, "") for field in FIELDS if field not in VALUE},
        **{field: one_of(*values) for field, values in VALUE.items()},
        "claim": some_of(*claims),
        **SLOTS,
    }


def _id(path: str, known: dict[str, list[str]]) -> Shape:
    return {
        "name": "id",
        "in": "path",
        "required": True,
        "schema": one_of(*known.get(path.split("/")[1], ())),
    }


def _find_routes(routes: Iterable[object]) -> Iterator[APIRoute]:
    for route in routes:
        if isinstance(route, APIRoute):
            yield route
        elif isinstance(router := getattr(route, "original_router", None), APIRouter):
            yield from _find_routes(router.routes)
