"""Raids to detain: `اقتحمت القوات البلدة واعتقلت أربعة`, `اقتحموا المخيم وداهموا منازل`, in which nobody fought."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_ENTERS = frozenset({"act.storm", "act.incursion"})
_DETAINS = frozenset({"act.arrest", "act.raid_home"})
_DETAINED = frozenset({"arrested"})


def is_raid(draft: Draft) -> bool:
    """Whether a draft read as fighting tells only of men who broke in, searched and detained."""
    if draft.type != "armed_clash" or draft.main.id not in _ENTERS | _DETAINS:
        return False
    acts = {t.id for t in draft.triggers if t.act}
    if acts.isdisjoint(_DETAINS) or not acts <= _ENTERS | _DETAINS:
        return False
    return {h.kind for h in draft.harms} <= _DETAINED
