import pytest

from core.formats.line.flaws import Flaw
from core.formats.line.spans_decoding import Spans
from core.formats.line.wire import WireSpan
from core.model.spans import Span

SPANS = Spans("«Oui», dit-elle. 👩🏽‍🚀")


def test_spans_count_code_points():
    assert SPANS.several("f", (Span(0, 5), Span(17, 21))) == (Span(0, 5), Span(17, 21))
    assert SPANS.one("f", WireSpan(start=0, end=1)) == Span(0, 1)


@pytest.mark.parametrize("ends", [[(0, 22)], [(3, 3)], [(-1, 2)], [(4, 6), (1, 2)], [], [(0, 10**30)]])
def test_wrong_spans_are_refused(ends):
    with pytest.raises(Flaw, match=r"^here: "):
        SPANS.several("here", tuple(Span(*each) for each in ends))


def test_a_wrong_mention_is_refused():
    with pytest.raises(Flaw, match=r"^cue: 9-99 lies outside"):
        SPANS.one("cue", WireSpan(start=9, end=99))


def test_the_surface_must_be_that_of_the_text():
    SPANS.check_surface("s", ["«Oui»"], (Span(0, 5),))
    with pytest.raises(Flaw, match="is “Non”, but the text there is “Oui”"):
        SPANS.check_surface("s", ["Non"], (Span(1, 4),))
    with pytest.raises(Flaw, match="…”, but"):
        SPANS.check_surface("s", ["x" * 99], (Span(1, 4),))


def test_marks_are_known():
    assert SPANS.marked(Span(0, 5))
    assert not SPANS.marked(Span(1, 5))
