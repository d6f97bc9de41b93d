import pytest
from hypothesis import given

from core.formats.line.decoding import decode_object
from core.formats.line.flaws import Flaw
from core.formats.spacy_docs.layout import GROUPS, Marked, gathered, laid_out
from core.model.spans import Span
from tests.core.formats.drawing import annotated


@given(annotated())
def test_what_is_laid_out_is_gathered_again(line):
    notes, groups = laid_out(line)
    assert set(groups) == GROUPS
    raw = gathered(line.document.text, groups, notes, "unused")
    assert decode_object(raw, where="x") == line


@given(annotated())
def test_notes_hold_no_span_of_a_quote_that_a_group_holds(line):
    notes, groups = laid_out(line)
    assert "text" not in notes
    for quote in notes["quotes"]:
        assert quote.keys().isdisjoint({"start", "end", "fragments", "surface", "kind", "quoted"})
        assert quote["speaker"] is None or quote["speaker"] in [one.id for one in groups["mentions"]]
    assert len(groups["quotes"]) == sum(len(quote.fragments) for quote in line.layer.quotes)


def test_a_quote_without_a_span_is_gone_and_no_parent_any_more():
    notes = {"id": "a", "quotes": [{"id": "q1"}, {"id": "q2", "parent": "q1"}]}
    groups = {"quotes": [Marked(span=Span(0, 1), label="direct", id="q2")]}
    raw = gathered("ab", groups, notes, "unused")
    assert [(quote["id"], quote["parent"]) for quote in raw["quotes"]] == [("q2", None)]


def test_spans_without_an_id_are_quotes_of_their_own():
    one = Marked(span=Span(0, 1), label="Mixed")
    raw = gathered("ab", {"quotes": [one, one]}, None, "named")
    assert raw["id"] == "named"
    assert [(quote.get("id"), quote["kind"]) for quote in raw["quotes"]] == [(None, "mixed")] * 2


@pytest.mark.parametrize("key", ["zones", "quotes", "rejected"])
def test_notes_of_another_shape_are_refused(key):
    with pytest.raises(Flaw, match=key):
        gathered("ab", {}, {"id": "a", key: [1]}, "unused")
    with pytest.raises(Flaw, match="must be a list"):
        gathered("ab", {"quotes": [Marked(span=Span(0, 1), label="", id="q")]}, {"quotes": [{"id": "q", "more_speakers": 1}]}, "x")  # fmt: skip
