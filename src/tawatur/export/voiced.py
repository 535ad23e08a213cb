"""Name the voices of an incident, and what they count, for a reader."""

from __future__ import annotations

from tawatur.export import arabic, english
from tawatur.export.labels import label
from tawatur.export.names import arabic_name, english_name, join_arabic, join_english
from tawatur.export.ontology import Lang, load_memo
from tawatur.records import Assessment, Effect, EffectKind, Figure, Span, Voice

_ANYWHERE = Span(0, 1)


def phrase(name: str, lang: Lang, **values: object) -> str:
    """A fixed phrase of the memo, filled in; whole numbers are counts, written with a comma between thousands."""
    said = {key: f"{value:,}" if isinstance(value, int) else value for key, value in values.items()}
    return load_memo()[name].said(lang).format(**said)


def say_name(value: str, lang: Lang) -> str:
    """A party, a source or an outlet as a sentence names it: shorter than its label in a table."""
    return (arabic_name(value) if lang == "ar" else english_name(value)).said


def name_voice(voice: Voice, lang: Lang) -> str:
    """A voice by its name; of a source without a name, with the outlet that heard it."""
    named = say_name(voice.name, lang)
    if "@" in voice.id and voice.through:
        return phrase("heard_by", lang, source=named, outlet=voice.through[0])
    return named


def name_voices(assessment: Assessment, ids: tuple[str, ...], lang: Lang) -> str:
    names = {voice.id: name_voice(voice, lang) for voice in assessment.voices}
    return join_names([names.get(id_, id_) for id_ in ids], lang)


def join_names(names: list[str], lang: Lang) -> str:
    if not names:
        return ""
    return join_arabic(names) if lang == "ar" else join_english(names)


def say_relation(voice: Voice, lang: Lang) -> str:
    return label("relations_of_voices", voice.relation, lang)


def say_number(low: int | None, high: int | None, lang: Lang) -> str:
    """A count without its people."""
    if low is None and high is None:
        return phrase("some", lang)
    if low is None:
        return phrase("up_to", lang, high=high)
    if high is None:
        return phrase("at_least", lang, low=low)
    return f"{low:,}" if low == high else phrase("between", lang, low=low, high=high)


def say_people(
    kind: EffectKind, who: str | None, low: int | None, high: int | None, lang: Lang, of: str | None = None
) -> str:
    """A count with its people: "9 civilians killed"; everybody are people of unstated status."""
    effect = Effect(kind=kind, who=who or "unknown", of=of, low=low, high=high, span=_ANYWHERE)
    return arabic.say_harm(effect) if lang == "ar" else english.say_harm(effect)


def say_figure(figure: Figure, lang: Lang) -> str:
    """The span of a figure over all voices."""
    said = say_people(figure.kind, figure.who, figure.low, figure.high, lang, figure.of)
    return f"{phrase('everybody', lang)}: {said}" if figure.who is None else said


def say_counts(figure: Figure, assessment: Assessment, lang: Lang) -> str:
    """Each voice's own count, with those that it has since replaced."""
    said: list[str] = []
    for voice in assessment.voices:
        counts = [count for count in figure.counts if count.voice == voice.id]
        now = [say_number(c.low, c.high, lang) for c in counts if not c.earlier]
        before = [say_number(c.low, c.high, lang) for c in counts if c.earlier]
        if not counts:
            continue
        numbers = " / ".join(now or before)
        if now and before:
            numbers += f" ({phrase('before', lang, figure=' / '.join(before))})"
        said.append(f"{name_voice(voice, lang)} {numbers}")
    return "؛ ".join(said) if lang == "ar" else "; ".join(said)
