"""Drafts of one happening, for the tests of what decides who did it."""

from __future__ import annotations

import datetime as dt

from tawatur.claim.draft import Draft
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def draft_of(finders: Finders, text: str, type_: str, actors: tuple[str, ...] = ()) -> Draft:
    """All that a text tells of as one draft, of a type and with the actors that the weights found."""
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    draft = Draft(found, list(range(len(found.triggers))), None)
    draft.type, draft.actors = type_, actors
    return draft
