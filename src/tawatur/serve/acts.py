"""What one press of a button judges: one thing, or the same of several claims, or the taking back of such an act."""

from __future__ import annotations

from typing import Any

from tawatur.records import Judgement
from tawatur.review import build_judgement
from tawatur.serve.desk import Desk
from tawatur.serve.forms import Form, read_first, read_form
from tawatur.serve.panel import is_party
from tawatur.serve.places import choose_place, find_alike
from tawatur.serve.sessions import Account

UNDO, REDO = "undo", "redo"  # a redo is the undoing of an undoing, and is kept as that


def build_act(desk: Desk, form: Form, account: Account) -> list[Judgement]:
    """The judgements of one act, the one about what the form names first.

    Empty where an undoing finds nothing left to undo: it was pressed twice, and must not set again what it took back.
    """
    reviewed = desk.reviewed
    about, why = read_first(form, "about"), read_first(form, "why").strip()
    # A button may say the value too: "verdict=accepted", "place=geonames:173576".
    field, _, fixed = read_first(form, "field").partition("=")
    if field in (UNDO, REDO):
        undone = find_undoable(desk, about) if field == UNDO else find_redoable(desk, about)
        if reviewed.judgement(about) is None:
            build_judgement(reviewed, about, "undo", None, who=account.name)  # raises, and says what to do
        return [build_judgement(reviewed, one.id, "undo", None, who=account.name, why=why) for one in undone]
    value = _read_value(desk, about, field, fixed, form)
    abouts = [about]
    claim = reviewed.claim(about)
    if field == "place" and read_first(form, "alike") and claim is not None:
        abouts += find_alike(desk, claim)
    return [
        build_judgement(reviewed, one, field, value, who=account.name, why=why, is_party=is_party)
        for one in abouts
    ]


def find_undoable(desk: Desk, id_: str) -> list[Judgement]:
    """A judgement, and those that were made in one act with it, as far as they stand; never an undoing."""
    return [one for one in _find_act(desk, id_) if one.field != "undo" and desk.reviewed.stands(one.id)]


def find_redoable(desk: Desk, id_: str) -> list[Judgement]:
    """The undoings by which a judgement, and those that were made in one act with it, do not stand."""
    acted = {one.id for one in _find_act(desk, id_)}
    return [
        one
        for one, stands in desk.reviewed.history()
        if one.field == "undo" and stands and one.about in acted
    ][::-1]


def _find_act(desk: Desk, id_: str) -> list[Judgement]:
    lead = desk.reviewed.judgement(id_)
    if lead is None:
        return []
    return [lead, *(one for one, _ in desk.reviewed.history() if one.beside == id_)]


def _read_value(desk: Desk, about: str, field: str, fixed: str, form: Form) -> Any:  # noqa: ANN401
    if field == "place" and fixed:
        return choose_place(desk, about, fixed)
    if fixed:
        return fixed
    claim, machine = desk.reviewed.claim(about), desk.reviewed.machine_claim(about)
    return read_form(field, form, desk, tuple(filter(None, (claim, machine))))
