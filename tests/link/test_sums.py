import pytest

from tawatur.export.reasons import say_reasons
from tawatur.link.incidents import link_all
from tellings import telling

OCTOBER = {"day": "2018-10-01", "last": "2018-10-31", "kind": "toll", "killed": 40}


def sums(*tellings):
    linked = link_all(tellings)
    claims = {incident.id: incident.claims for incident in linked.incidents}
    return {(summed.toll, claims[summed.incident]) for summed in linked.sums}


def test_a_toll_is_linked_to_what_it_sums_and_stands_in_no_incident():
    toll = telling("t", place="دير الزور", **OCTOBER)
    here, there = telling("a", killed=3), telling("b", place="السوسة", day="2018-10-20", killed=9)
    linked = link_all([toll, here, there])
    assert sums(toll, here, there) == {("t", ("a",)), ("t", ("b",))}
    assert {claim for incident in linked.incidents for claim in incident.claims} == {"a", "b"}
    assert say_reasons(linked.sums[0].why, "en").startswith("within 2018-10-01 to 2018-10-31; ")


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2018-11-02", "killed": 3},
        {"place": "الموصل", "killed": 3},
        {"place": None, "killed": 3},
        {},
    ],
    ids=["after it", "elsewhere", "nobody knows where", "nobody killed"],
)
def test_what_lies_outside_a_toll_is_none_of_it(other):
    assert not sums(telling("t", place="دير الزور", **OCTOBER), telling("a", **other))


def test_a_toll_of_a_whole_country_sums_nothing_in_particular():
    assert not sums(telling("t", place="سوريا", **OCTOBER), telling("a", killed=3))


MONTH = {"day": "2018-10-01", "last": "2018-10-31", "place": "دير الزور", "kind": "killing", "killed": 22}


@pytest.mark.parametrize(
    ("words", "slots", "is_total"),
    [
        ("منذ بداية الشهر 31 عملية ومحاولة اغتيال قتل فيها 22 شخصا", {}, True),
        ("وأدت تلك الهجمات إلى مقتل 22 مدنيا", {}, True),
        ("قتل 22 مدنيا بقصف على السوق", {}, False),
        ("وأدت تلك الهجمات إلى مقتل 22 مدنيا", {"last": "2018-10-04"}, False),
        ("وأدت تلك الهجمات إلى نزوح الأهالي", {"killed": None}, False),
    ],
    ids=["since the beginning", "those attacks", "one that is recalled", "within days", "no number"],
)
def test_numbers_of_many_happenings_over_a_stretch_are_a_total_whatever_their_type(words, slots, is_total):
    total = telling("t", words=words, **{**MONTH, **slots})
    linked = link_all([total, telling("a", killed=3)])
    assert sum(len(incident.claims) for incident in linked.incidents) == (1 if is_total else 2)
    assert bool(linked.sums) == is_total
