"""Kill what writes beside a run, at random moments, and see that nothing is lost and nothing is half.

    python tests/soak/kill_commands.py --kills 500
    python tests/soak/kill_commands.py --times 50 --only export --only add

Each trial does the work in a process of its own that shares this one's memory, so that it begins at once; after a random
part of the processor time that it takes it is killed, once to three times, and then the work is done again.

    add      tables are added to a gazetteer: the old ones or the new, then as if nobody had killed it
    export   every form is written over an older file: the older or the newer, then as if nobody had killed it
    judge    judgements are added: each that was acknowledged is there, and none twice
    take     judgements are taken in: all or none
    redact   names are blacked out: after the next run none is left
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import shutil
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).parents[1]))

from killing import do, end_group, quick_folder

from doubles import TableReader, exports, many_reports, write_reports
from tawatur import build_case
from tawatur.export.views import VIEWS
from tawatur.gazetteer.add import add_tables
from tawatur.gazetteer.home import Home
from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.shipped import read_shipped
from tawatur.records import Judgement
from tawatur.records.judgement import sign
from tawatur.run.export import export_case
from tawatur.run.redact import redact_case
from tawatur.run.verify import verify_case
from tawatur.store import SqliteStore
from tawatur.store.judgements import JudgementLog


class Trial(NamedTuple):
    kills: int  # that hit while the work was under way
    faults: tuple[str, ...]


def spelled(n: int) -> str:
    """A made name for a number, in letters."""
    return "".join("بجدرسعفكلم"[int(digit)] for digit in f"{n:03}")


class Subject:
    """A kind of work: what it starts from, what must hold after a kill, and what it comes to in the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = folder / "place"

    def around(self) -> AbstractContextManager[object]:
        """What holds while it is tried."""
        return nullcontext()

    def prepare(self) -> None:
        raise NotImplementedError

    def work(self) -> None:
        raise NotImplementedError

    def faults_of_broken(self) -> Iterator[str]:
        """What is wrong right after a kill."""
        raise NotImplementedError

    def ended(self) -> object:
        """What the work came to, the same however often it was killed before."""
        raise NotImplementedError


class Add(Subject):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        line = "{}\t{}\t{}\tقرية {}\t34.6{:03}\t40.8\tP\tPPL\tSY\t\t07\t\t\t\t0\t\t177\tAsia/Damascus\t2018-01-01\n"
        for name, start in (("old", 1), ("new", 500)):
            rows = [line.format(n, f"V{n}", f"V{n}", spelled(n), n) for n in range(start, start + 300)]
            (folder / f"{name}.txt").write_text("".join(rows), encoding="utf-8")
        with self.around():
            add_tables([folder / "old.txt"], folder / "start")

    def around(self) -> AbstractContextManager[object]:
        """A short base, so that most of the work is adding and not reading what ships."""
        base, around = list(islice(read_shipped(), 300)), ExitStack()
        for module in ("add", "index"):
            around.enter_context(patch(f"tawatur.gazetteer.{module}.read_shipped", lambda: iter(base)))
        return around

    def prepare(self) -> None:
        shutil.copytree(self.folder / "start", self.place)

    def work(self) -> None:
        add_tables([self.folder / "new.txt"], self.place)

    def faults_of_broken(self) -> Iterator[str]:
        names = [table.name for table in Home.at(self.place).tables()]
        if names not in (["old"], ["old", "new"]):
            yield f"the tables are {names}"
        entries = list(Home.at(self.place).read_added())
        if len(entries) != 300 * len(names):
            yield f"{len(entries)} places in {names}"
        if not Gazetteer.load(self.place).named(f"قرية {spelled(1)}"):
            yield "a place that was there is gone"

    def ended(self) -> object:
        return {
            path.relative_to(self.place).as_posix(): path.read_bytes() if path.is_file() else None
            for path in sorted(self.place.rglob("*"))
        }


class OfCase(Subject):
    """Work on a case of invented reports."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        reports = many_reports(30)
        reports["named"] = reports["r0001"].replace("وكالة 1", "وكالة النادر") + "\nسالم النادر\n"
        build_case(
            [write_reports(folder / "reports", reports)], folder / "start", workers=1, load=TableReader
        )

    def prepare(self) -> None:
        shutil.copytree(self.folder / "start", self.place)


class Export(OfCase):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.place.mkdir()
        self.work()
        self.whole = self._files()
        shutil.rmtree(self.place)

    def prepare(self) -> None:
        self.place.mkdir()
        for name in self.whole:
            (self.place / name).parent.mkdir(exist_ok=True)
            (self.place / name).write_bytes(b"older")

    def work(self) -> None:
        with SqliteStore(self.folder / "start") as store:
            for view in VIEWS.values():
                for rows in view.rows:
                    export_case(store, view.name, self.place / f"{view.name}-{rows}", rows=rows)

    def faults_of_broken(self) -> Iterator[str]:
        for name, data in self._files().items():
            if data not in (b"older", self.whole.get(name)):
                yield f"{name} is half written"

    def ended(self) -> object:
        return self._files(aside=True)

    def _files(self, *, aside: bool = False) -> dict[str, bytes]:
        return {
            path.relative_to(self.place).as_posix(): path.read_bytes()
            for path in sorted(self.place.rglob("*"))
            if path.is_file() and (aside or not path.name.endswith(".part"))
        }


class Judge(OfCase):
    """What is acknowledged is written down outside the case before the next is added."""

    number = 40

    def prepare(self) -> None:
        super().prepare()
        self.acknowledged = self.folder / "acknowledged"
        self.acknowledged.write_bytes(b"")

    def work(self) -> None:
        log = JudgementLog(self.place)
        with self.acknowledged.open("a", encoding="utf-8") as said:
            for n in range(self.number):
                _, judgement = log.add(_judgement(n))
                said.write(f"{judgement.id}\n")
                said.flush()
        log.close()

    def faults_of_broken(self) -> Iterator[str]:
        log = JudgementLog(self.place)
        kept = [judgement.id for judgement in log.judgements()]
        yield from log.find_faults()
        log.close()
        lost = set(self.acknowledged.read_text(encoding="utf-8").split()) - set(kept)
        if lost:
            yield f"{len(lost)} acknowledged judgements are lost"
        if len(set(kept)) != len(kept):
            yield "a judgement is there twice"

    def ended(self) -> object:
        return list(self.faults_of_broken())


class Take(OfCase):
    def work(self) -> None:
        log = JudgementLog(self.place)
        log.take_in([sign(_judgement(n)) for n in range(200)])
        log.close()

    def faults_of_broken(self) -> Iterator[str]:
        log = JudgementLog(self.place)
        if log.count() not in {0, 200}:
            yield f"{log.count()} of 200 were taken in"
        yield from log.find_faults()
        log.close()

    def ended(self) -> object:
        log = JudgementLog(self.place)
        kept = [judgement.id for judgement in log.judgements()]
        log.close()
        return kept


class Redact(OfCase):
    def work(self) -> None:
        redact_case(self.place, ["سالم النادر", "النادر"], load=TableReader, workers=1)

    def faults_of_broken(self) -> Iterator[str]:
        with SqliteStore(self.place) as store:
            yield from store.integrity()

    def ended(self) -> object:
        build_case([], self.place, workers=1, load=TableReader)
        told = [f"{fault.where}: {fault.what}" for fault in verify_case(self.place)]
        word = "النادر".encode()
        kept = [path for path in self.place.rglob("*") if path.is_file() and "objects" not in path.parts]
        return exports(self.place), told, [path.name for path in kept if word in path.read_bytes()]


SUBJECTS: dict[str, type[Subject]] = {
    "add": Add,
    "export": Export,
    "judge": Judge,
    "take": Take,
    "redact": Redact,
}


def _judgement(n: int) -> Judgement:
    when = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=n)
    return Judgement(id="", about=f"c{n:04}", field="comment", value=f"رأي {n}", who="r", when=when)


def try_kills(name: str, times: int, seed: int, folder: Path) -> Iterator[Trial]:
    chance = random.Random(f"{name} {seed}")
    subject = SUBJECTS[name](folder)
    with subject.around():
        subject.prepare()
        subject.work()  # in this process: what it loads every trial finds loaded
        shutil.rmtree(subject.place)
        subject.prepare()
        length = do(subject.work).length
        expected = subject.ended()
        shutil.rmtree(subject.place)
        for _ in range(times):
            subject.prepare()
            kills, faults = 0, []
            for _ in range(chance.randint(1, 3)):
                ended = do(subject.work, length.draw(chance))
                end_group(ended.group)
                kills += ended.killed
                faults += ["the work failed"] * ended.failed
                faults += subject.faults_of_broken()
                if not ended.killed:
                    break
            if do(subject.work).failed:
                faults.append("the work did not end")
            if subject.ended() != expected:
                faults.append("it came to something else")
            shutil.rmtree(subject.place)
            yield Trial(kills, tuple(faults))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=1_000_000, help="at most so many trials of each")
    parser.add_argument("--kills", type=int, default=500, help="end when so many kills hit")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=SUBJECTS)
    asked = parser.parse_args()
    lost = 0
    for name in asked.only or SUBJECTS:
        n = kills = wrong = 0
        with quick_folder() as folder:
            for n, trial in enumerate(try_kills(name, asked.times, asked.seed, Path(folder)), 1):
                kills += trial.kills
                wrong += bool(trial.faults)
                if trial.faults:
                    print(f"{name}, trial {n}: {'; '.join(trial.faults)}", flush=True)
                if n % 50 == 0:
                    print(f"{name}: {n} trials, {kills} kills, {wrong} with a fault", flush=True)
                if kills >= asked.kills:
                    break
        print(f"{name}: {n} trials, {kills} kills, {wrong} with a fault", flush=True)
        lost += wrong
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
