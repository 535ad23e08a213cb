import pytest

from tawatur.find.quantities import QuantityKind, find_bound, find_quantities
from tawatur.segment.words import Words


def found(text):
    words = Words(text)
    return [(words.shown(q.first, q.last), q.low, q.high) for q in find_quantities(words)]


def kinds(text):
    return [q.kind.value for q in find_quantities(Words(text))]


@pytest.mark.parametrize(
    ("text", "shown", "low", "high"),
    [
        ("مقتل 28 شخصا", "28", 28, 28),
        ("قتل نحو 70 شخصا", "نحو 70", 70, 70),
        ("إصابة حوالي ثلاثين مدنيا", "حوالي ثلاثين", 30, 30),
        ("قرابة 70 جريحا", "قرابة 70", 70, 70),
        ("ما يقرب من مئة جريح", "ما يقرب من مئة", 100, 100),
        ("أكثر من 20 قتيلا", "أكثر من 20", 20, None),
        ("أكثر من (20) حالة وفاة", "أكثر من (20", 20, None),
        ("ارتفع العدد لأكثر من عشرة", "لأكثر من عشرة", 10, None),
        ("إن ما لا يقل عن: 16 متظاهرا أصيبوا", "ما لا يقل عن: 16", 16, None),
        ("ما لا يقل عن ستة آلاف و259 مدنيا", "ما لا يقل عن ستة آلاف و259", 6259, None),
        ("لا يقل عددهم عن 30", "لا يقل عددهم عن 30", 30, None),
        ("قتل 7 أشخاص على الأقل", "7", 7, None),
        ("قتل 7 أشخاص، على الأقل، في الهجوم", "7", 7, None),
        ("مقتل سبعة على الأقل من أفراد الشرطة", "سبعة على الأقل", 7, None),
        ("17 من عناصر قوات الأمن على الأقل قتلوا", "17", 17, None),
        ("تجاوز عدد القتلى 20", "20", 20, None),
        ("لم يقل عدد القتلى عن 20", "20", 20, None),
        ("يقل عدد القتلى عن 20", "20", 20, 20),
        ("زاد عدد القتلى على 20", "20", 20, None),
        ("زاد عدد القتلى إلى 20", "20", 20, 20),
        ("قتل اطنعش شخصا", "اطنعش", 12, 12),
        ("خمسطعش شهيد", "خمسطعش", 15, 15),
        ("أقل من 20 شخصا", "أقل من 20", None, 20),
        ("ما يصل إلى 60 شخصا", "ما يصل إلى 60", None, 60),
        ("لم يتجاوز عدد القتلى 20", "20", 20, 20),
        ("بين 10 و15 شخصا", "بين 10 و15", 10, 15),
        ("ما بين عشرين وثلاثين قتيلا", "ما بين عشرين وثلاثين", 20, 30),
        ("بين 26 و30 ألف شخص", "بين 26 و30 ألف", 26000, 30000),
        ("من 10 إلى 15 شخصا", "من 10 إلى 15", 10, 15),
        ("10-15 شخصا", "10-15", 10, 15),
        ("10 – 15 جنديا", "10 – 15", 10, 15),
        ("خمسة أو ستة أشخاص", "خمسة أو ستة", 5, 6),
        ("عشرات القتلى", "عشرات", 20, None),
        ("نزوح عشرات الآلاف", "عشرات الآلاف", 20000, None),
        ("عدد من القتلى", "عدد من", None, None),
        ("وبعدد من الغارات", "وبعدد من", None, None),
        ("عدد كبير من الجرحى", "عدد كبير من", None, None),
        ("بضعة أشخاص", "بضعة", None, None),
        ("نيف وعشرين قتيلا", "نيف وعشرين", 20, None),
        ("عشرين قتيلا أو أكثر", "عشرين", 20, None),
        ("قتل57 شخصا", "57", 57, 57),
        ("عدد القتلى: 12", "12", 12, 12),
    ],
)
def test_words_bound_a_number(text, shown, low, high):
    assert found(text) == [(shown, low, high)]


def test_each_number_keeps_its_own_bound():
    assert found("مقتل 7 أشخاص على الأقل وإصابة عشرة آخرين ونحو 5 مفقودين") == [
        ("7", 7, None),
        ("عشرة", 10, 10),
        ("ونحو 5", 5, 5),
    ]


def test_a_rise_from_one_number_to_another_leaves_the_new_one():
    text = "ارتفعت حصيلة القتلى من 10 إلى 15"
    assert kinds(text) == ["former", "count"]
    assert found(text)[1] == ("15", 15, 15)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("عمره 17 عاما", "age"),
        ("الشاب سامر (25 عاماً) قتل", "age"),
        ("أعمارهم بين 20 و30 عاما", "age"),
        ("استمرت 17 عاما", "duration"),
        ("بعد الـ24 ساعة", "duration"),
        ("على بعد 30 كيلومترا", "measure"),
        ("قذيفة عيار 120 ملم", "measure"),
        ("غرامة 500 دولار", "money"),
        ("بنسبة 80%", "percent"),
        ("على 80 في المئة من المدينة", "percent"),
        ("قصفت ثلاث مرات", "times"),
        ("في 28 تشرين الثاني", "date"),
        ("يوم 28 من الشهر الماضي", "date"),
        ("عام 2013", "year"),
        ("اندلعت في 2011 وما تزال", "year"),
        ("الساعة 10 صباحا", "clock"),
        ("عند الساعة العاشرة", None),
        ("القرار 2254", "label"),
        ("مقاتلة إف-16", "label"),
        ("طريق M4 الدولي", "label"),
        ("اللواء 12", "label"),
        ("هاتف 963955123", "label"),
        ("قتل 2016 شخصا", "count"),
        ("بقذائف الياسين 105", "label"),
        ('صواريخ "كاتيوشا" 122', "label"),
    ],
)
def test_a_number_that_counts_no_people_says_so(text, kind):
    assert kinds(text) == ([] if kind is None else [kind])


@pytest.mark.parametrize(
    "text",
    [
        "الثالث والعشرين من أيار",
        "الفرقة الثالثة عشرة",
        "وأحد القادة قتل",
        "بنسبة 3.5 بالمئة",
        "انتهت 2-1",
        "الاثنين",
    ],
)
def test_what_is_no_count_is_not_found(text):
    assert not [q for q in find_quantities(Words(text)) if q.kind is QuantityKind.COUNT]


def test_the_noun_that_is_counted_stands_at_last():
    words = Words("مقتل أكثر من ثلاثة وعشرين مدنيا")
    (quantity,) = find_quantities(words)
    assert words.forms[quantity.last] == "مدنيا"
    assert words.forms[quantity.number] == "ثلاثه"


@pytest.mark.parametrize(
    ("text", "noun", "bound"),
    [
        ("مقتل أكثر من شخصين", "شخصين", "at_least"),
        ("مقتل مدنيان على الأقل", "مدنيان", "at_least"),
        ("مقتل شخصين أمس", "شخصين", None),
    ],
)
def test_a_dual_has_its_bound_too(text, noun, bound):
    words = Words(text)
    at = words.forms.index(noun)
    assert find_bound(words, at, at + 1) == bound


def test_an_age_counts_nobody():
    assert kinds("قتلت راعية في الثلاثين من عمرها") == ["age"]


def test_a_bounded_number_is_no_year():
    assert kinds("استقبل المخيم أكثر من 2000 نازح") == ["count"]
