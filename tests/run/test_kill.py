import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "soak"))

from kill_run import try_kills


def test_a_run_killed_at_any_moment_and_run_again_gives_the_same_bytes(tmp_path):
    trials = list(try_kills(times=2, seed=11, folder=tmp_path, reports=40))
    assert [trial.faults for trial in trials] == [()] * 2
    assert sum(trial.kills for trial in trials) >= 2
