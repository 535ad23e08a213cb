"""Find parties in the word for whose forces they are: `أعلنت الحركة أن مقاتليها أسروا ثلاثة` names the movement twice.

The pronoun on a noun for fighters or arms points back to the party named last that it agrees with.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from tawatur.find.leaders import is_leader
from tawatur.find.party_mentions import PROCLITICS, PartyMention
from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_PRONOUNS = ("هما", "هم", "ها", "ه")
_OURS = ("نا", "كم")  # قواتنا, and قواتكم as an army writes to its people
_ALL = (*_OURS, *_PRONOUNS)
_SENTENCES_BACK = 2
_SPEAKING_ON = 8  # sentences back to who goes on speaking in each of them: وأضافت, وتابعت
_NOBODY = frozenset({"unknown", "un", "icrc"})  # who has no fighters


def add_own_forces(
    parties: Sequence[PartyMention],
    words: Words,
    teller: str | None,
    state: str | None = None,
    hits: Sequence[Hit] = (),
) -> list[PartyMention]:
    """The parties with those that a pronoun on their forces names, in the order of their place.

    `teller` is the party that speaks through the outlet: in its own reports `قواتنا` are its forces. Where nobody is
    known to speak, `جيشنا` is that of the `state` spoken of.
    """
    taken = {i for p in parties for i in range(p.first, p.last)}
    found = list(parties)
    own, faith = _own(), _of_the_faith()
    said = {h.last: h.first for h in hits if h.layer == "say" and h.form.is_verb}
    goes_on = {words.sentence_of[verb] for verb in _without_subject(said, parties, words)}
    for at, form in enumerate(words.forms):
        if at in taken or not (form in own or form in faith):
            continue
        if teller is not None and (faithful := faith.get(form)) is not None and _fights(teller):
            why = f"{words.shown(at, at + 1)} are those of {teller}, whose report this is"
            found.append(PartyMention(at, at + 1, teller, "anaphor", faithful, load_parties()[teller], why))
            continue
        if (parts := own.get(form)) is None:
            continue
        proclitic, pronoun = parts
        stem = form[len(proclitic) : -len(pronoun)]
        if stem in load_vocabulary().own_arms and not _has_arms_behind(words, at):
            continue
        is_land = stem in load_vocabulary().own_lands
        if is_land and not _is_said(words, at):
            continue
        owner = (
            _spoke_last(parties, words, at, pronoun, said)
            or _speaker(parties, words, at, pronoun, hits)
            or _goes_on(parties, words, at, pronoun, said, goes_on)
        )
        owner = owner or _owner(parties, words, at, pronoun)
        is_army = form[len(proclitic) :] in load_vocabulary().our_army
        if pronoun in _OURS and (us := teller or (state if is_army else None)):
            owner = PartyMention(at, at + 1, us, "name", "", load_parties()[us], "")
        if owner is not None:
            why = f"{words.shown(at, at + 1)} are those of {owner.party}"
            found.append(PartyMention(at, at + 1, owner.party, "anaphor", proclitic, owner.entry, why))
    return sorted(found, key=lambda p: p.first)


@cache
def _of_the_faith() -> dict[str, str]:
    """Words for fighters of the faith as they are written, with what stands before them."""
    fighters = load_vocabulary().our_fighters
    joined = {proclitic + form: proclitic for proclitic in PROCLITICS for form in fighters}
    return joined | dict.fromkeys(fighters, "")


def _fights(party: str) -> bool:
    return load_parties()[party].side == "nonstate"


@cache
def _own() -> dict[str, tuple[str, str]]:
    """Words for forces with a pronoun as they are written, with what stands before them and the pronoun."""
    found: dict[str, tuple[str, str]] = {}
    for pronoun in _ALL:
        for proclitic in sorted(PROCLITICS, key=len):
            # قواته keeps the letters of قوات, غارته has a ت for the ة of غارة.
            lists = load_vocabulary()
            for stem in (*lists.own, *lists.own_arms, *lists.own_lands):
                found.setdefault(proclitic + stem + pronoun, (proclitic, pronoun))
    return found


def _has_arms_behind(words: Words, at: int) -> bool:
    """Whether what a pronoun makes somebody's is his arm by the adjective behind: `قوتها الصاروخية`."""
    listed = load_vocabulary().of_own_arms
    return at + 1 < len(words) and words.gaps[at + 1] == " " and words.forms[at + 1] in listed


def _is_said(words: Words, at: int) -> bool:
    return at > 0 and words.forms[at - 1].lstrip("وف") in load_vocabulary().that


def _speaker(
    parties: Sequence[PartyMention], words: Words, at: int, pronoun: str, hits: Sequence[Hit]
) -> PartyMention | None:
    """The person whose forces are told of right behind أن, by whose he is: `قال الرئيس التركي إن قواته`, `قال البرهان إن قواته`."""
    if pronoun != "ه" or not _is_said(words, at):
        return None
    begin = words.sentences[words.sentence_of[at]][0]
    persons = load_vocabulary().persons
    here = [p for p in _named(parties, begin, at) if p.last <= at]
    led = {h.first for h in hits if is_leader(h)}
    spoke = [p for p in here if p.first in led or (p.first > begin and words.forms[p.first - 1] in persons)]
    if spoke:
        return spoke[-1]
    for hit in hits:  # a state without an identifier
        state = hit.form.entry.label_ar if hit.layer == "nation" and begin < hit.first < at else ""
        if state and not hit.proclitics and words.forms[hit.first - 1] in persons:
            return PartyMention(hit.first, hit.last, f"other:{state}", "nation", "", None, state)
    return None


def _goes_on(
    parties: Sequence[PartyMention],
    words: Words,
    at: int,
    pronoun: str,
    said: Mapping[int, int],
    goes_on: AbstractSet[int],
) -> PartyMention | None:
    """Who spoke in the sentences before, where a verb of saying without its subject stands before أن: `وأضافت أن مقاتليها`.

    `said` leads from the word behind a verb of saying to the verb; in the sentences of `goes_on` somebody goes on speaking.
    """
    if at < 2 or not _is_said(words, at):
        return None
    sentence = words.sentence_of[at]
    if said.get(at - 1) != words.sentences[sentence][0]:
        return None
    back = _SENTENCES_BACK
    while back < _SPEAKING_ON and sentence - back in goes_on:
        back += 1
    begin = words.sentences[max(0, sentence - back)][0]
    spoke = [
        p
        for p in _named(parties, begin, words.sentences[sentence][0])
        if p.first in said
        and (p.party not in _NOBODY or _keeps_peace(p, words))
        and _agrees(words.forms[p.first][len(p.proclitics) :], pronoun)
    ]
    return spoke[-1] if spoke else None


def _spoke_last(
    parties: Sequence[PartyMention], words: Words, at: int, pronoun: str, said: Mapping[int, int]
) -> PartyMention | None:
    """Who spoke in the sentences before, where his arm speaks: `وأعلنت قوتها الصاروخية قصف`."""
    sentence = words.sentence_of[at]
    if pronoun in _OURS or said.get(at) != words.sentences[sentence][0]:
        return None
    begin = words.sentences[max(0, sentence - _SPEAKING_ON)][0]
    before = _named(parties, begin, words.sentences[sentence][0])
    spoke = [p for p in before if p.first in said and p.party not in _NOBODY]
    spoke = [p for p in spoke if _agrees(words.forms[p.first][len(p.proclitics) :], pronoun)]
    return spoke[-1] if spoke else None


def _named(parties: Sequence[PartyMention], first: int, last: int) -> Sequence[PartyMention]:
    """The parties, which are in order, that begin at words from the first up to the last."""
    return parties[bisect_left(parties, first, key=_first) : bisect_left(parties, last, key=_first)]


def _first(mention: PartyMention) -> int:
    return mention.first


def _without_subject(said: Mapping[int, int], parties: Sequence[PartyMention], words: Words) -> Iterator[int]:
    """The verbs of saying that a sentence begins with, and no party's name behind them: `وأضافت: …`."""
    named = {p.first for p in parties}
    for behind, verb in said.items():
        if behind not in named and verb == words.sentences[words.sentence_of[verb]][0]:
            yield verb


def _owner(parties: Sequence[PartyMention], words: Words, at: int, pronoun: str) -> PartyMention | None:
    """The party named last before a word that a pronoun may point to, else the last of any gender."""
    sentence = words.sentence_of[at]
    before = [
        p
        for p in _named(parties, words.sentences[max(0, sentence - _SENTENCES_BACK)][0], at)
        if p.last <= at
        and (p.party not in _NOBODY or _keeps_peace(p, words))
        and (p.entry is None or p.entry.side not in {"monitor", "medics"})
    ]
    if pronoun in _OURS:  # who was named first speaks: قال المتحدث باسم الحشد إن قواتنا صدت داعش
        return next((p for p in before if p.by in {"name", "shared"}), None)
    if pronoun == "ه":  # المتحدث باسم الحركة إن قواته: those of whom he speaks for
        over = load_vocabulary().in_the_name_of
        speaking = [
            p
            for p in before
            if p.first and words.forms[p.first - 1] in over and words.sentence_of[p.first] == sentence
        ]
        if speaking:
            return speaking[-1]
    agreeing = [p for p in before if _agrees(words.forms[p.first][len(p.proclitics) :], pronoun)]
    fitting = agreeing or before
    return fitting[-1] if fitting else None


def _keeps_peace(party: PartyMention, words: Words) -> bool:
    """Whether a mention names those of the United Nations who bear arms: بعثة الأمم المتحدة, قوة حفظ السلام, اليونيفيل."""
    named = words.forms[party.first : party.last]
    return party.party == "un" and not load_vocabulary().peacekeepers.isdisjoint(
        (*named, named[0][len(party.proclitics) :])
    )


def _agrees(noun: str, pronoun: str) -> bool:
    is_masculine = noun in load_vocabulary().masculine
    return is_masculine if pronoun == "ه" else not is_masculine or pronoun == "هم"
