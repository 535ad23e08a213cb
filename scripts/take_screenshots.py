"""Take the pictures of the desk that the documentation shows: both languages, a laptop and a phone.

python scripts/take_screenshots.py CASE      (make screenshots takes them of the demo's case)
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, ViewportSize, sync_playwright

IMAGES = Path(__file__).parents[1] / "docs" / "images"
SIZES: dict[str, ViewportSize] = {
    "laptop": {"width": 1366, "height": 768},
    "phone": {"width": 390, "height": 844},
}
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


@contextmanager
def serve(case: str) -> Iterator[str]:
    """The address of the desk of a case, for as long as it is needed."""
    command = [sys.executable, "-u", "-m", "tawatur", "serve", case, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:  # noqa: S603
        assert desk.stdout is not None
        found = (re.search(r"http://127[.]0[.]0[.]1:\d+", line) for line in desk.stdout)
        yield next(match[0] for match in found if match)
        desk.terminate()


def find_pages(address: str) -> dict[str, str]:
    """What is shown, by the name of its picture: the list, and the incident with the most disputed toll."""
    with urlopen(f"{address}/incidents.json?sort=disputed") as answer:  # noqa: S310
        incident = json.load(answer)["incidents"][0]["id"]
    return {"incidents": "/incidents", "incident": f"/incidents/{incident}", "review": "/review"}


def take(browser: Browser, address: str, path: str, lang: str, size: str, picture: Path) -> None:
    page = browser.new_page(viewport=SIZES[size], locale="en-GB", reduced_motion="reduce")
    page.goto(f"{address}{path}?lang={lang}")
    if page.locator("[data-map], [data-place-map]").count():
        page.wait_for_selector("[data-ready]", timeout=60_000)
        page.wait_for_timeout(1500)  # names of the map fade in
    page.screenshot(path=picture)
    page.close()


def main(case: str) -> None:
    IMAGES.mkdir(exist_ok=True)
    with serve(case) as address, sync_playwright() as driver:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for name, path in find_pages(address).items():
            for lang in ("en", "ar"):
                for size in SIZES:
                    take(browser, address, path, lang, size, IMAGES / f"{name}-{lang}-{size}.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
