"""The pages where a case is reviewed, and the address that takes judgements."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from tawatur.errors import JudgedSinceError, JudgementError
from tawatur.review import build_judgement
from tawatur.serve.described import QUEUE, SEED, answers
from tawatur.serve.forms import Form, read_form
from tawatur.serve.incident import IncidentPage, build_incident
from tawatur.serve.incidents import FacetNames
from tawatur.serve.log_in import to_local
from tawatur.serve.panel import build_panel, choices, is_party, list_recent, may_undo
from tawatur.serve.review_queue import ReviewPage, find_waiting, measure_progress, read_queue
from tawatur.serve.view import View, Viewed

router = APIRouter()
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
        waiting=tuple(tuple(one.key.split("+")) for one in waiting[:_SHOWN]),
        total=len(waiting),
    )
    return view.json(page)


@router.get("/review", include_in_schema=False)
def review(view: Viewed, queue: str = "proposed", seed: Seed = 0, after: str = "", at: str = "") -> Response:
    """One thing to judge, and what comes after it. `at` names it; `after`, the one that is passed over."""
    desk, state = view.desk, view.state()
    waiting = find_waiting(desk, read_queue(queue), state, seed)
    keys = [one.key for one in waiting]
    here = keys.index(at) if at in keys else keys.index(after) + 1 if after in keys else 0
    current = waiting[here % len(waiting)] if waiting else None
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
        waiting=waiting[:_SHOWN],
        total=len(waiting),
        current=current,
        page=page,
        other_page=build_incident(desk, current.other.id) if current and current.other else None,
        panel=build_panel(desk, told, view.account, [a.claim.id for a in page.accounts])
        if told and page
        else None,
        choices=choices(),
        back=address(),
        address=address,
        recent=recent,
        first_undo=next((one for one in recent if one.can_undo and one.judgement.field != "undo"), None),
        seen=desk.reviewed.number,
        noted=[note for note in desk.reviewed.noted if note.about is None][:_SHOWN],
        idle=sum(note.about is None for note in desk.reviewed.noted),
        names=FacetNames(desk, view.lang),
    )


@router.post("/review/judge", include_in_schema=False)
async def judge(request: Request) -> Response:
    form = parse_qs((await request.body()).decode(), keep_blank_values=True)
    return await run_in_threadpool(_judge, request, form)


def _judge(request: Request, form: Form) -> Response:
    view = View(request)
    reviewed, account = view.desk.reviewed, view.account
    about, field = _first(form, "about"), _first(form, "field")
    field, _, fixed = field.partition("=")  # a button may say the value too: "verdict=accepted"
    if account is None or not account.may_judge:
        return view.html("refused.html", 403, what=view.say("review.read_only"))
    try:
        undone = reviewed.judgement(about) if field == "undo" else None
        if undone is not None and not may_undo(undone, account):
            return view.html("refused.html", 403, what=view.say("review.not_yours"))
        judgement = build_judgement(
            reviewed,
            about,
            field,
            fixed or read_form(field, form),
            who=account.name,
            why=_first(form, "why").strip(),
            is_party=is_party,
        )
        incident = _first(form, "incident")
        reviewed.store.judge(
            judgement,
            seen=_read_seen(form),
            subjects=(incident, *reviewed.members(incident)) if incident else (),
        )
    except JudgedSinceError as since:
        view.desk.follow()
        came = [one for n, one in reviewed.store.log.since(min(since.since) - 1) if n in since.since]
        return view.html("changed.html", 409, came=came, back=_back(form), form=_kept(form))
    except JudgementError as wrong:
        return view.html("refused.html", 400, what=str(wrong))
    view.desk.follow()
    is_gone = bool(incident) and reviewed.incident(incident) is None
    return RedirectResponse(
        "/review" if is_gone and _back(form).startswith("/incidents/") else _back(form), 303
    )


def _read_seen(form: Form) -> int:
    written = _first(form, "seen")
    if not re.fullmatch(r"[0-9]{1,15}", written):
        raise JudgementError("The form does not say what you had seen.\n  Load the page again.")
    return int(written)


def _back(form: Form) -> str:
    return to_local(_first(form, "back") or "/review")


def _kept(form: Form) -> list[tuple[str, str]]:
    """What was written, to be looked at again: nothing that somebody wrote is thrown away."""
    hidden = ("csrf", "seen", "about", "field", "back", "incident")
    return [(name, value) for name, values in form.items() if name not in hidden for value in values if value]


def _first(form: Form, name: str) -> str:
    return form.get(name, [""])[0]


def show_incident(view: View, page: IncidentPage) -> dict[str, object]:
    """What the page of an incident needs besides, to be judged there."""
    told = view.desk.tell(page.incident.id)
    if told is None:
        return {"panel": None}
    return {
        "panel": build_panel(view.desk, told, view.account, [a.claim.id for a in page.accounts]),
        "choices": choices(),
        "back": f"/incidents/{page.incident.id}",
    }
