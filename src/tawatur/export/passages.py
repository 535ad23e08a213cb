"""The words of a claim within their sentence: a quotation alone may begin in the midst of a phrase."""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur.records import Claim, Text

_MOST = 220  # letters on either side: a sentence of a news report seldom needs more
_FAR = 1_000  # letters that are looked through for the sentence's ends
# Where a sentence ends: a line, or a mark with a space after it. A stop after a single letter abbreviates ("د. ").
_ENDS = re.compile(r"[\n\r]+|(?:(?<=\w\w)\.|[!?؟…])[»”\"')\]]*(?=\s)")


class Words(NamedTuple):
    """What states a claim, and the rest of its sentence on either side; white space is made single."""

    before: str
    said: str
    after: str

    @property
    def marked(self) -> str:
        """The sentence with the words that state the claim between quotation marks."""
        return f"{self.before}«{self.said}»{self.after}"


def find_words(text: Text, claim: Claim) -> Words:
    shown, start, end = text.shown, claim.quote.start, claim.quote.end
    return Words(
        _before(shown[max(0, start - _FAR) : start]),
        " ".join(shown[start:end].split()),
        _after(shown[start:end], shown[end : end + _FAR]),
    )


def _before(shown: str) -> str:
    ends = [found.end() for found in _ENDS.finditer(f"{shown} ")]
    rest = shown[ends[-1] :] if ends else shown
    said = " ".join(rest.split())
    if len(said) > _MOST:
        said = "… " + said[-_MOST:].partition(" ")[2]
    return f"{said} " if said and rest[-1:].isspace() else said


def _after(quote: str, shown: str) -> str:
    if _ENDS.search(f"{quote[-4:]} ", len(quote[-4:]) - 1):
        return ""  # the quotation ends its sentence
    ahead = quote[-2:]  # what a stop is judged by
    found = _ENDS.search(f"{ahead}{shown} ", len(ahead))
    rest = shown[: found.end() - len(ahead)] if found else shown
    said = " ".join(rest.split())
    if len(said) > _MOST:
        said = said[:_MOST].rpartition(" ")[0] + " …"
    return f" {said}" if said and rest[:1].isspace() else said
