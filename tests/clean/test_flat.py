import itertools

import pytest

from tawatur.clean.flat import find_report

HEADLINE = "مقتل شخصين بقصف مدفعي على بلدة النخيل"
BODY = (
    "قتل شخصان وأصيب ثالث بجروح خطرة، صباح الثلاثاء، جراء قصف مدفعي استهدف الأحياء السكنية في بلدة النخيل، بحسب مصادر محلية.",
    "وقالت المصادر إن القصف مصدره المواقع العسكرية شمال البلدة، وإنه أدى إلى حريق في السوق وأضرار مادية في عدد من المنازل.",
    "وتشهد أطراف البلدة منذ أسابيع تبادلا للقصف بين الجانبين، رغم الهدنة التي أعلنت مطلع الشهر الماضي في المنطقة.",
)
OTHERS = (
    "افتتاح معرض الكتاب في العاصمة بمشاركة واسعة",
    "ارتفاع أسعار المحروقات للمرة الثالثة هذا العام",
    "وزير التربية يعلن مواعيد الامتحانات النهائية",
)
REPORT = "\n".join([HEADLINE, *BODY])


def shown(text):
    return "".join(span.of(text) for span in find_report(text))


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \n", "\u2028"])
def test_a_report_and_nothing_else_stays_whole(gap):
    text = gap.join([HEADLINE, *BODY])
    assert shown(text) == text


@pytest.mark.parametrize(
    "head",
    [
        ["الرئيسية", "أخبار", "سياسة"],
        ["الشأن المحلي"],
        ["fbpx"],
        ["الرئيسية / أخبار / مدونات"],
        ["الأربعاء 2022/02/02"],
        ["الرئيسية", "اقتصاد", "رياضة", "منوعات", "فيديو", "من نحن", "اتصل بنا", "مرصد النخيل", "النخيل"],
    ],
    ids=["menu", "section", "script", "crumbs", "day", "long menu"],
)
@pytest.mark.parametrize(
    "tail",
    [
        ["مقالات ذات صلة", *OTHERS],
        ["السابق", OTHERS[0], "التالي", OTHERS[1], OTHERS[2]],
        ["زر الذهاب إلى الأعلى"],
        ["6 126 1", "مقالات ذات صلة", "زر الذهاب إلى الأعلى"],
        ["شارك هذا الموضوع:", "تويتر", "فيس بوك", "مرتبط", OTHERS[1], "اترك تعليقاً إلغاء الرد"],
        ["اخترنا لك", "الأكثر قراءة"],
        ["–", "إذا كنت تعتقد أن المقال يحوي معلومات خاطئة أرسل تصحيحا", "تابعنا على :"],
        ["جميع الحقوق محفوظة © مرصد النخيل 2021"],
        ["الوسوم", "النخيل", "قصف", *OTHERS],
    ],
    ids=["related", "neighbours", "top", "counters", "share", "read", "complaint", "rights", "tags"],
)
def test_a_page_around_a_report_is_taken_off(head, tail):
    text = "\n".join([*head, REPORT, *tail])
    assert shown(text) == REPORT


@pytest.mark.parametrize(
    "between",
    [
        ["اقرأ أيضا: افتتاح معرض الكتاب في العاصمة"],
        ["إقرأ أيضاً", OTHERS[0]],
        ["مقالات ذات صلة", *OTHERS],
        ["شارك الآن على", "فيس بوك", "تويتر", "واتساب"],
        ["*****"],
        ["— مرصد النخيل (@nakheel_24) March 25, 2025"],
        ["1,204 مشاهدة"],
        [BODY[0]],
    ],
    ids=["see also", "see also, headed", "related", "share", "signs", "signature", "views", "said before"],
)
def test_furniture_between_two_paragraphs_is_left_out_and_a_line_break_stands_for_it(between):
    text = "\n".join([HEADLINE, *BODY[:2], *between, BODY[2]])
    assert shown(text) == REPORT


@pytest.mark.parametrize(
    "below",
    [
        ["الثلاثاء 28 تشرين الثاني 2018"],
        ["النخيل – مرصد النخيل"],
        ["خاص - مرصد النخيل", "28/11/2018"],
        ["قصف سابق على البلدة - أرشيفية"],
    ],
    ids=["day", "dateline", "writer and day", "caption"],
)
def test_what_stands_between_a_headline_and_its_report_stays(below):
    text = "\n".join(["الرئيسية", HEADLINE, *below, *BODY])
    assert shown(text) == "\n".join([HEADLINE, *below, *BODY])


def test_a_headline_that_is_printed_twice_is_shown_once_and_both_are_the_reports():
    text = "\n".join(["أخبار", HEADLINE, HEADLINE, *BODY])
    assert shown(text) == REPORT
    assert find_report(text)[0].start == text.index(HEADLINE)


def test_of_many_headlines_the_one_that_the_report_repeats_is_its_own():
    text = "\n".join([*OTHERS, "انطلاق الدوري المحلي لكرة القدم مساء الجمعة", REPORT])
    assert shown(text) == REPORT


def test_a_list_of_names_that_a_report_announces_is_its_own():
    names = ["سالم خالد الأحمد (12 عاما)", "ليلى خالد الأحمد (9 أعوام)", "نور خالد الأحمد (4 أعوام)"]
    text = "\n".join([HEADLINE, *BODY, "وفيما يلي أسماء الضحايا:", *names])
    assert shown(text) == text


def test_teasers_of_other_stories_below_an_article_are_taken_off():
    teasers = [
        "قال وزير المالية، الأحد، إن الحكومة ستطرح سندات جديدة في الأسواق العالمية خلال الربع الأول من العام المقبل لسد العجز.",
        "أعلنت شركة الطيران الوطنية، الإثنين، إلغاء عشرات الرحلات بعد إضراب مفاجئ لطواقم الضيافة في المطار الرئيسي.",
        "فاز المنتخب الأول لكرة اليد على نظيره بفارق خمسة أهداف في افتتاح البطولة القارية التي تستضيفها المدينة الساحلية.",
        "كشف باحثون في جامعة الشمال عن لقاح تجريبي ضد الملاريا أظهر نتائج واعدة في المراحل الأولى من الاختبارات السريرية.",
        "نفى المطرب الشعبي الشائعات التي تحدثت عن اعتزاله الغناء بعد الحفلة الأخيرة التي أقامها في مدرج العاصمة القديم.",
    ]
    assert shown("\n".join([REPORT, *teasers])) == REPORT


@pytest.mark.parametrize(
    "page",
    [
        [
            *OTHERS,
            "انطلاق الدوري المحلي لكرة القدم مساء الجمعة",
            "موجة حر تضرب الساحل",
            "اللغة/Language",
            "عربي",
        ],
        ["الرئيسية", "أخبار", "رياضة", "من نحن"],
        ["مقالات ذات صلة", *OTHERS, "جميع الحقوق محفوظة"],
        ["اترك تعليقاً", "6 126 1"],
        ["", " ", "\u200f"],
        ["***"],
    ],
)
def test_a_page_of_furniture_alone_shows_nothing(page):
    assert find_report("\n".join(page)) == []


@pytest.mark.parametrize("below", ["التعليقات", "شارك", "0 مشاهدة", "الوسوم"])
def test_a_headline_without_its_text_is_the_report(below):
    headline = "قصف صاروخي يستهدف سوق بلدة النخيل"
    assert shown("\n\n".join([headline, below, "الكاتب", *OTHERS])) == headline


def test_a_headline_above_a_list_of_headlines_is_none():
    assert shown("\n".join(["قصف صاروخي يستهدف سوق بلدة النخيل", *OTHERS, "التعليقات"])) == ""


@pytest.mark.parametrize(
    "post",
    [
        "قصف مدفعي على أطراف بلدة النخيل",
        "قصف حلب",
        "#عاجل | قصف على #النخيل",
        "عاجل\nسقوط قذيفة قرب السوق في النخيل\n#النخيل #قصف",
    ],
)
def test_a_short_post_is_a_report(post):
    assert shown(post) == post


def test_no_paragraph_is_cut_from_the_end_on_the_ground_of_its_words_alone():
    text = "\n".join(
        [
            REPORT,
            "أغلقت المدارس أبوابها في البلدة يومين كاملين بسبب القصف المتكرر على الأحياء الشرقية منها.",
            BODY[2] + " أيضا.",
        ]
    )
    assert shown(text) == text


def test_a_text_of_more_lines_than_any_report_is_kept_whole():
    text = "\n".join(f"سطر رقم {number}" for number in range(6_000))
    assert shown(text) == text


def test_runs_are_in_order_and_do_not_meet():
    text = "\n".join(["أخبار", HEADLINE, BODY[0], "شارك", BODY[1], "اقرأ أيضا", OTHERS[0], BODY[2], "السابق"])
    spans = find_report(text)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    assert shown(text) == REPORT
