"""Whatever a text is, labelling gives spans that lie in it and do not cross; `make fuzz` tries ten thousand texts."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.labelling.labels import Labels
from core.model.spans import Span, flaw, shared

EXAMPLES = int(os.environ.get("QUOTEDESK_EXAMPLES", "150"))
MARKS = "\"“”„‟«»‹›‘’'`″‚「」"
PIECES = st.one_of(
    st.text(alphabet=MARKS, min_size=1, max_size=6),
    st.sampled_from(
        ["said", "Ana Ruiz", "he", "according to", "that", "Q:", "A.", "THE MAYOR:", ",", ".", ":", "—", "''"]
    ),
    st.text(alphabet=" \t\r\n\u2028\u0085\u000b\u00a0", min_size=1, max_size=4),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=8),
    st.text(alphabet=st.characters(categories=["Cc", "Cf", "Mn", "So", "Zs"]), max_size=4),
    st.text(max_size=6).map(lambda text: text.encode("utf-8", "replace").decode()),
)
TEXTS = st.lists(PIECES, max_size=40).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda glue: glue.join(parts))
)
LONG = 1_000_000


def check(text: str, labels: Labels) -> None:
    length = len(text)
    for quote in labels.quotes:
        assert flaw(quote.fragments, length) is None
        assert flaw(quote.quoted, length) is None or not quote.quoted
        for span in (quote.mention, quote.cue, *(candidate.mention for candidate in quote.candidates)):
            assert span is None or flaw((span,), length) is None
        assert 0.0 <= (quote.confidence or 0.0) <= 1.0
    for place, one in enumerate(labels.quotes):
        for other in labels.quotes[place + 1 :]:
            assert not shared(one.fragments, other.fragments) or _nested(one.fragments, other.fragments)


def _nested(one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    return all(any(a.start <= b.start and b.end <= a.end for a in one) or not shared(one, (b,)) for b in other) or all(
        any(b.start <= a.start and a.end <= b.end for b in other) or not shared(other, (a,)) for a in one
    )


@settings(max_examples=EXAMPLES, deadline=None)
@given(text=TEXTS)
def test_any_text(label, text: str):
    check(text, label(text))


@pytest.mark.parametrize(
    "line",
    [
        "x" * LONG,
        "“" * LONG,
        "\"'" * (LONG // 2),
        " " * LONG,
        "“No,” she said. " * (LONG // 160),
        "\u0301" * (LONG // 10),
        "." * LONG,
    ],
    ids=["letters", "marks", "mixed marks", "spaces", "quotes", "combining", "stops"],
)
@pytest.mark.skipif(EXAMPLES < 10_000, reason="minutes; make fuzz")
def test_one_line_of_a_megabyte(label, line: str):
    check(line, label(line))
