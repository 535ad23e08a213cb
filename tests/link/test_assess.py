"""What an incident's claims come to: against the invented examples, and case by case."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tawatur.lexicon.publishers import Publishers
from tawatur.link.accounts import count_groups
from tawatur.link.assess import assess
from tawatur.link.grade import load_grade_rules
from tawatur.link.sides import Sides, load_rules
from tawatur.link.testimony import Testimony as Account  # pytest would take the name for a test
from tawatur.records import (
    Claim,
    ClaimType,
    Copied,
    DayRange,
    Document,
    Effect,
    EffectKind,
    Place,
    Precision,
    Publisher,
    Relation,
    Said,
    Span,
    Stance,
)
from tawatur.records.publisher import Camp
from testimonies import build_sides, load_incidents, load_testimonies

INCIDENTS, TOLD = load_incidents(), load_testimonies()
WORDS = Span(0, 1)
SIDES = Sides(
    Publishers(
        [
            Publisher(id="state", name_en="State", name_ar="وكالة الدولة", kind="agency", camps=(Camp(party="syria_assad"),)),
            Publisher(id="rebel", name_en="Rebel", name_ar="صوت الثوار", camps=(Camp(party="fsa"),)),
            Publisher(id="organ", name_en="Organ", name_ar="المنبر", camps=(Camp(party="houthis"),), speaks=True),
            Publisher(id="watch", name_en="Watch", name_ar="مرصد الحياد", kind="monitor"),
        ]
    )
)  # fmt: skip


def effect(kind, who, low=None, high=..., of=None):
    return Effect(
        kind=EffectKind(kind), who=who, of=of, low=low, high=low if high is ... else high, span=WORDS
    )


def told(
    outlet, *effects, source=None, kind="shelling", by=(), to=(), day="2018-10-12", on=None, denied=False, words="", place=None,
):  # fmt: skip
    key = f"{outlet}-{source}-{day}-{kind}-{len(effects)}-{denied}"
    claim = Claim(
        id=key,
        document=outlet,
        type=Said(ClaimType(kind), WORDS),
        stance=Stance.DENIED if denied else Stance.ASSERTED,
        quote=WORDS,
        actors=tuple(Said(value, WORDS) for value in by),
        targets=tuple(Said(value, WORDS) for value in to),
        place=Said(place, WORDS) if place else None,
        date=Said(DayRange(*[dt.date.fromisoformat(on or day)] * 2), WORDS),
        effects=effects,
        source=Said(source, WORDS) if source else None,
    )
    document = Document(
        id=outlet,
        sha256="",
        media="text/plain",
        name=outlet,
        outlet=outlet,
        published=dt.date.fromisoformat(day),
    )
    return Account.of(claim, document, words)


def draw_up(*testimonies, copies=()):
    return assess(testimonies, SIDES, copies)


def fields(*testimonies):
    return {(c.field, c.reason) for c in draw_up(*testimonies).contradictions}


def grade(*testimonies):
    return draw_up(*testimonies).grade.grade


@pytest.mark.parametrize("slug", INCIDENTS)
def test_the_invented_incidents_have_the_grade_and_the_disputes_that_people_read_off_them(slug):
    drawn = assess(TOLD[slug], build_sides())
    assert drawn.grade.grade == INCIDENTS[slug]["grade"]
    assert sorted(drawn.disputed) == sorted(INCIDENTS[slug]["disputed"])


@pytest.mark.parametrize("slug", INCIDENTS)
def test_nothing_depends_on_the_order_of_claims(slug):
    assert assess(TOLD[slug][::-1], build_sides()) == assess(TOLD[slug], build_sides())


@pytest.mark.parametrize("slug", INCIDENTS)
def test_every_claim_has_a_voice_and_every_side_and_count_leads_back_to_claims(slug):
    drawn = assess(TOLD[slug], build_sides())
    claims = {t.claim.id for t in TOLD[slug]}
    spoken = [key for voice in drawn.voices for key in (*voice.asserts, *voice.denies)]
    assert sorted(spoken) == sorted(claims)
    voices = {voice.id for voice in drawn.voices}
    for contradiction in drawn.contradictions:
        assert len(contradiction.sides) >= 2
        for side in contradiction.sides:
            assert side.claims
            assert {*side.claims} <= claims
            assert {*side.voices} <= voices
    for figure in drawn.figures:
        assert {(count.claim in claims, count.voice in voices) for count in figure.counts} == {(True, True)}
        lows = [count.low for count in figure.counts if count.low is not None]
        assert figure.low is None or figure.low in lows


# Voices


def test_outlets_that_credit_one_source_are_one_voice():
    drawn = draw_up(told("وكالة الدولة", source="isis"), told("صوت الثوار", source="isis"))
    (voice,) = drawn.voices
    assert (voice.id, voice.through, drawn.independent) == ("isis", ("صوت الثوار", "وكالة الدولة"), 1)


def test_a_copy_speaks_with_the_voice_of_what_it_copies_to_the_far_end_of_the_chain():
    one, other, third = told("د"), told("ب", day="2018-10-13"), told("ج", day="2018-10-14")
    chain = [Copied(claim=other.claim.id, of=one.claim.id, why="same words"), Copied(claim=third.claim.id, of=other.claim.id, why="same words")]  # fmt: skip
    assert [v.id for v in draw_up(one, other, third).voices] == ["outlet:ب", "outlet:ج", "outlet:د"]
    (voice,) = draw_up(one, other, third, copies=chain).voices
    assert (voice.id, set(voice.copies)) == ("outlet:د", {other.claim.id, third.claim.id})


def test_words_taken_over_that_credit_somebody_else_are_that_ones():
    one, other = told("د", source="sdf"), told("ب", source="isis")
    copy = [Copied(claim=other.claim.id, of=one.claim.id, why="mostly the same words")]
    assert [voice.id for voice in draw_up(one, other, copies=copy).voices] == ["isis", "sdf"]


def test_an_outlet_that_is_credited_is_the_voice_of_that_outlet():
    drawn = draw_up(
        told("مرصد الحياد"), told("أ", source="other:مرصد الحياد"), told("ب", source="media:مرصد الحياد")
    )
    assert [(voice.id, voice.relation) for voice in drawn.voices] == [("outlet:watch", Relation.MONITOR)]


def test_reports_of_outlets_that_nobody_knows_are_voices_of_their_own_named_by_their_files():
    def unnamed(name):
        testimony = told(name)
        document = replace(testimony.document, outlet=None, name=f"Examples/reports/{name}.txt")
        return Account.of(testimony.claim, document, "")

    drawn = draw_up(unnamed("one"), unnamed("other"))
    assert [(v.name, v.relation, v.through) for v in drawn.voices] == [
        ("report:one.txt", Relation.OUTLET, ("one.txt",)),
        ("report:other.txt", Relation.OUTLET, ("other.txt",)),
    ]


def test_witnesses_are_told_apart_by_who_heard_them_and_stand_in_its_camp():
    drawn = draw_up(told("وكالة الدولة", source="witnesses"), told("صوت الثوار", source="witnesses"))
    assert {(voice.id, voice.bloc) for voice in drawn.voices} == {
        ("witnesses@state", "assad"),
        ("witnesses@rebel", "fsa"),
    }


@pytest.mark.parametrize(
    ("testimony", "relation"),
    [
        (told("أ", source="isis", by=["isis"]), Relation.OWN),
        (told("أ", effect("killed", "sdf", 2), source="sdf", by=["isis"]), Relation.OWN),
        (told("أ", source="turkey", by=["isis"], to=["sdf"]), Relation.PARTY),
        (told("أ", source="sohr"), Relation.MONITOR),
        (told("أ", source="white_helmets"), Relation.BODY),
        (told("أ", source="un"), Relation.BODY),
        (told("أ", source="gaza_health"), Relation.MEDICS),
        (told("أ", source="medics"), Relation.MEDICS),
        (told("أ", source="local_sources"), Relation.RESIDENTS),
        (told("أ", source="other:نقابة أطباء المدينة"), Relation.MEDICS),
        (told("أ", source="other:شبكة لرصد الانتهاكات"), Relation.MONITOR),
        (told("أ", source="other:لجان الأحياء"), Relation.NAMED),
        (told("أ", source="media:وكالة بعيدة"), Relation.MEDIA),
        (told("وكالة الدولة"), Relation.AGENCY),
        (told("صوت الثوار"), Relation.OUTLET),
        (told("المنبر", by=["houthis"]), Relation.OWN),
    ],
)
def test_a_voice_stands_in_a_relation_to_what_it_tells(testimony, relation):
    assert draw_up(testimony).voices[0].relation is relation


def test_a_party_about_its_enemy_is_told_from_a_party_about_itself():
    saf = told("أ", source="saf", by=["rsf"], to=["civilians"])
    rsf = told("ب", source="rsf", by=["saf"], to=["civilians"], kind="airstrike")
    assert {voice.relation for voice in draw_up(saf, rsf).voices} == {Relation.ENEMY}


def test_a_party_that_denies_a_strike_without_naming_another_speaks_of_itself():
    told_by_them = told("أ", source="houthis", by=["saudi_coalition"], to=["civilians"], kind="airstrike")
    denial = told("ب", source="saudi_coalition", to=["civilians"], kind="airstrike", denied=True)
    relations = {voice.id: voice.relation for voice in draw_up(told_by_them, denial).voices}
    assert relations["saudi_coalition"] is Relation.OWN


# Contradictions


DEAD = "killed"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((effect(DEAD, "civilians", 9),), (effect(DEAD, "civilians", 13),), {("killed", "counts")}),
        ((effect(DEAD, "civilians", 9),), (effect(DEAD, "civilians", 7, None),), set()),
        ((effect(DEAD, "civilians", 9),), (effect(DEAD, "civilians", 10, None),), {("killed", "counts")}),
        ((effect(DEAD, "civilians", 9),), (effect(DEAD, "civilians", None, 40),), set()),
        ((effect(DEAD, "civilians", 9),), (effect(DEAD, "civilians"),), set()),
        # a part is none with its whole
        ((effect(DEAD, "civilians", 9),), (effect(DEAD, "civilians", 3, of="children"),), set()),
        ((effect(DEAD, "civilians", 2),), (effect(DEAD, "civilians", 3, of="children"),), {("killed", "counts")}),
        # one status that is not stated
        ((effect(DEAD, "unknown", 9),), (effect(DEAD, "civilians", 9),), set()),
        ((effect(DEAD, "unknown", 9),), (effect(DEAD, "civilians", 5), effect(DEAD, "sdf", 4)), set()),
        ((effect(DEAD, "unknown", 5),), (effect(DEAD, "civilians", 5), effect(DEAD, "sdf", 4)), set()),
        ((effect(DEAD, "unknown", 12),), (effect(DEAD, "civilians", 5), effect(DEAD, "sdf", 4)), {("killed", "counts")}),
        # whose people
        ((effect(DEAD, "civilians", 9),), (effect(DEAD, "hts", 14),), {("killed", "civilians_or_fighters"), ("targets", "targets")}),
        ((effect(DEAD, "isis", 20),), (effect(DEAD, "sdf", 10),), set()),
        # an umbrella and a part of it
        ((effect(DEAD, "sdf", 2),), (effect(DEAD, "ypg", 4),), {("killed", "counts")}),
        # both together
        ((effect(DEAD, "sdf", 20, None), effect("wounded", "sdf", 20, None)), (effect(DEAD, "sdf", 4),), set()),
        ((effect(DEAD, "civilians", 3),), (effect("wounded", "civilians", 9),), set()),
    ],
)  # fmt: skip
def test_counts_contradict_each_other_where_they_cannot_both_be_right(left, right, expected):
    assert fields(told("أ", *left), told("ب", *right)) == expected
    assert fields(told("أ", *right), told("ب", *left)) == expected


def test_an_officer_and_four_soldiers_are_five_and_fourteen_with_two_commanders_are_fourteen():
    beside = (effect(DEAD, "egypt", 1, of="commanders"), effect(DEAD, "egypt", 4))
    within = (effect(DEAD, "egypt", 14), effect(DEAD, "egypt", 2, of="commanders"))
    assert count_groups(told("أ", *beside), EffectKind.KILLED)["egypt"].range == (5, 5)
    assert count_groups(told("أ", *within, words="14 بينهم قياديان"), EffectKind.KILLED)["egypt"].range == (
        14,
        14,
    )


def test_a_toll_that_rises_is_an_update_and_two_that_stand_side_by_side_are_none():
    first, later = effect(DEAD, "civilians", 4), effect(DEAD, "civilians", 5)
    assert fields(told("أ", first), told("ب", later, day="2018-10-13", on="2018-10-12")) == {
        ("killed", "counts")
    }
    assert (
        fields(
            told("أ", first), told("ب", later, day="2018-10-13", on="2018-10-12", words="ارتفعت الحصيلة إلى")
        )
        == set()
    )
    assert fields(
        told("أ", first, day="2018-10-14", on="2018-10-12"), told("ب", later, words="ارتفعت الحصيلة إلى")
    ) == {("killed", "counts")}


def test_a_voice_does_not_contradict_itself_and_its_earlier_figure_is_kept():
    drawn = draw_up(
        told("أ", effect(DEAD, "civilians", 4)), told("أ", effect(DEAD, "civilians", 9), day="2018-10-14")
    )
    assert not drawn.contradictions
    (figure,) = drawn.figures
    assert [(count.low, count.earlier) for count in figure.counts] == [(4, True), (9, False)]
    assert (figure.low, figure.high, figure.best) == (9, 9, 9)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"by": ["russia"]}, {"by": ["syria_assad"]}, {("actors", "actors")}),
        ({"by": ["usa"]}, {"by": ["coalition"]}, set()),
        ({"by": ["russia"]}, {"by": ["russia", "syria_assad"]}, set()),
        ({"by": ["russia"]}, {"by": ["unknown"]}, set()),
        ({"by": ["russia"]}, {"by": []}, set()),
        ({"by": ["isis"], "to": ["sdf"], "kind": "armed_clash"}, {"by": ["sdf"], "to": ["isis"], "kind": "armed_clash"}, set()),
        ({"by": ["isis"]}, {"by": ["isis"], "denied": True}, {("happened", "denied")}),
        ({"kind": "airstrike"}, {"words": "قصف مدفعي"}, {("type", "type")}),
        ({"kind": "airstrike"}, {"words": "قصف"}, set()),
        ({"kind": "airstrike"}, {"kind": "drone_strike"}, set()),
        ({"kind": "airstrike"}, {"kind": "killing"}, set()),
        ({"on": "2018-10-11"}, {"on": "2018-10-12"}, {("day", "day")}),
    ],
)  # fmt: skip
def test_accounts_contradict_each_other_field_by_field(left, right, expected):
    assert fields(told("أ", **left), told("ب", **right)) == expected


def test_kinds_that_agree_stand_on_one_side():
    drawn = draw_up(told("أ", kind="airstrike"), told("ب", kind="drone_strike"), told("ج", words="قصف مدفعي"))
    (contradiction,) = drawn.contradictions
    assert [side.says for side in contradiction.sides] == [("airstrike", "drone_strike"), ("shelling",)]


def spot(name, lat, precision=Precision.VILLAGE, relation=None):
    return Place(name=name, lat=lat, lon=40.0, precision=precision, relation=relation)


@pytest.mark.parametrize(
    ("left", "right", "is_disputed"),
    [
        (spot("هجين", 34.69), spot("الشعفة", 34.60), True),
        (spot("هجين", 34.69), spot("هجين", 34.60), False),
        (spot("هجين", 34.69), spot("الشعفة", 34.60, relation="near"), False),
        (spot("هجين", 34.69), spot("دير الزور", 35.3, Precision.PROVINCE), False),
        (spot("هجين", 34.69, Precision.TOWN), spot("حي المطار", 34.60, Precision.NEIGHBOURHOOD), False),
    ],
)
def test_places_contradict_each_other_where_both_are_exact_and_apart(left, right, is_disputed):
    assert (("place", "place") in fields(told("أ", place=left), told("ب", place=right))) is is_disputed


# Grades


def test_one_voice_is_weak_and_two_of_one_bloc_are_one():
    assert grade(told("وكالة الدولة")) == "weak"
    assert grade(told("وكالة الدولة"), told("صوت الثوار")) == "fair"
    assert grade(told("وكالة الدولة"), told("وكالة الدولة", source="russia")) == "weak"


def test_several_voices_without_arms_are_weak():
    assert grade(told("أ", kind="killing"), told("ب", kind="killing")) == "weak"
    assert grade(told("أ", kind="killing", by=["unknown"]), told("ب", kind="killing")) == "fair"


def test_a_party_that_admits_its_losses_confirms_and_one_that_boasts_needs_another_voice():
    boast = told("أ", effect("killed", "pmf", 5), source="isis", by=["isis"])
    assert grade(told("أ", effect("killed", "sdf", 2), source="sdf")) == "confirmed"
    assert grade(boast) == "weak"
    assert grade(boast, told("ب")) == "confirmed"


def test_a_loss_told_where_both_sides_are_said_to_have_acted_is_no_admission():
    fight = told("أ", effect("killed", "isis", 5), source="isis", by=["isis", "egypt"], kind="suicide_attack")
    alone = told("أ", effect("killed", "isis", 5), source="isis", by=["egypt"], kind="airstrike")
    assert grade(fight) == "weak"
    assert grade(alone) == "confirmed"


def test_a_party_that_admits_harm_to_civilians_confirms():
    assert grade(told("أ", effect("killed", "civilians", 5), source="usa", by=["usa"])) == "confirmed"
    assert (
        grade(told("أ", effect("released", "civilians", 5), source="usa", by=["usa"], kind="release"))
        == "weak"
    )


def test_a_denial_and_another_name_contest():
    assert grade(told("أ", by=["russia"]), told("ب", source="russia", denied=True)) == "contested"
    assert grade(told("أ", by=["russia"]), told("ب", by=["syria_assad"])) == "contested"
    owned = told("ج", source="russia", by=["russia"])
    assert grade(told("أ", by=["russia"]), told("ب", by=["syria_assad"]), owned) == "confirmed"


def test_an_assertion_that_is_taken_back_is_discounted():
    said, unsaid = told("أ"), told("أ", day="2018-10-15", denied=True)
    drawn = draw_up(said, unsaid)
    assert (drawn.grade.grade, drawn.grade.rule, drawn.voices[0].withdrawn) == (
        "discounted",
        "withdrawn",
        True,
    )
    assert grade(said, unsaid, told("ب")) == "weak"


def test_civilians_whom_a_party_mourns_as_its_fighters_are_discounted():
    civil = told("أ", effect(DEAD, "civilians", 2), kind="airstrike", by=["israel"])
    mourned = told("ب", effect(DEAD, "hezbollah", 2), source="hezbollah", kind="airstrike", day="2018-10-13")
    assert grade(civil, mourned) == "discounted"
    one = told("ب", effect(DEAD, "hezbollah", 1), source="hezbollah", kind="airstrike", day="2018-10-13")
    assert grade(civil, one) == "confirmed"
    wounded = told("ج", effect("wounded", "civilians", 4), kind="airstrike", by=["israel"])
    assert grade(civil, mourned, wounded) == "confirmed"


def test_talks_without_harm_are_not_graded():
    assert grade(told("أ", kind="negotiation")) is None


def test_every_rule_for_grades_can_be_reached():
    graded = {draw_up(*testimonies).grade.rule for testimonies in REACHING}
    graded |= {assess(testimonies, build_sides()).grade.rule for testimonies in TOLD.values()}
    assert graded == {rule.id for rule in load_grade_rules()}


REACHING = [
    (told("أ"), told("أ", day="2018-10-15", denied=True)),
    (told("أ", effect(DEAD, "civilians", 2)), told("ب", effect(DEAD, "hezbollah", 2), source="hezbollah")),
    (told("أ", by=["russia"]), told("ب", by=["syria_assad"])),
    (told("أ", effect(DEAD, "civilians", 5), source="usa", by=["usa"]),),
    (told("أ", kind="killing"), told("ب", kind="killing")),
]


# Figures


def test_a_partys_word_on_its_enemys_losses_is_no_independent_count():
    drawn = draw_up(
        told("أ", effect(DEAD, "egypt", 15), source="isis", by=["isis"], kind="suicide_attack"),
        told("ب", effect(DEAD, "egypt", 5), source="egypt", kind="suicide_attack"),
        told("ج", effect(DEAD, "egypt", 7), source="officials", kind="suicide_attack"),
    )
    (figure,) = drawn.figures
    assert (figure.low, figure.high, figure.independent) == (5, 15, (5, 7))
    assert (figure.best, figure.best_by) == (5, "egypt")


def test_civilians_are_counted_best_by_who_counts_people_for_a_living():
    drawn = draw_up(
        told("صوت الثوار", effect(DEAD, "civilians", 20)), told("مرصد الحياد", effect(DEAD, "civilians", 12))
    )
    (figure,) = drawn.figures
    assert (figure.best, figure.best_by) == (12, "outlet:watch")


def test_parts_are_held_against_their_sum_and_never_added_to_it():
    drawn = draw_up(
        told("أ", effect("released", "sna", 18), effect("released", "syria_assad", 15), kind="release"),
        told("ب", effect("released", "unknown", 33), kind="release"),
        told("ج", effect("released", "unknown", 15), kind="release"),
    )
    assert not drawn.contradictions
    whole = next(figure for figure in drawn.figures if figure.who is None)
    assert (whole.low, whole.high, whole.best) == (33, 33, 33)


def test_groups_that_exclude_each_other_are_not_added_up():
    drawn = draw_up(told("أ", effect(DEAD, "civilians", 9)), told("ب", effect(DEAD, "hts", 14)))
    whole = next(figure for figure in drawn.figures if figure.who is None)
    assert (whole.low, whole.high) == (9, 14)
    assert whole.best in (9, 14)


def test_groups_that_somebody_counts_side_by_side_add_up():
    drawn = draw_up(
        told("أ", effect(DEAD, "civilians", 3), effect(DEAD, "sdf", 4)),
        told("ب", effect(DEAD, "civilians", 3)),
    )
    whole = next(figure for figure in drawn.figures if figure.who is None)
    assert (whole.low, whole.high, whole.best) == (3, 7, 7)


def test_a_narrower_group_has_a_figure_of_its_own_and_stands_in_no_sum():
    drawn = draw_up(told("أ", effect(DEAD, "civilians", 9), effect(DEAD, "civilians", 3, of="children")))
    assert [(figure.who, figure.of, figure.best) for figure in drawn.figures] == [
        ("civilians", None, 9),
        ("civilians", "children", 3),
    ]


# Camps


def build_pair(one, other):
    return Sides(
        Publishers(
            [
                Publisher(id="one", name_en="One", name_ar="الأولى", camps=(Camp(party=one),)),
                Publisher(id="other", name_en="Other", name_ar="الثانية", camps=(Camp(party=other),)),
                Publisher(id="third", name_en="Third", name_ar="الثالثة", camps=(Camp(party="syria_assad"),)),
            ]
        )
    )


def test_exchanging_the_camps_of_two_publishers_changes_the_count_of_independent_voices_and_the_grade():
    testimonies = [
        told("الأولى", effect(DEAD, "civilians", 3)),
        told("الثالثة", effect(DEAD, "civilians", 5)),
    ]
    before = assess(testimonies, build_pair("fsa", "russia"))
    after = assess(testimonies, build_pair("russia", "fsa"))
    assert (before.independent, before.grade.grade) == (2, "fair")
    assert (after.independent, after.grade.grade) == (1, "weak")
    assert (before.contradictions, before.figures) == (after.contradictions, after.figures)


OUTLETS = ["rasif", "maysaloun", "ronak", "tayer", "ufuq", "marafi", "minbar", "barqa"]


@pytest.mark.parametrize("slug", INCIDENTS)
@pytest.mark.parametrize(("one", "other"), list(zip(OUTLETS, OUTLETS[1:] + OUTLETS[:1], strict=True)))
def test_exchanging_camps_changes_nothing_else(slug, one, other):
    camps = {publisher.id: publisher.camp_on(None) for publisher in build_sides().publishers.all}
    before = assess(TOLD[slug], build_sides())
    after = assess(TOLD[slug], build_sides(**{one: camps[other], other: camps[one]}))
    assert before.contradictions == after.contradictions
    assert before.figures == after.figures
    for early, late in zip(before.voices, after.voices, strict=True):
        assert (early.id, early.asserts, early.denies) == (late.id, late.asserts, late.denies)
    assert after.independent == len({voice.bloc or voice.id for voice in after.voices if voice.asserts})
    if before.grade.grade != after.grade.grade:
        assert {before.grade.rule, after.grade.rule} <= {"independent", "one_voice", "act_owned", "no_arms"}


# Data


def test_the_rules_name_what_there_is():
    sides = build_sides()
    for whole, parts in load_rules("umbrellas").items():
        assert all(map(sides.is_party, (whole, *parts)))
    for order in load_rules("figures")["best"].values():
        flat = [name for names in order for name in ([names] if isinstance(names, str) else names)]
        assert sorted(flat) == sorted(Relation)
    kinds = load_rules("kinds")
    for name in (*kinds["means"], *kinds["mutual"], *kinds["military"], *kinds["ungraded"]):
        ClaimType(name)


def test_the_worked_example_of_the_methodology_comes_out_as_it_says():
    testimonies, sides = TOLD["jalawla-night-attack"], build_sides()
    drawn = assess(testimonies, sides)
    assert (drawn.grade.rule, drawn.independent, drawn.disputed) == ("loss_admitted", 4, ("killed",))
    figures = {(figure.kind, figure.who): figure for figure in drawn.figures}
    soldiers, attackers = figures["killed", "iraq"], figures["killed", "isis"]
    assert (soldiers.low, soldiers.high, soldiers.independent) == (3, 9, (3, 5))
    assert (soldiers.best, soldiers.best_by) == (3, "iraq")
    assert (attackers.best, attackers.independent, figures["killed", None].best) == (4, None, 7)
    without = [t for t in testimonies if t.source != "iraq"]
    assert assess(without, sides).grade.rule == "act_owned"
    assert assess([t for t in without if t.source != "isis"], sides).grade.rule == "independent"
