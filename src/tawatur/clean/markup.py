"""Render a page's markup as the words that a browser would show, each led back to the markup.

Own and small, because parsers that build trees lose where a word stood, and overflow or crawl
on markup that is nested 10,000 deep. One pass, no tree, linear in the length of the markup.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from tawatur.clean.rendered import Rendered
from tawatur.records import Piece, Span

_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_TAG_STOP = re.compile(r">|=[ \t\r\n\f]{0,20}([\"'])")  # a quote opens a value only after its sign
# What text markup writes otherwise than it shows: an entity, or a run of space.
_OTHERWISE = re.compile(
    r"(?P<space>[ \t\r\n\f\v]{2,}|[\t\r\n\f\v])|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"
)
_UNSEEN = frozenset(
    ("script", "style", "textarea", "title", "iframe", "noframes", "template", "svg", "select", "xmp")
)
_INLINE = frozenset(
    [
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "g",
            "i",
        ),
        *(
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "path",
            "q",
            "rb",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
        ),
        *("strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    ]
)
# Tags that close themselves, or that writers leave open: they nest nothing.
_FLAT = frozenset(
    [
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
        *(
            "p",
            "li",
            "dt",
            "dd",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "tfoot",
            "option",
            "colgroup",
            "rt",
            "rp",
            "path",
        ),
    ]
)
_CLOSING = {name: re.compile(f"</{name}(?![a-zA-Z0-9])", re.IGNORECASE) for name in _UNSEEN}


@dataclass(slots=True)
class Page:
    """What a page shows: its words, where its text nodes and its headings stand, and how deep it is nested."""

    rendered: Rendered
    nodes: list[Span]
    headings: list[Span]
    depth: int
    tags: int


@dataclass(slots=True)
class _Rendering:
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    nodes: list[Span] = field(default_factory=list)
    headings: list[Span] = field(default_factory=list)
    length: int = 0
    at_break: bool = True  # nothing stands on this line yet
    spaced: bool = True  # a space would show as nothing here

    def write(self, shown: str, received: int) -> None:
        """Add text; with more than one character it stands in the markup letter for letter."""
        self.parts.append(shown)
        self.pieces.append(Piece(self.length, received, len(shown)))
        self.length += len(shown)

    def write_space(self, received: int) -> None:
        if not self.spaced:
            self.write(" ", received)
            self.spaced = True

    def write_break(self, received: int) -> None:
        if not self.at_break:
            self.write("\n", received)
            self.at_break = self.spaced = True

    def write_text(self, markup: str, start: int, end: int) -> None:
        before = self.length
        at = start
        for found in _OTHERWISE.finditer(markup, start, end):
            self._write_letters(markup, at, found.start())
            at = found.end()
            if found["space"]:
                self.write_space(found.start())
            else:
                self._write_entity(found[0], found.start())
        self._write_letters(markup, at, end)
        if self.length > before:
            self.nodes.append(Span(before, self.length))

    def _write_letters(self, markup: str, start: int, end: int) -> None:
        if self.spaced and start < end and markup[start] == " ":
            start += 1
        if start < end:
            self.write(markup[start:end], start)
            self.spaced = markup[end - 1] == " "
            self.at_break = False

    def _write_entity(self, entity: str, received: int) -> None:
        shown = html.unescape(entity)
        if shown == entity:
            self._write_letters_of(entity, received)
            return
        for letter in shown:
            self.write(letter, received)
        self.at_break = self.spaced = False

    def _write_letters_of(self, letters: str, received: int) -> None:
        self.write(letters, received)
        self.at_break = self.spaced = False


def render(markup: str) -> Page:
    """The page as it shows; comments, scripts and the like leave nothing."""
    rendering = _Rendering()
    at = depth = deepest = tags = 0
    heading: int | None = None
    while (opening := markup.find("<", at)) >= 0:
        if opening > at:
            rendering.write_text(markup, at, opening)
        name = _NAME.match(markup, opening + 1)
        if not name:
            at = _skip_other(markup, opening, rendering)
            continue
        tags += 1
        at = _end_of_tag(markup, name.end())
        tag, closes = name[1].lower(), markup[opening + 1] == "/"
        if tag not in _FLAT:
            depth = max(depth + (-1 if closes else 1), 0)
            deepest = max(deepest, depth)
        if tag == "h1" and heading is not None and rendering.length > heading:
            rendering.headings.append(Span(heading, rendering.length))
        if tag not in _INLINE and tag not in _UNSEEN:
            rendering.write_break(opening)
        if tag == "h1":
            heading = None if closes else rendering.length
        if tag in _UNSEEN and not closes and markup[at - 2] != "/":
            end = _CLOSING[tag].search(markup, at)
            at = end.start() if end else len(markup)
    if at < len(markup):
        rendering.write_text(markup, at, len(markup))
    text = "".join(rendering.parts)
    return Page(Rendered(text, tuple(rendering.pieces)), rendering.nodes, rendering.headings, deepest, tags)


def _skip_other(markup: str, opening: int, rendering: _Rendering) -> int:
    """Past a comment, a declaration, or a bare `<` that is only a sign."""
    if markup.startswith("<!--", opening):
        end = markup.find("-->", opening + 4)
        return end + 3 if end >= 0 else len(markup)
    if markup.startswith(("<!", "<?", "</"), opening):
        end = markup.find(">", opening)
        return end + 1 if end >= 0 else len(markup)
    rendering.write_text(markup, opening, opening + 1)
    return opening + 1


def _end_of_tag(markup: str, at: int) -> int:
    """Past the `>` that is in no quoted value; past the next one where a quotation is never closed."""
    start = at
    while stop := _TAG_STOP.search(markup, at):
        if not stop[1]:
            return stop.end()
        close = markup.find(stop[1], stop.end())
        if close < 0:
            break
        at = close + 1
    end = markup.find(">", start)
    return end + 1 if end >= 0 else len(markup)
