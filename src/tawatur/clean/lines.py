"""A text as lines, with what can be told of each without understanding it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.clean.furniture import Furniture, Kind, line_key
from tawatur.clean.posts import find_posts

_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK = " \t\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2066\u2067\u2068\u2069\u3000\ufeff"
# Furniture that a page's last lines run into, after a sentence that has ended.
_RUN_ON = re.compile(
    r"(?<=[.!؟?…\"”»\dA-Za-z_])\s{0,3}(?=رابط الخبر|رابط المقال|رابط قناتنا|سمات |الوسوم|وسوم |شارك هذا"
    r"|مقالات ذات صلة|تابعنا على|جميع الحقوق محفوظة|// انتهى|زر الذهاب إلى)"
)
_RUN_ON_LINES = 3
_LETTERS_A_WORD = 5
_WHOLE_WORDS = 12  # a longer line is no phrase, but may begin with one
_BEGINNING_WORDS = 40  # a longer line is a paragraph, however it begins
_BEGINNING = 48  # characters, which no phrase exceeds


@dataclass(slots=True)
class Line:
    """A run of the text between two breaks, without the space around it."""

    start: int
    end: int
    text: str
    words: int  # by its letters: posts break words into pieces, so spaces count for nothing
    key: str = ""  # as `furniture.line_key` has it, of short lines
    kind: Kind | None = None
    in_post: bool = False


def cut_lines(text: str, furniture: Furniture) -> list[Line]:
    """The lines that hold anything, in order; a line that furniture runs into is cut there."""
    lines: list[Line] = []
    at = 0
    for found in _BREAK.finditer(text):
        _add(text, at, found.start(), lines)
        at = found.end()
    _add(text, at, len(text), lines)
    posts = find_posts(text)
    for post in posts:
        _cut(text, lines, post.start)
        _cut(text, lines, post.end)
    ends = [post.end for post in posts] or [line.end for line in lines[-_RUN_ON_LINES:]]
    for line in [line for line in lines if line.end in ends]:
        if run_on := _RUN_ON.search(line.text):
            _cut(text, lines, line.start + run_on.start())
    for line in lines:
        line.in_post = any(post.start <= line.start < post.end for post in posts)
    for line in lines:
        if line.words <= _WHOLE_WORDS:
            line.key = line_key(line.text)
            line.kind = furniture.find(line.key, line.words) or furniture.find_bar(line.text)
        elif line.words <= _BEGINNING_WORDS:
            line.kind = furniture.find(line_key(line.text[:_BEGINNING]), line.words)
    return lines


def _add(text: str, start: int, end: int, lines: list[Line]) -> None:
    if line := _line(text, start, end):
        lines.append(line)


def _line(text: str, start: int, end: int) -> Line | None:
    raw = text[start:end]
    shown = raw.strip(_BLANK)
    if not shown:
        return None
    start += raw.index(shown[0]) if raw[0] != shown[0] else 0
    letters = len(shown) - shown.count(" ") - shown.count("\u0640")
    return Line(start, start + len(shown), shown, (letters + 4) // _LETTERS_A_WORD)


def _cut(text: str, lines: list[Line], at: int) -> None:
    for index, line in enumerate(lines):
        if line.start < at < line.end:
            parts = (_line(text, line.start, at), _line(text, at, line.end))
            lines[index : index + 1] = [part for part in parts if part]
            return
