"""Find who a text credits, and how far their words reach.

An attribution is a verb of saying with its subject (`قال المتحدث باسم …`), a preposition with its object
(`بحسب مصادر طبية`), or a speaker and a colon at the head of a line. Where the text gives a chain (an agency
quoting a spokesman) the far end is the source. A verb that goes on (`وأضاف`) without a subject keeps the
speaker before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tawatur.find.speaker_words import COMPLEMENTS, PREPOSITIONS, THAT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tawatur.find.speaker import Speaker
    from tawatur.find.speakers import SpeakerReader
    from tawatur.lexicon.match import Hit
    from tawatur.segment.words import Words


class Attribution(NamedTuple):
    """`source` vouches for the words `reach_first:reach_last`; it is named at `first:last`."""

    first: int
    last: int
    source: str  # a party, `media:NAME`, `other:NAME`, a kind of source (`medics`), or `outlet`
    by: str  # "says", "continues", "according", "colon"
    stance: str  # "asserts", "denies", "accuses", "admits", "claims"
    reach_first: int
    reach_last: int
    verb: int
    why: str
    say: str = ""  # the entry of the verb or preposition
    way: str = ""  # how the speaker was read; see `speakers.Speaker`
    kind: str = ""  # what kind of noun names the speaker
    other: str = ""  # a second reading of who speaks
    said_at: int = 0  # where what is said begins
    noun: str = ""  # the entry of the noun that names the speaker


_ANONYMOUS = frozenset({"local_sources", "officials", "outlet"})
_BACK_REACH = 10
_FILLERS = 10
_APART = 5  # words between a subject and the verb behind it
_CHAIN = 9
_GOES_ON = 3  # sentences over which a speaker who is not named again goes on
_COLON_REACH = 7
_WAS = frozenset({"كان", "كانت", "وكان", "وكانت", "وكانوا"})
_WAS_REACH = 22
_WHAT = frozenset({"ما", "لما"})
_WHICH = frozenset({"الذي", "التي", "الذين", "ما", "مما"})
_CHARGES = frozenset(
    "ادعاءات الادعاءات اتهامات الاتهامات مزاعم المزاعم تاكيد اللوم باللوم باللايمه اصابع الاتهام اتهاما اتهام مسووليه المسووليه"
    " بالمسووليه".split()
)
_CHARGE_REACH = 7
_DOERS = frozenset({"party", "person", "media", "organ", "title"})  # who may also do, not say
_ADVERBS = frozenset(
    [
        "ايضا",
        "كذلك",
        "بدوره",
        "بدورها",
        "رسميا",
        "مجددا",
        "لاحقا",
        "صباح",
        "مساء",
        "فجر",
        "امس",
        "اليوم",
        "الان",
        "سابقا",
        "له",
        "لها",
        "لهم",
        "فيه",
        "فيها",
        "به",
        "بها",
        "ذلك",
        "يوم",
        "قبل",
        "وقت",
        "سابق",
        "متاخر",
        "بالقول",
        "ليل",
        "ليله",
        "ظهر",
        "بعد",
    ]
)
_TELLINGS = frozenset(
    [
        "بيان",
        "بيانها",
        "بيانه",
        "تصريح",
        "تصريحات",
        "حديث",
        "حديثه",
        "مقابله",
        "مداخله",
        "تغريده",
        "تدوينه",
        "موتمر",
        "اتصال",
        "كلمه",
        "خطاب",
        "رساله",
        "لقاء",
        "تعليق",
        "اول",
        "احدث",
    ]
)
_ON_THE_SIDE = frozenset({"جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "جانبهم", "ناحيته"})


def find_sources(hits: Sequence[Hit], words: Words, speakers: SpeakerReader) -> list[Attribution]:
    """Attributions in order of their verb or preposition."""
    return _Reader(words, speakers).read_all([h for h in hits if h.layer == "say"])


class _Reader:
    def __init__(self, words: Words, speakers: SpeakerReader) -> None:
        self.words = words
        self.speakers = speakers
        self.phrases = speakers.phrases
        self.taken = 0  # words before this are part of an attribution already read

    def read_all(self, hits: list[Hit]) -> list[Attribution]:
        found: list[Attribution] = []
        says = {h.first: h for h in hits}
        colons = self._colons()
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
                if hit.form.entry.value == "according"
                else self._of_verb(hit, last)
            )
            if attribution is not None:
                found.append(attribution)
        return found

    # -- prepositions

    def _of_preposition(self, hit: Hit, says: dict[int, Hit]) -> Attribution | None:
        begin, end = self._sentence(hit.first)
        i, told = hit.last, hit
        if i < end and self.words.forms[i] in {"ما", "لما"}:
            i += 1
        said = says.get(i)
        if said is not None and said.form.entry.value == "say":
            told, i = said, said.last
        elif i < end and self.words.forms[i - 1] in _WHAT and self.words.forms[i].endswith("ه"):  # ما استقته
            i += 1
        speaker = self._subject(i, end, told) or (self._speaker(i, end) if i < end else None)
        if speaker is None:
            return None
        self.taken = max(self.taken, speaker.last)
        at = hit.first - begin <= 2
        reach = (speaker.last, end) if at else (begin, speaker.last)
        return self._attribution(
            speaker, "according", told, reach, hit.first, speaker.last if at else hit.first
        )

    # -- verbs

    def _of_verb(self, hit: Hit, before: Attribution | None) -> Attribution | None:
        begin, end = self._sentence(hit.first)
        traits = hit.form.entry.traits
        if self._is_negated(hit):
            return None
        says = hit.form.says
        of_it = says is not None and bool(says.pronoun)  # أكدها, نشرته: with the thing said before it
        speaker = self._subject_before(hit, begin, near=True) if "accuse" in traits and not of_it else None
        speaker = speaker or self._subject(hit.last, end, hit)
        if speaker is None and "text" not in traits and not of_it:
            speaker = self._subject_before(hit, begin)
        if speaker is not None and not self._fits(hit, speaker, end):
            return None
        if speaker is not None:
            after = max(hit.last, speaker.last)
            self.taken = max(self.taken, after if speaker.first >= hit.first else hit.last)
            if of_it:
                which = self.words.forms[hit.first - 1] in _WHICH
                return self._attribution(
                    speaker, "relative", hit, (begin, end), hit.first, end if which else after
                )
            return self._attribution(
                speaker, "says", hit, (after, self._end_of_quote(after, end)), hit.first, after
            )
        if before is None or of_it or not self._goes_on(hit, before):
            return None
        speaker = self.speakers.memory.last(says.agree if says else "")
        if speaker is None:
            return None
        why = f"{self.words.shown(hit.first, hit.last)} goes on with the speaker before"
        speaker = speaker._replace(first=hit.first, last=hit.last, why=why, way="back")
        reach = (hit.last, self._end_of_quote(hit.last, end))
        return self._attribution(speaker, "continues", hit, reach, hit.first, hit.last)

    def _goes_on(self, hit: Hit, before: Attribution) -> bool:
        near = self.words.sentence_of[hit.first] - self.words.sentence_of[before.verb] <= _GOES_ON
        if not near or "text" in hit.form.entry.traits:
            return False
        if hit.form.says is None:  # مضيفا, مؤكدة
            return True
        goes_on = "continue" in hit.form.entry.traits or hit.proclitics.startswith("و")
        return hit.form.is_verb and goes_on and self._says_that(hit.last, self._sentence(hit.first)[1])

    def _fits(self, hit: Hit, speaker: Speaker, end: int) -> bool:
        """Whether a verb with other meanings is one of saying here: by who speaks, or by the أن behind."""
        traits = hit.form.entry.traits
        if "of_text" in traits:
            return speaker.kind == "text"
        if hit.form.says is not None and hit.form.says.pronoun and "relay" in traits:
            return self.words.forms[hit.first - 1] in _WHICH
        if "charge" in traits:
            after = hit.last if speaker.first < hit.first else speaker.last
            return not _CHARGES.isdisjoint(self.words.forms[after : min(after + _CHARGE_REACH, end)])
        after = max(hit.last, speaker.last)
        if "relay" in traits:
            return speaker.first > hit.first and self._says_that(after, end, within=6)
        if "that" in traits and speaker.kind in _DOERS:
            return any(form in THAT for form in self.words.forms[after : min(after + 4, end)])
        if "show" in traits and speaker.kind in _DOERS:  # نشر الجيش قواته
            shown = range(after, min(after + 5, end))
            return any(self.phrases.kind_at(i) == "text" or self.words.forms[i] in THAT for i in shown)
        return True

    def _is_negated(self, hit: Hit) -> bool:
        before = self.words.forms[hit.first - 1] if hit.first else ""
        return (
            hit.form.is_verb and before in {"لم", "ولم", "لن", "ولن"} and "deny" not in hit.form.entry.traits
        )

    def _says_that(self, first: int, end: int, within: int = 3) -> bool:
        """Whether what is said follows: أن, a quotation, a happening."""
        words = self.words
        for i in range(first, min(first + within, end)):
            form = words.forms[i]
            if (
                form in THAT
                or form in {"الي", "عن", "علي", "قوله", "قولها", "قولهم"}
                or i in self.phrases.breaks
            ):
                return True
            if any(mark in words.gaps[i] for mark in ':"“«'):
                return True
            if (
                within == 3
                and i not in self.phrases.date_at
                and form not in _ADVERBS
                and not form.startswith("ب")
            ):
                return False
        return False

    def _subject(self, first: int, end: int, hit: Hit) -> Speaker | None:
        """The speaker named behind a verb, and, where it relays, the far end of the chain."""
        i = self._skip(first, end, told="told" in hit.form.entry.traits)
        near = self._speaker(i, end) if i < end else None
        if near is not None and hit.form.entry.value != "according" and self._is_object(near):
            near = None
        after = near.last if near is not None else i
        relays = "relay" in hit.form.entry.traits
        far = self._far_end(after, end, relays=relays)
        if far is None:
            return near
        if near is None:
            return far if relays else None
        self.speakers.memory.add(near)
        return _chain(near, far)

    def _far_end(self, first: int, end: int, *, relays: bool) -> Speaker | None:
        """`نقلت الوكالة عن مصدر`, `ذكرت الوكالة نقلا عن مصدر`; but `أعلن الجيش عن استهداف` names nobody."""
        words = self.words
        for i in range(first, min(end - 1, first + _CHAIN)):
            form = words.forms[i]
            if form == "عن" and (relays or words.forms[i - 1] == "نقلا"):
                return self._speaker(i + 1, end)
            if form in COMPLEMENTS or (i > first and i in self.phrases.spoken and form != "نقلا"):
                return None
        return None

    def _skip(self, first: int, end: int, *, told: bool) -> int:
        """Past what may stand between a verb and its subject: days, adverbs, where it was said and to whom."""
        words, phrases = self.words, self.phrases
        i = first
        while i < min(end, first + _FILLERS):
            form = words.forms[i]
            if i > first and (":" in words.gaps[i] or "\n" in words.gaps[i]):
                break
            date = phrases.date_at.get(i)
            if date is not None and i not in phrases.source_at:
                i = date.last
            elif form in _ADVERBS:
                i += 1
            elif (form in {"من", "ومن"} and i + 1 < end and words.forms[i + 1] in _ON_THE_SIDE) or (
                form in {"في", "خلال", "عبر", "علي"} and i + 1 < end and words.forms[i + 1] in _TELLINGS
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
        source, party = self.phrases.source_at.get(speaker.first), self.phrases.party_at.get(speaker.first)
        proclitics = (
            source.proclitics if source is not None else party.proclitics if party is not None else ""
        )
        return bool(proclitics) and proclitics[-1] in "بلك"

    def _subject_before(self, hit: Hit, begin: int, *, near: bool = False) -> Speaker | None:
        """`مصادر طبية أكدت`, `الجيش يعلن`, `الوزارة التي قالت`: the nearest phrase that ends before the verb."""
        words, phrases = self.words, self.phrases
        noun = not hit.form.is_verb
        if noun and (hit.first < begin + 2 or words.forms[hit.first - 1] not in {"الي", "عن"}):
            return None  # سارعت الوزارة إلى نفي …
        if hit.proclitics.startswith(("و", "ف")):
            return None
        start = max(begin, hit.first - _BACK_REACH)
        for i in range(hit.first - 1, start - 1, -1):
            if i + 1 < hit.first and any(mark in words.gaps[i + 1] for mark in ":؛\n"):
                return None
            hit_here = phrases.source_at.get(i)
            party = phrases.party_at.get(i)
            if (hit_here is None and party is None) or self._is_governed(i, hit_here, party):
                continue
            speaker = self.speakers.read(i, hit.first)
            if speaker is None or speaker.way == "person":
                continue
            if self._reaches(speaker.last, hit.first - 1 if noun else hit.first) and (
                not near or hit.first - speaker.last <= 1
            ):
                return speaker
        return self._subject_of_was(hit, begin)

    def _subject_of_was(self, hit: Hit, begin: int) -> Speaker | None:
        """`وكانت الوزارة، التي …، قد أعلنت`: the subject right behind كان, however long its description."""
        words = self.words
        if words.forms[begin] not in _WAS or hit.first - begin > _WAS_REACH or hit.first - begin < 2:
            return None
        speaker = self.speakers.read(begin + 1, hit.first)
        return speaker if speaker is not None and speaker.way != "person" else None

    def _is_governed(self, i: int, hit: Hit | None, party: object) -> bool:
        words = self.words
        proclitics = hit.proclitics if hit is not None else getattr(party, "proclitics", "")
        if proclitics and (proclitics[-1] in "بلك" or (proclitics == "و" and i > 0 and words.gaps[i] == " ")):
            return True
        before = words.forms[i - 1] if i else ""
        return i > 0 and words.gaps[i] == " " and (before in PREPOSITIONS or before in {"بيد", "قبل"})

    def _reaches(self, first: int, verb: int) -> bool:
        """Whether nothing but a name, adjectives or an adverb stands between a speaker and the verb."""
        words, phrases = self.words, self.phrases
        for i in range(first, verb):
            if i in phrases.breaks or i in phrases.spoken or words.forms[i] in COMPLEMENTS:
                return False
            if "،" in words.gaps[i] and i > first and i not in phrases.date_at:
                return False
        return verb - first <= _APART

    # -- a speaker and a colon

    def _colons(self) -> set[int]:
        """First words of lines and sentences that have a colon a few words on."""
        words = self.words
        found = set()
        for begin, end in words.sentences:
            for i in range(begin + 1, min(end, begin + _COLON_REACH)):
                gap = words.gaps[i]
                if gap == " ":
                    continue
                if ":" in gap:
                    found.add(begin)
                    break
                if "،" in gap:
                    break
        return found

    def _of_colon(self, begin: int) -> Attribution | None:
        words = self.words
        _, end = self._sentence(begin)
        stop = next(
            (i for i in range(begin + 1, min(end, begin + _COLON_REACH)) if ":" in words.gaps[i]), begin
        )
        speaker = self.speakers.read(begin, stop)
        if speaker is None or not self._reaches(speaker.last, stop):
            return None
        if speaker.last < stop and words.forms[speaker.last] == "عن":  # سانا عن مصدر عسكري: …
            far = self.speakers.read(speaker.last + 1, stop)
            speaker = _chain(speaker, far) if far is not None else speaker
        if speaker.way == "person" or (speaker.kind == "witnesses" and speaker.last == begin + 1):
            return None  # شاهد: watch
        self.taken = max(self.taken, speaker.last)
        return self._attribution(speaker, "colon", None, (stop, end), begin, stop)

    # -- what both share

    def _speaker(self, first: int, end: int) -> Speaker | None:
        return self.speakers.read(first, end)

    def _sentence(self, at: int) -> tuple[int, int]:
        return self.words.sentences[self.words.sentence_of[at]]

    def _end_of_quote(self, at: int, end: int) -> int:
        """The end of what is said: of the sentence, or of the quotation that opens in it and runs on."""
        for first, last in self.words.quotes:
            if at <= first < end and last > end:
                return last
        return end

    def _attribution(
        self, speaker: Speaker, by: str, hit: Hit | None, reach: tuple[int, int], verb: int, said_at: int
    ) -> Attribution:
        if by != "continues":
            self.speakers.memory.add(speaker)
        traits = hit.form.entry.traits if hit is not None else frozenset()
        return Attribution(
            speaker.first, speaker.last, speaker.source, by, _stance(traits), *reach, verb, speaker.why,
            hit.form.entry.id if hit is not None else "colon", speaker.way, speaker.kind, speaker.other, said_at,
            speaker.noun,
        )  # fmt: skip


def _chain(near: Speaker, far: Speaker) -> Speaker:
    """The far end; where it is nameless and the near end is a party or its agency, that party."""
    if far.source in _ANONYMOUS and far.way != "side":
        side = (
            near.source
            if ":" not in near.source and near.source not in _ANONYMOUS
            else near.camp or near.other
        )
        if side and ":" not in side:
            return far._replace(source=side, way="side", other=far.source, why=f"{far.why}, quoted by {side}")
    return far._replace(other=far.other or near.source)


def _stance(traits: frozenset[str]) -> str:
    for trait, stance in (
        ("deny", "denies"),
        ("accuse", "accuses"),
        ("admit", "admits"),
        ("claim", "claims"),
    ):
        if trait in traits:
            return stance
    return "asserts"
