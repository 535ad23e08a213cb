"""Who says what, voice by voice, each claim in its words; and the claims that reviewers rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tawatur.export.days import say_day
from tawatur.export.grounds import say_ground
from tawatur.export.judged import say_slot
from tawatur.export.labels import heading, label, party
from tawatur.export.memo_lines import say_print, wrap
from tawatur.export.ontology import Lang
from tawatur.export.passages import Words
from tawatur.export.sentences import sentence_of_claim
from tawatur.export.told import Told
from tawatur.export.voiced import (
    name_voice,
    phrase,
    say_relation,
)
from tawatur.records import Claim, Document, Voice


def write_voices(
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
        yield from wrap(f"{named[:1].upper()}{named[1:]} — {_standing(voice, lang)}", "   ")
        keys = sorted((*voice.asserts, *voice.denies), key=numbers.__getitem__)
        again: dict[str, list[str]] = {}
        for key in keys:
            again.setdefault(words[key].said, []).append(key)
        for same in again.values():
            yield from _account(by_id[same[0]], told, numbers, words, lang)
            if len(same) > 1:
                where = [_where(by_id[key], told, numbers) for key in same[1:]]
                said = phrase("copied", lang, where="؛ ".join(where) if lang == "ar" else "; ".join(where))
                yield from wrap(said, "      ")


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
    yield from wrap(f"{numbers[claim.id]}. {sentence_of_claim(claim, document=document, lang=lang)}", "   ")
    yield from wrap(words[claim.id].marked, "      ")
    yield f"      {say_source(claim, document, lang)}"
    for line in _corrected(claim, told, lang):
        yield from wrap(line, "      ")
    for slot, ground in sorted(claim.unresolved.items()):
        said = say_ground(ground, lang, _names_weighed(claim).get)
        yield from wrap(f"{heading('unresolved', lang)}: {heading(slot, lang)}: {said}", "      ")


def _names_weighed(claim: Claim) -> dict[str, str]:
    """The Arabic names of the places that were weighed for a claim, by the English ones."""
    candidates = claim.place.value.candidates if claim.place else ()
    return {one.name_en: one.name_ar for one in candidates}


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
            when=say_day(one.by.when.date(), lang),
            why=f": {one.by.why}" if one.by.why else "",
        )


def write_rejected(told: Told, find_words: Callable[[Claim], Words], lang: Lang) -> Iterator[str]:
    if told.rejected:
        yield phrase("rejected", lang)
    for claim in told.rejected:
        verdict = told.judged[claim.id].verdict
        parts = (verdict.who, say_day(verdict.when.date(), lang), verdict.why) if verdict else ()
        by = ("، " if lang == "ar" else ", ").join(filter(None, parts))
        yield from wrap(f"{find_words(claim).marked} {heading('claim', lang)} {claim.id} ({by})", "   ")


def say_source(claim: Claim, document: Document, lang: Lang) -> str:
    credited = party(claim.source.value, lang) if claim.source else ""
    place = claim.place.value if claim.place else None
    where = ""
    if place:
        how = f" ({label('precision', place.precision, lang)})" if place.precision else ""
        where = ("، " if lang == "ar" else ", ").join(
            part for part in (place.name, place.admin1, place.country) if part
        ) + how
    parts = [
        f"{heading('source', lang)}: {credited}" if credited else "",
        f"{heading('outlet', lang)}: {document.outlet or heading('none', lang)}"
        + (f" {say_day(document.published, lang)}" if document.published else ""),
        f"{heading('place', lang)}: {where}" if where else "",
        f"{heading('claim', lang)} {claim.id}",
        f"{heading('document', lang)} {document.id} {document.url or document.name}",
    ]
    return " | ".join(filter(None, parts))


def _where(claim: Claim, told: Told, numbers: Mapping[str, int]) -> str:
    return f"[{numbers[claim.id]}] {say_print(told.documents[claim.document])}"
