"""How near a mention stands to the passage."""

from core.model.reading import Mention
from core.rank.candidates import token_distance
from core.rank.feature import feature
from core.rank.situation import Situation


@feature("distance.tokens")
def tokens(situation: Situation, mention: Mention) -> float:
    """Tokens to the nearer end of the passage, in tens, at most ten tens."""
    return min(100, token_distance(mention, situation.passage)) / 10


@feature("distance.same_sentence", says="in the same sentence")
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
