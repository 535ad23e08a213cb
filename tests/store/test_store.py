import datetime as dt
import sqlite3

import msgspec
import pytest

from doubles import TableReader, plain_text, report
from tawatur.records import Document, Incident, Joined, Judgement, Reason, Refusal
from tawatur.run.keys import search_body
from tawatur.store import Filter, GrowingSqliteStore, SqliteStore, build_rows

TEXTS = {
    "a": report("سكاي", "3 قتلى بقصف على هجين يوم 2018-10-12 من isis بحسب sdf"),
    "b": report("سانا", "5 قتلى بغارة على الموصل يوم 2018-10-20 بحسب isis", "2 قتلى باشتباك على السوسة"),
    "c": report("عنب", "لا شيء"),
}


def rows(key, text, **document):
    document = Document(id=key, sha256=key * 64, media="text/plain", name=f"{key}.txt", **document)
    shown = plain_text(key, text, before="القائمة\n", after="\nشارك")
    read = TableReader().read(shown, document)
    return build_rows(
        document, len(text), read.document, shown, read.claims,
        search=search_body(text), clean_key="clean 1", claims_key="claims 1",
    )  # fmt: skip


@pytest.fixture
def store(tmp_path):
    with GrowingSqliteStore(tmp_path / "case") as store:
        for key in "cab":
            store.add(rows(key, TEXTS[key]))
        store.commit()
        yield store


def test_documents_come_in_the_order_of_their_ids_whatever_came_first(store):
    assert [document.id for document in store.documents()] == ["a", "b", "c"]
    assert [entry.document.id for entry in store.entries()] == ["a", "b", "c"]
    assert [len(entry.claims) for entry in store.entries()] == [1, 2, 0]


def test_a_text_comes_back_with_its_way_to_what_was_received(store):
    text = store.text("a")
    assert text == plain_text("a", TEXTS["a"], before="القائمة\n", after="\nشارك")


def test_what_is_not_there_is_none(store):
    assert store.document("z") is store.text("z") is store.claim("z") is store.incident("z") is None


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        ({}, ["shelling", "airstrike", "armed_clash"]),
        ({"document": "b"}, ["airstrike", "armed_clash"]),
        ({"type": "shelling"}, ["shelling"]),
        ({"country": "SY"}, ["shelling", "armed_clash"]),
        ({"admin1": "Nineveh"}, ["airstrike"]),
        ({"place": "هجين"}, ["shelling"]),
        ({"source": "isis"}, ["airstrike"]),
        ({"source": "outlet"}, ["armed_clash"]),
        ({"actor": "isis"}, ["shelling"]),
        ({"target": "isis"}, []),
        ({"harm": "killed", "country": "IQ"}, ["airstrike"]),
        ({"harm": "wounded"}, []),
        ({"since": dt.date(2018, 10, 13)}, ["airstrike"]),
        ({"until": dt.date(2018, 10, 12)}, ["shelling"]),
        ({"since": dt.date(2018, 10, 12), "until": dt.date(2018, 10, 12)}, ["shelling"]),
        ({"stance": "denied"}, []),
        ({"type": "' or 1=1 --"}, []),
    ],
)
def test_a_filter_lets_through_what_it_names(store, wanted, kinds):
    assert [claim.type.value.value for claim in store.claims(Filter(**wanted))] == kinds


def test_a_document_that_comes_again_takes_the_place_of_the_old(store):
    store.add(rows("b", TEXTS["c"]))
    assert [len(entry.claims) for entry in store.entries()] == [1, 0, 0]
    assert store.search('"موصل"') == store.search('"الموصل"') == []
    assert store.counts()["claims"] == 1


def test_what_was_not_committed_is_as_if_it_had_not_been(tmp_path):
    with GrowingSqliteStore(tmp_path / "case") as store:
        store.add(rows("a", TEXTS["a"]))
        store.commit()
        store.add(rows("b", TEXTS["b"]))
    with SqliteStore(tmp_path / "case") as store:
        assert [document.id for document in store.documents()] == ["a"]


def test_incidents_are_replaced_whole_and_lead_back_from_their_claims(store):
    claims = [claim.id for claim in store.claims()]
    joined = Incident(
        id="i1",
        claims=tuple(sorted(claims[:2])),
        reasons=(Joined(left=claims[0], right=claims[1], why=(Reason("same_day"),)),),
    )
    store.agree([joined, Incident(id="i2", claims=(claims[2],))])
    assert store.incident("i1") == joined
    assert [store.incident_of(claim) for claim in claims] == ["i1", "i1", "i2"]
    assert [claim.id for claim in store.claims(Filter(incident="i1"))] == claims[:2]
    store.agree([Incident(id="i3", claims=(claims[0],))])
    assert [incident.id for incident in store.incidents()] == ["i3"]
    assert store.incident_of(claims[1]) is None


def test_incidents_are_marked_as_out_of_date_in_the_same_breath_as_claims_change(store):
    store.agree([])
    store.note({"linked": "link 1"})
    store.commit()
    store.add(rows("b", TEXTS["c"]))
    assert store.state("linked") == ""
    store.note({"linked": "link 1"})
    store.remove("a")
    assert store.state("linked") == ""


def test_a_refusal_that_is_not_met_again_is_forgotten_under_its_own_input_only(store):
    for name in ("in/a.txt", "in/b.txt", "in.zip!a.txt", "input/a.txt", "in", "in:3"):
        store.refuse(Refusal(name=name, code="empty", reason="It is empty."))
    store.commit()
    store._db.execute("delete from kept")
    store.refuse(Refusal(name="in/b.txt", code="empty", reason="It is empty."))
    assert store.forget_refusals(["in"]) == 3
    assert [refusal.name for refusal in store.refusals()] == ["in.zip!a.txt", "in/b.txt", "input/a.txt"]


def test_a_document_that_can_be_read_after_all_is_no_longer_refused(store):
    store.refuse(Refusal(name="a.txt", code="reader_failed", reason="x"), sha256="a" * 64, key="1")
    assert store.refused("a.txt", "a" * 64, "1").code == "reader_failed"
    assert store.refused("a.txt", "a" * 64, "2") is None
    store.add(rows("a", TEXTS["a"]))
    assert list(store.refusals()) == []


def test_the_same_bytes_elsewhere_are_noted_once(store):
    assert store.saw("a" * 64, "copy.txt")
    assert not store.saw("a" * 64, "copy.txt")
    assert store.sightings("a" * 64) == ("copy.txt",)


def test_judgements_are_only_added(store):
    judged = Judgement(
        id="",
        about="i1",
        field="grade",
        value="weak",
        who="huda",
        when=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )
    number, judged = store.judge(judged)
    assert number == 1
    assert list(store.judgements()) == list(store.judgements("i1")) == [judged]
    assert list(store.judgements("i2")) == []
    for sql in ("delete from judgements", "update judgements set about = 'i2'"):
        with pytest.raises(sqlite3.DatabaseError, match="only added"):
            store.log._open.execute(sql)


def test_stale_documents_are_those_that_other_code_or_data_read(store):
    assert store.stale("clean 1", "claims 1") == []
    assert store.stale("clean 2", "claims 1") == ["a", "b", "c"]
    assert store.stale("clean 1", "claims 2") == ["a", "b", "c"]


def test_a_reader_sees_the_last_commit_while_a_writer_goes_on(store):
    with SqliteStore(store.case) as reader:
        store.remove("a")
        assert reader.counts()["documents"] == 3
        store.commit()
        assert reader.counts()["documents"] == 2


def test_records_come_back_equal(store):
    for entry in store.entries():
        for claim in entry.claims:
            assert store.claim(claim.id) == claim
            assert msgspec.json.decode(msgspec.json.encode(claim), type=type(claim)) == claim
