"""Which language a reader gets: the address says it, else the cookie, else the browser, else the desk's own."""

from __future__ import annotations

from collections.abc import Mapping

from tawatur.export.ontology import Lang
from tawatur.serve.words import LANGS

COOKIE = "lang"


def choose_lang(asked: str | None, cookies: Mapping[str, str], accepts: str, own: Lang) -> Lang:
    """The first of them that names a language there is.

    >>> choose_lang(None, {}, "ar-SY,ar;q=0.9,en;q=0.8", "en"), choose_lang("en", {"lang": "ar"}, "", "ar")
    ('ar', 'en')
    """
    for named in (asked, cookies.get(COOKIE)):
        for lang in LANGS:
            if named == lang:
                return lang
    for part in _by_weight(accepts):
        for lang in LANGS:
            if part.split("-")[0] == lang:
                return lang
    return own


def _by_weight(accepts: str) -> list[str]:
    weighed = []
    for at, part in enumerate(accepts.lower().split(",")):
        name, _, weight = part.strip().partition(";q=")
        try:
            weighed.append((-float(weight or 1), at, name))
        except ValueError:
            continue
    return [name for weight, _, name in sorted(weighed) if weight]
