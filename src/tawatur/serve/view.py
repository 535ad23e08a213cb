"""One request as a page sees it: whose desk, in which language, and how to answer."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import Annotated, Any
from urllib.parse import urlencode

import msgspec
from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse

from tawatur.export.ontology import Lang
from tawatur.serve.addresses import ServerAddresses
from tawatur.serve.desk import Desk
from tawatur.serve.language import COOKIE, choose_lang
from tawatur.serve.query import State, parse_state
from tawatur.serve.rendering import Renderer
from tawatur.serve.sessions import Account
from tawatur.serve.words import Words

_json = msgspec.json.Encoder(order="deterministic")
_A_YEAR = 31_536_000


class Missing(Exception):  # noqa: N818 (it is no error of ours)
    """The case has nothing by that name."""


class View:
    def __init__(self, request: Request) -> None:
        state = request.app.state
        self.request = request
        self._desk: Desk = state.desk
        self._renderer: Renderer = state.renderer
        self.urls = ServerAddresses()
        asked = request.query_params.get("lang")
        self.lang: Lang = choose_lang(
            asked, request.cookies, request.headers.get("accept-language", ""), state.lang
        )
        self._keep_lang = asked == self.lang

    @cached_property
    def desk(self) -> Desk:
        """The desk, with what has changed since it was last asked for: it may have to be read from the disk."""
        self._desk.follow()
        return self._desk

    def state(self) -> State:
        return parse_state(self.request.query_params.multi_items())

    def html(self, template: str, code: int = 200, /, **values: Any) -> Response:  # noqa: ANN401
        """A page; templates get the words of the reader's language, and `view`."""
        page = self._renderer.render(template, self.lang, self.urls, view=self, **values)
        answer = HTMLResponse(page, code)
        if self._keep_lang:
            answer.set_cookie(COOKIE, self.lang, max_age=_A_YEAR, httponly=True, samesite="lax")
        return answer

    def json(self, found: object, status: int = 200) -> Response:
        return Response(_json.encode(found), status, media_type="application/json")

    def say(self, phrase: str) -> str:
        return Words(self.lang).say(phrase)

    @property
    def account(self) -> Account | None:
        """Who asks; None where nobody is logged in."""
        account: Account | None = self.request.state.account
        return account

    @property
    def tiles(self) -> str | None:
        """Where the user's own map tiles are, if any were given."""
        tiles = self.request.app.state.tiles
        return tiles.address if tiles else None

    @property
    def exporting(self) -> asyncio.Semaphore:
        """How many may export at once: a whole case takes half a minute, and the other pages go on beside."""
        exporting: asyncio.Semaphore = self.request.app.state.exporting
        return exporting

    @property
    def csrf(self) -> str:
        """What every form carries."""
        return str(self.request.state.csrf)

    @property
    def other_lang(self) -> str:
        """The address of this page in the other language."""
        other = "en" if self.lang == "ar" else "ar"
        pairs = [pair for pair in self.request.query_params.multi_items() if pair[0] != "lang"]
        return f"?{urlencode([*pairs, ('lang', other)])}"

    @property
    def section(self) -> str:
        """The first part of the path: which page of the navigation this is under."""
        return self.request.url.path.split("/")[1].removesuffix(".json")


async def _view(request: Request) -> View:
    """On the loop itself: it does nothing that takes time, and a thread more a request does."""
    return View(request)


Viewed = Annotated[View, Depends(_view)]
