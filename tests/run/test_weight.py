import gzip
import os

from tawatur.run.weight import weigh


def test_plain_files_weigh_what_they_hold_and_gzip_what_it_says(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * 1000)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.html").write_bytes(b"x" * 500)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b"report " * 10_000))
    assert weigh([tmp_path / "a.txt"]) == 1000
    assert weigh([tmp_path]) == 1000 + 500 + 70_000


def test_what_cannot_be_weighed_weighs_about_its_size_and_raises_nothing(tmp_path):
    (tmp_path / "broken.gz").write_bytes(b"\x1f\x8b" + os.urandom(40))
    (tmp_path / "short.gz").write_bytes(b"\x1f")
    (tmp_path / "broken.zip").write_bytes(b"PK" + b"x" * 98)
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert weigh([tmp_path / "broken.zip"]) == 400
    assert weigh([tmp_path]) > 400
