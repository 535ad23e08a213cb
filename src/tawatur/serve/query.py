"""The state of a view, and the address that holds it: what is asked for, how it is sorted, which page.

One state has one address: values come sorted and once, and what is empty is left out. So a view can be sent,
and two people who hold the same address see the same incidents.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias
from urllib.parse import urlencode

import msgspec

from tawatur.errors import TawaturError

# West, south, east, north in degrees; west may be greater than east, across the date line.
Box: TypeAlias = tuple[float, float, float, float]

# Each may hold several values, of which an incident must have one.
FACETS = ("kind", "harm", "grade", "contested", "party", "area", "source", "publisher", "review")
Sort = Literal["newest", "oldest", "killed", "disputed", "reports"]
SORTS: tuple[Sort, ...] = ("newest", "oldest", "killed", "disputed", "reports")
LONGEST = 400  # characters of a value: longer is no name of anything


class QueryError(TawaturError):
    """An address asks for something that cannot be understood; the text says what."""

    def __init__(self, field: str, value: str) -> None:
        super().__init__(f"{field}={value}")
        self.field, self.value = field, value


class State(msgspec.Struct, frozen=True, kw_only=True):
    """What a view shows. `since` and `until` are written `from` and `to` in the address; both are inclusive."""

    q: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    bbox: Box | None = None
    kind: tuple[str, ...] = ()
    harm: tuple[str, ...] = ()
    grade: tuple[str, ...] = ()
    contested: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    sort: Sort = "newest"
    page: int = 1
    view: str = ""  # which part of the page a narrow screen shows
    lang: str = ""  # "en" or "ar" where the address says so

    def asked(self, facet: str) -> tuple[str, ...]:
        values: tuple[str, ...] = getattr(self, facet)
        return values

    def but(self, **changes: Any) -> State:  # noqa: ANN401
        """The same with other values, back on the first page unless a page is given."""
        return msgspec.structs.replace(self, **{"page": 1, **changes})

    def toggled(self, facet: str, value: str) -> State:
        now = set(self.asked(facet)) ^ {value}
        return self.but(**{facet: tuple(sorted(now))})

    @property
    def is_narrowed(self) -> bool:
        return bool(self.q or self.since or self.until or self.bbox or any(map(self.asked, FACETS)))

    @property
    def cleared(self) -> State:
        """The same view of everything."""
        return State(sort=self.sort, view=self.view, lang=self.lang)


def parse_state(pairs: Iterable[tuple[str, str]]) -> State:
    """The state of an address; names that are not the view's are left for others to read.

    >>> parse_state([("kind", "shelling"), ("kind", "airstrike"), ("from", "2018-10-01")]).kind
    ('airstrike', 'shelling')
    """
    single: dict[str, str] = {}
    many: dict[str, set[str]] = {}
    for name, raw in pairs:
        value = raw.strip()
        if not value:
            continue  # an untouched field of a form
        if len(value) > LONGEST or "\x00" in value:
            raise QueryError(name, value[:40])
        if name in FACETS:
            many.setdefault(name, set()).add(value)
        else:
            single[name] = value
    return State(
        q=" ".join(single.get("q", "").split()),
        since=_parse_day("from", single),
        until=_parse_day("to", single),
        bbox=_parse_box(single),
        sort=_parse_sort(single),
        page=_parse_page(single),
        view=_parse_word("view", single, ("map", "timeline", "list")),
        lang=_parse_word("lang", single, ("en", "ar")),
        **{name: tuple(sorted(values)) for name, values in many.items()},
    )


def to_pairs(state: State) -> list[tuple[str, str]]:
    """The state as the names and values of an address, in their one order."""
    pairs: list[tuple[str, str]] = []
    if state.q:
        pairs.append(("q", state.q))
    if state.since:
        pairs.append(("from", state.since.isoformat()))
    if state.until:
        pairs.append(("to", state.until.isoformat()))
    if state.bbox:
        pairs.append(("bbox", ",".join(f"{edge:.7g}" for edge in state.bbox)))
    pairs += [(facet, value) for facet in FACETS for value in state.asked(facet)]
    if state.sort != "newest":
        pairs.append(("sort", state.sort))
    if state.page != 1:
        pairs.append(("page", str(state.page)))
    return pairs + [(name, getattr(state, name)) for name in ("view", "lang") if getattr(state, name)]


def to_query(state: State) -> str:
    """What stands behind the question mark.

    >>> to_query(State(q="قصف", kind=("shelling",), page=2))
    'q=%D9%82%D8%B5%D9%81&kind=shelling&page=2'
    """
    return urlencode(to_pairs(state))


def _parse_day(name: str, given: Mapping[str, str]) -> dt.date | None:
    value = given.get(name)
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        raise QueryError(name, value) from None


def _parse_box(given: Mapping[str, str]) -> Box | None:
    value = given.get("bbox")
    if value is None:
        return None
    try:
        west, south, east, north = (float(f"{float(edge):.7g}") for edge in value.split(","))
    except ValueError:
        raise QueryError("bbox", value) from None
    if not all(map(math.isfinite, (west, south, east, north))) or south > north:
        raise QueryError("bbox", value)
    return west, south, east, north


def _parse_sort(given: Mapping[str, str]) -> Sort:
    value = given.get("sort", "newest")
    for sort in SORTS:
        if value == sort:
            return sort
    raise QueryError("sort", value)


def _parse_page(given: Mapping[str, str]) -> int:
    value = given.get("page", "1")
    if not (value.isascii() and value.isdigit() and len(value) < 8 and int(value) > 0):
        raise QueryError("page", value)
    return int(value)


def _parse_word(name: str, given: Mapping[str, str], allowed: tuple[str, ...]) -> str:
    value = given.get(name, "")
    if value and value not in allowed:
        raise QueryError(name, value)
    return value
