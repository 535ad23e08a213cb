"""`tawatur publish` and `tawatur fetch`: a case at an address."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.options import CasePath

Address = Annotated[
    str,
    typer.Argument(metavar="ADDRESS", help="A folder here or at an address (s3://…).", show_default=False),
]


def publish(case: CasePath, address: Address) -> None:
    """Put a finished case at an address, for others to fetch; published again, only what changed is sent."""
    from tawatur.run.published import publish_case

    _show("published at", address, publish_case(case, address).files)


def fetch(
    address: Address,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="CASE",
            help="A new folder, or one that it was fetched into.",
            show_default=False,
        ),
    ],
) -> None:
    """Bring a published case here, to read; fetched again, only what changed is brought."""
    from tawatur.run.published import fetch_case

    _show("fetched into", str(out), fetch_case(address, out).files)


def _show(done: str, where: str, files: tuple[object, ...]) -> None:
    print(f"{len(files):,} files {done} {where}.")
