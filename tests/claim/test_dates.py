"""Which days a happening may have, and what speaks for the day of the one told before."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.dates import DateChoice, date_choices
from tawatur.claim.draft import Draft
from tawatur.claim.model import spell
from tawatur.claim.reader import Finders
from tawatur.records.claim import DayRange
from tawatur.segment.words import Words

DAY = dt.date(2016, 5, 4)
YESTERDAY = DAY - dt.timedelta(1)


def drafts_of(finders: Finders, text: str, published: dt.date | None = DAY) -> list[Draft]:
    """A draft of shelling for each sentence, each after the one before."""
    words = Words(text)
    found = finders.find(words, finders.matcher.find(words), published, None)
    drafts: list[Draft] = []
    for sentence in dict.fromkeys(t.sentence for t in found.triggers):
        indexes = [n for n, t in enumerate(found.triggers) if t.sentence == sentence]
        drafts.append(Draft(found, indexes, drafts[-1] if drafts else None))
        drafts[-1].type = "shelling"
    return drafts


def by(draft: Draft, kind: str) -> list[DateChoice]:
    return [c for c in date_choices(draft) if c.by == kind]


def features_of(draft: Draft, kind: str) -> set[str]:
    (choice,) = by(draft, kind)
    return set(spell(choice.features))


TWO = "قصفت المدفعية أطراف القرية أمس. من جهة أخرى سقطت قذائف على السوق ظهرا."


def test_a_report_offers_its_own_day_and_the_one_before_it(finders: Finders) -> None:
    draft, _ = drafts_of(finders, TWO)
    assert [c.days for c in by(draft, "eve")] == [DayRange(YESTERDAY, DAY)]
    assert [c.days for c in by(draft, "report")] == [DayRange(DAY, DAY)]
    assert DayRange(YESTERDAY, YESTERDAY) in [c.days for c in by(draft, "mention")]


def test_without_a_day_of_publication_only_what_is_named_and_nothing_are_offered(finders: Finders) -> None:
    draft, _ = drafts_of(finders, TWO, published=None)
    assert {c.by for c in date_choices(draft)} <= {"mention", "none"}


def test_the_days_of_the_draft_before_are_offered_once_it_has_some(finders: Finders) -> None:
    first, second = drafts_of(finders, TWO)
    assert not by(second, "before")
    first.days = DayRange(YESTERDAY, YESTERDAY)
    assert [c.days for c in by(second, "before")] == [first.days]


@pytest.mark.parametrize(
    ("first", "last", "standing"),
    [
        (0, 0, "today"),
        (1, 1, "yesterday"),
        (5, 5, "week"),
        (30, 30, "old"),
        (-1, -1, "old"),
        (1, 0, "eve"),
        (3, 2, "two"),
        (6, 0, "short up to now"),
        (6, 2, "short"),
        (200, 0, "long up to now"),
    ],
)
def test_days_handed_on_are_weighed_by_how_they_stand_to_the_report(
    finders: Finders, first: int, last: int, standing: str
) -> None:
    before, draft = drafts_of(finders, TWO)
    before.days = DayRange(DAY - dt.timedelta(first), DAY - dt.timedelta(last))
    assert f"before:standing:{standing}:False" in features_of(draft, "before")


def test_a_place_shared_with_the_draft_before_counts(finders: Finders) -> None:
    text = "سقطت قذائف على مدينة حلب أمس. وقصفت المدفعية مدينة إدلب ظهرا."
    before, draft = drafts_of(finders, text)
    before.days = DayRange(YESTERDAY, YESTERDAY)
    here, there = (d.found.places_in(*d.found.words.sentences[d.sentences[0]])[0] for d in (before, draft))
    before.place, draft.place = here, there
    assert "before:place:False:False" in features_of(draft, "before")
    draft.place = here
    assert "before:place:True:False" in features_of(draft, "before")
    draft.place = None
    assert "before:place:none:False" in features_of(draft, "before")


def test_what_leads_up_to_a_happening_is_a_feature(finders: Finders) -> None:
    _, draft = drafts_of(finders, TWO)
    assert any(f.startswith("eve:cue:cmeanwhile:") for f in features_of(draft, "eve"))


def test_words_beside_the_happening_are_features_but_names_and_days_are_not(finders: Finders) -> None:
    (draft,) = drafts_of(finders, "لا تزال المدفعية تقصف مدينة حلب منذ أمس.")
    words = {f.removeprefix("none:word:") for f in features_of(draft, "none") if "word:" in f}
    assert "تزال" in words
    assert not words & {"حلب", "امس"}


def test_a_year_that_a_sentence_recalls_ends_with_it(finders: Finders) -> None:
    text = "قصفت المدفعية أطراف القرية أمس. وكان القصف طال السوق عام 2013. ثم سقطت قذائف على المدرسة."
    first, recalled, draft = drafts_of(finders, text)
    first.days = DayRange(YESTERDAY, YESTERDAY)
    recalled.days = DayRange(dt.date(2013, 1, 1), dt.date(2013, 12, 31))
    assert [c.days for c in by(draft, "before")] == [DayRange(YESTERDAY, YESTERDAY)]


def days_offered(draft: Draft) -> set[str]:
    return {str(c.days.first) for c in by(draft, "mention") if c.days is not None}


def test_what_is_counted_from_another_happening_dates_that_one_alone(finders: Finders) -> None:
    (draft,) = drafts_of(finders, "قصفت المدفعية أطراف القرية بعد يومين من العيد.")
    assert not days_offered(draft)


def test_since_when_somebody_was_held_is_not_the_day_of_the_release(finders: Finders) -> None:
    (draft, *_) = drafts_of(finders, "أفرجت المجموعة عن سائق كانت تحتجزه منذ الجمعة.")
    draft.type = "release"
    assert not days_offered(draft)
    draft.type = "abduction"
    assert days_offered(draft)


def test_an_hour_is_over_with_its_paragraph(finders: Finders) -> None:
    one, two = "قصفت المدفعية أطراف القرية فجرا.", "وسقطت قذائف على مدينة إدلب."
    for break_, offered in ((" ", True), ("\n", False)):
        before, draft = drafts_of(finders, f"{one}{break_}{two}")
        (choice,) = by(before, "mention")
        before.days, before.days_by, before.date_mention = choice.days, "mention", choice.mention
        assert bool(by(draft, "before")) is offered


def test_what_a_report_gathers_is_of_the_day_that_its_headline_names(finders: Finders) -> None:
    text = "{} يوم الاثنين\nقصفت المدفعية أطراف القرية."
    (gathered,) = drafts_of(finders, text.format("أبرز الأحداث الميدانية"))
    monday = DayRange(dt.date(2016, 5, 2), dt.date(2016, 5, 2))
    assert [c.days for c in by(gathered, "eve")] == [monday]
    (other,) = drafts_of(finders, text.format("المزارعون يعودون"))
    assert [c.days for c in by(other, "eve")] == [DayRange(YESTERDAY, DAY)]


def test_a_headline_may_gather_several_days(finders: Finders) -> None:
    (draft,) = drafts_of(finders, "تقرير عن الانتهاكات (26 نيسان - 2 أيار)\nقصفت المدفعية أطراف القرية.")
    assert [c.days for c in by(draft, "eve")] == [DayRange(dt.date(2016, 4, 26), dt.date(2016, 5, 2))]


def test_the_items_of_a_list_are_of_the_days_named_at_its_head(finders: Finders) -> None:
    head = "أسفرت الأعمال خلال الأيام الأربعة الماضية عن الآتي:"
    text = f"بيان\n{head}\n- قصفت المدفعية أطراف القرية.\n- احتجز مسلحون سائقا.\nودمرت غارة جسرا."
    *listed, behind = drafts_of(finders, text)
    days = DayRange(DAY - dt.timedelta(4), DAY)
    assert [c.days for d in listed for c in by(d, "eve")] == [days] * len(listed)
    assert [c.days for c in by(behind, "eve")] == [DayRange(YESTERDAY, DAY)]
    for draft in listed:
        draft.days, draft.days_by = DayRange(YESTERDAY, DAY), "eve"
    assert not by(listed[-1], "before")


def days_named(draft: Draft) -> list[str]:
    """First and last of the days that words name, as ISO text."""
    return [f"{c.days.first}/{c.days.last}" for c in by(draft, "mention") if c.days]


@pytest.mark.parametrize(
    "text",
    [
        "شهدت البلدة أمس أعنف قصف منذ حرب عام 2014.",
        "قصفت المدفعية أمس البلدة للمرة الأولى منذ عام 2014.",
        "وفي أكثر الأيام دموية منذ عام 2014 قصفت المدفعية البلدة أمس.",
    ],
)
def test_since_when_nothing_was_like_it_is_not_its_day(finders: Finders, text: str) -> None:
    (draft,) = drafts_of(finders, text)
    assert days_named(draft) == ["2016-05-03/2016-05-03"]


def test_more_than_a_number_since_is_its_time(finders: Finders) -> None:
    (draft,) = drafts_of(finders, "قصفت المدفعية البلدة أكثر من مئة مرة منذ عام 2014.")
    assert days_named(draft) == ["2014-01-01/2016-05-04"]


def test_what_began_some_time_ago_is_of_its_beginning_and_its_toll_goes_on(finders: Finders) -> None:
    (draft,) = drafts_of(finders, "وكان قصف البلدة قد بدأ الشهر الماضي.")
    assert days_named(draft) == ["2016-04-01/2016-04-30"]
    draft.type = "toll"
    assert days_named(draft) == ["2016-04-01/2016-05-04"]


def test_the_harm_of_what_began_on_a_day_is_of_all_days_since(finders: Finders) -> None:
    text = "وكان قصف البلدة قد بدأ في 20 نيسان. وأدى القصف حتى الآن إلى مقتل العشرات. وسقطت قذيفة على السوق."
    first, harm, plain = drafts_of(finders, text)
    (begun,) = by(first, "mention")
    for draft in (first, harm, plain):
        draft.days, draft.days_by, draft.date_mention = begun.days, "before", None
    first.days_by, first.date_mention = "mention", begun.mention
    assert [c.days for c in by(harm, "before")] == [DayRange(dt.date(2016, 4, 20), DAY)]
    assert [c.days for c in by(plain, "before")] == [begun.days]


def test_an_attack_told_of_as_known_is_of_the_one_day_named_for_its_kind(finders: Finders) -> None:
    text = "هز تفجير المدينة أمس. وقال الوزير إن التفجير استهدف السوق. وقال الوزير إن تفجيرا استهدف المتجر."
    first, known, other = drafts_of(finders, text)
    for draft in (first, known, other):
        draft.type = "bombing"
    first.days, first.days_by = DayRange(YESTERDAY, YESTERDAY), "mention"
    assert [(c.by, c.days) for c in date_choices(known)] == [("before", first.days)]
    assert len(date_choices(other)) > 1
    known.type = "shelling"
    assert len(date_choices(known)) > 1


def test_what_happened_lately_within_months_has_no_day(finders: Finders) -> None:
    (draft,) = drafts_of(finders, "قصفت المدفعية البلدة في الأشهر الأخيرة.")
    assert [c.by for c in date_choices(draft)] == ["none"]
    (draft,) = drafts_of(finders, "قصفت المدفعية تجمعا للمسلحين الذين تراجعوا في الأشهر الأخيرة.")
    assert by(draft, "eve")


@pytest.mark.parametrize(
    ("text", "has_day"),
    [
        ("وسبق أن قصفت المدفعية البلدة.", False),
        ("وسبق للطيران أن قصف البلدة.", False),
        ("وسبق أن قصفت المدفعية البلدة أمس.", True),
        ("وسبق القصف إطلاق قذائف.", True),
    ],
)
def test_what_happened_once_before_has_no_day_but_one_that_is_named(
    finders: Finders, text: str, has_day: bool
) -> None:
    (draft,) = drafts_of(finders, text)
    assert ([c.by for c in date_choices(draft)] != ["none"]) is has_day


@pytest.mark.parametrize(
    "text",
    [
        "وكثفت المدفعية مؤخرا قصف البلدة.",
        "ومؤخرا قصفت المدفعية البلدة.",
        "وكثفت المدفعية أخيرا قصف البلدة.",
        "قصفت المدفعية البلدة في الآونة الأخيرة.",
        "تتعرض البلدة منذ اندلاع الحرب لقصف بالمدفعية.",
        "تتعرض البلدة منذ أكثر من عقد لقصف بالمدفعية.",
        "تقصف المدفعية بانتظام أطراف البلدة.",
        "قصفت المدفعية البلدة مرات كثيرة.",
    ],
)
def test_what_happens_lately_or_since_something_has_no_day(finders: Finders, text: str) -> None:
    draft = drafts_of(finders, text)[-1]
    assert [c.by for c in date_choices(draft)] == ["none"]


@pytest.mark.parametrize(
    "text",
    [
        "أخيرا قصفت المدفعية البلدة.",
        "قصفت المدفعية البلدة أول مرة منذ اندلاع الحرب.",
        "قصفت المدفعية البلدة في وقت سابق.",
    ],
)
def test_words_that_only_look_like_lately_leave_the_day(finders: Finders, text: str) -> None:
    draft = drafts_of(finders, text)[-1]
    assert by(draft, "eve")


@pytest.mark.parametrize(
    "text",
    [
        "وتأتي الزيارة غداة قصف البلدة بالمدفعية.",
        "وجاء ذلك الثلاثاء غداة إعلان الجيش أن المدفعية قصفت البلدة.",
    ],
)
def test_what_follows_the_day_after_is_of_the_day_before(finders: Finders, text: str) -> None:
    draft = drafts_of(finders, text)[-1]
    (only,) = date_choices(draft)
    assert only.by == "mention"
    assert only.mention is not None
    assert only.mention.kind == "anchor"


def test_years_up_to_now_and_some_days_ago_end_with_their_sentence(finders: Finders) -> None:
    first, second = drafts_of(finders, "تقصف المدفعية البلدة منذ عام 2013.\nوقصفت المدفعية القرية.")
    first.days = DayRange(dt.date(2013, 1, 1), DAY)
    assert not by(second, "before")
    second.type = "toll"
    assert by(second, "before")
    first, second = drafts_of(finders, "قصفت المدفعية البلدة قبل أيام.\nوقصفت المدفعية القرية.")
    (some,) = by(first, "mention")
    first.days, first.days_by, first.date_mention = some.days, "mention", some.mention
    assert not by(second, "before")


def test_a_day_that_opens_a_sentence_holds_whoever_says_what_it_tells(finders: Finders) -> None:
    text = "قصفت المدفعية القرية اليوم. والأحد 1 أيار، قال مراسلنا إن قذائف سقطت على السوق. وقال مراسلنا، الاثنين 2 أيار، إن قذيفة سقطت."
    _, opened, within = drafts_of(finders, text)
    assert [(c.by, c.days) for c in date_choices(opened)] == [
        ("mention", DayRange(dt.date(2016, 5, 1), dt.date(2016, 5, 1)))
    ]
    assert by(within, "report")
