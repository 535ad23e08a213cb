"""What went wrong, in the reader's language: the words of each reason are in `words/*.yaml` under `no.` and `stopped.`."""

from __future__ import annotations

from tawatur.errors import JudgementError
from tawatur.export.labels import label
from tawatur.export.ontology import Lang
from tawatur.serve.words import Words


def say_wrong(wrong: JudgementError, lang: Lang) -> str:
    """Why it cannot be judged so, and what to do. The error's own text, in English, where no words are known for it."""
    words, key = Words(lang), f"no.{wrong.reason}"
    if not words.has(key):
        return str(wrong)
    values = dict(wrong.values)
    if "field" in values:
        values["field"] = label("judgements", str(values["field"]), lang)
    return words.say(key, **values)
