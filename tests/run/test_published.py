"""A case at an address: what is fetched is what was published, whole or not at all."""

import json

import fsspec
import pytest

from doubles import TableReader, exports, many_reports, write_reports
from tawatur import build_case, open_case
from tawatur.errors import CaseError, InputError
from tawatur.run.published import LISTING, fetch_case, publish_case


@pytest.fixture
def case(tmp_path):
    write_reports(tmp_path / "reports", many_reports(8))
    build_case([tmp_path / "reports"], tmp_path / "case", workers=1, load=TableReader)
    (tmp_path / "case" / "access.sqlite").write_bytes(b"passwords")
    return tmp_path / "case"


@pytest.fixture(params=["folder", "memory", "s3"])
def address(request, tmp_path):
    if request.param == "s3":
        return f"{request.getfixturevalue('bucket')}/{tmp_path.name}"
    return f"memory://{tmp_path.name}" if request.param == "memory" else str(tmp_path / "there")


def grow(case, tmp_path):
    write_reports(tmp_path / "more", {"extra": "وكالة\nقصف"} | many_reports(11))
    build_case([tmp_path / "more"], case, workers=1, load=TableReader)


def test_a_case_comes_back_as_it_was_published(case, address, tmp_path):
    publish_case(case, address)
    fetch_case(address, tmp_path / "copy")
    assert exports(tmp_path / "copy") == exports(case)
    with open_case(tmp_path / "copy") as copy, open_case(case) as own:
        assert copy.counts() == own.counts()
        assert all(copy.received(document.id) for document in copy.documents())
    assert not (tmp_path / "copy" / "access.sqlite").exists()


def test_a_case_that_grew_is_fetched_anew_and_what_it_no_longer_holds_is_gone(case, address, tmp_path):
    publish_case(case, address)
    fetch_case(address, tmp_path / "copy")
    grow(case, tmp_path)
    publish_case(case, address)
    publish_case(case, address)  # what neither of the last two listings names is removed there
    listing = fetch_case(address, tmp_path / "copy")
    assert exports(tmp_path / "copy") == exports(case)
    store, at = fsspec.core.url_to_fs(address, use_listings_cache=False)
    there = {path.rsplit("/", 1)[-1] for path in store.ls(f"{at}/files", detail=False)}
    assert there == {file.sha256 for file in listing.files}


def test_whoever_fetches_while_it_is_published_gets_the_case_as_it_was(case, address, tmp_path, monkeypatch):
    publish_case(case, address)
    before = exports(case)
    grow(case, tmp_path)
    monkeypatch.setattr("tawatur.run.published._Place.write", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish_case(case, address)
    fetch_case(address, tmp_path / "copy")
    assert exports(tmp_path / "copy") == before


def test_bytes_that_were_altered_there_are_not_taken(case, address, tmp_path):
    listing = publish_case(case, address)
    file = next(file for file in listing.files if file.path == "case.sqlite")
    store, at = fsspec.core.url_to_fs(address)
    store.pipe_file(f"{at}/files/{file.sha256}", b"other")
    with pytest.raises(InputError, match="is not what was published"):
        fetch_case(address, tmp_path / "copy")
    assert not (tmp_path / "copy" / "case.sqlite").exists()


def test_a_listing_that_leads_out_of_the_case_is_refused(case, address, tmp_path):
    publish_case(case, address)
    store, at = fsspec.core.url_to_fs(address)
    listing = json.loads(store.cat_file(f"{at}/{LISTING}"))
    listing["files"][0]["path"] = "../elsewhere"
    store.pipe_file(f"{at}/{LISTING}", json.dumps(listing).encode())
    with pytest.raises(InputError, match="outside a case"):
        fetch_case(address, tmp_path / "copy")


def test_no_case_of_ones_own_is_overwritten(case, tmp_path):
    publish_case(case, str(tmp_path / "there"))
    with pytest.raises(CaseError, match="a case of its own"):
        fetch_case(str(tmp_path / "there"), case)
    fetch_case(str(tmp_path / "there"), tmp_path / "copy")
    (tmp_path / "copy" / "judgements.sqlite").write_bytes(b"judged")
    with pytest.raises(CaseError, match="since it was fetched"):
        fetch_case(str(tmp_path / "there"), tmp_path / "copy")


def test_what_cannot_be_done_says_what_to_do(case, tmp_path):
    with pytest.raises(InputError, match="tawatur publish CASE"):
        fetch_case(str(tmp_path / "nowhere"), tmp_path / "copy")
    with pytest.raises(InputError, match=r"tawatur publish my\.case"):
        build_case([tmp_path / "reports"], "s3://archive/my.case", load=TableReader)
