"""Strikes and tolls that the next sentence tells of another place are another happening, also where both lie near each other."""

from __future__ import annotations

import datetime as dt

import tawatur


def _told(text: str) -> list[tuple[str, list[tuple[str, int | None]]]]:
    claims = tawatur.read_claims(text, published=dt.date(2022, 11, 28)).claims
    return [
        (c.place.value.name if c.place else "", [(e.kind.value, e.low) for e in c.effects]) for c in claims
    ]


def test_tolls_of_two_towns_in_two_sentences_are_two() -> None:
    assert _told("قتل خمسة مدنيين في غارة على بنش. وأصيب عشرة في غارة على سرمين.") == [
        ("بنش", [("killed", 5)]),
        ("سرمين", [("wounded", 10)]),
    ]


def test_villages_side_by_side_are_two() -> None:
    assert _told("استشهد خمسة في غارة على بلدة حناوية. واستشهد ستة في غارات على بلدة عين بعال.") == [
        ("حناوية", [("killed", 5)]),
        ("عين بعال", [("killed", 6)]),
    ]


def test_a_new_strike_on_another_town_is_no_telling_of_the_first() -> None:
    told = _told("شنت الطائرات غارة على سرمين. وأدت الغارة على المدينة إلى مقتل خمسة. كما شنت غارة على بنش.")
    assert told == [("سرمين", [("killed", 5)]), ("بنش", [])]


def test_the_town_of_the_hospital_is_not_where_it_was() -> None:
    text = "أصيبت طفلة بقصف على منزل في قرية الغسانية، وهي تخضع للعلاج في مشفى الحكمة في مدينة إدلب."
    assert [place for place, _ in _told(text)] == ["الغسانية"]


def test_the_same_town_in_the_next_sentence_is_the_same_happening() -> None:
    assert _told("قتل خمسة مدنيين في غارة على بنش. وأصيب عشرة في الغارة على المدينة.") == [
        ("بنش", [("killed", 5), ("wounded", 10)])
    ]


def test_deeds_of_two_days_at_two_places_are_two() -> None:
    told = _told(
        "أعلنت كتائب القسام أن مقاتليها استهدفوا أمس دبابة إسرائيلية في جباليا. "
        "وفي بيان منفصل، أفادت الكتائب بأن مقاتليها قصفوا أول أمس مدينة سديروت برشقة صاروخية."
    )
    assert [place for place, _ in told] == ["جباليا", "سديروت"]


def test_a_sentence_that_begins_with_another_town_tells_of_another_blast() -> None:
    text = (
        "انفجرت عبوة ناسفة في رتل عسكري بمنطقة الدبس وأصابت خمسة عسكريين بجروح. "
        "وفي تكريت، انفجرت سيارة مفخخة وأصابت خمسة أشخاص بجروح."
    )
    assert [place for place, _ in _told(text)] == ["الدبس", "تكريت"]


def test_who_else_was_harmed_at_the_same_place_was_harmed_by_another() -> None:
    text = "قتل ثلاثة مدنيين في غارة على بلدة كفرا. وفي البلدة نفسها قتل مسعف في غارة استهدفت مركزا صحيا."
    assert [[kind for kind, _ in effects] for _, effects in _told(text)] == [["killed"], ["killed"]]
    assert (
        len(_told("قتل ثلاثة مدنيين في غارة على بلدة كفرا. وفي السياق ذاته نعت البلدة القتلى الثلاثة.")) == 1
    )


def test_a_happening_that_is_named_again_to_say_more_of_it_is_one() -> None:
    text = "أدانت الحكومة قصف طائرة من دون طيار لسيارة عسكرية بناحية سيدكان شمالي أربيل، وهو القصف الذي قتل فيه ضابطان."
    assert _told(text) == [("سيدكان", [("killed", 2)])]
