"""Find the report in a page that was flattened to text."""

from __future__ import annotations

import re

from tawatur.clean.features import ABOVE_MOST, count_shared_words, describe, find_needed, find_title, is_body
from tawatur.clean.furniture import load_furniture
from tawatur.clean.lines import Line, cut_lines
from tawatur.clean.rendered import break_between
from tawatur.clean.weights import Weights, find_run, load_weights
from tawatur.records import Span

# No report has as many; a text that has is kept whole, for nothing is known of its like.
_LINES_MOST = 5_000
_LISTED_MOST = 12  # other headlines in the middle of a report
_LEAST_WORDS = 3
_BARE_LINES = 6
_REPEATED_WORDS = 5  # a headline or a quoted post that the page prints twice; shorter lines may be said twice
_HEADLINE_WORDS = 5
_HEADLINES_MOST = 3  # lines that could be headlines above the likest of them; as many are a list of news
_HEADLINE_SHARED = 1  # in five of its words, that the paragraphs below have too
# Under a post: who wrote it, where it is quoted, or when.
_SIGNATURE = re.compile(r"[—–-]{1,3} .{0,80}\(@\w{1,30}\)|\d{1,2}:\d\d\s?(?:[صم]|[AP]M)\s?·")


def find_report(text: str, weights: Weights | None = None) -> list[Span]:
    """The runs of the text that are the report, in order; none where the page is furniture alone.

    A line break stands between two runs, so that they read as the report when they are joined.
    """
    lines = cut_lines(text, load_furniture())
    if not lines:
        return []
    if len(lines) > _LINES_MOST:
        return [Span(lines[0].start, lines[-1].end)]
    report = [line for line in lines if line.in_post]
    if not report:
        report = _trimmed(lines if _is_bare(lines) else _run(lines, weights or load_weights()))
        report = report or _lone_headline(lines)
    return _join(text, lines, _without_furniture(report))


def _run(lines: list[Line], weights: Weights) -> list[Line]:
    needed = find_needed(lines)
    if needed == len(lines) - 1 and _begins_at_once(lines):
        return lines  # an article and nothing else, as most are
    body = next((i for i, line in enumerate(lines) if is_body(line)), 0)
    earliest = max(0, body - ABOVE_MOST)
    first, last = find_run(describe(lines), weights, earliest=earliest, needed=needed)
    if needed is not None:
        first = 0 if _begins_at_once(lines) else _find_start(lines, first)
    run = lines[first : last + 1]
    return run if any(not line.kind and line.words >= _LEAST_WORDS for line in run) else []


def _lone_headline(lines: list[Line]) -> list[Line]:
    """The headline of a report that is no more, or whose text the page kept back: what stands below a report stands below it."""
    first, *rest = lines
    is_one = not first.kind and first.words >= _HEADLINE_WORDS
    return [first] if is_one and rest and rest[0].kind and rest[0].kind.below else []


def _is_bare(lines: list[Line]) -> bool:
    """A few lines without a trace of a page around them: a short post, however little it looks like a report."""
    return len(lines) <= _BARE_LINES and not any(line.kind for line in lines)


def _find_start(lines: list[Line], first: int) -> int:
    """Where the report begins, given its first line by weight: at its headline, where it has one.

    Pages print a headline twice, and both are the report's. Of many headlines in a row one is
    its own: the one whose words its paragraphs repeat.
    """
    title = find_title(lines, shared := count_shared_words(lines))
    if title is None:
        return first
    above = [i for i in range(first, title) if not lines[i].kind and lines[i].words >= _HEADLINE_WORDS]
    if len(above) >= _HEADLINES_MOST or (title < first and (shared[title] or 0) >= _HEADLINE_SHARED):
        first = title
    copies = (i for i in range(first) if lines[i].text == lines[first].text)
    return next(copies, first) if lines[first].words >= _HEADLINE_WORDS else first


def _begins_at_once(lines: list[Line]) -> bool:
    first = lines[0]
    return is_body(first) or (not first.kind and first.words >= _HEADLINE_WORDS and is_body(lines[1]))


def _trimmed(lines: list[Line]) -> list[Line]:
    """A report neither begins nor ends with a button."""
    start, end = 0, len(lines)
    while start < end and _is_never_report(lines[start]):
        start += 1
    while end > start and _is_never_report(lines[end - 1]):
        end -= 1
    return lines[start:end]


def _is_never_report(line: Line) -> bool:
    if line.kind:
        return line.kind.cut
    return bool(_SIGNATURE.match(line.text)) or not any(map(str.isalnum, line.text))


def _without_furniture(lines: list[Line]) -> list[Line]:
    """The report without what stands between its paragraphs and is none of it."""
    heads = load_furniture().whole
    kept: list[Line] = []
    seen: set[str] = set()
    listed = 0  # how many lines the list of other headlines that stands open may still have
    for line in lines:
        if line.kind and line.kind.cut:
            listed = _LISTED_MOST if line.kind.lists and line.key in heads else 0
        elif listed and _is_headline(line):
            listed -= 1
        elif not (_is_never_report(line) or line.text in seen):
            listed = 0
            kept.append(line)
            if line.words >= _REPEATED_WORDS:
                seen.add(line.text)
    return kept


def _is_headline(line: Line) -> bool:
    return not is_body(line) and 3 <= line.words <= 25 and line.text[-1] not in ".:"


def _join(text: str, lines: list[Line], kept: list[Line]) -> list[Span]:
    """The kept lines as runs of the text; where lines were left out, one break stands for them."""
    places = {id(line): i for i, line in enumerate(lines)}
    spans: list[Span] = []
    last = -2
    for line in kept:
        place = places[id(line)]
        if place == last + 1:
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            if spans:
                spans += break_between(text, spans[-1].end, line.start)
            spans.append(Span(line.start, line.end))
        last = place
    return spans
