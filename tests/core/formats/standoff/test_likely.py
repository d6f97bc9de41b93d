from collections import Counter

import pytest

from core.formats.standoff.likely import (
    Role,
    identifier_of,
    kind_of,
    quoted_by_default,
    role_of,
    roster_of,
    speakers_of,
)
from core.model.spans import Span
from core.model.terms import Relation


@pytest.mark.parametrize(
    ("type_", "role"),
    [("Quote", Role.QUOTE), ("quotation", Role.QUOTE), ("Content", Role.QUOTE), ("IndirectSpeech", Role.QUOTE), ("Source", Role.MENTION),
     ("QuoteSpeaker", Role.MENTION), ("Holder", Role.MENTION), ("Quote_verb", Role.CUE), ("Cue", Role.CUE), ("Quoted", Role.QUOTED),
     ("QuotedPart", Role.QUOTED), ("Addressee", None), ("Discard", None), ("Place", None)],
)  # fmt: skip
def test_types_are_known_by_their_names(type_, role):
    assert role_of(type_) is role


def test_kinds_are_known_by_their_names():
    assert [kind_of(one) for one in ("DirectQuote", "Indirect", "MIXED", "Quote")] == [
        "direct",
        "indirect",
        "mixed",
        None,
    ]


def test_marks_are_taken_from_the_words_as_a_line_without_them_is_read():
    text, spans = "“a” b", (Span(0, 3), Span(4, 5))
    assert quoted_by_default(text, spans, kind_of("direct")) == [[0, 3]]
    assert quoted_by_default(text, spans, kind_of("indirect")) == []
    assert quoted_by_default(text, spans, None) is None


def test_the_first_mention_of_which_nothing_is_said_is_the_speaker_and_further_ones_are_joint():
    ana, ben, post = ({"start": n, "end": n + 1} for n in range(3))
    first, name, more = speakers_of([(Relation.RELAYED_BY, post, None), (None, ana, "Ana"), (None, ben, "Ben")])
    assert (first, name) == (ana, "Ana")
    assert [(one["relation"], one["speaker"], one["speaker_name"], one["speaker_id"]) for one in more] == [
        ("relayed_by", post, None, None),
        ("joint", ben, "Ben", None),
    ]
    assert speakers_of([]) == (None, None, [])


def test_an_identifier_of_wikidata_is_its_number():
    written = ("Wikidata:Q42", "http://www.wikidata.org/entity/Q42", "https://www.wikidata.org/wiki/q42", "Q42")
    assert {identifier_of(one) for one in written} == {"Q42"}
    assert identifier_of("Wikipedia:534366") == "Wikipedia:534366"


def test_names_with_one_identifier_are_one_speakers_and_a_second_identifier_is_counted():
    left_out = Counter()
    assert roster_of([("Ana", "Q1"), ("Ana Novak", "Q1"), ("Ana", "Q2"), ("Ana", "Q1")], left_out) == [
        {"name": "Ana", "aliases": ["Ana Novak"], "external_id": "Q1"}
    ]
    assert left_out == {"second identifier of Ana": 1}
