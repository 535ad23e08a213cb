import hashlib

import pytest

from tawatur.errors import CaseError
from tawatur.store.objects import Objects

DATA = "قصف".encode()
SHA = hashlib.sha256(DATA).hexdigest()


def test_bytes_lie_under_the_first_two_digits_of_their_hash(tmp_path):
    objects = Objects(tmp_path)
    objects.put(SHA, DATA)
    assert (tmp_path / SHA[:2] / SHA).read_bytes() == DATA
    assert objects.get(SHA) == DATA
    assert list(objects.names()) == [SHA]


def test_a_file_that_was_cut_short_is_mended_when_its_bytes_come_again(tmp_path):
    objects = Objects(tmp_path)
    objects.put(SHA, DATA)
    objects.path(SHA).write_bytes(DATA[:2])
    with pytest.raises(CaseError, match="does not hold"):
        objects.get(SHA)
    objects.put(SHA, DATA)
    assert objects.get(SHA) == DATA


def test_a_missing_file_is_named_with_what_to_do(tmp_path):
    with pytest.raises(CaseError, match=r"is missing.*\n.*tawatur run"):
        Objects(tmp_path).get(SHA)


def test_what_a_killed_run_left_aside_is_swept_away(tmp_path):
    objects = Objects(tmp_path)
    objects.put(SHA, DATA)
    (tmp_path / "aside" / "half").write_bytes(b"x")
    objects.sweep()
    assert list((tmp_path / "aside").iterdir()) == []
    assert list(objects.names()) == [SHA]
