"""Write a claim or an incident as a plain sentence, in English or in Arabic.

The sentence says what the claim holds and nothing more: an empty slot is left out, a vague
count stays vague, and who says it is always said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tawatur.export import arabic, english
from tawatur.export.clauses import build_clause
from tawatur.export.counts import count_arabic, count_english
from tawatur.export.labels import label
from tawatur.export.names import Name, arabic_name, english_name, join_arabic, join_english, with_lam
from tawatur.export.ontology import Lang, load_grammar
from tawatur.export.overviews import Overview, build_overview
from tawatur.records import Claim, Document, Stance

_DENIED_BY = {"m": "نفى", "f": "نفت", "pl": "نفى"}  # the verb comes first, so that its number does not show
_DENY_IT = {"m": "ينفي ذلك", "f": "تنفي ذلك", "pl": "ينفي ذلك"}


def sentence_of_claim(claim: Claim, *, document: Document, lang: Lang) -> str:
    """One sentence: who says what happened, to whom, where and when, and which outlet printed it."""
    clause = build_clause(claim)
    denied = claim.stance is Stance.DENIED
    if lang == "ar":
        said = arabic.say_clause(clause, denied=denied)
        return _attribute_ar(said, clause.speaker, document.outlet, denied=denied)
    said = english.say_clause(clause)
    return _attribute_en(said, clause.speaker, document.outlet, denied=denied)


def sentence_of_incident(claims: Sequence[Claim], *, documents: Mapping[str, Document], lang: Lang) -> str:
    """What the claims of one incident speak of, the span of their figures, and who denies it.

    The span runs over all that was said and picks nothing: 9 by one source and 13 by another
    are "9 to 13". `documents` are those of the claims, by identifier.
    """
    overview = build_overview(claims, documents)
    return _overview_ar(overview) if lang == "ar" else _overview_en(overview)


def _attribute_en(said: str, source: str | None, outlet: str | None, *, denied: bool) -> str:
    name = english_name(source) if source else Name(outlet or "the report")
    if denied:
        verb = "deny" if name.plural else "denies"
    elif source or not outlet:
        verb = "say" if name.plural else "says"
    else:
        verb = "reports"
    tail = f", reports {outlet}" if source and outlet else ""
    return f"{_capital(name.said)} {verb} that {said}{tail}."


def _attribute_ar(said: str, source: str | None, outlet: str | None, *, denied: bool) -> str:
    printed = f"تقرير {with_lam(outlet)}" if outlet else "التقرير"
    if denied:
        name = arabic_name(source) if source else Name(printed)
        tail = f"، في {printed}" if source and outlet else ""
        return f"{_DENIED_BY[name.gender]} {name.said} {said}{tail}."
    if source is None:
        return f"{said}، بحسب {outlet or 'التقرير'}."
    tail = f"، في {printed}" if outlet else ""
    return f"{said}، وفق {arabic_name(source).after}{tail}."


def _overview_en(overview: Overview) -> str:
    place = english.say_location(overview.place)
    head = " ".join(
        filter(None, [label("types", overview.type, "en"), place, english.say_days(overview.days)])
    )
    harms = "; ".join(" or ".join(english.say_harm(harm) for harm in group) for group in overview.harms)
    figures = f": {harms}" if harms else ""
    nouns = load_grammar().nouns
    voices = count_english(overview.sources, overview.sources, nouns["source"].en)
    outlets = count_english(overview.outlets, overview.outlets, nouns["outlet"].en)
    names = [english_name(value) for value in overview.deniers]
    plural = len(names) > 1 or (names and names[0].plural)
    denied = (
        f" {_capital(join_english([n.said for n in names]))} {'deny' if plural else 'denies'} it."
        if names
        else ""
    )
    according = f"according to {voices} in {outlets}" if overview.sources else "which no source here asserts"
    return f"{head}{figures}, {according}.{denied}"


def _overview_ar(overview: Overview) -> str:
    place = arabic.say_location(overview.place)
    days = arabic.say_days(overview.days, overview.place)
    head = " ".join(filter(None, [label("types", overview.type, "ar"), place, days]))
    harms = "؛ ".join(" أو ".join(arabic.say_harm(harm) for harm in group) for group in overview.harms)
    figures = f": {harms}" if harms else ""
    nouns = load_grammar().nouns
    voices = count_arabic(overview.sources, overview.sources, nouns["source"].ar, "genitive")
    outlets = count_arabic(overview.outlets, overview.outlets, nouns["outlet"].ar, "genitive")
    names = [arabic_name(value) for value in overview.deniers]
    denied = f" و{_DENY_IT[names[0].gender]} {join_arabic([n.said for n in names])}." if names else ""
    according = f"بحسب {voices} في {outlets}" if overview.sources else "ولا يقول بها مصدر هنا"
    return f"{head}{figures}، {according}.{denied}"


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]
