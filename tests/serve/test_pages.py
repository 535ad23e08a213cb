import re
from html import unescape
from itertools import combinations
from math import hypot
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from tawatur.run.build import build_case
from tawatur.run.desk import open_desk
from tawatur.serve.app import create_app
from tawatur.serve.query import State

PLAIN = ["/incidents", "/sources", "/publishers", "/quality"]


def _addresses(desk):
    rows = desk.index.rows
    documents = [document.id for document in desk.store.documents()]
    yield from PLAIN
    yield from (f"/incidents/{row.id}" for row in rows[:5])
    yield from (f"/documents/{id_}" for id_ in documents[:10])
    yield from (f"/sources/{value}" for value in list(desk.index.values("source")))
    yield from (f"/publishers/{value}" for value in list(desk.index.values("publisher")))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_page_stands_in_both_languages(reader, desk, lang):
    for address in _addresses(desk):
        page = reader.get(address, params={"lang": lang})
        assert page.status_code == 200, address
        assert page.headers["content-type"].startswith("text/html")
        assert f'<html lang="{lang}"' in page.text


def test_every_page_is_also_json(reader, desk):
    for address in _addresses(desk):
        answer = reader.get(f"{address}.json")
        assert answer.status_code == 200, address
        assert answer.json() is not None


def test_every_link_of_every_page_leads_somewhere(reader, desk):
    seen = set()
    for address in _addresses(desk):
        page = reader.get(address, params={"lang": "en"}).text
        for link in re.findall(r'(?:href|src)="([^"]+)"', page):
            target = urlsplit(unescape(link))
            if target.scheme in ("http", "https", "data") or target.path.startswith(("/static/", "/review")):
                continue
            if target.path and not target.path.startswith("/export"):
                seen.add(target.path + (f"?{target.query}" if target.query else ""))
    for link in sorted(seen):
        if not link.startswith("?"):
            assert reader.get(link).status_code == 200, link


def test_the_language_of_an_address_is_kept_for_the_next_page(desk):
    from fastapi.testclient import TestClient

    from tawatur.serve.app import create_app

    reader = TestClient(create_app(desk), base_url="http://127.0.0.1", headers={"accept-language": "en"})
    assert '<html lang="en"' in reader.get("/quality").text
    reader.get("/quality", params={"lang": "ar"})
    assert '<html lang="ar"' in reader.get("/sources").text


def test_the_browsers_language_is_taken_where_the_address_says_none(reader):
    assert '<html lang="ar"' in reader.get("/quality", headers={"accept-language": "ar-SY,en;q=0.5"}).text


def test_a_report_shows_its_claims_in_its_text(reader, desk):
    document = next(d for d in desk.store.documents() if len(desk.store.reading(d.id).claims) > 1)
    page = reader.get(f"/documents/{document.id}.json").json()
    shown = "".join(run["text"] for run in page["runs"] if "furniture" not in run["slots"])
    assert shown == desk.store.text(document.id).shown
    for told in page["claims"]:
        words = "".join(run["text"] for run in page["runs"] if told["claim"]["id"] in run["claims"])
        assert words == told["quote"]


def test_what_was_cut_from_a_plain_text_is_put_back_dimmed(reader, desk):
    cut = [
        d.id
        for d in desk.store.documents()
        if d.media.startswith("text/plain")
        and (text := desk.store.text(d.id))
        and text.received != text.shown
    ]
    for id_ in cut:
        page = reader.get(f"/documents/{id_}.json").json()
        assert "".join(run["text"] for run in page["runs"]) == desk.store.text(id_).received


def test_the_bytes_of_a_report_are_saved_and_not_shown(reader, desk):
    document = next(desk.store.documents())
    answer = reader.get(f"/documents/{document.id}/received")
    assert answer.content == desk.store.objects.get(document.sha256)
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    ("form", "rows"),
    [
        ("csv", "incidents"),
        ("csv", "claims"),
        ("csv", "effects"),
        ("claims", "documents"),
        ("geojson", "incidents"),
        ("acled", "events"),
        ("ucdp", "events"),
        ("airwars", "incidents"),
        ("parquet", "tables"),
    ],
)
def test_a_view_is_exported_in_every_form(reader, form, rows):
    answer = reader.get("/export", params={"as": form, "rows": rows, "kind": "airstrike"})
    assert answer.status_code == 200
    assert answer.content
    assert answer.headers["content-disposition"].startswith("attachment")


def test_an_export_holds_the_incidents_of_the_view_and_no_others(reader, desk):
    shown = {row.id for row in desk.index.rows if row.type == "airstrike"}
    lines = reader.get("/export", params={"as": "geojson", "kind": "airstrike"}).json()
    assert {feature["id"] for feature in lines["features"]} == shown
    claims = reader.get("/export", params={"as": "csv", "rows": "claims", "kind": "airstrike"}).text
    wanted = {claim for id_ in shown for claim in desk.store.incident(id_).claims}
    assert claims.count("\r\n") - 1 == len(wanted) or claims.count("\n") >= len(wanted)


def test_an_export_that_is_none_says_so(reader):
    assert reader.get("/export", params={"as": "pdf"}).status_code == 400


def test_the_map_holds_every_incident_of_the_view_once(reader, desk):
    for zoom in (0, 3, 7, 12):
        found = reader.get("/incidents/map.json", params={"zoom": zoom}).json()
        counted = sum(f["properties"].get("count", 1) for f in found["features"])
        assert counted + found["nowhere"] == found["total"] == desk.index.size


def test_circles_part_where_one_looks_closer(reader):
    far, near = (
        len(reader.get("/incidents/map.json", params={"zoom": zoom}).json()["features"]) for zoom in (1, 9)
    )
    assert far < near


def test_no_circle_hides_the_number_of_another(reader):
    for zoom in range(15):
        circles = [
            (f["geometry"]["coordinates"], f["properties"]["count"])
            for f in reader.get("/incidents/map.json", params={"zoom": zoom}).json()["features"]
            if "count" in f["properties"]
        ]
        for (left, n), (right, m) in combinations(circles, 2):
            pixels = 512 * 2**zoom / 360
            away = hypot(
                (left[0] - right[0]) * pixels, (left[1] - right[1]) * pixels
            )  # nearer than on the map
            assert away > (28 if n < 10 else 36) / 2, (zoom, left, n, right, m)


def test_the_timeline_holds_every_incident_of_the_view_once(reader, desk):
    found = reader.get("/incidents/timeline.json", params={"from": "2020-01-01"}).json()
    assert sum(one["count"] for one in found["bins"]) + found["wide"] + found["undated"] == desk.index.size
    for one, after in zip(found["bins"], found["bins"][1:], strict=False):
        assert one["to"] < after["from"]


def test_every_json_page_is_described(reader):
    described = reader.get("/openapi.json").json()
    assert {
        "/incidents.json",
        "/incidents/{id}.json",
        "/documents/{id}.json",
        "/quality.json",
        "/export",
    } <= set(described["paths"])
    asked = {one["name"] for one in described["paths"]["/incidents.json"]["get"]["parameters"]}
    assert {"q", "from", "to", "bbox", "sort", "page"} <= asked
    assert "area" in asked


def test_a_state_without_anything_narrows_nothing(desk):
    assert desk.index.find(State()).total == desk.index.size


@pytest.mark.parametrize(
    "asked", ["12/10/2018", "it's", "1,500", "د-اعش", "a\U0007d5e0b", "قصف " * 90, "\u0610"]
)
def test_words_of_several_pieces_are_looked_up(reader, asked):
    for address in ("/incidents", "/incidents.json", "/incidents/map.json", "/export"):
        assert reader.get(address, params={"q": asked}).status_code == 200


@pytest.mark.parametrize("asked", ["zoom=nan", "zoom=inf", "zoom=x", "zoom=-1", "zoom=1e9"])
def test_a_value_of_another_kind_is_refused_as_any_that_cannot_be_understood(reader, asked):
    answer = reader.get(f"/incidents/map.json?{asked}")
    assert answer.status_code == 400
    assert answer.json() == {"error": "query", "field": "zoom", "value": asked.partition("=")[2]}
    assert reader.get("/review?seed=x", headers={"accept": "text/html"}).status_code == 400


def test_why_a_place_was_read_so_is_said_in_arabic_on_arabic_pages(desk, reader):
    row = next(row for row in desk.index.standing() if row.area)
    page = reader.get(f"/incidents/{row.id}", params={"lang": "ar"}).text
    (said,) = re.findall(r'<details class="why"><summary>.*?</summary><p>(.*?)</p>', page)[:1]
    assert "والتقرير يتحدث عن هذا البلد" in said
    assert not re.search("[A-Za-z]", said)


def test_no_arabic_page_has_a_day_whose_parts_change_places(reader, desk):
    """After Arabic letters 2018-10-12 is shown as 12-10-2018, unless it stands apart."""
    wrong = []
    for address in [*_addresses(desk), "/review?queue=proposed", "/incidents?from=notaday"]:
        page = reader.get(f"{address}{'&' if '?' in address else '?'}lang=ar")
        shown = re.sub(r"(?s)<(script|code|style)\b.*?</\1>", "", page.text)
        shown = re.sub(r"<mark\b.*?</mark>|<q\b.*?</q>", "", shown, flags=re.DOTALL)  # as reports have it
        for text in re.findall(r">([^<]+)<", shown):
            apart = re.sub("\u2066.*?\u2069", "", unescape(text))
            if re.search(r"[\u0621-\u064a].*\d{4}-\d\d-\d\d", apart):
                wrong.append((address, text))
    assert not wrong


@pytest.fixture(scope="module")
def nothing_told(tmp_path_factory):
    """A reader of a case whose one report tells of the weather."""
    folder = tmp_path_factory.mktemp("nothing")
    (folder / "weather.txt").write_text(
        "طقس مشمس اليوم في المدينة، ودرجات الحرارة حول معدلها.\n", encoding="utf-8"
    )
    build_case([folder / "weather.txt"], folder / "nothing.case", workers=1)
    app = create_app(open_desk(folder / "nothing.case"))
    return TestClient(app, base_url="http://127.0.0.1")


@pytest.mark.parametrize("address", ["/incidents", "/sources", "/publishers"])
def test_a_case_without_incidents_says_so_and_blames_no_filter(nothing_told, reader, address):
    page = nothing_told.get(address, params={"lang": "en"}).text
    assert "This case holds no incident." in page
    assert "No incident fits these filters" not in page
    assert 'href="/quality"' in page
    assert "This case holds no incident." not in reader.get(address, params={"lang": "en", "q": "zzzz"}).text


@pytest.mark.parametrize(
    ("lang", "advice"),
    [("en", "It holds no words. Look whether"), ("ar", "لا كلام فيه. تحقق من أن الملف هو المقصود.")],
)
def test_what_can_be_done_about_a_file_set_aside_is_said_in_the_readers_language(tmp_path, lang, advice):
    (tmp_path / "blank.txt").write_text(" \n", encoding="utf-8")
    build_case([tmp_path / "blank.txt"], tmp_path / "blank.case", workers=1)
    app = create_app(open_desk(tmp_path / "blank.case"))
    page = TestClient(app, base_url="http://127.0.0.1").get("/quality", params={"lang": lang}).text
    assert advice in page
    assert "blank.txt" in page


@pytest.mark.parametrize(("lang", "heading"), [("en", "Pages without a report"), ("ar", "صفحات بلا خبر")])
def test_pages_without_a_report_are_listed(tmp_path, reader, lang, heading):
    menus = "الرئيسية\n\nأخبار\n\nرياضة\n\nاقتصاد\n\nمن نحن\n\nاتصل بنا\n\nجميع الحقوق محفوظة © 2024"
    (tmp_path / "menus.txt").write_text(menus, encoding="utf-8")
    (tmp_path / "told.txt").write_text("قتل مدنيان بقصف على بلدة هجين اليوم.", encoding="utf-8")
    built = build_case([tmp_path], tmp_path / "a.case", workers=1)
    assert built.tally.bare == 1
    asked = TestClient(create_app(open_desk(tmp_path / "a.case")), base_url="http://127.0.0.1")
    page = asked.get("/quality", params={"lang": lang}).text
    bare = asked.get("/quality.json").json()["bare"]
    assert (bare["count"], [one["name"].rpartition("/")[2] for one in bare["first"]]) == (1, ["menus.txt"])
    assert heading in page
    assert f'href="/documents/{bare["first"][0]["id"]}"' in page
    assert heading not in reader.get("/quality", params={"lang": lang}).text


def test_a_filter_that_leaves_nothing_says_so(reader):
    page = reader.get("/incidents", params={"lang": "en", "q": "zzzz"}).text
    assert "No incident fits these filters" in page
