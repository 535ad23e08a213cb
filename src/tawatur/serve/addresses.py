"""Where each page lies: on the server, or as a file of the static site (`site.py`)."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import quote, urlsplit

from tawatur.serve.query import State, to_query


class Addresses(Protocol):
    """What templates ask for a link. `is_live` says whether somebody answers: forms, review, exports."""

    is_live: bool

    def incidents(self, state: State) -> str: ...
    def incident(self, id_: str) -> str: ...
    def document(self, id_: str, claim: str | None = None) -> str: ...
    def sources(self) -> str: ...
    def source(self, id_: str) -> str: ...
    def publishers(self) -> str: ...
    def publisher(self, id_: str) -> str: ...
    def quality(self) -> str: ...
    def export(self, form: str, rows: str, state: State) -> str: ...
    def static(self, name: str) -> str: ...


class ServerAddresses:
    is_live = True

    def incidents(self, state: State) -> str:
        return _with_query("/incidents", state)

    def incident(self, id_: str) -> str:
        return f"/incidents/{to_path(id_)}"

    def document(self, id_: str, claim: str | None = None) -> str:
        return f"/documents/{to_path(id_)}" + (f"#{anchor(claim)}" if claim else "")

    def sources(self) -> str:
        return "/sources"

    def source(self, id_: str) -> str:
        return f"/sources/{to_path(id_)}"

    def publishers(self) -> str:
        return "/publishers"

    def publisher(self, id_: str) -> str:
        return f"/publishers/{to_path(id_)}"

    def quality(self) -> str:
        return "/quality"

    def export(self, form: str, rows: str, state: State) -> str:
        asked = to_query(state.but(view="", lang=""))
        return f"/export?as={form}&rows={rows}" + (f"&{asked}" if asked else "")

    def static(self, name: str) -> str:
        return f"/static/{name}"


def to_path(id_: str) -> str:
    """An identifier as one part of a path. Dots alone would lead upwards."""
    return quote(id_, safe="") if id_.strip(".") else quote(id_).replace(".", "%2E")


def anchor(claim: str) -> str:
    """The place of a claim within a page."""
    return f"claim-{quote(claim, safe='')}"


def outside(url: str | None) -> str | None:
    """The address of a page elsewhere, where it is one that a browser fetches; `javascript:` and the like are not."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def _with_query(path: str, state: State) -> str:
    asked = to_query(state)
    return f"{path}?{asked}" if asked else path
