"""`tawatur verify`: hold a case against itself."""

from __future__ import annotations

import typer

from tawatur.cli.options import CasePath


def verify(case: CasePath) -> None:
    """Check every byte, quote and reference of a case; exit with 1 where something is wrong."""
    from tawatur.run.verify import verify_case
    from tawatur.store import load_manifest

    faults = 0
    for fault in verify_case(case):
        faults += 1
        print(f"{fault.where}: {fault.what}.\n  {fault.remedy}")
    if faults:
        print(f"{faults:,} {'fault' if faults == 1 else 'faults'} in {case}.")
        raise typer.Exit(1)
    print(f"{case} is whole. Its root is {load_manifest(case).root}.")
