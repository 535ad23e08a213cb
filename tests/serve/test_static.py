"""What the pages load: built from the sources as they are, whole, small, and calling nobody."""

import hashlib
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
STATIC = ROOT / "src" / "tawatur" / "serve" / "static"
BUILD = json.loads((STATIC / "BUILD.json").read_text(encoding="utf-8"))


def hash_sources() -> str:
    """As web/build.mjs computes it: each source's name and the hash of its bytes, in the order of the names."""
    sources = [path for folder in ("src", "styles") for path in (WEB / folder).rglob("*") if path.is_file()]
    sources += [WEB / name for name in ("build.mjs", "licences.mjs", "package-lock.json")]
    named = sorted((path.relative_to(WEB).as_posix(), path) for path in sources)
    together = hashlib.sha256()
    for name, path in named:
        together.update(f"{name}\0".encode())
        together.update(hashlib.sha256(path.read_bytes()).digest())
    return together.hexdigest()


def test_the_build_is_of_the_sources_as_they_are():
    assert BUILD["sources"] == hash_sources(), (
        "The build is stale: run `make web` and commit what it changes."
    )


def test_nothing_that_was_built_is_missing_and_nothing_else_lies_there():
    there = {
        path.relative_to(STATIC).as_posix()
        for path in STATIC.rglob("*")
        if path.is_file() and path.name != "BUILD.json"
    }
    assert there == set(BUILD["files"])


def test_the_base_map_is_under_four_megabytes():
    assert sum(path.stat().st_size for path in (STATIC / "basemap").iterdir()) < 4_000_000


def test_every_label_of_the_base_map_has_a_name_in_both_languages():
    labels = json.loads((STATIC / "basemap" / "labels.json").read_text(encoding="utf-8"))
    at = {column: n for n, column in enumerate(labels["columns"])}
    assert len(labels["rows"]) > 5000
    for row in labels["rows"]:
        assert re.search("[ء-ي]", row[at["ar"]]), row
        assert row[at["en"]], row


@pytest.mark.parametrize("name", ["package-lock.json", "basemap/package-lock.json"])
def test_a_lock_file_names_no_registry(name):
    """Whoever builds takes packages from where their own settings say; the hashes hold wherever that is."""
    lock = json.loads((WEB / name).read_text(encoding="utf-8"))
    for package, facts in lock["packages"].items():
        assert "resolved" not in facts, package
        assert package == "" or "integrity" in facts or facts.get("link"), package


def test_the_stylesheet_fetches_nothing_from_elsewhere():
    styles = (STATIC / "desk.css").read_text(encoding="utf-8")
    for address in re.findall(r"url\(([^)]*)\)", styles):
        assert address.strip("\"'").startswith(("data:", "./fonts/", "fonts/")), address
