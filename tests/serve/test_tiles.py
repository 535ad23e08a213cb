"""Tiles of the user's own: given by ranges, from the one file that was named; another host only where one was."""

import pytest
from fastapi.testclient import TestClient
from tests.serve.tiles import build_archive

from tawatur.errors import ServeError
from tawatur.serve.app import create_app
from tawatur.serve.tiles import find_tiles

AT = "/tiles.pmtiles"


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "region.pmtiles"
    path.write_bytes(build_archive())
    return path


def open_desk_with(desk, tiles):
    return TestClient(create_app(desk, tiles=tiles), base_url="http://127.0.0.1")


def test_a_file_is_given_by_ranges(desk, archive):
    reader, held = open_desk_with(desk, find_tiles(str(archive))), archive.read_bytes()
    answer = reader.get(AT, headers={"range": "bytes=0-126"})
    assert (answer.status_code, answer.content) == (206, held[:127])
    assert answer.headers["content-range"] == f"bytes 0-126/{len(held)}"
    assert reader.get(AT, headers={"range": "bytes=0-16383"}).content == held  # as a reader first asks
    assert reader.get(AT, headers={"range": f"bytes={len(held)}-"}).status_code == 416
    assert reader.get(AT).content == held


@pytest.mark.parametrize("path", ["/incidents", "/incidents?lang=ar"])
def test_maps_are_told_where_tiles_are_and_no_other_host_may_be_asked(desk, archive, path):
    answer = open_desk_with(desk, find_tiles(str(archive))).get(path)
    assert f'data-tiles="{AT}"' in answer.text
    assert "connect-src 'self';" in answer.headers["content-security-policy"]


def test_without_tiles_there_are_none(reader):
    assert reader.get(AT).status_code == 404
    assert "data-tiles" not in reader.get("/incidents").text


def test_an_address_lets_pages_ask_that_host_alone(desk):
    reader = open_desk_with(desk, find_tiles("https://tiles.example:8443/a/region.pmtiles?v=1"))
    answer = reader.get("/incidents")
    assert 'data-tiles="https://tiles.example:8443/a/region.pmtiles?v=1"' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "connect-src 'self' https://tiles.example:8443;" in policy
    assert policy.count("http") == 1
    assert reader.get(AT).status_code == 404


def test_no_other_file_is_reached(desk, archive):
    (archive.parent / "secret").write_text("kept to oneself", encoding="utf-8")
    reader = open_desk_with(desk, find_tiles(str(archive)))
    for path in (f"{AT}/../secret", "/secret", f"{AT}?path=secret", "/tiles.pmtiles%2f..%2fsecret"):
        assert b"kept to oneself" not in reader.get(path).content


@pytest.mark.parametrize(
    "given",
    [
        "nowhere.pmtiles",
        "https://",
        "https://a b/x",
        "https://x;script-src *",
        "https://user@host/x",
        "http://x'/",
    ],
)
def test_what_is_no_tiles_is_refused_with_what_to_do(given):
    with pytest.raises(ServeError, match=r"\n  (Give|Convert)"):
        find_tiles(given)


def test_a_file_of_something_else_is_refused(tmp_path):
    (tmp_path / "x").write_text("no tiles", encoding="utf-8")
    with pytest.raises(ServeError, match="no PMTiles"):
        find_tiles(str(tmp_path / "x"))
