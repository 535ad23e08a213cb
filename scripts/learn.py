"""Learn the weights of reading claims from reports with gold claims, and write them to `data/weights`.

    python scripts/learn.py GOLD [--corpus ARTICLES] [--folds N] [--write]

GOLD is a folder of documents in the claim format. ARTICLES (.jsonl.gz, by category) are news of which those on sport,
culture, economy and technology teach silence, and those that `annotations/` has the claims of teach slots. With `--folds` the documents are split (by a hash of their
identifiers, so that the split is the same everywhere), each part is read with weights learned on the others, and
the predictions are written to a file, to be scored: the figure that tells what weights learned here are worth on
reports they have not seen. Needs scikit-learn (`pip install tawatur[learn]`).
"""

from __future__ import annotations

import argparse
import datetime as dt
import gzip
import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tawatur.claim import decide
from tawatur.claim.build import build_claim_fields
from tawatur.claim.dates import date_choices
from tawatur.claim.draft import Draft
from tawatur.claim.effects import harm_features
from tawatur.claim.found import Found
from tawatur.claim.gate import gate_features, has_trigger
from tawatur.claim.group import candidates_before, group_triggers, pair_features
from tawatur.claim.keep import keep_features
from tawatur.claim.model import Feature, Model, spell
from tawatur.claim.models import Models
from tawatur.claim.places import place_choices
from tawatur.claim.reader import Finders
from tawatur.claim.roles import role_candidates, role_features, target_features
from tawatur.claim.sources import source_choices
from tawatur.claim.twins import find_news, find_twins, twin_features, twin_pairs
from tawatur.claim.types import suggest_type, type_choices
from tawatur.claim.whose import by_firmness, whose_choices
from tawatur.find.published import settle_published
from tawatur.gazetteer.distance import km_between
from tawatur.lexicon.match import Hit
from tawatur.score.spelling import is_one_name, party
from tawatur.segment.words import Words

Row = dict[str, Any]
WEIGHTS = Path(__file__).parent.parent / "src" / "tawatur" / "data" / "weights"
SMALLEST = 0.02  # weights nearer to nought are left out

STRENGTH = {  # inverse of the regularisation, by decision; chosen by cross-validation on the training reports
    "gate": 0.3, "group": 0.04, "type": 0.3, "actor": 0.3, "target": 0.3, "place": 0.3, "date": 0.3, "source": 0.3,
    "harm": 0.3, "who": 0.15, "twin": 1.0, "keep": 0.012,
}  # fmt: skip


# Log-odds added to a decision: F1 of claims over the folds peaks where more drafts are kept than are likelier
# right than wrong (claims 0.700, 0.714, 0.716, 0.704 at 0.3, 0.6, 0.9, 1.2).
# Groups likewise: words that belong together are oftener kept apart than the other way round (claims 0.697 and
# 0.714, effects 0.516 and 0.525 at 0 and 0.5; more brings nothing).
# Actors a little: they are oftener left unsaid than wrongly named (on the examples 0.617 and 0.636 at 0 and 0.05; with 0.13 groups that are called alike are read alike).
# The gate as far as one in fifty articles on sport, culture, economy and technology yields a claim (29 of 1,563; 37 at 2.5).
LEAN = {"keep": 0.8, "gate": 1.5, "group": 0.5, "actor": 0.13}


class Document(NamedTuple):
    row: Row
    found: Found
    gold: list[Row]  # claims with `words`: the run of words their quote touches
    is_gold: (
        bool  # else annotated by us alone, by one reader: teaches slots but not days, nor what makes a claim
    )


class Silent(NamedTuple):
    """An article that holds no claim."""

    words: Words
    hits: list[Hit]
    published: dt.date
    outlet: str


def load_documents(folder: Path, finders: Finders) -> list[Document]:
    rows = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    return [_prepare(row, finders, is_gold=True) for row in rows if row["text"].strip()]


ANNOTATIONS = Path(__file__).resolve().parent.parent / "annotations" / "news-2018.jsonl"


def load_annotated(articles: Path, finders: Finders) -> list[Document]:
    """The articles that `annotations/` tells the claims of, by spans of their texts, which are not ours to ship."""
    with ANNOTATIONS.open(encoding="utf-8") as lines:
        annotated = {row["id"]: row["claims"] for row in map(json.loads, lines)}
    documents = []
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for article in map(json.loads, lines):
            claims = annotated.get(article["id"])
            if claims is None:
                continue
            text = article["text"]
            row = {
                "id": article["id"],
                "text": text,
                "content": [0, len(text)],
                "published": article["published"][:10],
                "outlet": article["outlet"],
                "claims": [{**c, "quote": text[c["span"][0] : c["span"][1]]} for c in claims],
            }
            documents.append(_prepare(row, finders, is_gold=False))
    return documents


def _prepare(row: Row, finders: Finders, *, is_gold: bool) -> Document:
    start, end = row["content"]
    text = row["text"][start:end]
    words = Words(text)
    published = dt.date.fromisoformat(row["published"]) if row["published"] else None
    if published is None:
        settled = settle_published(Words(row["text"]), row.get("url"))
        published = settled[0] if settled else None
    found = finders.find(words, finders.matcher.find(words), published, row["outlet"], row.get("url"))
    gold = []
    for claim in row["claims"]:
        at = text.find(claim["quote"])
        if at >= 0:
            gold.append({**claim, "words": _touching(words, at, at + len(claim["quote"]))})
    return Document(row, found, gold, is_gold)


SILENT = frozenset({"sport", "culture", "economy", "technology"})


def load_silent(path: Path, finders: Finders, half: int) -> list[Silent]:
    """Articles on what is not conflict, of one half of a corpus: the other half tells what the gate is worth."""
    articles = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["category"] not in SILENT or fold_of(str(row["id"]), 2) != half:
                continue
            words = Words(row["text"])
            hits = finders.matcher.find(words)
            if has_trigger(hits):
                articles.append(
                    Silent(words, hits, dt.date.fromisoformat(row["published"][:10]), row["outlet"])
                )
    return articles


def _touching(words: Words, start: int, end: int) -> tuple[int, int]:
    inside = [i for i in range(len(words)) if words.starts[i] < end and words.ends[i] > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


class Examples:
    """Features with their answers, for one decision."""

    def __init__(self) -> None:
        self.features: list[list[str]] = []
        self.answers: list[Any] = []
        self.questions: list[tuple[int, int]] = []  # runs of rows that are candidates for one answer

    def ask(self, candidates: Sequence[tuple[Sequence[Feature], bool]]) -> None:
        first = len(self.answers)
        for features, answer in candidates:
            self.add(features, answer=answer)
        self.questions.append((first, len(self.answers)))

    def add(self, features: Iterable[Feature], *, answer: bool) -> None:
        self.features.append(spell(features))
        self.answers.append(answer)


SELDOM = 2  # features seen in fewer examples teach nothing that lasts


def _to_matrix(rows: list[list[str]]) -> tuple[list[str], csr_matrix]:
    seen = Counter(f for row in rows for f in set(row))
    names = sorted(f for f, n in seen.items() if n >= SELDOM)
    index = {f: i for i, f in enumerate(names)}
    columns = [sorted({index[f] for f in row if f in index}) for row in rows]
    ends = np.cumsum([0, *(len(c) for c in columns)]).astype(np.int32)
    flat = np.array([i for c in columns for i in c], dtype=np.int32)
    return names, csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(names)))


_OF_GOLD = "gold|"


def fit(name: str, examples: Examples, beside: Examples | None = None) -> Model:
    """Weights that tell yes from no.

    `beside` are examples of which other readers hold something else to be right: what both share is learned from both, and
    how gold differs from gold alone, by a second copy of every feature that only gold has.
    """
    if len(set(examples.answers)) < 2:  # nothing to tell apart
        return Model(name, 1.0 if examples.answers and examples.answers[0] else -1.0, {})
    rows, answers = examples.features, examples.answers
    if beside is not None:
        rows = [[*row, *(_OF_GOLD + feature for feature in row)] for row in rows] + beside.features
        answers = answers + beside.answers
    names, matrix = _to_matrix(rows)
    learner = LogisticRegression(C=STRENGTH[name], solver="liblinear", max_iter=400, random_state=0)
    learner.fit(matrix, [int(a) for a in answers])
    summed: defaultdict[str, float] = defaultdict(float)
    for feature, weight in zip(names, learner.coef_[0], strict=True):
        summed[feature.removeprefix(_OF_GOLD)] += float(weight)
    weights = {feature: round(weight, 3) for feature, weight in summed.items() if abs(weight) >= SMALLEST}
    return Model(name, round(float(learner.intercept_[0]) + LEAN.get(name, 0.0), 3), weights)


def fit_ranking(name: str, examples: Examples) -> Model:
    """Weights under which the right candidates of each question outweigh the others: a softmax over each question.

    Better than yes-or-no answers one by one, since what counts is only which candidate weighs most.
    """
    questions = [q for q in examples.questions if any(examples.answers[q[0] : q[1]])]
    rows = [i for first, last in questions for i in range(first, last)]
    names, matrix = _to_matrix([examples.features[i] for i in rows])
    right = np.array([bool(examples.answers[i]) for i in rows])
    starts = np.cumsum([0, *(last - first for first, last in questions)])[:-1]
    of = np.repeat(np.arange(len(questions)), [last - first for first, last in questions])
    keep = 1.0 / STRENGTH[name]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        scores -= np.maximum.reduceat(scores, starts)[of]
        grown = np.exp(scores)
        all_ = np.add.reduceat(grown, starts)
        good = np.add.reduceat(grown * right, starts)
        gradient = matrix.T @ (grown / all_[of] - grown * right / good[of])
        value = float(np.sum(np.log(all_ / good)) + 0.5 * keep * (weights @ weights))
        return value, gradient + keep * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    weights = {n: round(float(w), 3) for n, w in zip(names, found.x, strict=True) if abs(w) >= SMALLEST}
    return Model(name, 0.0, weights)


PARTS = 3  # of the training reports, when one is to be read by models learned on the others
_FITS = {
    "type": fit_ranking, "actor": fit, "target": fit,
    "place": fit_ranking, "date": fit_ranking, "source": fit_ranking,
}  # fmt: skip
_BEFORE_EFFECTS = ("type", "actor", "target", "place", "source")


def align(drafts: list[Draft], gold: list[Row]) -> dict[int, int]:
    """Index of draft → index of the gold claim it tells, best pairs first."""
    ranked = []
    for i, draft in enumerate(drafts):
        for j, claim in enumerate(gold):
            if (likeness := _likeness(draft, claim)) >= 0.35:
                ranked.append((likeness, -i, -j))
    pairs: dict[int, int] = {}
    taken = set()
    for _, i, j in sorted(ranked, reverse=True):
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


_NEAR = [
    {"airstrike", "drone_strike", "shelling", "chemical_attack"},
    {"bombing", "suicide_attack", "landmine", "other"},
    {"armed_clash", "territory_change", "suicide_attack", "bombing"},
    {"killing", "execution", "shelling", "armed_clash"},
    {"abduction", "arrest", "surrender", "release"},
    {"negotiation", "release", "surrender"},
    {"toll", "armed_clash", "airstrike", "shelling", "killing"},
]


def _likeness(draft: Draft, claim: Row) -> float:
    first, last = claim["words"]
    inside = sum(first <= t.first < last for t in draft.triggers)
    if not inside:
        return 0.0
    type_ = draft.type or suggest_type(draft)
    same: bool = type_ == claim["type"]
    near = same or any(type_ in n and claim["type"] in n for n in _NEAR)
    cover = inside / len(draft.triggers)
    harms = {(h.kind, h.low, h.high) for h in draft.harms}
    effects = {(e["kind"], e["low"], e["high"]) for e in claim["effects"]}
    shared = 2 * len(harms & effects) / (len(harms) + len(effects)) if harms or effects else 0.5
    return float(0.3 * same + 0.1 * near + 0.35 * cover + 0.25 * shared)


def learn(documents: list[Document], silent: list[Silent], finders: Finders) -> Models:
    """All decisions, in the order in which reading takes them."""
    gate = fit("gate", _gate_examples(documents, silent))
    models, examples = _learn_slots(documents, gate)
    filled = [(d, decide.fill_drafts(d.found, Models(**models))) for d in documents]
    _learn_claims(filled, silent, finders, models, examples)
    for name, rows in examples.items():
        print(f"  {name}: {len(rows.answers)} examples", file=sys.stderr)
    return Models(**models)


def _learn_slots(documents: list[Document], gate: Model) -> tuple[dict[str, Any], dict[str, Examples]]:
    group = fit("group", _group_examples([d for d in documents if d.is_gold]))
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
                part["type"].ask([(choices.features(t), t == gold_type) for t in choices.votes])
    models: dict[str, Any] = {"gate": gate, "group": group, "type": fit_ranking("type", _join(parts, "type"))}
    for document, drafts, pairs in drafted:
        for i, draft in enumerate(drafts):
            if i not in pairs:
                choices = type_choices(draft)
                draft.type = models["type"].choose(choices.votes, choices.shared)
            if i in pairs:
                part = parts[fold_of(document.row["id"], PARTS)]
                _add_slots(draft, document.gold[pairs[i]], part)
                _add_date(draft, document.gold[pairs[i]], part["date"] if document.is_gold else Examples())
            else:
                _guess(draft)
    examples = defaultdict(Examples, {name: _join(parts, name) for name in _FITS})
    models |= {name: fit_(name, examples[name]) for name, fit_ in _FITS.items() if name != "type"}
    # In their place until they are learned.
    models |= dict.fromkeys(("harm", "who", "keep", "twin"), models["target"])
    _learn_effects(drafted, parts, models, examples)
    return models, examples


def _learn_claims(
    filled: list[tuple[Document, list[Draft]]],
    silent: list[Silent],
    finders: Finders,
    models: dict[str, Any],
    examples: dict[str, Examples],
) -> None:
    """Learn which drafts tell the same and which are claims, the latter beside twins scored by strangers to the report."""
    parts: list[dict[str, Examples]] = [defaultdict(Examples) for _ in range(PARTS)]
    for document, drafts in filled:
        if (
            not document.is_gold
        ):  # one reader's annotations tell of repetition otherwise (claims 0.740, 0.737 with them)
            continue
        pairs = align(drafts, document.gold)
        asked = parts[fold_of(document.row["id"], PARTS)]["twin"]
        for i, j in twin_pairs(drafts):
            if i in pairs and j in pairs:
                asked.add(twin_features(drafts[i], drafts[j]), answer=False)
            elif (i in pairs or j in pairs) and tells_the_same(drafts[i], drafts[j]):
                asked.add(twin_features(drafts[i], drafts[j]), answer=True)
    examples["twin"] = _join(parts, "twin")
    models["twin"] = fit("twin", examples["twin"])
    strangers = [fit("twin", _join(parts[:k] + parts[k + 1 :], "twin")) for k in range(PARTS)]
    for document, drafts in filled:
        pairs = align(drafts, document.gold)
        find_twins(drafts, strangers[fold_of(document.row["id"], PARTS)])
        find_news(drafts)
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
                    _add_effects(draft, document.gold[pairs[i]], examples)
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


def tells_the_same(a: Draft, b: Draft) -> bool:
    """Whether a draft of no gold claim repeats one that is: it shares a count, or type, place and words with it.

    What shares less may as well be no claim at all, and teaches nothing of repetition.
    """
    counts = [{(h.kind, h.low, h.high) for h, _ in d.effects if h.low is not None} for d in (a, b)]
    if counts[0] & counts[1]:
        return True
    same_place = a.place is b.place or (
        a.place is not None and b.place is not None and a.place.name == b.place.name
    )
    return (
        a.type == b.type
        and same_place
        and (a.main.id == b.main.id or a.first < a.found.title_end or b.main.definite)
    )


def _guess(draft: Draft) -> None:
    """A draft of no gold claim still stands before others: give it what the plainest reading would.

    Days are handed on from draft to draft in reading, also through what is no claim, and so they are here: days
    are right 0.711 of the time without, 0.718 so.
    """
    inside = [d for d in draft.found.dates_in(*draft.around) if d.days]
    if inside:
        draft.days, draft.days_by = inside[0].days, "mention"
    elif draft.before is not None:
        draft.days, draft.days_by = draft.before.days, "before"


def _gate_examples(documents: list[Document], silent: list[Silent]) -> Examples:
    examples = Examples()
    for document in documents:
        if has_trigger(document.found.hits):
            examples.add(gate_features(document.found.hits, document.found.words), answer=bool(document.gold))
    for article in silent:
        examples.add(gate_features(article.hits, article.words), answer=False)
    return examples


def _group_examples(documents: list[Document]) -> Examples:
    examples = Examples()
    for document in documents:
        owner = _owners(document)
        for n in range(len(document.found.triggers)):
            for m in candidates_before(document.found, n):
                if owner[m] or owner[n]:
                    examples.add(pair_features(document.found, m, n), answer=bool(owner[m] & owner[n]))
    return examples


def _owners(document: Document) -> list[frozenset[int]]:
    """For each trigger, the gold claims whose quote is the shortest around it."""
    owners = []
    for trigger in document.found.triggers:
        around = [
            (c["words"][1] - c["words"][0], j)
            for j, c in enumerate(document.gold)
            if c["words"][0] <= trigger.first < c["words"][1]
        ]
        shortest = min(around, default=(0, 0))[0]
        owners.append(frozenset(j for length, j in around if length <= shortest + 2))
    return owners


def _add_slots(draft: Draft, claim: Row, examples: dict[str, Examples]) -> None:
    if claim["type"] != "toll":
        actors = {party(a) for a in claim["actors"]}
        targets = {party(a) for a in claim["targets"]}
        weighed = [(c, role_features(draft, c)) for c in role_candidates(draft)]
        for candidate, features in weighed:
            examples["actor"].add(features, answer=party(candidate.party) in actors)
        draft.actors = tuple(claim["actors"])
        for candidate, features in weighed:
            told = [*features, *target_features(draft, candidate)]
            examples["target"].add(told, answer=party(candidate.party) in targets)
        draft.targets = tuple(claim["targets"])
    _add_place(draft, claim, examples["place"])
    _add_source(draft, claim, examples["source"])


def _add_effects(draft: Draft, claim: Row, examples: dict[str, Examples]) -> None:
    for harm in by_firmness(draft):
        same = [
            e for e in claim["effects"]
            if e["kind"] == harm.kind and e.get("of") == harm.of and (e["low"], e["high"]) == (harm.low, harm.high)
        ]  # fmt: skip
        examples["harm"].add(harm_features(draft, harm), answer=bool(same))
        if same:
            who = same[0]["who"] or "unknown"
            examples["who"].ask(
                [(c.features, party(c.who) == party(who)) for c in whose_choices(draft, harm)]
            )
            draft.whose.append(who)
            draft.effects.append((harm, who))


def _add_place(draft: Draft, claim: Row, examples: Examples) -> None:
    choices = place_choices(draft)
    gold = claim["place"]
    right = [c for c in choices if (place_agrees(gold, c.mention.as_row()) if c.mention else gold is None)]
    examples.ask([(c.features, c in right) for c in choices])
    best = next((c for c in right if c.mention), None)
    draft.place = best.mention if best else None


def _add_date(draft: Draft, claim: Row, examples: Examples) -> None:
    gold = tuple(claim["date"]) if claim["date"] else None
    answers = []
    for choice in date_choices(draft):
        days = (choice.days.first.isoformat(), choice.days.last.isoformat()) if choice.days else None
        answers.append((choice.features, days == gold))
        if days == gold:
            draft.days_by = choice.by
    examples.ask(answers)
    if gold:
        from tawatur.records.claim import DayRange  # noqa: PLC0415

        draft.days = DayRange(dt.date.fromisoformat(gold[0]), dt.date.fromisoformat(gold[1]))


def place_agrees(gold: Row | None, predicted: Row | None) -> bool:
    """As the score has it: the same name, one within the other, or 5 km apart at most."""
    if not gold or not predicted:
        return False
    if is_one_name(gold["name"], predicted["name"]):
        return True
    here, there = ((row.get("lat"), row.get("lon")) for row in (gold, predicted))
    return None not in {*here, *there} and km_between(here, there) <= 5  # type: ignore[arg-type]


def same_source(a: str, b: str) -> bool:
    p, q = party(a), party(b)
    if p == q:
        return True
    return (
        ":" in p
        and ":" in q
        and p.split(":")[0] == q.split(":")[0]
        and is_one_name(p.split(":", 1)[1], q.split(":", 1)[1])
    )


def _add_source(draft: Draft, claim: Row, examples: Examples) -> None:
    gold = claim["source"] or "outlet"
    examples.ask([(c.features, same_source(c.source, gold)) for c in source_choices(draft)])
    draft.source = claim["source"] or "outlet"


def predict(document: Document, models: Models) -> Row:
    found = document.found
    drafts: list[Draft] = []
    if has_trigger(found.hits) and models.gate.says_yes(gate_features(found.hits, found.words)):
        drafts = decide.read_drafts(found, models)
    claims = [build_claim_fields(d) for d in decide.choose_claims(drafts, models)]
    start = document.row["content"][0]
    for claim in claims:
        claim["span"] = [claim["span"][0] + start, claim["span"][1] + start]
        claim["quote"] = document.row["text"][claim["span"][0] : claim["span"][1]]
    return {"id": document.row["id"], "content": document.row["content"], "claims": claims}


def fold_of(identifier: str, folds: int) -> int:
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % folds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", type=Path, help="articles by category (.jsonl.gz), to learn more from")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--predictions", type=Path, default=Path("predictions.jsonl"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    finders = Finders.load()
    documents = load_documents(options.gold, finders)
    silent = load_silent(options.corpus, finders, 0) if options.corpus else []
    annotated = load_annotated(options.corpus, finders) if options.corpus else []
    if options.folds:
        rows = []
        for fold in range(options.folds):
            seen = [d for d in documents if fold_of(d.row["id"], options.folds) != fold]
            models = learn([*seen, *annotated], silent, finders)
            rows += [predict(d, models) for d in documents if fold_of(d.row["id"], options.folds) == fold]
        options.predictions.write_text(
            "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8"
        )
    if options.write:
        write(learn([*documents, *annotated], silent, finders))


def write(models: Models) -> None:
    WEIGHTS.mkdir(parents=True, exist_ok=True)
    for name, model in models._asdict().items():
        row = {"bias": model.bias, "weights": dict(sorted(model.weights.items()))}
        text = json.dumps(row, ensure_ascii=False, indent=0, sort_keys=True)
        (WEIGHTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")
    counts = Counter({name: len(m.weights) for name, m in models._asdict().items()})
    print(f"wrote {dict(counts)} weights", file=sys.stderr)


if __name__ == "__main__":
    main()
