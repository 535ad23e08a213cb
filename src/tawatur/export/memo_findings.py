"""The head of a memo: what happened, how well it is attested, the figures, and what is disputed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from tawatur.export.counts import count_arabic, count_english
from tawatur.export.days import say_day
from tawatur.export.disputes import say_heading, say_sides
from tawatur.export.labels import heading, label
from tawatur.export.memo_lines import say_happening, wrap
from tawatur.export.ontology import Lang, load_grade_reasons, load_grammar
from tawatur.export.passages import Words
from tawatur.export.told import Told
from tawatur.export.voiced import (
    name_voices,
    phrase,
    say_counts,
    say_figure,
    say_number,
)
from tawatur.records import Figure

_SHORT = 160  # letters of a quote that is shown where sides are set against each other


def write_opening(told: Told, lang: Lang) -> Iterator[str]:
    drawn = told.drawn
    yield f"{heading('incident', lang)} {told.incident.id}"
    yield f"{say_happening(told, lang)}."
    yield ""
    yield from wrap(_grade(told, lang), "")
    if drawn.grade.voices:
        made = name_voices(drawn, drawn.grade.voices, lang)
        yield from wrap(phrase("made_by", lang, voices=made), "   ")
    if told.regraded is not None:
        judged = told.regraded
        yield from wrap(
            phrase(
                "judged",
                lang,
                grade=label("grades", str(judged.value), lang),
                who=judged.who,
                when=say_day(judged.when.date(), lang),
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
    yield from wrap(f"{heading('voices', lang)}: {tally}", "")


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


def write_figures(told: Told, lang: Lang) -> Iterator[str]:
    drawn = told.drawn
    if drawn.figures:
        yield phrase("figures", lang)
    for figure in drawn.figures:
        among = f"{phrase('among', lang)} " if figure.of else ""
        yield from wrap(f"{among}{say_figure(figure, lang)}{_chosen(figure, told, lang)}", "   ")
        yield from wrap(say_counts(figure, drawn, lang), "      ")


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


def write_disputes(
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
            yield from wrap(f"{value}: {voices} «{shown}» {cite(side.claims, numbers)}", "      ")


def cite(claims: Sequence[str], numbers: Mapping[str, int]) -> str:
    return "[" + " ".join(map(str, sorted(numbers[key] for key in claims if key in numbers))) + "]"
