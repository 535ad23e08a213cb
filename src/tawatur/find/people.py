"""Find the people a text counts or names: `خمسة مدنيين`, `قياديان في التنظيم`, `82 قتيلا في صفوف قسد`.

A group is a noun for people with the number before, after or inside it (a dual), or a number that
stands alone after a word for harm (`مقتل 5 وإصابة 10`). Whose members they are is said by the noun
(مدني), by a party close behind it (عنصر من قسد), or not at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.parties import PartyMention
    from tawatur.find.quantities import Quantity
    from tawatur.lexicon.entry import Entry
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


class People(NamedTuple):
    """A group of people at `words[first:last]`; `low` and `high` as in the claim format."""

    first: int
    last: int
    low: int | None
    high: int | None
    entry: Entry | None  # the noun's; None for a bare number
    harm: str | None  # "killed" where the noun itself says so (قتيل)
    of: str | None
    party: PartyMention | None  # named close behind the noun
    subset: bool  # part of a group before it (بينهم)
    joined: bool  # begins with و: goes on with what stands before
    definite: bool
    number: str  # the noun's: one, two, many, two_or_many
    bare: bool = False  # a number without a noun


_BETWEEN_NUMBER_AND_NOUN = frozenset({"من", "منهم", "منهن", "بين", "الي"})
_LINKS_TO_PARTY = frozenset(
    "من في لدي تابع تابعا تابعه تابعين التابع التابعه التابعين تابعون ينتمون ينتمي المنتمين صفوف عناصر مقاتلي افراد"
    " مسلحي قوات ب ل الي منتسبي قيادات قاده كوادر بصفوف ضمن موالين موال الموالين بين مجموعات".split()
)
_PARTY_REACH = 4  # words between a noun for people and the party they belong to
_SUBSET_REACH = 3
_ONE_OF = frozenset({"احد", "احدي", "واحد", "واحده"})
_TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})


def find_people(
    hits: Sequence[Hit], words: Words, quantities: Sequence[Quantity], parties: Sequence[PartyMention]
) -> list[People]:
    """Groups of people in order of their place."""
    by_last = {q.last: q for q in quantities if q.kind == "count"}
    named = [h for h in hits if h.layer in {"nation", "party", "anaphor"}]
    by_first = {q.first: q for q in quantities if q.kind == "count"}
    party_at = {p.first: p for p in parties}
    subsets = {h.last for h in hits if h.layer == "cue" and h.form.entry.value == "among"}
    groups: list[People] = []
    used: set[int] = set()
    nouns = _nouns(hits)
    nouns += _counted_names(named, {n.first for n in nouns}, by_last, by_first, party_at, words)
    nouns.sort(key=lambda h: h.first)
    taken = 0
    for hit in nouns:
        if hit.first < taken:
            continue
        quantity = _number_before(hit.first, by_last, words)
        if quantity is None:
            quantity = _number_after(hit.last, by_first, words)
        if quantity is not None and quantity.first in used:
            quantity = None
        group = _build_group(hit, quantity, words, party_at, subsets)
        groups.append(group)
        taken = group.last
        if quantity is not None:
            used.add(quantity.first)
    groups += (
        _bare_number(q, words, party_at, subsets)
        for q in quantities
        if q.kind == "count" and q.first not in used and _may_stand_alone(q, words, nouns)
    )
    return sorted(groups, key=lambda g: (g.first, g.last))


def _nouns(hits: Sequence[Hit]) -> list[Hit]:
    """Nouns for people, and for the harmed; where one word is both, the harm."""
    harmed = [h for h in hits if h.layer == "effect" and any("count" in f.entry.traits for f in h.forms)]
    places = {h.first for h in harmed}
    nouns = [h for h in hits if h.layer == "people" and h.first not in places]
    return sorted(harmed + nouns, key=lambda h: h.first)


def _counted_names(
    named: Sequence[Hit],
    nouns_at: set[int],
    by_last: dict[int, Quantity],
    by_first: dict[int, Quantity],
    party_at: dict[int, PartyMention],
    words: Words,
) -> list[Hit]:
    """Names of nations and parties that stand for people: counted (61 فلسطينيا), or two by their own form (فلسطينيان)."""
    found = []
    seen = set(nouns_at)
    for hit in named:
        if hit.first in seen:
            continue
        form = hit.form
        counted = _number_before(hit.first, by_last, words) is not None
        two = form.number in {"two", "two_or_many"} or words.forms[hit.last - 1].endswith("ان")
        is_people = counted or (two and not form.words[0].startswith("ال") and hit.layer == "nation")
        if is_people and not (hit.layer == "nation" and hit.first in party_at and not counted):
            found.append(hit)
            seen.add(hit.first)
    return found


def _number_before(at: int, by_last: dict[int, Quantity], words: Words) -> Quantity | None:
    quantity = by_last.get(at)
    if quantity is None and at and words.forms[at - 1] in _BETWEEN_NUMBER_AND_NOUN:
        quantity = by_last.get(at - 1)
    return quantity if quantity and _same_sentence(words, quantity.first, at) else None


def _number_after(at: int, by_first: dict[int, Quantity], words: Words) -> Quantity | None:
    """`الأطفال الثلاثة`, `مدنيين اثنين`: only in words, right behind."""
    quantity = by_first.get(at)
    if quantity is None or words.gaps[at] != " " or words.forms[at][0].isdigit():
        return None
    form = words.forms[at]
    return quantity if form in _TWO or form.startswith("ال") else None


def _same_sentence(words: Words, left: int, right: int) -> bool:
    return words.sentence_of[left] == words.sentence_of[right]


def _build_group(
    hit: Hit,
    quantity: Quantity | None,
    words: Words,
    party_at: dict[int, PartyMention],
    subsets: set[int],
) -> People:
    form = next((f for f in hit.forms if "count" in f.entry.traits), hit.form)
    entry = form.entry
    number = form.number
    first, last = hit.first, hit.last
    joined = hit.proclitics.startswith("و")
    if quantity is not None:
        first, last = min(first, quantity.first), max(last, quantity.last)
        low, high = quantity.low, quantity.high
        joined = words.forms[first].startswith("و") if first == quantity.first else joined
    elif hit.first and words.forms[hit.first - 1].lstrip("وفبل") in _ONE_OF and number != "one":
        first, (low, high) = first - 1, (1, 1)
        joined = words.forms[first].startswith("و")
    else:
        low, high = _count_of_noun(number, words, last)
        if "one" in entry.traits:
            low, high = 1, 1
        elif "two" in entry.traits:
            low, high = 2, 2
    definite = form.says.definite if form.says else words.forms[hit.first].lstrip("وبلفك").startswith("ال")
    return People(
        first,
        last,
        low,
        high,
        entry,
        entry.value if entry.kind == "effect" else None,
        entry.of,
        _party_of(hit, last, words, party_at),
        _is_subset(first, words, subsets),
        joined,
        definite,
        number,
    )


def _count_of_noun(number: str, words: Words, last: int) -> tuple[int | None, int | None]:
    if number == "one":
        return 1, 1
    if number == "two":
        return 2, 2
    if number == "two_or_many" and last < len(words) and words.forms[last] in _TWO:
        return 2, 2
    return None, None


def _party_of(hit: Hit, last: int, words: Words, party_at: dict[int, PartyMention]) -> PartyMention | None:
    """The noun's own party (15 حوثيا), else the one named behind it."""
    if hit.layer in {"party", "anaphor"} and hit.first in party_at:
        return party_at[hit.first]
    return _party_behind(last, words, party_at)


def _party_behind(at: int, words: Words, party_at: dict[int, PartyMention]) -> PartyMention | None:
    """The party named within a few words, with nothing but links and adjectives between."""
    for i in range(at, min(at + _PARTY_REACH + 1, len(words))):
        if not _same_sentence(words, at - 1, i) or "،" in words.gaps[i] or "," in words.gaps[i]:
            return None
        party = party_at.get(i)
        if party is not None:
            return None if party.proclitics.startswith("و") else party
        form = words.forms[i]
        if form not in _LINKS_TO_PARTY and not (i == at and not form.startswith("و")):
            return None
    return None


def _is_subset(first: int, words: Words, subsets: set[int]) -> bool:
    return any(first - back in subsets for back in range(_SUBSET_REACH) if first - back >= 0) and _same_sentence(
        words, max(first - 1, 0), first
    )


def _may_stand_alone(quantity: Quantity, words: Words, nouns: Sequence[Hit]) -> bool:
    """A number with no noun of its own may count people unless a noun it counts follows that is none of them."""
    at = quantity.last
    if at >= len(words) or not _same_sentence(words, quantity.first, at):
        return True
    gap, form = words.gaps[at], words.forms[at]
    return gap != " " or form.startswith(("و", "ب", "ال")) or form in _AFTER_BARE or any(n.first == at for n in nouns)


_AFTER_BARE = frozenset("من في علي اخرين اخرون اخر جراء اثر نتيجه خلال بينهم منهم فيما اليوم امس قتلوا اصيبوا بينهن حتي".split())


def _bare_number(
    quantity: Quantity, words: Words, party_at: dict[int, PartyMention], subsets: set[int]
) -> People:
    return People(
        quantity.first,
        quantity.last,
        quantity.low,
        quantity.high,
        None,
        None,
        None,
        _party_behind(quantity.last, words, party_at),
        _is_subset(quantity.first, words, subsets),
        words.forms[quantity.first].startswith("و"),
        definite=False,
        number="",
        bare=True,
    )
