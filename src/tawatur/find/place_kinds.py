"""Read names that stand with a word for their kind: `بلدة هجين`, `قريتي س وع`, `معبر نصيب`."""

from __future__ import annotations

from tawatur.arabic.ordinals import ordinal_word
from tawatur.find.place_again import read_again
from tawatur.find.place_mentions import Approach
from tawatur.find.place_names import (
    Name,
    find_in_list,
    find_known,
    find_unknown,
    is_cut_short,
    is_father,
    is_joined,
    is_open,
)
from tawatur.find.place_scan import ENOUGH, Scan
from tawatur.find.place_signs import Reading, load_signs
from tawatur.find.place_standing import weigh_name
from tawatur.gazetteer.compile import KINDED, ORDINARY, RARELY, Key
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.spell import load_name_parts

_WIDE = frozenset({"country", "region", "province"})
_SETTLEMENTS = frozenset({"city", "town", "village"})


def read_kind(scan: Scan, at: int, reading: Reading) -> bool:
    if scan.shown(at) in scan.signs.not_places:
        return False  # وأدى folds as وادي
    whole = find_known(scan.words, scan.readings, at)
    if whole is not None and whole.last - at < 2:
        whole = None
    kind = reading.kind or ""
    if reading.number == "bare":
        return whole is None and read_again(scan, at, reading, kind)
    if reading.number == "one":
        return _read_one(scan, at, reading, kind, whole)
    return _read_many(scan, at, reading, kind)


def _read_one(scan: Scan, at: int, reading: Reading, kind: str, whole: Name | None) -> bool:
    name = name_after(scan, at, reading, kind)
    if reading.relation and name is not None and name.key is not None:
        return False  # محور تدمر: the front at Palmyra
    if whole is not None and (name is None or whole.last >= name.last):
        entry = scan.readings.gazetteer.entry
        if whole.key is None:
            return False
        is_kin = any(_is_kin(entry(row).kind, kind) for row in whole.key.rows)
        if not is_kin and whole.strength > RARELY:
            return False  # دير الزور is no monastery; شارع الخمسين is as good as its word, even for a quarter
        is_head = reading.form in load_name_parts().heads  # كفر حلب, which is not Aleppo
        alike = name is not None and name.key is not None and name.last == whole.last
        if alike and name is not None and name.key is not None and not KINDS[kind].part and not is_head:
            whole = name._replace(key=_joined(name.key, whole.key))  # a table may say قرية in the name
            scan.take(whole, scan.approaches.before(at, reading), kind, reading.form, kind_at=at)
            return True
        scan.take(whole, scan.approaches.before(at, reading), kind, reading.form)
        return True
    if name is None or (name.key is None and _is_one_of(scan, at)):
        return False
    again = next((r.kind for r in scan.readings[scan.words.forms[name.first]] if r.number == "bare"), None)
    holder = scan.last_of(again) if again and name.key is None else None
    mention = scan.take(name, scan.approaches.before(at, reading), kind, reading.form, kind_at=at)
    if holder is not None:
        mention.parents = (holder,)
    return True


def _is_one_of(scan: Scan, at: int) -> bool:
    """Whether a word for a kind says which of them all, and not by its name: `أول حي يستعاد`, `آخر بلدة تسقط`."""
    before = scan.words.forms[at - 1] if at and is_joined(scan.words.gaps[at]) else ""
    ordinal = ordinal_word(before) if before else None
    return before in load_signs().one_of_them or (ordinal is not None and not ordinal[1])


def _is_kin(kind: str, word: str) -> bool:
    """Whether a place of this kind may be called by that kind's word: a town is often called a city."""
    return kind == word or (kind in _SETTLEMENTS and word in _SETTLEMENTS)


def _read_many(scan: Scan, at: int, reading: Reading, kind: str) -> bool:
    """`بلدات وقرى س وع`: a list, each of its names a place of that kind."""
    forms, gaps = scan.words.forms, scan.words.gaps
    start = at
    while (
        start + 1 < len(forms)
        and is_joined(gaps[start + 1])
        and any(r.kind and r.number in {"many", "two"} for r in scan.readings[forms[start + 1]])
    ):
        start += 1
    again = start + 1 < len(forms) and any(r.number == "bare" for r in scan.readings[forms[start + 1]])
    if again and reading.number != "two":  # حيي الميدان والسليمانية
        return False  # مستشفيات المدينة: in the town, by its own word
    name = name_after(scan, start, reading, kind)
    if name is None:
        return False
    approach = scan.approaches.before(at, reading)
    if _is_holder(scan, name, kind):  # أحياء حلب, سجون سوريا: somewhere in it
        approach.preposition = approach.preposition or "inside"
        weigh_name(scan, name, approach)
        return True
    scan.take(name, approach, kind, reading.form, kind_at=start).in_list = True
    _go_on(scan, kind, reading.form, approach)
    return True


def _is_holder(scan: Scan, name: Name, kind: str) -> bool:
    """Whether the name after a plural is the larger place that holds them."""
    if name.key is None:
        return False
    kinds = {scan.readings.gazetteer.entry(row).kind for row in name.key.rows}
    if not KINDS[kind].part:
        return kind in _SETTLEMENTS and kinds <= _WIDE  # مدن جنوبي العراق
    return kind not in kinds and not kinds.isdisjoint({"city", "province", "country", "region"})


def _go_on(scan: Scan, kind: str, kind_word: str, approach: Approach) -> None:
    """The further names of a list under one word for their kind."""
    while scan.next < len(scan.words.forms) and scan.next not in scan.covered:
        name = find_in_list(scan.words, scan.readings, scan.next, kind, kind_word)
        if name is None:
            return
        member = Approach(
            name.first, approach.preposition, approach.relation, approach.direction, approach.distance_km
        )
        scan.take(name, member, kind, kind_word).in_list = True


def name_after(scan: Scan, at: int, reading: Reading, kind: str) -> Name | None:
    after, forms = at + 1, scan.words.forms
    if after >= len(forms) or after in scan.covered or not is_open(scan.words.gaps[after]):
        return None
    if forms[after] in scan.signs.never_names or forms[after] in KINDS[kind].leaves:
        return None
    known = find_known(scan.words, scan.readings, after, bare=True)
    is_again = known is not None and known.reading.number == "bare" and known.last - after == 1
    if is_again and KINDS[kind].part and not (known and _has_kind(scan, known, kind)):
        known = None  # مستشفى المدينة is the town's, بلدة المزرعة a town of that name
    if known is None or not _fits(scan, known, reading):
        return find_unknown(scan.words, scan.readings, after, kind, reading.form)
    if is_cut_short(known):
        longer = find_unknown(scan.words, scan.readings, after, kind, reading.form)
        if longer is not None and longer.last > known.last:
            return longer
        if is_father(known.reading.form):
            return None  # أبو alone names nothing
    return known


def _has_kind(scan: Scan, name: Name, kind: str) -> bool:
    """Whether the gazetteer has a place of this kind by that name: حي الميدان."""
    rows = name.key.rows if name.key is not None else []
    return any(scan.readings.gazetteer.entry(row).kind == kind for row in rows)


def _fits(scan: Scan, name: Name, kind: Reading) -> bool:
    """Whether a known name after a word for a kind is meant: not a lone ordinary word after موقع."""
    if name.key is None or name.strength > ORDINARY or name.last - name.first > 1:
        return True
    if kind.form in scan.signs.proper_only and kind.kind not in {"area", "district", "province"}:
        return False
    if name.reading.form.startswith("ال") or kind.number != "many":
        return name.exact or name.strength == KINDED
    return name.exact and _goes_on(scan, name.last)  # قرى عاجل وكفرتعال


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether a list of names goes on at this word."""
    forms = scan.words.forms
    return at < len(forms) and any(r.proclitic == "و" and r.key for r in scan.readings[forms[at]])


def read_beyond(scan: Scan, at: int, reading: Reading) -> None:
    """`جنوب الدشيشة`: a name that no gazetteer has, after a direction; never an ordinary word."""
    name = name_after(scan, at, reading, "area") if at + 1 < len(scan.words.forms) else None
    if name is None or name.key is not None or not name.reading.form.startswith("ال"):
        return
    if name.reading.form in scan.signs.governing or scan.words.gaps[at + 1] != " ":
        return
    approach = scan.approaches.before(name.first, name.reading)
    if approach.preposition == "inside" or approach.distance_km:
        mention = scan.build(name, approach, None, None)
        mention.standing = ENOUGH
        scan.keep(mention)


def _joined(one: Key, other: Key) -> Key:
    """What either key stands for."""
    return Key(max(one.strength, other.strength), list(dict.fromkeys((*one.rows, *other.rows))), one.exact)
