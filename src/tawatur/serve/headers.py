"""The headers of every answer: no page may call another host, be framed, or run a script that is not ours."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_RULES = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
)
POLICY = "; ".join(_RULES)
# Of the static site, as each page says it itself. From a disk, `'self'` is nothing: files are named as such.
_SITE_RULES = (
    "default-src 'none'",
    "script-src 'self' file:",
    "style-src 'self' file:",
    "img-src 'self' file: data: blob:",
    "font-src 'self' file: data: blob:",
    "connect-src data: blob:",
    "worker-src blob: data:",
    "form-action 'none'",
    "base-uri 'none'",
)
SITE_POLICY = "; ".join(_SITE_RULES)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def _policy(asks: str | None) -> str:
    return POLICY.replace("connect-src 'self'", f"connect-src 'self' {asks}") if asks else POLICY


class SafeHeaders:
    """ASGI middleware that puts them on; nothing is kept by a browser but what lies under /static."""

    def __init__(self, app: ASGIApp, asks: str | None = None) -> None:
        """`asks` is another host that pages may ask, as scheme and name: that of tiles which the user named."""
        self._app = app
        self._headers = _HEADERS | {"content-security-policy": _policy(asks)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        kept = "max-age=3600" if scope["path"].startswith("/static/") else "no-store"

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers[name] = value
                headers.setdefault("cache-control", kept)
            await send(message)

        await self._app(scope, receive, send_safely)
