"""Who did it together, and who suffered it together: `قصفت فرنسا وبريطانيا`, `سيطر الجيش على البلدة بإسناد من التحالف`.

Names that و joins into one phrase have one role; and who lends a hand to those who fight is told of as fighting beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import ONLOOKERS, side_of
from tawatur.claim.mention_features import distance_to
from tawatur.claim.roles import kind_of
from tawatur.find.party_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.draft import Draft
    from tawatur.find.party_mentions import PartyMention

_NEAR = 12  # words from what tells of the act to the names
_HELP_WITHIN = 5  # words from بإسناد to whose help it was: بدعم وإسناد جوي من التحالف
_BETWEEN_WITHIN = 12  # words from an agreement to بين: اتفاق وقف إطلاق النار في الشمال الموقع بين
_FOUGHT_WITHIN = 8  # words from a clash, over بين, to those between whom it was
_BY_ONE_SIDE = frozenset({"strike", "blast", "kill", "seize", "destruction", "siege"})
_FOUGHT = frozenset({"strike", "armed_clash", "territory_change", "siege"})


def leave_fighters_beside(draft: Draft) -> None:
    """Leave those out of the actors who fight each other in a clash told beside: `قصف التحالف البلدة وسط معارك بين الجيش والحوثيين`."""
    if len(draft.actors) < 2 or kind_of(draft.type) not in _BY_ONE_SIDE:
        return
    named: dict[str, bool] = {}
    for mention in draft.found.parties_in(*draft.sentence_span()):
        named[mention.party] = named.get(mention.party, True) and _fights_beside(draft, mention)
    acting = tuple(party for party in draft.actors if not named.get(party))
    draft.actors = acting or draft.actors


def _fights_beside(draft: Draft, mention: PartyMention) -> bool:
    """Whether a party is one of the two between whom another act than the main one was fought."""
    found = draft.found
    phrase = found.phrases[mention]
    if phrase.governor not in load_vocabulary().between:
        return False
    begin = found.words.sentences[found.words.sentence_of[mention.first]][0]
    before = found.triggers_in(max(begin, phrase.first - _FOUGHT_WITHIN), phrase.first)
    return any("mutual" in t.traits and t is not draft.main for t in before)


def add_joined(draft: Draft) -> None:
    """Give all names of one phrase the role that one of them was read to have, the first of them before the others."""
    for chain in _chains(draft):
        parties = list(dict.fromkeys(m.party for m in chain))
        roles = [("actor" if p in draft.actors else "target" if p in draft.targets else "") for p in parties]
        role = next((role for role in roles if role), "")
        if not role or roles.count(role) == len(roles):
            continue
        if role == "actor":
            draft.actors = tuple(dict.fromkeys((*draft.actors, *parties)))
            draft.targets = tuple(party for party in draft.targets if party not in parties)
        else:
            draft.targets = tuple(dict.fromkeys((*draft.targets, *parties)))
            draft.actors = tuple(party for party in draft.actors if party not in parties)


def add_helpers(draft: Draft) -> None:
    """Let those act too whose help the sentence tells of: `بدعم من التحالف`, `مدعومة من روسيا`; of المدعومة it is no more than who they are."""
    if kind_of(draft.type) not in _FOUGHT or not draft.actors:
        return
    found = draft.found
    forms = found.words.forms
    begin, end = found.words.sentences[draft.main.sentence]
    here = found.parties_in(begin, end)
    for mention in here:
        before = range(mention.first - 1, max(begin, mention.first - _HELP_WITHIN) - 1, -1)
        helping = load_vocabulary().helping
        at = next((i for i in before if forms[i] in helping or " ".join(forms[i : i + 2]) in helping), None)
        if at is None or mention.party in draft.actors or _is_between(here, at, mention):
            continue
        if any(m.party in draft.actors and m.last <= at for m in here) and _may_fight(mention):
            draft.actors = (*draft.actors, mention.party)
            draft.targets = tuple(party for party in draft.targets if party != mention.party)


def take_parties_between(draft: Draft) -> None:
    """Let those alone act in an agreement whom the words behind it name as its parties: `اتفاق موسكو بين تركيا وروسيا`."""
    if draft.type != "negotiation":
        return
    found = draft.found
    words, over = found.words, load_vocabulary().between
    first, end = draft.main.last, words.sentences[draft.main.sentence][1]
    for chain in _joined(found.parties_in(first, end), draft):
        phrase = found.phrases[chain[0]]
        at = phrase.first - 1
        is_between = first <= at <= first + _BETWEEN_WITHIN and words.forms[at] in over
        if is_between and len(chain) > 1 and not found.triggers_in(first, at):
            draft.actors = tuple(dict.fromkeys(m.party for m in chain))
            draft.targets = ()
            return


def _is_between(here: list[PartyMention], at: int, mention: PartyMention) -> bool:
    return any(at < m.first < mention.first for m in here)


def _chains(draft: Draft) -> list[list[PartyMention]]:
    """The phrases of two or more names near what tells of the act, in order: `الولايات المتحدة وفرنسا وبريطانيا`."""
    found = draft.found
    return [
        chain
        for chain in _joined(found.parties_in(*found.words.sentences[draft.main.sentence]), draft)
        if len(chain) > 1
        and min(distance_to(draft, m) for m in chain) <= _NEAR
        and all(_may_fight(m) for m in chain)
        and not any(found.is_credited(m) for m in chain)
        and not (kind_of(draft.type) in _BY_ONE_SIDE and _fights_beside(draft, chain[0]))
    ]


def _joined(parties: Iterable[PartyMention], draft: Draft) -> list[list[PartyMention]]:
    """Parties by the phrase that و makes of them."""
    found = draft.found
    chains: list[list[PartyMention]] = []
    for mention in parties:
        phrase = found.phrases[mention]
        last = chains[-1][-1] if chains else None
        if (
            last is not None
            and ((phrase.joined and phrase.first == last.last) or _is_of_both(last, mention))
            and found.words.gaps[last.last] == " "
        ):
            chains[-1].append(mention)
        else:
            chains.append([mention])
    return chains


def _is_of_both(last: PartyMention, mention: PartyMention) -> bool:
    """Whether a nationality stands right behind another name of whose it is: `غارات أمريكية بريطانية`, `العدوان الأمريكي البريطاني`."""
    return mention.by == "nation" and mention.first == last.last and not mention.proclitics


def _may_fight(mention: PartyMention) -> bool:
    return side_of(mention.party) not in ONLOOKERS
