"""The commands, put together. Modules here import only typer: what a command needs it imports when it runs."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer

from tawatur.cli.doctor import doctor
from tawatur.cli.export import export
from tawatur.cli.options import LANG, Language
from tawatur.cli.published import fetch, publish
from tawatur.cli.redact import redact
from tawatur.cli.report import report
from tawatur.cli.run import run
from tawatur.cli.score import score
from tawatur.cli.serve import serve
from tawatur.cli.verify import verify
from tawatur.cli.why import why

_GROUPS = {
    "gazetteer": "Places beside those that ship.",
    "lexicon": "The words that are looked for.",
    "users": "Who may use the desk of a case over a network.",
    "judgements": "What reviewers decided: take it to another case, compare reviewers.",
}


def build_app() -> typer.Typer:
    app = typer.Typer(
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        help="Read Arabic news reports of armed conflict into incidents that lead back to the words.",
        epilog="Start with: tawatur run REPORTS... -o CASE",
    )
    app.callback()(_main)
    for command in (run, serve, export, report, why, score, verify, redact, publish, fetch, doctor):
        app.command()(command)
    for name, says in _GROUPS.items():
        if find_spec(f"tawatur.cli.{name}"):
            app.add_typer(import_module(f"tawatur.cli.{name}").app, name=name, help=says)
    return app


def _main(
    *,
    version: Annotated[  # noqa: ARG001 (its callback acts)
        bool,
        typer.Option(
            "--version",
            callback=lambda asked: _show_version(asked=asked),
            is_eager=True,
            help="Show the version.",
        ),
    ] = False,
    lang: Annotated[
        Language | None,
        typer.Option(
            "--lang",
            help="The language of every command; the command's own --lang goes before it.",
            show_default=False,
        ),
    ] = None,
) -> None:
    if lang is not None:
        os.environ[LANG] = lang.value  # where the commands' own option looks


def _show_version(*, asked: bool) -> None:
    if asked:
        from tawatur import __version__

        typer.echo(f"tawatur {__version__}")
        raise typer.Exit
