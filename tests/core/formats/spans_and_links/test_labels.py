import pytest

from core.formats.spans_and_links.labels import (
    KINDS,
    LINKS,
    MARKS,
    SECONDS,
    Role,
    is_continuation,
    is_inside,
    kind_of,
    relation_of,
    role_of,
)
from core.model.terms import Kind, Relation


@pytest.mark.parametrize("label", ["Speaker", "source", "QuoteSource", "quote_speaker", "Quotation speaker", "holder"])
def test_labels_of_speakers_are_known(label):
    assert role_of(label) is Role.SPEAKER


@pytest.mark.parametrize("label", ["Cue", "CUE", "Speech verb", "quoteCue", "reporting word"])
def test_labels_of_cues_are_known(label):
    assert role_of(label) is Role.CUE


@pytest.mark.parametrize(
    "label", ["Quote", "quotation", "Content", "direct", "Indirect speech", "MIXED", "Direct_Quote"]
)
def test_labels_of_quotes_are_known(label):
    assert role_of(label) is Role.QUOTE


@pytest.mark.parametrize("label", ["PERSON", "ORG", "rescue", "resource", "addressee", "director", ""])
def test_other_labels_are_none_of_ours(label):
    assert role_of(label) is Role.OTHER


def test_a_label_may_name_the_kind():
    assert [kind_of(label) for label in ("Direct", "indirectQuote", "mixed speech", "Quote")] == [
        Kind.DIRECT,
        Kind.INDIRECT,
        Kind.MIXED,
        None,
    ]


def test_what_is_written_is_understood():
    assert [kind_of(KINDS[kind]) for kind in Kind] == list(Kind)
    assert [relation_of(SECONDS[relation]) for relation in Relation] == list(Relation)
    assert Role.OTHER not in {role_of(label) for label in MARKS}
    assert [link for link in LINKS if is_inside(link)] == ["inside"]
    assert [link for link in LINKS if is_continuation(link)] == ["continues"]
