"""Fill a draft's slots, one decision after another; later ones may look at earlier ones."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from tawatur.claim.allegiance import leave_hit_actors
from tawatur.claim.asides import leave_asides
from tawatur.claim.by_guns import is_by_guns
from tawatur.claim.bystanders import leave_beside_civilians, leave_far_doers
from tawatur.claim.captives import tell_taken
from tawatur.claim.dates import date_choices
from tawatur.claim.denials import add_denials, is_disowned
from tawatur.claim.draft import Draft
from tawatur.claim.effects import (
    harm_features,
    is_running_total,
    missing_beside,
    seized_at_once,
    stated_as_objects,
    stated_as_total,
    stated_beside,
    stated_in_lists,
    stated_of_pronoun,
    stated_of_whole,
    stated_with_joined,
    stated_with_parts,
    without_led_away,
)
from tawatur.claim.elided import is_told_again, with_shared_cause
from tawatur.claim.foiled import foiled_type
from tawatur.claim.freed import free_captives, is_freeing, stated_as_freed
from tawatur.claim.group import group_triggers
from tawatur.claim.group_names import settle_names
from tawatur.claim.keep import keep_features
from tawatur.claim.listed import place_of_item
from tawatur.claim.model import set_beside, to_probability
from tawatur.claim.news import find_news
from tawatur.claim.not_done import is_said_not_to_be, leave_tried
from tawatur.claim.period_totals import attack_counted, is_period_total
from tawatur.claim.places import place_choices
from tawatur.claim.pooled import take_from
from tawatur.claim.raids import is_raid
from tawatur.claim.role_rules import ROLE_RULES
from tawatur.claim.roles import (
    is_through_media,
    kind_of,
    only_counts,
    role_candidates,
    role_features,
    target_features,
)
from tawatur.claim.sources import source_choices
from tawatur.claim.tellings import find_tellings
from tawatur.claim.totals import leave_totals
from tawatur.claim.two_sides import join_sides
from tawatur.claim.types import aimed_with_guns, is_plain_attack, type_choices
from tawatur.claim.whose import (
    by_firmness,
    choose_apart,
    fullest_of_each,
    sides_of,
    whose_choices,
    with_whole,
    with_youths,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tawatur.claim.found import Found
    from tawatur.claim.model import Feature, Model
    from tawatur.claim.models import Models
    from tawatur.find.harm import Harm

_BY_ARMS = frozenset({"strike", "blast", "kill", "seize"})  # civilians suffer these, and protest
_DENIED = (
    -0.35
)  # log-odds from which a denial is a claim: too few are annotated for the weights to learn that most are
_LIKELY = 0.56  # claims that a happening's tellings together are likely to make, from which on it is one (slots of unseen folds 0.670; 0.667 at 0.6)
_DOUBTFUL = 2.25  # log-odds that a report is about conflict, below which what it tells of must be plainer
_LIKELY_IN_DOUBT = 0.85  # 29 peaceful articles of 1,563 then yield a claim, and 42 with one threshold for all
_UNLIKELY = -1.0  # log-odds of a target: from here on it is one where it was harmed (targets F1 0.447, 0.459)


def read_drafts(found: Found, models: Models) -> list[Draft]:
    """Drafts with every slot filled, in order; `choose_claims` tells which of them are claims."""
    drafts = leave_asides(fill_drafts(found, models))
    find_news(drafts)
    find_tellings(drafts, models.again)
    return drafts


def fill_drafts(found: Found, models: Models) -> list[Draft]:
    """Every draft with its slots filled, in order of its first trigger, repetitions too."""
    drafts: list[Draft] = []
    for group in group_triggers(found, models.group):
        draft = Draft(found, group, drafts[-1] if drafts else None)
        decide_type(draft, models)
        decide_roles(draft, models)
        decide_place(draft, models)
        decide_date(draft, models)
        decide_source(draft, models)
        decide_effects(draft, models)
        drafts.append(draft)
    return drafts


def decide_type(draft: Draft, models: Models) -> None:
    choices = type_choices(with_shared_cause(draft))
    draft.type = models.type.choose(choices.votes, choices.shared)
    if is_period_total(draft):
        draft.type = "toll"
    elif one_attack := attack_counted(draft):
        draft.type = one_attack
    elif is_plain_attack(draft):
        draft.type = "armed_clash"
    elif is_raid(draft):
        draft.type = "arrest"
    elif is_by_guns(draft):
        draft.type = "shelling"
    else:
        draft.type = aimed_with_guns(draft) or draft.type
    draft.type = foiled_type(draft) or ("release" if is_freeing(draft) else draft.type)
    draft.grounds["type"] = (models.type, choices.features(draft.type))


def decide_roles(draft: Draft, models: Models) -> None:
    if draft.type == "toll":  # the format leaves a total's parties to its effects
        return
    either = set_beside(models.actor, models.target)
    asked = [(c, role_features(draft, c)) for c in role_candidates(draft) if not only_counts(c)]
    sums = [either.weigh(features) for _, features in asked]
    weighed = [
        (c.party, features, models.actor.score((), acted))
        for (c, features), (acted, _) in zip(asked, sums, strict=True)
    ]
    actors = _choose(draft, weighed, "actor", models.actor)
    idle = {c.party for c, _ in asked if is_through_media(draft, c)}
    if kind_of(draft.type) in _BY_ARMS:
        idle.add("civilians")
    draft.actors = tuple(party for party in actors if party not in idle)
    weighed = []
    for (candidate, features), (_, suffered) in zip(asked, sums, strict=True):
        more = target_features(draft, candidate)
        weighed.append((candidate.party, [*features, *more], models.target.score(more, suffered)))
    targets = _choose(draft, weighed, "target", models.target)
    draft.targets = tuple(p for p in targets if p not in draft.actors)
    for rule in ROLE_RULES:
        rule(draft)


def _choose(
    draft: Draft, parties: list[tuple[str, list[Feature], float]], role: str, model: Model
) -> tuple[str, ...]:
    chosen: list[tuple[float, str]] = []
    for party, features, score in parties:
        draft.weighed[role, party] = score
        if score > 0:
            chosen.append((-score, party))
            draft.grounds[f"{role} {party}"] = (model, features)
    return tuple(party for _, party in sorted(chosen))


def decide_place(draft: Draft, models: Models) -> None:
    choice = models.place.likeliest(place_choices(draft))
    draft.place = choice.mention
    if draft.listed is not None:
        draft.place = place_of_item(draft.listed, draft.place)
    draft.grounds["place"] = (models.place, choice.features)


def decide_date(draft: Draft, models: Models) -> None:
    choice = models.date.likeliest(date_choices(draft))
    draft.days, draft.days_by, draft.date_mention = choice.days, choice.by, choice.mention
    draft.grounds["date"] = (models.date, choice.features)


def decide_source(draft: Draft, models: Models) -> None:
    choice = models.source.likeliest(source_choices(draft))
    draft.source, draft.attribution = choice.source, choice.attribution
    denies = choice.attribution is not None and choice.attribution.stance == "denies"
    draft.undone = is_said_not_to_be(draft)
    draft.denied = denies or draft.undone
    draft.grounds["source"] = (models.source, choice.features)


def decide_effects(draft: Draft, models: Models) -> None:
    if draft.undone:
        return
    stated = _stated(draft, models)
    for harm in by_firmness(draft):
        if harm not in stated or is_running_total(draft, harm):
            continue
        if sides := sides_of(draft, harm):
            draft.effects += ((harm, side) for side in sides)
            draft.whose += sides
            continue
        choices = sorted(whose_choices(draft, harm), key=lambda c: -models.who.score(c.features))
        who, features = choose_apart(draft, harm, choices)
        draft.grounds[f"who {harm.at} {harm.first}"] = (models.who, features)
        draft.effects.append((harm, who))
        draft.whose.append(who)
    draft.effects = with_youths(with_whole(draft.effects))
    free_captives(draft)
    tell_taken(draft)
    draft.effects = fullest_of_each(draft.effects)
    draft.effects = without_led_away(draft)
    draft.whose = [who for _, who in draft.effects]
    leave_hit_actors(draft)
    _add_harmed(draft)
    leave_tried(draft)


def _stated(draft: Draft, models: Models) -> set[Harm]:
    """The harm that a draft states: by the weights, or by grammar that leaves no doubt."""
    stated = {harm for harm in draft.harms if models.harm.says_yes(harm_features(draft, harm))}
    stated |= stated_in_lists(draft) | stated_with_joined(draft, stated) | stated_with_parts(draft, stated)
    stated |= missing_beside(draft, stated) | stated_as_freed(draft)
    stated |= stated_as_objects(draft) | seized_at_once(draft) | stated_as_total(draft, stated)
    stated |= stated_of_pronoun(draft, stated)
    stated |= stated_beside(draft, stated)
    return stated | stated_of_whole(draft, stated)


def _add_harmed(draft: Draft) -> None:
    """Who was harmed was the target of what harmed them, unless the words spoke clearly against it."""
    if draft.type == "toll":
        return
    harmed = (
        who
        for who in draft.whose
        if who not in draft.actors and draft.weighed.get(("target", who), _UNLIKELY) > _UNLIKELY
    )
    draft.targets = tuple(dict.fromkeys((*draft.targets, *harmed)))


def choose_claims(drafts: Sequence[Draft], models: Models, conflict: float = math.inf) -> list[Draft]:
    """The drafts that are claims, each happening once, in order; `conflict` is the log-odds that the report is about conflict.

    A happening is a claim where its tellings together are likelier one than not: each alone may be unlikely to be the one
    to keep of many. The likeliest of them is kept, and takes from the others what it leaves open.
    """
    told = _tellings(drafts)
    least = _LIKELY if conflict >= _DOUBTFUL else _LIKELY_IN_DOUBT
    likely = {draft.number: _is_claim(draft, models) for draft in drafts}
    _raise_listed(drafts, likely)
    chosen = _denied_once(
        max(tellings, key=lambda d: likely[d.number])
        for tellings in told.values()
        if sum(to_probability(likely[draft.number]) for draft in tellings) > least
    )
    for draft in chosen:
        for telling in told[_telling_of(draft)]:
            leave_far_doers(telling)
        take_from(draft, [other for other in told[_telling_of(draft)] if other is not draft])
        leave_beside_civilians(draft)
        join_sides(draft)
        settle_names(draft)
    return add_denials(leave_totals(chosen), drafts)


def _raise_listed(drafts: Sequence[Draft], likely: dict[int, float]) -> None:
    """Let the items of a list be as likely claims as the likeliest of them: they are of one kind."""
    for before, draft in pairwise(drafts):
        if is_told_again(before, draft):
            likely[draft.number] = max(likely[before.number], likely[draft.number])
    listed = [draft for draft in drafts if draft.listed is not None]
    for draft in listed:
        likely[draft.number] = max(
            likely[other.number] for other in listed if _are_listed_together(draft, other)
        )


def _are_listed_together(one: Draft, other: Draft) -> bool:
    return one.listed is not None and other.listed is not None and one.listed.number == other.listed.number


def _tellings(drafts: Sequence[Draft]) -> dict[tuple[int, str], list[Draft]]:
    """The drafts by the happening that they tell, and by who denies that he did it."""
    told: dict[tuple[int, str], list[Draft]] = {}
    for draft in drafts:
        told.setdefault(_telling_of(draft), []).append(draft)
    return told


def _telling_of(draft: Draft) -> tuple[int, str]:
    return draft.happening, draft.source if is_disowned(draft) else ""


def _denied_once(claims: Iterable[Draft]) -> list[Draft]:
    """In order, and of one speaker's denials of one kind of happening the first, as a headline's is denied again below."""
    once: list[Draft] = []
    for draft in sorted(claims, key=lambda d: d.first):
        if not (
            draft.denied and any(d.denied and d.source == draft.source and d.type == draft.type for d in once)
        ):
            once.append(draft)
    return once


def _is_claim(draft: Draft, models: Models) -> float:
    """Log-odds that the draft is the telling that a claim is made of."""
    features = keep_features(draft)
    draft.grounds["claim"] = (models.keep, features)
    return features.weigh(models.keep) - (_DENIED if draft.denied else 0.0)
