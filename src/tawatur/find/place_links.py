"""Tell which mention lies in which: `بلدة س بريف ع الشرقي`, `س في محافظة ع`, `س وص بريف ع`."""

from __future__ import annotations

from tawatur.find.place_mentions import PlaceMention
from tawatur.find.place_names import is_open
from tawatur.find.place_signs import load_signs
from tawatur.gazetteer.index import Gazetteer
from tawatur.segment.words import Words

_MOST_BETWEEN = 4  # words
_CONTAINERS = frozenset({"country", "region", "province", "district"})
_STRETCHES = _CONTAINERS | {"area"}


def link_parents(words: Words, found: list[PlaceMention], gazetteer: Gazetteer) -> None:
    """Set the parents of each mention, from the ones that follow it in its sentence."""
    for index in range(len(found) - 2, -1, -1):
        mention, following = found[index], found[index + 1]
        if words.sentence_of[mention.first] != words.sentence_of[following.first]:
            continue
        if following.in_list and following.proclitic == "و" and _is_next(mention, following):
            if index and _holds(words, found[index - 1], mention, gazetteer):
                continue  # باقم في صعدة وعاهم في حجة: two places with what holds each
            mention.parents = (
                following.parents or mention.parents
            )  # what holds the last of a list holds all of it
        elif _holds(words, mention, following, gazetteer):
            mention.parents = (index + 1, *following.parents, *mention.parents)


def _is_next(mention: PlaceMention, following: PlaceMention) -> bool:
    return following.first - mention.phrase[1] <= 1


def _holds(words: Words, mention: PlaceMention, following: PlaceMention, gazetteer: Gazetteer) -> bool:
    """Whether the words between two mentions say that the second holds the first."""
    start, end = mention.phrase[1], following.phrase[0]
    if end - start > _MOST_BETWEEN or following.stands_for is not None or is_country(mention, gazetteer):
        return False
    if following.relation not in {None, "countryside"} and (
        mention.relation == "countryside" or _is_a(mention, _STRETCHES, gazetteer)
    ):
        return False  # بريف دير الزور الشرقي قرب قرية: the village is no holder of the countryside
    bridges = load_signs().bridges
    if end < len(words.forms) and words.forms[end] in load_signs().leading:
        return False  # من بغداد إلى محافظة نينوى
    if any(
        words.forms[i] not in bridges and not _is_kind(words.forms[i], following) for i in range(start, end)
    ):
        return False
    gap = words.gaps[start] if start < len(words.gaps) else ""
    if not all(is_open(words.gaps[i]) for i in range(start + 1, following.first + 1)):
        return False
    if "،" in gap or "," in gap or "-" in gap:
        return _is_a(following, _CONTAINERS, gazetteer) and not _is_a(mention, _CONTAINERS, gazetteer)
    if not is_open(gap):
        return False
    return (
        bool(
            following.preposition == "inside"
            or following.relation
            or following.direction
            or end > start
            or following.kind in {"province", "district"}
        )
        and not following.is_joined
    )


def _is_kind(form: str, following: PlaceMention) -> bool:
    return following.kind_word is not None and form.endswith(following.kind_word)


def _is_a(mention: PlaceMention, kinds: frozenset[str], gazetteer: Gazetteer) -> bool:
    """Whether the mention is of one of the kinds by the word beside it, else by its first entry."""
    if mention.kind is not None or not mention.rows:
        return mention.kind in kinds
    return gazetteer.entry(mention.rows[0]).kind in kinds


def is_country(mention: PlaceMention, gazetteer: Gazetteer) -> bool:
    return bool(mention.rows) and gazetteer.entry(mention.rows[0]).kind == "country"
