"""Whose the things were that were hit."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.hit_things import take_owners
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "type_", "read", "left"),
    [
        ("استهدفت طائرة مسيرة حاجزا للجيش السوداني", "drone_strike", ("saf",), ((), ("saf",))),
        ("قصف الطيران حافلة تابعة لحركة الشباب", "airstrike", ("al_shabaab",), ((), ("al_shabaab",))),
        ("هجوم على موقع لحركة الشباب", "armed_clash", (), ((), ("al_shabaab",))),
        ("قصف للجيش السوداني على القرية", "shelling", ("saf",), (("saf",), ())),
        ("قصف الجيش السوداني السوق قرب موقع لحركة الشباب", "shelling", ("saf",), (("saf",), ())),
    ],
    ids=["of", "belonging to", "on", "its fire", "near it"],
)
def test_the_owner_of_what_was_hit_is_the_target(
    finders: Finders,
    text: str,
    type_: str,
    read: tuple[str, ...],
    left: tuple[tuple[str, ...], tuple[str, ...]],
) -> None:
    draft = draft_of(finders, text, type_, read)
    take_owners(draft)
    assert (draft.actors, draft.targets) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("أسقطت طائرة تركية فوق القرية", ((), ("turkey",))),
        ("أسقط الحوثيون طائرة أمريكية فوق القرية", (("houthis",), ("usa",))),
        ("أسقطت القوات الأوكرانية طائرتين روسيتين", (("other:القوات الأوكرانية",), ("russia",))),
        ("أعلن الجيش الإسرائيلي إسقاط طائرة مسيرة لحزب الله", (("israel",), ("hezbollah",))),
    ],
)
def test_whose_aircraft_was_shot_down_did_not_shoot(
    finders: Finders, text: str, left: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    draft = draft_of(finders, text, "other", left[1])
    take_owners(draft)
    assert (draft.actors, draft.targets) == left


def test_arms_are_no_part_of_the_name_of_what_they_hit(finders: Finders) -> None:
    found = draft_of(finders, "استهدفت طائرة مسيرة نقطة لحزب الله", "drone_strike").found
    assert [found.phrases[m].head for m in found.parties] == ["object.military"]


def test_into_whose_hands_a_place_fell_is_not_told_of_by_the_place(finders: Finders) -> None:
    found = draft_of(finders, "سقطت قاعدة الشمال بأيدي حركة الشباب", "territory_change").found
    assert [found.phrases[m].governor for m in found.parties] == ["by"]


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("دمرت كتائب القسام أربع دبابات إسرائيلية شرق المدينة", ("hamas",), ("israel",)),
        ("استهدفنا دبابة إسرائيلية شرق المدينة", (), ("israel",)),
        ("قصفت دبابات إسرائيلية المدينة", ("hamas", "israel"), ()),
    ],
)
def test_armed_things_of_a_nationality_that_another_hit_tell_the_target(
    finders: Finders, text: str, actors: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "shelling", ("hamas", "israel") if actors else ("israel",))
    take_owners(draft)
    assert (draft.actors, draft.targets) == (actors, targets)
