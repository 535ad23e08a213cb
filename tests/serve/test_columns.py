"""What is counted over columns is what one would count row by row."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tawatur.serve.bits import to_bits, to_bits_of_flags, to_flags
from tawatur.serve.columns import Column

values = st.lists(st.sampled_from([None, "Homs", "Idlib", "Aleppo"]), max_size=40)


@given(values, st.data())
def test_a_column_counts_the_rows_of_a_set(of, data):
    column = Column(of)
    rows = data.draw(st.sets(st.sampled_from(range(len(of))))) if of else set()
    bits = to_bits(rows, len(of))
    assert column.count(bits) == Counter(of[n] for n in rows)
    assert column.last(bits) == {
        value: max(n for n in rows if of[n] == value) for value in {of[n] for n in rows}
    }


@given(values)
def test_a_column_finds_the_rows_whose_value_is_wanted(of):
    found = Column(of).find(lambda value: value in ("Homs", None))
    assert found == to_bits((n for n, value in enumerate(of) if value in ("Homs", None)), len(of))


@given(values, st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["Homs", "Hama", None]))))
def test_a_changed_column_leaves_the_one_that_it_was_copied_from(of, changes):
    column, now = Column(of), list(of)
    other = column.copy()
    for at, value in changes:
        n = min(at, len(now))
        now[n:] = [value, *now[n + 1 :]]
        other.put(n, value)
    assert other.count((1 << len(now)) - 1) == Counter(now)
    assert column.count((1 << len(of)) - 1) == Counter(of)


@given(st.sets(st.integers(0, 60)))
def test_a_set_of_rows_comes_back_from_its_flags(rows):
    bits = to_bits(rows, 61)
    assert to_bits_of_flags(to_flags(bits, 61)) == bits
