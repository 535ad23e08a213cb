"""Tell places that are only named beside a happening from the one where it was.

A hospital that took in the dead and hurt, or whose doctors speak; a place that the hurt once came from; one from which it is
measured where another lies.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.arabic.fold import fold
from tawatur.find.place_signs import load_signs
from tawatur.gazetteer.kinds import kind_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.claim.found import Found
    from tawatur.claim.placed import Placed

_SPEAK = 3  # words before a hospital in which who speaks there may stand
_BROUGHT = 6  # … in which the verb may stand that brings the hurt to it
_TAKE = 2  # words behind it up to what it does
_TREAT = 3  # words before `في` a hospital in which the care may stand
_IN_TOWN = 5  # … before a town in which a hospital may stand that lies there
_STAND = 3  # … before a place in which may stand who stands there: المتمركزة في محيط
_MEASURED = 6  # … in which its distance may open: (على بعد 160 كم شمال
_OPENS = frozenset({"(", "،", ",", '"،', "”،", "-", "–"})
_HAILS = 8  # … in which may stand, over a name, that somebody hails from there
_NAMED = 5  # words of a name, up to whose people he is of
_DIRECTION = 3  # words before a place, up to the way from which they came
_GROUP = 6  # … in which the words for people may begin who are of it
_COME = 2  # … before `من` in which may stand who comes from there: نازحة أصلا من


def is_ward(found: Found, place: Placed) -> bool:
    """Whether the words around a hospital say that it is no more than where the hurt are, or where one speaks.

    `قصف مستشفى س` is a strike on it, `وصل سبعة إلى مستشفى س بعد القصف` and `قال طبيب في مستشفى س` are none.
    """
    words = found.words
    if (fold(place.name).split() or [""])[0].removeprefix("ال") not in _hospitals():
        return _has_ward(found, place)
    signs = load_signs()
    first, last = words.sentences[words.sentence_of[place.first]]
    begin = place.mention.phrase[0]

    def has(listed: frozenset[str], start: int, end: int) -> bool:
        return _says(words.forms[max(first, start) : min(last, end)], listed)

    if has(signs.wards_speak, begin - _SPEAK, begin) or found.is_in_source(place.first):
        return True
    if place.governor in {"إلى", "الي", "ل"} and has(signs.wards_brought, begin - _BROUGHT, begin):
        return True
    if place.governor == "في" and has(signs.wards_treat, place.begin - _TREAT, place.begin):
        return True
    return has(signs.wards_take, begin - 1, begin) or has(signs.wards_take, place.last, place.last + _TAKE)


def _says(forms: Sequence[str], listed: frozenset[str]) -> bool:
    """Whether one of some words is in a list, as it stands or less the letter that is written onto it."""
    return any(form in listed or form[1:] in listed for form in forms if form)


def _has_ward(found: Found, place: Placed) -> bool:
    """Whether a hospital where the hurt are treated is said to lie in it: `يخضع للعلاج في مشفى الشفاء في مدينة س`."""
    words, signs = found.words, load_signs()
    first = words.sentences[words.sentence_of[place.first]][0]
    if place.governor not in {"في", "ب"}:
        return False
    back = range(place.begin - 1, max(first, place.begin - _IN_TOWN) - 1, -1)
    ward = next((i for i in back if words.forms[i].removeprefix("ال").lstrip("بل") in _hospitals()), None)
    return ward is not None and _says(
        words.forms[max(first, ward - _TREAT) : ward], signs.wards_treat | signs.wards_brought
    )


def is_origin(found: Found, place: Placed) -> bool:
    """Whether people are said to come from it: `عائلة نازحة من ريف س`, `شاب ينحدر من مدينة س`, `سامر خليل من أهالي س`."""
    words, signs = found.words, load_signs()
    first = words.sentences[words.sentence_of[place.first]][0]
    if place.governor != "من":
        return place.begin > first and _is_of_its_people(found, place)
    begin = max(first, place.begin - _COME)
    if any(form in signs.come_from for form in words.forms[begin : place.begin]):
        return True
    begin = max(first, place.begin - _HAILS)  # وتنحدر ريم خليل (27 عاما) من قرية س
    hails = next((i for i in range(begin, place.begin) if words.forms[i].lstrip("وف") in signs.hails), None)
    return hails is not None and not found.hits_in("act", hails + 1, place.begin)


def _is_of_its_people(found: Found, place: Placed) -> bool:
    """Whether of one named before it is told whose he is, beside another place: `خطف الشاب سامر من أبناء س في ع`, not `ثلاثة من أبناء س`."""
    of = place.begin - 1
    if place.governor not in load_signs().townsfolk or found.words.forms[of] != "من":
        return False
    if not _is_beside_another(found, place):
        return False
    begin = found.words.sentences[found.words.sentence_of[of]][0]
    near = [g for g in found.groups_in(begin, of) if g.last <= of <= g.last + _NAMED]
    return bool(near) and (near[-1].low, near[-1].high) == (1, 1) and near[-1].last < of


def _is_beside_another(found: Found, place: Placed) -> bool:
    """Whether its sentence names another place."""
    span = found.words.sentences[found.words.sentence_of[place.first]]
    return any(p is not place for p in found.places_in(*span))


def is_direction(found: Found, place: Placed) -> bool:
    """Whether only that is told from which way they came or fired, beside where: `من اتجاه بحيرة س على مدينة ع`, `من فوق الأراضي اللبنانية`."""
    words, signs = found.words, load_signs()
    first = words.sentences[words.sentence_of[place.first]][0]
    begin = place.mention.phrase[0]
    for at in range(min(begin, place.first - 1), max(first, begin - _DIRECTION), -1):
        if words.forms[at] in signs.ways and words.forms[at - 1] == "من":
            straight = all(form in signs.placing for form in words.forms[at + 1 : begin])
            return straight and _is_beside_another(found, place)
    return False


def is_spoken_from(found: Found, place: Placed) -> bool:
    """Whether somebody who speaks is said to be there: `متحدثا عبر الهاتف من س`; or to live there, in another country: `المقيم في س`."""
    words, signs = found.words, load_signs()
    begin = max(words.sentences[words.sentence_of[place.first]][0], place.begin - _COME)
    before = words.forms[begin : place.begin]
    if place.governor == "من":
        return any(form in signs.spoken_from for form in before)
    abroad = place.country is not None and place.country != found.context.country
    return place.governor == "في" and abroad and before[-1:] != [] and before[-1] in signs.dwelling


def find_homes(found: Found) -> frozenset[int]:
    """The countries that people are said to be of right behind the words for them: `سائحتان من ألمانيا والنمسا`."""
    homes: set[int] = set()
    for place in found.places:
        if place.grain != "country":
            continue
        if place.governor == "من" and not place.kind_word:
            near = found.groups_in(max(0, place.begin - _GROUP), place.begin)
            is_home = any(group.last == place.begin for group in near)
        else:
            before = found.places[place.index - 1] if place.index - 1 in homes else None
            is_home = before is not None and before.last == place.begin and _is_joined(found, place)
        if is_home:
            homes.add(place.index)
    return frozenset(homes)


def _is_joined(found: Found, place: Placed) -> bool:
    return found.words.forms[place.begin].startswith("و")


def is_station(found: Found, place: Placed) -> bool:
    """Whether those who did it are said to stand there: `المدفعية المتمركزة في معسكر س`, `قصفت القوات من قاعدتها في س`."""
    words = found.words
    begin = max(words.sentences[words.sentence_of[place.first]][0], place.begin - _STAND)
    signs, forms = load_signs(), words.forms
    if place.governor == "من" and forms[place.first].removeprefix("ال") in signs.bases:
        return True  # قصفت القوات المدينة من مطار س العسكري
    return any(
        forms[i] in signs.stationed
        or (
            forms[i] in signs.bases and i > 1 and forms[i - 1] == "من" and forms[i - 2] not in signs.relations
        )
        for i in range(begin, place.begin)
    )


def is_bearing(found: Found, place: Placed) -> bool:
    """Whether only the way from it is told, right behind another place: `في تكريت (160 كم شمال بغداد)`."""
    if place.mention.distance_km is None or not place.index:
        return False
    words = found.words
    opens = next(
        (i for i in range(place.begin - 1, max(place.begin - _MEASURED, 0), -1) if words.gaps[i].strip()), 0
    )
    return found.places[place.index - 1].last == opens and words.gaps[opens].strip() in _OPENS


@cache
def _hospitals() -> frozenset[str]:
    return frozenset(word for word, (kind, _) in kind_words().items() if kind == "hospital")
