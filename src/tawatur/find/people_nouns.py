"""Pick the nouns that stand for people, or for the harmed, out of all that the lexicon knows in a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tawatur.find.people_words import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.quantities import Quantity
    from tawatur.lexicon.entry import Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_THINGS = frozenset({"source", "object", "weapon"})
_DUAL = re.compile("\u064e\u0651?ي\u0652?(?:ن|ه|ها|هم|هما|هن)$")  # a over the letter before its ending

_FATHER = "people.father"
_OF_SECURITY = frozenset({"امني", "امنيا"})  # after another noun an adjective, whatever that noun is
_IMAM = "امام"
_BOTH_REACH = 5  # words from two people to what is said of either
_ANOTHER_REACH = 6  # words from someone to the other who is joined to him


def forms_as_written(hit: Hit, words: Words) -> tuple[Form, ...]:
    """Readings that the last letter allows: folded, إصابة and أصابه are one, and so are محافظة and محافظه."""
    if words.text[words.ends[hit.last - 1] - 1] != "ة":
        return hit.forms
    return tuple(f for f in hit.forms if not (f.says and f.says.pronoun == "ه"))


def is_dual_as_written(hit: Hit, form: Form, words: Words) -> bool:
    """Whether what may be many are two, by the vowel before the ending, where it is written, or by what is said of them.

    So it is in مدنيَين, راكبَيها and in `إصابة عسكريين بجروح أحدهما ضابط`.
    """
    if form.number not in {"two_or_many", "many"}:
        return False
    if form.number == "two_or_many" and _are_called_two(hit, words):
        return True
    return _DUAL.search(words.text[words.starts[hit.first] : words.ends[hit.last - 1]]) is not None


def _are_called_two(hit: Hit, words: Words) -> bool:
    """Whether the clause goes on with a word for both or for either of them: أحدهما, كلاهما."""
    stop = min(words.sentences[words.sentence_of[hit.first]][1], hit.last + _BOTH_REACH)
    both = load_vocabulary().both_of_them
    return any(words.forms[i] in both for i in range(hit.last, stop))


def is_count(hit: Hit) -> bool:
    """Whether a word for harm is a noun that counts the harmed (قتيل)."""
    return any("count" in form.entry.traits for form in hit.forms)


def leave_no_fathers(hits: list[Hit], words: Words, quantities: Sequence[Quantity]) -> list[Hit]:
    """Without `أب` where no one is joined to him as in `مقتل أب وطفليه`.

    Folded, it is one word with the month آب, often written so, the city of إب and, behind ب, a door.
    """
    if not any(h.form.entry.id == _FATHER for h in hits):
        return hits
    joined = {h.first for h in hits if h.layer == "people"} | {q.first for q in quantities}
    numbers_end = {q.last for q in quantities}
    return [h for h in hits if h.form.entry.id != _FATHER or _is_father(h, words, joined, numbers_end)]


def _is_father(hit: Hit, words: Words, joined: set[int], numbers_end: set[int]) -> bool:
    if hit.proclitics not in {"", "و"} or "أ" not in words.shown(hit.first, hit.last):
        return False
    behind = hit.last
    return (
        hit.first not in numbers_end
        and behind in joined
        and words.forms[behind].startswith("و")
        and words.gaps[behind] == " "
    )


_ON_HIM = frozenset({"عليه", "عليها", "عليهم", "عليهما"})
_BEAR_ARMS = frozenset({"fighters", "security"})


def find_nouns(
    hits: Sequence[Hit], words: Words, numbers_end: Mapping[int, Quantity], parties: Sequence[PartyMention]
) -> list[Hit]:
    """Nouns for people and for the harmed, in order; a word that is both is the harm.

    `numbers_end` holds the numbers by the word after them. What is a party's own name (طالبان) is no noun; what it says of
    its men is (مسلحي الحوثي), and so is the noun by which its people go (مستوطن).
    """
    names = {i: p for p in parties if p.by in {"name", "shared"} for i in range(p.first, p.last)}
    hits = [h for h in hits if h.layer != "people" or h.first not in names or _are_its_men(h, names[h.first])]
    effects = {h.first: h for h in hits if h.layer == "effect"}
    nouns = list(_known_nouns(hits, words, numbers_end, effects))
    harm_ends = {h.last for h in effects.values()}
    things = {h.last for h in hits if h.layer in _THINGS} - harm_ends
    people_at = {h.first for h in hits if h.layer == "people"}
    qualities = {
        h.last for h in hits if h.layer == "quality" and (h.first in things or h.first not in people_at)
    }
    people_end = {h.last for h in hits if h.layer in {"people", "effect"}}
    nouns = [
        h
        for h in nouns
        if not (
            _is_adjective(h, words, things, harm_ends)
            or _is_joined_adjective(h, qualities)
            or _is_said_of_thing(h, words, people_end)
            or _is_said_of_attack(h, words)
            or _is_manner(h, words)
            or _is_without(h, words)
        )
    ]
    taken = {h.first for h in nouns}
    nouns += _nationals(hits, words, numbers_end, effects, taken)
    nouns.sort(key=lambda h: h.first)
    return [
        h for n, h in enumerate(nouns) if not _is_other_thing(h, nouns[n - 1] if n else None, words, effects)
    ]


def _are_its_men(hit: Hit, name: PartyMention) -> bool:
    """Whether a noun is a party's own for its people (مستوطن), or for several fighters at the head of its name.

    So it is in `مقاتلو طالبان`, but not in `مسلحون مجهولون`.
    """
    return hit.form.entry.value == name.party or (
        hit.first == name.first
        and hit.last < name.last
        and name.party != "unknown"
        and hit.form.number in {"many", "two_or_many"}
        and hit.form.entry.value in _BEAR_ARMS
    )


def _is_adjective(hit: Hit, words: Words, things: set[int], harm_ends: set[int]) -> bool:
    """`مصدر عسكري`, `موقع أمني`, `اجتماع أمني`: said of the thing before, and of no person (`مقتل أمني`)."""
    form = words.forms[hit.last - 1]
    return (
        hit.layer == "people"
        and (hit.first in things or (form in _OF_SECURITY and hit.first not in harm_ends))
        and hit.form.number == "one"
        and not hit.proclitics
        and form.endswith(("ي", "يا"))
        and words.gaps[hit.first] == " "
    )


def _is_without(hit: Hit, words: Words) -> bool:
    """`طائرة بدون طيار`: nobody is where one is not."""
    before = words.forms[hit.first - 1] if hit.first and words.gaps[hit.first] == " " else ""
    return hit.layer == "people" and hit.form.number == "one" and before in load_vocabulary().without


def _is_said_of_attack(hit: Hit, words: Words) -> bool:
    """`قتلوا في هجوم مسلح`, `في تفجيرين انتحاريين`: said of the attack before, and of nobody."""
    if hit.layer != "people" or hit.proclitics or not hit.first or words.gaps[hit.first] != " ":
        return False
    form, before = words.forms[hit.last - 1], words.forms[hit.first - 1]
    attacks = load_vocabulary().attacks
    return (
        form.endswith(("ي", "يا", "مسلح", "مسلحا", "مسلحان", "مسلحين", "يان", "يين"))
        and hit.last == hit.first + 1
        and hit.form.number in {"one", "two", "two_or_many"}
        and (before in attacks or (before[:1] in {"و", "ف", "ب", "ل", "ك"} and before[1:] in attacks))
    )


def _is_joined_adjective(hit: Hit, qualities: set[int]) -> bool:
    """`مصادر رسمية وإعلامية`, `بدعم سياسي وعسكري`: joined to the adjective of those who tell, or of a thing, and no person."""
    return (
        hit.layer == "people"
        and hit.proclitics == "و"
        and hit.first in qualities
        and hit.form.number == "one"
    )


def _is_said_of_thing(hit: Hit, words: Words, people_end: set[int]) -> bool:
    """`الفلتان الأمني`, `المجتمع المدني`: definite behind what is definite and no person."""
    form = words.forms[hit.first]
    before = words.forms[hit.first - 1] if hit.first else ""
    return (
        hit.layer == "people"
        and hit.last == hit.first + 1
        and hit.form.number == "one"
        and form.startswith("ال")
        and form.endswith("ي")
        and before.lstrip("وفب").startswith("ال")
        and not before.endswith("ه")
        and words.gaps[hit.first] == " "
        and hit.first not in people_end
        and before not in load_vocabulary().no_heads
    )


def _is_manner(hit: Hit, words: Words) -> bool:
    """`قضي عليه عسكريا`, `القضاء عليهم عسكريا`: how it was done, to him whom the pronoun means."""
    return (
        hit.layer == "people"
        and hit.first > 0
        and words.forms[hit.first].endswith("يا")
        and words.forms[hit.first - 1] in _ON_HIM
        and words.gaps[hit.first] == " "
    )


def _known_nouns(
    hits: Sequence[Hit], words: Words, numbers_end: Mapping[int, Quantity], effects: Mapping[int, Hit]
) -> Iterator[Hit]:
    for hit in hits:
        effect = effects.get(hit.first)
        if hit.layer == "effect" and is_count(hit):
            yield hit
        elif hit.layer != "people" or (effect is not None and is_count(effect)):
            continue
        elif effect is not None and hit.first not in numbers_end:
            continue  # أسر is "capture", and "families" only behind a number
        elif not _is_in_front(hit, words) and (forms := forms_as_written(hit, words)):
            yield hit.narrow(forms)


def _is_in_front(hit: Hit, words: Words) -> bool:
    """`قتلوا أمام السفارة`: folded, أمام and إمام are one."""
    if words.forms[hit.first] != _IMAM:
        return False
    return words.text[words.starts[hit.first]] == "أ"


def _nationals(
    hits: Sequence[Hit],
    words: Words,
    numbers_end: Mapping[int, Quantity],
    effects: Mapping[int, Hit],
    taken: set[int],
) -> Iterator[Hit]:
    """Names of nations and parties that stand for people.

    Counted (61 فلسطينيا), two by their own form (فلسطينيان), or one right behind a word for harm (مقتل فلسطيني).
    """
    among = {h.last for h in hits if h.layer == "cue" and h.form.entry.value == "among"}
    for hit in hits:
        if hit.layer not in {"nation", "party", "anaphor"} or hit.first in taken:
            continue
        at = hit.first
        counted = at in numbers_end or (words.forms[at - 1 : at] == ["من"] and at - 1 in numbers_end)
        apart = at - 1 not in taken or _is_counted_behind(hit, words)
        few = hit.layer == "nation" and apart and _is_few(hit, words, effects)
        if counted or few or (hit.layer == "nation" and at in among and _are_several(hit, words)):
            taken.add(at)
            yield hit


def _are_several(hit: Hit, words: Words) -> bool:
    """`بينهم إيرانيون`: many by their own form, without the article."""
    form = words.forms[hit.last - 1]
    return hit.last == hit.first + 1 and not hit.proclitics and form.endswith(("ون", "يين"))


def _is_counted_behind(hit: Hit, words: Words) -> bool:
    """`قتل مسلح إسرائيليين اثنين`."""
    return hit.last < len(words) and words.forms[hit.last] in load_vocabulary().two


def _is_few(hit: Hit, words: Words, effects: Mapping[int, Hit]) -> bool:
    form = words.forms[hit.last - 1]
    if hit.proclitics.lstrip("وف") or form.lstrip("وف").startswith("ال"):
        return False
    if form.endswith("ان") or (hit.form.number in {"two", "two_or_many"} and form.endswith("ين")):
        return hit.first == 0 or words.forms[hit.first - 1] != "بين"
    return hit.form.number == "one" and hit.first - 1 in effects and not hit.proclitics


def _is_other_thing(hit: Hit, before: Hit | None, words: Words, effects: Mapping[int, Hit]) -> bool:
    """Whether "other" is said of the noun before (شخص آخر, غارة أخرى, من جهة أخرى), and stands for nobody by itself."""
    entry = hit.form.entry
    if entry.value != "same":
        return False
    at = hit.first
    if at == 0 or words.sentence_of[at - 1] != words.sentence_of[at]:
        return True
    if "one" not in entry.traits:
        apart = (
            before is not None
            and at - before.last <= 1
            and words.gaps[at] == " "
            and before.form.entry.kind == "people"
        )
        return (
            bool(apart)
            and not hit.proclitics
            and not any(
                words.forms[i].startswith("و") or i in effects
                for i in range(before.last if before else at, at)
            )
        )
    befell = words.forms[at - 1].lstrip("وف")
    if at - 1 in effects or befell == "عدد" or befell in load_vocabulary().befall:
        return False  # تعرض ثالث لإصابة
    joined = hit.proclitics.startswith("و") and before is not None and at - before.last <= _ANOTHER_REACH
    return not joined
