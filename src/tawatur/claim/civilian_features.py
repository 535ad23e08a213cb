"""What is asked of civilians as those to whom it was done, as features (see `claim.model`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft


def civilian_features(draft: Draft, kind: str) -> list[str]:
    """What the draft tells of harm to people and things, of which civilians, named or not, may be the target."""
    features = []
    for harm in draft.harms:
        value = harm.people.value if harm.people else harm.way
        features.append(f"harmed:{value}:{harm.kind}")
        features.append(f"harmed:{value}:{kind}")
        if harm.people and harm.people.party:
            features.append(f"harmed party:{harm.people.party.party == 'civilians'}")
    if not draft.harms:
        features.append(f"no harm:{kind}")
    objects = {f.entry.value for h in draft.hits("object") for f in h.forms}
    features += (f"object:{o}:{kind}" for o in sorted(objects))
    if not objects:
        features.append(f"no object:{kind}")
    people = {f.entry.value for h in draft.hits("people") for f in h.forms}
    features += (f"people:{p}:{kind}" for p in sorted(people))
    first, last = draft.around
    parties = {m.party for m in draft.found.parties_in(first, last)}
    features.append(f"parties:{min(len(parties), 3)}:{kind}")
    features.append(f"place:{bool(draft.found.places_in(first, last))}:{kind}")
    features.append(f"main:{draft.main.id}")
    features += sorted({f"head:{f.entry.value}:{kind}" for h in draft.hits("head") for f in h.forms})
    return features
