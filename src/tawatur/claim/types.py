"""Which kind of happening a draft tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.model import bucket

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_STRIKES = {"air": "airstrike", "drone": "drone_strike", "artillery": "shelling", "chemical": "chemical_attack"}
_BLASTS = {"suicide": "suicide_attack", "mine": "landmine", "ied": "bombing"}


def suggest_type(draft: Draft) -> str:
    """What the triggers and weapons alone suggest, by rule; the learned choice takes it as one feature."""
    types = [t.type for t in draft.triggers if t.act]
    weapons = {h.form.entry.value for h in draft.hits("weapon")}
    for sure in ("suicide_attack", "chemical_attack", "landmine", "execution", "drone_strike"):
        if sure in types:
            return sure
    main = draft.main
    if main.act is None:
        harm = {h.kind for h in draft.harms}
        for kind, type_ in (("abducted", "abduction"), ("arrested", "arrest"), ("displaced", "displacement")):
            if kind in harm:
                return type_
        for weapon, type_ in (*_BLASTS.items(), *_STRIKES.items()):
            if weapon in weapons:
                return type_
        return "killing"
    if "bombard" in main.traits:
        if "drone" in weapons:
            return "drone_strike"
        for weapon in ("chemical", "ied", "mine", "air", "artillery"):
            if weapon in weapons:
                return _STRIKES.get(weapon) or _BLASTS[weapon]
        return main.type
    if "blast" in main.traits:
        for weapon in ("suicide", "mine", "ied"):
            if weapon in weapons:
                return _BLASTS[weapon]
    return main.type


def type_features(draft: Draft) -> list[str]:
    found = draft.found
    main = draft.main
    rule = suggest_type(draft)
    features = [f"rule:{rule}", f"main:{main.id}", f"n:{min(len(draft.triggers), 4)}"]
    features += {f"id:{t.id}" for t in draft.triggers}
    features += {f"act:{t.type}" for t in draft.triggers if t.act}
    weapons = {h.form.entry.value for h in draft.hits("weapon")}
    features += (f"w:{w}" for w in weapons)
    features += (f"w:{w}|{main.id}" for w in weapons)
    if not weapons:
        features.append(f"w:none|{main.id}")
    first, last = draft.around
    for mark in found.marks_between(first, last):
        if mark[0] == "c" and mark != "c":
            features.append(f"cue:{mark}")
    kinds = {h.kind for h in draft.harms}
    features += (f"harm:{k}" for k in kinds)
    most = max((h.low or 0 for h in draft.harms), default=0)
    features.append(f"most:{bucket(most, (0, 1, 2, 5, 10, 20, 50, 100, 300))}")
    if not kinds:
        features.append(f"harm:none|{main.id}")
    for date in found.dates_in(*draft.sentence_span()):
        features.append(f"date:{date.kind}")
        if first <= date.first < last:
            features.append(f"date near:{date.kind}")
    people = {f.entry.value for h in draft.hits("people") for f in h.forms}
    features += (f"people:{p}" for p in people)
    features += {f"object:{f.entry.value}" for h in draft.hits("object") for f in h.forms}
    features += {f"head:{f.entry.value}" for h in draft.hits("head") for f in h.forms}
    before = draft.before
    if before is not None:
        apart = min(draft.sentences[0] - before.sentences[-1], 3)
        features += (
            f"before:{before.type}:{min(apart, 1)}:{_generic(draft)}",
            f"before:{before.type}:{apart}:{main.id}",
            f"before:{before.type}:{int(main.definite)}",
        )
    for type_, count in found.told.items():
        features.append(f"told:{type_}:{_generic(draft)}")
        if count > 1:
            features.append(f"told twice:{type_}:{main.id}")
    sentence_weapons = {h.form.entry.value for h in found.hits_of("weapon") if found.words.sentence_of[h.first] in draft.sentences}
    features += (f"ws:{w}:{_generic(draft)}" for w in sentence_weapons)
    features += (f"wd:{w}:{_generic(draft)}" for w in {h.form.entry.value for h in found.hits_of("weapon")})
    if draft.sentences[0] == 0:
        features.append("first sentence")
    return features


def _generic(draft: Draft) -> str:
    """How little the main trigger says of itself: bare harm, a generic act, or a named kind."""
    main = draft.main
    if main.act is None:
        return "harm"
    if main.traits & {"generic", "weak", "anaphor", "tally"}:
        return "generic"
    return "strike" if "bombard" in main.traits else "named"
