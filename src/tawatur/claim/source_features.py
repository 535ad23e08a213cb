"""What is asked of each attribution that may be a draft's, and of the outlet's own voice, spelled out as features (see `claim.model`)."""

from __future__ import annotations


def say_related(
    relation: str, covered: str, by: str, say: str, kind: str, way: str, stance: str, speakers: str
) -> list[str]:
    rel = f"{relation}|{covered}" if relation not in {"in", "closed"} else relation
    return [
        f"rel:{rel}",
        f"rel:{rel}:{by}",
        f"rel:{relation}:{say}",
        f"rel:{relation}:{kind}",
        f"rel:{relation}:{way}",
        f"rel:{relation}:{stance}",
        f"rel:{relation}:{speakers}",
    ]


def say_here(relation: str, gap: str, relative: bool, between: tuple[str, ...]) -> list[str]:
    features = [f"btw:{m}:{relation}" for m in between]
    return [*features, f"gap:{relation}:{gap}", f"relative:{relative}:{relation}"]


def say_before(
    relation: str,
    covered: str,
    opening: str,
    quoted: bool,
    paragraph: bool,
    bracketed: bool,
    definite: bool,
    lead_in: tuple[str, ...],
) -> list[str]:
    return [
        f"far:{relation}:open:{opening}:{covered}",
        f"far:{relation}:quoted:{quoted}:{covered}",
        f"far:{relation}:par:{paragraph}:{covered}",
        f"far:{relation}:bracket:{bracketed}:{covered}",
        f"far:{relation}:def:{definite}:{covered}",
        *(f"far:cue:{m}:{covered}" for m in lead_in),
    ]


def say_after(relation: str, covered: str, by: str, lead: bool, in_title: bool) -> list[str]:
    return [
        f"fore:{relation}:lead:{lead}:{covered}",
        f"fore:{relation}:title:{in_title}:{covered}",
        f"fore:{relation}:by:{by}:{covered}",
    ]


def say_story(relation: str, shared: str, part: str, stance: str, as_before: str) -> list[str]:
    features = [f"shares:{shared}:{relation}"] if shared else []
    if part:
        features += (f"self:{part}:{relation}", f"self:{part}:{stance}")
    if as_before:
        features.append(f"as before:{as_before}:{relation}")
    return features


def say_read_as(reading: str, way: str, kind: str, general: str, noun: str, named: str) -> list[str]:
    features = [
        f"reading:{reading}:{way}:{kind}:{general}",
        f"reading:{reading}:{way}:{general}",
        f"reading:{reading}:{noun}:{way}",
        f"source:{general}",
    ]
    return [*features, f"reading:{reading}:{way}:named:{named}"] if named else features


def say_own(
    covered: str,
    type_: str,
    tense: str,
    opening: str,
    quoted: bool,
    in_title: bool,
) -> list[str]:
    return [
        "own",
        f"own:{covered}",
        f"own:{covered}:type:{type_}",
        f"own:{covered}:tense:{tense}",
        f"own:{covered}:open:{opening}",
        f"own:{covered}:quoted:{quoted}",
        f"own:{covered}:title:{in_title}",
    ]


def say_own_place(
    covered: str,
    sentence: str,
    party: bool,
    here: int,
    in_report: str,
    definite: bool,
) -> list[str]:
    return [
        f"own:{covered}:sentence:{sentence}",
        f"own:{covered}:party:{party}",
        f"own:{covered}:here:{here}",
        f"own:{covered}:in report:{in_report}",
        f"own:{covered}:def:{definite}",
    ]


def say_own_story(
    covered: str, last: str, last_by: str, as_before: str, lead_in: tuple[str, ...]
) -> list[str]:
    features = [f"own:{covered}:cue:{m}" for m in lead_in]
    if last:
        features += (f"own:{covered}:last:{last}", f"own:{covered}:last by:{last_by}")
    if as_before:
        features.append(f"own:{covered}:as before:{as_before}")
    return features
