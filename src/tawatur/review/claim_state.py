"""A claim as the judgements taken so far leave it."""

from __future__ import annotations

from typing import Any

from tawatur.records import Claim, Decided, JudgedClaim, Judgement, Noted
from tawatur.review.slots import plain_slot, plain_value, to_compare, with_slot
from tawatur.review.vocabulary import SLOTS


class ClaimState:
    def __init__(self, machine: Claim) -> None:
        self._machine = machine
        self._claim = machine
        self._decided: dict[str, tuple[Any, Judgement]] = {}
        self._verdict: Judgement | None = None
        self._judgements: list[Judgement] = []

    def take(self, judgement: Judgement) -> None:
        """A judgement about the claim that applies."""
        if judgement.field in SLOTS:
            why = f"set by {judgement.who}" + (f": {judgement.why}" if judgement.why else "")
            self._claim = with_slot(self._claim, judgement.field, judgement.value, why)
            self._decided[judgement.field] = plain_value(judgement.field, judgement.value), judgement
        elif judgement.field == "verdict":
            self._verdict = judgement
        self._judgements.append(judgement)

    def build(self, notes: list[Noted]) -> JudgedClaim:
        """The claim with both values of each slot. Where an acceptance was of another reading, `notes` gets that."""
        verdict = self._verdict
        changed = self._find_changed(verdict) if verdict else ()
        if verdict and changed:
            notes.append(Noted(judgement=verdict, reason="accepted_other", slots=changed))
            verdict = None
        return JudgedClaim(
            machine=self._machine,
            claim=self._claim,
            decided=tuple(
                Decided(
                    slot=slot,
                    machine=plain_slot(self._machine, slot),
                    human=self._decided[slot][0],
                    by=self._decided[slot][1],
                )
                for slot in SLOTS
                if slot in self._decided
            ),
            verdict=verdict,
            judgements=tuple(self._judgements),
        )

    def _find_changed(self, verdict: Judgement) -> tuple[str, ...]:
        """The slots that read otherwise than when the claim was accepted."""
        if verdict.value != "accepted" or not isinstance(verdict.was, dict):
            return ()
        return tuple(
            slot
            for slot in SLOTS
            if slot in verdict.was
            and slot not in self._decided
            and to_compare(slot, verdict.was[slot]) != to_compare(slot, plain_slot(self._machine, slot))
        )
