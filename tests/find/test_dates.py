import datetime as dt

import pytest

from tawatur.find.dates import DateKind, find_dates, find_dates_told
from tawatur.records.claim import DayRange
from tawatur.segment.words import Words

WEDNESDAY = dt.date(2018, 6, 20)


def mentions(text, published=WEDNESDAY):
    words = Words(text)
    return [(words.shown(m.first, m.last), m) for m in find_dates(words, published)]


def days(text, published=WEDNESDAY):
    """First and last day of the only mention, as ISO text."""
    ((_, mention),) = mentions(text, published)
    return mention.days and (mention.days.first.isoformat(), mention.days.last.isoformat())


def on(day):
    return (day, day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("قتل اليوم", "2018-06-20", "2018-06-20"),
        ("فجر اليوم", "2018-06-20", "2018-06-20"),
        ("هذا الصباح", "2018-06-20", "2018-06-20"),
        ("أمس", "2018-06-19", "2018-06-19"),
        ("مساء أمس", "2018-06-19", "2018-06-19"),
        ("أمس الثلاثاء", "2018-06-19", "2018-06-19"),
        ("البارحة", "2018-06-19", "2018-06-19"),
        ("أول أمس", "2018-06-18", "2018-06-18"),
        ("مساء أول من أمس", "2018-06-18", "2018-06-18"),
        ("أمس الأول", "2018-06-18", "2018-06-18"),
        ("الأربعاء", "2018-06-20", "2018-06-20"),
        ("يوم الجمعة", "2018-06-15", "2018-06-15"),
        ("الجمعة الماضي", "2018-06-15", "2018-06-15"),
        ("الأربعاء الماضي", "2018-06-13", "2018-06-13"),
        ("السبت قبل الماضي", "2018-06-09", "2018-06-09"),
        ("الاثنين من الأسبوع الماضي", "2018-06-11", "2018-06-11"),
        ("السبت والأحد", "2018-06-16", "2018-06-17"),
        ("يومي السبت والأحد", "2018-06-16", "2018-06-17"),
        ("بعد ظهر الجمعة", "2018-06-15", "2018-06-15"),
        ("ليل الاثنين الثلاثاء", "2018-06-18", "2018-06-19"),
        ("ليلة الاثنين - الثلاثاء", "2018-06-18", "2018-06-19"),
        ("ليلة أمس الثلاثاء - الأربعاء", "2018-06-19", "2018-06-20"),
        ("ليلة الأربعاء - الخميس", "2018-06-20", "2018-06-21"),
        ("في وقت مبكر الخميس", "2018-06-21", "2018-06-21"),
        ("فجر يوم الخميس", "2018-06-21", "2018-06-21"),
        ("الخميس صباحا", "2018-06-21", "2018-06-21"),
        ("فجر الخميس الماضي", "2018-06-14", "2018-06-14"),
        ("مساء الخميس", "2018-06-14", "2018-06-14"),
        ("ليلة الأربعاء - الخميس الماضية", "2018-06-13", "2018-06-14"),
        ("ليل الاثنين إلى الثلاثاء", "2018-06-18", "2018-06-19"),
        ("ليلة الاثنين على الثلاثاء", "2018-06-18", "2018-06-19"),
        ("بعد منتصف ليل الاثنين", "2018-06-18", "2018-06-19"),
        ("قبل منتصف ليل الاثنين", "2018-06-18", "2018-06-18"),
        ("ليل الأحد", "2018-06-17", "2018-06-17"),
        ("ليل أمس", "2018-06-19", "2018-06-19"),
        ("ليلة الأحد", "2018-06-17", "2018-06-18"),
        ("أول امبارح", "2018-06-18", "2018-06-18"),
        ("الجمعة ما قبل الماضية", "2018-06-08", "2018-06-08"),
        ("لليوم الثالث على التوالي", "2018-06-18", "2018-06-20"),
        ("لليوم الثالث تواليا", "2018-06-18", "2018-06-20"),
        ("قصفوا البلدة لليوم الثالث", "2018-06-18", "2018-06-20"),
        ("خطفوه قبل أسبوعين على الطريق", "2018-06-06", "2018-06-06"),
        ("الليلة الماضية", "2018-06-19", "2018-06-20"),
        ("قبل يومين", "2018-06-18", "2018-06-18"),
        ("قبل ثلاثة أيام", "2018-06-17", "2018-06-17"),
        ("قبل أسبوع", "2018-06-13", "2018-06-13"),
        ("قبل ساعات", "2018-06-19", "2018-06-20"),
        ("قبل دقائق", "2018-06-20", "2018-06-20"),
        ("قبل قليل", "2018-06-20", "2018-06-20"),
        ("منذ قليل", "2018-06-20", "2018-06-20"),
        ("شهري نيسان وأيار", "2018-04-01", "2018-05-31"),
        ("قبل نحو شهرين", "2018-04-01", "2018-04-30"),
        ("قبل عامين", "2016-01-01", "2016-12-31"),
        ("الأسبوع الماضي", "2018-06-10", "2018-06-16"),
        ("الشهر الماضي", "2018-05-01", "2018-05-31"),
        ("العام الماضي", "2017-01-01", "2017-12-31"),
        ("الشهر الجاري", "2018-06-01", "2018-06-20"),
        ("هذا العام", "2018-01-01", "2018-06-20"),
        ("نهاية الأسبوع", "2018-06-16", "2018-06-17"),
        ("خلال اليومين الماضيين", "2018-06-18", "2018-06-20"),
        ("الأيام الثلاثة الماضية", "2018-06-17", "2018-06-20"),
        ("خلال الأيام القليلة الماضية", "2018-06-13", "2018-06-20"),
        ("خلال الساعات الـ24 الماضية", "2018-06-19", "2018-06-20"),
        ("خلال الساعات الماضية", "2018-06-19", "2018-06-20"),
        ("خلال الشهرين الماضيين", "2018-04-01", "2018-05-31"),
        ("لليوم الرابع على التوالي", "2018-06-17", "2018-06-20"),
        ("لليوم الـ4 على التوالي", "2018-06-17", "2018-06-20"),
        ("الربيع الماضي", "2018-03-01", "2018-05-31"),
    ],
)
def test_a_time_counted_from_the_report_is_resolved_against_its_day(text, first, last):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("صباح اليوم (أمس)", "2018-06-19", "2018-06-19"),
        ("28 نوفمبر 2017", "2017-11-28", "2017-11-28"),
        ("28 من تشرين الثاني", "2017-11-28", "2017-11-28"),
        ("في 11 من شهر أيلول الماضي", "2017-09-11", "2017-09-11"),
        ("الثالث من مايو", "2018-05-03", "2018-05-03"),
        ("الثالث والعشرين من أيار الماضي", "2018-05-23", "2018-05-23"),
        ("28/11/2017", "2017-11-28", "2017-11-28"),
        ("2017-11-28", "2017-11-28", "2017-11-28"),
        ("٢٨/١١/٢٠١٧", "2017-11-28", "2017-11-28"),
        ("1/ 5 / 2018", "2018-05-01", "2018-05-01"),
        ("20/ تشرين الثاني/ 2017", "2017-11-20", "2017-11-20"),
        ("5 الجاري", "2018-06-05", "2018-06-05"),
        ("الخامس من الشهر الجاري", "2018-06-05", "2018-06-05"),
        ("الرابع والعشرين من الشهر الماضي", "2018-05-24", "2018-05-24"),
        ("في 25 الشهر الماضي", "2018-05-25", "2018-05-25"),
        ("قتل 25 الشهر الماضي", "2018-05-01", "2018-05-31"),
        ("3 و4 مايو", "2018-05-03", "2018-05-04"),
        ("3 إلى 7 مايو", "2018-05-03", "2018-05-07"),
        ("3-7 مايو", "2018-05-03", "2018-05-07"),
        ("أيار/مايو 2017", "2017-05-01", "2017-05-31"),
        ("في أكتوبر الماضي", "2017-10-01", "2017-10-31"),
        ("في أيار", "2018-05-01", "2018-05-31"),
        ("في حزيران", "2018-06-01", "2018-06-20"),
        ("مطلع أيار", "2018-05-01", "2018-05-10"),
        ("منتصف الشهر الماضي", "2018-05-11", "2018-05-20"),
        ("أواخر شهر شباط", "2018-02-21", "2018-02-28"),
        ("عام 2013", "2013-01-01", "2013-12-31"),
        ("عامي 2015 و2017", "2015-01-01", "2017-12-31"),
        ("بين العامين 2006 و2008", "2006-01-01", "2008-12-31"),
        ("من 2014 إلى 2017", "2014-01-01", "2017-12-31"),
        ("في 2011", "2011-01-01", "2011-12-31"),
        ("صيف 2014", "2014-06-01", "2014-08-31"),
        ("منتصف عام 2016", "2016-06-01", "2016-07-31"),
        ("نهاية العام الماضي", "2017-12-01", "2017-12-31"),
        ("بين 1994 و1996", "1994-01-01", "1996-12-31"),
        ("20 ربيع الأول 1440", "2018-11-28", "2018-11-28"),
        ("20/3/1440 هـ", "2018-11-28", "2018-11-28"),
        ("أول أيام عيد الفطر", "2018-06-15", "2018-06-15"),
        ("الجمعة، 15 حزيران", "2018-06-15", "2018-06-15"),
        ("أمس الثلاثاء (19 حزيران/يونيو)", "2018-06-19", "2018-06-19"),
        ("بين 3 و7 مايو", "2018-05-03", "2018-05-07"),
        ("ما بين 3 مايو و حتى 7", "2018-05-03", "2018-05-07"),
        ("بين 3 مايو وحتى 7 مايو", "2018-05-03", "2018-05-07"),
        ("من 3 مايو إلى 9", "2018-05-03", "2018-05-09"),
        ("بين آب 2014 ونهاية نيسان 2018", "2014-08-01", "2018-04-30"),
        ("من 3 مايو إلى 7 حزيران", "2018-05-03", "2018-06-07"),
        ("النصف الأول من أيار", "2018-05-01", "2018-05-15"),
        ("خلال العام الميلادي المنصرم", "2017-01-01", "2017-12-31"),
    ],
)
def test_a_written_date_is_read(text, first, last):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "start"),
    [
        ("منذ الجمعة", "2018-06-15", on("2018-06-15")),
        ("منذ 30 آذار", "2018-03-30", on("2018-03-30")),
        ("منذ عام 2013", "2013-01-01", ("2013-01-01", "2013-12-31")),
        ("منذ شهر أيار", "2018-05-01", ("2018-05-01", "2018-05-31")),
        ("منذ بداية العام", "2018-01-01", None),
        ("منذ مطلع الشهر", "2018-06-01", None),
        ("منذ مطلع الأسبوع", "2018-06-16", None),
        ("منذ منتصف أيار", "2018-05-15", None),
        ("منذ منتصف الشهر الماضي", "2018-05-15", None),
        ("منذ منتصف عام 2016", "2016-06-01", None),
        ("منذ انطلاقها الجمعة الماضي", "2018-06-15", on("2018-06-15")),
        ("منذ اندلاع المعارك فجر الأحد", "2018-06-17", on("2018-06-17")),
        ("منذ بداية العام الدراسي", None, None),
        ("منذ بداية العام الجاري", "2018-01-01", None),
        ("منذ يومين", "2018-06-18", on("2018-06-18")),
        ("منذ الصباح", "2018-06-20", on("2018-06-20")),
        ("منذ ساعات الصباح", "2018-06-20", on("2018-06-20")),
        ("منذ ساعات فجر اليوم", "2018-06-20", on("2018-06-20")),
        ("منذ بدء المسيرات في 30 آذار", "2018-03-30", on("2018-03-30")),
        ("احتجاجات بدأت في 30 آذار", "2018-03-30", on("2018-03-30")),
    ],
)
def test_since_runs_up_to_the_report_and_keeps_its_start(text, first, start):
    found = mentions(text)
    if first is None:
        assert not found
        return
    ((_, mention),) = found
    assert mention.kind is DateKind.SINCE
    assert (mention.days.first.isoformat(), mention.days.last) == (first, WEDNESDAY)
    if start is not None:
        assert (mention.start.first.isoformat(), mention.start.last.isoformat()) == start


def test_what_is_told_after_since_is_of_its_own_day():
    ((_, mention),) = mentions("منذ دخول القوات البلدة قتل خمسة أشخاص الأحد")
    assert mention.kind is DateKind.DAY


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("العملية التي بدأت في 20 نيسان. ودفع الهجوم منذ نحو شهرين آلافا إلى النزوح", "2018-04-20"),
        ("قتل مئة منذ نهاية آذار. وبدأت المسيرات في 30 آذار", "2018-03-30"),
        ("قتل ألف منذ تدخل التحالف في 2015. وتدخل التحالف في أيار 2015", "2015-05-01"),
        ("قتل ألف منذ 2015. وتدخل التحالف في أيار 2015", "2015-01-01"),
        ("قتل مئة منذ نهاية آذار. وقصفت البلدة في 12 آذار", "2018-03-21"),
    ],
)
def test_a_rough_beginning_is_as_exact_as_the_report_tells_it_anywhere(text, first):
    sinces = [m for _, m in mentions(text) if m.kind is DateKind.SINCE and not m.begun]
    assert sinces[0].days.first.isoformat() == first


def test_then_is_what_was_named_before():
    _, (shown, then) = mentions("قتل عشرون في أيلول الماضي. واتهمت الحكومة حينها الحركة")
    assert (shown, then.days) == ("حينها", DayRange(dt.date(2017, 9, 1), dt.date(2017, 9, 30)))
    _, (_, since) = mentions("بدأت المسيرات في 30 آذار، ومنذ ذلك الحين قتل العشرات")
    assert (since.kind, since.days) == (DateKind.SINCE, DayRange(dt.date(2018, 3, 30), WEDNESDAY))
    assert not mentions("واتهمت الحكومة حينها الحركة")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قصفت الطائرات المطار فجر الخميس", 21),
        ("قصفت الطائرات المطار ليل الأربعاء الخميس", 21),
        ("وكانت الطائرات قصفت المطار ليل الأربعاء الخميس", 20),
        ("قصفت الطائرات المطار ليل الأربعاء الخميس. ويجتمع المجلس غدا", 20),
        ("قصفت الطائرات المطار فجر الأربعاء", 20),
    ],
)
def test_a_report_that_tells_of_the_morrow_as_gone_by_is_told_on_it(text, day):
    told, _ = find_dates_told(Words(text), WEDNESDAY)
    assert told == dt.date(2018, 6, day)


def test_since_and_until_bound_one_stretch():
    ((shown, mention),) = mentions("منذ 18 شباط الماضي وحتى 18 آذار")
    assert shown == "منذ 18 شباط الماضي وحتى 18 آذار"
    assert mention.kind is DateKind.PERIOD
    assert mention.days == DayRange(dt.date(2018, 2, 18), dt.date(2018, 3, 18))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("غدا الخميس", DateKind.FUTURE),
        ("الجمعة المقبل", DateKind.FUTURE),
        ("في 24 حزيران", DateKind.FUTURE),
        ("من المقرر أن يصل الوفد الجمعة", DateKind.FUTURE),
        ("خلال الأيام المقبلة", DateKind.FUTURE),
        ("30 مارس من كل عام", DateKind.RECURRING),
        ("كل جمعة", None),
        ("كل يوم جمعة", DateKind.RECURRING),
        ("ثورة 25 يناير", DateKind.NAME),
        ("في وقت سابق", DateKind.VAGUE),
        ("خلال السنوات الأخيرة", DateKind.VAGUE),
        ("حتى الثلاثاء", DateKind.UNTIL),
        ("غداة هجوم دام", DateKind.ANCHOR),
        ("بعد يومين من الهجوم", DateKind.ANCHOR),
    ],
)
def test_a_mention_says_what_kind_of_time_it_is(text, kind):
    assert [mention.kind for _, mention in mentions(text)] == ([] if kind is None else [kind])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("قصفت الطائرات المدينة الثلاثاء غداة هجوم على ثكنة", "2018-06-18"),
        ("وقع التفجير السبت بعد ثلاثة أيام من اغتيال القائد", "2018-06-13"),
        ("يأتي ذلك بعد يوم من إعلان الهدنة", "2018-06-19"),
    ],
)
def test_an_anchor_dates_the_other_happening(text, day):
    anchor = next(mention for _, mention in mentions(text) if mention.kind is DateKind.ANCHOR)
    assert (anchor.days.first.isoformat(), anchor.days.last.isoformat()) == on(day)


def test_what_happened_hours_before_another_happening_lies_on_its_day_or_the_day_before():
    anchor = next(m for _, m in mentions("جاء القصف بعد ساعات من هجوم مماثل") if m.kind is DateKind.ANCHOR)
    assert anchor.days == DayRange(dt.date(2018, 6, 19), WEDNESDAY)


@pytest.mark.parametrize(
    "text",
    [
        "نقلت روسيا اليوم عن مصدر",
        "سد تشرين",
        "مارس ضغوطا",
        "يحتفل به في اليوم العالمي",
        "فاز الفريق 2-صفر",
        "أب لثلاثة أطفال",
        "قتل 2015 شخصا",
        "نسخة 2.18.61",
        "القرار 2254",
        "في إب وصنعاء",
    ],
)
def test_what_looks_like_a_time_and_is_none(text):
    assert mentions(text) == []


def test_a_weekday_that_disagrees_with_yesterday_is_kept_with_a_reason():
    ((_, mention),) = mentions("أمس الاثنين")
    assert mention.days.first == dt.date(2018, 6, 18)
    assert "named" in mention.why


def test_a_date_that_disagrees_with_its_weekday_is_kept_with_a_reason():
    ((_, mention),) = mentions("الجمعة 14 حزيران")
    assert mention.days.first == dt.date(2018, 6, 14)
    assert "weekday" in mention.why


def test_the_year_said_last_holds_for_the_date_before_it():
    dates = [mention.days.first.isoformat() for _, mention in mentions("في 16 آب و28 كانون الأول 2016")]
    assert dates == ["2016-08-16", "2016-12-28"]


def test_the_same_day_is_the_day_last_named():
    dates = [
        mention.days.first.isoformat()
        for _, mention in mentions("وقع انفجار الأحد. وفي اليوم نفسه قتل شخص. وفي اليوم التالي نزح الأهالي")
    ]
    assert dates == ["2018-06-17", "2018-06-17", "2018-06-18"]


def test_a_part_of_the_day_is_kept():
    assert mentions("فجر الجمعة")[0][1].part == "dawn"
    assert mentions("بعد ظهر أمس")[0][1].part == "afternoon"


@pytest.mark.parametrize(
    "text", ["أمس", "الجمعة", "28 تشرين الثاني", "قبل يومين", "الشهر الماضي", "منذ الأحد"]
)
def test_without_a_day_of_publication_nothing_is_guessed(text):
    ((_, mention),) = mentions(text, None)
    assert mention.days is None
    assert mention.why


def test_without_a_day_of_publication_a_weekday_settles_the_year():
    assert days("الأربعاء 28 تشرين الثاني في قرية تسيطر عليها قسد", None) == on("2018-11-28")


def test_a_full_date_needs_no_day_of_publication():
    assert days("28 نوفمبر 2018", None) == on("2018-11-28")


@pytest.mark.parametrize(
    "style", ["28 تشرين الثاني", "28 نوفمبر", "28 تشرين الثاني/نوفمبر", "28 نوفمبر (تشرين الثاني)"]
)
def test_the_style_of_the_month_changes_nothing(style):
    assert days(f"قتل شخص في {style} 2017") == on("2017-11-28")


@pytest.mark.parametrize(
    "length", ["99999999 شهرا", "99999999 يوما", "900000000 ساعة", "99999999 أسبوعا", "99999999 عاما"]
)
@pytest.mark.parametrize("when", ["قبل {}", "منذ {}", "خلال {}", "خلال {} المقبلة", "بعد {}"])
def test_a_length_of_time_beyond_all_calendars_is_read_without_a_fault(when: str, length: str) -> None:
    for base in (dt.date(2018, 9, 21), None):
        mentions = find_dates(Words(f"قتل ثلاثة {when.format(length)} في القرية."), base)
        assert all(m.days is None or m.days.first <= m.days.last for m in mentions)


def test_a_day_of_the_same_month_is_counted_from_the_month_named_before():
    found = mentions("هاجموا يوم 26 أيار حاجزا، وفي 29 من الشهر ذاته انفجرت عبوة")
    assert found[-1][1].days == DayRange(dt.date(2018, 5, 29), dt.date(2018, 5, 29))


def test_some_hours_later_is_the_day_told_before_or_the_day_after_it():
    found = mentions("قتلوه مساء الأحد. وبعد ساعات انفجرت سيارة")
    assert found[-1][1].days == DayRange(dt.date(2018, 6, 17), dt.date(2018, 6, 18))
    found = mentions("قتلوه مساء الأحد. وبعد ساعة انفجرت سيارة")
    assert found[-1][1].days == DayRange(dt.date(2018, 6, 17), dt.date(2018, 6, 17))


def test_the_second_day_of_a_truce_is_not_counted_from_the_report():
    assert not mentions("صمدت الهدنة لليوم الثاني من سريانها")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("سمعت الانفجارات قبيل الظهر", "2018-06-20", "2018-06-20"),
        ("أغارت طائرة قرابة الثالثة فجرا", "2018-06-20", "2018-06-20"),
        ("هوجمت النقطة عند الساعة التاسعة مساءً", "2018-06-20", "2018-06-20"),
        ("خرجوا بعد صلاة العصر", "2018-06-20", "2018-06-20"),
        ("قصفوا المخازن ليلا", "2018-06-19", "2018-06-20"),
        ("تحركت العربات بعد منتصف الليل", "2018-06-19", "2018-06-20"),
        ("ضربوا السوق قبل شوي", "2018-06-20", "2018-06-20"),
        ("نزلت قذيفة من شوية", "2018-06-20", "2018-06-20"),
    ],
)
def test_an_hour_alone_is_of_the_day_of_the_report(text, first, last):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "استمر القصف حتى الفجر",
        "يقصفون الحي كل مساء",
        "تقصف البلدة صباحا ومساء",
        "قتل شاب من الحي",
        "انتظرنا ساعة من قليل الماء",
    ],
)
def test_what_bounds_or_comes_back_every_day_is_no_hour(text):
    assert mentions(text) == []


def test_an_hour_goes_with_the_day_named_before_it_in_its_line():
    (_, _), (_, hour) = mentions("دخلوا القرية مساء الأحد. وانسحبوا منها فجرا.")
    assert hour.days == DayRange(dt.date(2018, 6, 18), dt.date(2018, 6, 18))
    (_, _), (_, hour) = mentions("دخلوا القرية الأحد.\nوانسحبوا من الوادي قبل الظهر.")
    assert hour.days == DayRange(WEDNESDAY, WEDNESDAY)


@pytest.mark.parametrize("text", ["كثر القصف في الآونة الأخيرة", "شهد الريف خلال الفترة الماضية هدوءا"])
def test_lately_is_a_time_without_a_day(text):
    ((_, mention),) = mentions(text)
    assert (mention.kind, mention.days) == (DateKind.VAGUE, None)


def test_a_factory_named_for_a_date_is_no_day():
    ((_, mention),) = mentions("غارة على مصنع 17 تموز للإسمنت")
    assert mention.kind is DateKind.NAME


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("الخميس 05/03", "2018-05-03"),  # the fifth of March was a Monday
        ("الخميس 05/03/2018", "2018-05-03"),
        ("الاثنين 05/03", "2018-03-05"),
        ("الاثنين 05/03/2018", "2018-03-05"),
        ("الأحد 05/03/2018", "2018-03-05"),  # neither was one
        ("الجمعة 04/05/2018", "2018-05-04"),
    ],
)
def test_a_weekday_tells_the_day_from_the_month(text, day):
    assert days(text, dt.date(2018, 5, 4)) == on(day)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("الليلة الماضية وفجر اليوم", "2018-06-19", "2018-06-20"),
        ("قصفوا البلدة لليلة الثالثة على التوالي", "2018-06-18", "2018-06-20"),
        ("من مساء أمس حتى الظهيرة", "2018-06-19", "2018-06-20"),
        ("ارتفع عدد القتلى منذ مطلع الشهر إلى 27 قتيلا", "2018-06-01", "2018-06-20"),
        ("قتلوا منذ انقلاب الأول من شباط 2017", "2017-02-01", "2018-06-20"),
        ("نزحوا من الفجر", "2018-06-20", "2018-06-20"),
        ("عند السادسة صباحا من المسافة صفر", "2018-06-20", "2018-06-20"),
    ],
)
def test_when_with_the_words_that_bound_it(text, first, last):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("هاجموها مساء الأحد. وتكرر الهجوم قبلها بأسبوع", "2018-06-10"),
        ("هاجموها الأحد وقبل ذلك بنحو يومين", "2018-06-15"),
        ("هاجموها الأحد وبعدها بيوم أحرقوها", "2018-06-18"),
    ],
)
def test_days_are_counted_from_the_day_named_before(text, day):
    (_, _), (_, counted) = mentions(text)
    assert (counted.days.first.isoformat(), counted.days.last.isoformat()) == on(day)


@pytest.mark.parametrize("text", ["هاجموها وقبلها بيوم أحرقوا", "سلم الاثنين الآخرين"])
def test_what_is_counted_from_no_day_settles_none(text):
    assert not [m for _, m in mentions(text) if m.days is not None]


def test_what_comes_again_within_a_month_is_on_no_day_of_it():
    ((_, mention),) = mentions("قصفوها للمرة الرابعة هذا الشهر")
    assert (mention.kind, mention.days) == (DateKind.RECURRING, None)


@pytest.mark.parametrize("text", ["محاولة تسلل رابعة هذا الشهر", "غارة ثالثة هذا الشهر"])
def test_what_is_counted_in_the_feminine_is_no_day_of_a_month(text):
    (days,) = [m.days for _, m in mentions(text) if m.days is not None]
    assert days.first < days.last


def test_a_movement_named_for_a_date_may_stand_in_quotation_marks():
    ((_, mention),) = mentions('متمردو حركة "23 مارس"')
    assert mention.kind is DateKind.NAME


def test_from_may_belong_to_the_verb_and_not_to_the_time_before_it():
    assert days("تمكنت القوات قبل يومين من السيطرة على الجسر") == on("2018-06-18")
    ((_, mention),) = mentions("وقع القصف قبل يومين من الهدنة")
    assert mention.kind is DateKind.ANCHOR


def test_years_after_another_happening_date_it_to_the_year():
    ((_, mention),) = mentions("عاد الأهالي بعد 5 سنوات من سقوط البلدة")
    assert mention.kind is DateKind.ANCHOR
    assert mention.days == DayRange(dt.date(2013, 1, 1), dt.date(2013, 12, 31))


@pytest.mark.parametrize("text", ["بين 2000 و2500 شخص", "بين 2000 و2010 مقاتلا"])
def test_bounds_of_a_count_are_no_years(text):
    assert mentions(text) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("وفي عام 1981، يوم 14 أكتوبر، قتل رئيس البلدية", "1981-10-14", "1981-10-14"),
        ("شنت القوات عام 2012 هجوما على الميناء، وفي 17 أكتوبر دخلته", "2012-10-17", "2012-10-17"),
        ("وفي عام 1982 دخلوا الميناء. وفي 16 سبتمبر قتلوا عشرات", "1982-09-16", "1982-09-16"),
        ("وفي 26 مارس 1996 خطفوا من الدير، وفي 3 يناير أفرج عنهم", "1997-01-03", "1997-01-03"),
        ("خطف سليم، المولود عام 1990، في 3 مايو", "2018-05-03", "2018-05-03"),
        ("شهدت المدينة عام 2012 هجوما، وفي 18 يونيو قتل حارس", "2018-06-18", "2018-06-18"),
        ("شهدت المدينة عام 2012 هجوما، وفي 17 مايو الماضي قتل حارس", "2018-05-17", "2018-05-17"),
    ],
)
def test_a_date_without_a_year_is_of_the_past_that_was_told_before_it(text, first, last):
    (*_, (_, mention)) = mentions(text)
    assert (mention.days.first.isoformat(), mention.days.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("وقع التفجير الثلاثاء بعد نحو شهر من هجوم على فندق", "2018-05-01", "2018-05-31"),
        ("وقع التفجير الثلاثاء بعد أقل من شهر من هجوم على فندق", "2018-05-19", "2018-06-18"),
        ("وقع التفجير الثلاثاء بعد أقل من 24 ساعة على هجوم على فندق", "2018-06-18", "2018-06-19"),
        ("وقع التفجير الثلاثاء بعد مرور أسبوعين على هجوم على فندق", "2018-06-05", "2018-06-05"),
    ],
)
def test_an_anchor_counts_in_months_and_hours(text, first, last):
    anchor = next(mention for _, mention in mentions(text) if mention.kind is DateKind.ANCHOR)
    assert (anchor.days.first.isoformat(), anchor.days.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text", ["شهدت المدينة قبل ثلاثة أيام من الهجوم تفجيرا", "وقع قبل شهر تماما من الانتخابات"]
)
def test_no_anchor_lies_beyond_the_report(text):
    ((_, mention),) = mentions(text)
    assert mention.kind is DateKind.ANCHOR
    assert mention.days is None


def test_the_days_before_reach_up_to_the_report():
    assert days("شهدت المنطقة في الأيام السابقة اشتباكات") == ("2018-06-13", "2018-06-20")


def test_a_fast_that_is_the_cause_is_no_time():
    ((_, mention),) = mentions("غادر الموظفون بسبب شهر رمضان")
    assert mention.kind is DateKind.NAME


def test_within_less_than_a_week_is_of_the_days_of_one() -> None:
    assert days("قتل مئة شخص في أقل من أسبوع") == ("2018-06-14", "2018-06-20")
