import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.inline.brackets import Bracket, parse, put
from core.model.spans import Span
from tests.core.texts import any_text


def test_brackets_nest_and_offsets_are_those_of_the_bare_text():
    text, found = parse('{by1=ana:Ana} {cue1:said} {m1:it was {q:"dead"}}.')
    assert text == 'Ana said it was "dead".'
    assert found == (
        Bracket(tag="by1=ana", span=Span(0, 3)),
        Bracket(tag="cue1", span=Span(4, 8)),
        Bracket(tag="m1", span=Span(9, 22)),
        Bracket(tag="q", span=Span(16, 22), inside=2),
    )


def test_offsets_count_code_points_also_after_emoji_and_line_ends():
    text, found = parse("👩🏽\u200d🚒\r\n{d1:e\u0301}")
    assert text[slice(*found[0].span)] == "e\u0301"


def test_escaped_signs_are_themselves():
    text, found = parse(r"a \{ b \} {scare:c\\d}")
    assert (text, found[0].span) == ("a { b } c\\d", Span(8, 11))


@pytest.mark.parametrize(
    ("marked", "complaint"),
    [
        ("one\n{d1:two", "line 2 of the text: the bracket {d1: is not closed"),
        ("one}", "line 1 of the text: a bracket closes that was never opened"),
        ("{d1:}", "line 1 of the text: the bracket {d1: is empty"),
        ("a { b", r"line 1 of the text: “{” alone; write \{ for the sign"),
        ("a \\ b", r"line 1 of the text: “\” alone; write \\ for the sign"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(marked, complaint):
    with pytest.raises(BadInput) as raised:
        parse(marked)
    assert str(raised.value) == complaint


def test_the_first_of_equal_spans_is_the_outer_one():
    assert put("abc", [("x", Span(0, 3)), ("y", Span(0, 3)), ("z", Span(1, 2))]) == "{x:{y:a{z:b}c}}"


def test_spans_that_cross_can_not_be_said():
    with pytest.raises(BadInput, match="cross"):
        put("abcd", [("x", Span(0, 3)), ("y", Span(1, 4))])


@given(any_text, st.data())
def test_what_is_put_is_parsed_back(text, data):
    spans = []
    if text:
        cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
        spans = [("scare", Span(start, end)) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    again, found = parse(put(text, spans))
    assert again == text
    assert [(each.tag, each.span) for each in found] == spans
