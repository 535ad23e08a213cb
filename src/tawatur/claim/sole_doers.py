"""Who else did it: beside the subject of the main act only who is joined to it, or helped.

`قصفت ميليشيات الأسد البلدة` tells who did it, whatever other sides the report is about; `الجيش والحشد` and `بإسناد من التحالف` name more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.plain_subjects import subject_of_main
from tawatur.claim.roles import BY_FORCE, kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
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
