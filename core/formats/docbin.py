"""spaCy's own file of documents (DocBin, .spacy): loaded by any spaCy 3, trained on by `spacy train`.

A Doc an article and annotator. `doc.text` is the article to the character; the tokens are those of spaCy's blank
pipeline of the article's language, cut once more wherever a quote, mention, cue or zone begins or ends, so that every
span is exact. Quotes are `doc.spans["quotes"]`, see `spacy_docs.layout` for the other groups and the user data.
`doc.ents` has the quotes, too, as far as they don't overlap, less the blanks at their edges: what an entity recogniser
can be trained on.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from core.errors import BadInput, UserMistake
from core.formats.line.flaws import Flaw, refusal
from core.formats.losses import EVERYTHING
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.formats.source import Source, opened
from core.formats.spacy_docs.labelled import labelled_quotes, own_groups
from core.formats.spacy_docs.layout import KEY, QUOTES, Groups, gathered, laid_out
from core.formats.spacy_docs.tokens import cut, places
from core.formats.spacy_docs.training_config import training_config
from core.formats.spacy_docs.unpacking import Docs, begins, unpacked
from core.formats.spans_and_links.finding import sentence
from core.formats.spans_and_links.records import Place
from core.formats.training.apart import apart
from core.formats.training.language_code import language_code
from core.model.records import AnnotatedDocument, Document
from core.model.spans import Span
from core.model.terms import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

Tokenizer = Callable[[str], "Doc"]

ANY_LANGUAGE = "xx"
_CONFIGURATION = "config.cfg"
_BLOCK = 16 * 1024
"""Bytes that are unpacked at once; they may stand for a thousand times as many."""


class DocBin:
    """Reads and writes DocBin files. Read back, span groups say where quotes are, user data the rest."""

    name = "docbin"
    suffixes = (".spacy",)
    title = "spaCy documents (DocBin)"
    keeps = EVERYTHING
    for_training = True

    def recognises(self, head: bytes) -> bool:
        """Whether a file that begins so looks like a DocBin."""
        return begins(head)

    def companions(self, name: str) -> tuple[str, ...]:
        """Return where the configuration for training on this file may stand, which is no article."""
        path = PurePosixPath(name)
        return (str(path.with_name(_CONFIGURATION)),) if path.suffix.lower() in self.suffixes else ()

    def read(
        self, source: Path | BinaryIO | Source, problems: Problems, reading: Reading | None = None
    ) -> Iterator[AnnotatedDocument]:
        """Yield the good Docs and note the others; raises `BadInput` if the file is no DocBin. Runs nothing of it."""
        from spacy.strings import get_string_id

        reading = reading or Reading.at_this_moment()
        with opened(source) as file:
            try:
                docs = Docs(unpacked(iter(partial(file.stream.read, _BLOCK), b"")), get_string_id)
            except Flaw as flaw:
                raise refusal(file.name, flaw) from flaw
            if not len(docs):
                problems.note(f"{file.name}: holds no documents")
            left_out = Counter[str]()
            for number in range(len(docs)):
                place = Place(f"{file.name}, document {number + 1}", reading, left_out)
                try:
                    yield _line(docs, number, _id(file, number, len(docs)), place)
                except BadInput as error:
                    problems.note(str(error))
            if left_out:
                problems.remark(sentence(file.name, left_out))

    def write(self, lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
        """Write all as one DocBin, which is put together in memory; returns the number of Docs."""
        packer = _Packer()
        for line in lines:
            packer.add(line)
        out.write(packer.docs.to_bytes())
        return len(packer.docs)

    def accompany(self, folder: Path, parts: Sequence[str]) -> None:
        """Put the configuration for `spacy train` beside the parts of a split, if there are those that it needs."""
        if {"train", "dev"} <= set(parts):
            first = next(self.read(folder / "train.spacy", Problems(), Reading()), None)
            # That by whose rules the words of the files were cut, so that training cuts them in the same way.
            language = _tokenizer(language_code(first.document.language if first else None))("").lang_
            config = training_config("train.spacy", "dev.spacy", Kind, language)
            (folder / _CONFIGURATION).write_text(config, encoding="utf-8")


def _id(file: Source, number: int, count: int) -> str:
    return file.id if count == 1 else f"{file.id}-{number + 1}"


def _line(docs: Docs, number: int, id_: str, place: Place) -> AnnotatedDocument:
    try:
        doc = docs[number]
        raw = gathered(doc.text, own_groups(doc), doc.notes, id_)
    except Flaw as flaw:
        raise refusal(place.where, flaw) from flaw
    raw["quotes"] += labelled_quotes(doc, id_, place.left_out)
    return place.line(raw)


class _Packer:
    """Makes Docs of lines; words and tokenizers are shared by the Docs of one file and gone with it."""

    def __init__(self) -> None:
        from spacy.tokens import DocBin as Docs
        from spacy.vocab import Vocab

        self.docs = Docs(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
        self._vocab = Vocab()
        self._tokenizers: dict[str | None, Tokenizer] = {}

    def add(self, line: AnnotatedDocument) -> None:
        """Take one more line; raises `UserMistake` if spaCy would change its text."""
        from spacy.tokens import Doc

        text = line.document.text
        notes, groups = laid_out(line)
        marked = [one.span for group in groups.values() for one in group]
        words, spaces = cut(text, self._boundaries(line.document), marked)
        doc = Doc(self._vocab, words=words, spaces=spaces, user_data={KEY: notes})
        if doc.text != text:
            raise UserMistake(
                f"{line.document.id}: spaCy can't hold this text. Leave the article out and export again."
            )
        _mark(doc, groups, places(words, spaces))
        self.docs.add(doc)

    def _boundaries(self, document: Document) -> Iterator[int]:
        language = language_code(document.language)
        if language not in self._tokenizers:
            self._tokenizers[language] = _tokenizer(language)
        for token in self._tokenizers[language](document.text):
            yield from (token.idx, token.idx + len(token))


def _mark(doc: "Doc", groups: Groups, tokens: list[Span]) -> None:
    """Give the Doc its span groups and its entities."""
    from spacy.tokens import Span as DocSpan

    first = {token.start: number for number, token in enumerate(tokens)}
    last = {token.end: number for number, token in enumerate(tokens, 1)}
    for name, group in groups.items():
        doc.spans[name] = [
            DocSpan(doc, first[one.span.start], last[one.span.end], one.label, kb_id=one.kb_id, span_id=one.id)
            for one in group
        ]
    trimmed = [_trimmed(doc, Span(span.start, span.end)) for span in doc.spans[QUOTES]]
    entities = [
        DocSpan(doc, *trimmed[number], doc.spans[QUOTES][number].label_)
        for number in apart(trimmed)
        if trimmed[number].start < trimmed[number].end
    ]
    doc.set_ents(entities, default="outside")


def _trimmed(doc: "Doc", span: Span) -> Span:
    """Return the tokens without blank ones at the edges, which `spacy debug data` takes for a mistake in an entity."""
    full = [number for number in range(span.start, span.end) if not doc[number].text.isspace()]
    return Span(full[0], full[-1] + 1) if full else Span(span.start, span.start)


def _tokenizer(language: str | None) -> Tokenizer:
    """Return spaCy's tokenizer of the language; of any, where there is none or it needs what isn't installed."""
    import spacy

    if language:
        try:
            return spacy.blank(language).tokenizer
        except ImportError:
            pass
    return spacy.blank(ANY_LANGUAGE).tokenizer
