"""Whom a text names: by a name, by a nationality, by a common noun, by a group's own name."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def parties(finders: Finders, text: str, day: dt.date = dt.date(2019, 5, 5)) -> list[str]:
    words = Words(text)
    return [p.party for p in finders.find(words, finders.matcher.find(words), day, None).parties]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دخلت القوات الأمنية ناحية البعاج", ["iraq"]),
        ("دان مجلس الأمن الهجوم", ["un"]),
        ("اجتمع مجلس الأمن القومي بعد الهجوم", []),
        ("دخل الجيش الوطني مدينة ترهونة", ["lna"]),
        ("دخل الجيش الوطني مدينة عفرين", ["sna"]),
        ("خطف ضابط في الأمن السياسي وسط مدينة تعز", ["yemen_gov"]),
        ("انتشر الحرس الجمهوري في حي المزة بدمشق", ["syria_assad"]),
        ("انتشر الحرس الجمهوري قرب صنعاء", ["saleh_forces"]),
        ("سيطر المجاهدون على مخفر في قندهار", ["taliban"]),
        ("كمن المجاهدون لقوة معادية قرب مارون الراس", ["hezbollah", "israel"]),
        ("انسحبت فلول الحركة الإسلامية من بارا أمام الأشاوس", ["saf", "rsf"]),
        ("قتل جندي من مرتزقة فاغنر قرب تدمر", ["russia"]),
        ("قتل جندي من مرتزقة فاغنر قرب تمبكتو", ["other:مرتزقة فاغنر"]),
        ("أعلنت وزارة الداخلية السعودية إصابة جندي من حرس الحدود قرب صنعاء", ["saudi", "saudi"]),
        ("أصيب جندي من حرس الحدود قرب صنعاء", ["yemen_gov"]),
        ("قصف جيش العدو السعودي قرية في صعدة", ["saudi"]),
        ("قتل قيادي تابع للحراك الجنوبي في الضالع", ["other:الحراك الجنوبي"]),
        ("اشتباكات بين قبيلتين في سبها", ["tribes"]),
        ("طوقت الوحدات الأمنية منزلا في القصرين", []),
        ("اعتقلت الهيئة ناشطا في إدلب", ["hts"]),
        ("أعلنت الهيئة العامة للطيران إغلاق مطار حلب", []),
        ("قالت الهيئة الطبية في إدلب إن ثلاثة قتلوا", []),
    ],
)
def test_a_place_of_one_country_settles_a_name_that_several_bear(
    finders: Finders, text: str, expected: list[str]
) -> None:
    assert parties(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سيطر لواء شهداء الساحل على الحاجز", ["other:لواء شهداء الساحل"]),
        ("هاجم عناصر من كتيبة أبو عمارة الحاجز", ["other:كتيبة أبو عمارة"]),
        ('تبنى تنظيم "أجناد الحق" التفجير', ["other:تنظيم أجناد الحق"]),
        ("قتل ثلاثة من شبكة حقاني", ["other:شبكة حقاني"]),
        ("انسحبت قوات حلف الناتو", ["other:حلف الناتو"]),
        ("كثفت حركة نزوح الأهالي", []),
        ("اجتمع عدد من أبناء القرية", []),
    ],
)
def test_a_group_that_no_list_identifies_keeps_its_name(
    finders: Finders, text: str, expected: list[str]
) -> None:
    assert parties(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت القوات الأرمينية المدينة", ["other:القوات الأرمينية"]),
        ("قصفت القوات المسلحة الأوكرانية المدينة", ["other:القوات المسلحة الأوكرانية"]),
        ("تصدت للقوات الإثيوبية", ["other:القوات الإثيوبية"]),
        ("قصفت القوات الإثيوبية الإريترية المدينة", ["other:القوات الإثيوبية الإريترية"]),
        ("أطلقت قوات الاحتلال الهندي النار", ["other:قوات الاحتلال الهندي"]),
        ("دخلت قوة الدفاع الرواندية البلدة", ["other:قوة الدفاع الرواندية"]),
        ("التقى الوزير الألماني نظيره", []),
    ],
)
def test_forces_of_a_state_without_an_identifier_keep_their_name(
    finders: Finders, text: str, expected: list[str]
) -> None:
    assert parties(finders, text) == expected


def test_a_nationality_tells_whose_an_occupation_is(finders: Finders) -> None:
    assert parties(finders, "قصف طيران الاحتلال الروسي القرية") == ["russia"]
    assert parties(finders, "قصف طيران الاحتلال القرية") == ["israel"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انفجرت عبوة بدورية أمريكية", ["usa"]),
        ("أغارت طائرة حربية روسية على القرية", ["russia"]),
        ("توغلت دورية راجلة بريطانية", ["uk"]),
        ('استهدفت صواريخ سفينة "لورا" البريطانية', ["uk"]),
        ("استهدفت صواريخ السفينة Laura Star البريطانية", ["uk"]),
        ("قتل صياد مصري", []),
        ("أصيبت سيارة تركية", []),
    ],
)
def test_a_nationality_tells_whose_arms_and_vehicles_they_are(
    finders: Finders, text: str, expected: list[str]
) -> None:
    assert parties(finders, text) == expected


def test_a_common_noun_points_back_to_a_group_that_only_has_a_name(finders: Finders) -> None:
    said = "هاجمت حركة إم23 المدينة، وقالت الحركة إنها سيطرت على المطار"
    assert parties(finders, said) == ["other:حركة إم23"] * 2
    assert parties(finders, "نفت جماعة أبو سياف ذلك، وقالت الحركة إنها لم تهاجم") == ["other:جماعة أبو سياف"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نفذت القوات المسلحة عملية قرب العريش", ["egypt"]),
        ("داهمت الاستخبارات العسكرية منزلا في أم درمان", ["saf"]),
        ("أغار سلاح الجو على شرق خان يونس", ["israel"]),
        ("أغار سلاح الجو على مواقع قرب مايدوغوري", ["nigeria"]),
        ("انتشرت قوات الأمن في ليوبليانا", []),
    ],
)
def test_forces_that_any_state_has_are_those_of_the_country_spoken_of(
    finders: Finders, text: str, expected: list[str]
) -> None:
    assert parties(finders, text) == expected


def test_a_pronoun_on_forces_names_the_party_again(finders: Finders) -> None:
    said = "أعلنت حركة طالبان أن مقاتليها سيطروا على المخفر"
    assert parties(finders, said) == ["taliban", "taliban"]
    assert parties(finders, "سيطر مقاتلوها على المخفر") == []


def test_who_goes_on_speaking_has_his_own_forces(finders: Finders) -> None:
    said = "قالت حركة طالبان إن مقاتليها دمروا دبابة إسرائيلية. وأضافت أن مقاتليها سيطروا على المخفر"
    assert parties(finders, said) == ["taliban", "taliban", "israel", "taliban"]


def test_the_gender_of_a_pronoun_tells_whose_forces_they_are(finders: Finders) -> None:
    said = "اتهم الحشد الشعبي حركة طالبان، وقال إن طائراته قصفت المعسكر"
    assert parties(finders, said) == ["pmf", "taliban", "pmf"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("كمن جنود الخلافة لرتل الجيش النصيري", "isis"),
        ("تسلل مقاتلو الانتقالي إلى معسكر في عدن", "stc"),
        ("هاجمت مليشيا آل دقلو الإرهابية قرية شرق سنار", "rsf"),
        ("قتل ستة في هجوم جماعة فتح الإسلام شمال لبنان", "other:جماعة فتح الإسلام"),
    ],
)
def test_a_party_is_known_by_what_its_own_and_its_enemies_call_it(
    finders: Finders, text: str, party: str
) -> None:
    assert party in parties(finders, text)


def test_forces_of_a_state_without_an_identifier_keep_the_name_that_any_state_gives_them(
    finders: Finders,
) -> None:
    assert parties(finders, "قصف سلاح الجو قرية في إثيوبيا") == ["other:سلاح الجو"]
    assert parties(finders, "هاجمت القوات المسلحة الأوكرانية الميناء") == ["other:القوات المسلحة الأوكرانية"]


def test_fighters_called_by_their_movement_point_back_to_nobody(finders: Finders) -> None:
    text = "بعد هجوم تنظيم القاعدة خطف مسلحون حوثيون تاجرا"
    assert parties(finders, text) == ["alqaeda", "houthis"]


def test_our_forces_are_those_of_whom_the_outlet_is_named_for(finders: Finders) -> None:
    words = Words("تمكنت قواتنا من دخول البلدة")
    hits = finders.matcher.find(words)
    found = finders.find(words, hits, dt.date(2019, 5, 5), "المركز الإعلامي لقوات سوريا الديمقراطية")
    assert [p.party for p in found.parties] == ["sdf"]
    assert parties(finders, "تمكنت قواتنا من دخول البلدة") == []
    assert parties(finders, "الحشد الشعبي: تمكنت قواتنا من دخول البلدة") == ["pmf", "pmf"]


def test_the_forces_of_whom_somebody_speaks_for_are_his(finders: Finders) -> None:
    said = "صدت حركة الشباب والجيش الصومالي هجوما، وقال المتحدث باسم حركة الشباب إن قواته أسرت ثلاثة"
    assert parties(finders, said)[-1] == "al_shabaab"


def test_our_army_is_that_of_the_state_spoken_of(finders: Finders) -> None:
    assert parties(finders, "دمرت وحدات من جيشنا الباسل أوكارا قرب تدمر", dt.date(2014, 2, 2)) == [
        "syria_assad"
    ]
    assert parties(finders, "دمرت وحدات من قواتنا أوكارا قرب تدمر", dt.date(2014, 2, 2)) == []


def test_a_place_in_an_outlets_name_says_of_which_country_it_speaks(finders: Finders) -> None:
    words = Words("دخل الجيش الوطني الحي")
    found = finders.find(words, finders.matcher.find(words), dt.date(2019, 5, 5), "صوت بنغازي الآن")
    assert [p.party for p in found.parties] == ["lna"]


@pytest.mark.parametrize(
    ("outlet", "text", "told"),
    [
        ("سانا", "قضت وحدة من الجيش السوري على سبعة إرهابيين في ريف إدلب.", ["syria_assad", "fsa"]),
        ("عنب بلدي", "قضت وحدة من الجيش السوري على سبعة إرهابيين في ريف إدلب.", ["syria_assad"]),
        ("سانا", "هاجم تنظيم داعش قرية شرق حمص، وقتل ثلاثة إرهابيين.", ["isis", "isis"]),
        ("المسيرة", "لقي عدد من المرتزقة مصرعهم في مأرب.", ["yemen_gov"]),
    ],
)
def test_one_camps_word_for_its_enemies_names_them_in_its_own_reports(
    finders: Finders, outlet: str, text: str, told: list[str]
) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2014, 5, 5), outlet)
    assert [p.party for p in found.parties] == told


def test_a_quarter_called_by_a_partys_name_is_no_party(finders: Finders) -> None:
    assert parties(finders, "سقطت قذيفة على حي البدو في مدينة الرقة.") == []


def test_a_group_called_again_is_not_the_one_to_which_it_belongs(finders: Finders) -> None:
    text = "هاجمت جماعة نصرة الإسلام والمسلمين الموالية لبوكو حرام بلدة. ثم انسحبت الجماعة."
    assert parties(finders, text)[-1] == "other:جماعة نصرة الإسلام والمسلمين"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "هاجمت جماعة نصرة الإسلام والمسلمين التابعة لتنظيم القاعدة بلدة",
            ["other:جماعة نصرة الإسلام والمسلمين"],
        ),
        ("هاجمت حركة الشباب، وهي جماعة متشددة مرتبطة بتنظيم القاعدة، بلدة", ["al_shabaab"]),
        ("هاجمت ميليشيات الجنجويد الموالية للحكومة السودانية بلدة", ["rsf"]),
        ("هاجم متشددون مرتبطون بتنظيم القاعدة بلدة", ["alqaeda"]),
        ("هاجمت حركة الشباب مقرا تابعا لتنظيم القاعدة", ["al_shabaab", "alqaeda"]),
    ],
    ids=["behind its name", "behind what it is", "loyal", "of no name", "what was hit"],
)
def test_whose_a_group_is_has_no_part_in_what_it_does(
    finders: Finders, text: str, expected: list[str]
) -> None:
    assert parties(finders, text) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [(dt.date(2012, 5, 5), "splmn"), (dt.date(2024, 5, 5), "rsf")],
)
def test_a_name_means_another_party_up_to_a_day(finders: Finders, day: dt.date, expected: str) -> None:
    assert parties(finders, "هاجم المتمردون بلدة أم روابة في السودان", day) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سقطت قذيفة هندية على منزل في القرية", ["other:الهند"]),
        ("قصفت القوات الأوكرانية مستودعا", ["other:القوات الأوكرانية"]),
        ("فاز الفريق الهندي على ضيفه", []),
    ],
    ids=["arms", "forces", "a team"],
)
def test_a_state_without_an_identifier_is_named_by_its_nationality(
    finders: Finders, text: str, expected: list[str]
) -> None:
    assert parties(finders, text) == expected


def test_the_army_that_goes_on_to_speak_is_the_one_that_spoke(finders: Finders) -> None:
    text = "اعترف الجيش الإسرائيلي بمقتل جنديين قرب بنت جبيل. وزعم الجيش أنه دمر موقعا في جنوب لبنان."
    assert parties(finders, text)[:2] == ["israel", "israel"]
    assert "lebanon" in parties(finders, "قصف الجيش الإسرائيلي بلدة بنت جبيل، وانتشر الجيش في صيدا.")


def test_fighters_of_the_faith_are_those_of_the_party_that_tells(finders: Finders) -> None:
    words = Words("أسر المجاهدون جاسوسا للجيش قرب الحويجة")
    found = finders.find(words, finders.matcher.find(words), dt.date(2019, 5, 5), "وكالة أعماق")
    assert found.parties[0].party == "isis"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت بريطانيا وفرنسا مواقع للمسلحين", ["uk", "france"]),
        ("انفجرت سيارتان في بريطانيا وفرنسا", []),
        ("غارات جوية سورية روسية على البلدة", ["syria_assad", "russia"]),
        ("قال العقيد تركي الساعدي إن الطريق آمن", []),
        ("يرجح أن الطائرة التي نفذت الغارة روسية", ["russia"]),
        ("أطلقت صواريخ من مناطق يمنية", []),
        ("شن الحوثيون هجوما في الأيام الأخيرة", ["houthis"]),
        ("قصفت الميليشيات الموالية لإيران منازل في مدينة الحديدة", ["houthis"]),
        ("انسحبت الميليشيات الموالية لإيران من مدينة البوكمال", ["iran_militias"]),
    ],
    ids=[
        "joined",
        "places",
        "two nations",
        "a name",
        "of a raid",
        "ground",
        "adjective",
        "in Yemen",
        "in Syria",
    ],
)
def test_a_word_is_a_party_by_those_beside_it(finders: Finders, text: str, expected: list[str]) -> None:
    assert parties(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قالت وكالة سانا إن مجموعة إرهابية هاجمت مخفر البلدة في ريف إدلب.", ["syria_assad", "fsa"]),
        ("هاجمت مجموعة إرهابية مخفر البلدة في ريف إدلب.", []),
        ("قالت وكالة سانا إن إرهابيين من داعش هاجموا حافلة في تدمر.", ["syria_assad", "isis"]),
    ],
    ids=["quoted", "nobody's", "those whom anybody calls so"],
)
def test_one_camps_word_for_its_enemies_names_them_where_it_is_quoted(
    finders: Finders, text: str, told: list[str]
) -> None:
    assert parties(finders, text, dt.date(2014, 5, 5)) == told


def test_the_enemy_is_that_of_those_who_speak(finders: Finders) -> None:
    said = "قالت قوات الدفاع الشعبي إن مقاتليها قتلوا جنديين من جيش العدو وإن العدو قصف القرية"
    assert parties(finders, said) == ["pkk", "pkk", "turkey", "turkey"]
    assert parties(finders, "قصف جيش العدو قرية الخيام.") == ["israel"]


def test_an_occupier_is_whom_the_report_calls_so_by_name(finders: Finders) -> None:
    assert parties(finders, "قصف جيش الاحتلال قرية. وقصف الاحتلال التركي بلدة.") == ["turkey", "turkey"]
    assert parties(finders, "قصف جيش الاحتلال قرية.") == ["israel"]


def test_a_name_in_brackets_tells_whose_a_shared_one_is(finders: Finders) -> None:
    day = dt.date(2025, 10, 1)
    assert parties(finders, "هاجموا قوى الأمن الداخلي (الأسايش) في الحسكة", day) == ["asayish", "asayish"]
    assert parties(finders, "هاجموا قوى الأمن الداخلي في الحسكة", day) == ["syria_new"]


def test_a_nationality_that_is_only_supposed_tells_whose_it_is(finders: Finders) -> None:
    assert parties(finders, "قصفت طائرات يعتقد أنها تركية قرية في سنجار") == ["turkey"]
    assert parties(finders, "قصفت مسيرة يرجح أنها أمريكية سيارة في بلدة") == ["usa"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("قتل جندي أيرلندي من قوات اليونيفيل", ["un"]),
        ("قتل ثلاثة جنود سنغاليين من عناصر بعثة الأمم المتحدة", ["un"]),
        ("قالت بعثة الأمم المتحدة إن عناصرها هوجموا", ["un", "un"]),
        ("قالت الأمم المتحدة إن عناصرها هوجموا", ["un"]),
    ],
)
def test_soldiers_under_the_flag_of_the_united_nations(
    finders: Finders, text: str, parties: list[str]
) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2019, 3, 1), None)
    assert [p.party for p in found.parties] == parties


def test_a_common_noun_means_whom_it_was_said_of(finders: Finders) -> None:
    assert parties(finders, "قصف تنظيم قسد حيا في حلب، ثم شن التنظيم هجوما") == ["sdf", "sdf"]


def test_a_nationality_behind_a_definite_name_is_not_its_own(finders: Finders) -> None:
    words = Words("اعتقلت قوات الاحتلال فلسطينيين اثنين في نابلس")
    found = finders.find(words, finders.matcher.find(words), dt.date(2024, 3, 5), None)
    assert "israel" in {p.party for p in found.parties}
    words = Words("انسحبت قوات الاحتلال الروسي من المدينة")
    found = finders.find(words, finders.matcher.find(words), dt.date(2024, 3, 5), None)
    assert {p.party for p in found.parties} == {"russia"}


def test_rebels_may_be_a_group_without_an_identifier(finders: Finders) -> None:
    text = "اتهم السكان حركة طالبان باكستان بالقصف. وسيطر المتمردون على البلدة"
    assert parties(finders, text) == ["other:حركة طالبان باكستان"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هاجم مسلحون مقر الفرقة 14 مشاة في كادقلي", ["saf"]),
        ("انسحبت الفرقة الثامنة عشرة مشاة من كوستي", ["saf"]),
        ("قتل جندي من اللواء الثالث مدرع قرب مأرب", ["yemen_gov"]),
        ("تمركزت الكتيبة 142 مشاة قرب سبها", ["lna"]),
        ("انتشر اللواء 90 مشاة التابع لحفتر قرب سبها", ["lna"]),
        ("ترقى اللواء الثالث في بلدة قرب مأرب", []),
        ("قصفت كتيبة مشاة قرية في تعز", []),
    ],
)
def test_a_numbered_unit_named_for_its_arm_is_of_the_army_spoken_of(
    finders: Finders, text: str, expected: list[str]
) -> None:
    assert parties(finders, text) == expected


def test_the_regime_of_another_country_is_not_the_syrian_one(finders: Finders) -> None:
    text = "قصفت قوات النظام الليبي حيا في مصراتة"
    assert parties(finders, text, dt.date(2011, 4, 4)) == ["other:قوات النظام الليبي"]
