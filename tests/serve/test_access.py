"""What must not work at the desk: asking from elsewhere, posting from elsewhere, guessing, staying, flooding."""

import asyncio
import re
import shutil
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from tawatur.errors import AccessError
from tawatur.run.desk import open_desk
from tawatur.serve import access, pages
from tawatur.serve.access import MOST_BYTES, Access
from tawatur.serve.app import EXPORTS_AT_ONCE, create_app
from tawatur.serve.attempts import WITHIN, Attempts
from tawatur.serve.sessions import IDLE, LASTS, Account, Sessions
from tawatur.serve.users import HASHES_AT_ONCE, Role, Users

PASSWORD = "three dry figs in a bowl"
AT = "http://127.0.0.1"


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture(scope="module")
def own(case, tmp_path_factory):
    return open_desk(shutil.copytree(case, tmp_path_factory.mktemp("access") / "case"))


@pytest.fixture
def users(own):
    users = Users(own.case)
    for name, role in (("rana", Role.READ), ("huda", Role.REVIEW), ("adam", Role.ADMIN)):
        users.add(name, role, PASSWORD)
    yield users
    users.path.unlink()


@pytest.fixture
def guarded(own, users):
    return create_app(own, access=Access(users=users))


def browser(app):
    return TestClient(app, base_url=AT, follow_redirects=False)


def csrf(reader, page="/log-in"):
    return re.search(r'name="csrf" value="(\w+)"', reader.get(page).text)[1]


def log_in(reader, name="huda", password=PASSWORD, **more):
    return reader.post("/log-in", data={"csrf": csrf(reader), "name": name, "password": password, **more})


@pytest.mark.parametrize(
    "path", ["/", "/incidents", "/incidents?q=x", "/documents/x", "/review", "/export?as=csv"]
)
def test_nothing_is_shown_before_one_has_logged_in(guarded, path):
    answer = browser(guarded).get(path)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/log-in?next=%2F")


@pytest.mark.parametrize("path", ["/incidents.json", "/incidents/map.json", "/openapi.json"])
def test_no_json_is_given_before_one_has_logged_in(guarded, path):
    assert browser(guarded).get(path).status_code == 401


def test_one_who_logs_in_is_led_where_he_wanted_to_go(guarded):
    reader = browser(guarded)
    answer = log_in(reader, next="/incidents?grade=weak")
    assert (answer.status_code, answer.headers["location"]) == (303, "/incidents?grade=weak")
    assert "huda" in reader.get("/incidents").text


@pytest.mark.parametrize(
    "onward",
    [
        "//evil.example/",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\r\nset-cookie:x",
    ],
)
def test_logging_in_leads_to_no_other_site(guarded, onward):
    assert log_in(browser(guarded), next=onward).headers["location"] == "/"


@pytest.mark.parametrize(
    ("name", "password"),
    [("huda", "wrong"), ("nobody", PASSWORD), ("", PASSWORD), ("huda", ""), ("huda\x00", PASSWORD)],
)
def test_a_wrong_name_or_password_opens_nothing(guarded, name, password):
    reader = browser(guarded)
    assert log_in(reader, name, password).status_code in (400, 403)
    assert reader.get("/incidents").status_code == 303


def test_the_session_s_cookie_is_out_of_reach_of_scripts_and_other_sites(guarded):
    cookies = log_in(browser(guarded)).headers.get_list("set-cookie")
    assert len(cookies) == 1
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in cookies[0].split(";")}


def test_a_session_that_was_planted_before_logging_in_is_not_the_one_after(guarded):
    reader = browser(guarded)
    reader.get("/log-in")
    before = reader.cookies["tawatur"]
    log_in(reader)
    assert reader.cookies["tawatur"] != before
    other = browser(guarded)
    other.cookies.set("tawatur", before)
    assert other.get("/incidents").status_code == 303


def test_logging_out_ends_the_session_for_whoever_holds_it(guarded):
    reader = browser(guarded)
    log_in(reader)
    held = reader.cookies["tawatur"]
    reader.post("/log-out", data={"csrf": csrf(reader, "/incidents")})
    other = browser(guarded)
    other.cookies.set("tawatur", held)
    assert other.get("/incidents").status_code == 303


def test_a_changed_password_and_a_removed_user_end_what_was_granted(guarded, users):
    for change in (lambda: users.set_password("huda", PASSWORD * 2), lambda: users.remove("huda")):
        reader = browser(guarded)
        log_in(reader, password=PASSWORD)
        if reader.get("/incidents").status_code != 200:
            log_in(reader, password=PASSWORD * 2)
        assert reader.get("/incidents").status_code == 200
        change()
        assert reader.get("/incidents").status_code == 303


def test_removing_every_user_opens_the_desk_to_nobody(guarded, users):
    for user in list(users.list()):
        users.remove(user.name)
    assert browser(guarded).get("/incidents").status_code == 303


def test_guessing_is_slowed_down_for_one_who_guesses_and_not_for_others():
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(5):
        assert attempts.wait("huda", "10.0.0.1") == 0
        attempts.fail("huda", "10.0.0.1")
    assert attempts.wait("huda", "10.0.0.1") == WITHIN
    assert attempts.wait("huda", "10.0.0.2") == attempts.wait("sami", "10.0.0.1") == 0
    clock.now += WITHIN
    assert attempts.wait("huda", "10.0.0.1") == 0


def test_guessing_many_names_or_from_many_places_is_slowed_down():
    attempts = Attempts(Clock())
    for n in range(20):
        attempts.fail(f"user {n}", "10.0.0.1")
    assert attempts.wait("another", "10.0.0.1") > 0
    for n in range(100):
        attempts.fail("huda", f"10.0.1.{n}")
    assert attempts.wait("huda", "10.0.2.1") > 0


def test_the_sixth_wrong_password_is_not_even_tried(guarded):
    reader = browser(guarded)
    assert [log_in(reader, password="wrong").status_code for _ in range(6)] == [403] * 5 + [429]
    refused = log_in(reader)  # the right one, too soon
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 60


class _Turnstile:
    """Counts who is inside at once, and lets nobody out before `open` is set."""

    def __init__(self):
        self.open, self._counting, self._inside, self.most = threading.Event(), threading.Lock(), 0, 0

    def __call__(self, *_given):
        with self._counting:
            self._inside += 1
            self.most = max(self.most, self._inside)
        assert self.open.wait(20)
        with self._counting:
            self._inside -= 1


def _ask_at_once(number, ask):
    threads = [threading.Thread(target=ask) for _ in range(number)]
    for thread in threads:
        thread.start()
    return threads


def test_many_who_log_in_at_once_hold_up_nobody_who_reads(guarded, monkeypatch):
    turnstile = _Turnstile()
    monkeypatch.setattr(Users, "log_in", turnstile)
    with browser(guarded) as reader:
        token = csrf(reader)
        form = {"csrf": token, "name": "huda", "password": PASSWORD}
        guessing = _ask_at_once(8, lambda: reader.post("/log-in", data=form))
        while turnstile.most < HASHES_AT_ONCE:
            time.sleep(0.01)
        assert reader.get("/log-in").status_code == 200
        assert turnstile.most == HASHES_AT_ONCE
        turnstile.open.set()
        for thread in guessing:
            thread.join()
        assert turnstile.most == HASHES_AT_ONCE


def test_many_exports_at_once_hold_up_nobody_who_reads(own, monkeypatch):
    turnstile = _Turnstile()
    monkeypatch.setattr(pages, "write_view", turnstile)
    with browser(create_app(own)) as reader:
        exporting = _ask_at_once(6, lambda: reader.get("/export?as=csv"))
        while turnstile.most < EXPORTS_AT_ONCE:
            time.sleep(0.01)
        assert reader.get("/incidents").status_code == 200
        turnstile.open.set()
        for thread in exporting:
            thread.join()
        assert turnstile.most == EXPORTS_AT_ONCE


def test_sessions_end_when_they_are_idle_and_at_last_in_any_case():
    clock = Clock()
    sessions = Sessions(clock)
    idle = sessions.begin(Account("huda", Role.REVIEW), "")
    clock.now += IDLE - 1
    assert sessions.find(idle)
    clock.now += IDLE + 1
    assert sessions.find(idle) is None
    busy = sessions.begin(Account("huda", Role.REVIEW), "")
    began = clock.now
    while clock.now - began < LASTS:
        assert sessions.find(busy)
        clock.now += IDLE / 2
    clock.now += 1
    assert sessions.find(busy) is None


def test_a_reader_may_not_judge(guarded):
    reader = browser(guarded)
    log_in(reader, "rana")
    token = csrf(reader, "/incidents")
    assert reader.post("/review/judge", data={"csrf": token}).status_code == 403


@pytest.mark.parametrize(
    ("data", "headers", "status"),
    [
        ({}, {}, 403),
        ({"csrf": "0" * 64}, {}, 403),
        ({"csrf": "é"}, {}, 403),
        ({"csrf": None}, {"origin": "http://evil.example"}, 403),
        ({"csrf": None}, {"origin": "null"}, 403),
        ({"csrf": None}, {"sec-fetch-site": "cross-site"}, 403),
        ({"csrf": None}, {"sec-fetch-site": "same-site"}, 403),
        ({"csrf": None}, {"content-type": "text/plain"}, 415),
        ({"csrf": None}, {"content-type": "multipart/form-data; boundary=x"}, 415),
        ({"csrf": None}, {"content-type": "application/json"}, 415),
    ],
)
def test_a_form_from_elsewhere_is_refused(own, data, headers, status):
    reader = browser(create_app(own))
    mine = csrf_of(reader)
    form = {key: mine if value is None else value for key, value in data.items()}
    headers = {"content-type": "application/x-www-form-urlencoded", **headers}
    answer = reader.post("/review/judge", content=urlencode(form), headers=headers)
    assert answer.status_code == status


def csrf_of(reader):
    """The token of a browser that has looked at the desk once."""
    reader.get("/incidents")
    return reader.app.user_middleware[-1].kwargs["access"].sessions.csrf(reader.cookies["tawatur"])


def test_another_s_token_is_of_no_use(own):
    app = create_app(own)
    one, other = browser(app), browser(app)
    token = csrf_of(one)
    other.get("/incidents")
    assert other.post("/review/judge", data={"csrf": token}).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_but_post_changes_anything(own, method):
    assert browser(create_app(own)).request(method, "/review/judge").status_code == 405


def test_a_body_is_bounded(own):
    reader = browser(create_app(own))
    token = csrf_of(reader)
    answer = reader.post("/review/judge", data={"csrf": token, "value": "x" * MOST_BYTES})
    assert answer.status_code == 413

    def pieces():
        for _ in range(MOST_BYTES // 1000 + 2):
            yield b"x" * 1000

    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert reader.post("/review/judge", content=pieces(), headers=headers).status_code == 413


def _ask(app, receive, send, *, method="GET", path="/incidents", headers=()):
    """One request past the client of tests, which is never slow."""
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"host", b"127.0.0.1"), *headers],
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
        "http_version": "1.1",
    }
    # In a thread of its own: what tests browsers leaves a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, asyncio.wait_for(app(scope, receive, send), 20)).result()


@pytest.mark.parametrize("last", ["nothing", "a letter at a time"])
def test_a_body_that_does_not_come_in_time_is_not_waited_for(own, monkeypatch, last):
    monkeypatch.setattr(access, "BODY_WITHIN", 0.2)
    answered = []

    async def receive():
        await asyncio.sleep(5 if last == "nothing" else 0.02)
        return {"type": "http.request", "body": b"x", "more_body": True}

    async def send(message):
        answered.append(message)

    began = time.monotonic()
    _ask(
        create_app(own),
        receive,
        send,
        method="POST",
        path="/review/judge",
        headers=[(b"content-length", b"9999")],
    )
    assert time.monotonic() - began < 4
    assert answered[0]["status"] == 408
    assert (b"connection", b"close") in answered[0]["headers"]


def test_a_client_that_does_not_take_its_answer_is_given_up(own, monkeypatch):
    monkeypatch.setattr(access, "PIECE_WITHIN", 0.2)

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_message):
        await asyncio.sleep(60)

    with pytest.raises(TimeoutError):
        _ask(create_app(own), receive, send)


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "192.168.1.5"]
)
def test_a_name_that_is_not_the_desk_s_is_not_answered(own, host):
    assert browser(create_app(own)).get("/incidents", headers={"host": host}).status_code == 400


def test_a_token_lets_in_whoever_has_it_as_a_reviewer(own):
    app = create_app(own, access=Access(token="a long token of many letters"))
    reader = browser(app)
    assert reader.get("/incidents").status_code == 303
    assert log_in(reader, "sami", "another token").status_code == 403
    assert log_in(reader, "sami", "a long token of many letters").status_code == 303
    assert "sami" in reader.get("/incidents").text


def test_what_is_kept_of_a_password_is_its_hash_and_for_nobody_else_to_read(users):
    kept = users.path.read_bytes()
    assert PASSWORD.encode() not in kept
    assert b"$argon2id$" in kept
    assert users.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("", PASSWORD),
        ("a\nb", PASSWORD),
        ("x" * 65, PASSWORD),
        ("sami", "short"),
        ("sami sami sami", "sami sami sami"),
        ("sami", "x" * 2000),
        ("huda", PASSWORD),
    ],
)
def test_what_is_no_user_is_refused(users, name, password):
    with pytest.raises(AccessError, match="\n  "):
        users.add(name, Role.READ, password)


def test_a_user_who_is_not_there_cannot_be_changed(users):
    with pytest.raises(AccessError, match="no user 'sami'"):
        users.remove("sami")
    with pytest.raises(AccessError, match="no user 'sami'"):
        users.set_password("sami", PASSWORD)
