"""Find the places that a report names.

`find_places(words, gazetteer, exclude=())` gives `PlaceMention`s in the order of the text. A name is
read as a place from what it is (a city is one wherever it stands; هجين is also a word for a
hybrid, السلام for peace) and from what stands around it: a word for its kind, a preposition,
a direction, a list it belongs to, the larger place that holds it. A word for a kind with a
name that no gazetteer has gives a mention too. `exclude` are runs of words that are something
else already, such as the names of parties and outlets.

Which entry a mention is, `place_context.resolve_places` says.
"""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.find.place_again import read_countryside, read_territory
from tawatur.find.place_approach import PROCLITICS
from tawatur.find.place_countries import PlaceContext, leave_abroad
from tawatur.find.place_kinds import read_beyond, read_kind
from tawatur.find.place_links import link_parents
from tawatur.find.place_mentions import PlaceMention
from tawatur.find.place_names import Name, find_known, is_joined
from tawatur.find.place_scan import Scan
from tawatur.find.place_signs import HEAD, NEVER, RARE, Reading, readings_of
from tawatur.find.place_standing import settle_waiting, weigh_name
from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.spell import loose
from tawatur.segment.words import Words

__all__ = ["PlaceMention", "find_places"]


def find_places(
    words: Words,
    gazetteer: Gazetteer,
    exclude: Iterable[tuple[int, int]] = (),
    context: PlaceContext = PlaceContext(),  # noqa: B008 - frozen
) -> list[PlaceMention]:
    """Every place that the text names, in order; mentions do not overlap."""
    scan = Scan(words, readings_of(gazetteer), exclude)
    covered = scan.covered
    for at, options in enumerate(map(scan.readings.__getitem__, words.forms)):
        if not options or at < scan.next or at in covered:
            continue
        if options[0].guard and not _has_company(scan, at, options):
            continue
        _read_at(scan, at, options)
    if scan.waiting:
        settle_waiting(scan)
    found = leave_abroad(scan.found, words, gazetteer, context)
    link_parents(words, found, gazetteer)
    return found


def _has_company(scan: Scan, at: int, options: tuple[Reading, ...]) -> bool:
    """A quick look at whether a word that is a place only beside others has them here."""
    forms = scan.words.forms
    if "#" in scan.words.gaps[at]:
        return True
    after = forms[at + 1] if at + 1 < len(forms) else ""
    for reading in options:
        guard = reading.guard
        if not guard:
            return True
        if guard & HEAD and f"{reading.loose} {loose(after)}" in scan.pairs:
            return True
        if guard == HEAD or guard & NEVER:
            continue
        if at == scan.next or scan.readings.follows(after) or reading.form in scan.named:
            return True
        before = forms[at - 1] if at else ""
        if guard & RARE:
            if before in scan.signs.placing:
                return True
        elif reading.proclitic[-1:] in PROCLITICS or before in scan.signs.governing:
            return True
    return False


def _read_at(scan: Scan, at: int, options: tuple[Reading, ...]) -> None:
    first = options[0]
    after = _end_of_watchword(scan, at, options)
    if after:
        scan.next = after
        return
    for reading in options:
        if reading.country:
            scan.countries[reading.country] += 1
            return
        if reading.kind and read_kind(scan, at, reading):
            return
        if reading.territory and read_territory(scan, at, reading):
            return
        if reading.relation == "countryside" and read_countryside(scan, at, reading):
            return
    name = find_known(scan.words, scan.readings, at)
    if name is not None and name.reading.adjective and _is_adjective(scan, name):
        scan.countries[scan.readings.gazetteer.entry(name.reading.key.rows[0]).country] += 1  # type: ignore[union-attr]
    elif name is not None and first.number == "bare" and name.last - at == 1:
        return  # المدينة is Medina only by its whole name
    elif name is not None:
        weigh_name(scan, name, scan.approaches.before(at, name.reading))
    elif first.direction and not first.cut:
        read_beyond(scan, at, first)


def _end_of_watchword(scan: Scan, at: int, options: tuple[Reading, ...]) -> int:
    """Where a run of words ends that holds a place's name and is none (طريق القدس); 0 where none begins."""
    for reading in options:
        for phrase in scan.signs.watchwords.get(reading.form, ()):
            last = at + len(phrase)
            if tuple(scan.words.forms[at + 1 : last]) == phrase[1:]:
                return last
    return 0


def _is_adjective(scan: Scan, name: Name) -> bool:
    """Whether سورية says what the word before it is (`قوات سورية`), and names no place; السعودية does but where it is governed."""
    if name.last - name.first > 1 or name.reading.cut:
        return False
    before = scan.words.forms[name.first - 1] if name.first else ""
    if name.reading.form.startswith("ال"):
        return before not in scan.signs.governing or not is_joined(scan.words.gaps[name.first])
    return bool(before) and (
        is_joined(scan.words.gaps[name.first])
        and before not in scan.signs.governing
        and not before.startswith("ال")
        and not any(r.kind and r.number == "one" for r in scan.readings[before])
    )
