"""A review in a real browser: by keyboard alone, taken back, and by two people at once."""

import json
import urllib.request

import pytest

PASSWORDS = {"huda": "a long enough password", "sami": "another long password"}
MOST_TABS = 400  # farther than any page of the examples reaches


@pytest.fixture(scope="module")
def desk(serve_copy):
    """Where the desk of a case of its own answers."""
    with serve_copy("--as", "huda") as address:
        yield address


@pytest.fixture(scope="module")
def desk_of_two(serve_copy):
    """A desk with two reviewers."""
    with serve_copy(users=PASSWORDS) as address:
        yield address


def ask(desk, path):
    with urllib.request.urlopen(f"{desk}{path}") as answer:
        return json.load(answer)


def left(desk, queue):
    return ask(desk, f"/review.json?queue={queue}")["total"]


def press(page, key):
    """A key that leads to a page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def go_to(page, target):
    """Goes on by Tab until the focus is there."""
    wanted = target.element_handle()
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"{page.url}: Tab does not lead to {target}")


def follow(page, target):
    """Goes to a link or a button that leads to a page, and presses it."""
    go_to(page, target)
    press(page, "Enter")


def unfold(page, details):
    if details.get_attribute("open") is None:
        go_to(page, details.locator("> summary"))
        page.keyboard.press("Enter")


def correct_place(page, claim, name):
    unfold(page, claim.locator("details.correct"))
    unfold(page, claim.locator("details.by-hand"))
    for field, value in (("place_name", name), ("lat", "34.51"), ("lon", "40.92")):
        go_to(page, claim.locator(f"input[name={field}]"))  # Tab selects what stands there
        page.keyboard.type(value)
    go_to(page, claim.locator("select[name=precision]"))
    page.keyboard.type("Village")
    follow(page, claim.locator("button[value=place]"))


def take_back(page, field):
    """Takes back, on the page of an incident, the last judgement of a field that stands, and sees it taken back."""
    history = page.locator("details.judgements")
    unfold(page, history)
    judged = history.locator("li:not(.undone)").filter(has=page.locator(".field", has_text=field))
    follow(page, judged.first.locator("button[value=undo]"))
    unfold(page, history)
    undone = history.locator("li.undone").filter(has=page.locator(".field", has_text=field))
    assert undone.locator(".undone-sign").first.is_visible()


def log_in(page, desk, name):
    page.goto(f"{desk}/log-in?lang=en")
    page.get_by_label("Name").fill(name)
    page.locator("#password").fill(PASSWORDS[name])
    page.locator("#password").press("Enter")
    page.wait_for_url(lambda url: "/log-in" not in url)
    return page


def forget_conflicts(open_page):
    """The browser itself notes the 409, as an error."""
    open_page.wrong[:] = [said for said in open_page.wrong if "409" not in said]


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


def test_an_incident_is_reviewed_by_keyboard_alone_from_the_list_to_the_undoing(open_page, desk):
    page = open_page()
    page.goto(f"{desk}/incidents?lang=en")
    follow(page, page.locator("nav a[href='/review']"))
    follow(page, page.get_by_role("link", name="Disputed"))
    press(page, "o")
    claim = page.locator(".claim-judged").first
    read = claim.locator("input[name=place_name]").input_value()
    follow(page, claim.locator("button[value='verdict=accepted']"))
    assert "huda" in claim.locator("span.verdict").inner_text()
    correct_place(page, claim, "تل الضباع")
    assert read in claim.locator(".decided .machine").inner_text()
    assert "تل الضباع" in claim.locator(".decided .human").inner_text()
    assert ask(desk, "/incidents.json?review=begun")["total"] == 1

    take_back(page, "Place")
    assert claim.locator(".decided").count() == 0
    assert claim.locator("input[name=place_name]").input_value() == read
    assert "huda" in claim.locator("span.verdict").inner_text()  # nothing but the place is taken back
    take_back(page, "Verdict")
    assert claim.locator("span.verdict").count() == 0
    assert ask(desk, "/incidents.json?review=begun")["total"] == 0


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_a_place_is_looked_up_and_chosen_and_taken_back_once(open_page, desk, lang, has_script):
    page = open_page(java_script_enabled=has_script)
    page.goto(f"{desk}/incidents?lang={lang}")
    page.goto(f"{desk}/review?queue=contested&lang={lang}")
    page.locator("#h-one-incident a").click()
    at, claim = page.url, page.locator(".claim-judged").first
    claim.locator("details.correct > summary").click()
    claim.locator("input[type=search]").fill("الميادين" if lang == "ar" else "mayadin")
    claim.locator(".find-place button").click()
    page.locator(".found-places").get_by_role("button", name="Al-Mayadin").first.click()
    page.wait_for_url(f"{at.partition('?')[0]}*")
    human = claim.locator(".decided .human")
    assert "الميادين" in human.inner_text()
    history = page.locator("details.judgements li")
    history.locator("button[value=undo]").first.click()
    assert history.locator("button[value=redo]").first.inner_text() == (
        "Set it again" if lang == "en" else "إعادته"
    )
    assert human.count() == 0


def test_what_is_found_while_one_types_is_accessible(open_page, desk, find_faults):
    page = open_page()
    page.goto(f"{desk}/review?queue=contested&lang=en")
    claim = page.locator(".claim-judged").first
    claim.locator("details.correct > summary").click()
    claim.locator("input[type=search]").type("dei")
    page.wait_for_selector("[data-found-places] li")
    assert "km away" in claim.locator("[data-found-places]").inner_text()
    assert find_faults(page) == []


def test_enter_in_a_field_decides_nothing_where_several_buttons_could(open_page, desk):
    page = open_page()
    page.goto(f"{desk}/review?queue=contested&lang=en")
    press(page, "o")
    recent = page.locator("details.judgements li").count()
    claim = page.locator(".claim-judged").first
    unfold(page, claim.locator("details.correct"))
    unfold(page, claim.locator("details.by-hand"))
    reason, place = claim.locator(".verdict input.why"), claim.locator("input[name=place_name]")
    for field in (page.locator("#why-incident"), reason, place):
        field.fill("قيد القراءة")
        field.press("Enter")
    assert place.input_value() == "قيد القراءة"  # the page is the same
    page.reload()
    assert page.locator("details.judgements li").count() == recent


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
    forget_conflicts(open_page)
    assert "changed since" in other.locator("h1").inner_text()
    assert "كما قرأتها" in other.locator("main").inner_text()
    press(one, "u")


def test_the_later_of_two_people_is_told_what_changed_and_overwrites_nothing(open_page, desk_of_two):
    one, other = (log_in(open_page(), desk_of_two, name) for name in PASSWORDS)
    one.goto(f"{desk_of_two}/review?queue=contested&lang=en")
    press(one, "o")
    other.goto(one.url)
    correct_place(one, one.locator(".claim-judged").first, "تل الضباع")
    claim = other.locator(".claim-judged").first
    correct_place(other, claim, "تل الغربان")
    forget_conflicts(open_page)
    assert "changed since" in other.locator("h1").inner_text()
    came = other.locator(".changed .history").inner_text()
    assert "huda" in came
    assert "تل الضباع" in came
    assert "تل الغربان" in other.locator(".changed").inner_text()  # what was written is not lost

    press(other, "n")
    human, judged = claim.locator(".decided .human"), other.locator("details.judgements li")
    assert "تل الضباع" in human.inner_text()
    assert judged.count() == 1
    correct_place(other, claim, "تل الغربان")  # by now it was seen
    assert "تل الغربان" in human.inner_text()
    assert "sami" in human.inner_text()
    assert judged.count() == 2


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
