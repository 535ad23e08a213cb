"""What reports, outlets, addresses and comments say is never run: not on the desk, not on its map, not on the static site."""

import json
import re
import subprocess
import sys

import pytest

RUN = "window.taken=1"
MARKUP = f"""<script>{RUN}</script><img src=x onerror="{RUN}"><svg onload={RUN}>"'><a href="javascript:{RUN}">هنا</a>"""
ADDRESSES = (f"javascript:{RUN}", f" JavaScript:{RUN}", f"data:text/html,<script>{RUN}</script>")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A case of reports that attack whoever looks at them."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {
            "id": f"{n} {MARKUP}",
            "text": f"قُتل {n + 3} مدنيين بقصف مدفعي على مدينة هجين يوم الجمعة 12 تشرين الأول 2018 {MARKUP}.\n{MARKUP}\n",
            "url": url,
            "outlet": MARKUP,
            "title": MARKUP,
            "published": "2018-10-13",
        }
        for n, url in enumerate(ADDRESSES)
    ]
    reports, case = folder / "reports.jsonl", folder / "hostile.case"
    reports.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    _tawatur("run", reports, "-o", case)
    return case


def _tawatur(*words):
    subprocess.run([sys.executable, "-m", "tawatur", *map(str, words)], check=True, capture_output=True)


def _links(page, beginning):
    """Where a page leads, within the desk or the site."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)")
    return [link.partition("#")[0] for link in found if link.startswith(beginning)]


def _is_untouched(page):
    assert page.evaluate("window.taken") is None, page.url
    hrefs = page.eval_on_selector_all("a[href]", "all => all.map(one => one.protocol)")
    assert set(hrefs) <= {"http:", "file:"}, page.url


def _open_card(page):
    """What the map says of an incident is written by a script."""
    page.wait_for_selector("[data-ready]")
    page.locator(".marker-one").first.click()
    assert page.locator(".map-card a").count() == 1
    _is_untouched(page)


def test_nothing_of_what_a_report_says_is_run_at_the_desk(open_page, hostile, serve_at):
    with serve_at(hostile, "--as", "huda") as desk:
        page = open_page()
        page.goto(f"{desk}/incidents?lang=en")
        _open_card(page)
        left, seen = [f"{desk}/incidents", f"{desk}/review?queue=contested"], set()
        while left:
            address = left.pop()
            if address in seen or re.search(r"/export|/received|[.]json", address):
                continue
            seen.add(address)
            page.goto(address)
            _is_untouched(page)
            left += _links(page, desk) if len(seen) < 60 else []
        kinds = {address.removeprefix(desk).split("/")[1].partition("?")[0] for address in seen}
        assert {"incidents", "documents", "sources", "publishers", "quality", "review"} <= kinds
        assert any(address.startswith(f"{desk}/documents/") for address in seen)
        page.goto(f"{desk}/incidents?lang=ar")
        page.locator("input[name=q]").fill(MARKUP)
        page.locator("input[name=q]").press("Enter")
        page.wait_for_function("location.search.includes('q=')")
        _is_untouched(page)
        page.wait_for_load_state("networkidle")  # else it asks a desk that has gone for the rest of the page


def test_nothing_of_what_a_report_says_is_run_by_the_static_site(open_page, hostile, tmp_path):
    site = tmp_path / "site"
    _tawatur("report", hostile, "-o", site)
    page = open_page()
    page.goto((site / "en" / "index.html").as_uri())
    _open_card(page)
    for file in sorted(site.glob("*/**/*.html")):  # the page above them leads on by itself
        page.goto(file.as_uri())
        _is_untouched(page)
