"""The reason for a candidate in words, from the features that carried it."""

from collections.abc import Sequence

from core.model.reading import Mention
from core.rank.feature import Feature
from core.rank.situation import Situation

_LEAST = 0.05
_LONGEST = 40
"""Characters of a mention that are shown."""


def evidence(
    situation: Situation, mention: Mention, carried: Sequence[tuple[float, Feature]], *, named: int | None
) -> str:
    """Return the weightiest reason; a mention that is no name is shown before it, since it was taken for one."""
    text = situation.atlas.analysis.text
    cue = situation.passage.cue
    weight, feature = max(carried, key=lambda pair: (pair[0], pair[1].name), default=(0.0, None))
    said = text[cue.span.start : cue.span.end] if cue else ""
    reason = feature.says.format(cue=said) if feature is not None and weight > _LEAST else "named in the text"
    if mention.sort == "name" or named is None:
        return reason
    words = " ".join(text[mention.span.start : mention.span.end].split())
    return f"“{words[:_LONGEST]}”, {reason}"
