"""Spans as they stand in a file, checked against the text they point into."""

from collections.abc import Sequence
from functools import partial

from core.formats.line.flaws import Flaw, short
from core.formats.line.wire import WireSpan
from core.model.marks import QUOTE_MARKS
from core.model.spans import Span, flaw, surfaces

_span = partial(tuple.__new__, Span)  # half the time of the name, which looks for its fields


class Spans:
    """Makes spans of one text; raises `Flaw` for any that is empty, out of order or outside of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)

    def one(self, place: str, wire: WireSpan) -> Span:
        """Return a mention or cue."""
        start, end = wire.start, wire.end
        span = _span((start, end))
        # Nearly all are right, fifty thousand in a thousand articles: only what is wrong is looked at closely.
        if not 0 <= start < end <= self._length:
            self._check(place, (span,))
        return span

    def several(self, place: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return at least one span, in text order."""
        if len(spans) == 1:
            start, end = spans[0]
            if 0 <= start < end <= self._length:
                return spans
        self._check(place, spans)
        return spans

    def check_surface(self, place: str, claimed: list[str], fragments: tuple[Span, ...]) -> None:
        """Raise `Flaw` if the words that the file repeats are not those of the text."""
        if len(claimed) == len(fragments) == 1:
            start, end = fragments[0]
            if claimed[0] == self._text[start:end]:
                return
        found = surfaces(self._text, fragments)
        if tuple(claimed) == found:
            return
        if len(claimed) != len(found):
            raise Flaw(place, f"has {len(claimed)} pieces, but there are {len(found)} fragments")
        n = next(n for n, words in enumerate(claimed) if words != found[n])
        raise Flaw(f"{place}[{n}]", f"is “{short(claimed[n])}”, but the text there is “{short(found[n])}”")

    def marked(self, span: Span) -> bool:
        """Whether the span begins with a quotation mark of any kind."""
        return self._text[span.start] in QUOTE_MARKS

    def _check(self, place: str, spans: Sequence[Span]) -> None:
        if reason := flaw(spans, self._length):
            raise Flaw(place, reason)
