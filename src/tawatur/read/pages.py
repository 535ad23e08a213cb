"""What a page says of itself: the day it was published, its title, its site, its visible words.

Only what the page states for machines is believed (JSON-LD and `<meta>`). Dates are not
guessed from the visible text here: date guessers answer 1 January where they know the
year alone, and read no Levantine month.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import msgspec

_CLOSING = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
_TAG = re.compile(r"<[^<>]*>?")
_OPENING = re.compile(
    r"<(?:(!--)|(script|style|textarea)\b|(meta|link|title)\b)([^<>]{0,4000})", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"([a-zA-Z][\w:.-]{0,40})\s{0,20}=\s{0,20}(?:\"([^\"]{0,3000})\"|'([^']{0,3000})'|([^\s\"'>]{1,3000}))"
)
_ARTICLE = re.compile(r"Article|Posting|Report|VideoObject")
_JSON_DAY = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{8,40})"')
# A page's own words for the day it was published, best first; days of change and of events are none.
_DAY_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_date",
    "published_time",
    "pubdate",
    "date.published",
    "dcterms.created",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dc.date.created",
    "date",
)
_TITLE_NAMES = ("og:title", "twitter:title", "title", "dc.title")
_OUTLET_NAMES = ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher")
_JSON_DEPTH = 12
_JSON_NODES = 2_000


@dataclass(frozen=True, slots=True)
class PageSays:
    published: dt.date | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    visible: str = ""  # every word outside tags, menus included: to tell the language by


@dataclass(slots=True)
class _Gathered:
    meta: dict[str, str] = field(default_factory=dict)
    json: list[str] = field(default_factory=list)
    title: str | None = None
    canonical: str | None = None
    visible: list[str] = field(default_factory=list)


def read_page(markup: str) -> PageSays:
    """Linear in the length of the markup, however broken."""
    gathered = _gather(markup)
    parsed = [_parse_json(block) for block in gathered.json]
    articles = [article for block in parsed for article in _find_articles(block)]
    days = [parse_day(article.get("datePublished")) for article in articles]
    days += [parse_day(gathered.meta.get(name)) for name in _DAY_NAMES]
    broken = [block for block, json in zip(gathered.json, parsed, strict=True) if json is None]
    days += [parse_day(found[1]) for block in broken if (found := _JSON_DAY.search(block))]
    titles = [gathered.meta.get(name) for name in _TITLE_NAMES[:2]]
    titles += [_string(article.get("headline")) for article in articles]
    titles += [gathered.title, *(gathered.meta.get(name) for name in _TITLE_NAMES[2:])]
    outlets = [
        gathered.meta.get(_OUTLET_NAMES[0]),
        *(_name(article.get("publisher")) for article in articles),
    ]
    outlets += [gathered.meta.get(name) for name in _OUTLET_NAMES[1:]]
    urls = (gathered.canonical, gathered.meta.get("og:url"))
    return PageSays(
        published=next(filter(None, days), None),
        title=next(filter(None, titles), None),
        outlet=next((name for name in outlets if name and not name.startswith("http")), None),
        url=next((url for url in urls if url and url.startswith(("http://", "https://"))), None),
        visible=html.unescape(_TAG.sub(" ", " ".join(gathered.visible))),
    )


def parse_day(value: object) -> dt.date | None:
    """The day of a machine-written date, in the zone it is written in; None for anything less than a day.

    >>> parse_day("2021-10-19T08:00:00Z"), parse_day("20211019"), parse_day("2021")
    (datetime.date(2021, 10, 19), datetime.date(2021, 10, 19), None)
    """
    if not isinstance(value, str):
        return None
    found = re.match(r"\s*(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)", value)
    if not found or (not found[2] and len(found[0].strip()) != 8):
        return None
    try:
        day = dt.date(int(found[1]), int(found[3]), int(found[4]))
    except ValueError:
        return None
    return day if 1980 <= day.year < 2100 else None


def _gather(markup: str) -> _Gathered:
    """One pass over the tags that matter; comments and scripts are jumped over, so that none is read in them."""
    gathered, at, shown = _Gathered(), 0, 0
    while found := _OPENING.search(markup, at):
        at = found.end()
        comment, raw, other, attributes = found.groups()
        name = "!--" if comment else (raw or other).lower()
        if name in ("meta", "link"):
            _gather_tag(name, attributes, gathered)
            continue
        gathered.visible.append(markup[shown : found.start()])
        shown = _end_of(name, markup, found.start() + 4 if comment else at)
        if shown < 0:  # left open: nothing after it is seen
            return gathered
        body = markup[at + 1 : shown]
        shown += 3 if comment else 0
        if name == "title" and gathered.title is None:
            gathered.title = _tidy(body)
        elif raw and "ld+json" in attributes.lower():
            gathered.json.append(body)
        at = shown
    gathered.visible.append(markup[shown:])
    return gathered


def _end_of(name: str, markup: str, at: int) -> int:
    if name == "!--":
        return markup.find("-->", at)
    closing = _CLOSING[name].search(markup, at)
    return closing.start() if closing else -1


def _gather_tag(name: str, attributes: str, gathered: _Gathered) -> None:
    pairs = {key.lower(): _tidy(a or b or c) for key, a, b, c in _ATTRIBUTE.findall(attributes)}
    if name == "link":
        if (pairs.get("rel") or "").lower() == "canonical":
            gathered.canonical = gathered.canonical or pairs.get("href")
        return
    key = pairs.get("property") or pairs.get("name") or pairs.get("itemprop")
    if key and (content := pairs.get("content")):
        gathered.meta.setdefault(key.lower(), content)


def _parse_json(block: str) -> Any:  # noqa: ANN401 # JSON is anything
    try:
        return msgspec.json.decode(block.strip())
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return None


def _find_articles(json: object) -> Iterator[dict[str, Any]]:
    """The article objects of a JSON-LD block, those that stand nearest the top first."""
    level = [json]
    seen = 0
    for _ in range(_JSON_DEPTH):
        below: list[Any] = []
        for node in level:
            seen += 1
            if seen > _JSON_NODES:
                return
            if isinstance(node, dict):
                if _is_article(node.get("@type")):
                    yield node
                below += [value for value in node.values() if isinstance(value, (dict, list))]
            elif isinstance(node, list):
                below += node
        level = below


def _is_article(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and bool(_ARTICLE.search(one)) for one in kinds)


def _name(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    return _string(value.get("name") if isinstance(value, dict) else value)


def _string(value: object) -> str | None:
    return _tidy(value) if isinstance(value, str) else None


def _tidy(value: str) -> str:
    return " ".join(html.unescape(value).split())[:500]
