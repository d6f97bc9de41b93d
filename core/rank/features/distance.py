"""How near a mention stands to the passage."""

import math

from core.model.reading import Mention
from core.rank.candidates import token_distance
from core.rank.feature import feature
from core.rank.situation import Situation

_BESIDE = 2
"""Tokens from the head of a mention to the cue."""


@feature("distance.tokens")
def tokens(situation: Situation, mention: Mention) -> float:
    """Tokens to the nearer end of the passage, as a logarithm: ten more count less the farther away it is."""
    return math.log2(1 + token_distance(mention, situation.passage))


@feature("distance.before_cue", says="just before “{cue}”")
def before_cue(situation: Situation, mention: Mention) -> float:
    """1 for a mention that ends right before a cue whose subject is not known."""
    cue = situation.passage.cue
    return float(cue is not None and situation.subject is None and 0 < cue.token - mention.head <= _BESIDE)


@feature("distance.after_cue", says="just after “{cue}”")
def after_cue(situation: Situation, mention: Mention) -> float:
    """1 for a mention that begins right after a cue whose subject is not known."""
    cue = situation.passage.cue
    if cue is None or situation.subject is not None or mention.head < cue.token:
        return 0.0
    gap = situation.atlas.analysis.text[cue.span.end : mention.span.start]
    return float(mention.span.start >= cue.span.end and not gap.strip())


@feature("distance.same_sentence")
def same_sentence(situation: Situation, mention: Mention) -> float:
    """1 in the sentence of the cue."""
    return float(situation.atlas.analysis.sentences[mention.head] == situation.sentence)


@feature("distance.same_paragraph", says="named in the same paragraph")
def same_paragraph(situation: Situation, mention: Mention) -> float:
    """1 in the paragraph of the passage."""
    return float(situation.atlas.analysis.paragraphs[mention.head] == situation.paragraph)


@feature("distance.paragraph_above", says="named one paragraph up")
def paragraph_above(situation: Situation, mention: Mention) -> float:
    """1 in the paragraph before the passage."""
    return float(situation.atlas.analysis.paragraphs[mention.head] == situation.paragraph - 1)


@feature("distance.paragraphs")
def paragraphs(situation: Situation, mention: Mention) -> float:
    """Paragraphs between the mention and the passage."""
    return float(abs(situation.atlas.analysis.paragraphs[mention.head] - situation.paragraph))


@feature("distance.later")
def later(situation: Situation, mention: Mention) -> float:
    """1 for a mention after a passage that has no cue: sources are named first."""
    return float(situation.passage.cue is None and mention.head > situation.passage.last)
