"""Classes of words that keep the same company: what is learned of one word goes for those like it.

`data/weights/classes.txt` holds a class a line, learned from plain news by `scripts/learn_classes.py`. A class has no
name; its words tell what it is (`اصيب جرح قتل`, `الصاروخيه المدفعي الجويه`).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def load_classes() -> dict[str, str]:
    """The number of each known word's class, by its folded form as it stands, clitics and all."""
    text = (files("tawatur") / "data" / "weights" / "classes.txt").read_text(encoding="utf-8")
    return {word: str(n) for n, line in enumerate(text.splitlines()) for word in line.split()}
