"""Where the phrases of those who speak begin and end, and what stands behind their nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.find.speaker import Side
from tawatur.find.speaker_marks import Marks
from tawatur.find.speaker_ties import meant_by, quoted_by
from tawatur.lexicon.states import load_nameless, load_nameless_names, state_of

if TYPE_CHECKING:
    from tawatur.find.party_mentions import PartyMention
    from tawatur.lexicon.match import Hit

_TO = "ل"  # apart from its noun
_LONGEST = 12  # words behind a noun to look for its side
_ENDING = 4  # letters; a word no longer ends in ون as its own (عون)
_UNKNOWN = 3  # words in a row that no lexicon knows before a phrase is given up
_NAME_MOST = 5
_NO_NAME = 5  # letters; a longer word with بال is none of a name
_BODY_MOST = 8
_QUOTED_MOST = 6
_WITH_PRONOUN = 6  # letters; of a longer word the end is a pronoun, so that it is in no name: توثيقها
_PRONOUNS = ("ها", "هم")
_OPENING, _CLOSING = "\"“«'(", "\"”»“')"


class Phrases(Marks):
    """Where a phrase of one text ends, and who stands behind its noun."""

    # -- who stands behind a noun

    def behind(self, first: int, stop: int) -> Side:
        """The side that a noun speaks for: the first party, nation or organisation named behind it in its phrase."""
        words, vocabulary = self.words, self.vocabulary
        last, kind, foreign, organ, numbered = first, "", False, -1, False
        i = first
        while i < min(stop, first + _LONGEST):
            form = words.forms[i]
            if any(mark in words.gaps[i] for mark in "،,:؛\n"):
                break
            if form in vocabulary.opens_speech or form in vocabulary.auxiliaries or form in vocabulary.what:
                break
            if form == _TO:  # مصادر لـ موقع …: whom they told
                break
            if self._is_in_what(i, stop):  # قالت الوزارة في بيان
                break
            party, nation, hit = self.party_at.get(i), self.nation_at.get(i), self.source_at.get(i)
            if (nation is not None or (party is not None and party.by == "nation")) and not self.is_adjective(
                i
            ):
                break  # العقيد تركي: a name
            if nation is not None and f"{words.forms[i - 1]} {form}" in vocabulary.spokesmen:
                break  # منصور التركي: a name too
            numbered = numbered or form[0].isdecimal()
            if party is not None:
                if party.proclitics.startswith("و") or not self._may_be_of(party):
                    break
                if numbered and party.by != "nation" and words.forms[i - 1] not in vocabulary.noun_to_side:
                    break  # اتهمت الفرقة 14 مشاة الحركة
                shown = words.shown(party.first, party.last)
                return Side(party.last, party.party, shown, kind, adjective=party.by == "nation")
            if nation is not None:
                state = self.state_named(nation)
                if state:
                    return Side(i + 1, state, words.shown(i, i + 1), kind, adjective=True)
                last, foreign = i + 1, True
                i += 1
            elif hit is not None:
                value = hit.form.entry.value
                if value in {"media", "reporter"} and hit.proclitics.endswith("ل"):
                    last = i  # مصدر في شرطة درعا لموقع …: what stands before whom he told is his
                    break
                organ = i if value == "organ" else organ
                if value == "outlet" or "named" in hit.form.entry.traits:
                    break
                if value == "body":
                    return self._of_body(i, self.body_end(hit.last, stop))
                kind = kind or ("medics" if hit.form.entry.of == "medics" else value)
                last = i = hit.last
            elif i in self.breaks or i in self.spoken or i in self.date_at:
                break
            elif (nameless := self._nameless_at(i, stop)) > i:  # حكومة سريلانكا
                last, foreign = nameless, True
                i = nameless
            elif form in vocabulary.noun_to_side or i in self.quality_at:
                i += 1
            elif i - last >= _UNKNOWN or form in vocabulary.prepositions:
                break
            else:
                i += 1
        named = self.shown_bare(organ, last) if foreign and 0 <= organ < last else ""
        return Side(last, named=named, kind=kind, foreign=foreign)

    def _is_in_what(self, i: int, stop: int) -> bool:
        """Whether the words at one tell in what it was said: `في بيان`, `عبر تغريدة`."""
        if self.words.forms[i] not in self.vocabulary.before_tellings or i + 1 >= stop:
            return False
        return self.words.forms[i + 1] in self.vocabulary.tellings or self.kind_at(i + 1) == "text"

    def _nameless_at(self, i: int, stop: int) -> int:
        """Where a state that has no identifier, named at a word, ends; the word itself where none is."""
        for last in (i + 2, i + 1):
            if last <= stop and " ".join(self.words.forms[i:last]) in load_nameless_names():
                return last
        return i

    def is_adjective(self, i: int) -> bool:
        """Whether a nationality agrees with the word before it: `العقيد تركي` has a name, no adjective."""
        forms = self.words.forms
        return i == 0 or forms[i].startswith(("ال", "لل")) or not forms[i - 1].startswith("ال")

    def _may_be_of(self, party: PartyMention) -> bool:
        """Whether a party may stand in the phrase of the noun before it, and is no object: `اتهمت السلطات حركة الشباب`.

        A name follows a noun without the article (مصادر الحركة); behind one with it, or with the ending that a noun
        loses before what it belongs to (ناشطون), only an adjective does (المتحدث الحوثي), or a preposition.
        """
        form, before = self.words.forms[party.first], self.words.forms[party.first - 1]
        if party.proclitics or party.by == "nation" or party.first - 1 in self.spoken:
            return True
        if len(before) > _ENDING and before.endswith("ون"):
            return form.startswith("ال")
        if before.startswith("ال"):
            return form.startswith("ال") and (not form.endswith("ين") or before.endswith(("ين", "ات")))
        return party.first - 1 not in self.quality_at  # مسؤول محلي قسد

    def _of_body(self, first: int, last: int) -> Side:
        if last - first == 1 and self.words.forms[first].startswith(("ال", "لل")):
            party = meant_by(self, first)
            if party is not None:
                return Side(last, party.party, self.words.shown(first, last), "body")
        inner = next((self.party_at[i] for i in range(first, last) if i in self.party_at), None)
        if inner is not None and inner.by == "name":
            return Side(inner.last, inner.party, self.words.shown(inner.first, inner.last), "body")
        return Side(last, named=self.shown_bare(first, last), kind="body")

    def state_named(self, nation: Hit) -> str:
        """The state of a nationality; "" for one without an identifier."""
        for party, sense in nation.form.entry.parties:
            if sense.holds(self.context.country, self.context.day):
                return self.meant.get(party, party)
        return ""

    def state(self, at: int) -> str:
        """What an office without a side speaks for: the state whose agency quotes it, else that of which the report is."""
        quoting = quoted_by(self, at)
        if quoting:
            return quoting
        country = self.context.at(self.words.sentence_of[at])
        party = state_of(country, self.context.day)
        if party is None:
            name = load_nameless().get(country or "")
            return f"other:{name}" if name else ""
        return self.meant.get(party, party)

    # -- where names end

    def name_behind(self, first: int, stop: int) -> tuple[str, ...]:
        """The person's name behind an office, folded: past ranks and titles, or last before what was said."""
        words = self.words
        i = first
        honorifics = self.vocabulary.honorifics
        while (
            i < stop and words.gaps[i] in {" ", "، "} and (words.forms[i] in honorifics or self._is_rank(i))
        ):
            i += 1
        if i < stop and words.gaps[i].rstrip('"“') in {" ", "، "}:
            party = self.party_at.get(i)
            if party is not None and party.by == "name" and party.last - i <= 3:
                return tuple(words.forms[i : party.last])
            end = self.name_end(i, stop)
            if end > i and not (end - i == 1 and i in self.quality_at):  # الخبير العسكري
                return tuple(words.forms[i:end])
        return self._name_before_saying(i, stop)

    def _name_before_saying(self, first: int, stop: int) -> tuple[str, ...]:
        """`قائد اللواء 102، العميد فلان، أن`: the name right before what was said."""
        words = self.words
        for end in range(first, min(stop, first + _LONGEST)):
            if words.forms[end] in self.vocabulary.that:
                i = end
                while i > first and self._may_be_name(i - 1) and (i == end or words.gaps[i] == " "):
                    i -= 1
                return tuple(words.forms[i:end])
        return ()

    def _is_rank(self, i: int) -> bool:
        return self.kind_at(i) in {"title", "private"} and self.source_at[i].last == i + 1

    def name_end(self, first: int, stop: int) -> int:
        """Where a person's name that begins at a word ends: words that nothing else claims."""
        words = self.words
        i = first
        while i < min(stop, first + _NAME_MOST):
            if (i > first and words.gaps[i].strip(" -")) or not self._may_be_name(i):
                break
            i += 1
        return i

    def _may_be_name(self, i: int) -> bool:
        form, vocabulary = self.words.forms[i], self.vocabulary
        if self.is_ali(i):
            return True
        if (
            form in vocabulary.opens_speech
            or form in vocabulary.prepositions
            or form in vocabulary.no_names
            or form in vocabulary.auxiliaries
            or form[0].isdecimal()
            or (form.startswith(("بال", "لل")) and len(form) > _NO_NAME)  # تجار بالسوق; but مصطفى بالي
        ):
            return False
        taken = (self.breaks, self.spoken, self.source_at, self.party_at, self.date_at, self.nation_at)
        return not any(i in places for places in taken)

    def body_end(self, first: int, stop: int) -> int:
        """Where an organisation's name ends: before a comma, a verb, or what tells when or what."""
        words, vocabulary = self.words, self.vocabulary
        quoted = self.quoted_end(first, stop)
        if quoted:
            return quoted
        i = first
        while i < min(stop, first + _BODY_MOST):
            form = words.forms[i]
            if (
                words.gaps[i].strip(" \"“”«»'#_")
                or form in vocabulary.opens_speech
                or form in vocabulary.after_bodies
                or form in vocabulary.auxiliaries
            ):
                break
            if (
                i in self.spoken
                or i in self.date_at
                or self._is_another(i, first)
                or form[0].isdecimal()
                or (i in self.breaks and not form.startswith("ال") and form not in vocabulary.in_names)
                or self._is_accusative(i)
                or (i > first and len(form) >= _WITH_PRONOUN and form.endswith(_PRONOUNS))
            ):
                break
            i += 1
        while i > first and words.forms[i - 1] in vocabulary.prepositions:
            i -= 1
        return i

    def _is_another(self, i: int, first: int) -> bool:
        """Whether a party named behind a name that is whole is its verb's object: `اتهمت منظمة العفو الدولية | قوات الدعم السريع`."""
        party = self.party_at.get(i)
        if party is None or i <= first + 1 or party.by == "nation" or party.proclitics:
            return False
        forms = self.words.forms
        if forms[i - 1].startswith(("ال", "لل")) and not forms[i].startswith(("ال", "لل")):
            return True
        # اتهمت غرفة طوارئ دار حمر | قوات الدعم السريع باختطاف
        charge = forms[party.last] if party.last < len(forms) else ""
        is_charged = party.last in self.breaks or charge in self.vocabulary.charged_with
        return charge.startswith("ب") and is_charged and self.words.gaps[party.last] == " "

    def adjectives_end(self, first: int, stop: int) -> int:
        """Where the adjectives of a definite noun end (المركز السوري للحريات)."""
        words = self.words
        taken = (self.spoken, self.breaks, self.date_at, self.party_at)
        last = first
        while last < min(stop, first + 4) and words.gaps[last] == " ":
            form = words.forms[last]
            if (
                not form.startswith(("ال", "لل", "لحقوق"))
                or form in self.vocabulary.prepositions  # إلى, folded, begins as an adjective does
                or (
                    any(last in places for places in taken)
                    and not (form.startswith("لل") and last > first and last in self.breaks)
                )  # الهيئة العليا للمفاوضات
            ):
                break
            last += 1
        return last

    def _is_accusative(self, i: int) -> bool:
        """Whether a word is what a verb gives, written out: `أصدر مجلس الشورى بياناً`, `ذكرت الشبكة رقماً أقل`."""
        shown = self.words.shown(i, i + 1)
        return shown.endswith(("ً", "ًا")) or (self.kind_at(i) == "text" and shown.endswith("ا"))

    def feminines_end(self, first: int, stop: int) -> int:
        """Where the adjectives of several of them end: `منظمات حقوقية دولية`, `منظمات غير حكومية`."""
        forms, gaps = self.words.forms, self.words.gaps
        last = first
        while last < stop and gaps[last] == " ":
            end = last + (forms[last] == "غير")
            if end >= stop or gaps[end] != " " or not forms[end].endswith("يه"):
                break
            last = end + 1
        return last

    # -- quotation marks

    def quoted_end(self, first: int, stop: int) -> int:
        """Where a short name in quotation marks or brackets that opens at a word ends; 0 where none opens."""
        gaps = self.words.gaps
        if first >= len(self.words) or not any(mark in gaps[first] for mark in _OPENING):
            return 0
        for i in range(first + 1, min(first + _QUOTED_MOST, stop, len(self.words)) + 1):
            if any(mark in gaps[i] for mark in _CLOSING):
                return i
        return 0

    def is_quoted(self, first: int, last: int) -> bool:
        gaps = self.words.gaps
        return any(mark in gaps[first] for mark in _OPENING) and any(mark in gaps[last] for mark in _CLOSING)
