"""Groups without an identifier under one name each: `انفصاليون` and `الانفصاليون`, and `للانفصاليين` with the article that ل swallows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.arabic.fold import fold_phrase
from tawatur.lexicon.load import load_file

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_OTHER = "other:"
_GROUPS = frozenset({"other", "state"})  # entries of which each name stands for a group of its own


def settle_names(draft: Draft) -> None:
    """Call a group by the same name wherever it has a part in a claim, and let it have each part once."""
    parties = (*draft.actors, *draft.targets, *draft.whose)
    if not any(party.startswith(_OTHER) for party in parties):
        return
    called: dict[str, str] = {}
    for party in parties:
        whole = _whole(party)
        called.setdefault(_bare(whole), whole)
    draft.actors = tuple(dict.fromkeys(_name(called, party) for party in draft.actors))
    targets = dict.fromkeys(_name(called, party) for party in draft.targets)
    draft.targets = tuple(party for party in targets if party not in draft.actors)
    draft.whose = [_name(called, who) for who in draft.whose]
    draft.effects = [(harm, _name(called, who)) for harm, who in draft.effects]


def _name(called: dict[str, str], party: str) -> str:
    return called.get(_bare(_whole(party)), party)


def _whole(party: str) -> str:
    """A name with its article: `لانفصاليين` is what is left of `للانفصاليين`."""
    name = party.removeprefix(_OTHER)
    if name == party or not name.startswith("ل") or fold_phrase(f"ا{name}") not in _listed():
        return party
    return f"{_OTHER}ا{name}"


def _bare(party: str) -> str:
    name = party.removeprefix(_OTHER)
    if name == party:
        return party
    words = fold_phrase(name).removeprefix("ال").split()
    return _OTHER + " ".join(f"{w[:-2]}ين" if w.endswith("ون") else w for w in words)


@cache
def _listed() -> frozenset[str]:
    return frozenset(" ".join(f.words) for f in load_file("parties") if f.entry.id in _GROUPS)
