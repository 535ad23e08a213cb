"""Whose the harmed cannot be: not of the party that boasts, shells or speaks of terrorists."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.allegiance import is_ruled_out, leave_hit_actors
from tawatur.claim.draft import Draft
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def draft_of(
    finders: Finders, text: str, type_: str, actors: tuple[str, ...] = (), source: str = "outlet"
) -> Draft:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    draft = Draft(found, list(range(len(found.triggers))), None)
    draft.type, draft.actors, draft.source = type_, actors, source
    return draft


@pytest.mark.parametrize(
    ("text", "type_", "actors", "source", "who"),
    [
        ("قالت إن 15 عسكريا قتلوا في الهجوم", "armed_clash", (), "isis", "isis"),
        ("أعلن مقتل 9 إرهابيين قرب الجسر", "armed_clash", (), "iraq", "iraq"),
        ("مقتل 4 مسلحين بقصف على التلة", "shelling", ("turkey",), "outlet", "turkey"),
        ("وقتلوا 8 وأصابوا آخرين على الحاجز", "armed_clash", ("hts",), "outlet", "hts"),
        ("تمكنوا من قتل ستة عناصر عند الجسر", "armed_clash", ("hts",), "outlet", "hts"),
        ("تعاملت مع المسلحين وتمكنت من قتل 7 منهم", "armed_clash", (), "officials", "egypt"),
        ("قام 12 مسلحا بتسليم أنفسهم للجيش العراقي", "surrender", (), "outlet", "iraq"),
        ("ألقت مفرزة للجيش الجزائري القبض على إرهابي", "arrest", ("algeria",), "outlet", "algeria"),
        ("اشتباك مع دورية أدى إلى مقتل شاب", "armed_clash", ("sdf",), "outlet", "sdf"),
        ("قامت بإعدام سامر خليل وابنه", "execution", ("sdf",), "outlet", "sdf"),
        (
            "هاجمت الموقع ما أدى إلى مقتل 12 جنديا",
            "armed_clash",
            ("other:حركة البئر",),
            "outlet",
            "other:حركة البئر",
        ),
    ],
    ids=[
        "soldiers of a group",
        "terrorists",
        "its own shells",
        "a doer",
        "a doing",
        "gunmen",
        "taken in",
        "its own arrest",
        "anybody",
        "kin",
        "soldiers of no state",
    ],
)
def test_words_rule_out_a_party(
    finders: Finders, text: str, type_: str, actors: tuple[str, ...], source: str, who: str
) -> None:
    draft = draft_of(finders, text, type_, actors, source)
    assert is_ruled_out(draft, draft.harms[0], who)


@pytest.mark.parametrize(
    ("text", "type_", "actors", "source", "who"),
    [
        ("أعلن مقتل ثلاثة جنود في الكمين", "armed_clash", (), "iraq", "iraq"),
        ("قالت إن ثلاثة من مقاتليها قتلوا في الهجوم", "armed_clash", ("hts",), "hts", "hts"),
        ("مقتل 4 مسلحين بقصف عن طريق الخطأ على التلة", "shelling", ("turkey",), "outlet", "turkey"),
        ("مقتل خمسة جنود في الهجوم", "armed_clash", ("turkey",), "outlet", "turkey"),
    ],
    ids=["soldiers of a state", "its own", "by mistake", "an attacker's losses"],
)
def test_words_leave_a_party(
    finders: Finders, text: str, type_: str, actors: tuple[str, ...], source: str, who: str
) -> None:
    draft = draft_of(finders, text, type_, actors, source)
    assert not is_ruled_out(draft, draft.harms[0], who)


def test_who_was_hit_by_a_strike_did_not_strike(finders: Finders) -> None:
    draft = draft_of(finders, "مقتل ثلاثة من عناصر داعش بغارة", "airstrike", ("coalition", "isis"))
    draft.effects.append((draft.harms[0], "isis"))
    leave_hit_actors(draft)
    assert draft.actors == ("coalition",)


def test_nobody_kills_his_own(finders: Finders) -> None:
    draft = draft_of(finders, "قنص جندي من الجيش العراقي على تلة قرب البلدة ومقتله", "killing", ("iraq",))
    draft.effects.append((draft.harms[0], "iraq"))
    leave_hit_actors(draft)
    assert draft.actors == ()


def test_who_was_hit_in_a_fight_may_have_fought(finders: Finders) -> None:
    draft = draft_of(finders, "مقتل ثلاثة من عناصر داعش في اشتباك", "armed_clash", ("sdf", "isis"))
    draft.effects.append((draft.harms[0], "isis"))
    leave_hit_actors(draft)
    assert draft.actors == ("sdf", "isis")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("القبض على خمسة من قادة تنظيم داعش قرب الحدود", ()),
        ("اعتقل تنظيم داعش ثلاثة من قادة تنظيم داعش", ("isis",)),
    ],
)
def test_who_was_seized_did_not_seize(finders: Finders, text: str, left: tuple[str, ...]) -> None:
    draft = draft_of(finders, text, "arrest", ("isis",))
    draft.effects.append((draft.harms[0], "isis"))
    leave_hit_actors(draft)
    assert draft.actors == left


@pytest.mark.parametrize(
    ("text", "ruled_out"),
    [
        ("هاجمت الهيئة نقطة للجيش السوري ما أدى إلى مقتل خمسة عناصر", True),
        ("هاجمت الهيئة نقطة للجيش السوري ودارت اشتباكات أدت إلى مقتل خمسة عناصر", False),
        ("صد الجيش السوري هجوما للهيئة ما أدى إلى مقتل خمسة عناصر", False),
    ],
    ids=["an attack", "an exchange of fire", "repelled"],
)
def test_the_men_whom_an_attack_cost_are_not_the_attackers(
    finders: Finders, text: str, ruled_out: bool
) -> None:
    draft = draft_of(finders, text, "armed_clash", ("hts",))
    draft.targets = ("syria_assad",)
    assert is_ruled_out(draft, draft.harms[0], "hts") == ruled_out


@pytest.mark.parametrize(
    ("text", "actors", "who", "left"),
    [
        ("في هجوم لداعش على نقطة للجيش العراقي مقتل جنديين", "isis iraq", "iraq", "isis"),
        ("في اشتباكات مع داعش مقتل جنديين من الجيش العراقي", "isis iraq", "iraq", "isis iraq"),
        ("هاجم الجيش العراقي داعش ومقتل جنديين", "iraq isis", "iraq", "iraq isis"),
        ("في هجوم لداعش والقاعدة مقتل مسلح", "isis alqaeda", "alqaeda", "isis alqaeda"),
    ],
    ids=["attacked", "fought", "attacked and lost", "of one side"],
)
def test_whose_men_fell_to_an_attack_did_not_make_it(
    finders: Finders, text: str, actors: str, who: str, left: str
) -> None:
    draft = draft_of(finders, text, "armed_clash", tuple(actors.split()))
    draft.effects = [(next(h for h in draft.harms if h.kind == "killed"), who)]
    leave_hit_actors(draft)
    assert draft.actors == tuple(left.split())
    assert draft.targets == (() if left == actors else (who,))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("قال الجيش الصومالي إن القوات قتلت عشرة من مسلحي حركة الشباب", ("somalia",)),
        ("اشتبك الجيش الصومالي مع حركة الشباب وقتلت القوات عشرة من مسلحي الحركة", ("somalia", "al_shabaab")),
    ],
    ids=["killed by a verb", "both fight"],
)
def test_whose_men_a_verb_alone_tells_to_be_killed_were_its_target(
    finders: Finders, text: str, left: tuple[str, ...]
) -> None:
    draft = draft_of(finders, text, "armed_clash", ("somalia", "al_shabaab"))
    draft.effects = [(harm, "al_shabaab") for harm in draft.harms]
    leave_hit_actors(draft)
    assert draft.actors == left
