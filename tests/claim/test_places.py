"""What governs a place, and the finer place that a second telling of a happening names."""

from __future__ import annotations

import datetime as dt
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.model import spell
from tawatur.claim.nesting import lies_in, take_finer_place
from tawatur.claim.places import place_choices
from tawatur.claim.reader import Finders
from tawatur.claim.wards import is_bearing, is_direction, is_origin, is_station, is_ward
from tawatur.segment.words import Words

if TYPE_CHECKING:
    from tawatur.claim.placed import Placed


@cache
def finders() -> Finders:
    return Finders.load()


def places(text: str) -> list[Placed]:
    words = Words(text)
    return finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None).places


@pytest.mark.parametrize(
    ("text", "governor", "led_by"),
    [
        ("قتل رجل ينحدر من مدينة الشحيل", "من", "ينحدر"),
        ("قتل رجل في مدينة الشحيل", "في", "رجل"),
        ("قتل رجل بمدينة الشحيل", "ب", "رجل"),
        ("قصفت بلدة هجين", "", "قصفت"),
        ("سار إلى هجين", "الي", "سار"),
        ("قصف على هجين", "علي", "قصف"),
        ("عاد ومن هجين", "من", "عاد"),
        ("وصل لهجين أمس", "ل", "وصل"),
        ("قصف من هجين", "من", "قصف"),
        ("قتل رجل من أبناء هجين", "ابناء", "من"),
        ("بعد حصار مدينة هجين", "حصار", "بعد"),
    ],
)
def test_the_preposition_that_governs_a_place_is_told_and_the_word_before_it(
    text: str, governor: str, led_by: str
) -> None:
    (place,) = places(text)
    forms = Words(text).forms
    assert (place.governor, forms[place.begin - 1]) == (governor, led_by)


def draft(place: Placed | None, *, inside: bool = True) -> Any:
    return SimpleNamespace(
        place=place, place_inside=inside, grounds={"place": place}, before=None, type="shelling", number=0
    )


def taken(first: Placed | None, second: Placed, *, inside: bool = True) -> Placed | None:
    claim = draft(first)
    take_finer_place(claim, [draft(second, inside=inside)])
    assert claim.grounds["place"] is claim.place
    return claim.place  # type: ignore[no-any-return]


def test_a_claim_takes_the_village_that_another_telling_names() -> None:
    side, village, _ = places("قصف في ريف القامشلي الشرقي ثم قصف قرية تل حميس بريف القامشلي")
    assert taken(side, village) is village
    assert taken(None, village) is village


def test_a_claim_keeps_a_place_that_the_other_does_not_lie_in() -> None:
    town, other = places("قصف في سراقب ثم قصف في منبج")
    assert taken(town, other) is town


def test_a_claim_keeps_the_finer_place() -> None:
    village, province = places("قصف قرية الشعفة ثم قصف في دير الزور")
    assert taken(village, province) is village


def test_a_place_that_another_telling_only_lends_is_not_taken() -> None:
    side, village, _ = places("قصف في ريف القامشلي الشرقي ثم قصف قرية تل حميس بريف القامشلي")
    assert taken(side, village, inside=False) is side


def test_a_village_lies_in_its_country_and_in_no_other() -> None:
    village, syria, iraq = places("في هجين في سوريا وفي العراق")
    assert lies_in(village, syria)
    assert not lies_in(village, iraq)


def test_the_surroundings_of_a_village_are_finer_than_the_countryside_of_a_city() -> None:
    countryside, village = places("قصف في ريف منبج ثم قصف محيط قرية العوسجلي")[:2]
    assert (countryside.precision, village.precision) == ("area", "area")
    assert (countryside.grain, village.grain) == ("area", "about village")


def choices(text: str, before: Any = None) -> list[tuple[str | None, list[str]]]:
    words = Words(text)
    found = finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None)
    draft = Draft(found, [0], before)
    draft.type = "shelling"
    return [(c.mention and c.mention.name, spell(c.features)) for c in place_choices(draft)]


def test_a_place_is_weighed_by_what_it_holds_and_how_often_it_is_named() -> None:
    (_, hajin), (_, province), (_, again), (none, _) = choices(
        "قصف بلدة هجين في محافظة دير الزور. وهجين تحت الحصار"
    )
    assert none is None
    assert "named:2:in:False" in hajin
    assert "named:2:out:False" in again
    assert "holds a finer one:in:True:province" in province
    assert "held by:in:province" in hajin


def test_fire_from_one_place_on_another_is_told_apart() -> None:
    (_, origin), (_, goal), _ = choices("قصف من الرقة على منبج")
    assert "way:from:True:strike" in origin
    assert "way:toward:True:strike" in goal


def test_what_is_near_a_village_reaches_less_far_than_a_citys_countryside() -> None:
    near, village, town = places("قصف محيط قرية قوقفين وقصف بلدة البارة ثم قصف في ريف معرة النعمان")
    assert (near.grain, town.grain) == ("about village", "area")
    assert not lies_in(village, near)
    assert lies_in(village, town)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("أعلنت غرفة طوارئ هجين قصف قرية الشعفة", {"الشعفة"}),
        ("قال مراسل الجزيرة في سوريا إن قصفا أصاب بلدة هجين", {"هجين"}),
        ("أعلن سكان في هجين قصف قرية الشعفة", {"هجين", "الشعفة"}),
    ],
    ids=["in a body's name", "where one reports from", "no body"],
)
def test_where_somebody_tells_it_is_not_where_it_was(text: str, left: set[str]) -> None:
    assert {name for name, _ in choices(text)} - {None} == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("قال مصدر في شرطة درعا إن مسلحين أطلقا النار على مواطن. وقتل آخر في طفس", {"طفس"}),
        ("قال مصدر في شرطة دمشق إن مسلحين أطلقا النار على مواطن. وقتل آخر في طفس", {"دمشق", "طفس"}),
        ("أطلق مسلحان النار على مواطن في درعا. وقتل آخر في طفس", {"درعا", "طفس"}),
    ],
    ids=["the seat of its division", "the seat of another", "nobody tells"],
)
def test_what_police_tell_did_not_happen_where_they_have_their_seat(text: str, left: set[str]) -> None:
    (tafas,) = (place for place in places(text) if place.name == "طفس")
    assert {name for name, _ in choices(text, before=draft(tafas))} - {None} == left


@pytest.mark.parametrize(
    ("text", "ward"),
    [
        ("قال طبيب في مستشفى الثورة إن سبعة قتلوا", True),
        ("نقل سبعة جرحى إلى مستشفى الثورة بعد القصف", True),
        ("مستشفى الثورة استقبل سبع جثث", True),
        ("أصيبت طفلة وهي تخضع للعلاج في مستشفى الثورة", True),
        ("قصف الطيران مستشفى الثورة بصاروخين", False),
        ("اقتحم مسلحون مستشفى الثورة وخطفوا طبيبا", False),
        ("قال طبيب في مدينة هجين إن سبعة قتلوا", False),
    ],
)
def test_a_hospital_that_took_in_the_hurt_is_told_from_one_that_was_struck(text: str, ward: bool) -> None:
    words = Words(text)
    found = finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None)
    assert [is_ward(found, place) for place in found.places] == [ward]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("قتلت سيدة نازحة من ريف حلب الجنوبي", True),
        ("قتل شاب ينحدر أصلا من مدينة هجين", True),
        ("قتل رجل من أبناء مدينة هجين", False),
        ("قتل ثلاثة من أهالي مدينة هجين", False),
        ("قصفت المدفعية من مدينة هجين", False),
        ("مقتل ثلاثة نازحين في مدينة هجين", False),
        ("وتنحدر ريم خليل (27 عاما)، من قرية قوقفين", True),
    ],
)
def test_where_the_hurt_once_came_from_is_told_apart(text: str, origin: bool) -> None:
    words = Words(text)
    found = finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None)
    assert [is_origin(found, place) for place in found.places] == [origin]


def test_whose_people_somebody_is_of_is_not_where_he_was_met() -> None:
    words = Words("خطف مسلحون الشاب سامر خليل من أهالي مدينة هجين قرب مدينة منبج")
    found = finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None)
    assert [is_origin(found, place) for place in found.places] == [True, False]


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("عدوان جوي من اتجاه شمال شرق مدينة منبج استهدف قرية قوقفين", [True, False]),
        ("دخلت دورية من جهة مدينة منبج إلى قرية قوقفين", [True, False]),
        ("اشتباكات بين الجيش من جهة والفصائل من جهة أخرى في مدينة منبج", [False]),
    ],
)
def test_from_which_way_they_came_is_not_where_they_hit(text: str, directions: list[bool]) -> None:
    words = Words(text)
    found = finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None)
    assert [is_direction(found, place) for place in found.places] == directions


@pytest.mark.parametrize(
    ("text", "stations"),
    [
        ("قصفت المدفعية المتمركزة في مدينة منبج قرية قوقفين", [True, False]),
        ("قصف على مدينة منبج، مصدره مدينة هجين", [False, True]),
        ("قصفت المدفعية مدينة منبج", [False]),
    ],
)
def test_where_those_stand_who_fire_is_told_apart(text: str, stations: list[bool]) -> None:
    words = Words(text)
    found = finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None)
    assert [is_station(found, place) for place in found.places] == stations


@pytest.mark.parametrize(
    ("text", "bearings"),
    [
        ("وفي تكريت (160 كم شمال بغداد) اغتال مسلحون ضابطا", [False, True]),
        ("انفجرت عبوة في بعقوبة، 60 كلم شمال شرق بغداد", [False, True]),
        ("انفجرت عبوة على بعد 60 كلم شمال شرق بغداد", [False]),
    ],
)
def test_from_where_the_way_to_another_place_is_measured_is_told_apart(
    text: str, bearings: list[bool]
) -> None:
    words = Words(text)
    found = finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None)
    assert [is_bearing(found, place) for place in found.places] == bearings


def test_it_was_not_where_those_stand_who_fire_where_another_place_is_named() -> None:
    named = choices("قصفت المدفعية المتمركزة في مدينة منبج قرية قوقفين")
    assert len(named) == 2
    assert len(choices("قصفت المدفعية المتمركزة في مدينة منبج مواقع الجيش")) == 2


def test_places_that_a_broken_text_puts_into_each_other_are_tied_in_no_ring() -> None:
    first, second, *_ = places("قصف على بلدة هجين بريف دير البلدة هجين بريف دير الزور")
    assert {first.within is second, second.within is first} == {True, False}


@pytest.mark.parametrize(
    ("text", "type_", "names"),
    [
        ("أفرج التنظيم عن سائحتين من ألمانيا وسويسرا في تونس", "release", {"تونس"}),
        ("انسحب مئات المقاتلين من تونس", "territory_change", {"تونس"}),
        ("أرسل الجيش تعزيزات من مدينة الشحيل باتجاه هجين", "deployment", {"هجين"}),
        ("انتشر الجيش في مدينة الشحيل", "deployment", {"الشحيل"}),
        ("قال متحدثا عبر الهاتف من هجين إن خمسة قتلوا في الشحيل", "killing", {"الشحيل"}),
        ("قتل خمسة في هجين", "killing", {"هجين"}),
    ],
)
def test_whose_home_a_country_is_and_whence_forces_go_or_somebody_speaks_is_no_place_of_a_happening(
    text: str, type_: str, names: set[str]
) -> None:
    words = Words(text)
    found = finders().find(words, finders().matcher.find(words), dt.date(2018, 11, 28), None)
    told = Draft(found, list(range(len(found.triggers))), None)
    told.type = type_
    assert {c.mention.name for c in place_choices(told) if c.mention is not None} == names
