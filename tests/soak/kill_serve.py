"""Kill the desk at random moments while reviewers send judgements, open it again, and look for every one that it took.

    python tests/soak/kill_serve.py --times 500

Each trial serves a small case at an address of this machine, in a process of its own that is killed as a whole. Two reviewers
load pages and send forms as a browser does, and write down what the desk answered with "taken". What was
taken must be there after every kill, once; what was under way when the desk died may be there or not. At the end the reviewers
finish against a desk that nobody kills, and the case must hold itself.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[1]))

import uvicorn  # noqa: F401 (so that a desk begins at once)
from kill_commands import OfCase, Trial

from tawatur.run.desk import open_desk
from tawatur.run.serve import listen, serve_app
from tawatur.run.verify import verify_case
from tawatur.serve.access import Access
from tawatur.serve.app import create_app
from tawatur.store.judgements import JudgementLog

REVIEWERS = 2
EACH = 8  # judgements by each
_PATIENCE = 60.0  # seconds for an answer: the machine may be busy


class Served(OfCase):
    """A case, the desk that serves it, and the reviewers who send it judgements."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        desk = open_desk(folder / "start")
        self.incidents = [row.id for row in desk.index.rows][:5]
        self.taken: list[str] = []

    def prepare(self) -> None:
        super().prepare()
        self.taken = []

    def review(self, after: float | None) -> bool:
        """Serve, review, and kill the desk after a while; whether that was while reviewers were at work."""
        bound = listen("127.0.0.1", 0)
        port = bound.getsockname()[1]
        desk = os.fork()
        if desk == 0:
            _serve(self.place, bound)
        bound.close()
        there = set(self.kept())
        reviewers = [
            threading.Thread(target=self._send, args=(port, number, there)) for number in range(REVIEWERS)
        ]
        for reviewer in reviewers:
            reviewer.start()
        if after is not None:
            until = time.monotonic() + after
            for reviewer in reviewers:
                reviewer.join(max(0.0, until - time.monotonic()))
        else:
            for reviewer in reviewers:
                reviewer.join()
        is_under_way = any(reviewer.is_alive() for reviewer in reviewers)
        os.kill(desk, signal.SIGKILL)
        os.waitpid(desk, 0)
        for reviewer in reviewers:
            reviewer.join()
        return is_under_way

    def _send(self, port: int, number: int, there: set[str]) -> None:
        with suppress(OSError, http.client.HTTPException):  # the desk was killed
            browser = Browser(port)
            for n in range(EACH):
                said = f"رأي {number} {n}"
                while said not in there:
                    status = browser.comment(self.incidents[(number + n) % len(self.incidents)], said)
                    if status == 303:
                        self.taken.append(said)
                        break
                    assert status == 409, (
                        f"the desk answered {status}"
                    )  # another judged it meanwhile: look again

    def kept(self) -> list[str]:
        log = JudgementLog(self.place)
        kept = [str(judgement.value) for judgement in log.judgements()]
        log.close()
        return kept

    def faults_of_broken(self) -> Iterator[str]:
        kept = Counter(self.kept())
        lost = set(self.taken) - set(kept)
        if lost:
            yield f"{len(lost)} judgements that were taken are lost"
        if kept and max(kept.values()) > 1:
            yield "a judgement is there twice"
        log = JudgementLog(self.place)
        yield from log.find_faults()
        log.close()

    def faults_at_the_end(self) -> Iterator[str]:
        yield from self.faults_of_broken()
        if len(self.kept()) != REVIEWERS * EACH:
            yield f"{len(self.kept())} judgements are there"
        yield from (f"{fault.where}: {fault.what}" for fault in verify_case(self.place))


class Browser:
    """Loads a page and sends its form, with the cookie that it was given."""

    def __init__(self, port: int) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        self._cookie = ""

    def comment(self, incident: str, said: str) -> int:
        page = self._ask("GET", f"/incidents/{incident}")[1]
        csrf, seen = (re.search(rf'name="{name}" value="(\w+)"', page) for name in ("csrf", "seen"))
        assert csrf, page[:500]
        assert seen
        form = {
            "csrf": csrf[1],
            "seen": seen[1],
            "about": incident,
            "incident": incident,
            "field": "comment",
            "comment": said,
            "back": "/review",
        }
        return self._ask("POST", "/review/judge", urlencode(form))[0]

    def _ask(self, method: str, path: str, body: str | None = None) -> tuple[int, str]:
        headers = {"cookie": self._cookie} if self._cookie else {}
        if body is not None:
            headers["content-type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        given = answer.getheader("set-cookie")
        if given and not self._cookie:
            self._cookie = given.partition(";")[0]
        return answer.status, answer.read().decode()


def _serve(case: Path, bound: socket.socket) -> None:
    try:
        serve_app(create_app(open_desk(case), access=Access(name="huda")), bound)
    finally:
        os._exit(0)


def try_kills(times: int, seed: int, folder: Path) -> Iterator[Trial]:
    chance = random.Random(f"serve {seed}")
    served = Served(folder)
    served.prepare()
    began = time.monotonic()
    served.review(None)
    length = time.monotonic() - began
    shutil.rmtree(served.place)
    for _ in range(times):
        served.prepare()
        kills, faults = 0, []
        for _ in range(chance.randint(2, 5)):
            kills += served.review(chance.uniform(0, length * 0.6))
            faults += served.faults_of_broken()
        served.review(None)
        faults += served.faults_at_the_end()
        shutil.rmtree(served.place)
        yield Trial(kills, tuple(faults))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    kills = wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for n, trial in enumerate(try_kills(asked.times, asked.seed, Path(folder)), 1):
            kills += trial.kills
            wrong += bool(trial.faults)
            if trial.faults:
                print(f"trial {n}: {'; '.join(trial.faults)}", flush=True)
            if n % 50 == 0:
                print(f"{n} trials, {kills} kills, {wrong} with a fault", flush=True)
    print(f"serve: {asked.times} trials, {kills} kills, {wrong} with a fault", flush=True)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
