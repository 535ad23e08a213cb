import signal
import sys
import time
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "soak"))

import pytest
from kill_commands import SUBJECTS
from kill_commands import try_kills as try_commands
from kill_run import try_kills
from kill_serve import try_kills as try_desk
from killing import Length, do


def until_hit(trials, kills):
    """Trials until so many kills hit: when one does depends on the machine."""
    tried = []
    for trial in trials:
        tried.append(trial)
        if sum(trial.kills for trial in tried) >= kills:
            return tried
    raise AssertionError(f"of {len(tried)} trials too few were killed while they worked")


def test_a_run_killed_at_any_moment_and_run_again_gives_the_same_bytes(tmp_path):
    trials = until_hit(try_kills(times=20, seed=11, folder=tmp_path, reports=40), kills=4)
    assert [trial.faults for trial in trials if trial.faults] == []


@pytest.mark.parametrize("name", SUBJECTS)
def test_what_is_killed_at_any_moment_loses_nothing_and_comes_to_the_same(name, tmp_path):
    trials = until_hit(try_commands(name, times=50, seed=5, folder=tmp_path), kills=4)
    assert [trial.faults for trial in trials if trial.faults] == []


def test_a_desk_killed_while_reviewers_judge_keeps_every_judgement_that_it_took(tmp_path):
    (trial,) = try_desk(times=1, seed=2, folder=tmp_path)
    assert trial.faults == ()
    assert trial.kills >= 1


def test_work_is_killed_whoever_waits_for_the_alarm():
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    try:
        assert do(lambda: time.sleep(30), Length(0.05, signal.ITIMER_REAL)).killed
    finally:
        signal.signal(signal.SIGALRM, before)
