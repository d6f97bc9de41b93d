"""What a parser found in a text, as plain lists, so that rules and rankers need no spaCy."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.model.records import Record
from core.model.spans import Span


class Entity(Record, frozen=True, kw_only=True):
    """A named thing; `first` and `last` are tokens, `last` included."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with its tokens, one list per property, all of the same length.

    `heads[i]` is the token that i hangs on (itself for a root). `sentences` and `paragraphs` give the number of
    the sentence and the paragraph in which a token stands; neither runs over the end of a paragraph.
    """

    text: str
    starts: Sequence[int] = ()
    ends: Sequence[int] = ()
    words: Sequence[str] = ()
    lemmas: Sequence[str] = ()
    tags: Sequence[str] = ()
    pos: Sequence[str] = ()
    deps: Sequence[str] = ()
    heads: Sequence[int] = ()
    sentences: Sequence[int] = ()
    paragraphs: Sequence[int] = ()
    entities: Sequence[Entity] = ()
    children: Sequence[Sequence[int]] = field(init=False)
    lefts: Sequence[int] = field(init=False)
    rights: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        children, lefts, rights = _grown(self.heads)
        object.__setattr__(self, "children", children)
        object.__setattr__(self, "lefts", lefts)
        object.__setattr__(self, "rights", rights)

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.starts)

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` to token `last`, both included."""
        return Span(self.starts[first], self.ends[last])

    def surface(self, token: int) -> str:
        """Return a token as it stands in the text."""
        return self.text[self.starts[token] : self.ends[token]]

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first child of a token that hangs on it by one of these relations."""
        for child in self.children[token]:
            if self.deps[child] in deps:
                return child
        return None

    def ancestors(self, token: int) -> list[int]:
        """Return the tokens above a token, nearest first."""
        above = []
        while self.heads[token] != token:
            token = self.heads[token]
            above.append(token)
        return above


def _grown(heads: Sequence[int]) -> tuple[list[list[int]], list[int], list[int]]:
    """Return each token's children and the outermost tokens of its subtree."""
    size = len(heads)
    children: list[list[int]] = [[] for _ in range(size)]
    lefts, rights = list(range(size)), list(range(size))
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    waiting = [token for token in range(size) if heads[token] == token]
    order = []
    while waiting:
        token = waiting.pop()
        order.append(token)
        waiting.extend(children[token])
    for token in reversed(order):
        head = heads[token]
        lefts[head] = min(lefts[head], lefts[token])
        rights[head] = max(rights[head], rights[token])
    return children, lefts, rights
