"""Whose the harmed cannot be, by who speaks and who did it.

A party tells of its enemy's losses by other words than of its own: nobody calls his own terrorists, an armed group that tells
of soldiers killed means those of a state, and nobody shells himself. What the words say outright (عنصر من قسد, مقاتليه)
is asked nothing here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.arabic.fold import fold
from tawatur.claim.attacked import cost_attacked
from tawatur.claim.doers import doer_of, is_done_to
from tawatur.claim.plain_subjects import subject_of_main
from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.load import load_entries

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm
    from tawatur.find.people import People

_LOSSES = frozenset({"killed", "wounded", "captured"})
_FROM_AFAR = frozenset({"airstrike", "drone_strike", "shelling", "bombing", "landmine", "chemical_attack"})
_BY_THEM = frozenset({"act.repel", "act.storm", "act.incursion", "act.advance"})  # who makes it loses men too
_SEIZURES = frozenset({"arrest", "abduction"})
_SEIZED = frozenset({"arrested", "abducted"})
_KILLINGS = frozenset({"killing", "execution"})
_HITS_OTHERS = _FROM_AFAR | _KILLINGS
_KIN = frozenset({"people.relative", "people.kin", "people.wife", "people.kin_child"})
_SURELY = 0.5  # log-odds of an actor from which on he is taken for nobody's victim
_ANYBODY = frozenset({"people.youth", "people.person", "people.man"})
_ARMIES = frozenset({"جيش", "فرقه", "لواء", "كتيبه", "كتائب", "فيلق", "سريه"})  # a state has such too
_FREEING = frozenset({"تحرير"})  # جيش تحرير س fights a state
_NEIGHBOURS = frozenset({"civilians", "unknown"})
ONLOOKERS = frozenset({"monitor", "aid", "medics"})  # sides that bear no arms


def is_ruled_out(draft: Draft, harm: Harm, who: str) -> bool:
    """Whether those harmed, of whom no words say whose they were, cannot be a party's."""
    people = harm.people
    if people is not None and people.noun in _KIN and who in draft.actors and draft.type in _KILLINGS:
        return not hits_own(draft)  # أعدمت فلانا وابنه
    if harm.kind in _SEIZED and draft.type in _SEIZURES and draft.actors == (who,) and who not in _NEIGHBOURS:
        theirs = people is not None and people.theirs
        is_own = people is not None and people.value == "security"
        return not theirs and (not is_own or is_done_to(draft, harm))
    if (
        who in _NEIGHBOURS
        or harm.kind not in {*_LOSSES, "surrendered"}
        or (people is not None and people.theirs)
    ):
        return False
    if people is not None and people.bears_arms and side_of(who) in ONLOOKERS:
        return True
    alone = draft.actors == (who,) and _acts_surely(draft, harm, who)
    if harm.kind == "surrendered":
        return who in draft.targets or _is_given_up_to(draft, harm, who)
    of_state = people is not None and people.value == "security" and not _bears_no_state(who)
    if (
        alone
        and not hits_own(draft)
        and (is_done_to(draft, harm) or (draft.type in _FROM_AFAR and not of_state))
    ):
        return True
    if people is None:
        return False
    if cost_attacked(draft, harm, who):
        return True
    if people.value == "security" and not hits_own(draft) and _attacked_soldiers(draft, who):
        return True
    if who not in draft.targets and _is_anybody(people):
        return True
    if people.value == "fighters" and not people.body and side_of(who) == "state" and is_done_to(draft, harm):
        return True  # تمكنت القوات من قتل 7 منهم: a state's own, whom somebody kills, are soldiers
    called = {entry.id for entry in (people.entry, people.behind) if entry is not None}
    if "people.attacker" in called:
        return who in {draft.source, *draft.targets, *draft.whose}
    if "people.enemy" in called:
        if len(draft.actors) > 1 and who in draft.actors and side_of(who) != "nonstate":
            return True  # بإسناد من التحالف قتل الإرهابي: who helped lost none by that
        return draft.source == who if side_of(draft.source) else alone
    return draft.source == who and not _admits(draft, people.value, who)


def _attacked_soldiers(draft: Draft, who: str) -> bool:
    """`هاجمت الحركة البلدة، ما أدى إلى مقتل 12 جنديا`: whose soldiers died are none of a group's that acted alone, or may have."""
    if draft.actors:
        return draft.actors == (who,) and _bears_no_state(who)
    return _is_band(who)


def _is_anybody(people: People) -> bool:
    """`مقتل شاب`, `مقتل ثلاثة أشخاص`: nobody who fights is told of as one whom only his age or number describes."""
    return people.value == "unknown" and people.noun in _ANYBODY and people.behind is None and not people.body


def _acts_surely(draft: Draft, harm: Harm, who: str) -> bool:
    """Whether nothing speaks against one who was read as the actor: another doer, weak grounds, things of his that were hit."""
    if doer_of(draft, harm) not in {"", who}:
        return False
    if draft.weighed.get(("actor", who), _SURELY) < _SURELY:
        return False
    named = [m for m in draft.found.parties_in(*draft.sentence_span()) if m.party == who]
    heads = [draft.found.phrases[m].head for m in named]
    return not heads or not all(head.startswith("object.") for head in heads)


def _is_given_up_to(draft: Draft, harm: Harm, who: str) -> bool:
    """Whether those who gave themselves up did so to this party: تسليم أنفسهم للجيش."""
    found = draft.found
    after = [m for m in found.parties_in(harm.at, draft.sentence_span()[1]) if m.party == who]
    to = load_vocabulary().given_up_to
    return any(found.phrases[m].governor in to for m in after)


def _admits(draft: Draft, value: str, speaker: str) -> bool:
    """Whether a party that speaks may tell of its own: those of a state, of soldiers; any, of an attack on itself."""
    if value == "security" and side_of(speaker) == "nonstate":
        return False
    return value == "security" or speaker not in draft.actors


def hits_own(draft: Draft) -> bool:
    """Whether words say that a party hit its own: by mistake, among themselves."""
    return any(m == "cown_fire" for m in draft.found.marks_between(*draft.sentence_span()))


def leave_hit_actors(draft: Draft) -> None:
    """Nobody strikes himself: of the parties read as actors of a strike or a killing, those whose own were hit are none.

    Where the words do not say whose those were, the last actor stays, and of a killing all: it is as likely that they were another's.
    """
    if draft.type in _SEIZURES:
        _leave_seized(draft)
    if draft.type == "armed_clash" or draft.type in _KILLINGS:
        _turn_attacked(draft)
        _turn_killed(draft)
    if draft.type not in _HITS_OTHERS or hits_own(draft):
        return
    for harm, who in draft.effects:
        if harm.kind in _LOSSES and who in draft.actors and who not in _NEIGHBOURS:
            named = harm.people is not None and harm.people.party is not None
            if named or (len(draft.actors) > 1 and draft.type in _FROM_AFAR):
                draft.actors = tuple(party for party in draft.actors if party != who)


def _turn_attacked(draft: Draft) -> None:
    """Of an attack that is no exchange of fire, or a killing, whose men alone fell to it was its target, and the other side made it: `هجوم لداعش … مقتل جنديين`."""
    if len(draft.actors) < 2 or hits_own(draft) or not (draft.type in _KILLINGS or _is_attack(draft)):
        return
    fell = {who for harm, who in draft.effects if harm.kind in _LOSSES and who in draft.actors}
    others = tuple(party for party in draft.actors if party not in fell)
    if not fell or not others or any(t.id in _BY_THEM for t in draft.triggers):
        return
    if any(_bears_no_state(party) == _bears_no_state(other) for party in fell for other in others):
        return
    subject = subject_of_main(draft)
    if subject is None or subject.party not in fell:
        draft.actors = others
        draft.targets = tuple(dict.fromkeys((*(p for p in fell), *draft.targets)))


def _turn_killed(draft: Draft) -> None:
    """Whose men alone are told to be killed by a verb that has a doer was its target: `القوات قتلت عشرة من مسلحي الحركة`."""
    if len(draft.actors) < 2 or hits_own(draft) or any("mutual" in t.traits for t in draft.triggers):
        return
    mentions = draft.found.parties_in(*draft.sentence_span())
    for harm, who in draft.effects:
        if harm.kind not in _LOSSES or who not in draft.actors or not is_done_to(draft, harm):
            continue
        others = tuple(party for party in draft.actors if party != who)
        if others and all(m.first > harm.at for m in mentions if m.party == who):
            draft.actors = others
            draft.targets = tuple(dict.fromkeys((who, *draft.targets)))


def _is_attack(draft: Draft) -> bool:
    """Whether a word tells of an attack of one side, and none of both or of a campaign."""
    of_act = [t.traits for t in draft.triggers if t.act is not None and "attack" in t.traits]
    return any("weak" not in t for t in of_act) and not any("mutual" in t for t in of_act)


def _leave_seized(draft: Draft) -> None:
    """Leave out who is named for those alone who were seized: `القبض على خمسة من قادة داعش`, and not `اعتقل داعش أحد قادته`."""
    mentions = draft.found.parties_in(*draft.sentence_span())
    for harm, who in draft.effects:
        own = harm.people.party if harm.people is not None else None
        if harm.kind not in _SEIZED or who not in draft.actors or own is None:
            continue
        if all(m is own for m in mentions if m.party == who):
            draft.actors = tuple(party for party in draft.actors if party != who)


def _is_band(party: str) -> bool:
    """Whether a group without an identifier is no state's by the word it begins with: `حركة 23 مارس`, `جبهة تحرير`."""
    kind, _, name = party.partition(":")
    first, _, rest = fold(name).partition(" ")
    is_army = first in _ARMIES and rest.partition(" ")[0] not in _FREEING
    return kind == "other" and first in load_vocabulary().groups and not is_army


def _bears_no_state(party: str) -> bool:
    return side_of(party) == "nonstate" or _is_band(party)


def side_of(party: str) -> str:
    """What a party takes part as: state, nonstate, foreign, …; empty for one that no list knows."""
    return _load_sides().get(party, "")


@cache
def _load_sides() -> dict[str, str]:
    return {entry.id: entry.side for entry in load_entries("parties")}
