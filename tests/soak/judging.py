"""Judgements that come from elsewhere: what is taken in must apply or be named, be told, and be undone, like any other."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
import tempfile
import zlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

sys.path.insert(0, str(Path(__file__).parents[1]))

from doubles import TableReader
from reviewers import REPORTS, write_reports
from tawatur.errors import JudgementError
from tawatur.export.judgements import write_judgement_rows
from tawatur.export.told import tell
from tawatur.records import Judgement
from tawatur.records.judgement import sign
from tawatur.review import apply_judgements, build_judgement
from tawatur.review.agreement import measure_agreement
from tawatur.review.lines import read_lines, write_lines
from tawatur.run.build import build_case
from tawatur.run.desk import open_desk
from tawatur.run.judged import JudgedCase
from tawatur.serve.desk import Desk
from tawatur.store import SqliteStore

NOON = dt.datetime(2024, 5, 1, 12, tzinfo=dt.UTC)
_PLACE = {"name": "السوسة", "country": "SY", "lat": 34.52, "lon": 40.96, "precision": "town"}
_HURT = [{"kind": "killed", "who": "civilians", "of": None, "low": 4, "high": None}]
_SLOTS = {"type": "airstrike", "stance": "denied", "source": "isis", "actors": ["isis", "sdf"], "targets": ["civilians"],
          "place": _PLACE, "date": ["2018-10-11", "2018-10-12"], "effects": _HURT, "verdict": "accepted", "move": None,
          "comment": "ملاحظة"}  # fmt: skip


def check_said(reason: str) -> None:
    assert reason, "it was refused without a word"


class _Log:
    """A log of judgements in memory."""

    def __init__(self, kept: Sequence[Judgement]) -> None:
        self.kept = kept
        self.number = len(kept)

    def since(self, number: int) -> list[tuple[int, Judgement]]:
        return list(enumerate(self.kept[number:], number + 1))


@cache
def _store() -> SqliteStore:
    folder = Path(tempfile.mkdtemp(prefix="tawatur-fuzz-"))
    write_reports(folder / "reports.jsonl", REPORTS)
    build_case([folder / "reports.jsonl"], folder / "case", workers=1, load=TableReader)
    return SqliteStore(folder / "case")


@cache
def small_desk() -> Desk:
    return open_desk(_store().case)


def _judge(kept: Sequence[Judgement]) -> JudgedCase:
    store = _store()
    store.log = _Log(kept)  # type: ignore[assignment]
    return JudgedCase(store)


@cache
def _made() -> tuple[Judgement, ...]:
    """One of each kind, as reviewers make them."""
    case = _judge(())
    one, other = list(case.incidents())[:2]
    claim = one.claims[0]
    acts: list[tuple[str, str, Any]] = [(claim, field, value) for field, value in _SLOTS.items()]
    acts += [(one.id, "verdict", "accepted"), (one.id, "grade", "weak"), (one.id, "merge", other.id)]
    acts += [(one.id, "apart", other.id), (one.id, "split", [claim])]
    made = []
    for n, act in enumerate(acts):
        judgement = build_judgement(case, *act, who="huda", when=NOON + dt.timedelta(minutes=n))
        made.append(sign(judgement))
    undo = build_judgement(
        _judge(made), made[0].id, "undo", None, who="huda", when=NOON + dt.timedelta(days=1)
    )
    return (*made, sign(undo))


@cache
def judgement_lines() -> tuple[bytes, ...]:
    stream = io.BytesIO()
    write_lines(_made(), stream)
    return tuple(stream.getvalue().splitlines())


def import_judgements(raw: bytes) -> None:
    """The line as it is, and a judgement of which one part was exchanged for it and which was then signed anew."""
    for line in (raw, _exchange(raw)):
        try:
            read = list(read_lines(io.BytesIO(line), "x.jsonl", NOON + dt.timedelta(days=3)))
        except JudgementError as error:
            check_said(str(error))
            continue
        if read:
            _live_with(read)


def _exchange(raw: bytes) -> bytes:
    chosen = zlib.crc32(raw)
    made = _made()[chosen % len(_made())]
    whole: dict[str, Any] = msgspec.to_builtins(made)
    parts = [*whole, "why", "was", "to", "of"]
    part = parts[chosen // 97 % len(parts)]
    text = raw.decode("utf-8", "replace")
    try:
        value = json.loads(text)
    except ValueError:
        value = text[:300]
    if isinstance(value, dict) and isinstance(whole.get(part), list | dict | None) and chosen % 3:
        value = value.get(part, value.get("value"))
    try:
        new = msgspec.convert(whole | {part: value}, Judgement)
        return msgspec.json.encode(sign(new))
    except (msgspec.ValidationError, UnicodeEncodeError):
        return raw


def _live_with(read: list[Judgement]) -> None:
    """All that the desk does with judgements, with these after one of each kind."""
    kept = list({judgement.id: judgement for judgement in (*_made(), *read)}.values())
    case = _judge(kept)
    assert case.judged == apply_judgements(kept, case.store)
    for incident in case.incidents():
        tell(case, incident)
        list(case.history(incident.id))
    write_judgement_rows(case, io.BytesIO())
    list(case.entries())
    list(measure_agreement(kept))
    for judgement in read:
        build_judgement(case, judgement.id, "undo", None, who="sami")
