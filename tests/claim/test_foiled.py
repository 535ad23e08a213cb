"""What was found, foiled or caught before it went off is no blast."""

from __future__ import annotations

import pytest

from drafts import draft_of
from tawatur.claim.foiled import foiled_type
from tawatur.claim.reader import Finders


@pytest.mark.parametrize(
    ("text", "type_", "read"),
    [
        ("أحبطت الاستخبارات عملية انتحارية في الأنبار", "suicide_attack", "other"),
        ("ضبطت القوات حزاما ناسفا وعبوات ناسفة في الأنبار", "suicide_attack", "other"),
        ("القبض على انتحاري قبل تفجير نفسه في الأنبار", "suicide_attack", "arrest"),
        ("انفجرت عبوة ناسفة قبل يومين في الأنبار", "bombing", ""),
        ("فجر انتحاري حزامه الناسف عند حاجز في الأنبار", "suicide_attack", ""),
        ("لم تتوقف السيارة قبل تفجيرها عند الحاجز", "bombing", ""),
        ("نجا الضابط من محاولة اغتيال بعبوة ناسفة انفجرت بسيارته", "bombing", ""),
    ],
)
def test_what_did_not_go_off_is_no_blast(finders: Finders, text: str, type_: str, read: str) -> None:
    assert foiled_type(draft_of(finders, text, type_, ())) == read
