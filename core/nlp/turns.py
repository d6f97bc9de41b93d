"""Turns of a transcript or an interview: paragraphs that open with "NAME:" or "Q:", and those that go on from them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from core.model.analysis import Analysis
from core.model.reading import Cue, Marked, Passage
from core.model.spans import Span
from core.model.terms import Kind
from core.nlp.lexicon import lexicon
from core.nlp.token_marks import token_range

_FEWEST = 3
_LEAST_SHARE = 0.4
"""Of the paragraphs, so that a few labels in an article make no transcript of it."""
_GAP = 3
"""Paragraphs from one label of a conversation to the next, at most."""
_LONGEST_LABEL = 32
_MOST_WORDS = 4
_LETTER = re.compile(r"(\w+)(?:\.:|[.:])\s")
_ROLE = re.compile(r"\s*(?:\([^()]*\)|,.*)$")
"""What may follow the name in a label: "ALDOUS (moderator)", "ALDOUS, moderator"."""
_ASIDE = ("(", "[", "*")

Labels = dict[int, Span]
"""The label of each paragraph that has one, by the place of the paragraph."""


def find_turns(
    analysis: Analysis, paragraphs: Sequence[Span], marks: Sequence[Marked] = (), cues: Sequence[Cue] = ()
) -> list[Passage]:
    """Return the turns of a transcript, or of the conversations in an article: at least three, of two labels or more,
    in a good part of the paragraphs or one after another; of questions and answers, two will do. Turns may stand in
    quotation marks. What the paper tells between them is none.
    """
    text = analysis.text
    labels = _labels(text, paragraphs)
    blocks = _neighbours(labels) if _is_transcript(text, labels, len(paragraphs)) else _conversations(text, labels)
    turns: list[Passage | None] = []
    whole = {mark.start: mark for mark in marks}
    told = _told(analysis, cues) if labels else None
    for block in blocks:
        for place, label in _with_speech(text, block, len(paragraphs)):
            if place in block or (told and not told(paragraphs[place])):
                turns.append(_turn(analysis, label, paragraphs[place], whole))
    return [turn for turn in turns if turn]


def _is_transcript(text: str, labels: Labels, paragraphs: int) -> bool:
    """Whether the whole text is one: labels in a good part of its paragraphs."""
    names = {_name(text, label) for label in labels.values()}
    if len(labels) < max(2, _LEAST_SHARE * paragraphs):
        return False
    return _is_interview(names) or (len(labels) >= _FEWEST and 2 <= len(names) < len(labels))


def _conversations(text: str, labels: Labels) -> Iterator[Labels]:
    """Yield the labels of each conversation in an article: close to each other, of voices that it knows by name."""
    for block in _neighbours(labels):
        names = {_name(text, label) for label in block.values()}
        known = any(re.search(rf"\b{re.escape(name.split()[-1].title())}\b", text) for name in names)
        voices = len(block) >= _FEWEST and 2 <= len(names) < len(block) and known
        if voices or (len(block) >= 2 and _is_interview(names)):
            yield block


def _neighbours(labels: Labels) -> Iterator[Labels]:
    """Yield the labels in groups, none of which is broken by more than two paragraphs without a label."""
    block: Labels = {}
    for place, label in labels.items():
        if block and place - max(block) > _GAP:
            yield block
            block = {}
        block[place] = label
    if block:
        yield block


def _is_interview(names: Iterable[str]) -> bool:
    return all(name.lower() in lexicon().questions | lexicon().answers for name in names)


def _name(text: str, label: Span) -> str:
    return text[label.start : label.end]


def _labels(text: str, paragraphs: Sequence[Span]) -> Labels:
    """The labels that are sure, by the place of their paragraph."""
    found = {place: label for place, paragraph in enumerate(paragraphs) if (label := _label(text, paragraph))}
    words = {place: _name(text, label) for place, label in found.items()}
    # "A. Ruiz said" opens with a letter too; only beside questions is it an answer.
    asked = any(word.lower() in lexicon().questions for word in words.values())
    counts = Counter(words.values())
    return {place: found[place] for place, word in words.items() if _is_sure(word, counts, asked=asked)}


def _with_speech(text: str, block: Labels, paragraphs: int) -> Iterator[tuple[int, Span | None]]:
    """Yield the place and the label of each turn; a paragraph without one goes on with the speaker, or answers.

    Where answers have no label either, nobody is named for them.
    """
    first, last = min(block), max(block)
    answers = [label for label in block.values() if _name(text, label).lower() in lexicon().answers]
    label: Span | None = None
    for place in range(first, min(last + 2, paragraphs)):
        asked = place - 1 in block and _name(text, block[place - 1]).lower() in lexicon().questions
        label = block.get(place, label)
        if place not in block and asked:
            others = [other for other in block.values() if _name(text, other).lower() not in lexicon().questions]
            label = answers[0] if answers else others[0] if others else None
        if place in block or asked or place < last:
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
    if letter and _is_interview([letter[1]]) and letter[1][0].isupper():
        return Span(*letter.span(1))
    colon = text.find(":", paragraph.start, min(paragraph.end, paragraph.start + _LONGEST_LABEL))
    label = text[paragraph.start : colon] if colon > 0 else ""
    if not label or "\n" in label or colon + 2 >= paragraph.end:
        return None
    voice = _ROLE.sub("", label)
    return Span(paragraph.start, paragraph.start + len(voice)) if _is_shouted(voice) or _is_named(voice) else None


def _is_shouted(label: str) -> bool:
    return label.isupper() and all(character.isalnum() or character in " .,'’-()" for character in label)


def _is_named(label: str) -> bool:
    words = label.split()
    return len(words) <= _MOST_WORDS and all(word[:1].isupper() for word in words)


def _is_sure(label: str, counts: Counter[str], *, asked: bool) -> bool:
    """A label in small letters might be any heading ("Monday:"); one that comes again is a voice."""
    if _is_interview([label]):
        return asked
    return _is_shouted(label) or counts[label] > 1


def _turn(analysis: Analysis, label: Span | None, paragraph: Span, marks: Mapping[int, Marked]) -> Passage | None:
    text, start = analysis.text, paragraph.start
    if label is not None and label.start == start:
        start = max(label.end, text.find(":", label.end, label.end + _LONGEST_LABEL))
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
