"""A case that grows is linked as far as what is new reaches, and comes to what one built in one go is."""

import multiprocessing
import os
import random
import signal
from functools import partial
from pathlib import Path

import pytest

from doubles import TableReader, exports, report, write_reports
from tawatur import TawaturError, build_case, open_case
from tawatur.run import link as linking
from tawatur.run import whole
from tawatur.run.crew import LocalCrew

TOWNS = ("هجين", "السوسة", "الشعفة", "الباغوز")
LINES = (
    "وصلت فرق الإسعاف إلى المكان بعد ساعة من الحادثة بحسب ما قاله سكان من الحي",
    "لم يصدر تعليق من أي جهة حتى ساعة إعداد هذا الخبر والحديث عن الأضرار مستمر",
    "تشهد المنطقة توترا منذ أيام وسط مخاوف من تجدد المواجهات على أطراف البلدات",
)


def make_reports(number, seed=1):
    chance = random.Random(seed)
    texts = {}
    for n in range(number):
        phrase = (
            f"{chance.choice([2, 3, 5])} قتلى بقصف على {chance.choice(TOWNS)} يوم"
            f" 2018-10-{chance.randrange(12, 16)} بحسب {chance.choice(['sdf', 'isis'])}"
        )
        texts[f"r{n:02}"] = f"{report(f'وكالة {n}', phrase)}\n{chance.choice(LINES)}"
    texts["r00-copy"] = texts["r00"].replace("أفاد", "ذكر")
    return texts


def build(paths, case):
    return build_case(paths, case, load=TableReader, workers=1)


def dump(case):
    """What linking made, incidents by their claims: an id keeps the name of the claim that came first."""
    with open_case(case) as opened:
        store = opened.store
        claims = {incident.id: incident.claims for incident in store.incidents()}
        return {
            "incidents": sorted(
                (i.claims, i.reasons, i.copies, i.assessment.grade.grade) for i in store.incidents()
            ),
            "proposals": sorted(
                sorted((claims[proposed.left], claims[proposed.right])) for proposed in store.proposals()
            ),
            "copies": list(store.copies()),
        }


@pytest.fixture
def one_by_one(monkeypatch):
    """Link what is new alone, however much of the case it is."""
    monkeypatch.setattr(linking, "_MANY", 2.0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_case_that_grew_comes_to_what_one_built_in_one_go_is(seed, tmp_path, one_by_one):
    texts = make_reports(18, seed)
    names = sorted(texts)
    random.Random(seed).shuffle(names)
    for part in (names[:8], names[8:12], names[12:]):
        write_reports(tmp_path / "reports", {name: texts[name] for name in part})
        build([tmp_path / "reports"], tmp_path / "grown")
    build([tmp_path / "reports"], tmp_path / "whole")
    assert dump(tmp_path / "grown") == dump(tmp_path / "whole")
    assert len(dump(tmp_path / "whole")["incidents"]) < len(texts)
    anchors = []
    for case in ("grown", "whole"):
        with open_case(tmp_path / case) as opened:
            anchors.append({one.anchor: one.claims for one in opened.store.incidents()})
            assert all(opened.incident(key).incident.claims == anchors[-1][key] for key in anchors[-1])
    assert anchors[0] == anchors[1]  # whatever the ids


def test_only_what_is_new_reaches_is_agreed_on_again(tmp_path, one_by_one, monkeypatch):
    far = report("سكاي", "3 قتلى بقصف على الباغوز يوم 2018-10-12 بحسب sdf")
    near = report("سانا", "5 قتلى بقصف على هجين يوم 2018-11-20 بحسب isis")
    write_reports(tmp_path / "reports", {"far": far, "near": near})
    build([tmp_path / "reports"], tmp_path / "case")
    again = []
    draw_up = linking.draw_up

    def watch(store, incidents, sides):
        for incident in draw_up(store, incidents, sides):
            again.append(incident.claims)
            yield incident

    monkeypatch.setattr(linking, "draw_up", watch)
    new = f"{LINES[0]}\nسقط 5 قتلى بقصف على هجين يوم 2018-11-20 بحسب sdf."
    write_reports(tmp_path / "reports", {"new": new})
    build([tmp_path / "reports"], tmp_path / "case")
    (claims,) = again
    assert len(claims) == 2


def test_the_copy_of_a_report_is_named_with_its_original_and_so_is_its_claim(tmp_path):
    texts = make_reports(1)
    write_reports(tmp_path / "reports", texts)
    build([tmp_path / "reports"], tmp_path / "case")
    with open_case(tmp_path / "case") as case:
        (copy,) = case.store.copies()
        (told,) = case.incidents()
        (copied,) = told.incident.copies
        assert {copy.copy, copy.original} == {claim.document for claim in told.claims}
        assert case.claim(copied.claim).document == copy.copy
        assert case.claim(copied.of).document == copy.original
        assert told.incident.assessment.independent == 1


def test_linking_that_breaks_off_leaves_what_was_agreed_on(tmp_path, monkeypatch):
    write_reports(tmp_path / "reports", make_reports(6))
    build([tmp_path / "reports"], tmp_path / "case")
    before = dump(tmp_path / "case")
    write_reports(tmp_path / "more", make_reports(12, seed=2))
    monkeypatch.setattr(whole, "draw", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build([tmp_path / "more"], tmp_path / "case")
    assert dump(tmp_path / "case")["proposals"] == before["proposals"]  # all is one transaction
    assert dump(tmp_path / "case")["copies"] == before["copies"]
    monkeypatch.undo()
    build([], tmp_path / "case")
    assert len(dump(tmp_path / "case")["incidents"]) >= len(before["incidents"])


def test_a_case_linked_in_many_parts_by_several_workers_is_the_same(tmp_path, monkeypatch):
    write_reports(tmp_path / "reports", make_reports(40))
    build([tmp_path / "reports"], tmp_path / "one")
    for name, size in (("PART", 7), ("BATCH", 3), ("INCIDENTS", 2)):
        monkeypatch.setattr(whole, name, size)
    for workers in (1, 2, 3):
        case = tmp_path / f"case{workers}"
        build_case([tmp_path / "reports"], case, load=TableReader, workers=workers)
        assert exports(case) == exports(tmp_path / "one")
        assert dump(case) == dump(tmp_path / "one")
        assert not (case / "linking").exists()


def double(number):
    return 2 * number


def die_once(mark, number):
    if number == 3:
        try:
            Path(mark).touch(exist_ok=False)
            os.kill(os.getpid(), signal.SIGKILL)
        except FileExistsError:
            pass
    return number


def die(number):
    os.kill(os.getpid(), signal.SIGKILL)


def test_work_comes_back_in_its_order_whoever_does_it():
    assert list(LocalCrew(3).map(double, range(50))) == [double(n) for n in range(50)]


def test_a_worker_that_dies_costs_its_work_one_more_try(tmp_path):
    assert list(LocalCrew(2).map(partial(die_once, tmp_path / "mark"), range(9))) == list(range(9))
    assert (tmp_path / "mark").exists()


def test_work_that_ends_every_worker_says_what_to_do():
    with pytest.raises(TawaturError, match="fewer --workers"):
        list(LocalCrew(2).map(die, range(3)))


def test_workers_end_with_whoever_no_longer_asks():
    crew = LocalCrew(2).map(double, range(1000))
    assert next(crew) == 0
    crew.close()
    assert not multiprocessing.active_children()
