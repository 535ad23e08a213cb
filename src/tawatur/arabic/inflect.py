"""Write out the forms of a verb or a noun as newspapers print them, folded.

Arabic news uses few forms of each word: third person, two tenses, both voices, the verbal noun
with its cases, the article and the attached pronouns. Writing them out once, when a lexicon is
compiled, makes matching a look-up. What the letters cannot tell (active from passive in most
verbs, dual from plural in -ين) is left as `either`: the sentence decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.arabic.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا")


class Inflected(NamedTuple):
    """One written form and what its letters say."""

    form: str  # folded
    part: str  # "verb", "noun", "adjective"
    number: str = ""  # "one", "two", "many", "two_or_many"; "" for verbs
    voice: str = ""  # verbs: "active", "passive", "either"
    tense: str = ""  # verbs: "past", "present"
    agree: str = ""  # verbs: "he", "she", "they", "two"
    pronoun: str = ""  # an attached pronoun
    definite: bool = False  # carries the article


def inflect_verb(past: str, present: str, *, voice: str = "either") -> Iterator[Inflected]:
    """Third-person forms of a verb from its past and present ("قصف", "يقصف").

    >>> [f.form for f in inflect_verb("شن", "يشن") if not f.pronoun][:3]
    ['شن', 'شنت', 'شنوا']
    """
    past, present = _fold_final(past), _fold_final(present)
    for form, agree in _past_forms(past):
        yield from _with_pronouns(form, "past", agree, voice)
        yield from _as_posts_write(form, "past", voice)
    for form, agree in _present_forms(present):
        yield from _with_pronouns(form, "present", agree, voice)
        yield from _as_posts_write(form, "present", voice)


def inflect_noun(*written: str) -> Iterator[Inflected]:
    """Forms of a noun: the singular, then its plurals. `/ون` and `/ات` ask for a sound plural.

    >>> {f.form for f in inflect_noun("مدني/ون")} >= {"مدني", "مدنيا", "المدنيين", "مدنيان", "مدنيو"}
    True
    >>> {f.form for f in inflect_noun("غارة/ات")} >= {"غاره", "غارتين", "غارات", "غاراته", "الغاره"}
    True
    """
    singular, _, ending = written[0].partition("/")
    one = fold(singular)
    yield from _with_cases(one, "one")
    stem = one[:-1] + "ت" if one.endswith("ه") else one
    yield from _definite(stem + "ان", "two")
    yield from _definite(stem + "ين", "two_or_many" if ending == "ون" else "two")
    yield Inflected(stem + "ا", "noun", "two")  # the dual in construct: رجلا أمن, رجلي أمن
    yield Inflected(stem + "ي", "noun", "two_or_many" if ending == "ون" else "two")
    for plural in ([ending] if ending else []) + list(written[1:]):
        yield from _plural(one, plural)


def _plural(one: str, plural: str) -> Iterator[Inflected]:
    if plural == "ون":
        yield from _definite(one + "ون", "many")
        yield from _definite(one + "ين", "two_or_many")
        yield Inflected(one + "و", "noun", "many")
        for pronoun in PRONOUNS:
            yield Inflected(one + "و" + pronoun, "noun", "many", pronoun=pronoun)
            yield Inflected(one + "ي" + pronoun, "noun", "many", pronoun=pronoun)
        return
    many = one.removesuffix("ه") + "ات" if plural == "ات" else fold(plural)
    if plural.endswith("ى"):  # قتلى, قتلاهم
        yield from _definite(many, "many")
        for pronoun in PRONOUNS:
            yield Inflected(many[:-1] + "ا" + pronoun, "noun", "many", pronoun=pronoun)
        return
    yield from _with_cases(many, "many")


def _with_cases(noun: str, number: str) -> Iterator[Inflected]:
    yield from _definite(noun, number)
    if not noun.endswith(("ه", "ا", "ات", "اء", "ي" if len(noun) < 3 else "\0")):
        yield Inflected(noun + "ا", "noun", number)  # the accusative's alef
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    for pronoun in PRONOUNS:
        if noun.endswith("ي") and pronoun == "ه":  # عسكريه would be the adjective عسكرية
            continue
        yield Inflected(stem + pronoun, "noun", number, pronoun=pronoun)


def _definite(noun: str, number: str) -> Iterator[Inflected]:
    yield Inflected(noun, "noun", number)
    yield Inflected("ال" + noun, "noun", number, definite=True)


def _fold_final(verb: str) -> str:
    """Fold a verb, but keep whether it ends in ى or ي: the two inflect differently."""
    return fold(verb[:-1]) + verb[-1] if verb.endswith(("ى", "ا")) else fold(verb)


def _past_forms(past: str) -> Iterator[tuple[str, str]]:
    if past.endswith(("ى", "ا")):  # defective: نفى نفت نفوا
        stem = past[:-1]
        yield from ((fold(past), "he"), (stem + "ت", "she"), (stem + "وا", "they"), (stem + "يا", "two"))
        yield stem + "تا", "two"
    elif past.endswith("ي"):  # لقي لقيت لقوا
        yield from ((past, "he"), (past + "ت", "she"), (past[:-1] + "وا", "they"), (past + "ا", "two"))
    else:
        yield from ((past, "he"), (past + "ت", "she"), (past + "وا", "they"), (past + "ا", "two"))
        yield past + "تا", "two"
        yield past + "ن", "they"


def _present_forms(present: str) -> Iterator[tuple[str, str]]:
    rest = fold(present)[1:]
    stem = rest[:-1] if present.endswith(("ي", "ى", "و")) and len(rest) > 2 else rest
    yield from (("ي" + rest, "he"), ("ت" + rest, "she"))
    yield from (("ي" + stem + "ون", "they"), ("ي" + stem + "وا", "they"))
    yield from (("ي" + rest + "ان", "two"), ("ت" + rest + "ان", "two"))
    yield from (("س" + "ي" + rest, "he"), ("س" + "ت" + rest, "she"))


def _as_posts_write(form: str, tense: str, voice: str) -> Iterator[Inflected]:
    """The plural without its silent alef, as posts write it: قتلو, يقصفو."""
    if form.endswith("وا"):
        yield Inflected(form[:-1], "verb", voice=voice, tense=tense, agree="they")


def _with_pronouns(form: str, tense: str, agree: str, voice: str) -> Iterator[Inflected]:
    yield Inflected(form, "verb", voice=voice, tense=tense, agree=agree)
    if voice == "passive":
        return
    stem = form[:-1] if form.endswith("وا") else form
    if stem.endswith("ي") and tense == "past" and agree == "he":
        stem = stem[:-1] + "ا"  # تبنى + ها
    for pronoun in PRONOUNS:
        # A verb with its object attached is active.
        yield Inflected(stem + pronoun, "verb", voice="active", tense=tense, agree=agree, pronoun=pronoun)
