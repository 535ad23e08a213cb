"""What is learned from: reports with gold claims, articles annotated by us, articles that hold no claim."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from tawatur.claim.found import Found
from tawatur.claim.gate import has_trigger
from tawatur.claim.reader import Finders
from tawatur.find.published import settle_published
from tawatur.lexicon.match import Hit
from tawatur.segment.words import Words

Row = dict[str, Any]


class Document(NamedTuple):
    row: Row
    found: Found
    gold: list[Row]  # claims with `words`: the run of words their quote touches
    # Gold, or invented together with its claims; else annotated by one reader of ours: teaches slots but not days,
    # nor what makes a claim.
    is_gold: bool
    tells: dict[int, frozenset[int]] | None = (
        None  # by a word's first character, the claims it tells; None: not annotated
    )


class Silent(NamedTuple):
    """An article that holds no claim."""

    words: Words
    hits: list[Hit]
    published: dt.date
    outlet: str


def load_documents(folder: Path, finders: Finders) -> list[Document]:
    rows = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    tellings = load_tellings()
    return [
        _prepare(row, finders, tellings.get(row["id"]), is_gold=True) for row in rows if row["text"].strip()
    ]


ANNOTATIONS = Path(__file__).resolve().parents[2] / "annotations"


def load_tellings() -> dict[str, dict[int, frozenset[int]]]:
    """For reports of gold and annotated articles, which claims each word that tells of a happening speaks of."""
    with (ANNOTATIONS / "tellings.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["id"]: {start: frozenset(claims) for start, claims in row["tells"]} for row in rows}


def load_annotated(articles: Path, finders: Finders) -> list[Document]:
    """The articles that `annotations/` tells the claims of, by spans of their texts, which are not ours to ship."""
    with (ANNOTATIONS / "news-2018.jsonl").open(encoding="utf-8") as lines:
        annotated = {row["id"]: row["claims"] for row in map(json.loads, lines)}
    tellings = load_tellings()
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
            documents.append(_prepare(row, finders, tellings.get(row["id"]), is_gold=False))
    return documents


def load_invented(finders: Finders) -> list[Document]:
    """Reports of our own, whose writers invented what happened and so knew the claims."""
    with (ANNOTATIONS / "invented.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [_prepare({**row, "content": [0, len(row["text"])]}, finders, None, is_gold=True) for row in rows]


def _prepare(
    row: Row, finders: Finders, tells: dict[int, frozenset[int]] | None, *, is_gold: bool
) -> Document:
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
    if tells is not None:
        tells = {at - start: claims for at, claims in tells.items()}
    return Document(row, found, gold, is_gold, tells)


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


def fold_of(identifier: str, folds: int) -> int:
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % folds
