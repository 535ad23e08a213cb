"""Which publisher an outlet's name is."""

from __future__ import annotations

import pytest

from tawatur.lexicon.publishers import load_publishers


@pytest.mark.parametrize(
    "name", ["Syria TV", "Syria TV news", "SyriaTV News", "تلفزيون سوريا", "موقع تلفزيون سوريا"]
)
def test_a_publisher_is_known_with_or_without_news_behind_its_name(name: str) -> None:
    publisher = load_publishers().by_name(name)
    assert publisher is not None
    assert publisher.id == "syriatv"


def test_news_alone_is_no_publisher() -> None:
    assert load_publishers().by_name("News") is None
