"""Turns of a transcript or an interview: paragraphs that open with "NAME:" or "Q:"."""

from collections import Counter
from collections.abc import Mapping, Sequence

from core.model.analysis import Analysis
from core.model.reading import Marked, Passage
from core.model.spans import Span
from core.model.terms import Kind
from core.nlp.token_marks import token_range

_FEWEST = 3
_LEAST_SHARE = 0.4
"""Of the paragraphs, so that a few labels in an article make no transcript of it."""
_LONGEST_LABEL = 32
_MOST_WORDS = 4
_LETTERS = frozenset({"Q", "A", "Q.", "A."})


def find_turns(analysis: Analysis, paragraphs: Sequence[Span], marks: Sequence[Marked] = ()) -> list[Passage]:
    """Return the turns, or nothing if the text is no transcript: at least three turns, of two labels or more,
    in a good part of the paragraphs. Turns may stand in quotation marks.
    """
    text = analysis.text
    labelled = [(label, paragraph) for paragraph in paragraphs if (label := _label(text, paragraph))]
    counts = Counter(text[label.start : label.end] for label, _ in labelled)
    sure = [(label, turn) for label, turn in labelled if _is_sure(text[label.start : label.end], counts)]
    names = {text[label.start : label.end] for label, _ in sure}
    if len(sure) < _FEWEST or len(names) < 2 or len(names) == len(sure):
        return []
    if len(sure) < _LEAST_SHARE * len(paragraphs):
        return []
    whole = {mark.start: mark for mark in marks}
    return [turn for label, paragraph in sure if (turn := _turn(analysis, label, paragraph, whole))]


def _label(text: str, paragraph: Span) -> Span | None:
    colon = text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LABEL))
    label = text[paragraph.start : colon] if colon > 0 else ""
    if not label or "\n" in label or colon + 2 >= paragraph.end:
        return None
    return Span(paragraph.start, colon) if label in _LETTERS or _is_shouted(label) or _is_named(label) else None


def _is_shouted(label: str) -> bool:
    return label.isupper() and any(character.isalpha() for character in label)


def _is_named(label: str) -> bool:
    words = label.split()
    return len(words) <= _MOST_WORDS and all(word[:1].isupper() for word in words)


def _is_sure(label: str, counts: Counter[str]) -> bool:
    """A label in small letters might be any heading ("Monday:"); one that comes again is a voice."""
    return label in _LETTERS or _is_shouted(label) or counts[label] > 1


def _turn(analysis: Analysis, label: Span, paragraph: Span, marks: Mapping[int, Marked]) -> Passage | None:
    text, start = analysis.text, label.end + 1
    while start < paragraph.end and text[start].isspace():
        start += 1
    first, last = token_range(analysis, start, paragraph.end)
    if start >= paragraph.end or first > last:
        return None
    mark = marks.get(start)
    quoted = (mark.span,) if mark is not None and mark.end >= paragraph.end else ()
    return Passage(
        fragments=(Span(start, paragraph.end),),
        kind=Kind.DIRECT,
        how="turn",
        first=first,
        last=last,
        quoted=quoted,
        turn=label,
    )
