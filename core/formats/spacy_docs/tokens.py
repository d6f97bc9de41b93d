"""Tokens that lose nothing of a text and that begin and end wherever a span does."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from core.model.spans import Span

Tokens = tuple[list[str], list[bool]]
"""Words, and for each whether one plain space follows it: all that spaCy stores of a text."""


def cut(text: str, boundaries: Iterable[int], spans: Iterable[Span]) -> Tokens:
    """Return the tokens between the boundaries of a tokenizer, cut again at each edge of a span.

    A plain space after a word is told by the second list; every other blank is a token of its own, and so is a space
    with which a span begins or ends, since a span of tokens can't reach into the space behind its last one.
    """
    spans = list(spans)
    starts, ends = {span.start for span in spans}, {span.end for span in spans}
    words: list[str] = []
    spaces: list[bool] = []
    for start, end in pairwise(sorted({0, len(text), *boundaries, *starts, *ends})):
        piece = text[start:end]
        if piece == " " and words and not spaces[-1] and start not in starts and end not in ends:
            spaces[-1] = True
        else:
            words.append(piece)
            spaces.append(False)
    return words, spaces


def places(words: Sequence[str], spaces: Sequence[bool]) -> list[Span]:
    """Return where in the text each token stands."""
    sizes = [len(word) + space for word, space in zip(words, spaces, strict=True)]
    starts = accumulate(sizes, initial=0)
    return [Span(start, start + len(word)) for start, word in zip(starts, words, strict=False)]
