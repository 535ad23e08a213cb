"""One harm as the question of whose people were harmed sees it, and who may be the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tawatur.claim.allegiance import hits_own, is_ruled_out
from tawatur.claim.doers import doer_of
from tawatur.claim.elided import goes_on_as
from tawatur.claim.harm_around import form_of_saying, parts_of, sibling_of
from tawatur.claim.harm_sorts import (
    are_family,
    are_soldiers,
    bear_arms_for_somebody,
    is_at_trade,
    own_party,
    sort_of,
    value_of,
)
from tawatur.claim.nations import is_foreign_state, party_of_nation, party_of_state
from tawatur.claim.roles import kind_of
from tawatur.find.people_around import BOTH
from tawatur.lexicon.states import load_parties

if TYPE_CHECKING:
    from tawatur.claim.draft import Draft
    from tawatur.find.harm import Harm

NOBODY = ("civilians", "unknown")
_BEAR_ARMS = frozenset({"fighters", "security"})
_ENEMY, _FIGHTER = "people.enemy", "people.fighter"
_CAPTIVE = "effect.captive"
_GUNMEN = ("مسلح", "مقاتل")
_NEVER_FIGHTERS = frozenset({"children", "women"})
_IN_HAND = frozenset({"arrested", "released"})
_POLICE = frozenset({"people.police", "people.policeman", "people.two_policemen"})
_UN = "un"
_DRAFTS_BACK = 2
_TOUCHING = 2  # words from those told of to the next word for harm
_NEAR = 6  # words to what befell his own: مقتل القيادي أبو فلان وإصابة اثنين من مرافقيه
_LOSER_WITHIN = 8  # words from a verb of losing back to who lost
_HIS = frozenset({"ه", "ها"})
_CASUALTIES = ("بين", "قتيل", "وجريح")
_PUT = ("وقع", "يقاع", "وقوع")  # أوقعوا, فأوقعناها, إيقاع, وقوع أفراد القوة
_PUT_WITHIN = 6
_FEW = 5  # whom one man of some force may have had with him: قتل جندي وأصيب ثلاثة


class Question:
    """One harm of a draft, and what of it is the same whoever is asked about."""

    def __init__(self, draft: Draft, harm: Harm) -> None:
        self.draft = draft
        self.harm = harm
        self.people = harm.people
        self.value = value_of(harm)
        self.sort = sort_of(draft, harm)
        self.verb = form_of_saying(draft, harm)
        self.kind = kind_of(draft.type)
        self.own = own_party(draft, harm)
        self.before = _before(draft)  # whose parties a later sentence may leave unnamed
        self.doer = doer_of(draft, harm) if self.sort != "own" else ""
        nation = self.people.nation if self.people is not None else None
        self.of_nation = party_of_nation(draft, nation) if nation is not None else None
        self.of_state = (
            party_of_state(draft, soldiers=are_soldiers(harm)) if bear_arms_for_somebody(harm) else None
        )
        self.likely = _likeliest(draft)
        self.sibling = sibling_of(draft, harm) if self.sort not in {"own", "civil"} else None

    def candidates(self) -> list[str]:
        """Who may be the answer, in an order that is always the same; none whom words or grammar rule out."""
        draft = self.draft
        parties = dict.fromkeys(NOBODY)
        parties.update(dict.fromkeys(m.party for m in draft.found.parties_in(*draft.sentence_span())))
        parties.update(dict.fromkeys((*draft.actors, *draft.targets, *draft.whose)))
        parties.update(dict.fromkeys(draft.found.foremost))
        parties.update((p, None) for p in (self.own, self.of_nation, self.of_state) if p is not None)
        for before in self.before:
            parties.update(dict.fromkeys((*before.actors, *before.targets, *before.whose)))
        if (
            told := self._told_again()
            or self._told_with()
            or self._of_both_sides()
            or self._of_the_hit()
            or self._of_peacekeepers()
            or self._of_losers()
        ):
            return [told]
        if self.own == "unknown" and self.harm.of in _NEVER_FIGHTERS:
            return ["civilians"]  # طفل مجهول الهوية
        if self.own == "unknown" or self._is_mixed() or self._is_exchanged():
            return ["unknown"]  # مقتل شخص مجهول, مقتل 54 شخصا بينهم 28 مدنيا
        if self.harm.kind in _IN_HAND and self.sort == "plain" and not self._is_kin():
            # Of whom nothing else is said, who is in the hands of a force in control is not known.
            del parties["civilians"]
        is_enemy = self.people is not None and self.people.noun == _ENEMY and self.harm.low is not None
        is_enemy = is_enemy or bool(self.doer and self.people is not None and self.people.noun == _FIGHTER)
        if self.value == "security" or is_enemy or self._are_gunmen():
            # العسكريين and الإرهابيين are no civilians, whoever else is told to be hit.
            parties.pop("civilians", None)
        if self._are_police():
            parties = {p: None for p in parties if not is_foreign_state(p, draft)}
        if self.kind == "toll" and self.sort == "forces":
            parties = {p: None for p in parties if p in NOBODY or not _has_only_acted(draft, p)}
        if self.harm.kind == "captured" and self.sort != "civil":
            parties.pop("civilians", None)  # who is captured bore arms
        if self.doer and not hits_own(draft):
            parties.pop(self.doer if self.doer != self.of_nation else "", None)
        said = {self.own, self.of_nation}
        if is_enemy or self._are_gunmen():  # قتل الجيش خمسة من المسلحين: no state calls its own so
            parties = {p: None for p in parties if p in said or not _is_state(p)}
        return [p for p in parties if p in said or not is_ruled_out(draft, self.harm, p)]

    def _are_gunmen(self) -> bool:
        """Whether those harmed are called armed, which no civilian is: `قتل 5 مسلحين`."""
        people = self.people
        if people is None or people.noun != _FIGHTER or people.low is None or people.party is not None:
            return False
        forms = self.draft.found.words.forms[people.first : people.last]
        return any(form.removeprefix("ال").startswith(_GUNMEN) for form in forms)

    def _are_police(self) -> bool:
        """Whether they are policemen of whom it is not said whose: those of the state where it happened, and of no army from abroad."""
        people = self.people
        return people is not None and people.noun in _POLICE and self.own is None and self.of_nation is None

    def _told_again(self) -> str:
        """Of a toll whose word for harm is said once, those counted behind are of those counted before: `5 مسلحين في س، و3 في ص`."""
        before = self.draft.before
        if before is None or self.value not in {"bare", "same"} or not goes_on_as(before, self.draft):
            return ""
        return next((who for harm, who in before.effects if harm.kind == self.harm.kind), "")

    def _told_with(self) -> str:
        """`مقتل جنديين وجرح خمسة`, `مقتل ضابط وإصابة مرافقه`: right behind men under arms, it is of them; "" of others."""
        harm, people, words = self.harm, self.people, self.draft.found.words
        if people is None or not words.forms[harm.at].startswith("و"):
            return ""
        his = people.theirs in _HIS and self.value in {"fighters", "unknown"}
        likewise = (
            self.value in _BEAR_ARMS and people.party is None and people.nation is None and not people.theirs
        )
        if self.value != "bare" and not his and not likewise:
            return ""
        for other, whose in self.draft.effects:
            theirs = other.people
            if theirs is None or theirs.bare or other.kind == harm.kind:
                continue
            named = max(other.last, theirs.party.last if theirs.party is not None else 0)
            if not 0 <= harm.at - named <= (_NEAR if his else _TOUCHING):
                continue
            if likewise and not (theirs.party is not None and theirs.noun == people.noun):
                continue  # مقتل 14 عنصرا من قوات النظام وإصابة 19 عنصرا
            few = True if likewise else other.low == 1 if his else other.low != 1 or (harm.low or 0) <= _FEW
            if few and (theirs.bears_arms or theirs.party is not None):
                return whose
        return ""

    def _of_both_sides(self) -> str:
        """`مقتل ستة من الطرفين`: how many of whom is not told, unless both sides are of one name; "" of others."""
        if self.people is None or self.people.theirs != BOTH or self.harm.high is None:
            return ""
        sides = {*self.draft.actors, *self.draft.targets} - {*NOBODY}
        return sides.pop() if len(sides) == 1 and self.draft.type == "armed_clash" else "unknown"

    def _of_the_hit(self) -> str:
        """`أوقعوا القوة بين قتيل وجريح`: those of the one party that was hit; "" where it is not one."""
        forms, at = self.draft.found.words.forms, self.harm.at
        if tuple(forms[at - 1 : at + 2]) != _CASUALTIES and tuple(forms[at - 2 : at + 1]) != _CASUALTIES:
            return ""
        if not any(put in form for form in forms[max(0, at - _PUT_WITHIN) : at] for put in _PUT):
            return ""
        hit = {*self.draft.targets} - {*NOBODY}
        return hit.pop() if len(hit) == 1 else ""

    def _of_peacekeepers(self) -> str:
        """`تعرضت البعثة الأممية لهجوم أدى إلى مقتل ثلاثة جنود`: where the United Nations alone were hit, the soldiers are theirs."""
        hit = {*self.draft.targets} - {*NOBODY}
        people = self.people
        if hit != {_UN} or people is None or not people.bears_arms or self.harm.kind == "captured":
            return ""
        is_anothers = people.party is not None and people.party.by != "nation" and people.party.party != _UN
        return "" if is_anothers or self.doer == _UN else _UN

    def _of_losers(self) -> str:
        """`خسر الجيش 15 جنديا`, `القوات قتلت مدنيا وخسرت ثلاثة جنود`: who lost them is the subject of the verb; "" of others."""
        harm, people, found = self.harm, self.people, self.draft.found
        lost = next((t for t in self.draft.triggers if t.first <= harm.at < t.last), None)
        if people is None or harm.kind != "killed" or lost is None or lost.effect is None:
            return ""
        if people.first < lost.last:
            return ""
        if not (lost.effect.entry.value == "missing" or "losing" in lost.effect.entry.traits):
            return ""
        begin, _ = found.words.sentences[lost.sentence]
        behind = found.parties_in(lost.last, people.first)
        before = found.parties_in(max(begin, lost.first - _LOSER_WITHIN), lost.first)
        loser = behind[0] if behind else before[-1] if before else None
        return loser.party if loser is not None and loser.party not in NOBODY else ""

    def _is_exchanged(self) -> bool:
        """Whether they are captives whom two sides freed: `تبادل الطرفان 40 أسيرا`."""
        freed = self.harm.kind == "released" and len(self.draft.actors) > 1
        people = self.people
        return (
            freed and people is not None and people.noun == _CAPTIVE and not (people.party or people.theirs)
        )

    def _is_kin(self) -> bool:
        """Whether they are told of as somebody's family: اعتقلت والده وشقيقيه."""
        return self.people is not None and self.people.noun in {"people.relative", "people.kin"}

    def _is_mixed(self) -> bool:
        """Whether some of a group are told to be civilians, or men under arms, and so not all of it is."""
        parts = parts_of(self.draft, self.harm) if self.sort == "plain" else []
        return any(
            part.of is None
            and sort_of(self.draft, part) != "plain"
            and not are_family(self.draft, part)
            and not is_at_trade(part)
            for part in parts
        )


def _is_state(party: str) -> bool:
    entry = load_parties().get(party)
    return entry is not None and entry.side == "state"


def _has_only_acted(draft: Draft, party: str) -> bool:
    """Whether a party did what was told before a toll and suffered nothing in it."""
    acted, suffered = draft.tally(party)
    return acted > 0 and not suffered


def _likeliest(draft: Draft) -> str:
    """The party that is likeliest to have suffered; "" where none is named."""
    aside = {*NOBODY, *draft.actors}
    scores = {p: x for (role, p), x in draft.weighed.items() if role == "target" and p not in aside}
    return max(scores, key=lambda p: scores[p], default="")


def _before(draft: Draft) -> list[Draft]:
    """The drafts told just before, the nearest first."""
    found: list[Draft] = []
    before = draft.before
    while before is not None and len(found) < _DRAFTS_BACK:
        found.append(before)
        before = before.before
    return found
