"""Who tells where a report quotes a party: `قالت سانا إن مجموعة إرهابية هاجمت حاجزا`, told by no paper of that camp.

What a camp calls its enemies means them in its own words only. These are the sentences in which it, or an outlet of its
camp, stands right beside a word for saying, and the next ones, in which its words may go on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from tawatur.lexicon.match import Hit
    from tawatur.lexicon.publishers import Publishers
    from tawatur.segment.words import Words

_SAID_WITHIN = (
    4  # words between a verb of saying and whoever says it: نقلت عن مصدر في, ذكرت وكالة الأنباء الرسمية
)
_FOES = frozenset({"terrorists"})
_GOES_ON = 2  # sentences behind in which the same words may go on


def find_tellers(
    hits: Sequence[Hit], words: Words, publishers: Publishers, day: dt.date | None
) -> dict[int, frozenset[str]]:
    """By sentence the parties that speak in it.

    Nothing where the text has no word for somebody's enemies, or names those whom anybody calls so. Who calls men terrorists
    that anybody would call so (the Iraqi army's إرهابيون) leaves open who they were.
    """
    camps = {
        form.sense.told_by
        for hit in hits
        if hit.layer == "party"
        for form in hit.forms
        if form.sense is not None and form.sense.told_by and not set(form.entry.kinds) >= _FOES
    }
    if not camps or any(_is_called_so(hit) for hit in hits):
        return {}
    said = [hit for hit in hits if hit.layer == "say"]
    found: dict[int, set[str]] = {}
    for hit, party in _voices(hits, publishers, day):
        if party in camps and any(_is_beside(verb, hit, words) for verb in said):
            sentence = words.sentence_of[hit.first]
            for at in range(sentence, sentence + _GOES_ON + 1):
                found.setdefault(at, set()).add(party)
    return {sentence: frozenset(parties) for sentence, parties in found.items()}


def _voices(hits: Sequence[Hit], publishers: Publishers, day: dt.date | None) -> Iterator[tuple[Hit, str]]:
    """The parties named, and the outlets of a party's camp."""
    for hit in hits:
        if hit.layer == "party":
            for form in hit.forms:
                sense = form.sense
                if sense is None or (not sense.told_by and sense.holds(None, day)):
                    yield hit, form.entry.id
        elif hit.layer == "source" and hit.form.entry.kind == "outlet":
            publisher = publishers.by_name(hit.form.name)
            camp = publisher.camp_on(day) if publisher is not None else None
            if camp is not None:
                yield hit, camp


def _is_called_so(hit: Hit) -> bool:
    """Whether a party is named that is terrorists to anybody: the Islamic State, wherever the army tells of it."""
    return hit.layer == "party" and any(f.sense is None and set(f.entry.kinds) >= _FOES for f in hit.forms)


def _is_beside(verb: Hit, hit: Hit, words: Words) -> bool:
    """Whether somebody named stands right behind a word for saying, or right before it, in one sentence."""
    if words.sentence_of[verb.first] != words.sentence_of[hit.first]:
        return False
    return 0 <= hit.first - verb.last <= _SAID_WITHIN or 0 <= verb.first - hit.last <= 1
