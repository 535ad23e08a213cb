"""Ask every reader a great many hostile inputs. What raises is kept under `found/` and fails.

python tests/soak/fuzz.py --runs 1000000                 every target, seeded: the same inputs each time
python tests/soak/fuzz.py --only dates --runs 20000 --seed 7
python tests/soak/fuzz.py --guided --runs 1000000        guided by coverage, by atheris: what GUIDED names, or --only
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))

FOUND = Path(__file__).parent / "found"
GUIDED = (
    "read-txt", "read-html", "read-jsonl", "read-warc", "read-zip", "read-tar", "read-gz", "read-tgz", "encodings", "clean-text",
    "fold", "numerals", "dates", "gazetteer-dump", "gazetteer-tables", "lexicon", "publishers", "judgements",
)  # fmt: skip
_SLOW = 5.0  # seconds for one input of 20 kB: a fault too
_HANGS = 120  # seconds by the wall's clock after which an input is given up: what never ends must be told


class Fault(NamedTuple):
    raw: bytes
    kind: str  # the error and the line that raised it: of each kind one is kept
    what: str


def fuzz(name: str, runs: int, seed: int, seconds: float | None = None) -> tuple[int, list[Fault]]:
    """Inputs tried, and those that raised; it stops where the time is up."""
    from mutate import mutate
    from targets import TARGETS

    chance = random.Random(f"{name} {seed}")
    began, faults, tried = time.monotonic(), [], 0
    while tried < runs:
        tried += 1
        raw = mutate(TARGETS[name].seeds, chance)
        if (fault := find_fault(name, raw)) is not None:
            faults.append(fault)
        if seconds is not None and time.monotonic() - began > seconds:
            break
    return tried, faults


def find_fault(name: str, raw: bytes) -> Fault | None:
    """What is wrong with how a target takes an input, where anything is."""
    from targets import TARGETS

    start = time.process_time()
    try:
        with _no_longer_than(_HANGS):
            TARGETS[name].ask(raw)
    except Exception as error:  # noqa: BLE001 (any is a fault)
        return Fault(raw, f"{type(error).__name__} {_place(error)}", str(error)[:120])
    took = time.process_time() - start
    return Fault(raw, "slow", f"{took:.1f} s") if took > _SLOW else None


@contextlib.contextmanager
def _no_longer_than(seconds: int) -> Iterator[None]:
    """Raises TimeoutError within the block after so long; whoever else waits for the alarm gets it back."""

    def give_up(*_: object) -> None:
        raise TimeoutError(f"It did not end within {seconds} seconds.")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _place(error: Exception) -> str:
    """The last line of the project's own that the error came through."""
    lines = traceback.extract_tb(error.__traceback__)
    own = [line for line in lines if "tawatur" in Path(line.filename).parts]
    return f"{Path((own or lines)[-1].filename).name}:{(own or lines)[-1].lineno}"


def keep(name: str, raw: bytes) -> Path:
    folder = FOUND / name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{hashlib.sha256(raw).hexdigest()[:12]}.bin"
    path.write_bytes(raw)
    return path


def guide(names: Iterable[str], runs: int, seed: int, seconds: float | None = None) -> list[str]:
    """Hand targets to atheris, which keeps what reaches new code under `.fuzz/`; the names of those that failed.

    Each has a process of its own, which atheris ends at its first fault.
    """
    import atheris

    with atheris.instrument_imports(include=["tawatur"]):
        from targets import TARGETS, folder
    folder()  # made here, since atheris ends a process before it can clean up
    failed = []
    for name in names:
        print(f"{name}, guided", flush=True)
        child = os.fork()
        if child == 0:
            (FOUND / name).mkdir(parents=True, exist_ok=True)
            corpus = Path(f".fuzz/{name}")
            corpus.mkdir(parents=True, exist_ok=True)
            for number, raw in enumerate(TARGETS[name].seeds):
                (corpus / f"seed{number}").write_bytes(raw)
            bounds = [f"-runs={runs}", f"-seed={seed}", "-max_len=20000", "-timeout=20", "-verbosity=0"]
            bounds += [] if seconds is None else [f"-max_total_time={seconds:.0f}"]
            bounds += ["-print_final_stats=1", f"-artifact_prefix={FOUND / name}/"]
            atheris.Setup([sys.argv[0], *bounds, str(corpus)], TARGETS[name].ask, custom_mutator=_change)
            atheris.Fuzz()
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            failed.append(name)
        with contextlib.suppress(OSError):
            (FOUND / name).rmdir()  # where nothing was found
    return failed


def _change(raw: bytes, longest: int, seed: int) -> bytes:
    """By turns a change that knows what hurts, and one of the many small ones of libFuzzer."""
    import atheris
    from mutate import mutate

    chance = random.Random(seed)
    if chance.random() < 0.5:
        return mutate((raw,), chance)[:longest]
    changed: bytes = atheris.Mutate(raw, longest)
    return changed


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=1_000_000, help="inputs for each target")
    parser.add_argument("--seconds", type=float, help="at most so long for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", help="this target; may be given again")
    parser.add_argument("--guided", action="store_true", help="guided by coverage; needs atheris")
    asked = parser.parse_args()
    if asked.guided:
        failed = guide(asked.only or GUIDED, asked.runs, asked.seed, asked.seconds)
        print(f"failed: {', '.join(failed) or 'none'}")
        return int(bool(failed))
    from targets import TARGETS

    lost = 0
    for name in asked.only or TARGETS:
        tried, faults = fuzz(name, asked.runs, asked.seed, asked.seconds)
        lost += len(faults)
        print(f"{name}: {tried:,} inputs, {len(faults)} faults", flush=True)
        kinds = {fault.kind: fault for fault in sorted(faults, key=lambda fault: -len(fault.raw))}
        for fault in kinds.values():  # the shortest of each
            print(f"  {fault.kind}: {fault.what}\n  kept in {keep(name, fault.raw)}", flush=True)
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
