"""An alliance and the state that leads it are one party; a group that leads others stands beside them."""

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.fixture(scope="module")
def parties():
    finders = Finders.load()

    def find(text):
        words = Words(text)
        hits = finders.matcher.find(words)
        return [mention.party for mention in finders.find(words, hits, dt.date(2018, 6, 20), None).parties]

    return find


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("قصف طيران التحالف الدولي بقيادة أمريكا البلدة", ["coalition"]),
        ("غارة للتحالف الدولي الذي تقوده الولايات المتحدة على البلدة", ["coalition"]),
        ("غارة للتحالف التي كانت تقوده القوات الأمريكية قرب الرقة", ["coalition"]),
        ("قصف التحالف العربي لدعم الشرعية في اليمن بقيادة السعودية البلدة", ["saudi_coalition"]),
        ("هجوم لفصائل المعارضة بقيادة هيئة تحرير الشام على البلدة", ["fsa", "hts"]),
        ("قصف التحالف الدولي البلدة وقالت أمريكا إنها تحقق", ["coalition", "usa"]),
        ("قال التحالف الدولي إن عملية بقيادة أمريكا بدأت", ["coalition", "usa"]),
    ],
)
def test_a_state_that_leads_an_alliance_is_no_party_beside_it(parties, text, named):
    assert parties(text) == named
