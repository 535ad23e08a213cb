"""A case keeps what its incidents come to, and draws it up anew when camps change."""

from doubles import TableReader, report, write_reports
from tawatur import build_case, open_case
from tawatur.lexicon.publishers import load_publishers
from tawatur.run.stages import build_keys

PHRASE = "3 قتلى بقصف على هجين يوم 2018-10-12"
PUBLISHERS = """
- {{id: one, kind: site, name: {{en: One, ar: الأولى}}, camp: {one}}}
- {{id: other, kind: site, name: {{en: Other, ar: الثانية}}, camp: {other}}}
"""


def build(folder, one="fsa", other="russia"):
    home = folder / "home"
    (home / "publishers").mkdir(parents=True, exist_ok=True)
    (home / "publishers" / "own.yaml").write_text(PUBLISHERS.format(one=one, other=other), encoding="utf-8")
    lines = folder / "reports.jsonl"
    in_other_words = f"وردت من بلدة هجين أنباء عن قصف جديد طال وسطها.\nسقط {PHRASE}."  # else it were a copy
    texts = {"الأولى": report("الأولى", PHRASE), "الثانية": in_other_words}
    rows = [{"id": outlet, "outlet": outlet, "text": text} for outlet, text in texts.items()]
    lines.write_text("\n".join(map(dump, rows)), encoding="utf-8")
    load_publishers.cache_clear()
    build_case([lines], folder / "case", workers=1, load=TableReader, home=home)
    with open_case(folder / "case") as case:
        (told,) = case.incidents()
        return told.incident.assessment


def dump(row):
    import json

    return json.dumps(row, ensure_ascii=False)


def test_an_incident_is_assessed_when_it_is_agreed_on(tmp_path):
    drawn = build(tmp_path)
    assert (drawn.grade.grade, drawn.independent) == ("fair", 2)
    assert [voice.bloc for voice in drawn.voices] == ["fsa", "assad"]
    (figure,) = drawn.figures
    assert (figure.low, figure.high) == (3, 3)


def test_a_camp_that_a_user_changes_changes_the_grade_with_the_next_run(tmp_path):
    assert build(tmp_path).grade.grade == "fair"
    assert build(tmp_path, one="syria_assad").grade.grade == "weak"
    assert build(tmp_path).grade.grade == "fair"


def test_the_users_publishers_take_part_in_the_key_of_linking(tmp_path):
    reader = TableReader()
    plain = build_keys(reader, tmp_path).link
    (tmp_path / "publishers").mkdir()
    (tmp_path / "publishers" / "own.yaml").write_text("[]")
    assert build_keys(reader, tmp_path).link != plain == build_keys(reader, tmp_path / "none").link


def test_an_assessment_is_the_same_however_many_workers_read(tmp_path):
    reports = write_reports(tmp_path / "reports", {f"r{n}": report(f"وكالة {n}", PHRASE) for n in range(6)})
    found = []
    for workers in (1, 3):
        build_case([reports], tmp_path / f"case{workers}", workers=workers, load=TableReader)
        with open_case(tmp_path / f"case{workers}") as case:
            found.append([told.incident for told in case.incidents()])
    assert found[0] == found[1]
    assert found[0][0].assessment is not None
