"""What is fuzzed: each target takes bytes, and raises only where the project has a fault.

A refusal with a reason is no fault; an exception of another kind, a span that points outside its text, or an
answer that differs from the one before is.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import io
import json
import re
import sqlite3
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import openpyxl

from tawatur.arabic.digits import parse_digits
from tawatur.arabic.encodings import declared_in, decode, is_binary, is_mojibake
from tawatur.arabic.fold import fold, fold_phrase, fold_word
from tawatur.arabic.numerals import read_number
from tawatur.arabic.ordinals import read_ordinal
from tawatur.claim import Reader
from tawatur.clean import clean
from tawatur.errors import GazetteerError, LexiconError, ReportError, TawaturError
from tawatur.find.dates import find_dates
from tawatur.find.published import settle_published
from tawatur.find.quantities import find_quantities
from tawatur.gazetteer.add import _read_table
from tawatur.gazetteer.divisions import Divisions
from tawatur.gazetteer.shipped import read_shipped
from tawatur.lexicon.load import _read_file as read_lexicon
from tawatur.lexicon.publishers import _read as read_publishers
from tawatur.read.addresses import day_in, site_of
from tawatur.read.documents import build_document
from tawatur.read.files import _read_stream
from tawatur.records import Document, Piece, Refusal, Text
from tawatur.run.keys import search_body, search_expression
from tawatur.run.stages import build_keys
from tawatur.run.tasks import Task, check_evidence, read_task
from tawatur.score import load_documents
from tawatur.segment.words import Words
from tawatur.serve.kept import _SCHEMA as _WORDS
from tawatur.serve.kept import Kept
from tawatur.store.manifest import load_manifest
from tawatur.store.rows import Rows

DAY = dt.date(2018, 11, 24)
EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
REPORT = (
    "قُتل ثلاثة مدنيين بينهم طفل وأصيب 12 آخرون بقصف مدفعي للقوات السورية على بلدة هجين بريف دير الزور مساء أمس الجمعة 23 "
    "تشرين الثاني 2018، وفق ما أفاد مراسل «وكالة الساحل».\nوقالت مصادر محلية إنّ ١٥٠٠ شخص نزحوا، ونفى التحالف الدولي ذلك.\n"
)
PAGE = (
    '<!doctype html><html><head><meta charset=utf-8><title>قصف</title><meta property="article:published_time" '
    'content="2018-11-24"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2018-11-24"}'
    f"</script></head><body><h1>قصف على هجين</h1><p>{REPORT}</p><ul><li>اقرأ أيضا</ul></body></html>"
)


class Target(NamedTuple):
    ask: Callable[[bytes], object]
    seeds: tuple[bytes, ...]


def document(media: str) -> Document:
    return Document(id="d", sha256=hashlib.sha256(b"").hexdigest(), media=media, name="d")


def check_said(reason: str) -> None:
    assert reason, "it was refused without a word"


def text_of(raw: bytes) -> str:
    """Any text that Python can hold, lone surrogates too."""
    try:
        return raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace")


def read_stream(kind: str, raw: bytes) -> None:
    try:
        for found in _read_stream("a", f"a{kind}", io.BufferedReader(io.BytesIO(raw)), None):  # type: ignore[arg-type]
            if isinstance(found, Refusal):
                assert found.code
                assert found.reason
                assert found.name.encode()
                continue
            try:
                build_document(found, hashlib.sha256(found.received).hexdigest())
            except ReportError as error:
                check_said(error.code)
    except ReportError as error:
        check_said(error.code)


def clean_text(media: str, raw: bytes) -> None:
    received = text_of(raw)
    text = clean(document(media), received)
    at = 0
    for piece in text.pieces:
        assert piece.shown == at
        at += piece.length
        assert 0 <= piece.received <= piece.received + piece.length <= len(received)
    assert at == len(text.shown)


def fold_text(raw: bytes) -> None:
    text = text_of(raw)
    folded = fold(text)
    assert fold(folded) == folded
    fold_word(text)
    fold_phrase(text)
    words = Words(text)
    last = 0
    for form, start, end in zip(words.forms, words.starts, words.ends, strict=True):
        assert last <= start < end <= len(text)
        assert form == fold_word(text[start:end])
        last = end
    assert len(words.gaps) == len(words) + 1


def read_numerals(raw: bytes) -> None:
    words = Words(text_of(raw))
    for at, form in enumerate(words.forms):
        parse_digits(form)
        for found in (read_number(words.forms, at, words.gaps), read_ordinal(words.forms, at, words.gaps)):
            assert found is None or at < found.last <= len(words)
    for quantity in find_quantities(words):
        assert quantity.first < quantity.last <= len(words)
        assert quantity.low is None or 0 <= quantity.low < 1 << 53


def read_dates(raw: bytes) -> None:
    words = Words(text_of(raw))
    for published in (DAY, None):
        for mention in find_dates(words, published):
            assert mention.first < mention.last <= len(words)
            assert mention.days is None or mention.days.first <= mention.days.last
    settle_published(words, words.text[:200])
    day_in(words.text)
    site_of(words.text)


def read_encodings(raw: bytes) -> None:
    is_binary(raw)
    declared = declared_in(raw)
    for charset in (None, declared, raw[:12].decode("latin-1")):
        text = decode(raw, charset)
        if text is not None:
            text.encode()
            is_mojibake(text)


@cache
def divisions() -> Divisions:
    return Divisions(list(read_shipped()))


def in_file(name: str, raw: bytes, ask: Callable[[Path], object], refusals: type[TawaturError]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(raw)
        try:
            ask(path)
        except refusals as error:
            check_said(str(error))


def read_table(name: str, raw: bytes) -> None:
    in_file(name, raw, lambda path: _read_table(path, divisions(), lambda _: None), GazetteerError)


def load_lexicon(raw: bytes) -> None:
    in_file(
        "acts.yaml", raw, lambda path: all(form.words for form in read_lexicon(path, "acts")), LexiconError
    )


def load_outlets(raw: bytes) -> None:
    in_file("own.yaml", raw, lambda path: list(read_publishers(path)), LexiconError)


@cache
def reader() -> Reader:
    return Reader.load()


@cache
def keys() -> object:
    return build_keys(reader())


def read_claims(raw: bytes) -> None:
    """A report as a worker reads it: what it gives can be stored, and its words are there."""
    text = text_of(raw).encode("utf-8", "replace")
    for published in (DAY, None):
        task = Task(
            "new",
            Document(id="d", sha256="0" * 64, media="text/plain", name="d", published=published),
            text,
            1,
        )
        done = read_task(task, reader(), keys())  # type: ignore[arg-type]
        if isinstance(done, Refusal):
            assert done.code != "reader_failed", done.reason
            continue
        assert isinstance(done, Rows)
        for row in (*done.claims, *done.effects):
            assert all(not isinstance(value, int) or abs(value) < 1 << 53 for value in row)
        done.search.encode()


def read_directly(raw: bytes) -> None:
    """A text that no cleaning came before: the library's caller may hand over anything."""
    shown = text_of(raw)
    whole = Text(document="d", received=shown, shown=shown, pieces=(Piece(0, 0, len(shown)),))
    check_evidence(whole, reader().read(whole, document("text/plain")).claims)


def read_sentence(raw: bytes) -> None:
    """One sentence, as it stands in a report of its day."""
    shown = text_of(raw)
    text = Text(document="d", received=shown, shown=shown, pieces=(Piece(0, 0, len(shown)),))
    dated = Document(id="d", sha256="0" * 64, media="text/plain", name="d", published=DAY)
    check_evidence(text, reader().read(text, dated).claims)


def ask_search(raw: bytes) -> None:
    text = text_of(raw)
    db = sqlite3.connect(":memory:")
    db.executescript(_WORDS)
    body = search_body(text).encode("utf-8", "replace").decode()
    db.execute("insert into words (rowid, body) values (1, ?)", (body,))
    expression = search_expression(text[:300]).encode("utf-8", "replace").decode()
    if expression:
        list(Kept(db).search(expression))
    db.close()


def load_gold(raw: bytes) -> None:
    in_file("gold.jsonl", raw, load_documents, TawaturError)


def open_manifest(raw: bytes) -> None:
    in_file("manifest.json", raw, lambda path: load_manifest(path.parent), TawaturError)


def _zip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", REPORT)
        archive.writestr("b.jsonl", _line())
    return packed.getvalue()


def _tar() -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(REPORT.encode())
        archive.addfile(info, io.BytesIO(REPORT.encode()))
    return packed.getvalue()


def _line() -> bytes:
    return json.dumps({"text": REPORT, "id": "a", "published": "2020-01-02"}, ensure_ascii=False).encode()


def _warc() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.test/\r\nContent-Type: application/http"
    return head + b"; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n"


LEXICON = """
- id: act.shell
  kind: [shelling]
  label: {en: shelling, ar: قصف}
  verbs: [قصف يقصف, استهدف يستهدف]
  nouns: [قصف, غارة/ات]
  phrases: [سقوط قذائف]
  needs: [مدفعية]
- id: party.x
  names: [لواء الريح]
  shared: [{form: اللواء, in: [SY], since: 2012-01-01, until: 2014-02-02, default: true}]
  parties: [{party: y, in: [IQ]}]
""".encode()
OUTLETS = """
- id: own
  kind: newspaper
  name: {en: The Shore, ar: الساحل}
  names: [صحيفة الساحل]
  domains: [shore.test]
  camp: [{party: y, since: 2012-01-01}]
""".encode()
DUMP = (
    "170063\tHajin\tHajin\tهجين,Hajin\t34.68916\t40.83111\tP\tPPL\tSY\t\t07\t\t\t\t0\t\t177\tAsia/Damascus\t2018-01-01\n"
    * 3
).encode()
ALTERNATES = "1\t170063\tar\tهجين\t1\t\t\t\n2\t170063\tar\tهجّين\t\t\t\t\n".encode()
PCODES = "admin1Name_en,admin1Name_ar,ADM1_PCODE,ADM2_PCODE,ADM2_AR,ADM2_EN\nDeir,دير الزور,SY09,SY0901,هجين,Hajin\n".encode()
LISTED = "name_ar,name_en,lat,lon,kind,country,admin1\nهجين,Hajin,34.6,40.8,town,SY,دير الزور\n".encode()
MANIFEST = b'{"format":1,"tawatur":"0.1.0","fingerprints":{},"counts":{},"refused":{},"roots":{},"root":"","files":{},"refusals":[]}'


def _sentences() -> tuple[bytes, ...]:
    """Every sentence of the invented reports."""
    return tuple(
        line.strip().encode()
        for path in sorted(EXAMPLES.glob("*.txt"))
        for line in re.split(r"(?<=[.؟!])\s+|\n", path.read_text(encoding="utf-8"))
        if len(line) > 20
    )


def _packed_table() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("t.csv", LISTED)
    return packed.getvalue()


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for line in LISTED.decode().splitlines():
        book.active.append(line.split(","))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


GOLD = (
    '{"id":"a","outlet":"x","published":"2018-11-24","text":"قصف","claims":[{"id":"c","type":"shelling","stance":"asserted","quote":"قصف",'
    '"actors":["sdf"],"targets":[],"place":null,"date":["2018-11-23","2018-11-23"],"effects":[],"source":"outlet"}]}\n'
).encode()

TEXTS = (REPORT.encode(), "قتل 1,000 شخص و3.5 بين 10-15 يوم 28/11/2018 هـ".encode())
TARGETS: dict[str, Target] = {
    "read-txt": Target(partial(read_stream, ".txt"), (REPORT.encode(), REPORT.encode("cp1256", "replace"))),
    "read-html": Target(partial(read_stream, ".html"), (PAGE.encode(), PAGE.encode("utf-16"))),
    "read-jsonl": Target(partial(read_stream, ".jsonl"), (_line() + b"\n" + _line(),)),
    "read-warc": Target(partial(read_stream, ".warc"), (_warc() * 2,)),
    "read-zip": Target(partial(read_stream, ".zip"), (_zip(),)),
    "read-tar": Target(partial(read_stream, ".tar"), (_tar(),)),
    "read-gz": Target(partial(read_stream, ".jsonl.gz"), (gzip.compress(_line(), mtime=0),)),
    "read-tgz": Target(partial(read_stream, ".tgz"), (gzip.compress(_tar(), mtime=0),)),
    "encodings": Target(read_encodings, (REPORT.encode("cp1256", "replace"), PAGE.encode())),
    "clean-text": Target(partial(clean_text, "text/plain"), TEXTS),
    "clean-page": Target(partial(clean_text, "text/html"), (PAGE.encode(),)),
    "fold": Target(fold_text, TEXTS),
    "numerals": Target(read_numerals, TEXTS),
    "dates": Target(read_dates, TEXTS),
    "gazetteer-dump": Target(partial(read_table, "SY.txt"), (DUMP, ALTERNATES)),
    "gazetteer-tables": Target(partial(read_table, "t.csv"), (PCODES, LISTED)),
    "gazetteer-gz": Target(partial(read_table, "t.csv.gz"), (gzip.compress(LISTED, mtime=0),)),
    "gazetteer-zip": Target(partial(read_table, "t.zip"), (_packed_table(),)),
    "gazetteer-xlsx": Target(partial(read_table, "t.xlsx"), (_workbook(),)),
    "lexicon": Target(load_lexicon, (LEXICON,)),
    "publishers": Target(load_outlets, (OUTLETS,)),
    "claims": Target(read_claims, TEXTS),
    "reader": Target(read_directly, TEXTS),
    "sentences": Target(read_sentence, _sentences()),
    "search": Target(ask_search, TEXTS),
    "manifest": Target(open_manifest, (MANIFEST,)),
    "gold": Target(load_gold, (GOLD,)),
}
