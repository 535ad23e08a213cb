"""Linking in parts has exactly the incidents of linking all at once, wherever the cuts are made."""

import datetime as dt
from collections import defaultdict

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.link.incidents import link_all
from tawatur.link.inparts import InParts
from tawatur.link.parts import Layout, build_layout
from tawatur.link.spots import name_key
from tawatur.link.told import Told, tell
from tellings import PLACES, telling

DAY = dt.date(2018, 10, 12).toordinal()


class Box:
    """A post in memory."""

    def __init__(self):
        self.boxes = defaultdict(dict)

    def put(self, box, name, data):
        self.boxes[box][name] = data

    def get(self, box):
        yield from (data for _, data in sorted(self.boxes[box].items()))


class Backwards:
    """A crew that does the last piece of work first, each from what was sent and nothing else."""

    def map(self, do, work):
        done = [do(piece) for piece in reversed(list(work))]
        yield from reversed(done)


class Reports:
    def __init__(self, told, size):
        self.told, self.size = told, size
        self.at = {claim.id: at for at, one in enumerate(told) for claim in tell_claims(one)}

    def batches(self):
        for start in range(0, len(self.told), self.size):
            yield self.told[start : start + self.size]

    def fetch(self, claims):
        return [self.told[at] for at in sorted({self.at[claim] for claim in claims})]


def tell_claims(told):
    return [one.claim for one in tell(told)]


def write_down(tellings):
    """As a case keeps them: report by report."""
    reports = defaultdict(list)
    for one in tellings:
        reports[one.claim.document].append(one)
    return [
        Told(None, tuple(msgspec.json.encode(t.claim).decode() for t in ts), tuple(t.quote for t in ts))
        for _, ts in sorted(reports.items())
    ]


def compare(tellings, layout, *, earlier=(), size=3, most=2):
    told = write_down(tellings)
    whole = link_all((t for one in told for t in tell(one)), earlier)
    post = Box()
    parted = InParts(Reports(told, size), layout, Backwards(), post, most).link(earlier)
    incidents = sorted((i for c in parted.chunks for i in c.incidents(post)), key=lambda i: i.id)
    answers = list(parted.answers)
    assert incidents == list(whole.incidents)
    assert sorted((p for a in answers for p in a.proposed), key=lambda p: (p.left, p.right)) == list(
        whole.proposed
    )
    assert sorted((s for a in answers for s in a.sums), key=lambda s: (s.toll, s.incident)) == sorted(
        whole.sums, key=lambda s: (s.toll, s.incident)
    )
    return whole


layouts = st.builds(
    lambda cuts, areas, rest: Layout(tuple(sorted(cuts)), tuple(areas[: len(cuts) + 1]), rest),
    st.sets(st.integers(DAY - 8, DAY + 40), max_size=6),
    st.lists(st.integers(1, 5), min_size=7, max_size=7),
    st.integers(1, 5),
)
SENTENCES = ["", "قتل في القصف على البلدة عدد من المدنيين وجرح آخرون بحسب مصادر محلية", "غارة ثانية"]


@st.composite
def claims(draw):
    def draw_one(n):
        day = draw(st.sampled_from([None, 0, 0, 1, 2, 3, 19, 20, 33]))
        length = draw(st.sampled_from([0, 0, 0, 1, 2, 5, 30, 70]))
        first = dt.date.fromordinal(DAY + day) if day is not None else None
        return telling(
            f"c{draw(st.integers(0, 10**6)):07}-{n}",
            document=f"d{draw(st.integers(0, 14))}",
            kind=draw(st.sampled_from(["shelling", "airstrike", "killing", "armed_clash", "toll"])),
            day=first and first.isoformat(),
            last=first and (first + dt.timedelta(length)).isoformat(),
            place=draw(st.sampled_from([None, *PLACES])),
            actor=draw(st.sampled_from([None, "isis", "sdf"])),
            source=draw(st.sampled_from([None, "isis", "sdf"])),
            killed=draw(st.sampled_from([None, 1, 3, 9])),
            denied=draw(st.booleans()),
            words=draw(st.sampled_from(SENTENCES)),
        )

    return [draw_one(n) for n in range(draw(st.integers(0, 24)))]


@settings(max_examples=150, deadline=None)
@given(claims(), layouts, st.integers(1, 9), st.integers(1, 30))
def test_any_cuts_come_to_the_same(tellings, layout, size, most):
    compare(tellings, layout, size=size, most=most)


@settings(max_examples=40, deadline=None)
@given(claims(), claims(), layouts)
def test_ids_stay_in_parts_as_they_do_at_once(before, after, layout):
    earlier = link_all(before).incidents
    compare(after, layout, earlier=earlier)


@settings(max_examples=60, deadline=None)
@given(claims(), st.integers(1, 9))
def test_parts_of_any_size_come_to_the_same(tellings, most):
    days = defaultdict(int)
    for one in tellings:
        days[one.first] += 1
    layout = build_layout(days.items(), most)
    assert layout.parts >= len(tellings) // most
    compare(tellings, layout)


EVERY_DAY = Layout(
    tuple(range(DAY - 3, DAY + 40)), (7,) * 44, 11
)  # a cut between any two days, and towns apart


@pytest.mark.parametrize(
    "pair",
    [
        (telling("a", killed=5), telling("b", day="2018-10-13", killed=5)),  # across midnight
        (telling("a", killed=5), telling("b", place="أبو الحسن", killed=5)),  # the next village
        (telling("a", killed=5), telling("b", place="دير الزور", killed=5)),  # the province alone
        (telling("a", killed=9, actor="sdf"), telling("b", place=None, killed=9, actor="sdf")),
        (telling("a", killed=5), telling("b", day="2018-10-01", last="2018-10-31", killed=5)),  # the month alone
        (telling("a", words=SENTENCES[1]), telling("b", day=None, words=SENTENCES[1])),  # the words alone
        (telling("a", document="d", killed=5), telling("b", document="d", day=None, killed=5, source="sdf")),
    ],
)  # fmt: skip
def test_claims_on_either_side_of_a_cut_meet(pair):
    whole = compare(pair, EVERY_DAY, size=1)
    assert len(whole.incidents) == 1 or whole.proposed


def test_a_chain_that_crosses_every_cut_is_one_piece():
    days = [(dt.date(2018, 10, 12) + dt.timedelta(n)).isoformat() for n in range(30)]
    chain = [telling(f"c{n:02}", day=day, killed=5, words=SENTENCES[1]) for n, day in enumerate(days)]
    compare(chain, EVERY_DAY, size=1, most=1)


def test_a_toll_sums_what_lies_in_other_parts():
    toll = telling("t", kind="toll", day="2018-10-01", last="2018-10-31", place="دير الزور", killed=30)
    whole = compare(
        [toll, telling("a", killed=5), telling("b", day="2018-10-29", killed=3)], EVERY_DAY, size=1
    )
    assert len(whole.sums) == 2


def test_a_stretch_of_days_with_more_than_a_part_holds_is_cut_by_area():
    layout = build_layout([(0, 10), (DAY, 100), (DAY + 1, 5)], most=30)
    assert layout == Layout((DAY + 1,), (4, 1), 8)
    assert layout.part(f"{DAY} 287 255") == layout.part(f"{DAY} 281 249")  # one area of some 100 km
    assert {layout.part(f"{DAY + 1} {name_key(name)}") for name in PLACES} == {4}
