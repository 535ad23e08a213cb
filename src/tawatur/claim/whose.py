"""Whose people the harmed were: civilians, a party's, or unknown.

How much the words for the harmed say by themselves sorts them: `own` where they name the party (عنصر من قسد, 18
حوثيا), `civil` where the noun is said of civilians, `forces` where they bore arms for someone named around,
`plain` where only the happening tells (مقتل شخصين, 5 قتلى). What is plain is settled last, beside what is not.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tawatur.claim.allegiance import hits_own, is_ruled_out, side_of
from tawatur.claim.doers import doer_of
from tawatur.claim.model import bucket
from tawatur.claim.roles import kind_of
from tawatur.find.people_around import BOTH
from tawatur.find.people_words import load_vocabulary
from tawatur.lexicon.load import load_forms

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.claim.model import Feature
    from tawatur.find.harm import Harm
    from tawatur.find.parties import PartyMention
    from tawatur.lexicon.entry import Entry


class Whose(NamedTuple):
    """A party, civilians or unknown, as the answer to whose people were harmed, with what speaks for it."""

    who: str
    features: list[Feature]


_NOBODY = ("civilians", "unknown")
_PLAIN = frozenset({"unknown", "killed", "wounded", "bare", "same", "pronoun", "relative", "named"})
_FORCES = frozenset({"fighters", "security", "officials"})
_FIRMNESS = {"own": 0, "civil": 0, "forces": 1, "other": 2, "plain": 2}
_SOFT = frozenset({"children", "women"})  # who may stand among civilians without telling them from the rest
_NEAR = (0, 1, 3, 6, 12, 25)
_IN_HAND = frozenset({"arrested", "released"})
_DRAFTS_BACK = 2
_TELLINGS = 60  # of one number: no report tells of it so often, and a text made to take time ends too
_STEP = 1.5  # log-odds of a role, as a feature: in steps from -3 to 2


def sort_of(draft: Draft, harm: Harm) -> str:
    """How much the words for the harmed say by themselves: own, civil, forces, other or plain."""
    value = _value(harm)
    if value == "civilians" and not _serves(harm):
        return "civil"
    if _own_party(draft, harm) is not None:
        return "own"
    if value in _FORCES or value in {"anaphor", "captured"} or harm.kind == "captured":
        return "forces"
    return "plain" if value in _PLAIN else "other"


def _serves(harm: Harm) -> bool:
    """Whether one told of by his work does it for a party: متطوعون في صفوف القوات."""
    people = harm.people
    return people is not None and people.party is not None and _has_job(people.entry)


def _has_job(noun: Entry | None) -> bool:
    return noun is not None and "job" in noun.traits


def by_firmness(draft: Draft) -> list[Harm]:
    """Harms in the order in which they are best settled: those that say whose they are before those that do not."""
    return sorted(draft.harms, key=lambda h: _FIRMNESS[sort_of(draft, h)])


def choose_apart(draft: Draft, harm: Harm, choices: list[Whose]) -> Whose:
    """The likeliest answer; the next where the same words tell of others of the very same.

    Of `54 شخصا بينهم 28 مدنيا` the first are not known to be civilians, and `جندي ومرتزقان` are of two parties.
    """
    beside = {w for h, w in draft.effects if h.at == harm.at and (h.kind, h.of) == (harm.kind, harm.of)}
    if harm.way == "part" or sort_of(draft, harm) in {"own", "civil"}:
        return choices[0]
    return next((c for c in choices if c.who not in beside), choices[0])


def fullest_of_each(effects: list[tuple[Harm, str]]) -> list[tuple[Harm, str]]:
    """In order of their place, one effect for a kind of harm, whose and of which sort: of several tellings the fullest.

    A happening does a thing to a group of people once: `مقتل وإصابة 6` in the headline and `مقتل عامل وإصابة 5` below
    are not to be added up.
    """
    best: dict[tuple[str, str, str | None], tuple[Harm, str]] = {}
    for harm, who in effects:
        key = (harm.kind, who, harm.of)
        if key not in best or _count(harm) > _count(best[key][0]):
            best[key] = harm, who
    return sorted(best.values(), key=lambda e: (e[0].at, e[0].first, e[0].kind))


def _count(harm: Harm) -> tuple[int, int]:
    """What is counted before what is not; the larger number before the smaller, since that is likelier a part."""
    return (-1 if harm.low is None else harm.low, -1 if harm.high is None else harm.high)


def sides_of(draft: Draft, harm: Harm) -> tuple[str, ...]:
    """Both sides of the fighting, where uncounted harm is said to be theirs: مقتل عدد من عناصر الطرفين."""
    people = harm.people
    if people is None or people.theirs != BOTH or harm.low is not None or harm.high is not None:
        return ()
    sides = tuple(dict.fromkeys((*draft.actors, *draft.targets)))
    return sides if len(sides) == 2 and not set(sides) & set(_NOBODY) else ()


def whose_choices(draft: Draft, harm: Harm) -> list[Whose]:
    """Civilians, unknown, and the parties named around or told of before."""
    case = _Case(draft, harm)
    return [Whose(who, case.features(who)) for who in case.candidates()]


class _Case:
    """One harm of a draft, and what of it is the same whoever is asked about."""

    def __init__(self, draft: Draft, harm: Harm) -> None:
        self.draft = draft
        self.harm = harm
        self.people = harm.people
        self.value = _value(harm)
        self.sort = sort_of(draft, harm)
        self.verb = _verb(draft, harm)
        self.kind = kind_of(draft.type)
        self.own = _own_party(draft, harm)
        self.before = _drafts_before(draft)
        self.doer = doer_of(draft, harm) if self.sort != "own" else ""
        nation = self.people.nation if self.people is not None else None
        self.of_nation = _party_of_nation(draft, nation) if nation is not None else None
        self.of_state = _party_of_state(draft) if _bear_arms_for_somebody(harm) else None
        self.likely = _likeliest(draft)
        self.shared = self._shared()
        self.spelled: dict[str, list[str]] = {}
        self.sibling = _sibling(draft, harm) if self.sort not in {"own", "civil"} else None

    def candidates(self) -> list[str]:
        draft = self.draft
        parties = dict.fromkeys(_NOBODY)
        parties.update(dict.fromkeys(m.party for m in draft.found.parties_in(*draft.sentence_span())))
        parties.update(dict.fromkeys((*draft.actors, *draft.targets, *draft.whose)))
        parties.update(dict.fromkeys(draft.found.foremost))
        parties.update((p, None) for p in (self.own, self.of_nation, self.of_state) if p is not None)
        for before in self.before:
            parties.update(dict.fromkeys((*before.actors, *before.targets, *before.whose)))
        if self.own == "unknown" or self._is_mixed():
            return ["unknown"]  # مقتل شخص مجهول, مقتل 54 شخصا بينهم 28 مدنيا
        if self.harm.kind in _IN_HAND and self.sort == "plain":
            # Of whom nothing else is said, who is in the hands of a force in control is not known.
            del parties["civilians"]
        if self.doer and not hits_own(draft):
            parties.pop(self.doer if self.doer != self.of_nation else "", None)
        said = {self.own, self.of_nation}
        return [p for p in parties if p in said or not is_ruled_out(draft, self.harm, p)]

    def _is_mixed(self) -> bool:
        """Whether some of a group are told to be civilians, or men under arms, and so not all of it is."""
        parts = _parts_of(self.draft, self.harm) if self.sort == "plain" else []
        return any(part.of is None and sort_of(self.draft, part) != "plain" for part in parts)

    def features(self, who: str) -> list[Feature]:
        of = who if who in _NOBODY else "party"
        features: list[Feature] = [*self._shared_of(of)]
        features += self._as_party(who) if of == "party" else self._as_nobody(of)
        if self.sibling is not None:
            features += self._beside(who, of, *self.sibling)
        return features

    def _shared_of(self, of: str) -> list[str]:
        """What is the same for whoever is asked about, as it speaks for civilians, for unknown, or for a party."""
        if of not in self.spelled:
            self.spelled[of] = [f"{of}:{feature}" for feature in self.shared]
        return self.spelled[of]

    def _shared(self) -> list[str]:
        """What speaks for civilians, for unknown, or for some party, whichever it is."""
        draft, harm, people, sort = self.draft, self.harm, self.people, self.sort
        features = [
            sort,
            f"value:{self.value}",
            f"noun:{people.noun if people is not None else harm.way}:{sort}",
            f"{sort}:{self.kind}",
            f"{harm.kind}:{sort}",
            f"{harm.kind}:{self.kind}",
            f"way:{harm.way}:{sort}",
            f"nation:{bool(people and people.nation)}:{self.value}",
            f"targets:{_targets(draft)}:{sort}",
            f"actors:{min(len(draft.actors), 2)}:{sort}:{self.kind}",
        ]
        if self.kind == "toll":
            total = bucket(harm.low or harm.high or 0, (0, 1, 50, 500, 5000))
            features.append(f"toll of:{total}:{sort}")
        if sort == "own":
            return features
        features += (f"elsewhere:{said}:{sort}" for said in _said_elsewhere(draft, harm))
        features += (f"part:{said}:{sort}" for said in _said_of_parts(draft, harm))
        features += (
            f"things:{_things_about(draft)}:{sort}",
            f"fighting:{_is_of_fighting(draft)}:{sort}:{self.kind}",
        )
        objects = sorted({f.entry.value for h in draft.hits("object") for f in h.forms})
        features += (f"object:{o}:{sort}" for o in objects)
        if not objects:
            features.append(f"no object:{sort}:{self.kind}")
        return features

    def _as_nobody(self, of: str) -> list[str]:
        weighed = self.draft.weighed
        return [
            f"{of}:civil target:{_step(weighed.get(('target', 'civilians')))}:{self.sort}",
            f"{of}:party target:{_step(weighed.get(('target', self.likely)))}:{self.sort}",
        ]

    def _as_party(self, who: str) -> list[Feature]:
        draft, sort = self.draft, self.sort
        role = ("actor" if who in draft.actors else "") + ("target" if who in draft.targets else "")
        role = role or "neither"
        if sort == "own":
            mine = self.own == who
            named = self.people.party if self.people is not None else None
            return [f"own:{mine}", f"own:{mine}:{named.by if named else 'nation'}", f"own:{mine}:{role}"]
        clash = "clash" if len(draft.actors) > 1 else self.kind
        noun = self.people.noun if self.people is not None else self.harm.way
        features: list[Feature] = [
            (_by_role, role, sort, clash, self.verb, self.harm.way, noun, draft.source == who),
            (
                _by_weight,
                sort,
                self.likely == who,
                _step(draft.weighed.get(("target", who))),
                _step(draft.weighed.get(("actor", who))),
                _is_opponent(draft, self.before, who),
            ),
        ]
        if self.doer:
            features.append(f"no doer:{role}:{sort}")
        rank, _ = draft.found.standing(who)
        features.append((_by_standing, rank, *draft.tally(who), role, sort))
        features += self._by_speaker(who, role)
        if self.of_nation == who:
            features.append(f"of that nation:{self.value}")
        if sort == "forces":
            features.append(f"of the state:{self.of_state == who}:{self.value}")
        features += self._mention(who)
        for back, before in enumerate(self.before):
            was = ("actor" if who in before.actors else "") + ("target" if who in before.targets else "")
            features.append(f"before {back}:{was}:{sort}")
        return features

    def _by_speaker(self, who: str, role: str) -> list[str]:
        """Of what side the party is, whether it speaks, and whether the harmed are said to be somebody's own."""
        side = side_of(who)
        speaks = self.draft.source == who
        features = [
            f"side:{side}:{self.value}",
            f"speaks:{speaks}:{role}:{self.value}",
            f"speaks:{speaks}:{side}:{self.value}",
        ]
        if self.people is not None and self.people.theirs:
            features += (
                f"theirs:{speaks}:{role}",
                f"theirs:{role}:{self.sort}",
                f"theirs:last named:{self._last_named() == who}",
            )
        elif self.people is not None and self.people.among in load_vocabulary().of_them:
            features.append(f"of them:{self._last_named() == who}:{self.sort}")
        return features

    def _last_named(self) -> str:
        """The party named last before the harmed: whose they are where a pronoun says so (مقاتليه)."""
        first = self.people.first if self.people is not None else self.harm.first
        named = self.draft.found.parties_in(self.draft.sentence_span()[0], first)
        return named[-1].party if named else ""

    def _mention(self, who: str) -> list[str]:
        """How the party is named near the harm."""
        found, harm, sort = self.draft.found, self.harm, self.sort
        mentions = [m for m in found.parties_in(*self.draft.around) if m.party == who]
        near: PartyMention | None = min(mentions, key=lambda m: abs(m.first - harm.last), default=None)
        if near is None:
            inside = any(m.party == who for m in found.parties_in(*self.draft.sentence_span()))
            return [f"in the sentence:{inside}:{sort}"]
        side = "after" if near.first >= harm.last else "before"
        features = [f"near:{bucket(abs(near.first - harm.last), _NEAR)}:{sort}", f"side:{side}:{sort}"]
        phrase = found.phrases.get(near)
        if phrase is not None:
            features += (f"phrase:{phrase.governor}:{side}:{sort}", f"head:{phrase.head}:{side}")
        if found.is_credited(near):
            features.append(f"credited:{sort}")
        return features

    def _beside(self, who: str, of: str, other: Harm, whose: str, apart: str) -> list[str]:
        """Whether they are of those whose the nearest others were."""
        same, sort = whose == who, self.sort
        theirs = sort_of(self.draft, other)
        features = [
            f"sibling:{same}:{sort}:{theirs}",
            f"sibling:{same}:{sort}:{apart}",
            f"{of}:sibling:{same}:{sort}:{theirs}",
        ]
        entry = self.people.entry if self.people is not None else None
        if entry is not None and entry.value == "same":
            features.append(f"sibling others:{same}")
        return features


def _by_role(role: str, sort: str, clash: str, verb: str, way: str, noun: str, speaks: bool) -> list[str]:
    return [
        f"role:{role}:{sort}",
        f"role:{role}:{clash}",
        f"role:{role}:{sort}:{clash}",
        f"verb:{verb}:{way}:{role}",
        f"verb:{verb}:{role}:{sort}",
        f"speaker:{speaks}:{sort}",
        f"speaker:{speaks}:{noun}",
    ]


def _by_weight(sort: str, likeliest: bool, target: str, actor: str, opponent: bool) -> list[str]:
    return [
        f"likeliest:{likeliest}:{sort}",
        f"target:{target}:{sort}",
        f"actor:{actor}:{sort}",
        f"opponent:{opponent}:{sort}",
    ]


def _by_standing(rank: str, acted: int, suffered: int, role: str, sort: str) -> list[str]:
    """How the report tells of a party: how often it is named, and in how many claims before it acted and suffered."""
    more = "acts" if acted > suffered else "suffers" if suffered > acted else "even"
    return [f"rank:{rank}:{sort}", f"tally:{acted}:{suffered}:{sort}", f"tally:{more}:{role}:{sort}"]


def _bear_arms_for_somebody(harm: Harm) -> bool:
    """Whether they are soldiers, police or men of some force, of whom the state's may be meant; not just gunmen."""
    people = harm.people
    return people is not None and (people.value in {"security", "officials"} or bool(people.body))


def _verb(draft: Draft, harm: Harm) -> str:
    """In which form the harm is said: they who killed (قتلوا 7) are not those who were killed."""
    says = next((t.form.says for t in draft.triggers if t.first <= harm.at < t.last), None)
    return f"{says.part}:{says.voice}:{says.agree}" if says is not None else "none"


def _value(harm: Harm) -> str:
    """What the words for the harmed say of whose they are; members of a movement are no nationals."""
    people = harm.people
    if people is None:
        return harm.way
    if people.value == "nation" and people.nation is not None and people.nation.is_movement:
        return "fighters"
    return people.value


def _own_party(draft: Draft, harm: Harm) -> str | None:
    """The party that the phrase for the harmed names."""
    people = harm.people
    if people is None:
        return None
    if people.party is not None:
        return people.party.party
    if people.nation is not None and (people.nation.is_movement or people.value in _FORCES):
        return _party_of_nation(draft, people.nation)
    return None


def _things_about(draft: Draft) -> str:
    """Of what kinds the things are that the draft's sentences and the one before name: homes, positions."""
    first, last = draft.sentence_span()
    before = draft.found.words.sentence_of[first]
    start = draft.found.words.sentences[max(0, before - 1)][0]
    return "+".join(sorted({h.form.entry.value for h in draft.found.hits_in("object", start, last)}))


def _is_of_fighting(draft: Draft) -> bool:
    """Whether its sentences speak of a clash, whatever the draft itself tells: `أكثر من 100 قتلوا خلال المواجهات`."""
    return any(t.type == "armed_clash" for t in draft.found.triggers_in(*draft.sentence_span()))


def _said_elsewhere(draft: Draft, harm: Harm) -> list[str]:
    """What the report says of whose they were where it tells of the same number again."""
    if harm.low is None or harm.low == 1:
        return []
    told = draft.found.harms_of(harm.kind, harm.low, harm.high)[:_TELLINGS]
    return sorted({sort_of(draft, h) for h in told if h is not harm} - {"plain"})


def _said_of_parts(draft: Draft, harm: Harm) -> list[str]:
    """Of whom some of them were: `14 شخصا بينهم 7 مدنيين` leaves the others unknown, `بينهم طفل` need not."""
    parts = _parts_of(draft, harm)
    sorts = {"soft" if part.of in _SOFT else sort_of(draft, part) for part in parts}
    return sorted(sorts - {"plain"})


def _parts_of(draft: Draft, harm: Harm) -> list[Harm]:
    if harm.way == "part":
        return []
    return [h for h in draft.harms if h.way == "part" and h.at == harm.at and h.kind == harm.kind]


def _sibling(draft: Draft, harm: Harm) -> tuple[Harm, str, str] | None:
    """The nearest harm of the draft that is settled, whose it was, and how far off it stands."""
    near = min(draft.effects, key=lambda e: (abs(e[0].at - harm.at), e[0].first), default=None)
    if near is None:
        return None
    other, whose = near
    sentence = draft.found.words.sentence_of
    if max(harm.first, other.first) - min(harm.last, other.last) <= 1:
        return other, whose, "touch"
    return other, whose, "near" if sentence[other.at] == sentence[harm.at] else "far"


def _step(log_odds: float | None) -> str:
    return "none" if log_odds is None else str(min(2, max(-3, round(log_odds / _STEP))))


def _likeliest(draft: Draft) -> str:
    """The party that is likeliest to have suffered; "" where none is named."""
    aside = {*_NOBODY, *draft.actors}
    scores = {p: x for (role, p), x in draft.weighed.items() if role == "target" and p not in aside}
    return max(scores, key=lambda p: scores[p], default="")


def _targets(draft: Draft) -> str:
    civil = "civilians" in draft.targets
    party = any(t not in {"civilians", "unknown"} for t in draft.targets)
    return ("civilians" if civil else "") + ("party" if party else "") or "none"


def _is_opponent(draft: Draft, told_before: list[Draft], who: str) -> bool:
    """Whether a party stands, here or just before, against who acted here."""
    if who in draft.actors or not draft.actors:
        return False
    sides = [(draft.actors, draft.targets), *((b.actors, b.targets) for b in told_before)]
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
