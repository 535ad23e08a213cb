"""What a report says around a harm that bears on whose people were harmed: of parts, of others, of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.harm_sorts import is_at_trade, sort_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm

_SOFT = frozenset({"children", "women"})  # who may stand among civilians without telling them from the rest
_TELLINGS = 60  # of one number: no report tells of it so often, and a text made to take time ends too


def form_of_saying(draft: Draft, harm: Harm) -> str:
    """In which form the harm is said: they who killed (قتلوا 7) are not those who were killed."""
    says = next((t.form.says for t in draft.triggers if t.first <= harm.at < t.last), None)
    return f"{says.part}:{says.voice}:{says.agree}" if says is not None else "none"


def things_about(draft: Draft) -> str:
    """Of what kinds the things are that the draft's sentences and the one before name: homes, positions."""
    first, last = draft.sentence_span()
    before = draft.found.words.sentence_of[first]
    start = draft.found.words.sentences[max(0, before - 1)][0]
    return "+".join(sorted({h.form.entry.value for h in draft.found.hits_in("object", start, last)}))


def is_of_fighting(draft: Draft) -> bool:
    """Whether its sentences speak of a clash, whatever the draft itself tells: `أكثر من 100 قتلوا خلال المواجهات`."""
    return any(t.type == "armed_clash" for t in draft.found.triggers_in(*draft.sentence_span()))


def said_elsewhere(draft: Draft, harm: Harm) -> list[str]:
    """What the report says of whose they were where it tells of the same number again."""
    if harm.low is None or harm.low == 1:
        return []
    told = draft.found.harms_of(harm.kind, harm.low, harm.high)[:_TELLINGS]
    return sorted({sort_of(draft, h) for h in told if h is not harm} - {"plain"})


def said_of_parts(draft: Draft, harm: Harm) -> list[str]:
    """Of whom some of them were: `14 شخصا بينهم 7 مدنيين` leaves the others unknown, `بينهم طفل` need not."""
    parts = parts_of(draft, harm)
    sorts = {"soft" if part.of in _SOFT or is_at_trade(part) else sort_of(draft, part) for part in parts}
    return sorted(sorts - {"plain"})


def parts_of(draft: Draft, harm: Harm) -> list[Harm]:
    """The harms that are told as parts of this one: `بينهم 7 مدنيين`."""
    if harm.way == "part":
        return []
    return [h for h in draft.harms if h.way == "part" and h.at == harm.at and h.kind == harm.kind]


def sibling_of(draft: Draft, harm: Harm) -> tuple[Harm, str, str] | None:
    """The nearest harm of the draft that is settled, whose it was, and how far off it stands."""
    near = min(draft.effects, key=lambda e: (abs(e[0].at - harm.at), e[0].first), default=None)
    if near is None:
        return None
    other, whose = near
    sentence = draft.found.words.sentence_of
    if max(harm.first, other.first) - min(harm.last, other.last) <= 1:
        return other, whose, "touch"
    return other, whose, "near" if sentence[other.at] == sentence[harm.at] else "far"
