"""How far a place's name reaches from the word it begins with: by the gazetteer, or by grammar.

A gazetteer's name is the longest run of words whose key it holds. A name that no gazetteer has
is read only after a word for its kind (`قرية الفلانية`), and never from an ordinary word that
stands without ال.
"""

from __future__ import annotations

from typing import NamedTuple

from tawatur.find.place_signs import Reading, Readings, load_signs
from tawatur.gazetteer.compile import PLAIN, Key
from tawatur.gazetteer.kinds import KINDS
from tawatur.gazetteer.ordinary import load_given_names, load_ordinary
from tawatur.gazetteer.spell import loose
from tawatur.segment.words import Words

_JOINING = frozenset(" _-\u00a0\u200f\u200e#")
_QUOTING = frozenset("\"“”«»'()[]„‘’")
_LONGEST = 5  # words that a name may have
_SETTLED = frozenset({"city", "town", "village", "camp", "neighbourhood", "province", "district"})
_SIDED = frozenset({"village", "town"})


class Name(NamedTuple):
    """A run of words that is a place's name; `key` is None where no gazetteer has it."""

    first: int
    last: int
    reading: Reading
    key: Key | None
    exact: bool  # written as the gazetteer writes it
    strength: int = PLAIN  # how sure a sign of a place it is by itself


def is_joined(gap: str) -> bool:
    """Whether what stands between two words leaves them in one phrase.

    >>> is_joined(" "), is_joined("_"), is_joined("، "), is_joined(' "')
    (True, True, False, False)
    """
    return gap == " " or _JOINING.issuperset(gap)


def is_open(gap: str) -> bool:
    """As `is_joined`, but quotation marks and brackets may stand there too."""
    return gap == " " or all(mark in _JOINING or mark in _QUOTING for mark in gap)


def find_known(words: Words, readings: Readings, at: int, *, bare: bool = False) -> Name | None:
    """The longest gazetteer name that begins at a word; `bare` allows no proclitic before it."""
    forms, gaps = words.forms, words.gaps
    directions = load_signs().directions
    best: Name | None = None
    for reading in readings[forms[at]]:
        longest = reading.longest
        if not longest or (bare and reading.cut):
            continue
        last = at + 1
        if reading.key is not None and best is None:
            best = Name(at, last, reading, reading.key, reading.exact, reading.strength)
        if longest == 1 or last >= len(forms) or not is_joined(gaps[last]):
            continue
        if f"{reading.loose} {loose(forms[last])}" not in readings.gazetteer.pairs:
            continue
        key_of = readings.gazetteer.key
        joined, exact = reading.loose, reading.form
        while last - at < longest and last < len(forms) and is_joined(gaps[last]):
            joined += loose(forms[last])
            exact += forms[last]
            last += 1
            key = key_of(joined)
            is_side = forms[last - 1] in directions and exact not in key.exact if key else False
            if key is not None and not is_side and (best is None or last > best.last):  # الباب شرقي حلب
                best = Name(at, last, reading, key, exact in key.exact, key.exact.get(exact, key.strength))
    return best


def find_unknown(words: Words, readings: Readings, at: int, kind: str, kind_word: str) -> Name | None:
    """A name after a word for its kind, that no gazetteer has."""
    forms, gaps = words.forms, words.gaps
    if at >= len(forms) or not is_open(gaps[at]):
        return None
    form = forms[at]
    reading = Reading("", 0, form, 0)
    signs = load_signs()
    may_be_quoted = kind in _SETTLED or (KINDS[kind].part and kind_word not in signs.proper_only)
    if gaps[at] != " " and may_be_quoted and form not in signs.never_names:
        last = _end_of_quote(words, at)
        if last and form.isalpha() and not readings.follows(form):
            return Name(at, last, reading, None, exact=False)  # بلدة "كذا"
    if not _may_begin(form, readings, kind, kind_word):
        return None
    last = _end_of(words, readings, at)
    if kind in _SIDED and last < len(forms) and forms[last] in signs.name_sides and is_joined(gaps[last]):
        last += not _is_side_of(words, readings, last)  # قرية السنديانة الغربية
    return Name(at, last, reading, None, exact=False)


def _is_side_of(words: Words, readings: Readings, at: int) -> bool:
    """Whether a side without its article is that of what follows: `قرية بربطان غربي البلدة`, but `قرية السنديانة غربي`."""
    forms, behind = words.forms, at + 1
    if forms[at].startswith("ال") or behind >= len(forms) or not is_joined(words.gaps[behind]):
        return False
    form = forms[behind]
    return form.startswith("ال") or any(r.kind or r.longest for r in readings[form])


def is_cut_short(name: Name) -> bool:
    """Whether a known name is only the first word of a longer one: أم in قرية أم الجراد."""
    form = name.reading.form
    return (
        name.last - name.first == 1
        and (is_father(form) or form in load_signs().name_heads)
        and len(form) <= 4
    )


def is_father(form: str) -> bool:
    """Whether a word only begins a name: أبو, بن.

    >>> is_father("ابو"), is_father("كفر")
    (True, False)
    """
    return form in load_signs().fathers


def _end_of_quote(words: Words, at: int) -> int:
    """Where a short quotation ends that begins at a word; 0 where none does."""
    gaps = words.gaps
    if gaps[at][-1:] not in _QUOTING:
        return 0
    for last in range(at + 1, min(at + _LONGEST, len(gaps))):
        if gaps[last][:1] in _QUOTING and gaps[last]:
            return last
    return 0


def _may_begin(form: str, readings: Readings, kind: str, kind_word: str) -> bool:
    signs, ordinary = load_signs(), load_ordinary()
    if not form.isalpha() or not ("\u0621" <= form[0] <= "\u064a") or len(form) < 2:
        return False
    if (
        form in signs.never_names
        or form in signs.prepositions
        or form in signs.relations
        or form in signs.directions
        or form in KINDS[kind].leaves
    ):
        return False
    for reading in readings[form]:
        if reading.country and not (kind == "neighbourhood" and form.startswith("ال") and form.endswith("ي")):
            return (
                False  # السودانية says whose; but حي السويدي is a quarter's name, or it would be الحي السويدي
            )
        if reading.kind and reading.number != "bare":
            return False
        if reading.cut and (reading.relation or reading.longest):
            return False
    if kind == "country":
        return False  # every country is known
    if form.startswith("ال"):
        return kind_word not in signs.proper_only or form not in ordinary or form in load_given_names()
    if kind not in _SETTLED and (form[0] == "ل" or (form[0] == "ب" and form[1:] in ordinary)):
        return False  # مدرسة لتحفيظ
    if form in ordinary:
        if kind in _SETTLED or kind == "area":
            return form in signs.name_heads
        begins = form in load_given_names() or form in signs.fathers
        if kind == "mountain":
            begins = begins or form in signs.name_heads  # جبل حيد الحمام
        return begins and KINDS[kind].part and kind_word not in signs.proper_only
    if (
        form.endswith(("ها", "هم", "هما", "هن")) and len(form) > 5
    ):  # دمرها, سكانهم: a verb or a noun with its pronoun
        return False
    return form in signs.name_heads or not (
        form[0] in "وبل" and (form[1:] in ordinary or ("ا" + form[1:]) in ordinary)
    )


def _end_of(words: Words, readings: Readings, at: int) -> int:
    """Where a name ends that begins at a word: أم and أبو take another, الكبير belongs to it."""
    forms, gaps = words.forms, words.gaps
    signs, given = load_signs(), load_given_names()
    last = at + 1
    most = min(len(forms), at + _LONGEST)
    while last < most and is_joined(gaps[last]):
        form, before = forms[last], forms[last - 1]
        if form in signs.prepositions or form in signs.never_names or form in signs.relations:
            break
        if form in signs.directions and not form.startswith("ال"):
            break  # منطقة كرم شمال غرب البلاد
        if any(r.cut and (r.kind or r.relation or r.longest) for r in readings[form]):
            break
        if form[0] == "و" and before in given and form not in given and form not in signs.name_heads:
            break  # قرية البو محمد وقاموا
        takes = before in signs.name_heads or before in signs.fathers or form in signs.fathers
        person = before in given and form in given
        if not (takes or person or form in signs.name_tails):
            break
        last += 1
    return last


_LIST_MARKS = frozenset("،,/-–")
_LIST_ENDS = frozenset(".؟!?:؛;\n")


def find_in_list(words: Words, readings: Readings, at: int, kind: str, kind_word: str) -> Name | None:
    """A further name of a list under one word for their kind: `وسفوهن`, `، كنصفرة`."""
    forms, gap = words.forms, words.gaps[at]
    marks = set(gap)
    if marks & _LIST_ENDS:
        return None
    form = forms[at]
    comma = bool(marks & _LIST_MARKS)
    if form == "و" and at + 1 < len(forms):
        return None
    if any(r.kind or r.relation for r in readings[form]):
        return None
    known = find_known(words, readings, at)
    if known is not None and (known.reading.proclitic == "و" or (comma and not known.reading.cut)):
        return known
    ordinary = load_ordinary()
    if form[0] == "و" and len(form) > 3:
        rest = form[1:]
        if rest in ordinary or form in ordinary or not _may_begin(rest, readings, kind, kind_word):
            return None
        reading = Reading("و", 1, rest, 0)
        return Name(at, _end_of(words, readings, at), reading, None, exact=False)
    if comma and form not in ordinary:
        return find_unknown(words, readings, at, kind, kind_word)
    return None
