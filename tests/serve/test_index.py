"""An index that was changed is the index that would have been built."""

from collections import Counter

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.serve.index import Index
from tawatur.serve.map import build_map
from tawatur.serve.query import SORTS, State
from tawatur.serve.timeline import build_timeline


def _view(index):
    """What can be seen of an index."""
    found = index.find(State())
    return (
        {row.id: row for row in index.standing()},
        {
            facet: {(one.value, one.count) for one in counted}
            for facet, counted in index.facets(State()).items()
        },
        {sort: [row.id for row in index.all_of(found, sort)] for sort in SORTS},
        index.total,
        index.count_days(found),
        {spot: (here.incidents, here.contested) for spot, here in index.count_spots(found).items()},
        {facet: index.tally(facet) for facet in ("source", "publisher")},
        build_timeline(index, State()),
        build_map(index, State(), 6, "en"),
    )


def _none(_asked):
    return 0


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_an_index_that_was_changed_is_as_one_built_anew(desk, data):
    rows = [desk.index.row(row.id) for row in list(desk.index.standing())[:30]]
    index = Index(rows, _none)
    now = {row.id: row for row in rows}
    for _ in range(data.draw(st.integers(1, 4))):
        _view(index)  # what is remembered of it must not be shown for the next
        id_ = data.draw(st.sampled_from([row.id for row in rows] + ["new 1", "new 2"]))
        row = data.draw(
            st.none() | st.sampled_from(rows).map(lambda r, id_=id_: msgspec.structs.replace(r, id=id_))
        )
        index = index.with_rows({id_: row})
        now.pop(id_, None)
        if row is not None:
            now[id_] = row
    assert _view(index) == _view(Index(list(now.values()), _none))


@pytest.mark.parametrize("state", [State(), State(grade=("fair",)), State(kind=("airstrike",))])
def test_days_points_and_sources_are_counted_as_one_would_row_by_row(desk, state):
    index = desk.index
    found = index.find(state)
    rows = list(index.rows_in(found))
    assert index.count_days(found) == Counter((row.first, row.last) for row in rows)
    assert {spot: here.incidents for spot, here in index.count_spots(found).items()} == Counter(
        None if row.lat is None else (row.lon, row.lat) for row in rows
    )
    for spot, here in index.count_spots(found).items():
        told = [row for row in rows if spot == (None if row.lat is None else (row.lon, row.lat))]
        assert index.rows[here.last] in told
        assert here.contested == sum(bool(row.contested) for row in told)
    for facet in ("source", "publisher"):
        for one in index.tally(facet):
            own = [row for row in index.standing() if one.value in getattr(row, f"{facet}s")]
            assert (one.count, one.alone, one.disputed) == (
                len(own),
                sum(len(getattr(row, f"{facet}s")) == 1 for row in own),
                sum(bool(row.contested) for row in own),
            )


@pytest.mark.parametrize("sort", SORTS)
def test_every_incident_stands_on_one_page_of_any_order(desk, sort):
    index = desk.index
    found = index.find(State())
    pages = [index.page(found, State(sort=sort, page=n), 7) for n in range(1, index.total // 7 + 2)]
    assert sorted(row.id for page in pages for row in page) == sorted(row.id for row in index.standing())


def test_incidents_are_ordered_as_their_order_says(desk):
    def column(sort, value):
        return [value(row) for row in desk.index.all_of(desk.index.find(State()), sort)]

    gaps = column("disputed", lambda row: row.gap)
    assert gaps == sorted(gaps, reverse=True)
    assert gaps[0] > 0
    days = [day for day in column("newest", lambda row: row.last) if day]
    assert days == sorted(days, reverse=True)
