"""The same done to persons of other names was done in other happenings."""

from __future__ import annotations

from drafts import draft_of
from tawatur.claim.draft import Draft
from tawatur.claim.persons import are_others, persons_of
from tawatur.claim.reader import Finders


def killed(finders: Finders, text: str) -> Draft:
    draft = draft_of(finders, text, "killing")
    draft.effects = [(harm, "civilians") for harm in draft.harms]
    return draft


def test_persons_of_other_names_are_others(finders: Finders) -> None:
    first = persons_of(killed(finders, "قتل الشاب سامر خليل برصاص مجهولين"))
    other = persons_of(killed(finders, 'مقتل الشاب "حسن محمود" في البلدة'))
    unnamed = persons_of(killed(finders, "قتل شاب برصاص مجهولين"))
    assert are_others(first, other)
    assert not are_others(first, first)
    assert not are_others(first, unnamed)
