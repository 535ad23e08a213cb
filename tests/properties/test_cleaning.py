"""Whatever is received, what is shown stands in it letter for letter, and nothing raises."""

import hashlib

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tawatur.clean import clean
from tawatur.clean.alignment import align
from tawatur.clean.markup import render
from tawatur.records import Document, Span

LINES = st.sampled_from(
    [
        "قتل شخصان وأصيب ثالث بجروح خطرة جراء قصف مدفعي استهدف الأحياء السكنية في بلدة النخيل صباح الثلاثاء.",
        "وقالت مصادر محلية إن القصف مصدره المواقع العسكرية شمال البلدة، وأدى إلى حريق في السوق القديم.",
        "مقتل شخصين بقصف مدفعي على بلدة النخيل",
        "مقالات ذات صلة",
        "اقرأ أيضا: افتتاح السوق",
        "اقرأ أيضا",
        "الرئيسية",
        "شارك",
        "6 126 1",
        "زر الذهاب إلى الأعلى",
        "28/11/2018",
        "Post",
        "مرصد@nakheel_24قصف على البلدة10:35 AM · Mar 25, 20251.2KViews",
        "March 2 · Shared with Public",
        "All reactions:3",
        "— مرصد (@nakheel_24) March 25",
        "أسماء الضحايا:",
        "نقطة. سمات كلمة",
        "",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", " ", "", "\u2028", "\u200f\n", "\n\t"])
FLAT = st.lists(st.tuples(LINES | st.text(max_size=30), BREAKS), max_size=25).map(
    lambda parts: "".join(line + gap for line, gap in parts)
)
TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<b>",
        "</b>",
        "<h1>",
        "</h1>",
        "<a",
        "href='x'>",
        "</a>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<td>",
        "<li>",
        "<",
        ">",
        "&",
        "&quot;",
        "&#1602;",
        "&bogus;",
        "<p",
        'title=">',
        "<svg>",
        "</svg>",
        "<!doctype>",
        "<?xml",
        "\x00",
        "�",
        "\u202e",
    ]
)
MARKUP = st.lists(TAGS | LINES | st.text(max_size=10), max_size=40).map(" ".join)


def document(media):
    return Document(id="d", sha256=hashlib.sha256(b"").hexdigest(), media=media, name="d")


@given(FLAT)
@example("A\x1f\n")
@settings(max_examples=300, deadline=None)
def test_flat_text_is_shown_letter_for_letter(received):
    text = clean(document("text/plain"), received)
    at = last = 0
    for piece in text.pieces:
        assert piece.shown == at
        assert piece.received >= last
        at, last = at + piece.length, piece.received + piece.length
        assert received[piece.received : last] == text.shown[piece.shown : at]
    assert at == len(text.shown)
    assert text.content.of(received).strip() == text.content.of(received)


@given(MARKUP)
@settings(max_examples=150, deadline=None)
def test_a_page_is_shown_letter_for_letter_but_for_what_markup_writes_otherwise(received):
    text = clean(document("text/html"), received)
    at = 0
    for piece in text.pieces:
        assert piece.shown == at
        at += piece.length
        stands = received[piece.received : piece.received + piece.length]
        if stands != text.shown[piece.shown : at]:
            assert piece.length == 1
            assert stands in "&<" or stands.isspace()
    assert at == len(text.shown)


@given(FLAT, st.data())
@settings(max_examples=100, deadline=None)
def test_a_span_of_what_is_shown_leads_back_to_its_letters(received, data):
    text = clean(document("text/plain"), received)
    if text.shown:
        start = data.draw(st.integers(0, len(text.shown) - 1))
        end = data.draw(st.integers(start + 1, min(len(text.shown), start + 5)))
        back = text.to_received(Span(start, end))
        assert received[back.start] == text.shown[start]
        assert received[back.end - 1] == text.shown[end - 1]


@given(FLAT)
@settings(max_examples=100, deadline=None)
def test_what_was_shown_once_holds_nothing_new_when_it_is_cleaned_again(received):
    once = clean(document("text/plain"), received).shown
    twice = clean(document("text/plain"), once).shown
    assert all(line.strip() in once for line in twice.splitlines())


@given(st.lists(st.text("ابتثج ", min_size=1, max_size=40), max_size=12), st.data())
@settings(max_examples=200, deadline=None)
def test_the_nodes_that_are_taken_are_in_order_and_stand_in_what_was_extracted(nodes, data):
    kept = [node for node in nodes if data.draw(st.booleans())]
    taken, share = align(nodes, "".join(kept))
    assert taken == sorted(set(taken))
    assert 0 <= share <= 1
    assert all("".join(nodes[index].split()) in "".join("".join(kept).split()) for index in taken)


@given(MARKUP)
@settings(max_examples=200, deadline=None)
def test_rendering_shows_no_tag_and_points_inside_the_markup(markup):
    page = render(markup)
    assert all(0 <= piece.received < len(markup) for piece in page.rendered.pieces)
    assert sum(piece.length for piece in page.rendered.pieces) == len(page.rendered.text)
    assert all(span.end <= len(page.rendered.text) for span in (*page.nodes, *page.headings))
