"""Puts marks and reported clauses together: which passages of a text are quotes, and of which kind."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model.analysis import Analysis
from core.model.reading import Cue, Marked, Passage
from core.model.spans import Span, shared
from core.model.terms import Kind
from core.nlp.attribution import Attributor
from core.nlp.indirect import Clause
from core.nlp.joining import join
from core.nlp.lexicon import lexicon
from core.nlp.mixing import mix
from core.nlp.token_marks import CLOSING, token_range

_FUNCTION_WORDS = frozenset({"that", "and", "but", "if", "whether", "to"})
_SHORT = 3
"""Marked words, this many or fewer, that hang on no cue are a title or a scare quote."""
_LONGEST_TITLE = 7
_NEAR = 6
"""Passages back that one may overlap."""
_WEAK = frozenset({"none", "loose", "clause", "before"})
"""Rules by which marked words may also be part of the author's own sentence."""


@dataclass(slots=True)
class _Assembly:
    analysis: Analysis
    marks: Sequence[Marked]
    inside: Sequence[int]
    passages: list[Passage] = field(default_factory=list)
    governed: dict[int, Cue] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


def find_passages(
    analysis: Analysis, marks: Sequence[Marked], inside: Sequence[int], cues: Sequence[Cue], clauses: Sequence[Clause]
) -> list[Passage]:
    """Return the quotes in text order, none overlapping another, pieces around an attribution joined."""
    assembly = _Assembly(analysis, marks, inside)
    for clause in _outermost(clauses):
        _take_clause(assembly, clause)
    attributor = Attributor(analysis, cues, inside)
    for number, mark in enumerate(marks):
        if number not in assembly.used:
            _take_mark(assembly, number, mark, attributor)
    assembly.passages.sort(key=lambda passage: passage.fragments)
    return _apart(mix(analysis, join(analysis, assembly.passages)))


def _outermost(clauses: Sequence[Clause]) -> list[Clause]:
    """A clause inside another one is part of it."""
    kept: list[Clause] = []
    for clause in sorted(clauses, key=lambda clause: (clause.first, -clause.last)):
        if not kept or clause.first > kept[-1].last:
            kept.append(clause)
    return kept


def _take_clause(assembly: _Assembly, clause: Clause) -> None:
    """An unmarked clause is indirect, one with marked words mixed; one that is all marked belongs to its marks."""
    analysis, inside = assembly.analysis, assembly.inside
    tokens = [token for first, last in clause.pieces for token in range(first, last + 1)]
    words = [token for token in tokens if analysis.words[token][:1].isalnum()]
    free = [token for token in words if inside[token] < 0 and analysis.words[token] not in _FUNCTION_WORDS]
    touched = sorted({inside[token] for token in tokens if inside[token] >= 0})
    if touched and (len(free) < 2 or 5 * len(free) < len(words)):
        for number in touched:
            assembly.governed.setdefault(number, clause.cue)
        return
    if not words or assembly.used & set(touched):
        return
    marked = [number for number in touched if not _is_scare(analysis, assembly.marks[number])]
    assembly.used.update(touched)
    fragments = _fragments(assembly, clause, touched)
    first, last = token_range(analysis, fragments[0].start, fragments[-1].end)
    assembly.passages.append(
        Passage(
            fragments=fragments,
            kind=Kind.MIXED if marked else Kind.INDIRECT,
            how="source" if clause.cue.sort == "source" else "noun" if clause.cue.sort == "noun" else "reported",
            first=first,
            last=last,
            quoted=tuple(assembly.marks[number].span for number in marked),
            cue=clause.cue,
        )
    )


def _is_scare(analysis: Analysis, mark: Marked) -> bool:
    """One marked word that describes the noun after it."""
    first, last = token_range(analysis, mark.start, mark.end)
    words = [token for token in range(first, last + 1) if analysis.words[token][:1].isalnum()]
    if mark.family == "single" and len(words) <= _SHORT:
        return True
    return len(words) == 1 and analysis.heads[words[0]] > last and analysis.pos[analysis.heads[words[0]]] == "NOUN"


def _fragments(assembly: _Assembly, clause: Clause, touched: list[int]) -> tuple[Span, ...]:
    """Marks are never cut: a fragment that touches marked words takes them whole."""
    fragments: list[Span] = []
    for first, last in clause.pieces:
        start, end = assembly.analysis.span(first, last)
        for number in touched:
            mark = assembly.marks[number]
            if mark.start < end and mark.end > start:
                start, end = min(start, mark.start), max(end, mark.end)
        if fragments and start <= fragments[-1].end:
            fragments[-1] = Span(fragments[-1].start, max(end, fragments[-1].end))
        else:
            fragments.append(Span(start, end))
    return tuple(fragments)


def _take_mark(assembly: _Assembly, number: int, mark: Marked, attributor: Attributor) -> None:
    analysis = assembly.analysis
    first, last = token_range(analysis, mark.start, mark.end)
    found = attributor.attribution(mark)
    cue, how = found.cue, found.how
    if number in assembly.governed and how in ("none", "loose", "colon"):
        cue, how = assembly.governed[number], "clause"
    if how in _WEAK and first > 0 and analysis.words[first - 1] in lexicon().namers:
        return
    sentence = _is_sentence(analysis.text, mark) and not _is_named(analysis, first, last)
    if how in _WEAK and not sentence and _is_no_speech(analysis, first, last, how):
        return
    own_words = cue is not None and cue.sort == "noun" and how == "before"
    loose = own_words or (how in _WEAK and not _opens_after_comma(analysis, first))
    part = loose and not sentence and mark.turns == 1 and mark.closed
    assembly.passages.append(
        Passage(
            fragments=(mark.span,),
            kind=Kind.MIXED if part else Kind.DIRECT,
            how=how,
            first=first,
            last=last,
            quoted=(mark.span,),
            cue=cue,
        )
    )


def _is_no_speech(analysis: Analysis, first: int, last: int, how: str) -> bool:
    """Whether marked words without an attribution beside them are a title, a name or a scare quote."""
    words = [token for token in range(first, last + 1) if analysis.words[token][:1].isalnum()]
    if len(words) <= _SHORT and how == "none":
        return True
    return _is_title(analysis, first, last)


def _is_title(analysis: Analysis, first: int, last: int) -> bool:
    words = [token for token in range(first, last + 1) if analysis.words[token][:1].isalnum()]
    long_words = [token for token in words if len(analysis.words[token]) > _SHORT]
    capitals = sum(1 for token in long_words if analysis.surface(token)[:1].isupper())
    return len(words) > 1 and len(words) <= _LONGEST_TITLE and capitals == len(long_words) > 0


def _is_named(analysis: Analysis, first: int, last: int) -> bool:
    """Whether the words are a title in the middle of a sentence: NBC's “Meet the Press.”"""
    led = first > 0 and analysis.pos[first - 1] in ("NOUN", "PROPN", "ADJ", "PART", "ADP", "DET", "PRON")
    return led and _is_title(analysis, first, last)


def _opens_after_comma(analysis: Analysis, first: int) -> bool:
    """Whether the words before lead up to a quotation: "said, “", "said: “"; a list of marked words does not."""
    if first < 2 or analysis.words[first - 1] not in (",", ":"):
        return False
    return analysis.words[first - 2][-1:] not in CLOSING


def _is_sentence(text: str, mark: Marked) -> bool:
    inner = text[mark.start : mark.end].strip("\"”“’'»«‹›„`″ ")
    return inner[-1:] in (".", "!", "?", ",", "…") and inner[:1].isupper()


def _apart(passages: list[Passage]) -> list[Passage]:
    kept: list[Passage] = []
    for passage in passages:
        if not any(shared(passage.fragments, other.fragments) for other in kept[-_NEAR:]):
            kept.append(passage)
    return kept
