"""Fold Arabic spelling for matching: one key for the spellings that writers do not keep apart.

Folding drops diacritics, tatweel and invisible marks, joins alef, ya, ta marbuta and hamza
seats and a few spellings of one word, and turns Persian letters and every digit into one. It is for keys only: places and
people differ by ة and ه, so what is shown is never folded. Folding works on words; where a
word stands is remembered by whoever cut it (`segment.words`), so no map is needed here.
"""

from __future__ import annotations

import re
import unicodedata

_TATWEEL = "\u0640"
_MARKS = "".join(map(chr, (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06EE))))
_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u061c"
)

_LETTERS = {
    **dict.fromkeys("أإآٱٲٳ", "ا"),
    **dict.fromkeys("ىیېۍيے", "ي"),
    "ئ": "ي",
    "ؤ": "و",
    **dict.fromkeys("ةۃەہھۀ", "ه"),
    **dict.fromkeys("کڪګ", "ك"),
    "گ": "غ",
    "پ": "ب",
    "چ": "ج",
    "ڤ": "ف",
    "ژ": "ز",
    "ۆ": "و",
}
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_SEPARATORS = {"٬": ",", "٫": "."}
_TABLE = str.maketrans(
    {**dict.fromkeys(_MARKS + _INVISIBLE + _TATWEEL), **_LETTERS, **_DIGITS, **_SEPARATORS}
)
# Words that are spelled in two ways, letter for letter: Kurds write كوردستان, and Egypt مسئول.
_SPELLED = (("كورد", "كرد"), ("مسيول", "مسوول"))
# Posts hide words from filters by breaking them: قصـ.ـف, د-اعش, ق*صف. What stands inside a word
# that `segment.words` took as one is never part of its spelling.
_DISGUISE = re.compile(r"(?<=[^\W\d_])[\s.،\-*/_~]+(?=[^\W\d_])")
_ONE_FOR_ALEF = re.compile(r"(?<=[^\W\d_])11?\.?(?=[^\W\d_])")  # د1عش
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def fold(word: str) -> str:
    """The key of a word or phrase; runs of spaces are kept.

    >>> fold("قُتِلَ"), fold("الأسايش"), fold("١٢")
    ('قتل', 'الاسايش', '12')
    >>> fold("الكوردستاني"), fold("مسئوليتها") == fold("مسؤوليتها")
    ('الكردستاني', True)
    """
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    key = word.translate(_TABLE)
    for spelled, usual in _SPELLED:
        if spelled in key:
            key = key.replace(spelled, usual)
    return key


def fold_word(word: str) -> str:
    """The key of a single word, with what disguises it taken out.

    >>> fold_word("مسـ ـيّرة"), fold_word("د-اعش"), fold_word("د1عش"), fold_word("28/11/2018")
    ('مسيره', 'داعش', 'داعش', '28/11/2018')
    """
    key = fold(word)
    if key.isalpha() or key[:1].isdecimal():
        return key
    return _DISGUISE.sub("", _ONE_FOR_ALEF.sub("ا", key))


def fold_phrase(phrase: str) -> str:
    """The key of a phrase: its words folded, punctuation dropped, one space between.

    >>> fold_phrase("تنظيم “الدولة الإسلامية”")
    'تنظيم الدوله الاسلاميه'
    """
    return " ".join(re.sub(r"[^\w\s]", " ", fold(phrase)).replace("_", " ").split())
