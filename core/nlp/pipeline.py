"""Builds the spaCy pipeline; import this file late, it costs most of a second."""

from bisect import bisect_left
from collections.abc import Iterable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from core.errors import UserMistake
from core.nlp.installed import installed_model

NEEDED = ("tagger", "parser")


def build_pipeline(model: str = "") -> Language:
    """Load the named spaCy pipeline, or the best one installed if `model` is empty."""
    name = installed_model(model)
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError) as error:
        raise UserMistake(
            f"The spaCy pipeline {name} can't be loaded: {error}. Nothing was changed. "
            "Install it again, or choose another one in the settings (spacy_model)."
        ) from error
    missing = [component for component in NEEDED if component not in nlp.pipe_names]
    if missing:
        raise UserMistake(
            f"The spaCy pipeline {name} has no {' and no '.join(missing)}, so it can't be used to find quotes. "
            "Nothing was changed. Choose another one in the settings (spacy_model)."
        )
    return nlp


def begin_sentences(doc: Doc, starts: Iterable[int]) -> Doc:
    """Tell a parser that is still to come that a sentence begins at each of these characters, and return the doc.

    `starts` are code points of the doc's text, in order; those outside it are passed over.
    """
    places = [token.idx for token in doc]
    for start in starts:
        token = bisect_left(places, start)
        if start >= 0 and token < len(doc):
            doc[token].is_sent_start = True
    return doc
