"""Find the lexicon's forms in a text: one look-up a word.

Each distinct word is analysed once, its possible proclitics split off where the rest begins
some form, and remembered: news repeats its words. Where a word begins a form of several words
the words that follow decide; in each layer the longest form is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from tawatur.arabic.clitics import split_proclitics
from tawatur.lexicon.channels import is_channel, may_be_channel
from tawatur.lexicon.entry import LAYERS, Form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tawatur.lexicon.load import Lexicon
    from tawatur.segment.words import Words

_NEEDED_WITHIN = 8  # words before a form to look for what its entry needs
_REMEMBERED_MOST = 60_000  # distinct words; see segment.words


class Hit(msgspec.Struct, frozen=True, eq=False, gc=False):
    """Forms of one layer that stand at `words[first:last]`, all equally long."""

    first: int
    last: int
    layer: str
    forms: tuple[Form, ...]
    proclitics: str  # what was split off the front: "و", "ب", "ول", …
    form: Form  # the first of them, the likeliest; a field, since it is asked for some hundred times a report

    def narrow(self, forms: tuple[Form, ...]) -> Hit:
        """The same hit with some of its forms alone."""
        return replace(self, forms=forms, form=forms[0])


class _Known(NamedTuple):
    """What may begin at a word: where it stands alone, and where a certain word follows it; each in order."""

    alone: tuple[_Start, ...]
    before: dict[str, tuple[_Start, ...]]


class _Start(NamedTuple):
    """Forms that may begin at a word: how many words, the rest of them, their layer."""

    length: int
    rest: list[str]
    layer: str
    forms: tuple[Form, ...]
    proclitics: str
    needing: bool  # whether some of the forms' entries need a word before them
    owned: bool  # whether "him" or "his" is attached to some of the forms


class _Learned(dict[str, _Known | None]):
    """What may begin at a word, of each word met; None where nothing does."""

    def __init__(self, lexicon: Lexicon, added: Iterable[Form]) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._added: dict[str, list[Form]] = {}
        for form in added:
            self._added.setdefault(form.words[0], []).append(form)

    def __missing__(self, word: str) -> _Known | None:
        if len(self) >= _REMEMBERED_MOST:
            self.clear()
        known = self[word] = self._learn(word)
        return known

    def _learn(self, word: str) -> _Known | None:
        starts: list[_Start] = []
        for proclitics, rest in split_proclitics(word):
            forms = [*self._lexicon.beginning_with(rest), *self._added.get(rest, ())]
            starts += _allow(_starts_of(forms), proclitics)
        if not starts:
            return None
        # By layer, longest first; a whole word before one with something split off.
        starts.sort(key=lambda s: (s.layer, -s.length, len(s.proclitics)))
        before: dict[str, list[_Start]] = {s.rest[0]: [] for s in starts if s.length > 1}
        for start in starts:
            for some in (before[start.rest[0]],) if start.length > 1 else before.values():
                some.append(start)
        return _Known(
            tuple(s for s in starts if s.length == 1), {word: tuple(some) for word, some in before.items()}
        )


class Matcher:
    """Finds the forms of the lexicon and those `added`; holds what it has learned about words, so keep one and use it again."""

    def __init__(self, lexicon: Lexicon, added: Iterable[Form]) -> None:
        self._known = _Learned(lexicon, added)

    def find(self, words: Words) -> list[Hit]:
        """All hits, in order of their first word; layers may overlap."""
        hits: list[Hit] = []
        forms, sentence_of = words.forms, words.sentence_of
        covered: dict[str, int] = {}
        for i, known in enumerate(map(self._known.__getitem__, forms)):
            if known is None:
                continue
            done = ""
            starts, before = known
            if before and i + 1 < len(forms):
                starts = before.get(forms[i + 1], starts)
            for length, rest, layer, found, proclitics, needing, owned in starts:
                if layer == done or covered.get(layer, 0) > i:
                    continue
                last = i + length
                if length > 1 and (forms[i + 1 : last] != rest or sentence_of[i] != sentence_of[last - 1]):
                    continue
                begin = max(words.sentences[sentence_of[i]][0], i - _NEEDED_WITHIN) if needing else i
                told = _have_needed(found, _said_before(words, begin, i)) if needing else found
                if owned and length == 1 and _ends_in_ta(words, i):
                    told = tuple(form for form in told if not _has_object(form))
                if not told:
                    continue
                hits.append(Hit(i, last, layer, told, proclitics, told[0]))
                covered[layer] = last
                done = layer
        return hits


def _ends_in_ta(words: Words, i: int) -> bool:
    """Whether a word is written with ة, which its folded form does not tell from ه."""
    return words.text[words.ends[i] - 1] == "ة"


def _has_object(form: Form) -> bool:
    """Whether "him" or "his" is attached, never written ة: أسرة is a family and no أسره, القوة no ألقوه.

    Words that count people may be of a woman: معتقلة.
    """
    says = form.says
    return says is not None and says.pronoun == "ه" and "count" not in form.entry.traits


def _said_before(words: Words, begin: int, i: int) -> list[str]:
    """The words before a form; a channel that is called as a weapon is (قناة المسيرة) is nothing that a form may need."""
    before = words.forms[begin:i]
    if not may_be_channel(before):
        return before
    return [form for at, form in enumerate(before, begin) if not is_channel(words, at)]


def _have_needed(forms: tuple[Form, ...], before: list[str]) -> tuple[Form, ...]:
    """The forms whose entries need nothing, or have what they need among the words before them.

    Each entry needs words of its own: قذائف after سقط has fallen, and after تعرض has hit.
    """
    met = tuple(f for f in forms if f.entry.needs and not f.entry.needs.isdisjoint(before))
    return met or tuple(f for f in forms if not f.entry.needs)


def _allow(starts: Iterable[_Start], proclitics: str) -> Iterator[_Start]:
    """Starts that may carry these proclitics: a preposition governs few verbs, and ك only what is definite."""
    if not proclitics:
        yield from starts
        return
    for start in starts:
        forms = start.forms
        if proclitics.endswith(("ب", "ل", "ك")):
            forms = tuple(f for f in forms if _may_follow(proclitics[-1], f))
        if forms:
            yield start._replace(forms=forms, proclitics=proclitics)


def _may_follow(preposition: str, form: Form) -> bool:
    if preposition == "ب" and "object" in form.entry.traits:  # دمر دبابة بعبوة: what it was done with
        return False
    if form.is_verb:  # ليقتل: ل before the subjunctive; بيقصفوا: ب before the present of everyday speech
        if form.says is None or form.says.tense != "present":
            return False
        return preposition == "ل" or (preposition == "ب" and form.words[0].startswith(("ي", "ت")))
    return preposition != "ك" or form.words[0].startswith("ال")


def _starts_of(forms: Iterable[Form]) -> list[_Start]:
    """Forms that begin with one word, those of the same words and layer together."""
    grouped: dict[tuple[tuple[str, ...], str], list[Form]] = {}
    for form in forms:
        grouped.setdefault((form.words, LAYERS[form.entry.kind]), []).append(form)
    return [
        _Start(
            len(words),
            list(words[1:]),
            layer,
            tuple(found),
            "",
            needing=any(form.entry.needs for form in found),
            owned=any(map(_has_object, found)),
        )
        for (words, layer), found in grouped.items()
    ]
