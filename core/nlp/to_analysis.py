"""spaCy's Doc -> Analysis: the only file that knows both."""

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from core.model.analysis import Analysis, Entity
from core.model.spans import Span
from core.nlp.lexicon import lexicon

_ATTRIBUTES: list[int | str] = ["IDX", "LENGTH", "LEMMA", "TAG", "POS", "DEP", "HEAD", "SENT_START"]


class Gatherer:
    """Gathers the parses of the pieces of one text; a Doc can be let go as soon as it was taken."""

    def __init__(self, text: str, paragraphs: Sequence[Span]) -> None:
        self._text = text
        self._begins = [span.start for span in paragraphs]
        self._columns: list[list[int]] = [[] for _ in range(4)]
        self._strings: list[list[str]] = [[] for _ in range(4)]
        self._entities: list[Entity] = []

    def take(self, doc: Doc, offset: int = 0) -> None:
        """Add a piece that begins at the character `offset`; pieces come in order."""
        table = doc.to_array(_ATTRIBUTES).astype("int64")
        starts, lengths, lemmas, tags, pos, deps, heads, opens = (table[:, place].tolist() for place in range(8))
        base = len(self._columns[0])
        own_starts = [start + offset for start in starts]
        ends = [start + length for start, length in zip(own_starts, lengths, strict=True)]
        own_heads = [base + token + head for token, head in enumerate(heads)]
        if opens:
            opens[0] = 1
        for column, values in zip(self._columns, (own_starts, ends, own_heads, opens), strict=True):
            column.extend(values)
        names = _Names(doc)
        relations = lexicon().dependencies
        for texts, hashes in zip(self._strings, (lemmas, tags, pos), strict=False):
            texts.extend(names.of(hashes))
        self._strings[3].extend(relations.get(name, name) for name in names.of(deps))
        self._entities.extend(
            Entity(first=base + ent.start, last=base + ent.end - 1, label=ent.label_) for ent in doc.ents
        )

    def analysis(self) -> Analysis:
        """Return all pieces as one analysis. An arc from one paragraph into another is cut."""
        starts, ends, heads, opens = self._columns
        lemmas, tags, pos, deps = self._strings
        numbers = [max(0, bisect_right(self._begins, start) - 1) for start in starts]
        text = self._text
        return Analysis(
            text=text,
            starts=starts,
            ends=ends,
            words=[text[start:end].lower() for start, end in zip(starts, ends, strict=True)],
            lemmas=[lemma.lower() for lemma in lemmas],
            tags=tags,
            pos=pos,
            deps=deps,
            heads=[_kept(token, head, numbers) for token, head in enumerate(heads)],
            sentences=_sentence_numbers(opens, numbers),
            paragraphs=numbers,
            entities=self._entities,
        )


def to_analysis(doc: Doc, paragraphs: Sequence[Span]) -> Analysis:
    """Return what the pipeline found as plain lists; a missing parse leaves every token a root."""
    gatherer = Gatherer(doc.text, paragraphs)
    gatherer.take(doc)
    return gatherer.analysis()


class _Names:
    """Looks each hash up once."""

    def __init__(self, doc: Doc) -> None:
        self._strings = doc.vocab.strings
        self._known: dict[int, str] = {0: ""}

    def of(self, hashes: list[int]) -> list[str]:
        """Return the strings of the hashes, which came out of numpy as signed numbers."""
        known = self._known
        for key in set(hashes) - known.keys():
            known[key] = self._strings[key % 2**64]
        return [known[key] for key in hashes]


def _kept(token: int, head: int, paragraphs: list[int]) -> int:
    return head if 0 <= head < len(paragraphs) and paragraphs[head] == paragraphs[token] else token


def _sentence_numbers(opens: list[int], paragraphs: list[int]) -> list[int]:
    numbers: list[int] = []
    number = -1
    for token, paragraph in enumerate(paragraphs):
        if number < 0 or opens[token] == 1 or paragraph != paragraphs[token - 1]:
            number += 1
        numbers.append(number)
    return numbers
