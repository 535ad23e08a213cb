"""Find whose side a group is on that is called no more than somebody's followers: `الفصائل الموالية لأنقرة`, `المسلحين الموالين للنظام`.

The word for them alone (`الفصائل`, `المسلحين`) would point elsewhere. They are the state's whose they are at home, and of a foreign one
the party of its camp there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.party_mentions import PROCLITICS, PartyMention
from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.segment.words import Words

_LOOSE = frozenset({"anaphor", "kind", "shared"})  # readings of a common noun
_NOBODY = ""  # until it is known whose followers they are
_WITHIN = 2  # words from it, over a nationality, to الموالية


def settle_followers(
    parties: Sequence[PartyMention], words: Words, country: str | None
) -> list[PartyMention]:
    """The parties, groups that are called somebody's followers as those of whose camp they are."""
    listed = load_vocabulary().following
    settled: list[PartyMention] = []
    parties = _with_loose(parties, words)
    for n, mention in enumerate(parties):
        if settled and mention.first < settled[-1].last:
            continue  # whom they follow
        end = min(mention.last + _WITHIN, words.sentences[words.sentence_of[mention.first]][1])
        may_tell = listed | load_vocabulary().backed if mention.party == _NOBODY else listed
        at = next((i for i in range(mention.last, end) if words.forms[i] in may_tell), None)
        if at is not None and (mention.by in _LOOSE or _is_common(mention, words)):
            lord = _lord(parties, n, words, at + 1)
            party = _followers_of(lord.party, country) if lord is not None else None
            if lord is not None and party is not None and not _is_of_camp(mention, party, lord.party):
                why = f"{words.shown(mention.first, at + 1)} are of the camp of {lord.party}"
                last = max(mention.last, lord.last)
                entry = load_parties()[party]
                mention = replace(mention, last=last, party=party, by="anaphor", entry=entry, why=why)  # noqa: PLW2901
        if mention.party != _NOBODY:
            settled.append(mention)
    return settled


def _with_loose(parties: Sequence[PartyMention], words: Words) -> Sequence[PartyMention]:
    """The parties and the nouns for fighters that name nobody yet, before whom they follow: `مسلحون موالون لأنقرة`."""
    loose = []
    for n, lord in enumerate(parties):
        at = _told_before(lord, words)
        if at is None:
            continue
        taken = parties[n - 1].last if n else 0
        begin = max(taken, words.sentences[words.sentence_of[at]][0], at - _WITHIN)
        noun = next(
            (i for i in range(at - 1, begin - 1, -1) if (p := _loose(words.forms[i])) is not None), None
        )
        if noun is not None and all(gap == " " for gap in words.gaps[noun + 1 : lord.first + 1]):
            p = _loose(words.forms[noun]) or ""
            loose.append(PartyMention(noun, at, _NOBODY, "kind", p, None, ""))
    return sorted((*parties, *loose), key=lambda p: p.first) if loose else parties


def _told_before(lord: PartyMention, words: Words) -> int | None:
    """Where the word before a party says that somebody follows it: `موالون` before `لأنقرة`, `المدعومة` before `من تركيا`."""
    listed, at = load_vocabulary(), lord.first
    if lord.proclitics.endswith("ل") and at > 1 and words.forms[at - 1] in listed.following:
        return at - 1
    is_backed = at > 2 and words.forms[at - 1] == "من" and words.forms[at - 2] in listed.backed
    return at - 2 if is_backed and not lord.proclitics else None


def _loose(form: str) -> str | None:
    """What stands before a noun for fighters; None where the word is none."""
    fighters = load_vocabulary().loose_fighters
    if form.startswith("لل"):
        return "ل" if f"ا{form[1:]}" in fighters else None
    return next((form[:n] for n in (0, 1) if form[n:] in fighters and form[:n] in PROCLITICS), None)


def _is_common(mention: PartyMention, words: Words) -> bool:
    """Whether a name is a common noun for fighters with whose they are called: `فصائل المعارضة`, of which some follow another."""
    noun = words.forms[mention.first][len(mention.proclitics) :]
    return mention.last - mention.first > 1 and noun in load_vocabulary().common_fighters


def _is_of_camp(mention: PartyMention, party: str, lord: str) -> bool:
    """Whether a group is read already as the followers' party, or by its name as another of their lord's camp."""
    if mention.party == party:
        return True
    return mention.by not in _LOOSE and mention.entry is not None and mention.entry.camp in {lord, party}


def _lord(parties: Sequence[PartyMention], n: int, words: Words, at: int) -> PartyMention | None:
    """Whom a word for following has behind it: a party, or by a pronoun the one named before."""
    if at >= len(words) or words.gaps[at] != " ":
        return None
    if words.forms[at] in load_vocabulary().to_them:
        sentence = words.sentence_of[at]
        before = (p for p in reversed(parties[:n]) if words.sentence_of[p.first] == sentence)
        return next(before, None)
    behind = next((p for p in parties[n + 1 :] if p.first >= at), None)
    return behind if behind is not None and _told_before(behind, words) == at - 1 else None


def _followers_of(lord: str, country: str | None) -> str | None:
    entry = load_parties().get(lord)
    if entry is None or country is None:
        return None
    if entry.side == "state":
        return lord if country in entry.home else None
    camp = (
        p for p, e in load_parties().items() if e.camp == lord and e.side == "nonstate" and country in e.home
    )
    return next(camp, None)
