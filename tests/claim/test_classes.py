"""Classes of words that keep the same company."""

from importlib.resources import files

from tawatur.arabic.fold import fold
from tawatur.claim.classes import load_classes


def test_a_word_stands_in_one_class():
    text = (files("tawatur") / "data" / "weights" / "classes.txt").read_text(encoding="utf-8")
    words = text.split()
    assert len(words) == len(set(words)) == len(load_classes())


def test_classes_hold_words_as_texts_are_folded():
    odd = [word for word in load_classes() if fold(word) != word]
    assert not odd, odd[:10]


def test_words_of_one_use_share_a_class():
    classes = load_classes()
    assert classes["السبت"] == classes["الثلاثاء"]
    assert classes["السبت"] != classes["قتل"]
