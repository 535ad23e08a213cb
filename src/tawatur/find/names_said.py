"""Tell words of saying from the names that they are: `قالت شبكة سجل لرصد الانتهاكات` names a network called سجل.

Such a name stands right behind a noun for who speaks, without the article, and is no verb there: the noun's own verb stands before
it, or the letters of the word do not agree with the noun.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.find.speaker_words import Vocabulary
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_FOR_MOST = 3  # words with the article behind what an organisation is for: لرصد الانتهاكات في
_LONG = 3  # letters; a shorter word that begins with ل is a small word


def names_said(says: dict[int, Hit], nouns: Iterable[Hit], words: Words, vocabulary: Vocabulary) -> set[int]:
    """Where a word that is read as one of saying names who speaks: by the words of saying and the nouns for organisations."""
    return {n.last for n in nouns if n.last in says and _is_name(n, says, words, vocabulary)}


def _is_name(noun: Hit, says: dict[int, Hit], words: Words, vocabulary: Vocabulary) -> bool:
    at, said = noun.last, says[noun.last]
    head = words.forms[noun.last - 1]
    definite = noun.form.says.definite if noun.form.says else noun.form.words[0].startswith("ال")
    is_one_word = said.last == at + 1 and not said.proclitics and not definite
    if not is_one_word or words.gaps[at].strip() or said.form.says is None:
        return False
    if noun.form.number not in {"", "one"} or said.form.says.pronoun:
        return False
    before = noun.first - 1
    is_told = before >= 0 and before in says and not words.gaps[noun.first].strip()
    if said.form.is_verb and (said.form.says.agree != "he" or said.form.says.tense != "past"):
        return False
    if said.form.is_verb and head.endswith("ه"):
        return True
    if not is_told:
        return False
    following = words.forms[at + 1] if at + 1 < len(words) else ""
    ends = not following or bool(words.gaps[at + 1].strip()) or following in vocabulary.opens_speech
    return ends or following.startswith(("ال", "لل")) or is_for(following, vocabulary)


def is_for(form: str, vocabulary: Vocabulary) -> bool:
    """Whether a word tells what an organisation is for: `لرصد`, `للأنباء`."""
    return (
        form.startswith("ل")
        and len(form) > _LONG
        and form not in vocabulary.opens_speech
        and form not in vocabulary.no_names
    )


def for_end(first: int, stop: int, words: Words, vocabulary: Vocabulary, taken: Iterable[int]) -> int:
    """Where what an organisation is for ends behind its name: `لرصد الانتهاكات`, `لحقوق الإنسان`; its first word where it is not told."""
    taken = set(taken)
    if (
        first >= stop
        or words.gaps[first] != " "
        or first in taken
        or not is_for(words.forms[first], vocabulary)
    ):
        return first
    last = first + 1
    while last < min(stop, first + 1 + _FOR_MOST) and words.gaps[last] == " " and last not in taken:
        if not words.forms[last].startswith("ال") or words.forms[last] in vocabulary.prepositions:
            break
        last += 1
    return last
