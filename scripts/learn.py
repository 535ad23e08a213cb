"""Learn the weights of reading claims from reports with gold claims, and write them to `data/weights`.

    python scripts/learn.py GOLD [--corpus ARTICLES] [--folds N] [--write]

GOLD is a folder of documents in the claim format; the invented reports of `annotations/` teach beside them. ARTICLES (.jsonl.gz, by
category) are news of which those on sport, culture, economy and technology teach silence, and those that `annotations/` has the claims of teach slots. With `--folds` the documents are split (by a hash of their
identifiers, so that the split is the same everywhere), each part is read with weights learned on the others, and
the predictions are written to a file, to be scored: the figure that tells what weights learned here are worth on
reports they have not seen. Needs scikit-learn (`pip install tawatur[learn]`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from learning.decisions import learn
from learning.documents import (
    Document,
    Row,
    fold_of,
    load_annotated,
    load_documents,
    load_invented,
    load_silent,
)

from tawatur.claim import decide
from tawatur.claim.build import build_claim_fields
from tawatur.claim.draft import Draft
from tawatur.claim.gate import gate_features, has_trigger
from tawatur.claim.models import Models
from tawatur.claim.reader import Finders

# Real reports with gold count for three beside ours: invented ones are written more plainly, and their days are told oftener.
WEIGHT_OF_GOLD = 3
WEIGHTS = Path(__file__).parent.parent / "src" / "tawatur" / "data" / "weights"


def predict(document: Document, models: Models) -> Row:
    found = document.found
    drafts: list[Draft] = []
    conflict = models.gate.score(gate_features(found.hits, found.words))
    if has_trigger(found.hits) and conflict > 0:
        drafts = decide.read_drafts(found, models)
    claims = [build_claim_fields(d) for d in decide.choose_claims(drafts, models, conflict)]
    start = document.row["content"][0]
    for claim in claims:
        claim["span"] = [claim["span"][0] + start, claim["span"][1] + start]
        claim["quote"] = document.row["text"][claim["span"][0] : claim["span"][1]]
    return {"id": document.row["id"], "content": document.row["content"], "claims": claims}


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
    ours = [*annotated, *load_invented(finders)]
    if options.folds:
        rows = []
        for fold in range(options.folds):
            seen = [d for d in documents if fold_of(d.row["id"], options.folds) != fold]
            models = learn([*seen * WEIGHT_OF_GOLD, *ours], silent, finders)
            rows += [predict(d, models) for d in documents if fold_of(d.row["id"], options.folds) == fold]
        options.predictions.write_text(
            "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8"
        )
    if options.write:
        write(learn([*documents * WEIGHT_OF_GOLD, *ours], silent, finders))


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
