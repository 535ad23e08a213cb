"""Where a happening lies, in both languages."""

import pytest

from tawatur.export.ontology import Pair, load_whereabouts
from tawatur.export.whereabouts import say_where
from tawatur.records import Place


@pytest.mark.parametrize(
    ("relation", "en", "ar"),
    [
        (None, "in Raqqa", "في الرقة"),
        ("near", "near Raqqa", "قرب الرقة"),
        ("north", "north of Raqqa", "شمال الرقة"),
        ("southwest", "south-west of Raqqa", "جنوب غرب الرقة"),
        ("middle", "in the middle of Raqqa", "وسط الرقة"),
        ("countryside", "in the countryside of Raqqa", "في ريف الرقة"),
        ("countryside east", "in the eastern countryside of Raqqa", "في ريف الرقة الشرقي"),
        ("countryside northwest", "in the north-western countryside of Raqqa", "في ريف الرقة الشمالي الغربي"),
        ("outskirts south", "on the southern outskirts of Raqqa", "في أطراف الرقة الجنوبية"),
        ("near west", "near Raqqa, to the west", "قرب الرقة من جهة الغرب"),
        ("front", "on the front of Raqqa", "على محور الرقة"),
        ("border north", "on the northern border of Raqqa", "على حدود الرقة الشمالية"),
        ("never_seen", "in Raqqa", "في الرقة"),
    ],
)
def test_a_relation_is_said_before_the_name_or_around_it(relation, en, ar):
    place = Place(name="الرقة", relation=relation)
    assert say_where(place, "en", name="Raqqa") == en
    assert say_where(place, "ar") == ar


def test_what_is_done_to_a_place_stands_for_in():
    over = Pair("over", "على")
    assert say_where(Place(name="الرقة"), "en", over=over) == "over الرقة"
    assert say_where(Place(name="الرقة", relation="near"), "ar", over=over) == "على المنطقة الواقعة قرب الرقة"


def test_every_relation_that_the_gazetteer_reads_can_be_said():
    from tawatur.find.place_signs import load_signs

    signs, known = load_signs(), load_whereabouts()
    assert set(signs.relations.values()) <= set(known.relations)
    sides = set(signs.directions.values())
    assert sides <= set(known.directions)
    for vertical in sides & {"north", "south"}:
        for horizontal in sides & {"east", "west"}:
            assert vertical + horizontal in known.directions
