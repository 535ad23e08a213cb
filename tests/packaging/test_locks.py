"""What the demo and the tests install is written down with its hashes, and covers what the project asks for."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = {"run": ("tree",), "develop": ("tree", "dev", "build", "learn"), "cluster": ("ray", "s3", "cluster")}


def locked(name):
    """Each package of a lock with its versions: several where they differ by Python."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    versions = {}
    for package, version, rest in re.findall(
        r"^([\w.-]+)==([^ ;\\]+)(.*?)(?=^\S|\Z)", text, flags=re.MULTILINE | re.DOTALL
    ):
        assert "--hash=sha256:" in rest, f"{package} has no hash"
        versions.setdefault(package.lower(), []).append(version)
    return versions


@pytest.mark.parametrize("name", EXTRAS)
def test_every_dependency_is_locked_to_a_version_that_the_project_allows(name):
    found = locked(name)
    wanted = [*PROJECT["dependencies"]]
    for extra in EXTRAS[name]:
        wanted += PROJECT["optional-dependencies"][extra]
    for line in wanted:
        requirement = Requirement(line)
        package = re.sub(r"[-_.]+", "-", requirement.name).lower()
        assert package in found, f"{package} is not locked: run `make lock`"
        for version in found[package]:
            assert requirement.specifier.contains(version), f"{package} {version}: run `make lock`"


@pytest.mark.parametrize("name", EXTRAS)
def test_no_lock_names_a_host(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
