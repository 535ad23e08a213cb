"""Names that are blacked out stand nowhere but in the received bytes, whatever is run afterwards."""

import datetime as dt

import pytest

from doubles import TableReader, exports, report, write_reports
from tawatur import build_case, open_case
from tawatur.errors import CaseError
from tawatur.records import Document, Judgement, Piece, Text
from tawatur.records.judgement import Anchor, sign
from tawatur.run.blackout import Blackout, fold_name
from tawatur.run.redact import redact_case
from tawatur.run.verify import verify_case
from tawatur.store import GrowingSqliteStore
from tawatur.store.redactions import Redactions, load_redactions

NAME = "سالم القادري"
WRITTEN = ("سالم القادري", "سالم", "القادري")


def blackout(*names):
    return Blackout(Redactions(salt="s").adding(map(fold_name, names)))


@pytest.mark.parametrize(
    ("name", "text", "masked"),
    [
        (NAME, "قتل سالم القادري أمس", "قتل ████████████ أمس"),
        (NAME, "قتل سَالِم القَـادري", "قتل ████████████████"),
        (NAME, "ولسالم القادري أخ", "██████████████ أخ"),
        (NAME, "قال سالم\nالقادري", "قال ████████████"),
        (NAME, "سالم وحده، القادري وحده", "سالم وحده، القادري وحده"),
        ("أحمد", "قال احمد لأحمد", "قال ████ █████"),
        ("Salem Q.", "by SALEM Q and salem, q", "by ███████ and ████████"),
        (NAME, "سالم القادري سالم القادري", "████████████ ████████████"),
    ],
)
def test_a_name_is_blacked_out_in_every_spelling_and_the_text_keeps_its_length(name, text, masked):
    assert blackout(name).mask(text) == masked
    assert len(masked) == len(text)
    assert blackout(name).mask(masked) == masked


def test_a_name_that_markup_breaks_or_the_page_hides_is_blacked_out_on_both_sides():
    received = "<p>قتل سالم <b>القادري</b> أمس</p> كتب سالم القادري"
    pieces = (Piece(0, 3, 9), Piece(9, 15, 7), Piece(16, 26, 4))
    shown = "".join(received[p.received : p.received + p.length] for p in pieces)
    masked = blackout(NAME).mask_text(Text(document="d", received=received, shown=shown, pieces=pieces))
    assert masked.shown == "قتل ████████████ أمس"
    assert "سالم" not in masked.received
    assert "القادري" not in masked.received
    assert len(masked.received) == len(received)
    assert all(
        masked.shown[p.shown : p.shown + p.length] == masked.received[p.received : p.received + p.length]
        for p in pieces
    )


def test_an_address_that_spells_a_name_is_cut_down_to_its_site():
    url = "https://shore.test/%D8%B3%D8%A7%D9%84%D9%85-%D8%A7%D9%84%D9%82%D8%A7%D8%AF%D8%B1%D9%8A/7"
    document = Document(id="d", sha256="", media="text/plain", name="d", url=url, title=f"مقتل {NAME}")
    masked = blackout(NAME).mask_document(document)
    assert (masked.url, masked.title) == ("https://shore.test/█", "مقتل ████████████")
    assert blackout("غيره").mask_document(document) == document


@pytest.fixture
def case(tmp_path):
    reports = {
        "named": report("وكالة الساحل", f"3 قتلى بقصف على هجين يوم 2018-10-12 بحسب {NAME.split()[1]}", NAME),
        "other": report("وكالة النهر", "4 قتلى بقصف على هجين يوم 2018-10-12"),
        NAME: report("وكالة الجبل", "2 قتلى بغارة على السوسة يوم 2018-10-13"),
        "broken": "",
    }
    folder = write_reports(tmp_path / "reports", reports)
    (folder / f"{NAME}.bin.txt").write_bytes(b"\0\1\2")
    run(tmp_path)
    with GrowingSqliteStore(tmp_path / "case") as store:
        claim = next(claim for claim in store.claims() if claim.source)
        text = store.text(claim.document)
        anchor = Anchor(
            claim=claim.id, document=claim.document, type=claim.type.value, quote=claim.quote.of(text.shown)
        )
        judgement = Judgement(
            id="",
            about=claim.id,
            field="comment",
            value=f"عن {NAME}",
            who="r",
            when=dt.datetime.now(dt.UTC),
            of=(anchor,),
        )
        store.log.add(sign(judgement))
    return tmp_path / "case"


def run(folder, *more):
    return build_case([folder / "reports", *more], folder / "case", workers=1, load=TableReader)


def redact(case, *names):
    return redact_case(case, names, load=TableReader, workers=1)


def leaks(case):
    """Every file of the case, and every export of it, that still spells the name."""
    found = {
        path.relative_to(case).as_posix(): path.read_bytes()
        for path in case.rglob("*")
        if path.is_file() and path.relative_to(case).parts[0] != "objects"
    }
    found |= {f"export {name}": data for name, data in exports(case).items()}
    return [name for name, data in found.items() if any(word.encode() in data for word in WRITTEN)]


def test_a_name_stands_nowhere_but_in_the_objects(case):
    assert len(leaks(case)) > 5
    blacked = redact(case, NAME, *WRITTEN)
    assert (blacked.documents, blacked.ids) == (2, ())
    assert leaks(case) == []
    assert any(NAME.encode() in path.read_bytes() for path in (case / "objects").rglob("*") if path.is_file())
    assert list(verify_case(case)) == []


def test_the_figures_stay_and_every_claim_still_points_at_its_words(case):
    def toll():
        with open_case(case) as opened:
            return sorted(
                (c.effects[0].low, c.place.value.name, opened.quote(c)[:1]) for c in opened.claims()
            )

    before = toll()
    redact(case, NAME, "القادري")
    assert toll() == before


def test_a_later_run_of_the_same_and_of_new_reports_shows_no_name(case, tmp_path):
    redact(case, *WRITTEN)
    before = exports(case)
    assert run(tmp_path).tally.read == 0
    assert exports(case) == before
    write_reports(tmp_path / "more", {"new": report("وكالة الوادي", f"5 قتلى بقصف على هجين بحسب {NAME}")})
    assert run(tmp_path, tmp_path / "more").tally.new == 1
    assert leaks(case) == []


def test_other_code_reads_the_bytes_again_and_shows_no_name(case, tmp_path, monkeypatch):
    redact(case, *WRITTEN)
    monkeypatch.setattr("tawatur.run.stages.code_fingerprint", lambda *_, **__: "other code")
    assert run(tmp_path).tally.again == 3
    assert leaks(case) == []


def test_a_run_goes_on_where_redacting_was_cut_off(case, tmp_path, monkeypatch):
    def cut(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("tawatur.run.redact.build_case", cut)
    with pytest.raises(KeyboardInterrupt):
        redact(case, *WRITTEN)
    assert leaks(case)
    run(tmp_path)
    assert leaks(case) == []


def test_the_log_says_when_and_how_often_and_spells_no_name(case):
    redact(case, NAME)
    redact(case, "سالم", "القادري")
    redactions = load_redactions(case)
    assert [len(entry.names) for entry in redactions.log] == [1, 2]
    assert redactions.log[0].documents == 2
    assert redactions.log[0].places == 2
    assert redactions.log[0].who
    assert len(redactions.names) == 3


def test_judgements_hold_with_the_name_blacked_out(case):
    redact(case, *WRITTEN)
    with open_case(case) as opened:
        (judgement,) = opened.judgements()
    assert judgement.value == "عن ████████████"
    assert "█" in judgement.of[0].quote
    assert sign(judgement).id == judgement.id


def test_what_holds_no_letter_is_no_name_and_no_case_is_made(case, tmp_path):
    with pytest.raises(CaseError, match="is no name"):
        redact(case, "؟!")
    with pytest.raises(CaseError, match="does not exist"):
        redact(tmp_path / "none", NAME)
    assert not (tmp_path / "none").exists()
