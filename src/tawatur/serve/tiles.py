"""Map tiles of the user's own: a PMTiles archive beside the case, or one at an address that the user names.

Nothing is asked of another host unless the user gave its address, and then of that host alone: the content-security
policy of every page names it.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from tawatur.errors import ServeError
from tawatur.serve.view import Missing

AT = "/tiles.pmtiles"
_BEGINS = b"PMTiles\x03"

router = APIRouter(include_in_schema=False)


class Tiles(NamedTuple):
    address: str  # as pages ask for it
    path: Path | None = None  # of the file that the desk gives
    host: str | None = None  # another that is asked, with its scheme: "https://tiles.example"


def find_tiles(given: str) -> Tiles:
    """The tiles that an option names; `ServeError` where there are none."""
    if given.startswith(("http://", "https://")):
        parts = urlsplit(given)
        host = parts.netloc
        if not host or "@" in host or any(letter.isspace() or letter in ";,'\"" for letter in host):
            raise ServeError(f"{given} is no address of tiles.\n  Give https://HOST/FILE.pmtiles, or a file.")
        return Tiles(given, host=f"{parts.scheme}://{host}")
    path = Path(given).resolve()
    try:
        with path.open("rb") as file:
            begins = file.read(len(_BEGINS))
    except OSError as error:
        raise ServeError(
            f"{given} cannot be read: {error.strerror}.\n  Give a PMTiles file, or an address."
        ) from None
    if begins != _BEGINS:
        raise ServeError(
            f"{given} is no PMTiles archive of version 3.\n  Convert it with the tool `pmtiles`."
        )
    return Tiles(AT, path=path)


@router.get(AT)
def give_tiles(request: Request) -> Response:
    """The archive, whole or the range of it that is asked for. The path was fixed when the desk was opened."""
    tiles: Tiles | None = request.app.state.tiles
    if tiles is None or tiles.path is None:
        raise Missing
    return FileResponse(tiles.path, media_type="application/vnd.pmtiles")
