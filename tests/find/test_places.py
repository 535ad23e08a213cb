"""Places are found by what they are and by what stands around them."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tawatur.find.place_context import rank_places, resolve_places
from tawatur.find.place_countries import PlaceContext, count_nationalities
from tawatur.find.places import find_places
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.index import Gazetteer
from tawatur.records.place import Precision
from tawatur.segment.words import Words

EVAL = Path(__file__).parents[2] / "evals" / "places"


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory):
    return Gazetteer.load(tmp_path_factory.mktemp("home"))


def found(text, gazetteer, exclude=()):
    return find_places(Words(text), gazetteer, exclude)


def resolved(text, gazetteer, **context):
    words = Words(text)
    mentions = find_places(words, gazetteer)
    return mentions, resolve_places(mentions, words, gazetteer, PlaceContext(**context))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("سقطت قذائف على سراقب وبنش وتفتناز", ["سراقب", "بنش", "تفتناز"]),
        ("قصف على بلدات كفرعويد وسفوهن، وكنصفرة", ["كفرعويد", "سفوهن", "كنصفرة"]),
        ("وصلوا للرقة ثم بدير الزور فإلى الحسكة", ["الرقة", "دير الزور", "الحسكة"]),
        ("قصف #معرة_النعمان اليوم", ["معرة النعمان"]),
        ("اشتباكات بحي السكري", ["حي السكري"]),
        ("دخلوا جوه كفرنبل وجنب حزارين", ["كفرنبل", "حزارين"]),
        ("انفجار عند مستديرة الزيتونة", ["مستديرة الزيتونة"]),
        ("قتل في مقهى يؤمه الصيادون", []),
        ("خطفوا على رأس عملهما", []),
        ("إطلاق نار في حي الفرنسي", ["حي الفرنسي"]),
        ("انسحبوا من الحي الفرنسي", []),
        ("نزح أهالي قرية ود الكريم", ["ود الكريم"]),
        ("تقدموا في منطقة نجد الغراب ثم في جبل حيد السدر", ["نجد الغراب", "جبل حيد السدر"]),
        ("قالت أنقرة وموسكو، فإن الحرب مستمرة", ["أنقرة", "موسكو"]),
        ("الدفاعات تدمر طائرتين فوق حميميم", ["حميميم"]),
        ("هجوم على قوة مجموعة دول الساحل في موبتي", ["موبتي"]),
        ("وصلت فرقنا لـ #كفرنبل ثم بـ #سراقب", ["كفرنبل", "سراقب"]),
        ("#كفرنبل غارتان صباحا", ["كفرنبل"]),
        ("تضامنا مع #السلام الآن", []),
        ("غارة على قَرْيَة الشّعْفَة", ["الشّعْفَة"]),
        ("انفجار في حي الزيتون بمدينة غزة", ["حي الزيتون", "غزة"]),
        ("بين بلدتي بنش وطعوم", ["بنش", "طعوم"]),
        ("قريتا القمر والشمس جميلتان", []),
        ("وفي 14 آب قال الناطق", []),
        ("مطار حلب الدولي مغلق", ["مطار حلب الدولي"]),
        ("معبر «الزعيتر» مغلق", ["معبر الزعيتر"]),
        ("إلى الشمال السوري وعلى الأراضي اللبنانية", ["الشمال السوري", "الأراضي اللبنانية"]),
        ("القصف بأم درمان عنيف", ["أم درمان"]),
        ("إغارة على كفر حلب ليلا", ["كفر حلب"]),
        ("غارة على حيي الميدان والسكري", ["حيي الميدان", "السكري"]),
        ("دخلوا قرية البو محمد وقاموا بحرقها", ["البو محمد"]),
        ("نزح سكان ود الرقة", []),
        ("أسر 86 جنديا روسيا في الكمين", []),
        ("وصل أمس إلى روسيا", ["روسيا"]),
        ("سقط صاروخ وقت المغرب", []),
        ("سقطت قذيفتان على الجانب السوري من الحدود", ["الجانب السوري"]),
        ("فشلت المفاوضات مع الجانب الروسي", []),
        ("انفجر لغم في منزل بعين زارة", ["عين زارة"]),
        ("نظر إليه بعين حمراء", []),
        ("تقدموا لتل أبيض صباحا", ["تل أبيض"]),
        ("أضرموا النار في كنيس", []),
        ("طالبت كتلة المؤتمر بالتحقيق", []),
        ("بين حقول القمح والزيتون", []),
        ("داهموا مستوطنة كفار تسيون", ["كفار"]),
        ("إطلاق نار عند مفترق الزيتونة", ["مفترق الزيتونة"]),
        ("بلدة عراق بورين مسقط رأس القتيل", ["عراق بورين"]),
        ("", []),
    ],
)
def test_names_are_found_as_the_text_writes_them_without_clitics_and_hashtags(text, names, gazetteer):
    assert [mention.name for mention in found(text, gazetteer)] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("في ريف دير الزور الغربي القريب", {"direction": None, "name": "ريف دير الزور الغربي"}),
        ("بريف السلمية الشرقي", {"relation": "countryside", "direction": "east"}),
        ("شمال شرقي تدمر", {"direction": "northeast", "relation": None}),
        ("قرب مدينة تدمر", {"relation": "near", "kind": "city", "kind_word": "مدينه"}),
        ("بالقرب من تدمر", {"relation": "near"}),
        ("على بعد 15 كم جنوب تدمر", {"direction": "south", "distance_km": 15.0}),
        ("على محور تدمر", {"relation": "front"}),
        ("بتدمر", {"preposition": "inside", "proclitic": "ب"}),
        ("إلى تدمر", {"preposition": "toward"}),
        ("أعلنت تدمر", {"preposition": None, "is_locative": False}),
        ("مدينة تدمر السورية", {"country": "SY"}),
    ],
)
def test_what_governs_a_place_is_kept_beside_it(text, expected, gazetteer):
    (mention,) = found(text, gazetteer)
    assert {key: getattr(mention, key) for key in expected} == expected


@pytest.mark.parametrize(
    ("text", "child", "parents"),
    [
        ("بلدة هجين بريف دير الزور الشرقي", "هجين", ["ريف دير الزور الشرقي"]),
        ("قرية الجينة في محافظة حلب", "الجينة", ["حلب"]),
        ("بلدتي البارة وكنصفرة بجبل الزاوية جنوبي إدلب", "البارة", ["جبل الزاوية", "إدلب"]),
        ("في دوما، ريف دمشق", "دوما", ["ريف دمشق"]),
        ("ناحية الجلاء التابعة لمحافظة دير الزور", "الجلاء", ["دير الزور"]),
        ("قصف على سراقب وفي ريف حماة", "سراقب", []),
        ("قصف سراقب. في حماة هدوء", "سراقب", []),
    ],
)
def test_what_holds_a_place_is_told_by_the_words_between(text, child, parents, gazetteer):
    mentions = found(text, gazetteer)
    mention = next(m for m in mentions if m.name == child)
    assert [mentions[index].name for index in mention.parents] == parents


def test_a_place_named_again_stands_for_the_first(gazetteer):
    mentions = found("قصفت مدينة سراقب. نزح أهالي المدينة إلى قرية آفس ثم عادوا إلى القرية", gazetteer)
    assert [(m.name, m.stands_for) for m in mentions] == [
        ("سراقب", None),
        ("سراقب", 0),
        ("آفس", None),
        ("آفس", 2),
    ]


def test_words_taken_for_something_else_are_no_places(gazetteer):
    words = Words("أعلن مجلس سوريا الديمقراطية في الرقة")
    assert [m.name for m in find_places(words, gazetteer, [(1, 4)])] == ["الرقة"]


@pytest.mark.parametrize(
    "text", ["نادي حلب", "لواء القدس", "جريدة الرياض", "محافظ دير الزور", "قوات سورية", "منتخب تونس"]
)
def test_the_name_of_a_body_is_no_place(text, gazetteer):
    assert found(f"قال {text} أمس", gazetteer) == []


def test_the_name_of_a_ship_is_no_place(gazetteer):
    assert found('استهدفت صواريخ سفينة "الرقة" أمس', gazetteer) == []


def test_nationalities_tell_the_country_and_are_no_places(gazetteer):
    words = Words("الجيش السوري والطائرات التركية والسوريون")
    assert find_places(words, gazetteer) == []
    assert count_nationalities(words, gazetteer) == {"SY": 2, "TR": 1}


def test_mentions_are_ordered_and_quote_the_text(gazetteer):
    text = "قصفت قواتٌ بلدةَ الباغوز، وحقل العمر النفطي وللرقة وبالبوكمال (شرق) #دير_الزور"
    mentions = found(text, gazetteer)
    assert mentions == sorted(mentions, key=lambda m: m.first)
    for one, other in pairwise(mentions):
        assert one.last <= other.first
    for mention in mentions:
        assert mention.span.of(text).replace("_", " ").endswith(mention.name[2:])


# -- which place it is ------------------------------------------------------------------------


def test_the_outlets_country_tells_namesakes_apart(gazetteer):
    text = "انفجار في طرابلس"
    _, (libya,) = resolved(text, gazetteer, outlet_country="LY")
    _, (lebanon,) = resolved(text, gazetteer, outlet_country="LB")
    assert (libya.country, lebanon.country) == ("LY", "LB")


def test_the_parties_countries_tell_namesakes_apart(gazetteer):
    _, (place,) = resolved("انفجار في طرابلس", gazetteer, party_countries=("LB", "LB"))
    assert place.country == "LB"


def test_a_name_that_nothing_settles_stays_open_with_its_candidates(gazetteer):
    _, (place,) = resolved("قصف على قرية الصالحية", gazetteer, outlet_country="SY")
    assert (place.lat, place.country) == (None, "SY")
    assert 2 <= len(place.candidates) <= 5
    assert "nothing tells them apart" in place.reason


def test_a_far_village_of_a_war_that_the_report_does_not_speak_of_is_no_place(gazetteer):
    text = "قصفت القوات السورية بلدة كفرنبل في إدلب، وقالت المصادر إن أزور والعمرية وخمين ثلاث فئات من الذخائر السورية"
    assert {mention.name for mention in found(text, gazetteer)} == {"كفرنبل", "إدلب"}


def test_a_far_village_with_its_kind_stays_open_and_is_put_in_no_far_country(gazetteer):
    _, places = resolved(
        "دارت اشتباكات بين القوات اليمنية والحوثيين في قرية الرجمة غربي تعز في اليمن", gazetteer
    )
    assert (places[0].lat, places[0].country) == (None, "YE")
    assert "does not speak of" in places[0].reason or "lies where the text says" in places[0].reason


def test_a_village_across_the_border_is_company_to_the_places_beside_it(gazetteer):
    _, places = resolved("سقطت قذائف على تل أبيض شمالي الرقة وعلى بلدة أقجة قلعة المقابلة لها", gazetteer)
    assert [place.country for place in places if place.name == "أقجة قلعة"] == ["TR"]


@pytest.mark.parametrize(
    "text",
    [
        "ارتقوا شهداء على طريق القدس",
        "ظهر في صور التقطت أمس",
        "عبروا إلى الضفة الأخرى",
        "قتلوا في عملية درع الفرات",
        "قالت شبكة الجزيرة مباشر",
    ],
)
def test_watchwords_pictures_banks_and_operations_are_no_places(text, gazetteer):
    assert found(text, gazetteer) == []


def test_a_capital_is_itself_where_the_place_after_it_does_not_hold_it(gazetteer):
    _, places = resolved("الطريق بين صعدة والمزرق في حجة، وفصائل تدعمها طهران في سوريا", gazetteer)
    assert {place.name: place.country for place in places if place.lat is not None}["طهران"] == "IR"
    assert {place.name: place.admin1 for place in places}["صعدة"] == "Saada"


def test_a_city_that_two_countries_count_as_theirs_is_one_place(gazetteer):
    _, places = resolved("وقع انفجار في القدس", gazetteer)
    assert places[0].lat == pytest.approx(31.78, abs=0.03)


def test_every_candidate_gives_its_reason(gazetteer):
    _, (place, _) = resolved("قصف على بلدة صيدا بريف درعا", gazetteer)
    assert place.candidates[0].name_en == "Sayda, Daraa"
    assert "in Daraa, as the text says" in place.candidates[0].reason
    assert [c.score for c in place.candidates] == sorted((c.score for c in place.candidates), reverse=True)


def test_a_place_of_no_table_is_kept_with_its_division(gazetteer):
    _, (place, _) = resolved("انفجار في قرية أم الزعتر بريف الرقة", gazetteer)
    assert (place.name, place.lat, place.country, place.admin1) == ("أم الزعتر", None, "SY", "Raqqa")
    assert place.reason == "in no gazetteer"


def test_a_building_of_no_table_is_placed_at_the_town_that_holds_it_and_says_so(gazetteer):
    _, (place, town) = resolved("قصف مستشفى الزعتروري في مدينة منبج", gazetteer)
    assert (place.lat, place.lon) == (town.lat, town.lon)
    assert place.precision is Precision.TOWN
    assert "placed at Manbij" in place.reason


def test_a_place_that_lies_elsewhere_than_the_text_says_is_not_taken(gazetteer):
    _, (place, _) = resolved("قصف على بلدة هجين بريف اللاذقية", gazetteer)
    assert (place.lat, place.admin1) == (None, "Latakia")
    assert "lies where the text says" in place.reason


@pytest.mark.parametrize(
    ("text", "precision", "relation"),
    [
        ("في بلدة هجين", Precision.TOWN, None),
        ("قرب بلدة هجين", Precision.AREA, "near"),
        ("شمال حلب", Precision.AREA, "north"),
        ("في محافظة حلب", Precision.PROVINCE, None),
        ("في سوريا", Precision.COUNTRY, None),
        ("عند معبر نصيب", Precision.POINT, None),
        ("في الشمال السوري", Precision.REGION, None),
    ],
)
def test_precision_says_how_exactly_the_place_is_known(text, precision, relation, gazetteer):
    _, (place,) = resolved(text, gazetteer)
    assert (place.precision, place.relation) == (precision, relation)


def test_a_distance_and_a_direction_move_the_point(gazetteer):
    _, (there,) = resolved("في تدمر", gazetteer)
    _, (beyond,) = resolved("على بعد 20 كيلومترا شرق تدمر", gazetteer)
    assert beyond.lat == pytest.approx(there.lat, abs=0.01)
    assert beyond.lon - there.lon == pytest.approx(20 / (111.2 * 0.8236), abs=0.01)


def test_all_candidates_can_be_asked_for(gazetteer):
    words = Words("بلدة الصالحية")
    (candidates,) = rank_places(find_places(words, gazetteer), words, gazetteer)
    assert len(candidates) >= 5


def test_reading_twice_gives_the_same(gazetteer):
    text = "قصف على بلدات هجين والسوسة والشعفة بريف دير الزور، وفي مدينة الباب وقرية الصالحية قرب طرابلس"
    assert resolved(text, gazetteer) == resolved(text, gazetteer)


def test_a_gazetteer_of_a_few_places_is_enough():
    village = Entry(
        id="x:1", kind="village", country="SY", name_ar="الزعترورة", name_en="Z", lat=35.0, lon=36.5,
        precision=Precision.VILLAGE,
    )  # fmt: skip
    _, (place,) = resolved("في الزعترورة", Gazetteer.of([village]))
    assert (place.lat, place.lon, place.precision) == (35.0, 36.5, Precision.VILLAGE)


def test_homonyms_and_ordinary_words_are_read_right(gazetteer):
    sys.path.insert(0, str(EVAL))
    from measure import FLOOR, find_error, load_cases

    cases = load_cases()
    wrong = [case for case in cases if find_error(case, gazetteer)]
    assert len(cases) >= 150
    assert len(wrong) <= (1 - FLOOR) * len(cases), [case.text for case in wrong]


def test_what_ends_one_phrase_says_nothing_of_the_next(gazetteer):
    side, village, *_ = found("من ريف دير الزور الشرقي قرب قرية العدوانية", gazetteer)
    assert (village.relation, village.direction, side.parents) == ("near", None, ())


def test_an_unknown_village_in_the_countryside_of_a_town_is_placed_about_it(gazetteer):
    _, (village, town) = resolved("قصف على قرية الفلانية بريف منبج", gazetteer)
    assert (village.lat, village.lon, village.precision) == (town.lat, town.lon, Precision.AREA)


def test_an_unknown_village_in_a_subdistrict_is_placed_about_it(gazetteer):
    _, (village, district) = resolved("قصف على قرية الفلانية التابعة لناحية شيراوا", gazetteer)
    assert (village.lat, village.lon, village.precision) == (district.lat, district.lon, Precision.AREA)
    _, (village, _) = resolved("قصف على قرية الفلانية في ريف حلب الشرقي", gazetteer)
    assert village.lat is None


def test_an_unknown_village_is_where_another_mention_of_it_has_it(gazetteer):
    _, places = resolved("قصف على محيط قرية الفلانية. استهدف القصف قرية الفلانية بريف منبج", gazetteer)
    around, village, _ = places
    assert (around.lat, around.lon) == (village.lat, village.lon) != (None, None)
    assert around.relation == "outskirts"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قصف قرب مسجد أبو قتيبة بن طلحة", "مسجد أبو قتيبة بن طلحة"),
        ("قصف قرب مزار “عين الفلاني” أمس", "مزار عين الفلاني"),
    ],
)
def test_a_building_keeps_its_whole_name(text, name, gazetteer):
    _, (place,) = resolved(text, gazetteer)
    assert place.name == name


def test_a_word_that_only_begins_a_name_is_none(gazetteer):
    assert not found("تفجير في شارع أبو", gazetteer)


def test_an_unknown_village_in_a_province_has_no_point(gazetteer):
    _, (village, _) = resolved("قصف على قرية الفلانية بريف حلب", gazetteer)
    assert village.lat is None
    assert village.admin1 == "Aleppo"


def test_a_village_does_not_lie_in_the_countryside_of_a_town_far_from_it(gazetteer):
    _, (village, _) = resolved("مقتل مدنيين في قرية المستريحة التابعة لريف الشدادي", gazetteer)
    assert village.precision == Precision.AREA
    assert "no gazetteer" in village.reason


def test_a_province_that_shares_its_capitals_name_is_known_by_its_word(gazetteer):
    _, (province, _) = resolved("غارات غرب محافظة صنعاء في اليمن", gazetteer)
    assert province.candidates[0].precision == Precision.PROVINCE
    assert province.lat is not None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("دارت معارك في باخموت وسقطت صواريخ على خاركيف", "UA"),
        ("قصف الجيش شوشة وستيباناكرت", "AZ"),
        ("فر مدنيون من مونغداو ومن بوثيداونغ", "MM"),
        ("حوصر مسلحون في ماراوي وفي باسيلان", "PH"),
        ("انسحبت القوات من عديغرات ومن مقلي", "ET"),
        ("اقتحموا ديبارك وقصفوا ديبري ماركوس", "ET"),
        ("دخلوا كيسانغا وأحرقوا ماكوميا", "MZ"),
        ("نصبوا كمينا قرب شاتوي وقصفوا غوديرميس", "RU"),
        ("سقطت قذائف على بوريرام وسيساكيت", "TH"),
        ("هاجموا حافلة في ممر بولان قرب خضدار", "PK"),
        ("أغرقوا زورقا قبالة ترنكومالي وقصفوا جافنا", "LK"),
        ("محادثات في جنيف ثم في لوزان", "CH"),
    ],
)
def test_towns_of_wars_far_from_the_arab_lands_are_known(text, country, gazetteer):
    mentions, places = resolved(text, gazetteer)
    assert [place.candidates[0].country for place in places] == [country] * 2, mentions


def test_a_port_of_the_town_named_before_is_placed_there(gazetteer):
    _, (town, port) = resolved("سيطروا على الحديدة وقصفوا ميناء المدينة", gazetteer)
    assert (port.lat, port.lon) == (town.lat, town.lon)


def test_a_country_named_as_its_adjective_is_a_place_where_it_is_governed(gazetteer):
    for text in ("سقطت قذائف في السعودية", "أطلقوا صاروخا باتجاه السعودية", "هجوم بالسعودية"):
        assert [m.name for m in found(text, gazetteer)] == ["السعودية"], text
    for text in ("قصفت القوات السعودية القرية", "شركة الزيت السعودية", "السعودية ترد"):
        assert not found(text, gazetteer), text


@pytest.mark.parametrize("dash", [" - ", "– ", "-", '" – "'])
def test_a_road_that_two_places_name_lies_half_way_between_them(dash, gazetteer):
    _, (road, end) = resolved(f"سيارة على طريق إعزاز{dash}مارع", gazetteer)
    assert road.lat == pytest.approx((36.586 + end.lat) / 2, abs=1e-3)
    assert road.precision is Precision.AREA
    assert "half way to مارع" in road.reason


def test_a_road_to_one_place_alone_or_of_many_hours_lies_at_its_first_end(gazetteer):
    for text in ("سيارة على طريق إعزاز، ثم في مارع", "سيارة على طريق حلب - اللاذقية - دمشق"):
        _, (road, *_) = resolved(text, gazetteer)
        assert "half way" not in road.reason, text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("غارة على قرية بربطان غربي الناحية", ["بربطان"]),
        ("غارة على قرية بربطان غربي", ["بربطان غربي"]),
        ("وهو أول حي يستعاد", []),
        ("وهي آخر بلدة تسقط", []),
    ],
)
def test_a_side_of_what_follows_and_one_of_them_all_are_no_part_of_a_name(
    text: str, names: list[str], gazetteer: Gazetteer
) -> None:
    assert [m.name for m in found(text, gazetteer)] == names
