"""Weigh whether a gazetteer's name is a place where it stands, by the words around it.

One sign carries a village's own name, two an ordinary word's, and none the name of a body.
"""

from __future__ import annotations

from tawatur.find.place_mentions import Approach, PlaceMention
from tawatur.find.place_names import Name, is_joined, is_open
from tawatur.find.place_scan import ENOUGH, STANDING, Scan
from tawatur.gazetteer.compile import ORDINARY, PLAIN

_DIRECTION, _RELATION, _INSIDE, _TOWARD, _HELD = 2.5, 2.0, 1.5, 1.0, 2.0
_LISTED, _LISTED_ORDINARY = 2.5, 1.5  # beside another place, by و or a comma
_HOME, _NAMED = 0.5, 2.0  # of a country that the report speaks of; named as a place elsewhere in it
_INEXACT, _BODY, _PERSON = -1.5, -5.0, -2.0
_QUOTED = frozenset('"“”«»(')
_TANWIN = "\u064b"  # of the accusative: names of places go without
_LIST_GAPS = frozenset({"،", ",", "/", "-", "–"})


def weigh_name(scan: Scan, name: Name, approach: Approach) -> None:
    """Add up the signs that a gazetteer's name is a place here."""
    assert name.key is not None
    many = name.last - name.first > 1
    standing = STANDING[name.strength] + (0.5 if many else 0.0)
    if not name.exact:
        standing += _INEXACT
    if approach.direction == "middle":
        standing += _INSIDE
    elif approach.direction:
        standing += _DIRECTION
    elif approach.relation:
        standing += _RELATION
    if approach.preposition:
        standing += _INSIDE if approach.preposition == "inside" else _TOWARD
    elif name.strength >= PLAIN and "#" in scan.words.gaps[name.first]:
        standing += _INSIDE  # posts put a hashtag to the names of places: #كفرنبل
    listed = _is_listed(scan, name)
    if listed:
        standing += _LISTED if name.strength >= PLAIN else _LISTED_ORDINARY
    if approach.is_body:
        standing += _BODY
    elif approach.is_person and not many:
        standing += _PERSON
    if standing < ENOUGH and scan.approaches.is_held(name.last):
        standing += _HELD
    if standing < ENOUGH - _HOME - _NAMED or (standing < ENOUGH and not name.exact):
        return
    if scan.shown(name.first) in scan.signs.not_places or _TANWIN in scan.shown(name.last - 1):
        return  # دوماً is "always"
    if _is_cut(scan, name) or _is_denied(scan, name, approach):
        scan.next = name.last
        return
    mention = scan.build(name, approach, None, None)
    mention.standing, mention.in_list = standing, listed
    if standing < ENOUGH or (name.strength <= ORDINARY and not _is_at_home(scan, mention)):
        scan.waiting.append(mention)
    else:
        scan.keep(mention)


def _is_cut(scan: Scan, name: Name) -> bool:
    """Whether the word before makes the name the end of a longer one, a nationality, or a ship's: `ود النعيم`, `جنديا روسيا`, `سفينة "النسيم"`."""
    at = name.first
    if at and scan.words.forms[at - 1] in scan.signs.vessels and _QUOTED & set(scan.words.gaps[at]):
        return True
    if name.reading.cut or not at or not is_joined(scan.words.gaps[at]) or at - 1 in scan.covered:
        return False
    before, signs = scan.words.forms[at - 1], scan.signs
    if before in signs.cut_by:
        return True
    return before in signs.counted and _is_country(scan, name)


def _is_country(scan: Scan, name: Name) -> bool:
    rows = name.key.rows if name.key is not None else []
    return any(scan.readings.gazetteer.entry(row).kind == "country" for row in rows)


def _is_denied(scan: Scan, name: Name, approach: Approach) -> bool:
    """Whether the word on either side makes the name no place: صور التقطت, عملية درع الفرات."""
    forms, gaps, last = scan.words.forms, scan.words.gaps, name.last
    whole = " ".join((name.reading.form, *forms[name.first + 1 : last]))
    after, before = scan.signs.denied_by.get(whole), scan.signs.denied_after.get(whole)
    if (
        after
        and last < len(forms)
        and is_joined(gaps[last])
        and {forms[last], " ".join(forms[last : last + 2])} & after
    ):
        return True
    at = min(approach.first, name.first)
    return before is not None and at > 0 and is_open(gaps[at]) and forms[at - 1] in before


def _is_listed(scan: Scan, name: Name) -> bool:
    if not scan.found or scan.found[-1].last != name.first:
        return False
    gap = scan.words.gaps[name.first]
    if name.reading.proclitic == "و":
        return is_joined(gap)
    return not name.reading.cut and gap.strip() in _LIST_GAPS


def settle_waiting(scan: Scan) -> None:
    """Take the names that the rest of the report speaks for."""
    entry = scan.readings.gazetteer.entry
    homes = _homes(scan)
    named = {row for mention in scan.found for row in mention.rows if mention.stands_for is None}
    taken = {i for mention in scan.found for i in range(mention.first, mention.last)}
    late = []
    for mention in scan.waiting:
        if any(entry(row).country in homes for row in mention.rows):
            mention.standing += _HOME
        elif homes and mention.strength <= ORDINARY:
            continue  # في الصدر is no quarter of Baghdad in a report that does not speak of Iraq
        if named.intersection(mention.rows):
            mention.standing += _NAMED
        if mention.standing >= ENOUGH and mention.first not in taken:
            late.append(mention)
    for mention in late:
        scan.insert(mention)


def _is_at_home(scan: Scan, mention: PlaceMention) -> bool:
    """Whether the report has already spoken of a country that the name may lie in."""
    entry = scan.readings.gazetteer.entry
    return any(scan.countries[entry(row).country] for row in mention.rows)


def _homes(scan: Scan) -> frozenset[str]:
    """The two countries that the report speaks of most, by its sure names and nationalities."""
    ranked = sorted(scan.countries.items(), key=lambda c: (-c[1], c[0]))
    return frozenset(country for country, _ in ranked[:2])
