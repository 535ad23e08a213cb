"""Read words that name a place again or a stretch of a country: `البلدة`, `الريف الشرقي`, `الشمال السوري`."""

from __future__ import annotations

from tawatur.find.place_names import Name, find_known, is_joined
from tawatur.find.place_scan import STANDING, Scan
from tawatur.find.place_signs import Reading
from tawatur.gazetteer.compile import SURE


def read_again(scan: Scan, at: int, reading: Reading, kind: str) -> bool:
    """`البلدة` after a town was named: the same place, by the words that stand here."""
    forms = scan.words.forms
    if kind == "area" and (at + 1 >= len(forms) or forms[at + 1] not in scan.signs.selves):
        return False
    index = scan.last_of(kind)
    if index is None:
        return kind == "country" and _read_home(scan, at, reading)
    known = scan.found[index]
    name = Name(at, at + 1, reading, None, exact=True)
    again = scan.build(name, scan.approaches.before(at, reading), known.kind, reading.form)
    again.name, again.rows, again.stands_for = known.name, known.rows, index
    again.strength, again.standing = known.strength, known.standing
    scan.keep(again)
    return True


def _read_home(scan: Scan, at: int, reading: Reading) -> bool:
    """`شمال البلاد`: of the country that the report turns out to speak of."""
    approach = scan.approaches.before(at, reading)
    if not (approach.direction or approach.relation):
        return False
    name = Name(at, at + 1, reading, None, exact=True)
    mention = scan.build(name, approach, "country", reading.form)
    mention.strength, mention.standing = SURE, STANDING[SURE]
    scan.keep(mention)
    return True


def read_territory(scan: Scan, at: int, reading: Reading) -> bool:
    """`الشمال السوري`, `الأراضي اللبنانية`; a gazetteer's own name for it comes first."""
    forms, gaps = scan.words.forms, scan.words.gaps
    known = find_known(scan.words, scan.readings, at)
    if known is not None and known.last - at > 1:
        return False
    last, country = at + 1, None
    while last < len(forms) and is_joined(gaps[last]) and forms[last].startswith("ال"):
        nation = next((r.country for r in scan.readings[forms[last]] if r.country), None)
        if nation is None:
            break
        country = country or nation
        last += 1
    if country is None or (reading.form in scan.signs.sides and not _is_upon(scan, at, reading)):
        return False
    scan.countries[country] += 1
    name = Name(at, last, reading, None, exact=True)
    mention = scan.build(name, scan.approaches.before(at, reading), "region", None)
    mention.country, mention.strength, mention.standing = country, SURE, STANDING[SURE]
    scan.keep(mention)
    return True


def _is_upon(scan: Scan, at: int, reading: Reading) -> bool:
    """Whether a side is one of a border: `على الجانب السوري`, and not `التقى الجانب السوري`."""
    before = scan.words.forms[at - 1] if at else ""
    return bool(reading.cut) or before in scan.signs.upon or before[1:] in scan.signs.upon


def read_countryside(scan: Scan, at: int, reading: Reading) -> bool:
    """`الريف الشرقي`: of the city or province that was named before."""
    if not reading.form.startswith("ال"):
        return False
    side, last = scan.approaches.side_after(at + 1)
    index = scan.last_of("countryside") if side else None
    if index is None:
        return False
    holder = scan.found[index]
    name = Name(at, last, reading, None, exact=True)
    mention = scan.build(name, scan.approaches.before(at, reading), "area", None)
    mention.relation, mention.direction = "countryside", side
    mention.rows, mention.strength, mention.standing = holder.rows, SURE, STANDING[SURE]
    scan.keep(mention)
    return True
