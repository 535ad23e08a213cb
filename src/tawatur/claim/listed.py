"""Lists of happenings, each with a place of its own: `غارة على عربين وغارتان على دوما`, or a line for each.

No two items of one list tell one happening, nor does an item tell again what the line above the list sums up; and since they are of one
kind, they are claims together or not at all. A number of dead that stands behind all of a list is shared: then it is no list, but one claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tawatur.claim.found import Found
    from tawatur.claim.placed import Placed
    from tawatur.claim.triggers import Trigger

_ON = frozenset({"علي", "ع"})
_TO_PLACE = 3  # words from the strike to where it fell: غارة من طيران العدو على
_NAME = 3  # words that a place has at most where its name is not known
_COUNT = 6  # words of a line that only counts
_ITEM = 15  # words of a line that tells of one strike
_LINE = 8  # words of a line that tells of one place's dead
_STRIKES = frozenset({"airstrike", "drone_strike", "shelling"})


class _Item(NamedTuple):
    trigger: int  # its index
    first: int
    last: int  # past its place
    sentence: int
    place: Placed | None


class Listed(NamedTuple):
    """One item of a list: which list, where the item ends, and the place that it names, where that is known."""

    number: int
    last: int
    place: Placed | None


def find_lists(found: Found) -> dict[int, Listed]:
    """The item of a list of which a trigger tells, by the index of the trigger."""
    lists: dict[int, Listed] = {}
    run: list[_Item] = []
    for item in _items(found):
        if run and not _goes_on(found, run, item):
            _close(found, run, lists)
            run = []
        run.append(item)
    _close(found, run, lists)
    return lists


def _items(found: Found) -> Iterator[_Item]:
    for n, trigger in enumerate(found.triggers):
        item = _strike(found, n, trigger) if trigger.act is not None else _dead(found, n, trigger)
        if item is not None:
            yield item


def _strike(found: Found, n: int, trigger: Trigger) -> _Item | None:
    """`غارة على دوما`, and no verb: `قصفت دوما` has a doer, whose next act it may be."""
    if (
        trigger.type not in _STRIKES
        or trigger.definite
        or "generic" in trigger.traits
        or trigger.effect is not None
        or trigger.part == "verb"
        or "ب" in trigger.proclitics
        or "ل" in trigger.proclitics
    ):
        return None
    words = found.words
    end = min(words.sentences[trigger.sentence][1], trigger.last + _TO_PLACE + 1)
    if n + 1 < len(found.triggers):
        end = min(end, found.triggers[n + 1].first)
    place = next(iter(found.places_in(trigger.last, end + 1)), None)
    if place is not None and (place.begin < end or place.first < end):
        return _Item(n, trigger.first, place.last, trigger.sentence, place)
    on = trigger.last - 1 if words.forms[trigger.last - 1] in _ON else None
    on = next((i for i in range(trigger.last, end) if words.forms[i] in _ON), on)
    return None if on is None else _Item(n, trigger.first, on + 1, trigger.sentence, None)


def _dead(found: Found, n: int, trigger: Trigger) -> _Item | None:
    """A line that tells no more than how many died in one place: `رفح: 5 شهداء`, `3 شهداء في جباليا`."""
    assert trigger.effect is not None
    if "count" not in trigger.effect.entry.traits or trigger.definite:
        return None
    words = found.words
    first, last = words.sentences[trigger.sentence]
    if last - first > _LINE or not _is_line(found, trigger.sentence):
        return None
    beside = found.triggers_in(first, last)
    if beside[0] is not trigger or any(t.act is not None for t in beside):
        return None
    places = found.places_in(first, last)
    if len({p.name for p in places}) != 1 or not any(
        q.first < trigger.first for q in found.harms_in(first, last)
    ):
        return None
    return _Item(n, first, last, trigger.sentence, places[0])


def _is_line(found: Found, sentence: int) -> bool:
    first, last = found.words.sentences[sentence]
    gaps = found.words.gaps
    return _begins_line(found, first) and (last == len(found.words) or "\n" in gaps[last])


def _begins_line(found: Found, first: int) -> bool:
    return first == 0 or "\n" in found.words.gaps[first]


def _goes_on(found: Found, run: list[_Item], item: _Item) -> bool:
    """Whether an item follows the last of a list: joined to it, or on the next line."""
    before = run[-1]
    named = {i.place.name for i in run if i.place is not None}
    if item.place is None or item.place.name in named:
        return False
    if item.sentence != before.sentence:
        return (
            item.sentence == before.sentence + 1 and _heads_line(found, before) and _heads_line(found, item)
        )
    at = item.first
    if at - 1 in found.numbers_at:  # و3 غارات
        at -= 1
    near = 0 < at - before.last <= _NAME if before.place is None else at == before.last
    return near and (found.words.forms[at][0] == "و" or "،" in found.words.gaps[at])


def _heads_line(found: Found, item: _Item) -> bool:
    """Whether a line begins with the item, or with its number."""
    first, last = found.words.sentences[item.sentence]
    if last - first > _ITEM or not _begins_line(found, first):
        return False
    return item.first == first or (item.first == first + 1 and first in found.numbers_at)


def _close(found: Found, run: list[_Item], lists: dict[int, Listed]) -> None:
    if len(run) < 2:
        return
    at = {item.sentence for item in run}
    if len(at) == 1:  # in one sentence: whom they harmed is told of all of them
        end = found.words.sentences[run[0].sentence][1]
        if any(t.effect is not None for t in found.triggers_in(run[0].first, end)):
            return
    number = run[0].trigger
    ends = [item.first for item in run[1:]] + [found.words.sentences[run[-1].sentence][1]]
    for item, end in zip(run, ends, strict=True):
        lists[item.trigger] = Listed(number, end, item.place)


def only_counts_more(found: Found, n: int) -> bool:
    """Whether a trigger's line does no more than count the harmed of the line above: `124 شهيدا`, and then `200 جريح`."""
    trigger = found.triggers[n]
    first, last = found.words.sentences[trigger.sentence]
    if (
        trigger.act is not None
        or trigger.definite
        or n == 0
        or last - first > _COUNT
        or not _is_line(found, trigger.sentence)
    ):
        return False
    assert trigger.effect is not None
    return (
        "count" in trigger.effect.entry.traits
        and found.triggers[n - 1].sentence == trigger.sentence - 1
        and n - 1 not in found.lists
        and any(at in found.numbers_at for at in range(first, trigger.first))
        and not found.places_in(first, last)
        and not found.dates_in(first, last)
    )


def place_of_item(item: Listed, chosen: Placed | None) -> Placed | None:
    """Where an item happened: its own place, or what was chosen, unless that is a later item's."""
    if item.place is not None:
        return item.place
    return chosen if chosen is not None and chosen.first < item.last else None
