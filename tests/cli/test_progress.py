import io

import pytest
from rich.console import Console

from tawatur.cli import progress
from tawatur.cli.progress import Bar, Lines, Pace, build_progress


@pytest.fixture
def clock(monkeypatch):
    class Clock:
        now = 100.0

    monkeypatch.setattr(progress.time, "monotonic", lambda: Clock.now)
    return Clock


@pytest.mark.parametrize(
    ("seconds", "read", "said"),
    [
        (2, 25, "50 reports, 25 a second, about 6 s left"),
        (60, 10, "50 reports, 1 a second, about 9 min 0 s left"),
        (3600, 20, "50 reports, 0 a second, about 4 h 0 min left"),
        (2, 100, "50 reports, 25 a second"),
        (0.5, 25, "50 reports, 100 a second"),
    ],
)
def test_the_time_left_is_reckoned_from_the_bytes(clock, seconds, read, said):
    pace = Pace(100)
    pace.advance(50, read)
    clock.now += seconds
    assert str(pace) == said


def test_where_the_size_is_not_known_no_time_is_promised(clock):
    pace = Pace(0)
    pace.advance(50, 10)
    clock.now += 10
    assert str(pace) == "50 reports, 5 a second"


def test_lines_come_now_and_then(clock, capsys):
    lines = Lines()
    lines.begin("read", 1000)
    for _ in range(25):
        clock.now += 1
        lines.advance(10, 10)
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "Reading reports"
    assert len(said) == 3
    assert said[1].startswith("100 reports, 10 a second, about ")


def test_a_terminal_gets_a_bar_and_a_pipe_lines():
    terminal = Console(file=io.StringIO(), force_terminal=True, width=120)
    bar = build_progress(terminal)
    assert isinstance(bar, Bar)
    bar.begin("read", 100)
    bar.advance(7, 50)
    bar.close()
    assert "Reading reports" in terminal.file.getvalue()
    assert "7 reports" in terminal.file.getvalue()
    assert isinstance(build_progress(Console(file=io.StringIO())), Lines)
