import json

import pytest

from core.formats.jsonl import decode
from core.formats.losses import EVERYTHING, Losses, Trait, xml_text

TEXT = "“Go,” Ana and Ben said, “or stay.” It was \x0b late, they say."
SPLIT = {"id": "q1", "fragments": [[0, 5], [24, 34]], "kind": "direct", "status": "accepted"}
INNER = {"id": "q2", "fragments": [[1, 3]], "kind": "direct", "status": "accepted", "parent": "q1"}


def losses(*missing, quotes=(), **line):
    entry = {"id": "a", "text": TEXT, "quotes": list(quotes)} | line
    found = Losses(EVERYTHING - set(missing))
    assert len(list(found.watch([decode(json.dumps(entry), where="x")]))) == 1
    return found.sentences()


def test_what_a_format_keeps_is_no_loss():
    assert losses(quotes=[SPLIT, INNER]) == []


@pytest.mark.parametrize(
    ("trait", "quote"),
    [
        (Trait.NESTED, {"parent": "q2"}),
        (Trait.MENTION, {"speaker": {"start": 6, "end": 9}}),
        (Trait.CUE, {"cue": {"start": 18, "end": 22}}),
        (Trait.NAME, {"speaker_name": "Ana"}),
        (Trait.SPEAKER_TYPE, {"speaker_type": "unnamed"}),
        (Trait.SECOND, {"more_speakers": [{"speaker_name": "Ben", "relation": "joint"}]}),
        (Trait.DECISION, {"decided": {"via": "enter"}}),
        (Trait.CONFIDENCE, {"confidence": 0.5}),
        (Trait.CANDIDATES, {"candidates": [{"name": "Ana"}]}),
        (Trait.FLAG, {"flagged": True}),
        (Trait.FLAG, {"sure": False}),
        (Trait.COMMENT, {"comment": "see above"}),
        (Trait.ATTRIBUTES, {"attributes": {"factuality": "denied"}}),
        (Trait.EXTRA, {"mood": "dark"}),
        (Trait.SPLIT, {}),
        (Trait.KIND, {}),
        (Trait.STATUS, {}),
    ],
)
def test_what_a_quote_loses_is_counted(trait, quote):
    plain = {"id": "q2", "start": 36, "end": 48, "kind": "indirect", "status": "accepted", "speaker_type": "named"}
    said = losses(trait, quotes=[SPLIT | {"speaker_type": "named"} | quote, plain])
    count = "2 quotes" if trait in (Trait.KIND, Trait.STATUS) else "1 quote"
    assert said == [f"Left out: {trait.value} ({count})."]


@pytest.mark.parametrize(
    "said",
    [
        {"speaker_name": "A\x0b"},
        {"comment": "\x0b"},
        {"attributes": {"a": "\x0b"}},
        {"more_speakers": [{"speaker_name": "B\x0b", "relation": "joint"}]},
    ],
)
def test_what_xml_cannot_hold_is_found_in_what_quotes_say(said):
    quote = {"start": 0, "end": 3, "status": "accepted"}
    assert losses(Trait.CONTROLS_ABOUT, text="Go on", quotes=[quote]) == []
    found = losses(Trait.CONTROLS_ABOUT, text="Go on", quotes=[quote | said])
    assert found == [f"Left out: {Trait.CONTROLS_ABOUT.value} (1 article)."]


def test_whom_a_quote_or_a_rejected_suggestion_names_is_no_loss():
    speakers = [{"id": each, "name": each} for each in ("a", "b", "c", "d")]
    quote = {"start": 0, "end": 3, "status": "accepted", "speaker_id": "a"}
    quote |= {"more_speakers": [{"speaker_id": "b", "relation": "joint"}], "candidates": [{"speaker_id": "c"}]}
    rejected = [{"start": 0, "end": 3, "speaker_id": "d"}]
    assert losses(Trait.UNQUOTED, speakers=speakers, quotes=[quote], rejected=rejected) == []


def test_quoted_words_are_lost_where_they_are_not_the_quote_itself():
    mixed = {"id": "q3", "start": 35, "end": 48, "kind": "mixed", "quoted": [[38, 41]], "status": "accepted"}
    assert losses(Trait.QUOTED, quotes=[SPLIT, mixed]) == [f"Left out: {Trait.QUOTED.value} (1 quote)."]


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ({"start": 6, "end": 9, "kind": "direct"}, 0),  # in the gap of the split one
        ({"start": 1, "end": 3, "kind": "mixed"}, 0),  # in another column
        ({"start": 1, "end": 3, "kind": "direct"}, 1),
        ({"start": 39, "end": 42, "kind": "mixed", "speaker": {"start": 10, "end": 13}}, 1),
        ({"start": 39, "end": 42, "kind": "mixed", "speaker": {"start": 6, "end": 17}}, 0),
        ({"start": 39, "end": 42, "kind": "mixed", "cue": {"start": 6, "end": 17}}, 0),
    ],
)
def test_what_shares_words_is_lost_where_it_has_no_place_in_its_column(other, count):
    split = SPLIT | {"speaker": {"start": 6, "end": 17}}
    said = f"Left out: {Trait.OVERLAP.value} (1 quote)."
    assert losses(Trait.OVERLAP, quotes=[split, {"id": "q2"} | other]) == [said] * count


def test_overlapping_quotes_and_rejected_suggestions_are_counted():
    assert losses(Trait.OVERLAP, quotes=[SPLIT, INNER]) == [f"Left out: {Trait.OVERLAP.value} (1 quote)."]
    rejected = [SPLIT | {"id": "r1", "reason": "scare"}]
    assert losses(Trait.REJECTED, rejected=rejected) == [f"Left out: {Trait.REJECTED.value} (1 suggestion)."]


@pytest.mark.parametrize(
    ("trait", "line"),
    [
        (Trait.ROSTER, {"speakers": [{"id": "s1", "name": "Ana", "aliases": ["A."]}]}),
        (Trait.ZONES, {"zones": [{"start": 0, "end": 5, "type": "headline"}]}),
        (Trait.ABOUT, {"title": "Ana"}),
        (Trait.STATE, {}),
        (Trait.ANNOTATOR, {"annotator": "ana"}),
        (Trait.UNQUOTED, {"speakers": [{"id": "s1", "name": "Ana"}]}),
        (Trait.EXTRA_ABOUT, {"dateline": "Minsk"}),
        (Trait.EXTRA_ABOUT, {"speakers": [{"name": "Ana", "born": 1960}]}),
        (Trait.EXTRA_ABOUT, {"zones": [{"start": 0, "end": 5, "type": "headline", "level": 2}]}),
        (Trait.CONTROLS_ABOUT, {"text": "Ana: no.", "title": "A\x0b"}),
        (Trait.CONTROLS_ABOUT, {"text": "Ana: no.", "annotator": "A\x0b"}),
        (Trait.CONTROLS_ABOUT, {"text": "Ana: no.", "speakers": [{"name": "Ana", "aliases": ["A\x0b"]}]}),
        (Trait.MODEL, {"model": {"name": "m", "version": "1", "weights": "w"}}),
        (Trait.CONTROLS, {}),
        (Trait.LINE_ENDS, {"text": "Ana:\r\nno."}),
    ],
)
def test_what_an_article_loses_is_counted(trait, line):
    assert losses(trait, **line) == [f"Left out: {trait.value} (1 article)."]


def test_what_xml_cannot_hold_keeps_its_place():
    assert xml_text("a\x00\ud7ff\U0001f600\ufffe\r\n\tb") == "a\ufffd\ud7ff\U0001f600\ufffd\r\n\tb"
