"""Who is credited, and whose words they are."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def credited(finders: Finders, text: str, day: dt.date = dt.date(2016, 5, 4)) -> list[str]:
    words = Words(text)
    return [a.source for a in finders.find(words, finders.matcher.find(words), day, None).sources]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قُتل ثلاثة رعاة قرب البئر، على ما ذكر ذووهم", "local_sources"),
        ("اقتيد الشاب من متجره، بحسب أسرته", "local_sources"),
        ("وروى نازح من البلدة أن القذائف أصابت السوق", "witnesses"),
        ("أعلنت غرفة طوارئ الحارة مقتل خمسة في قصف السوق", "other:غرفة طوارئ الحارة"),
        ("أصيب تسعة بحسب مكتب الصحة", "medics"),
        ("أصيب تسعة في القصف، بحسب ما أعلن عنه مكتب الصحة", "medics"),
        ("وقال الدكتور سليم الحداد من المستشفى العام إن أربع جثث وصلت", "medics"),
        ("وقالت المفوضية العليا للاجئين إن ألفي شخص نزحوا", "un"),
    ],
)
def test_people_and_offices_of_every_war_are_credited(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("نقلت وكالة الأناضول عن مصدر أمني في سبها الليبية قوله إن شرطيا قتل", "officials"),
        ("نقلت وكالة الأناضول عن مصدر أمني قوله إن شرطيا قتل في أنقرة", "turkey"),
        ("قال زعيم طالبان إن مقاتليه سيطروا على المخفر", "taliban"),
        ("وقال زعيم القرية سليم الحداد إن مسلحين قتلوا راعيا", "local_sources"),
    ],
)
def test_agencies_abroad_and_those_who_lead(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]


def test_the_subject_behind_as_for_speaks(finders: Finders) -> None:
    assert credited(finders, "أما الجيش الإسرائيلي فقال إن قواته لم تدخل البلدة") == ["israel"]


def test_who_owns_up_may_stand_behind_what_is_owned_up_to(finders: Finders) -> None:
    assert credited(finders, "وتبنى الهجوم متحدث باسم طالبان في اتصال هاتفي") == ["taliban"]


def test_a_staff_officer_is_of_the_country_spoken_of(finders: Finders) -> None:
    text = (
        "أعلن البنتاغون أن غارة أصابت الموصل. وصرح الفريق الركن سليم حداد قائد عمليات نينوى أن الهجوم مستمر"
    )
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 12, 29), None)
    assert [a.other for a in found.sources][-1] == "iraq"


def test_an_answer_is_told_only_with_that(finders: Finders) -> None:
    assert credited(finders, "ردت وزارة الدفاع التركية بأن طائراتها لم تقصف القرية") == ["turkey"]
    assert credited(finders, "ردت القوات التركية على مصادر النيران") == []


def test_one_makes_clear_what_stands_behind_that(finders: Finders) -> None:
    assert credited(finders, "وبين قائد الشرطة أن قواته دخلت الساحة")
    assert not credited(finders, "اندلع خلاف بين قائد الشرطة ومدير السجن")


@pytest.mark.parametrize(
    "text",
    [
        "انفجرت سيارة محملة بالبارود قرب السوق",
        "سيطر المسلحون على التلة دون مقاومة",
        "انهارت هدنة أعلنتها الأمم المتحدة قبل ساعات",
        "أصيب جندي في حاجز تابع لقيادة اللواء",
    ],
)
def test_false_friends_of_saying_credit_nobody(finders: Finders, text: str) -> None:
    assert credited(finders, text) == []


def test_it_may_be_recalled_in_nobodys_words(finders: Finders) -> None:
    text = "قال متحدث باسم الجيش التركي إن جنديا قتل. ويذكر أن المنطقة شهدت هجمات سابقة"
    assert credited(finders, text) == ["turkey"]


@pytest.mark.parametrize(
    "text",
    [
        "عاجل | حركة طالبان: قتلنا ثلاثة جنود",
        "#كابل | حركة طالبان: قتلنا ثلاثة جنود",
    ],
)
def test_a_post_may_be_led_by_a_word_before_who_speaks(finders: Finders, text: str) -> None:
    assert credited(finders, text) == ["taliban"]


def test_an_informant_speaks_for_where_he_sits(finders: Finders) -> None:
    assert credited(finders, "وأكد مصدر في حزب الراية إصابة ثلاثة") == ["other:حزب الراية"]
    assert credited(finders, "وذكر مصدر في قيادة الشرطة أن قذيفتين سقطتا") == ["officials"]


def test_a_noun_with_its_article_points_back_to_the_party_so_called(finders: Finders) -> None:
    text = "تعرضت بعثة حفظ السلام لكمين، بحسب ما أعلنت البعثة"
    assert credited(finders, text) == ["un"]


def test_a_medium_is_a_partys_voice_from_where_the_text_says_so(finders: Finders) -> None:
    text = "قالت قناة السراج الناطقة باسم حركة طالبان إن القصف توقف. وأفادت قناة السراج بأن القرية دمرت"
    assert credited(finders, text) == ["taliban", "taliban"]


def test_an_office_of_a_state_without_an_identifier_keeps_its_name(finders: Finders) -> None:
    text = "وقال المتحدث باسم الرئاسة الأرمينية إن دبابة دمرت"
    assert credited(finders, text) == ["other:الرئاسة الأرمينية"]


def test_who_is_spoken_for_is_not_the_subject(finders: Finders) -> None:
    text = "لكن المتحدث باسم حركة طالبان نفى سقوط المدينة"
    assert credited(finders, text) == ["taliban"]


def test_a_spokesman_known_by_name_speaks_for_his_side(finders: Finders) -> None:
    text = "أعلن المتحدث باسم القوات المسلحة اليمنية العميد يحيى سريع استهداف سفينة"
    assert credited(finders, text) == ["houthis"]


def test_a_state_changes_hands(finders: Finders) -> None:
    text = "قال المتحدث باسم الحكومة الأفغانية إن خمسة قتلوا"
    assert credited(finders, text) == ["afghanistan"]
    assert credited(finders, text, dt.date(2023, 5, 4)) == ["taliban"]


def test_one_who_is_described_by_a_trade_has_seen_it(finders: Finders) -> None:
    text = "ويقول يوسف سالم، وهو سائق حافلة، إن المدرسة قصفت"
    assert credited(finders, text) == ["witnesses"]


def test_an_office_with_a_pronoun_speaks_for_the_party_before_it(finders: Finders) -> None:
    text = "تبنت حركة طالبان الهجوم، وقال متحدثها العسكري إن ثلاثة جنود قتلوا"
    assert credited(finders, text) == ["taliban", "taliban"]


def test_an_office_holds_whose_rank_and_name_stand_before_the_verb(finders: Finders) -> None:
    text = "غير أن المتحدث باسم وزارة الدفاع الروسية، اللواء فلان الفلاني، نفى سقوط الطائرة"
    assert credited(finders, text) == ["russia"]


def test_several_bodies_end_with_their_adjectives(finders: Finders) -> None:
    text = "اتهمت منظمات حقوقية متطوعي القرية بقتل ثلاثة رعاة"
    assert credited(finders, text) == ["other:منظمات حقوقية"]


def test_a_country_at_the_head_of_an_item_says_where(finders: Finders) -> None:
    assert credited(finders, "موجز\n• العراق: انفجار سيارة في السوق") == []


def test_who_only_says_so_speaks(finders: Finders) -> None:
    text = "الجيش الإسرائيلي اكتفى بالقول إنه رصد صاروخا"
    assert credited(finders, text) == ["israel"]


def test_counted_people_are_credited(finders: Finders) -> None:
    assert credited(finders, "قتل الإمام، بحسب ثلاثة من السكان") == ["local_sources"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("واكتفى ناطق باسم الجيش الإسرائيلي بالقول إن جنديين أصيبا", "israel"),
        ("وقالت متحدثة باسم القوات البريطانية إن قذائف سقطت على القاعدة", "uk"),
        ("علمت الصحيفة من مصادر محلية أن ثلاثة رعاة قتلوا", "local_sources"),
        ("ورفعت وزارة الصحة في غزة حصيلة القصف إلى سبعة قتلى", "gaza_health"),
        ("وقدرت بعثة الأمم المتحدة، في نشرتها اليومية، عدد الفارين بألفي شخص", "un"),
        ("وذكر إعلام الحوثيين أن الغارات قتلت عاملين", "houthis"),
        ("وذكر إعلام نظام الأسد أن الغارات قتلت عاملين", "syria_assad"),
        ("وقالت مصادر لـ موقع تلفزيون سوريا إن قوات النظام قصفت القرية", "local_sources"),
        ("ولفتت المؤسسة إلى أنها وثقت مقتل 26 شخصا", "other:المؤسسة"),
        ("أصدر مجلس الوادي بياناً حول قصف السوق", "other:مجلس الوادي"),
        ("ذكرت هيئة عمليات التجارة البحرية البريطانية أن سفينة أصيبت", "uk"),
        ("أكد مركز عمليات طوارئ الصحة إصابة خمسة في الغارة", "medics"),
    ],
)
def test_verbs_and_offices_that_say_it_otherwise_are_credited(
    finders: Finders, text: str, source: str
) -> None:
    assert credited(finders, text) == [source]


def test_who_gives_the_lie_goes_on(finders: Finders) -> None:
    text = "كذب المكتب الإعلامي للحوثي سقوط التبة، وأكد في بيان أن رجاله أسروا عشرة"
    assert credited(finders, text) == ["houthis", "houthis"]
    assert not credited(finders, "وكان البلاغ محض خيال كذب فيه الشاب على أهله")


def test_an_office_in_the_name_of_one_before_is_his(finders: Finders) -> None:
    text = "وتتحدث حركة طالبان عن خسائر، إذ أكد متحدث باسمها أن ثلاثة جنود قتلوا"
    assert credited(finders, text)[-1] == "taliban"


def test_neither_counting_words_nor_bylines_speak(finders: Finders) -> None:
    assert credited(finders, "أولاً: انفجار لغم قرب المزرعة أدى إلى إصابة راع") == []
    assert credited(finders, "كابول: من مراد السهلي\nقتل جندي في كمين") == []


def test_a_source_is_not_of_the_medium_that_it_told(finders: Finders) -> None:
    text = 'قال مصدر عسكري إن التلة سقطت. وأضاف المصدر لموقع "برق" أن طائرة قصفت مخزنا'
    assert credited(finders, text) == ["officials", "officials"]
    text = "قال مصدر عسكري إن التلة سقطت. وأضاف المصدر لوسائل إعلام يمنية محلية أن طائرة قصفت مخزنا"
    assert credited(finders, text) == ["officials", "officials"]


def test_who_is_put_in_between_commas_says_what_goes_on_behind(finders: Finders) -> None:
    words = Words("أقدم المسلحون فجر أمس، حسب نازحين من القرية، على ذبح راعيين")
    said = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None).sources
    assert [(a.source, a.reach_first, a.reach_last) for a in said] == [("witnesses", 0, len(words))]


def test_a_sentence_that_only_credits_belongs_to_the_one_before(finders: Finders) -> None:
    words = Words("أحرق المسلحون دارا وأسروا راعيا. حسب مصدر قبلي.")
    said = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None).sources
    assert [(a.source, a.reach_first) for a in said] == [("local_sources", 0)]


def test_a_post_may_quote_whom_nothing_knows(finders: Finders) -> None:
    assert credited(finders, "خطف مهندس قرب القرية. نقلا عن سنابلنا") == ["media:سنابلنا"]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("قال ضابط طلب عدم ذكر اسمه إن جنديا قتل", ["officials"]),
        ("الخرطوم / نيالا: اتهمت حركة تحرير السودان مسلحين بقتل خمسة", ["splmn"]),
        ("وأبلغ شيخ عشيرة في البلدة الإذاعة أن الجسر قصف", ["local_sources"]),
    ],
)
def test_neither_a_withheld_name_nor_a_dateline_speaks(
    finders: Finders, text: str, sources: list[str]
) -> None:
    assert credited(finders, text) == sources


def test_an_office_in_a_capital_is_of_its_state(finders: Finders) -> None:
    text = "قتل جندي في كمين بولاية هلمند الأفغانية، وقالت وزارة الدفاع في لندن إن آخر أصيب"
    assert credited(finders, text) == ["uk"]
    assert credited(finders, text.replace(" في لندن", "")) == ["afghanistan"]


def test_no_other_party_stands_in_the_number_of_a_unit(finders: Finders) -> None:
    text = "اتهمت الفرقة 14 مشاة الحركة الشعبية لتحرير السودان بقصف كادقلي"
    assert "splmn" not in credited(finders, text)


def test_who_denies_what_others_spread_goes_on_after_them(finders: Finders) -> None:
    text = "نفى المتحدث باسم الجيش الإسرائيلي ما تناقلته وسائل إعلام حوثية عن غارة على الميناء، مؤكدا أن القصف أصاب رصيفا"
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2024, 8, 2), None)
    assert [a.source for a in found.sources if a.by == "continues"] == ["israel"]
    assert "houthis" in [a.source for a in found.sources]


@pytest.mark.parametrize(
    "text",
    [
        "قالت مصادر محلية إن غارات استهدفت البلدة. وأضافت أن الطائرات الحربية الروسية قصفت القرية",
        "قالت مصادر محلية إن غارات استهدفت البلدة، مضيفة أن القصف التركي أصاب القرية",
        "قالت مصادر محلية إن غارات استهدفت البلدة. وأشارت إلى القصف الإسرائيلي على القرية",
    ],
)
def test_whoever_is_spoken_of_behind_that_does_not_speak(finders: Finders, text: str) -> None:
    assert credited(finders, text) == ["local_sources", "local_sources"]


def test_what_stands_before_just_as_is_what_was_said(finders: Finders) -> None:
    words = Words("خُطف تاجر وشقيقه مساء السبت قرب السوق، كما روت أسرته.")
    (said,) = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None).sources
    assert (said.source, said.by, said.reach_first) == ("local_sources", "according", 0)
    (goes_on,) = finders.find(
        words := Words("وفي الريف القريب، كما أكد المحافظ أن أربعة جنود جرحوا."),
        finders.matcher.find(words),
        dt.date(2016, 5, 4),
        None,
    ).sources
    assert goes_on.reach_first > goes_on.verb


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قُتل راعٍ في القصف، وفق ما قاله للوكالة مصدر محلي", "local_sources"),
        ("وأفادت متحدثة باسم الدفاع الكمبودية بمقتل خمسة جنود", "other:كمبوديا"),
        ("وقال متحدث عسكري هندي إن خمسة جنود أصيبوا", "other:الهند"),
        ("سقطت قذيفة على القرية، بحسب نائب محلي سابق", "officials"),
    ],
    ids=["the one it was told to", "arms of a state", "an officer of a state", "of no state"],
)
def test_a_state_without_an_identifier_speaks_by_its_name(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]


def test_a_line_that_credits_an_agency_says_nothing(finders: Finders) -> None:
    assert credited(finders, "سقطت قذيفة على القرية ليلا.\nالمصدر: نوفوستي") == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("اتهمت منظمة العفو الدولية قوات الدعم السريع بقتل خمسة", "other:منظمة العفو الدولية"),
        ("قالت وكالة الأنباء الفلسطينية (وفا) إن خمسة قتلوا", "media:وفا"),
        ('أعلنت منظمة "بيوت المثال" مقتل خمسة', "other:بيوت المثال"),
        ("تحدثت منظمات غير حكومية عن مقتل خمسة", "other:منظمات غير حكومية"),
        ("أكدت الشبكة مقتل خمسة", "media:الشبكة"),
        ("أعلنت جماعة جيش تحرير بلوشستان الانفصالية مسؤوليتها عن مقتل خمسة", "other:جيش تحرير بلوشستان"),
        ("أعلنت حركة النضال توثيقها لمقتل خمسة", "other:حركة النضال"),
        ("قالت القناة 77 المحلية إن خمسة قتلوا", "media:القناة 77 المحلية"),
    ],
)
def test_a_name_ends_where_it_is_whole(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قالت رواندا إن أربعة من مواطنيها قتلوا بقذيفة", "other:رواندا"),
        ("أحرق مسلحون ثلاثة متاجر، وفق تجار بالسوق", "local_sources"),
        ("ونفى مصدر عسكري ما تروجه وسائل إعلام العدوان عن سقوط المطار", "officials"),
    ],
    ids=["a state by its name", "where they trade", "what others spread"],
)
def test_a_speakers_phrase_ends_where_its_words_do(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text)[0] == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قالت تلك المصادر الطبية إن خمسة مدنيين قتلوا", "medics"),
        ("أكد هؤلاء الشهود أن خمسة مدنيين قتلوا", "witnesses"),
        ("قالت مصادرنا إن تسعة مسلحين قتلوا", "local_sources"),
        ("قال متحدث باسم حكومة سريلانكا إن خمسة قتلوا", "other:حكومة سريلانكا"),
        ("ذكرت محطة تلفزيونية محلية أن خمسة قتلوا", "media:محطة تلفزيونية محلية"),
        ("طبقا لأقوال شهود العيان قتل خمسة", "witnesses"),
        ("اعتبر مندوب إيران الدائم في الأمم المتحدة سالم الحداد أن الضربة لم تقع", "iran"),
    ],
)
def test_a_speaker_is_found_past_what_points_to_him(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]


def test_a_medium_that_calls_itself_by_its_noun_is_the_outlet(finders: Finders) -> None:
    def heard(text: str) -> list[str]:
        words = Words(text)
        hits = finders.matcher.find(words)
        return [
            a.source for a in finders.find(words, hits, dt.date(2016, 5, 4), "شبكة المثال الإخبارية").sources
        ]

    assert heard("وثقت الشبكة مقتل خمسة") == ["outlet"]
    assert heard("وقالت الشبكة الوطنية للإعلام إن خمسة قتلوا") == ["media:الشبكة الوطنية للإعلام"]


def test_who_stands_accused_says_nothing(finders: Finders) -> None:
    assert credited(finders, "واتهم النظام السوري بشن هجوم على البلدة") == []
    assert credited(finders, "واتهم النظام السوري المعارضة بقصف البلدة") == ["syria_assad"]


def test_the_words_of_whom_an_agency_quotes_are_his(finders: Finders) -> None:
    assert credited(finders, "ونقلت وكالة محلية عن الجيش الروسي، قوله إن طائرتين قصفتا المطار") == ["russia"]


def test_the_same_sources_are_of_the_same_kind(finders: Finders) -> None:
    text = "وقالت مصادر عسكرية يمنية إن خمسة قتلوا. وأكدت المصادر أن تسعة أصيبوا"
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None).sources
    assert [(a.source, a.other) for a in found] == [("yemen_gov", "officials")] * 2


def test_a_capital_in_the_name_of_a_place_is_no_state(finders: Finders) -> None:
    assert credited(finders, "أفادت مصادر طبية في غوطة دمشق بمقتل خمسة") == ["medics"]


def test_a_medium_is_called_by_the_name_behind_its_nation_and_again_by_its_nation(finders: Finders) -> None:
    assert credited(finders, 'وقالت وكالة الأنباء الروسية "المنارة" إن خمسة قتلوا') == ["media:المنارة"]
    text = 'قالت صحيفة "الشراع" إن خمسة قتلوا. وأضافت الصحيفة البريطانية أن تسعة أصيبوا'
    assert credited(finders, text) == ["media:الشراع"] * 2
    text = 'قالت صحيفة "الشراع" وصحيفة "الربان" إن خمسة قتلوا. وبحسب الصحيفة البريطانية أصيب تسعة'
    assert credited(finders, text)[-1] != "media:الربان"


def test_an_office_that_an_agency_of_a_state_quotes_is_of_that_state(finders: Finders) -> None:
    text = "ونقلت وكالة {} عن وزارة الدفاع قولها إن طائرات قصفت إدلب في سوريا"
    words = Words(text.format("إنترفاكس الروسية"))
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None).sources
    assert "russia" in {s for a in found for s in (a.source, a.other)}


def test_the_name_of_a_body_ends_before_what_it_points_to(finders: Finders) -> None:
    assert credited(finders, "وأكدت لجنة التحقيق الغانية هذه الحصيلة وقالت إن المهاجم قتل أربعة")[0] == (
        "other:لجنة التحقيق الغانية"
    )


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قالت شبكة سجل لرصد الانتهاكات إن مدنيين قتلا", "media:شبكة سجل لرصد الانتهاكات"),
        ("شبكة سجل لرصد الانتهاكات: مقتل مدنيين", "media:شبكة سجل لرصد الانتهاكات"),
        ("قال مرصد وثق لحقوق الإنسان إن مدنيين قتلا", "other:مرصد وثق لحقوق الإنسان"),
        ("أكدت منظمة أكد للحقوق والتنمية مقتل مدنيين", "other:منظمة أكد للحقوق والتنمية"),
        ("وقالت شبكة صوت الوادي إن مدنيين قتلا", "media:شبكة صوت الوادي"),
        ("قالت شبكة إن مدنيين قتلا", "media:شبكة"),
    ],
)
def test_a_name_may_be_a_word_of_saying(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]


def test_who_only_tells_records_a_happening(finders: Finders) -> None:
    assert credited(finders, "شبكة حقوقية سجلت مقتل مدنيين في البلدة") == ["media:شبكة حقوقية"]
    assert credited(finders, "سجل الجيش مقتل جنديين في البلدة") == []


@pytest.mark.parametrize(
    "text",
    [
        "وكان المرصد السوري لحقوق الإنسان، ومقره بريطانيا، قال السبت إن ثلاثة رعاة قتلوا",
        "لكن المرصد السوري لحقوق الإنسان، ومقره لندن، قال إن ثلاثة رعاة قتلوا",
    ],
)
def test_where_a_speaker_sits_does_not_speak(finders: Finders, text: str) -> None:
    assert credited(finders, text) == ["sohr"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("اتهمت سوريا القوات الإسرائيلية بقصف المرفأ", "syria_assad"),
        ("قال السودان إن مسيّرة قصفت المطار", "saf"),
    ],
)
def test_a_country_in_which_several_fight_speaks_as_its_state(
    finders: Finders, text: str, source: str
) -> None:
    assert credited(finders, text) == [source]
    assert not credited(finders, "سوريا: مقتل خمسة رعاة في قصف على المرفأ")


@pytest.mark.parametrize("also", ["كما كشف عن مقتل طفلين في الغارة.", "كما أفاد بمقتل طفلين في الغارة."])
def test_whoever_spoke_goes_on_behind_as_also(finders: Finders, also: str) -> None:
    text = f"أكد مدير المستشفى وصول خمسة جرحى. {also}"
    assert credited(finders, text) == ["medics", "medics"]


def test_whom_a_body_accuses_is_no_part_of_its_name(finders: Finders) -> None:
    text = "اتهمت غرفة طوارئ أبو زبد قوات الدعم السريع باختطاف عشرة شبان من السوق"
    assert credited(finders, text) == ["other:غرفة طوارئ أبو زبد"]


@pytest.mark.parametrize(
    "text",
    [
        "وقتل عشرون شخصا في هجوم تبناه تنظيم الدولة الإسلامية",
        "وقتل عشرون شخصا في الهجوم الذي تبناه تنظيم الدولة الإسلامية قرب الجسر",
        "وقتل عشرون شخصا في تفجير أعلن تنظيم الدولة الإسلامية مسؤوليته عنه",
        "وقتل جنود في هجمات، أعلن مسلحون من حركة الشباب مسؤوليتهم عن عدد منها",
    ],
)
def test_whose_deed_it_was_is_no_source_of_it(finders: Finders, text: str) -> None:
    assert credited(finders, text) == []
    assert credited(finders, "وأعلنت حركة الشباب مسؤوليتها عن الهجوم") == ["al_shabaab"]


def test_who_hastens_to_a_denial_denies(finders: Finders) -> None:
    words = Words("وسارعت حركة طالبان إلى نفي ضلوعها في تفجير السوق")
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    assert [(a.source, a.stance) for a in found.sources] == [("taliban", "denies")]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "أعلنت وزارة الدفاع التركية مقتل جندي. وقالت الوزارة في بيان إن جنديا آخر قتل",
            ["turkey", "turkey"],
        ),
        (
            "أعلنت خلية الإعلام الأمني إصابة جنديين. وأفادت الخلية في بيان بأن ثالثا قتل",
            ["iraq", "iraq"],
        ),
        (
            "أعلن جهاز مكافحة الإرهاب في إقليم كوردستان سقوط مسيرة. وقال الجهاز إن أخرى أسقطت",
            ["peshmerga", "peshmerga"],
        ),
    ],
)
def test_the_first_noun_of_its_name_points_back_to_who_spoke(
    finders: Finders, text: str, sources: list[str]
) -> None:
    assert credited(finders, text) == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وقال مركز الوادي الإعلامي إن خمسة قتلوا", "media:مركز الوادي الإعلامي"),
        ("وذكرت سنابل برس أن خمسة قتلوا", "media:سنابل برس"),
        ("وذكر موقع الوادي 24 أن خمسة قتلوا", "media:موقع الوادي 24"),
    ],
)
def test_a_medium_is_known_by_how_its_name_ends(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]


def test_a_body_speaks_though_its_name_holds_a_nationality(finders: Finders) -> None:
    text = "قال نادي الأسير الفلسطيني إن قوات الاحتلال اعتقلت شابا"
    assert credited(finders, text) == ["other:نادي الأسير الفلسطيني"]


def test_a_speaker_ends_before_what_he_asked(finders: Finders) -> None:
    assert credited(finders, "وأكد مسؤول في الحزب طلب عدم كشف هويته أن الصواريخ سقطت") == ["other:الحزب"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("قال سليم الراوي من جماعة جيش تحرير السودان إن القوات هاجمت القرية", "splmn"),
        ("وأوضح عمر الساري، من حركة أحرار الشام، أن القوات هاجمت القرية", "ahrar"),
        ("قال صالح الأمين من سكان الحي إن القصف قتل عشرة", "local_sources"),
        ("قال سامر صالح من مستشفى نيالا إن القصف قتل عشرة", "medics"),
    ],
)
def test_a_person_who_is_said_to_be_of_somebody_speaks_for_him(
    finders: Finders, text: str, source: str
) -> None:
    assert credited(finders, text) == [source]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("هاجمت حركة الشباب قاعدة في بيدوا. وقالت في بيان إنها قتلت خمسة جنود", ["al_shabaab"]),
        ("قتل الجيش التركي ثلاثة مسلحين، وأكد أن العملية مستمرة", ["turkey"]),
        ("قتل الجيش التركي ثلاثة مسلحين. وقال شهود إن القصف مستمر", ["witnesses"]),
    ],
)
def test_who_is_told_to_have_done_it_goes_on_speaking_of_it(
    finders: Finders, text: str, sources: list[str]
) -> None:
    assert credited(finders, text) == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("وقال علي جمعة، المتحدث باسم طالبان، إن الهجوم على المخفر قتل ثلاثة", "taliban"),
        ("وأوضح علي الراوي أن القصف على المدينة أصاب مدرسة", "other:علي الراوي"),
        ("وقال سليم حسين نوري زاده عضو مجلس الوادي إن القصف أصاب مدرسة", "other:مجلس الوادي"),
        ("قال الناطق باسم شبكة النهر الإخبارية إن القصف أصاب مدرسة", "media:شبكة النهر الإخبارية"),
        ("وسبق للجيش الإسرائيلي أن أعلن مقتل ثلاثة من جنوده", "israel"),
        ("وقال مسؤولان في الإقليم طلبا ألا يذكر اسماهما إن القصف أصاب مدرسة", "officials"),
        ("وذكرت مصادر حقوقية أن قوات الأمن قتلت أربعة متظاهرين", "activists"),
        ("وقالت هآرتس إن جنديا قتل في رفح", "media:هآرتس"),
        (
            "نشر المكتب الإعلامي لطالبان على صفحته في موقع النهر مساء أمس بيانا قال فيه إن ثلاثة قتلوا",
            "taliban",
        ),
    ],
)
def test_offices_names_and_media_of_every_kind_speak(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text)[0] == source


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (
            "قال مراسل قناة النهر إن بلدة قصفت. وأضاف المراسل أن سبعة قتلوا",
            ["media:قناة النهر", "media:قناة النهر"],
        ),
        (
            "ذكرت وكالة النهر أن غارة وقعت. وأفادت الوكالة الرسمية بأن سبعة قتلوا",
            ["media:وكالة النهر", "media:وكالة النهر"],
        ),
        (
            "أصيب سبعة بحسب مصدر طبي. وقالت المصادر لمراسل قناة النهر إن بلدة قصفت",
            ["medics", "medics"],
        ),
        (
            "قتل أربعة جنود باكستانيين قرب أفغانستان. وقال الجيش في بيان إن انتحاريا هاجمهم في باكتيكا بأفغانستان",
            ["pakistan"],
        ),
        ("أعلنت سرايا القدس قصف سديروت. وأعلنت قوتها الصاروخية قصف عسقلان", ["pij", "pij"]),
    ],
)
def test_who_spoke_before_is_called_again(finders: Finders, text: str, sources: list[str]) -> None:
    assert credited(finders, text) == sources


@pytest.mark.parametrize(
    "text", ["إسلام آباد - أ ف ب: قتل سبعة في كويتا", "كابول ـ رويترز: قتل سبعة في غزني"]
)
def test_a_town_before_an_agency_speaks_not(finders: Finders, text: str) -> None:
    assert credited(finders, text) == []


def test_letters_called_by_their_names_end_no_sentence() -> None:
    assert len(Words("أصابوا عربة من طراز بي.أم.بي بصاروخ. وقتل جندي").sentences) == 2


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ('أعلنت جماعة متشددة تسمي نفسها "جند الوادي" مسؤوليتها عن تفجير', ["other:جند الوادي"]),
        ('أعلنت جماعة تطلق على نفسها اسم "جبهة النصرة" السبت مسؤوليتها عن تفجير', ["hts"]),
        (
            "قال مراسلنا إن القصف مستمر. وذكر الإعلام العراقي أن القصف أحرق بساتين. وأضاف أن السكان نزحوا",
            ["outlet", "media:الإعلام العراقي", "media:الإعلام العراقي"],
        ),
        (
            "هاجمت حركة الشباب قاعدة في بيدوا. وقالت إنها قتلت خمسة. وبحسب البيان فإن الهجوم رد على غارة",
            ["al_shabaab", "al_shabaab"],
        ),
        (
            "أعلنت سرايا القدس قصف سديروت بصاروخ في مخلفات إسرائيلية. وأعلنت قوتها الصاروخية قصف عسقلان",
            ["pij", "pij"],
        ),
    ],
)
def test_who_goes_by_a_name_and_who_goes_on(finders: Finders, text: str, sources: list[str]) -> None:
    assert credited(finders, text) == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("رويترز عن مصدر أمني عراقي: مسيرة أصابت حقلا", "iraq"),
        ("القناة 12 الإسرائيلية عن الجيش الإسرائيلي: مقتل جندي في غزة", "israel"),
        ("رويترز عن شهود: قصف على السوق", "witnesses"),
        ("قناة النهر عن مراسلها: غارة على بلدة", "media:قناة النهر"),
    ],
)
def test_whom_a_post_quotes_through_an_outlet_speaks(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]


@pytest.mark.parametrize("verb", ["ويعتقد", "ويتوقع", "ويرجح"])
def test_what_is_believed_is_told_by_nobody_named_before(finders: Finders, verb: str) -> None:
    assert credited(finders, f"قال شهود إن القصف قتل سبعة. {verb} أن الجيش دخل البلدة") == ["witnesses"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("أعلن قصر الإليزيه أن ثلاثة جنود قتلوا في غارة", "france"),
        ("أعلن الديوان الملكي الأردني أن مسيرة قتلت جنودا", "jordan"),
        ("وأعلن إعلام الاحتلال إصابة أربعة جنود في حي الشجاعية", "media:إعلام الاحتلال"),
    ],
)
def test_seats_of_states_and_their_media_speak(finders: Finders, text: str, source: str) -> None:
    assert credited(finders, text) == [source]
