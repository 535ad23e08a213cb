"""The command line: a file per command, each calling one public function."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its code: 0 done, 1 done with something to look at, 2 not done."""
    from tawatur.cli.app import build_app
    from tawatur.errors import TawaturError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Arabic must get out whatever the locale
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        build_app()(arguments, prog_name="tawatur")
    except TawaturError as error:
        _fail(str(error))
    except BrokenPipeError:  # whoever read us has left
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _fail(f"{where}{error.strerror or error}.\n  Mend that and run the same command again.")


def _fail(what: str) -> None:
    print(f"tawatur: {what}", file=sys.stderr)
    sys.exit(2)
