"""Who managed to do it did it to those named behind it, and what somebody is accused of names no doer."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.other_doers import leave_earthbound, leave_merely_named, take_manager
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "read", "acted"),
    [
        ("تمكنت قسد من قنص عنصر من قوات النظام", "sdf syria_assad", "sdf"),
        ("أعلنت قسد تمكنها من قنص عنصر من قوات النظام", "syria_assad sdf", "sdf"),
        ("قامت قسد بتدمير دبابة لقوات النظام", "sdf syria_assad", "sdf"),
        ("تمكنت قسد من قنص عنصر", "sdf syria_assad", "sdf syria_assad"),
        ("قنص عنصر من قوات النظام بعد هجوم لقسد", "sdf syria_assad", "sdf syria_assad"),
    ],
    ids=["subject behind", "subject before", "undertaken", "nobody behind", "nobody managed"],
)
def test_who_managed_it_did_it(finders: Finders, text: str, read: str, acted: str) -> None:
    draft = draft_of(finders, text, "armed_clash", tuple(read.split()))
    take_manager(draft)
    assert draft.actors == tuple(acted.split())
    assert ("syria_assad" in draft.targets) is (acted == "sdf")


@pytest.mark.parametrize(
    ("text", "read", "left"),
    [
        ("قتل ثلاثة في هجوم لبوكو حرام في شمال شرق نيجيريا", "boko_haram nigeria", "boko_haram"),
        ("قتل جندي تركي في هجوم لداعش", "isis turkey", "isis"),
        ("اشتباكات بين داعش وقوات من شمال تركيا", "isis turkey", "isis turkey"),
    ],
)
def test_a_land_and_the_nation_of_the_dead_did_nothing(
    finders: Finders, text: str, read: str, left: str
) -> None:
    draft = draft_of(finders, text, "armed_clash", tuple(read.split()))
    leave_merely_named(draft)
    assert draft.actors == tuple(left.split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("اعتقلت قسد شابا بتهمة التعامل مع داعش", "sdf"),
        ("اعتقلت قسد شابا من داعش بتهمة القتل", "sdf isis"),
    ],
)
def test_a_charge_names_no_doer(finders: Finders, text: str, left: str) -> None:
    draft = draft_of(finders, text, "arrest", ("sdf", "isis"))
    leave_merely_named(draft)
    assert draft.actors == tuple(left.split())


@pytest.mark.parametrize(
    ("text", "actors", "left"),
    [
        ("مقتل أربعة من حزب العمال الكردستاني في غارة جوية تركية", ("turkey", "pkk"), ("turkey",)),
        ("استهدف حزب العمال الكردستاني نقطة عسكرية", ("pkk",), ("pkk",)),
    ],
)
def test_bands_fly_no_raids(
    finders: Finders, text: str, actors: tuple[str, ...], left: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "airstrike", actors)
    leave_earthbound(draft)
    assert draft.actors == left


def test_who_managed_to_take_a_place_took_it(finders: Finders) -> None:
    text = "تمكنت القوات العراقية من تحرير قرية العوسجة من داعش ورفع العلم فوق مبانيها"
    draft = draft_of(finders, text, "territory_change", ("isis", "iraq"))
    take_manager(draft)
    assert (draft.actors, draft.targets) == (("iraq",), ("isis",))
