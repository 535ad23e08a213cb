"""Find the subject of a verb of saying: behind it (`قال أمس المتحدث`), or before it (`الوزارة التي قالت`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from tawatur.find.party_mentions import PartyMention
    from tawatur.find.speaker import Speaker
    from tawatur.find.speakers import SpeakerReader
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words

_ANONYMOUS = frozenset({"local_sources", "officials", "outlet"})
_BACK_REACH = 10
_FILLERS = 10
_APART = 5  # words between a subject and the verb behind it
_CHAIN = 9
_AT_LEAST = 2  # words between سبق and the verb
_SEAT = 6  # words of where somebody sits
_WAS_REACH = 22
_AS_FOR_REACH = 14
_HOLDERS = frozenset({"title", "officials", "informant", "organ", "medics"})  # مصدر الوزارة نفى
_FROM = frozenset({"من", "لدي"})  # whom one has it from: علمت الصحيفة من مصدر
_OWNING = frozenset({"admit", "deny", "claim"})


class Subjects:
    """Reads who speaks in one text."""

    def __init__(self, words: Words, speakers: SpeakerReader) -> None:
        self.words = words
        self.speakers = speakers
        self.phrases = speakers.phrases
        self.vocabulary = speakers.vocabulary

    # -- behind the verb

    def behind(self, first: int, end: int, hit: Hit) -> Speaker | None:
        """The speaker named behind a verb, and, where it relays, the far end of the chain."""
        i = self.skip(first, end, told="told" in hit.form.entry.traits)
        if (
            i < end
            and not hit.form.entry.traits.isdisjoint(_OWNING)
            and self.words.forms[i] in self.vocabulary.claimed
        ):
            i = self.skip(i + 1, end, told=False)  # تبنى الهجوم تنظيم الدولة
        near = self.speakers.read(i, end) if i < end else None
        if near is not None and hit.form.entry.value != "according" and self._is_object(near):
            near = None
        after = near.last if near is not None else i
        relays = "relay" in hit.form.entry.traits
        learns = "learned" in hit.form.entry.traits
        far = self._far_end(after, end, relays=relays, learns=learns)
        if learns:
            return far
        if far is None:
            return near
        if near is None:
            return far if relays else None
        self.speakers.memory.add(near)
        if self._is_abroad(near):
            return replace(far, other=far.other or near.source)
        return join_chain(near, far)

    def _is_abroad(self, near: Speaker) -> bool:
        """Whether an agency relays whose state is neither the one spoken of nor named besides: then no more than an agency."""
        side = near.camp or near.other if ":" in near.source else near.source
        entry = load_parties().get(side)
        if entry is None or entry.side == "nonstate":
            return False
        country = self.phrases.context.at(self.words.sentence_of[near.first])
        if country is None or not entry.home or country in entry.home:
            return False
        named = (p for p in self.phrases.party_at.values() if p.party == side)
        return all(near.first <= p.first < near.last for p in named)

    def _far_end(self, first: int, end: int, *, relays: bool, learns: bool = False) -> Speaker | None:
        """`نقلت الوكالة عن مصدر`, `علمت الصحيفة من مصدر`; but `أعلن الجيش عن استهداف` names nobody."""
        words = self.words
        for i in range(first, min(end - 1, first + _CHAIN)):
            form = words.forms[i]
            if form == "عن" and (relays or words.forms[i - 1] == "نقلا"):
                return self.speakers.read(i + 1, end)
            if learns and form in _FROM:
                return self.speakers.read(i + 1, end)
            if form in self.vocabulary.opens_speech or (
                i > first and i in self.phrases.spoken and form != "نقلا"
            ):
                return None
        return None

    def skip(self, first: int, end: int, *, told: bool) -> int:
        """Past what may stand between a verb and its subject: days, adverbs, where it was said and to whom."""
        words, phrases, vocabulary = self.words, self.phrases, self.vocabulary
        i = first
        while i < min(end, first + _FILLERS):
            form = words.forms[i]
            if i > first and (":" in words.gaps[i] or "\n" in words.gaps[i]):
                break
            following = words.forms[i + 1] if i + 1 < end else ""
            date = phrases.date_at.get(i)
            if date is not None and i not in phrases.source_at:
                i = date.last
            elif form in vocabulary.adverbs:
                i += 1
            elif (form in {"من", "ومن"} and following in vocabulary.own_side) or (
                form in vocabulary.before_tellings
                and (following in vocabulary.tellings or (form == "في" and following in vocabulary.meanwhile))
            ):
                i += 2
            elif (last := self._recipient(i, told=told)) > i:
                i = last
            else:
                break
        return i

    def _recipient(self, i: int, *, told: bool) -> int:
        """Where the outlet that something was told to ends: `لوكالة فرانس برس`, `لـ«عكاظ»`."""
        words, phrases = self.words, self.phrases
        form = words.forms[i]
        if form == "ل":
            quoted = phrases.quoted_end(i + 1, len(words))
            return quoted or i + 2
        for hit in (phrases.source_at.get(i), phrases.masthead_at.get(i)):
            if hit is not None and hit.form.entry.value == "media" and (hit.proclitics.endswith("ل") or told):
                speaker = self.speakers.read(i, min(len(words), i + 6))
                return speaker.last if speaker is not None else hit.last
        if form.startswith("ل") and any(mark in words.gaps[i + 1] for mark in '"“«('):
            return phrases.quoted_end(i + 1, len(words)) or i
        return self.speakers.mastheads.own_end(i) if form.startswith("ل") or told else i

    def _is_object(self, speaker: Speaker) -> bool:
        """`لحماس`, `بالقوات`: governed by a preposition, so no subject."""
        proclitics = _proclitics(
            self.phrases.source_at.get(speaker.first), self.phrases.party_at.get(speaker.first)
        )
        return bool(proclitics) and proclitics[-1] in "بلك"

    def doer_before(self, at: int, agree: str) -> Speaker | None:
        """The party that the sentence begins with as its doer, or the one before a sentence that begins here with its verb.

        `استهدفت الحركة قاعدة. وقالت في بيان إن`, `قتل الجيش ثلاثة، وأكد أن`.
        """
        words, phrases = self.words, self.phrases
        sentence = words.sentence_of[at]
        sentence -= words.sentences[sentence][0] == at
        first, end = words.sentences[max(0, sentence)]
        end = min(at, end)
        if first not in phrases.breaks or words.forms[first].endswith("ت") != (agree == "she"):
            return None
        doer = self.skip(first + 1, end, told=False)
        party = phrases.party_at.get(doer)
        if party is not None and (party.proclitics or party.by == "nation"):
            return None
        speaker = self.speakers.read(doer, end) if doer < end else None
        if speaker is None or speaker.way != "party":
            return None
        return replace(speaker, feminine=agree == "she")

    # -- before the verb

    def of_before(self, hit: Hit, begin: int) -> Speaker | None:
        """`سبق للوزارة أن أعلنت`: who did so before."""
        forms = self.words.forms
        if hit.first - begin <= _AT_LEAST or forms[hit.first - 1] != "ان":
            return None
        for i in range(hit.first - _AT_LEAST, max(begin, hit.first - _BACK_REACH) - 1, -1):
            if forms[i].lstrip("و") in {"سبق", "يسبق"} and forms[i + 1].startswith("ل"):
                return self.speakers.read(i + 1, hit.first - 1)
        return None

    def before(self, hit: Hit, begin: int, *, near: bool = False) -> Speaker | None:
        """`مصادر طبية أكدت`, `الجيش يعلن`, `الوزارة التي قالت`: the nearest phrase that ends before the verb."""
        words, phrases = self.words, self.phrases
        led = hit.first > begin and words.forms[hit.first - 1] in {"الي", "عن"}  # no verb stands behind these
        noun = led or (not hit.form.is_verb and "verbal" not in hit.form.entry.traits)
        if noun and (hit.first < begin + 2 or not led):
            return None  # سارعت الوزارة إلى نفي …
        if hit.proclitics.startswith("ف"):
            return self._as_for(hit, begin)
        if hit.proclitics.startswith("و"):
            return None
        start = max(begin, hit.first - _BACK_REACH)
        for i in range(hit.first - 1, start - 1, -1):
            if any(mark in words.gaps[i + 1] for mark in ":؛\n"):
                return None
            hit_here = phrases.source_at.get(i)
            party = phrases.party_at.get(i)
            if (hit_here is None and party is None) or self._is_governed(i, hit_here, party):
                continue
            speaker = self.speakers.read(i, hit.first)
            if speaker is None or speaker.way == "person":
                continue
            if self.reaches(speaker.last, hit.first - 1 if noun else hit.first) and (
                not near or hit.first - speaker.last <= 1
            ):
                return self._holder_of(speaker, begin) or speaker
        return self._subject_of_was(hit, begin)

    def _holder_of(self, ranked: Speaker, begin: int) -> Speaker | None:
        """Whose office stands right before a rank and a name: `المتحدث باسم الجيش، العميد فلان، نفى`."""
        if ranked.kind != "title" or ranked.way != "kind":
            return None
        for i in range(ranked.first - 1, max(begin, ranked.first - _BACK_REACH) - 1, -1):
            if i in self.phrases.source_at:
                office = self.speakers.read(i, ranked.first)
                if office is not None and office.last == ranked.first and office.way in {"side", "body"}:
                    return replace(office, last=ranked.last, name=ranked.name)
        return None

    def _as_for(self, hit: Hit, begin: int) -> Speaker | None:
        """`أما الوزارة فنفت`: the subject right behind أما."""
        words = self.words
        for i in range(hit.first - 2, max(begin, hit.first - _AS_FOR_REACH) - 1, -1):
            if words.forms[i] in self.vocabulary.as_for:
                return self.speakers.read(i + 1, hit.first)
            if i + 1 in self.phrases.spoken:
                return None
        return None

    def _subject_of_was(self, hit: Hit, begin: int) -> Speaker | None:
        """`وكانت الوزارة، التي …، قد أعلنت`: the subject right behind كان, however long its description."""
        is_was = self.words.forms[begin] in self.vocabulary.was
        if not is_was or not 2 <= hit.first - begin <= _WAS_REACH:
            return None
        speaker = self.speakers.read(begin + 1, hit.first)
        return speaker if speaker is not None and speaker.way != "person" else None

    def _is_governed(self, i: int, hit: Hit | None, party: PartyMention | None) -> bool:
        words, vocabulary = self.words, self.vocabulary
        proclitics = _proclitics(hit, party)
        if proclitics and (proclitics[-1] in "بلك" or (proclitics == "و" and i > 0 and words.gaps[i] == " ")):
            return True
        before = words.forms[i - 1] if i else ""
        if i > 0 and words.gaps[i] == " " and (before in vocabulary.speaking_for or self._is_construct(i)):
            return True
        if before in vocabulary.seats:  # المرصد السوري، ومقره بريطانيا، قال
            return True
        governs = before in vocabulary.prepositions and before not in vocabulary.conjunctions
        return i > 0 and words.gaps[i] == " " and (governs or before in vocabulary.by)

    def _is_construct(self, i: int) -> bool:
        """Whether a noun for who speaks stands right before a word without its article: `رئيس المجلس`."""
        hit = self.phrases.source_at.get(i - 1)
        if hit is None or hit.last != i or hit.form.entry.value not in _HOLDERS:
            return False
        return not self.phrases.is_definite(hit)

    def tells_outlet(self, first: int, stop: int) -> bool:
        """Whether only the outlet that somebody told it to stands before a word: `شهود لوكالة الأنباء:`."""
        last = self._recipient(first, told=True) if first < stop else first
        return last > first and stop - last <= _APART

    def _past_seat(self, first: int, verb: int) -> int:
        """Past where a speaker sits, put in behind the name: `منظمة العفو، ومقرها لندن، قالت`."""
        if first >= verb or self.words.forms[first] not in self.vocabulary.seats:
            return first
        closes = (i for i in range(first + 1, min(verb, first + _SEAT)) if "،" in self.words.gaps[i])
        return next(closes, min(verb, first + 2))

    def reaches(self, first: int, verb: int) -> bool:
        """Whether nothing but a name, adjectives or an adverb stands between a speaker and the verb."""
        words, phrases = self.words, self.phrases
        first = self._past_seat(first, verb)
        for i in range(first, verb):
            if i in phrases.breaks or i in phrases.spoken:
                return False
            if words.forms[i] in self.vocabulary.opens_speech and not phrases.is_ali(i):
                return False
            if "،" in words.gaps[i] and i > first and i not in phrases.date_at:
                return False
        return verb - first <= _APART


def join_chain(near: Speaker, far: Speaker) -> Speaker:
    """The far end; where it is nameless and the near end is a party or its agency, that party."""
    if far.source in _ANONYMOUS and far.way != "side":
        side = (
            near.source
            if ":" not in near.source and near.source not in _ANONYMOUS
            else near.camp or near.other
        )
        if side and ":" not in side:
            return replace(far, source=side, way="side", other=far.source, why=f"{far.why}, quoted by {side}")
    return replace(far, other=far.other or near.source)


def _proclitics(hit: Hit | None, party: PartyMention | None) -> str:
    if hit is not None:
        return hit.proclitics
    return party.proclitics if party is not None else ""
