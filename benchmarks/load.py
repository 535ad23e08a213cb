"""Many people at one desk: how long each waits, and whether a judgement is lost.

    python benchmarks/load.py                             50 readers and 5 reviewers, five minutes, 50,000 incidents
    python benchmarks/load.py --seconds 60 --readers 20
    python benchmarks/load.py --case CASE                 a copy of a case of your own
    python benchmarks/load.py --bad                       beside them, clients that are slow, and that send too much

The case is the one that `desk.py` makes and keeps. It is copied, given users, and served by `tawatur serve` in a process of its
own; the people are in this one, each with a connection and a session of their own. A reader opens the list with
its map and its timeline, narrows it, searches, opens incidents and reports, and in between reads for some seconds; a reviewer
opens the next item of a queue, and judges it. Everybody's way is drawn by a seed. What is timed is each request until its
last byte. Aim: no error, no judgement lost, and 99 of 100 requests within half a second.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from contextlib import suppress
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

from desk import ASKED, _find_case

from tawatur.run.desk import open_desk
from tawatur.serve.users import Role, Users
from tawatur.store.judgements import JudgementLog

PASSWORD = "ثلاث كلمات طويلة للتجربة"  # noqa: S105 (of a copy that lives for one measurement)
WITHIN = 0.5  # seconds, for 99 of 100 requests
QUEUES = ("contested", "weak", "unresolved", "random")
PATIENCE = 120.0  # seconds for an answer
TICKS = os.sysconf("SC_CLK_TCK")


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


class Told:
    """What happened to everybody."""

    def __init__(self) -> None:
        self.took: dict[str, list[float]] = defaultdict(list)
        self.errors: Counter[str] = Counter()
        self.taken: list[str] = []
        self.again = 0  # judged by another meanwhile: looked at again


class Browser:
    """One person's: a connection that is kept, and a cookie."""

    def __init__(self, port: int, told: Told) -> None:
        self._port, self._told = port, told
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._cookie = ""

    async def ask(self, kind: str, path: str, form: dict[str, str] | None = None) -> Answer:
        began = time.perf_counter()
        try:
            async with asyncio.timeout(PATIENCE):
                answer = await self._ask(path, form)
        except (OSError, EOFError, TimeoutError, asyncio.IncompleteReadError) as error:
            self._streams = None
            self._told.errors[f"{kind}: {type(error).__name__}"] += 1
            return Answer(0, {}, b"")
        self._told.took[kind].append(time.perf_counter() - began)
        if answer.status >= 400 and answer.status != 409:
            self._told.errors[f"{kind}: {answer.status}"] += 1
        return answer

    async def log_in(self, name: str) -> None:
        page = await self.ask("log in", "/log-in")
        form = {"csrf": _field(page, "csrf"), "name": name, "password": PASSWORD}
        answer = await self.ask("log in", "/log-in", form)
        assert answer.status == 303, answer
        await self.ask("log in", "/incidents")

    async def _ask(self, path: str, form: dict[str, str] | None) -> Answer:
        body = urlencode(form).encode() if form is not None else b""
        head = [f"{'GET' if form is None else 'POST'} {path} HTTP/1.1", f"host: 127.0.0.1:{self._port}"]
        if self._cookie:
            head.append(f"cookie: {self._cookie}")
        if form is not None:
            head += ["content-type: application/x-www-form-urlencoded", f"content-length: {len(body)}"]
        raw = "\r\n".join([*head, "", ""]).encode() + body
        is_kept = self._streams is not None and not self._streams[0].at_eof()
        try:
            answer = await self._send(raw)
        except (ConnectionError, EOFError):
            if not is_kept or form is not None:
                raise
            self._streams = (
                None  # the server lets a connection go that was silent for long: nothing had been asked yet
            )
            answer = await self._send(raw)
        given = answer.headers.get("set-cookie", "")
        if given.startswith("tawatur="):
            self._cookie = given.partition(";")[0]
        if answer.headers.get("connection") == "close":
            self._streams = None
        return answer

    async def _send(self, raw: bytes) -> Answer:
        if self._streams is None or self._streams[0].at_eof():
            self._streams = await asyncio.open_connection("127.0.0.1", self._port, limit=1 << 22)
        reader, writer = self._streams
        writer.write(raw)
        return await _read_answer(reader)


async def _read_answer(reader: asyncio.StreamReader) -> Answer:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    headers = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)
    }
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int(await reader.readline(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readexactly(2)
    else:
        body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Answer(int(head[0].split()[1]), headers, body)


def _field(answer: Answer, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"'.encode(), answer.body)
    return unescape(found[1].decode()) if found else ""


async def read(browser: Browser, chance: random.Random, until: float, pause: float) -> None:
    states = list(ASKED.values())
    while time.monotonic() < until:
        match chance.choices(("list", "narrow", "incident", "report", "sources"), (2, 5, 6, 3, 1))[0]:
            case "list":
                await browser.ask("list", "/incidents")
                await _ask_beside(browser, "")
            case "narrow":
                state = chance.choice(states)
                await browser.ask(
                    "search" if state.startswith("q=") else "narrowed list", f"/incidents/list?{state}"
                )
                await _ask_beside(browser, state)
            case "incident":
                page = await browser.ask("list as JSON", f"/incidents.json?page={chance.randint(1, 200)}")
                ids = re.findall(rb'"id":"(i\w+)"', page.body)
                if ids:
                    await browser.ask("incident", f"/incidents/{chance.choice(ids).decode()}")
            case "report":
                page = await browser.ask("list", f"/incidents?page={chance.randint(1, 200)}")
                links = re.findall(rb'href="(/incidents/i\w+)"', page.body)
                if links:
                    page = await browser.ask("incident", chance.choice(links).decode())
                    reports = re.findall(rb'href="(/documents/[^"#]+)', page.body)
                    if reports:
                        await browser.ask("report", unescape(chance.choice(reports).decode()))
            case "sources":
                await browser.ask("sources", "/sources")
        await asyncio.sleep(chance.expovariate(1 / pause))


async def _ask_beside(browser: Browser, state: str) -> None:
    """What the page's script asks for itself."""
    await browser.ask("map", f"/incidents/map.json?zoom=6&{state}")
    await browser.ask("timeline", f"/incidents/timeline.json?{state}")


async def review(
    browser: Browser, told: Told, name: str, chance: random.Random, until: float, pause: float
) -> None:
    n = 0
    while time.monotonic() < until:
        queue = chance.choice(QUEUES)
        path = f"/review?queue={queue}&seed={chance.randint(0, 3)}"
        page = await browser.ask("review", path)
        abouts = re.findall(rb'name="about" value="([^j"]\w+)"', page.body)
        await asyncio.sleep(chance.expovariate(1 / pause))
        if not abouts:
            continue
        n += 1
        said = f"{name} {n}"
        form = {
            "csrf": _field(page, "csrf"),
            "seen": _field(page, "seen"),
            "incident": _field(page, "incident"),
            "about": chance.choice(abouts).decode(),
            "back": path,
            "field": "comment",
            "comment": said,
        }
        answer = await browser.ask("judgement", "/review/judge", form)
        if answer.status == 303:
            told.taken.append(said)
        elif answer.status == 409:
            told.again += 1


async def misbehave(port: int, told: Counter[str], until: float) -> None:
    """Heads that come a letter at a time, bodies without end, answers that nobody takes."""

    async def drip() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        began = time.monotonic()
        with suppress(ConnectionError):
            while not reader.at_eof() and time.monotonic() - began < 60:
                writer.write(b"G")
                await writer.drain()
                await asyncio.sleep(1)
        told[
            "slow head, closed within 15 s" if time.monotonic() - began < 15 else "slow head, NOT CLOSED"
        ] += 1
        writer.close()

    async def flood() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST /log-in HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 999999999\r\n\r\n")
        sent = 0
        with suppress(ConnectionError, TimeoutError):
            while sent < 50_000_000 and not reader.at_eof():
                writer.write(b"x" * 65536)
                async with asyncio.timeout(10):
                    await writer.drain()
                sent += 65536
        told["huge body, refused" if sent < 50_000_000 else "huge body, TAKEN"] += 1
        writer.close()

    while time.monotonic() < until:
        await asyncio.gather(drip(), flood(), return_exceptions=True)


async def run(port: int, asked: argparse.Namespace) -> tuple[Told, Counter[str]]:
    told, bad = Told(), Counter[str]()
    readers = [Browser(port, told) for _ in range(asked.readers)]
    reviewers = [Browser(port, told) for _ in range(asked.reviewers)]
    for number, browser in enumerate(readers):
        await browser.log_in(f"reader{number % 5}")
    for number, browser in enumerate(reviewers):
        await browser.log_in(f"reviewer{number}")
    told.took.clear()
    until = time.monotonic() + asked.seconds
    tasks = [
        *(
            read(one, random.Random(f"reader {n} {asked.seed}"), until, asked.pause)
            for n, one in enumerate(readers)
        ),
        *(
            review(one, told, f"reviewer{n}", random.Random(f"reviewer {n} {asked.seed}"), until, asked.pause)
            for n, one in enumerate(reviewers)
        ),
        *(misbehave(port, bad, until) for _ in range(10 if asked.bad else 0)),
    ]
    await asyncio.gather(*tasks)
    return told, bad


def serve(case: Path) -> tuple[subprocess.Popen[str], int]:
    command = [sys.executable, "-m", "tawatur", "serve", str(case), "--port", "0"]
    desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert desk.stdout
    line = desk.stdout.readline()
    found = re.search(r":(\d+)/", line)
    assert found, line
    return desk, int(found[1])


def measure_cpu(pid: int) -> float:
    """Seconds of processor that a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def show(told: Told, bad: Counter[str], lost: int, wall: float, cpu: tuple[float, float]) -> bool:
    print(f"\n{'':<16}{'asked':>8}{'p50':>8}{'p90':>8}{'p99':>8}{'most':>8}  ms")
    everything = [seconds for took in told.took.values() for seconds in took]
    for kind, took in [*sorted(told.took.items()), ("all", everything)]:
        took.sort()
        points = [took[min(len(took) - 1, int(len(took) * part))] for part in (0.5, 0.9, 0.99)]
        print(f"{kind:<16}{len(took):>8,}" + "".join(f"{1000 * one:8.0f}" for one in (*points, took[-1])))
    p99 = everything[min(len(everything) - 1, int(len(everything) * 0.99))]
    print(f"\n{len(everything) / wall:.1f} requests a second; errors: {dict(told.errors) or 0}")
    print(f"judgements taken {len(told.taken)}, sent again after another's {told.again}, lost {lost}")
    if bad:
        print(f"bad clients: {dict(bad)}")
    print(
        f"processor: {cpu[0] / wall:.2f} of a core for the desk, {cpu[1] / wall:.2f} for the people; {os.cpu_count()} cores,"
    )
    print(f"load of the machine over the last minute {os.getloadavg()[0]:.1f}")
    is_good = (
        p99 < WITHIN and not told.errors and not lost and not any("NOT" in k or "TAKEN" in k for k in bad)
    )
    print("held" if is_good else "NOT held", f"(p99 {1000 * p99:.0f} ms, aim {1000 * WITHIN:.0f} ms)")
    return is_good


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--case", type=Path, help="a case of your own, which is copied")
    parser.add_argument("--seconds", type=float, default=300, help="how long")
    parser.add_argument("--readers", type=int, default=50, help="how many")
    parser.add_argument("--reviewers", type=int, default=5, help="how many")
    parser.add_argument(
        "--pause", type=float, default=4, help="seconds between two steps of a person, on average"
    )
    parser.add_argument("--seed", type=int, default=1, help="of everybody's way")
    parser.add_argument(
        "--bad", action="store_true", help="ten clients beside them that are slow or send too much"
    )
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if asked.case is None:
            open_desk(_find_case())  # lays its incidents out, once and for all
        case = Path(shutil.copytree(asked.case or _find_case(), Path(folder) / "case"))
        users = Users(case)
        for number in range(5):
            users.add(f"reader{number}", Role.READ, PASSWORD)
        for number in range(asked.reviewers):
            users.add(f"reviewer{number}", Role.REVIEW, PASSWORD)
        desk, port = serve(case)
        try:
            began, before, own = time.monotonic(), measure_cpu(desk.pid), time.process_time()
            told, bad = asyncio.run(run(port, asked))
            wall = time.monotonic() - began
            cpu = measure_cpu(desk.pid) - before, time.process_time() - own
        finally:
            desk.terminate()
            desk.wait()
        log = JudgementLog(case)
        kept = Counter(str(judgement.value) for judgement in log.judgements())
        lost = len(set(told.taken) - set(kept)) + sum(number - 1 for number in kept.values())
        log.close()
    return 0 if show(told, bad, lost, wall, cpu) else 1


if __name__ == "__main__":
    sys.exit(main())
