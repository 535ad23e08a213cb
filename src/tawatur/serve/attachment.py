"""What a file is called that a reader saves: after its case and the days that were asked for."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from tawatur.export.views import View
from tawatur.serve.query import State

_SAID_BY_ENDING = frozenset({"csv", "geojson"})  # forms that the ending of their files names


def name_export(case: Path, state: State, form: View, rows: str | None) -> str:
    """`demo_2018-10-08_2018-10-14_effects`, `demo_acled-events`; without days where none were asked for."""
    kind = rows or next(iter(form.rows))
    if form.name in _SAID_BY_ENDING:
        what = kind
    else:
        what = f"{form.name}-{kind}" if len(form.rows) > 1 else form.name
    days = [day.isoformat() for day in dict.fromkeys((state.since, state.until)) if day]
    if len(days) == 1 and state.since != state.until:
        days.insert(0, "from" if state.since else "until")
    return "_".join((case.resolve().name.removesuffix(".case"), *days, what))


def write_disposition(name: str) -> str:
    """The header that has a browser save an answer under a name in any script."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-") or "export"
    exact = "" if plain == name else f"; filename*=UTF-8''{quote(name, safe='')}"
    return f'attachment; filename="{plain}"{exact}'
