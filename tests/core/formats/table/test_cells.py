import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import BadInput
from core.formats.table.cells import (
    attributes_cell,
    attributes_of,
    seconds_cell,
    seconds_of,
    span_of,
    spans_cell,
    spans_of,
)
from core.model.records import SecondSpeaker
from core.model.spans import Span
from core.model.terms import Relation
from tests.core.formats.drawing import WORDS

SECONDS = st.builds(
    SecondSpeaker,
    relation=st.sampled_from(Relation),
    speaker_id=st.none() | st.text(min_size=1, max_size=6),
    speaker_name=st.none() | st.text(st.sampled_from(" ;%()#@é\na1:"), min_size=1, max_size=12),
    mention=st.none() | st.just(Span(3, 9)),
)


@given(st.lists(SECONDS, max_size=3))
def test_second_speakers_come_back(seconds):
    found = seconds_of(seconds_cell(seconds), "f")
    assert [(one["relation"], one["speaker_id"], one["speaker_name"], one["speaker"]) for one in found] == [
        (one.relation, one.speaker_id, one.speaker_name, {"start": 3, "end": 9} if one.mention else None)
        for one in seconds
    ]


@given(st.dictionaries(WORDS, WORDS, max_size=3))
def test_attributes_come_back(attributes):
    assert attributes_of(attributes_cell(attributes), "f") == attributes


def test_cells_are_for_people_too():
    second = SecondSpeaker(relation=Relation.JOINT, speaker_name="Ben Ide", speaker_id="s2", mention=Span(4, 8))
    assert (
        seconds_cell([second, SecondSpeaker(relation=Relation.ALTERNATIVE)])
        == "Ben Ide (joint) @4..8 #s2; (alternative)"
    )
    assert attributes_cell({"factuality": "denied", "tone": "a;b"}) == "factuality=denied; tone=a%3Bb"
    assert spans_cell([Span(1, 2), None, Span(3, 4)]) == "1..2 3..4"


def test_spans_come_back():
    assert spans_of("1:2  3:4", "f") == [[1, 2], [3, 4]]
    assert spans_of("", "f") == []
    assert span_of("3:4", "f") == {"start": 3, "end": 4}
    assert span_of("", "f") is None


@pytest.mark.parametrize(
    ("work", "cell", "said"),
    [
        (spans_of, "1-2", "f: “1-2” is no span such as 10..15"),
        (span_of, "1..2 3..4", "f: there is more than one span"),
        (seconds_of, "Ben", r"f: “Ben” is no second speaker such as Ben \(joint\)"),
        (attributes_of, "denied", "f: “denied” is no attribute such as factuality=denied"),
    ],
)
def test_other_cells_are_told(work, cell, said):
    with pytest.raises(BadInput, match=said):
        work(cell, "f")
