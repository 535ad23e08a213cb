"""What tells a report's lines from the page's: length, ending, company, place, shared words.

A feature is a short string; the weights in `data/clean/weights.json` say what each is worth
for a line before the report, in it, and after it. `scripts/learn_clean.py` learns them from
these same features. Places are marked `<` before the first paragraph, `>` after the last, `=`
between, `0` where there is none; `B` is a paragraph by its look, `s` anything else.
"""

from __future__ import annotations

import re
from collections import Counter

from tawatur.arabic.fold import fold
from tawatur.clean.lines import Line

_ENDINGS = {
    **dict.fromkeys(".؟!?", "."),
    "…": "~",
    ":": ":",
    **dict.fromkeys("”»\"')", "q"),
    **dict.fromkeys("،,-–ـ", ","),
}
_LENGTHS = (1, 2, 3, 4, 6, 9, 13, 18, 26, 40)  # words
_DAY = re.compile(r"(?:19|20)\d\d|\d{1,2}[/.:]\d{1,2}|[٠-٩]{4}|[٠-٩]{1,2}[/.:][٠-٩]{1,2}")
_LATIN = re.compile(r"[A-Za-z]")
_ARABIC = re.compile("[\u0621-\u064a]")
_HANDLE = re.compile(r"@\w|https?://|www\.|pic\.twitter")
_DATELINE = re.compile(r"\S{2,}(?: \S+){0,2}\s?[-–—/]\s?\S")  # a town and an outlet, or who writes
_DATELINE_WORDS = 6
_BAR = re.compile(r"[|•·»›]")
_SIGNED = re.compile(r"[—–-]{1,2} .{0,80}\(@\w{1,30}\)")
_WORD = re.compile("[\u0621-\u064a\u0640\u064b-\u0652]{4,}")
_PREFIX = re.compile("^(?:[وفبكل]?ال|لل|و)(?=.{3})")  # and, so, by, like, for; the
# Words that a paragraph goes on with; و (and) is seen by its letter.
_GOES_ON = frozenset(
    [
        *("كما", "فيما", "بينما", "حيث", "لكن", "غير", "الا", "اما", "ثم"),  # as, while, where, but, then
        *("يذكر", "يشار", "تجدر", "جدير", "الجدير"),  # it is recalled, noted, worth …
        *("هذا", "هذه", "ذلك", "بدوره", "بدورها"),  # this, that, for his part
    ]
)
_ENDS_REPORT = frozenset(["related", "tags", "neighbours", "comments", "post_end"])
_ITEM_WORDS = 8  # of an announced list
_LIST_LINES = 12  # of other headlines between two paragraphs
_TEASER_LENGTH = (80, 250)  # characters; where teasers are made by a program, they are cut off at 240
_TEASERS = (3, 7)  # five below nine in ten of the articles that have any
_HEADLINE_WORDS = 4
ABOVE_MOST = 8  # lines of a report above its first paragraph; no annotated report has more than 3
_COMPARED = 4  # paragraphs whose words a headline, or a paragraph of another story, is held against
_COMPARED_LENGTH = 300  # characters of each


def is_body(line: Line) -> bool:
    """Whether a line is a paragraph by its look alone."""
    if line.kind:
        return False
    last = line.text.rstrip("\"'”»)")[-1:]
    return line.words >= 25 or (line.words >= 12 and last == ".") or (line.words >= 18 and last in "؟!")


def describe(lines: list[Line]) -> list[list[str]]:
    """The features of each line, in order."""
    number = len(lines)
    bodies = [is_body(line) for line in lines]
    first_body = bodies.index(True) if True in bodies else number
    last_body = number - 1 - bodies[::-1].index(True) if True in bodies else -1
    copies = Counter(line.key or line.text for line in lines)
    shared = count_shared_words(lines)
    teasers = count_teasers(lines)
    above = [_begins_story(line) for line in lines[1 : number - teasers]]
    rest = 3 * sum(above) // (len(above) + 1)  # a digest of the day begins a story with every line
    # How many in ten of their words the report has too, all teasers together.
    alike = 2 * sum(shared[i] or 0 for i in range(number - teasers, number)) // max(teasers, 1)
    far = _distances(bodies)
    title = find_title(lines, shared)
    before: set[str] = set()
    announced = False
    opened = "-"  # the last list of other headlines or of buttons that was opened
    described: list[list[str]] = []
    for i, line in enumerate(lines):
        kind = line.kind.id if line.kind else "-"
        length = _bucket(line.words)
        ending = _ENDINGS.get(line.text[-1], "-")
        place = "0" if last_body < 0 else "<" if i < first_body else ">" if i > last_body else "="
        around = place
        if place == "<" and title is not None:
            around = "<above" if i < title else "<below" if i > title else "<title"
        body = "B" if bodies[i] else "s"
        company = ("B" if i and bodies[i - 1] else "s") + ("B" if i + 1 < number and bodies[i + 1] else "s")
        if i == first_body:
            opened = "-"
        features = [
            "bias",
            f"length {length}",
            f"ending {ending}",
            f"shape {length}{ending}{place}",
            f"kind {kind}",
            f"kind {kind}{around}",
            f"company {company}",
            f"company {company}{length}",
            f"place {around}",
            f"far {_bucket(far[i])}{place}",
            f"look {_look(line)}{around}",
        ]
        if opened != "-":
            features.append(f"opened {opened}")
            features.append(f"opened {opened}{place}{body}")
        if i == title and place == "<":
            features.append(f"title {i == 0}{shared[i]}")
        if shared[i] is not None:
            features.append(f"shared {shared[i]}{place}{body}")
        if i >= number - teasers:
            features.append(f"teaser {ending} shared {shared[i]}")
            features.append(f"teasers {min(teasers, 5)}{rest} shared {alike}")
        if line.text[0] == "و":
            features.append("goes on")
        announced = not line.kind and body == "s" and announced
        if announced:
            features.append("announced")
        announced = announced or (line.text[-1] == ":" and not line.kind)
        if i == 0:
            features.append(f"first {length}{ending}")
        if i == number - 1:
            features.append(f"last {length}{ending}{kind}")
        if last_body < 0:
            features.append(f"no body {length}{ending}")
        key = line.key or line.text
        if copies[key] > 1:
            features.append(f"again {key in before}{place}{body}")
        before.add(key)
        if line.kind and line.kind.opens:
            opened = kind
        described.append(features)
    return described


def find_title(lines: list[Line], shared: list[int | None]) -> int | None:
    """The line above the first paragraph that is likest to be its headline; None where none can be."""
    first_body = next((i for i, line in enumerate(lines) if is_body(line)), len(lines))
    able = [
        i
        for i in range(max(0, first_body - ABOVE_MOST), min(first_body, len(lines)))
        if not lines[i].kind and lines[i].words >= _HEADLINE_WORDS and _look(lines[i]) in {"words", "long"}
    ]
    return max(able, key=lambda i: (shared[i] or 0, -i), default=None)


def _distances(bodies: list[bool]) -> list[int]:
    """How many lines each stands away from the nearest paragraph."""
    far = [len(bodies)] * len(bodies)
    for order in (range(len(bodies)), range(len(bodies) - 1, -1, -1)):
        away = len(bodies)
        for i in order:
            away = 0 if bodies[i] else away + 1
            far[i] = min(far[i], away)
    return far


def _bucket(words: int) -> int:
    for index, most in enumerate(_LENGTHS):
        if words <= most:
            return index
    return len(_LENGTHS)


def _look(line: Line) -> str:
    """What a short line is made of."""
    if line.words > 12:
        return "long"
    text = line.text
    if not _ARABIC.search(text):
        return "latin" if _LATIN.search(text) else "marks"
    if "#" in text and text.count("#") >= line.words - text.count("_"):
        return "tags"
    if len(_BAR.findall(text)) >= 2:
        return "bar"
    if _SIGNED.match(text):
        return "signed"
    if _HANDLE.search(text):
        return "handle"
    if _DAY.search(text) and len(_WORD.findall(text)) <= 3:
        return "day"
    if line.words <= _DATELINE_WORDS and _DATELINE.match(text):
        return "dateline"
    return "item" if text[0] in "-–*•" else "words"


def _stems(text: str) -> set[str]:
    return {_PREFIX.sub("", word)[:4] for word in _WORD.findall(fold(text[:_COMPARED_LENGTH]))}


def count_shared_words(lines: list[Line]) -> list[int | None]:
    """How many in five of a line's words stand in the report's first paragraphs.

    Told of what may be a headline, this report's or another's, and of teasers; None for the rest.
    """
    teased_from = len(lines) - count_teasers(lines)
    bodies = [is_body(line) for line in lines]
    first = [i for i, body in enumerate(bodies) if body][:_COMPARED]
    known: set[str] | None = None
    shared: list[int | None] = [None] * len(lines)
    for i, line in enumerate(lines):
        if line.kind or line.words < 3 or (bodies[i] and i < teased_from):
            continue
        if known is None:
            known = set().union(*(_stems(lines[j].text) for j in first if j < teased_from))
        own = _stems(line.text)
        if own:
            shared[i] = 5 * len(own & known) // len(own)
    return shared


def find_needed(lines: list[Line]) -> int | None:
    """The last line that the report must hold where there is a report; None where no line looks like one.

    Nothing that looks like a paragraph is cut from the end of a page on the ground of its words
    alone: it must stand below a list of other headlines, or be one of a few teasers.
    """
    needed: int | None = None
    announced = False
    list_from: int | None = None  # where a list of other headlines began, inside the report or below it
    for i, line in enumerate(lines[: len(lines) - count_teasers(lines)]):
        if list_from is not None:
            if i - list_from > _LIST_LINES:
                break
            if _resumes(line, lines[:list_from]):
                needed, list_from = i, None
        elif is_body(line):
            needed = i
        elif needed is not None and line.kind and line.kind.id in _ENDS_REPORT:
            list_from = i
        # A list that the report announces is its own: names, places, demands.
        announced = not line.kind and (announced or line.text[-1] == ":") and line.words <= _ITEM_WORDS
        if announced and needed is not None and list_from is None:
            needed = i
    return needed


def _resumes(line: Line, above: list[Line]) -> bool:
    """Whether a paragraph below a list of other headlines goes on with the report above it."""
    if not is_body(line) or _begins_story(line):
        return False
    bodies = [line for line in above if is_body(line)][:_COMPARED]
    own = _stems(line.text)
    return 10 * len(own & set().union(*(_stems(body.text) for body in bodies))) >= len(own)


def count_teasers(lines: list[Line]) -> int:
    """How many paragraphs at the end of a page begin each a story of its own; 0 where they are no teasers."""
    count = 0
    for line in reversed(lines):
        if not _begins_story(line) or not _TEASER_LENGTH[0] <= line.end - line.start <= _TEASER_LENGTH[1]:
            break
        count += 1
    if not _TEASERS[0] <= count <= _TEASERS[1] or not any(map(is_body, lines[: len(lines) - count])):
        return 0
    return count


def _begins_story(line: Line) -> bool:
    first = (line.key or fold(line.text[:40])).partition(" ")[0]
    return not line.kind and line.text[0] not in 'و"“«-–*•' and first not in _GOES_ON
