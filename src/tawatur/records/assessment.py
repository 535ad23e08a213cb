"""What the claims of one incident come to: who stands behind it, what they dispute, their figures, a grade.

Nothing here is said by nobody: every count, every side and every voice leads back to claims. Sentences are
made where they are shown; a rule is named by its identifier.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from tawatur.records.claim import EffectKind


class Relation(StrEnum):
    """How a voice stands to what it tells (`data/ontology/voices.yaml` has labels and meanings)."""

    OWN = "own"  # a party about its own acts or losses
    ENEMY = "enemy"  # a party to the incident about its enemy's
    PARTY = "party"  # a party of the war that has no part in the incident
    MONITOR = "monitor"
    BODY = "body"  # the UN, a relief or rescue organisation
    MEDICS = "medics"
    AGENCY = "agency"  # a state's news agency or broadcaster
    OFFICIALS = "officials"
    WITNESSES = "witnesses"
    RESIDENTS = "residents"  # local sources
    ACTIVISTS = "activists"
    NAMED = "named"  # a person or a group that is credited by name and that no list knows
    MEDIA = "media"  # an outlet that others credit
    OUTLET = "outlet"  # an outlet in its own voice, or by its own correspondent


class Voice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One origin that asserts or denies an incident, counted once however many print it."""

    id: str  # unlike any other in the incident; the same in every incident
    name: str  # a party, a kind of source, or `media:` or `other:` and the name, as a claim has it;
    # `report:` and the file of a report whose outlet is not known
    relation: Relation
    bloc: str | None = None  # the allies with whom it stands; None: with nobody that is known
    through: tuple[str, ...] = ()  # outlets that carry it, by name
    asserts: tuple[str, ...] = ()  # claims
    denies: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()  # those of its claims that only repeat another's words
    withdrawn: bool = False  # it took back what it had asserted


class Side(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What some voices say, against what others do."""

    says: tuple[str, ...]  # values, as claims have them; of a toll: whose, and how many
    voices: tuple[str, ...]
    claims: tuple[str, ...]


class Contradiction(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Two or more accounts that cannot all be right in one respect."""

    # happened, actors, targets, type, place, day; or a kind of harm, whose counts do not meet
    field: str
    reason: str  # of `data/ontology/contradictions.yaml`
    sides: tuple[Side, ...]


class Count(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one voice gives for one group of people; `low` and `high` as an effect has them."""

    voice: str
    claim: str
    low: int | None = None
    high: int | None = None
    day: dt.date | None = None  # on which it was printed
    earlier: bool = False  # the voice has given another count since
    partial: bool = False  # a party's word on people not its own: no independent count


class Figure(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All counts of one kind of harm for one group; spans are over counts that were not replaced."""

    kind: EffectKind
    who: str | None = None  # None: everybody, each voice's groups added up once
    of: str | None = None
    counts: tuple[Count, ...] = ()
    low: int | None = None
    high: int | None = None  # None: open
    independent: tuple[int | None, int | None] | None = None  # None: no independent voice counts them
    best: int | None = None
    best_by: str | None = None  # the voice whose count it is; of a sum, the voice that it begins with
    adds: tuple[str, ...] = ()  # of everybody's: the groups whose best counts the best adds up


class Grade(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How well the incident is attested, the rule that says so, and the voices that made it hold."""

    grade: str | None  # None: nothing that is graded, such as talks without harm to anybody
    rule: str
    voices: tuple[str, ...] = ()
    facts: dict[str, int] = {}  # what the rule counted


class Assessment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    voices: tuple[Voice, ...]
    contradictions: tuple[Contradiction, ...] = ()
    figures: tuple[Figure, ...] = ()
    grade: Grade
    independent: int = 0  # voices that assert it, those of one bloc taken as one

    @property
    def disputed(self) -> tuple[str, ...]:
        """The fields in which accounts contradict each other; of tolls, the gravest that is disputed."""
        fields = {contradiction.field for contradiction in self.contradictions}
        tolls = [kind.value for kind in EffectKind if kind.value in fields]
        order = ("happened", "actors", "targets", "type", "place", "day")
        return (*(field for field in order if field in fields), *tolls[:1])

    def voice(self, id_: str) -> Voice:
        return next(voice for voice in self.voices if voice.id == id_)
