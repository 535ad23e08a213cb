"""The memo of `tawatur why`: what an analyst reads of the invented incidents."""

import datetime as dt
import re

import pytest

from tawatur.errors import ExportError
from tawatur.export.memo import write_memo
from tawatur.export.ontology import load_grade_reasons, load_memo
from tawatur.export.told import Told
from tawatur.link.grade import load_grade_rules
from tawatur.records import Incident, Judgement
from testimonies import find_gold_words, load_incidents, quote_gold, tell_incident

ARABIC = re.compile("[\u0620-\u064a]")


def memo(slug, lang="en", *judgements):
    return "\n".join(write_memo(tell_incident(slug, *judgements), find_gold_words, lang))


def flat(text):
    return " ".join(text.split())


def test_a_memo_says_what_where_and_when_then_the_grade_and_why():
    lines = memo("jalawla-night-attack").splitlines()
    assert lines[:5] == [
        "Incident i1",
        "Armed clash in جلولاء on 21 November 2021.",
        "",
        "Grade: Confirmed: the party that was hit admits its losses.",
        "   Voices that make it so: the Iraqi government.",
    ]


def test_a_memo_sets_the_sides_of_a_dispute_against_each_other_with_their_words():
    text = flat(memo("shuhayl-shooting"))
    disputed = text[text.index("Disputed") : text.index("Who says what")]
    assert "Who did it" in disputed
    assert "the SDF: رصيف الشمال «وأطلق عناصر" in disputed
    assert "Denied: the Asayish «نفت قوى الأمن الداخلي" in disputed
    assert "Wounded: How many and whose" in disputed


def test_a_memo_gives_every_voice_its_figures_and_names_the_count_that_views_take():
    text = flat(memo("sheikh-zuweid-checkpoint"))
    assert "(independent voices: 5 to 7; best 5, by the Egyptian government)" in text
    assert "officials (heard by وكالة أفق) 7" in text
    earlier = flat(memo("binnish-market-strike"))
    assert "شبكة سجل لرصد الانتهاكات 13 (earlier at least 11)" in earlier


def test_a_copy_is_shown_once_with_where_else_it_stands():
    text = flat(memo("binnish-market-strike"))
    assert (
        text.count("«قُتل 11 مدنياً على الأقل، بينهم أربعة أطفال") == 2
    )  # who says it, and where it is disputed
    assert "The same words again:" in text


@pytest.mark.parametrize("slug", load_incidents())
def test_a_memo_holds_every_quote_and_every_claim_in_both_languages(slug):
    told = tell_incident(slug)
    for lang in ("en", "ar"):
        text = flat(memo(slug, lang))
        for claim in told.claims:
            assert f"«{flat(quote_gold(claim))}»" in text
        headings = [load_memo()["who"].said(lang)]
        headings += [load_memo()["disputed"].said(lang)] if told.drawn.contradictions else []
        assert all(heading in text for heading in headings)


def test_an_arabic_memo_speaks_arabic():
    for line in memo("jalawla-night-attack", "ar").splitlines():
        bare = re.sub(r"\[[\d ]+\]|[\d.]+", "", line.split("|")[0]).strip()
        assert not bare or ARABIC.search(bare), line


def test_a_reviewers_grade_stands_beside_the_rules():
    judged = Judgement(
        id="j1", about="i1", field="grade", value="fair", who="Layla", when=dt.datetime(2024, 5, 6, tzinfo=dt.UTC), why="read again"
    )  # fmt: skip
    told = tell_incident("riyad-ambush", judged)
    assert (told.grade, told.drawn.grade.grade) == ("fair", "weak")
    text = flat(memo("riyad-ambush", "en", judged))
    assert "Grade: Weak" in text
    assert "A reviewer graded it Fair (Layla, 2024-05-06): read again. The rule's grade is Weak." in text


def test_the_last_of_several_reviews_counts():
    first, last = (
        Judgement(
            id=f"j{n}",
            about="i1",
            field="grade",
            value=value,
            who="x",
            when=dt.datetime(2024, 5, n + 1, tzinfo=dt.UTC),
        )
        for n, value in enumerate(("fair", "confirmed"))
    )
    assert tell_incident("riyad-ambush", first, last).grade == "confirmed"


def test_an_incident_that_was_not_assessed_says_what_to_do():
    with pytest.raises(ExportError, match="tawatur run"):
        Told(Incident(id="i1", claims=()), (), {}).drawn  # noqa: B018


def test_every_rule_for_grades_says_why_in_both_languages():
    assert set(load_grade_reasons()) == {rule.id for rule in load_grade_rules()}
    for said in load_grade_reasons().values():
        assert ARABIC.search(said.ar)
        assert not ARABIC.search(said.en)


def test_every_phrase_of_the_memo_has_the_same_blanks_in_both_languages():
    for name, pair in load_memo().items():
        assert sorted(re.findall(r"{\w+}", pair.en)) == sorted(re.findall(r"{\w+}", pair.ar)), name
