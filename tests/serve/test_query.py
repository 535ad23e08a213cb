import datetime as dt
from urllib.parse import parse_qsl

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawatur.serve.query import FACETS, SORTS, QueryError, State, parse_state, to_query

words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30)
values = words.map(str.strip).filter(bool)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
edges = st.floats(-180, 180, allow_nan=False).map(lambda edge: float(f"{edge:.7g}"))


@st.composite
def boxes(draw):
    south, north = sorted((draw(edges), draw(edges)))
    return (draw(edges), south, draw(edges), north)


states = st.builds(
    State,
    q=words.map(lambda q: " ".join(q.split())),
    since=st.none() | days,
    until=st.none() | days,
    bbox=st.none() | boxes(),
    sort=st.sampled_from(SORTS),
    page=st.integers(1, 9_999_999),
    view=st.sampled_from(["", "map", "timeline", "list"]),
    lang=st.sampled_from(["", "en", "ar"]),
    **{facet: st.sets(values, max_size=3).map(lambda v: tuple(sorted(v))) for facet in FACETS},
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(states)
def test_a_state_comes_back_from_its_address(state):
    assert parse_state(parse_qsl(to_query(state), keep_blank_values=True)) == state


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(states, st.randoms(use_true_random=False))
def test_the_order_in_an_address_does_not_matter(state, chance):
    pairs = parse_qsl(to_query(state))
    chance.shuffle(pairs)
    assert parse_state(pairs) == state


def test_a_value_is_asked_for_once():
    assert to_query(parse_state([("kind", "shelling"), ("kind", "shelling")])) == "kind=shelling"


def test_empty_fields_of_a_form_ask_for_nothing():
    assert parse_state([("q", " "), ("from", ""), ("bbox", ""), ("kind", "")]) == State()


def test_another_filter_leads_back_to_the_first_page():
    assert State(page=7).toggled("kind", "shelling") == State(kind=("shelling",))
    assert State(page=7, kind=("shelling",)).toggled("kind", "shelling") == State()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("from", "yesterday"),
        ("to", "2018-13-01"),
        ("bbox", "1,2,3"),
        ("bbox", "1,2,3,nan"),
        ("bbox", "0,10,5,-10"),
        ("sort", "up"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "٣"),
        ("view", "x"),
        ("lang", "fr"),
        ("q", "x" * 401),
        ("kind", "a\x00b"),
    ],
)
def test_what_cannot_be_understood_is_said_and_not_guessed(name, value):
    with pytest.raises(QueryError) as told:
        parse_state([(name, value)])
    assert told.value.field == name
