import pytest
from hypothesis import given

from core.nlp.paragraphs import paragraph_spans
from tests.core.texts import any_text


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraph_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n \n", []),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\n  Two.  \r\n", ["One.", "Two."]),
        ("A headline\nIt rained all day.", ["A headline", "It rained all day."]),
        ("It rained.\nIt stopped.", ["It rained.", "It stopped."]),
    ],
)
def test_paragraphs(text: str, expected: list[str]):
    assert pieces(text) == expected


def test_a_wrapped_line_goes_on():
    wrapped = "The council met on Monday to talk about the bridge, which\nhas been closed since the flood of last year."
    assert pieces(wrapped) == [wrapped]


@given(any_text)
def test_nothing_but_white_space_is_left_out(text: str):
    spans = paragraph_spans(text)
    covered = set()
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert covered.isdisjoint(range(start, end))
        covered.update(range(start, end))
    assert all(text[place].isspace() for place in set(range(len(text))) - covered)
    assert spans == sorted(spans)
