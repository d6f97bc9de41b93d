import json

import pytest

from core.formats.line.decoding import decode
from core.formats.line.quote_decoding import drawn_id
from core.formats.reading import Reading
from core.model.spans import Span
from core.model.terms import Kind, Relation, SpeakerType


def quote(**more):
    some = {
        "id": "a",
        "text": "„Ja“, sagte sie. Er auch.",
        "quotes": [{"fragments": [[0, 4]], "status": "added"} | more],
    }
    return decode(json.dumps(some), where="x", reading=Reading()).layer.quotes[0]


def test_an_id_of_the_form_of_a_drawn_one():
    assert drawn_id("seed", "quotes[0]")[14] == "4"
    assert drawn_id("seed", "quotes[0]") == drawn_id("seed", "quotes[0]") != drawn_id("seed", "quotes[1]")
    assert quote(id="q3").id == "q3"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, (Span(0, 4),)),
        ({"kind": "mixed"}, (Span(0, 4),)),
        ({"kind": "indirect"}, ()),
        ({"quoted": []}, ()),
        ({"quoted": [[1, 3]]}, (Span(1, 3),)),
        ({"fragments": [[0, 4], [17, 24]]}, (Span(0, 4),)),
    ],
)
def test_the_marked_words_where_the_file_is_silent(given, found):
    assert quote(**given).quoted == found


def test_low_marks_mean_direct():
    assert quote().kind is Kind.DIRECT


@pytest.mark.parametrize("kind", ["unnamed", "collective", "none", "undecided"])
def test_a_description_makes_no_speaker(kind):
    found = quote(speaker_name="eine Frau", speaker_type=kind)
    assert (found.speaker_id, found.speaker_name, found.speaker_type) == (None, "eine Frau", kind)


def test_a_name_without_type_is_a_named_speaker():
    found = quote(speaker_name="Eva", speaker={"start": 12, "end": 15})
    assert (found.speaker_type, found.mention) == (SpeakerType.NAMED, Span(12, 15))
    assert found.speaker_id is not None


def test_second_speakers_and_candidates():
    found = quote(
        more_speakers=[{"speaker_name": "Otto", "relation": "joint", "speaker": {"start": 17, "end": 19}}],
        candidates=[{"name": "Eva", "confidence": 1, "mention": {"start": 12, "end": 15}, "evidence": "subject"}],
    )
    assert (found.more_speakers[0].relation, found.more_speakers[0].mention) == (Relation.JOINT, Span(17, 19))
    assert (found.candidates[0].name, found.candidates[0].confidence) == ("Eva", 1.0)
