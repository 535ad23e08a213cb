"""When two names count as one name in a score.

This folding is the score's own: changing how the reader folds must not change what a figure means.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

_DROPPED = re.compile("[\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e]")
_JOINED = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_KIND_OF_OUTLET = re.compile(r"^(?:وكاله|قناه|صحيفه|شبكه|موقع|تلفزيون)\s+")
_ARTICLE = re.compile(r"\bال")


@cache
def key(name: str) -> str:
    """A name with the spelling differences joined that writers do not keep apart.

    >>> key("وكالة «الأناضول»")
    'وكاله الاناضول'
    """
    letters = _DROPPED.sub("", name).translate(_JOINED)
    return " ".join(re.sub(r"[^\w\s]", " ", letters).split())


def is_one_name(left: str, right: str) -> bool:
    """Whether one name holds the other, articles aside."""
    one, other = _bare(left), _bare(right)
    return bool(one and other) and (one in other or other in one)


@cache
def party(value: str) -> str:
    """A party's identifier as it is compared: a name folded, a state's agency as its state."""
    head, colon, name = value.partition(":")
    if not colon or not name:
        return value
    bare = _KIND_OF_OUTLET.sub("", key(name))
    return _load_agencies().get(bare) or f"{head}:{bare.removeprefix('ال')}"


@cache
def _bare(name: str) -> str:
    return _ARTICLE.sub("", key(name))


@cache
def _load_agencies() -> dict[str, str]:
    source = files("tawatur") / "data" / "score" / "agencies.yaml"
    parties: dict[str, list[str]] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return {agency: state for state, agencies in parties.items() for agency in agencies}
