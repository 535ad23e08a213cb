"""Who may do what at the desk: one gate before every page, so that no page can forget it.

Every POST must carry the token that its form was given, come from a page of ours, and be small and quick. Where
users or a token guard the desk, nothing but the log-in page and the files of the pages themselves is shown before.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.serve.attempts import Attempts
from tawatur.serve.sessions import Account, Sessions
from tawatur.serve.stopped import stop
from tawatur.serve.users import HASHES_AT_ONCE, Role, User, Users

COOKIE = "tawatur"
MOST_BYTES = 256 * 1024  # of the body of a request
BODY_WITHIN = 20.0  # seconds in which it must have come
PIECE_WITHIN = 60.0  # seconds in which a client must have taken a piece of an answer
_OPEN = ("/log-in", "/static/")
_FORM = "application/x-www-form-urlencoded"


@dataclass
class Access:
    """How the desk is guarded. With neither users nor a token it is for whoever sits at this machine, under `name`."""

    users: Users | None = None
    token: str | None = None
    name: str = "reviewer"
    is_secure: bool = False  # reached over HTTPS alone, through a proxy before it
    sessions: Sessions = field(default_factory=Sessions)
    attempts: Attempts = field(default_factory=Attempts)
    logging_in: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(HASHES_AT_ONCE))

    @property
    def demands_log_in(self) -> bool:
        return self.token is not None or self.users is not None

    @property
    def is_at_hand(self) -> bool:
        """Whether accounts are found without waiting for the disk."""
        return self.users is None or self.users.are_read

    def find_account(self, held: str) -> Account | None:
        """Whose session it is; none where it has ended, or the user's role or password is another since."""
        if not self.demands_log_in:
            return Account(self.name, Role.ADMIN)
        session = self.sessions.find(held) if held else None
        if session is None:
            return None
        if session.stamp != self._stamp(session.account.name):
            self.sessions.end(held)
            return None
        return session.account

    def log_in(self, name: str, password: str) -> str | None:
        """What the browser is to hold, where the password fits. With a token that is the password, for any name."""
        account: Account | None = None
        if self.users is not None:
            user = self.users.log_in(name, password)
            account = Account(user.name, user.role, can_log_out=True) if user else None
        elif self.token is not None and hmac.compare_digest(password.encode(), self.token.encode()):
            account = Account(name, Role.REVIEW, can_log_out=True)
        return self.sessions.begin(account, self._stamp(account.name) or "") if account else None

    def _stamp(self, name: str) -> str | None:
        if self.users is not None:
            user: User | None = self.users.get(name)
            return user.stamp if user else None
        return self.token


class Stopped(Exception):  # noqa: N818 (it is no error of ours)
    """A request that goes no further, and why."""

    def __init__(self, status: int, reason: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(reason)
        self.status, self.reason, self.headers = status, reason, headers or {}


class Gate:
    """ASGI middleware."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":  # there are none
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _patient(send)
        headers = Headers(scope=scope)
        brought = _read_cookie(headers)
        held = brought or secrets.token_urlsafe(32)
        if self._access.is_at_hand:
            account = self._access.find_account(held)
        else:
            account = await asyncio.to_thread(self._access.find_account, held)
        scope.setdefault("state", {}).update(
            access=self._access, account=account, held=held, csrf=self._access.sessions.csrf(held)
        )
        if not brought and scope["method"] in ("GET", "HEAD") and not scope["path"].startswith("/static/"):
            send = self._with_cookie(send, held)
        answer: Response | None = None
        try:
            answer = self._send_to_log_in(scope, account)
            self._check_right(scope, account)
            if answer is None and scope["method"] not in ("GET", "HEAD", "OPTIONS"):
                body = await _read_body(receive, headers)
                self._check_form(headers, held, body)
                receive = _replay(body, receive)
        except Stopped as stopped:
            answer = await stop(scope, stopped.status, stopped.reason, stopped.headers)
        await (answer or self._app)(scope, receive, send)

    def _send_to_log_in(self, scope: Scope, account: Account | None) -> Response | None:
        path: str = scope["path"]
        if account is None and not path.startswith(_OPEN):
            if path.endswith(".json") or scope["method"] != "GET":
                raise Stopped(401, "log_in")
            asked = path + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
            return RedirectResponse(f"/log-in?next={quote(asked, safe='')}", 303)
        return None

    def _check_right(self, scope: Scope, account: Account | None) -> None:
        if scope["method"] in ("GET", "HEAD", "OPTIONS") or scope["path"] in ("/log-in", "/log-out"):
            return
        if scope["method"] != "POST":
            raise Stopped(405, "method")
        if account is not None and not account.may_judge:
            raise Stopped(403, "no_role")

    def _check_form(self, headers: Headers, held: str, body: bytes) -> None:
        if headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
            raise Stopped(415, "not_a_form")
        origin = headers.get("origin")
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") or (
            origin is not None and urlsplit(origin).netloc != headers.get("host")
        ):
            raise Stopped(403, "foreign")
        try:
            form = parse_qs(body.decode("ascii"), keep_blank_values=True, max_num_fields=2000)
        except ValueError:
            raise Stopped(400, "broken_form") from None
        if not self._access.sessions.is_csrf(held, form.get("csrf", [""])[0]):
            raise Stopped(403, "stale")

    def _with_cookie(self, send: Send, held: str) -> Send:
        """A browser without a session is given something to hold, so that a form can be tied to it."""

        async def send_with(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if not any(value.startswith(f"{COOKIE}=") for value in headers.getlist("set-cookie")):
                    headers.append("set-cookie", write_cookie(held, is_secure=self._access.is_secure))
            await send(message)

        return send_with


def write_cookie(held: str, *, is_secure: bool, ends: bool = False) -> str:
    parts = [f"{COOKIE}={'' if ends else held}", "Path=/", "HttpOnly", "SameSite=Strict"]
    if is_secure:
        parts.append("Secure")
    if ends:
        parts.append("Max-Age=0")
    return "; ".join(parts)


def _read_cookie(headers: Headers) -> str:
    try:
        held = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return held.value if held is not None and len(held.value) <= 100 else ""


async def _read_body(receive: Receive, headers: Headers) -> bytes:
    """The whole body; `Stopped` where it is too large or comes too slowly."""
    large = Stopped(413, "too_large", {"connection": "close"})
    announced = headers.get("content-length", "0")
    if not (announced.isascii() and announced.isdigit()) or int(announced) > MOST_BYTES:
        raise large
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_WITHIN):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Stopped(400, "broken_form")
                body += message.get("body", b"")
                if len(body) > MOST_BYTES:
                    raise large
                if not message.get("more_body"):
                    return bytes(body)
    except TimeoutError:
        raise Stopped(408, "too_slow", {"connection": "close"}) from None


def _replay(body: bytes, receive: Receive) -> Receive:
    """What was read, once more, for the page that asks for it."""
    left = [body]

    async def again() -> Message:
        if left:
            return {"type": "http.request", "body": left.pop(), "more_body": False}
        return await receive()

    return again


def _patient(send: Send) -> Send:
    """Sends each piece of an answer, and gives up on a client that does not take it."""

    async def send_within(message: Message) -> None:
        async with asyncio.timeout(PIECE_WITHIN):
            await send(message)

    return send_within
