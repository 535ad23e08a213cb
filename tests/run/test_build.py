import json

import pytest

from doubles import TableReader, exports, many_reports, report, write_reports
from tawatur import build_case, open_case
from tawatur.errors import CaseError, InputError
from tawatur.export.reasons import say_reasons

ONE = report("سكاي", "3 قتلى بقصف على هجين يوم 2018-10-12 بحسب sdf")
OTHER = report("سانا", "5 قتلى بقصف على هجين يوم 2018-10-12 بحسب isis")


def build(paths, case, fingerprint="table 1", **options):
    return build_case(paths, case, load=lambda: TableReader(fingerprint), **{"workers": 2, **options})


@pytest.fixture
def reports(tmp_path):
    return write_reports(tmp_path / "reports", {"one": ONE, "other": OTHER})


def test_reports_become_a_case_whose_figures_lead_back_to_their_words(reports, tmp_path):
    built = build([reports], tmp_path / "case")
    assert (built.tally.new, built.counts["claims"], built.counts["incidents"]) == (2, 2, 1)
    with open_case(tmp_path / "case") as case:
        assert case.is_finished
        (told,) = case.incidents()
        assert [claim.source.value for claim in told.claims] in (["sdf", "isis"], ["isis", "sdf"])
        for claim in told.claims:
            assert case.quote(claim) in case.received(claim.document).decode()
        assert "both 2018-10-12" in say_reasons(told.incident.reasons[0].why, "en")


def test_a_second_run_has_nothing_to_do(reports, tmp_path):
    build([reports], tmp_path / "case")
    before = exports(tmp_path / "case")
    written = (tmp_path / "case" / "manifest.json").stat().st_mtime_ns
    built = build([reports], tmp_path / "case")
    assert (built.tally.read, built.tally.unchanged) == (0, 2)
    assert exports(tmp_path / "case") == before
    assert (tmp_path / "case" / "manifest.json").stat().st_mtime_ns == written


def test_a_case_grows_by_what_is_new_and_its_incident_keeps_its_id(reports, tmp_path):
    build([reports / "one.txt"], tmp_path / "case")
    with open_case(tmp_path / "case") as case:
        (before,) = case.incidents()
    built = build([reports], tmp_path / "case")
    assert (built.tally.new, built.tally.unchanged) == (1, 1)
    with open_case(tmp_path / "case") as case:
        (after,) = case.incidents()
        assert after.incident.id == before.incident.id
        assert len(after.claims) == 2


def test_changed_data_reads_claims_again_from_the_text_that_is_kept(reports, tmp_path, monkeypatch):
    build([reports], tmp_path / "case")
    for file in reports.iterdir():
        file.unlink()
    for kept in (tmp_path / "case" / "objects").rglob("*"):
        if kept.is_file():
            kept.write_bytes(b"not looked at")
    built = build([], tmp_path / "case", fingerprint="table 2")
    assert built.tally.again == 2
    assert build([], tmp_path / "case", fingerprint="table 2").tally.again == 0


def test_changed_code_reads_from_the_bytes_that_are_kept(reports, tmp_path, monkeypatch):
    build([reports], tmp_path / "case")
    before = exports(tmp_path / "case")
    (reports / "one.txt").unlink()
    monkeypatch.setattr("tawatur.run.stages.code_fingerprint", lambda *_, **__: "other code")
    built = build([], tmp_path / "case")
    assert built.tally.again == 2
    after = exports(tmp_path / "case")
    del before["manifest.json"], after["manifest.json"]
    assert after == before


def test_an_object_that_is_lost_is_named_and_its_last_reading_stays(reports, tmp_path, monkeypatch):
    build([reports], tmp_path / "case")
    next(path for path in (tmp_path / "case" / "objects").rglob("*") if path.is_file()).unlink()
    monkeypatch.setattr("tawatur.run.stages.code_fingerprint", lambda *_, **__: "other code")
    built = build([], tmp_path / "case")
    assert (built.tally.again, dict(built.tally.refused)) == (1, {"object_lost": 1})
    assert built.counts["documents"] == 2
    assert build([reports], tmp_path / "case").tally.again == 1
    assert build([reports], tmp_path / "case").counts["refusals"] == 0


def test_a_report_that_changed_under_its_id_takes_the_place_of_the_old(tmp_path):
    lines = tmp_path / "reports.jsonl"
    lines.write_text(json.dumps({"id": "r1", "text": ONE}, ensure_ascii=False))
    build([lines], tmp_path / "case")
    lines.write_text(json.dumps({"id": "r1", "text": OTHER}, ensure_ascii=False))
    built = build([lines], tmp_path / "case")
    assert (built.tally.changed, built.counts["documents"], built.counts["claims"]) == (1, 1, 1)


def test_the_same_bytes_twice_are_one_document_seen_twice(tmp_path):
    reports = write_reports(tmp_path / "reports", {"one": ONE, "twin": ONE})
    built = build([reports], tmp_path / "case")
    assert (built.tally.new, built.tally.seen, built.counts["documents"]) == (1, 1, 1)
    with open_case(tmp_path / "case") as case:
        (document,) = case.documents()
        assert case.store.sightings(document.sha256) == (str(reports / "twin.txt"),)
    again = build([reports], tmp_path / "case")
    assert again.counts == built.counts


def test_a_report_that_moved_is_not_read_again(reports, tmp_path):
    build([reports], tmp_path / "case")
    reports.rename(tmp_path / "moved")
    built = build([tmp_path / "moved"], tmp_path / "case")
    assert (built.tally.read, built.tally.unchanged) == (0, 2)


def test_a_report_that_cannot_be_read_is_listed_and_the_rest_goes_on(tmp_path):
    reports = write_reports(
        tmp_path / "reports", {"a": ONE, "bad": report("وكالة", "يعطل القارئ"), "empty": "", "z": OTHER}
    )
    built = build([reports], tmp_path / "case")
    assert built.counts["documents"] == 2
    assert dict(built.tally.refused) == {"reader_failed": 1, "empty": 1}
    manifest = json.loads((tmp_path / "case" / "manifest.json").read_text())
    named = {refusal["name"]: refusal for refusal in manifest["refusals"]}
    assert named[str(reports / "bad.txt")]["reason"].startswith("RuntimeError: the reader has a fault")
    assert manifest["refused"] == {"empty": 1, "reader_failed": 1}


def test_what_code_could_not_read_is_not_tried_again_until_the_code_changes(tmp_path):
    reports = write_reports(tmp_path / "reports", {"bad": report("وكالة", "يعطل القارئ")})
    build([reports], tmp_path / "case")
    again = build([reports], tmp_path / "case")
    assert (again.tally.new, dict(again.tally.refused), again.counts["refusals"]) == (
        0,
        {"reader_failed": 1},
        1,
    )
    (reports / "bad.txt").write_text(ONE)
    mended = build([reports], tmp_path / "case")
    assert (mended.tally.new, mended.counts["refusals"]) == (1, 0)


def test_a_report_that_kills_its_reader_is_found_and_the_rest_is_read(tmp_path):
    texts = many_reports(30) | {
        "r0007": report("وكالة", "يقتل القارئ"),
        "r0021": report("أخرى", "يقتل القارئ"),
    }
    reports = write_reports(tmp_path / "reports", texts)
    built = build([reports], tmp_path / "case")
    assert built.counts["documents"] == 28
    assert dict(built.tally.refused) == {"ends_worker": 2}
    with open_case(tmp_path / "case") as case:
        refused = [(refusal.name, refusal.reason) for refusal in case.refusals()]
    assert [name for name, _ in refused] == [str(reports / "r0007.txt"), str(reports / "r0021.txt")]
    assert "SIGKILL" in refused[0][1]


def test_the_case_is_the_same_for_any_number_of_workers(tmp_path):
    reports = write_reports(tmp_path / "reports", many_reports(100))
    cases = []
    for workers in (1, 2, 5):
        build([reports], tmp_path / f"case{workers}", workers=workers)
        cases.append(exports(tmp_path / f"case{workers}"))
    assert cases[0] == cases[1] == cases[2]
    assert len(cases[0]["claims documents"].splitlines()) == 100


def test_a_case_built_at_once_or_report_by_report_holds_the_same_claims(tmp_path):
    reports = write_reports(tmp_path / "reports", many_reports(8))
    build([reports], tmp_path / "whole")
    for file in sorted(reports.iterdir()):
        build([file], tmp_path / "grown")
    with open_case(tmp_path / "whole") as whole, open_case(tmp_path / "grown") as grown:
        assert list(whole.claims()) == list(grown.claims())
        assert {told.incident.claims for told in whole.incidents()} == {
            told.incident.claims for told in grown.incidents()
        }


def test_a_date_that_the_text_settles_is_published(tmp_path):
    reports = write_reports(tmp_path / "reports", {"a": report("وكالة", "مؤرخ 2018-11-28")})
    build([reports], tmp_path / "case")
    with open_case(tmp_path / "case") as case:
        (document,) = case.documents()
        assert (str(document.published), document.published_from) == ("2018-11-28", "text")


def test_a_path_that_is_not_there_makes_no_case(tmp_path):
    with pytest.raises(InputError, match="not there"):
        build([tmp_path / "none"], tmp_path / "case")
    assert not (tmp_path / "case").exists()


def test_a_folder_of_other_things_is_left_alone(reports, tmp_path):
    with pytest.raises(CaseError, match="holds other things"):
        build([reports], tmp_path)


def test_one_claim_leads_to_its_incident_and_so_does_the_beginning_of_its_id(reports, tmp_path):
    build([reports], tmp_path / "case")
    with open_case(tmp_path / "case") as case:
        (told,) = case.incidents()
        for asked in (told.incident.id, told.incident.id[:6], told.claims[1].id):
            assert case.incident(asked) == told
        assert case.incident("none") is case.incident("") is None


def test_a_word_is_found_in_any_spelling(reports, tmp_path):
    build([reports], tmp_path / "case")
    with open_case(tmp_path / "case") as case:
        assert len(case.search("القَصف")) == 2
        assert len(case.search("قصف سكاي")) == 1
        assert case.search("دبابة") == case.search("؟") == []
