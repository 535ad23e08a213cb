"""How much the words for the harmed say by themselves of whose people they were.

`own` where they name the party (عنصر من قسد, 18 حوثيا), `civil` where the noun is said of civilians, `forces` where
they bore arms for someone named around, `plain` where only the happening tells (مقتل شخصين, 5 قتلى), else `other`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.nations import party_of_fighters, party_of_nation
from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm
    from tawatur.lexicon.entry import Entry

_FORCES = frozenset({"fighters", "security", "officials"})
_SOLDIERS = frozenset({"people.soldier", "people.officer", "people.general"})
_AT_TRADE = frozenset({"people.pupil", "people.journalist", "people.medic"})
_FAMILY_WITHIN = 3  # words from some of a group to what tells that they are of a family
_PLAIN = frozenset({"unknown", "killed", "wounded", "bare", "same", "pronoun", "relative", "named"})


def sort_of(draft: Draft, harm: Harm) -> str:
    """How much the words for the harmed say by themselves: own, civil, forces, other or plain."""
    value = value_of(harm)
    if value == "civilians" and not _serves(harm):
        return "civil"
    if own_party(draft, harm) is not None:
        return "own"
    if value in _FORCES or value in {"anaphor", "captured"} or harm.kind == "captured":
        return "forces"
    return "plain" if value in _PLAIN else "other"


def are_family(draft: Draft, part: Harm) -> bool:
    """Whether some of a group are told of as a family, which says nothing of the others: `تسعة بينهم خمسة من عائلة واحدة`."""
    forms = draft.found.words.forms
    return not load_vocabulary().family.isdisjoint(forms[max(0, part.first - 1) : part.last + _FAMILY_WITHIN])


def is_at_trade(part: Harm) -> bool:
    """Whether some are told of by their work, which says nothing of the others: `سبعة أشخاص بينهم موظف`."""
    return part.people is not None and part.people.noun in _AT_TRADE


def _serves(harm: Harm) -> bool:
    """Whether one told of by his work does it for a party: متطوعون في صفوف القوات."""
    people = harm.people
    return people is not None and people.party is not None and _has_job(people.entry)


def _has_job(noun: Entry | None) -> bool:
    return noun is not None and "job" in noun.traits


def value_of(harm: Harm) -> str:
    """What the words for the harmed say of whose they are; members of a movement are no nationals."""
    people = harm.people
    if people is None:
        return harm.way
    if people.value == "nation" and people.nation is not None and people.nation.is_movement:
        return "fighters"
    return people.value


def own_party(draft: Draft, harm: Harm) -> str | None:
    """The party that the phrase for the harmed names."""
    people = harm.people
    if people is None:
        return None
    if people.party is not None:
        return people.party.party
    if people.nation is not None and (people.nation.is_movement or people.value in _FORCES):
        of = party_of_fighters if people.value == "fighters" else party_of_nation
        return of(draft, people.nation)
    return None


def are_soldiers(harm: Harm) -> bool:
    """Whether they are an army's men by the word for them, and no policemen."""
    return harm.people is not None and harm.people.noun in _SOLDIERS


def bear_arms_for_somebody(harm: Harm) -> bool:
    """Whether they are soldiers, police or men of some force, of whom the state's may be meant; not just gunmen."""
    people = harm.people
    return people is not None and (people.value in {"security", "officials"} or bool(people.body))
