"""Cut a text into words, sentences and quotations: views over it, never copies.

Words are kept as parallel lists, not as objects: reading asks for the folded form of a word
some thousands of times a report. A "word" is a run of Arabic letters (with whatever disguises
it inside), a number with its separators, or a run of other letters; what stands between two
words is their `gap`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate

from tawatur.arabic.fold import fold_word
from tawatur.records.span import Span

_LETTER = (
    "\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\ufb50-\ufdfd\ufe70-\ufefc\u200c\u200d"
)
# A break beside tatweel (قصـ.ـف, اصيـ.بت, مسـ ـيّرة, قــ صف), after a first lone letter (د-اعش), or a one that
# stands for alef (د1عش) is a disguise. A space is one only between tatweels or after two: `لـ قوات` are two words.
_BREAK = (
    r"(?:(?<=\u0640)[ .،\-*_/~]{1,2}(?=\u0640)|(?<=\u0640)[.\-*_~]{1,2}|[.\-*_~]{1,2}(?=\u0640)"
    r"|(?<=[^لبكه\s]\u0640\u0640) )"
)
_WORD = re.compile(  # in one group, so that splitting by it keeps the words between their gaps
    r"([\u0621-\u063a\u0641-\u064a]{2,}+(?= )"  # most words: plain letters up to a space, told before the rest is tried
    rf"|[0-9٠-٩۰-۹]+(?:[.,٫٬:/\-][0-9٠-٩۰-۹]+)*"
    rf"|(?<![{_LETTER}])[{_LETTER}][\-*][{_LETTER}]+"
    rf"|(?<![{_LETTER}])(?!و[1١])[{_LETTER}]{{1,3}}[1١]{{1,2}}\.?[{_LETTER}]{{2,}}"
    rf"|[{_LETTER}]+(?:{_BREAK}[{_LETTER}]+)*"
    rf"|[^\W\d_{_LETTER}]+(?:['’][^\W\d_{_LETTER}]+)?)"
)
_FULL_STOP = re.compile(  # some print · for it
    r"[!?؟۔\n\r\u2028\u2029]|(?<!\.)\.(?!\.)|…|\.{3,}|\A['\"”»)]*·\s"
)
_OPEN, _CLOSE = "“«„", "”»"
# A sentence without an end is cut here, since a decision looks at every pair of mentions in its sentence. The
# longest of 5,987 articles has 374 words.
LONGEST_SENTENCE = 400
_LETTERS = 2  # of the name of a letter: بي

_folded: dict[str, str] = {}
_FOLDED_MOST = 60_000  # words; about 10 MB. News repeats: 6,000 articles hold 90,000 forms.


class Words:
    """The words of one text, in order, and the sentences and quotations they stand in.

    A run of words is a half-open pair of indexes `(first, last)`; `span(first, last)` is its
    place in the text. Of a long text, a passage is cut alone: its words stand at their places in the
    whole, and `before` says how many come before it.
    """

    __slots__ = (
        "_sentence_starts",
        "before",
        "breaks",
        "ends",
        "forms",
        "gaps",
        "quotes",
        "sentence_of",
        "sentences",
        "starts",
        "text",
    )

    def __init__(self, text: str, passage: Span | None = None, before: int = 0) -> None:
        self.text = text
        self.before = before
        self.forms: list[str]
        self.starts: list[int]
        self.ends: list[int]
        self.gaps: list[str]  # what stands before each word; one more for the tail
        self.breaks: list[int]  # which gaps are more than one space
        self._cut(passage or Span(0, len(text)))
        self.sentence_of: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        self._join_sentences()
        self._sentence_starts = [first for first, _ in self.sentences]
        self.quotes: list[tuple[int, int]] = list(_find_quotes(self.gaps, self.breaks))

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, last: int) -> Span:
        """Where the words from `first` up to, not including, `last` stand."""
        return Span(self.starts[first], self.ends[last - 1])

    def shown(self, first: int, last: int) -> str:
        return self.text[self.starts[first] : self.ends[last - 1]]

    def within(self, span: Span) -> tuple[int, int]:
        """The words that lie wholly inside a span."""
        return bisect_left(self.starts, span.start), bisect_right(self.ends, span.end)

    def _cut(self, passage: Span) -> None:
        parts = _WORD.split(self.text[passage.start : passage.end])  # gap, word, gap, …, word, gap
        forms = list(map(_folded.get, parts[1::2]))
        if None in forms:
            forms = [
                form if form is not None else _remember(parts[2 * i + 1]) for i, form in enumerate(forms)
            ]
        if "" in forms:
            _leave_lone_marks(parts, forms)
        bounds = list(accumulate(map(len, parts), initial=passage.start))
        self.forms = forms  # type: ignore[assignment]  # no None is left
        self.gaps = parts[::2]
        self.starts = bounds[1:-1:2]
        self.ends = bounds[2:-1:2]
        self.breaks = [i for i, gap in enumerate(self.gaps) if gap != " "]

    def _join_sentences(self) -> None:
        first, words = 0, len(self.forms)
        for last in [*(i for i in self.breaks if 0 < i < words and self._ends_sentence(i)), words]:
            while first < last:
                end = min(last, first + LONGEST_SENTENCE)
                self.sentence_of += [len(self.sentences)] * (end - first)
                self.sentences.append((first, end))
                first = end

    def _ends_sentence(self, i: int) -> bool:
        gap = self.gaps[i]
        if not _stops(gap):
            return False
        # An initial (أ. د. م.) ends no sentence, nor do letters that are read by their names (بي.أم.بي).
        before = len(self.forms[i - 1])
        is_spelt = gap == "." and before <= _LETTERS and len(self.forms[i]) <= _LETTERS
        return "\n" in gap or not (is_spelt or (gap.startswith(".") and before == 1))


@lru_cache(maxsize=5_000)
def _stops(gap: str) -> bool:
    return _FULL_STOP.search(gap) is not None


def _leave_lone_marks(parts: list[str], forms: list[str | None]) -> None:
    """Make words without a letter part of the gap that they stand in."""
    for i in range(len(forms) - 1, -1, -1):
        if not forms[i]:
            del forms[i]
            parts[2 * i : 2 * i + 3] = ["".join(parts[2 * i : 2 * i + 3])]


def _remember(word: str) -> str:
    if len(_folded) >= _FOLDED_MOST:
        _folded.clear()
    form = fold_word(word)
    _folded[word] = form
    return form


def _find_quotes(gaps: list[str], breaks: list[int]) -> list[tuple[int, int]]:
    """Runs of words between quotation marks; a straight mark opens and closes by turns."""
    quotes: list[tuple[int, int]] = []
    start: int | None = None
    for i in breaks:
        gap = gaps[i]
        for mark in gap:
            if start is not None and (mark in _CLOSE or mark == '"' or (mark in _OPEN and i > start)):
                if i > start:
                    quotes.append((start, i))
                start = None
            elif start is None and (mark in _OPEN or mark == '"'):
                start = i
        if "\n" in gap and start is not None and start != i:
            start = None  # a quotation left open ends with its paragraph
    return quotes
