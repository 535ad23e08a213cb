"""Words for acts and harm that tell of none where they stand."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ووفق بيان صادر عن الجماعة فقد شن مقاتلوها هجوما على القرية", ["هجوما"]),
        ("فقد خمسة صيادين قبالة الساحل", ["فقد"]),
        ("صادر الجيش أسلحة في القرية", ["صادر"]),
        ("هجوم على قرية صفيا", ["هجوم"]),
        ("تفقدت أسرة الصياد وذكرت القوة أنها بخير", []),
        ("أسره المسلحون قرب الوادي", ["أسره"]),
        ("وصلت إلى العيادة ثلاث جثث", ["جثث"]),
        ("وصلت إلى الوادي ثلاث كتائب", ["وصلت"]),
        ("نشرت القناة مشاهد من الوادي", []),
        ("نشرت الحكومة قناصة فوق التلة", ["قناصة"]),
        ("انفجرت عبوة قرب الجسر", ["انفجرت", "عبوة"]),
        ("اشترت المدرسة ستين عبوة ماء", []),
        ("المسلحين بينهبوا البيوت", ["بينهبوا"]),
        ("المدافع وبتقصف القرية", ["وبتقصف"]),
        ("بنهب البيوت", ["بنهب"]),
        ("وقع انفجار بتدمر", ["انفجار"]),
        ("افتتحت المدرسة بتدمر", []),
        ("أعلنت جبهة تحرير الوادي", []),
        ("أخذوه من السوق لجهة مجهولة", ["لجهة مجهولة"]),
        ("حربي فوق الوادي", []),
        ("اللهم ارحم شهداءنا. سقط ثلاثة شهداء قرب الجسر", ["شهداء"]),
        ("الرحمة للشهداء والشفاء للجرحى", []),
        ("حذرت منظمة من أزمة من شأنها أن تؤدي إلى نزوح الآلاف، وأجلي ثلاثون من القرية", ["وأجلي"]),
        ("اعترض مسلحون حافلة وقتلوا ستة", ["وقتلوا"]),
        ("اعترضت الدفاعات صاروخا", ["اعترضت"]),
        ("أطلق المسلحون صاروخ فجر", ["أطلق"]),
        ("العملية التي أطلقتها القوات", ["العملية"]),
        ("الصواريخ التي أطلقتها القوات", ["أطلقتها"]),
        ("أثناء تفقد الوزير للموقع", []),
    ],
)
def test_what_tells_of_a_happening(finders: Finders, text: str, expected: list[str]) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    assert [words.shown(t.first, t.last) for t in found.triggers] == expected


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("استولى المسلحون على أسلحة وذخائر", "other"),
        ("حررت القوات ثلاثين مختطفة", "release"),
        ("حررت القوات القرية", "territory_change"),
        ("واستولت الفصائل على ثلاث آليات", "other"),
        ("السيطرة على مستودع ذخيرة", "other"),
        ("استولى المسلحون على بلدة الصفاء", "territory_change"),
        ("سيطرت القوات على التل", "territory_change"),
        ("أطلق الحرس سراح ستة أشخاص", "release"),
        ("مسلحين أغاروا ظهر أمس على القرية", "armed_clash"),
        ("وضعت الفصائل يدها على التل", "territory_change"),
        ("نصب الجيش بوابة حديدية", "siege"),
        ("قطعوا في السوق رؤوس ستة رجال", "execution"),
    ],
)
def test_what_is_taken_or_let_go_tells_what_happened(finders: Finders, text: str, type_: str) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    assert [t.type for t in found.triggers] == [type_]


def test_an_area_that_somebody_holds_is_no_change_of_control(finders: Finders) -> None:
    words = Words("تجول الصيادون في مناطق سيطرة الحكومة")
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    assert found.triggers == []


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("نفت الوزارة أن تكون طائراتها نفذت أي طلعات فوق الوادي", "airstrike"),
        ("ردت المدفعية على مصادر النيران", "shelling"),
        ("قذيفتا هاون سقطتا قرب المدرسة", "shelling"),
        ("تعرضت القرية مساء لعشرين قذيفة", "shelling"),
        ("أمطرت الكتيبة الثكنة بعشرات القذائف", "shelling"),
        ("دخل مسلحين فاتو وقتلو تسعة", ""),
        ("خرقوا وقف إطلاق النار مرتين", "armed_clash"),
        ("عثر الرعاة عليهم مذبوحين في الوادي", "killing"),
        ("شالوا أخوه من بيته", "abduction"),
        ("تم إيقاف خمسة عناصر تكفيرية", "arrest"),
        ("انتزعت القوات التلة", "territory_change"),
        ("تبادل الطرفان ستين أسيرا", "release"),
        ("تقاضت الفدية كاملة", "negotiation"),
        ("تركت عائلات القرية بيوتها", "displacement"),
        ("دفع القائد بثلاث كتائب إلى الجزيرة", "deployment"),
        ("أهل الحي محاصرون منذ شهر", "siege"),
        ("لا يزال الطريق مقطوعا", "siege"),
        ("بدأ العمال إضرابا شاملا", "protest"),
        ("عثرت الدورية على ستين صاروخا", "other"),
        ("أبقت السلطات معبر الوادي مغلقا", "other"),
        ("نزعت الفرق أربعين لغما", "other"),
        ("دمر الجيش سيارة مفخخة", "other"),
        ("أسقطت الدفاعات ثلاث مسيرات انتحارية", "other"),
        ("قذائف الهاون وقعت قرب المدرسة فيما وقعت ثلاث قذائف في السوق", "shelling"),
        ("استخدم الطيران غاز الخردل", "chemical_attack"),
        ("لغمت الفصائل طريق الوادي", "landmine"),
        ("طعن فتى جنديا قرب الحاجز", "killing"),
        ("بدأت الفرقة عملياتها العسكرية في الجبل", "armed_clash"),
        ("منع المسلحون المدنيين من مغادرة البلدة", "siege"),
        ("خرجت مساء أمس الدفعة الرابعة", "displacement"),
        ("أحكمت الألوية قبضتها على التلة", "territory_change"),
        ("تفجير منزلين في القرية", "destruction"),
        ("فرضت السلطات حظر التجوال", "other"),
        ("يغيرون على نقطة للجنود", "armed_clash"),
        ("أغرقت الكتيبة ثلاثة زوارق", "destruction"),
        ("ملثمون حرقوا حقلين", "destruction"),
        ("استلمت الكتيبة الجسر الشرقي", "territory_change"),
        ("باتت القلعة في أيدي الثوار", "territory_change"),
        ("نظفوا السوق من القناصة", "territory_change"),
        ("اقتتلوا فيما بينهم", "armed_clash"),
        ("دكوا التلة مرتين", "shelling"),
        ("المروحيات أفرغت حمولتها فوق الوادي", "airstrike"),
        ("ساقوا الراعي معهم", "abduction"),
        ("الدورية أخذت معها شابين", "arrest"),
        ("أعيدوا سالمين لأهاليهم", "release"),
        ("ألقى ستون جنديا السلاح", "surrender"),
        ("البلدة مسكرة من سنة", "siege"),
        ("ستون عائلة هاربة من القرى", "displacement"),
        ("دفعت الحكومة بأربعين مصفحة", "deployment"),
        ("يرشقون الجنود بالحجارة", "protest"),
        ("استلموا ثلاث عربات", "other"),
        ("توصل الشيوخ إلى صلح", "negotiation"),
        ("خسائر العدو ستون جنديا", "toll"),
        ("عثرت شرطة المرور صباح اليوم الثلاثاء على تسع جثث", "killing"),
        ("سقط معظم القذائف في الوادي", "shelling"),
        ("ترد عليها مدافع القلعة", "shelling"),
        ("راجمات صواريخ ع أطراف القرية", "shelling"),
    ],
)
def test_words_that_stand_apart_tell_of_one_happening(finders: Finders, text: str, type_: str) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    assert type_ in {t.type for t in found.triggers}
    assert all(t.type in {type_, ""} or "weak" in t.traits for t in found.triggers)


@pytest.mark.parametrize(
    "text",
    [
        "برميل النفط بستين دولارا",
        "أخذ الكتاب من المكتبة. من بيته يعمل الكاتب",
        "خرج المخرج بفيلم جديد",
        "فتح الباب أمام الاستثمار",
        "محكمة تنظر في جرائم حرب",
        "افتتح المقهى في حي التحرير",
        "باع راعي غنم ستين رأسا من الغنم",
        "استلم الطالب شهادته",
    ],
)
def test_the_same_words_without_their_partner_tell_of_none(finders: Finders, text: str) -> None:
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    assert found.triggers == []


def test_what_it_was_done_with_is_not_what_it_was_done_to(finders: Finders) -> None:
    words = Words("دمر المقاتلون عربة بعبوة ناسفة")
    found = finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)
    assert [t.type for t in found.triggers] == ["destruction", "bombing"]


def test_which_forces_they_are_is_no_happening(finders: Finders) -> None:
    words = Words("جرح جنديان من القوات التي انتشرت في البلدة")
    found = finders.find(words, finders.matcher.find(words), dt.date(2018, 5, 4), None)
    assert [t.form.entry.value for t in found.triggers] == ["wounded"]
