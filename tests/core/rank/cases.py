"""Everything in the example reading that a feature may be asked about."""

from core.rank.candidates import candidates
from core.rank.doubt import Doubt
from core.rank.feature import Judges
from core.rank.reference import Reference
from core.rank.situation import Atlas, Elected, Situation
from tests.core.rank.readings import reading


def _cases():
    atlas = Atlas(reading())
    first, second = atlas.reading.passages
    minister = atlas.reading.mentions[2]
    earlier = (Elected(first, minister, 0),)
    situations = [Situation(atlas, first), Situation(atlas, second, earlier)]
    references = [Reference(atlas, mention, earlier=earlier) for mention in atlas.reading.mentions]
    doubts = [Doubt(first, 0.9, 0.8, 0.1, minister, subject=True), Doubt(second, 0.5, 0.5, 0.5)]
    return {
        Judges.MENTION: [(situation, mention) for situation in situations for mention in candidates(situation)],
        Judges.NOBODY: [(situation, None) for situation in situations],
        Judges.ANTECEDENT: [(reference, person) for reference in references for person in reference.persons()],
        Judges.ITSELF: [(reference, None) for reference in references],
        Judges.SPAN: [(first, None), (second, None)],
        Judges.TRUST: [(doubt, None) for doubt in doubts],
    }


CASES = _cases()
"""By what is judged: the case and the option of each call."""
