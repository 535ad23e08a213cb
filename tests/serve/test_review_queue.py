from itertools import pairwise

import pytest

from tawatur.serve.query import State
from tawatur.serve.review_queue import QUEUES, SAMPLE, find_waiting, measure_progress


@pytest.mark.parametrize("queue", QUEUES)
def test_a_queue_is_as_long_as_it_says_and_each_of_it_is_picked(desk, queue):
    line = find_waiting(desk, queue, State())
    waiting = line.first(10_000)
    assert len(waiting) == line.total
    assert {one.queue: one.left for one in measure_progress(desk, State())}[queue] == line.total
    for one, following in pairwise(waiting):
        assert line.pick(at=one.key) == one
        assert line.pick(after=one.key) == following
        assert line.pick(at="gone", after=one.key) == following
    if waiting:
        assert line.pick() == line.pick(at="gone") == line.pick(after=waiting[-1].key) == waiting[0]
    else:
        assert line.pick(at="gone") is None


def test_a_sample_is_the_same_for_its_seed_and_another_for_another(desk):
    samples = [
        [one.key for one in find_waiting(desk, "random", State(), seed).first(SAMPLE)] for seed in (1, 1, 2)
    ]
    assert samples[0] == samples[1] != samples[2]
    narrowed = State(kind=(desk.index.rows[0].type,))
    drawn = find_waiting(desk, "random", narrowed, 1).first(SAMPLE)
    assert drawn
    assert {one.incident.type for one in drawn} == {desk.index.rows[0].type}
