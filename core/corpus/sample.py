"""The articles of the sample project: a few of our own, of many kinds, as texts that nobody has marked yet."""

from collections.abc import Iterator
from pathlib import Path

from core.corpus.articles import SUFFIX, article
from core.model.records import AnnotatedDocument, Layer
from core.resources import seed

LIST = "sample.txt"


def sample(folder: Path | None = None) -> Iterator[AnnotatedDocument]:
    """Yield the articles that the folder's `sample.txt` lists, in its order, without the annotations.

    The folder is that of our corpus unless another is given. Raises `BadInput` that names the file of a wrong article.
    """
    folder = folder or seed("corpus")
    for name in (folder / LIST).read_text("utf-8").split():
        yield AnnotatedDocument(document=article(folder / f"{name}{SUFFIX}").document, layer=Layer())
