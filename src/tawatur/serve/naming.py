"""Parties, sources and areas as a form has them: a reader sees and writes names, a judgement holds identifiers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property

from tawatur.export.labels import label, party
from tawatur.export.ontology import Lang, load_parties, load_people, load_sources
from tawatur.serve.desk import Desk
from tawatur.serve.words import LANGS

_GIVEN = ("other:", "media:")  # before a name that no list has
_PEOPLE = ("civilians", "unknown")
_OUTLET = "outlet"  # the outlet's own voice is no source


class Naming:
    """What the forms of one page offer, in one language."""

    def __init__(self, desk: Desk, lang: Lang) -> None:
        self._desk, self.lang = desk, lang

    def show(self, value: str | None) -> str:
        """What stands in a field for a value. `read_name` reads it back."""
        return name_party(value, self.lang) if value else ""

    @cached_property
    def parties(self) -> list[str]:
        """Who may have acted or been struck, by name."""
        return sorted(name_party(one, self.lang) for one in {*load_parties(), *_PEOPLE})

    @cached_property
    def sources(self) -> list[str]:
        """Who may be credited, by name: kinds of source first."""
        kinds = [name_party(one, self.lang) for one in load_sources()]
        return [*kinds, *sorted(name_party(one, self.lang) for one in load_parties())]

    @cached_property
    def countries(self) -> list[str]:
        """Countries that the gazetteer knows, by name."""
        return sorted(self._desk.name_area(area, self.lang) for area in self._desk.areas if "/" not in area)

    def show_country(self, country: str) -> str:
        return self._desk.name_area(country, self.lang)

    @cached_property
    def provinces(self) -> list[str]:
        return sorted({self._desk.name_area(area, self.lang) for area in self._desk.areas if "/" in area})

    def show_province(self, country: str | None, admin1: str | None) -> str:
        return self._desk.name_area(f"{country}/{admin1}", self.lang) if admin1 else ""


def name_party(value: str, lang: Lang) -> str:
    """A party, a kind of source or of people by its name; a name that the text gave as the text has it."""
    return label("people", value, lang) if value in load_people() else party(value, lang)


def read_name(written: str, known: Iterable[str] = ()) -> str | None:
    """The identifier of a name in either language; None for the outlet's own voice.

    `known` are values that stand there already, such as `other:` and a name. What is none of all these
    is given as it is: whether it may stand so, `review` says.
    """
    written = " ".join(written.split())
    if not written or written == _OUTLET or written.startswith(_GIVEN):
        return written if written and written != _OUTLET else None
    for value in known:
        if written in (value, *(name_party(value, lang) for lang in LANGS)):
            return value
    found = _by_name().get(written.casefold(), written)
    return None if found == _OUTLET else found


def read_country(desk: Desk, written: str) -> str | None:
    """The code of a country by its name in either language; another name as it is, in capitals, as codes are."""
    for area in desk.areas:
        names = (area, *(desk.name_area(area, lang) for lang in LANGS))
        if "/" not in area and written.casefold() in (name.casefold() for name in names):
            return area
    return written.upper() or None


def read_province(desk: Desk, country: str | None, written: str) -> str | None:
    """The identifier of a country's province by its name in either language; another name as it is."""
    for area in desk.areas:
        held, _, province = area.partition("/")
        names = (province, *(desk.name_area(area, lang) for lang in LANGS))
        if province and held == country and written.casefold() in (name.casefold() for name in names):
            return province
    return written or None


@cache
def _by_name() -> dict[str, str]:
    """Identifiers by themselves and by their names in both languages."""
    known = [*load_sources(), *load_people(), *load_parties(), *_PEOPLE]
    names = {name_party(one, lang).casefold(): one for lang in LANGS for one in known}
    return names | {one.casefold(): one for one in known}
