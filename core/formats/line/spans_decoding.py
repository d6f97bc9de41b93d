"""Spans as they stand in a file, checked against the text they point into."""

from collections.abc import Sequence

from core.formats.line.flaws import Flaw, short
from core.formats.line.wire import Ends, WireSpan
from core.model.marks import QUOTE_MARKS
from core.model.spans import Span, flaw, surfaces


class Spans:
    """Makes spans of one text; raises `Flaw` for any that is empty, out of order or outside of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)

    def one(self, place: str, wire: WireSpan | None) -> Span | None:
        """Return a mention or cue, or None if the file has none."""
        return None if wire is None else self._single(place, wire.start, wire.end)

    def several(self, place: str, ends: list[Ends]) -> tuple[Span, ...]:
        """Return at least one span, in text order."""
        if len(ends) == 1:
            return (self._single(place, *ends[0]),)
        spans = tuple([Span(start, end) for start, end in ends])
        self._check(place, spans)
        return spans

    def check_surface(self, place: str, claimed: list[str], fragments: tuple[Span, ...]) -> None:
        """Raise `Flaw` if the words that the file repeats are not those of the text."""
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

    def _single(self, place: str, start: int, end: int) -> Span:
        # Nearly all are of one piece, fifty thousand in a thousand articles: only what is wrong is looked at closely.
        span = Span(start, end)
        if not 0 <= start < end <= self._length:
            self._check(place, (span,))
        return span

    def _check(self, place: str, spans: Sequence[Span]) -> None:
        if reason := flaw(spans, self._length):
            raise Flaw(place, reason)
