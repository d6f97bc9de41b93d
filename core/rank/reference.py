"""A pronoun or a role noun looking for the person whom it takes up."""

from collections.abc import Sequence

from core.model.reading import Mention, Person
from core.rank.situation import Atlas, Elected, Situation

_BACK = 40
"""Mentions to look back over."""


def reference_to(situation: Situation, mention: Mention) -> "Reference":
    """Return the mention as one that takes somebody up; of the cue's subject it counts whom its own quote names."""
    words = situation.words if mention is situation.subject else frozenset[str]()
    return Reference(situation.atlas, mention, earlier=situation.earlier, words=words)


class Reference:
    """One mention, with what the text before it says about the people who may be meant."""

    def __init__(
        self, atlas: Atlas, mention: Mention, *, earlier: Sequence[Elected] = (), words: frozenset[str] = frozenset()
    ) -> None:
        self.mention = mention
        self.words = words
        self.people: tuple[Person, ...] = atlas.reading.people
        self._atlas = atlas
        self._last = self._last_named()
        self.speakers = {won.person for won in earlier[-8:] if won.person is not None}
        self.last_speaker = earlier[-1].person if earlier else None

    @property
    def circumstance(self) -> str:
        """Return "one" for he and she, "thing" for it, "several" for they; "role", "body" or "noun" for a noun."""
        if self.mention.sort != "pronoun":
            return "role" if self.mention.roles else "body" if self.mention.body else "noun"
        if self.mention.gender == "t":
            return "thing"
        return "several" if self.mention.number == 2 else "one"

    def _last_named(self) -> dict[int, Mention]:
        """The last mention by name of each person before this one; if nobody was named yet, the first after it."""
        mentions, place = self._atlas.reading.mentions, self._atlas.by_head[self.mention.head]
        last: dict[int, Mention] = {}
        for other in reversed(mentions[max(0, place - _BACK) : place]):
            if other.person is not None:
                last.setdefault(other.person, other)
        if not last:
            for other in mentions[place + 1 : place + 8]:
                if other.person is not None:
                    last.setdefault(other.person, other)
        return last

    def persons(self) -> list[int]:
        """Return who may be meant, in the order of the people."""
        return sorted(self._last)

    def sentences_since(self, person: int) -> int:
        """Return how many sentences ago the person was last named."""
        sentences = self._atlas.analysis.sentences
        return abs(sentences[self.mention.head] - sentences[self._last[person].head])

    def in_paragraph(self, person: int) -> bool:
        """Whether the person was last named in this paragraph."""
        paragraphs = self._atlas.analysis.paragraphs
        return paragraphs[self.mention.head] == paragraphs[self._last[person].head]

    def was_subject(self, person: int) -> bool:
        """Whether the person was a subject when last named."""
        return self._atlas.analysis.deps[self._last[person].head] in ("nsubj", "nsubjpass")

    def rank(self, person: int) -> int:
        """Return how many people were named after this one was."""
        own = self._last[person].head
        return sum(1 for other in self._last.values() if own < other.head < self.mention.head)

    def noun(self) -> str:
        """Return the head noun of the mention in lower case."""
        return self._atlas.analysis.lemmas[self.mention.head] or self._atlas.analysis.words[self.mention.head]

    def times_named(self, person: int) -> int:
        """Return how often the text names the person."""
        return self._atlas.times_named[person]

    def name_words(self, person: int) -> frozenset[str]:
        """Return the words of the person's name in lower case."""
        return frozenset(self.people[person].name.lower().split())
