"""Group the words that tell of one happening.

`قتل خمسة مدنيين وأصيب عشرة بقصف مدفعي` holds three triggers and one happening. Each trigger in turn
joins the one before it that it most likely belongs with, or begins a draft of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.model import Model, bucket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tawatur.claim.found import Found

_BACK = 7  # triggers to look back over
_SENTENCES_BACK = 2


def group_triggers(found: Found, model: Model) -> list[list[int]]:
    """Groups of triggers, by their index in `found.triggers`, in order of their first.

    A trigger is weighed against all of a group that stands near, not against its nearest member alone:
    else a chain of near neighbours would run through the whole report.
    """
    groups: list[list[int]] = []
    of: list[int] = []
    for n in range(len(found.triggers)):
        sums: dict[int, tuple[float, int]] = {}
        for m in candidates_before(found, n):
            total, count = sums.get(of[m], (0.0, 0))
            sums[of[m]] = (total + model.score(pair_features(found, m, n)), count + 1)
        best, best_score = -1, 0.0
        for group, (total, count) in sums.items():
            if total / count > best_score:
                best, best_score = group, total / count
        if best < 0:
            best = len(groups)
            groups.append([])
        groups[best].append(n)
        of.append(best)
    return groups


def candidates_before(found: Found, n: int) -> Iterator[int]:
    """Indexes of the triggers that this one may belong with, nearest first."""
    sentence = found.triggers[n].sentence
    for m in range(n - 1, max(-1, n - 1 - _BACK), -1):
        if sentence - found.triggers[m].sentence > _SENTENCES_BACK:
            return
        yield m


def pair_features(found: Found, m: int, n: int) -> list[str]:
    """What tells whether the later trigger speaks of the earlier one's happening."""
    a, b = found.triggers[m], found.triggers[n]
    apart = b.sentence - a.sentence
    between = found.marks_between(a.last, b.first)
    features = [
        f"apart:{apart}",
        f"skip:{n - m - 1}",
        f"gap:{apart and 's'}{bucket(b.first - a.last)}",
        f"pair:{a.manner}>{b.manner}",
        f"ids:{a.id}>{b.id}",
        f"b:{b.id}",
        f"a:{a.id}",
        f"pos:{a.part}>{b.part}:{apart}",
        f"pro:{b.proclitics}:{b.manner}",
        f"def:{int(b.definite)}:{b.manner}:{apart}",
    ]
    last_mark = ""
    for mark in between:
        features.append(f"btw:{mark}:{apart}")
        if mark[0] == "c":
            last_mark = mark
    if last_mark:
        features.append(f"link:{last_mark}:{a.manner}>{b.manner}")
    features.extend(
        f"cue:{mark}:{b.manner}" for mark in found.marks_between(max(a.last, b.first - 3), b.first)
    )
    if a.id == b.id:
        features.append(f"same:{apart}:{int(b.definite)}")
    if found.harm_ends_before(a, b):
        features.append("harmed between")
    if b.first in found.title and a.first not in found.title:
        features.append("leaves title")
    if a.first < found.title_end <= b.first:
        features.append("title>body")
    return features
