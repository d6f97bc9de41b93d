"""How one possible speaker of a passage stands in its election."""

from dataclasses import dataclass

from core.model.reading import Mention
from core.model.spans import Span


@dataclass(frozen=True, slots=True)
class Standing:
    """A person of the reading, or (with `person` None) somebody known by a mention alone.

    `mention` is None where only a label names them, as in a transcript; `span` is what to show in any case.
    """

    person: int | None
    mention: Mention | None
    span: Span
    confidence: float
    evidence: str
