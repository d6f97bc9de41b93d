"""Reads a parsed text: marks, cues, mentions, people and passages in one go."""

from collections.abc import Sequence

from core.model.analysis import Analysis
from core.model.reading import Passage, Reading
from core.model.spans import Span, shared
from core.nlp.aliases import gather
from core.nlp.cues import find_cues
from core.nlp.indirect import find_clauses
from core.nlp.mentions import find_mentions
from core.nlp.passages import find_passages
from core.nlp.posts import find_posts
from core.nlp.quote_marks import pair_marks
from core.nlp.token_marks import speech_marks, tokens_inside
from core.nlp.turns import find_turns
from core.nlp.unclosed import without_attributions


def read(analysis: Analysis, paragraphs: Sequence[Span]) -> Reading:
    """Return all that the rules find in a text; nothing of it says yet who spoke."""
    text = analysis.text
    marked = pair_marks(text, paragraphs)
    marks = without_attributions(analysis, speech_marks(text, marked))
    inside = tokens_inside(analysis, marks)
    cues = find_cues(analysis, inside)
    mentions, people = gather(analysis, find_mentions(analysis, cues, inside))
    turns = find_turns(analysis, paragraphs, marks, cues)
    spoken = {analysis.paragraphs[turn.first] for turn in turns}
    posts = [post for post in find_posts(analysis, cues, inside) if analysis.paragraphs[post.first] not in spoken]
    found = find_passages(analysis, marks, inside, cues, find_clauses(analysis, cues))
    others = [other for other in found if analysis.paragraphs[other.first] not in spoken and _is_free(other, posts)]
    passages = [*turns, *posts, *others]
    passages.sort(key=lambda passage: passage.fragments)
    return Reading(
        analysis=analysis,
        marked=marked,
        cues=cues,
        mentions=mentions,
        people=people,
        passages=tuple(passages),
    )


def _is_free(passage: Passage, posts: Sequence[Passage]) -> bool:
    return not any(shared(passage.fragments, post.fragments) for post in posts)
