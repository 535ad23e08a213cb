"""An alliance and the state that leads it are one party; a group that leads others stands beside them."""

import pytest


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
