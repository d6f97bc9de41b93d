import pytest
from hypothesis import given

from core.formats.paragraphs import paragraphs
from tests.core.texts import any_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One.\nstill one\n\nTwo.\n", ["One.\nstill one\n\n", "Two.\n"]),
        ("One.\r\n \r\n\r\nTwo.", ["One.\r\n \r\n\r\n", "Two."]),
        ("One.\nTwo.\r\nThree.", ["One.\n", "Two.\r\n", "Three."]),
        ("One", ["One"]),
        ("", []),
    ],
)
def test_a_paragraph_ends_at_blank_lines_or_else_at_each_line(text, found):
    assert [text[start:end] for start, end in paragraphs(text)] == found


@given(any_text)
def test_paragraphs_are_the_whole_text(text):
    assert "".join(text[start:end] for start, end in paragraphs(text)) == text
