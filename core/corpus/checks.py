"""What must be true of an annotated article, beyond that it can be read."""

import re
from collections.abc import Iterable, Iterator

from core.model.marks import QUOTE_MARKS
from core.model.records import AnnotatedDocument, Quote
from core.model.spans import Span
from core.model.terms import Kind, SpeakerType

FEWEST, MOST = 200, 450
RUN = 12
_DOUBLE = '"“„«'
_OPENING = re.compile('["“”„«»]|(?<!\\w)‘(?=\\w)')
_WORD = re.compile(r"\w+")
_LOOSE = " \t\r\n,;:"


def flaws(line: AnnotatedDocument) -> Iterator[str]:
    """Yield a sentence for everything that is wrong with an article."""
    words = len(line.document.text.split())
    if not FEWEST <= words <= MOST:
        yield f"has {words} words, not {FEWEST} to {MOST}"
    yield from _unbracketed(line)
    for quote in line.layer.quotes:
        yield from (f"{quote.id}: {flaw}" for flaw in _quote_flaws(line.document.text, quote))
    yield from _roster_flaws(line)


def shared_runs(lines: Iterable[AnnotatedDocument]) -> Iterator[str]:
    """Yield a sentence for each pair of articles that have twelve words in a row in common."""
    seen: dict[tuple[str, ...], str] = {}
    told: set[tuple[str, str]] = set()
    for line in lines:
        words = [word.casefold() for word in _WORD.findall(line.document.text)]
        for start in range(len(words) - RUN + 1):
            run = tuple(words[start : start + RUN])
            other = seen.setdefault(run, line.document.id)
            if other != line.document.id and (other, line.document.id) not in told:
                told.add((other, line.document.id))
                yield f"{other} and {line.document.id} share “{' '.join(run)}”"


def _unbracketed(line: AnnotatedDocument) -> Iterator[str]:
    """Quotation marks that are neither in a quote nor in a span that is said to be none."""
    text = line.document.text
    spans = [span for quote in line.layer.quotes for span in (*quote.quoted, *_direct(quote))]
    spans += [each.quote.span for each in line.layer.rejected]
    for mark in _OPENING.finditer(text):
        if not any(start <= mark.start() < end for start, end in spans):
            around = text[max(0, mark.start() - 15) : mark.start() + 25].replace("\n", " ")
            yield f"a quotation mark in no bracket: …{around}…"


def _direct(quote: Quote) -> tuple[Span, ...]:
    return quote.fragments if quote.kind is Kind.DIRECT else ()


def _quote_flaws(text: str, quote: Quote) -> Iterator[str]:
    for start, end in quote.fragments:
        words = text[start:end]
        if words != words.strip() or words[0] in _LOOSE:
            yield f"“{words}” begins or ends with a blank or a sign"
        if quote.kind is not Kind.DIRECT and words[-1] in ".,;:":
            yield f"“{words}” takes in the sign after the clause"
        if quote.kind is Kind.DIRECT and words[0] not in QUOTE_MARKS and text[start - 1 : start] in {*_DOUBLE}:
            yield f"“{words}” leaves its opening mark outside"
    if quote.kind is Kind.DIRECT and _opens(text, quote) and not quote.quoted:
        yield "is in marks and has no quoted part"
    if quote.speaker_type is SpeakerType.UNDECIDED:
        yield "has an undecided speaker"
    if quote.speaker_type in (SpeakerType.UNNAMED, SpeakerType.COLLECTIVE) and quote.mention is None:
        yield f"is {quote.speaker_type} and has no mention"


def _opens(text: str, quote: Quote) -> bool:
    return text[quote.span.start] in _DOUBLE


def _roster_flaws(line: AnnotatedDocument) -> Iterator[str]:
    layer = line.layer
    used = {quote.speaker_id for quote in layer.quotes}
    used |= {second.speaker_id for quote in layer.quotes for second in quote.more_speakers}
    for person in layer.speakers:
        if person.id not in used:
            yield f"{person.name} is in the roster and says nothing"
        if not any(name in line.document.text for name in (person.name, *person.aliases)):
            yield f"{person.name} is nowhere in the text, nor an alias"
