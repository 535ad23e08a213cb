"""The addresses of the desk that only show. Each page is also JSON at its address with `.json`."""

from __future__ import annotations

from tempfile import SpooledTemporaryFile
from typing import Annotated, BinaryIO, cast

from fastapi import APIRouter, Query, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool

from tawatur.export.views import find_view
from tawatur.serve.attachment import name_export, write_disposition
from tawatur.serve.described import ZOOM, answers, answers_file
from tawatur.serve.document import DocumentPage, build_document
from tawatur.serve.incident import IncidentPage, build_incident, to_template
from tawatur.serve.incidents import FacetNames, IncidentList, build_list
from tawatur.serve.map import IncidentMap, build_map
from tawatur.serve.narrowed import Narrowed, write_view
from tawatur.serve.quality import QualityPage, build_quality
from tawatur.serve.review_pages import show_incident
from tawatur.serve.sources import (
    PublisherPage,
    SourcePage,
    Tally,
    build_publisher,
    build_publishers,
    build_source,
    build_sources,
)
from tawatur.serve.timeline import Timeline, build_timeline
from tawatur.serve.timeline_picture import draw_timeline
from tawatur.serve.view import Missing, View, Viewed

router = APIRouter()
_IN_MEMORY = 8 << 20  # bytes of an export before it goes to the disk
_CHUNK = 1 << 16
_MEDIA = {
    "claims": "application/jsonl; charset=utf-8",
    "geojson": "application/geo+json",
    "parquet": "application/zip",
}
_ENDINGS = {"claims": "jsonl", "geojson": "geojson", "parquet": "zip"}


@router.get("/", include_in_schema=False)
def open_desk() -> Response:
    return RedirectResponse("/incidents")


@router.get("/incidents.json", openapi_extra=answers(IncidentList, to_state=True))
def incidents_json(view: Viewed) -> Response:
    """The incidents that a state lets through, a page of them, and the filters with their counts."""
    return view.json(build_list(view.desk, view.state(), view.lang))


@router.get("/incidents", include_in_schema=False)
def incidents(view: Viewed) -> Response:
    return _incidents(view, "incidents.html")


@router.get("/incidents/list", include_in_schema=False)
def incident_list(view: Viewed) -> Response:
    """What stands in `#list`, and behind it a <template> with the filters and their counts."""
    return _incidents(view, "incident_list.html")


@router.get("/incidents/map.json", openapi_extra=answers(IncidentMap, ZOOM, to_state=True))
def incident_map(
    view: Viewed,
    zoom: Annotated[float, Query(ge=0, le=30, allow_inf_nan=False, include_in_schema=False)] = 5,
) -> Response:
    """Incidents on a map at a zoom, as GeoJSON: circles of many, and single ones."""
    return view.json(build_map(view.desk.index, view.state(), zoom, view.lang))


@router.get("/incidents/timeline.json", openapi_extra=answers(Timeline, to_state=True))
def incident_timeline(view: Viewed) -> Response:
    """How many incidents each day, week or month has, whichever days the state asks for."""
    return view.json(build_timeline(view.desk.index, view.state()))


@router.get("/incidents/{id}.json", openapi_extra=answers(IncidentPage, of_one=True))
def incident_json(view: Viewed, id: str) -> Response:  # noqa: A002 (the name in the address)
    """One incident: its claims with their words, its assessment, and why it is one."""
    found = build_incident(view.desk, id)
    if found is None:
        raise Missing
    return view.json(found)


@router.get("/incidents/{id}", include_in_schema=False)
def incident(view: Viewed, id: str) -> Response:  # noqa: A002
    found = build_incident(view.desk, id)
    if found is None:
        raise Missing
    return view.html(
        "incident.html",
        **to_template(found),
        **show_incident(view, found),
        quotes=True,
        names=FacetNames(view.desk, view.lang),
    )


@router.get("/documents/{id:path}/received", include_in_schema=False)
def received(view: Viewed, id: str) -> Response:  # noqa: A002
    """The bytes as they came in, to be saved: never shown, since they may be a page with scripts."""
    document = view.desk.store.document(id)
    if document is None:
        raise Missing
    data = view.desk.store.objects.get(document.sha256)
    return Response(
        data,
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{document.sha256[:16]}.bin"'},
    )


@router.get("/documents/{id:path}.json", openapi_extra=answers(DocumentPage, of_one=True))
def document_json(view: Viewed, id: str) -> Response:  # noqa: A002
    """One report: its text in runs, its claims, and its copies."""
    found = build_document(view.desk, id)
    if found is None:
        return document(view, f"{id}.json")  # the identifiers of reports are their givers'
    return view.json(found)


@router.get("/documents/{id:path}", include_in_schema=False)
def document(view: Viewed, id: str) -> Response:  # noqa: A002
    found = build_document(view.desk, id)
    if found is None:
        raise Missing
    return view.html("document.html", page=found, quotes=True)


@router.get("/sources.json", openapi_extra=answers(list[Tally]))
def sources_json(view: Viewed) -> Response:
    """Every source with the number of its incidents, of those that it alone asserts, and of those that are disputed."""
    return view.json(build_sources(view.desk, view.lang))


@router.get("/sources", include_in_schema=False)
def sources(view: Viewed) -> Response:
    return view.html("sources.html", tallies=build_sources(view.desk, view.lang), of="sources")


@router.get("/sources/{id:path}.json", openapi_extra=answers(SourcePage, of_one=True))
def source_json(view: Viewed, id: str) -> Response:  # noqa: A002
    """One source: what it asserts, about whom, and its latest incidents."""
    found = build_source(view.desk, id, view.lang)
    if found is None:
        raise Missing
    return view.json(found)


@router.get("/sources/{id:path}", include_in_schema=False)
def source(view: Viewed, id: str) -> Response:  # noqa: A002
    found = build_source(view.desk, id, view.lang)
    if found is None:
        raise Missing
    return view.html("profile.html", of="source", page=found, names=FacetNames(view.desk, view.lang))


@router.get("/publishers.json", openapi_extra=answers(list[Tally]))
def publishers_json(view: Viewed) -> Response:
    """Every publisher with the number of its incidents, of those that it alone tells, and of those that are disputed."""
    return view.json(build_publishers(view.desk))


@router.get("/publishers", include_in_schema=False)
def publishers(view: Viewed) -> Response:
    return view.html("sources.html", tallies=build_publishers(view.desk), of="publishers")


@router.get("/publishers/{id:path}.json", openapi_extra=answers(PublisherPage, of_one=True))
def publisher_json(view: Viewed, id: str) -> Response:  # noqa: A002
    """One publisher: what it tells, about whom, and whose reports it takes over."""
    found = build_publisher(view.desk, id, view.lang)
    if found is None:
        raise Missing
    return view.json(found)


@router.get("/publishers/{id:path}", include_in_schema=False)
def publisher(view: Viewed, id: str) -> Response:  # noqa: A002
    found = build_publisher(view.desk, id, view.lang)
    if found is None:
        raise Missing
    return view.html("profile.html", of="publisher", page=found, names=FacetNames(view.desk, view.lang))


@router.get("/quality.json", openapi_extra=answers(QualityPage))
def quality_json(view: Viewed) -> Response:
    """What was set aside and why, what stayed open, and how good reading is on the project's gold."""
    return view.json(build_quality(view.desk))


@router.get("/quality", include_in_schema=False)
def quality(view: Viewed) -> Response:
    return view.html("quality.html", page=build_quality(view.desk))


@router.get("/export", openapi_extra=answers_file())
async def export(
    view: Viewed,
    form: Annotated[str, Query(alias="as", include_in_schema=False)] = "csv",
    rows: Annotated[str | None, Query(include_in_schema=False)] = None,
) -> Response:
    """The incidents that a state lets through, in one of the forms of `tawatur export`."""
    async with view.exporting:
        return await run_in_threadpool(_export, view, form, rows)


def _export(view: View, form: str, rows: str | None) -> Response:
    index, shape = view.desk.index, find_view(form)
    chosen = index.rows_in(index.find(view.state()))
    stream = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 (closed when it is sent)
    write_view(
        Narrowed(view.desk.reviewed, (row.id for row in chosen)), shape, rows, cast("BinaryIO", stream)
    )
    stream.seek(0)
    name = name_export(view.desk.case, view.state(), shape, rows)
    return StreamingResponse(
        iter(lambda: stream.read(_CHUNK), b""),
        media_type=_MEDIA.get(form, "text/csv; charset=utf-8"),
        headers={"content-disposition": write_disposition(f"{name}.{_ENDINGS.get(form, 'csv')}")},
        background=BackgroundTask(stream.close),
    )


def _incidents(view: Viewed, template: str) -> Response:
    state, desk = view.state(), view.desk
    return view.html(
        template,
        state=state,
        page=build_list(desk, state, view.lang),
        timeline=draw_timeline(build_timeline(desk.index, state), state.since, state.until),
        names=FacetNames(desk, view.lang),
    )
