"""Persons whom reports credit by name are shown without it.

A source that no list knows stands in the records by its name. Where that is an organisation's it is shown; a
person's is not put into lists, filters and headings, where it would be looked up: he is "local sources", as one without a name is.
It still stands where a quotation or a report has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec

from tawatur.export.told import Told
from tawatur.records import Assessment, Claim, Said

_NOBODY = "local_sources"
T = TypeVar("T")


class Persons:
    def __init__(self, is_organisation: Callable[[str], bool]) -> None:
        self._is_organisation = is_organisation

    def is_person(self, source: str) -> bool:
        head, colon, name = source.partition(":")
        return bool(colon) and head == "other" and not self._is_organisation(name)

    def withhold_in_claim(self, claim: Claim) -> Claim:
        if claim.source is None or not self.is_person(claim.source.value):
            return claim
        source = Said(_NOBODY, claim.source.span, claim.source.why)
        return msgspec.structs.replace(claim, source=source)

    def withhold(self, told: Told) -> Told:
        """The incident with such sources unnamed, in its claims and in its assessment."""
        claims = tuple(self.withhold_in_claim(claim) for claim in told.claims)
        drawn = told.incident.assessment
        if drawn is None or not any(self.is_person(voice.name) for voice in drawn.voices):
            return told._replace(claims=claims)
        incident = msgspec.structs.replace(told.incident, assessment=self._withhold_voices(drawn))
        return told._replace(claims=claims, incident=incident)

    def _withhold_voices(self, drawn: Assessment) -> Assessment:
        # The identifier has the name in it, and leads from counts and sides to the voice. What stands behind "@"
        # tells apart sources without a name.
        numbered = enumerate((voice for voice in drawn.voices if self.is_person(voice.name)), 1)
        ids = {voice.id: f"{_NOBODY}@person {n}" for n, voice in numbered}
        voices = tuple(
            msgspec.structs.replace(voice, id=ids[voice.id], name=_NOBODY) if voice.id in ids else voice
            for voice in drawn.voices
        )
        renamed = _rename(msgspec.to_builtins(msgspec.structs.replace(drawn, voices=voices)), ids)
        return msgspec.convert(renamed, Assessment)


def _rename(value: T, ids: Mapping[str, str]) -> T:
    """The same with other identifiers wherever they stand as a value."""
    if isinstance(value, str):
        return ids.get(value, value)  # type: ignore[return-value]
    if isinstance(value, dict):
        return {key: _rename(one, ids) for key, one in value.items()}  # type: ignore[return-value]
    if isinstance(value, list | tuple):
        return [_rename(one, ids) for one in value]  # type: ignore[return-value]
    return value
