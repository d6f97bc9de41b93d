import pytest

from core.formats.standoff.brat_lines import Entity, Link, Mark, Standoff
from core.formats.standoff.brat_reading import Quotes, rejoined
from core.model.spans import Span

TEXT = "“One,” he said, “\n two.”"


@pytest.mark.parametrize(
    ("pieces", "joined"),
    [
        ([(0, 6), (16, 17), (19, 24)], [(0, 6), (16, 24)]),
        ([(0, 6), (7, 9)], [(0, 6), (7, 9)]),
        ([(0, 6), (4, 9)], [(0, 9)]),
        ([(0, 6), (6, 9)], [(0, 6), (6, 9)]),
    ],
)
def test_pieces_are_joined_over_line_breaks_and_where_they_overlap(pieces, joined):
    assert rejoined(tuple(Span(*one) for one in pieces), TEXT) == tuple(joined)


def quotes(*marks: Mark):
    entities = {"T1": Entity("Direct", (Span(0, 6),), "", ""), "T2": Entity("Mixed", (Span(16, 24),), "", "")}
    return Quotes(Standoff(entities, [Link("Inside", "T2", "T1")], [], list(marks)), TEXT, {"T1": "a", "T2": "b"})


def test_attributes_with_values_that_nobody_knows_are_left_out_and_counted():
    found = quotes(Mark("Status", "T1", "maybe"), Mark("Factuality", "T1", "denied"), Mark("Unsure", "T1", ""))
    shown = dict(found.shown())
    assert (shown["T1"]["status"], shown["T1"]["attributes"], shown["T1"]["sure"]) == (
        None,
        {"factuality": "denied"},
        False,
    )
    assert dict(found.left_out) == {"Status": 1}


def test_a_mark_of_what_is_no_quote_is_counted():
    assert dict(quotes(Mark("Flagged", "T9", "")).left_out) == {"Flagged": 1}


def test_a_quote_inside_another_has_it_as_parent_and_marks_follow_from_its_words():
    shown = dict(quotes().shown())
    assert (shown["T1"]["parent"], shown["T2"]["parent"]) == (None, "a")
    assert (shown["T1"]["quoted"], shown["T2"]["quoted"]) == ([[0, 6]], [[16, 24]])
