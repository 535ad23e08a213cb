"""Every value that a user may meet has a label in both languages."""

import ast
import re
from pathlib import Path

import pytest

import tawatur
from tawatur.errors import LexiconError
from tawatur.export import ontology
from tawatur.export.labels import heading, label, load_vocabulary, meaning, party
from tawatur.records import ClaimType, EffectKind, Precision, PublishedFrom, Relation, Stance

GROUPS = ("children", "women", "commanders", "prisoners", "journalists", "medics")
ENUMERATIONS = {
    "types": list(ClaimType),
    "stances": list(Stance),
    "effects": list(EffectKind),
    "people": [*GROUPS, "civilians", "unknown"],
    "precision": list(Precision),
    "sources": ["outlet", "activists", "local_sources", "witnesses", "medics", "officials", "un"],
    "grades": ["confirmed", "fair", "weak", "contested", "discounted"],
    "published_from": list(PublishedFrom),
    "relations_of_voices": list(Relation),
    "contradictions": [
        "denied",
        "actors",
        "targets",
        "type",
        "place",
        "day",
        "counts",
        "civilians_or_fighters",
        "losers",
    ],
}
VALUES = [(of, value) for of, values in ENUMERATIONS.items() for value in values]
ARABIC = re.compile("[\u0620-\u064a]")
PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufeff]")


@pytest.mark.parametrize(("of", "value"), VALUES)
def test_every_value_is_labelled_in_english_and_arabic(of, value):
    assert label(of, value, "en") not in ("", value)
    assert ARABIC.search(label(of, value, "ar"))
    assert not ARABIC.search(label(of, value, "en"))


@pytest.mark.parametrize(
    "of",
    [
        "types",
        "stances",
        "precision",
        "published_from",
        "sources",
        "grades",
        "relations_of_voices",
        "refusals",
        "contradictions",
    ],
)
def test_every_entry_has_its_meaning_in_one_line_of_each_language(of):
    for value in load_vocabulary(of):
        for lang in ("en", "ar"):
            said = meaning(of, value, lang)
            assert said, (of, value, lang)
            assert said.endswith(".")
            assert "\n" not in said


@pytest.mark.parametrize(
    "of", ["types", "stances", "effects", "people", "precision", "sources", "grades", "refusals", "headings"]
)
def test_no_two_values_of_a_vocabulary_look_alike(of):
    for lang in ("en", "ar"):
        shown = [label(of, value, lang) for value in load_vocabulary(of) if value != "none"]
        assert len(shown) == len(set(shown)), [s for s in shown if shown.count(s) > 1]


def test_no_label_is_written_in_presentation_forms_or_tatweel():
    for of in ENUMERATIONS:
        for value in load_vocabulary(of):
            shown = label(of, value, "ar")
            assert not PRESENTATION.search(shown)
            assert "\u0640" not in shown


def test_the_ontology_names_the_types_of_the_records_and_no_others():
    assert list(load_vocabulary("types")) == [str(kind) for kind in ClaimType]
    assert list(load_vocabulary("effects")) == [str(kind) for kind in EffectKind]


def test_every_type_but_a_toll_is_exported_to_some_acled_sub_event():
    assert [entry.id for entry in ontology.load_types().values() if entry.acled is None] == ["toll"]


def test_a_value_without_an_entry_is_shown_as_it_is():
    assert label("refusals", "never_seen", "ar") == "never_seen"
    assert meaning("grades", "never_seen", "en") is None


@pytest.mark.parametrize(
    ("value", "en", "ar"),
    [
        (None, "The outlet itself", "الجهة الناشرة"),
        ("outlet", "The outlet itself", "الجهة الناشرة"),
        ("medics", "Medics", "مصادر طبية"),
        ("media:وكالة أفق", "وكالة أفق", "وكالة أفق"),
        ("other:لجان المقاومة", "لجان المقاومة", "لجان المقاومة"),
        ("never_seen", "never_seen", "never_seen"),
    ],
)
def test_a_source_is_shown_as_a_reader_knows_it(value, en, ar):
    assert (party(value, "en"), party(value, "ar")) == (en, ar)


def test_every_party_of_the_claim_format_can_be_shown_and_named():
    for value in ontology.load_names():
        assert not ARABIC.search(party(value, "en")), value
        assert ARABIC.search(party(value, "ar")), value


def test_a_heading_is_a_label_too():
    assert (heading("place", "en"), heading("place", "ar")) == ("Place", "المكان")


def test_a_broken_entry_is_refused_with_its_file(monkeypatch, tmp_path):
    folder = tmp_path / "data" / "ontology"
    folder.mkdir(parents=True)
    (folder / "grades.yaml").write_text("- {id: fair, label: {en: Fair}}\n", encoding="utf-8")
    monkeypatch.setattr(ontology, "files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=r"grades\.yaml: .*`ar`"):
        ontology.load_entries.__wrapped__("grades")


def find_refusal_codes():
    """The codes that the source gives: `Refusal(code="…")` and `ReportError("…", …)`."""
    for file in sorted(Path(tawatur.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            if getattr(node.func, "id", None) == "ReportError":
                named += node.args[:1]
            yield from (
                arg.value for arg in named if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
            )


def test_every_reason_to_set_an_input_aside_is_labelled():
    assert {"empty", "binary"} <= set(find_refusal_codes())
    assert set(find_refusal_codes()) <= set(load_vocabulary("refusals"))


def test_a_party_of_a_users_own_is_called_by_its_label(tmp_path, monkeypatch):
    monkeypatch.setenv("TAWATUR_HOME", str(tmp_path))
    (tmp_path / "lexicons").mkdir()
    row = "- {id: reeds, kind: [brigade], label: {en: Reeds Brigade, ar: لواء القصب}, side: nonstate, names: [لواء القصب]}"
    (tmp_path / "lexicons" / "parties.yaml").write_text(row, encoding="utf-8")
    ontology.load_parties.cache_clear()
    try:
        assert party("reeds", "en") == "Reeds Brigade"
        assert party("reeds", "ar") == "لواء القصب"
    finally:
        ontology.load_parties.cache_clear()
