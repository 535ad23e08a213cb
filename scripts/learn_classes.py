"""Learn which words keep the same company, and write them to `data/weights/classes.txt`, a class a line.

    python scripts/learn_classes.py ARTICLES REPORTS

ARTICLES (.jsonl.gz) and REPORTS (a folder of documents in the claim format) are read for their words alone. Each word is told
by the words that stand one and two places before and behind it (positive pointwise mutual information), cut to a
hundred dimensions and put into classes by k-means. Needs scikit-learn (`pip install tawatur[learn]`).
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from sklearn.cluster import MiniBatchKMeans
from sklearn.utils.extmath import randomized_svd

from tawatur.segment.words import Words

CLASSES = Path(__file__).parent.parent / "src" / "tawatur" / "data" / "weights" / "classes.txt"
SELDOM = 4  # a word seen in fewer places keeps no company to speak of
COMPANY = 6000  # the commonest words, by which others are told
PLACES = (-2, -1, 1, 2)
DIMENSIONS = 100
COUNT = 256  # claims 0.751 with 256 classes, 0.750 with 1,000, 0.751 with 64


def read_texts(articles: Path, reports: Path) -> list[list[str]]:
    texts = []
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        texts += [Words(json.loads(line)["text"]).forms for line in lines]
    for path in sorted(reports.glob("*.json")):
        texts.append(Words(json.loads(path.read_text(encoding="utf-8"))["text"]).forms)
    return texts


def count_company(texts: list[list[str]], words: list[str]) -> csr_matrix:
    """How often each word stands beside each common one, by place."""
    numbers = {word: n for n, word in enumerate(words)}
    common = {word: n for n, word in enumerate(words[:COMPANY])}
    width = len(common)
    counts: Counter[int] = Counter()
    for text in texts:
        rows = [numbers.get(word, -1) for word in text]
        columns = [common.get(word, -1) for word in text]
        for i, row in enumerate(rows):
            if row < 0:
                continue
            for k, place in enumerate(PLACES):
                at = i + place
                if 0 <= at < len(text) and columns[at] >= 0:
                    counts[(row * len(PLACES) + k) * width + columns[at]] += 1
    keys = np.fromiter(counts, dtype=np.int64)
    values = np.fromiter(counts.values(), dtype=np.float64)
    whole = len(PLACES) * width
    return coo_matrix((values, (keys // whole, keys % whole)), shape=(len(words), whole)).tocsr()


def weigh(counts: csr_matrix) -> csr_matrix:
    """Positive pointwise mutual information, with common company evened out (its counts to the power 0.75)."""
    rows = np.asarray(counts.sum(axis=1)).ravel()
    columns = np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    told = counts.tocoo()
    weights = np.maximum(np.log(told.data * columns.sum() / (rows[told.row] * columns[told.col])), 0)
    return coo_matrix((weights, (told.row, told.col)), shape=counts.shape).tocsr()


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", type=Path)
    parser.add_argument("reports", type=Path)
    options = parser.parse_args()
    texts = read_texts(options.articles, options.reports)
    seen = Counter(word for text in texts for word in text)
    words = [word for word, n in sorted(seen.items(), key=lambda item: (-item[1], item[0])) if n >= SELDOM]
    left, sizes, _ = randomized_svd(weigh(count_company(texts, words)), DIMENSIONS, random_state=0, n_iter=3)
    vectors = left * np.sqrt(sizes)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    learner = MiniBatchKMeans(COUNT, random_state=0, n_init=2, batch_size=4096)
    classes: dict[int, list[str]] = {}
    for word, number in zip(words, learner.fit(vectors).labels_, strict=True):
        classes.setdefault(int(number), []).append(word)
    lines = sorted(" ".join(sorted(members)) for members in classes.values())
    CLASSES.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
