"""Whether a draft is a claim at all, or a figure of speech, a plan, a threat, a headline of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.classes import load_classes
from tawatur.claim.model import bucket
from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft

_CUES_BEFORE = 6


def keep_features(draft: Draft) -> list[str]:
    found = draft.found
    words = found.words
    main = draft.main
    kind = kind_of(draft.type)
    begin, end = draft.sentence_span()
    first, last = draft.around
    counted = [h for h in draft.harms if h.low is not None]
    says = main.form.says
    part = (says.part + (says.tense or "")) if says else "phrase"
    party = bool(draft.actors or draft.targets)
    features = [
        f"type:{kind}",
        f"main:{main.id}",
        f"main:{main.id}:{part}:{int(main.definite)}",
        f"pro:{main.proclitics}:{part}:{int(main.definite)}",
        f"n:{min(len(draft.triggers), 4)}",
        f"counted:{min(len(counted), 3)}:{kind}",
        f"harms:{min(len(draft.harms), 3)}:{kind}",
        f"actor:{bool(draft.actors)}:{kind}",
        f"target:{bool(draft.targets)}:{kind}",
        f"actors:{bool(draft.actors)}:{bool(draft.targets)}:{bool(draft.place_inside)}:{bool(counted)}",
        f"place:{draft.place_inside}:{kind}",
        f"place:{draft.place_inside}:{main.id}",
        f"party:{party}:{main.id}",
        f"near place:{bool(found.places_in(first, last))}:{int(main.definite)}",
        f"date:{draft.days_by}:{kind}",
        f"near date:{bool(found.dates_in(first, last))}:{kind}",
        f"sentence:{bucket(draft.sentences[0], (0, 1, 2, 4, 8, 15, 25))}",
        f"title:{draft.first < found.title_end}",
        f"quoted:{found.is_quoted(main.first)}:{kind}",
        f"violence:{bucket(found.violence, (0, 1, 2, 4, 8, 16))}",
        f"violence:{bucket(found.violence, (0, 1, 2, 4, 8))}:{main.id}",
        f"theatre:{bool(found.context.country)}:{kind}",
        f"alone:{len(draft.triggers) == 1}:{main.id}",
    ]
    features += {f"id:{t.id}" for t in draft.triggers}
    place, counts, type_, parties, later = draft.news
    title = draft.first < found.title_end
    features += (
        f"new:{place}:{counts}:{type_}",
        f"new:{place}:{counts}:{parties}:{title}",
        f"new:{type_}:{int(main.definite)}:{place}",
        f"new place:{place}:{kind}",
        f"new counts:{counts}:{kind}",
        f"later:{later}:{title}",
        f"later:{later}:{place}:{counts}",
    )
    features.append(f"tellings:{min(draft.tellings, 4)}:{kind}")
    likely = "none" if draft.twin is None else str(max(-3, min(3, round(draft.twin_score))))
    before = draft.twin is not None and draft.twin.first < draft.first
    bare = not draft.effects and not draft.place_inside
    features += (
        f"twin:{likely}",
        f"twin:{likely}:{before}:{title}",
        f"twin:{likely}:{bare}:{int(main.definite)}",
        f"twin:{likely}:{kind}",
        f"twin:{likely}:{place}:{counts}",
    )
    for mark in found.marks_between(max(begin, main.first - _CUES_BEFORE), main.first):
        features.append(f"cue:{mark}")
        if mark[0] == "c":
            features.append(f"cue:{mark}:{part}:{kind}")
    for mark in found.marks_between(begin, main.first):
        if mark[0] == "c":
            features.append(f"cue far:{mark}")
    for mark in found.marks_between(main.last, min(end, main.last + 5)):
        features.append(f"cue after:{mark}")
    for cue in ("figurative", "judicial", "crime", "history", "irrealis"):
        features.append(f"about:{cue}:{bucket(found.cue_counts.get(cue, 0), (0, 1, 2, 4, 8))}")
        if found.cue_counts.get(cue, 0) * 2 > found.violence:
            features.append(f"mostly:{cue}")
    features += {f"object:{f.entry.value}:{kind}" for h in draft.hits("object") for f in h.forms}
    features += {f"w:{h.form.entry.value}:{kind}" for h in draft.hits("weapon")}
    if main.first:
        previous = words.forms[main.first - 1]
        if words.sentence_of[main.first - 1] == main.sentence and len(previous) <= 5:
            features.append(f"prev:{previous}")
    features += {
        f"word:{words.forms[i]}"
        for i in range(max(first, main.first - 3), min(last, main.last + 3))
        if not found.is_name(i)
    }
    features.append(f"head:{found.head_before(main.first)}:{kind}")
    return features + _wording(draft, begin, end)


def _wording(draft: Draft, begin: int, end: int) -> list[str]:
    """The words of the sentences and their classes, names, numbers and days left out, by where they stand."""
    found = draft.found
    forms = found.words.forms
    classes = load_classes()
    seen: dict[str, None] = {}
    for i in range(begin, end):
        if found.is_name(i):
            continue
        form = forms[i]
        side = "before" if i < draft.first else "after" if i >= draft.last else "inside"
        seen[f"said:{form}"] = seen[f"said {side}:{form}"] = None
        number = classes.get(form)
        if number is not None:
            seen[f"class:{number}"] = seen[f"class {side}:{number}"] = None
    return list(seen)
