"""Judgements as JSON lines, to take them from one case to another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from tawatur.errors import JudgementError
from tawatur.records import Judgement
from tawatur.records.judgement import sign
from tawatur.review.vocabulary import check_judgement

MOST_BYTES = 4 * 1024 * 1024  # of a line: a judgement of an incident carries the words of its claims
_AHEAD = dt.timedelta(minutes=10)  # by which clocks may differ

_encode = msgspec.json.Encoder(order="deterministic")
_decode = msgspec.json.Decoder(Judgement)


def write_lines(judgements: Iterable[Judgement], stream: BinaryIO) -> int:
    """How many were written, in the order in which they hold."""
    count = 0
    for judgement in judgements:
        stream.write(_encode.encode(judgement) + b"\n")
        count += 1
    return count


def read_lines(stream: BinaryIO, name: str, now: dt.datetime | None = None) -> Iterator[Judgement]:
    """Every judgement of a file; `JudgementError` names the first line that holds none.

    One whose content does not give its identifier was altered. One from the future would stand before all
    that are still to be made.
    """
    latest = (now or dt.datetime.now(dt.UTC)) + _AHEAD
    at = 0
    while line := stream.readline(MOST_BYTES + 1):
        at += 1
        if not line.strip():
            continue
        try:
            judgement = _read(line, latest)
        except JudgementError as wrong:
            raise JudgementError(f"{name}:{at}: {wrong}") from None
        yield judgement


def _read(line: bytes, latest: dt.datetime) -> Judgement:
    again = "Export it again with `tawatur judgements export`."
    if len(line) > MOST_BYTES:
        raise JudgementError(f"The line is longer than {MOST_BYTES} bytes.\n  {again}")
    try:
        judgement = _decode.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
        raise JudgementError(f"This is no judgement: {wrong}.\n  {again}") from None
    check_judgement(judgement)
    if sign(judgement).id != judgement.id:
        raise JudgementError(f"Judgement {judgement.id} is not what was written.\n  {again}")
    if judgement.when > latest:
        raise JudgementError(f"It was made at {judgement.when}.\n  Set the clock right where it was made.")
    return judgement
