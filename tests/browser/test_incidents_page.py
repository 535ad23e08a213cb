"""Map, timeline, filters and list of many incidents: what one does the others follow, and the address tells."""

import re
from urllib.parse import parse_qs, urlsplit


def read_state(page):
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def read_total(page):
    return int(page.locator("#list [data-total]").get_attribute("data-total"))


def wait_for_total(page, expected):
    """Until the list holds another number of incidents, or the one that is named."""
    page.wait_for_function(
        "([is, than]) => { const now = Number(document.querySelector('#list [data-total]').dataset.total);"
        "return document.querySelector('#list').getAttribute('aria-busy') === null && (is ? now === than : now !== than) }",
        arg=expected,
    )
    return read_total(page)


def test_a_filter_narrows_the_list_the_map_and_the_address_and_going_back_undoes_it(
    open_page, address, wait_for_map
):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    wait_for_map(page)
    everything = read_total(page)
    markers = page.locator(".marker").count()
    box = page.locator("[data-facet=kind] input").first
    kind = box.get_attribute("value")
    box.check()
    narrowed = wait_for_total(page, [False, everything])
    assert narrowed < everything
    assert read_state(page)["kind"] == kind
    page.wait_for_function(f"document.querySelectorAll('.marker').length !== {markers}")
    # The form came anew with other counts, and the reader's place in it was kept.
    assert page.evaluate("document.activeElement.value") == kind
    page.go_back()
    assert wait_for_total(page, [True, everything]) == everything
    assert "kind" not in read_state(page)
    assert not page.locator(f"[data-facet=kind] input[value='{kind}']").is_checked()


def test_a_search_is_taken_while_it_is_typed(open_page, address):
    page = open_page()
    page.goto(f"{address}/incidents?lang=ar")
    everything = read_total(page)
    page.get_by_role("searchbox").press_sequentially("قصف")  # shelling
    assert 0 < wait_for_total(page, [False, everything]) < everything
    assert read_state(page)["q"] == "قصف"


def test_dragging_over_the_bars_chooses_their_days(open_page, address):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    everything = read_total(page)
    brush = page.locator(".brush").bounding_box()
    middle = brush["y"] + brush["height"] / 2
    page.mouse.move(brush["x"] + brush["width"] * 0.2, middle)
    page.mouse.down()
    page.mouse.move(brush["x"] + brush["width"] * 0.5, middle, steps=5)
    page.mouse.up()
    assert wait_for_total(page, [False, everything]) < everything
    state = read_state(page)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", state["from"])
    assert state["from"] < state["to"]
    assert page.get_by_label("From", exact=True).input_value() == state["from"]
    page.get_by_role("button", name="All days").click()
    assert wait_for_total(page, [True, everything]) == everything


def test_time_runs_from_the_right_in_arabic(open_page, address):
    page = open_page()
    page.goto(f"{address}/incidents?lang=ar")
    everything = read_total(page)
    brush = page.locator(".brush").bounding_box()
    middle = brush["y"] + brush["height"] / 2
    page.mouse.move(brush["x"] + brush["width"] * 0.9, middle)
    page.mouse.down()
    page.mouse.move(brush["x"] + brush["width"] * 0.6, middle, steps=5)
    page.mouse.up()
    wait_for_total(page, [False, everything])
    starts = page.locator(".timeline-bars").get_attribute("data-starts").split()
    assert read_state(page)["from"] == starts[int(len(starts) * 0.1)]


def test_the_days_can_be_chosen_by_keys_alone(open_page, address):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    everything = read_total(page)
    handle = page.get_by_role("slider").first
    handle.focus()
    page.keyboard.press("PageUp")
    page.keyboard.press("ArrowRight")
    assert wait_for_total(page, [False, everything]) < everything
    assert page.evaluate("document.activeElement.dataset.end") == "from"  # the handle is still held


def test_panning_the_map_narrows_the_list_and_going_back_leaves_all_panning_at_once(
    open_page, address, wait_for_map
):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    wait_for_map(page)
    everything = read_total(page)
    page.locator(".maplibregl-canvas").focus()
    for _ in range(2):
        for _ in range(4):
            page.keyboard.press("ArrowLeft")
        page.wait_for_function("location.search.includes('bbox')")
    wait_for_total(page, [False, everything])
    west, _, east, _ = map(float, read_state(page)["bbox"].split(","))
    assert west < east
    page.go_back()
    assert wait_for_total(page, [True, everything]) == everything
    assert "bbox" not in read_state(page)


def test_a_circle_opens_into_what_it_stands_for(open_page, address, wait_for_map):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    wait_for_map(page)
    everything = read_total(page)
    circle = page.locator(".marker-cluster").first
    many = int(circle.inner_text())
    circle.click()
    assert many <= wait_for_total(page, [False, everything]) < everything
    assert page.get_by_role("button", name="Everywhere").is_visible()


def test_a_marker_is_reached_and_opened_by_keys_and_closed_again(open_page, address, wait_for_map):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en&bbox=42,12,50,18")  # near enough that some stand alone
    wait_for_map(page)
    assert page.locator(".marker[tabindex='0']").count() == 1  # one stop of the tab key
    page.locator(".marker[tabindex='0']").focus()
    before = page.evaluate("document.activeElement.dataset.at")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.dataset.at") != before
    page.locator(".marker-one").first.focus()
    page.keyboard.press("Enter")
    link = page.locator(".map-card a")
    assert link.get_attribute("href").startswith("/incidents/")
    page.keyboard.press("Escape")
    assert page.locator(".map-card").count() == 0
    assert page.evaluate("document.activeElement.className").startswith("marker")


def test_an_address_that_was_sent_shows_the_same_view(open_page, address, wait_for_map):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en&bbox=34,31,43,38&from=2018-01-01&to=2020-12-31")
    wait_for_map(page)
    assert page.get_by_label("From", exact=True).input_value() == "2018-01-01"
    assert page.locator(".brush.is-narrowed").count() == 1
    shown = page.locator(".marker").count()
    assert shown > 0
    assert page.url.endswith("bbox=34,31,43,38&from=2018-01-01&to=2020-12-31")  # looking changes nothing


def test_paging_and_taking_a_filter_away_stay_on_the_page(open_page, address):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    page.evaluate("window.isTheSame = true")
    everything = read_total(page)
    page.locator("[rel=next]").click()
    page.wait_for_function("location.search.includes('page=2')")
    page.locator("[rel=prev]").wait_for()
    page.locator("[data-facet=grade] input").first.check()
    wait_for_total(page, [False, everything])
    assert "page" not in read_state(page)
    page.locator(".asked a").first.click()
    wait_for_total(page, [True, everything])
    assert page.evaluate("window.isTheSame")


def test_the_other_language_keeps_the_view(open_page, address):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    everything = read_total(page)
    page.locator("[data-facet=grade] input").first.check()
    narrowed = wait_for_total(page, [False, everything])
    page.locator("[data-switch-language]").click()
    page.wait_for_selector("html[lang=ar]")
    assert read_total(page) == narrowed
    assert read_state(page)["grade"]


def test_a_phone_folds_the_filters_away(open_page, address):
    page = open_page("phone")
    page.goto(f"{address}/incidents?lang=en")
    fold = page.locator(".filters-fold")
    assert fold.get_attribute("open") is None
    fold.locator("> summary").click()
    assert page.locator("[data-facet=kind] input").first.is_visible()


def test_without_scripts_the_form_and_the_links_work(open_page, address):
    page = open_page(java_script_enabled=False)
    page.goto(f"{address}/incidents?lang=en")
    everything = read_total(page)
    page.locator("[data-facet=kind] input").first.check()
    page.get_by_role("button", name="Show").first.click()
    assert read_total(page) < everything
    page.locator(".incident-card a").first.click()
    assert page.locator("article.incident").count() == 1
