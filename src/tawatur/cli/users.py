"""`tawatur users`: who may use the desk of a case over a network."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tawatur.cli.options import CasePath

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

_Name = Annotated[
    str, typer.Argument(metavar="NAME", help="As it stands beside judgements.", show_default=False)
]
_Role = Annotated[
    str,
    typer.Option("--role", help="read; review: also judges; admin: also takes back what others judged."),
]
_Stdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input, for scripts.")
]


@app.command()
def add(case: CasePath, name: _Name, role: _Role = "review", from_stdin: _Stdin = False) -> None:
    """Add a user; the password is asked for."""
    from tawatur.errors import AccessError
    from tawatur.serve.users import Role, Users

    if role not in list(Role):
        raise AccessError(f"{role!r} is no role.\n  There are: {', '.join(Role)}.")
    Users(case).add(name, Role(role), _ask_password(from_stdin=from_stdin))
    print(f"{name} may use the desk of {case} ({role}).")


@app.command(name="list")
def list_users(case: CasePath) -> None:
    """Print the users and their roles."""
    from tawatur.serve.users import Users

    for user in Users(case).list():
        print(f"{user.name}\t{user.role.value}")


@app.command()
def remove(case: CasePath, name: _Name) -> None:
    """Remove a user; what was open ends at once. Judgements stay."""
    from tawatur.serve.users import Users

    Users(case).remove(name)
    print(f"{name} may not use the desk of {case} any more.")


@app.command()
def password(case: CasePath, name: _Name, from_stdin: _Stdin = False) -> None:
    """Change a password; what was open with the old one ends at once."""
    from tawatur.serve.users import Users

    Users(case).set_password(name, _ask_password(from_stdin=from_stdin))
    print(f"{name} has another password.")


def _ask_password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
