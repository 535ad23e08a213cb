"""Correcting what was read: places from the gazetteer, parties by name, and taking an act back once."""

import re
import shutil
from html import unescape

import pytest
from tests.serve.test_review import Reviewer

from tawatur.run.desk import open_desk
from tawatur.serve.access import Access
from tawatur.serve.app import create_app


@pytest.fixture
def own(case, tmp_path):
    return open_desk(shutil.copytree(case, tmp_path / "case"))


@pytest.fixture
def huda(own):
    return Reviewer(create_app(own, access=Access(name="huda")))


@pytest.fixture
def row(own):
    """An incident of several claims that read one place."""
    for row in own.index.standing():
        claims = [own.reviewed.claim(key) for key in own.reviewed.members(row.id)]
        places = {
            (c.place.value.lat, c.place.value.relation, c.place.value.precision) for c in claims if c.place
        }
        if len(claims) > 2 and row.lat is not None and len(places) == 1 and all(c.place for c in claims):
            return row
    raise AssertionError("no incident of the examples has several claims of one place")


def place_of(own, claim):
    return own.reviewed.claim(claim).place.value


def shown(page):
    return re.findall(r'value="place=([^"]+)"', page)


@pytest.mark.parametrize("asked", ["الميادين", "ميادين", "Mayadin", "al-mayadin"])
def test_a_place_is_found_by_its_name_and_chosen_with_its_coordinates(own, huda, row, asked):
    claim = own.reviewed.members(row.id)[0]
    page = huda.client.get(
        "/review/places", params={"claim": claim, "q": asked, "back": f"/incidents/{row.id}"}
    ).text
    assert "Al-Mayadin" in page
    answer = huda.press(page, claim, f"place={shown(page)[0]}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/incidents/{row.id}")
    place = place_of(own, claim)
    assert (place.name, place.candidates[0].name_en) == ("الميادين", "Al-Mayadin")
    assert (round(place.lat, 1), round(place.lon, 1)) == (35.0, 40.5)
    assert place.admin1 == "Deir ez-Zor"


def test_what_the_machine_weighed_is_offered_with_its_reasons_and_keeps_the_name_of_the_text(own, huda):
    for row in own.index.standing():
        for claim in own.reviewed.members(row.id):
            read = own.reviewed.claim(claim)
            if read.place and len(read.place.value.candidates) > 1:
                page = huda.get(f"/incidents/{row.id}")
                other = read.place.value.candidates[1]
                assert unescape(page).count(other.reason) or not other.reason
                assert huda.press(page, claim, f"place={other.id}").status_code == 303
                assert place_of(own, claim).name == read.place.value.name
                assert place_of(own, claim).candidates[0].id == other.id
                return
    raise AssertionError("no place of the examples has two candidates")


def test_one_act_corrects_every_claim_that_reads_the_place_and_is_taken_back_as_one(own, huda, row):
    path, members = f"/incidents/{row.id}", own.reviewed.members(row.id)
    before = {claim: place_of(own, claim) for claim in members}
    page = huda.client.get("/review/places", params={"claim": members[0], "q": "هجين", "back": path}).text
    assert huda.press(page, members[0], f"place={shown(page)[0]}", alike="1").status_code == 303
    assert {place_of(own, claim).name for claim in members} == {"هجين"}
    lead = next(one for one in own.reviewed.judgements() if not one.beside)
    assert "more claims here" in huda.get(path)
    assert huda.send(path, lead.id, "undo").status_code == 303
    assert {claim: place_of(own, claim) for claim in members} == before
    assert huda.send(path, lead.id, "redo").status_code == 303
    assert {place_of(own, claim).name for claim in members} == {"هجين"}


def test_undo_pressed_twice_takes_back_once(own, huda, row):
    path = f"/incidents/{row.id}"
    huda.send(path, row.id, "verdict=accepted")
    (made,) = own.reviewed.judgements()
    page = huda.get(path)
    for _ in range(3):
        assert huda.press(page, made.id, "undo").status_code == 303
    assert list(own.reviewed.judgements()) == []
    assert own.reviewed.number == 2
    page = huda.get(path)
    assert f'name="about" value="{made.id}"' in page
    assert 'value="undo"' not in page
    assert huda.press(page, made.id, "redo").status_code == 303
    assert huda.press(page, made.id, "redo").status_code == 303
    assert [one.id for one in own.reviewed.judgements()] == [made.id]
    assert own.row(row.id).review == ("reviewed",)


@pytest.mark.parametrize(("lang", "name"), [("en", "Islamic State"), ("ar", "تنظيم الدولة الإسلامية")])
def test_a_form_shows_and_takes_parties_by_their_names(own, huda, row, lang, name):
    from tawatur.export.labels import party

    claim, path = own.reviewed.members(row.id)[0], f"/incidents/{row.id}"
    huda.client.cookies.set("lang", lang)
    page = huda.client.get(path).text
    named = party("isis", lang)
    assert f'<option value="{named}">' in page
    assert not re.search(r'<option value="(isis|sdf)">', page)
    assert huda.press(page, claim, "actors", actors=[named, "", ""]).status_code == 303
    assert [said.value for said in own.reviewed.claim(claim).actors] == ["isis"]
    assert f'name="actors" list="parties" value="{named}"' in huda.client.get(path).text


def test_a_name_that_stood_there_already_needs_no_list(own, huda, row):
    claim, path = own.reviewed.members(row.id)[0], f"/incidents/{row.id}"
    assert huda.send(path, claim, "actors", actors=["other:لواء السراب"]).status_code == 303
    assert 'value="لواء السراب"' in huda.get(path)
    assert huda.send(path, claim, "targets", targets=["لواء السراب"]).status_code == 303
    assert [said.value for said in own.reviewed.claim(claim).targets] == ["other:لواء السراب"]


def test_beside_each_place_of_an_incident_a_link_leads_to_its_correction(own, huda, row):
    (link, *_) = re.findall(r'class="correct-it" href="([^"]+)"', huda.get(f"/incidents/{row.id}"))
    page = huda.get(unescape(link))
    assert re.search(r'name="claim" value="([^"]+)"', page)[1] in own.reviewed.members(row.id)
    assert f'href="/incidents/{row.id}"' in page


@pytest.mark.parametrize(
    ("field", "sent", "says"),
    [
        ("actors", {"actors": "المريخيون"}, "الأطراف بأسمائها"),
        ("date", {"first": "2018-10-13", "last": "2018-10-12"}, "آخر يوم قبل أول يوم"),
        ("place", {"place_name": "x", "lat": "north", "lon": "1"}, "ليس عددا"),
        ("place", {"place_name": "x", "lat": "1", "lon": ""}, "خط العرض وخط الطول معا"),
        ("place=nowhere:1", {}, "ليس في المعجم الجغرافي"),
        ("comment", {"comment": " "}, "لم يكتب شيء"),
        ("type", {"type": "picnic"}, "لخانة «النوع»"),
    ],
)
def test_what_is_refused_is_refused_in_the_readers_language(own, huda, row, field, sent, says):
    claim = own.reviewed.members(row.id)[0]
    huda.client.cookies.set("lang", "ar")
    page = huda.client.get(f"/incidents/{row.id}").text
    hidden = {
        "csrf": re.search(r'name="csrf" value="(\w+)"', page)[1],
        "seen": "0",
        "about": claim,
        "incident": row.id,
    }
    answer = huda.client.post("/review/judge", data={**hidden, "field": field, **sent})
    assert answer.status_code == 400
    assert says in answer.text
    assert '<html lang="ar" dir="rtl">' in answer.text


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_stops_a_request_is_said_in_the_readers_language(huda, lang):
    from tawatur.serve.words import Words

    say = Words(lang).say
    huda.client.cookies.set("lang", lang)
    form = {"content-type": "application/x-www-form-urlencoded"}
    for status, reason, answer in (
        (403, "stale", huda.client.post("/review/judge", data={"csrf": "x"})),
        (
            403,
            "foreign",
            huda.client.post("/review/judge", data={}, headers={**form, "origin": "https://x.example"}),
        ),
        (405, "method", huda.client.put("/review/judge")),
        (413, "too_large", huda.client.post("/review/judge", content=b"x" * (1 << 19), headers=form)),
        (415, "not_a_form", huda.client.post("/review/judge", json={})),
    ):
        assert answer.status_code == status, answer.text
        assert say(f"stopped.{reason}") in unescape(answer.text)
    assert huda.client.get("/nowhere").status_code == 404
    assert say("missing_what") in unescape(huda.client.get("/nowhere").text)


@pytest.mark.parametrize(
    ("country", "province"), [("Syria", "Deir ez-Zor"), ("سوريا", "دير الزور"), ("sy", "deir ez-zor")]
)
def test_a_place_written_by_hand_takes_areas_by_their_names(own, huda, row, country, province):
    claim, path = own.reviewed.members(row.id)[0], f"/incidents/{row.id}"
    sent = {
        "place_name": "تل الضباع",
        "country": country,
        "admin1": province,
        "lat": "٣٤٫٥",
        "lon": "40.1",
        "precision": "village",
    }
    assert huda.send(path, claim, "place", **sent).status_code == 303
    place = place_of(own, claim)
    assert (place.country, place.admin1, place.lat) == ("SY", "Deir ez-Zor", 34.5)
