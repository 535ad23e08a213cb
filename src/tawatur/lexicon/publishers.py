"""Read the publishers from `data/publishers`, and tell which one a name, an address or an account is.

A publisher's `names` stand for it wherever they are written; its `mastheads` are ordinary
words (الوطن, البيان) that do so only behind a noun (صحيفة) or in quotation marks.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from tawatur.arabic.fold import fold_phrase
from tawatur.arabic.wordlists import Forms, open_lists, read_lists
from tawatur.errors import LexiconError
from tawatur.lexicon.entry import Entry, Form
from tawatur.lexicon.rows import MISSHAPEN, read_rows
from tawatur.records.publisher import Camp, Publisher

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

_SOCIAL = frozenset(["facebook.com", "twitter.com", "x.com", "t.me", "youtube.com", "instagram.com"])


class Publishers:
    """Publishers by whatever names them: the names reports use, domains, and accounts."""

    def __init__(self, publishers: Iterable[Publisher]) -> None:
        self.all = tuple(publishers)
        self._by_name: dict[str, Publisher] = {}
        self._by_latin: dict[str, Publisher] = {}
        self._by_domain: dict[str, Publisher] = {}
        for publisher in self.all:
            for name in (publisher.name_ar, *publisher.names, *publisher.mastheads):
                self._by_name.setdefault(_key(name), publisher)
            for name in (publisher.id, publisher.name_en, *publisher.names, *publisher.handles):
                self._by_latin.setdefault(_latin_key(name), publisher)
            for domain in publisher.domains:
                self._by_domain.setdefault(domain, publisher)

    def by_name(self, name: str) -> Publisher | None:
        """The publisher that a name stands for, with or without the noun before it (صحيفة, وكالة)."""
        key = _key(name)
        latin = _latin_key(name)
        return (
            self._by_name.get(key)
            or self._by_latin.get(latin)
            or (self._by_latin.get(latin.removesuffix("news")) if latin != "news" else None)  # Syria TV news
        )

    def by_address(self, address: str) -> Publisher | None:
        """The publisher of a page, by its domain, or by its account where the domain is a network's."""
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").removeprefix("www.")
        if any(host == social or host.endswith(f".{social}") for social in _SOCIAL):
            account = parts.path.strip("/").split("/")[0].removeprefix("@")
            return self._by_latin.get(_latin_key(account)) if account else None
        while "." in host:
            if host in self._by_domain:
                return self._by_domain[host]
            host = host.partition(".")[2]
        return None

    def of_document(self, outlet: str | None, address: str | None) -> Publisher | None:
        """Who printed a report: by its address, else by the outlet's name."""
        found = self.by_address(address) if address else None
        if found is None and outlet:
            found = self.by_name(outlet) or (self.by_address(outlet) if "." in outlet else None)
        return found


class _Around(NamedTuple):
    """The lists of `data/grammar/outlets.yaml`."""

    kinds: Forms
    tails: Forms
    of_news: Forms


@cache
def _load_around() -> _Around:
    return read_lists(open_lists("outlets"), _Around)


def _key(name: str) -> str:
    around = _load_around()
    words = fold_phrase(name).split()
    while len(words) > 1 and words[0] in around.kinds and words[1] not in around.of_news:
        words = words[1:]
    if len(words) > 1 and words[-1] in around.tails:
        words = words[:-1]
    return " ".join(words)


def outlet_key(name: str) -> str:
    """One spelling for a publisher's name, with or without the noun before it: told of no list, it is itself."""
    return _key(name) or name


def _latin_key(name: str) -> str:
    """Letters and digits alone: `'@SyriaCivilDefe`, `Syria TV` and `syria-tv` are written as one pleases."""
    return re.sub(r"[\W_]+", "", name.lower())


@cache
def load_publishers(extra: Path | None = None) -> Publishers:
    """The publishers that ship, and before them those in the folder `extra`."""
    found: list[Publisher] = []
    if extra is not None and extra.is_dir():
        for path in sorted(extra.glob("*.yaml")):
            found += _read(path)
    shipped = files("tawatur") / "data" / "publishers"
    for item in sorted(shipped.iterdir(), key=lambda i: i.name):
        if item.name.endswith(".yaml"):
            found += _read(item)
    return Publishers(found)


def publisher_forms(publishers: Publishers) -> Iterator[Form]:
    """What the matcher looks for: names on the layer of sources, mastheads on their own."""
    seen: set[tuple[tuple[str, ...], str]] = set()
    for publisher in publishers.all:
        for kind, names in (("outlet", _free_names(publisher)), ("masthead", publisher.mastheads)):
            entry = Entry(
                id=f"{kind}.{publisher.id}",
                kind=kind,
                value="media",
                traits=frozenset({"named"}),
                label_en=publisher.name_en,
                label_ar=publisher.name_ar,
            )
            for name in names:
                words = tuple(fold_phrase(name).split())
                if words and (words, kind) not in seen:
                    seen.add((words, kind))
                    yield Form(words=words, entry=entry, name=name)


def _free_names(publisher: Publisher) -> tuple[str, ...]:
    """Names that need nothing around them: the Arabic name too, unless it is an ordinary word."""
    return publisher.names if publisher.mastheads else (publisher.name_ar, *publisher.names)


def _read(path: Traversable | Path) -> Iterator[Publisher]:
    for row in read_rows(path):
        try:
            yield _read_row(row)
        except MISSHAPEN as error:
            raise LexiconError(
                f"{path.name}: publisher {row.get('id', row)!r}: {error!r}.\n"
                "  Each needs id, kind and name: {en: …, ar: …}; names, mastheads, domains and handles are lists."
            ) from error


def _read_row(row: dict[str, Any]) -> Publisher:
    camp = row.get("camp", ())
    rows = [{"party": camp}] if isinstance(camp, str) else camp
    return Publisher(
        id=row["id"],
        name_en=row["name"]["en"],
        name_ar=row["name"]["ar"],
        names=tuple(row.get("names", ())),
        mastheads=tuple(row.get("mastheads", ())),
        domains=tuple(row.get("domains", ())),
        handles=tuple(row.get("handles", ())),
        country=row.get("country"),
        kind=row["kind"],
        camps=tuple(
            Camp(party=c["party"], since=_day(c.get("since")), until=_day(c.get("until"))) for c in rows
        ),
        speaks=row.get("speaks", False),
    )


def _day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) or value is None else dt.date.fromisoformat(str(value))
