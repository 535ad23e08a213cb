"""Read outlets, agencies and correspondents that a text credits, and tell the report's own outlet from others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from tawatur.arabic.fold import fold_phrase
from tawatur.find.names_said import for_end
from tawatur.find.speaker import Memory, Speaker
from tawatur.find.speaker_ties import owner_of

if TYPE_CHECKING:
    from tawatur.find.speaker_phrases import Phrases
    from tawatur.lexicon.match import Hit
    from tawatur.lexicon.publishers import Publishers
    from tawatur.records.publisher import Publisher

_BY_NAME = frozenset({"name", "shared"})
_NAME_MOST = 6
_LARGE_WORDS = 3  # adjectives between وكالة and the name


class Mastheads:
    """Reads media in one text; knows which outlet printed it."""

    def __init__(
        self,
        phrases: Phrases,
        memory: Memory,
        publishers: Publishers,
        own: Publisher | None,
        outlet: str | None,
    ) -> None:
        self.phrases = phrases
        self.words = phrases.words
        self.vocabulary = phrases.vocabulary
        self.memory = memory
        self.publishers = publishers
        self.own = own
        self._own_words = fold_phrase(outlet).split() if outlet else []
        self._short: dict[
            str, str
        ] = {}  # a publisher → the short name that the text gives behind its full one
        self._owned: dict[str, str] = {}  # a medium's name → the party that the text says it belongs to

    def read(self, hit: Hit, stop: int) -> Speaker | None:
        """The medium that a noun or a name at a word stands for."""
        traits = hit.form.entry.traits
        if "named" in traits:
            speaker: Speaker | None = self.of_name(hit.first, hit.first, hit.last)
        else:
            speaker = self._of_noun(hit, stop) if "head" in traits else self._of_many(hit, stop)
        return self._of_owner(speaker, stop) if speaker is not None else None

    def _of_owner(self, speaker: Speaker, stop: int) -> Speaker:
        """A party's own medium where the text says whose it is: `قناة المنبر التابعة للجماعة`, then and from then on."""
        if not speaker.source.startswith("media:"):
            return speaker
        owner = owner_of(self.phrases, speaker.last, stop)
        if owner is not None:
            self._owned[speaker.source] = owner.party
        party = self._owned.get(speaker.source)
        if party is None:
            return speaker
        last = owner.last if owner is not None else speaker.last
        why = f"{self.words.shown(speaker.first, last)} is its organ"
        return replace(speaker, source=party, other=speaker.source, way="organ", last=last, why=why)

    def read_bare(self, first: int) -> Speaker | None:
        """An outlet by a name that is an ordinary word, in quotation marks, or by the report's own name."""
        masthead = self.phrases.masthead_at.get(first)
        if masthead is not None and self.phrases.is_quoted(masthead.first, masthead.last):
            return self.of_name(first, first, masthead.last)
        last = self.own_end(first)
        return self._own(first, last) if last > first else None

    def read_correspondent(self, hit: Hit, stop: int) -> Speaker:
        """`مراسل` speaks for the outlet named behind him, else for the report's own."""
        phrases = self.phrases
        for i in range(hit.last, min(hit.last + _LARGE_WORDS + 1, stop)):
            source, masthead = phrases.source_at.get(i), phrases.masthead_at.get(i)
            if source is not None and source.form.entry.value == "media":
                medium = self.read(source, stop)
                if medium is not None:
                    return replace(medium, first=hit.first, feminine=phrases.head(hit.first).endswith("ه"))
            if masthead is not None:
                return self.of_name(hit.first, masthead.first, masthead.last)
            last = self.own_end(i)
            if last > i:
                return self._own(hit.first, last)
        before = self.memory.medium(lambda at: phrases.kind_at(at) == "reporter")
        if before is not None and phrases.is_definite(hit):
            return replace(before, first=hit.first, last=hit.last, way="back", why="named before")
        return self._own(hit.first, hit.last)

    def own_end(self, i: int) -> int:
        """Where the report's own outlet, named at a word, ends; the word itself where it is not named."""
        parts = self._own_words
        if not parts or i >= len(self.words):
            return i
        form = self.words.forms[i]
        if form != parts[0] and (form[:1] not in "لبو" or form[1:] != parts[0]):
            return i
        return i + len(parts) if self.words.forms[i + 1 : i + len(parts)] == parts[1:] else i

    def _end_of_channel(self, hit: Hit) -> int:
        """Where the report's own outlet ends that another noun of its kind calls: `قناة النهر` of راديو النهر."""
        on_air, (noun, *name) = self.vocabulary.on_air, self._own_words or [""]
        end = hit.last + len(name)
        is_so = noun in on_air and self.words.forms[hit.first] in on_air and bool(name)
        return end if is_so and self.words.forms[hit.last : end] == name else hit.last

    def is_own(self, name: str) -> bool:
        publisher = self.publishers.by_name(name)
        return self.own is not None and publisher is not None and publisher.id == self.own.id

    def of_name(self, first: int, name_first: int, last: int) -> Speaker:
        """An outlet or agency by name: the report's own, a party's organ, or another's."""
        words, phrases = self.words, self.phrases
        name = phrases.shown_bare(name_first, last)
        tails = self.vocabulary.outlet_tails
        while last < len(words) and not words.gaps[last].strip(' "”»)') and words.forms[last] in tails:
            last += 1
        if self.is_own(name):
            return self._own(first, last)
        publisher = self.publishers.by_name(name)
        if publisher is not None:
            name, last = self._shorten(publisher, name, last)
        camp = publisher.camp_on(phrases.context.day) if publisher is not None else None
        head = phrases.head(first)
        if publisher is not None and publisher.speaks and camp:
            why = f"{name} is its organ"
            return Speaker(
                first, last, camp, "organ", head, "media", why, other=f"media:{name}", feminine=True
            )
        why, she = f"{name} is credited", head not in self.vocabulary.media_he
        return Speaker(
            first, last, f"media:{name}", "media", head, "media", why, camp=camp or "", feminine=she
        )

    def _shorten(self, publisher: Publisher, name: str, last: int) -> tuple[str, int]:
        """The short name in brackets behind a full one (`وكالة الأنباء الفلسطينية (وفا)`), from then on."""
        while last < len(self.words) and self.words.forms[last] in self.vocabulary.before_short_name:
            last += 1
        end = self.phrases.quoted_end(last, len(self.words))
        if end:
            short = self.words.shown(last, end)
            other = self.publishers.by_name(short)
            if other is not None and other.id == publisher.id:
                self._short[publisher.id] = short
                last = end
        return self._short.get(publisher.id, name), last

    def read_unknown(self, first: int, stop: int) -> Speaker | None:
        """Whoever a post ends by quoting, by a name that nothing knows: `نقلا عن …`."""
        last = self.phrases.name_end(first, stop)
        return self._credited(first, last) if first < last == stop and last - first <= _LARGE_WORDS else None

    # -- nouns for media

    def _of_noun(self, hit: Hit, stop: int) -> Speaker | None:
        """`وكالة`, `صحيفة`: by the name behind it, in quotation marks or not; of a party; or pointing back."""
        words, phrases = self.words, self.phrases
        named = self._name_behind(hit.last, stop)
        if named is not None:
            return self.of_name(hit.first, named.first, named.last)
        quoted = phrases.quoted_end(hit.last, stop)
        if quoted:
            return self.of_name(hit.first, hit.last, quoted)
        own = max(self.own_end(hit.last), self._end_of_channel(hit))
        if own > hit.last:
            return self._own(hit.first, own)
        side = phrases.behind(hit.last, stop)
        head = phrases.head(hit.first)
        if side.party and not side.adjective and side.last - hit.last <= _LARGE_WORDS:
            shown = words.shown(hit.first, side.last)
            why = f"{shown} is its medium"
            return Speaker(
                hit.first, side.last, side.party, "side", head, "media", why, other=f"media:{shown}"
            )
        if phrases.is_definite(hit) and hit.last - hit.first == 1 and not side.adjective:
            back = self.memory.by_head(head, "media")
            if back is not None:
                return replace(
                    back, first=hit.first, last=hit.last, way="back", kind="media", why="named before"
                )
            named_so = [*self._own_words, *(fold_phrase(self.own.name_ar).split() if self.own else ())]
            if head in named_so and self._stands_alone(hit):
                return self._own(hit.first, hit.last)
        last = hit.last if self._stands_alone(hit) else self._end_of_unknown(hit.last, stop)
        quoted = phrases.quoted_end(last, stop)
        if quoted:  # وكالة الأنباء الروسية "سبوتنيك"
            return self.of_name(hit.first, last, quoted)
        back = self.memory.only(head) if self._has_only_adjectives(hit, last) else None
        if back is not None:  # الصحيفة البريطانية, where one was named
            return replace(back, first=hit.first, last=last, way="back", kind="media", why="named before")
        return self._credited(hit.first, last)

    def _stands_alone(self, hit: Hit) -> bool:
        """Whether a noun with its article has no name behind it, as none without one goes on: `أكدت الشبكة مقتل سبعة`."""
        if hit.last >= len(self.words) or not self.phrases.is_definite(hit) or hit.last - hit.first > 1:
            return False
        form = self.words.forms[hit.last]
        return not (form.startswith(("ال", "لل")) or form[0].isdecimal() or self._is_adjective(hit.last))

    def _has_only_adjectives(self, hit: Hit, last: int) -> bool:
        """Whether a noun with its article has nothing but nationalities and the like behind it."""
        behind = range(hit.last, last)
        return (
            self.phrases.is_definite(hit)
            and hit.last - hit.first == 1
            and len(behind) > 0
            and all(self._is_adjective(i) for i in behind)
        )

    def _name_behind(self, first: int, stop: int) -> Hit | None:
        """A known name behind a noun for media, past adjectives: `وكالة الأنباء السورية (سانا)`."""
        words, phrases = self.words, self.phrases
        for i in range(first, min(first + _LARGE_WORDS + 1, stop)):
            for named in (phrases.source_at.get(i), phrases.masthead_at.get(i)):
                if named is not None and "named" in named.form.entry.traits:
                    return named
            is_adjective = (
                i in phrases.quality_at or i in phrases.nation_at or words.forms[i] in self.vocabulary.of_news
            )
            if words.gaps[i].strip() or not is_adjective:
                return None
        return None

    def _of_many(self, hit: Hit, stop: int) -> Speaker:
        """`وسائل إعلام`: the state's where they are called official, else media as the text calls them."""
        words, phrases = self.words, self.phrases
        last = hit.last
        back = self.memory.only(phrases.head(hit.first)) if phrases.is_definite(hit) else None
        is_states = words.forms[hit.first] in self.vocabulary.state_media
        if back is not None and back.kind == "media" and is_states:  # الوكالة الرسمية
            return replace(back, first=hit.first, last=last, way="back", why="named before")
        while (
            last < min(stop, hit.last + _LARGE_WORDS) and words.gaps[last] == " " and self._is_adjective(last)
        ):
            last += 1
        owner = phrases.party_at.get(hit.last)
        is_named = (
            owner is not None and owner.by in _BY_NAME
        )  # إعلام النظام, but إعلام تركي may be anybody's there
        if owner is not None and owner.entry is not None and (owner.entry.side == "nonstate" or is_named):
            medium = self._credited(hit.first, owner.last)
            why = f"{words.shown(hit.first, owner.last)} is its organ"
            return replace(medium, source=owner.party, way="organ", other=medium.source, why=why)
        speaker = self._credited(hit.first, last)
        if any(mark in form for form in words.forms[hit.first : last] for mark in self.vocabulary.official):
            state = phrases.behind(hit.last, stop).party or phrases.state(hit.first)
            if state:
                return replace(speaker, source=state, way="state media", other=speaker.source)
        return speaker

    def _is_adjective(self, i: int) -> bool:
        phrases = self.phrases
        party = phrases.party_at.get(i)
        return (
            i in phrases.nation_at or i in phrases.quality_at or (party is not None and party.by == "nation")
        )

    def _end_of_unknown(self, first: int, stop: int) -> int:
        """An unknown outlet's name: the word behind the noun, and the adjectives behind that."""
        words, phrases = self.words, self.phrases
        if first >= stop or words.gaps[first] != " " or first in phrases.spoken:
            return first
        form = words.forms[first]
        if first in phrases.source_at and form not in self.vocabulary.of_news:
            return first  # للوكالة مصدر محلي
        if first in phrases.breaks and words.forms[first - 1].startswith("ال"):
            return first  # أعلنت وكالة الأنباء مقتل ثمانية
        if form in self.vocabulary.opens_speech or form in self.vocabulary.prepositions:
            return first
        told = self._end_before_that(first, stop)
        if told > first:
            return told
        last = first + 1
        while last < min(stop, first + 4) and words.gaps[last] == " ":
            form = words.forms[last]
            if last == first + 1 and form in self.vocabulary.press_numbers:  # موقع درعا 24
                return last + 1
            if last in phrases.spoken or last in phrases.breaks or form in self.vocabulary.belonging:
                break
            if form in self.vocabulary.prepositions:  # إلى, folded, begins as an adjective does
                break
            is_described = last in phrases.nation_at or (last in phrases.quality_at and form.endswith("ه"))
            if not is_described and not form.startswith("ال"):
                break
            last += 1
        taken = (
            phrases.spoken | phrases.source_at.keys() | phrases.masthead_at.keys() | phrases.party_at.keys()
        )
        return for_end(last, stop, words, self.vocabulary, taken)

    def _end_before_that(self, first: int, stop: int) -> int:
        """Where a name that runs on to what is said ends: `قالت شبكة صوت الوادي إن`; its first word where something else stands between."""
        words, vocabulary = self.words, self.vocabulary
        for i in range(first, min(first + _NAME_MOST + 1, stop)):
            form = words.forms[i]
            if form in vocabulary.that and words.gaps[i] == " ":
                return i
            known = i in self.phrases.date_at or i in self.phrases.nation_at or i in self.phrases.quality_at
            other = i in self.phrases.spoken or i in self.phrases.breaks or i in self.phrases.party_at
            small = (
                form in vocabulary.prepositions or form in vocabulary.no_names or form in vocabulary.belonging
            )
            if words.gaps[i] != " " or known or other or small or form in vocabulary.auxiliaries:
                break
        return first

    def _credited(self, first: int, last: int) -> Speaker:
        name = self.phrases.shown_bare(first, last)
        head = self.phrases.head(first)
        why, she = f"{name} is credited", head not in self.vocabulary.media_he
        return Speaker(first, last, f"media:{name}", "media", head, "media", why, feminine=she)

    def _own(self, first: int, last: int) -> Speaker:
        shown = self.words.shown(first, last)
        return Speaker(
            first, last, "outlet", "own", self.phrases.head(first), "media", f"{shown} is the outlet's own"
        )
