import hashlib
import json
import time

import pytest

from tawatur.clean import clean
from tawatur.records import Document, Span

from .test_flat import BODY, HEADLINE, OTHERS, REPORT
from .test_page import PAGES


def document(media="text/plain", title=None):
    return Document(id="d", sha256=hashlib.sha256(b"").hexdigest(), media=media, name="d", title=title)


FLAT = "\n".join(["الرئيسية", REPORT, "مقالات ذات صلة", *OTHERS])


@pytest.mark.parametrize(
    ("media", "received", "decoded"),
    [
        ("text/plain", FLAT.encode(), FLAT),
        ("text/plain", FLAT.encode("utf-16"), FLAT),
        ("text/plain", FLAT.replace("،", "").encode("cp1256"), FLAT.replace("،", "")),
        ("text/plain", FLAT, FLAT),
        ("application/json", json.dumps({"text": FLAT, "id": 4}).encode(), FLAT),
        ("application/json", FLAT, FLAT),
        ("text/html", PAGES["article"].encode(), PAGES["article"]),
        (
            "text/html; charset=windows-1256",
            PAGES["article"].replace("،", "").encode("cp1256"),
            PAGES["article"].replace("،", ""),
        ),
        ("application/json; key=html", json.dumps({"html": PAGES["article"]}).encode(), PAGES["article"]),
        ("application/json; key=html", PAGES["article"], PAGES["article"]),
    ],
)
def test_a_text_is_what_is_shown_of_what_was_received(media, received, decoded):
    text = clean(document(media, HEADLINE), received)
    assert text.received == decoded
    assert {line.strip() for line in text.shown.split("\n") if line.strip()} == set(
        (REPORT if "،" in decoded else REPORT.replace("،", "")).split("\n")
    )


def test_the_content_runs_from_the_first_letter_shown_to_the_last():
    text = clean(document(), FLAT)
    assert text.content == Span(FLAT.index(HEADLINE), FLAT.index(BODY[2]) + len(BODY[2]))


def test_a_page_of_furniture_alone_shows_nothing_and_has_no_content():
    text = clean(document(), "الرئيسية\nأخبار\nمن نحن")
    assert (text.shown, text.pieces, text.content) == ("", (), Span(0, 0))


def test_a_quote_that_is_shown_leads_back_to_what_was_received():
    received = "\n".join([HEADLINE, BODY[0], "شارك", "تويتر", BODY[1], BODY[2]])
    text = clean(document(), received)
    start = text.shown.index(BODY[2])
    assert text.to_received(Span(start, start + len(BODY[2]))).of(received) == BODY[2]


@pytest.mark.parametrize(
    "piece",
    [
        "قصف على البلدة صباح اليوم ",
        "قصف\n",
        "a",
        "@a ",
        "Post\n@a·1m",
        "10:35 AM · Mar 25, 2025 ",
        "· Shared with Public",
        "— (@",
        "سمات .",
        "اقرأ أيضا: قصف\n",
        "\u202e\u200f",
        "\0",
        "1.1.",
        "<p>قصف ",
        "| / » ",
    ],
)
@pytest.mark.parametrize("media", ["text/plain", "text/html"])
def test_the_time_that_it_takes_grows_with_the_length_and_no_faster(piece, media):
    def cost(length):
        received = piece * (length // len(piece))
        start = time.process_time()
        clean(document(media), received)
        return time.process_time() - start

    cost(1_000)
    assert cost(400_000) < 100 * max(cost(20_000), 0.01)  # twenty times the length; a square would be 400


def test_five_megabytes_on_one_line_are_cleaned_in_seconds():
    received = "قصف على البلدة صباح اليوم " * 200_000
    start = time.process_time()
    assert clean(document(), received).shown == received.strip()
    assert time.process_time() - start < 5
