"""What was done to whom, by the words around the word for harm."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.reader import Finders
from tawatur.find.harm import Harm
from tawatur.segment.words import Words


def harms(finders: Finders, text: str) -> list[Harm]:
    words = Words(text)
    return finders.find(words, finders.matcher.find(words), dt.date(2019, 3, 1), None).harms


def told(finders: Finders, text: str) -> list[tuple[str, int | None, str | None]]:
    return [(h.kind, h.low, h.of) for h in harms(finders, text)]


@pytest.mark.parametrize(
    "text",
    [
        "أصابت القذيفة منزلا في الحي",
        "غارة أصابت مدرسة في القرية",
        "أصابت غارة جوية منزل المواطن في القرية",
        "أصابت إحدى الغارات منزل المواطن سالم",
        "أصابت إحداها سيارة أحد المواطنين",
        "أصيب المبنى بأضرار",
        "إصابة عدد من المنازل في البلدة",
        "إصابة ثلاث سيارات بشظايا",
    ],
)
def test_a_thing_that_is_hit_is_nobody_wounded(finders: Finders, text: str) -> None:
    assert told(finders, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("فقدت القوات سبعة جنود في الهجوم", "killed"),
        ("فقد سبعة جنود في الهجوم", "missing"),
        ("فقدت سبع نساء في الهجوم", "missing"),
    ],
)
def test_the_soldiers_whom_a_force_lost_are_dead(finders: Finders, text: str, kind: str) -> None:
    assert [(k, n) for k, n, _ in told(finders, text)] == [(kind, 7)]


def test_two_nouns_for_one_kind_of_harm_share_no_number(finders: Finders) -> None:
    assert told(finders, "آلاف الجرحى والمصابين")[0] == ("wounded", 2000, None)
    assert [(h.kind, h.low, h.high) for h in harms(finders, "70 قتيلا وجريحا")] == [
        ("killed", None, 70),
        ("wounded", None, 70),
    ]


def test_the_sides_of_a_fight_are_not_joined_to_the_harmed(finders: Finders) -> None:
    text = "أصيب ضابط ومجندان خلال اشتباكات بين الشرطة وعناصر تنظيم الدولة"
    assert [(k, n) for k, n, _ in told(finders, text)] == [("wounded", 3)]


@pytest.mark.parametrize(
    "text",
    [
        "قضت مفرزة للجيش على سبعة مسلحين",
        "قضت قوات الجيش خلال عملية تمشيط في الوادي، أمس، على سبعة مسلحين",
        "أعلن المسلحون أنهم قتلوا سبعة جنود",
    ],
)
def test_who_was_killed_stands_behind_who_did_it(finders: Finders, text: str) -> None:
    assert [(k, n) for k, n, _ in told(finders, text)] == [("killed", 7)]


def test_at_least_two_by_the_form_of_the_noun(finders: Finders) -> None:
    (harm,) = harms(finders, "قال الشاهد إن مسلحين قتلوا ما لا يقل عن شخصين")
    assert (harm.kind, harm.low, harm.high) == ("killed", 2, None)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("تسجيل إصابتين بالرصاص في المخيم", 2),
        ("وقعت إصابتان خطيرتان في البلدة", 2),
        ("أصيب الشاب سالم العلي مع اثنين من أشقائه بجروح", 3),
        ("أصيب الشاب سالم العلي مع شقيقه بجروح", 2),
    ],
)
def test_two_wounds_and_brothers_hurt_together_are_counted_whole(
    finders: Finders, text: str, count: int
) -> None:
    assert [(kind, number) for kind, number, _ in told(finders, text)] == [("wounded", count)]


def test_people_who_are_hit_are_wounded(finders: Finders) -> None:
    assert told(finders, "أصابت القذيفة طفلا في الحي") == [("wounded", 1, "children")]
    assert told(finders, "أصيب ثلاثة في منزلهم") == [("wounded", 3, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل ثلاثة معتقلين في السجن", [("killed", 3, "prisoners")]),
        ("أسرى من التنظيم قتلوا بالقصف", [("killed", None, "prisoners")]),
        ("أفرجت السلطات عن 15 معتقلا", [("released", 15, None)]),
        ("أطلق الجيش سراح أربعة أسرى", [("released", 4, None)]),
        ("اعتقال ستة أشخاص", [("arrested", 6, None)]),
        ("بينهم سبعة أسرى", [("captured", 7, None)]),
    ],
)
def test_people_who_are_held_suffer_what_is_told_of_them(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("سقوط 13 قتيلا جميعهم مدنيون", "civilians"),
        ("قتل 11 شخصا كلهم من المدنيين", "civilians"),
        ("مقتل 12 رجلا كلهم جنود", "security"),
    ],
)
def test_what_all_of_them_were_is_said_of_the_whole(finders: Finders, text: str, value: str) -> None:
    (harm,) = harms(finders, text)
    assert harm.people is not None
    assert (harm.low, harm.people.value) == (int(next(w for w in text.split() if w.isdigit())), value)


def test_what_most_of_them_were_is_a_part(finders: Finders) -> None:
    assert told(finders, "مقتل 13 شخصا معظمهم أطفال") == [("killed", 13, None), ("killed", None, "children")]


def test_the_dead_of_an_announced_number_are_of_the_party_that_it_names(finders: Finders) -> None:
    text = "بلغ عدد قتلى مقاتلي داعش 140 قتيلا وعدد من الجرحى، مقابل 22 قتيلا و9 جرحى في صفوف قسد"
    parties = [
        (h.kind, h.low, h.people and h.people.party and h.people.party.party) for h in harms(finders, text)
    ]
    assert parties == [
        ("killed", 140, "isis"),
        ("wounded", None, "isis"),
        ("killed", 22, "sdf"),
        ("wounded", 9, "sdf"),
    ]


def test_a_total_is_of_the_party_in_whose_ranks_they_fell(finders: Finders) -> None:
    (harm,) = harms(finders, "ارتفع عدد القتلى في صفوف الحوثيين إلى 60 منذ الأحد")
    assert harm.people is not None
    assert harm.people.party is not None
    assert (harm.low, harm.people.party.party) == (60, "houthis")


def test_one_of_those_before_the_verb_is_one(finders: Finders) -> None:
    assert ("killed", 1, None) in told(finders, "إصابة أربعة جنود أتراك توفي أحدهم في المستشفى")


def test_a_number_may_stand_behind_those_it_counts(finders: Finders) -> None:
    assert ("killed", 10, None) in told(finders, "ضحايا المجزرة البالغ عددهم 10 أشخاص")


def test_some_of_them_are_of_those_told_of_just_before(finders: Finders) -> None:
    text = "هاجم إرهابيون الحاجز وقتل الحرس سبعة منهم"
    assert [h.people and h.people.value for h in harms(finders, text) if h.low == 7] == ["fighters"]


def test_captives_are_not_of_the_party_that_holds_them(finders: Finders) -> None:
    (harm,) = harms(finders, "إعدام ثلاثة أسرى لدى داعش")
    assert harm.people is not None
    assert harm.people.party is None


def test_those_who_fell_dead_are_counted_before_it(finders: Finders) -> None:
    assert told(finders, "سقط أربعة جنود قتلى وجرح اثنان في الكمين") == [
        ("killed", 4, None),
        ("wounded", 2, None),
    ]


def test_a_military_source_is_nobody_harmed(finders: Finders) -> None:
    assert told(finders, "قصف التجمع، وفق مصدر عسكري، مؤكدا مصرع عدد من الجنود") == [("killed", None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سقوط شهيد وجرحى في القصف", [("killed", 1, 1), ("wounded", None, None)]),
        ("سقط قتيلان وجريح في القصف", [("killed", 2, 2), ("wounded", 1, 1)]),
        ("سقوط 6 شهداء وجرحى في القصف", [("killed", None, 6), ("wounded", None, 6)]),
        ("41 قتيلا وجريحا في القصف", [("killed", None, 41), ("wounded", None, 41)]),
        (
            "مقتل وإصابة 40 شخصا بينهم 5 أطفال",
            [("killed", None, 40), ("killed", None, 5), ("wounded", None, 40), ("wounded", None, 5)],
        ),
    ],
    ids=["one and some", "two and one", "shared", "shared by singulars", "a part of a shared number"],
)
def test_a_number_is_shared_where_it_counts_both(
    finders: Finders, text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert [(h.kind, h.low, h.high) for h in harms(finders, text)] == expected


def test_those_who_stand_before_the_verb_may_have_a_part_behind_it(finders: Finders) -> None:
    text = "قام 43 شابا من البلدة بتسليم أنفسهم للحاجز يوم السبت الماضي، ومن بينهم 11 شخصا"
    assert told(finders, text) == [("surrendered", 43, None), ("surrendered", 11, None)]


def test_one_person_behind_a_plural_verb_is_whom_they_killed(finders: Finders) -> None:
    assert told(finders, "عناصر الفصيل أعدموا أيضا الشاب أثناء نومه") == [("killed", 1, None)]


def test_persons_of_families_are_counted_and_families_are_not(finders: Finders) -> None:
    assert told(finders, "استسلام 29600 من عائلات المقاتلين") == [("surrendered", 29600, None)]
    assert told(finders, "نزوح 50 عائلة من البلدة") == [("displaced", None, None)]


def test_a_party_after_a_full_stop_is_not_whose_the_dead_were(finders: Finders) -> None:
    (harm,) = harms(finders, "أكثر من 10 ضحايا.. تركيا توسع قصفها")
    assert harm.people is not None
    assert harm.people.party is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أصيب مزارعَين بشظايا", [("wounded", 2, 2)]),
        ("قتلت القذيفة أما وطفليها", [("killed", 1, 1), ("killed", 2, 2)]),
        ("عشرون جنديا سقطوا بين قتيل وجريح", [("killed", None, 20), ("wounded", None, 20)]),
        ("خسائر بلغت 35 بين هالك وجريح", [("killed", None, 35), ("wounded", None, 35)]),
        ("مقتل شخص واحد على الأقل في السوق", [("killed", 1, None)]),
        ("مقتل واحد وعشرين مسلحا", [("killed", 21, 21)]),
        ("ثلاثة جنود وأحد عشر مدنيا قتلوا", [("killed", 3, 3), ("killed", 11, 11)]),
        ("وصل المستشفى في القطاع 84 شهيدا و147 إصابة", [("killed", 84, 84), ("wounded", 147, 147)]),
        ("استهدفوا الرشاش 23، شهيدان في القرية", [("killed", 2, 2)]),
        ("أربعة شهداء والجرحى بالعشرات", [("killed", 4, 4), ("wounded", 20, None)]),
        ("أودت المعارك أمس بحياة تسعة مدنيين", [("killed", 9, 9)]),
        ("سبعة مدنيين قتلوا وأن 19 آخرين أصيبوا", [("killed", 7, 7), ("wounded", 19, 19)]),
        ("جنديان قتلا وجرح ثالث", [("killed", 2, 2), ("wounded", 1, 1)]),
        ("قتلوا حارسين وأصابوا ثالثا", [("killed", 2, 2), ("wounded", 1, 1)]),
        ("لقي القيادي مصرعه وأقرت الجماعة بفقدان سبعة من مقاتليها", [("killed", 1, 1), ("killed", 7, 7)]),
    ],
    ids=[
        "a dual by its vowel",
        "a dual with a pronoun",
        "between both behind a verb",
        "between both behind a bare number",
        "at least one",
        "a compound",
        "eleven joined",
        "a number behind no label",
        "a number before a comma",
        "by scores",
        "a phrase that is parted",
        "another clause",
        "each verb its own",
        "a third",
        "its own who were lost",
    ],
)
def test_how_many_were_harmed_is_read_as_the_grammar_has_it(
    finders: Finders, text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert [(h.kind, h.low, h.high) for h in harms(finders, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ستة أشخاص بينهم امرأة وطفلان قتلوا", [(6, None), (1, "women"), (2, "children")]),
        ("قالت الطبيبة إن بين القتلى 11 طفلا", [(11, "children")]),
        ("انتشال جثامين 27 شخصا معظمهم نساء", [(27, None), (None, "women")]),
        ("21 جثة، ست منها لأطفال", [(21, None), (6, "children")]),
    ],
)
def test_those_who_are_told_apart_are_parts_of_the_whole(
    finders: Finders, text: str, expected: list[tuple[int | None, str | None]]
) -> None:
    assert [(h.low, h.of) for h in harms(finders, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل مسلح مدنيين اثنين في المتجر", [("killed", 2, None)]),
        ("قتل جنديان على الحاجز شابا", [("killed", 1, None)]),
        ("استشهد شاب كان يعمل سائقا", [("killed", 1, None)]),
        ("استشهاد المعلم مع زوجته", [("killed", 1, None), ("killed", 1, "women")]),
        ("قتل جندي في اشتباك مع ثلاثة مسلحين", [("killed", 1, None)]),
    ],
)
def test_who_did_it_is_not_to_whom_it_was_done(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_the_displaced_to_whom_more_was_done_are_not_displaced_by_it(finders: Finders) -> None:
    (harm,) = harms(finders, "استشهاد ستة نازحين في المدرسة")
    assert harm.people is not None
    assert (harm.kind, harm.low, harm.people.value) == ("killed", 6, "civilians")
    assert [h.kind for h in harms(finders, "وصل مئة نازح إلى المدينة")] == ["displaced"]


@pytest.mark.parametrize(
    "text", ["إصابة ألف شخص بالكوليرا", "فيروس أصاب عشرة أطفال", "أودى المرض بحياة عشرات المسنين"]
)
def test_an_illness_does_nothing_that_is_told_here(finders: Finders, text: str) -> None:
    assert told(finders, text) == []


def test_what_is_said_of_a_thing_is_no_person(finders: Finders) -> None:
    assert told(finders, "ارتفاع حصيلة القتلى بسبب الفلتان الأمني إلى 31") == [("killed", 31, None)]


def test_an_age_in_brackets_counts_nobody(finders: Finders) -> None:
    assert told(finders, "خطف مسلحون الأخوين يوسف (12) وسالم (9)") == [("abducted", None, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16 حالة اختناق بالغاز", ("wounded", 16, None)),
        ("بتر ساق طفل بانفجار لغم", ("wounded", 1, "children")),
        ("نال شرف الشهادة ثلاثة مجندين", ("killed", 3, None)),
        ("لفظ المصاب أنفاسه", ("wounded", 1, None)),
        ("اقتادوا خمسة شبان إلى جهة مجهولة", ("abducted", 5, None)),
        ("14 هالكا من المهاجمين", ("killed", 14, None)),
    ],
)
def test_harm_is_told_in_many_registers(
    finders: Finders, text: str, expected: tuple[str, int | None, str | None]
) -> None:
    assert expected in told(finders, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("إصابة مزارع وزوجته بشظايا", [("wounded", 2, None), ("wounded", 1, "women")]),
        ("مقتل أب وطفليه بالقصف", [("killed", 3, None), ("killed", 2, "children")]),
        ("مقتل أب وثلاثة من أبنائه", [("killed", 4, None)]),
        ("قتل ثلاثة مدنيين في 13 أب وأصيب خمسة", [("killed", 3, None), ("wounded", 5, None)]),
        ("عثروا على جثتي رجل وابنه", [("killed", 2, None)]),
        ("عثروا على جثث أب وابنيه", [("killed", 3, None)]),
        ("اعتقلت القوات والده وشقيقيه", [("arrested", 3, None)]),
        ("مقتل رجل وزوجته وطفليه", [("killed", 4, None), ("killed", 1, "women"), ("killed", 2, "children")]),
        ("اعتقال مصور ومراسل", [("arrested", 2, "journalists")]),
        ("مقتل امرأة وطفليها", [("killed", 1, "women"), ("killed", 2, "children")]),
        ("مقتل خمسة مدنيين وطفل", [("killed", 5, None), ("killed", 1, "children")]),
    ],
)
def test_one_told_with_his_own_is_one_number_with_them(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert sorted(told(finders, text), key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اعترف القائد بسقوط 11 جنديا في الموقع", [("killed", 11, None)]),
        ("سقط 27 متمردا في الغارات", [("killed", 27, None)]),
        ("جنديان سقطا بانفجار عبوة", [("killed", 2, None)]),
        ("سقوط ستة من المقاتلين في الأسر", [("captured", 6, None)]),
        ("سقط أربعة جنود قتلى", [("killed", 4, None)]),
        ("سقوط قذيفة قرب 3 جنود", []),
    ],
)
def test_men_who_fall_are_dead_unless_something_else_becomes_of_them(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انفجار أودى بأربعة جنود", [("killed", 4, None)]),
        ("لغم يودي بثلاثة من عناصر الجيش", [("killed", 3, None)]),
        ("حررت القوات 83 مختطفا", [("abducted", 83, None)]),
        ("حررت القوات 12 مواطنا", [("released", 12, None)]),
        ("حررت القوات البلدة من 50 مسلحا", []),
        ("صفت القوات ثلاثة مسلحين", [("killed", 3, None)]),
        ("لجأ 300 مدني إلى الغابة", [("displaced", 300, None)]),
        ("لجأ المسلحون إلى التفجيرات", []),
    ],
)
def test_some_words_tell_of_harm_only_before_people_so_put(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_people_who_fall_in_numbers_are_dead(finders: Finders) -> None:
    assert told(finders, "سقط ما لا يقل عن ثمانية مدنيين في القصف") == [("killed", 8, None)]
    assert told(finders, "سقوط صاروخ قرب منازل المدنيين") == []


def test_how_the_dead_had_been_wounded_is_no_wounding_beside(finders: Finders) -> None:
    assert told(finders, "توفي شاب متأثرا بجروح أصيب بها السبت") == [("killed", 1, None)]


def test_a_target_well_hit_is_no_wounded(finders: Finders) -> None:
    assert told(finders, "قصفوا الموقع بالصواريخ وحققوا إصابات مباشرة") == []
    assert told(finders, "حققوا إصابات مباشرة في صفوف الجنود") == [("wounded", None, None)]


def test_bodies_are_of_those_told_before(finders: Finders) -> None:
    assert told(finders, "العثور على جثث خمسة منهم") == [("killed", 5, None)]
    assert told(finders, "انتشال 6 جثامين، 4 منها لأطفال") == [("killed", 6, None), ("killed", 4, "children")]


def test_a_number_may_rise_before_what_it_counts(finders: Finders) -> None:
    assert told(finders, "ارتفع إلى أربعة عدد القتلى في البلدة") == [("killed", 4, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("استشهد رجلان وسيدة بالقصف", [("killed", 3, None), ("killed", 1, "women")]),
        ("مقتل معلمة ووالدها في القصف", [("killed", 1, "women"), ("killed", 2, None)]),
        ("استشهاد امرأة وطفليها", [("killed", 1, "women"), ("killed", 2, "children")]),
        ("خطف مهندس صيني واثنان من مرافقيه", [("abducted", 3, None)]),
        (
            "مقتل القيادي البارز في الحركة أبو عمر وثلاثة من مرافقيه",
            [("killed", 1, "commanders"), ("killed", 4, None)],
        ),
        ("ذبحوا تلاتة شباب", [("killed", 3, None)]),
        ("راح ضحية القصف 7 أشخاص", [("killed", 7, None)]),
    ],
)
def test_those_told_together_are_added_up(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "أسفرت الغارات عن خسائر بشرية ومادية في صفوفهم",
        "تكبيد العدو خسائر فادحة في الأرواح والعتاد",
        "قصف خلف خسائر مادية وبشرية",
    ],
)
def test_losses_of_life_are_deaths_uncounted(finders: Finders, text: str) -> None:
    assert told(finders, text) == [("killed", None, None)]


def test_no_losses_of_life_are_no_harm(finders: Finders) -> None:
    assert told(finders, "سقطت القذائف دون تسجيل خسائر بشرية") == []
    assert told(finders, "تكبد العدو خسائر كبيرة في العتاد") == []


@pytest.mark.parametrize(
    "text",
    [
        "قصفت القرية دون أن تسفر الغارة عن سقوط قتلى أو جرحى",
        "قصفت القرية دون وقوع قتلى وجرحى",
        "قصفت القرية دون أن يؤدي ذلك إلى وقوع أي قتلى",
    ],
)
def test_a_denial_reaches_both_of_two_nouns_and_over_its_clause(finders: Finders, text: str) -> None:
    assert told(finders, text) == []


def test_a_denial_ends_where_the_words_go_on_to_what_was_before(finders: Finders) -> None:
    text = "أعلن الجيش انسحابه دون قتال بعد سقوط ثلاثة قتلى وخمسة جرحى"
    assert told(finders, text) == [("killed", 3, None), ("wounded", 5, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("القتلى: 3 والجرحى: 5", [("killed", 3, None), ("wounded", 5, None)]),
        ("شهداء 4 وجرحى 7", [("killed", 4, None), ("wounded", 7, None)]),
        ("قتلى 5 منازل", [("killed", None, None)]),
    ],
)
def test_figures_may_follow_what_they_count(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_his_own_are_told_with_a_man_named(finders: Finders) -> None:
    assert told(finders, "واعتقلت أبو عمر الشعيطي وولديه") == [("arrested", 3, None)]
    assert told(finders, "اعتقال كل من مالك مناع وشقيقه") == [("arrested", 2, None)]
    assert told(finders, "اعتقال سامي خالد وزوجته") == [("arrested", 1, "women"), ("arrested", 2, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أطلق سراحه تحت ضغط سكان القرية", [("released", 1, None)]),
        ("سلموا سلاحهم لحرس الحدود", []),
        ("مسعفينا سامي وهادي اللذين استشهدا", [("killed", 2, "medics")]),
        ("لقي 100 عنصر حوثي مسلح مصرعهم", [("killed", 100, None)]),
        ("مقتل رقيب أول بانفجار", [("killed", 1, None)]),
        ("اعتقال 14 مواطنا بينهم أسير محرر", [("arrested", 14, None), ("arrested", 1, None)]),
        (
            "أجلت اللجنة الدولية والهلال الأحمر العربي السوري ليل الأربعاء إلى المدينة 148 مدنيا",
            [("displaced", 148, None)],
        ),
    ],
)
def test_who_is_meant_is_told_by_number_and_pronoun(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قضت وحدة من الجيش على سبعة مسلحين في كمين", [("killed", 7, None)]),
        ("فقبضوا على أربعة من أزلام النظام", [("arrested", 4, None)]),
        ("قضت المحكمة على ثلاثة متهمين بالسجن", []),
        ("قضى الجيش على التمرد في البلدة", []),
        ("قضى خمسة شبان على يد مسلحين", [("killed", 5, None)]),
    ],
)
def test_some_words_tell_of_those_whom_on_stands_over(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أردت القوات شابا بعيار حي", [("killed", 1, None)]),
        ("أردت الغارة ثلاثة من المسلحين", [("killed", 3, None)]),
        ("أردت أن أقول لثلاثة شبان", []),
        ("صفى مسلحون ناشطا في المدينة", [("killed", 1, None)]),
        ("إخلاء المدنيين من المدينة", [("displaced", None, None)]),
        ("أخلى المسلحون مواقعهم", []),
    ],
)
def test_some_words_tell_of_harm_before_people_alone(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_the_one_behind_many_is_another(finders: Finders) -> None:
    assert told(finders, "اقتاد الجنود شابا إلى جهة مجهولة") == [("abducted", 1, None)]


def test_parts_of_those_before_the_verb_are_told_behind_it(finders: Finders) -> None:
    parts = [("killed", 11, None), ("killed", 2, None), ("killed", 4, "children")]
    assert told(finders, "لقي 11 مدنيا حتفهم، بينهم راهبان وأربعة أطفال، في قصف") == parts
    assert told(finders, "أحد عشر شخصا لقوا حتفهم، بينهم امرأتان") == [
        ("killed", 11, None),
        ("killed", 2, "women"),
    ]


def test_a_bare_number_with_a_part_of_it_behind_is_no_part(finders: Finders) -> None:
    assert told(finders, "قتل ستة مدنيين وأصيب 11 بينهم طفلة") == [
        ("killed", 6, None),
        ("wounded", 11, None),
        ("wounded", 1, "children"),
    ]


def test_those_who_fell_captive_are_counted_before(finders: Finders) -> None:
    assert told(finders, "وقع ستة آخرون أسرى في قبضة الجيش") == [("captured", 6, None)]


def test_one_who_is_told_dead_right_behind_his_noun_is_counted_once(finders: Finders) -> None:
    assert told(finders, "ارتقاء طفلة شهيدة وجرح والدتها") == [
        ("killed", 1, "children"),
        ("wounded", 1, "women"),
    ]
    assert told(finders, "قصف السوق، 12 مدني شهيد و30 طالب جريح") == [
        ("killed", 12, None),
        ("wounded", 30, None),
    ]
    assert told(finders, "أصيب طفل وقتيل") == [("wounded", 1, "children"), ("killed", 1, None)]


def test_a_word_that_tells_of_harm_elsewhere_parts_nobody_from_his_own(finders: Finders) -> None:
    assert told(finders, "قتلوا خمسة وساقوا معهم تسع فتيات") == [
        ("killed", 5, None),
        ("abducted", 9, "children"),
    ]
    assert told(finders, "أخلي سكان القرى") == [("displaced", None, None)]


def test_what_hit_them_is_no_name(finders: Finders) -> None:
    assert told(finders, "أصيبوا بشظايا في الحي") == []


def test_those_who_are_brought_down_are_counted(finders: Finders) -> None:
    assert told(finders, "الإطاحة بسبعة إرهابيين مطلوبين") == [("arrested", 7, None)]
    assert told(finders, "الإطاحة بالرئيس في انقلاب") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وقع سبعة جنود في قبضتهم", [("captured", 7, None)]),
        ("وقع في أيديهم سبعة جنود أحياء", [("captured", 7, None)]),
        ("وقعت البلدة في قبضتهم", []),
        ("قدم ثلاثة من أبطالنا أرواحهم فداء للوطن", [("killed", 3, None)]),
        ("قدموا أرواحهم فداء للوطن", []),
    ],
)
def test_some_phrases_need_people_beside_their_verb(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_who_loses_his_own_men_counts_them_dead(finders: Finders) -> None:
    assert told(finders, "خسر التنظيم ستة من مقاتليه") == [("killed", 6, None)]
    assert told(finders, "خسرت العائلة خمسة من أبنائها") == [("killed", 5, None)]
    assert told(finders, "خسر الحزب خمسة مقاعد") == []


def test_those_of_whom_nothing_is_known_are_missing(finders: Finders) -> None:
    assert told(finders, "مصير 15 من سكانها مجهول") == [("missing", 15, None)]
    assert told(finders, "لم يعرف بعد مصير ثلاثة صيادين") == [("missing", 3, None)]
    assert told(finders, "فقدان الاتصال بأربعة جنود") == [("missing", 4, None)]
    assert told(finders, "يبحث الاجتماع مصير ثلاثة ملفات") == []


def test_a_verbal_noun_with_a_pronoun_may_have_whom_it_was_done_to_behind_it(finders: Finders) -> None:
    assert told(finders, "انسحبوا بعد قتلهم 27 جنديا") == [("killed", 27, None)]
    assert told(finders, "بعد اعتقالها 12 شابا") == [("arrested", 12, None)]
    assert told(finders, "قضية اعتقاله") == [("arrested", 1, None)]


def test_the_freed_may_stand_in_a_pronoun(finders: Finders) -> None:
    assert told(finders, "أفرجت عنه السلطات") == [("released", 1, None)]
    assert told(finders, "خمسة مدنيين أفرج عنهم") == [("released", 5, None)]
    assert told(finders, "أخلينا سبيل 26 أسيرا") == [("released", 26, None)]


def test_what_the_most_of_them_were_ends_before_others(finders: Finders) -> None:
    found = harms(finders, "قتل 424 شخصا، غالبيتهم من المدنيين، و51 جنديا")
    assert [(h.low, h.way) for h in found] == [(424, "after"), (None, "part"), (51, "and")]


def test_they_fell_though_others_were_hurt(finders: Finders) -> None:
    assert told(finders, "سقط تسعة جنود وفقد أثر أربعة آخرين") == [("killed", 9, None), ("missing", 4, None)]
    assert told(finders, "سقط خمسة جنود جرحى") == [("wounded", 5, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل 48 امرأة وطفلا", [("killed", 48, None)]),
        ("مقتل خمسة جنود وضباط", [("killed", 5, None)]),
        ("إصابة 28 بينهم 19 طفلا وامرأة", [("wounded", 28, None), ("wounded", 19, "children"), ("wounded", 1, "women")]),
        ("مقتل عائلة من ثلاثة أفراد", [("killed", 3, None)]),
        ("مقتل عائلة في البلدة", [("killed", None, None)]),
        ("شهيدة وطفلها في القصف", [("killed", 2, None), ("killed", 1, "women"), ("killed", 1, "children")]),
        ("بين الشهداء مسعف وسيدتان", [("killed", 1, "medics"), ("killed", 2, "women")]),
        ("ثماني جثث لمتمردين", [("killed", 8, None)]),
    ],
)  # fmt: skip
def test_a_number_counts_all_that_it_is_said_of(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_a_total_is_told_of_several(finders: Finders) -> None:
    found = harms(finders, "يرتفع عدد القتلى إلى 202 مسلحا و58 جنديا و26 مدنيا")
    assert [h.low for h in found] == [202, 58, 26]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("المهاجم الذي أصاب أيضا جنديين في الحي", [("wounded", 2, None)]),
        ("أصيب أربعة من أفراد أسرته", [("wounded", 4, None)]),
        ("الجندي الذي أسرته الحركة", [("captured", 1, None)]),
        ("أربعة مسلحين قتلوا أمام السفارة واثنين أمام المقر", [("killed", 4, None)]),
        ("قائد الشرطة قتل، الخميس، في هجوم عقب اجتماع أمني", [("killed", 1, "commanders")]),
        ("اعتقل خمسة من كبار قادة التنظيم", [("arrested", 5, "commanders")]),
        ("مقتل أحد أبرز قادة التنظيم", [("killed", 1, "commanders")]),
        ("مقتل عدد من كبار القادة", [("killed", None, "commanders")]),
        ("قتل مدنيان وتعرض ثالث لإصابة خطيرة", [("killed", 2, None), ("wounded", 1, None)]),
        ("واجه 13 شخصا صعوبات في التنفس", [("wounded", 13, None)]),
        ("قتل 19 شخصا، على الأقل، في اشتباكات", [("killed", 19, None)]),
        ("سجن 300 شخص منذ الانقلاب", [("arrested", 300, None)]),
        ("سجن البلدة", []),
        ("قتل 14 مقاتلا بينهم إيرانيون", [("killed", 14, None), ("killed", None, None)]),
        ("حملة اعتقالات للداخلين إلى المدينة", []),
    ],
)
def test_whom_a_word_for_harm_reaches(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_others_uncounted_behind_a_second_verb_are_its_own(finders: Finders) -> None:
    (killed, wounded) = harms(finders, "قال إن مدنيا استشهد وأصيب آخرون في القرية")
    assert (killed.kind, killed.low, killed.high) == ("killed", 1, 1)
    assert (wounded.kind, wounded.low, wounded.high) == ("wounded", None, None)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("استشهد سامر خليل وعلي حسن بقصف على البلدة", 2),
        ("قُتل (سامر خليل) برصاص مجهولين", 1),
        ("أصيب المدعو سامر خليل برصاص مجهولين", 1),
        ("استشهد محمد عودة (30 عاما) بالقصف", 1),
        ("قتل كل من أحمد العمر ومحمود خليل وعلي حسن", 3),
        ("استشهد سامر خليل من البلدة وأحمد العمر من المخيم", 2),
        ("مقتل الشاب سامر خليل وعلي حسن", 2),
        ("إصابة علي حسن ومحمد العمر بشظايا", 2),
        ("أصيب محمد وعلي وأحمد بشظايا", 3),
        ("اختطف مسلحون محمد العمر", 1),
        ("اغتيال محمد بن سلمة وأبو علي الحلبي", 2),
        ("قتل سامر خليل وخلف القصف دمارا", 1),
        ("استشهد محمد عودة (30 عاما) برصاص الجنود", 1),
        ("مقتل سامر خليل وشقيقه علي برصاص مسلحين", 2),
        ("استشهد أحمد حسن وثلاثة من رفاقه بالقصف", 4),
        ("علي حسن قتل في غارة على البلدة", 1),
        ("وذكر أن سامر خليل قتل برصاص مسلحين", 1),
        ("استشهاد كل من: سامر خليل، أحمد العلي، محمود حسن", 3),
        ("أسماء شهداء القصف على البلدة: سامر خليل، الطفل أحمد العلي، محمود حسن", 3),
        ("أسماء الشهداء:\n1- سامر خليل\n2- أحمد العلي (14 عاما)\nرحمهم الله", 2),
    ],
)
def test_persons_are_counted_by_their_names(finders: Finders, text: str, count: int) -> None:
    assert [(h.low, h.high) for h in harms(finders, text)] == [(count, count)]


@pytest.mark.parametrize("text", ["استشهد رمضان الماضي", "أصيبوا بشظايا", "قتل كل من حاول المرور"])
def test_other_words_are_no_persons(finders: Finders, text: str) -> None:
    assert not any(h.sure for h in harms(finders, text))


def test_names_that_are_known_so_far_are_the_least(finders: Finders) -> None:
    assert [(h.low, h.high) for h in harms(finders, "عرف من الشهداء: سامر خليل، أحمد العلي")] == [(2, None)]


def test_one_name_behind_a_colon_is_no_list(finders: Finders) -> None:
    (harm,) = harms(finders, "قال ذوو الشهداء: لن ننساهم، أحمد قال ذلك")
    assert (harm.low, harm.high) == (None, None)


def test_who_does_it_is_not_the_one_to_whom_it_is_done(finders: Finders) -> None:
    (harm,) = harms(finders, "حاول الشاب المرور قبل أن يقوم عنصر من داعش بقتله")
    assert harm.people is not None
    assert (harm.kind, harm.low, harm.people.value) == ("killed", 1, "unknown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وفاة امرأة وإصابة عدد من النازحين", [("killed", 1, "women"), ("wounded", None, None)]),
        ("مقتل نازحين بقصف على المخيم", [("killed", None, None)]),
        ("وقع عشرات الضحايا بين قتيل وجريح", [("killed", None, None), ("wounded", None, None)]),
        ("قتل أكثر من 2000 مدني وعسكري", [("killed", 2000, None)]),
        (
            "قتل 4 عناصر من قسد و17 آخرين بينهم عدد من المدنيين",
            [("killed", 4, None), ("killed", 17, None), ("killed", None, None)],
        ),
    ],
)
def test_those_told_together_are_told_apart_where_they_are_of_two_kinds(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_whom_two_nouns_count_of_whom_some_bore_arms_are_nobodys(finders: Finders) -> None:
    (harm,) = harms(finders, "قتل أكثر من 2000 مدني وعسكري")
    assert harm.people is not None
    assert (harm.high, harm.people.value) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "إن سبعة أشخاص قتلوا وأربعة أصيبوا بجروح في غارة",
            [("killed", 7, None), ("wounded", 4, None)],
        ),
        (
            "إن مدنيين اثنين قتلا وثلاثة جرحوا في الانفجار",
            [("killed", 2, None), ("wounded", 3, None)],
        ),
    ],
)
def test_each_of_two_joined_verbs_has_the_people_before_it(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "إن 12 شخصا قتلوا في تفجير انتحاري وسط المدينة",
        "إن 12 شخصا قتلوا في هجوم مسلح وسط المدينة",
        "إن 12 شخصا قتلوا بتفجيرين انتحاريين وسط المدينة",
    ],
)
def test_what_is_said_of_an_attack_is_nobody_killed_in_it(finders: Finders, text: str) -> None:
    assert told(finders, text) == [("killed", 12, None)]


def test_how_somebody_was_beaten_is_nobody(finders: Finders) -> None:
    assert all(h.people is None for h in harms(finders, "بعد أن قضي عليه عسكريا في البلاد"))


def test_whether_anybody_was_hurt_tells_of_nobody(finders: Finders) -> None:
    assert told(finders, "ولم يعرف ما إذا كانت هناك إصابات أو خسائر بشرية") == []
    assert told(finders, "ولم يتضح عما إذا كان هناك قتلى أو جرحى") == []


def test_a_partys_men_behind_a_verb_that_opens_its_clause_did_it(finders: Finders) -> None:
    assert told(finders, "أوقفت عناصر الدرك الوطني في تمنراست، اثنين من المهربين") == [("arrested", 2, None)]
    assert told(finders, "قوات الأمن اعتقلت عناصر داعش في المدينة") == [("arrested", None, None)]


def test_whose_aggression_it_was_is_not_whose_the_dead_were(finders: Finders) -> None:
    (dead,) = harms(finders, "ارتفع عدد ضحايا العدوان السعودي على صعدة إلى 12 شهيدا")
    assert dead.people is not None
    assert dead.people.party is None


@pytest.mark.parametrize(
    "text",
    ["إن مقاتلي طالبان قتلوا في غارة", "مسلحو الحوثي قتلوا بقصف مدفعي", "مقتل مسلحي الحوثي في غارة"],
)
def test_the_men_in_the_name_of_a_party_are_harmed(finders: Finders, text: str) -> None:
    assert told(finders, text) == [("killed", None, None)]


def test_men_whose_party_nobody_knows_do_it_by_their_name(finders: Finders) -> None:
    assert told(finders, "قتل مسلحون مجهولون الموظف سامر الخالدي في بلدة الزيتونة") == [("killed", 1, None)]


@pytest.mark.parametrize(
    "text",
    ["منعت القوات السكان من الفرار", "بدأ التنظيم بمنع المدنيين من النزوح", "حال القصف دون نزوح السكان"],
)
def test_what_somebody_was_kept_from_was_not(finders: Finders, text: str) -> None:
    assert told(finders, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "بلغ عدد المدنيين الذين قتلوا منذ مطلع العام نتيجة انفجار الألغام في الحقول 132 شخصا، بينهم 25 طفلا",
            [("killed", 132, None), ("killed", 25, "children")],
        ),
        ("بلغ عدد المدنيين الذين فقدوا حياتهم منذ مطلع العام 239 شخصا", [("killed", 239, None)]),
        ("فقد راع حياته جراء انفجار لغم قرب بيت الشيخ", [("killed", 1, None)]),
        ("وفقد منير السهلاوي حياته، وهو موظف في المجلس", [("killed", 1, None)]),
        ("أسفر القصف عن فقدان سالم الحسن حياته في القرية", [("killed", 1, None)]),
        ("قياديا من قسد قتل وأصيب اثنان بجروح", [("killed", 1, "commanders"), ("wounded", 2, None)]),
        ("قتل ضابط من الجيش التركي، وعنصر من الجيش التركي", [("killed", 2, None)]),
    ],
    ids=[
        "a total",
        "who lost their lives",
        "who lost his",
        "by his name",
        "by a noun",
        "a subject with his party",
        "of one party",
    ],
)
def test_long_phrases_tell_of_whom_it_is_said(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


def test_where_he_was_from_stands_between_him_and_his_verb(finders: Finders) -> None:
    text = "شاب من أبناء البلدة قتل وأصيب اثنان آخران في تعز"
    assert told(finders, text) == [("killed", 1, None), ("wounded", 2, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("إن خمسة أشخاص أصيبوا عندما ضربت طائرة بدون طيار سيارة", [("wounded", 5, None)]),
        ("صاروخين سقطا في القاعدة", []),
        ("جنديين سقطا في القاعدة", [("killed", 2, None)]),
        ("تحييد ثلاث طائرات مسيرة", []),
        ("إن تسعة من السياح سقطوا ضحايا", [("killed", 9, None)]),
        ("أطلقوا على جسده /21/ رصاصة أردته قتيلا", []),
        ("وأوضح فيلق «شاهين 209» أن الغارة قتلت قياديا", [("killed", 1, "commanders")]),
        ("على جندي كان مارا بسيارته ما أدى إلى مقتله", [("killed", 1, None)]),
    ],
)
def test_things_and_names_are_no_people(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل اثنين من المعارضة وما لا يقل عن 8 من عناصر الجيش", [("killed", 2), ("killed", 8)]),
        ("26 مقاتلا قتلوا إثر هجومين اثنين", [("killed", 26)]),
        ("قال إن عنصرا من الأمن الداخلي السوري قتل وأصيب آخرون", [("killed", 1), ("wounded", None)]),
        ("عدد النازحين من حي الشيخ مقصود بلغ نحو 140 ألف شخص", [("displaced", 140000)]),
        ("خطف مسلحون من الهيئة الشاب سامر خليل", [("abducted", 1)]),
        ("لم ترد حتى الآن أي معلومات مؤكدة عن سقوط ضحايا", []),
        ("لم يتم الإعلان حتى الآن عن ورود معلومات عن أي خسائر بشرية", []),
        ("جاء الهجوم بعد توقفه شهرا", []),
    ],
    ids=["joined", "why", "a long name", "a place", "the doers", "no news", "none told", "a stop"],
)
def test_who_and_how_many_are_read_over_what_stands_between(
    finders: Finders, text: str, expected: list[tuple[str, int | None]]
) -> None:
    assert [(h.kind, h.low) for h in harms(finders, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أفادت الوزارة بأن شخصا استشهد وجرح سبعة إثر غارة", [("killed", 1, None), ("wounded", 7, None)]),
        ("مما أدى إلى إصابتها إصابة مباشرة", []),
        ("قصفوا الموقع وحققوا إصابات مؤكدة", []),
        ("نفى المتحدث مقتل أي جندي", []),
        ("مستوطنون احتجزوا مركبتين في القرية", []),
    ],
)
def test_what_is_met_or_held_or_denied_is_no_harm(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل 12 جنديا فضلا عن 20 مسلحا في معارك", [12, 20]),
        ("قتل خمسة جنود إلى جانب ثلاثة مدنيين في انفجار", [5, 3]),
        ("قتل ثلاثة أطفال بالإضافة إلى امرأة في القصف", [3, 1]),
        ("قتل خمسة جنود بالإضافة إلى تدمير ثلاث آليات", [5]),
        ("قتل إمام وخطيب المسجد بعبوة", [1]),
        ("قتل طبيب وممرض بقصف", [2]),
    ],
    ids=["besides", "beside them", "one besides", "things besides", "one man of two offices", "two men"],
)
def test_those_added_are_harmed_too(finders: Finders, text: str, expected: list[int]) -> None:
    assert [h.low for h in harms(finders, text)] == expected


def test_what_came_of_nothing_is_no_harm(finders: Finders) -> None:
    assert told(finders, "انفجرت العبوة ولم ينتج عن الانفجار وقوع ضحايا") == []


def test_who_did_it_may_be_told_of_in_an_aside(finders: Finders) -> None:
    text = "قتل مسلحون، يشتبه بانتمائهم إلى الحركة، أربعة جنود في هجوم"
    assert told(finders, text) == [("killed", 4, None)]
    assert told(finders, "قتل مسلحون، وأصيب أربعة جنود، في هجوم") == [
        ("killed", None, None),
        ("wounded", 4, None),
    ]


def test_captives_who_are_exchanged_are_free(finders: Finders) -> None:
    assert told(finders, "تبادلت الحكومة والحوثيون 40 أسيرا") == [("released", 40, None)]
    assert told(finders, "تحرير ثمانية من أسرى الجيش") == [("released", 8, None)]


def test_two_who_stand_before_their_verb_are_nobody_behind_it(finders: Finders) -> None:
    text = "قال المرصد إن سامر خليل وعلي حسن أصيبا بانفجار لغم في طريق امرأة مسنة"
    assert told(finders, text) == [("wounded", 2, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ألقي القبض على سامر خليل في مدينة جبلة", [("arrested", 1)]),
        ("ألقي القبض على المدعو سامر خليل", [("arrested", 1)]),
        ("ألقي القبض على كل من سامر خليل وعلي حسن", [("arrested", 2)]),
        ("القبض على السلطة في البلاد", []),
    ],
)
def test_who_was_seized_is_told_by_his_name(
    finders: Finders, text: str, expected: list[tuple[str, int | None]]
) -> None:
    assert [(h.kind, h.low) for h in harms(finders, text)] == expected


def test_two_behind_several_in_the_nominative_are_those_whom_they_hit(finders: Finders) -> None:
    assert told(finders, "أصاب المستوطنون شابين بالرصاص") == [("wounded", 2, None)]
    assert told(finders, "لقي عاملان مصرعيهما برصاص مسلحين") == [("killed", 2, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عثر الأهالي على الشاب سامر خليل مقتولا في سيارته", [("killed", 1, None)]),
        ("عثر على ثلاثة شبان مقتولين بالرصاص", [("killed", 3, None)]),
        ("وجدت امرأة مقتولة في منزلها", [("killed", 1, "women")]),
    ],
)
def test_who_is_found_killed_is_dead(
    finders: Finders, text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert told(finders, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل تسعة أشخاص، خمسة مدنيين وأربعة جنود، في انفجار", [5, 4]),
        ("قتل تسعة أشخاص، هم خمسة مدنيين وأربعة جنود، في انفجار", [5, 4]),
        ("قتل تسعة مسلحين: خمسة من داعش وأربعة من هيئة تحرير الشام", [5, 4]),
        ("قتل ستة جنود، أربعة ضباط ومجندان، في كمين", [6, 4, 2]),
        ("قتل تسعة أشخاص، خمسة مدنيين وثلاثة جنود، في انفجار", [9, 3]),
    ],
    ids=["two sides", "they are", "two parties", "one side", "no sum"],
)
def test_two_sides_that_come_to_the_whole_are_told_apart(
    finders: Finders, text: str, expected: list[int]
) -> None:
    assert [h.low for h in harms(finders, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عدد المسلحين الذين استسلموا للجيش بلغ 14 مسلحا", [("surrendered", 14)]),
        ("تحييد سلاح الجو خمسة مسلحين في غارة", [("killed", 5)]),
        ("ثلاثة شبان اعتقلوا من منازلهم", [("arrested", 3)]),
        ("بمقتل معظم المهاجمين وأسر من تبقى منهم", [("killed", None), ("captured", None)]),
        ("اغتال مسلحون مدير أمن المدينة", [("killed", 1)]),
        ("ارتفع عدد قتلى الجيش والعاملين معه إلى 45", [("killed", 45)]),
    ],
    ids=["a number behind", "an air force", "out of homes", "the rest", "an office", "who work for it"],
)
def test_who_is_harmed_is_read_whoever_does_it(
    finders: Finders, text: str, expected: list[tuple[str, int | None]]
) -> None:
    assert [(h.kind, h.low) for h in harms(finders, text)] == expected


def test_a_correspondent_is_not_whom_he_tells_of(finders: Finders) -> None:
    text = "وأشار مراسل الشبكة إلى أن “خليل” جرى اختطافه من سيارته"
    assert told(finders, text) == [("abducted", 1, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل خمسة عناصر من الجيش ومسلحان في اشتباك", [5, 2]),
        ("قتل أربعة مسلحين وأحد المدنيين في اشتباك", [4, 1]),
    ],
    ids=["gunmen", "one of many"],
)
def test_gunmen_are_nobodys_men_by_the_word_alone(finders: Finders, text: str, expected: list[int]) -> None:
    assert [h.low for h in harms(finders, text)] == expected


def test_these_are_counted_where_their_number_is_told(finders: Finders) -> None:
    text = "ويصل عدد هؤلاء المسلحين الذين استسلموا للقوات إلى ثلاثة أفراد"
    assert told(finders, text) == [("surrendered", 3, None)]


def test_as_for_others_is_no_mother(finders: Finders) -> None:
    assert told(finders, "أودى الانفجار بثلاثة جنود، أما الأربعة الآخرون فقتلوا في الاشتباك")[1:] == [
        ("killed", 4, None)
    ]
    assert ("killed", 1, "women") in told(finders, "قتلت أم وطفلاها في قصف على الحي")
