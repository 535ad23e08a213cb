"""Say how a happening lies to the place that is named: in it, near it, in its eastern countryside.

>>> from tawatur.records import Place
>>> say_where(Place(name="الرقة", relation="countryside east"), "ar")
'في ريف الرقة الشرقي'
>>> say_where(Place(name="الرقة", relation="north"), "en", name="Raqqa")
'north of Raqqa'
"""

from __future__ import annotations

from tawatur.export.ontology import Lang, Pair, load_whereabouts
from tawatur.records import Place


def say_where(place: Place, lang: Lang, *, name: str | None = None, over: Pair | None = None) -> str:
    """The place with its preposition. `over` says what is done to a place, and stands for "in"."""
    named = name or place.name
    known = load_whereabouts()
    words = (place.relation or "").split()
    relation = next((known.relations[word] for word in words if word in known.relations), None)
    side = next((known.directions[word] for word in words if word in known.directions), None)
    if relation is None and side is None:
        return f"{over.said(lang)} {named}" if over else known.relations["in"].said(lang).format(place=named)
    if relation is None:
        assert side is not None
        said = side.said(lang).format(place=named)
    elif side is None or relation.sided is None:
        said = relation.said(lang).format(place=named)
    else:
        said = relation.sided.said(lang).format(
            place=named, side=side.side, noun=side.noun.said(lang), m=side.m, f=side.f
        )
    if over is None:
        return said
    return f"{over.en} the area {said}" if lang == "en" else f"{over.ar} المنطقة الواقعة {said}"
