import html

import pytest

from tawatur.clean.page import find_page_report

from .test_flat import BODY, HEADLINE, OTHERS, REPORT

MENU = "<ul class='menu'><li><a href='/'>الرئيسية</a></li><li><a href='/n'>أخبار</a></li><li><a href='/s'>رياضة</a></li></ul>"
SHARE = "<div class='share'><a>فيسبوك</a><a>تويتر</a></div>"
MORE = (
    "<h3>مقالات ذات صلة</h3><ul>"
    + "".join(f"<li><a href='/{n}'>{line}</a></li>" for n, line in enumerate(OTHERS))
    + "</ul>"
)


def paragraphs(tag="p"):
    return "".join(f"<{tag}>{html.escape(line)}</{tag}>" for line in BODY)


PAGES = {
    "article": f"<html><body><nav>{MENU}</nav><article><h1>{HEADLINE}</h1>{SHARE}{paragraphs()}</article>"
    f"<aside>{MORE}</aside><footer>جميع الحقوق محفوظة</footer></body></html>",
    "headline outside": f"<html><body><header>{MENU}</header><div><h1>{HEADLINE}</h1></div><div class='meta'>بواسطة المحرر</div>"
    f"<div class='entry-content'>{paragraphs()}</div><div class='related'>{MORE}</div></body></html>",
    "breaks": f"<html><body><table><tr><td>{MENU}</td><td><b>{HEADLINE}</b><br><br>{'<br><br>'.join(BODY)}</td>"
    f"<td>{MORE}</td></tr></table></body></html>",
    "spans": f"<html><body>{MENU}<div><h1>{HEADLINE}</h1>"
    + "".join(
        f"<div><span>{line.partition('،')[0]}</span>{line[len(line.partition('،')[0]) :]}</div>"
        for line in BODY
    )
    + f"</div><section>{MORE}</section></body></html>",
    "entities": f"<html><body><h1>{HEADLINE}</h1><article>"
    + "".join("<p>" + "".join(f"&#{ord(letter)};" for letter in line) + "</p>" for line in BODY)
    + f"</article>{MORE}</body></html>",
    "links": f"<html><body>{MENU}<article><h1>{HEADLINE}</h1>"
    + "".join(f"<p>{line.replace('البلدة', '<a href=x><b>البلدة</b></a>')}</p>" for line in BODY)
    + "</article></body></html>",
    "see also inside": f"<html><body><article><h1>{HEADLINE}</h1><p>{BODY[0]}</p><p>{BODY[1]}</p>"
    f"<p><strong>اقرأ أيضا: <a href=x>{OTHERS[0]}</a></strong></p><p>{BODY[2]}</p></article>{MORE}</body></html>",
    "never closed": f"<html><body><div><h1>{HEADLINE}<p>{'<p>'.join(BODY)}<ul><li>{'<li>'.join(OTHERS)}",
}


def lines(text):
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_its_headline_and_its_report(name):
    shown = lines(find_page_report(PAGES[name], HEADLINE).text)
    assert [line for line in REPORT.split("\n") if line not in shown] == []
    assert [line for line in OTHERS if line in shown] == []
    assert "الرئيسية" not in shown


@pytest.mark.parametrize("name", [name for name in PAGES if name != "never closed"])
def test_no_line_of_the_page_around_it_is_shown(name):
    shown = lines(find_page_report(PAGES[name], HEADLINE).text)
    assert set(shown) == set(REPORT.split("\n"))


@pytest.mark.parametrize("name", PAGES)
def test_each_piece_stands_in_the_markup_or_for_an_entity_a_tag_or_space(name):
    markup = PAGES[name]
    report = find_page_report(markup, HEADLINE)
    at = 0
    for piece in report.pieces:
        assert piece.shown == at
        at += piece.length
        received = markup[piece.received : piece.received + piece.length]
        if received != report.text[piece.shown : piece.shown + piece.length]:
            assert piece.length == 1
            assert received in "&<" or received.isspace()
    assert at == len(report.text)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "<html></html>",
        "<div>" * 10_000 + REPORT + "</div>" * 10_000,
        "<b>" * 100_000 + REPORT,
        f"<p>{REPORT}\0\ud800</p>",
        "<p>" + "\u202e".join(BODY) + "</p>",
        "<table>" * 500 + paragraphs() + "</table>" * 500,
        f"<svg><script>{REPORT}</svg>",
        "<!DOCTYPE x [<!ENTITY a 'قصف'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;&b;</p>" + paragraphs(),
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><p>&a;</p>" + paragraphs(),
        "<?xml version='1.0' encoding='utf-32'?>" + paragraphs(),
        "<frameset>" + paragraphs(),
    ],
    ids=[
        "empty",
        "bare",
        "deep",
        "deep inline",
        "nul and surrogate",
        "bidi",
        "tables",
        "svg",
        "entities",
        "file",
        "xml",
        "frames",
    ],
)
def test_no_markup_makes_it_raise_or_show_what_is_not_there(markup):
    report = find_page_report(markup, None)
    assert "root:" not in report.text
    assert len(report.text) <= len(markup)


def test_a_page_too_large_for_a_parser_is_read_like_flat_text():
    markup = f"<html><body>{MENU}<h1>{HEADLINE}</h1>{paragraphs()}{MORE}</body>" + "<!-- x -->" * 300_000
    assert lines(find_page_report(markup, HEADLINE).text) == REPORT.split("\n")
