"""An incident as a short memo.

What, where and when; its grade and why; the figures; what is disputed; who says what in which words; why
these claims are one incident; and what stands beside it. Claims are numbered in the order in which they were printed; every other
part points at them by number.
"""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tawatur.export import arabic, english
from tawatur.export.counts import count_arabic, count_english
from tawatur.export.disputes import say_heading, say_sides
from tawatur.export.judged import say_slot
from tawatur.export.labels import heading, label, party
from tawatur.export.neighbours import Maybe, Neighbours, Taken, Total
from tawatur.export.ontology import Lang, load_grade_reasons, load_grammar
from tawatur.export.overviews import build_overview
from tawatur.export.passages import Words
from tawatur.export.reasons import say_reasons
from tawatur.export.sentences import sentence_of_claim
from tawatur.export.told import Told
from tawatur.export.voiced import (
    name_voice,
    name_voices,
    phrase,
    say_counts,
    say_figure,
    say_number,
    say_relation,
)
from tawatur.records import Claim, Document, Figure, Summed, Voice

_WIDTH = 110
_ALONE = Neighbours()
_SHORT = 160  # letters of a quote that is shown where sides are set against each other


def write_memo(
    told: Told, find_words: Callable[[Claim], Words], lang: Lang, neighbours: Neighbours = _ALONE
) -> Iterator[str]:
    claims = sorted(told.claims, key=lambda claim: _printed(told.documents[claim.document]))
    numbers = {claim.id: n for n, claim in enumerate(claims, 1)}
    words = {claim.id: find_words(claim) for claim in claims}
    for part in (
        _opening(told, lang),
        _figures(told, lang),
        _disputed(told, numbers, words, lang),
        _who(told, claims, numbers, words, lang),
        _rejected(told, find_words, lang),
        _joined(told, numbers, lang),
        _copies(told, numbers, neighbours.copies, lang),
        _totals(neighbours.totals, lang),
        _maybes(neighbours.maybes, lang),
    ):
        lines = list(part)
        if lines:
            yield from lines
            yield ""


def write_total(
    total: Claim, document: Document, words: Words, within: Sequence[tuple[Summed, Told]], lang: Lang
) -> Iterator[str]:
    """A casualty total over a period, which stands in no incident, with the incidents within it."""
    yield f"{label('types', total.type.value, lang)} {total.id}"
    yield from _wrap(sentence_of_claim(total, document=document, lang=lang), "")
    yield from _wrap(words.marked, "   ")
    yield f"   {_source(total, document, lang)}"
    lines = (
        f"{told.incident.id}: {_say_happening(told, lang)}: {say_reasons(summed.why, lang)}."
        for summed, told in within
    )
    yield from _section("sums", lines, lang)


def _printed(document: Document) -> dt.date:
    return document.published or dt.date.max


def _say_happening(told: Told, lang: Lang) -> str:
    """What, where and when."""
    overview = build_overview(told.claims, told.documents)
    say = arabic if lang == "ar" else english
    days = arabic.say_days(overview.days, overview.place) if lang == "ar" else english.say_days(overview.days)
    return " ".join(
        filter(None, [label("types", overview.type, lang), say.say_location(overview.place), days])
    )


def _opening(told: Told, lang: Lang) -> Iterator[str]:
    drawn = told.drawn
    yield f"{heading('incident', lang)} {told.incident.id}"
    yield f"{_say_happening(told, lang)}."
    yield ""
    yield from _wrap(_grade(told, lang), "")
    if drawn.grade.voices:
        made = name_voices(drawn, drawn.grade.voices, lang)
        yield from _wrap(phrase("made_by", lang, voices=made), "   ")
    if told.regraded is not None:
        judged = told.regraded
        yield from _wrap(
            phrase(
                "judged",
                lang,
                grade=label("grades", str(judged.value), lang),
                who=judged.who,
                when=judged.when.date().isoformat(),
                why=f": {judged.why}" if judged.why else "",
                rule=_label_grade(drawn.grade.grade, lang),
            ),
            "",
        )
    tally = phrase(
        "tally",
        lang,
        independent=drawn.independent,
        voices=len(drawn.voices),
        reports=_count("document", len(told.documents), lang),
    )
    yield from _wrap(f"{heading('voices', lang)}: {tally}", "")


def _grade(told: Told, lang: Lang) -> str:
    grade = told.drawn.grade
    why = load_grade_reasons()[grade.rule].said(lang)
    if grade.grade is None:
        return phrase("grade_none", lang, why=why)
    return phrase("grade", lang, grade=label("grades", grade.grade, lang), why=why)


def _label_grade(grade: str | None, lang: Lang) -> str:
    return label("grades", grade, lang) if grade else heading("none", lang)


def _count(noun: str, number: int, lang: Lang) -> str:
    forms = load_grammar().nouns[noun]
    if lang == "ar":
        return count_arabic(number, number, forms.ar, "genitive")
    return count_english(number, number, forms.en)


def _figures(told: Told, lang: Lang) -> Iterator[str]:
    drawn = told.drawn
    if drawn.figures:
        yield phrase("figures", lang)
    for figure in drawn.figures:
        among = f"{phrase('among', lang)} " if figure.of else ""
        yield from _wrap(f"{among}{say_figure(figure, lang)}{_chosen(figure, told, lang)}", "   ")
        yield from _wrap(say_counts(figure, drawn, lang), "      ")


def _chosen(figure: Figure, told: Told, lang: Lang) -> str:
    """What independent voices say, where that is not all, and the count that a view takes."""
    if len({count.voice for count in figure.counts}) < 2:
        return ""
    parts = []
    if figure.independent is None:
        parts.append(phrase("nobody", lang))
    elif figure.independent != (figure.low, figure.high):
        parts.append(phrase("independent", lang, figure=say_number(*figure.independent, lang)))
    if figure.best is not None and figure.best_by is not None:
        by = name_voices(told.drawn, (figure.best_by,), lang)
        parts.append(
            phrase("best_sum" if len(figure.adds) > 1 else "best", lang, number=figure.best, voice=by)
        )
    joined = "؛ ".join(parts) if lang == "ar" else "; ".join(parts)
    return f" ({joined})" if joined else ""


def _disputed(
    told: Told, numbers: Mapping[str, int], words: Mapping[str, Words], lang: Lang
) -> Iterator[str]:
    drawn = told.drawn
    if not drawn.contradictions:
        if len(drawn.voices) > 1:
            yield phrase("undisputed", lang)
        return
    yield phrase("disputed", lang)
    for contradiction in drawn.contradictions:
        yield f"   {say_heading(contradiction, lang)}"
        for side, value, voices in say_sides(contradiction, drawn, lang):
            first = min((key for key in side.claims if key in numbers), key=numbers.__getitem__)
            shown = textwrap.shorten(words[first].said, _SHORT, placeholder=" …")
            yield from _wrap(f"{value}: {voices} «{shown}» {_cite(side.claims, numbers)}", "      ")


def _cite(claims: Sequence[str], numbers: Mapping[str, int]) -> str:
    return "[" + " ".join(map(str, sorted(numbers[key] for key in claims if key in numbers))) + "]"


def _who(
    told: Told,
    claims: Sequence[Claim],
    numbers: Mapping[str, int],
    words: Mapping[str, Words],
    lang: Lang,
) -> Iterator[str]:
    yield phrase("who", lang)
    by_id = {claim.id: claim for claim in claims}
    voices = sorted(told.drawn.voices, key=lambda v: min(numbers[key] for key in (*v.asserts, *v.denies)))
    for voice in voices:
        named = name_voice(voice, lang)
        yield from _wrap(f"{named[:1].upper()}{named[1:]} — {_standing(voice, lang)}", "   ")
        keys = sorted((*voice.asserts, *voice.denies), key=numbers.__getitem__)
        again: dict[str, list[str]] = {}
        for key in keys:
            again.setdefault(words[key].said, []).append(key)
        for same in again.values():
            yield from _account(by_id[same[0]], told, numbers, words, lang)
            if len(same) > 1:
                where = [_where(by_id[key], told, numbers) for key in same[1:]]
                said = phrase("copied", lang, where="؛ ".join(where) if lang == "ar" else "; ".join(where))
                yield from _wrap(said, "      ")


def _standing(voice: Voice, lang: Lang) -> str:
    parts = [say_relation(voice, lang)]
    others = [outlet for outlet in voice.through if outlet != party(voice.name, lang)]
    if others and "@" not in voice.id and not voice.name.startswith("report:"):
        parts.append(
            phrase("through", lang, outlets="، ".join(others) if lang == "ar" else ", ".join(others))
        )
    if voice.denies and not voice.asserts:
        parts.append(phrase("denies", lang))
    if voice.withdrawn:
        parts.append(phrase("withdrawn", lang))
    return "، ".join(parts) if lang == "ar" else ", ".join(parts)


def _account(
    claim: Claim, told: Told, numbers: Mapping[str, int], words: Mapping[str, Words], lang: Lang
) -> Iterator[str]:
    document = told.documents[claim.document]
    yield from _wrap(f"{numbers[claim.id]}. {sentence_of_claim(claim, document=document, lang=lang)}", "   ")
    yield from _wrap(words[claim.id].marked, "      ")
    yield f"      {_source(claim, document, lang)}"
    for line in _corrected(claim, told, lang):
        yield from _wrap(line, "      ")
    for slot, reason in sorted(claim.unresolved.items()):
        yield from _wrap(f"{heading('unresolved', lang)}: {heading(slot, lang)}: {reason}", "      ")


def _corrected(claim: Claim, told: Told, lang: Lang) -> Iterator[str]:
    """What a reviewer set in a claim, beside what the machine had read."""
    judged = told.judged.get(claim.id)
    for one in judged.decided if judged else ():
        yield phrase(
            "corrected",
            lang,
            slot=label("judgements", one.slot, lang),
            human=say_slot(one.slot, one.human, lang),
            machine=say_slot(one.slot, one.machine, lang),
            who=one.by.who,
            when=one.by.when.date().isoformat(),
            why=f": {one.by.why}" if one.by.why else "",
        )


def _rejected(told: Told, find_words: Callable[[Claim], Words], lang: Lang) -> Iterator[str]:
    if told.rejected:
        yield phrase("rejected", lang)
    for claim in told.rejected:
        verdict = told.judged[claim.id].verdict
        parts = (verdict.who, verdict.when.date().isoformat(), verdict.why) if verdict else ()
        by = ("، " if lang == "ar" else ", ").join(filter(None, parts))
        yield from _wrap(f"{find_words(claim).marked} {heading('claim', lang)} {claim.id} ({by})", "   ")


def _source(claim: Claim, document: Document, lang: Lang) -> str:
    credited = party(claim.source.value, lang) if claim.source else ""
    place = claim.place.value if claim.place else None
    where = ""
    if place:
        how = f" ({label('precision', place.precision, lang)})" if place.precision else ""
        where = ", ".join(part for part in (place.name, place.admin1, place.country) if part) + how
    parts = [
        f"{heading('source', lang)}: {credited}" if credited else "",
        f"{heading('outlet', lang)}: {document.outlet or heading('none', lang)}"
        + (f" {document.published}" if document.published else ""),
        f"{heading('place', lang)}: {where}" if where else "",
        f"{heading('claim', lang)} {claim.id}",
        f"{heading('document', lang)} {document.id} {document.url or document.name}",
    ]
    return " | ".join(filter(None, parts))


def _where(claim: Claim, told: Told, numbers: Mapping[str, int]) -> str:
    return f"[{numbers[claim.id]}] {_print(told.documents[claim.document])}"


def _print(document: Document) -> str:
    """A report by its outlet and day."""
    printed = f" {document.published}" if document.published else ""
    return f"{document.outlet or document.file}{printed}"


def _joined(told: Told, numbers: Mapping[str, int], lang: Lang) -> Iterator[str]:
    incident = told.incident
    if incident.reasons:
        yield phrase("why_one", lang)
        for joined in incident.reasons:
            left, right = (numbers.get(key, key) for key in (joined.left, joined.right))
            yield from _wrap(f"{left} + {right}: {say_reasons(joined.why, lang)}", "   ")
    elif len(told.claims) == 1:
        yield phrase("one_claim", lang)


def _copies(told: Told, numbers: Mapping[str, int], copies: Iterable[Taken], lang: Lang) -> Iterator[str]:
    """Claims in words that were taken over; then copies of a whole report that tell of it in no claim."""
    lines = [
        phrase(
            "taken_over",
            lang,
            copy=numbers[copied.claim],
            original=numbers[copied.of],
            why=say_reasons(copied.why, lang),
        )
        for copied in sorted(told.incident.copies, key=lambda copied: numbers.get(copied.claim, 0))
        if copied.claim in numbers and copied.of in numbers
    ]
    lines += [
        phrase(
            "copy_of",
            lang,
            copy=f"{_print(taken.copy)} ({taken.copy.id})",
            original=f"{_print(taken.original)} ({taken.original.id})",
            why=say_reasons(taken.copy_of.why, lang),
        )
        for taken in copies
        if not {taken.copy.id, taken.original.id} <= told.documents.keys()
    ]
    yield from _section("copies", lines, lang)


def _totals(totals: Iterable[Total], lang: Lang) -> Iterator[str]:
    lines = (
        phrase(
            "total",
            lang,
            toll=sentence_of_claim(total.claim, document=total.document, lang=lang),
            where=f"{_print(total.document)}, {heading('claim', lang)} {total.claim.id}",
            why=say_reasons(total.summed.why, lang),
        )
        for total in totals
    )
    yield from _section("totals", lines, lang)


def _maybes(maybes: Iterable[Maybe], lang: Lang) -> Iterator[str]:
    lines = (
        phrase(
            "maybe",
            lang,
            incident=maybe.other.incident.id,
            what=_say_happening(maybe.other, lang),
            why=say_reasons(maybe.proposed.why, lang),
            not_joined=phrase("not_joined", lang),
            against=say_reasons(maybe.proposed.against, lang),
        )
        for maybe in maybes
    )
    yield from _section("maybes", lines, lang)


def _section(name: str, lines: Iterable[str], lang: Lang) -> Iterator[str]:
    """Lines under their heading; nothing where there is none."""
    for n, line in enumerate(lines):
        if not n:
            yield phrase(name, lang)
        yield from _wrap(line, "   ")


def _wrap(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "   " if indent else "   ",
        break_long_words=False,
        break_on_hyphens=False,
    )
