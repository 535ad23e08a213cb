"""Read the noun phrase that names who speaks: what it is, and whose side it speaks for.

`المتحدث باسم الجيش` speaks for the army, `مصدر طبي` for nobody but is a medic, `رويترز` is an agency.
An office with no side (`وزير الدفاع`, `قائد الشرطة`) may speak for the state that the report is about, so
a speaker can have a second reading, and what weighs drafts of claims chooses. A definite noun (`المصدر`,
`البيان`) or a surname points back to a speaker before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from tawatur.find.mastheads import Mastheads
from tawatur.find.speaker import Memory, Speaker
from tawatur.find.speaker_informants import read_informant
from tawatur.find.speaker_offices import read_office, read_organ
from tawatur.find.speaker_persons import read_person, read_private
from tawatur.find.speaker_phrases import Phrases
from tawatur.find.speaker_ties import meant_by, owner_of, party_before, seat_of, spokesman_of
from tawatur.lexicon.states import load_nameless_names, load_torn_names, state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tawatur.find.party_mentions import PartyMention
    from tawatur.lexicon.match import Hit
    from tawatur.lexicon.publishers import Publishers
    from tawatur.records.publisher import Publisher

_NOUNS = 4  # words from a noun to the nationality behind it (القوات الخاصة الأمريكية)
_STEPS = 5  # words between a statement and its author
_NOBODY = frozenset({"unknown", "civilians"})


class SpeakerReader:
    """Reads speakers in one text."""

    def __init__(
        self, phrases: Phrases, publishers: Publishers, own: Publisher | None, outlet: str | None
    ) -> None:
        self.phrases = phrases
        self.words = phrases.words
        self.vocabulary = phrases.vocabulary
        self.memory = Memory()
        self.mastheads = Mastheads(phrases, self.memory, publishers, own, outlet)

    def read(self, first: int, stop: int) -> Speaker | None:
        """The speaker whose phrase begins at a word, if one does before the word `stop`."""
        if first >= stop:
            return None
        if self.words.forms[first] in self.vocabulary.counted and first + 1 < stop:
            of = 2 if self.words.forms[first + 1] == "من" and first + 2 < stop else 1  # ثلاثة من السكان
            if self.phrases.kind_at(first + of):
                first += of
        elif self.words.forms[first] in self.vocabulary.these and self._points_at(first + 1, stop):
            first += 1
        hit, party = self.phrases.source_at.get(first), self._party_from(first, stop)
        if party is not None and party.party not in _NOBODY and (hit is None or party.last >= hit.last):
            seat = seat_of(self.phrases, party, stop)
            last = party.last if seat is None else party.last + 2
            shown = self.words.shown(first, last)
            return Speaker(
                first,
                last,
                seat or party.party,
                "party",
                self.phrases.head(first),
                "party",
                f"{shown} speaks",
            )
        if hit is not None:
            return self.read_noun(hit, stop)
        whose = self.phrases.whose_at.get(first)
        before = party_before(self.phrases, first) if whose is not None else ""
        if whose is not None and before not in {"", *_NOBODY}:
            return self.build(whose, whose.last, before, "side", "of the party before", "officials")
        return (
            self.mastheads.read_bare(first)
            or self._read_state(first, stop)
            or self._read_pointing(first, stop)
            or read_person(self, first, stop)
        )

    def _points_at(self, at: int, stop: int) -> bool:
        """Whether a noun for who speaks stands behind "this" or "those": `قالت تلك المصادر`."""
        hit = self.phrases.source_at.get(at) if at < stop else None
        if hit is None or hit.proclitics or hit.form.entry.value in {"body", "media"}:
            return False
        return self.phrases.is_definite(hit)

    def _read_state(self, first: int, stop: int) -> Speaker | None:
        """A state whose name is no party's, by that name: `قالت رواندا إن`, `اتهمت سوريا إسرائيل`."""
        for last in (first + 2, first + 1):
            name = load_nameless_names().get(" ".join(self.words.forms[first:last])) if last <= stop else None
            if name is not None:
                return Speaker(
                    first, last, f"other:{name}", "party", "", "party", f"{name} speaks", feminine=True
                )
        country = load_torn_names().get(self.words.forms[first])
        named = ":" not in self.words.gaps[first + 1] or first - 1 in self.phrases.spoken  # سوريا: where
        party = state_of(country, self.phrases.context.day) if country and named else None
        if party is None:
            return None
        shown = self.words.shown(first, first + 1)
        party = self.phrases.meant.get(party, party)
        return Speaker(first, first + 1, party, "party", "", "party", f"{shown} speaks", feminine=True)

    def _read_pointing(self, first: int, stop: int) -> Speaker | None:
        """A party by the first noun of its name, with the article and alone: `الخلية` after خلية الإعلام الأمني."""
        phrases, words = self.phrases, self.words
        behind = first + 1
        if not words.forms[first].startswith("ال") or (
            behind < stop and words.gaps[behind] == " " and words.forms[behind].startswith("ال")
        ):
            return None
        head = phrases.head(first)
        spoke = self.memory.only(head)
        party = None if spoke is not None else meant_by(phrases, first)
        source = spoke.source if spoke is not None else party.party if party is not None else ""
        if not source:
            return None
        why = f"{words.shown(first, behind)} points back to {source}"
        return Speaker(
            first, behind, source, "back", head, "organ", why, feminine=words.forms[first].endswith("ه")
        )

    def _party_from(self, first: int, stop: int) -> PartyMention | None:
        """A party named at a word, or by a nationality close behind its noun (القوات الأمريكية)."""
        phrases, words = self.phrases, self.words
        party = phrases.party_at.get(first)
        if party is not None and party.last <= stop:
            return party
        if phrases.kind_at(first) not in {"", "organ", "body"} or self._leads_on(first):
            return None
        for i in range(first + 1, min(first + _NOUNS, stop)):
            if words.gaps[i] != " " or i - 1 in phrases.spoken:
                return None
            party = phrases.party_at.get(i)
            if party is not None:
                return party if party.by == "nation" and phrases.is_adjective(i) else None
            if not words.forms[i].startswith("ال") or self._leads_on(i):
                return None
        return None

    def _leads_on(self, at: int) -> bool:
        """Whether a word leads to what is said, or governs: `وأضافت أن الطائرات الروسية`, `وأشار إلى القصف التركي`."""
        form = self.words.forms[at]
        return form in self.vocabulary.opens_speech or form in self.vocabulary.prepositions

    def read_noun(self, hit: Hit, stop: int) -> Speaker | None:
        return self._READERS.get(hit.form.entry.value, SpeakerReader._read_kind)(self, hit, stop)

    # -- kinds of source

    def _read_kind(self, hit: Hit, stop: int) -> Speaker:
        """`ناشطون`, `شهود`, `مراسلنا`: what the noun says; activists of a party are its own."""
        source = hit.form.entry.value
        known = spokesman_of(self.phrases, hit.last, stop) if source == "medics" else ""
        if known:  # الطبيب فلان, who is known to speak for a ministry
            name = self.phrases.name_behind(hit.last, stop)
            return self.build(
                hit, hit.last + len(name), known, "side", f"known to speak for {known}", source, name
            )
        side = self.phrases.behind(hit.last, stop)
        if source == "activists" and side.party and not side.adjective and side.last - hit.last <= 2:
            return self.build(hit, side.last, side.party, "side", f"activists of {side.party}")
        return self.build(hit, hit.last, source, "own" if source == "outlet" else "kind", "credited by kind")

    # -- organisations, statements, persons

    def _read_body(self, hit: Hit, stop: int) -> Speaker:
        """`منظمة …`, `لجنة …`: by its name, a party's that is in it, or pointing back."""
        phrases = self.phrases
        last = hit.last
        owner = owner_of(phrases, last, stop)
        if owner is not None:
            return self.build(hit, owner.last, owner.party, "side", f"of {owner.party}")
        if not phrases.is_definite(hit):
            last = phrases.body_end(hit.last, stop)
            if hit.form.number == "many":  # منظمات حقوقية: no name goes on behind its adjectives
                last = min(last, phrases.feminines_end(hit.last, stop))
        elif hit.last - hit.first == 1:
            last = phrases.adjectives_end(hit.last, stop)
            back = self.memory.by_head(phrases.head(hit.first), "body") if last == hit.last else None
            if back is not None:
                return self.back(hit, last, back)
            party = meant_by(phrases, hit.first) if last == hit.last else None
            if party is not None:
                return self.build(hit, last, party.party, "side", f"means {party.party}")
        owner = owner_of(phrases, last, stop)
        if owner is not None:
            return self.build(hit, owner.last, owner.party, "side", f"of {owner.party}")
        for i in range(hit.last, min(last, hit.last + 3)):
            party = phrases.party_at.get(i)
            is_group = (
                party is not None and party.by == "group" and i == hit.last
            )  # جماعة جيش تحرير س الانفصالية
            if party is not None and (party.by == "name" or is_group):
                return self.build(hit, party.last, party.party, "side", f"of {party.party}")
        called = self._called_behind(hit, last, stop)
        if called is not None:
            return called
        shown = phrases.shown_bare(hit.first, last)
        is_press = not self.vocabulary.press.isdisjoint(self.words.forms[hit.last : last])
        return self.build(
            hit, last, f"{'media' if is_press else 'other'}:{shown}", "body", "credited by name"
        )

    def _called_behind(self, hit: Hit, last: int, stop: int) -> Speaker | None:
        """A group by the name that it goes by: `جماعة متشددة تطلق على نفسها اسم "كذا"`."""
        forms, vocabulary, phrases = self.words.forms, self.vocabulary, self.phrases
        at = next((i for i in range(hit.last, min(last + 1, stop)) if forms[i] in vocabulary.called), stop)
        if at >= stop:
            return None
        at += 1
        while at < stop and forms[at] in vocabulary.by_name_of:
            at += 1
        party = phrases.party_at.get(at)
        if party is not None and party.last <= stop:
            return self.build(hit, party.last, party.party, "side", f"goes by {party.party}")
        end = phrases.quoted_end(at, stop)
        name = self.words.shown(at, end) if end else ""
        return self.build(hit, end, f"other:{name}", "body", f"goes by {name}") if name else None

    def _read_text(self, hit: Hit, stop: int) -> Speaker | None:
        """`بيان`, `تقرير`: whoever wrote it, named behind it, else whoever spoke before."""
        words, phrases, vocabulary = self.words, self.phrases, self.vocabulary
        i = hit.last
        while i < min(stop, hit.last + _STEPS) and words.gaps[i] == " ":
            known = i in phrases.party_at or i in phrases.source_at
            if words.forms[i] not in vocabulary.text_to_author and (
                known or not words.forms[i].endswith(("ي", "ه"))
            ):
                break
            i += 1
        form = words.forms[i] if i < stop else ""
        is_grammar = (
            form in vocabulary.opens_speech or form in vocabulary.prepositions or form in vocabulary.no_names
        )
        if form and ":" not in words.gaps[i] and not is_grammar:
            author = self.read(i, stop)
            if author is not None and author.way != "person":
                return replace(author, first=hit.first, head=phrases.head(hit.first), kind="text")
        back = self.memory.author(phrases.head(hit.first)) if phrases.is_definite(hit) else None
        return self.back(hit, hit.last, back, back.other) if back is not None else None

    # -- building

    def back(
        self, hit: Hit, last: int, back: Speaker, other: str = "", name: tuple[str, ...] = ()
    ) -> Speaker:
        return self.build(hit, last, back.source, "back", "as before", other, name)

    def build(
        self,
        hit: Hit,
        last: int,
        source: str,
        way: str,
        why: str,
        other: str = "",
        name: tuple[str, ...] = (),
    ) -> Speaker:
        head = self.phrases.head(hit.first)
        feminine = head.endswith("ه") or (head == "مصدر" and hit.form.number != "one")
        return Speaker(
            hit.first,
            last,
            source,
            way,
            head,
            hit.form.entry.value,
            f"{self.words.shown(hit.first, last)}: {why}",
            name,
            other if other != source else "",
            feminine=feminine,
            noun=hit.form.entry.id,
        )

    def _read_medium(self, hit: Hit, stop: int) -> Speaker | None:
        return self.mastheads.read(hit, stop)

    def _read_reporter(self, hit: Hit, stop: int) -> Speaker | None:
        envoy = tuple(f for f in hit.forms if f.entry.value == "title")
        if envoy and self.phrases.behind(hit.last, stop).party:  # مندوب إيران الدائم, but مندوب الوكالة
            return read_office(self, hit.narrow(envoy), stop)
        return self.mastheads.read_correspondent(hit, stop)

    # By the kind of source that a noun is. Of the class, since a reader that holds its own methods stays in memory.
    _READERS: ClassVar[dict[str, Callable[[SpeakerReader, Hit, int], Speaker | None]]] = {
        "media": _read_medium,
        "reporter": _read_reporter,
        "informant": read_informant,
        "title": read_office,
        "officials": read_office,
        "organ": read_organ,
        "body": _read_body,
        "text": _read_text,
        "private": read_private,
    }
