"""Whether a draft is a claim at all, or a figure of speech, a plan, a threat, a headline of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.classes import load_classes
from tawatur.claim.model import Buckets, Spelled
from tawatur.claim.roles import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tawatur.claim.draft import Draft
    from tawatur.claim.found import Found
    from tawatur.claim.model import Feature, Model

_CUES_BEFORE = 6


Wording = list[tuple[Spelled, "Iterable[str]"]]  # words with what spells them as features


class Features:
    """What tells whether a draft is a claim. The words are many, weighed unspelled, and spelled where somebody asks."""

    __slots__ = ("_features", "_wording")

    def __init__(self, features: list[Feature], wording: Wording) -> None:
        self._features = features
        self._wording = wording

    def __iter__(self) -> Iterator[Feature]:
        yield from self._features
        for spelled, words in self._wording:
            yield from map(spelled.__getitem__, words)

    def weigh(self, model: Model) -> float:
        return model.score(self._features, sum([model.weigh_all(*said) for said in self._wording]))


def keep_features(draft: Draft) -> Features:
    found = draft.found
    words = found.words
    main = draft.main
    kind = kind_of(draft.type)
    begin, end = draft.sentence_span()
    first, last = draft.around
    says = main.form.says
    part = (says.part + (says.tense or "")) if says else "phrase"
    title = draft.first < found.title_end
    inside = draft.place_inside
    actor, target = bool(draft.actors), bool(draft.targets)
    counted = sum(h.low is not None for h in draft.harms)
    place, counts, type_, parties, later = draft.news
    told = min(draft.tellings, 4)
    features: list[Feature] = [
        (_main, main.id, part, main.definite, main.proclitics, min(len(draft.triggers), 4)),
        (_slots, kind, min(counted, 3), min(len(draft.harms), 3), actor, target, inside, draft.days_by),
        (
            _near,
            main.id,
            main.definite,
            inside,
            actor or target,
            bool(found.places_in(first, last)),
            bool(found.dates_in(first, last)),
            kind,
        ),
        (
            _where,
            _SENTENCES[draft.sentences[0]],
            title,
            found.is_quoted(main.first),
            _VIOLENCE[found.violence],
            bool(found.context.country),
            main.id,
            kind,
        ),
        (_new, place, counts, type_, parties, later, title, main.definite, kind, told),
        _telling_of(draft, title, kind, place, counts),
        (_about, *((found.cue_counts.get(cue, 0), found.violence) for cue in _ABOUT)),
        (_topic, *_topic_of(found), bool(found.parties), kind),
        (_lead, found.marks_between(max(begin, main.first - _CUES_BEFORE), main.first), part, kind),
        (_head, found.head_before(main.first), kind),
        (_short, _LENGTHS[len(words)], draft.before is None, inside, actor, counted > 0),
    ]
    features += map(_ID.__getitem__, {t.id for t in draft.triggers})
    features += [_FAR[mark] for mark in found.marks_between(begin, main.first) if mark[0] == "c"]
    features += map(_AFTER.__getitem__, found.marks_between(main.last, min(end, main.last + 5)))
    if objects := draft.hits("object"):
        features += {f"object:{f.entry.value}:{kind}" for h in objects for f in h.forms}
    if weapons := draft.hits("weapon"):
        features += {f"w:{h.form.entry.value}:{kind}" for h in weapons}
    if main.first:
        previous = words.forms[main.first - 1]
        if words.sentence_of[main.first - 1] == main.sentence and len(previous) <= _SHORT:
            features.append(_PREVIOUS[previous])
    beside = found.plain(max(first, main.first - 3), min(last, main.last + 3))
    features += map(_WORD.__getitem__, beside)
    return Features(features, _wording(draft, begin, end))


_SHORT = 5  # letters
_SENTENCES = Buckets(0, 1, 2, 4, 8, 15, 25)
_VIOLENCE = Buckets(0, 1, 2, 4, 8, 16)
_OFTEN = Buckets(0, 1, 2, 4, 8)
_LENGTHS = Buckets(0, 30, 60, 120, 250)  # words of a report: a post has one happening, an article many
_ABOUT = ("figurative", "judicial", "crime", "history", "irrealis")
_FAR, _AFTER = Spelled("cue far:{}"), Spelled("cue after:{}")
_ID = Spelled("id:{}")
_PREVIOUS, _WORD = Spelled("prev:{}"), Spelled("word:{}")


def _telling_of(draft: Draft, title: bool, kind: str, place: str, counts: str) -> Feature:
    again = str(max(-4, min(4, round(draft.again))))
    bare = not draft.effects and not draft.place_inside
    first = draft.happening == draft.number
    return (
        _telling, again, min(draft.tellings, 4), draft.is_fullest, first, title, bare, draft.main.definite, kind, place, counts,
    )  # fmt: skip


def _main(main: str, part: str, definite: bool, proclitics: str, triggers: int) -> list[str]:
    return [
        f"main:{main}",
        f"main:{main}:{part}:{int(definite)}",
        f"pro:{proclitics}:{part}:{int(definite)}",
        f"n:{triggers}",
        f"alone:{triggers == 1}:{main}",
    ]


def _slots(
    kind: str, counted: int, harms: int, actor: bool, target: bool, place: bool, date: str
) -> list[str]:
    return [
        f"type:{kind}",
        f"counted:{counted}:{kind}",
        f"harms:{harms}:{kind}",
        f"actor:{actor}:{kind}",
        f"target:{target}:{kind}",
        f"actors:{actor}:{target}:{place}:{counted > 0}",
        f"place:{place}:{kind}",
        f"date:{date}:{kind}",
    ]


def _short(length: str, first: bool, place: bool, actor: bool, counted: bool) -> list[str]:
    return [f"length:{length}:{first}", f"length:{length}:{first}:{place}:{actor}:{counted}"]


def _near(
    main: str, definite: bool, inside: bool, party: bool, place: bool, date: bool, kind: str
) -> list[str]:
    return [
        f"place:{inside}:{main}",
        f"party:{party}:{main}",
        f"near place:{place}:{int(definite)}",
        f"near date:{date}:{kind}",
    ]


def _where(
    sentence: str, title: bool, quoted: bool, violence: str, theatre: bool, main: str, kind: str
) -> list[str]:
    return [
        f"sentence:{sentence}",
        f"title:{title}",
        f"quoted:{quoted}:{kind}",
        f"violence:{violence}",
        f"violence:{'8' if violence == '16' else violence}:{main}",
        f"theatre:{theatre}:{kind}",
    ]


def _new(
    place: str,
    counts: str,
    type_: str,
    parties: str,
    later: str,
    title: bool,
    definite: bool,
    kind: str,
    tellings: int,
) -> list[str]:
    return [
        f"new:{place}:{counts}:{type_}",
        f"new:{place}:{counts}:{parties}:{title}",
        f"new:{type_}:{int(definite)}:{place}",
        f"new place:{place}:{kind}",
        f"new counts:{counts}:{kind}",
        f"later:{later}:{title}",
        f"later:{later}:{place}:{counts}",
        f"tellings:{tellings}:{kind}",
    ]


def _telling(
    again: str,
    tellings: int,
    fullest: bool,
    first: bool,
    title: bool,
    bare: bool,
    definite: bool,
    kind: str,
    place: str,
    counts: str,
) -> list[str]:
    return [
        f"again:{again}",
        f"again:{again}:{title}",
        f"again:{again}:{bare}:{int(definite)}",
        f"again:{again}:{kind}",
        f"again:{again}:{place}:{counts}",
        f"fullest:{fullest}:{tellings}",
        f"fullest:{fullest}:{tellings}:{first}:{title}",
        f"fullest:{fullest}:{first}:{bare}",
        f"fullest:{fullest}:{kind}",
    ]


def _about(*cues: tuple[int, int]) -> list[str]:
    """What else the report is about, by how often it has the words of each, and how often those of violence."""
    features = []
    for cue, (count, violence) in zip(_ABOUT, cues, strict=True):
        features.append(f"about:{cue}:{_OFTEN[count]}")
        if count * 2 > violence:
            features.append(f"mostly:{cue}")
    return features


def _topic_of(found: Found) -> tuple[str, str]:
    """What the report speaks of most, beside violence, and whether it has more words of that."""
    topic = found.topic
    count = found.topics[topic]
    return topic, f"{_OFTEN[count]}{'+' if count > found.violence else ''}"


def _topic(topic: str, much: str, parties: bool, kind: str) -> list[str]:
    """A match is told in the words of battle, between sides that are no parties to a conflict."""
    return [f"topic:{topic}:{much}", f"topic:{topic}:{much}:{parties}", f"topic:{topic}:{parties}:{kind}"]


def _lead(marks: tuple[str, ...], part: str, kind: str) -> list[str]:
    return [f"cue:{mark}" for mark in marks] + [f"cue:{m}:{part}:{kind}" for m in marks if m[0] == "c"]


def _head(head: str, kind: str) -> list[str]:
    return [f"head:{head}:{kind}"]


_SIDES = ("before", "inside", "after")
_SAID = Spelled("said:{}")
_SAID_THERE = {side: Spelled(f"said {side}:{{}}") for side in _SIDES}
_CLASS = Spelled("class:{}")
_CLASS_THERE = {side: Spelled(f"class {side}:{{}}") for side in _SIDES}


def _wording(draft: Draft, begin: int, end: int) -> Wording:
    """The words of the sentences and their classes, names, numbers and days left out, by where they stand."""
    found = draft.found
    class_of = load_classes()
    bounds = (begin, draft.first, max(draft.first, min(draft.last, end)), end)
    wording: Wording = []
    all_said: dict[str, None] = {}
    all_classes: dict[str, None] = {}
    for side, first, last in zip(_SIDES, bounds, bounds[1:], strict=False):
        said = found.plain(first, last)
        if not said:
            continue
        classes = dict.fromkeys([class_of[form] for form in said if form in class_of])
        wording += ((_SAID_THERE[side], said), (_CLASS_THERE[side], classes))
        all_said.update(said)
        all_classes.update(classes)
    return [*wording, (_SAID, all_said), (_CLASS, all_classes)]
