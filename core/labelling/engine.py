"""One text through the whole engine: pieces, parse, rules, election, labels."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import UserMistake
from core.labelling.labels import Labels, labels_of
from core.model.identity import sha256_of
from core.model.reading import Reading
from core.model.spans import Span
from core.nlp.lexicon import speak
from core.nlp.paragraphs import paragraph_spans
from core.nlp.pieces import pieces
from core.nlp.reader import read
from core.rank.ranker import Ranker

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_BATCH = 32
_BATCH_CHARACTERS = 40_000


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a text in the stream of pieces; `last` says that the text is whole with it."""

    text: str
    paragraphs: list[Span]
    span: Span
    last: bool


class Engine:
    """Holds a loaded spaCy pipeline and the ranker; raises `UserMistake` where its language has no word lists."""

    def __init__(self, nlp: "Language", ranker: Ranker | None = None) -> None:
        speak(nlp.lang or "")
        self._nlp = nlp
        self._ranker = ranker or Ranker()

    def label_all(self, texts: Iterable[str], progress: Callable[[float], None] | None = None) -> Iterator[Labels]:
        """Return the labels of each text, in order; `progress` hears the share of the current text that is parsed."""
        for reading in self.read_all(texts, progress):
            yield labels_of(sha256_of(reading.analysis.text), reading, self._ranker.elect(reading))

    def read_all(self, texts: Iterable[str], progress: Callable[[float], None] | None = None) -> Iterator[Reading]:
        """Return what the rules find in each text, before anybody is elected."""
        from core.nlp.to_analysis import Gatherer

        gatherer: Gatherer | None = None
        for batch in _batches(piece for text in texts for piece in _cut(text)):
            parts = ((self._doc(piece), piece) for piece in batch)
            for doc, piece in self._nlp.pipe(parts, as_tuples=True, batch_size=len(batch)):
                gatherer = gatherer or Gatherer(piece.text, piece.paragraphs)
                gatherer.take(doc, piece.span.start)
                if progress:
                    progress(piece.span.end / max(1, len(piece.text)))
                if piece.last:
                    yield read(gatherer.analysis(), piece.paragraphs)
                    gatherer = None

    def _doc(self, piece: _Piece) -> "Doc":
        """A sentence never runs over the end of a paragraph, as parsers let it where a headline has no full stop."""
        from core.nlp.pipeline import begin_sentences

        doc = self._nlp.make_doc(piece.text[piece.span.start : piece.span.end])
        return begin_sentences(doc, (paragraph.start - piece.span.start for paragraph in piece.paragraphs))


def _batches(pieces_of_texts: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """What is parsed together decides how much memory a parse takes: a few short texts, or one long piece."""
    batch: list[_Piece] = []
    size = 0
    for piece in pieces_of_texts:
        length = piece.span.end - piece.span.start
        if batch and (size + length > _BATCH_CHARACTERS or len(batch) >= _BATCH):
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += length
    if batch:
        yield batch


def _cut(text: str) -> Iterator[_Piece]:
    if not text.isascii():
        _refuse_surrogates(text)
    paragraphs = paragraph_spans(text)
    spans = pieces(text, paragraphs) or [Span(0, 0)]
    for span in spans:
        yield _Piece(text, paragraphs, span, last=span is spans[-1])


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UserMistake(
            f"The text holds half a character (a lone surrogate) at {error.start}, so it can't be labelled. "
            "Nothing was changed. Mend the text and bring it in again."
        ) from error
