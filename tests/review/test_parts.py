"""One more judgement costs what it bears on, however many there are."""

from tawatur.review import Parts


class Counting:
    """A ground that says for how many claims and incidents it was asked."""

    def __init__(self, ground):
        self.asked = 0
        self._ground = ground

    def __getattr__(self, name):
        ask = getattr(self._ground, name)

        def counted(id_):
            self.asked += 1
            return ask(id_)

        return counted


def test_a_judgement_asks_nothing_of_what_it_does_not_bear_on(desk):
    for _ in range(40):
        desk.on_incident_of("d.1", "verdict", "accepted")
        desk.judge("c.2", "comment", "ملاحظة")
    asked = []
    for before in (0, 80):
        ground = Counting(desk.store)
        parts = Parts(ground)
        parts.take_in(desk.store.log.judgements()[:before])
        ground.asked = 0
        parts.take_in([desk.judge("a.1", "verdict", "accepted"), desk.judge("a.1", "comment", "ملاحظة")])
        asked.append(ground.asked)
    assert asked[0] == asked[1]


def test_incidents_that_are_made_one_are_told_of_both(desk):
    parts = Parts(desk.store)
    hajin, mosul, susa = (desk.incident_of(claim) for claim in ("a.1", "d.1", "b.2"))
    parts.take_in([desk.judge("a.1", "verdict", "accepted"), desk.judge("d.1", "verdict", "accepted")])
    assert parts.take_in([desk.judge("b.2", "verdict", "accepted")]) == {susa}
    assert parts.take_in([desk.judge(hajin, "merge", mosul)]) == {hajin, mosul}
    assert parts.judged.gone == {mosul}
