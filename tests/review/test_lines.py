"""Judgements between cases, and beside each other."""

import datetime as dt
import io
import shutil

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewers import Desk
from tawatur.cli import main
from tawatur.errors import JudgementError
from tawatur.records.judgement import sign
from tawatur.review.agreement import measure_agreement
from tawatur.review.lines import MOST_BYTES, read_lines, write_lines


def lines_of(desk):
    stream = io.BytesIO()
    write_lines(desk.store.judgements(), stream)
    return stream.getvalue()


def run(*arguments):
    with pytest.raises(SystemExit) as left:
        main([str(one) for one in arguments])
    return left.value.code or 0


@pytest.fixture
def judged(desk):
    desk.judge("a.1", "type", "bombing", why="عبوة\nناسفة")
    undone = desk.judge("c.1", "verdict", "rejected")
    desk.judge(undone.id, "undo")
    desk.on_incident_of("d.1", "grade", "weak")
    return desk


def test_what_is_written_is_read_again(judged):
    assert list(read_lines(io.BytesIO(lines_of(judged)), "x")) == list(judged.store.judgements())


def test_judgements_go_to_another_case_once_and_are_applied_there(judged, built, tmp_path, capsys):
    other = shutil.copytree(built / "case", tmp_path / "other")
    out = tmp_path / "judgements.jsonl"
    assert run("judgements", "export", judged.folder, "-o", out) == 0
    assert run("judgements", "import", other, out) == 0
    assert capsys.readouterr().out == "4 judgements are new, 0 were there.\n"
    assert run("judgements", "import", other, out, out) == 0
    assert capsys.readouterr().out == "0 judgements are new, 8 were there.\n"
    there = Desk(other)
    assert list(there.case.incidents()) == list(judged.case.incidents())
    assert run("judgements", "check", other) == 0
    there.close()


def test_two_who_exchange_what_they_judged_hold_the_same_whoever_was_first(folder, tmp_path):
    one, other = (
        Desk(shutil.copytree(folder / "case", tmp_path / "one")),
        Desk(shutil.copytree(folder / "case", tmp_path / "two")),
    )
    one.judge("a.1", "type", "bombing", who="huda")
    other.judge("a.1", "type", "airstrike", who="sami")
    mine, theirs = list(one.store.judgements()), list(other.store.judgements())
    one.store.log.take_in(theirs)
    other.store.log.take_in(mine)
    assert one.case.claim(one.ids["a.1"]) == other.case.claim(other.ids["a.1"])
    one.close()
    other.close()


def test_what_does_not_apply_in_the_other_case_is_listed(judged, tmp_path, capsys):
    from doubles import TableReader
    from reviewers import REPORTS, write_reports
    from tawatur.run.build import build_case

    write_reports(tmp_path / "some.jsonl", {key: REPORTS[key] for key in "bcd"})
    build_case([tmp_path / "some.jsonl"], tmp_path / "other", workers=1, load=TableReader)
    (tmp_path / "j.jsonl").write_bytes(lines_of(judged))
    assert run("judgements", "import", tmp_path / "other", tmp_path / "j.jsonl") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "4 judgements are new, 0 were there."
    assert [line.split("\t")[5] for line in said[1:]] == ["The report is not in the case."]
    assert run("judgements", "check", tmp_path / "other") == 1


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda line: b"nonsense\n", "no judgement"),
        (lambda line: b"{}\n", "no judgement"),
        (lambda line: line.replace(b'"bombing"', b'"shelling"'), "not what was written"),
        (lambda line: line.replace(b'"bombing"', b'"earthquake"'), "Give a type of claim"),
        (lambda line: line.replace(b'"huda"', b'""'), "no name of a reviewer"),
        (lambda line: b'{"x":"' + b"x" * MOST_BYTES + b'"}\n', "longer than"),
        (lambda line: b"[" * 100_000 + b"\n", "no judgement"),
        (lambda line: b"\xff\xfe\n", "no judgement"),
    ],
)
def test_a_line_that_is_no_judgement_is_named_and_nothing_is_taken_in(
    judged, tmp_path, built, capsys, spoil, says
):
    first, *rest = lines_of(judged).splitlines(keepends=True)
    (tmp_path / "j.jsonl").write_bytes(b"".join([*rest, spoil(first)]))
    other = shutil.copytree(built / "case", tmp_path / "other")
    assert run("judgements", "import", other, tmp_path / "j.jsonl") == 2
    said = capsys.readouterr().err
    assert says in said
    assert f"j.jsonl:{len(rest) + 1}" in said
    assert not (other / "judgements.sqlite").exists()


def test_a_judgement_from_the_future_is_refused(judged):
    (first, *_) = judged.store.judgements()
    late = sign(msgspec.structs.replace(first, when=dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)))
    stream = io.BytesIO()
    write_lines([late], stream)
    stream.seek(0)
    with pytest.raises(JudgementError, match=r"x:1: It was made at .*\n.*clock"):
        list(read_lines(stream, "x"))


@given(
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_no_bytes_break_the_reading_of_judgements(data):
    try:
        read = list(read_lines(io.BytesIO(data), "x"))
    except JudgementError:
        return
    assert read == []


def agreements(desk):
    return {
        (one.left, one.right, one.field): (one.items, one.same, one.kappa)
        for one in measure_agreement(desk.store.judgements())
    }


def test_two_reviewers_are_compared_where_both_judged(desk):
    for claim, one, other in (
        ("a.1", "accepted", "accepted"),
        ("b.1", "accepted", "rejected"),
        ("c.1", "rejected", "rejected"),
        ("d.1", "rejected", "accepted"),
    ):
        desk.judge(claim, "verdict", one, who="huda")
        desk.judge(claim, "verdict", other, who="sami")
    desk.judge("b.2", "verdict", "accepted", who="huda")  # sami has not seen it
    assert agreements(desk)["huda", "sami", "verdict"] == (4, 2, 0.0)


def test_a_slot_that_one_corrected_and_the_other_accepted_counts_against_them(desk):
    desk.judge("a.1", "type", "bombing", who="huda")
    desk.judge("a.1", "verdict", "accepted", who="sami")
    desk.judge("b.1", "verdict", "accepted", who="huda")
    desk.judge("b.1", "verdict", "accepted", who="sami")
    found = agreements(desk)
    assert found["huda", "sami", "type"][:2] == (2, 1)
    assert found["huda", "sami", "date"] == (2, 2, None)


def test_the_last_word_counts_and_nothing_that_was_undone(desk):
    undone = desk.on_incident_of("a.1", "grade", "fair", who="huda")
    desk.judge(undone.id, "undo")
    for who, grade in (("huda", "weak"), ("sami", "fair"), ("sami", "weak")):
        desk.on_incident_of("a.1", "grade", grade, who=who)
    assert agreements(desk) == {("huda", "sami", "grade"): (1, 1, None)}


def test_whether_two_incidents_are_one_is_compared_too(desk):
    hajin, susa = desk.incident_of("a.1"), desk.incident_of("b.2")
    desk.judge(hajin, "apart", susa, who="huda")
    desk.judge(susa, "apart", hajin, who="sami")
    assert agreements(desk)["huda", "sami", "same incident"] == (1, 1, None)


def test_the_command_prints_a_line_a_field(desk, capsys):
    for who in ("huda", "sami"):
        desk.judge("a.1", "verdict", "accepted", who=who)
    assert run("judgements", "agreement", desk.folder) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("\t") == ["reviewer", "reviewer", "field", "items", "agree", "kappa"]
    assert lines[1].split("\t") == ["huda", "sami", "Verdict", "1", "1.000", "-"]


def test_an_undoing_that_does_not_say_what_was_undone_is_refused(desk):
    made = desk.judge("a.1", "verdict", "accepted")
    undo = desk.judge(made.id, "undo")
    for was in (None, "x", {}, {"about": 3}):
        line = msgspec.json.encode(sign(msgspec.structs.replace(undo, was=was)))
        with pytest.raises(JudgementError, match="does not say what was undone"):
            list(read_lines(io.BytesIO(line), "x"))
