import pytest

from tawatur.read.language import is_arabic


@pytest.mark.parametrize(
    "text",
    [
        "قصف مدفعي على أطراف البلدة",
        "قصف حلب",
        "@reporter_24 #Aleppo قصف على حي الشعار https://t.co/AbCdEfGhIj #حلب #Syria",
        "Post\nConversation\nوكالة النخيل@NakheelNews24 قصف على البلدة وإصابة ثلاثة مدنيين 10:35 AM · Mar 25, 2025 6.8K Views",
        "أعلنت وکالة الأنباء أن القصف استهدف المدینة وأدی إلی مقتل شخصین فی ریف حلب",  # a Persian keyboard
        "قـ ـصـ ـف على ا لـ بـ ـلـ ـد ة",
    ],
)
def test_arabic_is_known_among_handles_tags_and_furniture(text):
    assert is_arabic(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30 2021",
        "Three people were killed in shelling on the town of Nakheel (النخيل) this morning, the agency said.",
        "نیروهای ارتش اعلام کردند که در حمله هوایی به شهر سه نفر کشته و پنج نفر زخمی شدند",
        "شام کے شہر حلب میں فضائی حملے میں پانچ افراد ہلاک ہو گئے",
        "هێزەکان رایانگەیاند لە بۆردومانی فڕۆکەی بێفڕۆکەوان چوار کەس کوژران",
    ],
)
def test_other_languages_in_arabic_script_are_told_apart(text):
    assert not is_arabic(text)


def test_a_long_text_is_judged_by_its_beginning_and_its_middle():
    assert is_arabic("قصف على البلدة " * 400_000)
    assert not is_arabic("shelling on the town " * 300_000)
