import subprocess
import sys

import pytest

from tawatur.errors import CaseError
from tawatur.store.lock import Lock

HOLD = """
import sys
from pathlib import Path
from tawatur.store.lock import Lock
with Lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def hold(case):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(case)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "held\n"
    return holder


def test_a_second_writer_is_told_who_the_first_is(tmp_path):
    holder = hold(tmp_path)
    try:
        with (
            pytest.raises(CaseError, match=rf"being written by .*@.* \(process {holder.pid}\)"),
            Lock(tmp_path),
        ):
            pass
    finally:
        holder.communicate()
    with Lock(tmp_path):
        pass


def test_a_lock_falls_with_its_process(tmp_path):
    holder = hold(tmp_path)
    holder.kill()
    holder.communicate()
    with Lock(tmp_path):
        pass
