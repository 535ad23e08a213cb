"""Open a YAML file of entries that anybody may have written: a list of mappings, or an error that says where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from tawatur.errors import LexiconError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

# What an entry of another shape than the expected raises while it is read.
MISSHAPEN = (AttributeError, IndexError, KeyError, TypeError, ValueError)


def read_rows(path: Traversable | Path) -> list[dict[str, Any]]:
    """The entries of a file, in order; of an empty file none."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        rows = yaml.load(path.read_bytes().decode("utf-8-sig"), Loader=loader)  # noqa: S506 a safe loader
    except UnicodeDecodeError as error:
        raise LexiconError(
            f"{path.name}: it is not UTF-8 (byte {error.start:,}).\n  Save it as UTF-8."
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: 2018-02-31 stands for no day
        raise LexiconError(f"{path.name}: not YAML that can be read.\n  {error}") from error
    if rows is None:
        return []
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise LexiconError(
            f"{path.name}: it is no list of entries.\n  Begin each entry with `- id:` and indent the rest of it."
        )
    return rows
