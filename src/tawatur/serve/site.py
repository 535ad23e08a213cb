"""The desk as files: the same pages in both languages, without review, that open from a disk and need no server.

Every address is relative, so that the folder may lie anywhere. What filters, words and orders ask for is worked out by
the pages' own script, from one file of data that holds every incident of the case.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from tawatur.export.ontology import Lang
from tawatur.serve.addresses import anchor
from tawatur.serve.desk import Desk
from tawatur.serve.document import build_document, withhold_text
from tawatur.serve.incident import build_incident, to_template
from tawatur.serve.incidents import FacetNames, build_list
from tawatur.serve.map import describe
from tawatur.serve.quality import build_quality
from tawatur.serve.query import SORTS, State
from tawatur.serve.rendering import Renderer
from tawatur.serve.rows import Row
from tawatur.serve.sources import build_publisher, build_publishers, build_source, build_sources
from tawatur.serve.timeline import build_timeline
from tawatur.serve.timeline_picture import draw_timeline
from tawatur.serve.words import LANGS

PER_PAGE = 500  # incidents on a page of the list, for those without scripts
DATA = "incidents-data.js"  # a script, since from a disk pages may fetch nothing
_SAFE = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
# Shipped beside the pages; the rest of `static/` is the server's, which serves modules.
_STATIC = ("desk.css", "desk-static.js", "LICENCES.txt", "fonts")


def file_name(id_: str) -> str:
    """The name of a page's file: the identifier where every system takes it for a name, else a hash of it.

    >>> file_name("i78b045bf0f04"), file_name("../etc")
    ('i78b045bf0f04', 'xf7f9121fdb53d8de1eccbfa6')
    """
    return id_ if _SAFE.fullmatch(id_) else f"x{hashlib.sha256(id_.encode()).hexdigest()[:24]}"


class SiteAddresses:
    """Links as they are from one page: `up` leads to the folder of its language."""

    is_live = False

    def __init__(self, up: str) -> None:
        self._up = up

    def incidents(self, state: State) -> str:
        return f"{self._up}{list_name(state.page)}"

    def incident(self, id_: str) -> str:
        return f"{self._up}incidents/{file_name(id_)}.html"

    def document(self, id_: str, claim: str | None = None) -> str:
        return f"{self._up}documents/{file_name(id_)}.html" + (f"#{anchor(claim)}" if claim else "")

    def sources(self) -> str:
        return f"{self._up}sources.html"

    def source(self, id_: str) -> str:
        return f"{self._up}sources/{file_name(id_)}.html"

    def publishers(self) -> str:
        return f"{self._up}publishers.html"

    def publisher(self, id_: str) -> str:
        return f"{self._up}publishers/{file_name(id_)}.html"

    def quality(self) -> str:
        return f"{self._up}quality.html"

    def export(self, form: str, rows: str, state: State) -> str:
        raise NotImplementedError  # nobody answers there: templates ask `is_live` first

    def static(self, name: str) -> str:
        return f"{self._up}../static/{name}"


class SitePage:
    """What templates know of a page besides its address."""

    def __init__(self, path: str, lang: Lang) -> None:
        depth = path.count("/")
        other = "en" if lang == "ar" else "ar"
        self.other_lang = f"{'../' * (depth + 1)}{other}/{path}"
        name = path.split("/", maxsplit=1)[0].removesuffix(".html")
        self.section = name if name in ("sources", "publishers", "quality") else "incidents"
        self.urls = SiteAddresses("../" * depth)


def list_name(page: int) -> str:
    return "index.html" if page == 1 else f"index-{page}.html"


class Site:
    """Renders a desk page by page: paths within the site, and their text."""

    def __init__(self, desk: Desk, *, quotes: bool = True) -> None:
        self._desk, self._quotes = desk, quotes
        self._renderer = Renderer(desk.places)

    def count(self) -> int:
        """How many pages there will be, roughly: for progress."""
        counts = self._desk.store.counts()
        return len(LANGS) * (self._desk.index.total + counts["documents"])

    def pages(self) -> Iterator[tuple[str, str]]:
        for lang in LANGS:
            yield f"{lang}/{DATA}", self._build_data(lang)
            for path, template, values in self._build(lang):
                page = SitePage(path, lang)
                yield (
                    f"{lang}/{path}",
                    self._renderer.render(
                        template, lang, page.urls, view=page, quotes=self._quotes, **values
                    ),
                )

    def opening(self, lang: Lang) -> str:
        """The page at the top: it leads to the list in one language, and names the other."""
        return self._renderer.render("opening.html", lang, SiteAddresses(f"{lang}/"), quotes=self._quotes)

    def _build(self, lang: Lang) -> Iterator[tuple[str, str, dict[str, Any]]]:
        desk = self._desk
        names = FacetNames(desk, lang)
        yield from self._build_lists(lang, names)
        for row in desk.index.standing():
            if (found := build_incident(desk, row.id)) is not None:
                values = to_template(found) | {"names": names}
                yield f"incidents/{file_name(row.id)}.html", "incident.html", values
        for document in desk.store.documents():
            report = build_document(desk, document.id)
            if report is not None:
                shown = report if self._quotes else withhold_text(report)
                yield f"documents/{file_name(document.id)}.html", "document.html", {"page": shown}
        sources = build_sources(desk, lang)
        yield "sources.html", "sources.html", {"tallies": sources, "of": "sources"}
        for tally in sources:
            source = build_source(desk, tally.id, lang)
            yield (
                f"sources/{file_name(tally.id)}.html",
                "profile.html",
                {"of": "source", "page": source, "names": names},
            )
        publishers = build_publishers(desk)
        yield "publishers.html", "sources.html", {"tallies": publishers, "of": "publishers"}
        for outlet in sorted({document.outlet or "none" for document in desk.store.documents()}):
            publisher = build_publisher(desk, outlet, lang)
            yield (
                f"publishers/{file_name(outlet)}.html",
                "profile.html",
                {"of": "publisher", "page": publisher, "names": names},
            )
        yield "quality.html", "quality.html", {"page": build_quality(desk)}

    def _build_lists(self, lang: Lang, names: FacetNames) -> Iterator[tuple[str, str, dict[str, Any]]]:
        desk = self._desk
        timeline = build_timeline(desk.index, State())
        for n in range(1, max(1, -(-desk.index.total // PER_PAGE)) + 1):
            state = State(page=n)
            page = build_list(desk, state, lang, PER_PAGE)
            yield (
                list_name(n),
                "incidents.html",
                {
                    "state": state,
                    "page": page,
                    "names": names,
                    "timeline": draw_timeline(timeline, None, None),
                },
            )

    def _build_data(self, lang: Lang) -> str:
        """Every incident as the script of the list has it, a line each."""
        index, names, urls = self._desk.index, FacetNames(self._desk, lang), SiteAddresses("")
        everything = index.find(State())
        ranks: dict[str, dict[str, int]] = {}
        for sort in SORTS:
            for rank, row in enumerate(index.all_of(everything, sort)):
                ranks.setdefault(row.id, {})[sort] = rank
        lines = [
            json.dumps(
                _describe(row, urls, names, lang)
                | {"ranks": ranks[row.id], "card": self._render_card(row, urls, names, lang)},
                ensure_ascii=False,
                sort_keys=True,
            )
            for row in index.all_of(everything)
        ]
        listed = ",\n".join(lines)
        return f"globalThis.tawaturIncidents = [\n{listed}\n];\n"

    def _render_card(self, row: Row, urls: SiteAddresses, names: FacetNames, lang: Lang) -> str:
        return self._renderer.render("card.html", lang, urls, row=row, names=names).strip()


def static_files() -> Iterator[tuple[str, bytes]]:
    """What lies beside the pages, by its path within the site."""

    def walk(at: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
        if at.is_dir():
            for inner in sorted(at.iterdir(), key=lambda one: one.name):
                yield from walk(inner, f"{path}/{inner.name}")
        elif at.is_file():
            yield path, at.read_bytes()

    static = files("tawatur.serve").joinpath("static")
    for name in _STATIC:
        yield from walk(static.joinpath(name), f"static/{name}")


def write_site(
    site: Site, folder: Path, lang: Lang, progress: Callable[[int, int], None] | None = None
) -> int:
    """Write every page into an empty folder; how many there are."""
    many = site.count()
    written = 0
    for path, page in site.pages():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page, encoding="utf-8", newline="\n")
        written += 1
        if progress and written % 100 == 0:
            progress(min(written, many), many)
    (folder / "index.html").write_text(site.opening(lang), encoding="utf-8", newline="\n")
    for path, data in static_files():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return written


def _describe(row: Row, urls: SiteAddresses, names: FacetNames, lang: Lang) -> dict[str, Any]:
    """One incident as the script of the list's page has it."""
    facets: dict[str, list[str]] = {
        "kind": [row.type],
        "harm": [*row.harms],
        "grade": [row.grade],
        "contested": [*row.contested],
        "party": [*row.parties],
        "area": [*row.area],
        "source": [*row.sources],
        "publisher": [*row.publishers],
        "review": [*row.review],
    }
    labels = [names.name(facet, value) for facet in ("party", "area", "source") for value in facets[facet]]
    return describe(row, lang) | {
        "href": urls.incident(row.id),
        "lat": row.lat,
        "lon": row.lon,
        "first": row.first.isoformat() if row.first else None,
        "last": row.last.isoformat() if row.last else None,
        "facets": facets,
        "text": " ".join(filter(None, (row.en, row.ar, row.place, row.place_en, *labels))),
    }
