"""Find the parties a text names, by name, by nationality, or by a common noun that points back.

A name may mean different parties in different countries and years (الجيش الوطني, التحالف, النظام);
the country comes from the unambiguous names and the places around. An adjective of nationality is a
party only beside forces, weapons, a strike or an authority (القصف التركي); beside people it tells who
they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tawatur.find.alliances import join_leaders
from tawatur.find.leaders import find_leaders, is_leader
from tawatur.find.party_context import SETTLED_BY_NAME, THEATRES
from tawatur.find.party_heads import kinds_by_end
from tawatur.find.party_lookalikes import is_affiliation, is_lord, names_a_place, names_an_institution
from tawatur.find.party_mentions import PartyMention
from tawatur.find.party_nations import NATION_STEPS, over_name, read_nation
from tawatur.lexicon.channels import is_channel
from tawatur.lexicon.states import load_parties, state_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.party_context import Context
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


_ADJECTIVES = ("ي", "يه", "يون", "يين", "يا")
_THE = "ال"
_LATTER = "anaphor.latter"
_JOINED = frozenset({"", "و", "ل", "ب", "ول", "وب", "ف"})  # what may be written onto a title
_HERE = -1  # the rank of a name by its meaning in the country spoken of, before what it means elsewhere
_OF_THEN = 3  # the rank of what a name meant up to some day, where no day is known
_FOES = 4  # the rank of a name that one camp has for its enemies, after all others
# Whose they are unless a nationality behind says another's.
_ENEMY, _OF_ENEMY = frozenset({"العدو", "الاحتلال", "العدوان"}), "IL"
_OCCUPATION = "occupation"
_OCCUPYING = ("احتلال", "محتل")
_FOE = "enemy"
_OF_BORDERS = ["الحدود"]  # حرس الحدود
_MINISTRIES = frozenset({"الداخليه", "الدفاع"})  # as they are folded
# Groups without an identifier that are rebels or gunmen by the first word of their name: المتمردون after حركة 23 مارس.
_BAND_NOUNS = frozenset({"حركه", "جماعه", "تنظيم", "جبهه"})
_BAND_KINDS = frozenset({"militants", "rebels", "terrorists"})
_STATE = "state"  # the entry of forces that any state has


def find_parties(
    hits: Sequence[Hit], words: Words, context: Context, places: frozenset[tuple[int, int]] = frozenset()
) -> list[PartyMention]:
    """Parties in order of their place; overlapping readings are settled, the longer name first.

    `places` are names that the words around make a place: a state or a capital named so (`في العراق`) is no party.
    """
    context = context._replace(occupier=_occupier(hits, context))
    nations = {h.first for h in hits if h.layer == "nation"}
    of_others = {h.first for h in hits if h.layer == "nation" and h.form.entry.country != _OF_ENEMY}
    leaders = find_leaders(hits, words)
    movements = {h.first for h in hits if h.layer == "party" and _is_movement(h, words)}
    hits = [
        h
        for h in hits
        if (h.first, h.last) not in places
        and (h.first in leaders or not is_leader(h))
        and not names_a_place(h, words)
        and not names_an_institution(h, words)
        # الاحتلال الروسي: the nationality tells whose, not what الاحتلال mostly points to
        and not (
            h.last in nations
            and ((h.layer == "anaphor" and h.form.entry.value) or _is_of_a_state(h))
            and not _stands_apart(h, words)
        )
        and not (h.last in of_others and words.forms[h.last - 1] in _ENEMY and h.layer == "party")
        and not (h.layer == "anaphor" and h.last in movements)  # مسلحون حوثيون
        and not (h.form.entry.id == _LATTER and _is_adjective(h, words))
    ]
    found: list[PartyMention] = []
    heads = {over_name(words, at) - back for at in nations for back in range(NATION_STEPS)}
    by_end = kinds_by_end([h for h in hits if h.last in heads or h.last - 1 in nations], words)
    taken = 0
    named: list[PartyMention] = []
    for hit in hits:
        if hit.layer not in {"party", "nation", "anaphor"} or hit.first < taken:
            continue
        if hit.layer == "nation" and found and found[-1].last == hit.first and _is_nonstate(found[-1]):
            continue  # الفصائل السورية are no state's
        mention = _read_hit(hit, words, context, by_end, named)
        if mention is None:
            continue
        longer = _same_start(hits, hit, mention, words, context, by_end, named)
        mention = longer or mention
        if found and is_lord(words, mention, found[-1]):
            named.insert(max(0, len(named) - 1), mention)  # الجماعة points rather to whom it leads
            taken = mention.last
            continue
        while found and found[-1].last > mention.first:  # القوات المسلحة within القوات المسلحة الأوكرانية
            within = found.pop()
            if named and named[-1] is within:
                named.pop()
        found.append(mention)
        taken = mention.last
        if mention.entry is not None or mention.by == "group":
            named.append(mention)
    return join_leaders(found, words)


def _occupier(hits: Sequence[Hit], context: Context) -> str | None:
    """The only one whom the text calls an occupier by name (`الاحتلال التركي`), else whom the outlet's camp calls so."""
    called = {
        hit.form.entry.id
        for hit in hits
        if hit.layer == "party" and hit.form.sense is None and _OCCUPATION in hit.form.entry.kinds
        if any(mark in word for word in hit.form.words for mark in _OCCUPYING)
    }
    return called.pop() if len(called) == 1 else _foe_of(context.camp)


def _foe_of(party: str | None) -> str | None:
    """Whom a party calls the enemy."""
    entry = load_parties().get(party or "")
    return entry.foe or None if entry is not None else None


def _enemy(context: Context, named: list[PartyMention]) -> str | None:
    """Whom the text calls an occupier, else the enemy of the party named last that has one, or that is one."""
    if context.occupier is not None:
        return context.occupier
    for mention in reversed(named):
        if mention.entry is not None and (mention.entry.foe or _FOE in mention.entry.kinds):
            return mention.entry.foe or mention.party
    return None


def _is_movement(hit: Hit, words: Words) -> bool:
    """Whether a party's name is an adjective that qualifies fighters: حوثيون, الداعشية."""
    is_foe = all(form.sense is not None and form.sense.told_by for form in hit.forms)
    return not is_foe and words.forms[hit.first].endswith(_ADJECTIVES)


def _is_nonstate(mention: PartyMention) -> bool:
    entry = load_parties().get(mention.party)
    return entry is not None and entry.side == "nonstate"


def _is_adjective(hit: Hit, words: Words) -> bool:
    """Whether a word is an adjective of the noun before it: `الأشهر الأخيرة`, `الجيوب الأخيرة`."""
    at = hit.first
    if not at or hit.proclitics or words.gaps[at].strip(" #_"):
        return False
    before = words.forms[at - 1]
    return before[0].isdecimal() or before.lstrip("وفبكل").startswith(("ال", "لل"))


def _same_start(
    hits: Sequence[Hit],
    hit: Hit,
    mention: PartyMention,
    words: Words,
    context: Context,
    by_end: dict[int, set[str]],
    named: list[PartyMention],
) -> PartyMention | None:
    """A reading in another layer that begins at the same word and says more: a name before an anaphor."""
    best = None
    order = {"name": 0, "shared": 1, "nation": 2, "group": 3, "anaphor": 4, "kind": 5}
    for other in hits[bisect_left(hits, hit.first, key=_first) : bisect_right(hits, hit.first, key=_first)]:
        if other is hit or other.layer not in {"party", "nation", "anaphor"}:
            continue
        candidate = _read_hit(other, words, context, by_end, named)
        if candidate and (-(candidate.last), order[candidate.by]) < (
            -(best or mention).last,
            order[(best or mention).by],
        ):
            best = candidate
    return best


def _first(hit: Hit) -> int:
    return hit.first


def _read_hit(
    hit: Hit, words: Words, context: Context, by_end: dict[int, set[str]], named: list[PartyMention]
) -> PartyMention | None:
    if hit.layer == "party":
        return _read_name(hit, words, context, named)
    if hit.layer == "nation":
        return read_nation(hit, words, context, by_end)
    return _read_anaphor(hit, words, context, named)


def _read_name(hit: Hit, words: Words, context: Context, named: list[PartyMention]) -> PartyMention | None:
    country = context.at(words.sentence_of[hit.first])
    choices = []
    for form in hit.forms:
        if form.entry.id == _STATE:
            continue
        sense = form.sense
        if sense is None:
            choices.append((0, form))
            continue
        if (sense.quoted and not _is_quoted(words, hit)) or (
            sense.channel and not is_channel(words, hit.first)
        ):
            continue
        if sense.after and not (
            named
            and named[-1].party == sense.after
            and hit.first - named[-1].last <= 2
            and "و" in hit.proclitics
        ):
            continue
        if sense.told_by:
            sentence = words.sentence_of[hit.first]
            is_told = sense.told_by == context.camp or sense.told_by in context.tellers.get(sentence, ())
            if is_told and sense.holds(context.country, context.day):
                choices.append((_FOES, form))
        elif sense.holds(country, context.day):
            rank = 1 if country is None or sense.countries is None else _HERE
            if sense.until is not None:  # what it meant up to a day; of no day, what it means now
                rank = _OF_THEN if context.day is None else rank - 1
            choices.append((rank, form))
        elif sense.holds(context.country, context.day):
            choices.append((2, form))
    if not choices:
        return _read_state(hit, words, context, named)
    rank, form = min(choices, key=lambda c: (c[0], c[1].entry.id))
    by = "name" if rank == 0 else "shared"
    if form.entry.id == "other":
        name = _shown_bare(words, hit)
        why = f"{name} is a group without an identifier"
        return PartyMention(hit.first, hit.last, f"other:{name}", "group", hit.proclitics, None, why)
    if rank == _FOES:
        camp = form.sense.told_by if form.sense is not None else None
        why = f"{form.name} are {form.entry.label_en} for {camp}, in whose words it stands"
        return PartyMention(hit.first, hit.last, form.entry.id, "kind", hit.proclitics, None, why)
    why = f"{form.name} names {form.entry.label_en}" + (f" in {country or context.country}" if rank else "")
    return PartyMention(hit.first, hit.last, form.entry.id, by, hit.proclitics, form.entry, why)


def _shown_bare(words: Words, hit: Hit) -> str:
    """A name without what is written onto it, and no quotation marks within."""
    first = words.shown(hit.first, hit.first + 1)[len(hit.proclitics) :]
    parts = [f"ا{first}" if words.forms[hit.first].startswith("لل") and first.startswith("ل") else first]
    for i in range(hit.first + 1, hit.last):
        parts += (" " if words.gaps[i] else "", words.shown(i, i + 1))  # إم23
    return "".join(parts)


def _is_of_a_state(hit: Hit) -> bool:
    return any(form.entry.id == _STATE for form in hit.forms)


def _read_state(
    hit: Hit, words: Words, context: Context, named: Sequence[PartyMention]
) -> PartyMention | None:
    """Forces that any state has (القوات المسلحة, الشرطة): those of the country spoken of, where its state has an identifier."""
    if not _is_of_a_state(hit):
        return None
    country = context.at(words.sentence_of[hit.first])
    party = _of_ministry(hit, words, named)
    party = party or state_of(country, context.day) or state_of(context.country, context.day)
    if party is None:
        if country is None or country in SETTLED_BY_NAME | THEATRES:
            return None
        name = _shown_bare(words, hit)
        why = f"{name} of {country}, whose state has no identifier"
        return PartyMention(hit.first, hit.last, f"other:{name}", "group", hit.proclitics, None, why)
    why = f"{words.shown(hit.first, hit.last)} are of {party}, the state spoken of"
    return PartyMention(hit.first, hit.last, party, "shared", hit.proclitics, load_parties()[party], why)


def _of_ministry(hit: Hit, words: Words, named: Sequence[PartyMention]) -> str | None:
    """The state whose ministry a report named before its border guards: `أعلنت الداخلية السعودية أن جنديا من حرس الحدود`."""
    if words.forms[hit.first + 1 : hit.last] != _OF_BORDERS:
        return None
    for mention in reversed(named):
        forms = words.forms[mention.first : mention.last]
        if mention.by == "name" and _MINISTRIES & set(forms[:2]) and _is_state(mention):
            return mention.party
    return None


def _is_state(mention: PartyMention) -> bool:
    return mention.entry is not None and "state" in mention.entry.kinds


def _is_quoted(words: Words, hit: Hit) -> bool:
    return any(mark in words.gaps[hit.first] for mark in '“"«”') and any(
        mark in words.gaps[hit.last] for mark in '”"»“'
    )


def _is_titled(words: Words, mention: PartyMention, noun: str) -> bool:
    """Whether a name has before it what a common noun points back with: after `تنظيم قسد` the word التنظيم is that one."""
    bare = noun.removeprefix("ال")
    titles = words.forms[max(0, mention.first - 1) : mention.last - 1]
    return bare != noun and any(t.endswith(bare) and t.removesuffix(bare) in _JOINED for t in titles)


def _stands_apart(hit: Hit, words: Words) -> bool:
    """Whether the nationality behind a name is somebody else's: `اعتقلت قوات الاحتلال فلسطينيين`, not `قوات الاحتلال الإسرائيلي`."""
    return words.forms[hit.last - 1].startswith(_THE) and not words.forms[hit.last].startswith(_THE)


def _read_anaphor(hit: Hit, words: Words, context: Context, named: list[PartyMention]) -> PartyMention | None:
    kinds = set(hit.form.entry.kinds)
    noun = words.forms[hit.first][len(hit.proclitics) :]
    if _FOE in kinds and (enemy := _enemy(context, named)) is not None:
        why = f"{words.shown(hit.first, hit.last)} is whom those who speak call so"
        return PartyMention(hit.first, hit.last, enemy, "anaphor", hit.proclitics, load_parties()[enemy], why)
    latest = list(reversed(named))
    for mention in sorted(latest, key=lambda m: is_affiliation(words, m)):
        if mention.entry is None:  # after حركة إم23 the word الحركة is that one
            first = words.forms[mention.first][len(mention.proclitics) :]
            is_called = noun == f"ال{first}" or (first in _BAND_NOUNS and bool(kinds & _BAND_KINDS))
        else:
            is_called = (
                "any" in kinds or bool(kinds & set(mention.entry.kinds)) or _is_titled(words, mention, noun)
            )
        if is_called:
            why = f"{words.shown(hit.first, hit.last)} points back to {mention.party}"
            return PartyMention(
                hit.first, hit.last, mention.party, "anaphor", hit.proclitics, mention.entry, why
            )
    default = hit.form.entry.value
    if default and _OCCUPATION in kinds:
        default = context.occupier or default
    if default and (default != "isis" or context.country in {None, "SY", "IQ"}):
        why = f"{words.shown(hit.first, hit.last)} without another name before it"
        return PartyMention(hit.first, hit.last, default, "kind", hit.proclitics, None, why)
    return None
