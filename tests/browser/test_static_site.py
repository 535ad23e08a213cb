"""The static site, opened from a disk: no server answers, and nobody is asked."""

import json
import subprocess
import sys

import pytest

try:
    from playwright.sync_api import expect
except ImportError:  # then conftest.py says that the pages are not tried
    expect = None


@pytest.fixture(scope="module")
def site(case, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site") / "site"
    subprocess.run([sys.executable, "-m", "tawatur", "report", str(case), "-o", str(folder)], check=True)
    return folder


@pytest.mark.parametrize(("lang", "size"), [("en", "laptop"), ("ar", "phone")])
def test_the_list_the_map_and_the_bars_follow_a_filter(
    open_page, site, find_faults, wait_for_map, lang, size
):
    page = open_page(size)
    page.goto((site / lang / "index.html").as_uri())
    wait_for_map(page)
    assert find_faults(page) == []
    everything = int(page.locator("[data-total]").get_attribute("data-total"))
    circles = page.locator(".marker-cluster").all_inner_texts()
    if size == "phone":
        page.locator(".filters-fold > summary").click()
    page.locator("[data-facet=grade] input").first.check()
    expect(page.locator(".marker-cluster")).not_to_have_text(circles)
    narrowed = int(page.locator("[data-total]").get_attribute("data-total"))
    assert 0 < narrowed < everything
    assert page.locator(".incident-card:visible").count() == min(narrowed, 50)
    assert str(narrowed) in page.locator("[data-total]").inner_text()


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_list_is_sorted_and_paged_over_all_incidents_without_a_server(open_page, site, lang):
    page = open_page()
    page.goto((site / lang / "index.html").as_uri())
    cards = page.locator(".incident-card")
    expect(cards).to_have_count(50)
    total = int(page.locator("[data-total]").get_attribute("data-total"))
    first = cards.first.get_attribute("data-incident")
    full, rest = divmod(total - 1, 50)  # pages before the last, and what that holds but one
    for number in range(1, full + 1):
        page.locator(".pages button").last.click()
        expect(page.locator(".pages")).to_contain_text(str(number + 1))
    expect(cards).to_have_count(rest + 1)
    oldest = cards.last.get_attribute("data-incident")
    page.locator("#sort").select_option("killed")
    expect(cards).to_have_count(50)
    assert cards.first.get_attribute("data-incident") not in (first, oldest)
    in_order = json.loads(
        page.evaluate(
            "JSON.stringify(tawaturIncidents.toSorted((a, b) => a.ranks.killed - b.ranks.killed).map(one => one.id))"
        )
    )
    assert cards.first.get_attribute("data-incident") == in_order[0]
    page.go_back()
    expect(page.locator("#sort")).to_have_value("newest")


def test_days_are_chosen_and_words_are_found_without_a_server(open_page, site):
    page = open_page()
    page.goto((site / "en" / "index.html").as_uri())
    total = page.locator("[data-total]")
    everything = total.get_attribute("data-total")
    page.get_by_role("slider").first.focus()
    page.keyboard.press("PageUp")
    expect(total).not_to_have_attribute("data-total", everything)
    page.get_by_role("button", name="All days").click()
    expect(total).to_have_attribute("data-total", everything)
    page.get_by_role("searchbox").fill("غاره جويه")  # air strike, as one types in haste
    expect(total).not_to_have_attribute("data-total", everything)
    assert page.locator(".incident-card").count() > 0


def test_one_goes_from_the_list_to_an_incident_its_report_and_the_other_language(
    open_page, site, wait_for_map
):
    page = open_page()
    page.goto((site / "index.html").as_uri())
    page.wait_for_url("**/en/index.html")
    page.locator(".incident-card", has_not_text="Place not named").locator("a").first.click()
    wait_for_map(page)
    page.get_by_role("link", name="In the report").first.click()
    assert page.locator("article.document").count() == 1
    page.locator("[data-switch-language]").click()
    assert page.locator("html").get_attribute("lang") == "ar"
    assert page.locator("form[method=post]").count() == 0
