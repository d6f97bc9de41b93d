"""What the trust in the outcome of an election is judged by."""

from dataclasses import dataclass

from core.model.reading import Mention, Passage
from core.model.terms import Kind


@dataclass(frozen=True, slots=True)
class Doubt:
    """The passage, the probability of its span, and the shares of the winner and of the next one.

    `mention` is the winner's, None if nobody won; `subject` says that it is the cue's subject.
    """

    passage: Passage
    span: float
    first: float
    second: float
    mention: Mention | None = None
    subject: bool = False

    @property
    def kind(self) -> Kind:
        """The kind of the quote."""
        return self.passage.kind
