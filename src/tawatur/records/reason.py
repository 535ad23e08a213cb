"""Why something was joined, linked or taken for a copy: reasons by name, put into words where they are shown."""

from __future__ import annotations

import msgspec


class Reason(msgspec.Struct, frozen=True, array_like=True):
    """One thing that was found to agree or not, by its name in `data/ontology/reasons.yaml`.

    A value is a name as a claim has it, the identifier of a type or a party, a number, or days as an ISO
    interval; the wording says which.
    """

    id: str
    values: tuple[str, ...] = ()
