"""`tawatur serve`: the desk of a case, in a browser."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tawatur.cli.options import CasePath, Lang, Language


def serve(
    case: CasePath,
    host: Annotated[
        str, typer.Option("--host", help="The address to answer at; by default for this machine alone.")
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes one that is free.")
    ] = 8765,
    token: Annotated[
        str | None,
        typer.Option(
            "--token",
            envvar="TAWATUR_TOKEN",
            help="What others must give to be let in, where the case has no users; 16 letters or more.",
            show_default=False,
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name",
            help="A further name by which the desk is reached, such as that of a proxy; may be repeated.",
        ),
    ] = None,
    reviewer: Annotated[
        str | None,
        typer.Option(
            "--as",
            help="Who judges, where nobody logs in; by default the user of this machine.",
            show_default=False,
        ),
    ] = None,
    https: Annotated[
        bool, typer.Option("--https", help="The desk is reached over HTTPS alone, through a proxy before it.")
    ] = False,
    tiles: Annotated[
        str | None,
        typer.Option(
            "--tiles",
            metavar="FILE|ADDRESS",
            help="Map tiles of your own, drawn on the shipped map: a PMTiles file, or its address.",
            show_default=False,
        ),
    ] = None,
    lang: Lang = Language.en,
) -> None:
    """Open the desk of a case: look at its incidents in a browser, and review them."""
    from tawatur.run.access import build_access, name_hosts
    from tawatur.run.desk import open_desk
    from tawatur.run.serve import listen, serve_app
    from tawatur.serve.app import create_app
    from tawatur.serve.tiles import find_tiles

    own_tiles = find_tiles(tiles) if tiles else None
    access = build_access(case, host, token=token, reviewer=reviewer, is_secure=https)
    with listen(host, port) as bound:  # first: laying out a large case takes a while
        desk = open_desk(case, progress=_show_progress)
        app = create_app(
            desk, lang=lang.value, hosts=name_hosts(host, name or ()), access=access, tiles=own_tiles
        )
        at = bound.getsockname()
        print(f"The desk of {case} is open at http://{host}:{at[1]}/\nStop it with Ctrl-C.", flush=True)
        serve_app(app, bound)
    print("\nThe desk is closed.", file=sys.stderr)


def _show_progress(done: int, many: int) -> None:
    print(f"\rLaying out incidents: {done:,} of {many:,}", end="\n" if done == many else "", file=sys.stderr)
