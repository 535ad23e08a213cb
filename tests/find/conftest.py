"""What the tests of finding share."""

import datetime as dt

import pytest

from tawatur.segment.words import Words


@pytest.fixture(scope="session")
def parties(finders):
    """The parties that a text of June 2018 names, in their order."""

    def find(text):
        words = Words(text)
        hits = finders.matcher.find(words)
        return [mention.party for mention in finders.find(words, hits, dt.date(2018, 6, 20), None).parties]

    return find
