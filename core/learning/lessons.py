"""Annotated articles -> lessons: each read by the pipeline, beside what a person says about it."""

from collections.abc import Iterable, Iterator

from core.labelling.engine import Engine
from core.model.records import AnnotatedDocument
from core.nlp.pipeline import build_pipeline
from core.rank.training import Lesson


def lessons(articles: Iterable[AnnotatedDocument], model: str = "") -> Iterator[Lesson]:
    """Yield a lesson for each article, in order; `model` names the spaCy pipeline, empty: the best one installed."""
    kept = list(articles)
    readings = Engine(build_pipeline(model)).read_all(article.document.text for article in kept)
    for article, reading in zip(kept, readings, strict=True):
        yield Lesson(reading, article.layer)
