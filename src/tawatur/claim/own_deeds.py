"""Who did what a party tells in its own report without naming itself: `تدمير دبابة للعدو`, `القضاء على خمسة مسلحين`.

A noun of doing at the head of its line, with what it was done to behind it, has the party that tells as its doer; so has a verb of several
there (`وعلى صعيد آخر استهدفوا حاجزا`) where nobody was read as the doer: they are its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.party_words import load_vocabulary
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.party_mentions import PartyMention

_DEEDS = BY_FORCE | {"territory_change", "other"}
_OBJECTS = ("object.", "people.", "weapon.", "head.ranks")  # قنص ضابط إسرائيلي: what it was done to
_NEAR_HEAD = 4  # words before a verb at the head of its sentence: وعلى صعيد آخر استهدفوا
_FIGHTERS = frozenset({"nonstate", "state"})


def name_teller(draft: Draft) -> None:
    """Take as the actor the party whose own report it is, where it tells its deed and names no doer."""
    found = draft.found
    teller = found.outlet_party
    if teller is None or teller in draft.actors or kind_of(draft.type) not in _DEEDS:
        return
    if load_parties()[teller].side not in _FIGHTERS or not (_is_deed(draft) or _is_theirs(draft)):
        return
    begin, end = found.words.sentences[draft.main.sentence]
    near = [m for m in found.parties_in(begin, end) if m.party != teller]
    if any(_is_doer(draft, mention) for mention in near):
        return
    here = {m.party for m in near}
    if _is_deed(draft):
        draft.targets = tuple(dict.fromkeys(p for p in (*draft.targets, *draft.actors) if p in here))
    else:
        draft.targets = tuple(p for p in draft.targets if p != teller)
    draft.actors = (teller,)


def _is_deed(draft: Draft) -> bool:
    """Whether the main act is a noun of doing at the head of its line: `تم بفضل الله تدمير دبابة`."""
    main, words = draft.main, draft.found.words
    vocabulary = load_vocabulary()
    form = words.forms[main.first][len(main.proclitics) :]
    if form not in vocabulary.deeds:
        return False
    begin = words.sentences[main.sentence][0]
    before = words.forms[begin : main.first]
    led = [form for form in before if not form[0].isdecimal()]
    if main.part == "verb" and not led:  # the letters of قنص are a verb's too, not behind تم
        return False
    return all(form in vocabulary.before_deeds for form in led)


def _is_theirs(draft: Draft) -> bool:
    """Whether the main act is a verb of several close to the head of its sentence, whom nobody names."""
    main, found = draft.main, draft.found
    says = main.form.says
    begin = found.words.sentences[main.sentence][0]
    is_several = says is not None and says.part == "verb" and says.voice != "passive" and says.agree == "they"
    return (
        is_several
        and not draft.actors
        and main.first - begin <= _NEAR_HEAD
        and not found.parties_in(begin, main.first)
    )


def _is_doer(draft: Draft, mention: PartyMention) -> bool:
    """Whether a party other than the teller may have done it: named right behind the noun, or as who it was done by."""
    phrase = draft.found.phrases[mention]
    is_bare = phrase.first == draft.main.last and not phrase.governor and not mention.proclitics
    return phrase.governor == "by" or (is_bare and not phrase.head.startswith(_OBJECTS))
