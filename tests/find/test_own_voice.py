"""In whose voice a report speaks that no known publisher printed."""

from __future__ import annotations

import datetime as dt

import pytest

from tawatur.claim.draft import Draft
from tawatur.claim.found import Found
from tawatur.claim.reader import Finders
from tawatur.claim.sources import source_choices
from tawatur.segment.words import Words


def find(finders: Finders, text: str, outlet: str | None = None) -> Found:
    words = Words(text)
    return finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), outlet)


@pytest.mark.parametrize(
    ("outlet", "party"),
    [
        ("المركز الإعلامي لوحدات حماية الشعب", "ypg"),
        ("مرصد الأخبار", None),
        ("صوت إسرائيل", None),
    ],
)
def test_an_outlets_name_may_say_whose_channel_it_is(
    finders: Finders, outlet: str, party: str | None
) -> None:
    assert find(finders, "قتل جندي في كمين قرب القرية", outlet).outlet_party == party


@pytest.mark.parametrize(
    ("outlet", "text", "places"),
    [
        ("صحيفة مرافئ الخليج", "أبلغ مصدر أمني مرافئ الخليج بمقتل جندي في حلب", ["حلب"]),
        ("وكالة ميسلون للأنباء", "ذكر مصدر لمراسلة ميسلون أن جنديا قتل في حلب", ["حلب"]),
        ("وكالة ميسلون للأنباء", "ذكر مصدر أن جنديا قتل في ميسلون", ["ميسلون"]),
        ("شبكة بنغازي الآن", "قصف مدفعي على بنغازي الآن", ["بنغازي"]),
    ],
)
def test_the_reports_own_outlet_is_no_place(
    finders: Finders, outlet: str, text: str, places: list[str]
) -> None:
    assert [place.name for place in find(finders, text, outlet).places] == places


def test_a_party_speaks_where_its_faith_in_the_war_does(finders: Finders) -> None:
    assert find(finders, "هلاك ثلاثة من الجيش المرتد بكمين لجنود الخلافة قرب القرية").outlet_party == "isis"
    assert find(finders, "تفجير عبوة على آلية للحشد الرافضي، ولله الحمد").outlet_party is None  # nobody named


def test_a_report_that_quotes_such_words_is_no_partys(finders: Finders) -> None:
    text = "قال تنظيم الدولة الإسلامية إن «جنود الخلافة» قتلوا ثلاثة من «الجيش المرتد»"
    assert find(finders, text).outlet_party is None


def test_a_line_that_heads_a_statement_says_whose_all_of_it_is(finders: Finders) -> None:
    text = "بيان عسكري صادر عن كتائب القسام\nاستهدفنا ظهر اليوم دبابة قرب القرية بقذيفة وقتلنا جنديين"
    found = find(finders, text)
    draft = Draft(found, [i for i, t in enumerate(found.triggers) if t.first > 5], None)
    assert {choice.source for choice in source_choices(draft)} == {"hamas"}


def test_a_statement_that_is_only_cited_heads_nothing(finders: Finders) -> None:
    assert find(finders, "جاء في بيان صادر عن كتائب القسام أن دبابة دمرت\nقتل جنديان").heading is None


def test_who_holds_sanaa_speaks_for_its_forces_in_reports_with_his_words(finders: Finders) -> None:
    text = "شن طيران العدوان السعودي غارتين. وأعلنت القوات المسلحة اليمنية استهداف سفينة"
    assert [a.source for a in find(finders, text).sources] == ["houthis"]
    text = "شن طيران التحالف غارتين. وأعلنت القوات المسلحة اليمنية استهداف قارب"
    assert [a.source for a in find(finders, text).sources] == ["yemen_gov"]


def test_who_holds_sanaa_means_his_own_by_the_armed_forces(finders: Finders) -> None:
    told = "استهدفت القوات المسلحة اليمنية سفينة، وقصف الجيش اليمني قرية في مأرب"
    parties = ["yemen_gov", "yemen_gov"]
    assert [p.party for p in find(finders, told).parties] == parties
    quoted = find(finders, f"{told}، بحسب العميد يحيى سريع").parties
    assert [p.party for p in quoted][:2] == ["houthis", "yemen_gov"]
    behind = find(finders, "أعلن العميد يحيى سريع أن الجيش اليمني استهدف سفينة")
    assert [p.party for p in behind.parties] == ["houthis"]
    own = find(finders, f"شن طيران العدوان السعودي غارتين. {told}").parties
    assert [p.party for p in own][-2:] == ["houthis", "houthis"]


def test_who_strikes_carriers_from_yemen_holds_sanaa(finders: Finders) -> None:
    found = find(finders, "قالت القوات المسلحة اليمنية إنها استهدفت حاملة الطائرات الأمريكية في البحر الأحمر")
    assert "houthis" in {p.party for p in found.parties}
    found = find(finders, "قالت القوات المسلحة اليمنية إنها استعادت موقعا من الحوثيين في نهم")
    assert "yemen_gov" in {p.party for p in found.parties}


def test_who_praises_an_army_as_its_own_speaks_for_its_state(finders: Finders) -> None:
    assert find(finders, "دكت وحدة من جيشنا الباسل وكرا للإرهابيين في داريا").outlet_party == "syria_assad"
    assert find(finders, "قال أحد السكان إن «جيشنا الباسل» دخل داريا").outlet_party is None


def test_a_post_is_all_of_who_stands_before_its_colon(finders: Finders) -> None:
    text = "وزارة الصحة بغزة: وصل المستشفى شهيدان. قتل ثالث في غارة على القرية"
    found = find(finders, text)
    draft = Draft(found, [i for i, t in enumerate(found.triggers) if t.first > 5], None)
    assert {choice.source for choice in source_choices(draft)} == {"gaza_health"}


def test_zeal_names_the_party_whose_men_it_praises(finders: Finders) -> None:
    text = "بسم الله الرحمن الرحيم\nاستهدف مجاهدو كتائب القسام آلية قرب القرية. وما النصر إلا من عند الله"
    assert find(finders, text).outlet_party == "hamas"


@pytest.mark.parametrize(
    ("outlet", "party"),
    [
        ("الصفحة الرسمية للمتحدث العسكري", "egypt"),
        ("المتحدث العسكري الإسرائيلي", "israel"),
        ("الإذاعة", None),
    ],
)
def test_a_spokesmans_page_is_his_states(finders: Finders, outlet: str, party: str | None) -> None:
    assert find(finders, "مقتل سبعة مسلحين جنوب العريش في شمال سيناء بمصر", outlet).outlet_party == party


@pytest.mark.parametrize(
    "heading",
    [
        "وزارة الصحة بغزة – التقرير الإحصائي اليومي\n",
        "وزارة الصحة بغزة\nبيان رقم (3)\n",
        "بيان من وزارة الصحة بغزة\n",
    ],
)
def test_who_issues_a_paper_heads_it(finders: Finders, heading: str) -> None:
    heading_of = find(finders, f"{heading}وصل المستشفى شهيدان في غارة على السوق").heading
    assert heading_of is not None
    assert heading_of.source == "gaza_health"


def test_a_news_line_beside_a_paper_heads_nothing(finders: Finders) -> None:
    text = "الجيش الإسرائيلي يقصف القرية\nقتل راعيان. وصدر تقرير عن الأضرار"
    assert find(finders, text).heading is None


@pytest.mark.parametrize(
    ("outlet", "party"),
    [
        ("خلية الإعلام الأمني", "iraq"),
        ("عملية بركان الغضب", "gna"),
        ("المتحدث باسم جيش الدفاع الإسرائيلي", "israel"),
        ("مصر العربية", None),
    ],
    ids=["a cell of the army's", "an operation", "a spokesman's page", "a newspaper"],
)
def test_an_organ_of_a_state_speaks_for_it(finders: Finders, outlet: str, party: str | None) -> None:
    assert find(finders, "قتل جندي في كمين قرب بلدة بنت جبيل", outlet).outlet_party == party
