"""Posts without marks, such as: She wrote online: Bridge shut. Use the ferry."""

from collections.abc import Sequence

from core.model.analysis import Analysis
from core.model.reading import Cue, Passage
from core.model.spans import Span
from core.model.terms import Kind
from core.nlp.lexicon import lexicon

_FAR = 16
"""Tokens between the cue and its colon."""
_FEWEST = 2


def find_posts(analysis: Analysis, cues: Sequence[Cue], inside: Sequence[int]) -> list[Passage]:
    """Return what stands behind the colon of a verb of posting, up to the paragraph's end or the next report."""
    found = []
    for cue in cues:
        posts = cue.lemma in lexicon().posting and analysis.child(cue.token, "dobj") is None
        if posts and (first := _behind_colon(analysis, cue, inside)):
            last = _last(analysis, first, cues)
            span = Span(analysis.starts[first], analysis.ends[last])
            found.append(Passage(fragments=(span,), kind=Kind.DIRECT, how="before", first=first, last=last, cue=cue))
    return found


def _behind_colon(analysis: Analysis, cue: Cue, inside: Sequence[int]) -> int:
    """The first token behind the colon, or 0 if there is none or words in marks follow."""
    paragraph = analysis.paragraphs[cue.token]
    for token in range(cue.token + 1, min(cue.token + _FAR, len(analysis) - _FEWEST)):
        if analysis.paragraphs[token] != paragraph or inside[token] >= 0 or analysis.words[token] in (".", ";"):
            return 0
        if analysis.words[token] == ":":
            following = token + 1
            while following < len(analysis) and analysis.pos[following] == "SPACE":
                following += 1
            open_ = following < len(analysis) and inside[following] < 0
            return following if open_ and analysis.paragraphs[following] == paragraph else 0
    return 0


def _last(analysis: Analysis, first: int, cues: Sequence[Cue]) -> int:
    """Where the post ends: with the paragraph, or before the sentence in which the paper reports again."""
    selves = lexicon().selves
    reports = {
        analysis.sentences[cue.token]
        for cue in cues
        if cue.token > first and cue.subject is not None and analysis.words[cue.subject] not in selves
    }
    last = first
    while last + 1 < len(analysis) and analysis.paragraphs[last + 1] == analysis.paragraphs[first]:
        if analysis.sentences[last + 1] in reports and analysis.sentences[last + 1] != analysis.sentences[first]:
            break
        last += 1
    while last > first and analysis.pos[last] == "SPACE":
        last -= 1
    return last
