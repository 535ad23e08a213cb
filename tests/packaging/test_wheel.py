"""The wheel as a user gets it: built from the tree, installed into an empty environment, used."""

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build_wheel(tmp_path_factory)


def build_wheel(tmp_path_factory, **environment):
    """Build from a copy of the tree, whose files are as old as the copy."""
    pytest.importorskip("build", reason="python -m build is not installed")
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("dist")
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, tree)
    shutil.copytree(ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (tree / "evals").mkdir()
    shutil.copy(ROOT / "evals" / "floors.toml", tree / "evals")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(tree)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    (built,) = out.iterdir()
    return built


def test_the_wheel_holds_the_code_the_data_and_the_licences(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    wanted = {
        path.relative_to(source).as_posix()
        for path in (source / "tawatur").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert not wanted - names
    assert "tawatur/py.typed" in names
    assert {Path(name).name for name in names} >= {"LICENSE", "NOTICE", "METADATA"}


def test_the_same_tree_gives_the_same_wheel_byte_for_byte(wheel, tmp_path_factory):
    again = build_wheel(tmp_path_factory, PYTHONHASHSEED="7", TZ="Asia/Aden", LC_ALL="C", HOME="/nowhere")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_wheel_works_where_the_sources_are_not(wheel, tmp_path):
    """Its own environment, with this one's packages lent but for tawatur: nothing is fetched."""
    venv.create(tmp_path / "env", with_pip=False)
    python = next(path for path in (tmp_path / "env").glob("*/python*") if path.is_file())
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.check_output([python, "-c", where], text=True).strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    lent = next(path for path in sys.path if path.endswith("site-packages"))
    report = "قالت وكالة إن ثلاثة مدنيين قتلوا بقصف مدفعي على بلدة هجين أمس الجمعة.\n"
    (tmp_path / "report.txt").write_text(report, encoding="utf-8")
    run = (
        f"import sys; sys.path.append({lent!r}); import tawatur; assert tawatur.__file__.startswith({str(site)!r});"
        "from tawatur.cli import main; main(['run', 'report.txt', '-o', 'case'])"
    )
    done = subprocess.run(
        [python, "-I", "-c", run], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "case" / "manifest.json").exists()
