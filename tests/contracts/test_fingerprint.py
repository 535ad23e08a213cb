import shutil
import subprocess
import sys
from pathlib import Path

from tawatur.fingerprint import code_fingerprint

SOURCE = Path(__file__).parents[2] / "src" / "tawatur" / "link"
PRINT = """
from pathlib import Path
from tawatur import fingerprint
fingerprint.files = lambda _: Path({root!r})
print(fingerprint.code_fingerprint("stage"))
"""


def fingerprint(root):
    command = [sys.executable, "-c", PRINT.format(root=str(root))]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_it_changes_with_the_source_and_with_nothing_else(tmp_path):
    for name in ("one", "same", "windows", "changed", "moved"):
        shutil.copytree(SOURCE, tmp_path / name / "stage", ignore=shutil.ignore_patterns("__pycache__"))
    for file in (tmp_path / "windows" / "stage").glob("*.py"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (tmp_path / "same" / "stage" / "__pycache__").mkdir()
    (tmp_path / "same" / "stage" / "__pycache__" / "x.py").write_text("x")
    with (tmp_path / "changed" / "stage" / "days.py").open("a") as file:
        file.write("# changed\n")
    (tmp_path / "moved" / "stage" / "days.py").rename(tmp_path / "moved" / "stage" / "days2.py")
    found = {name: fingerprint(tmp_path / name) for name in ("one", "same", "windows", "changed", "moved")}
    assert found["one"] == found["same"] == found["windows"]
    assert len(set(found.values())) == 3


def test_the_version_of_a_part_takes_part(monkeypatch):
    plain = code_fingerprint("link")
    assert code_fingerprint("link", with_parts=("msgspec",)) != plain
