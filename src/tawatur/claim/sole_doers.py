"""Who else did it: beside the subject of the main act only who is joined to it, or helped.

`قصفت ميليشيات الأسد البلدة` tells who did it, whatever other sides the report is about; `الجيش والحشد` and `بإسناد من التحالف` name more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.plain_subjects import subject_of_main
from tawatur.claim.roles import BY_FORCE, kind_of
from tawatur.find.people_words import load_vocabulary
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.triggers import Trigger
    from tawatur.find.party_mentions import PartyMention

_NEAR = 10  # words from the subject to who is joined to it


def leave_strangers(draft: Draft) -> None:
    """Keep of several actors the main act's subject and those who acted with it."""
    if len(draft.actors) < 2:
        return
    subject = subject_of_main(draft) or _nation_of_main(draft)
    if subject is None or subject.party not in draft.actors:
        return
    begin, end = draft.found.words.sentences[draft.main.sentence]
    joined = {m.party for m in draft.found.parties_in(begin, end) if _acts_with(draft, subject, m)}
    draft.actors = tuple(party for party in draft.actors if party == subject.party or party in joined)


def leave_armies_before(draft: Draft) -> None:
    """Where gunmen whom nobody names are the subject, no state did it whose name another sentence has: `وهاجم مسلحون حاجزا`."""
    found = draft.found
    if not draft.actors or not any(_tells_of_gunmen(draft, t) for t in draft.triggers):
        return
    named = {m.party for m in found.parties_in(*found.words.sentences[draft.main.sentence])}
    draft.actors = tuple(p for p in draft.actors if p in named or not _is_state(p))


def _tells_of_gunmen(draft: Draft, trigger: Trigger) -> bool:
    """Whether gunmen stand right behind a word for a deed, or within it: `قتل مسلحون`, `أطلق مجهولون النار`."""
    behind = draft.found.words.forms[trigger.first + 1 : trigger.last + 1]
    return trigger.sentence == draft.main.sentence and not load_vocabulary().gunmen.isdisjoint(behind)


def _is_state(party: str) -> bool:
    entry = load_parties().get(party)
    return entry is not None and entry.side in {"state", "foreign"}


def _nation_of_main(draft: Draft) -> PartyMention | None:
    """Whose act the main noun is by its nationality: `قصف تركي`, `الغارات الإسرائيلية`."""
    main = draft.main
    if main.act is None or main.part != "noun" or kind_of(draft.type) not in BY_FORCE:
        return None
    found = draft.found
    behind = found.parties_in(main.last, main.last + 1)
    return next((m for m in behind if m.by == "nation" and m.first == main.last), None)


def _acts_with(draft: Draft, subject: PartyMention, mention: PartyMention) -> bool:
    found = draft.found
    if found.phrases[mention].joined and abs(mention.first - subject.last) <= _NEAR:
        return True
    first, last = sorted((subject.last, mention.first))
    return any(hit.form.entry.value == "with" for hit in found.hits_in("cue", first, last))
