import pytest

from core.errors import BadInput
from core.formats.inline.heading import Heading, Person, join, split
from core.model.terms import SpeakerKind

HEADING = Heading(
    title="Bridge “dead”",
    source="The Packet",
    date="2019-01-02",
    genre="local council",
    annotator="first",
    speakers={"ana": Person("Ana Ruiz", ("Ruiz",)), "board": Person("Bridge Board", kind=SpeakerKind.GROUP)},
)


@pytest.mark.parametrize("text", ["One.", "One.\n\nTwo.\n", "+++\nThree.", "\r\n Four \u2028"])
def test_what_is_joined_is_split_again(text):
    assert split(join(HEADING, text)) == (HEADING, text)


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("No heading.", "does not begin with a heading"),
        ("+++\ntitle = 'x'\n", "does not begin with a heading"),
        ("+++\ntitle = \n+++\n", "the heading: Invalid value"),
        ("+++\ntitle = 'x'\n+++\n", "the heading: Object missing required field"),
        (join(HEADING, "One.").replace("genre", "gender"), "the heading: Object contains unknown field `gender`"),
    ],
)
def test_what_is_wrong_with_a_heading_is_said(written, complaint):
    with pytest.raises(BadInput, match=complaint):
        split(written)
