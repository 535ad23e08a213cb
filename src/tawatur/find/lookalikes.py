"""Words that look like a weapon, like a surrender or like a mother, and are none where they stand.

The channel المسيرة is no drone, the aircraft of an aircraft carrier drop nothing, who refused to give himself up did not, and أما is "as for".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.people_words import load_vocabulary
from tawatur.find.quantity_words import is_space
from tawatur.lexicon.channels import is_channel

if TYPE_CHECKING:
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_GIVEN_UP = frozenset({"surrendered", "surrender"})
_PROCLITICS = "وفبلك"
_AS_FOR = "اما"  # of أم too, and إما, as they are folded
_BORN = "زاده"  # that ends a Persian's name, and nobody says زاده
_SELVES = ("نفس", "انفس")  # himself, themselves, as they are folded
_REFUSED_WITHIN = 4  # words back to the refusing: رفض المطلوب الأول تسليم نفسه


def leave_lookalikes(hits: list[Hit], words: Words) -> list[Hit]:
    """Hits without those that only look like a weapon, a surrender or a mother."""
    return [h for h in hits if not _is_lookalike(h, words)]


def _is_lookalike(hit: Hit, words: Words) -> bool:
    if hit.layer == "weapon":
        return _is_no_weapon(hit, words)
    if hit.layer == "say":
        return words.forms[hit.first] == _BORN
    if hit.layer == "people":
        return words.forms[hit.first].removeprefix("و") == _AS_FOR and not _has_child(hit, words)
    return hit.layer in {"effect", "act"} and hit.form.entry.value in _GIVEN_UP and _is_refused(hit, words)


def _has_child(hit: Hit, words: Words) -> bool:
    """`قتلوا أما وطفليها`."""
    behind = hit.last
    return behind < len(words) and words.gaps[behind] == " " and words.forms[behind].startswith("و")


def _is_no_weapon(hit: Hit, words: Words) -> bool:
    """`قناة المسيرة`, `حاملة الطائرات الأمريكية`."""
    return is_channel(words, hit.first) or (bool(hit.first) and _is_carried(hit, words))


def _is_carried(hit: Hit, words: Words) -> bool:
    return _strip(words.forms[hit.first - 1], load_vocabulary().carriers)


def _is_refused(hit: Hit, words: Words) -> bool:
    """`رفض المطلوب تسليم نفسه`: somebody stands at most between the refusing and what was refused. A town's (الاستسلام) is news."""
    if not words.forms[hit.last - 1].startswith(_SELVES):
        return False
    begin = max(words.sentences[words.sentence_of[hit.first]][0], hit.first - _REFUSED_WITHIN)
    for at in range(hit.first - 1, begin - 1, -1):
        if not is_space(words.gaps[at + 1]):
            return False
        if _strip(words.forms[at], load_vocabulary().refusals):
            return True
    return False


def _strip(form: str, listed: frozenset[str]) -> bool:
    """Whether a word is listed, as it stands or behind one letter that is written onto it."""
    return form in listed or (form[:1] in _PROCLITICS and form[1:] in listed)
