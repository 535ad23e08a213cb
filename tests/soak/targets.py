"""What is fuzzed: each target takes bytes, and raises only where the project has a fault.

A refusal with a reason is no fault; an exception of another kind, a span that points outside its text, or an
answer that differs from the one before is.
"""

from __future__ import annotations

import atexit
import contextlib
import datetime as dt
import gzip
import hashlib
import io
import sqlite3
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qs, parse_qsl, urlsplit

from judging import check_said, import_judgements, judgement_lines, small_desk
from seeds import (
    ADDRESS,
    ALTERNATES,
    DATES,
    DUMP,
    FORM,
    GOLD,
    LEXICON,
    LISTED,
    MANIFEST,
    NUMBERS,
    OUTLETS,
    PAGE,
    PCODES,
    PHRASES,
    PLACES,
    REPORT,
    SHORT_PAGE,
    TABLE,
    cut_sentences,
    cut_sheet,
    pack_table,
    pack_tar,
    pack_warc,
    pack_zip,
    put_sheet,
    write_line,
    write_reports,
    write_workbook,
)

from tawatur.arabic.digits import parse_digits
from tawatur.arabic.encodings import declared_in, decode, is_binary, is_mojibake
from tawatur.arabic.fold import fold, fold_phrase, fold_word
from tawatur.arabic.numerals import read_number
from tawatur.arabic.ordinals import read_ordinal
from tawatur.claim import Reader
from tawatur.clean import clean
from tawatur.errors import GazetteerError, JudgementError, LexiconError, ReportError, TawaturError
from tawatur.find.dates import find_dates
from tawatur.find.published import settle_published
from tawatur.find.quantities import find_quantities
from tawatur.gazetteer.add import _read_table
from tawatur.gazetteer.divisions import Divisions
from tawatur.gazetteer.shipped import read_shipped
from tawatur.kept import user_folder
from tawatur.lexicon.forms import write_file as read_lexicon
from tawatur.lexicon.publishers import _read as read_publishers
from tawatur.read.addresses import day_in, site_of
from tawatur.read.documents import build_document
from tawatur.read.files import _read_stream
from tawatur.records import Document, Piece, Refusal, Text
from tawatur.review import FIELDS
from tawatur.review.slots import plain_value
from tawatur.run.keys import search_body, search_expression
from tawatur.run.stages import build_keys
from tawatur.run.tasks import Task, check_evidence, read_task
from tawatur.score import load_documents
from tawatur.segment.words import Words
from tawatur.serve.forms import read_form
from tawatur.serve.kept import _SCHEMA as _WORDS
from tawatur.serve.kept import Kept
from tawatur.serve.language import choose_lang
from tawatur.serve.log_in import to_local
from tawatur.serve.query import QueryError, parse_state, to_pairs
from tawatur.store.manifest import load_manifest
from tawatur.store.rows import Rows

DAY = dt.date(2018, 11, 24)


class Target(NamedTuple):
    ask: Callable[[bytes], object]
    seeds: tuple[bytes, ...]


def document(media: str) -> Document:
    return Document(id="d", sha256=hashlib.sha256(b"").hexdigest(), media=media, name="d")


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


@cache
def folder() -> Path:
    """One folder for every input of this process, in memory where that can be."""
    memory = Path("/dev/shm")
    made = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
    atexit.register(made.cleanup)
    return Path(made.name)


def in_file(name: str, raw: bytes, ask: Callable[[Path], object], refusals: type[TawaturError]) -> None:
    path = folder() / name
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
    return build_keys(reader(), user_folder())


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


@cache
def words_index() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.executescript(_WORDS)
    return db


def ask_search(raw: bytes) -> None:
    text = text_of(raw)
    db = words_index()
    body = search_body(text).encode("utf-8", "replace").decode()
    db.execute("begin")
    db.execute("insert into words (rowid, body) values (1, ?)", (body,))
    expression = search_expression(text[:300]).encode("utf-8", "replace").decode()
    if expression:
        list(Kept(db).search(expression))
    db.execute("rollback")


def load_gold(raw: bytes) -> None:
    in_file("gold.jsonl", raw, load_documents, TawaturError)


def open_manifest(raw: bytes) -> None:
    in_file("manifest.json", raw, lambda path: load_manifest(path.parent), TawaturError)


def ask_address(raw: bytes) -> None:
    """What a browser may send: the state of a view, a form, where to go after logging in."""
    text = raw.decode("latin-1")
    with contextlib.suppress(QueryError):
        state = parse_state(parse_qsl(text, keep_blank_values=True))
        assert parse_state(to_pairs(state)) == state
    form = parse_qs(text, keep_blank_values=True)
    for field in FIELDS:
        try:
            plain_value(field, read_form(field, form, small_desk()))
        except JudgementError as error:
            check_said(str(error))
    onward = to_local(text)
    assert onward.startswith("/")
    assert not urlsplit(onward).netloc
    choose_lang(None, {}, text, "en")


TEXTS = (*PHRASES, REPORT.encode())
TARGETS: dict[str, Target] = {
    "read-txt": Target(partial(read_stream, ".txt"), (REPORT.encode(), REPORT.encode("cp1256", "replace"))),
    "read-html": Target(partial(read_stream, ".html"), (PAGE.encode(), PAGE.encode("utf-16"))),
    "read-jsonl": Target(partial(read_stream, ".jsonl"), (write_line() + b"\n" + write_line(),)),
    "read-csv": Target(
        partial(read_stream, ".csv"),
        (
            TABLE,
            TABLE.replace(b",", b";"),
            TABLE.decode().encode("utf-16"),
            TABLE.decode().encode("cp1256", "replace"),
        ),
    ),
    "read-tsv": Target(
        partial(read_stream, ".tsv.gz"), (gzip.compress(TABLE.replace(b",", b"\t"), mtime=0),)
    ),
    "read-xlsx": Target(partial(read_stream, ".xlsx"), (write_reports(),)),
    "read-sheet": Target(
        lambda raw: read_stream(".xlsx", put_sheet(write_reports(1), raw)), (cut_sheet(write_reports(1)),)
    ),
    "read-warc": Target(partial(read_stream, ".warc"), (pack_warc() * 2,)),
    "read-zip": Target(partial(read_stream, ".zip"), (pack_zip(),)),
    "read-tar": Target(partial(read_stream, ".tar"), (pack_tar(),)),
    "read-gz": Target(partial(read_stream, ".jsonl.gz"), (gzip.compress(write_line(), mtime=0),)),
    "read-tgz": Target(partial(read_stream, ".tgz"), (gzip.compress(pack_tar(), mtime=0),)),
    "encodings": Target(read_encodings, (REPORT.encode("cp1256", "replace"), PAGE.encode())),
    "clean-text": Target(partial(clean_text, "text/plain"), TEXTS),
    "clean-page": Target(partial(clean_text, "text/html"), (SHORT_PAGE, SHORT_PAGE, PAGE.encode())),
    "fold": Target(fold_text, TEXTS),
    "numerals": Target(read_numerals, (*NUMBERS, REPORT.encode())),
    "dates": Target(read_dates, (*DATES, REPORT.encode())),
    "gazetteer-dump": Target(partial(read_table, "SY.txt"), (DUMP, DUMP * 3, ALTERNATES)),
    "gazetteer-tables": Target(partial(read_table, "t.csv"), (PCODES, LISTED, PLACES)),
    "gazetteer-gz": Target(partial(read_table, "t.csv.gz"), (gzip.compress(LISTED, mtime=0),)),
    "gazetteer-zip": Target(partial(read_table, "t.zip"), (pack_table(),)),
    "gazetteer-xlsx": Target(partial(read_table, "t.xlsx"), (write_workbook(),)),
    "gazetteer-sheet": Target(
        lambda raw: read_table("t.xlsx", put_sheet(write_workbook(), raw)), (cut_sheet(write_workbook()),)
    ),
    "lexicon": Target(load_lexicon, (LEXICON,)),
    "publishers": Target(load_outlets, (OUTLETS,)),
    "claims": Target(read_claims, TEXTS),
    "reader": Target(read_directly, TEXTS),
    "sentences": Target(read_sentence, cut_sentences()),
    "search": Target(ask_search, TEXTS),
    "manifest": Target(open_manifest, (MANIFEST,)),
    "gold": Target(load_gold, (GOLD,)),
    "judgements": Target(import_judgements, judgement_lines()),
    "addresses": Target(ask_address, (ADDRESS, FORM)),
}
