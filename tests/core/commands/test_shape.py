"""Fragments: trimmed, in order, and what is marked in them."""

import pytest

from core.commands.shape import kind_of, marked_in, reshape, tidy
from core.errors import UserMistake
from core.model.spans import Span
from core.model.terms import Kind
from core.store import tables

TEXT = 'First line.\n“Yes,” she said, “no.” He called it “a good day” for us all.\r\nI said that "we" go.'


def at(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def test_white_space_at_the_ends_is_no_part_of_a_quote():
    assert tidy("  a b  c", [Span(5, 8), Span(0, 5)]) == (Span(2, 5), Span(7, 8))
    for spans in ([], [Span(0, 2)], [Span(2, 20)], [Span(2, 5), Span(4, 5)]):
        with pytest.raises(UserMistake, match="Nothing was changed"):
            tidy("  a b  c", spans)


def test_what_is_marked_is_cut_to_the_fragments():
    whole = [at("“Yes,” she said, “no.”")]
    assert marked_in(TEXT, whole) == (at("“Yes,”"), at("“no.”"))
    assert marked_in(TEXT, [at("Yes")]) == (at("Yes"),), "the marks may stand outside"
    assert marked_in(TEXT, [at("First")]) == ()
    assert marked_in(TEXT, [at('"we"')]) == (at('"we"'),), "in the last line, without a break behind it"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["“Yes,”", "“no.”"], Kind.DIRECT),
        (["“Yes,”"], Kind.DIRECT),
        (["it “a good day” for us"], Kind.MIXED),
        (['that "we" go'], Kind.MIXED),
        (["for us all"], Kind.INDIRECT),
        (["“a good day”."[:-1]], Kind.DIRECT),
    ],
)
def test_the_marks_rule_the_kind_of_new_words(words, kind):
    assert kind_of(TEXT, [at(each) for each in words]) is kind


def test_a_row_gets_hull_fragments_and_marks():
    row = tables.Quote(kind=Kind.MIXED)
    reshape(row, TEXT, (at("“Yes,”"), at("“no.”")))
    assert (row.start, row.end) == (at("“Yes,”").start, at("“no.”").end)
    assert row.quoted == (at("“Yes,”"), at("“no.”"))
    row.kind = Kind.INDIRECT
    reshape(row, TEXT, (at("“no.”"),))
    assert (row.fragments, row.quoted) == ((at("“no.”"),), ())
