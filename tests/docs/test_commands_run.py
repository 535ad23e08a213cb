"""The commands of the README and the tutorial, run as they stand there."""

import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tawatur import open_case

ROOT = Path(__file__).parents[2]
PAGES = ["README.md", "docs/tutorial/first-case.md"]


def commands_of(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.startswith("tawatur ")]


def assert_answers(words, folder, environment):
    """Open the desk, ask it for a page, and stop it as Ctrl-C does."""
    desk = subprocess.Popen(
        [sys.executable, "-m", "tawatur", *words, "--port", "0"],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        address = re.search(r"http://\S+", desk.stdout.readline()).group()
        with urlopen(address) as page:
            assert page.status == 200
    finally:
        desk.send_signal(signal.SIGINT)
    assert desk.wait(timeout=20) == 0


@pytest.mark.parametrize("page", PAGES)
def test_every_command_works(page, tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    environment = {**os.environ, "TAWATUR_HOME": str(tmp_path / "home")}
    commands = commands_of(page)
    assert len(commands) >= 2
    for command in commands:
        words = shlex.split(command, comments=True)[1:]
        if "INCIDENT" in words:
            with open_case(tmp_path / "demo.case") as case:
                words[words.index("INCIDENT")] = next(case.store.incidents()).id[:8]
        if words[0] == "serve":
            assert_answers(words, tmp_path, environment)
            continue
        done = subprocess.run(
            [sys.executable, "-m", "tawatur", *words],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
