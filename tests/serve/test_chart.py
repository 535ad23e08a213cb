from tawatur.records import Assessment, Count, EffectKind, Figure, Grade, Relation, Voice
from tawatur.serve.chart import build_charts


def _drawn(*counts, kind=EffectKind.KILLED):
    voices = tuple(Voice(id=count.voice, name=count.voice, relation=Relation.MONITOR) for count in counts)
    figure = Figure(kind=kind, who="civilians", counts=counts)
    return Assessment(voices=voices, figures=(figure,), grade=Grade(grade="weak", rule="one_voice"))


def _ranges(*counts):
    (chart,) = build_charts(_drawn(*counts))
    return chart, chart.rows[0]


def test_every_range_lies_on_the_one_axis():
    chart, rows = _ranges(
        Count(voice="a", claim="1", low=9, high=9), Count(voice="b", claim="2", low=13, high=20)
    )
    assert chart.most == 20
    assert [(one.start, one.width, one.is_point) for one in rows.ranges] == [(45, 0, True), (65, 35, False)]


def test_counts_that_do_not_meet_are_said_to_be_apart():
    a, b = Count(voice="a", claim="1", low=9, high=9), Count(voice="b", claim="2", low=13, high=20)
    assert _ranges(a, b)[1].is_apart
    assert not _ranges(Count(voice="a", claim="1", low=9, high=None), b)[1].is_apart


def test_at_least_goes_on_and_up_to_begins_at_nothing():
    _, rows = _ranges(Count(voice="a", claim="1", low=10), Count(voice="b", claim="2", high=20))
    least, most = rows.ranges
    assert least.is_open
    assert most.is_upto
    assert (most.start, most.width) == (0, 100)


def test_people_without_a_number_have_no_bar():
    _, rows = _ranges(Count(voice="a", claim="1"), Count(voice="b", claim="2", low=4, high=4))
    assert [one.is_counted for one in rows.ranges] == [False, True]


def test_a_count_that_was_given_anew_is_drawn_where_it_stands_now():
    (chart,) = build_charts(
        _drawn(
            Count(voice="a", claim="1", low=4, high=4, earlier=True),
            Count(voice="a", claim="2", low=10, high=10),
        )
    )
    (one,) = chart.rows[0].ranges
    assert (one.start, one.is_point, len(one.counts)) == (100, True, 2)


def test_a_label_asks_for_more_of_the_axis_the_longer_the_numbers_are():
    rooms = []
    for n in (4, 400, 40_000, 4_000_000):
        (chart,) = build_charts(_drawn(Count(voice="a", claim="1", low=n, high=n)))
        assert (chart.ticks[0].room, chart.ticks[-1].room) == (0, 0)
        rooms.append(chart.ticks[1].room)
    assert rooms == sorted(set(rooms))
