from tawatur.clean.rendered import Rendered, as_received, break_between
from tawatur.records import Piece, Span


def test_cutting_twice_leads_back_as_far_as_cutting_once():
    text = "0123456789abcdef"
    once = as_received(text).cut([Span(2, 8), Span(10, 14)])
    assert (once.text, once.pieces) == ("234567abcd", (Piece(0, 2, 6), Piece(6, 10, 4)))
    twice = once.cut([Span(1, 3), Span(5, 8)])
    assert (twice.text, twice.pieces) == ("347ab", (Piece(0, 3, 2), Piece(2, 7, 1), Piece(3, 10, 2)))


def test_a_letter_that_markup_writes_otherwise_keeps_a_piece_of_its_own():
    rendered = Rendered('a"b', (Piece(0, 0, 1), Piece(1, 1, 1), Piece(2, 7, 1)))
    assert rendered.cut([Span(0, 3)]).pieces == rendered.pieces


def test_nothing_is_cut_from_nothing():
    assert as_received("").cut([Span(0, 0)]) == Rendered("", ())


def test_a_break_is_taken_from_what_was_left_out():
    assert break_between("ab x\ny cd", 2, 7) == [Span(4, 5)]
    assert break_between("ab x cd", 2, 5) == [Span(2, 3)]
    assert break_between("abxcd", 2, 3) == []
