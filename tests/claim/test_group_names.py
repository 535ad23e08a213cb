"""One name for a group without an identifier, however the text writes it."""

from __future__ import annotations

from drafts import draft_of
from tawatur.claim.group_names import settle_names
from tawatur.claim.reader import Finders


def test_a_group_has_one_name_in_a_claim(finders: Finders) -> None:
    draft = draft_of(
        finders, "هاجم انفصاليون البلدة", "armed_clash", ("other:انفصاليون", "other:الانفصاليين")
    )
    draft.targets = ("other:لانفصاليين", "other:لواء البئر")
    settle_names(draft)
    assert draft.actors == ("other:انفصاليون",)
    assert draft.targets == ("other:لواء البئر",)


def test_the_article_that_a_preposition_swallows_is_given_back(finders: Finders) -> None:
    draft = draft_of(finders, "غارة على مخبأ للانفصاليين", "airstrike")
    draft.targets = ("other:لانفصاليين",)
    settle_names(draft)
    assert draft.targets == ("other:الانفصاليين",)
