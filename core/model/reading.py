"""What the rules read out of a text before anybody is elected: marks, cues, mentions, people and passages."""

from core.model.analysis import Analysis
from core.model.records import Record
from core.model.spans import Span
from core.model.terms import Kind, SpeakerKind


class Marked(Record, frozen=True, kw_only=True):
    """A stretch between quotation marks, the marks included. `depth` 0 is outermost; `turns` > 1 paragraphs.

    `closed` is False where the closing mark is missing; such a stretch ends with its paragraph.
    """

    start: int
    end: int
    depth: int = 0
    family: str = "double"
    closed: bool = True
    turns: int = 1

    @property
    def span(self) -> Span:
        """The characters, marks included."""
        return Span(self.start, self.end)


class Cue(Record, frozen=True, kw_only=True):
    """Words that report speech. `token` is the verb, noun or preposition; `subject` the token that names who speaks.

    `passive` says that the verb leaves out who speaks ("was told that …"). `around` holds the runs of tokens, first and
    last included, between which the attribution stands ("The plan, she said, is dead").
    """

    token: int
    span: Span
    lemma: str
    sort: str = "verb"
    strength: float = 1.0
    uses: frozenset[str] = frozenset()
    subject: int | None = None
    passive: bool = False
    around: tuple[tuple[int, int], ...] = ()


class Mention(Record, frozen=True, kw_only=True):
    """Words that name somebody. `sort` is "name", "nominal" or "pronoun"; `number` 0 says that it is not known.

    `body` marks ministries, companies and the like. `person` is the place in `Reading.people` of whom a name names;
    `roles` are the role words in it or beside it, `nouns` all nouns that describe it, `origins` the words for where the
    person is from. `taken_up` is the gender of the pronoun that follows a name in its paragraph before another name.
    """

    head: int
    span: Span
    sort: str
    label: str = ""
    gender: str = ""
    number: int = 0
    definite: bool = False
    body: bool = False
    person: int | None = None
    roles: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    taken_up: str = ""


class Person(Record, frozen=True, kw_only=True):
    """One who is named in the text, under all the names found for them; `name` is the fullest one."""

    name: str
    aliases: tuple[str, ...] = ()
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    gender: str = ""
    roles: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()


class Passage(Record, frozen=True, kw_only=True):
    """A quote before its speaker is known. `how` says by which rule it hangs on its cue ("after", "before", …)."""

    fragments: tuple[Span, ...]
    kind: Kind
    how: str
    first: int
    last: int
    quoted: tuple[Span, ...] = ()
    cue: Cue | None = None
    turn: Span | None = None

    @property
    def end(self) -> int:
        """Where the last fragment ends."""
        return self.fragments[-1].end


class Reading(Record, frozen=True, kw_only=True):
    """All that a ranker may look at. Lists stand in text order."""

    analysis: Analysis
    marked: tuple[Marked, ...] = ()
    cues: tuple[Cue, ...] = ()
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    passages: tuple[Passage, ...] = ()
