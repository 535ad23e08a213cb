import pytest

from tawatur.export.reasons import say_reason
from tawatur.find.another import says_another
from tawatur.link import Level
from tawatur.link.counts import agree_on_counts
from tawatur.link.days import agree_on_day
from tawatur.link.kinds import agree_on_kind
from tawatur.link.parties import agree_on_parties, agree_on_people
from tawatur.link.places import agree_on_place
from tawatur.link.wording import agree_on_company, agree_on_turn, agree_on_voice, agree_on_words
from tellings import telling

SENTENCE = "قتل ثلاثه مدنيين بقصف مدفعي استهدف منازلهم ليل السبت في اطراف البلده"


def holds(agree, left, right, level):
    one, other = telling("c1", **left), telling("c2", **right)
    assert agree(one, other).level is agree(other, one).level is level
    for lang in ("en", "ar"):  # no value is left out of the reason
        assert not {"{", "}"} & {*say_reason(agree(one, other).why, lang)}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ({"day": "2018-10-12"}, {"day": "2018-10-12"}, Level.SAME),
        ({"day": "2018-10-12"}, {"day": "2018-10-11", "last": "2018-10-12"}, Level.ALIKE),
        ({"day": "2018-10-12"}, {"day": "2018-10-13"}, Level.NEAR),
        ({"day": "2018-10-12"}, {"day": "2018-10-14"}, Level.APART),
        ({"day": "2018-10-12"}, {"day": "2018-10-01", "last": "2018-10-31"}, Level.WITHIN),
        ({"day": "2018-10-12"}, {"day": "2018-11-01", "last": "2018-11-30"}, Level.APART),
        ({"day": "2018-10-12"}, {"day": None}, Level.UNKNOWN),
    ],
)
def test_days_agree_as_reports_mean_them(left, right, level):
    holds(agree_on_day, left, right, level)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("هجين", "هجين", Level.SAME),
        ("هجين", "أبو الحسن", Level.NEAR),
        ("هجين", "حاوي هجين", Level.ALIKE),
        ("هجين", "السوسة", Level.APART),
        ("هجين", "دير الزور", Level.WITHIN),
        ("هجين", "الموصل", Level.APART),
        ("حلب", "هجين", Level.APART),
        ("حلب", "دير الزور", Level.APART),
        ("دير الزور", "سوريا", Level.WITHIN),
        ("الكرامة", "الكرامة 2", Level.APART),
        ("مجهول", "مجهول", Level.SAME),
        ("مجهول", "هجين", Level.UNKNOWN),
        ("دير الزور", "دير الزور", Level.WITHIN),
        (None, "هجين", Level.UNKNOWN),
    ],
)
def test_places_agree_by_distance_and_precision(left, right, level):
    holds(agree_on_place, {"place": left}, {"place": right}, level)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("airstrike", "airstrike", Level.SAME),
        ("airstrike", "drone_strike", Level.NEAR),
        ("bombing", "suicide_attack", Level.NEAR),
        ("territory_change", "armed_clash", Level.NEAR),
        ("armed_clash", "shelling", Level.UNLIKE),
        ("arrest", "abduction", Level.UNLIKE),
        ("airstrike", "arrest", Level.APART),
        ("bombing", "destruction", Level.APART),
    ],
)
def test_kinds_agree_where_reports_take_one_for_the_other(left, right, level):
    holds(agree_on_kind, {"kind": left}, {"kind": right}, level)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ({"actor": "isis"}, {"actor": "isis"}, Level.SAME),
        ({"actor": "sdf"}, {"actor": "ypg"}, Level.SAME),
        ({"actor": "russia"}, {"actor": "syria_assad"}, Level.ALIKE),
        ({"actor": "isis"}, {"actor": "sdf"}, Level.UNLIKE),
        ({"actor": "isis"}, {}, Level.UNKNOWN),
        ({"actor": "unknown"}, {"actor": "isis"}, Level.UNKNOWN),
        ({"actor": "isis", "kind": "bombing"}, {"target": "isis", "kind": "bombing"}, Level.OPPOSED),
        ({"actor": "isis", "kind": "armed_clash"}, {"target": "isis", "kind": "armed_clash"}, Level.UNLIKE),
    ],
)
def test_parties_agree_by_name_by_part_and_by_alliance(left, right, level):
    holds(agree_on_parties, left, right, level)


def test_people_agree_by_targets_and_by_those_counted():
    holds(agree_on_people, {"target": "sdf"}, {"killed": 2, "who": "sdf"}, Level.SAME)
    holds(agree_on_people, {"target": "sdf"}, {"target": "civilians"}, Level.UNLIKE)
    holds(agree_on_people, {}, {"target": "civilians"}, Level.UNKNOWN)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        (7, 7, Level.SAME),
        (1, 1, Level.ALIKE),
        (7, 8, Level.NEAR),
        (20, 28, Level.NEAR),
        (2, 3, Level.NEAR),
        (1, 2, Level.UNLIKE),
        (10, 20, Level.UNLIKE),
        (1, 5, Level.UNLIKE),
        (3, 30, Level.FAR),
        (None, 3, Level.UNKNOWN),
    ],
)
def test_counts_agree_the_more_the_larger_they_are(left, right, level):
    holds(agree_on_counts, {"killed": left}, {"killed": right}, level)


def test_words_agree_by_what_is_shared():
    holds(agree_on_words, {"words": SENTENCE}, {"words": SENTENCE}, Level.SAME)
    holds(agree_on_words, {"words": SENTENCE}, {"words": f"{SENTENCE} وجرح اخرون"}, Level.ALIKE)
    holds(
        agree_on_words,
        {"words": SENTENCE},
        {"words": "انفجرت عبوه ناسفه بسياره علي الطريق العام"},
        Level.UNLIKE,
    )
    holds(agree_on_words, {"words": SENTENCE}, {"words": "قصف مدفعي"}, Level.UNKNOWN)


def test_the_words_of_a_quote_are_compared_without_what_is_written_onto_them():
    holds(agree_on_words, {"words": "قصف سوق المدينة وجرح مدنيون"}, {"words": "جرح المدنيون بقصف السوق في المدينة"}, Level.ALIKE)  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "is_another"),
    [
        ("عاود الطيران استهداف المسعفين", True),
        ("انفجار عبوه ثانيه في البلده", True),
        ("وفي هجوم اخر قتل جنديان", True),
        ("وفي هجوم انتحاري ثان قتل جنديان", True),
        ("قصف مماثل طال القريه", False),
        ("اصيب خمسه اخرون في غاره", False),
        ("غاره علي السوق اصابت امراه ثانيه", False),
    ],
)
def test_a_second_strike_is_told_by_its_words(quote, is_another):
    assert says_another(quote) is is_another


def test_a_second_strike_is_not_the_first():
    holds(agree_on_turn, {"words": "عاود القصف"}, {"words": "قصف السوق"}, Level.UNLIKE)
    holds(agree_on_turn, {"words": "عاود القصف"}, {"words": "غاره ثانيه"}, Level.ALIKE)


def test_company_speaks_only_where_a_place_is_missing():
    told = {"company": ["737000 غزه"]}
    holds(agree_on_company, {**told, "place": None}, told, Level.SAME)
    holds(agree_on_company, told, told, Level.UNKNOWN)
    holds(agree_on_company, {**told, "place": None}, {"company": ["737001 غزه"]}, Level.UNKNOWN)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ({"killed": 6}, {"killed": 15}, Level.APART),
        ({"place": "هجين"}, {"place": "أبو الحسن"}, Level.APART),
        ({"place": "هجين"}, {"place": "حاوي هجين"}, Level.WITHIN),
        ({"place": "هجين"}, {"place": "دير الزور"}, Level.WITHIN),
        ({"day": "2018-10-12"}, {"day": "2018-10-13"}, Level.APART),
        ({"actor": "isis"}, {"actor": "sdf"}, Level.UNLIKE),
        ({"kind": "shelling"}, {"kind": "killing"}, Level.UNLIKE),
        ({"killed": 6}, {}, Level.WITHIN),
        ({"source": "isis"}, {"source": "sdf"}, Level.NEAR),
    ],
)
def test_what_one_source_lists_in_one_report_is_apart_where_anything_tells_it_apart(left, right, level):
    holds(agree_on_voice, {"document": "d", **left}, {"document": "d", **right}, level)


def test_one_source_in_two_reports_is_no_list():
    holds(agree_on_voice, {"source": "isis"}, {"source": "isis"}, Level.ALIKE)
    holds(agree_on_voice, {}, {}, Level.UNKNOWN)
