import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.arabic.numerals import read_number
from tawatur.find.dates import DateKind, find_dates
from tawatur.find.published import settle_published
from tawatur.find.quantities import find_quantities
from tawatur.segment.words import Words

VOCABULARY = [
    "قتل",
    "مقتل",
    "شخص",
    "شخصا",
    "أكثر",
    "من",
    "نحو",
    "بين",
    "و",
    "ثلاثة",
    "عشر",
    "وعشرين",
    "مئة",
    "ألف",
    "آلاف",
    "عشرات",
    "بضعة",
    "10",
    "15",
    "2018",
    "28/11/2018",
    "10-15",
    "3.5",
    "على",
    "الأقل",
    "أمس",
    "اليوم",
    "الجمعة",
    "السبت",
    "الماضي",
    "منذ",
    "حتى",
    "قبل",
    "بعد",
    "يومين",
    "أيام",
    "شهر",
    "الشهر",
    "عام",
    "مايو",
    "آب",
    "تشرين",
    "الثاني",
    "الأول",
    "نوفمبر",
    "مساء",
    "ليل",
    "منتصف",
    "أول",
    "مطلع",
    "نهاية",
    "الأسبوع",
    "خلال",
    "الأيام",
    "الماضية",
    "كل",
    "في",
    "إلى",
    "الثالث",
    "والعشرين",
    "من",
    "غداة",
    "ال",
    "24",
    "ساعة",
    "هذا",
    "العام",
    "،",
    ".",
    "/",
    "(",
    ")",
]
texts = st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join)
publications = st.none() | st.dates(dt.date(2005, 1, 1), dt.date(2026, 12, 31))
UNITS = ["", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
TENS = ["", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"]
HUNDREDS = ["", "مئة", "مئتين", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"]
TEENS = ["عشرة", "أحد عشر", "اثني عشر", *(f"{unit} عشر" for unit in UNITS[3:])]


def spell(number):
    """A number below a million in words, as news writes it."""
    thousands, rest = divmod(number, 1000)
    parts = []
    if thousands == 1:
        parts.append("ألف")
    elif thousands == 2:
        parts.append("ألفين")
    elif thousands:
        parts.append(f"{spell(thousands)} {'آلاف' if thousands <= 10 else 'ألف'}")
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        parts.append(HUNDREDS[hundreds])
    if 10 <= rest < 20:
        parts.append(TEENS[rest - 10])
    else:
        parts += [part for part in (UNITS[rest % 10], TENS[rest // 10]) if part]
    return " و".join(parts)


@given(st.integers(2, 999_999))
def test_a_number_that_is_spelled_out_is_read_back(number):
    words = Words(f"{spell(number)} شخصا")
    found = read_number(words.forms, 0, words.gaps)
    assert (found.value, found.last) == (number, len(words) - 1)


@given(st.integers(1, 999_999), st.sampled_from(["{}", "{:,}"]))
def test_a_number_in_digits_is_read_back_in_either_script(number, style):
    shown = style.format(number)
    for text in (shown, shown.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))):
        words = Words(f"مقتل {text} شخصا")
        assert [q.low for q in find_quantities(words)] == [number]


@settings(max_examples=300)
@given(texts, publications)
def test_mentions_lie_in_order_inside_the_text_and_never_overlap(text, published):
    words = Words(text)
    for found in (find_dates(words, published), find_quantities(words)):
        ends = [0]
        for mention in found:
            assert ends[-1] <= mention.first < mention.last <= len(words)
            ends.append(mention.last)


@settings(max_examples=300)
@given(texts, publications)
def test_days_run_forward_and_what_is_not_future_began_by_publication(text, published):
    for mention in find_dates(Words(text), published):
        assert mention.days is not None or mention.why
        if mention.days is not None:
            assert mention.days.first <= mention.days.last
            if mention.kind is DateKind.SINCE:
                assert published is not None


@given(texts, publications)
def test_the_same_text_gives_the_same_mentions(text, published):
    assert find_dates(Words(text), published) == find_dates(Words(text), published)
    assert find_quantities(Words(text)) == find_quantities(Words(text))


@given(st.dates(dt.date(2012, 1, 1), dt.date(2026, 11, 1)), st.integers(0, 6))
def test_a_weekday_lies_within_the_week_before_publication(published, weekday):
    name = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"][weekday]
    (mention,) = find_dates(Words(f"قتل شخص {name}"), published)
    assert mention.days.first.weekday() == weekday
    assert 0 <= (published - mention.days.first).days < 7


@given(st.dates(dt.date(2012, 1, 1), dt.date(2026, 11, 1)))
def test_a_full_date_is_read_back_in_every_style(day):
    months = ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول"]
    month = [*months, "تشرين الثاني", "كانون الأول"][day.month - 1]
    for shown in (
        f"{day.day} {month} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day.day} من {month} {day.year}",
    ):
        (mention,) = find_dates(Words(f"قتل شخص في {shown}"), None)
        assert mention.days.first == mention.days.last == day


@settings(max_examples=200)
@given(texts)
def test_settling_the_day_never_fails(text):
    found = settle_published(Words(text))
    assert found is None or found[1]
