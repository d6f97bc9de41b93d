"""What the mention does in its sentence."""

from core.model.reading import Mention
from core.rank.feature import feature
from core.rank.situation import Situation

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@feature("syntax.subject_of_cue", says="subject of “{cue}”")
def subject_of_cue(situation: Situation, mention: Mention) -> float:
    """1 for whom the cue's verb names as its subject."""
    cue = situation.passage.cue
    return float(cue is not None and cue.sort in ("verb", "colon") and situation.subject is mention)


@feature("syntax.subject", says="subject of its sentence")
def subject(situation: Situation, mention: Mention) -> float:
    """1 for any subject."""
    return float(situation.atlas.analysis.deps[mention.head] in _SUBJECTS)


@feature("syntax.modifier")
def modifier(situation: Situation, mention: Mention) -> float:
    """1 for a mention that only describes another noun."""
    return float(situation.atlas.analysis.deps[mention.head] in ("compound", "poss", "amod", "nmod"))


@feature("syntax.object")
def object_(situation: Situation, mention: Mention) -> float:
    """1 for objects, of verbs and of prepositions."""
    return float(situation.atlas.analysis.deps[mention.head] in ("dobj", "pobj", "dative"))


@feature("syntax.passive_thing")
def passive_thing(situation: Situation, mention: Mention) -> float:
    """1 for a noun that names no role and no body, to which something is done ("a note was found")."""
    plain = mention.sort == "nominal" and not mention.roles and not mention.body
    return float(plain and situation.atlas.analysis.deps[mention.head] == "nsubjpass")


@feature("syntax.passive_subject")
def passive_subject(situation: Situation, mention: Mention) -> float:
    """1 for what something is done to."""
    return float(situation.atlas.analysis.deps[mention.head] == "nsubjpass")
