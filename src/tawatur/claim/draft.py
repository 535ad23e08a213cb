"""A draft of a claim: the triggers of one happening, what stands around them, and the slots as they are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tawatur.claim.found import Found
    from tawatur.claim.model import Feature, Model
    from tawatur.claim.placed import Placed
    from tawatur.claim.triggers import Trigger
    from tawatur.find.attribution import Attribution
    from tawatur.find.dates import DateMention
    from tawatur.find.harm import Harm
    from tawatur.lexicon.match import Hit
    from tawatur.records.claim import DayRange

_AROUND_BEFORE = 8  # words before the first trigger that still belong to its clause
_AROUND_AFTER = 14
_FAR_BACK = 60  # drafts to look back over for what a party did


class Draft:
    """Triggers of one happening and their surroundings; slots are empty until a decision fills them."""

    __slots__ = (
        "actors",
        "again",
        "around",
        "attribution",
        "before",
        "date_mention",
        "days",
        "days_by",
        "denied",
        "effects",
        "first",
        "found",
        "grounds",
        "happening",
        "harms",
        "is_fullest",
        "last",
        "listed",
        "main",
        "news",
        "number",
        "parties_inside",
        "place",
        "quote",
        "sentences",
        "source",
        "targets",
        "tellings",
        "triggers",
        "type",
        "undone",
        "weighed",
        "whose",
    )

    def __init__(self, found: Found, indexes: list[int], before: Draft | None) -> None:
        self.found = found
        self.triggers: list[Trigger] = [found.triggers[n] for n in indexes]
        self.first = self.triggers[0].first
        self.last = self.triggers[-1].last
        # The list of which it tells one item.
        self.listed = (
            next((found.lists[n] for n in indexes if n in found.lists), None) if found.lists else None
        )
        self.main = _main(self.triggers)
        self.sentences = sorted({t.sentence for t in self.triggers})
        self.harms: list[Harm] = [h for t in self.triggers for h in found.harms_in(t.first, t.last)]
        self.around = self._around()
        # How many parties its sentences name.
        self.parties_inside = len({m.party for m in found.parties_in(*self.sentence_span())})
        self.before = before
        self.number: int = before.number + 1 if before is not None else 0
        self.type = ""
        self.actors: tuple[str, ...] = ()
        self.targets: tuple[str, ...] = ()
        self.weighed: dict[tuple[str, str], float] = {}  # log-odds of each role for each party named
        self.place: Placed | None = None
        self.days: DayRange | None = None
        self.days_by = "none"
        self.date_mention: DateMention | None = None
        self.source = "outlet"
        self.attribution: Attribution | None = None
        self.denied = False
        self.undone = False  # said not to have been: it harmed nobody
        self.quote: tuple[int, int] | None = (
            None  # the words that state it, where other words than its own do
        )
        self.effects: list[tuple[Harm, str]] = []
        self.whose: list[str] = []
        self.news: tuple[str, ...] = ()  # what it says that none before it did; see claim.news
        self.again = (
            -9.0
        )  # log-odds that it tells again what an earlier one did, against telling something new
        self.happening = self.number  # the number of the first draft that tells it
        self.tellings = 1  # how many drafts tell it
        self.is_fullest = True  # of those the one that says most, of equals the first
        self.grounds: dict[str, tuple[Model, Iterable[Feature]]] = {}  # what each decision rested on

    @property
    def place_inside(self) -> bool:
        return self.place is not None and self.around[0] <= self.place.first < self.around[1]

    @property
    def fullness(self) -> int:
        """How much it says, for telling the fullest of several tellings."""
        counted = sum(1 for harm, _ in self.effects if harm.low is not None)
        return (
            2 * counted
            + len(self.effects)
            + bool(self.actors)
            + bool(self.targets)
            + 2 * self.place_inside
            + (self.days_by == "mention")
        )

    def reason(self, decision: str) -> str:
        """Which features weighed most in a decision; "" where none was taken."""
        if decision not in self.grounds:
            return ""
        model, features = self.grounds[decision]
        return model.explain(features)

    def tally(self, party: str) -> tuple[int, int]:
        """In how many of the claims before a party acted and suffered, three at most."""
        acted = suffered = 0
        before = self.before
        while before is not None and (acted < 3 or suffered < 3) and self.number - before.number <= _FAR_BACK:
            acted += party in before.actors
            suffered += party in before.targets
            before = before.before
        return min(acted, 3), min(suffered, 3)

    def _around(self) -> tuple[int, int]:
        """The words that most likely speak of this happening: its clause, not past a neighbour's trigger."""
        words = self.found.words
        begin = words.sentences[self.sentences[0]][0]
        end = words.sentences[self.sentences[-1]][1]
        before = [t.last for t in self.found.triggers_in(begin, self.first)]
        after = [t.first for t in self.found.triggers_in(self.last, end)]
        first = max(begin, self.first - _AROUND_BEFORE, before[-1] if before else 0)
        last = min(end, self.last + _AROUND_AFTER, after[0] if after else end)
        return min(first, self.first), max(last, self.last)

    def hits(self, layer: str) -> list[Hit]:
        """Lexicon hits of one layer in the words around."""
        first, last = self.around
        return self.found.hits_in(layer, first, last)

    def sentence_span(self) -> tuple[int, int]:
        words = self.found.words
        return words.sentences[self.sentences[0]][0], words.sentences[self.sentences[-1]][1]


def _main(triggers: list[Trigger]) -> Trigger:
    """The trigger that names the happening: the first act that can stand alone, else an act, else the harm."""
    acts = [t for t in triggers if t.act]
    strong = [t for t in acts if "weak" not in t.traits]
    return (strong or acts or triggers)[0]
