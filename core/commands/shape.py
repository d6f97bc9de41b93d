"""Where a quote stands: new fragments for a row, with the marked parts that follow from them."""

from collections.abc import Sequence

from core.errors import UserMistake
from core.model.spans import Span, flaw, hull
from core.model.terms import Kind
from core.nlp.paragraphs import BREAKS, paragraph_spans
from core.nlp.quote_marks import pair_marks
from core.store import tables

_BESIDE = " \t.,;:!?–—-"


def tidy(text: str, fragments: Sequence[Span]) -> tuple[Span, ...]:
    """Return the fragments in text order without the white space at their ends; raises `UserMistake` for none."""
    trimmed = [each for each in (_trimmed(text, span) for span in sorted(fragments)) if each.start < each.end]
    outside = any(start < 0 or end > len(text) for start, end in fragments)
    wrong = "they lie outside the text" if outside else flaw(trimmed, len(text))
    if wrong:
        raise UserMistake(f"These words can't be a quote: {wrong}. Nothing was changed. Choose other words.")
    return tuple(trimmed)


def marked_in(text: str, fragments: Sequence[Span]) -> tuple[Span, ...]:
    """Return what stands between quotation marks inside the fragments, marks included, outermost marks only."""
    start, end = hull(fragments)
    first = max(text.rfind(mark, 0, start) for mark in BREAKS) + 1
    last = min((at for mark in BREAKS if (at := text.find(mark, end)) >= 0), default=len(text))
    paragraphs = [Span(first + a, first + b) for a, b in paragraph_spans(text[first:last])]
    outer = [each.span for each in pair_marks(text, paragraphs) if each.depth == 0]
    cuts = (Span(max(a, c), min(b, d)) for c, d in fragments for a, b in outer)
    return tuple(cut for cut in cuts if cut.start < cut.end)


def kind_of(text: str, fragments: Sequence[Span]) -> Kind:
    """Return how words are reported by their marks: all of them marked, some of them, none."""
    marked = marked_in(text, fragments)
    if not marked:
        return Kind.INDIRECT
    covered = {place for start, end in marked for place in range(start, end)}
    bare = (place for start, end in fragments for place in range(start, end) if place not in covered)
    return Kind.MIXED if any(text[place] not in _BESIDE for place in bare) else Kind.DIRECT


def reshape(quote: tables.Quote, text: str, fragments: Sequence[Span]) -> None:
    """Give a quote other fragments; what is marked in them follows from the text, and from the kind."""
    quote.fragments = tuple(fragments)
    quote.start, quote.end = hull(fragments)
    quote.quoted = () if quote.kind == Kind.INDIRECT else marked_in(text, fragments)


def _trimmed(text: str, span: Span) -> Span:
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
