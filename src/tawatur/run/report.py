"""Write the static site of a case: aside first, then in the place of an older one."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tawatur.errors import CaseError, ExportError
from tawatur.export.ontology import Lang
from tawatur.run.desk import open_desk
from tawatur.serve.site import Site, write_site

_MARK = "tawatur-site.txt"  # in a folder that is a site: it may be written again


def write_report(
    case: Path,
    out: Path,
    *,
    lang: Lang = "en",
    quotes: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """The case as pages under `out`, which is new, empty, or an older site; how many pages there are."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / _MARK).is_file())):
        raise ExportError(f"{out} holds other things.\n  Name a new folder with `-o`.")
    desk = open_desk(case)
    if not desk.is_finished:
        raise CaseError(
            f"The last run of {case} did not come to its end.\n  Finish it with `tawatur run -o {case}`."
        )
    aside = out.with_name(f".{out.name}.part")
    shutil.rmtree(aside, ignore_errors=True)
    try:
        aside.mkdir(parents=True)
        (aside / _MARK).write_text(
            "A site that `tawatur report` wrote, and may write again.\n", encoding="utf-8"
        )
        written = write_site(Site(desk, quotes=quotes), aside, lang, progress)
        if out.exists():
            shutil.rmtree(out)
        aside.rename(out)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise ExportError(
            f"{out} cannot be written: {error.strerror}.\n  Give another name with `-o`."
        ) from None
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise
    return written
