"""Two forces that one noun names, each by its adjectives: `الجيش التركي والوطني السوري`, `الجيشان الوطني والتركي`.

A nationality behind such a noun is read for itself; here is read what only with the noun is a party's name.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from tawatur.find.party_mentions import PartyMention
from tawatur.lexicon.load import load_lexicon
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_context import Context
    from tawatur.lexicon.entry import Form
    from tawatur.segment.words import Words

_HEAD = "الجيش"
_DUAL = ("لجيشان", "لجيشين")
_MOST = 3  # words of adjectives


def add_shared_heads(
    parties: Sequence[PartyMention], words: Words, context: Context
) -> Sequence[PartyMention]:
    """The parties with those whose noun stands before another's adjective, in the order of their place."""
    added = []
    for mention in parties:
        at, forms = mention.first, words.forms
        if forms[at].endswith(_HEAD[1:]) and mention.last - at > 1 and _goes_on(words, mention.last):
            added.append(_read(words, context, mention.last, "و"))
        elif at and mention.by == "nation":
            if forms[at - 1].endswith(_DUAL) and _goes_on(words, mention.last):  # الجيشين التركي والوطني
                added.append(_read(words, context, mention.last, "و"))
            elif at > 1 and "و" in mention.proclitics:  # الجيشان الوطني والتركي
                head = next(
                    (i for i in range(at - 1, max(-1, at - 2 - _MOST), -1) if forms[i].endswith(_DUAL)), None
                )
                if head is not None:
                    added.append(_read(words, context, head + 1, "", at))
    taken = {i for p in parties for i in range(p.first, p.last)}
    new = [p for p in added if p is not None and taken.isdisjoint(range(p.first, p.last))]
    return sorted((*parties, *new), key=lambda p: p.first) if new else parties


def _goes_on(words: Words, at: int) -> bool:
    return at < len(words) and words.gaps[at] == " " and words.forms[at].startswith("وال")


def _read(
    words: Words, context: Context, at: int, proclitic: str, end: int | None = None
) -> PartyMention | None:
    """The party that the noun and the adjectives from a word on name."""
    forms = [words.forms[at][len(proclitic) :], *words.forms[at + 1 : at + _MOST]]
    country = context.at(words.sentence_of[at])
    for n in range(len(forms), 0, -1):
        if end is not None and at + n != end:
            continue
        for form in _tails().get(tuple(forms[:n]), ()):
            if form.sense is None or (
                not (form.sense.told_by or form.sense.quoted or form.sense.after)
                and form.sense.holds(country, context.day)
            ):
                party = form.entry.id
                why = f"{words.shown(at, at + n)} is {form.entry.label_en}, of the noun before"
                return PartyMention(at, at + n, party, "shared", proclitic, load_parties()[party], why)
    return None


@cache
def _tails() -> dict[tuple[str, ...], list[Form]]:
    """Names of armies by the words behind the noun."""
    tails: dict[tuple[str, ...], list[Form]] = defaultdict(list)
    for form in load_lexicon().beginning_with(_HEAD):
        if len(form.words) > 1 and form.entry.id in load_parties():
            tails[form.words[1:]].append(form)
    return dict(tails)
