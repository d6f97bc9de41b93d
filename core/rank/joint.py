"""Who says a quote together with its speaker: "Luca and Bea Conti said"."""

from collections.abc import Sequence

from core.model.reading import Mention
from core.rank.situation import Situation
from core.rank.standing import Standing

_MOST = 5


def joint(situation: Situation, standings: Sequence[Standing]) -> tuple[Mention, ...]:
    """Return the named people joined to the winner by "and", if the winner is the cue's subject."""
    subject = situation.subject
    if subject is None or not standings or standings[0].mention is not subject:
        return ()
    analysis = situation.atlas.analysis
    found: list[Mention] = []
    token = subject.head
    while len(found) < _MOST:
        following = analysis.child(token, "conj")
        mention = None if following is None else situation.atlas.mention_at(following)
        if following is None or mention is None or mention.person is None or mention is subject:
            break
        found.append(mention)
        token = following
    return tuple(found)
