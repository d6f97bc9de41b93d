"""Where paragraphs end: at blank lines, and at single line breaks that are not just wrapped lines."""

from core.model.spans import Span

BREAKS = "\n\r\u2028\u2029\x0b\x0c\x85"
"""The characters that end a line."""
_FINAL = frozenset(".!?:;…\"”“»«’'‘)*")
_WRAP = 45
"""A line shorter than this was not wrapped for its length."""


def paragraph_spans(text: str) -> list[Span]:
    """Return the paragraphs in order, without the white space around them."""
    spans: list[Span] = []
    start, end = -1, -1
    for line in _lines(text):
        inner = _stripped(text, line)
        if inner.start == inner.end:
            if start >= 0:
                spans.append(Span(start, end))
            start = -1
            continue
        if start >= 0 and _ends(text, Span(start, end), line.start):
            spans.append(Span(start, end))
            start = -1
        start, end = (inner.start if start < 0 else start), inner.end
    if start >= 0:
        spans.append(Span(start, end))
    return spans


def _lines(text: str) -> list[Span]:
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        lines.append(Span(start, start + len(line)))
        start += len(line)
    return lines


def _stripped(text: str, span: Span) -> Span:
    line = text[span.start : span.end]
    start = span.start + len(line) - len(line.lstrip())
    return Span(start, max(start, span.start + len(line.rstrip())))


def _ends(text: str, paragraph: Span, following: int) -> bool:
    """Whether a paragraph that has come to a single line break ends there."""
    last_break = max(text.rfind(mark, paragraph.start, paragraph.end) for mark in BREAKS)
    length = paragraph.end - max(paragraph.start, last_break + 1)
    return text[paragraph.end - 1] in _FINAL or length < _WRAP or length > 2 * _WRAP + 20 or following < 0
