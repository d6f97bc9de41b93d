import msgspec
import pytest

from core.formats.line.flaws import Flaw, not_converted, not_decoded, refusal, short
from core.formats.line.wire import WireLine


def converted(raw) -> str:
    with pytest.raises(msgspec.ValidationError) as caught:
        msgspec.convert(raw, WireLine)
    return str(not_converted(caught.value))


def test_a_refusal_names_where_field_and_reason():
    assert str(refusal("a.jsonl, line 2", Flaw("id", "is empty"))) == "a.jsonl, line 2: id: is empty"
    assert str(refusal("a.jsonl, line 2", Flaw("", "is empty"))) == "a.jsonl, line 2: is empty"


def test_a_flaw_of_a_part_is_told_from_outside():
    inner = Flaw("cue.end", "is missing")
    assert str(inner.inside("quotes[3]")) == "quotes[3].cue.end: is missing"
    assert str(Flaw("", "is empty").inside("decided").inside("quotes[3]")) == "quotes[3].decided: is empty"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a": 1', "is not JSON: expecting ',' delimiter (character 8)"),
        (b'{"a": "\xff"}', "is not UTF-8 (byte 8)"),
        (b'"\\ud800"', "holds half a character (a lone surrogate)"),
        (b"[" * 100_000, "is nested too deeply"),
        (b"[NaN]", "is not JSON: what the decoder said"),
        (b"9" * 5000, "is not JSON: Exceeds the limit (4300 digits)"),
    ],
)
def test_bytes_that_are_no_json(data, reason):
    assert str(not_decoded(data, ValueError("what the decoder said"))).startswith(reason)


def test_a_decoder_that_gave_up_in_depth():
    assert str(not_decoded(b"{}", RecursionError())) == "is nested too deeply"


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"quotes": [{"decided": {"via": "x"}}]}, "quotes[0].decided.via: 'x' is not one of enter, digit"),
        ({"quotes": [{"flagged": 1}]}, "quotes[0].flagged: must be true or false, not a whole number"),
        ({"quotes": [{"decided": {"keys": -1}}]}, "quotes[0].decided.keys: must be at least 0"),
        ({"quotes": [{"fragments": [[1]]}]}, "quotes[0].fragments[0]: expected array of length 2, got 1"),
        ({"annotator": ""}, "annotator: is empty"),
        ({"quotes": [{"more_speakers": [{}]}]}, "quotes[0].more_speakers[0].relation: is missing"),
    ],
)
def test_wrong_values_are_named_in_plain_words(more, sentence):
    assert converted({"id": "a", "text": "b"} | more).startswith(sentence)


def test_long_words_are_cited_by_their_beginning():
    assert short("x" * 40) == "x" * 40
    assert short("x" * 41) == "x" * 39 + "…"
