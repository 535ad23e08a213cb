import datetime as dt

import pytest

from tawatur.find.published import parse_address, settle_published
from tawatur.segment.words import Words

BODY = "قالت مصادر محلية إن قصفا مدفعيا استهدف أطراف البلدة وأدى إلى إصابة ثلاثة أشخاص بجروح نقلوا على إثرها إلى مشفى قريب من المنطقة."


def settle(text, url=None):
    found = settle_published(Words(text), url)
    return None if found is None else found[0].isoformat()


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2021/10/19/report", "2021-10-19"),
        ("https://example.org/news/2022/2/16/report", "2022-02-16"),
        ("https://example.org/ar/daily-06-07-2022", "2022-07-06"),
        ("https://example.org/syria/08012025?ref=x", "2025-01-08"),
        ("https://x.com/someone/status/1560667513381621762", "2022-08-19"),
        ("https://example.org/news/193383/", None),
        ("https://example.org/1921/10/19/", None),
    ],
)
def test_an_address_may_hold_the_day(url, day):
    found = parse_address(url)
    assert (found and found[0].isoformat()) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Some Page\nJanuary 8, 2025 · Shared with Public\nقصف مدفعي", "2025-01-08"),
        ("@someone\nقصف مدفعي\n10:35 AM · Mar 25, 2025\n5 Likes", "2025-03-25"),
        (f"قصف على البلدة\nالاثنين, ٢٥ ديسمبر ٢٠٢٣, ١٦:٣٢\n{BODY}", "2023-12-25"),
        (f"عنوان الخبر\nنشرت في: 07/03/2022 - 08:27\n{BODY}", "2022-03-07"),
        (f"عنوان الخبر\n2021-10-23\n323 زيارة\n{BODY}", "2021-10-23"),
        (f"عنوان\nاستهدف قصف البلدة مساء اليوم السبت (6 آب 2022) ما أدى لإصابات. {BODY}", "2022-08-06"),
        (f"أصيب مدنيون بجروح اليوم الخميس 11 تشرين الثاني/نوفمبر جراء قصف لقسد. {BODY}", "2021-11-11"),
        (f"قتل مدني أمس الأحد 24 تموز بقصف لقسد. {BODY}", "2022-07-25"),
    ],
)
def test_the_page_or_the_words_settle_the_day(text, day):
    assert settle(text) == day


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"قصف البلدة اليوم. {BODY}",
        f"قتل مدني اليوم الجمعة. {BODY}",
        f"وقع الهجوم في 24 آب 2016 قرب الحدود. {BODY}",
        "الجمعة 31 تموز, 2026\nعنوان أول قصير\nعنوان ثان قصير\nعنوان ثالث قصير\nعنوان رابع قصير\nعنوان خامس\nعنوان سادس\n"
        + BODY,
        f"عنوان\nالثلاثاء 18 آذار 2025\nقتل مدني اليوم الجمعة. {BODY}",
    ],
)
def test_what_is_not_sure_settles_nothing(text):
    assert settle(text) is None


def test_a_labelled_date_goes_before_the_date_in_the_page_s_head():
    text = f"من نحن\nالجمعة ١٢ ايار ٢٠٢٣\nالتاريخ: 2023-05-02 الوقت: 01:13 AM\nعنوان الخبر\n{BODY}"
    assert settle(text) == "2023-05-02"


def test_two_weekdays_that_fit_no_one_year_settle_nothing():
    text = f"جرحى مساء اليوم الاثنين 24 أيلول في البلدة. وكان قصف أمس السبت 23 أيلول. {BODY}"
    assert settle(text) is None


def test_a_year_in_the_report_chooses_among_those_that_fit():
    text = f"منذ بداية 2017 تصاعد القصف. قتل مدني اليوم الجمعة 17 آذار. {BODY}"
    assert settle(text) == "2017-03-17"


def test_the_reason_is_told():
    found = settle_published(Words("صفحة\n10:35 AM · Mar 25, 2025"))
    assert found == (dt.date(2025, 3, 25), "the post is stamped 2025-03-25")


@pytest.mark.parametrize(
    ("said", "posted", "published"),
    [
        ("أمس الاثنين", "August 22, 2023", "2023-08-22"),  # a Tuesday: posts of the report's own day
        ("أمس الاثنين", "August 21, 2023", "2023-08-22"),  # posts of the day that it tells of
        ("اليوم الاثنين", "August 21, 2023", "2023-08-21"),
        ("أمس الاثنين", "August 24, 2023", None),
    ],
)
def test_a_post_that_a_report_quotes_settles_its_day_with_the_weekday_that_it_calls(said, posted, published):
    text = f"قصفت الطائرات {said} محيط البلدة.\n— الدفاع المدني (@x) {posted}\n{BODY}"
    assert settle(text) == published
