"""When nobody in the text is the source; the option beside all mentions."""

from core.rank.feature import feature
from core.rank.situation import Situation


@feature("nobody.cue")
def cue(situation: Situation, _: None) -> float:
    """1 if the cue has a subject."""
    return float(situation.subject is not None)


@feature("nobody.cue_without_subject")
def cue_without_subject(situation: Situation, _: None) -> float:
    """1 if there is a cue without one."""
    return float(situation.passage.cue is not None and situation.subject is None)


@feature("nobody.passive")
def passive(situation: Situation, _: None) -> float:
    """1 if the cue is a passive that leaves the source out."""
    return float(situation.passage.cue is not None and situation.passage.cue.passive)


@feature("nobody.no_cue")
def no_cue(situation: Situation, _: None) -> float:
    """1 without a cue, behind a passage that has a source."""
    return float(situation.passage.cue is None and _continued(situation))


@feature("nobody.alone")
def alone(situation: Situation, _: None) -> float:
    """1 without a cue and without a source just before."""
    return float(situation.passage.cue is None and not _continued(situation))


def _continued(situation: Situation) -> bool:
    return situation.previous is not None and situation.previous.mention is not None
