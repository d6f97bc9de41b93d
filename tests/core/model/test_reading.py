from core.model.reading import Marked, Passage
from core.model.spans import Span
from core.model.terms import Kind


def test_a_mark_knows_its_span():
    assert Marked(start=3, end=9).span == Span(3, 9)


def test_a_passage_ends_with_its_last_fragment():
    passage = Passage(fragments=(Span(0, 4), Span(9, 12)), kind=Kind.DIRECT, how="after", first=0, last=3)
    assert passage.end == 12
