"""One incident: its places as areas, its words folded open where an address points."""

import json
import urllib.request
from itertools import combinations, pairwise

import pytest

from tawatur.run.build import build_case


@pytest.fixture(scope="module")
def incident(address):
    with urllib.request.urlopen(f"{address}/incidents.json?sort=disputed") as answer:
        return json.load(answer)["incidents"][0]["id"]


def test_a_place_known_roughly_is_drawn_as_an_area_with_its_name(open_page, address, incident, wait_for_map):
    page = open_page()
    page.goto(f"{address}/incidents/{incident}?lang=en")
    wait_for_map(page)
    held = json.loads(page.locator("[data-place-map] script").text_content())
    assert page.locator(".place-sign").count() == len(held)
    assert all(place["radius_m"] > 0 for place in held)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_names_of_places_that_lie_close_hide_no_other(open_page, address, wait_for_map, lang):
    """Marib, and a quarter of it."""
    with urllib.request.urlopen(f"{address}/incidents.json?q=%D8%A7%D9%84%D8%B1%D9%88%D8%B6%D8%A9") as answer:
        ids = [one["id"] for one in json.load(answer)["incidents"]]
    page, compared = open_page("phone"), 0
    for one in ids:
        page.goto(f"{address}/incidents/{one}?lang={lang}")
        wait_for_map(page)
        boxes = [sign.bounding_box() for sign in page.locator(".place-sign").all()]
        for a, b in combinations(boxes, 2):
            compared += 1
            aside = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
            assert aside or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]
    assert compared


def test_an_address_that_points_into_the_page_opens_what_it_points_at(open_page, address, incident):
    page = open_page()
    page.goto(f"{address}/incidents/{incident}?lang=en")
    link = page.locator(".cite a[href^='#claim-']").first
    name = link.get_attribute("href")
    page.goto(f"{address}/incidents/{incident}?lang=en{name}")
    target = page.locator(f"[id='{name[1:]}']")
    assert target.evaluate("e => { const y = e.getBoundingClientRect().y; return y >= 0 && y < innerHeight }")


def test_bars_of_the_figures_stand_where_their_numbers_are(open_page, address, incident):
    """The chart is drawn on the server: in Arabic the axis begins on the right."""
    places = {}
    for lang in ("en", "ar"):
        page = open_page()
        page.goto(f"{address}/incidents/{incident}?lang={lang}")
        bars = page.locator(".figures tbody").first.locator("rect.bar").all()
        axis = page.locator(".figures tbody").first.locator("svg").first.bounding_box()
        boxes = [bar.bounding_box() for bar in bars]
        places[lang] = [(box["x"] + box["width"] / 2 - axis["x"]) / axis["width"] for box in boxes]
    assert len(places["en"]) > 1
    for left, right in zip(places["en"], places["ar"], strict=True):
        assert abs(left - (1 - right)) < 0.03


REPORTS = """\
{"id": "1", "published": "2023-11-05", "text": "قتل 5 مدنيين في قصف على مدينة نيالا أمس السبت، بحسب مصدر طبي."}
{"id": "2", "published": "2023-11-12", "text": "قتل 40 مدنيا في قصف على مدينة الفاشر أمس السبت، بحسب مصدر طبي."}
{"id": "3", "published": "2023-11-19", "text": "قتل 3000 مدني في قصف على مدينة الجنينة أمس السبت، بحسب مصدر طبي."}
{"id": "4", "published": "2023-11-26", "text": "نزح 250000 مدني إثر قصف على مدينة ود مدني أمس السبت، بحسب مصدر طبي."}
"""  # five, forty, 3,000 and 250,000 people, killed or displaced by shelling


@pytest.fixture(scope="module")
def counted(serve_at, tmp_path_factory):
    """A desk whose incidents count few and many."""
    folder = tmp_path_factory.mktemp("counted")
    (folder / "reports.jsonl").write_text(REPORTS, encoding="utf-8")
    build_case([folder / "reports.jsonl"], folder / "counted.case", workers=1)
    with serve_at(folder / "counted.case") as address:
        yield address


FIND_LABELS = """() => [...document.querySelectorAll('.figures .ticks')].map(axis => ({
    axis: axis.getBoundingClientRect(),
    labels: [...axis.querySelectorAll('text')].map(e => ({text: e.textContent, ...e.getBoundingClientRect().toJSON()}))
        .filter(label => label.width)
}))"""


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_labels_of_an_axis_never_touch_however_many_people_and_however_narrow(open_page, counted, lang):
    with urllib.request.urlopen(f"{counted}/incidents.json") as answer:
        ids = [one["id"] for one in json.load(answer)["incidents"]]
    page, ends = open_page(), set()
    for one in ids:
        page.goto(f"{counted}/incidents/{one}?lang={lang}")
        for width in (320, 390, 600, 768, 1024, 1400):
            page.set_viewport_size({"width": width, "height": 800})
            for drawn in page.evaluate(FIND_LABELS):
                labels = sorted(drawn["labels"], key=lambda label: label["x"])
                assert len(labels) > 1
                ends |= {label["text"] for label in (labels[0], labels[-1])}
                for left, right in pairwise(labels):
                    assert left["right"] + 4 < right["x"], (one, width, left["text"], right["text"])
                assert drawn["axis"]["x"] - 1 <= labels[0]["x"]
                assert labels[-1]["right"] <= drawn["axis"]["right"] + 1
    assert ends == {"0", "6", "40", "3,000", "300,000"}
