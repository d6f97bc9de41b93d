"""What the cue says about a mention."""

from core.model.reading import Mention
from core.rank.feature import feature
from core.rank.situation import Situation


@feature("cue.source", says="named after “{cue}”")
def source(situation: Situation, mention: Mention) -> float:
    """1 for X in "according to X"."""
    cue = situation.passage.cue
    return float(cue is not None and cue.sort == "source" and situation.subject is mention)


@feature("cue.owner", says="whose “{cue}” it is")
def owner(situation: Situation, mention: Mention) -> float:
    """1 for X in "X's claim that"."""
    cue = situation.passage.cue
    return float(cue is not None and cue.sort == "noun" and situation.subject is mention)


@feature("cue.strength")
def strength(situation: Situation, mention: Mention) -> float:
    """How sure a sign of speech the cue is, for its subject."""
    cue = situation.passage.cue
    return cue.strength if cue is not None and situation.subject is mention else 0.0


@feature("cue.speaks_nearby", says="speaks nearby")
def speaks_nearby(situation: Situation, mention: Mention) -> float:
    """1 for the subject of some cue, where the passage has none of its own."""
    return float(situation.subject is None and mention.head in situation.atlas.cue_subjects)


@feature("cue.beside_subject")
def beside_subject(situation: Situation, mention: Mention) -> float:
    """1 for everybody else, where the cue has a subject."""
    return float(situation.subject is not None and situation.subject is not mention)
