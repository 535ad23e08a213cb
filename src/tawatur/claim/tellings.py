"""Gather the drafts of a report that tell one happening: repetition by one source within a report is one claim.

Each draft in turn either tells again what one of those before it told, the likeliest, or something new.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.again import Gist, again_features, find_gist, is_by_another, new_features
from tawatur.claim.apart import is_apart
from tawatur.claim.elsewhere import is_elsewhere, struck_elsewhere
from tawatur.claim.group import is_besides
from tawatur.claim.other_days import were_other_days
from tawatur.claim.persons import are_others, persons_of
from tawatur.find.another import opens_at_one_place, past_earlier, says_another_or_alike

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature, Model

REACH = 60  # drafts to look back over
_BESIDE = 2  # words on either side of a happening's that say that it is another
_FAR = 8  # sentences from which on it makes no difference how far apart two stand


class Question(NamedTuple):
    """What one draft may tell: something new, or again what one of the drafts before it told."""

    new: list[Feature]
    again: list[tuple[int, list[Feature]]]  # the draft before, by index, and what speaks for it


def find_tellings(drafts: Sequence[Draft], model: Model) -> None:
    """Mark each draft with the happening that it tells, how often that is told, and whether it tells it most fully."""
    gists = [find_gist(draft) for draft in drafts]
    sets_off = [_is_set_off(draft) for draft in drafts]
    persons = [persons_of(draft) for draft in drafts]
    items = [draft.found.digest.item_of(draft.sentences[0]) for draft in drafts]
    numbers: dict[Gist, int] = {}
    kinds = [numbers.setdefault(gist, len(numbers)) for gist in gists]
    # A text that says one thing without end has few gists and millions of pairs of them.
    scores: dict[tuple[object, ...], float] = {}
    tells: list[int] = []
    speakers: dict[int, str] = {}  # who is named as saying so, by the first draft that tells it
    for j, draft in enumerate(drafts):
        new = model.score(_new_of(drafts, gists, j))
        best, likeliest = -1, float("-inf")
        near = ((tells[i], drafts[i]) for i in range(max(0, j - REACH), j))
        others = {told for told, was in near if is_elsewhere(was, draft) or were_other_days(was, draft)}
        for i in range(j - 1, max(-1, j - 1 - REACH), -1):
            if items[i] != items[j]:
                break
            if is_by_another(speakers[tells[i]], draft.source) or (sets_off[j] and not sets_off[i]):
                continue
            if draft.found.apart and is_apart(draft.found, drafts[i].main, draft.main):
                continue
            if tells[i] in others or are_others(persons[i], persons[j]):
                continue
            if struck_elsewhere(drafts[i], draft):
                continue
            if draft.listed is not None and not _may_be_item(drafts[i], draft):
                continue
            apart, between, marks = _between(drafts[i], draft)
            key = kinds[i], kinds[j], apart, between, marks
            score = scores.get(key)
            if score is None:
                scores[key] = score = model.score(again_features(gists[i], gists[j], apart, between, marks))
            if score > likeliest:
                best, likeliest = i, score
        draft.again = max(-9.0, likeliest - new)
        tells.append(tells[best] if likeliest > new else j)
        if speakers.get(tells[j], "outlet") == "outlet":
            speakers[tells[j]] = draft.source
    _mark(drafts, tells)


def _is_set_off(draft: Draft) -> bool:
    """Whether its own words say that it is one more: `استهداف المسعفين بغارة ثانية`, `وفي وقت سابق قتل شخص`."""
    found = draft.found
    begin, end = draft.sentence_span()
    first, last = max(begin, draft.first - _BESIDE), min(end, draft.last + _BESIDE)
    words = " ".join(found.words.forms[first:last])
    if says_another_or_alike(words) or is_besides(draft.main, found) or _is_at_one_place(draft):
        return True
    past = past_earlier(found.words.forms[begin:end], draft.first - begin)
    return past is not None and not found.hits_in("say", begin + past, draft.first)  # what was said earlier


def _is_at_one_place(draft: Draft) -> bool:
    """Whether it tells who else was harmed where the last happening was: `وفي المنطقة ذاتها جرح شرطي بانفجار عبوة`."""
    found = draft.found
    begin, end = draft.sentence_span()
    return (
        opens_at_one_place(found.words.forms[begin : min(begin + 3, end)])
        and any(h.low is not None for h, _ in draft.effects)
        and not any(t.act is not None and t.definite for t in draft.triggers)
    )


def _may_be_item(before: Draft, item: Draft) -> bool:
    """Whether an earlier draft may tell of the very item of a list: no other item of it does, nor what sums the list up."""
    if before.listed is not None:
        return item.listed is None or before.listed.number != item.listed.number
    return before.place is not None and item.place is not None and before.place.name == item.place.name


def _mark(drafts: Sequence[Draft], tells: list[int]) -> None:
    by_happening: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft, first in zip(drafts, tells, strict=True):
        draft.happening = drafts[first].number
        by_happening[first].append(draft)
    for tellings in by_happening.values():
        fullest = max(tellings, key=lambda d: d.fullness)
        for draft in tellings:
            draft.tellings = len(tellings)
            draft.is_fullest = draft is fullest


def questions(drafts: Sequence[Draft]) -> list[Question]:
    """Of every draft what it may tell, to learn from."""
    gists = [find_gist(draft) for draft in drafts]
    asked = []
    for j, draft in enumerate(drafts):
        again = [
            (i, again_features(gists[i], gists[j], *_between(drafts[i], draft)))
            for i in range(max(0, j - REACH), j)
            if not is_by_another(drafts[i].source, draft.source)
        ]
        asked.append(Question(_new_of(drafts, gists, j), again))
    return asked


def _new_of(drafts: Sequence[Draft], gists: Sequence[Gist], j: int) -> list[Feature]:
    starts = j == 0 or drafts[j].sentences[0] > drafts[j - 1].sentences[-1]
    return new_features(gists[j], j, starts)


def _between(a: Draft, b: Draft) -> tuple[int, int, tuple[str, ...]]:
    """Sentences and drafts from one to the other, and in one sentence the marks between them."""
    apart = min(b.sentences[0] - a.sentences[-1], _FAR)
    marks = () if apart > 0 else a.found.marks_between(a.last, b.first)
    return apart, min(b.number - a.number, 5), marks
