#!/usr/bin/env python3
"""Learn which lines of a flattened page are its report, and write `data/clean/weights.json`.

    learn_clean.py [--shared ../shared] [--score]

Learns from annotated pages (`eval/train`: `text` and `content`), from whole articles (`corpus`),
from articles with teasers of others below them, and from pages put together of an article and
another page's surroundings. `--score` learns five times, each time without a fifth of the
outlets, and prints how much of the reports is found and how much of what is found is report.
Needs the `learn` extra.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pycrfsuite

from tawatur.clean.features import count_teasers, describe, is_body
from tawatur.clean.flat import find_report
from tawatur.clean.furniture import load_furniture
from tawatur.clean.lines import Line, cut_lines
from tawatur.clean.weights import Weights

ROOT = Path(__file__).parents[1]
OUT = ROOT / "src" / "tawatur" / "data" / "clean" / "weights.json"
BEFORE, REPORT, AFTER = STATES = ("before", "report", "after")
TEASED = "CNN"  # the outlet whose articles carry teasers of others below them
PUT_TOGETHER = 500
WHOLE = 200
WEIGHT_OF_ANNOTATED = 3  # an annotated page counts as much as three made ones
SETTINGS = {"c1": 0.05, "c2": 0.5, "max_iterations": 300}  # best of 4 × 4 in five-fold cross-validation
FOLDS = 5
WEEKDAYS = ("السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")
MONTHS = (
    *(
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "كانون الأول",
    ),
    *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "ديسمبر"),
    *("جانفي", "فيفري", "ماي", "جوان", "أوت", "غشت", "شتنبر", "نونبر", "دجنبر", "محرم", "رجب", "شوال"),
)


class Page(NamedTuple):
    """A page, and the run of it that is the report; (0, 0) where there is none."""

    outlet: str
    text: str
    start: int
    end: int


def read_annotated(folder: Path) -> list[Page]:
    found = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))]
    return [
        Page(page.get("outlet") or "", page["text"], *page["content"]) for page in found if "content" in page
    ]


def read_articles(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def find_teased(articles: Iterable[dict[str, Any]]) -> list[Page]:
    """Articles with their teasers told apart: a paragraph that several articles share is a teaser."""
    articles = [article for article in articles if article["outlet"] == TEASED]
    shared = Counter(line for article in articles for line in {*_lines(article["text"])} if len(line) > 40)
    pages: list[Page] = []
    for article in articles:
        lines = _lines(article["text"])
        teasers = [shared[line] > 1 for line in lines]
        first = teasers.index(True) if True in teasers else len(lines)
        tail = teasers[first:]
        report = "\n".join([article["title"], *lines[:first]])
        page = Page(TEASED, "\n".join([report, *lines[first:]]), 0, len(report))
        is_told = (
            sum(tail) >= 0.6 * len(tail)
            if tail
            else not count_teasers(cut_lines(page.text, load_furniture()))
        )
        if len(tail) <= 8 and is_told:  # teasers that no other article has cannot be told apart
            pages.append(page)
    return pages


def take_whole(articles: Sequence[dict[str, Any]], chance: random.Random) -> list[Page]:
    plain = [article for article in articles if article["outlet"] not in {TEASED, "BBC"}]
    texts = [
        "\n".join([article["title"], *_lines(article["text"])]) for article in chance.sample(plain, WHOLE)
    ]
    return [Page("", text, 0, len(text)) for text in texts]


def put_together(
    pages: Sequence[Page], articles: Sequence[dict[str, Any]], chance: random.Random
) -> list[Page]:
    """Articles between the surroundings of annotated pages, so that no outlet's own are learnt by heart."""
    flat = [page for page in pages if page.end and page.outlet != TEASED and not _is_post(page.text)]
    heads = [page.text[: page.start] for page in flat if 0 < page.start < 300]
    tails = [page.text[page.end :] for page in flat if len(page.text) - page.end > 15]
    inner = [lines for page in flat if (lines := _between_headline_and_body(page))]
    menus = load_furniture().kinds["menu"].whole
    bodies = [article for article in articles if article["outlet"] not in {TEASED, "BBC"}]
    titles = [article["title"] for article in articles]
    made: list[Page] = []
    for _ in range(PUT_TOGETHER):
        article = chance.choice(bodies)
        gap = chance.choice(["\n", "\n\n"])
        draw = chance.random()
        head = chance.choice(heads) if draw < 0.25 else ""
        if 0.25 <= draw < 0.4:
            head = gap.join(chance.sample(menus, chance.randint(1, 7))) + gap
        elif 0.4 <= draw < 0.5:
            head = _make_name(titles, chance) + gap
        elif 0.5 <= draw < 0.65:
            head = gap.join(_make_menu(menus, titles, chance)) + gap
        top = [article["title"]] * chance.choices([0, 1, 2], [20, 68, 12])[0]
        if top and chance.random() < 0.5:
            top += chance.choice(inner) if chance.random() < 0.4 else _make_datelines(titles, chance)
        report = gap.join([*top, *_lines(article["text"])])
        tail = chance.choice(tails) if chance.random() < 0.75 else ""
        if chance.random() < 0.5:
            others = [gap.lstrip("\n"), *chance.sample(titles, chance.randint(2, 8))]
            tail = _with_titles(tail, titles, chance) if tail else gap + gap.join(others).lstrip()
        if chance.random() < 0.2:
            tail += gap + gap.join(_make_menu(menus, titles, chance))
            if chance.random() < 0.5:  # what the site says of itself
                tail += gap + chance.choice(_lines(chance.choice(bodies)["text"]))
        made.append(Page("", head + report + tail, len(head), len(head) + len(report)))
    return made


def _make_menu(menus: Sequence[str], titles: Sequence[str], chance: random.Random) -> list[str]:
    """The menus of a large site: some dozens of names, a headline here and there."""
    lines: list[str] = []
    for _ in range(chance.randint(8, 60)):
        draw = chance.random()
        if draw < 0.5:
            lines.append(chance.choice(menus))
        else:
            lines.append(_make_name(titles, chance) if draw < 0.9 else chance.choice(titles))
    return lines


def _make_name(titles: Sequence[str], chance: random.Random) -> str:
    """One to three words that stand together somewhere, as names of sites, sections and towns do."""
    words = chance.choice(titles).split()
    at = chance.randrange(len(words))
    return " ".join(words[at : at + chance.randint(1, 3)])


def _make_datelines(titles: Sequence[str], chance: random.Random) -> list[str]:
    """What stands between a headline and its report: the day, the town and the outlet, the writer."""
    day, month, year = chance.randint(1, 28), chance.choice(MONTHS), chance.randint(2005, 2025)
    dates = [
        f"{chance.choice(WEEKDAYS)} {day} {month} {year}",
        f"{day} {month} {year}",
        f"{day}/{chance.randint(1, 12)}/{year}",
    ]
    dates += [
        f"{chance.choice(WEEKDAYS)}، {day} {month} {year} - {chance.randint(0, 23)}:{chance.randint(10, 59)}"
    ]
    names = [_make_name(titles, chance) for _ in range(3)]
    places = [
        f"{names[0]} – {names[1]}",
        f"{names[0]} - {chance.choice(['خاص', 'وكالات', 'متابعات'])}",
        names[2],
    ]
    writers = [f"كتب: {names[1]}", f"{names[0]} ({names[2]})", f"إعداد: {names[1]}"]
    lines = [chance.choice(kind) for kind in (dates, places, writers) if chance.random() < 0.6]
    chance.shuffle(lines)
    return lines


def learn(pages: Iterable[Page]) -> Weights:
    trainer = pycrfsuite.Trainer("lbfgs", verbose=False)
    trainer.set_params(SETTINGS)
    for page in pages:
        lines = cut_lines(page.text, load_furniture())
        trainer.append(describe(lines), _label(lines, page))
    with tempfile.TemporaryDirectory() as folder:
        model = f"{folder}/model"
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
        tagger.close()
    worth: dict[str, dict[str, float]] = defaultdict(dict)
    for (feature, state), weight in info.state_features.items():
        worth[feature][state] = weight
    steps = {step: round(weight, 3) for step, weight in info.transitions.items()}
    features = {
        key: tuple(round(by.get(state, 0.0), 3) for state in STATES) for key, by in sorted(worth.items())
    }
    return Weights(
        {key: (by[0], by[1], by[2]) for key, by in features.items() if any(by)},
        (steps[BEFORE, BEFORE], steps[REPORT, REPORT], steps[AFTER, AFTER]),
        steps[BEFORE, REPORT],
        steps[REPORT, AFTER],
    )


def score(pages: Iterable[Page], weights: Weights) -> Counter[str]:
    """Characters of the reports, of what is found, and of both."""
    counts: Counter[str] = Counter()
    for page in pages:
        found = find_report(page.text, weights)
        start, end = (found[0].start, found[-1].end) if found else (0, 0)
        counts["report"] += page.end - page.start
        counts["found"] += end - start
        counts["both"] += max(0, min(end, page.end) - max(start, page.start))
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--score", action="store_true", help="cross-validate; write nothing")
    arguments = parser.parse_args()
    annotated = read_annotated(arguments.shared / "eval" / "train")
    articles = read_articles(arguments.shared / "corpus" / "news-2018.jsonl.gz")
    made = [*find_teased(articles), *take_whole(articles, _chance(0))]
    if arguments.score:
        counts: Counter[str] = Counter()
        for fold in range(FOLDS):
            kept = [page for page in annotated if _fold_of(page) != fold]
            weights = learn([*kept * WEIGHT_OF_ANNOTATED, *made, *put_together(kept, articles, _chance(1))])
            counts += score([page for page in annotated if _fold_of(page) == fold], weights)
        print_score("train, by outlet", counts)
        return
    together = put_together(annotated, articles, _chance(1))
    weights = learn([*annotated * WEIGHT_OF_ANNOTATED, *made, *together])
    OUT.write_bytes(
        msgspec.json.encode(weights).replace(b"],", b"],\n").replace(b"{", b"{\n") + b"\n"
    )  # a line each
    print_score("train, as learnt", score(annotated, weights))
    print_score("dev", score(read_annotated(arguments.shared / "eval" / "dev"), weights))


def print_score(name: str, counts: Counter[str]) -> None:
    precision, recall = counts["both"] / counts["found"], counts["both"] / counts["report"]
    print(
        f"{name:20} P {precision:.4f}  R {recall:.4f}  F1 {2 * precision * recall / (precision + recall):.4f}"
    )


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 # nothing secret is drawn


def _lines(text: str) -> list[str]:
    return [stripped for line in text.split("\n") if (stripped := line.strip())]


def _is_post(text: str) -> bool:
    return any(line.in_post for line in cut_lines(text, load_furniture()))


def _between_headline_and_body(page: Page) -> list[str]:
    lines = cut_lines(page.text[page.start : page.end], load_furniture())
    body = next((i for i, line in enumerate(lines) if is_body(line)), 0)
    return [line.text for line in lines[1:body]] if 1 < body < 6 else []


def _with_titles(tail: str, titles: Sequence[str], chance: random.Random) -> str:
    return "\n".join(chance.choice(titles) if len(line) > 35 else line for line in tail.split("\n"))


def _label(lines: Iterable[Line], page: Page) -> list[str]:
    labels: list[str] = []
    for line in lines:
        inside = min(page.end, line.end) - max(page.start, line.start)
        if 2 * inside >= line.end - line.start:
            labels.append(REPORT)
        else:
            labels.append(BEFORE if page.end and line.start < page.start else AFTER)
    return labels


def _fold_of(page: Page) -> int:
    """An outlet's pages are of one fold, whatever it is called after the first letters."""
    return hashlib.sha256(page.outlet.lower()[:5].encode()).digest()[0] % FOLDS


if __name__ == "__main__":
    main()
