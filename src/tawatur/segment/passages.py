"""Cut a very long text into passages that are read one by one.

What a decision weighs grows with the text around it, so that the time for a text read as one grows with the
square of its length, and a page of five megabytes would take days. In passages it takes five hundred times as long
as one of ten kilobytes. No article is this long: of 5,987 the longest has 3,610 words.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.records.span import Span
from tawatur.segment.words import Words

PASSAGE = 4_000  # words


def cut_passages(words: Words) -> Iterator[Words]:
    """The words themselves where they are few enough, else runs of whole sentences, in order."""
    if len(words) <= PASSAGE:
        yield words
        return
    first = 0
    for number, (_, last) in enumerate(words.sentences, 1):
        is_end = number == len(words.sentences)
        after = last if is_end else words.sentences[number][1]
        if not is_end and after - first <= PASSAGE:
            continue
        start = words.starts[first] if first else 0
        end = len(words.text) if is_end else words.starts[last]
        yield Words(words.text, Span(start, end), before=first)
        first = last
