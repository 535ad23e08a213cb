"""What is found stays right, whichever claims reviewers move, and is looked up once."""

from hypothesis import given
from hypothesis import strategies as st

from tawatur.serve.bits import to_bits
from tawatur.serve.lookup import NOWHERE, Lookup

ROWS = 6
places = st.integers(NOWHERE, ROWS - 1)


class Words:
    """Stands for what is kept: which claims have a word, and how often that was asked."""

    def __init__(self, having):
        self.having, self.asked = sorted(having), 0

    def search(self, _expression):
        self.asked += 1
        return self.having


@given(st.lists(places, min_size=1, max_size=20), st.data())
def test_an_incident_is_found_by_the_claims_that_stand_in_it_now(row_of, data):
    claims = st.sampled_from(range(len(row_of)))
    words = Words(data.draw(st.sets(claims)))
    lookup = Lookup(words, row_of, ROWS)
    # Two new incidents may have been made since, by splitting others.
    for moved in data.draw(st.lists(st.dictionaries(claims, st.integers(NOWHERE, ROWS + 1)), max_size=3)):
        now = {claim: moved.get(claim, row) for claim, row in enumerate(row_of)}
        expected = {now[claim] for claim in words.having} - {NOWHERE}
        assert lookup.find("word", lookup.lay_over(moved)) == to_bits(expected, ROWS + 2)
    assert words.asked <= 1
