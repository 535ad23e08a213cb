"""The addresses of the desk that only show. Each page is also JSON at its address with `.json`."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import RedirectResponse

from tawatur.serve.incident import build_incident, to_template
from tawatur.serve.incidents import FacetNames, build_list
from tawatur.serve.map import build_map
from tawatur.serve.timeline import build_timeline
from tawatur.serve.timeline_picture import draw_timeline
from tawatur.serve.view import Missing, Viewed

router = APIRouter()


@router.get("/", include_in_schema=False)
def open_desk() -> Response:
    return RedirectResponse("/incidents")


@router.get("/incidents.json")
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


@router.get("/incidents/map.json")
def incident_map(view: Viewed, zoom: float = 5) -> Response:
    """Incidents on a map at a zoom, as GeoJSON: circles of many, and single ones."""
    return view.json(build_map(view.desk.index, view.state(), zoom, view.lang))


@router.get("/incidents/timeline.json")
def incident_timeline(view: Viewed) -> Response:
    """How many incidents each day, week or month has, whichever days the state asks for."""
    return view.json(build_timeline(view.desk.index, view.state()))


@router.get("/incidents/{id}.json")
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
    return view.html("incident.html", **to_template(found), names=FacetNames(view.desk, view.lang))


def _incidents(view: Viewed, template: str) -> Response:
    state, desk = view.state(), view.desk
    return view.html(
        template,
        state=state,
        page=build_list(desk, state, view.lang),
        timeline=draw_timeline(build_timeline(desk.index, state), state.since, state.until),
        names=FacetNames(desk, view.lang),
    )
