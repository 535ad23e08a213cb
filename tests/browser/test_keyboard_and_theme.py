"""Shortcuts, their help, and the choice of a theme."""


def test_the_help_names_every_shortcut_of_the_page_and_can_switch_them_off(open_page, address, find_faults):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard")
    keys = dialog.locator("kbd").all_inner_texts()
    assert {"?", "j", "k", "/", "Esc"} <= set(keys)
    assert find_faults(page) == []
    dialog.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    assert dialog.count() == 0
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.incident-card') === null")


def test_j_and_k_go_through_the_list_and_slash_goes_to_the_search(open_page, address):
    page = open_page()
    page.goto(f"{address}/incidents?lang=en")
    cards = page.locator(".incident-card a")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = cards.nth(1).get_attribute("href")
    assert page.evaluate("document.activeElement.getAttribute('href')") == second
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.getAttribute('href')") == cards.nth(0).get_attribute("href")
    page.keyboard.press("/")
    page.keyboard.type("j")  # a letter in a field is a letter
    assert page.get_by_role("searchbox").input_value() == "j"


def test_the_theme_is_kept_from_page_to_page(open_page, address):
    page = open_page(color_scheme="light")
    page.goto(f"{address}/incidents?lang=en")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != ground
    page.locator(".incident-card a").first.click()
    page.wait_for_selector("article.incident")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    assert page.get_by_role("button", name="Dark").get_attribute("aria-pressed") == "true"
