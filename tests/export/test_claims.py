import io
import json

import pytest

from doubles import TableReader, plain_text, report
from tawatur.errors import ExportError
from tawatur.export.claims import format_document, is_page, write_claims
from tawatur.records import Document, Piece, Text
from tawatur.run.one import Reading

PHRASE = "3 قتلى بقصف على هجين يوم 2018-10-12 من isis بحسب sdf"


def read(text, **document):
    document = Document(
        **{"id": "d1", "sha256": "0" * 64, "media": "text/plain", "name": "d1.txt", **document}
    )
    done = TableReader().read(text, document)
    return Reading(done.document, text, done.claims, {done.claims[0].id: "i1"} if done.claims else {})


def spans_in(value):
    """Every [start, end] anywhere in a claim, but its date and its candidates."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("span", "spans"):
                yield from (span for span in flatten(inner))
            elif key not in ("date", "candidates"):
                yield from spans_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans_in(inner)


def flatten(value):
    if isinstance(value, dict):
        for inner in value.values():
            yield from flatten(inner)
    elif isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value):
        yield value
    elif isinstance(value, list):
        for inner in value:
            yield from flatten(inner)


def as_json(entry):
    class One:
        def entries(self):
            return iter([entry])

    stream = io.BytesIO()
    write_claims(One(), stream)
    return json.loads(stream.getvalue())


def test_a_flat_text_is_given_as_received_and_every_span_is_carried_to_it():
    shown = report("وكالة", PHRASE)
    line = as_json(read(plain_text("d1", shown, before="الرئيسية | أخبار\n", after="\nشارك")))
    assert line["text"] == "الرئيسية | أخبار\n" + shown + "\nشارك"
    start, end = line["content"]
    assert line["text"][start:end] == shown
    (claim,) = line["claims"]
    start, end = claim["span"]
    assert line["text"][start:end] == claim["quote"] == PHRASE
    words = {line["text"][start:end] for start, end in spans_in(claim)}
    assert words == {PHRASE, "بقصف", "isis", "هجين", "2018-10-12", "3", "sdf"}


def test_a_page_is_given_as_it_is_shown():
    shown = "خبر: " + PHRASE
    markup = f"<html><p>{shown}</p></html>"
    text = Text(document="d1", received=markup, shown=shown, pieces=(Piece(0, 9, len(shown)),))
    line = as_json(read(text, media="text/html; charset=windows-1256"))
    assert line["text"] == shown
    assert line["content"] == [0, len(shown)]
    assert line["text"][slice(*line["claims"][0]["span"])] == PHRASE


@pytest.mark.parametrize(
    ("media", "page"),
    [
        ("text/plain", False),
        ("text/plain; charset=windows-1256", False),
        ("text/html", True),
        ("text/html; charset=utf-8", True),
        ("application/json; key=html", True),
        ("application/json; key=text", False),
        ("application/json", False),
    ],
)
def test_what_counts_as_a_page(media, page):
    assert is_page(Document(id="d1", sha256="", media=media, name="")) is page


def test_a_line_has_the_keys_of_the_format():
    line = as_json(read(plain_text("d1", report("وكالة", PHRASE)), outlet="سكاي"))
    assert {"id", "outlet", "published", "text", "content", "claims"} <= set(line)
    (claim,) = line["claims"]
    wanted = "id type stance quote actors targets place date effects source incident span"
    assert set(wanted.split()) <= set(claim)
    assert (claim["type"], claim["stance"], claim["source"], claim["incident"]) == (
        "shelling",
        "asserted",
        "sdf",
        "i1",
    )
    assert claim["date"] == ["2018-10-12", "2018-10-12"]
    assert claim["place"]["name"] == "هجين"
    assert [(e["kind"], e["who"], e["of"], e["low"], e["high"]) for e in claim["effects"]] == [
        ("killed", "civilians", None, 3, 3)
    ]


def test_what_is_silent_is_null_and_a_reports_own_voice_is_outlet():
    line = as_json(read(plain_text("d1", report("وكالة", "3 قتلى بقصف على مكان"))))
    (claim,) = line["claims"]
    assert (claim["date"], claim["source"], claim["actors"]) == (None, "outlet", [])
    assert (claim["place"]["lat"], claim["unresolved"]) == (None, {"date": "no day is named"})


def test_a_report_without_a_claim_keeps_its_line():
    assert as_json(read(plain_text("d1", "خبر عادي")))["claims"] == []


def test_a_claim_without_words_is_never_exported():
    whole = read(plain_text("d1", report("وكالة", PHRASE)))
    cut = whole._replace(text=plain_text("d1", "قصير"))
    with pytest.raises(ExportError, match=r"has no words.*\n.*tawatur verify"):
        format_document(cut)
