"""What one report took over from another."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from tawatur.records.reason import Reason
from tawatur.records.span import Span


class Likeness(StrEnum):
    EXACT = "exact"  # the same words from beginning to end
    TEXT = "text"  # the same report with another headline, a line more or less, a word changed
    PASSAGE = "passage"  # a passage lifted into another report


class CopyOf(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that stands in two reports, and which of the two is likely the original.

    Both may have it of an agency that is not in the case: then the earlier stands for it. An original is
    never later than its copy where both have a day, so that chains end.
    """

    copy: str  # the document that took it over
    original: str
    likeness: Likeness
    span: Span  # in the copy's text: from the first to the last of the shared words
    of: Span  # the same in the original's
    share: float  # how much of the copy's passage stands word for word, in order, in the original, 0–1
    why: tuple[Reason, ...]  # how alike they are, and what names the original: its day, that it relays nobody
