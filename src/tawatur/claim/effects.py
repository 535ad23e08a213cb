"""What a draft's happening did to people: which of the harms found are its effects, and whose people they were."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tawatur.claim.model import bucket
from tawatur.claim.roles import kind_of
from tawatur.lexicon.load import load_forms

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harms import Harm
    from tawatur.find.parties import PartyMention
    from tawatur.lexicon.entry import Entry

_BETWEEN = frozenset({"ccause", "cby", "cresult", "camong", "cnegation", "A", "P", "D", ",", ":", "("})
_NEAR = (0, 1, 3, 6, 12, 25)
_DRAFTS_BACK = 2


def harm_features(draft: Draft, harm: Harm) -> list[str]:
    """What tells whether a harm is an effect that the claim states."""
    found = draft.found
    people = harm.people
    noun = people.noun if people is not None else harm.way
    count = _count(harm)
    features = [
        f"kind:{harm.kind}",
        f"way:{harm.way}:{harm.kind}",
        f"noun:{noun}:{harm.way}",
        f"noun:{noun}:{harm.kind}",
        f"type:{kind_of(draft.type)}:{harm.kind}",
        f"of:{harm.of}:{harm.way}",
        f"count:{count}:{harm.way}",
        f"distance:{harm.way}:{bucket(harm.distance)}",
        f"harms:{bucket(len(draft.harms), (0, 1, 2, 3, 5))}",
    ]
    trigger = next((t for t in draft.triggers if t.first <= harm.at < t.last), None)
    if trigger is not None:
        says = trigger.form.says
        part = f"{says.part}{says.agree}" if says else "phrase"
        features += (
            f"at:{trigger.effect.entry.id if trigger.effect else trigger.id}:{harm.way}",
            f"part:{says.part if says else 'phrase'}:{harm.way}:{harm.kind}",
            f"agree:{part}:{harm.way}:{count}",
            f"pro:{trigger.proclitics}:{harm.way}",
            f"main:{trigger is draft.main}:{harm.kind}",
        )
    if people is not None:
        features += (
            f"number:{people.number}:{harm.way}:{noun}",
            f"definite:{people.definite}:{harm.way}:{count}",
            f"party:{people.party is not None}:{harm.way}",
            f"among:{people.among}:{people.value}:{count}",
            f"governor:{people.governor}:{harm.way}",
        )
        first, last = sorted((harm.at + 1, people.first))
        features += (f"between:{m}:{harm.way}" for m in found.marks_between(first, last) if m in _BETWEEN)
    for mark in found.marks_between(max(harm.first - 3, 0), harm.first):
        features.append(f"before:{mark}:{harm.kind}")
    if any(other is not harm and other.kind == harm.kind and other.low == harm.low for other in draft.harms):
        features.append(f"again:{harm.way}")
    return features


def _count(harm: Harm) -> str:
    if harm.low is None and harm.high is None:
        return "none"
    if harm.low == harm.high:
        return "one" if harm.low == 1 else "exact"
    return "bound"


def who_candidates(draft: Draft, harm: Harm) -> list[str]:
    """Whose members the harmed may be: civilians, unknown, and the parties named around, or told of before."""
    first, last = draft.sentence_span()
    parties = dict.fromkeys(m.party for m in draft.found.parties_in(first, last))
    parties.update(dict.fromkeys(draft.actors + draft.targets + tuple(draft.whose)))
    people = harm.people
    if people is not None:
        if people.party is not None:
            parties[people.party.party] = None
        if people.nation is not None and (party := _party_of_nation(draft, people.nation)):
            parties[party] = None
        if people.value == "security" and (party := _party_of_state(draft)):
            parties[party] = None
    for before in _drafts_before(draft):
        parties.update(dict.fromkeys(before.actors + before.targets + tuple(before.whose)))
    return list(dict.fromkeys(["civilians", "unknown", *parties]))


def who_features(draft: Draft, harm: Harm, who: str) -> list[str]:
    people = harm.people
    noun = people.noun if people is not None else harm.way
    value = people.value if people is not None else harm.way
    kind = kind_of(draft.type)
    fixed = who if who in {"civilians", "unknown"} else "party"
    features = [
        f"{fixed}:noun:{noun}",
        f"{fixed}:value:{value}",
        f"{fixed}:value:{value}:{kind}",
        f"{fixed}:{harm.kind}:{kind}",
        f"{fixed}:party behind:{bool(people and people.party)}:{value}",
        f"{fixed}:nation:{bool(people and people.nation)}:{value}",
        f"{fixed}:way:{harm.way}:{value}",
        f"{fixed}:targets:{_targets(draft)}:{value}",
        f"{fixed}:actors:{min(len(draft.actors), 2)}:{value}:{kind}",
        f"{fixed}:of:{harm.of}",
    ]
    if kind == "toll":
        features.append(
            f"{fixed}:toll of:{bucket(harm.low or harm.high or 0, (0, 1, 50, 500, 5000))}:{value}"
        )
    if fixed == "party":
        features += _party_features(draft, harm, who, value, kind)
    if draft.whose:
        features.append(f"{fixed}:same as before:{draft.whose[-1] == who}:{value}:{harm.way}")
    objects = {f.entry.value for h in draft.hits("object") for f in h.forms}
    features += (f"{fixed}:object:{o}:{value}" for o in objects)
    return features


def _party_features(draft: Draft, harm: Harm, who: str, value: str, kind: str) -> list[str]:
    people = harm.people
    role = ("actor" if who in draft.actors else "") + ("target" if who in draft.targets else "") or "neither"
    features = [f"role:{role}:{value}", f"role:{role}:{kind}:{value}", f"role:{role}:{harm.kind}:{kind}"]
    if people is not None and people.party is not None and people.party.party == who:
        features += (f"behind:{people.party.by}:{value}", "behind")
    if people is not None and people.nation is not None and _party_of_nation(draft, people.nation) == who:
        features.append(f"of that nation:{value}")
    if value == "security" and _party_of_state(draft) == who:
        features.append("of the state")
    mentions = [m for m in draft.found.parties_in(*draft.around) if m.party == who]
    near = min(mentions, key=lambda m: abs(m.first - harm.last), default=None)
    apart = abs(near.first - harm.last) if near is not None else 99
    features += (f"near:{bucket(apart, _NEAR)}:{value}", f"only target:{draft.targets == (who,)}:{value}")
    if near is not None:
        features += _mention_features(draft, near, harm, value)
    else:
        sentence = draft.found.parties_in(*draft.sentence_span())
        features.append(f"in the sentence:{any(m.party == who for m in sentence)}:{value}")
    features.append(f"opponent:{_is_opponent(draft, who)}:{value}")
    for back, before in enumerate(_drafts_before(draft)):
        was = ("actor" if who in before.actors else "") + ("target" if who in before.targets else "")
        features.append(f"before {back}:{was}:{value}")
        if who in before.whose:
            features.append(f"harmed before:{value}")
    return features


def _mention_features(draft: Draft, mention: PartyMention, harm: Harm, value: str) -> list[str]:
    phrase = draft.found.phrases.get(mention)
    side = "after" if mention.first >= harm.last else "before"
    features = [f"side:{side}:{value}"]
    if phrase is not None:
        features += (f"phrase:{phrase.governor}:{side}:{value}", f"head:{phrase.head}:{side}")
    if draft.found.is_credited(mention):
        features.append(f"credited:{value}")
    return features


def _targets(draft: Draft) -> str:
    civil = "civilians" in draft.targets
    party = any(t not in {"civilians", "unknown"} for t in draft.targets)
    return ("civilians" if civil else "") + ("party" if party else "") or "none"


def _is_opponent(draft: Draft, who: str) -> bool:
    """Whether a party stands, here or just before, against who acted here."""
    if who in draft.actors or not draft.actors:
        return False
    sides = [(draft.actors, draft.targets), *((b.actors, b.targets) for b in _drafts_before(draft))]
    for actors, targets in sides:
        if set(draft.actors) & set(actors) and who in targets:
            return True
        if who in actors and set(draft.actors) & set(targets):
            return True
    return False


def _drafts_before(draft: Draft) -> list[Draft]:
    found: list[Draft] = []
    before = draft.before
    while before is not None and len(found) < _DRAFTS_BACK:
        found.append(before)
        before = before.before
    return found


def _party_of_nation(draft: Draft, nation: Entry) -> str | None:
    context = draft.found.context
    return next((p for p, sense in nation.parties if sense.holds(context.country, context.day)), None)


def _party_of_state(draft: Draft) -> str | None:
    """The state where it happened: whose soldiers and policemen are meant where none is named."""
    country = draft.place.country if draft.place is not None else None
    nation = _load_nations().get(country or draft.found.context.country or "")
    return _party_of_nation(draft, nation) if nation is not None else None


@cache
def _load_nations() -> dict[str, Entry]:
    nations: dict[str, Entry] = {}
    for form in load_forms():
        if form.entry.kind == "nation" and form.entry.country:
            nations.setdefault(form.entry.country, form.entry)
    return nations
