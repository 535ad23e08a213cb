"""What a report says is shown as text, whatever it says; and nothing outside the case can be had."""

import re
import socket

import pytest
from fastapi.testclient import TestClient

from doubles import TableReader
from tawatur.run.build import build_case
from tawatur.run.desk import open_desk
from tawatur.serve.addresses import outside, to_path
from tawatur.serve.app import create_app
from tawatur.serve.headers import POLICY

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>{{7*7}}"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    import json

    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {
            "id": id_,
            "text": f"أفادت مصادر {EVIL} بوقوع الحادث.\n3 قتلى بقصف على هجين يوم 2018-10-12 بحسب other:{word}",
            "url": url,
            "outlet": EVIL,
            "title": EVIL,
            "published": "2018-10-13",
        }
        for id_, word, url in (
            ("../../../etc/passwd", "sdf", "javascript:alert(1)"),
            ("a/b?c#d", "sdf", "https://example.org/<script>"),
            ("..", "sdf", " JaVaScRiPt:alert(1)"),
            ("x.json", "sdf", "data:text/html,<script>alert(1)</script>"),
        )
    ]
    source = folder / "reports.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    build_case([source], folder / "case", workers=1, load=TableReader)
    return TestClient(
        create_app(open_desk(folder / "case")), base_url="http://127.0.0.1", headers={"accept-language": "en"}
    )


def _pages(hostile):
    desk = hostile.app.state.desk
    yield from ("/incidents", "/sources", "/publishers", "/quality")
    yield from (f"/incidents/{to_path(row.id)}" for row in desk.index.rows)
    yield from (f"/documents/{to_path(document.id)}" for document in desk.store.documents())
    yield from (f"/publishers/{to_path(value)}" for value in desk.index.values("publisher"))
    yield from (f"/sources/{to_path(value)}" for value in desk.index.values("source"))
    yield f"/incidents?q={to_path(EVIL)}&kind={to_path(EVIL)}"
    yield f"/incidents?from={to_path(EVIL)}"


def test_the_case_holds_what_is_tested_here(hostile):
    desk = hostile.app.state.desk
    assert desk.index.size
    assert len(list(desk.store.documents())) == 4


def test_markup_in_reports_is_shown_as_text(hostile):
    for address in _pages(hostile):
        page = hostile.get(address)
        assert page.status_code in (200, 400), address
        assert "<script>alert" not in page.text, address
        assert "<img src=x" not in page.text, address
        assert "49" not in re.sub(r"[0-9a-f]{8,}", "", page.text.split("{{7*7}}")[0][-40:])
        for script in re.findall(r"<script\b[^>]*>", page.text):
            assert 'src="/static/' in script or 'type="application/json"' in script


def test_addresses_that_run_scripts_are_never_linked(hostile):
    for address in _pages(hostile):
        for link in re.findall(r'href="([^"]*)"', hostile.get(address).text):
            assert re.match(r"(/|\?|#|https?://|data:,$)", link), link


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JAVASCRIPT:x",
        "data:text/html,x",
        "vbscript:x",
        "//x",
        "file:///etc",
        "http:",
        None,
    ],
)
def test_only_pages_elsewhere_are_outside(url):
    assert outside(url) is None


def test_a_page_elsewhere_may_be_linked():
    assert outside("https://example.org/a?b=c") == "https://example.org/a?b=c"


@pytest.mark.parametrize(
    "path",
    [
        "/static/../desk.py",
        "/static/..%2f..%2fdesk.py",
        "/static/%2e%2e/%2e%2e/app.py",
        "/documents/..%2f..%2fcase.sqlite/received",
        "/documents/case.sqlite/received",
        "/documents/%2e%2e%2fjudgements.sqlite",
        "/case.sqlite",
        "/incidents/..%2f..%2fetc%2fpasswd",
        "/static//etc/passwd",
    ],
)
def test_no_address_leads_out_of_the_case(hostile, path):
    assert hostile.get(path).status_code in (404, 405)


def test_a_report_whose_id_looks_like_a_path_is_found_by_it(hostile):
    for id_ in ("../../../etc/passwd", "a/b?c#d", "x.json"):
        page = hostile.get(f"/documents/{to_path(id_)}")
        assert page.status_code == 200, id_
        saved = hostile.get(f"/documents/{to_path(id_)}/received")
        assert saved.status_code == 200
        assert b"javascript" in saved.content or b"example.org" in saved.content or b"data:" in saved.content


def test_every_answer_forbids_scripts_and_hosts_that_are_not_ours(hostile):
    for address in (*_pages(hostile), "/nothing", "/incidents.json", "/openapi.json"):
        headers = hostile.get(address).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"


def test_pages_hold_no_inline_style_or_handler(hostile):
    for address in _pages(hostile):
        page = hostile.get(address).text
        tags = re.findall(r"<[a-z][^>]*>", page)
        assert not [
            tag
            for tag in tags
            if re.search(r"\s(style|on\w+)=", tag) and "value=" not in tag and "title=" not in tag
        ]
        assert "<style" not in page


def test_no_page_makes_the_desk_ask_another_host(hostile, monkeypatch):
    def ask(*given, **_named):
        pytest.fail(f"The desk asks {given}.")

    addresses = list(_pages(hostile))
    hostile.get("/incidents")  # the test's client itself has begun
    monkeypatch.setattr(socket, "getaddrinfo", ask)
    monkeypatch.setattr(socket.socket, "connect", ask)
    monkeypatch.setattr(socket.socket, "connect_ex", ask)
    with pytest.raises(pytest.fail.Exception):
        socket.create_connection(("127.0.0.1", 9))  # whoever asked would be seen
    for address in (*addresses, "/review?queue=random", "/incidents.json", "/export?as=csv", "/openapi.json"):
        assert hostile.get(address).status_code in (200, 400), address


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example"])
def test_a_page_elsewhere_cannot_reach_the_desk_by_a_name_of_its_own(desk, host):
    reader = TestClient(create_app(desk), base_url=f"http://{host}")
    assert reader.get("/incidents").status_code == 400


def test_nothing_but_asking_is_answered(reader):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert reader.request(method, "/incidents").status_code in (403, 405, 415)
