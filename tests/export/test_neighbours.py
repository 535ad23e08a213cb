"""What stands beside an incident and is joined with nothing: in the memo, in tables, and for whoever asks the case."""

import io

import pyarrow.parquet as pq
import pytest

from doubles import TableReader, report, write_reports
from tawatur import build_case, open_case
from tawatur.export.memo import write_memo, write_total
from tawatur.export.reasons import say_reasons
from tawatur.export.views import find_view, load_file_writer

TEXTS = {
    "day": report("سكاي", "3 قتلى بقصف على هجين يوم 2018-10-12 بحسب sdf"),
    "next": f"وردت أنباء جديدة من البلدة عن يوم آخر من القصف.\n{report('عنب', '5 قتلى بغارة على هجين يوم 2018-10-13')}",
    "total": f"حصيلة الشهر كما أعلنت اليوم.\n{report('رصد', '40 قتلى بحملة على هجين يوم 2018-10-12')}",
}
TEXTS["copy"] = TEXTS["day"].replace("أفاد", "ذكر")


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    folder = tmp_path_factory.mktemp("neighbours")
    build_case([write_reports(folder / "reports", TEXTS)], folder / "case", workers=1, load=TableReader)
    with open_case(folder / "case") as opened:
        yield opened


def find_told(case, day):
    return next(t for t in case.incidents() if str(t.claims[0].date.value.first) == day)


def memo(case, day, lang):
    told = find_told(case, day)
    return " ".join(" ".join(write_memo(told, case.words, lang, case.neighbours(told))).split())


def test_an_incident_that_may_be_another_is_shown_with_why_it_was_not_joined(case):
    told, other = find_told(case, "2018-10-12"), find_told(case, "2018-10-13")
    (maybe,) = case.neighbours(told).maybes
    assert maybe.other.incident.id == other.incident.id
    text = memo(case, "2018-10-12", "en")
    assert f"{other.incident.id}: Air strike in هجين on 13 October 2018. For it: both at هجين" in text
    assert "Not joined because 2018-10-12 and 2018-10-13, a day apart; " in text
    assert "what agrees is too little to be sure." in text
    assert f"{told.incident.id}: " in memo(case, "2018-10-13", "en")


def test_a_total_that_counts_an_incident_is_shown_beside_it(case):
    (total,) = case.neighbours(find_told(case, "2018-10-12")).totals
    assert total.document.name.endswith("total.txt")
    assert "within 2018-10-12; both at هجين; both of killed." in memo(case, "2018-10-12", "en")
    assert not case.neighbours(find_told(case, "2018-10-13")).totals


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Shelling in هجين on 12 October 2018: within"), ("ar", "ضمن 12 أكتوبر 2018")]
)
def test_a_total_is_shown_with_the_incidents_within_it(case, lang, said):
    (summed,) = case.sums()
    text = " ".join(" ".join(write_total(*case.total(summed.toll), lang)).split())
    assert f"{summed.incident}: " in text
    assert said in text
    assert "«40 قتلى بحملة على هجين يوم 2018-10-12»" in text
    assert case.total(find_told(case, "2018-10-12").claims[0].id) is None


def test_words_that_were_taken_over_are_named_with_what_names_the_original(case):
    (taken,) = case.neighbours(find_told(case, "2018-10-12")).copies
    assert {taken.copy.name.split("/")[-1], taken.original.name.split("/")[-1]} == {"day.txt", "copy.txt"}
    assert "in words taken over from 1: the report is the same but for a few words; " in memo(
        case, "2018-10-12", "en"
    )


def test_an_arabic_memo_gives_the_reasons_in_arabic(case):
    text = memo(case, "2018-10-12", "ar")
    assert "كلاهما في هجين" in text
    assert "ولم تُجمعا لأن 12 أكتوبر 2018 و13 أكتوبر 2018، بينهما يوم" in text
    assert "ضمن 12 أكتوبر 2018" in text
    assert "التقرير نفسه إلا بضع كلمات" in text


def test_the_tables_have_what_the_case_is_asked_for(case):
    def read(name):
        return pq.read_table(case.path / "parquet" / f"{name}.parquet").to_pylist()

    assert [(row["left"], row["right"]) for row in read("proposals")] == [
        (one.left, one.right) for one in case.proposals()
    ]
    assert all(row["against"] and row["against_ar"] for row in read("proposals"))
    assert [(row["toll"], row["incident"]) for row in read("sums")] == [
        (one.toll, one.incident) for one in case.sums()
    ]
    assert [(row["copy"], row["original"], row["likeness"]) for row in read("copies")] == [
        (one.copy, one.original, one.likeness) for one in case.copies()
    ]
    assert len([row for row in read("members") if row["copy_of"]]) == 1


@pytest.mark.parametrize("kind", ["proposals", "sums", "copies"])
def test_a_spreadsheet_lists_them_too(case, kind):
    stream = io.BytesIO()
    load_file_writer(find_view("csv"), kind)(case.store, stream)
    lines = stream.getvalue().decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    (one,) = getattr(case, kind)()
    assert say_reasons(one.why, "ar").split("؛")[0] in lines[1]
