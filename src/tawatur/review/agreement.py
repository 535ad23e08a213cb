"""How far two reviewers agree: Cohen's kappa, slot by slot, over what both have judged.

A reviewer who accepted a claim, or corrected any slot of it, has looked at it: the slots that were left are taken as
agreed to as the machine read them. Of each reviewer the last word counts, and nothing that was undone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import msgspec

from tawatur.records import Judgement
from tawatur.review.slots import plain_value, to_compare
from tawatur.review.standing import find_standing
from tawatur.review.vocabulary import SLOTS


class Agreement(NamedTuple):
    """Of two reviewers in one field."""

    left: str
    right: str
    field: str
    items: int  # that both judged
    same: int
    kappa: float | None  # None: chance alone would have them agree throughout

    @property
    def observed(self) -> float:
        return self.same / self.items


_Values = dict[str, dict[str, dict[str, str]]]  # reviewer → field → item → value


def measure_agreement(judgements: Iterable[Judgement]) -> list[Agreement]:
    """Every two reviewers who judged the same, in every field in which they did."""
    values = _read_values(find_standing(judgements))
    found = []
    for left, right in combinations(sorted(values), 2):
        for field in ("verdict", *SLOTS, "incident verdict", "grade", "same incident"):
            pairs = _pair(values[left].get(field, {}), values[right].get(field, {}))
            if pairs:
                same = sum(one == other for one, other in pairs)
                found.append(Agreement(left, right, field, len(pairs), same, find_kappa(pairs)))
    return found


def find_kappa(pairs: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: agreement beyond what chance would give two who use the values as often.

    >>> find_kappa([("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15)
    0.4
    >>> find_kappa([("yes", "yes")] * 3) is None
    True
    """
    count = len(pairs)
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    # In whole numbers, so that nothing hangs on how a machine rounds.
    same = sum(one == other for one, other in pairs) * count
    chance = sum(left[value] * right[value] for value in left)
    return None if chance == count * count else round((same - chance) / (count * count - chance), 6)


def _pair(left: dict[str, str], right: dict[str, str]) -> list[tuple[str, str]]:
    return [(left[item], right[item]) for item in sorted(left.keys() & right.keys())]


def _read_values(standing: Sequence[Judgement]) -> _Values:
    values: _Values = defaultdict(lambda: defaultdict(dict))
    machine: dict[str, dict[str, Any]] = defaultdict(dict)
    looked: dict[str, set[str]] = defaultdict(set)
    for one in standing:
        mine, item = values[one.who], _item(one)
        if one.is_about_claim and one.field == "verdict":
            mine["verdict"][item] = str(one.value)
            if isinstance(one.was, dict):
                machine[item] = {**one.was}
            if one.value == "accepted":
                looked[one.who].add(item)
        elif one.field in SLOTS:
            mine[one.field][item] = _written(to_compare(one.field, plain_value(one.field, one.value)))
            machine[item].setdefault(one.field, one.was)  # the first to correct it saw the machine's
            looked[one.who].add(item)
        elif one.field in ("merge", "apart"):
            pair = sorted((_group(one.of), _group(one.to)))
            mine["same incident"][" ".join(pair)] = one.field
        elif one.field in ("verdict", "grade"):
            mine["grade" if one.field == "grade" else "incident verdict"][item] = str(one.value)
    for who, items in looked.items():
        for item in items:
            for slot in SLOTS:
                if slot in machine[item]:
                    values[who][slot].setdefault(item, _written(to_compare(slot, machine[item][slot])))
    return values


def _item(judgement: Judgement) -> str:
    """What was judged, under the same name in every case."""
    return judgement.about if judgement.is_about_claim else _group(judgement.of)


def _group(anchors: Sequence[Any]) -> str:
    return ",".join(sorted(anchor.claim for anchor in anchors))


def _written(value: object) -> str:
    return msgspec.json.encode(value, order="deterministic").decode()
