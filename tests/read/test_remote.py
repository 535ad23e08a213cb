"""Inputs at addresses: as the same files on this machine would be read."""

import fsspec
import pytest

from doubles import many_reports, write_reports
from tawatur.errors import InputError
from tawatur.read import read_reports
from tawatur.run.shards import Shards


@pytest.fixture
def reports(tmp_path):
    folder = write_reports(tmp_path / "reports", many_reports(6))
    (folder / ".hidden.txt").write_text("no report", encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return folder


def received(*inputs):
    return [(r.received, r.document.id) for r in read_reports(inputs) if hasattr(r, "document")]


@pytest.mark.parametrize("where", ["memory", "s3"])
def test_a_folder_at_an_address_holds_the_reports_of_the_folder_here(where, reports, request):
    address = request.getfixturevalue("bucket") if where == "s3" else "memory://reports"
    store, at = fsspec.core.url_to_fs(f"{address}/in")
    for file in sorted(reports.iterdir()):
        store.pipe_file(f"{at}/{file.name}", file.read_bytes())
    assert received(f"{address}/in") == received(reports)
    names = [r.document.name for r in read_reports([f"{address}/in"]) if hasattr(r, "document")]
    assert names[0] == f"{address}/in/r0000.txt"
    assert received(f"{address}/in/r0003.txt") == received(reports / "r0003.txt")


def test_what_is_not_there_is_said_before_anything_is_read():
    with pytest.raises(InputError, match="not there"):
        read_reports(["memory://nothing/here"])
    with pytest.raises(InputError, match="nosuch"):
        read_reports(["nosuch://bucket/reports"])


def test_shards_are_finished_on_an_object_store_as_in_a_folder(bucket, tmp_path):
    from tawatur.records import Refusal

    outcomes = [Refusal(name=f"r{n}", code="empty", reason="It is empty.") for n in range(3)]
    for shards in (Shards(f"{bucket}/shards"), Shards(str(tmp_path / "shards"))):
        name = shards.write(["a", "b", "c"], outcomes)
        assert [line.shard for line in shards.lines()] == [name]
        assert Shards(shards.address).find("b") == outcomes[1]
        assert Shards(shards.address).find("d") is None
        shards.clear()
        assert list(Shards(shards.address).lines()) == []
