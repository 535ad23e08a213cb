"""The desk as an ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from tawatur import __version__
from tawatur.errors import ExportError, JudgementError
from tawatur.export.ontology import Lang
from tawatur.serve import log_in, pages, review_pages
from tawatur.serve import tiles as tiles_of_the_user
from tawatur.serve.access import Access, Gate
from tawatur.serve.described import describe
from tawatur.serve.desk import Desk
from tawatur.serve.headers import SafeHeaders
from tawatur.serve.query import QueryError
from tawatur.serve.rendering import Renderer
from tawatur.serve.stopped import show_stopped
from tawatur.serve.tiles import Tiles
from tawatur.serve.view import Missing, View
from tawatur.serve.wrong import say_wrong

EXPORTS_AT_ONCE = 2  # further ones wait
LOCAL = ("127.0.0.1", "localhost", "[::1]")


def create_app(
    desk: Desk,
    *,
    lang: Lang = "en",
    hosts: Sequence[str] = LOCAL,
    access: Access | None = None,
    tiles: Tiles | None = None,
) -> FastAPI:
    """`hosts` are the names by which the desk answers: a page elsewhere cannot reach it under a name of its own.

    `access` says who may do what; by default whoever reaches it may do all, so it must answer this machine alone.
    `tiles` are drawn on the maps besides what is shipped.
    """
    app = FastAPI(
        title="Tawatur",
        version=__version__,
        description="The desk of a case, as JSON.",
        docs_url=None,  # its pages load scripts from another host
        redoc_url=None,
    )
    app.state.desk, app.state.renderer, app.state.lang = desk, Renderer(desk.places), lang
    app.state.tiles = tiles
    app.state.exporting = asyncio.Semaphore(EXPORTS_AT_ONCE)
    app.include_router(pages.router)
    app.include_router(tiles_of_the_user.router)
    app.include_router(log_in.router)
    app.include_router(review_pages.router)
    app.mount("/static", StaticFiles(directory=Path(str(files("tawatur.serve").joinpath("static")))))
    app.add_exception_handler(QueryError, _answer_wrong)
    app.add_exception_handler(RequestValidationError, _answer_not_read)
    app.add_exception_handler(ExportError, _answer_no_export)
    app.add_exception_handler(JudgementError, _answer_no_judgement)
    app.add_exception_handler(Missing, _answer_missing)
    app.add_exception_handler(HTTPException, _answer_missing)

    app.openapi = partial(describe, app)  # type: ignore[method-assign]
    app.add_middleware(Gate, access=access or Access())
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(SafeHeaders, asks=tiles.host if tiles else None)
    return app


def _answer_wrong(request: Request, error: Exception) -> Response:
    assert isinstance(error, QueryError)
    if _asks_json(request):
        return JSONResponse({"error": "query", "field": error.field, "value": error.value}, 400)
    return View(request).html("wrong.html", 400, field=error.field, value=error.value)


def _answer_not_read(request: Request, error: Exception) -> Response:
    """A value of the address that is not of its kind: the first, as any other that cannot be understood."""
    assert isinstance(error, RequestValidationError)
    wrong = error.errors()[0]
    return _answer_wrong(request, QueryError(str(wrong["loc"][-1]), str(wrong.get("input", ""))[:40]))


def _answer_no_export(request: Request, _error: Exception) -> Response:
    return View(request).html("wrong.html", 400, field="as", value=request.query_params.get("as", ""))


def _answer_no_judgement(request: Request, error: Exception) -> Response:
    if _asks_json(request):
        return JSONResponse({"error": "judgement", "what": str(error)}, 400)
    view = View(request)
    assert isinstance(error, JudgementError)
    return view.html("refused.html", 400, what=say_wrong(error, view.lang))


def _answer_missing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    if _asks_json(request):
        return JSONResponse({"error": "missing" if status == 404 else str(status)}, status)
    if status != 404:
        return show_stopped(request, status)
    return View(request).html("missing.html", 404)


def _asks_json(request: Request) -> bool:
    return request.url.path.endswith(".json")
