"""How the desk says that it does not do what was asked: a page in the reader's language, or JSON where that was asked for."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.types import Scope

from tawatur.serve.view import View

_BY_STATUS = {403: "forbidden", 405: "method"}


async def stop(scope: Scope, status: int, reason: str, headers: dict[str, str] | None = None) -> Response:
    """An answer that says so; the words of a `reason` are in `words/*.yaml` under `stopped`."""
    request = Request(scope)
    answer = (
        JSONResponse({"error": reason}, status)
        if request.url.path.endswith(".json")
        else await run_in_threadpool(show_stopped, request, status, reason)
    )
    answer.headers.update(headers or {})
    return answer


def show_stopped(request: Request, status: int, reason: str = "") -> Response:
    return View(request).html("stopped.html", status, reason=reason or _BY_STATUS.get(status, "other"))
