"""From reports to a case: the chain of stages, on this machine.

A run can be killed between any two instructions. What was read is committed about once a second;
incidents are replaced whole; the files beside the database are written aside and renamed, the
manifest last. The next run finds what is missing and goes on.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tawatur import __version__
from tawatur.errors import InputError
from tawatur.kept import user_folder
from tawatur.link.sides import load_sides
from tawatur.read import is_address, read_reports
from tawatur.records import Refusal
from tawatur.run.blackout import Blackout
from tawatur.run.cluster import RayPool, Resumed
from tawatur.run.link import link_case
from tawatur.run.plan import Plan
from tawatur.run.pool import Executor, LocalPool, count_cores
from tawatur.run.scratch import Scratch
from tawatur.run.shards import open_shards
from tawatur.run.snapshot import is_whole, write_snapshot
from tawatur.run.stages import Keys, LoadReader, build_keys, load_reader
from tawatur.run.tally import Tally, Unwatched, Watcher
from tawatur.run.tasks import Task
from tawatur.run.weight import weigh
from tawatur.run.worker import Serving
from tawatur.store import GrowingSqliteStore, require_case
from tawatur.store.redactions import load_redactions

ENGINES = ("local", "ray")
COMMIT_EVERY = 1.0  # seconds: what a kill can cost


@dataclass(frozen=True, slots=True)
class Built:
    """A case as a run left it, and what the run did."""

    case: Path
    tally: Tally
    counts: dict[str, int]


def build_case(
    paths: Iterable[str | Path],
    case: str | Path,
    *,
    workers: int | None = None,
    home: Path | None = None,
    load: LoadReader | None = None,
    watcher: Watcher | None = None,
    engine: str = "local",
    address: str | None = None,
    shards: str | None = None,
) -> Built:
    """Read reports into a case, new or grown; with no paths, finish it and read again what is stale.

    `workers` is the number of processes, by default one for each core; the case is the same for
    any number and any engine. `home` holds the user's own gazetteer, lexicons and publishers. `engine` is "local" or "ray";
    the latter reads on the cluster at `address`, or on one that it starts, and leaves what it has finished at `shards`,
    a path or an address that every node can write to, until the case is whole.
    """
    _check_engine(engine)
    inputs = [path if is_address(path) else Path(path) for path in paths]
    if is_address(case):
        raise InputError(
            f"{case} is an address, and a case is built on a disk.\n"
            f"  Build it here with `-o my.case`, then `tawatur publish my.case {case}`; others fetch it from there."
        )
    folder = Path(case)
    if not inputs:
        require_case(folder)  # there must be one to finish
    reports = read_reports(inputs)  # a path that is not there raises here, before anything is made
    load = load or partial(load_reader, home)
    reader = load()
    own = user_folder(home)
    keys = build_keys(reader, own)
    watcher = watcher or Unwatched()
    tally = Tally()
    with GrowingSqliteStore(folder) as store:
        before = store.state("finished")
        blackout = Blackout(load_redactions(folder))
        serving = Serving(load, keys, store.objects, blackout=blackout)
        finished = open_shards(shards, folder, needed=engine == "ray")
        if engine == "ray" and finished is not None:
            pool: Executor = RayPool(serving, finished, address=address, workers=workers)
        else:
            pool = LocalPool(reader, serving, workers or count_cores())
        if finished is not None:
            pool = Resumed(pool, serving, finished)
        with closing(pool):
            plan = Plan(store, keys, tally, watcher, blackout)
            watcher.begin("read", weigh(path for path in inputs if isinstance(path, Path)))
            _read(store, pool, plan.of_reports(reports), keys, tally, watcher)
            store.forget_refusals(str(path) for path in inputs)
            watcher.begin("again", 0)
            _read(store, pool, plan.of_the_rest(), keys, tally, watcher)
            _read(store, pool, plan.of_redacted(), keys, tally, watcher)
            link_case(store, keys, load_sides(own), watcher, pool.crew(), Scratch(_put_aside(folder, shards)))
        whole = ":".join((__version__, *keys))
        if before != whole or store.changed or not is_whole(store):
            watcher.begin("write", 0)
            write_snapshot(store, keys)
        if store.state("redacted") != blackout.fingerprint:
            store.scrub()
        store.note({"finished": whole, "redacted": blackout.fingerprint})
        if finished is not None:
            finished.clear()
        store.settle()
        return Built(folder, tally, store.counts())


def _put_aside(case: Path, shards: str | None) -> str:
    """Where workers of linking leave what they hand on: within the case, or where all nodes can write."""
    if shards is None:
        return str(case.resolve() / "linking")
    return f"{shards.rstrip('/')}/linking" if "://" in shards else str(Path(shards).resolve() / "linking")


def _check_engine(engine: str) -> None:
    if engine not in ENGINES:
        raise InputError(f"There is no engine {engine!r}. Choose one of: {', '.join(ENGINES)}.")


def _read(
    store: GrowingSqliteStore,
    pool: Executor,
    tasks: Iterable[Task],
    keys: Keys,
    tally: Tally,
    watcher: Watcher,
) -> None:
    """Read what the tasks say and put it into the case, committing as time goes by."""
    last = time.monotonic()
    read_by = f"{keys.clean} {keys.claims}"
    for task, outcome in pool.run(tasks):
        document = task.document
        if isinstance(outcome, Refusal):
            tally.refuse(outcome)
            known = store.known(document.id)
            if known and known.sha256 == document.sha256:
                store.remove(document.id)
            store.refuse(outcome, sha256=document.sha256, key=read_by)
        else:
            store.add(outcome)
            tally.count(task.why)
            tally.bare += outcome.is_bare
        watcher.advance(1, task.size)
        if time.monotonic() - last > COMMIT_EVERY:
            store.commit()
            last = time.monotonic()
    store.commit()
