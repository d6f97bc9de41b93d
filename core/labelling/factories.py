"""The spaCy component "quotedesk". Every spaCy pipeline on a machine imports this file, so it stays light."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

if TYPE_CHECKING:
    from core.labelling.labels import Labels

KEY = "quotedesk"


@Language.factory(KEY, assigns=["doc.spans", "doc._.quotedesk"], requires=["token.dep", "token.pos"])
def make_quotedesk(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that finds quotes and who said them; it goes last, behind tagger, parser, lemmas and names.

    Raises `UserMistake` where there are no word lists of the pipeline's language.
    """
    if not Doc.has_extension(KEY):
        Doc.set_extension(KEY, getter=labels_in)
    return QuoteFinder(nlp.lang or "")


def labels_in(doc: Doc) -> "Labels | None":
    """Return the quotes and speakers found in a doc, or None if the component has not seen it."""
    import msgspec

    from core.labelling.labels import Labels

    stored = doc.user_data.get(KEY)
    return None if stored is None else msgspec.json.decode(stored, type=Labels)


class QuoteFinder:
    """Puts quotes into `doc.spans["quotedesk"]` (label: kind; id: the quote's) and everything into `doc._.quotedesk`.

    A quote in several pieces is several spans with one id. The labels lie in `user_data` as JSON, so docs can be
    stored and sent between processes.
    """

    def __init__(self, language: str) -> None:
        from core.nlp.lexicon import speak
        from core.rank.ranker import Ranker

        speak(language)
        self._language = language
        self._ranker = Ranker()

    def __call__(self, doc: Doc) -> Doc:
        """Read the doc; its own annotation is not changed."""
        import msgspec

        from core.labelling.labels import labels_of
        from core.model.identity import sha256_of
        from core.nlp.lexicon import speak
        from core.nlp.paragraphs import paragraph_spans
        from core.nlp.reader import read
        from core.nlp.to_analysis import to_analysis

        speak(self._language)  # another pipeline, or another thread, may have read in another one
        paragraphs = paragraph_spans(doc.text)
        reading = read(to_analysis(doc, paragraphs), paragraphs)
        labels = labels_of(sha256_of(doc.text), reading, self._ranker.elect(reading))
        doc.user_data[KEY] = msgspec.json.encode(labels).decode()
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=list(_spans(doc, labels)))
        return doc


def _spans(doc: Doc, labels: "Labels") -> Iterator[Span]:
    for quote in labels.quotes:
        for start, end in quote.fragments:
            span = doc.char_span(start, end, label=str(quote.kind), alignment_mode="expand", span_id=quote.id)
            if span is not None:
                yield span
