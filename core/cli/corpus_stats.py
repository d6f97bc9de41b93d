"""`quotedesk corpus-stats`: what a folder of annotated articles holds, and what is wrong with it."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.cli.problems import WRONG, say

if TYPE_CHECKING:
    from core.corpus.shares import Share
    from core.model.records import AnnotatedDocument


def corpus_stats(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of the articles (*.inline).")],
) -> None:
    """Check annotated articles and print the table of shares: what sort of quotes they hold, beside real news."""
    from core.corpus.articles import SUFFIX, article, article_files
    from core.corpus.shares import shares
    from core.errors import BadInput

    lines: list[AnnotatedDocument] = []
    flaws: list[str] = []
    for path in article_files(folder):
        try:
            lines.append(article(path))
        except BadInput as error:
            flaws.append(str(error))
    if not lines and not flaws:
        raise BadInput(f"{folder}: no annotated articles (*{SUFFIX}) there. Nothing was changed.")
    _show(shares(lines))
    flaws += _flaws(lines)
    for flaw in flaws:
        say(flaw)
    if flaws:
        raise typer.Exit(WRONG)


def _flaws(lines: list["AnnotatedDocument"]) -> Iterable[str]:
    from core.corpus.checks import flaws, shared_runs

    for line in lines:
        yield from (f"{line.document.id}: {flaw}" for flaw in flaws(line))
    yield from shared_runs(lines)


def _show(rows: Iterable["Share"]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column("")
    for name in ("count", "of", "share", "real news"):
        table.add_column(name, justify="right")
    for row in rows:
        sign = "" if row.each else " %"
        real = "" if row.real is None else f"{row.real:g}{sign}"
        table.add_row(row.name, str(row.count), str(row.of), f"{row.figure:.1f}{sign}", real)
    Console().print(table)
