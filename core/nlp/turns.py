"""Turns of a transcript or an interview: paragraphs that open with "NAME:" or "Q:", and those that go on from them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from core.model.analysis import Analysis
from core.model.reading import Cue, Marked, Passage
from core.model.spans import Span
from core.model.terms import Kind
from core.nlp.lexicon import lexicon
from core.nlp.token_marks import token_range

_FEWEST = 3
_LEAST_SHARE = 0.4
"""Of the paragraphs, so that a few labels in an article make no transcript of it."""
_DENSE = 0.6
"""Of the paragraphs from the first turn to the last; then those without a label are speech as well."""
_LONGEST_LABEL = 32
_MOST_WORDS = 4
_LETTER = re.compile(r"(\w+)(?:\.:|[.:])\s")
_ASIDE = ("(", "[", "*")


def find_turns(
    analysis: Analysis, paragraphs: Sequence[Span], marks: Sequence[Marked] = (), cues: Sequence[Cue] = ()
) -> list[Passage]:
    """Return the turns, or nothing if the text is no transcript: at least three turns, of two labels or more,
    in a good part of the paragraphs; of questions and answers, two will do. Turns may stand in quotation marks.
    """
    text = analysis.text
    labels = _labels(text, paragraphs)
    if not labels or len(labels) < _LEAST_SHARE * len(paragraphs):
        return []
    names = {text[label.start : label.end] for label in labels.values()}
    letters = all(name.lower() in _letters() for name in names)
    if len(names) < 2 or (not letters and (len(labels) < _FEWEST or len(names) == len(labels))):
        return []
    whole = {mark.start: mark for mark in marks}
    told = _told(analysis, cues)
    spoken = [(place, label) for place, label in _with_speech(labels) if place in labels or not told(paragraphs[place])]
    turns = (_turn(analysis, label, paragraphs[place], whole) for place, label in spoken)
    return [turn for turn in turns if turn]


def _letters() -> frozenset[str]:
    return lexicon().questions | lexicon().answers


def _labels(text: str, paragraphs: Sequence[Span]) -> dict[int, Span]:
    """The labels that are sure, by the place of their paragraph."""
    found = {place: label for place, paragraph in enumerate(paragraphs) if (label := _label(text, paragraph))}
    words = {place: text[label.start : label.end] for place, label in found.items()}
    # "A. Ruiz said" opens with a letter too; only beside questions is it an answer.
    asked = any(word.lower() in lexicon().questions for word in words.values())
    counts = Counter(words.values())
    return {place: found[place] for place, word in words.items() if _is_sure(word, counts, asked=asked)}


def _with_speech(labels: Mapping[int, Span]) -> Iterator[tuple[int, Span]]:
    """Yield the place and the label of each turn; a paragraph without one may go on with the label before it."""
    first, last = min(labels), max(labels)
    dense = len(labels) >= _DENSE * (last - first + 1)
    label = labels[first]
    for place in range(first, last + 1):
        label = labels.get(place, label)
        if place in labels or dense:
            yield place, label


def _told(analysis: Analysis, cues: Sequence[Cue]) -> Callable[[Span], bool]:
    """Return who tells whether a paragraph is the paper's: an aside, a report, or words about somebody."""
    pronouns = lexicon().selves
    reports = [cue.token for cue in cues if cue.subject is not None and analysis.words[cue.subject] not in pronouns]
    people = [entity.first for entity in analysis.entities if entity.label == "PERSON"]

    def told(paragraph: Span) -> bool:
        first, last = token_range(analysis, *paragraph)
        if analysis.text.startswith(_ASIDE, paragraph.start) or any(first <= token <= last for token in reports):
            return True
        own = not pronouns.isdisjoint(analysis.words[first : last + 1])
        return not own and any(first <= token <= last for token in people)

    return told


def _label(text: str, paragraph: Span) -> Span | None:
    letter = _LETTER.match(text, paragraph.start, paragraph.end)
    if letter and letter[1].lower() in _letters() and letter[1][0].isupper():
        return Span(*letter.span(1))
    colon = text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LABEL))
    label = text[paragraph.start : colon] if colon > 0 else ""
    if not label or "\n" in label or colon + 2 >= paragraph.end:
        return None
    return Span(paragraph.start, colon) if _is_shouted(label) or _is_named(label) else None


def _is_shouted(label: str) -> bool:
    return label.isupper() and all(character.isalnum() or character in " .,'’-()" for character in label)


def _is_named(label: str) -> bool:
    words = label.split()
    return len(words) <= _MOST_WORDS and all(word[:1].isupper() for word in words)


def _is_sure(label: str, counts: Counter[str], *, asked: bool) -> bool:
    """A label in small letters might be any heading ("Monday:"); one that comes again is a voice."""
    if label.lower() in _letters():
        return asked
    return _is_shouted(label) or counts[label] > 1


def _turn(analysis: Analysis, label: Span, paragraph: Span, marks: Mapping[int, Marked]) -> Passage | None:
    text, start = analysis.text, paragraph.start
    if label.start == start:
        start = label.end
        while start < paragraph.end and (text[start].isspace() or text[start] in ".:"):
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
