"""The lexicon that was written out is kept, made again when anything changed, and says what its YAML says."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from tawatur.claim.reader import Reader
from tawatur.errors import LexiconError
from tawatur.lexicon import load
from tawatur.lexicon.forms import FILES, write_file
from tawatur.segment.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHIPPED = files("tawatur") / "data" / "lexicons" / "ar"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("TAWATUR_HOME", str(tmp_path))
    load.load_lexicon.cache_clear()
    yield tmp_path
    load.load_lexicon.cache_clear()


def block_in(home: Path) -> Path:
    (block,) = (home / "cache" / "lexicon").glob("*.block")
    return block


@pytest.mark.parametrize("name", FILES)
def test_what_is_packed_is_what_the_yaml_says(name: str) -> None:
    assert list(load.load_file(name)) == list(write_file(SHIPPED / f"{name}.yaml", name))


def test_forms_are_found_by_the_word_that_they_begin_with() -> None:
    lexicon = load.load_lexicon()
    forms = [form for name in FILES for form in lexicon.forms(name)]
    word = "قتل"
    assert lexicon.beginning_with(word) == [form for form in forms if form.words[0] == word]
    assert lexicon.beginning_with("ليستكلمة") == []


def test_forms_of_one_entry_share_it() -> None:
    first, second = load.load_file("people")[:2]
    assert first.entry is second.entry
    assert first.entry in load.load_entries("people")


def test_the_second_start_writes_nothing_out(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load.load_lexicon()
    load.load_lexicon.cache_clear()
    monkeypatch.setattr(load, "build_block", lambda: pytest.fail("it was written out again"))
    assert load.load_lexicon().entries("parties") == first.entries("parties")


def test_it_is_written_out_anew_when_a_source_changed(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load.load_lexicon()
    kept = block_in(home)
    load.load_lexicon.cache_clear()
    monkeypatch.setattr(load, "code_fingerprint", lambda *_: "of changed sources")
    load.load_lexicon()
    assert block_in(home) != kept


def test_a_block_cut_short_is_written_out_again(home: Path) -> None:
    whole = load.load_lexicon()
    kept = block_in(home)
    kept.write_bytes(kept.read_bytes()[:1000])
    load.load_lexicon.cache_clear()
    assert load.load_lexicon().forms("cues") == whole.forms("cues")


def test_a_cache_that_cannot_be_written_is_no_hindrance(home: Path) -> None:
    (home / "cache").write_text("a file where a folder should be")
    assert load.load_lexicon().forms("cues")


def test_the_same_sources_are_the_same_bytes_in_any_process() -> None:
    code = "import hashlib; from tawatur.lexicon.load import build_block as b; print(hashlib.sha256(b()).hexdigest())"
    digests = {
        subprocess.check_output([sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_norway_without_quotation_marks_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "nations.yaml"
    path.write_text("- {id: nation.NO, country: NO, adjective: نرويجي}", encoding="utf-8")
    with pytest.raises(LexiconError, match="in quotation marks"):
        list(write_file(path, "nations"))


OWN = "- {{id: act.own, value: shelling, label: {{en: own, ar: قصف}}, phrases: [{}]}}"


@pytest.fixture
def own(home: Path) -> Path:
    """Where a user's own lexicon is looked for."""
    (home / "lexicons").mkdir()
    return home / "lexicons" / "own.yaml"


def test_a_lexicon_that_a_user_adds_or_changes_makes_texts_be_read_anew(own: Path) -> None:
    prints = [Reader.load().fingerprint]
    for phrase in ("رشق كذا", "رشق ذاك"):
        own.write_text(OWN.format(phrase), encoding="utf-8")
        prints.append(Reader.load().fingerprint)
    assert len(set(prints)) == 3


def test_a_users_forms_stand_beside_those_that_ship(own: Path) -> None:
    own.write_text(OWN.format("قصف كذا"), encoding="utf-8")
    hits = Reader.load().finders.matcher.find(Words("قصف كذا ثم قصف مدفعي"))
    acts = [hit.form.entry.id for hit in hits if hit.layer == "act"]
    assert acts[0] == "act.own"
    assert len(acts) == 2


def test_an_outlet_of_a_users_own_is_known(home: Path) -> None:
    (home / "publishers").mkdir()
    row = "- {id: own, kind: site, country: SY, name: {en: Own, ar: مرافئ الكذا}, domains: [own.example]}"
    (home / "publishers" / "own.yaml").write_text(row, encoding="utf-8")
    known = Reader.load().finders.publishers.of_document(None, "https://own.example/1")
    assert known is not None
    assert known.id == "own"


def test_a_party_of_a_users_own_acts_and_has_a_side(home: Path) -> None:
    (home / "lexicons").mkdir()
    row = "- {id: reeds, kind: [brigade], label: {en: Reeds, ar: لواء القصب}, home: [SY], side: nonstate, names: [لواء القصب]}"
    (home / "lexicons" / "parties.yaml").write_text(row, encoding="utf-8")
    load.load_entries.cache_clear()
    assert [entry.side for entry in load.load_entries("parties") if entry.id == "reeds"] == ["nonstate"]
    hits = Reader.load().finders.matcher.find(Words("لواء القصب"))
    assert [hit.form.entry.id for hit in hits if hit.layer == "party"] == ["reeds"]
    load.load_entries.cache_clear()


def test_an_entry_of_no_known_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("- {id: reeds, names: [لواء القصب]}", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"parties\.yaml"):
        list(write_file(path, "mine"))
