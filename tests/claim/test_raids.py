"""Men who break in, search and detain fight nobody."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.raids import is_raid
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اقتحمت القوات الإسرائيلية البلدة واعتقلت أربعة شبان", True),
        ("اقتحمت القوات الإسرائيلية البلدة وداهمت منازل فيها", True),
        ("اقتحمت القوات الإسرائيلية البلدة واعتقلت شابا وأصابت آخر", False),
        ("اقتحمت القوات الإسرائيلية البلدة واعتقلت شابا واندلعت اشتباكات", False),
        ("اقتحمت القوات الإسرائيلية البلدة", False),
    ],
)
def test_a_raid_to_detain_is_no_clash(finders: Finders, text: str, expected: bool) -> None:
    assert is_raid(draft_of(finders, text, "armed_clash")) is expected
