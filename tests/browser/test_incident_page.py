"""One incident: its places as areas, its words folded open where an address points."""

import json
import urllib.request

import pytest


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
