"""Whose soldiers are meant where no army is named."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.nations import party_of_state
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("مقتل 12 جنديا في هجوم شمال بوركينا فاسو", "other:بوركينا فاسو"),
        ("قال الجيش التشادي إن 12 جنديا قتلوا في تشاد", "other:الجيش التشادي"),
        ("مقتل 12 جنديا في هجوم في النيجر", "niger"),
    ],
    ids=["as the country", "as its army is named", "with an identifier"],
)
def test_a_state_without_an_identifier_has_soldiers_too(finders: Finders, text: str, party: str) -> None:
    assert party_of_state(draft_of(finders, text, "armed_clash"), soldiers=True) == party
