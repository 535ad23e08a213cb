import pytest

from tawatur.serve.query import FACETS


@pytest.mark.parametrize("facet", FACETS)
def test_the_count_beside_a_value_is_what_choosing_it_leaves(reader, facet):
    page = reader.get("/incidents.json").json()
    choices = next(f["choices"] for f in page["facets"] if f["name"] == facet)
    assert choices
    for choice in choices[:12]:
        narrowed = reader.get("/incidents.json", params={facet: choice["value"]}).json()
        assert narrowed["total"] == choice["count"] > 0


def test_counts_of_one_filter_stand_within_the_others(reader):
    page = reader.get("/incidents.json", params={"kind": "airstrike"}).json()
    grades = next(f["choices"] for f in page["facets"] if f["name"] == "grade")
    for grade in grades:
        both = reader.get("/incidents.json", params={"kind": "airstrike", "grade": grade["value"]}).json()
        assert both["total"] == grade["count"]


def test_values_of_one_filter_widen_and_filters_narrow(reader):
    def total(**asked):
        return reader.get("/incidents.json", params=asked).json()["total"]

    assert total(kind=["airstrike", "shelling"]) == total(kind="airstrike") + total(kind="shelling")
    assert total(kind="airstrike", grade="weak") < total(kind="airstrike")


def test_days_keep_what_may_lie_within_them(reader):
    page = reader.get("/incidents.json", params={"from": "2023-01-01", "to": "2023-12-31"}).json()
    assert page["total"]
    for row in page["incidents"]:
        assert row["first"] <= "2023-12-31"
        assert row["last"] >= "2023-01-01"


def test_a_box_keeps_what_lies_in_it(reader):
    page = reader.get("/incidents.json", params={"bbox": "35.5,32,42.5,37.5"}).json()
    assert page["total"]
    assert all(35.5 <= row["lon"] <= 42.5 and 32 <= row["lat"] <= 37.5 for row in page["incidents"])


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_list_stands_in_both_languages(reader, lang):
    page = reader.get("/incidents", params={"lang": lang})
    assert page.status_code == 200
    assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in page.text


def test_a_search_finds_words_with_what_is_written_onto_them(reader):
    def ids(asked):
        return {row["id"] for row in reader.get("/incidents.json", params={"q": asked}).json()["incidents"]}

    assert ids("قصف")
    assert ids("قَصْف") == ids("قصف")


def test_a_search_finds_english_names(reader):
    rows = reader.get("/incidents.json", params={"q": "Raqqa"}).json()["incidents"]
    assert rows
    assert all("SY" in row["area"] for row in rows)


def test_an_address_that_means_nothing_says_so(reader):
    answer = reader.get("/incidents", params={"from": "soon"})
    assert answer.status_code == 400
    assert "from=soon" in answer.text
    assert reader.get("/incidents.json", params={"from": "soon"}).json()["field"] == "from"
