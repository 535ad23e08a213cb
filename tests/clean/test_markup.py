import time

import pytest

from tawatur.clean.markup import render


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>قصف</p><p>على</p>", "قصف\nعلى\n"),
        ("قصف <b>على</b> <i>البلدة</i>", "قصف على البلدة"),
        ("<p>  قصف \n\t على  </p>", "قصف على \n"),
        ("قصف<br>على<br/><br />البلدة", "قصف\nعلى\nالبلدة"),
        ("&#1602;&#x635;ف &quot;x&quot; &amp;&nbsp;&unknown; &amp", 'قصف "x" &\xa0&unknown; &'),
        ("a<!-- قصف <p> --->b<!doctype x><?php ?>c", "abc"),
        ("<script>if (a<b) '<p>'</script>قصف<style>p{}</style>", "قصف"),
        ("<SCRIPT>x</SCRIPT >قصف<textarea>x</textarea><title>x</title>", "قصف"),
        ("<script/>قصف", "قصف"),
        ("<p title='a>b' data-x=\"</p>\">قصف</p>", "قصف\n"),
        ('<a href=x\'y>قصف</a> <b title=""">على</b>', "قصف على"),
        ("3 < 4 و 5 > 2", "3 < 4 و 5 > 2"),
        ("قصف<", "قصف<"),
        ("قصف<p", "قصف\n"),
        ("قصف</p", "قصف\n"),
        ("قصف<!-- ", "قصف"),
        ("<script>قصف", ""),
        ("<ul><li>أول<li>ثان</ul>", "أول\nثان\n"),
        ("<table><tr><td>أ<td>ب</table>", "أ\nب\n"),
        ("", ""),
    ],
)
def test_a_page_shows_what_a_browser_shows(markup, text):
    assert render(markup).rendered.text == text


def test_every_letter_leads_back_to_the_markup():
    markup = "<p>قصف &amp; حريق</p>\n<p>على   البلدة</p>"
    rendered = render(markup).rendered
    back = {}
    for piece in rendered.pieces:
        for at in range(piece.length):
            back[piece.shown + at] = markup[piece.received + at]
    assert "".join(back[at] for at in range(len(rendered.text))) == "قصف & حريق<على البلدة<"


def test_headings_and_depth_are_noted():
    page = render("<div><div><h1 class=a>قصف <b>اليوم</b></h1></div><p>x<p>y<br><img></div>")
    assert [heading.of(page.rendered.text) for heading in page.headings] == ["قصف اليوم"]
    assert page.depth == 4


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "&",
        "<p>",
        "<!--",
        "</",
        "<a b='",
        '<a b="x',
        "<script>",
        "<div>قصف",
        "&#",
        "&amp",
        " ",
        "<a\n",
        "=' ",
    ],
)
def test_broken_markup_costs_time_in_proportion(piece):
    def cost(length):
        start = time.process_time()
        render(piece * (length // len(piece)))
        return time.process_time() - start

    cost(10_000)
    assert cost(300_000) < 100 * max(cost(15_000), 0.002)  # twenty times the length; a square would be 400
