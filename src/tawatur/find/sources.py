"""Find who a text credits, and how far their words reach.

An attribution is a verb of saying with its subject (`قال المتحدث باسم …`), a preposition with its object
(`بحسب مصادر طبية`), or a speaker and a colon at the head of a line. Where the text gives a chain (an agency
quoting a spokesman) the far end is the source. A verb that goes on (`وأضاف`) without a subject keeps the
speaker before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.find.attribution import Attribution, stance_of
from tawatur.find.quantity_words import is_space
from tawatur.find.source_colons import find_colons, read_colon
from tawatur.find.source_names import tidy_source
from tawatur.find.source_subjects import Subjects
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.speaker import Speaker
    from tawatur.find.speakers import SpeakerReader
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_GOES_ON = 3  # sentences over which a speaker who is not named again goes on
_CHARGE_REACH = 7
_THAT_REACH = 7
_CLOSE = 4  # words from one who also acts to أن
_PAST_NAME = 8  # … over the rest of an office, and a name
_DECLARED_REACH = 4
_TOLD_REACH = 8
_PUT_IN_REACH = 6
_WORDING_REACH = 8  # words from whom somebody quotes to قوله
_SHOWN_NEAR = 5  # words from who publishes to the text
_SHOWN_REACH = 12  # and where it shows that it is the object
_GIVEN = ("ا", "ً")
_QUOTING = ("نقلا", "عن")
_OF_IT = frozenset({"عنه", "به", "اليه", "عليه", "له"})
_AT_HEAD = 2  # words before a verb that stands at the head of its sentence: كما أكد المسؤول أن
_OWN_REACH = 5  # words from who owns up to مسؤوليته
_OF_IT_REACH = 5  # … and from there to عنه: مسؤوليته عن عدد منها
_IN_STATEMENT = 4  # words from who speaks to the statement that he speaks in
_COUNT_REACH = 9  # قدرت البعثة في نشرتها اليومية عدد الفارين
_DOERS = frozenset({"party", "person", "media", "organ", "title"})  # who may also do, not say


def find_sources(hits: Sequence[Hit], words: Words, speakers: SpeakerReader) -> list[Attribution]:
    """Attributions in order of their verb or preposition."""
    names = speakers.phrases.names
    return _Reader(words, speakers).read_all([h for h in hits if h.layer == "say" and h.first not in names])


class _Reader:
    def __init__(self, words: Words, speakers: SpeakerReader) -> None:
        self.words = words
        self.speakers = speakers
        self.subjects = Subjects(words, speakers)
        self.phrases = speakers.phrases
        self.vocabulary = speakers.vocabulary
        self._new_clause = self.vocabulary.conjunctions | self.vocabulary.that
        self.taken = 0  # words before this are part of an attribution already read

    def read_all(self, hits: list[Hit]) -> list[Attribution]:
        found: list[Attribution] = []
        says = {h.first: h for h in hits}
        colons = find_colons(self.words)
        for at in sorted(says.keys() | colons):
            if at in colons:
                attribution = self._of_colon(at)
                if attribution is not None:
                    found.append(attribution)
                    continue
            hit = says.get(at)
            if hit is None or hit.first < self.taken:
                continue
            last = found[-1] if found else None
            attribution = (
                self._of_preposition(hit, says)
                if hit.form.entry.value == "according" or self._is_put_behind(hit)
                else self._of_verb(hit, last)
            )
            if attribution is not None:
                found.append(attribution)
        return found

    # -- prepositions

    def _of_preposition(self, hit: Hit, says: dict[int, Hit]) -> Attribution | None:
        begin, end = self._sentence(hit.first)
        i, told = hit.last, hit
        what = self.vocabulary.what
        if i < end and self.words.forms[i] in what:
            i += 1
        said = says.get(i)
        if said is not None and said.form.entry.value == "say":
            told, i = said, said.last
            if i < end and self.words.forms[i] in _OF_IT and self.words.forms[said.first - 1] in what:
                i += 1  # ما أعلن عنه الجيش
        elif i < end and self.words.forms[i - 1] in what and self.words.forms[i].endswith("ه"):  # ما استقته
            i += 1
        speaker = self.subjects.behind(i, end, told) or (self.speakers.read(i, end) if i < end else None)
        if speaker is None and hit.form.words == _QUOTING:
            speaker = self.speakers.mastheads.read_unknown(i, end)
        if speaker is None:
            return self._again(hit, begin, end)
        self.taken = max(self.taken, speaker.last)
        goes_on = hit.form.words[0] in self.vocabulary.just_as and self._says_that(speaker.last, end)
        at = hit.first - begin <= _AT_HEAD or goes_on  # وفي الريف، كما أكد المحافظ أن
        told_all = all(k in self.phrases.quality_at for k in range(speaker.last, end))  # مصدر قبلي
        if at and not goes_on and told_all and begin > 0 and "\n" not in self.words.gaps[begin]:
            before = self.words.sentences[self.words.sentence_of[begin - 1]][
                0
            ]  # … وأسروا سائقه. حسب مصدر قبلي.
            return self._attribution(speaker, "according", told, (before, end), begin - 1, begin - 1)
        if not at and self._is_put_in(hit.first, speaker.last, end):
            return self._attribution(speaker, "according", told, (begin, end), hit.first, speaker.last)
        reach = (speaker.last, end) if at else (begin, speaker.last)
        return self._attribution(
            speaker, "according", told, reach, hit.first, speaker.last if at else hit.first
        )

    def _again(self, hit: Hit, begin: int, end: int) -> Attribution | None:
        """Whoever spoke before, of whom a sentence says at its head that he told this too: `كما أفادت باختطاف 20 شابا`."""
        forms = self.words.forms
        is_verb = hit.last - hit.first > 1 and hit.form.words[0] in self.vocabulary.likewise
        near = self.words.sentence_of[begin - 1] if begin else -1
        if hit.first != begin or not is_verb or not self._says_that(hit.last, end):
            return None
        speaker = self.speakers.memory.last("she" if forms[hit.last - 1].endswith("ت") else "he")
        if speaker is None or self.words.sentence_of[speaker.first] < near - _GOES_ON:
            return None
        why = f"{self.words.shown(hit.first, hit.last)} goes on with the speaker before"
        speaker = replace(speaker, first=hit.first, last=hit.last, why=why, way="back")
        self.taken = max(self.taken, hit.last)
        return self._attribution(speaker, "continues", hit, (hit.last, end), hit.first, hit.last)

    def _is_put_behind(self, hit: Hit) -> bool:
        """Whether a verb of saying vouches for what stands before it: `خُطف التاجر، كما روت أسرته`."""
        begin, end = self._sentence(hit.first)
        if (
            not hit.form.is_verb
            or hit.first - begin <= _AT_HEAD
            or self.words.forms[hit.first - 1] not in self.vocabulary.just_as
        ):
            return False
        speaker = self.subjects.behind(hit.last, end, hit)
        return speaker is not None and not self._says_that(max(hit.last, speaker.last), end)

    def _is_put_in(self, first: int, last: int, end: int) -> bool:
        """Whether who says so is put in between commas, and the clause goes on: `ونزحت، بحسب المختار، ستون عائلة`."""
        gaps, forms = self.words.gaps, self.words.forms
        if "،" not in gaps[first]:
            return False
        i = next((i for i in range(last, min(last + _PUT_IN_REACH, end)) if "،" in gaps[i]), 0)
        return 0 < i < end and not forms[i].startswith(("و", "ف")) and forms[i] not in self._new_clause

    # -- verbs

    def _of_verb(self, hit: Hit, before: Attribution | None) -> Attribution | None:
        begin, end = self._sentence(hit.first)
        traits = hit.form.entry.traits
        if self._is_negated(hit):
            return None
        says = hit.form.says
        of_it = says is not None and bool(says.pronoun)  # أكدها, نشرته: with the thing said before it
        if self._declares(hit, begin, of_it=of_it) or (of_it and self._owns_up(hit, begin)):
            return None
        speaker = self.subjects.of_before(hit, begin)
        if speaker is None and "accuse" in traits and not of_it:
            speaker = self.subjects.before(hit, begin, near=True)
        speaker = speaker or self.subjects.behind(hit.last - ("with_subject" in traits), end, hit)
        if speaker is None and "text" not in traits and not of_it:
            speaker = self.subjects.before(hit, begin)
        if speaker is not None and not self._fits(hit, speaker, end):
            if "names" in traits or ("that" in traits and speaker.kind == "title"):
                self.speakers.memory.add(speaker)  # وصف المتحدث ما جرى بأنه …، مشددا على أن
            return None
        if speaker is not None and self._owns_up_to_it(hit, speaker, begin, end):
            return None
        if speaker is not None and "accuse" in traits and self._is_accused(hit, speaker, end):
            return None
        if speaker is not None:
            after = max(hit.last, speaker.last)
            self.taken = max(self.taken, after if speaker.first >= hit.first else hit.last)
            if of_it and self._is_carried(hit, speaker, begin, before):
                return None
            if of_it:
                which = self.words.forms[hit.first - 1] in self.vocabulary.which
                if which:  # نفى المتحدث ما تناقلته وسائل إعلام، مؤكدا أن: the spokesman goes on
                    self.speakers.memory.add_aside(speaker, begin)
                return self._attribution(
                    speaker, "relative", hit, (begin, end), hit.first, end if which else after, aside=which
                )
            after = self._past_wording(after, end, hit)
            return self._attribution(
                speaker, "says", hit, (after, self._end_of_quote(after, end)), hit.first, after
            )
        if of_it or not self._goes_on(hit, before):
            return None
        if "charge" in traits and not self._charges(hit.last, end):
            return None
        agree = says.agree if says else ""
        speaker = self.speakers.memory.last(agree) if before is not None else None
        if before is None and says is not None and (hit.first == begin or "،" in self.words.gaps[hit.first]):
            speaker = self.subjects.doer_before(hit.first, agree)
            if speaker is not None:
                self.speakers.memory.add(speaker)
        if speaker is None:
            return None
        why = f"{self.words.shown(hit.first, hit.last)} goes on with the speaker before"
        speaker = replace(speaker, first=hit.first, last=hit.last, why=why, way="back")
        reach = (hit.last, self._end_of_quote(hit.last, end))
        return self._attribution(speaker, "continues", hit, reach, hit.first, hit.last)

    def _is_carried(self, hit: Hit, speaker: Speaker, begin: int, before: Attribution | None) -> bool:
        """Whether an outlet only carried the statement that somebody has just been said to speak in: `أفادت الوزارة، في بيان نقلته الوكالة، بأن`."""
        if before is None or before.by != "says" or not begin <= before.verb < hit.first:
            return False
        text = hit.first - 1 - (self.words.forms[hit.first - 1] in self.vocabulary.which)
        return (
            speaker.kind == "media"
            and before.kind != "media"
            and text - before.said_at <= _IN_STATEMENT
            and any(self.phrases.kind_at(i) == "text" for i in range(max(before.said_at, text - 1), text + 1))
        )

    def _past_wording(self, at: int, end: int, hit: Hit) -> int:
        """Past `قوله` behind whom somebody quotes, which only says again that he said it: `نقلت الوكالة عن الوزير، قوله إن`."""
        near = range(at, min(end, at + _WORDING_REACH)) if "relay" in hit.form.entry.traits else ()
        for i in near:
            if self.words.forms[i] in self.vocabulary.wording:
                self.taken = max(self.taken, i + 1)
                return i + 1
            if self.words.gaps[i].strip() not in {"", "،"} or i in self.phrases.breaks:
                return at
        return at

    def _goes_on(self, hit: Hit, before: Attribution | None) -> bool:
        here = self.words.sentence_of[hit.first]
        near = before is None or here - self.words.sentence_of[before.verb] <= _GOES_ON
        if not near or "text" in hit.form.entry.traits:
            return False
        if "only_that" in hit.form.entry.traits or self.words.forms[hit.first] in self.vocabulary.recalled:
            return False
        if hit.form.says is None:  # مضيفا, مؤكدة
            return True
        joined = hit.first > 0 and self.words.forms[hit.first - 1] in self.vocabulary.likewise  # كما كشف عن
        goes_on = "continue" in hit.form.entry.traits or hit.proclitics.startswith("و") or joined
        if not hit.form.is_verb or not goes_on:
            return False
        end = self._sentence(hit.first)[1]
        return self._says_that(hit.last, end) or self._says_that(  # وأكد في بيان أن
            self.subjects.skip(hit.last, end, told=True), end
        )

    def _fits(self, hit: Hit, speaker: Speaker, end: int) -> bool:
        """Whether a verb with other meanings is one of saying here: by who speaks, or by the أن behind."""
        traits = hit.form.entry.traits
        that = self.vocabulary.that
        if "of_text" in traits:
            return speaker.kind == "text"
        if "by_subject" in traits and (speaker.first < hit.first or speaker.way == "person"):
            return False
        if hit.form.says is not None and hit.form.says.pronoun and "relay" in traits:
            return self.words.forms[hit.first - 1] in self.vocabulary.which
        if "charge" in traits:
            return self._charges(hit.last if speaker.first < hit.first else speaker.last, end)
        after = max(hit.last, speaker.last)
        if "words" in traits or "raised" in traits:
            told = self.vocabulary.kept_to if "words" in traits else self.vocabulary.tolls
            return not told.isdisjoint(self.words.forms[after : min(after + _TOLD_REACH, end)])
        if hit.form.says is not None and hit.form.says.pronoun:  # بثته: what it shows stands before it
            return True
        if "only_that" in traits:
            return any(form in that for form in self.words.forms[after : min(after + _THAT_REACH, end)])
        if "relay" in traits:
            return speaker.first > hit.first and self._says_that(after, end, within=6)
        if "records" in traits and after in self.phrases.breaks and self._only_tells(speaker):
            return True  # المرصد سجل مقتل
        if "that" in traits and speaker.kind in _DOERS:
            words = self.words.forms[after : min(after + _COUNT_REACH, end)]
            near = words[
                : _PAST_NAME if speaker.kind == "title" else _CLOSE
            ]  # اعتبر مندوب البلاد الدائم فلان أن
            return not that.isdisjoint(near) or not self.vocabulary.tolls.isdisjoint(words)
        if "show" in traits and speaker.kind in _DOERS:  # نشر الجيش قواته
            shown = range(after, min(after + _SHOWN_REACH, end))
            return any(
                (self.phrases.kind_at(i) == "text" or self.words.forms[i] in that)
                and (i < after + _SHOWN_NEAR or self.words.shown(i, i + 1).endswith(_GIVEN))
                for i in shown
            )
        return True

    def _only_tells(self, speaker: Speaker) -> bool:
        entry = load_parties().get(speaker.source)
        return speaker.kind == "media" or (entry is not None and entry.side == "monitor")

    def _is_accused(self, hit: Hit, speaker: Speaker, end: int) -> bool:
        """`واتهمت الحركة بتفجير شاحنة`: with what it is charged with right behind, whoever is named stands accused."""
        says, last = hit.form.says, speaker.last
        if says is None or says.pronoun or speaker.first < hit.last or speaker.way == "back":
            return False
        return (
            last < end
            and is_space(self.words.gaps[last])
            and self.words.forms[last].startswith("ب")
            and (last in self.phrases.breaks or self.words.forms[last] in self.vocabulary.charged_with)
        )

    def _charges(self, first: int, end: int) -> bool:
        words = self.words.forms[first : min(first + _CHARGE_REACH, end)]
        return not self.vocabulary.charges.isdisjoint(words)

    def _declares(self, hit: Hit, begin: int, *, of_it: bool) -> bool:
        """Whether a noun's verb only tells who brought it about: `هدنة أعلنتها الأمم المتحدة`."""
        first = max(begin, hit.first - _DECLARED_REACH)
        declared = self.vocabulary.declared
        return of_it and not declared.isdisjoint(self.words.forms[first : hit.first])

    def _owns_up(self, hit: Hit, begin: int) -> bool:
        """Whether a verb only tells whose deed it was: of `هجوم تبناه التنظيم` others may tell."""
        joined = hit.proclitics.startswith(("و", "ف"))
        return "admit" in hit.form.entry.traits and hit.first > begin and not joined

    def _owns_up_to_it(self, hit: Hit, speaker: Speaker, begin: int, end: int) -> bool:
        """The same of `في تفجير أعلن التنظيم مسؤوليته عنه`."""
        if hit.first == begin or speaker.first < hit.first or hit.proclitics.startswith(("و", "ف")):
            return False
        forms, own = self.words.forms, self.vocabulary.own_deed
        at = next((i for i in range(speaker.last, min(end, speaker.last + _OWN_REACH)) if forms[i] in own), 0)
        return at > 0 and not self.vocabulary.of_it.isdisjoint(forms[at + 1 : min(end, at + _OF_IT_REACH)])

    def _is_negated(self, hit: Hit) -> bool:
        before = self.words.forms[hit.first - 1] if hit.first else ""
        if self.words.forms[hit.first] in self.vocabulary.went_on and hit.last < len(self.words):
            return self.words.forms[hit.last].startswith("ل")
        if before in self.vocabulary.untold and not hit.proclitics:  # طلب عدم ذكر اسمه
            return True
        is_denial = "deny" in hit.form.entry.traits
        return hit.form.is_verb and before in self.vocabulary.not_said and not is_denial

    def _says_that(self, first: int, end: int, within: int = 3) -> bool:
        """Whether what is said follows: أن, a quotation, a happening."""
        words, vocabulary = self.words, self.vocabulary
        for i in range(first, min(first + within, end)):
            form = words.forms[i]
            if form in vocabulary.that or form in vocabulary.leads_to_speech or i in self.phrases.breaks:
                return True
            if any(mark in words.gaps[i] for mark in ':"“«'):
                return True
            if (
                within == 3
                and i not in self.phrases.date_at
                and form not in vocabulary.adverbs
                and not form.startswith("ب")
            ):
                return False
        return False

    def _of_colon(self, begin: int) -> Attribution | None:
        colon = read_colon(begin, self.words, self.subjects)
        if colon is None:
            return None
        speaker, stop = colon
        self.taken = max(self.taken, speaker.last)
        reach = (stop, self._sentence(begin)[1])
        return self._attribution(speaker, "colon", None, reach, begin, stop)

    # -- what all share

    def _sentence(self, at: int) -> tuple[int, int]:
        return self.words.sentences[self.words.sentence_of[at]]

    def _end_of_quote(self, at: int, end: int) -> int:
        """The end of what is said: of the sentence, or of the quotation that opens in it and runs on."""
        for first, last in self.words.quotes:
            if at <= first < end and last > end:
                return last
        return end

    def _attribution(
        self,
        speaker: Speaker,
        by: str,
        hit: Hit | None,
        reach: tuple[int, int],
        verb: int,
        said_at: int,
        *,
        aside: bool = False,
    ) -> Attribution:
        if by != "continues" and not aside:
            self.speakers.memory.add(speaker)
        traits = hit.form.entry.traits if hit is not None else frozenset()
        return Attribution(
            speaker.first, speaker.last, tidy_source(speaker.source), by, stance_of(traits), *reach, verb, speaker.why,
            hit.form.entry.id if hit is not None else "colon", speaker.way, speaker.kind, tidy_source(speaker.other),
            said_at, speaker.noun,
        )  # fmt: skip
