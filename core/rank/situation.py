"""What a feature may look at: one passage, the reading around it, and who was elected before."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from core.model.reading import Mention, Passage, Reading
from core.model.spans import Span


@dataclass(frozen=True, slots=True)
class Elected:
    """Who won an earlier passage: a person's number, or the mention alone, or nobody."""

    passage: Passage
    mention: Mention | None
    person: int | None


class Atlas:
    """Look-ups over one reading that every election needs; worked out once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.analysis = reading.analysis
        self.cue_subjects = {cue.subject: cue for cue in reading.cues if cue.subject is not None and cue.sort != "noun"}

    @cached_property
    def heads(self) -> list[int]:
        """The head tokens of the mentions, in order."""
        return [mention.head for mention in self.reading.mentions]

    @cached_property
    def by_head(self) -> dict[int, int]:
        """Which mention has this head."""
        return {head: place for place, head in enumerate(self.heads)}

    @cached_property
    def times_named(self) -> Counter[int]:
        """How many mentions name each person."""
        return Counter(mention.person for mention in self.reading.mentions if mention.person is not None)

    @cached_property
    def _reported(self) -> list[Span]:
        return sorted(fragment for passage in self.reading.passages for fragment in passage.fragments)

    def is_reported(self, mention: Mention) -> bool:
        """Whether the mention stands inside a quote."""
        start = mention.span.start
        place = bisect_right(self._reported, start, key=lambda fragment: fragment.start) - 1
        return place >= 0 and start < self._reported[place].end

    def opens(self, token: int) -> bool:
        """Whether the sentence of the token is the first of its paragraph."""
        analysis = self.analysis
        first = bisect_left(analysis.sentences, analysis.sentences[token])
        return first == 0 or analysis.paragraphs[first - 1] != analysis.paragraphs[first]

    def mention_at(self, token: int) -> Mention | None:
        """Return the mention with this head, or the one whose words hold the token."""
        place = self.by_head.get(token)
        if place is not None:
            return self.reading.mentions[place]
        start = self.analysis.starts[token]
        near = bisect_right(self.heads, token)
        for mention in self.reading.mentions[max(0, near - 3) : near + 3]:
            if mention.span.start <= start < mention.span.end:
                return mention
        return None


@dataclass(frozen=True)
class Situation:
    """One election. `earlier` holds the passages before this one with their winners, in order."""

    atlas: Atlas
    passage: Passage
    earlier: Sequence[Elected] = ()
    subject: Mention | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        cue = self.passage.cue
        if cue is not None and cue.subject is not None:
            object.__setattr__(self, "subject", self.atlas.mention_at(cue.subject))

    @property
    def previous(self) -> Elected | None:
        """The passage just before this one."""
        return self.earlier[-1] if self.earlier else None

    @property
    def circumstance(self) -> str:
        """Return "subject" where the cue has one, "cue" where it has none, "alone" without a cue."""
        if self.passage.cue is None:
            return "alone"
        return "cue" if self.subject is None else "subject"

    @cached_property
    def paragraph(self) -> int:
        """The paragraph in which the passage begins."""
        return self.atlas.analysis.paragraphs[self.passage.first]

    @property
    def opens_paragraph(self) -> bool:
        """Whether the passage opens a paragraph, its mark apart."""
        paragraphs = self.atlas.analysis.paragraphs
        return self.passage.first < 2 or paragraphs[self.passage.first - 2] != self.paragraph

    @cached_property
    def sentence(self) -> int:
        """The sentence of its cue, else the one in which it begins."""
        cue = self.passage.cue
        return self.atlas.analysis.sentences[self.passage.first if cue is None else cue.token]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the passage in lower case."""
        return frozenset(self.atlas.analysis.words[self.passage.first : self.passage.last + 1])
