"""A real Chromium, and the desk of the example reports as `tawatur serve` runs it.

Whatever a test looks at, its pages may say no error, ask nobody but the desk, and break no rule of their own content-security policy.
"""

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARGUMENTS = [
    "--no-sandbox",  # tests run as root in containers, where the sandbox cannot
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",  # maps are drawn without a graphics card
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
SIZES = {"laptop": {"width": 1366, "height": 768}, "phone": {"width": 390, "height": 844}}
PATIENCE_MS = 60_000  # a loaded machine draws maps slowly; a quiet one takes a second


def pytest_collection_modifyitems(items):
    """Every test of this folder drives a browser, and is passed over, with the reason, where there is none."""
    reason = why_no_browser()
    for item in items:
        if Path(__file__).parent not in item.path.parents:
            continue
        item.add_marker(pytest.mark.browser)
        if reason and not os.environ.get("CI"):
            item.add_marker(pytest.mark.skip(reason=reason))


def find_chromium():
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def why_no_browser():
    if not find_chromium():
        return "NO BROWSER: the desk's pages are not tried. Install it: apt-get install chromium"
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "NO PLAYWRIGHT: the desk's pages are not tried. Install it: pip install playwright"
    return None


@pytest.fixture(scope="session")
def browser():
    reason = why_no_browser()
    assert not reason, reason  # where CI is set, nothing is passed over
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def case(examples_case, tmp_path_factory):
    """A copy, since reviewing writes into a case."""
    return Path(shutil.copytree(examples_case, tmp_path_factory.mktemp("browser") / "demo.case"))


@pytest.fixture(scope="session")
def address(case):
    """Where `tawatur serve` answers for the case."""
    with serve(case) as answering:
        yield answering


@pytest.fixture(scope="session")
def serve_copy(examples_case, tmp_path_factory):
    """Serves a case of its own, as `serve` does; whoever is given with a password is a user of it."""

    @contextmanager
    def serve_one(*options, users=None):
        case = shutil.copytree(examples_case, tmp_path_factory.mktemp("review") / "demo.case")
        for name, password in (users or {}).items():
            add = [sys.executable, "-m", "tawatur", "users", "add", str(case), name, "--password-stdin"]
            subprocess.run(add, input=password, text=True, check=True, stdout=subprocess.DEVNULL)
        with serve(case, *options) as answering:
            yield answering

    return serve_one


@pytest.fixture(scope="session")
def serve_at():
    """Serves a case that is given."""
    return serve


@contextmanager
def serve(case, *options):
    command = [sys.executable, "-m", "tawatur", "serve", str(case), "--port", "0", *options]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        try:
            said = next((line for line in server.stdout if "http://127.0.0.1:" in line), "")
            assert said, "The desk did not say where it answers."
            yield re.search(r"http://127[.]0[.]0[.]1:\d+", said)[0]
        finally:
            server.terminate()


@pytest.fixture
def open_page(browser):
    """Opens pages and watches them; at the end nothing may have gone wrong in any."""
    contexts, wrong = [], []

    def open_one(size="laptop", **options):
        options = {"reduced_motion": "reduce", "locale": "en-GB", **options}
        context = browser.new_context(viewport=SIZES[size], **options)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: said.type == "error" and wrong.append(f"{page.url}: {said.text}"))
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        page.on("request", lambda asked: is_elsewhere(asked.url) and wrong.append(f"asked for {asked.url}"))
        return page

    open_one.wrong = wrong
    yield open_one
    for context in contexts:
        context.close()
    assert not wrong, "\n".join(wrong)


def is_elsewhere(url):
    return not url.startswith(("http://127.0.0.1:", "blob:", "data:", "file:"))


@pytest.fixture(scope="session")
def find_faults():
    """What axe finds against the accessibility of a page, one line a fault."""
    source = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")

    def find(page):
        page.evaluate(source)
        rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = page.evaluate(
            "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false})", rules
        )
        return [
            f"{page.url}: {fault['id']}: {node['html'][:200]}: {node['failureSummary']}"
            for fault in found["violations"]
            for node in fault["nodes"][:3]
        ]

    return find


@pytest.fixture
def wait_for_map():
    def wait(page):
        page.wait_for_selector("[data-ready]")
        assert not page.query_selector(".map-unavailable")

    return wait
