"""Find the report in a page's markup: trafilatura decides what is content, our rendering where it stands."""

from __future__ import annotations

import logging
import re

from tawatur.arabic.fold import fold
from tawatur.clean.alignment import align
from tawatur.clean.flat import find_report
from tawatur.clean.markup import Page, render
from tawatur.clean.rendered import Rendered, break_between
from tawatur.records import Span

# Beyond these, libxml2 cuts a page off or trafilatura takes seconds and more; the page is then read like flat
# text. A news page has some 40 levels and 3,000 tags.
_MARKUP_MOST = 2 << 20
_DEPTH_MOST = 100
_TAGS_MOST = 30_000
_EXPLAINED = (
    0.7  # share of trafilatura's letters that must be found in the page, else its choice is not followed
)
_HEADLINE_ABOVE = 40  # lines above the first paragraph in which the headline is looked for
_ALIKE = 0.6  # share of a headline's words that the page's title has too
_HEADLINE_LENGTH = 300  # characters
_WORD = re.compile(r"\w{2,}")
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it cannot parse is no news to users


def find_page_report(markup: str, title: str | None) -> Rendered:
    """The report as the page shows it; empty where there is none. `title` is what the page calls itself."""
    page = render(markup)
    content = page.rendered.cut(_content(page, markup, title))
    return content.cut(find_report(content.text))


def _content(page: Page, markup: str, title: str | None) -> list[Span]:
    """What trafilatura keeps of the page, its headline before it; all of the page where that is not known."""
    text = page.rendered.text
    taken = _taken(page, markup)
    if not taken:
        return [Span(0, len(text))]
    headline = _find_headline(page, taken, title)
    return _joined(text, [headline, *taken] if headline else taken)


def _taken(page: Page, markup: str) -> list[Span]:
    if len(markup) > _MARKUP_MOST or page.depth > _DEPTH_MOST or page.tags > _TAGS_MOST:
        return []
    extracted = _extract(markup)
    if not extracted:
        return []
    text = page.rendered.text
    taken, explained = align([node.of(text) for node in page.nodes], extracted)
    return [page.nodes[index] for index in taken] if explained >= _EXPLAINED else []


def _extract(markup: str) -> str | None:
    # Half a second that flat text need not wait for.
    from trafilatura import bare_extraction  # noqa: PLC0415
    from trafilatura.settings import Document as Content  # noqa: PLC0415

    try:
        found = bare_extraction(markup, include_comments=False)
        return "".join(found.body.itertext()) if isinstance(found, Content) else None
    except Exception:  # noqa: BLE001 # hostile markup makes lxml and trafilatura raise almost anything
        return None


def _find_headline(page: Page, taken: list[Span], title: str | None) -> Span | None:
    """The line above the content that says what the page calls itself, else the last heading there.

    None where the content begins with its headline already.
    """
    text = page.rendered.text
    below = taken[0].start
    lines = _lines_above(text, below)
    names = _words(title or "")
    first_line = text[below : text.find("\n", below) if "\n" in text[below:] else len(text)]
    if _is_headline(_words(first_line), names) or any(heading.meets(taken[0]) for heading in page.headings):
        return None
    for line in reversed(lines):
        if _is_headline(_words(line.of(text)), names):
            return line
    headings = [heading for heading in page.headings if lines and lines[0].start <= heading.start < below]
    return headings[-1] if headings else None


def _is_headline(words: set[str], names: set[str]) -> bool:
    return len(words) >= 3 and len(words & names) >= _ALIKE * max(len(words), min(len(names), 2 * len(words)))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(fold(text[:_HEADLINE_LENGTH])))


def _lines_above(text: str, below: int) -> list[Span]:
    lines: list[Span] = []
    end = below
    while end > 0 and len(lines) < _HEADLINE_ABOVE:
        start = text.rfind("\n", 0, end - 1) + 1
        if text[start:end].strip():
            lines.append(Span(start, end))
        end = start
    return lines[::-1]


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Runs of nodes with what stands between them; where a node was left out, one break stands for it."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, span.end)
            continue
        if joined:
            joined += break_between(text, joined[-1].end, span.start)
        joined.append(span)
    return joined
