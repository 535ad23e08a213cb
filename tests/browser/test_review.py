"""A review in a real browser: by keyboard alone, taken back, and by two people at once."""

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request

import pytest


@pytest.fixture(scope="module")
def desk(examples_case, tmp_path_factory):
    """Where the desk of a case of its own answers."""
    case = shutil.copytree(examples_case, tmp_path_factory.mktemp("review") / "demo.case")
    command = [sys.executable, "-m", "tawatur", "serve", str(case), "--port", "0", "--as", "huda"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as server:
        said = next((line for line in server.stdout if "http://127.0.0.1:" in line), "")
        yield re.search(r"http://127[.]0[.]0[.]1:\d+", said)[0]
        server.terminate()


def ask(desk, path):
    with urllib.request.urlopen(f"{desk}{path}") as answer:
        return json.load(answer)


def left(desk, queue):
    return ask(desk, f"/review.json?queue={queue}")["total"]


def press(page, key):
    """A key that leads to a page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def test_an_incident_is_accepted_and_taken_back_by_keyboard_alone(open_page, desk):
    before = left(desk, "contested")
    page = open_page()
    page.goto(f"{desk}/review?queue=contested&lang=en")
    incident = page.locator("input[name=incident]").first.input_value()
    press(page, "a")
    assert left(desk, "contested") == before - 1
    assert page.locator("input[name=incident]").first.input_value() != incident
    press(page, "u")
    assert left(desk, "contested") == before
    assert ask(desk, "/incidents.json?review=reviewed")["total"] == 0


def test_a_wrong_place_is_corrected_and_taken_back_by_keyboard_alone(open_page, desk):
    page = open_page()
    page.goto(f"{desk}/review?queue=contested&lang=en")
    press(page, "o")
    claim = page.locator(".claim-judged").first
    claim.locator("details.correct > summary").focus()
    page.keyboard.press("Enter")
    for name, value in (("place_name", "تل الضباع"), ("lat", "34.51"), ("lon", "40.92")):
        claim.locator(f"input[name={name}]").focus()
        page.keyboard.press("Control+a")
        page.keyboard.type(value)
    claim.locator("select[name=precision]").focus()
    page.keyboard.type("Village")
    claim.locator("button[value=place]").focus()
    press(page, "Enter")
    decided = page.locator(".claim-judged").first.locator("table.decided")
    assert "تل الضباع" in decided.locator(".human").inner_text()
    assert decided.locator(".machine").inner_text() not in ("", "تل الضباع")
    page.goto(f"{desk}/review?lang=en")
    press(page, "u")
    page.go_back()
    page.reload()
    assert ask(desk, "/incidents.json?review=begun")["total"] == 0


def test_what_the_machine_proposed_is_decided_by_one_key(open_page, desk):
    before = left(desk, "proposed")
    page = open_page()
    page.goto(f"{desk}/review?lang=en")
    press(page, "t")
    assert left(desk, "proposed") == before - 1
    press(page, "u")
    assert left(desk, "proposed") == before


def test_of_two_at_once_the_later_sees_what_changed(open_page, desk):
    one, other = open_page(), open_page()
    for page in (one, other):
        page.goto(f"{desk}/review?queue=weak&lang=en")
    other.locator("#why-incident").fill("كما قرأتها")
    press(one, "x")
    other.locator("h1").click()  # out of the field: a letter in it is a letter
    press(other, "a")
    open_page.wrong.clear()  # the browser itself notes the 409
    assert "changed since" in other.locator("h1").inner_text()
    assert "كما قرأتها" in other.locator("main").inner_text()
    press(one, "u")


def test_a_comment_that_is_a_script_is_words(open_page, desk):
    page = open_page()
    page.goto(f"{desk}/review?queue=contested&lang=en")
    page.locator("textarea[name=comment]").fill(
        "<script>document.title = 'taken'</script><img src=x onerror=alert(1)>"
    )
    page.locator("textarea[name=comment]").press("Tab")
    press(page, "Enter")
    assert page.title() != "taken"
    assert "<script>" in page.locator(".recent").inner_text()


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_the_review_page_is_accessible_and_fits(open_page, desk, find_faults, lang, size):
    page = open_page(size)
    for queue in ("proposed", "contested"):
        page.goto(f"{desk}/review?queue={queue}&lang={lang}")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert find_faults(page) == []
