"""The gold standards: the sample article, the fifth of our corpus that nothing learnt from, and sets given by path."""

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from core.corpus.articles import articles as annotated
from core.corpus.split import is_held_out
from core.errors import BadInput
from core.formats.articles import articles
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.model.records import AnnotatedDocument, Layer
from core.resources import seed

Lines = list[AnnotatedDocument]


def standards(paths: Sequence[Path]) -> dict[str, Lines]:
    """Return the standards by name; raises `BadInput` where a set can't be read as a whole."""
    held_out = [line for line in annotated(seed("corpus")) if is_held_out(line.document.id)]
    return {
        "sample article": list(annotated(seed())),
        "our corpus, held out": held_out,
        **{path.stem: _given(path) for path in paths},
    }


def bare(lines: Lines) -> Lines:
    """Return the articles without what the standard says of them."""
    return [AnnotatedDocument(document=replace(line.document, zones=()), layer=Layer()) for line in lines]


def _given(path: Path) -> Lines:
    problems = Problems()
    lines = list(articles([path], problems, Reading()))
    if problems:
        raise BadInput(f"{problems.first[0]}. Nothing was measured.")
    return lines
