"""What `/openapi.json` says of the desk: the state that an address may hold, and the shape of each answer."""

from __future__ import annotations

from typing import Any

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from tawatur.serve.document import DocumentPage
from tawatur.serve.incident import IncidentPage
from tawatur.serve.incidents import IncidentList
from tawatur.serve.quality import QualityPage
from tawatur.serve.query import FACETS, SORTS
from tawatur.serve.sources import PublisherPage, SourcePage, Tally
from tawatur.serve.timeline import Timeline

_SHAPES: tuple[Any, ...] = (
    IncidentList,
    IncidentPage,
    DocumentPage,
    SourcePage,
    PublisherPage,
    QualityPage,
    Timeline,
    list[Tally],
)
_SINGLE = {
    "q": ("words that a claim's paragraph or its names hold, all of them", {"type": "string"}),
    "from": ("the last possible day is not before it", {"type": "string", "format": "date"}),
    "to": ("the first possible day is not after it", {"type": "string", "format": "date"}),
    "bbox": ("west,south,east,north in degrees", {"type": "string"}),
    "sort": ("the order", {"type": "string", "enum": list(SORTS)}),
    "page": ("from 1", {"type": "integer", "minimum": 1}),
    "lang": ("of labels and titles", {"type": "string", "enum": ["en", "ar"]}),
}
STATE = [
    *(
        {"name": name, "in": "query", "description": says, "schema": shape}
        for name, (says, shape) in _SINGLE.items()
    ),
    *(
        {
            "name": facet,
            "in": "query",
            "description": "one or several values, of which an incident has one",
            "schema": {"type": "array", "items": {"type": "string"}},
            "explode": True,
        }
        for facet in FACETS
    ),
]


def answers(shape: Any, *, to_state: bool = False) -> dict[str, Any]:  # noqa: ANN401
    """For `openapi_extra`: what an address answers, and whether it takes the state of a view."""
    (schema,), _ = msgspec.json.schema_components((shape,), ref_template="#/components/schemas/{name}")
    content = {"application/json": {"schema": schema}}
    described: dict[str, Any] = {"responses": {"200": {"description": "Found", "content": content}}}
    return described | {"parameters": STATE} if to_state else described


def describe(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        described = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        _, shapes = msgspec.json.schema_components(_SHAPES, ref_template="#/components/schemas/{name}")
        described.setdefault("components", {}).setdefault("schemas", {}).update(shapes)
        app.openapi_schema = described
    return app.openapi_schema
