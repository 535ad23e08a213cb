"""A whole review at the desk, as forms without script send it."""

import re
import shutil
from html import unescape

import pytest
from fastapi.testclient import TestClient

from tawatur.run.desk import open_desk
from tawatur.serve.access import Access
from tawatur.serve.app import create_app
from tawatur.serve.users import Role, Users


@pytest.fixture
def own(case, tmp_path):
    return open_desk(shutil.copytree(case, tmp_path / "case"))


class Reviewer:
    """A browser that sends the forms that it is shown."""

    def __init__(self, app, name=None, password=None):
        self.client = TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
        if name:
            fields = {"csrf": self._csrf(self.get("/log-in")), "name": name, "password": password}
            assert self.client.post("/log-in", data=fields).status_code == 303

    def get(self, path):
        answer = self.client.get(path, headers={"accept-language": "en"})
        assert answer.status_code == 200, answer.text
        return answer.text

    def _csrf(self, page):
        return re.search(r'name="csrf" value="(\w+)"', page)[1]

    def send(self, path, about, field, **fields):
        """The form of a page about a thing, as it was shown."""
        return self.press(self.get(path), about, field, **fields)

    def press(self, page, about, field, **fields):
        for form in re.findall(r"<form[^>]*action=\"/review/judge\".*?</form>", page, re.DOTALL):
            hidden = {
                k: unescape(v)
                for k, v in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form)
            }
            if hidden["about"] == about and f'value="{field}"' in form:
                return self.client.post("/review/judge", data={**hidden, "field": field, **fields})
        raise AssertionError(f"No form says {field} of {about}.")


@pytest.fixture
def huda(own):
    return Reviewer(create_app(own, access=Access(name="huda")))


@pytest.fixture
def row(own):
    return next(row for row in own.index.standing() if row.claims > 1 and row.reports > 1)


def claims_of(own, row):
    return own.reviewed.members(row.id)


def test_an_incident_is_accepted_and_leaves_its_queue(own, huda, row):
    path = f"/incidents/{row.id}"
    answer = huda.send(path, row.id, "verdict=accepted", why="قرأت التقارير")
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    page = huda.get(path)
    assert "state-reviewed" in page
    assert "قرأت التقارير" in page
    assert own.row(row.id).review == ("reviewed",)


@pytest.mark.parametrize(
    ("field", "sent", "slot"),
    [
        ("type", {"type": "bombing"}, "bombing"),
        ("stance", {"stance": "denied"}, "denied"),
        ("source", {"source": "isis"}, "isis"),
        ("source", {"source": ""}, None),
        ("actors", {"actors": "isis، sdf"}, ["isis", "sdf"]),
        ("targets", {"targets": ""}, []),
        ("date", {"first": "2018-10-01", "last": ""}, ["2018-10-01", "2018-10-01"]),
        ("date", {"first": "", "last": ""}, None),
        ("place", {"place_name": "تل الضباع", "country": "sy", "admin1": "", "lat": "34.5", "lon": "40.1", "precision": "village"}, {"name": "تل الضباع", "country": "SY", "admin1": None, "lat": 34.5, "lon": 40.1, "precision": "village", "relation": None, "id": None, "name_en": None, "admin2": None}),
        ("place", {"place_name": ""}, None),
        ("effects", {"effect_kind": ["killed", ""], "effect_who": ["civilians", ""], "effect_of": ["", ""], "effect_low": ["٣", ""], "effect_high": ["", ""]}, [{"kind": "killed", "who": "civilians", "of": None, "low": 3, "high": None}]),
    ],
)  # fmt: skip
def test_any_slot_is_corrected_by_its_form_and_both_values_are_shown(own, huda, row, field, sent, slot):
    claim = claims_of(own, row)[0]
    answer = huda.send(f"/incidents/{row.id}", claim, field, **sent)
    assert answer.status_code == 303, answer.text
    (decided,) = own.reviewed.judged_claim(claim).decided
    assert (decided.slot, decided.human, decided.by.who) == (field, slot, "huda")
    page = huda.get(f"/incidents/{own.reviewed.incident_of(claim) or row.id}")
    assert 'class="machine"' in page
    assert 'class="human"' in page


def test_enter_in_a_field_presses_no_button_where_a_form_has_several(own, huda, row):
    """A browser then presses the first; a disabled one keeps it from pressing any."""
    page = huda.get(f"/incidents/{row.id}")
    forms = re.findall(r'<form class="judge[^>]*>.*?</form>', page, re.DOTALL)
    several = [form for form in forms if len(re.findall(r'name="field"', form)) > 1]
    assert len(several) >= 1 + 2 * row.claims
    for form in several:
        first = re.search(r"<button[^>]*>", form)[0]
        assert " disabled" in first
        assert " hidden" in first


def test_a_claim_is_rejected_moved_and_split_off_and_all_is_undone(own, huda, row):
    before = sorted(own.index.standing(), key=lambda row: row.id)
    claim, other = claims_of(own, row)[:2]
    path = f"/incidents/{row.id}"
    assert huda.send(path, claim, "verdict=rejected").status_code == 303
    assert huda.send(path, other, "move", move="").status_code in (
        303,
        400,
    )  # where one is left there is nothing to move
    for judgement in list(own.reviewed.judgements())[::-1]:
        assert huda.send("/review", judgement.id, "undo").status_code == 303
    assert sorted(own.index.standing(), key=lambda row: row.id) == before
    assert huda.send(path, row.id, "split", claim=[claim]).status_code == 303
    assert own.reviewed.incident_of(claim) != row.id


def test_proposals_are_settled_one_after_the_other(own, huda):
    left = list(own.reviewed.proposals())
    assert left
    page = huda.get("/review")
    about = re.search(r'name="about" value="(i\w+)"', page)[1]
    answer = huda.press(page, about, "merge")
    assert (answer.status_code, answer.headers["location"]) == (303, "/review?")
    assert len(list(own.reviewed.proposals())) < len(left)


def test_every_queue_is_walked_to_its_end(own, huda):
    for queue in ("contested", "weak", "unresolved", "random"):
        waiting = huda.client.get(f"/review.json?queue={queue}").json()
        seen = []
        path = f"/review?queue={queue}"
        for _ in range(min(waiting["total"], 4)):
            page = huda.get(path)
            seen.append(re.search(r'name="incident" value="(i\w+)"', page)[1])
            path = unescape(re.search(r'href="([^"]*)" data-shortcut="n"', page)[1])
        assert [[one] for one in seen] == waiting["waiting"][:4]


def test_a_sample_is_the_same_for_whoever_has_its_seed(huda):
    def drawn(seed):
        return huda.client.get(f"/review.json?queue=random&seed={seed}").json()["waiting"]

    assert drawn(7) == drawn(7) != drawn(8)


def test_a_queue_is_narrowed_as_the_list_is(own, huda):
    for one in huda.client.get("/review.json?queue=weak&kind=shelling").json()["waiting"]:
        assert own.row(one[0]).type == "shelling"


def test_progress_is_counted(own, huda, row):
    def done():
        progress = huda.client.get("/review.json?queue=random").json()["progress"]
        return next(one["done"] for one in progress if one["queue"] == "random")

    assert done() == 0
    huda.send(f"/incidents/{row.id}", row.id, "verdict=accepted")
    assert done() == 1


def test_the_later_of_two_is_told_what_changed_and_what_was_written_is_shown(own, row):
    app = create_app(own, access=Access(name="huda"))
    huda, sami = Reviewer(app), Reviewer(app)
    claim = claims_of(own, row)[0]
    opened = sami.get(f"/incidents/{row.id}")
    huda.send(f"/incidents/{row.id}", claim, "type", type="bombing", why="عبوة")
    answer = sami.press(opened, row.id, "verdict=accepted", why="كما هي")
    assert answer.status_code == 409
    assert "عبوة" in answer.text
    assert "كما هي" in answer.text
    assert own.reviewed.judged_incident(row.id).verdict is None
    assert sami.send(f"/incidents/{row.id}", row.id, "verdict=accepted").status_code == 303


def test_two_who_judge_different_incidents_are_not_in_each_others_way(own):
    app = create_app(own)
    huda, sami = Reviewer(app), Reviewer(app)
    one, other = list(own.index.standing())[:2]
    opened = sami.get(f"/incidents/{other.id}")
    huda.send(f"/incidents/{one.id}", one.id, "verdict=accepted")
    assert sami.press(opened, other.id, "verdict=accepted").status_code == 303


def test_what_cannot_be_judged_so_is_refused_with_what_to_do(own, huda, row):
    claim = claims_of(own, row)[0]
    for field, sent in (
        ("actors", {"actors": "martians"}),
        ("date", {"first": "2018-10-13", "last": "2018-10-12"}),
        ("place", {"place_name": "x", "lat": "north", "lon": "1"}),
        ("move", {"move": row.id}),
        ("comment", {"comment": " "}),
    ):
        assert huda.send(f"/incidents/{row.id}", claim, field, **sent).status_code == 400
    assert own.reviewed.number == 0
    assert huda.client.get("/review?queue=nonsense").status_code == 400
    assert huda.client.get("/review.json?queue=nonsense").status_code == 400


def test_a_comment_with_markup_is_text(own, huda, row):
    huda.send(
        f"/incidents/{row.id}", row.id, "comment", comment="<script>alert(1)</script>", why='"><img src=x>'
    )
    page = huda.get(f"/incidents/{row.id}")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_way_back_leads_nowhere_else(own, huda, row):
    answer = huda.send(f"/incidents/{row.id}", row.id, "verdict=accepted", back="//evil.example/")
    assert answer.headers["location"] == "/"


def test_only_who_judged_it_or_an_administrator_takes_it_back(own, row):
    users = Users(own.case)
    for name, role in (
        ("huda", Role.REVIEW),
        ("sami", Role.REVIEW),
        ("adam", Role.ADMIN),
        ("rana", Role.READ),
    ):
        users.add(name, role, "three dry figs in a bowl")
    app = create_app(own, access=Access(users=users))
    huda, sami, adam, rana = (
        Reviewer(app, name, "three dry figs in a bowl") for name in ("huda", "sami", "adam", "rana")
    )
    path = f"/incidents/{row.id}"
    shown = huda.get(path)
    huda.press(shown, row.id, "verdict=accepted")
    (made,) = own.reviewed.judgements()
    assert made.who == "huda"
    page = sami.get(path)
    form = re.search(r'name="csrf" value="(\w+)"', page)[1]
    data = {"csrf": form, "about": made.id, "field": "undo", "seen": "99", "back": path}
    assert sami.client.post("/review/judge", data=data).status_code == 403
    assert "/review/judge" not in rana.get(path)
    assert adam.send(path, made.id, "undo").status_code == 303
    assert list(own.reviewed.judgements()) == []


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_pages_of_review_stand_in_both_languages(own, huda, row, lang):
    huda.send(f"/incidents/{row.id}", claims_of(own, row)[0], "type", type="bombing")
    for path in ("/review", "/review?queue=contested", "/review?queue=random&seed=3", f"/incidents/{row.id}"):
        page = huda.client.get(
            path, params={"lang": lang} if "?" not in path else None, cookies={"lang": lang}
        ).text
        assert f'<html lang="{lang}"' in page
        assert "review" in page


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30, "٣", "1.5"])
def test_a_form_that_does_not_say_what_was_seen_is_sent_back(own, huda, row, seen):
    path = f"/incidents/{row.id}"
    form = re.search(r'name="csrf" value="(\w+)"', huda.get(path))[1]
    data = {"csrf": form, "about": row.id, "field": "verdict=accepted", "seen": seen, "back": path}
    assert huda.client.post("/review/judge", data=data).status_code == 400
    assert own.reviewed.store.log.count() == 0
