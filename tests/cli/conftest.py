import sys
from typing import NamedTuple

import pytest

from doubles import TableReader
from tawatur.cli import main


class Result(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def tawatur(capsys, monkeypatch):
    """Run a command in this process, with the stand-in reader."""
    for module in ("tawatur.run.build", "tawatur.run.doctor"):
        monkeypatch.setattr(f"{module}.load_reader", lambda *_: TableReader())
    monkeypatch.setattr(sys.stdout, "reconfigure", lambda **_: None, raising=False)
    monkeypatch.setattr(sys.stderr, "reconfigure", lambda **_: None, raising=False)

    def call(*arguments):
        try:
            main([str(argument) for argument in arguments])
            code = 0
        except SystemExit as left:
            code = left.code or 0
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return call
