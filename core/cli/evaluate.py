"""`quotedesk evaluate`: how right found quotes are against a gold standard of the same articles."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.cli.given import inputs
from core.cli.problems import report
from core.formats.articles import articles
from core.formats.problems import Problems
from core.formats.reading import Reading
from core.model.records import AnnotatedDocument
from core.model.saying import plural

if TYPE_CHECKING:
    from core.evaluation.scores import Scores

    Judged = Mapping[str, Scores]


def evaluate(
    gold: Annotated[
        str, typer.Argument(metavar="GOLD", help="The standard: a dataset of any format, or a folder of *.inline ones.")
    ],
    pred: Annotated[
        str,
        typer.Argument(
            metavar="PRED", help="What is judged: a dataset of any format, such as `quotedesk label` writes."
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, for programs.")] = False,
) -> None:
    """Judge found quotes and speakers against a gold standard: detection, end to end, candidates, confidence."""
    from core.evaluation.pairs import pairs
    from core.evaluation.scores import scores
    from core.evaluation.units import Unit

    problems = Problems()
    standard, found = list(_standard(gold, problems)), list(_lines(pred, problems))
    if problems:
        raise typer.Exit(report(problems, "Nothing was judged."))
    both = pairs(standard, found)
    judged = {unit.value: scores(both, unit) for unit in Unit}
    if as_json:
        _write(len(both), judged)
    else:
        _show(len(both), judged)


def _standard(word: str, problems: Problems) -> Iterable[AnnotatedDocument]:
    from core.corpus.articles import articles as annotated

    return annotated(Path(word)) if os.path.isdir(word) else _lines(word, problems)


def _lines(word: str, problems: Problems) -> Iterable[AnnotatedDocument]:
    return articles(inputs([word]), problems, Reading())


def _write(count: int, judged: "Judged") -> None:
    import msgspec

    typer.echo(msgspec.json.encode({"articles": count, **judged}).decode())


def _show(count: int, judged: "Judged") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    table.add_column(plural(count, "article"))
    for unit in judged:
        table.add_column(unit, justify="right")
    columns = [dict(_rows(scores)) for scores in judged.values()]
    names = dict.fromkeys(name for column in columns for name in column)
    for name in names:
        table.add_row(name, *(column.get(name, "") for column in columns))
    Console().print(table)


def _rows(scores: "Scores") -> Iterator[tuple[str, str]]:
    for name, found in (("detection", scores.detection), ("exact", scores.exact), ("end to end", scores.end_to_end)):
        yield f"{name} precision", _percent(found.precision)
        yield f"{name} recall", _percent(found.recall)
        yield f"{name} F1", _percent(found.f1)
    for kind, of_kind in scores.kinds.items():
        yield f"{kind}: asked for", str(of_kind.wanted)
        yield f"{kind}: found", _percent(of_kind.recall)
        yield f"{kind}: found with its speaker", _percent(of_kind.with_speaker)
    yield "speaker right", _percent(scores.speakers.right)
    yield "name right", _percent(scores.speakers.name_right)
    for most, share in scores.speakers.among_first.items():
        yield f"speaker among the first {most}", _percent(share)
    if scores.calibration:
        yield "calibration error (ECE)", _percent(scores.calibration.ece)
        yield "Brier score", f"{scores.calibration.brier:.3f}"
        for coverage, right in scores.calibration.surest.items():
            yield f"right of the surest {coverage}", _percent(right)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.1%}"
