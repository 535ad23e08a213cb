"""Spellings that newspapers do not keep apart share a key, and different names do not."""

import pytest

from tawatur.gazetteer.index import Gazetteer
from tawatur.gazetteer.spell import key_of, starts_of, tokens_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الباغوز", "باغوز"),
        ("التحيتا", "التحيتاء"),
        ("سوريا", "سورية"),
        ("البوكمال", "أبو كمال"),
        ("ألبو كمال", "أبو كمال"),
        ("ابوكمال", "البو كمال"),
        ("كفر نوران", "كفرنوران"),
        ("تل عفر", "تلعفر"),
        ("ديرالزور", "دير الزور"),
        ("خانيونس", "خان يونس"),
        ("معرتمصرين", "معرة مصرين"),
        ("إدلب", "ادلب"),
        ("گری سپی", "غري سبي"),
        ("مأرب", "مارب"),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert key_of(tokens_of(one)) == key_of(tokens_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("السوسة", "السويسة"), ("حلب", "حلبا"), ("دوما", "دومر"), ("صور", "صوران"), ("عين عيسى", "عين العرب")],
)
def test_different_names_have_different_keys(one, other):
    assert key_of(tokens_of(one)) != key_of(tokens_of(other))


def test_every_start_of_a_name_leads_to_its_whole():
    tokens = tokens_of("معرة مصرين الشمالية")
    key = key_of(tokens)
    assert all(key.startswith(first + second) for first, second, _ in starts_of(tokens, key))


def test_every_spelling_of_every_place_that_ships_finds_it(tmp_path):
    gazetteer = Gazetteer.load(tmp_path)
    for entry in gazetteer.entries():
        for form in entry.spellings:
            assert entry in gazetteer.named(form), form
