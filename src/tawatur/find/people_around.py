"""What stands around a group of people: the preposition over it, what makes it a part, whose members they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.people_words import load_vocabulary
from tawatur.find.quantity_words import is_space

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tawatur.find.party_mentions import PartyMention
    from tawatur.lexicon.entry import Entry, Form
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_AND_APART = frozenset({"و", "وما"})  # the latter before لا يقل عن, where a bound begins
_AMONG = "بينهم"  # what بين القتلى says as well
BOTH = "both"  # sides of the fighting
_AGGRESSION = "عدوان"  # who is named by his is not whose the harmed were
_PARTY_REACH = 4  # words between a noun for people and the party they belong to
_NOUN_REACH = 3  # words to the noun that says more of them
_RANK_REACH = 5  # words from the word for a rank to whose officer he is
_TELLING = frozenset({"act", "effect", "weapon", "cue", "say"})
APART = frozenset("،,;؛:.|")  # 10 ضحايا.. تركيا توسع قصفها
_SUBSET_REACH = 3  # words from بينهم to the part


class Around:
    """The words around groups of one text. A run of words is from `first` up to, not including, `last`."""

    def __init__(
        self,
        words: Words,
        hits: Sequence[Hit],
        parties: Sequence[PartyMention],
        noun_at: Mapping[int, Hit],
        numbers_end: Mapping[int, object],
    ) -> None:
        self.words = words
        self.vocabulary = load_vocabulary()
        self.party_at = {p.first: p for p in parties}
        self.nation_at = {h.first: h for h in hits if h.layer == "nation"}
        bodies = [h for h in hits if _is_body(h)]
        self.bodies_at = {h.first: h for h in sorted(bodies, key=lambda h: h.layer == "anaphor")}
        self.noun_at = noun_at
        self.telling = {h.first for h in hits if h.layer in _TELLING} - {h.first for h in noun_at.values()}
        self.numbers_end = numbers_end
        self.among_ends = {
            h.last: _AMONG if h.form.words[-1].startswith("ال") else h.form.words[-1]
            for h in hits
            if h.layer == "cue" and h.form.entry.value == "among"
        }

    def is_joined(self, at: int) -> bool:
        """Whether a run begins with و, joined to its first word or apart (و 11, وما لا يقل عن 11)."""
        form = self.words.forms[at]
        and_one = form == "واحد" and (
            self.words.forms[at + 1 : at + 2] in (["عشر"], ["عشره"])
            or self.words.text[self.words.starts[at] + 1] == "أ"  # وأحد المارة
        )
        return (form.startswith("و") and (form != "واحد" or and_one)) or (
            at > 0 and (self.words.forms[at - 1] in _AND_APART or self.is_besides(at))
        )

    def is_besides(self, at: int) -> bool:
        """Whether a run is added to those told before it: `12 جنديا فضلا عن 20 من المتمردين`."""
        if at < 2 or self.words.forms[at - 1] not in self.vocabulary.besides_to:
            return False
        return self.words.forms[at - 2] in self.vocabulary.besides and self.is_close(at)

    def governor(self, first: int, proclitics: str) -> str:
        """The preposition over a group: joined to its first word, or the word before; "" for none."""
        own = proclitics.lstrip("وف")
        if own or proclitics.startswith("و") or not first:
            return own
        before = self.words.forms[first - 1].lstrip("وف")
        return before if before in self.vocabulary.prepositions and self.is_close(first) else ""

    def among(self, first: int) -> str:
        """What makes a group a part of the one before: بينهم, a bracket, "they are" (وهما); "" for nothing."""
        words = self.words
        for back in range(_SUBSET_REACH):
            among = self.among_ends.get(first - back)
            if among:
                return among if self.is_one_sentence(first - back - 1, first) else ""
            before = first - back - 1
            if before < 0 or before in self.noun_at or words.forms[before].startswith("و"):
                break
        if not first:
            return ""
        bracketed = words.forms[first][0].isdecimal() and words.gaps[first + 1].startswith(")")  # (12) شخصا
        if "(" in words.gaps[first] and self.is_one_sentence(first - 1, first) and not bracketed:
            return "("
        return "هم" if words.forms[first - 1] in self.vocabulary.they_are and self.is_close(first) else ""

    def among_inside(self, first: int, last: int) -> str:
        """`ثلاثة منهم أطفال`."""
        return next((self.among_ends[i + 1] for i in range(first, last) if i + 1 in self.among_ends), "")

    def noun_behind(self, last: int) -> Hit | None:
        """The noun that says what kind of people: `قتيل مدني`, `30 قتيلا في صفوف المدنيين`."""
        for i in range(last, min(last + _NOUN_REACH, len(self.words))):
            if not self.is_close(i) or not self.is_one_sentence(last - 1, i):
                return None
            hit = self.noun_at.get(i)
            if hit is not None and hit.layer == "people":
                return None if hit.proclitics or i in self.numbers_end else hit
            if self.words.forms[i] not in self.vocabulary.noun_to_noun:
                return None
        return None

    def owned_by(self, form: Form | None, behind: Hit | None, last: int) -> str:
        """The pronoun by which a group is somebody's own: joined to its noun (عناصره, قتلى من عناصره), or behind it."""
        for noun in (form, behind.form if behind is not None else None):
            if noun is not None and noun.says is not None and noun.says.part == "noun" and noun.says.pronoun:
                return noun.says.pronoun
        words = self.words
        for at in range(last, min(last + _PARTY_REACH, len(words))):
            if not self.is_close(at) or not self.is_one_sentence(last - 1, at):
                return ""
            if words.forms[at] in self.vocabulary.both_sides:
                return BOTH
            if at == last and words.forms[at] in self.vocabulary.own_behind:
                return words.forms[at]
            if words.forms[at] not in self.vocabulary.noun_to_party:
                return ""
        return ""

    def body_behind(self, last: int) -> str:
        """The armed body named close behind, though not whose it is: an army (14 من القوات الحكومية), or forces."""
        words = self.words
        for i in range(last, min(last + _PARTY_REACH + 1, len(words))):
            if not self.is_one_sentence(last - 1, i) or not self.is_close(i):
                return ""
            body = self.bodies_at.get(i)
            if body is not None:
                return "" if "و" in body.proclitics else "army" if body.layer == "anaphor" else "forces"
            if words.forms[i] not in self.vocabulary.noun_to_party:
                return ""
        return ""

    def party_of(self, hit: Hit, last: int, *, held: bool = False) -> PartyMention | None:
        """The noun's own party (15 حوثيا), else the one named behind it."""
        own = self.party_at.get(hit.first)
        if own is not None and (
            hit.layer in {"party", "anaphor"} or own.last > hit.last or own.party == hit.form.entry.value
        ):
            return own
        return self.party_behind(last, held=held)

    def party_behind(self, last: int, *, held: bool = False) -> PartyMention | None:
        """The party named within a few words, with nothing but links and adjectives between.

        Where the people are held, the one after لدى holds them.
        """
        words = self.words
        first = last
        last = self.past_rank(last)
        for i in range(last, min(last + _PARTY_REACH + 1, len(words))):
            if not self.is_one_sentence(first - 1, i) or set(words.gaps[i]) & APART:
                return None
            party = self.party_at.get(i)
            if party is not None:
                is_doer = words.forms[i].endswith(_AGGRESSION)  # ضحايا العدوان السعودي
                return None if is_doer or party.proclitics.startswith("و") else self._whose_men(party)
            form = words.forms[i]
            if held and form in self.vocabulary.holding:
                return None
            if form in self.vocabulary.noun_to_party or (i > last and self._is_of_nation(i)):
                continue
            if i > last or form.startswith("و") or i in self.telling:
                return None  # شخص اعتقلته قوات س, شابين برصاص قوات س: they are not theirs
        return None

    def _whose_men(self, party: PartyMention) -> PartyMention:
        """A party, or behind a nationality the one named closer: `مقاتلين فلسطينيين من حركة س`."""
        at = party.last
        if party.by != "nation" or at >= len(self.words) or self.words.forms[at] != "من":
            return party
        closer = self.party_at.get(at + 1)
        return closer if closer is not None and closer.by == "name" and self.is_close(at) else party

    def _is_of_nation(self, at: int) -> bool:
        """`14 من قوات الجيش السوري`: a body whose the nationality right behind it tells."""
        behind = self.party_at.get(at + 1)
        return at in self.bodies_at and behind is not None and behind.by == "nation"

    def past_rank(self, last: int) -> int:
        """Where what follows a noun begins, over its rank: `ضابط برتبة ملازم أول في صفوف القوات`."""
        forms = self.words.forms
        if last >= len(forms) or forms[last] not in self.vocabulary.of_rank or not self.is_close(last):
            return last
        end = min(last + _RANK_REACH, len(forms))
        behind = (
            i for i in range(last + 1, end) if forms[i] in self.vocabulary.noun_to_party or i in self.party_at
        )
        return next(behind, last)

    def nation_of(self, hit: Hit, last: int) -> Entry | None:
        """Of an adjective that is the noun itself (سبعة إيرانيين), or stands right behind it."""
        return hit.form.entry if hit.layer == "nation" else self.nation_behind(last)

    def nation_behind(self, last: int) -> Entry | None:
        hit = self.nation_at.get(last)
        if (
            hit is None
            or hit.proclitics
            or not self.is_one_sentence(last - 1, last)
            or not self.is_close(last)
        ):
            return None
        return hit.form.entry

    def is_close(self, at: int) -> bool:
        """Whether nothing but space or quotation marks stands before a word."""
        return is_space(self.words.gaps[at])

    def is_one_sentence(self, left: int, right: int) -> bool:
        of = self.words.sentence_of
        return right < len(of) and of[left] == of[right]


def _is_body(hit: Hit) -> bool:
    entry = hit.form.entry
    return (
        "army" in entry.kinds if hit.layer == "anaphor" else hit.layer == "head" and entry.value == "forces"
    )
