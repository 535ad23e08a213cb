"""No regular expression of the project takes time out of proportion, whatever text it meets."""

import re
import time

import pytest

from patterns import find_patterns, hard_texts

LENGTH = 20_000  # characters
MOST = 0.5  # seconds; what tries everything again at every letter takes minutes, what is linear a few thousandths

# Asked of text that is bounded before: the pattern is tried on no more than so many characters.
BOUNDED = {
    "tawatur.arabic.digits._DECIMAL": 30,
    "tawatur.clean.posts._AUTHOR": 5_000,
}
ALL = list(find_patterns())


def test_the_patterns_are_found():
    assert len(ALL) > 80
    assert {"tawatur.segment.words._WORD", "tawatur.link.another._pattern"} & {where for where, _, _ in ALL}


def ask(pattern, method, text):
    if isinstance(pattern.pattern, bytes):
        text = text.encode()
    if method in {"sub", "subn"}:
        pattern.sub(text[:0], text)
    elif method == "finditer":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, method)(text)


def cost(pattern, method, text):
    start = time.process_time()
    ask(pattern, method, text)
    return time.process_time() - start


@pytest.mark.parametrize(("where", "pattern", "methods"), ALL, ids=[where for where, _, _ in ALL])
def test_a_pattern_is_quick_on_text_made_to_slow_it(where, pattern, methods):
    few = BOUNDED.get(where, 2_000)
    for length in (few,) if where in BOUNDED else (few, LENGTH):  # what is hopeless is found out on little
        for text in hard_texts(pattern, length):
            for method in methods:
                took = cost(pattern, method, text)
                assert took < MOST, f"{method} takes {took:.1f} s on {len(text):,} times {text[:20]!r}"


@pytest.mark.parametrize("slow", [r"(?:a+)+b", r"\s*x", r"(\w+\s?)*!", r"<!--.*?-->|a.*?b"])
def test_the_texts_slow_down_what_is_careless(slow):
    pattern = re.compile(slow)
    lengths = (24,) if "+)" in slow or ")*" in slow else (LENGTH,)
    took = 0.0
    for length in lengths:
        for text in hard_texts(pattern, length):
            took = max(took, cost(pattern, "finditer", text))
            if took > 0.05:
                return
    pytest.fail(f"the slowest took {took:.3f} s")
