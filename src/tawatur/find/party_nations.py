"""Find a party in an adjective of nationality: `القصف التركي`, `قوة الدفاع الرواندية`.

It names one only beside forces, weapons, a strike or an authority; beside people it tells who they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.party_context import SETTLED_BY_NAME
from tawatur.find.party_heads import FIRE, MARTIAL, NATION
from tawatur.find.party_mentions import PROCLITICS, PartyMention
from tawatur.find.party_words import load_vocabulary
from tawatur.find.people_words import load_vocabulary as load_people

if TYPE_CHECKING:
    from tawatur.find.party_context import Context
    from tawatur.lexicon.entry import Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

NATION_STEPS = 3  # words back from a nationality, over other adjectives, to the noun: القوات الخاصة الأمريكية
_FLAG_WITHIN = 7  # words from a nationality to the force under whose flag its men serve
_SUPPOSED = 2  # words: يعتقد أنها
_LONGEST_NAME = 5  # words
_CLOSING, _OPENING = frozenset("\"”»)'″"), frozenset("\"“«('”")


def read_nation(hit: Hit, words: Words, context: Context, by_end: dict[int, set[str]]) -> PartyMention | None:
    before = hit.first
    adjective = words.forms[before][len(hit.proclitics) :]
    if (
        before
        and not (hit.proclitics or adjective.startswith("ال") or adjective.endswith("ه"))
        and words.forms[before - 1].startswith("ال")
    ):
        return None  # an adjective has the article with its noun: العقيد تركي is a man's name, but الغارة روسية says whose
    if _serves_the_flag(hit, words):
        return None
    before = over_name(words, before)
    before -= _supposed(words, before)
    # Other adjectives may stand between the noun and its nationality: القوات الخاصة الأمريكية, طائرة حربية روسية.
    for _ in range(NATION_STEPS):
        kinds = by_end.get(before, set())
        previous = words.forms[before - 1] if before else ""
        authorities = load_vocabulary().authorities
        if MARTIAL in kinds or previous in authorities or previous.lstrip("وبلفك") in authorities:
            if _is_side_of_a_line(words, before - 1, hit.last):
                return None
            if hit.form.entry.soldiers and previous in load_people().captives:
                return None  # أسرى فلسطينيون are not the men of a state that does not fight
            party = (hit.form.entry.value if FIRE in kinds else "") or _party_of_nation(hit.form, context)
            if party is None:
                if hit.form.entry.country in SETTLED_BY_NAME:
                    return None
                return _read_army(hit, words, before - 1) or _read_foreign(hit, previous)
            why = f"{words.shown(before - 1, hit.last)} are of {party}"
            return PartyMention(hit.first, hit.last, party, "nation", hit.proclitics, None, why)
        # غارات سورية روسية are raids of both
        is_between = previous.startswith("ال") or previous in load_vocabulary().of_arms or NATION in kinds
        if before and is_between and words.gaps[before] == " ":
            before -= 1
        else:
            break
    return None


def _serves_the_flag(hit: Hit, words: Words) -> bool:
    """Whether soldiers of a nationality are said to be of a force of the United Nations: `جندي أيرلندي من قوات اليونيفيل`."""
    listed, last = load_vocabulary(), hit.last
    end = min(words.sentences[words.sentence_of[hit.first]][1], last + _FLAG_WITHIN)
    is_of = last < end and words.gaps[last] == " " and words.forms[last] in listed.serving
    return is_of and not listed.of_the_flag.isdisjoint(words.forms[last + 1 : end])


def over_name(words: Words, at: int) -> int:
    """Where the name ends that stands before a nationality and is not Arabic, or in brackets or quotation marks: `سفينة "لورا" البريطانية`."""
    if not at:
        return at
    if _CLOSING.isdisjoint(words.gaps[at]):
        begin = at
        while begin and words.forms[begin - 1].isascii() and words.forms[begin - 1][0].isalpha():
            begin -= 1
        return begin or at
    near = range(at - 1, max(0, at - _LONGEST_NAME) - 1, -1)
    return next((i for i in near if i and not _OPENING.isdisjoint(words.gaps[i])), at)


def _supposed(words: Words, at: int) -> int:
    """How many words before a nationality only say that it is supposed: `طائرات يعتقد أنها تركية`."""
    listed = load_vocabulary()
    is_that = at > _SUPPOSED and words.forms[at - 1] in listed.supposed_that
    return _SUPPOSED if is_that and words.forms[at - 2] in listed.supposed else 0


def _is_side_of_a_line(words: Words, at: int, behind: int) -> bool:
    """Whether the side at a word is where something lies: `على الجانب السوري من الحدود`, and not `مع الجانب الروسي`."""
    listed = load_vocabulary()
    if not at or words.forms[at] not in listed.sides:
        return False
    is_of = behind < len(words) and words.forms[behind] in listed.of_a_line
    return words.forms[at - 1] in listed.on_sides or is_of


def _read_army(hit: Hit, words: Words, head: int) -> PartyMention | None:
    """The forces of a state that has no identifier: `القوات الأوكرانية`, `قوة الدفاع الرواندية`."""
    proclitic = _before_army(words.forms[head])
    if proclitic is None and head and words.gaps[head] == " ":
        head -= 1
        proclitic = _before_army(words.forms[head])
    if proclitic is None:
        return None
    name = words.shown(head, hit.last)[len(proclitic) :]
    name = f"ا{name}" if words.forms[head].startswith("لل") else name
    return PartyMention(head, hit.last, f"other:{name}", "group", proclitic, None, f"{name} by nationality")


def _read_foreign(hit: Hit, previous: str) -> PartyMention | None:
    """A state that has no identifier, by its nationality alone: `قذيفة هندية`, `البحرية التايلاندية`."""
    state = hit.form.entry.label_ar
    if not state or not load_vocabulary().persons.isdisjoint((previous, previous.lstrip("وبلفك"))):
        return None
    why = f"{state} by nationality, a state without an identifier"
    return PartyMention(hit.first, hit.last, f"other:{state}", "nation", hit.proclitics, None, why)


def _before_army(form: str) -> str | None:
    """What stands before a word for forces; None where the word is none."""
    armies = load_vocabulary().armies
    if form.startswith("لل") and f"ا{form[1:]}" in armies:
        return form[:1]
    return next((form[:n] for n in (0, 1) if form[n:] in armies and form[:n] in PROCLITICS), None)


def _party_of_nation(form: Form, context: Context) -> str | None:
    for party, sense in form.entry.parties:
        if sense.holds(context.country, context.day):
            return party
    return None
