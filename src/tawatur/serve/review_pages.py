"""The pages where a case is reviewed, and the address that takes judgements."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from tawatur.errors import JudgedSinceError, JudgementError
from tawatur.review.slots import plain_slot
from tawatur.serve.acts import REDO, UNDO, build_act, find_redoable, find_undoable
from tawatur.serve.described import QUEUE, SEED, answers
from tawatur.serve.forms import Form, read_first
from tawatur.serve.incident import IncidentPage, build_incident
from tawatur.serve.incidents import FacetNames
from tawatur.serve.log_in import to_local
from tawatur.serve.naming import Naming
from tawatur.serve.panel import build_panel, choices, list_recent, may_undo
from tawatur.serve.places import Offer, offer_places
from tawatur.serve.review_queue import ReviewPage, find_waiting, measure_progress, read_queue
from tawatur.serve.sessions import Account
from tawatur.serve.view import Missing, View, Viewed
from tawatur.serve.wrong import say_wrong

router = APIRouter()
_LONGEST = 200  # letters of a name that is looked up
_SHOWN = 20  # items of a queue that are listed at once

Asked = Annotated[str, Query(alias="queue", include_in_schema=False)]
Seed = Annotated[int, Query(ge=0, le=2**31, include_in_schema=False)]


@router.get("/review.json", openapi_extra=answers(ReviewPage, QUEUE, SEED, to_state=True))
def review_json(view: Viewed, queue: Asked = "proposed", seed: Seed = 0) -> Response:
    """What waits to be reviewed, and how much of it is done."""
    waiting = find_waiting(view.desk, read_queue(queue), view.state(), seed)
    page = ReviewPage(
        queue=queue,
        seed=seed,
        progress=measure_progress(view.desk, view.state(), seed),
        waiting=tuple(tuple(one.key.split("+")) for one in waiting.first(_SHOWN)),
        total=waiting.total,
    )
    return view.json(page)


@router.get("/review", include_in_schema=False)
def review(view: Viewed, queue: str = "proposed", seed: Seed = 0, after: str = "", at: str = "") -> Response:
    """One thing to judge, and what comes after it. `at` names it; `after`, the one that is passed over."""
    desk, state = view.desk, view.state()
    waiting = find_waiting(desk, read_queue(queue), state, seed)
    current = waiting.pick(at, after)
    told = desk.tell(current.incident.id) if current else None
    page = build_incident(desk, current.incident.id) if current else None
    recent = list_recent(desk, view.account)
    asked = [
        pair for pair in view.request.query_params.multi_items() if pair[0] not in ("at", "after", "lang")
    ]

    def address(**changes: str) -> str:
        return f"/review?{urlencode([*(p for p in asked if p[0] not in changes), *changes.items()])}"

    return view.html(
        "review.html",
        queue=queue,
        seed=seed,
        progress=measure_progress(desk, state, seed),
        waiting=waiting.first(_SHOWN),
        total=waiting.total,
        current=current,
        page=page,
        other_page=build_incident(desk, current.other.id) if current and current.other else None,
        panel=build_panel(desk, told, view.account, [a.claim.id for a in page.accounts])
        if told and page
        else None,
        choices=choices(),
        naming=Naming(desk, view.lang),
        back=address(),
        address=address,
        recent=recent,
        seen=desk.reviewed.number,
        noted=[note for note in desk.reviewed.noted if note.about is None][:_SHOWN],
        idle=sum(note.about is None for note in desk.reviewed.noted),
        names=FacetNames(desk, view.lang),
    )


@router.get("/review/places", include_in_schema=False)
def review_places(view: Viewed, claim: str, q: str = "", back: str = "/review") -> Response:
    """Where a claim's place is looked up and chosen: the form that works without script."""
    offer = _offer(view, claim, q)
    return view.html(
        "places.html",
        offer=offer,
        quote=view.desk.reviewed.quote(offer.claim),
        place=plain_slot(offer.claim, "place") or {},
        panel={"incident": view.desk.reviewed.incident_of(claim) or "", "seen": view.desk.reviewed.number},
        choices=choices(),
        naming=Naming(view.desk, view.lang),
        back=to_local(back),
    )


@router.get("/review/places/list", include_in_schema=False)
def review_places_list(view: Viewed, claim: str, q: str = "") -> Response:
    """What stands in `[data-found-places]`."""
    offer = _offer(view, claim, q)
    return view.html(
        "place_list.html",
        offer=offer,
        place=plain_slot(offer.claim, "place") or {},
        naming=Naming(view.desk, view.lang),
    )


def _offer(view: View, claim: str, asked: str) -> Offer:
    if view.account is None or not view.account.may_judge:
        raise HTTPException(403)
    offer = offer_places(view.desk, claim, asked[:_LONGEST])
    if offer is None:
        raise Missing
    return offer


@router.post("/review/judge", include_in_schema=False)
async def judge(request: Request) -> Response:
    form = parse_qs((await request.body()).decode(), keep_blank_values=True)
    return await run_in_threadpool(_judge, request, form)


def _judge(request: Request, form: Form) -> Response:
    view = View(request)
    reviewed, account = view.desk.reviewed, view.account
    if account is None or not account.may_judge:
        return view.html("refused.html", 403, what=view.say("review.read_only"))
    if _undoes_others(view, form, account):
        return view.html("refused.html", 403, what=view.say("review.not_yours"))
    incident = read_first(form, "incident")
    try:
        act = build_act(view.desk, form, account)
        if act:
            about = (incident, *reviewed.members(incident)) if incident else ()
            reviewed.store.judge_all(act, seen=_read_seen(form), subjects=about)
    except JudgedSinceError as since:
        view.desk.follow(waits=True)
        came = [one for n, one in reviewed.store.log.since(min(since.since) - 1) if n in since.since]
        return view.html("changed.html", 409, came=came, back=_back(form), form=_kept(form))
    except JudgementError as wrong:
        return view.html("refused.html", 400, what=say_wrong(wrong, view.lang))
    view.desk.follow(waits=True)
    is_gone = bool(incident) and reviewed.incident(incident) is None
    return RedirectResponse(
        "/review" if is_gone and _back(form).startswith("/incidents/") else _back(form), 303
    )


def _undoes_others(view: View, form: Form, account: Account) -> bool:
    """Whether something would be taken back, or set again, that another decided."""
    field, about = read_first(form, "field"), read_first(form, "about")
    find = {UNDO: find_undoable, REDO: find_redoable}.get(field)
    return find is not None and not all(may_undo(one, account) for one in find(view.desk, about))


def _read_seen(form: Form) -> int:
    written = read_first(form, "seen")
    if not re.fullmatch(r"[0-9]{1,15}", written):
        raise JudgementError("The form does not say what you had seen.\n  Load the page again.", "unseen")
    return int(written)


def _back(form: Form) -> str:
    return to_local(read_first(form, "back") or "/review")


def _kept(form: Form) -> list[tuple[str, str]]:
    """What was written, to be looked at again: nothing that somebody wrote is thrown away."""
    hidden = ("csrf", "seen", "about", "field", "back", "incident")
    return [(name, value) for name, values in form.items() if name not in hidden for value in values if value]


def show_incident(view: View, page: IncidentPage) -> dict[str, object]:
    """What the page of an incident needs besides, to be judged there."""
    told = view.desk.tell(page.incident.id)
    if told is None:
        return {"panel": None}
    return {
        "panel": build_panel(view.desk, told, view.account, [a.claim.id for a in page.accounts]),
        "choices": choices(),
        "naming": Naming(view.desk, view.lang),
        "back": f"/incidents/{page.incident.id}",
    }
