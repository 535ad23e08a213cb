"""The words of the pages in both languages, from `words/*.yaml`: one line a phrase, names in braces filled in."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from tawatur.errors import LexiconError
from tawatur.export.ontology import Lang

LANGS: tuple[Lang, ...] = ("en", "ar")


class Words:
    """The phrases of one language.

    >>> Words("en").say("skip")
    'Skip to the content'
    """

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self.dir = "rtl" if lang == "ar" else "ltr"
        self._phrases = load_phrases(lang)

    def say(self, phrase: str, /, **values: object) -> str:
        said = self._phrases[phrase]
        return said.format(**values) if values else said

    def has(self, phrase: str) -> bool:
        return phrase in self._phrases


@cache
def load_phrases(lang: Lang) -> dict[str, str]:
    name = f"{lang}.yaml"
    read = yaml.safe_load(files("tawatur.serve").joinpath("words", name).read_text(encoding="utf-8"))
    wrong = [key for key, said in read.items() if not isinstance(said, str)]
    if wrong:
        raise LexiconError(f"words/{name}: {wrong[0]} is no text.\n  Put it in quotation marks.")
    return dict(read)
