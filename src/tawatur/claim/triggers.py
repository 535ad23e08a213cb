"""The words that tell of happenings, in order: what a claim is built around."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tawatur.lexicon.entry import Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


_PARTICLE = ("فقد",)
_PEOPLE_WITHIN = 1  # word


class Trigger(NamedTuple):
    """A word or phrase at `words[first:last]` that tells of an act, of harm, or of both."""

    first: int
    last: int
    act: Form | None
    effect: Form | None
    proclitics: str
    definite: bool  # القصف: may point back to what was told
    sentence: int

    @property
    def id(self) -> str:
        """The entry that names it: the act's where there is one."""
        return (self.act or self.effect).entry.id  # type: ignore[union-attr]

    @property
    def type(self) -> str:
        """The claim type that the word alone suggests; "" for bare harm."""
        return self.act.entry.value if self.act else ""

    @property
    def form(self) -> Form:
        return self.act or self.effect  # type: ignore[return-value]

    @property
    def traits(self) -> frozenset[str]:
        return self.act.entry.traits if self.act else frozenset()


def leave_idle(hits: list[Hit], numbers: frozenset[int]) -> list[Hit]:
    """Hits without words for acts and harm that tell of none where they stand.

    Those within a phrase that the lexicon calls idle (صادر in بيان صادر عن is no seizure), and those whose letters are
    a particle too (فقد شن: and so he launched), unless people or a number follow at once. `numbers` are where numbers begin.
    """
    idle = {
        i for h in hits if h.layer == "cue" and h.form.entry.value == "idle" for i in range(h.first, h.last)
    }
    people = numbers.union(h.first for h in hits if h.layer == "people")
    return [
        h
        for h in hits
        if h.layer not in {"act", "effect"} or not (h.first in idle or _is_particle(h, people))
    ]


def _is_particle(hit: Hit, people: frozenset[int]) -> bool:
    entry = hit.form.entry
    return (
        "or_particle" in entry.traits
        and hit.form.words == _PARTICLE
        and people.isdisjoint(range(hit.last, hit.last + _PEOPLE_WITHIN))
    )


def find_triggers(hits: Sequence[Hit], words: Words, names: Iterable[tuple[int, int]]) -> list[Trigger]:
    """Triggers in order of their place.

    `names` are runs of words that name something (a party, an outlet, a day): فجر in فجر اليوم and تحرير in
    حركة تحرير السودان tell of nothing.
    """
    blocked = {i for first, last in names for i in range(first, last)}
    acts = {h.first: h for h in hits if h.layer == "act"}
    effects = {h.first: h for h in hits if h.layer == "effect"}
    triggers: list[Trigger] = []
    covered = 0
    for first in sorted(acts.keys() | effects.keys()):
        act, effect = acts.get(first), effects.get(first)
        last = max(h.last for h in (act, effect) if h)
        if first in blocked or first < covered:
            continue
        covered = last
        hit = act or effect
        assert hit is not None
        word = words.forms[first]
        definite = bool(hit.form.says and hit.form.says.definite) or word[len(hit.proclitics) :].startswith(
            "ال"
        )
        triggers.append(
            Trigger(
                first,
                last,
                _best_form(act) if act else None,
                _best_form(effect) if effect else None,
                hit.proclitics,
                definite,
                words.sentence_of[first],
            )
        )
    return triggers


def _best_form(hit: Hit) -> Form:
    """Of several readings of the same letters, the one whose letters say most: a noun before a verb of either voice."""
    return min(hit.forms, key=lambda f: (f.entry.id, f.says is not None and f.says.voice == "either"))
