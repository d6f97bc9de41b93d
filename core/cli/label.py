"""`quotedesk label`: articles in, a dataset with suggestions out; no project."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Annotated, BinaryIO

import typer

from core.cli.given import DASH, inputs
from core.cli.output import output
from core.cli.problems import report
from core.formats.articles import articles
from core.formats.jsonl import encode
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.model.records import AnnotatedDocument
from core.model.saying import plural


def label(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Articles of any format; - is standard input.")],
    out: Annotated[str, typer.Option("-o", "--out", metavar="OUT", help="The dataset; - is standard output.")] = DASH,
    jobs: Annotated[int, typer.Option(min=1, max=256, help="How many processes; the result is the same.")] = 1,
) -> None:
    """Find the quotes in articles and who said them, and write a dataset line for each article, in order."""
    problems = Problems()
    # No time of reading is noted with the quotes, so that the same input gives the same bytes.
    lines = articles(inputs(files), problems, Reading())
    first = next(lines, None)
    if first is None:
        raise typer.Exit(report(problems, "Nothing was written."))
    with output(out) as file:
        count = _write(_labelled(chain([first], lines), jobs), file)
    were = "was" if count == 1 else "were"
    raise typer.Exit(report(problems, f"{plural(count, 'article')} {were} labelled all the same."))


def _labelled(lines: Iterable[AnnotatedDocument], jobs: int) -> Iterator[AnnotatedDocument]:
    from core.labelling.labelling import label_lines
    from core.settings import Settings

    return label_lines(lines, model=Settings.load()["spacy_model"], jobs=jobs)


def _write(lines: Iterable[AnnotatedDocument], out: BinaryIO) -> int:
    """Write each line as soon as it is there, since somebody may be waiting at the other end of a pipe."""
    count = 0
    for count, line in enumerate(lines, 1):  # noqa: B007
        out.write(encode(line) + b"\n")
        out.flush()
    return count
