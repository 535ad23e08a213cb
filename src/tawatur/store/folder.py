"""The case folder: what lies in it, and whether a folder is one."""

from __future__ import annotations

from pathlib import Path

from tawatur.errors import CaseError

DATABASE = "case.sqlite"
OBJECTS = "objects"
PARQUET = "parquet"
MANIFEST = "manifest.json"
JUDGEMENTS = "judgements.sqlite"
ACCESS = "access.sqlite"
REDACTIONS = "redactions.json"
DESK = "desk.sqlite"
_OURS = {
    DATABASE,
    f"{DATABASE}-wal",
    f"{DATABASE}-shm",
    f"{DATABASE}-journal",
    JUDGEMENTS,
    f"{JUDGEMENTS}-journal",
    ACCESS,
    f"{ACCESS}-journal",
    OBJECTS,
    PARQUET,
    MANIFEST,
    "lock",
    DESK,
    REDACTIONS,
    "published.json",
    "shards",
    "linking",
}


def require_case(case: Path) -> None:
    """Raise, with what to do, where a folder is no case."""
    if not case.exists():
        raise CaseError(f"{case} does not exist.\n  Make a case with `tawatur run REPORTS -o {case}`.")
    if not (case / DATABASE).is_file():
        raise CaseError(
            f"{case} is not a case: it has no {DATABASE}.\n  Make one with `tawatur run REPORTS -o CASE`."
        )


def make_folder(case: Path) -> None:
    """A folder that is a case, was to become one, or is empty; anything else is refused."""
    if case.exists() and not case.is_dir():
        raise CaseError(f"{case} is a file, not a folder.\n  Give another name with `-o`.")
    try:
        case.mkdir(parents=True, exist_ok=True)
        strange = sorted(
            path.name
            for path in case.iterdir()
            if path.name.removeprefix(".").removesuffix(".part") not in _OURS
        )
        if strange and not (case / DATABASE).is_file():
            raise CaseError(
                f"{case} holds other things ({', '.join(strange[:3])}) and is not a case.\n"
                "  Give an empty or a new folder with `-o`."
            )
        probe = case / "lock"
        probe.touch()
    except OSError as error:
        raise CaseError(
            f"{case} cannot be written: {error.strerror}.\n  Give a folder that you may write with `-o`."
        ) from None
