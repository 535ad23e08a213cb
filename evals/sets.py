"""The sets of reports that quality is measured on, and one measurement of each.

`examples` ships with the project. `dev` lies beside the checkout where its developers have it;
its publishers' texts are measured on and never shown.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from tawatur.run.build import build_case
from tawatur.run.case import open_case
from tawatur.run.export import export_case
from tawatur.score import Scores, load_documents, score
from tawatur.score.documents import ScoredDocument

ROOT = Path(__file__).resolve().parent.parent
_SHARED = ROOT.parent / "shared" / "eval"


@dataclass(frozen=True, slots=True)
class EvalSet:
    """Reports as a user would have them, and what should be read in them."""

    name: str
    reports: Path
    gold: Path

    @property
    def is_here(self) -> bool:
        return self.reports.exists() and self.gold.is_dir()


SETS = (
    EvalSet("examples", ROOT / "examples" / "reports", ROOT / "examples" / "gold"),
    EvalSet("dev", _SHARED / "dev-reports.jsonl", _SHARED / "dev"),
)


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was read in a set, held against its gold."""

    set: EvalSet
    gold: dict[str, ScoredDocument]
    predicted: dict[str, ScoredDocument]
    scores: Scores

    @property
    def figures(self) -> dict[str, float]:
        """F1 by slot; for incidents, of pairs and B-cubed; `silence`: reports of nothing that stay empty."""
        found = {slot: row.f1 for slot, row in self.scores.figures.items()}
        if self.scores.links:
            found["pairs"] = self.scores.links.pairwise[2]
            found["b_cubed"] = self.scores.links.b_cubed[2]
        empty = [key for key, document in self.gold.items() if not document.claims]
        if empty:
            kept = sum(key not in self.predicted or not self.predicted[key].claims for key in empty)
            found["silence"] = kept / len(empty)
        return found


def measure(chosen: EvalSet) -> Measurement:
    """Read a set into a case of its own, export its claims, and score them."""
    with tempfile.TemporaryDirectory(prefix="tawatur-eval-") as folder:
        case, claims = Path(folder) / "case", Path(folder) / "claims.jsonl"
        build_case([chosen.reports], case, home=Path(folder) / "home")
        with open_case(case) as opened:
            export_case(opened.store, "claims", claims)
        predicted = load_documents(claims)
    gold = load_documents(chosen.gold)
    predicted = {key: align_spans(document, gold.get(key)) for key, document in predicted.items()}
    return Measurement(chosen, gold, predicted, score(gold, predicted))


def align_spans(predicted: ScoredDocument, gold: ScoredDocument | None) -> ScoredDocument:
    """Forget spans that point into another text than gold's, as a page's may: its quotes are looked up."""
    if gold is None or predicted.text == gold.text:
        return predicted
    claims = tuple(msgspec.structs.replace(claim, span=None) for claim in predicted.claims or ())
    return msgspec.structs.replace(predicted, claims=claims, content=None)


def fingerprint_gold(chosen: EvalSet) -> str:
    """What the gold asserts, so that a change of its layout is none of its substance."""
    digest = hashlib.sha256()
    for document in read_gold(chosen):
        digest.update(json.dumps(document, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()[:16]


def read_gold(chosen: EvalSet) -> list[dict[str, Any]]:
    return [json.loads(file.read_bytes()) for file in sorted(chosen.gold.rglob("*.json"))]
