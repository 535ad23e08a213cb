"""An index that was changed is the index that would have been built."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.serve.index import Index
from tawatur.serve.query import SORTS, State


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
    )


def _none(_asked):
    return ()


@settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_an_index_that_was_changed_is_as_one_built_anew(desk, data):
    rows = [desk.index.row(row.id) for row in list(desk.index.standing())[:30]]
    index = Index(rows, _none)
    now = {row.id: row for row in rows}
    for _ in range(data.draw(st.integers(1, 4))):
        id_ = data.draw(st.sampled_from([row.id for row in rows] + ["new 1", "new 2"]))
        row = data.draw(
            st.none() | st.sampled_from(rows).map(lambda r, id_=id_: msgspec.structs.replace(r, id=id_))
        )
        index = index.with_rows({id_: row})
        now.pop(id_, None)
        if row is not None:
            now[id_] = row
    assert _view(index) == _view(Index(list(now.values()), _none))


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
