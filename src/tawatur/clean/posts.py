"""Find the post in a social network's page, where the page's words run into the post's.

Copied from a page, a post stands without a space between the author's handle, its own first
word, and the time and counters below it: `@desk_24قصف على البلدة10:35 AM · Mar 25, 20251.2KViews`.
"""

from __future__ import annotations

import re

from tawatur.records import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
_ARABIC_MONTH = r"[\u0621-\u064a]{3,8}(?: [\u0621-\u064a]{3,5})?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_ARABIC_MONTH}[،,]? \d{{4}})"
_AGO = r"\d{1,2}\s?(?:[smhdwy](?![A-Za-z])|[سدي](?![\u0621-\u064a]))"
_POSTER = 400  # characters of a page within which its post begins

# Facebook: "June 12, 2025 · Shared with Public", the post, "All reactions:".
_SHARED = re.compile(
    r"· ?(?:Shared with (?:Public group|Public|Your friends|Custom)|(?:تمت المشاركة مع|مشارك مع) (?:العامة|الجميع|العام))"
)
_REACTIONS = re.compile(r"(?:All reactions|كل التفاعلات|جميع التفاعلات):|LikeComment(?:Share)?\b|أعجبنيتعليق")

# X: "@handle" or "@handle·13m", the post, "10:35 AM · Mar 25, 2025" and counters; a thread goes on from there.
_PAGE_OF_POSTS = re.compile(r"\s*(?:Post|Conversation|Thread|Tweet|منشور|محادثة|تغريدة)")
_AUTHOR = re.compile(r"\s{0,9}[^\n@]{1,60}\n\s{0,9}@[A-Za-z0-9_]{1,15}\s{0,9}\n")
_HANDLE = re.compile(rf"@([A-Za-z0-9_]{{1,15}}?)(?:(?:\s?·\s?{_AGO}|(?:\s?·\s?)?{_DAY})|(?![A-Za-z0-9_]))")
_HEADING = re.compile(rf"@([A-Za-z0-9_]{{1,15}}?)(?:\s?·\s?{_AGO}|(?:\s?·\s?)?{_DAY})")
_MOMENT = re.compile(
    r"(?:Translate (?:Tweet|post)|ترجمة (?:التغريدة|المنشور))?(?:\d\d:\d\d)?"
    rf"\d{{1,2}}:\d\d\s?(?:[AP]M|[صم])\s?·\s?{_DAY}"
)
_PICTURE = re.compile(r"(?:pic\.twitter\.com/\w{10}|https?://t\.co/\w{10})\s{0,5}$")
_LINK_LENGTH = 40
_COUNTERS = re.compile(r"\d[\d.,]{3,20}[KM]?\s*$")


def find_posts(text: str) -> list[Span]:
    """The post that the page is about; several, in order, for a thread; none for any other text."""
    if shared := _SHARED.search(text, 0, _POSTER):
        reactions = _REACTIONS.search(text, shared.end())
        posts = [Span(shared.end(), reactions.start() if reactions else len(text))]
    elif "@" in text and (_PAGE_OF_POSTS.match(text) or _AUTHOR.match(text)):
        posts = _find_thread(text)
    else:
        return []
    return [Span(post.start, _without_links(text, post)) for post in posts]


def _without_links(text: str, post: Span) -> int:
    """Where the post's words end: a picture leaves a link behind them, glued to the last."""
    end = post.end
    while link := _PICTURE.search(text, max(post.start, end - _LINK_LENGTH), end):
        end = link.start()
    return end


def _find_thread(text: str) -> list[Span]:
    """The posts of the first author, up to each one's moment or to the next author's name."""
    first = _HANDLE.search(text, 0, _POSTER)
    if not first:
        return []
    posts: list[Span] = []
    author: re.Match[str] | None = first
    while author:
        end, over = _end_of_post(text, author.end(), first[1])
        posts.append(Span(author.end(), end))
        author = None if over else _next_by(text, end, first[1])
    return [post for post in posts if text[post.start : post.end].strip()]


def _end_of_post(text: str, start: int, handle: str) -> tuple[int, bool]:
    """Where a post ends, and whether another author takes over there; a handle without a moment is a mention."""
    moment = _MOMENT.search(text, start)
    stop = moment.start() if moment else len(text)
    for other in _HEADING.finditer(text, start, stop):
        if other[1] != handle:
            line = text.rfind("\n", start, other.start())
            stop = max(line, start)
            counters = _COUNTERS.search(text, start, stop)
            return (counters.start() if counters else stop), True
    return stop, False


def _next_by(text: str, at: int, handle: str) -> re.Match[str] | None:
    following = _HEADING.search(text, at)
    return following if following and following[1] == handle else None
