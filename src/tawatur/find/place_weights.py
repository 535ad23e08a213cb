"""Weigh one entry of the gazetteer against what a report says of a name.

Weights add up; each that counts leaves its reason in plain words. They were set on
evals/places/cases.tsv so that what the text says outright (a province, a kind) outweighs what
is only likely (the company of other places, a country), and that outweighs size.
"""

from __future__ import annotations

import math
from functools import lru_cache

import msgspec

from tawatur.find.place_mentions import PlaceMention
from tawatur.gazetteer.countries import capital_names, load_countries
from tawatur.gazetteer.distance import BEARINGS, bearing, km_between, turn
from tawatur.gazetteer.entry import Entry
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.shipped import province_names
from tawatur.gazetteer.spell import tokens_of

_SETTLED = frozenset({"city", "town", "village", "neighbourhood", "camp"})
_DIVISIONS = frozenset({"province", "district"})
_BOUNDLESS = frozenset({"country", "region", "water", "road"})  # too wide to tell by distance
_WITHIN = frozenset({"province"})
_UNBOUND = frozenset({"country", "region", "water", "road"})  # wider than what may be said to hold them
_PARENT, _NOT_PARENT = 4.0, -3.0
_NATION = 3.0
_KIND, _NOT_KIND = 2.0, -2.0
_COUNTRY = 3.0
_BESIDE, _IN_REPORT = 2.5, 1.2  # of a place named in the same sentence, elsewhere in the report
_BESIDE_KM, _IN_REPORT_KM = 30.0, 60.0  # over which that company fades
_NEARER = 2.0  # of two that fit, the one nearer to the place named with it
_BORDER = 0.7  # of a province's reach, within which a place of the next province may be meant
_AROUND = 22.0  # km beyond a place's own land that "in" and "of" it still reach
_HAND_WEIGHED = 1.8  # in the supplement because reports name it
_EXACT = 1.0
_OTHER_ARTICLE = -1.5  # الروسية for روسيا
_COUNTRYS_OWN = 4.0  # no village called so is meant where no word says a village
_CAPITAL = 1.5
_RARELY = -2.5  # a village called القاهرة, where no word says that a village is meant
_COUNTRYSIDE_KM = 50.0  # how far the countryside of a town reaches that no province is named for
_ASIDE = 75.0  # degrees off a direction that the words still allow


class Setting(msgspec.Struct):
    """What a whole report lends to each of its names."""

    countries: dict[str, float] = {}
    anchors: list[tuple[frozenset[int], Entry]] = []  # settled places, and the sentences they stand in


class Weighed(msgspec.Struct):
    entry: Entry
    score: float
    reasons: list[str]
    contradicts: bool = False  # it lies elsewhere than the text says


def rank(
    mention: PlaceMention,
    sentence: int,
    entries: list[Entry],
    parents: list[tuple[PlaceMention, Entry | None]],
    setting: Setting,
) -> list[Weighed]:
    """The entries as the meaning of the mention, the likeliest first."""
    made = [_weigh(mention, entry, parents, setting) for entry in entries]
    if len(made) > 1 and setting.anchors:
        # Neither what holds a place nor another place of its own name is company that tells where it is.
        apart = {entry.id for entry in entries}.union(h.id for _, h in parents if h is not None)
        best = max(one.score for one in made)
        for one in made:
            if (
                one.score > best - _BESIDE and one.entry.point is not None
            ):  # company can still lift it to the top
                _weigh_company(sentence, one.entry, setting, apart, one)
    made.sort(key=lambda w: (-w.score, w.entry.id))
    return made


def _weigh(
    mention: PlaceMention, entry: Entry, parents: list[tuple[PlaceMention, Entry | None]], setting: Setting
) -> Weighed:
    """One entry's weight, and the reasons, without the company of other places."""
    made = Weighed(entry, 0.0, [])
    _weigh_own(mention, entry, made)
    _weigh_country(mention, entry, setting, made)
    nearest = True
    for parent, holder in parents:
        if holder is not None and not _is_misread(holder, entry, setting):
            _weigh_parent(parent, holder, entry, made, nearest=nearest)
            nearest = False
    return made


def _weigh_own(mention: PlaceMention, entry: Entry, made: Weighed) -> None:
    """Its kind, its size, its spelling."""
    kind, wanted = KINDS[entry.kind], mention.kind
    size = math.log10(entry.population + 1)
    made.score += 0.35 * kind.prior + 0.25 * size + 0.5 * max(0.0, size - 5)
    if entry.id.startswith("tawatur:"):
        made.score += _HAND_WEIGHED
    if (entry.country, entry.name_ar) in capital_names() and entry.kind == "city":
        made.score += _CAPITAL
    forms = _exact_forms(entry)
    if mention.form in forms:
        made.score += _EXACT
        if entry.kind == "country" and wanted in {None, "country"}:
            made.score += _COUNTRYS_OWN
    elif mention.form.startswith("ال") not in {form.startswith("ال") for form in forms}:
        made.score += _OTHER_ARTICLE
    if entry.said == "rarely" and mention.kind is None and not mention.parents:
        made.score += _RARELY
    if wanted is None:
        if mention.relation is None and entry.kind in _DIVISIONS:
            made.score -= 0.5  # الرقة by itself is the town
        return
    if wanted == entry.kind or (wanted in _SETTLED and entry.kind in _SETTLED):
        same = wanted == entry.kind
        made.score += _KIND if same else _KIND * 0.6
        made.reasons.append(f"a {entry.kind}, as the word before it says" if same else f"a {entry.kind}")
    elif wanted == "area":
        made.score += 0.4
    elif wanted in _DIVISIONS or entry.kind in _DIVISIONS:
        made.score += 2 * _NOT_KIND if wanted == "province" else _NOT_KIND * 0.5
    else:
        made.score += _NOT_KIND


def _weigh_country(mention: PlaceMention, entry: Entry, setting: Setting, made: Weighed) -> None:
    share = setting.countries.get(entry.country, 0.0)
    if share:
        made.score += _COUNTRY * share
        name = load_countries()[entry.country].name_en if entry.country in load_countries() else entry.country
        made.reasons.append(f"in {name}, which the report speaks of")
    if mention.country == entry.country:
        made.score += _NATION
        made.reasons.append("of the nationality beside it")


def _weigh_parent(parent: PlaceMention, holder: Entry, entry: Entry, made: Weighed, *, nearest: bool) -> None:
    """The larger place that the text says it lies in, or beside; only the `nearest` in the text tells how near."""
    name = holder.name_en or holder.name_ar
    if entry.kind in _UNBOUND or (holder.id == entry.id and entry.kind != "city"):
        return
    if holder.country != entry.country:
        made.score += _NOT_PARENT
        made.contradicts = True
        return
    if holder.kind in _BOUNDLESS:
        made.score += _PARENT * 0.75
        return
    same = bool(holder.admin1) and holder.admin1 == entry.admin1
    beside = parent.relation != "countryside" and bool(parent.direction or parent.relation)
    away = km_between(holder.point, entry.point) if holder.point and entry.point else None
    if beside or (holder.kind not in _WITHIN and not is_side(holder) and parent.relation != "countryside"):
        if away is not None:
            _weigh_distance(holder, entry, away, made, same=same, beside=beside, nearest=nearest)
    elif (
        parent.relation == "countryside" and away is not None and away > _COUNTRYSIDE_KM and is_lesser(holder)
    ):
        _add_parent(made, "", holds=False)  # ريف عين عيسى is a district, ريف دير الزور a province
    else:
        if not same and away is not None and away <= _BORDER * KINDS[holder.kind].radius_km:
            made.score -= 0.5  # tables differ on which side of a border it is
        else:
            _add_parent(made, f"in {name}, as the text says", holds=same)
        is_near = is_side(holder) or holder.kind not in _DIVISIONS
        if same and nearest and is_near and away is not None:
            made.score += _NEARER * math.exp(-away / 40)
    if parent.direction in BEARINGS and holder.point and entry.point and away is not None and away > 3:
        off = turn(bearing(holder.point, entry.point), BEARINGS[parent.direction])
        made.score += 1.5 if off <= _ASIDE else -1.5
        if off <= _ASIDE:
            made.reasons.append(f"{parent.direction} of {name}")


def _is_misread(holder: Entry, entry: Entry, setting: Setting) -> bool:
    """Whether it is rather the larger place that was taken for one in the wrong country."""
    if holder.country == entry.country:
        return False
    return setting.countries.get(holder.country, 0.0) < setting.countries.get(entry.country, 0.0)


def _weigh_distance(
    holder: Entry, entry: Entry, away: float, made: Weighed, *, same: bool, beside: bool, nearest: bool
) -> None:
    """How far it lies from the place that it is said to be in or beside."""
    name = holder.name_en or holder.name_ar
    reach = min(KINDS[holder.kind].radius_km, 60) + KINDS[entry.kind].radius_km + _AROUND
    if beside:
        reach *= 3
        if nearest:
            made.score += _NEARER * math.exp(-away / 40)
    if away <= reach:
        _add_parent(made, f"{away:.0f} km from {name}, as the text says", holds=True)
    elif same:  # a city's name may stand for its province
        made.score += 1
        made.reasons.append(f"in the province of {name}")
    else:
        _add_parent(made, "", holds=False)


def is_side(entry: Entry) -> bool:
    """Whether the entry is one side of a province: ريف دير الزور الشرقي."""
    return entry.kind == "area" and entry.name_ar.startswith("ريف ")


def is_lesser(entry: Entry) -> bool:
    """Whether it is a town that no first-level division is named for."""
    names = province_names()
    return entry.kind in _SETTLED and not any((entry.country, form) in names for form in entry.spellings)


def _add_parent(made: Weighed, reason: str, *, holds: bool) -> None:
    made.score += _PARENT if holds else _NOT_PARENT
    if holds:
        made.reasons.append(reason)
    else:
        made.contradicts = True


def _weigh_company(sentence: int, entry: Entry, setting: Setting, apart: set[str], made: Weighed) -> None:
    """The nearest of the places named beside it, and in the rest of the report."""
    best, why = 0.0, ""
    lat, lon = entry.point or (0.0, 0.0)
    for sentences, anchor in setting.anchors:
        if anchor.id in apart or anchor.country != entry.country or anchor.lat is None or anchor.lon is None:
            continue
        # Flat distance is good enough here, and it is asked for some hundred times a report.
        away = 111.2 * math.hypot(lat - anchor.lat, (lon - anchor.lon) * 0.83)
        beside = sentence in sentences
        weight = (
            _BESIDE * math.exp(-away / _BESIDE_KM) if beside else _IN_REPORT * math.exp(-away / _IN_REPORT_KM)
        )
        if weight > best:
            best = weight
            why = f"{away:.0f} km from {anchor.name_en or anchor.name_ar}" + (
                ", named beside it" if beside else ""
            )
    if best > 0.1:
        made.score += best
        made.reasons.append(why)


@lru_cache(maxsize=20_000)
def _exact_forms(entry: Entry) -> frozenset[str]:
    """The folded spellings of an entry, run together, as `PlaceMention.form`."""
    return frozenset("".join(tokens_of(form)) for form in entry.spellings)
