"""Who has just been speaking."""

from core.model.reading import Mention
from core.rank.feature import feature
from core.rank.situation import Elected, Situation

_SHORT = 30
"""Tokens of a line of dialogue."""


def _is(mention: Mention, elected: Elected | None) -> bool:
    if elected is None or elected.mention is None:
        return False
    return mention.head == elected.mention.head


def _cueless(situation: Situation) -> bool:
    return situation.subject is None


@feature("discourse.same_turn", says="same turn as the quote before")
def same_turn(situation: Situation, mention: Mention) -> float:
    """1 for the last winner, where a quote without a cue goes on in the same paragraph."""
    before = situation.previous
    if before is None or not _cueless(situation) or not _is(mention, before):
        return 0.0
    return float(situation.atlas.analysis.paragraphs[before.passage.last] == situation.paragraph)


@feature("discourse.next_paragraph", says="spoke in the paragraph before")
def next_paragraph(situation: Situation, mention: Mention) -> float:
    """1 for the last winner, where a quote without a cue opens the next paragraph and nobody is answering."""
    before = situation.previous
    if before is None or not _cueless(situation) or not _is(mention, before) or _answered(situation) is not None:
        return 0.0
    return float(situation.atlas.analysis.paragraphs[before.passage.last] == situation.paragraph - 1)


@feature("discourse.alternates", says="the other voice of the dialogue")
def alternates(situation: Situation, mention: Mention) -> float:
    """1 for the winner before the last one, in a dialogue of short paragraphs, each a single quote."""
    return float(_is(mention, _answered(situation)))


def _answered(situation: Situation) -> Elected | None:
    """Return who is likely to speak next in a dialogue: two voices, short paragraphs, a question among them."""
    if len(situation.earlier) < 2 or situation.passage.cue is not None:
        return None
    analysis = situation.atlas.analysis
    one, two = situation.earlier[-2:]
    places = [analysis.paragraphs[won.passage.first] for won in (one, two)]
    if places != [situation.paragraph - 2, situation.paragraph - 1] or one.mention is None or two.mention is None:
        return None
    passages = (one.passage, two.passage, situation.passage)
    short = all(passage.last - passage.first < _SHORT for passage in passages)
    asked = any("?" in analysis.words[passage.first : passage.last + 1] for passage in passages)
    return one if short and asked and one.mention.head != two.mention.head else None


@feature("discourse.sentence_before", says="subject of the sentence before")
def sentence_before(situation: Situation, mention: Mention) -> float:
    """1 for the subject just before a quote without a cue, and for a name in apposition to it."""
    return float(_subject_before(situation, mention) is not None)


@feature("discourse.leads_in", says="leads up to the quote")
def leads_in(situation: Situation, mention: Mention) -> float:
    """1 for that subject, where its sentence is all of a paragraph, without a quote, before one that a quote opens."""
    analysis, subject = situation.atlas.analysis, _subject_before(situation, mention)
    first, before = situation.passage.first, situation.previous
    if subject is None or not situation.opens_paragraph or analysis.paragraphs[subject] != situation.paragraph - 1:
        return 0.0
    if before is not None and analysis.paragraphs[before.passage.last] == situation.paragraph - 1:
        return 0.0
    return float(analysis.sentences[subject] == analysis.sentences[first] - 1 and situation.atlas.opens(subject))


def _subject_before(situation: Situation, mention: Mention) -> int | None:
    """The subject of the sentence just before a quote without a cue, if the mention is it or is in apposition to it."""
    analysis = situation.atlas.analysis
    subject = analysis.heads[mention.head] if analysis.deps[mention.head] == "appos" else mention.head
    if not _cueless(situation) or analysis.deps[subject] != "nsubj":
        return None
    gap = analysis.sentences[situation.passage.first] - analysis.sentences[subject]
    return subject if gap in (0, 1) and subject < situation.passage.first else None


@feature("discourse.same_person", says="spoke just before")
def same_person(situation: Situation, mention: Mention) -> float:
    """1 for another mention of the last winner."""
    before = situation.previous
    return float(before is not None and before.person is not None and mention.person == before.person)


@feature("discourse.spoke", says="speaks in this article")
def spoke(situation: Situation, mention: Mention) -> float:
    """1 for whoever has won before."""
    return float(mention.person is not None and any(won.person == mention.person for won in situation.earlier))
