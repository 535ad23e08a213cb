import time

import pytest

from tawatur.read.pages import parse_day, read_page


def ld(json):
    return f'<script type="application/ld+json">{json}</script>'


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<meta property="article:published_time" content="2021-10-19T08:00:00+03:00">', "2021-10-19"),
        ("<META NAME='pubdate' CONTENT='20211019'>", "2021-10-19"),
        ("<meta content=2021-10-19 name=date>", "2021-10-19"),
        ('<meta itemprop="datePublished" content="2021-10-19 10:00">', "2021-10-19"),
        ('<meta name="date" content="2021-1-9">', "2021-01-09"),
        (ld('{"@type": "NewsArticle", "datePublished": "2021-10-19"}'), "2021-10-19"),
        (
            ld(
                '{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "datePublished": "2021-10-19"}]}'
            ),
            "2021-10-19",
        ),
        (ld('{"@type": "NewsArticle", "headline": "a\n", "datePublished": "2021-10-19"}'), "2021-10-19"),
        (ld('{"@type": "Event", "datePublished": "2021-10-19"}'), None),
        ('<meta name="date" content="2021">', None),
        ('<meta name="date" content="2021-13-40">', None),
        ('<meta name="date" content="28 تشرين الثاني 2018">', None),
        ('<!-- <meta name="date" content="2021-10-19"> -->', None),
        ('<script>var a = \'<meta name="date" content="2021-10-19">\'</script>', None),
        ('<meta property="article:modified_time" content="2021-10-19">', None),
        ('<meta name="date" content="0001-01-01">', None),
    ],
)
def test_the_day_is_what_the_page_states_for_machines(markup, published):
    found = read_page(markup).published
    assert (found and found.isoformat()) == published


def test_the_first_of_january_is_a_day_when_the_page_says_it_and_no_guess():
    assert str(read_page('<meta name="date" content="2018-01-01">').published) == "2018-01-01"
    assert read_page("<p>28 تشرين الثاني 2018</p><time>2018</time>").published is None


def test_json_counts_for_more_than_meta_tags_and_these_by_their_rank():
    meta = (
        '<meta name="date" content="2020-01-02"><meta property="article:published_time" content="2020-01-03">'
    )
    assert str(read_page(meta).published) == "2020-01-03"
    assert (
        str(read_page(meta + ld('{"@type":"Article","datePublished":"2020-01-04"}')).published)
        == "2020-01-04"
    )


@pytest.mark.parametrize(
    ("markup", "title", "outlet"),
    [
        (
            '<title>قصف | موقع</title><meta property="og:title" content="قصف &quot;الجسر&quot;">',
            'قصف "الجسر"',
            None,
        ),
        ("<title>\n قصف  على\nالبلدة </title>", "قصف على البلدة", None),
        (
            ld(
                '{"@type":"NewsArticle","headline":"قصف","publisher":{"@type":"Organization","name":"النخيل"}}'
            ),
            "قصف",
            "النخيل",
        ),
        (ld('{"@type":"NewsArticle","publisher":[{"name":"النخيل"}]}'), None, "النخيل"),
        ('<meta property="og:site_name" content="النخيل">', None, "النخيل"),
        ('<meta name="publisher" content="https://www.facebook.com/nakheel">', None, None),
    ],
)
def test_title_and_outlet_are_what_the_page_calls_itself(markup, title, outlet):
    says = read_page(markup)
    assert (says.title, says.outlet) == (title, outlet)


def test_the_visible_words_are_those_outside_tags_comments_and_scripts():
    markup = "<title>x</title><style>p{}</style><p>قصف&nbsp;على<!-- b --> &#1576;لدة<script>c</script></p>"
    assert read_page(markup).visible.split() == ["قصف", "على", "بلدة"]


@pytest.mark.parametrize(
    "value", ["2021-02-29", "2021-10", "99999999", "1021-10-19", "", None, 20211019, "20211019999"]
)
def test_what_is_no_day_is_none(value):
    assert parse_day(value) is None


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<script>",
        "<script",
        "<meta ",
        "<meta name='",
        '<meta name="date" content="',
        "<title>",
        "<",
        "&",
        "<style></style",
    ],
)
def test_broken_markup_costs_time_in_proportion(piece):
    def cost(length):
        start = time.process_time()
        read_page(piece * (length // len(piece)))
        return time.process_time() - start

    cost(10_000)
    assert cost(600_000) < 200 * max(cost(15_000), 0.002)  # forty times the length; a square would be 1,600


def test_json_nested_without_end_is_left():
    assert read_page(ld("[" * 100_000)).published is None
    assert (
        read_page(
            ld('{"a":' * 500 + '{"@type":"Article","datePublished":"2020-01-01"}' + "}" * 500)
        ).published
        is None
    )
