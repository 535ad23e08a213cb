"""Every page in both languages, on a laptop and on a phone."""

import json
import urllib.request
from urllib.parse import quote

import pytest


@pytest.fixture(scope="session")
def pages(address):
    """One address of every kind of page: an incident that is disputed, a document, a source, an outlet."""

    def ask(path):
        with urllib.request.urlopen(f"{address}{path}") as answer:
            return json.load(answer)

    incident = ask("/incidents.json?sort=disputed")["incidents"][0]["id"]
    account = ask(f"/incidents/{incident}.json")["accounts"][0]
    found = ["/incidents", f"/incidents/{incident}", f"/documents/{account['document']['id']}"]
    for of in ("sources", "publishers"):
        found += [f"/{of}", f"/{of}/{quote(ask(f'/{of}.json')[0]['id'], safe='')}"]
    return [*found, "/quality", "/review", "/nowhere"]


def find_overflow(page):
    """How far the page can be scrolled sideways, and what sticks out."""
    return page.evaluate(
        """() => {
            const wide = document.documentElement.scrollWidth - innerWidth;
            if (wide <= 0) return [];
            return [...document.querySelectorAll('main *, header *')]
                .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
                .slice(0, 5).map(e => e.outerHTML.slice(0, 120));
        }"""
    )


@pytest.mark.parametrize("size", ["laptop", "phone"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_page_is_whole_and_open_to_everybody(
    open_page, address, pages, find_faults, wait_for_map, lang, size
):
    page = open_page(size)
    faults = []
    for path in pages:
        page.goto(f"{address}{path}?lang={lang}")
        if path == "/nowhere":
            open_page.wrong[:] = [said for said in open_page.wrong if "404" not in said]
        root = page.locator("html")
        assert root.get_attribute("lang") == lang
        assert root.get_attribute("dir") == ("rtl" if lang == "ar" else "ltr")
        assert page.locator("h1").count() == 1, path
        if page.locator("[data-map], [data-place-map]").count():
            wait_for_map(page)
        assert find_overflow(page) == [], path
        faults += find_faults(page)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_dark_pages_can_be_read_too(open_page, address, pages, find_faults, lang):
    page = open_page(color_scheme="dark")
    faults = []
    for path in pages[1:]:
        page.goto(f"{address}{path}?lang={lang}")
        open_page.wrong[:] = [said for said in open_page.wrong if "404" not in said]
        faults += find_faults(page)
    assert not faults, "\n".join(faults)
