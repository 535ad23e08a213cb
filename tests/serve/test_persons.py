import pytest
from fastapi.testclient import TestClient

from doubles import TableReader, write_reports
from tawatur.run.build import build_case
from tawatur.run.desk import names_organisation, open_desk
from tawatur.serve.app import create_app

PERSON, BODY = "سليمان", "لجنة"  # the reader that stands in takes one word for a source


@pytest.mark.parametrize(
    "name",
    ["لجان المقاومة", "نقابة أطباء السودان", "اللجنة الشعبية", "حركة الأمل", "مركز الرصد", "المجلس المحلي"],
)
def test_organisations_are_told_by_the_noun_that_they_begin_with(name):
    assert names_organisation(name)


@pytest.mark.parametrize("name", ["سليمان العلي", "أم خالد", "عبد الله محمد", "فلان الفلاني", ""])
def test_everything_else_may_be_a_person(name):
    assert not names_organisation(name)


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    folder = tmp_path_factory.mktemp("persons")
    reports = write_reports(
        folder / "reports",
        {
            f"{n}.txt": f"{n + 3} قتلى بقصف على هجين يوم 2018-10-12 بحسب other:{who}"
            for n, who in enumerate((PERSON, BODY, "sdf"))
        },
    )
    build_case([reports], folder / "case", workers=1, load=TableReader)
    return TestClient(
        create_app(open_desk(folder / "case")), base_url="http://127.0.0.1", headers={"accept-language": "ar"}
    )


def test_a_person_s_name_is_in_no_list_filter_or_heading(reader):
    for address in ("/incidents", "/incidents.json", "/sources", "/sources.json", "/publishers", "/quality"):
        assert PERSON not in reader.get(address).text, address
    assert BODY in reader.get("/sources").text
    assert reader.get(f"/sources/other:{PERSON}").status_code == 404


def test_a_person_s_name_stands_only_in_the_words_of_the_report(reader):
    for row in reader.get("/incidents.json").json()["incidents"]:
        page = reader.get(f"/incidents/{row['id']}.json").json()
        shown = page["incident"]["assessment"]
        assert PERSON not in str(shown)
        for account in page["accounts"]:
            assert PERSON not in account["ar"]
            assert PERSON not in account["en"]
        voices = {voice["id"] for voice in shown["voices"]}
        assert {count["voice"] for f in shown.get("figures", ()) for count in f.get("counts", ())} <= voices
        assert reader.get(f"/incidents/{row['id']}").status_code == 200
