"""`quotedesk corpus-agreement`: how far two annotators of the same articles agree."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from core.corpus.agreement import Agreement
    from core.model.records import AnnotatedDocument, Quote

    Pairs = list[tuple[AnnotatedDocument, AnnotatedDocument]]


def corpus_agreement(
    first: Annotated[Path, typer.Argument(metavar="FIRST", help="The folder of the one annotator's articles.")],
    second: Annotated[Path, typer.Argument(metavar="SECOND", help="The folder of the other's; it may hold fewer.")],
    differences: Annotated[bool, typer.Option("--differences", help="List the quotes that differ.")] = False,
) -> None:
    """Compare two passes over the same articles: F1 of quotes, and of quotes with their speakers."""
    from core.corpus.agreement import agreement
    from core.evaluation.units import Unit

    pairs = _pairs(first, second)
    typer.echo(f"{len(pairs)} articles")
    _show((unit.value, agreement(pairs, unit)) for unit in Unit)
    if differences:
        for one, two in pairs:
            _show_differences(one, two)


def _pairs(first: Path, second: Path) -> "Pairs":
    from core.corpus.articles import SUFFIX, article, articles
    from core.errors import BadInput

    pairs: Pairs = []
    for theirs in articles(second):
        path = first / f"{theirs.document.id}{SUFFIX}"
        if not os.path.exists(path):
            raise BadInput(f"{path}: there is no such article. Nothing was compared.")
        ours = article(path)
        if ours.document.sha256 != theirs.document.sha256:
            raise BadInput(f"{path.name}: the two texts differ. Nothing was compared.")
        pairs.append((ours, theirs))
    if not pairs:
        raise BadInput(f"{second}: no annotated articles (*{SUFFIX}) there. Nothing was compared.")
    return pairs


def _show(rows: Iterable[tuple[str, "Agreement"]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column("unit")
    for name in ("first", "second", "same", "with speaker", "F1", "end-to-end F1"):
        table.add_column(name, justify="right")
    for unit, found in rows:
        counts = map(str, (found.first, found.second, found.same, found.same_speaker))
        table.add_row(unit, *counts, f"{found.detection:.3f}", f"{found.end_to_end:.3f}")
    Console().print(table)


def _show_differences(one: "AnnotatedDocument", two: "AnnotatedDocument") -> None:
    from core.corpus.agreement import disagreements

    text = one.document.text
    for ours, theirs in disagreements(one, two):
        typer.echo(f"\n{one.document.id}\n  first:  {_said(text, ours)}\n  second: {_said(text, theirs)}")


def _said(text: str, quote: "Quote | None") -> str:
    if quote is None:
        return "no quote"
    words = " … ".join(" ".join(text[start:end].split()) for start, end in quote.fragments)
    who = text[slice(*quote.mention)] if quote.mention else quote.speaker_type.value
    return f"{quote.id} {quote.kind}, {who} ({quote.speaker_name or quote.speaker_type}): {words}"
