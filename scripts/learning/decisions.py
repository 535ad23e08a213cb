"""Learn all decisions, in the order in which reading takes them."""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import Any

from learning.answers import (
    add_date,
    add_effects,
    add_slots,
    add_tellings,
    gate_examples,
    group_examples,
    guess,
)
from learning.documents import Document, Silent, fold_of
from learning.fitting import Examples, fit, fit_ranking
from learning.matching import align
from tawatur.claim import decide
from tawatur.claim.draft import Draft
from tawatur.claim.gate import gate_features
from tawatur.claim.group import group_triggers
from tawatur.claim.keep import keep_features
from tawatur.claim.model import Model
from tawatur.claim.models import Models
from tawatur.claim.news import find_news
from tawatur.claim.reader import Finders
from tawatur.claim.tellings import find_tellings
from tawatur.claim.types import suggest_type, type_choices

PARTS = 3  # of the training reports, when one is to be read by models learned on the others
_FITS = {
    "type": fit_ranking, "actor": fit, "target": fit,
    "place": fit_ranking, "date": fit_ranking, "source": fit_ranking,
}  # fmt: skip
_BEFORE_EFFECTS = ("type", "actor", "target", "place", "source")


def learn(documents: list[Document], silent: list[Silent], finders: Finders) -> Models:
    """All decisions, in the order in which reading takes them."""
    gate = fit("gate", gate_examples(documents, silent))
    models, examples = _learn_slots(documents, gate)
    filled = [(d, decide.fill_drafts(d.found, Models(**models))) for d in documents]
    _learn_claims(filled, silent, finders, models, examples)
    for name, rows in examples.items():
        print(f"  {name}: {len(rows.answers)} examples", file=sys.stderr)
    return Models(**models)


def _learn_slots(documents: list[Document], gate: Model) -> tuple[dict[str, Any], dict[str, Examples]]:
    group = fit("group", group_examples([d for d in documents if d.is_gold]))
    drafted: list[tuple[Document, list[Draft], dict[int, int]]] = []
    for document in documents:
        drafts: list[Draft] = []
        for indexes in group_triggers(document.found, group):
            drafts.append(Draft(document.found, indexes, drafts[-1] if drafts else None))
        drafted.append((document, drafts, align(drafts, document.gold)))
    parts: list[dict[str, Examples]] = [defaultdict(Examples) for _ in range(PARTS)]
    for document, drafts, pairs in drafted:
        for i, draft in enumerate(drafts):
            gold_type = document.gold[pairs[i]]["type"] if i in pairs else ""
            draft.type = gold_type or suggest_type(draft)
            if gold_type:
                part = parts[fold_of(document.row["id"], PARTS)]
                choices = type_choices(draft)
                part["type"].ask([(list(choices.features(t)), t == gold_type) for t in choices.votes])
    models: dict[str, Any] = {"gate": gate, "group": group, "type": fit_ranking("type", _join(parts, "type"))}
    for document, drafts, pairs in drafted:
        for i, draft in enumerate(drafts):
            if i not in pairs:
                choices = type_choices(draft)
                draft.type = models["type"].choose(choices.votes, choices.shared)
            if i in pairs:
                part = parts[fold_of(document.row["id"], PARTS)]
                add_slots(draft, document.gold[pairs[i]], part)
                add_date(draft, document.gold[pairs[i]], part["date"] if document.is_gold else Examples())
            else:
                guess(draft)
    examples = defaultdict(Examples, {name: _join(parts, name) for name in _FITS})
    models |= {name: fit_(name, examples[name]) for name, fit_ in _FITS.items() if name != "type"}
    # In their place until they are learned.
    models |= dict.fromkeys(("harm", "who", "keep", "again"), models["target"])
    _learn_effects(drafted, parts, models, examples)
    return models, examples


def _learn_claims(
    filled: list[tuple[Document, list[Draft]]],
    silent: list[Silent],
    finders: Finders,
    models: dict[str, Any],
    examples: dict[str, Examples],
) -> None:
    """Learn which drafts tell the same and which are claims, the latter beside tellings found by strangers to the report."""
    parts: list[dict[str, Examples]] = [defaultdict(Examples) for _ in range(PARTS)]
    for document, drafts in filled:
        find_news(drafts)
        add_tellings(document, drafts, parts[fold_of(document.row["id"], PARTS)]["again"])
    examples["again"] = _join(parts, "again")
    models["again"] = fit_ranking("again", examples["again"])
    strangers = [fit_ranking("again", _join(parts[:k] + parts[k + 1 :], "again")) for k in range(PARTS)]
    for document, drafts in filled:
        pairs = align(drafts, document.gold)
        find_tellings(drafts, strangers[fold_of(document.row["id"], PARTS)])
        kept = examples["keep" if document.is_gold else "keep beside"]
        for i, draft in enumerate(drafts):
            kept.add(keep_features(draft), answer=i in pairs)
    for article in silent:
        if models["gate"].says_yes(gate_features(article.hits, article.words)):
            found = finders.find(article.words, article.hits, article.published, article.outlet)
            for draft in decide.read_drafts(found, Models(**models)):
                examples["keep"].add(keep_features(draft), answer=False)
    # What is annotated by one reader differs in what he holds to be a claim: alike, such examples make reading worse
    # (slots 0.588 -> 0.573, held out), beside gold they make it better (claims 0.740 -> 0.744).
    models["keep"] = fit(
        "keep", examples["keep"], examples["keep beside"] if examples["keep beside"].answers else None
    )


def _learn_effects(
    drafted: list[tuple[Document, list[Draft], dict[int, int]]],
    parts: list[dict[str, Examples]],
    models: dict[str, Any],
    examples: dict[str, Examples],
) -> None:
    """Learn effects from drafts as they are read, by models that have not seen the report, not from the right slots.

    Whose the harmed were hangs on who was read as the target; taught with the right targets, the decision trusts
    them more than those that are read deserve (effects 0.615 with the right ones, 0.628 so).
    """
    examples |= {"harm": Examples(), "who": Examples()}
    for k in range(PARTS):
        others = parts[:k] + parts[k + 1 :]
        strangers = Models(
            **models | {name: _FITS[name](name, _join(others, name)) for name in _BEFORE_EFFECTS}
        )
        for document, drafts, pairs in drafted:
            if fold_of(document.row["id"], PARTS) != k:
                continue
            for i, draft in enumerate(drafts):
                draft.actors = draft.targets = ()
                decide.decide_type(draft, strangers)
                decide.decide_roles(draft, strangers)
                decide.decide_place(draft, strangers)
                decide.decide_source(draft, strangers)
                if i in pairs:
                    add_effects(draft, document.gold[pairs[i]], examples)
    models["harm"] = fit("harm", examples["harm"])
    models["who"] = fit_ranking("who", examples["who"])


def _join(parts: list[dict[str, Examples]], name: str) -> Examples:
    joined = Examples()
    for part in parts:
        before = len(joined.answers)
        joined.features += part[name].features
        joined.answers += part[name].answers
        joined.questions += [(first + before, last + before) for first, last in part[name].questions]
    return joined
