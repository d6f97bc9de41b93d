"""Turns of a transcript or an interview: paragraphs that open with "NAME:" or "Q:"."""

from collections.abc import Sequence

from core.model.analysis import Analysis
from core.model.reading import Passage
from core.model.spans import Span
from core.model.terms import Kind
from core.nlp.token_marks import token_range

_FEWEST = 3
_LEAST_SHARE = 0.4
"""Of the paragraphs, so that a few labels in an article make no transcript of it."""
_LONGEST_LABEL = 32
_LETTERS = frozenset({"Q", "A", "Q.", "A."})


def find_turns(analysis: Analysis, paragraphs: Sequence[Span]) -> list[Passage]:
    """Return the turns, or nothing if the text is no transcript: at least three turns, of two labels or more,
    in a good part of the paragraphs.
    """
    labelled = [(label, paragraph) for paragraph in paragraphs if (label := _label(analysis.text, paragraph))]
    names = {analysis.text[label.start : label.end] for label, _ in labelled}
    if len(labelled) < _FEWEST or len(names) < 2 or len(names) == len(labelled):
        return []
    if len(labelled) < _LEAST_SHARE * len(paragraphs):
        return []
    return [turn for label, paragraph in labelled if (turn := _turn(analysis, label, paragraph))]


def _label(text: str, paragraph: Span) -> Span | None:
    colon = text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LABEL))
    label = text[paragraph.start : colon] if colon > 0 else ""
    if not label or "\n" in label or colon + 2 >= paragraph.end:
        return None
    shouted = label.isupper() and any(character.isalpha() for character in label)
    if label in _LETTERS or shouted:
        return Span(paragraph.start, colon)
    return None


def _turn(analysis: Analysis, label: Span, paragraph: Span) -> Passage | None:
    text, start = analysis.text, label.end + 1
    while start < paragraph.end and text[start].isspace():
        start += 1
    first, last = token_range(analysis, start, paragraph.end)
    if start >= paragraph.end or first > last:
        return None
    return Passage(
        fragments=(Span(start, paragraph.end),), kind=Kind.DIRECT, how="turn", first=first, last=last, turn=label
    )
