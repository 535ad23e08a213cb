"""Group the words that tell of one happening.

`قتل خمسة مدنيين وأصيب عشرة بقصف مدفعي` holds three triggers and one happening. Each trigger in turn
joins the one before it that it most likely belongs with, or begins a draft of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.arabic.ordinals import ordinal_word
from tawatur.claim.answers import is_answered
from tawatur.claim.apart import comes_after, is_apart
from tawatur.claim.listed import only_counts_more
from tawatur.claim.model import LENGTHS, Model, Spelled
from tawatur.claim.strikers import find_strikers, is_next_shot, is_of_another
from tawatur.find.another import find_preceded, goes_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tawatur.claim.found import Found
    from tawatur.claim.model import Feature
    from tawatur.claim.triggers import Trigger

_BACK = 7  # triggers to look back over
_SENTENCES_BACK = 2
_WHICH_IS, _THAT = frozenset({"وهو", "وهي"}), frozenset({"الذي", "التي"})


def group_triggers(found: Found, model: Model) -> list[list[int]]:
    """Groups of triggers, by their index in `found.triggers`, in order of their first.

    A trigger is weighed against all of a group that stands near, not against its nearest member alone:
    else a chain of near neighbours would run through the whole report.
    """
    groups: list[list[int]] = []
    of: list[int] = []
    breaks = find_preceded(found.words.forms)
    answers, apart, lists = found.answers, found.apart, found.lists
    besides = {n for n, t in enumerate(found.triggers) if is_besides(t, found) or is_next_shot(t, found)}
    strikers = find_strikers(found)
    for n in range(len(found.triggers)):
        sums: dict[int, tuple[float, int]] = {}
        for m in candidates_before(found, n):
            if n in besides:
                continue
            if breaks and _breaks_off(found, m, n, breaks):
                continue
            if answers and is_answered(found, m, n, answers):
                continue
            if apart and is_apart(found, found.triggers[m], found.triggers[n]):
                continue
            if comes_after(found, found.triggers[m], found.triggers[n]):
                continue
            if strikers and is_of_another(n, groups[of[m]], strikers):
                continue
            if n in lists and m in lists and lists[m].number == lists[n].number:
                continue
            total, count = sums.get(of[m], (0.0, 0))
            sums[of[m]] = (total + model.score(pair_features(found, m, n)), count + 1)
        if n and is_named_again(found, n):
            sums = {of[n - 1]: (1.0, 1)}
        best, best_score = -1, 0.0
        for group, (total, count) in sums.items():
            if total / count > best_score:
                best, best_score = group, total / count
        if best < 0 and only_counts_more(found, n):
            best = of[n - 1]
        if best < 0:
            best = len(groups)
            groups.append([])
        groups[best].append(n)
        of.append(best)
    return groups


def is_named_again(found: Found, n: int) -> bool:
    """Whether a noun only names the happening right before it, to say more of it: `بعد قصف سيارة، وهو القصف الذي قتل فيه ضابطان`."""
    a, b = found.triggers[n - 1], found.triggers[n]
    forms = found.words.forms
    behind = forms[b.last] if b.last < len(forms) else ""
    return (
        b.definite
        and b.act is not None
        and a.act is not None
        and a.sentence == b.sentence
        and b.first > a.last
        and forms[b.first - 1] in _WHICH_IS
        and behind in _THAT
    )


def is_besides(trigger: Trigger, found: Found) -> bool:
    """Whether a word for an act says that it was done besides what was told: `وقصفت أيضا مدينة`."""
    is_act = trigger.act is not None and trigger.effect is None
    return is_act and (goes_on(found.words.forms, trigger.last) or _is_next_deed(trigger, found))


def _is_next_deed(trigger: Trigger, found: Found) -> bool:
    """Whether another than the first of several is the subject right before a verb: `والثانية استهدفت قاعدة`."""
    ordinal = ordinal_word(found.words.forms[trigger.first - 1]) if trigger.first else None
    return ordinal is not None and ordinal[1] and ordinal[0] > 1 and trigger.part == "verb"


def candidates_before(found: Found, n: int) -> Iterator[int]:
    """Indexes of the triggers that this one may belong with, nearest first."""
    sentence = found.triggers[n].sentence
    for m in range(n - 1, max(-1, n - 1 - _BACK), -1):
        if sentence - found.triggers[m].sentence > _SENTENCES_BACK:
            return
        yield m


def _breaks_off(found: Found, m: int, n: int, breaks: list[int]) -> bool:
    """Whether a word between says that the later tells what was before: `قتل شخص، وسبقه مقتل طفلتين`."""
    a, b = found.triggers[m], found.triggers[n]
    return any(a.last <= at < b.first for at in breaks)


def pair_features(found: Found, m: int, n: int) -> list[Feature]:
    """What tells whether the later trigger speaks of the earlier one's happening."""
    a, b = found.triggers[m], found.triggers[n]
    apart = b.sentence - a.sentence
    enters = a.first < found.title_end <= b.first
    between = found.marks_between(a.last, b.first)
    cue = ""
    for mark in between:
        if mark[0] == "c":
            cue = mark
    features: list[Feature] = [
        (
            _stand,
            apart,
            n - m - 1,
            LENGTHS[b.first - a.last],
            a.part,
            b.part,
            enters,
            found.harm_ends_before(a, b),
        ),
        (_tell, a.manner, b.manner, b.definite, apart),
        (_begin, b.proclitics, b.manner, found.marks_between(max(a.last, b.first - 3), b.first)),
        (_name, a.id, b.id, b.definite, apart),
        *map(_BETWEEN[apart].__getitem__, between),
    ]
    if cue:
        features.append((_link, cue, a.manner, b.manner))
    return features


_BETWEEN = [Spelled(f"btw:{{}}:{apart}") for apart in range(_SENTENCES_BACK + 1)]


def _stand(
    apart: int,
    skipped: int,
    gap: str,
    a_part: str,
    b_part: str,
    enters: bool,
    harmed: bool,
) -> list[str]:
    features = [
        f"apart:{apart}",
        f"skip:{skipped}",
        f"gap:{apart and 's'}{gap}",
        f"pos:{a_part}>{b_part}:{apart}",
    ]
    if harmed:
        features.append("harmed between")
    return [*features, "title>body"] if enters else features


def _tell(a: str, b: str, definite: bool, apart: int) -> list[str]:
    return [f"pair:{a}>{b}", f"def:{int(definite)}:{b}:{apart}"]


def _begin(proclitics: str, b: str, cues: tuple[str, ...]) -> list[str]:
    return [f"pro:{proclitics}:{b}", *(f"cue:{mark}:{b}" for mark in cues)]


def _name(a: str, b: str, definite: bool, apart: int) -> list[str]:
    features = [f"ids:{a}>{b}", f"b:{b}", f"a:{a}"]
    return [*features, f"same:{apart}:{int(definite)}"] if a == b else features


def _link(cue: str, a: str, b: str) -> list[str]:
    return [f"link:{cue}:{a}>{b}"]
