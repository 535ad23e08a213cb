"""Channels that are called by a common noun: `قناة المسيرة` is no drone and no march."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tawatur.arabic.wordlists import Forms, open_lists, read_lists

if TYPE_CHECKING:
    from tawatur.segment.words import Words

_PROCLITICS = "وفبلك"
_QUOTES = '“”"«»'


class _Lists(NamedTuple):
    """The lists of `channels.yaml`, by their names there."""

    channels: Forms
    media: Forms
    tails: Forms


@cache
def _load() -> _Lists:
    return read_lists(open_lists("channels"), _Lists)


def may_be_channel(forms: list[str]) -> bool:
    """Whether any of some words is a channel's name, if it stands as one."""
    return not _load().channels.isdisjoint(forms)


def is_channel(words: Words, at: int) -> bool:
    """Whether a word is a channel's name where it stands: `قناة المسيرة`, `المسيرة نت`, `قال ل«المسيرة»`."""
    forms, gaps = words.forms, words.gaps
    listed = _load()
    if forms[at] not in listed.channels:
        return False
    before = forms[at - 1] if at else ""
    if before in listed.media or (before[:1] in _PROCLITICS and before[1:] in listed.media):
        return True
    if at + 1 < len(forms) and not gaps[at + 1].strip(f" {_QUOTES}") and forms[at + 1] in listed.tails:
        return True
    return any(q in gaps[at] for q in _QUOTES) and any(q in gaps[at + 1] for q in _QUOTES)
