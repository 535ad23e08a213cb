import datetime as dt

from tawatur.records import Judgement
from tawatur.review.standing import find_standing, find_undone

NOON = dt.datetime(2024, 1, 1, 12, tzinfo=dt.UTC)


def made(id_, about="c1", field="verdict", value="accepted", minute=0):
    return Judgement(
        id=id_, about=about, field=field, value=value, who="huda", when=NOON + dt.timedelta(minutes=minute)
    )


def undo(id_, about, minute):
    return made(id_, about, "undo", None, minute)


def test_what_is_undone_does_not_stand():
    assert [one.id for one in find_standing([made("a"), made("b", minute=1), undo("u", "b", 2)])] == ["a"]


def test_an_undoing_that_is_undone_lets_it_stand_again():
    log = [made("a"), undo("u", "a", 1), undo("v", "u", 2)]
    assert find_undone(log) == {"u"}
    assert [one.id for one in find_standing(log)] == ["a"]
    assert find_undone([*log, undo("w", "v", 3)]) == {"a", "v"}


def test_twice_undone_is_undone_and_stays_so_until_both_are_undone():
    log = [made("a"), undo("u", "a", 1), undo("v", "a", 2), undo("w", "v", 3)]
    assert find_undone(log) == {"a", "v"}
    assert find_undone([*log, undo("x", "u", 4)]) == {"u", "v"}


def test_the_order_of_arrival_makes_no_difference():
    log = [made("a"), undo("u", "a", 1), undo("v", "u", 2), made("b", minute=3)]
    assert find_undone(log[::-1]) == find_undone(log)
    assert find_standing(log[::-1]) == find_standing(log)


def test_an_undoing_of_what_came_later_undoes_nothing():
    assert find_undone([made("a", minute=5), undo("u", "a", 1)]) == frozenset()
