"""What is asked of each place that may be a draft's, spelled out as features (see `claim.model`)."""

from __future__ import annotations

from tawatur.claim.model import Spelled

BETWEEN = {side: Spelled(f"btw:{{}}:{side}") for side in ("before", "after")}
LED_BY = Spelled("led by:{}")  # the word before the phrase with its preposition
BEFORE, BEFORE_THAT, BEHIND = (
    Spelled("word:before:{}"),
    Spelled("word:before that:{}"),
    Spelled("word:behind:{}"),
)


def say_known(
    fine: str, kind: str, governor: str, kind_word: str | None, grain: str, where: str
) -> list[str]:
    return [
        f"fine:{fine}",
        f"fine:{fine}:{kind}",
        f"prep:{governor}:{kind}",
        f"kind:{kind_word}",
        f"grain:{grain}:{where}",
        f"grain:{grain}:{governor}",
    ]


def say_beside_others(
    way: str, answered: bool, listed: bool, leads: bool, within: bool, held: str, kind: str
) -> list[str]:
    features = [f"listed:{listed}:{leads}", f"nested:{within}:{held}"]
    if way:
        features.append(f"way:{way}:{answered}:{kind}")
    return features


def say_times(times: int, in_title: bool, fine: str, where: str) -> list[str]:
    return [f"named:{times}:{where}:{in_title}", f"named:{min(times, 3)}:{fine}:{where}"]


def say_nesting(holds: bool, held_by: str, fine: str, where: str) -> list[str]:
    return [f"holds a finer one:{where}:{holds}:{fine}", f"held by:{where}:{held_by}"]


def say_earlier(any_like: bool, like: bool, last: bool, used: bool, fine: str, where: str) -> list[str]:
    return [
        f"place of the last like:{like}:{any_like}:{where}",
        f"place of the last:{last}:{where}:{fine}",
        f"place of one before:{used}:{where}",
    ]


def say_apart(
    apart: int,
    fine: str,
    inside: bool,
    in_title: bool,
    as_before: bool,
    definite: bool,
) -> list[str]:
    side = "before" if apart < 0 else "after"
    features = [f"apart:{apart}:{inside}", f"apart:{side}:{fine}:{inside}", f"lead:{in_title}:{inside}"]
    if as_before:
        features.append(f"place of claim before:{inside}:{fine}")
    if definite:
        features.append(f"definite:{side}:{inside}")
    return features


def say_likeness(told: str, before: bool, inside: bool, fine: str) -> list[str]:
    return [f"apart:told:{told}:{'before' if before else 'after'}", f"apart:told:{told}:{inside}:{fine}"]


def say_inside(
    fine: str,
    side: str,
    gap: str,
    governor: str,
    around: bool,
    rank: str,
    only: bool,
) -> list[str]:
    return [
        "inside",
        f"inside:{side}:{gap}",
        f"inside:prep:{governor}:{side}",
        f"inside:around:{around}:{side}",
        f"inside:rank:{rank}",
        f"inside:{fine}:only:{only}",
    ]


def say_sort(
    fine: str,
    side: str,
    finest: bool,
    main: str,
    within: bool,
    holds: bool,
    relation: str | None,
) -> list[str]:
    return [
        f"inside:finest:{finest}",
        f"inside:main:{main}:{side}",
        f"inside:in:{within}:holds:{holds}",
        f"inside:relation:{relation}:{fine}",
    ]


def say_beside(
    side: str,
    head: str,
    nearer: int,
    in_source: bool,
    in_party: bool,
    party_before: bool,
) -> list[str]:
    features = [
        f"head:{head}:{side}",
        f"nearer to others:{nearer}:{side}",
        f"right after a party:{party_before}",
    ]
    if in_source:
        features.append("in the source's name")
    if in_party:
        features.append("in a party's name")
    return features
