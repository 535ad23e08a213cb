import pytest

from tawatur.store import written_aside


def test_a_file_is_there_only_when_the_block_has_ended(tmp_path):
    path = tmp_path / "claims.csv"
    with written_aside(path) as stream:
        stream.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert [left.name for left in tmp_path.iterdir()] == ["claims.csv"]


def test_a_block_that_fails_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "claims.csv"
    path.write_bytes(b"old")

    def fail():
        with written_aside(path) as stream:
            stream.write(b"half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert path.read_bytes() == b"old"
    assert [left.name for left in tmp_path.iterdir()] == ["claims.csv"]


def test_what_a_killed_writer_left_is_overwritten(tmp_path):
    path = tmp_path / "claims.csv"
    (tmp_path / ".claims.csv.part").write_bytes(b"half of a longer file")
    with written_aside(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"
    assert [left.name for left in tmp_path.iterdir()] == ["claims.csv"]
