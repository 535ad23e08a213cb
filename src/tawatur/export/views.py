"""The forms that a case can be exported in. A view is one entry here and one function of its own."""

from __future__ import annotations

from importlib import import_module
from typing import BinaryIO, NamedTuple, Protocol, cast

from tawatur.errors import ExportError
from tawatur.export.chain import Chain, Sink


class WriteFile(Protocol):
    def __call__(self, chain: Chain, stream: BinaryIO, /) -> None: ...


class WriteFolder(Protocol):
    def __call__(self, chain: Chain, sink: Sink, /) -> list[str]: ...


class View(NamedTuple):
    """A form: what it is, and where the function is that writes its rows of each kind.

    Functions are named, not imported: each form is loaded when it is asked for.
    """

    name: str
    says: str
    rows: dict[str, str]  # kind of row → function; the first is the default
    is_folder: bool = False


_VIEWS = (
    View("claims", "the claim format: a document a line, as JSON", {"documents": "claims:write_claims"}),
    View(
        "csv",
        "spreadsheet rows in UTF-8, safe to open",
        {
            "claims": "spreadsheet:write_claim_rows",
            "effects": "spreadsheet:write_effect_rows",
            "incidents": "spreadsheet:write_incident_rows",
            "proposals": "beside:write_proposals",
            "sums": "beside:write_sums",
            "copies": "beside:write_copies",
            "judgements": "judgements:write_judgement_rows",
        },
    ),
    View("geojson", "incidents on a map (RFC 7946)", {"incidents": "geojson:write_geojson"}),
    View(
        "acled",
        "events as ACLED has them",
        {"events": "acled:write_events", "claims": "linked:write_claims", "left_out": "acled:write_left_out"},
    ),
    View(
        "ucdp",
        "events as UCDP GED has them",
        {"events": "ucdp:write_events", "claims": "linked:write_claims", "left_out": "ucdp:write_left_out"},
    ),
    View(
        "airwars",
        "incidents of civilian harm as Airwars has them",
        {
            "incidents": "airwars:write_incidents",
            "sources": "airwars:write_sources",
            "belligerents": "airwars:write_belligerents",
            "claims": "linked:write_claims",
            "left_out": "airwars:write_left_out",
        },
    ),
    View("parquet", "a folder of tables for analysis", {"tables": "parquet:write_tables"}, is_folder=True),
)
VIEWS = {view.name: view for view in _VIEWS}


def find_view(name: str) -> View:
    try:
        return VIEWS[name]
    except KeyError:
        raise ExportError(f"There is no export named {name!r}.\n  There are: {', '.join(VIEWS)}.") from None


def load_file_writer(view: View, rows: str | None) -> WriteFile:
    return cast("WriteFile", _load(view, rows))


def load_folder_writer(view: View, rows: str | None) -> WriteFolder:
    return cast("WriteFolder", _load(view, rows))


def _load(view: View, rows: str | None) -> object:
    kind = rows or next(iter(view.rows))
    if kind not in view.rows:
        raise ExportError(f"{view.name} has no rows of {kind!r}.\n  It has: {', '.join(view.rows)}.")
    module, function = view.rows[kind].split(":")
    return getattr(import_module(f"tawatur.export.{module}"), function)
