"""What `/openapi.json` says of the desk: the state that an address may hold, and the shape of each answer."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from tawatur.export.views import VIEWS
from tawatur.serve.document import DocumentPage
from tawatur.serve.incident import IncidentPage
from tawatur.serve.incidents import IncidentList
from tawatur.serve.map import DEEPEST, IncidentMap
from tawatur.serve.quality import QualityPage
from tawatur.serve.query import FACETS, LONGEST, SORTS
from tawatur.serve.review_queue import QUEUES, ReviewPage
from tawatur.serve.sources import PublisherPage, SourcePage, Tally
from tawatur.serve.timeline import Timeline


class WrongQuery(msgspec.Struct, frozen=True):
    """The address asks for something that cannot be understood."""

    error: Literal["query"]
    field: str
    value: str


class NotThere(msgspec.Struct, frozen=True):
    error: Literal["missing"]


class NotLoggedIn(msgspec.Struct, frozen=True):
    """Where the desk has users or a token: log in at `/log-in`; the session is a cookie."""

    error: Literal["log_in"]


_SHAPES: tuple[Any, ...] = (
    IncidentList,
    IncidentMap,
    IncidentPage,
    DocumentPage,
    SourcePage,
    PublisherPage,
    QualityPage,
    ReviewPage,
    Timeline,
    list[Tally],
    WrongQuery,
    NotThere,
    NotLoggedIn,
)
_WORDS = {"type": "string", "maxLength": LONGEST}
_DAY = {"type": "string", "format": "date"}
_LANG = {
    "name": "lang",
    "in": "query",
    "description": "of labels and titles",
    "schema": {"type": "string", "enum": ["en", "ar"]},
}
_SINGLE = {
    "q": ("words that a claim's paragraph or its names hold, all of them", _WORDS),
    "from": ("the last possible day is not before it", _DAY),
    "to": ("the first possible day is not after it", _DAY),
    "bbox": ("west,south,east,north in degrees", _WORDS),
    "sort": ("the order", {"type": "string", "enum": list(SORTS)}),
    "page": ("from 1", {"type": "integer", "minimum": 1, "maximum": 9_999_999}),
    "view": (
        "the part that a narrow screen shows",
        {"type": "string", "enum": ["map", "timeline", "list"]},
    ),
}
_STATE = [
    *(
        {"name": name, "in": "query", "description": says, "schema": shape}
        for name, (says, shape) in _SINGLE.items()
    ),
    *(
        {
            "name": facet,
            "in": "query",
            "description": "one or several values, of which an incident has one",
            "schema": {"type": "array", "items": _WORDS},
            "explode": True,
        }
        for facet in FACETS
    ),
    _LANG,
]
ZOOM = {
    "name": "zoom",
    "in": "query",
    "description": f"of the web map; past {DEEPEST} nothing is told apart that was not",
    "schema": {"type": "number", "minimum": 0, "maximum": 30, "default": 5},
}
QUEUE = {
    "name": "queue",
    "in": "query",
    "description": "what is doubtful about the incidents",
    "schema": {"type": "string", "enum": list(QUEUES), "default": "proposed"},
}
SEED = {
    "name": "seed",
    "in": "query",
    "description": "of a random sample",
    "schema": {"type": "integer", "minimum": 0, "maximum": 2**31, "default": 0},
}
FORM = {
    "name": "as",
    "in": "query",
    "description": "the form",
    "schema": {"type": "string", "enum": list(VIEWS), "default": "csv"},
}
ROWS = {
    "name": "rows",
    "in": "query",
    "description": "; ".join(f"{view.name}: {', '.join(view.rows)}" for view in VIEWS.values()),
    "schema": {"type": "string"},
}
FILES = ("text/csv", "application/jsonl", "application/geo+json", "application/zip")


def answers(
    shape: Any,  # noqa: ANN401
    *asks: dict[str, Any],
    to_state: bool = False,
    of_one: bool = False,
) -> dict[str, Any]:
    """For `openapi_extra`: what an address answers, what it takes, whether also the state of a view; `of_one`: by an identifier."""
    answered = {"200": _say("Found", shape), "401": _say("Not logged in", NotLoggedIn)}
    if to_state or asks:
        answered["400"] = _say("It cannot be understood", WrongQuery)
    if of_one:
        answered["404"] = _say("The case has nothing by that name", NotThere)
    return {"responses": answered, "parameters": [*asks, *(_STATE if to_state else [_LANG])]}


def answers_file() -> dict[str, Any]:
    """For `openapi_extra` of an address that is saved, not shown; what it refuses it says as a page."""
    page = {"text/html": {"schema": {"type": "string"}}}
    return {
        "responses": {
            "200": {
                "description": "A file",
                "content": {media: {"schema": {"type": "string", "format": "binary"}} for media in FILES},
            },
            "303": {"description": "Not logged in: to the page for that"},
            "400": {"description": "It cannot be understood", "content": page},
        },
        "parameters": [FORM, ROWS, *_STATE],
    }


def describe(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        described = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        for path in described["paths"].values():
            for operation in path.values():
                operation["responses"].pop("422", None)  # what cannot be understood is answered with 400
        _, shapes = msgspec.json.schema_components(_SHAPES, ref_template="#/components/schemas/{name}")
        described["components"] = {"schemas": shapes}
        app.openapi_schema = described
    return app.openapi_schema


def _say(what: str, shape: Any) -> dict[str, Any]:  # noqa: ANN401
    (schema,), _ = msgspec.json.schema_components((shape,), ref_template="#/components/schemas/{name}")
    return {"description": what, "content": {"application/json": {"schema": schema}}}
