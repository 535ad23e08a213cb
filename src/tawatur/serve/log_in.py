"""The page where one logs in, and where one logs out."""

from __future__ import annotations

from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from tawatur.errors import AccessError
from tawatur.serve.access import Access, write_cookie
from tawatur.serve.users import check_name
from tawatur.serve.view import View, Viewed

router = APIRouter(include_in_schema=False)


@router.get("/log-in")
def show_log_in(view: Viewed, next: str = "/") -> Response:  # noqa: A002 (the name in the address)
    if view.account is not None:
        return RedirectResponse(to_local(next), 303)
    return _show(view, next)


@router.post("/log-in")
async def log_in(request: Request) -> Response:
    form = {
        key: values[0]
        for key, values in parse_qs((await request.body()).decode(), keep_blank_values=True).items()
    }
    async with _access(request).logging_in:  # who waits here takes no thread from those who read
        return await run_in_threadpool(_log_in, request, form)


def _log_in(request: Request, form: dict[str, str]) -> Response:
    view, access = View(request), _access(request)
    onward = form.get("next", "/")
    address = request.client.host if request.client else ""
    try:
        name = check_name(form.get("name", ""))
    except AccessError:
        return _show(view, onward, 400, wrong="log_in.wrong")
    wait = access.attempts.wait(name, address)
    if wait:
        answer = _show(view, onward, 429, wrong="log_in.wait", minutes=int(wait // 60) + 1)
        answer.headers["retry-after"] = str(int(wait) + 1)
        return answer
    held = access.log_in(name, form.get("password", ""))
    if held is None:
        access.attempts.fail(name, address)
        return _show(view, onward, 403, wrong="log_in.wrong")
    access.attempts.succeed(name, address)
    access.sessions.end(request.state.held)
    answer = RedirectResponse(to_local(onward), 303)
    answer.headers.append("set-cookie", write_cookie(held, is_secure=access.is_secure))
    return answer


@router.post("/log-out")
def log_out(request: Request) -> Response:
    access = _access(request)
    access.sessions.end(request.state.held)
    answer = RedirectResponse("/log-in", 303)
    answer.headers.append("set-cookie", write_cookie("", is_secure=access.is_secure, ends=True))
    return answer


def _show(view: View, onward: str, status: int = 200, wrong: str = "", minutes: int = 0) -> Response:
    access = _access(view.request)
    return view.html(
        "log_in.html",
        status,
        next=to_local(onward),
        wrong=wrong,
        minutes=minutes,
        by_token=access.users is None,
    )


def _access(request: Request) -> Access:
    access: Access = request.state.access
    return access


def to_local(address: str) -> str:
    """An address of this desk; whatever leads elsewhere leads home."""
    is_path = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_path and not any(ord(letter) < 32 for letter in address) else "/"
