import pytest

from tawatur.clean.posts import find_posts

POST = "قصف مدفعي على أطراف بلدة النخيل وأنباء عن إصابات بين المدنيين #النخيل"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "مرصد النخيل - قصف مدفعي...\nFacebook‎مرصد النخيل‎'s Post\n\nمرصد النخيلMarch 2 · Shared with Public",
            "All reactions:3LikeComment",
        ),
        (
            "x\n\nمرصد النخيل Verified accountJune 12, 2025 · Shared with Public",
            "All reactions:2.9K407 comments\nتعليق1y",
        ),
        ("مرصد النخيل\n٢ آذار · تمت المشاركة مع العامة", "كل التفاعلات:٣أعجبنيتعليق"),
        ("Post\n\nPost\n\nمرصد النخيل@nakheel_24", "00:0010:35 AM · Mar 25, 20256.8KViews412501"),
        ("Conversationمرصد النخيل@nakheel_24·13m", "Translate Tweet4:38 PM · Aug 19, 2022·Twitter Web App"),
        ("منشور\n\nمرصد النخيل@nakheel_24", "8:03 م · 15 سبتمبر 2020 · 2.7 ألف مشاهدة"),
        ("مرصد النخيل\n@nakheel_24\n", "\n11:42 ص · 7 فبراير 2019"),
        ("Post\n\nPost\n\nمرصد النخيل@nakheel_24", ""),
        ("Post\n\nPost\n\nمرصد النخيل@nakheel_24", "\nقارئ@reader_1Dec 25, 2025لا حول ولا قوة إلا بالله"),
    ],
)
def test_a_post_is_what_stands_between_its_author_and_its_counters(before, after):
    text = before + POST + after
    (post,) = find_posts(text)
    assert post.of(text).strip() == POST


def test_a_thread_is_the_posts_of_its_author():
    text = (
        "Post\n\nPost\n\nمرصد النخيل@nakheel_24أول الخبر9:13 AM · Dec 25, 202590.7KViews186\n\n"
        "مرصد النخيل@nakheel_24Dec 25, 2025بقية الخبر2111788.2K\n\nقارئ@reader_1Dec 25, 2025تعليق"
    )
    assert [post.of(text).strip() for post in find_posts(text)] == ["أول الخبر", "بقية الخبر"]


def test_a_mention_inside_a_post_does_not_end_it():
    text = f"Post\n\nPost\n\nمرصد النخيل@nakheel_24نقلا عن @other_1 {POST}10:35 AM · Mar 25, 2025"
    assert find_posts(text)[0].of(text) == f"نقلا عن @other_1 {POST}"


@pytest.mark.parametrize("link", ["pic.twitter.com/AbCdEfGhIj", "https://t.co/AbCdEfGhIj"])
def test_the_link_that_a_picture_leaves_is_no_word_of_the_post(link):
    text = f"Post\n\nPost\n\nمرصد النخيل@nakheel_24{POST}{link}10:35 AM · Mar 25, 2025"
    assert find_posts(text)[0].of(text) == POST


@pytest.mark.parametrize(
    "text",
    [
        POST,
        f"{POST}\n— مرصد النخيل (@nakheel_24) March 25, 2025",
        "للتواصل: desk@nakheel.test\nقصف على البلدة",
        "أعلن المتحدث · في بيان · سقوط البلدة",
        "",
    ],
)
def test_other_texts_have_no_posts(text):
    assert find_posts(text) == []
