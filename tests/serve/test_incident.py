import re
from html import unescape

import pytest


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_incident_stands_in_both_languages(reader, desk, lang):
    for row in desk.index.rows:
        page = reader.get(f"/incidents/{row.id}", params={"lang": lang})
        assert page.status_code == 200, row.id
        assert (row.ar if lang == "ar" else row.en) in unescape(page.text)


def test_every_claim_is_shown_with_its_words_in_their_paragraph(reader, desk):
    for row in desk.index.rows[:20]:
        page = reader.get(f"/incidents/{row.id}.json").json()
        assert {a["claim"]["id"] for a in page["accounts"]} == set(page["incident"]["claims"])
        for account in page["accounts"]:
            passage = "".join(run["text"] for run in account["passage"])
            assert account["quote"] in passage
            text = desk.store.text(account["document"]["id"]).shown
            start, end = account["claim"]["quote"]
            assert text[start:end] == account["quote"]


def test_both_sides_of_a_contradiction_are_shown_with_their_words(reader, desk):
    # Where nobody asserts what is denied there is one side alone.
    disputed = next(
        row
        for row in desk.index.rows
        if any(
            one.field == "happened" and len(one.sides) > 1 for one in desk.tell(row.id).drawn.contradictions
        )
    )
    page = reader.get(f"/incidents/{disputed.id}", params={"lang": "en"}).text
    part = page.split('class="contradictions"', 1)[1].split("</section>", 1)[0]
    assert part.count('<li class="side">') >= 2
    assert part.count("<blockquote") >= 2


def test_links_within_a_page_lead_to_something_in_it(reader, desk):
    for row in desk.index.rows[:30]:
        page = reader.get(f"/incidents/{row.id}", params={"lang": "en"}).text
        ids = set(re.findall(r'\bid="([^"]+)"', page))
        for target in re.findall(r'href="#([^"]+)"', page):
            assert target in ids


def test_an_incident_that_is_not_there_is_missing(reader):
    assert reader.get("/incidents/nothing").status_code == 404
    assert reader.get("/incidents/nothing.json").json() == {"error": "missing"}
