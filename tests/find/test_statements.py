"""How far a speaker's words go on over lines."""

from __future__ import annotations

import datetime as dt

from tawatur.claim.found import Found
from tawatur.claim.reader import Finders
from tawatur.segment.words import Words


def find(finders: Finders, text: str) -> Found:
    words = Words(text)
    return finders.find(words, finders.matcher.find(words), dt.date(2016, 5, 4), None)


def told_by(found: Found, word: str) -> str:
    at = next(i for i in range(len(found.words)) if found.words.shown(i, i + 1) == word)
    heading = found.heading_of(at)
    return heading.source if heading is not None else ""


def test_a_list_is_whose_sentence_opens_it(finders: Finders) -> None:
    text = "ووثق مركز السنابل في الأسبوع الماضي ما يلي:\nأولاً: انفجار لغم في حقل.\n- خطف صيادين.\nوأحرقت دار."
    found = find(finders, text)
    assert told_by(found, "انفجار") == told_by(found, "خطف") == "other:مركز السنابل"
    assert told_by(found, "وأحرقت") == ""


def test_a_quotation_over_lines_is_whose_sentence_opens_it(finders: Finders) -> None:
    text = 'وقالت حركة طالبان في بيان:\n"هاجمنا مركزا فجرا. قتل جنديان.\nوأسر ثالث."\nوأحرقت دار.'
    found = find(finders, text)
    assert told_by(found, "هاجمنا") == told_by(found, "وأسر") == "taliban"
    assert told_by(found, "وأحرقت") == ""


def test_the_page_is_whose_headline_it_is_where_nobody_else_speaks(finders: Finders) -> None:
    text = "المرصد السوري لحقوق الإنسان: قتلى في حلب\nسقطت قذائف على السوق.\n"
    assert told_by(find(finders, text), "سقطت") == "sohr"
    assert told_by(find(finders, f"{text}وقال شهود إن دارا هدمت."), "سقطت") == ""


def test_a_digest_is_whose_headline_tells_who_made_it(finders: Finders) -> None:
    text = "أبرز ما وثقته الشبكة السورية لحقوق الإنسان أمس\nحلب: سقطت براميل على السوق"
    assert told_by(find(finders, text), "سقطت") == "snhr"
    other = "القصف الذي وثقته الشبكة السورية لحقوق الإنسان أمس\nحلب: سقطت براميل على السوق"
    assert told_by(find(finders, other), "سقطت") == ""


def test_a_line_that_calls_itself_a_statement_heads_the_first_who_speaks(finders: Finders) -> None:
    text = "بيان صحفي\nقصفت طائرات السوق.\nوقالت حركة طالبان إن ثلاثة قتلوا.\nوأحرقت دار."
    assert told_by(find(finders, text), "قصفت") == "taliban"
    assert told_by(find(finders, text.removeprefix("بيان صحفي\n")), "قصفت") == ""
