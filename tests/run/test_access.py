import socket
import threading
import time

import pytest

from doubles import TableReader, report, write_reports
from tawatur.errors import AccessError
from tawatur.run import serve
from tawatur.run.access import build_access, is_local, name_hosts
from tawatur.run.build import build_case
from tawatur.serve.users import Role, Users

TOKEN = "a long token of many letters"


@pytest.fixture
def case(tmp_path):
    reports = write_reports(
        tmp_path / "reports", {"a": report("سكاي", "3 قتلى بقصف على هجين يوم 2018-10-12")}
    )
    build_case([reports], tmp_path / "case", workers=1, load=TableReader)
    return tmp_path / "case"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.4", "desk.example", ""])
def test_a_desk_that_others_can_reach_demands_users_or_a_token(case, host):
    with pytest.raises(AccessError, match=r"nothing would keep them out.*\n.*tawatur users add"):
        build_access(case, host)
    assert build_access(case, host, token=TOKEN).demands_log_in
    with pytest.raises(AccessError, match="too short"):
        build_access(case, host, token="secret")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_a_desk_for_this_machine_demands_nothing(case, host):
    access = build_access(case, host, reviewer="huda")
    assert not access.demands_log_in
    assert access.find_account("").name == "huda"


def test_where_there_are_users_one_logs_in_at_this_machine_too(case):
    Users(case).add("huda", Role.REVIEW, "three dry figs in a bowl")
    for token in (None, TOKEN):
        access = build_access(case, "127.0.0.1", token=token)
        assert access.demands_log_in
        assert access.log_in("huda", TOKEN) is None


def test_only_names_of_its_own_are_answered():
    assert name_hosts("192.168.1.4", ["desk.example"]) == [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "192.168.1.4",
        "desk.example",
    ]
    assert "*" not in name_hosts("0.0.0.0")
    assert not is_local("localhost.evil.example")


@pytest.fixture
def answering(monkeypatch):
    """A server of a small application, with little patience."""
    monkeypatch.setattr(serve, "HEAD_WITHIN", 0.3)

    async def app(scope, receive, send):
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
            await send({"type": "http.response.body", "body": b"ok"})

    import uvicorn

    bound = serve.listen("127.0.0.1", 0)
    config = uvicorn.Config(app, http=serve._patient_protocol(), log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield bound.getsockname()
    server.should_exit = True
    thread.join()


@pytest.mark.parametrize("sent", [b"", b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "])
def test_a_client_that_does_not_get_to_the_end_of_its_request_is_let_go(answering, sent):
    with socket.create_connection(answering, timeout=5) as client:
        client.sendall(sent)
        began = time.monotonic()
        assert client.recv(100) == b""
        assert time.monotonic() - began < 3


def test_a_client_that_sends_its_request_is_answered(answering):
    with socket.create_connection(answering, timeout=5) as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert client.recv(1000).startswith(b"HTTP/1.1 200")


def test_an_answer_in_two_pieces_does_not_wait_for_the_first_to_be_acknowledged(answering):
    with socket.create_connection(answering, timeout=5) as client:
        began = time.monotonic()
        for _ in range(40):
            client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            answer = b""
            while not answer.endswith(b"ok"):
                answer += client.recv(1000)
        # Where a piece waits for the one before it, each answer takes 40 ms.
        assert time.monotonic() - began < 0.8
